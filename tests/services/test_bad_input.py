"""What people really type, paste and are called: kept byte for byte, or refused at the field."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hin_desktop.domain.check_parts import LONG_TEXTS
from hin_desktop.errors import Invalid
from hin_desktop.services import clients, consultations, contacts, entries, history, households, search
from hin_desktop.services.clients import ClientRecord, NameVariant
from hin_desktop.services.consultations import ConsultationRow
from hin_desktop.services.contacts import AddressRow
from hin_desktop.services.households import RelationRow
from hin_desktop.services.open_desk import OpenDesk
from hin_desktop.services.search import ClientFilter
from tests.services.people import talk

DAY = date(2026, 11, 3)
KEPT = (
    "' OR 1=1 --", "Robert'); DROP TABLE client;--", "%_\\", "{name} {0}", "<b>fett</b> &amp;", "O'Neil-D'Árc",
    "\u202eيوسف\u202c \u200bالمصري\u200d", "👩🏽\u200d⚕️👨\u200d👩\u200d👧", "e\u0301 é Å Å", "ﷺ ß ſ İ ı", "  Nadia  ",
    "ሃይለ", "Нгуен Thị Hồng", "Ʒ" * 500, "\ufeffBOM", "=HYPERLINK(\"x\")",
)  # fmt: skip
REFUSED = ("\0", "a\x07b", "a\x1b[31m", "\x85", "x" * 501, "eine\nzweite Zeile")
NOTES = ("Zeile\n" * 2000, "🙂" * 10_000, "ü\t" * 5_000, "\r\n" * 5_000, "\u202e" + "ي" * 9_999, "' OR 1=1 -- " * 900)


@pytest.mark.parametrize("text", KEPT)
def test_a_name_is_kept_byte_for_byte(open_desk: OpenDesk, text: str) -> None:
    record = ClientRecord(family_name=text, given_names=text, original_name=text,
                          names=(NameVariant(kind="BIRTH", text=text),))  # fmt: skip
    saved = clients.add(open_desk, record).value
    back = clients.get(open_desk, saved.id)
    assert {back.family_name, back.given_names, back.original_name, back.names[0].text} == {text}
    assert [entry.verb.key for entry in history.of_client(open_desk, saved.id)] == ["Person taken in"]


@pytest.mark.parametrize("text", REFUSED)
@pytest.mark.parametrize("field", ["family_name", "given_names", "original_name", "phone"])
def test_a_sign_no_keyboard_types_is_refused_at_its_field(open_desk: OpenDesk, field: str, text: str) -> None:
    with pytest.raises(Invalid) as fault:
        clients.add(open_desk, replace(ClientRecord(), **{field: text}))
    assert [problem.field for problem in fault.value.problems] == [field]
    assert search.find(open_desk, ClientFilter()) == ()


@pytest.mark.parametrize("note", NOTES)
def test_ten_thousand_signs_are_kept(open_desk: OpenDesk, olena: ClientRecord, note: str) -> None:
    saved = clients.change(open_desk, replace(olena, note=note)).value
    held = talk(open_desk, olena, held=DAY, summary=note, agreed_next=note)
    assert clients.get(open_desk, saved.id).note == note
    assert consultations.get(open_desk, held.id) == held
    history.undo(open_desk)
    history.undo(open_desk)
    assert clients.get(open_desk, olena.id).note == ""


@pytest.mark.parametrize("text", KEPT)
def test_other_fields_too(open_desk: OpenDesk, olena: ClientRecord, text: str) -> None:
    home = entries.save(open_desk, contacts.ADDRESSES, AddressRow(client_id=olena.id, street=text, town=text)).value
    kin = entries.save(open_desk, households.RELATIONS,
                       RelationRow(client_id=olena.id, kind="CHILD", related_name=text)).value  # fmt: skip
    assert entries.get(open_desk, contacts.ADDRESSES, olena.id) == (home,)
    assert entries.get(open_desk, households.RELATIONS, olena.id) == (kin,)


@pytest.mark.parametrize("text", [*KEPT, *REFUSED, "\u202e", "🙂", "%", "", " " * 300])
def test_whatever_is_searched_for(open_desk: OpenDesk, olena: ClientRecord, text: str) -> None:
    found = search.find(open_desk, ClientFilter(text=text))
    assert set(found) <= {olena.id}
    assert len(search.suggest(open_desk, text)) <= 1


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(max_size=600), note=st.text(max_size=2_000))
def test_any_text_is_kept_or_refused(open_desk: OpenDesk, text: str, note: str) -> None:
    try:
        saved = clients.add(open_desk, ClientRecord(family_name=text, note=note)).value
    except Invalid as fault:
        assert {problem.field for problem in fault.problems} <= {"family_name", "note"}
        return
    back = clients.get(open_desk, saved.id)
    assert (back.family_name, back.note) == (text, note)


def test_long_texts_may_have_lines_in_every_row() -> None:
    assert {"summary", "agreed_next"} <= LONG_TEXTS & set(ConsultationRow.__dataclass_fields__)
    assert "note" in LONG_TEXTS
