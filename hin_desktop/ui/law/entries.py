"""Rules and titles as rows of the list."""

from __future__ import annotations

import re

from hin_desktop.domain.catalogue import Mark
from hin_desktop.domain.law import LawBook, Rule
from hin_desktop.domain.residence.titles import ResidenceTitle
from hin_desktop.errors import Message
from hin_desktop.services.catalogues import Catalogues, sort_key
from hin_desktop.texts import Texts
from hin_desktop.ui.law import words
from hin_desktop.ui.law.law_list import LawEntry
from hin_desktop.ui.law.title_words import KINDS
from hin_desktop.ui.widgets.choice_search import folded
from hin_desktop.ui.widgets.kit import Kit

_NUMBERS = re.compile(r"(\d+)([a-z]?)")


def rule_entries(book: LawBook, kit: Kit, catalogues: Catalogues) -> tuple[LawEntry, ...]:
    """Every rule once, by statute; as it stands today, else its latest version."""
    today, texts = kit.today(), kit.texts
    law = book.on(today)
    keys = dict.fromkeys(rule.key for rule in book.rules)
    found = [_rule(law.find(key), book.versions(key), texts, catalogues) for key in keys]
    return tuple(sorted(found, key=lambda entry: (sort_key(entry.group), _paragraphs(entry.detail),
                                                  sort_key(entry.title))))


def _paragraphs(citation: str) -> list[tuple[int, str]]:
    """A citation in the order of the statute: § 9 before § 10, § 10 before § 10 Abs. 1."""
    return [(int(number), letters) for number, letters in _NUMBERS.findall(citation)]


def _rule(current: Rule | None, versions: tuple[Rule, ...], texts: Texts, catalogues: Catalogues) -> LawEntry:
    rule = current or versions[-1]
    sign = words.sign_of(rule)
    ended = texts(_not_now(rule)) if current is None else ""
    shown = (words.statute_name(rule.statute, texts), texts.inclusive(rule.label(texts.language)),
             " · ".join(filter(None, (rule.citation, ended, texts(sign.words)))),
             words.value_text(rule, texts, catalogues))
    return LawEntry(
        rule.key, *shown, "history" if current is None else sign.icon, "muted" if current is None else sign.tone,
        rule.to_check, folded(" ".join((*shown, rule.key, rule.sentence(texts.language), rule.note))))


def _not_now(rule: Rule) -> Message:
    """A rule that does not stand today: over, or still to come."""
    if rule.valid_until is not None:
        return Message("until {date}", date=rule.valid_until)
    return Message("from {date}", date=rule.valid_from)


def title_entries(catalogues: Catalogues, texts: Texts) -> tuple[LawEntry, ...]:
    """Every residence title, by kind in the order of the catalogue."""
    kinds = list(KINDS)
    titles = sorted(catalogues.residence_titles, key=lambda title: kinds.index(title.kind))
    return tuple(_title(title, texts) for title in titles)


def _title(title: ResidenceTitle, texts: Texts) -> LawEntry:
    sign = title_sign(title)
    shown = (texts(KINDS[title.kind]), texts.inclusive(title.label(texts.language)),
             " · ".join((title.legal_basis, texts(sign.words))))
    return LawEntry(title.code, *shown, "", sign.icon, sign.tone, sign is words.TO_CHECK,
                    folded(" ".join((*shown, title.code))))


def title_sign(title: ResidenceTitle) -> words.Sign:
    """Whether the row was read in the statute."""
    return words.VERIFIED if title.mark is Mark.VERIFIED else words.TO_CHECK
