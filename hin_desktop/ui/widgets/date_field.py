"""A date typed as people type it, with what was understood beside it and a calendar one key away."""

from __future__ import annotations

from datetime import date
from typing import cast

from PySide6.QtCore import QDate, QEvent, QLocale, QPoint, Qt, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QFrame, QToolButton, QVBoxLayout, QWidget

from hin_desktop.domain.date_input import EARLIEST_YEAR, LATEST_YEAR, MONTHS, DateProblem, read_date
from hin_desktop.domain.partial_date import PartialDate
from hin_desktop.errors import Message
from hin_desktop.ui.widgets.editor import Editor, LineEdit
from hin_desktop.ui.widgets.form_spec import FieldKind, FieldSpec
from hin_desktop.ui.widgets.kit import Kit
from hin_desktop.ui.widgets.parts import IconButton, label

_WEEKDAYS = (
    Message("Mon"),
    Message("Tue"),
    Message("Wed"),
    Message("Thu"),
    Message("Fri"),
    Message("Sat"),
    Message("Sun"),
)


def in_words(value: PartialDate, kit: Kit) -> str:
    """A date as it is read out: 'Mo 03.02.2025', 'Mai 2019', '2019'."""
    day = value.exact
    if day is not None:
        return f"{kit.texts(_WEEKDAYS[day.weekday()])} {kit.texts.date(day)}"
    if value.month is not None:
        return f"{kit.texts(MONTHS[value.month - 1])} {value.year}"
    return str(value.year)


def as_partial(value: object) -> PartialDate | None:
    """A stored date (date, PartialDate or ISO text) as a PartialDate; None for nothing."""
    if isinstance(value, PartialDate):
        return value
    if isinstance(value, date):
        return PartialDate.of(value)
    return PartialDate.from_iso(value) if isinstance(value, str) and value else None


class DateLine(LineEdit):
    """The line of a date field: a hint at its right end and a button for the calendar."""

    def __init__(self, kit: Kit, placeholder: Message | None) -> None:
        super().__init__(kit, placeholder)
        self._px = kit.theme.px
        self.hint = label("", tone="muted", size="small")
        self.hint.setParent(self)
        self.hint.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.button = IconButton(kit, "calendar", kit.texts("Open calendar"), size=16)
        self.button.setParent(self)
        self.button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.textChanged.connect(self.place)

    def show_hint(self, text: str) -> None:
        """Show what was understood, if there is room beside the text."""
        self.hint.setText(text)
        self.setAccessibleDescription(text)
        self.place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep hint and button at the right end."""
        super().resizeEvent(event)
        self.place()

    @Slot()
    def place(self) -> None:
        """Put the hint and the button where they belong."""
        side, gap = min(self.height() - 4, self._px(28)), self._px(4)
        self.button.setGeometry(self.width() - side - gap, (self.height() - side) // 2, side, side)
        self.setTextMargins(0, 0, side, 0)
        size = self.hint.sizeHint()
        left = self.width() - side - 2 * gap - size.width()
        text = self.fontMetrics().horizontalAdvance(self.text()) + self._px(20)
        self.hint.setGeometry(left, (self.height() - size.height()) // 2, size.width(), size.height())
        self.hint.setVisible(bool(self.hint.text()) and left > text)


class DateField(Editor):
    """A day (`FieldKind.DATE`) or a date of which parts may be unknown (`PARTIAL_DATE`).

    While typing, the date that was understood stands at the end of the line; on leaving, the text becomes that date.
    Alt+Down or F4 opens the calendar. The value is None while the text is no date (`problem` says why).
    """

    def __init__(self, spec: FieldSpec, kit: Kit) -> None:
        super().__init__(spec, kit)
        self.partial = spec.kind is FieldKind.PARTIAL_DATE
        self.line = DateLine(kit, spec.placeholder)
        self._hold(self.line)
        self._calendar: CalendarPopup | None = None
        self.line.textEdited.connect(self._edited)
        self.line.editingFinished.connect(self._tidy)
        self.line.button.clicked.connect(self.open_calendar)
        self.line.installEventFilter(self)

    def input(self) -> QWidget:
        """The line."""
        return self.line

    def read(self) -> PartialDate | None:
        """The date that was typed, None if nothing was; raises DateProblem."""
        text = self.line.text()
        if not text.strip():
            return None
        return read_date(text, self.kit.today(), partial=self.partial, prefer_past=self.spec.prefer_past)

    def value(self) -> date | PartialDate | None:
        """The date; a PartialDate where parts may be unknown."""
        try:
            found = self.read()
        except DateProblem:
            return None
        return found if self.partial or found is None else found.exact

    def set_value(self, value: object) -> None:
        """Show a date, PartialDate or ISO text."""
        known = as_partial(value)
        self.line.show_text("" if known is None else str(known))
        self._show_understood()

    def typed(self) -> str:
        """The text as it stands."""
        return self.line.text()

    def set_typed(self, typed: object) -> None:
        """Bring a draft back, readable or not."""
        self.line.show_text(str(typed or ""))
        self._show_understood()

    def problem(self) -> Message | None:
        """Missing, or what is wrong with the date."""
        try:
            self.read()
        except DateProblem as problem:
            return problem.message
        return super().problem()

    def shown(self, value: object) -> str:
        """The date in words."""
        known = as_partial(value)
        return "" if known is None else in_words(known, self.kit)

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        """Alt+Down and F4 open the calendar."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            down = event.key() == Qt.Key.Key_Down and event.modifiers() & Qt.KeyboardModifier.AltModifier
            if down or event.key() == Qt.Key.Key_F4:
                self.open_calendar()
                return True
        return False

    @Slot()
    def open_calendar(self) -> None:
        """Show the calendar below the field, on the date that stands in it."""
        if self._calendar is None:
            self._calendar = CalendarPopup(self.kit, self)
            self._calendar.calendar.activated.connect(self._chosen)
            self._calendar.calendar.clicked.connect(self._chosen)
        known = as_partial(self.value())
        self._calendar.open_at(self.line, known.earliest if known else self.kit.today())

    @Slot(QDate)
    def _chosen(self, day: QDate) -> None:
        if self._calendar is not None:
            self._calendar.close()
        self.set_value(date(day.year(), day.month(), day.day()))
        self.line.setFocus()
        self.changed.emit()

    @Slot()
    def _edited(self) -> None:
        self._show_understood()
        self.changed.emit()

    @Slot()
    def _tidy(self) -> None:
        """Write the understood date out, so that nobody has to guess later which year was meant."""
        known = as_partial(self.value())
        if known is not None and self.line.text() != str(known):
            self.line.show_text(str(known))
            self._show_understood()

    def _show_understood(self) -> None:
        known = as_partial(self.value())
        text = self.line.text()
        if known is None:
            self.line.show_hint("")
        elif known.exact is not None and text == str(known):
            self.line.show_hint(self.kit.texts(_WEEKDAYS[known.exact.weekday()]))
        else:
            self.line.show_hint("" if text == str(known) else in_words(known, self.kit))


