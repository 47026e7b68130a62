"""What the tests of the services stand on: a real desk, a colleague at it, and two people to advise."""

from __future__ import annotations

import pytest

from hin_desktop.services.clients import ClientRecord
from hin_desktop.services.open_desk import OpenDesk
from tests.desk_factory import Desk, desk, template_desk
from tests.open_desk import World, open_desk, opened, world
from tests.services import people

__all__ = ["desk", "open_desk", "template_desk", "world"]

OTHER_SESSION = "00000000-0000-4000-8000-000000000002"


@pytest.fixture
def colleague(desk: Desk, world: World) -> OpenDesk:
    """The same desk as Jonas Beck sees it, in a session of his own."""
    return opened(desk, world, user=people.colleague(desk), session=OTHER_SESSION)


@pytest.fixture
def olena(open_desk: OpenDesk) -> ClientRecord:
    """Somebody who asks for advice."""
    return people.take_in(open_desk, "Olena", "Kowalenko")


@pytest.fixture
def taras(open_desk: OpenDesk) -> ClientRecord:
    """Somebody else, of the same family."""
    return people.take_in(open_desk, "Taras", "Kowalenko")
