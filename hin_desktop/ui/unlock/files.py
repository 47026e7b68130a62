"""Choosing a folder or a file to write: the system's dialog, opened without stopping the window."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from hin_desktop.errors import Message, Refused


def ask_folder(parent: QWidget, title: str, start: Path, then: Callable[[Path], None]) -> None:
    """Let a folder be chosen; `then` gets it, or is never called."""
    dialog = _dialog(parent, title, start, then)
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    dialog.open()


def ask_file(parent: QWidget, title: str, kinds: str, then: Callable[[Path], None]) -> None:
    """Let a file that is there be chosen; `kinds` such as 'Bilder (*.png *.jpg)'."""
    dialog = _dialog(parent, title, Path.home(), then)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.setNameFilter(kinds)
    dialog.open()


def ask_file_to_write(parent: QWidget, title: str, proposal: Path, suffix: str, then: Callable[[Path], None]) -> None:
    """Let a name for a new file be chosen; the dialog itself asks before one is overwritten."""
    dialog = _dialog(parent, title, proposal.parent, then)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(suffix)
    dialog.setNameFilter(f"*.{suffix}")
    dialog.selectFile(proposal.name)
    dialog.open()


def read_file(file: Path) -> bytes:
    """The content of a chosen file; on a worker. Raises Refused."""
    try:
        return file.read_bytes()
    except OSError as error:
        raise Refused(Message("The file could not be read."), Message("Please choose another one.")) from error


def write_file(file: Path, content: bytes) -> None:
    """Write a file where it was asked for; on a worker. Raises Refused."""
    try:
        file.write_bytes(content)
    except OSError as error:
        raise Refused(Message("The file could not be written."), Message("Please choose another folder.")) from error


def _dialog(parent: QWidget, title: str, start: Path, then: Callable[[Path], None]) -> QFileDialog:
    dialog = QFileDialog(parent, title, str(start))
    dialog.fileSelected.connect(lambda chosen: then(Path(chosen)))
    dialog.finished.connect(dialog.deleteLater)
    return dialog
