"""Unfinished forms and what the window remembers: inside the desk, for one counsellor, outside the history."""

from __future__ import annotations

import pytest

from hin_desktop.services import clients, drafts, history
from hin_desktop.services.clients import ClientRecord
from hin_desktop.services.drafts import DraftKey
from hin_desktop.services.open_desk import OpenDesk
from tests.desk_factory import Desk

TYPED = {"family_name": "' OR 1=1 --", "topics": ["RES"], "note": "\u202eرحيمي\u202c 👩🏽\n" * 700, "birth": None}
KEYS = (DraftKey("person"), DraftKey("address", 1), DraftKey("address", 1, 7), DraftKey("consultation", 1))


@pytest.fixture
def drafted(open_desk: OpenDesk, olena: ClientRecord) -> OpenDesk:
    """A desk with a draft of each form."""
    for number, key in enumerate(KEYS):
        drafts.keep(open_desk, key, {**TYPED, "number": number})
    return open_desk


def test_kept_as_typed_for_each_form(drafted: OpenDesk) -> None:
    found = {row.key: row.payload for row in drafts.mine(drafted)}
    assert found == {key: {**TYPED, "number": number} for number, key in enumerate(KEYS)}


@pytest.mark.parametrize("key", KEYS)
def test_kept_again_replaces_its_own(drafted: OpenDesk, desk: Desk, key: DraftKey) -> None:
    desk.now = desk.now.replace(hour=12)
    drafts.keep(drafted, key, {"note": "neu"})
    found = drafts.mine(drafted)
    assert (len(found), found[0].key, found[0].payload) == (len(KEYS), key, {"note": "neu"})


@pytest.mark.parametrize("key", KEYS)
def test_dropped_alone(drafted: OpenDesk, key: DraftKey) -> None:
    drafts.drop(drafted, key)
    assert {row.key for row in drafts.mine(drafted)} == set(KEYS) - {key}


def test_a_colleague_does_not_see_them(drafted: OpenDesk, colleague: OpenDesk) -> None:
    assert drafts.mine(colleague) == ()
    drafts.keep(colleague, KEYS[0], {"note": "ihre"})
    assert len(drafts.mine(drafted)) == len(KEYS)


def test_a_draft_is_no_history_and_cannot_be_undone(drafted: OpenDesk) -> None:
    before = history.next_steps(drafted)
    drafts.keep(drafted, KEYS[0], TYPED)
    drafts.note_opened(drafted, 1)
    assert history.next_steps(drafted) == before


def test_drafts_about_a_person_go_with_the_person(drafted: OpenDesk, olena: ClientRecord) -> None:
    clients.remove(drafted, olena.id, olena.version)
    assert [row.key for row in drafts.mine(drafted)] == [DraftKey("person")]


def test_the_window_remembers_for_each_counsellor(open_desk: OpenDesk, colleague: OpenDesk) -> None:
    drafts.save_state(open_desk, "window", {"page": "today", "size": [1280, 720]})
    drafts.save_state(open_desk, "window", {"page": "people", "size": [1280, 720]})
    assert drafts.load_state(open_desk, "window") == {"page": "people", "size": [1280, 720]}
    assert drafts.load_state(colleague, "window") is None


def test_people_opened_last(open_desk: OpenDesk) -> None:
    for person in (*range(1, 16), 3):
        drafts.note_opened(open_desk, person)
    with open_desk.reading() as connection:
        assert drafts.recent(connection, open_desk) == (3, *range(15, 4, -1))
