"""Briefe: the PDFs that left the house, and the sheets that can be printed."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from hin_desktop.domain.pathway import RecordRef
from hin_desktop.errors import Plural
from hin_desktop.services import letters
from hin_desktop.services.letters import SUMMARY, LetterRow
from hin_desktop.services.open_desk import OpenDesk
from hin_desktop.ui.person.open_person import OpenPerson
from hin_desktop.ui.person.preview import AskPath, Preview, ask_path
from hin_desktop.ui.person.print_panel import PrintPanel, Sheet
from hin_desktop.ui.person.row_card import Act, Look, RowCard, RowData
from hin_desktop.ui.person.tab import PersonTab
from hin_desktop.ui.person.words import joined

_NARROW = 760


class LettersTab(PersonTab):
    """The list at the left, what is looked at beside it."""

    def __init__(self, person: OpenPerson, ask: AskPath = ask_path) -> None:
        super().__init__(person)
        texts = person.texts
        self._letters: tuple[LetterRow, ...] | None = None
        self._archived: tuple[bytes, LetterRow | None] = (b"", None)
        self._sheet: Sheet | None = None
        self.panel = PrintPanel(person)
        self.panel.made.connect(self._preview_sheet)
        self.panel.closed.connect(self._panel_closed)
        self.card = RowCard(person.kit, texts("Filed letters"))
        self.new_button = self.card.add_link(texts("Print"), "printer")
        self.new_button.clicked.connect(partial(self.start_print, SUMMARY))
        self.preview = Preview(person, ask)
        self.preview.left.connect(self._archive)
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._line.setSpacing(person.kit.theme.px(14))
        left = QVBoxLayout()
        left.setSpacing(person.kit.theme.px(14))
        left.addWidget(self.panel)
        left.addWidget(self.card)
        left.addStretch(1)
        self._line.addLayout(left, 1)
        self._line.addWidget(self.preview, 1)
        self.column.addLayout(self._line)

    def first_focus(self) -> QWidget | None:
        """The latest letter, or the button that prints a sheet."""
        return next((made.row for made in self.card.rows.values()), self.new_button)

    def forget(self) -> None:
        """No letter, no preview."""
        super().forget()
        self._letters, self._archived, self._sheet = None, (b"", None), None
        self.card.fill(())
        self.panel.hide()
        self.preview.clear_pdf()

    def show_person(self) -> None:
        """The letters of the person that is open now."""
        if not self.panel.isHidden():
            self.panel.make()
        self.person.read("letters", letters.of_client, self._show, self)

    def focus_record(self, ref: RecordRef) -> None:
        """A letter."""
        if ref.kind == "letter" and ref.id in self.card.rows:
            self.card.rows[ref.id].row.setFocus()
        else:
            self._later = ref if ref.kind == "letter" else None

    def start_print(self, kind: str) -> None:
        """Choose a sheet (SUMMARY, a Print) and what goes into it, and look at it."""
        self.panel.begin(kind)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The preview goes below the list where there is little room."""
        super().resizeEvent(event)
        narrow = self.width() < self.person.kit.theme.px(_NARROW)
        self._line.setDirection(QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight)

    def _show(self, rows: tuple[LetterRow, ...]) -> None:
        if rows != self._letters:
            self._letters = rows
            empty = self.person.texts("Nothing filed yet. Whatever is printed or saved here is kept as it was.")
            self.card.fill([self._row(row) for row in rows], [] if rows else [empty])
        self.all_read()

    def _row(self, row: LetterRow) -> RowData:
        texts = self.person.texts
        pages = texts(Plural("{n} page", "{n} pages", row.pages))
        look = Look(row.title, joined(pages, row.author), self.person.words.day(row.printed_on), "file-text")
        delete = partial(self._remove, row)
        return RowData(row.id, look, partial(self._open, row), (Act("trash-2", texts("Delete"), delete),), delete)

    def _open(self, row: LetterRow) -> None:
        self.panel.hide()
        self.person.read("letter", partial(_pdf, row), partial(self._preview_letter, row), self)

    def _preview_letter(self, row: LetterRow, pdf: bytes) -> None:
        self._archived = (pdf, row)
        self.preview.show_pdf(pdf, row.title, self._file_name(row.title))

    @Slot(object)
    def _preview_sheet(self, sheet: Sheet) -> None:
        self._archived, self._sheet = (b"", None), sheet
        self.preview.show_pdf(sheet.pdf, self.person.texts("Preview"), self._file_name(sheet.title))

    def _file_name(self, title: str) -> str:
        """No name of a person: file names are read by others."""
        return f"{title} {self.person.overview.client.file_number}.pdf"

    @Slot(object)
    def _archive(self, pdf: bytes) -> None:
        """What left the house is kept, once."""
        sheet = self._sheet
        if sheet is None or sheet.pdf != pdf or self._archived[0] == pdf:
            return
        self._archived = (pdf, None)
        desk, client_id, pages = self.person.desk, self.person.id, self.preview.pages
        self.person.do(
            lambda: letters.archive(desk, client_id, sheet.kind, sheet.title, sheet.language, pdf, pages)
        )

    def _remove(self, row: LetterRow) -> None:
        desk = self.person.desk
        if self._archived[1] == row:
            self.preview.clear_pdf()
        self.person.do(lambda: letters.remove(desk, row))
        self.new_button.setFocus()

    @Slot()
    def _panel_closed(self) -> None:
        self.preview.clear_pdf()
        self.new_button.setFocus()


def _pdf(row: LetterRow, desk: OpenDesk, _client_id: int) -> bytes:
    return letters.pdf(desk, row)
