"""Choosing a folder or a file to write: the system's dialog, opened without stopping the window."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget


def ask_folder(parent: QWidget, title: str, start: Path, then: Callable[[Path], None]) -> None:
    """Let a folder be chosen; `then` gets it, or is never called."""
    dialog = _dialog(parent, title, start, then)
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    dialog.open()


def ask_file_to_write(parent: QWidget, title: str, proposal: Path, suffix: str, then: Callable[[Path], None]) -> None:
    """Let a name for a new file be chosen; the dialog itself asks before one is overwritten."""
    dialog = _dialog(parent, title, proposal.parent, then)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(suffix)
    dialog.setNameFilter(f"*.{suffix}")
    dialog.selectFile(proposal.name)
    dialog.open()


def _dialog(parent: QWidget, title: str, start: Path, then: Callable[[Path], None]) -> QFileDialog:
    dialog = QFileDialog(parent, title, str(start))
    dialog.fileSelected.connect(lambda chosen: then(Path(chosen)))
    dialog.finished.connect(dialog.deleteLater)
    return dialog
