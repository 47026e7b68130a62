"""The law on file: the shipped rules, and the organisation's own rows beside them."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from functools import lru_cache

from sqlalchemy import Connection

from hin_desktop.domain.law import LawBook, Rule
from hin_desktop.domain.law_reading import own_rule
from hin_desktop.services import law_versions
from hin_desktop.services.law_files import load_law_book
from hin_desktop.services.law_versions import LawVersionRow
from hin_desktop.services.open_desk import OpenDesk

__all__ = ["LawOnFile", "book", "load_law_book", "on_file", "rule_of"]


@dataclass(frozen=True, slots=True)
class LawOnFile:
    """The law of a desk, and the rows in it that are the organisation's own."""

    book: LawBook
    own: tuple[LawVersionRow, ...]


def book(connection: Connection) -> LawBook:
    """The law as it holds at this desk: the shipped rules and the organisation's own rows."""
    own = law_versions.read(connection)
    return _with_own(own) if own else load_law_book()


def on_file(desk: OpenDesk) -> LawOnFile:
    """The same with the rows themselves, to be shown and changed."""
    with desk.reading() as connection:
        return LawOnFile(book(connection), law_versions.read(connection))


def rule_of(row: LawVersionRow) -> Rule | None:
    """The rule that an own row makes; None where the program no longer knows its parameter, or not such a value."""
    shipped = load_law_book().versions(row.key)
    if not shipped or row.valid_from is None:
        return None
    with suppress(ValueError):
        return own_rule(shipped[-1], row.value, row.valid_from, row.valid_until, row.citation, row.note)
    return None


@lru_cache(maxsize=2)
def _with_own(rows: tuple[LawVersionRow, ...]) -> LawBook:
    """Remembered by the rows themselves: changed rows are another book."""
    return load_law_book().with_own(rule for row in rows if (rule := rule_of(row)) is not None)
