"""The shipped law, read once from resources/law."""

from __future__ import annotations

import tomllib
from decimal import Decimal
from functools import cache

from hin_desktop.domain.law import LawBook
from hin_desktop.domain.law_reading import parse_law
from hin_desktop.resources import path, read_text


@cache
def load_law_book() -> LawBook:
    """Every rule of resources/law: the files are shipped and never change. Raises BadLaw for one that is faulty."""
    files = sorted(path("law").glob("*.toml"))
    return LawBook(rule for file in files for rule in parse_law(
        file.stem, tomllib.loads(read_text("law", file.name), parse_float=Decimal)))
