"""What the tests of the services stand on: a real desk, a colleague at it, and people to advise."""

from __future__ import annotations

import pytest

from hin_desktop.records.models.user import User
from hin_desktop.services import clients
from hin_desktop.services.clients import ClientRecord
from hin_desktop.services.open_desk import OpenDesk
from tests.desk_factory import Desk, desk, template_desk
from tests.open_desk import World, open_desk, opened, world

__all__ = ["desk", "open_desk", "template_desk", "world"]

COLLEAGUE = "00000000-0000-4000-8000-000000000002"


@pytest.fixture
def colleague(desk: Desk, world: World) -> OpenDesk:
    """The same desk as Bernd Böttcher sees it, in a session of his own."""
    with desk.writing("Colleague") as writer:
        user = writer.insert(User, {"login": "bernd", "display_name": "Bernd Böttcher", "role": "counsellor"})
    return opened(desk, world, user=user, session=COLLEAGUE)


@pytest.fixture
def olena(open_desk: OpenDesk) -> ClientRecord:
    """Olena Kowalenko, taken in with a case (id 1)."""
    return clients.add(open_desk, ClientRecord(given_names="Olena", family_name="Kowalenko"), "MBE").value


@pytest.fixture
def taras(open_desk: OpenDesk) -> ClientRecord:
    """Taras Kowalenko, taken in without a case."""
    return clients.add(open_desk, ClientRecord(given_names="Taras", family_name="Kowalenko")).value
