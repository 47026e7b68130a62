"""Letters: the exact PDF that left the house, kept with the person."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, select

from hin_desktop.errors import Message
from hin_desktop.records.models.letter import Letter
from hin_desktop.records.models.user import User
from hin_desktop.services import blobs
from hin_desktop.services.done import Done
from hin_desktop.services.entries import Entry
from hin_desktop.services.open_desk import OpenDesk
from hin_desktop.services.rows import table_of

LETTER, USER = table_of(Letter), table_of(User)
SUMMARY = "case_summary"


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterRow(Entry):
    """An archived PDF, without its bytes. `kind` names what it is; `author` is a display name."""

    kind: str
    title: str
    language: str
    printed_on: date
    pages: int
    blob_sha256: str
    author: str = ""


def archive(desk: OpenDesk, client_id: int, kind: str, title: str, language: str, pdf: bytes,
            pages: int) -> Done[LetterRow]:
    """Keep a printed PDF with the person."""
    with desk.writing(Message("Filed: {title}", title=title)) as act:
        sha256 = blobs.keep(act, pdf, "application/pdf")
        row = LetterRow(client_id=client_id, kind=kind, title=title, language=language, printed_on=desk.today(),
                        pages=pages, blob_sha256=sha256, author=desk.actor.display_name)
        saved = act.save(Letter, row, author_id=desk.actor.user_id)
    return act.done(saved)


def of_client(desk: OpenDesk, client_id: int) -> tuple[LetterRow, ...]:
    """The letters of a person, the latest first."""
    with desk.reading() as connection:
        return read(connection, client_id)


def read(connection: Connection, client_id: int) -> tuple[LetterRow, ...]:
    """As `of_client`, on a view that is already open."""
    statement = select(LETTER.c.id, LETTER.c.version, LETTER.c.client_id, LETTER.c.kind, LETTER.c.title,
                       LETTER.c.language, LETTER.c.printed_on, LETTER.c.pages, LETTER.c.blob_sha256,
                       USER.c.display_name.label("author")).join(USER, USER.c.id == LETTER.c.author_id).where(
        LETTER.c.client_id == client_id).order_by(LETTER.c.printed_on.desc(), LETTER.c.id.desc())
    return tuple(LetterRow(**row) for row in connection.execute(statement).mappings())


def pdf(desk: OpenDesk, row: LetterRow) -> bytes:
    """The PDF as it left the house. Raises Gone."""
    with desk.reading() as connection:
        return blobs.content(connection, row.blob_sha256)


def remove(desk: OpenDesk, row: LetterRow) -> Done[None]:
    """Take a letter out of the file; it can be undone."""
    with desk.writing(Message("Letter deleted")) as act:
        act.remove(Letter, row)
    return act.done(None)
