"""People: taken in, changed, deleted and brought back, with everything that was typed kept as it was."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from hin_desktop.domain.check_parts import check_text
from hin_desktop.domain.partial_date import PartialDate
from hin_desktop.errors import Conflict, Gone, Invalid, Refused
from hin_desktop.records.models.client import Client
from hin_desktop.services import cases, clients, consultations, drafts, entries, history, search
from hin_desktop.services.clients import LanguageSkill, NameVariant, Nationality
from hin_desktop.services.drafts import DraftKey
from hin_desktop.services.limits import LIMITS
from hin_desktop.services.open_desk import OpenDesk
from hin_desktop.services.rows import table_of
from tests.desk_factory import Desk
from tests.services.people import OLENA, case, person, take_in, talk, title

STRANGE = (
    "' OR 1=1 --",
    '"; DROP TABLE client; --',
    "%_\\",
    "\u202eناديا\u202c \u200bرحيمي\u200d",
    "👩🏽\u200d⚕️ Zoë",
    "e\u0301 é",
    "ﷺ ß ı İ",
    " Nadia  ",
    "{name} %s <b>",
)


def in_words(fault: Invalid) -> dict[str, str]:
    return {problem.field: problem.message.key for problem in fault.problems}


def test_a_person_gets_the_next_number_of_the_year(open_desk: OpenDesk) -> None:
    numbers = [take_in(open_desk, "A").file_number for _ in range(3)]
    assert numbers == ["HIN-2027-0001", "HIN-2027-0002", "HIN-2027-0003"]


def test_numbers_begin_anew_with_the_year(open_desk: OpenDesk, desk: Desk) -> None:
    take_in(open_desk, "A")
    desk.now = desk.now.replace(year=2028)
    assert take_in(open_desk, "B").file_number == "HIN-2028-0001"


def test_after_9999_people_the_numbers_get_longer_and_go_on(open_desk: OpenDesk, desk: Desk) -> None:
    rows = [{"file_number": f"HIN-2027-{number:04}"} for number in range(1, 10_000)]
    with desk.writing() as writer:
        writer.insert_many(Client, rows)
    assert [take_in(open_desk, "A").file_number for _ in range(2)] == ["HIN-2027-10000", "HIN-2027-10001"]


def test_everything_on_the_sheet_comes_back(open_desk: OpenDesk) -> None:
    saved = clients.add(open_desk, OLENA).value
    assert clients.get(open_desk, saved.id) == saved
    assert replace(saved, id=0, version=0, file_number="").name == OLENA.name
    assert [(row.code, row.level, row.reads) for row in saved.languages] == [("uk", "NATIVE", True)]


def test_a_case_can_be_opened_at_once(open_desk: OpenDesk) -> None:
    saved = clients.add(open_desk, person("Amir"), open_case="CM", access_source="FRIENDS").value
    (row,) = entries.get(open_desk, cases.CASES, saved.id)
    assert (row.counselling_type, row.access_source) == ("CM", "FRIENDS")
    assert (row.opened_on, row.counsellor_id) == (open_desk.today(), 1)


@pytest.mark.parametrize("text", STRANGE)
def test_a_name_is_kept_byte_for_byte(open_desk: OpenDesk, text: str) -> None:
    saved = take_in(open_desk, text, text, original_name=text, names=(NameVariant(kind="BIRTH", text=text),))
    read = clients.get(open_desk, saved.id)
    assert (read.given_names, read.family_name, read.original_name, read.names[0].text) == (text,) * 4


@given(text=st.text(max_size=60))
@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_text_is_kept_or_refused_at_its_field(open_desk: OpenDesk, text: str) -> None:
    if check_text("given_names", text, LIMITS.line):
        with pytest.raises(Invalid) as refused:
            take_in(open_desk, text)
        assert set(in_words(refused.value)) == {"given_names"}
    else:
        assert clients.get(open_desk, take_in(open_desk, text).id).given_names == text


def test_a_note_of_ten_thousand_signs_is_kept(open_desk: OpenDesk) -> None:
    note = "Ärger mit dem Bescheid.\n\t" * 400
    assert clients.get(open_desk, take_in(open_desk, "A", note=note).id).note == note


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"birth_date": PartialDate(2027, 1, 15)}, "birth_date"),
        ({"birth_date": PartialDate(2000), "arrival_germany": PartialDate(1999)}, "arrival_germany"),
        ({"arrival_germany": PartialDate(2022, 3), "arrival_town": PartialDate(2022, 2)}, "arrival_town"),
        ({"birth_date": PartialDate(2000), "date_of_death": PartialDate(1999)}, "date_of_death"),
        ({"email": "nadia"}, "email"),
        ({"given_names": "Na\x00dia"}, "given_names"),
        ({"given_names": "Na\ndia"}, "given_names"),
        ({"family_name": "x" * 501}, "family_name"),
    ],
)  # fmt: skip
def test_what_cannot_be_is_refused_at_its_field(open_desk: OpenDesk, values: dict[str, object], field: str) -> None:
    with pytest.raises(Invalid) as refused:
        take_in(open_desk, **{"given": "Nadia", **values} if "given_names" not in values else values)
    assert set(in_words(refused.value)) == {field}
    assert search.find(open_desk, search.ClientFilter()) == ()


def test_somebody_without_any_name_can_be_taken_in(open_desk: OpenDesk) -> None:
    saved = take_in(open_desk, birth_date=PartialDate(1985))
    assert saved.name.display.key == "Without a name"


def test_lists_are_brought_to_what_the_form_holds(open_desk: OpenDesk) -> None:
    saved = clients.add(open_desk, OLENA).value
    skills = (replace(saved.languages[0], level="C1"), LanguageSkill(code="de", level="A2"))
    wanted = replace(saved, languages=skills, nationalities=(), names=())
    read = clients.get(open_desk, clients.change(open_desk, wanted).value.id)
    assert [(row.code, row.level) for row in read.languages] == [("uk", "C1"), ("de", "A2")]
    assert (read.nationalities, read.names) == ((), ())


def test_saving_without_a_change_is_no_new_version(open_desk: OpenDesk) -> None:
    saved = clients.add(open_desk, OLENA).value
    assert clients.change(open_desk, saved).value == saved


def test_two_who_change_the_same_sheet_are_told_and_nothing_is_overwritten(open_desk: OpenDesk) -> None:
    read = take_in(open_desk, "Nadia", "Rahimi")
    clients.change(open_desk, replace(read, phone="0170 1"))
    with pytest.raises(Conflict) as conflict:
        clients.change(open_desk, replace(read, phone="0170 2", nationalities=(Nationality(code="AFG"),)))
    found = {difference.field: (difference.mine, difference.theirs) for difference in conflict.value.differences}
    assert found["phone"] == ("0170 2", "0170 1")
    assert (conflict.value.who, conflict.value.version) == ("Ayşe Yılmaz", 2)
    assert clients.get(open_desk, read.id).phone == "0170 1"
    assert clients.get(open_desk, read.id).nationalities == ()


def test_after_deciding_the_version_of_the_conflict_can_be_saved(open_desk: OpenDesk) -> None:
    read = take_in(open_desk, "Nadia")
    clients.change(open_desk, replace(read, phone="0170 1"))
    with pytest.raises(Conflict) as conflict:
        clients.change(open_desk, replace(read, phone="0170 2"))
    decided = replace(read, phone="0170 2", version=conflict.value.version)
    assert clients.change(open_desk, decided).value.phone == "0170 2"


def test_a_person_goes_with_everything_of_their_own_and_comes_back_with_it(open_desk: OpenDesk) -> None:
    saved = clients.add(open_desk, OLENA, open_case="CM").value
    title(open_desk, saved, "AE_24", date(2026, 1, 1), date(2027, 3, 4))
    held = talk(open_desk, saved, held=date(2027, 1, 4), summary="Erstgespräch", topics=("WORK", "HOUSING"))
    drafts.keep(open_desk, DraftKey("consultation", saved.id), {"summary": "x"})
    done = clients.remove(open_desk, saved.id, saved.version)
    with pytest.raises(Gone):
        clients.get(open_desk, saved.id)
    assert search.find(open_desk, search.ClientFilter(text="kowalenko")) == ()
    history.undo(open_desk, done.entry_id)
    back = clients.get(open_desk, saved.id)
    assert (back.file_number, back.languages[0].code) == (saved.file_number, "uk")
    assert consultations.of_client(open_desk, saved.id)[0].topics == held.topics
    assert search.find(open_desk, search.ClientFilter(text="tkatschenko")) == (saved.id,)


def test_a_talk_with_the_family_stays_with_the_others(open_desk: OpenDesk) -> None:
    one, other = take_in(open_desk, "Ion", "Popescu"), take_in(open_desk, "Maria", "Popescu")
    held = talk(open_desk, one, other, held=date(2027, 1, 4))
    done = clients.remove(open_desk, one.id, one.version)
    (left,) = consultations.of_client(open_desk, other.id)
    assert [who.client_id for who in left.participants] == [other.id]
    history.undo(open_desk, done.entry_id)
    assert len(consultations.get(open_desk, held.id).participants) == 2


def test_deleting_somebody_who_was_changed_meanwhile_is_refused(open_desk: OpenDesk) -> None:
    read = take_in(open_desk, "Nadia")
    clients.change(open_desk, replace(read, phone="1"))
    with pytest.raises(Refused):
        clients.remove(open_desk, read.id, read.version)
    assert clients.get(open_desk, read.id).phone == "1"


def test_deleting_twice_says_that_it_is_gone(open_desk: OpenDesk) -> None:
    read = take_in(open_desk, "Nadia")
    clients.remove(open_desk, read.id, read.version)
    with pytest.raises(Gone):
        clients.remove(open_desk, read.id, read.version)


def test_taking_in_can_be_undone_and_done_again(open_desk: OpenDesk) -> None:
    saved = clients.add(open_desk, OLENA, open_case="CM").value
    case(open_desk, saved, date(2027, 1, 2), counselling_type="KURZ")
    for _ in range(2):
        history.undo(open_desk)
    assert search.find(open_desk, search.ClientFilter()) == ()
    history.redo(open_desk)
    assert clients.get(open_desk, saved.id).names[0].text == "Olena Tkatschenko"
    assert search.find(open_desk, search.ClientFilter(text="tkatsch")) == (saved.id,)


def test_the_history_tells_what_changed_and_what_was_undone(open_desk: OpenDesk) -> None:
    saved = take_in(open_desk, "Nadia", "Rahimi")
    done = clients.change(open_desk, replace(saved, family_name="Karimi"))
    history.undo(open_desk, done.entry_id)
    undone, changed, taken_in = history.of_client(open_desk, saved.id)
    assert [entry.verb.key for entry in (changed, taken_in)] == ["Personal details changed", "Person taken in"]
    assert (undone.undoes, changed.undone) == (True, True)
    names = {(change.before, change.after) for change in changed.changes if change.field == "family_name"}
    assert names == {("Rahimi", "Karimi")}


def test_the_name_for_sorting_follows_the_name(open_desk: OpenDesk, desk: Desk) -> None:
    saved = take_in(open_desk, "Ärne", "Öztürk")
    clients.change(open_desk, replace(saved, family_name="Çelik"))
    with desk.store.reading() as connection:
        assert connection.scalar(select(table_of(Client).c.sort_name)) == "celik arne"
