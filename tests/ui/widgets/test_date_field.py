"""The date field as it is typed into."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QDate, Qt

from hin_desktop.domain.partial_date import PartialDate
from hin_desktop.errors import Message
from hin_desktop.ui.widgets.date_field import DateField
from hin_desktop.ui.widgets.form_spec import FieldKind, FieldSpec
from hin_desktop.ui.widgets.kit import Kit
from tests.ui.typing_keys import ALT, press, type_into
from tests.ui.widgets.conftest import Show

DAY = FieldSpec("day", Message("Day"), FieldKind.DATE)
BIRTH = FieldSpec("born", Message("Born"), FieldKind.PARTIAL_DATE, prefer_past=True)


def test_the_understood_date_stands_beside_the_text_while_typing(kit: Kit, show: Show) -> None:
    field = DateField(DAY, kit)
    show(field, 300, 40)
    type_into(field.line, "+6w")
    assert field.line.hint.text() == "Mon 4 Jan 2027"
    assert field.line.hint.isVisible()
    assert field.line.accessibleDescription() == "Mon 4 Jan 2027"
    assert field.value() == date(2027, 1, 4)


def test_leaving_the_field_writes_the_date_out(kit: Kit, show: Show) -> None:
    field = DateField(DAY, kit)
    show(field)
    type_into(field.line, "3.2.25")
    press(field.line, Qt.Key.Key_Return)
    assert field.line.text() == "03.02.2025"
    assert field.line.hint.text() == "Mon"


def test_an_impossible_date_stays_as_typed_and_says_why(kit: Kit, show: Show) -> None:
    field = DateField(DAY, kit)
    show(field)
    type_into(field.line, "31.02.2025")
    press(field.line, Qt.Key.Key_Return)
    assert field.line.text() == "31.02.2025"
    assert field.value() is None
    assert kit.say(field.problem() or "") == "There is no day 31: February 2025 has 28 days."


def test_a_birth_may_be_only_a_year(kit: Kit, show: Show) -> None:
    field = DateField(BIRTH, kit)
    show(field)
    type_into(field.line, "1992")
    assert field.value() == PartialDate(1992)
    assert field.problem() is None


@pytest.mark.parametrize("value", [date(1992, 5, 1), PartialDate(1992, 5, 1), "1992-05-01"])
def test_stored_dates_are_shown_in_german_form(kit: Kit, show: Show, value: object) -> None:
    field = DateField(BIRTH, kit)
    show(field)
    field.set_value(value)
    assert field.line.text() == "01.05.1992"
    assert field.shown(value) == "Fri 1 May 1992"


def test_the_calendar_opens_by_key_and_gives_the_day_chosen(kit: Kit, show: Show) -> None:
    field = DateField(DAY, kit)
    show(field)
    type_into(field.line, "1.12.2026")
    press(field.line, Qt.Key.Key_Down, ALT)
    popup = field._calendar
    assert popup is not None
    assert popup.isVisible()
    assert popup.calendar.selectedDate() == QDate(2026, 12, 1)
    popup.calendar.activated.emit(QDate(2026, 12, 3))
    assert field.value() == date(2026, 12, 3)
    assert not popup.isVisible()


def test_escape_closes_the_calendar_and_changes_nothing(kit: Kit, show: Show) -> None:
    field = DateField(DAY, kit)
    show(field)
    type_into(field.line, "+1")
    field.open_calendar()
    popup = field._calendar
    assert popup is not None
    press(popup, Qt.Key.Key_Escape)
    assert not popup.isVisible()
    assert field.line.text() == "+1"


def test_a_draft_keeps_what_is_no_date(kit: Kit, show: Show) -> None:
    field, other = DateField(DAY, kit), DateField(DAY, kit)
    show(field)
    show(other)
    type_into(field.line, "next week")
    other.set_typed(field.typed())
    assert other.line.text() == "next week"
