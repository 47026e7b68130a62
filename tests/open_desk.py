"""An open desk for tests of services and pages: real and encrypted, with the counsellor Ayşe Yılmaz at it.

In a conftest:

    from tests.desk_factory import desk, template_desk  # noqa: F401
    from tests.open_desk import open_desk, world  # noqa: F401

The clock of the open desk is `desk.now`; it stands still unless a test moves it.
"""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from hin_desktop.domain.pathway import PathRules
from hin_desktop.services.catalogues import Catalogues, load_catalogues
from hin_desktop.services.open_desk import Actor, OpenDesk
from hin_desktop.services.pathway import load_path_rules
from tests.desk_factory import ORGANISATION, SESSION, USER, Desk


@dataclass(frozen=True)
class World:
    """What is read once: the catalogues and the measures of the path."""

    catalogues: Catalogues
    path_rules: PathRules


def opened(desk: Desk, world: World, *, user: int = USER, session: str = SESSION) -> OpenDesk:
    """The desk as this counsellor works at it; another session undoes on its own."""
    actor = Actor(user, ORGANISATION, "ayse", "Ayşe Yılmaz", "counsellor")
    return OpenDesk(desk.store, world.catalogues, world.path_rules, actor, lambda: desk.now, session)


@pytest.fixture(scope="session")
def world() -> World:
    """Read once a run."""
    return World(load_catalogues(), load_path_rules())


@pytest.fixture
def open_desk(desk: Desk, world: World) -> OpenDesk:
    """The desk of this test, open."""
    return opened(desk, world)
