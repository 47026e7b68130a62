"""A letter as a row: what it is and its last day; behind it the whole reasoning, and what was typed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from hin_desktop.domain.notices.notice import POST, NoticeAnswer
from hin_desktop.services.notices import NoticeRow, NoticeView
from hin_desktop.ui.person import notice_words
from hin_desktop.ui.person.open_person import OpenPerson
from hin_desktop.ui.person.row_card import Look
from hin_desktop.ui.person.words import joined


def letter_look(person: OpenPerson, row: NoticeRow, answer: NoticeAnswer | None) -> Look:
    """What it is, its last day, by which rule; what must be minded stands below it as long as it is not done."""
    words, texts = person.words, person.texts
    kind = words.label(words.catalogues.notice_kinds, row.kind)
    title = row.authority if row.authority.startswith(kind) else joined(kind, row.authority)
    steps = tuple(notice_words.reasoning(person, answer)) if answer is not None else ()
    more = (*steps, *_facts(person, row))
    if row.done_on is not None:
        how = words.label(words.catalogues.remedies, row.done_as)
        done = texts("done on {date}", date=row.done_on)
        return Look(title, joined(how, row.reference), done, "check", "muted", more)
    now = notice_words.standing(person, answer)
    reason = notice_words.reason(person, answer) if answer is not None else ""
    return Look(title, joined(now.when, reason, row.reference), now.day, now.icon, now.tone, more,
                remarks=notice_words.remarks(person, answer) if answer is not None else (), big=True)  # fmt: skip


def _facts(person: OpenPerson, row: NoticeRow) -> Iterator[tuple[str, str]]:
    """What was typed from the letter."""
    words, texts, known = person.words, person.texts, person.words.catalogues
    posted = texts("posted on {date}", date=row.posted_on) if row.posted_on else ""
    received = texts("received on {date}", date=row.received_on) if row.received_on else ""
    yield texts("Date of the letter"), words.day(row.dated_on)
    if row.kind not in POST:
        yield texts("How it came"), joined(words.label(known.deliveries, row.delivery), posted, received)
        yield texts("Instruction"), words.label(known.instructions, row.instruction)
    yield texts("Reference"), row.reference
    yield texts("Note"), row.note


def brief_look(person: OpenPerson, view: NoticeView) -> Look:
    """The same without its reasons, and of what must be minded only what presses."""
    look = letter_look(person, view.row, view.answer)
    return replace(look, more=(), remarks=tuple(remark for remark in look.remarks if remark.tone == "wrong"))
