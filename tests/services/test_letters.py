"""Letters: the very bytes that left the house."""

from __future__ import annotations

import pytest
from sqlalchemy import func, select

from hin_desktop.errors import Gone
from hin_desktop.records.models.letter import Blob
from hin_desktop.services import history, letters
from hin_desktop.services.clients import ClientRecord
from hin_desktop.services.letters import LetterRow
from hin_desktop.services.open_desk import OpenDesk
from hin_desktop.services.rows import table_of

PDF = b"%PDF-1.7\n" + bytes(range(256)) * 8


def file(desk: OpenDesk, client: ClientRecord, title: str = "Übersicht", pdf: bytes = PDF) -> LetterRow:
    return letters.archive(desk, client.id, letters.SUMMARY, title, "de", pdf, 2).value


def contents(desk: OpenDesk) -> int:
    with desk.reading() as connection:
        return connection.scalar(select(func.count()).select_from(table_of(Blob))) or 0


def test_filed_byte_for_byte(open_desk: OpenDesk, olena: ClientRecord) -> None:
    row = file(open_desk, olena)
    assert letters.pdf(open_desk, row) == PDF
    assert letters.of_client(open_desk, olena.id) == (row,)
    assert (row.author, row.printed_on, row.pages) == ("Ayşe Yılmaz", open_desk.today(), 2)


def test_the_same_pdf_is_kept_once(open_desk: OpenDesk, olena: ClientRecord, taras: ClientRecord) -> None:
    file(open_desk, olena)
    file(open_desk, taras)
    file(open_desk, olena, "Anders", PDF + b"\n")
    assert contents(open_desk) == 2


def test_the_latest_comes_first(open_desk: OpenDesk, olena: ClientRecord) -> None:
    titles = [file(open_desk, olena, title).title for title in ("eins", "zwei", "drei")]
    assert [row.title for row in letters.of_client(open_desk, olena.id)] == titles[::-1]


def test_deleted_and_brought_back(open_desk: OpenDesk, olena: ClientRecord) -> None:
    row = file(open_desk, olena)
    letters.remove(open_desk, row)
    assert letters.of_client(open_desk, olena.id) == ()
    history.undo(open_desk)
    (back,) = letters.of_client(open_desk, olena.id)
    assert letters.pdf(open_desk, back) == PDF


def test_filing_is_named_and_can_be_taken_back(open_desk: OpenDesk, olena: ClientRecord) -> None:
    file(open_desk, olena, "Übersicht vom 14.01.2027")
    verb = history.of_client(open_desk, olena.id)[0].verb
    assert (verb.key, verb.values["title"]) == ("Filed: {title}", "Übersicht vom 14.01.2027")
    history.undo(open_desk)
    assert letters.of_client(open_desk, olena.id) == ()


def test_what_was_never_kept(open_desk: OpenDesk, olena: ClientRecord) -> None:
    row = file(open_desk, olena)
    with pytest.raises(Gone):
        letters.pdf(open_desk, LetterRow(**{name: getattr(row, name) for name in (
            "client_id", "kind", "title", "language", "printed_on", "pages")}, blob_sha256="0" * 64))  # fmt: skip
