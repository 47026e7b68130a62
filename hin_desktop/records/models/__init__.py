"""The tables of a desk, one file an aggregate. Importing this package registers all of them."""

from hin_desktop.records.models import (
    case,
    client,
    consultation,
    evidence,
    household,
    interface,
    legal,
    letter,
    organisation,
    path,
    residence,
    user,
)

__all__ = [
    "case",
    "client",
    "consultation",
    "evidence",
    "household",
    "interface",
    "legal",
    "letter",
    "organisation",
    "path",
    "residence",
    "user",
]
