"""The form builder: what it gives back, where it says what is wrong, and how it fits into little room."""

from __future__ import annotations

import json
from datetime import time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout
from pytestqt.qtbot import QtBot

from hin_desktop.domain.partial_date import PartialDate
from hin_desktop.errors import FieldProblem, Invalid, Message
from hin_desktop.ui.widgets.form import Form
from hin_desktop.ui.widgets.form_spec import Choice, FieldKind, FieldSpec, FormSpec, Section
from hin_desktop.ui.widgets.kit import Kit
from tests.ui.typing_keys import press, type_into
from tests.ui.widgets.conftest import Show

COUNTRIES = tuple(Choice(key, key) for key in ("Syrien", "Türkei", "Ukraine", "Österreich", "staatenlos"))
TONGUES = (Choice("ar", "Arabic"), Choice("de", "German"))
LEVELS = (Choice("A1", "A1"), Choice("B1", "B1"))
LANGUAGE = (
    FieldSpec("language", Message("Language"), FieldKind.CHOICE, choices=TONGUES),
    FieldSpec("level", Message("Level"), FieldKind.CHOICE, choices=LEVELS),
    FieldSpec("reads", Message("reads"), FieldKind.CHECK),
)
SPEC = FormSpec(
    (
        Section(
            (
                FieldSpec("name", Message("Name"), required=True, help=Message("As in the passport"), max_length=40),
                FieldSpec("born", Message("Born"), FieldKind.PARTIAL_DATE, prefer_past=True),
                FieldSpec("country", Message("Country"), FieldKind.CHOICE, choices=lambda: COUNTRIES),
                FieldSpec("citizen", Message("Nationalities"), FieldKind.MULTI_CHOICE, choices=COUNTRIES),
                FieldSpec("mail", Message("E-mail"), FieldKind.EMAIL),
                FieldSpec("at", Message("Time"), FieldKind.TIME),
                FieldSpec("minutes", Message("Minutes"), FieldKind.NUMBER, minimum=1, maximum=600),
                FieldSpec("agreed", Message("Agreed"), FieldKind.CHECK),
                FieldSpec("note", Message("Note"), FieldKind.LONG_TEXT, span=2),
                FieldSpec("secret", Message("Password"), FieldKind.PASSWORD),
                FieldSpec("languages", Message("Languages"), FieldKind.LIST, span=2, fields=LANGUAGE),
            )
        ),
    )
)
FILLED: dict[str, object] = {
    "name": "Al-Masri",
    "born": PartialDate(1992, 5),
    "country": "Türkei",
    "citizen": ("Syrien", "staatenlos"),
    "mail": "y@example.org",
    "at": time(9, 30),
    "minutes": 30,
    "agreed": True,
    "note": "one\ntwo",
    "secret": "",
    "languages": ({"language": "ar", "level": "B1", "reads": True}, {"language": "de", "level": None, "reads": False}),
}


@pytest.fixture
def form(kit: Kit, show: Show) -> Form:
    made = Form(SPEC, kit)
    show(made, 900, 900)
    return made


def test_what_is_set_comes_back(form: Form) -> None:
    form.set_values(FILLED)
    assert form.values() == FILLED
    assert not form.dirty
    assert form.check()


def test_an_empty_form_gives_empty_values(form: Form) -> None:
    form.set_values({})
    empty = {**dict.fromkeys(FILLED), "name": "", "mail": "", "note": "", "secret": ""}
    assert form.values() == {**empty, "agreed": False, "citizen": (), "languages": ()}


def test_every_field_has_a_name_and_every_label_a_buddy(form: Form) -> None:
    for name, cell in form.cells.items():
        assert cell.editor.input().accessibleName(), name
        assert cell.label.buddy() is cell.editor.input()
    assert form.cells["name"].editor.input().accessibleName() == "Name (required)"
    assert form.cells["name"].editor.input().accessibleDescription() == "As in the passport"


@pytest.mark.parametrize(
    "name",
    [
        "Nguyễn",
        "يوسف",
        "ሰላም",
        "a\u200db\u200c",
        "\u202eabc\u202c",
        "\U0001f469\u200d\U0001f467",
        " two  blanks ",
        "' OR 1=1 --",
        "x\u00a0y",
    ],
)
def test_names_are_kept_byte_for_byte(form: Form, name: str) -> None:
    type_into(form.cells["name"].editor.input(), name)
    type_into(form.cells["note"].editor.input(), name)
    assert form.values()["name"] == name
    assert form.values()["note"] == name


