"""People for the Ctrl+K box, and the command that is there on every page."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from pytestqt.qtbot import QtBot

from hin_desktop.services import clients, drafts
from hin_desktop.ui.clients.people_port import PeopleFinder
from hin_desktop.ui.shell.palette import PersonHit
from tests.services.people import OLENA, take_in
from tests.ui.workplace import RecordingWorkplace, settle


@pytest.fixture
def finder(workplace: RecordingWorkplace) -> PeopleFinder:
    """The port over a desk with two people."""
    clients.add(workplace.desk, OLENA)
    take_in(workplace.desk, "Nadia", "Rahimi")
    return PeopleFinder(workplace)


def test_a_hit_tells_people_of_one_name_apart(
    qtbot: QtBot, workplace: RecordingWorkplace, finder: PeopleFinder
) -> None:
    found: list[Sequence[PersonHit]] = []
    finder.find_people("olen", found.append)
    settle(qtbot, workplace)
    assert found == [[PersonHit(1, "Olena Kowalenko · Олена Коваленко", "born 02.04.1990 · HIN-2027-0001")]]


def test_nothing_typed_gives_those_opened_last(
    qtbot: QtBot, workplace: RecordingWorkplace, finder: PeopleFinder
) -> None:
    drafts.note_opened(workplace.desk, 2)
    found: list[Sequence[PersonHit]] = []
    finder.find_people("", found.append)
    settle(qtbot, workplace)
    assert [[hit.id for hit in hits] for hits in found] == [[2]]


def test_only_the_latest_question_is_answered(
    qtbot: QtBot, workplace: RecordingWorkplace, finder: PeopleFinder
) -> None:
    found: list[Sequence[PersonHit]] = []
    for text in ("o", "ol", "nadia"):
        finder.find_people(text, found.append)
    settle(qtbot, workplace)
    assert [[hit.name for hit in hits] for hits in found] == [["Nadia Rahimi"]]


def test_a_new_person_can_be_taken_in_from_everywhere(workplace: RecordingWorkplace, finder: PeopleFinder) -> None:
    assert workplace.registry.run("clients.new")
    ((page, target),) = workplace.visits
    assert (page, list(target)) == ("clients", ["new"])
