"""The preview at the right of the tab Briefe: pages, printing, saving as a file."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from hin_desktop.errors import Message, Refused
from hin_desktop.ui.person.open_person import OpenPerson
from hin_desktop.ui.shell.pdf_port import BackgroundPdf, open_pdf
from hin_desktop.ui.widgets.cards import Card
from hin_desktop.ui.widgets.pdf_view import PdfView

_HEIGHT = 640
AskPath = Callable[[QWidget, str], str]


def ask_path(owner: QWidget, name: str) -> str:
    """Ask where a PDF is to be saved; '' if nowhere."""
    return QFileDialog.getSaveFileName(owner, "", name, "PDF (*.pdf)")[0]


def write_file(path: Path, content: bytes) -> Path:
    """Write a file that the counsellor wants outside the desk. Raises Refused where that is not possible."""
    try:
        path.write_bytes(content)
    except OSError as fault:
        raise Refused(
            Message("The file could not be written."), Message("Choose another folder, or make room on the disk.")
        ) from fault
    return path


class Preview(Card):
    """Shows one PDF. `left(pdf)`: it was printed or saved as a file, it has left the house."""

    left = Signal(object)

    def __init__(self, person: OpenPerson, ask: AskPath = ask_path) -> None:
        super().__init__(person.kit, person.texts("Preview"))
        self.person = person
        self._ask = ask
        self._name = ""
        self.pdf: bytes | None = None
        self.pages = 0
        self.save_button = self.add_link(person.texts("Save as"), "download")
        self.save_button.clicked.connect(self.save_as)
        self.print_button = self.add_link(person.texts("Print"), "printer")
        self.view = PdfView(person.kit)
        self.view.setMinimumHeight(person.kit.theme.px(_HEIGHT))
        self.print_button.clicked.connect(self.view.print_pages)
        self.view.printed.connect(self._printed)
        self.body.addWidget(self.view)
        self.hide()

    def show_pdf(self, pdf: bytes, title: str, file_name: str) -> None:
        """Show a PDF; `file_name` is offered when it is saved."""
        self._name = file_name
        self.title.setText(title)
        open_pdf(self.person.place.background, self, pdf, partial(self._show, pdf), self.person.place.notices.fault)

    def clear_pdf(self) -> None:
        """Show nothing."""
        self.pdf, self.pages = None, 0
        self.hide()

    def save_as(self) -> None:
        """Ask for a place and write the file there."""
        path = self._ask(self, self._name) if self.pdf is not None else ""
        pdf = self.pdf
        if path and pdf is not None:
            self.person.place.background.long(
                lambda _: write_file(Path(path), pdf), partial(self._saved, pdf), self, Message("Saving …"),
                self.person.place.notices.fault,
            )  # fmt: skip

    def _show(self, pdf: bytes, pages: BackgroundPdf) -> None:
        self.pdf, self.pages = pdf, len(pages.sizes)
        self.show()
        self.view.show_pages(pages)

    def _saved(self, pdf: bytes, path: Path) -> None:
        self.person.place.notices.say(Message("Saved as {name}.", name=path.name))
        self.left.emit(pdf)

    def _printed(self, done: bool) -> None:
        if not done:
            self.person.place.notices.fault(
                Refused(Message("The printer did not take the pages."), Message("Check the printer, then print again."))
            )
        elif self.pdf is not None:
            self.left.emit(self.pdf)