class CalendarPopup(QFrame):
    """A month to choose from: arrows move, Enter takes, Esc closes and changes nothing."""

    def __init__(self, kit: Kit, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self._kit = kit
        self.setProperty("role", "popup")
        self.calendar = QCalendarWidget()
        self.calendar.setAccessibleName(kit.texts("Calendar"))
        language = QLocale.Language.German if kit.texts.language == "de" else QLocale.Language.English
        self.calendar.setLocale(QLocale(language))
        self.calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        self.calendar.setDateRange(QDate(EARLIEST_YEAR, 1, 1), QDate(LATEST_YEAR, 12, 31))
        self.calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.ISOWeekNumbers)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(6, 6, 6, 6)
        layout.addWidget(self.calendar)
        for name, icon in (("qt_calendar_prevmonth", "chevron-left"), ("qt_calendar_nextmonth", "chevron-right")):
            kit.theme.dress(cast(QToolButton, self.calendar.findChild(QToolButton, name)), icon)
        self._colour()
        kit.theme.changed.connect(self._colour)

    def open_at(self, anchor: QWidget, day: date) -> None:
        """Open below a widget with a day selected."""
        self.calendar.setSelectedDate(QDate(day.year, day.month, day.day))
        self.adjustSize()
        below = anchor.mapToGlobal(QPoint(anchor.width() - self.width(), anchor.height() + 2))
        area = anchor.screen().availableGeometry()
        below.setX(max(area.left(), min(below.x(), area.right() - self.width())))
        below.setY(max(area.top(), min(below.y(), area.bottom() - self.height())))
        self.move(below)
        self.show()
        self.calendar.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The keys belong to the calendar."""
        super().focusInEvent(event)
        self.calendar.setFocus()

    @Slot()
    def _colour(self) -> None:
        plain, head = QTextCharFormat(), QTextCharFormat()
        plain.setForeground(self._kit.theme.color("text"))
        head.setForeground(self._kit.theme.color("muted"))
        head.setBackground(self._kit.theme.color("surface"))
        for day in Qt.DayOfWeek:
            self.calendar.setWeekdayTextFormat(day, plain)
        self.calendar.setHeaderTextFormat(head)
