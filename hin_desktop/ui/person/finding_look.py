"""A finding of the law as a row: what is asked, how it stands, and behind it the whole why."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import partial

from hin_desktop.domain import law_words
from hin_desktop.domain.finding_words import NON_BINDING, standing
from hin_desktop.domain.findings import Finding, Status
from hin_desktop.domain.law import Rule
from hin_desktop.domain.naturalisation.requirement import DELICATE
from hin_desktop.domain.pathway import RecordRef
from hin_desktop.errors import Message
from hin_desktop.ui.person.open_person import OpenPerson
from hin_desktop.ui.person.places import tab_of
from hin_desktop.ui.person.row_card import Act, Look
from hin_desktop.ui.person.words import joined


def finding_look(person: OpenPerson, finding: Finding, names: Mapping[str, Message]) -> Look:
    """The row of a finding; what unfolds is the why."""
    texts = person.texts
    shown = standing(finding)
    name = texts(names.get(finding.requirement, Message(finding.requirement)))
    checked = texts("to be checked") if finding.to_check else ""
    return Look(name, joined(texts(_reason(finding)), finding.rule.citation, checked), texts(shown.words),
                shown.icon, shown.role, tuple(_why(person, finding)), tuple(_records(person, finding)))


def _reason(finding: Finding) -> Message:
    """Why it stands so; of what is open, what is missing; of what is delicate nothing but the word beside it."""
    if finding.requirement in DELICATE:
        return Message("{value}", value="")
    if finding.status is Status.OPEN and finding.missing:
        return Message("missing: {what}", what=finding.missing[0])
    return finding.explanation


def _why(person: OpenPerson, finding: Finding) -> Iterable[tuple[str, str]]:
    """Rule, citation, version, facts, what is missing: in the order in which one asks."""
    texts = person.texts
    yield texts("Rule"), "\n".join(texts(law_words.sentence(rule, texts.language)) for rule in finding.rules)
    yield texts("Written in"), finding.citation
    yield texts("Law as of"), "\n".join(dict.fromkeys(_version(person, rule) for rule in finding.rules))
    yield texts("Counts"), texts("on the day of the authority's decision") if finding.on_decision else ""
    yield texts("Facts used"), "\n".join(texts(used.fact) for used in finding.used)
    yield texts("Missing"), "\n".join(texts(what) for what in finding.missing)
    yield texts("Next step"), texts(finding.advice) if finding.advice is not None else ""
    yield texts("Note"), "\n".join(dict.fromkeys(rule.note for rule in finding.rules if rule.note))
    yield texts("Please note"), texts(NON_BINDING)


def _version(person: OpenPerson, rule: Rule) -> str:
    texts = person.texts
    own = texts("own row of the organisation") if rule.own else ""
    return joined(texts(law_words.version(rule)), texts("to be checked") if rule.to_check else texts("verified"), own)


def _records(person: OpenPerson, finding: Finding) -> Iterable[Act]:
    """The records behind it, each once."""
    seen: set[RecordRef] = set()
    for used in finding.used:
        if used.ref is not None and used.ref not in seen:
            seen.add(used.ref)
            show = partial(person.wanted.emit, tab_of(used.ref), used.ref)
            yield Act("external-link", person.texts("Show: {fact}", fact=used.fact), show)
