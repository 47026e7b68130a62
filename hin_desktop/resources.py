"""Where the shipped files are: catalogues, law, fonts, icons, translations, practice people.

In an installed wheel and in the frozen program they lie inside the package as `_resources`; in a checkout beside it.
"""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def folder() -> Path:
    """The folder of all shipped files."""
    inside = _PACKAGE / "_resources"
    return inside if inside.is_dir() else _PACKAGE.parent / "resources"


def translations_folder() -> Path:
    """The gettext folder: <language>/LC_MESSAGES/hin.mo."""
    return folder() / "translations"


def path(*parts: str) -> Path:
    """One shipped file or folder, by its parts below the resources folder."""
    return folder().joinpath(*parts)


def read_bytes(*parts: str) -> bytes:
    """The content of one shipped file."""
    return path(*parts).read_bytes()


def read_text(*parts: str) -> str:
    """The content of one shipped text file."""
    return path(*parts).read_text(encoding="utf-8")
