"""Which person is meant on the command line."""

from __future__ import annotations

from hin_desktop.errors import Gone, Message, Refused
from hin_desktop.services import clients, search
from hin_desktop.services.open_desk import OpenDesk

MOST_DIGITS = 18  # what the database can compare


def find(desk: OpenDesk, wanted: str) -> int:
    """The id of the person with this file number, else with this id. Raises Refused."""
    text = wanted.strip()
    rows = search.list_rows(desk, search.find(desk, search.ClientFilter(text=text)))
    numbered = [row.id for row in rows if row.file_number.casefold() == text.casefold()]
    if numbered:
        return numbered[0]
    unknown = Refused(Message("There is no person with the number {number} at this desk.", number=text),
                      Message("Give the file number as it stands in the list, for example HIN-2026-0001."))
    if not text.isdecimal() or len(text) > MOST_DIGITS:
        raise unknown
    try:
        return clients.get(desk, int(text)).id
    except Gone:
        raise unknown from None
