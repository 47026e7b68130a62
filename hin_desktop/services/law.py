"""The law on file: the shipped rules, read once, and the organisation's own rows beside them."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from decimal import Decimal
from functools import cache, lru_cache

from sqlalchemy import Connection

from hin_desktop.domain.law import LawBook, Rule
from hin_desktop.domain.law_reading import own_rule, parse_law
from hin_desktop.resources import path, read_text
from hin_desktop.services import law_versions
from hin_desktop.services.law_versions import LawVersionRow


@cache
def load_law_book() -> LawBook:
    """Every rule of resources/law: the files are shipped and never change. Raises BadLaw for one that is faulty."""
    files = sorted(path("law").glob("*.toml"))
    return LawBook(rule for file in files for rule in parse_law(
        file.stem, tomllib.loads(read_text("law", file.name), parse_float=Decimal)))


def book(connection: Connection) -> LawBook:
    """The law as it holds at this desk: the shipped rules and the organisation's own rows."""
    own = law_versions.read(connection)
    return _with_own(own) if own else load_law_book()


@lru_cache(maxsize=2)
def _with_own(rows: tuple[LawVersionRow, ...]) -> LawBook:
    """Remembered by the rows themselves: changed rows are another book."""
    return load_law_book().with_own(_own_rules(rows))


def _own_rules(rows: tuple[LawVersionRow, ...]) -> Iterator[Rule]:
    """The rows that can be read; one whose rule the program no longer knows says nothing."""
    for row in rows:
        shipped = load_law_book().versions(row.key)
        if shipped and row.valid_from is not None:
            yield own_rule(shipped[-1], row.value, row.valid_from, row.valid_until, row.citation, row.note)
