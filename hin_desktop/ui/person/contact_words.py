"""Safe contact in clear words: which way is open, which is not, and who listens in (facts.md § 7.5)."""

from __future__ import annotations

from collections.abc import Iterable

from hin_desktop.services.clients import ClientRecord
from hin_desktop.texts import Texts
from hin_desktop.ui.person.open_person import OpenPerson
from hin_desktop.ui.person.row_card import Look
from hin_desktop.ui.person.words import joined


def contact_looks(person: OpenPerson) -> list[Look]:
    """How to reach the person, and what to mind."""
    return list(_looks(person.overview.client, person.texts))


def _looks(client: ClientRecord, texts: Texts) -> Iterable[Look]:
    calls = joined(
        _may(texts, client.may_call, texts("calls allowed"), texts("no calls"), texts("calls: not asked yet")),
        _may(texts, client.may_leave_message, texts("messages may be left"), texts("leave no messages"), ""),
        _may(texts, client.may_text, texts("texts allowed"), texts("no texts"), ""),
    )
    if client.phone or client.may_call is not None:
        yield Look(client.phone or texts("No telephone number"), calls, "", "phone", _tone(client.may_call))
    if client.email or client.may_email is not None:
        mail = _may(texts, client.may_email, texts("e-mail allowed"), texts("no e-mail"),
                    texts("e-mail: not asked yet"))  # fmt: skip
        yield Look(client.email or texts("No e-mail address"), mail, "", "mail", _tone(client.may_email))
    if client.may_write is not None:
        post = texts("Letters may be sent") if client.may_write else texts("Send no letters")
        yield Look(post, "", "", "mail", _tone(client.may_write))
    if client.listeners:
        yield Look(texts("Listens in or reads along: {who}", who=client.listeners), "", "", "triangle-alert", "soon")
    if client.household_confidential:
        yield Look(texts("Confidential towards the household"), "", "", "eye-off", "wrong")
    if client.disclosure_ban:
        until = texts("until {date}", date=client.disclosure_ban_until) if client.disclosure_ban_until else ""
        yield Look(texts("Auskunftssperre: give out no address"), until, "", "shield", "wrong")
    if client.contact_note:
        yield Look(client.contact_note, "", "", "info")


def _may(texts: Texts, answer: bool | None, yes: str, no: str, unknown: str) -> str:
    if answer is None:
        return unknown
    return yes if answer else no


def _tone(answer: bool | None) -> str:
    return "wrong" if answer is False else "muted"
