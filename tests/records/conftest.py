"""What the tests of the records stand on, and people to write about."""

from __future__ import annotations

from typing import Any

import pytest

from hin_desktop.records.models.client import Client
from tests.desk_factory import Desk, desk, template_desk

__all__ = ["desk", "template_desk"]


def person(**values: object) -> dict[str, Any]:
    """The columns of a client, with a file number of its own."""
    return {"file_number": values.get("family_name", "X"), **values}


@pytest.fixture
def client_id(desk: Desk) -> int:
    """A stored person, version 1."""
    with desk.writing("Person taken in") as writer:
        return writer.insert(Client, person(given_names="Olena", family_name="Kowalenko"))
