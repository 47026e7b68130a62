"""The lines of the list, fetched when they are looked at."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QObject

from hin_desktop.errors import Message
from hin_desktop.services import search
from hin_desktop.services.search import ClientRow, ClientSort, ClientStatus
from hin_desktop.ui.shell.workplace import Workplace
from hin_desktop.ui.widgets.lazy_model import PAGE, Column, Deliver, TableRow

STATUS: Mapping[ClientStatus, Message] = {
    ClientStatus.OPEN: Message("In counselling"),
    ClientStatus.CLOSED: Message("Closed"),
    ClientStatus.NONE: Message("No case"),
}
SORTED: Mapping[ClientSort, Message] = {
    ClientSort.NAME: Message("Name"),
    ClientSort.FILE_NUMBER: Message("File number"),
    ClientSort.BIRTH_DATE: Message("Date of birth"),
    ClientSort.LAST_CONTACT: Message("Last contact"),
}
FIRST_ROWS = PAGE  # read together with the ids, so that a keystroke needs one answer, not two


class ClientRows(QObject):
    """Where the table gets its lines from; those that came with the ids are at hand."""

    def __init__(self, place: Workplace, owner: QObject) -> None:
        super().__init__(owner)
        self._place = place
        self._at_hand: dict[int, TableRow] = {}

    def columns(self) -> tuple[Column, ...]:
        """What the list shows, left to right."""
        texts = self._place.kit.texts
        return (
            Column(ClientSort.NAME, texts(SORTED[ClientSort.NAME]), 4, 15, strong=True),
            Column("", texts("Original"), 2, 7),
            Column(ClientSort.FILE_NUMBER, texts(SORTED[ClientSort.FILE_NUMBER]), 1, 10),
            Column(ClientSort.BIRTH_DATE, texts("Born"), 1, 7, right=True),
            Column("", texts("Citizenship"), 2, 7),
            Column("", texts("Responsible"), 2, 8),
            Column(ClientSort.LAST_CONTACT, texts(SORTED[ClientSort.LAST_CONTACT]), 1, 7, right=True),
            Column("", texts("Status"), 1, 12),
        )

    def keep(self, rows: Sequence[ClientRow]) -> None:
        """Have these lines at hand."""
        self._at_hand = {row.id: self._line(row) for row in rows}

    def request(self, ids: tuple[int, ...], deliver: Deliver) -> None:
        """Fetch lines for the table."""
        if all(client_id in self._at_hand for client_id in ids):
            deliver({client_id: self._at_hand[client_id] for client_id in ids})
            return
        desk = self._place.desk
        self._place.background.query(
            "rows", lambda _: search.list_rows(desk, ids),
            lambda rows: deliver({row.id: self._line(row) for row in rows}), self,
        )  # fmt: skip

    def forget(self) -> None:
        """What is at hand may have changed."""
        self._at_hand = {}

    def _line(self, row: ClientRow) -> TableRow:
        place, texts = self._place, self._place.kit.texts
        nations = place.desk.catalogues.nationalities
        cells = (
            texts(row.name.listed),
            row.name.original if row.name.given.strip() or row.name.family.strip() else "",
            row.file_number,
            str(row.birth_date or ""),
            ", ".join(texts.inclusive(nations.label(code, place.language)) for code in row.nationalities),
            row.counsellor,
            texts.date(row.last_contact),
            texts(STATUS[row.status]),
        )
        status = "text" if row.status is ClientStatus.OPEN else "muted"
        return TableRow(cells, ("", "muted", "", "", "", "", "", status))