def test_a_long_note_is_kept_and_a_long_name_refused_in_words(form: Form) -> None:
    form.set_values({"name": "x" * 41, "note": "ä" * 10_000})
    assert form.values()["note"] == "ä" * 10_000
    assert not form.check()
    assert form.cells["name"].error == "At most 40 characters fit here; this is 41."


@pytest.mark.parametrize(
    ("field", "typed", "sentence"),
    [
        ("born", "31.02.1990", "There is no day 31: February 1990 has 28 days."),
        ("mail", "y at example", "An e-mail address looks like name@example.org."),
        ("at", "25:00", "There is no such time: a day has hours 0 to 23 and minutes 0 to 59."),
        ("minutes", "many", "Please enter a whole number."),
        ("minutes", "601", "The number must be at most 600."),
        ("minutes", "0", "The number must be at least 1."),
        ("country", "Atlantis", "Please choose an answer from the list."),
        ("citizen", {"keys": [], "text": "Atlantis"}, "Please choose an answer from the list."),
        ("name", "", "Please fill this in."),
    ],
)
def test_faults_stand_at_their_field(form: Form, field: str, typed: object, sentence: str) -> None:
    form.set_values({"name": "A"})
    form.cells[field].editor.set_typed(typed)
    assert not form.check()
    assert form.cells[field].error == sentence
    fault = form.cells[field]._fault
    assert fault is not None
    assert fault.isVisible()
    assert form.cells[field].editor.input().accessibleDescription() == sentence


def test_the_first_faulty_field_gets_the_focus(form: Form) -> None:
    form.show_problems(
        Invalid(
            FieldProblem("languages.0.level", Message("Too high.")),
            FieldProblem("mail", Message("Unknown.")),
            FieldProblem("", Message("Known already.")),
        )
    )
    assert form.cells["mail"].editor.input().hasFocus()
    assert form.cells["languages"].error == "Too high."
    assert form.top.text() == "Known already."


def test_what_is_out_of_sight_is_not_asked_and_does_not_stand_in_the_way(form: Form) -> None:
    form.set_values(FILLED)
    form.cells["minutes"].editor.set_typed("many")
    form.cells["minutes"].hide()
    assert form.check()
    form.cells["minutes"].show()
    assert not form.check()


def test_a_form_that_is_not_shown_yet_is_asked_all_the_same(kit: Kit) -> None:
    assert not Form(SPEC, kit).check()


def test_a_field_takes_another_label(form: Form) -> None:
    form.cells["born"].rename("Born about")
    assert (form.cells["born"].label.text(), form.cells["born"].editor.input().accessibleName()) == (
        "Born about", "Born about")  # fmt: skip


def test_a_sentence_goes_when_the_field_is_edited(form: Form) -> None:
    form.show_problems(Invalid(FieldProblem("mail", Message("Unknown."))))
    type_into(form.cells["mail"].editor.input(), "y")
    fault = form.cells["mail"]._fault
    assert fault is not None
    assert fault.isHidden()


def test_typing_tells_and_makes_dirty_but_setting_does_not(form: Form, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(form.changed):
        form.set_values(FILLED)
    with qtbot.waitSignal(form.changed):
        type_into(form.cells["note"].editor.input(), "!")
    assert form.dirty


def test_a_draft_is_plain_data_without_passwords_and_comes_back(form: Form, kit: Kit, show: Show) -> None:
    form.set_values(FILLED)
    form.cells["born"].editor.set_typed("31.02.")
    type_into(form.cells["secret"].editor.input(), "hunter2")
    kept = json.loads(json.dumps(form.draft()))
    other = Form(SPEC, kit)
    show(other)
    other.restore(kept)
    assert "hunter2" not in json.dumps(kept)
    assert other.draft() == form.draft()
    assert other.dirty


def test_escape_destroys_nothing(form: Form) -> None:
    for cell in form.cells.values():
        field = cell.editor.input()
        type_into(field, "7")
        before = cell.editor.typed()
        press(field, Qt.Key.Key_Escape)
        assert cell.editor.typed() == before


def test_fields_stand_below_each_other_where_there_is_little_room(form: Form) -> None:
    line = form._lines[0][0]
    assert line.direction() is QBoxLayout.Direction.LeftToRight
    form.resize(300, 900)
    assert line.direction() is QBoxLayout.Direction.TopToBottom


def test_lines_are_filled_by_span() -> None:
    names = [[field.name for field in line] for line in SPEC.sections[0].lines()]
    assert names[:2] == [["name", "born"], ["country", "citizen"]]
    assert ["note"] in names
