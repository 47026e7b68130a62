"""What follows from a letter, in words: the day, what to mind, and the whole reasoning behind it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from hin_desktop.domain import law_words
from hin_desktop.domain.calendar import SATURDAY
from hin_desktop.domain.finding_words import NON_BINDING
from hin_desktop.domain.law import Rule
from hin_desktop.domain.notices.notice import Applied, NoticeAnswer, Remedy, Urgency
from hin_desktop.domain.worklist import due_words
from hin_desktop.errors import Message
from hin_desktop.services.worklist import SOON_DAYS
from hin_desktop.ui.person.open_person import OpenPerson
from hin_desktop.ui.person.words import joined
from hin_desktop.ui.widgets.remarks import Remark

PRESSES: Final = {
    Urgency.NOW: (Message("At once"), "circle-alert", "wrong"),
    Urgency.MIND: (Message("Mind"), "triangle-alert", "soon"),
}


@dataclass(frozen=True, slots=True)
class Standing:
    """The last day of a letter as it stands today: the day, how far it is away, its tone and sign."""

    day: str
    when: str
    tone: str
    icon: str


def standing(person: OpenPerson, answer: NoticeAnswer | None) -> Standing:
    """The day that matters; that there is none is never calm."""
    texts = person.texts
    if answer is None or answer.last_day is None:
        tone, icon = ("wrong", "circle-alert") if answer is not None and answer.urgent else ("soon", "clock")
        return Standing(texts("no day yet"), "", tone, icon)
    day = answer.last_day.day
    left = (day - person.kit.today()).days
    tone, icon = "muted", "mail"
    if left < 0:
        tone, icon = "wrong", "circle-alert"
    elif left <= SOON_DAYS or answer.urgent:
        tone, icon = "soon", "clock"
    return Standing(texts.date(day), texts(due_words(left)), tone, icon)


def remarks(person: OpenPerson, answer: NoticeAnswer) -> tuple[Remark, ...]:
    """What must be known beside the day; once it is over, also what may still help."""
    said = []
    for caution in answer.cautions:
        word, icon, tone = PRESSES[caution.urgency]
        said.append(Remark(person.texts(word), person.texts(caution.text), icon, tone))
    if answer.rescues and answer.last_day is not None and answer.last_day.day < person.kit.today():
        said.append(_rescue(person, answer))
    return tuple(said)


def _rescue(person: OpenPerson, answer: NoticeAnswer) -> Remark:
    """The names of what may still help; the rules stand in the reasoning."""
    texts = person.texts
    named = [joined(rescue.rule.label(texts.language),
                    texts("until {date}", date=rescue.until.day.day) if rescue.until is not None else "")
             for rescue in answer.rescues]  # fmt: skip
    text = texts("The last day is over. To be checked at once: {what}", what="; ".join(named))
    return Remark(texts("Rescue"), text, "info", "accent")


def reason(person: OpenPerson, answer: NoticeAnswer) -> str:
    """The day in one line: what is missing for it, or by which rule it is the last."""
    texts = person.texts
    if answer.last is None:
        return missing(person, answer) or texts("not computed")
    remedy = remedy_name(person, answer)
    known = texts("known on {date}", date=answer.known_on.day.day) if answer.known_on is not None else ""
    source = answer.last.rule.citation if answer.last.rule is not None else texts("as the letter says")
    computed = answer.computed is not None and answer.to_check
    return joined(remedy, known, source, texts("to be checked") if computed else "")


def missing(person: OpenPerson, answer: NoticeAnswer) -> str:
    """The facts without which there is no day."""
    what = ", ".join(person.texts(fact) for fact in answer.missing)
    return person.texts("Missing: {what}", what=what) if what else ""


def remedy_name(person: OpenPerson, answer: NoticeAnswer) -> str:
    """The remedy; '' where there is none, or none is on file."""
    if answer.remedy in (None, Remedy.NONE):
        return ""
    return person.words.label(person.words.catalogues.remedies, answer.remedy)


def reasoning(person: OpenPerson, answer: NoticeAnswer) -> Iterator[tuple[str, str]]:
    """Every step with its rule: known from when, what can be done, to whom, until when, and what may still help."""
    texts, why = person.texts, _Steps(person)
    yield texts("Known on"), why.day(answer.known_on)
    yield texts("Remedy"), _lines(remedy_name(person, answer), *(why.rule(rule) for rule in answer.basis[:1]))
    yield texts("To whom"), person.kit.say(answer.addressee)
    yield texts("Last day by the law"), why.day(answer.computed)
    yield texts("Last day by the letter"), why.day(answer.printed)
    for further in answer.further:
        yield texts("After that"), why.day(further)
    yield texts("Missing"), ", ".join(texts(fact) for fact in answer.missing)
    yield texts("Only to the rescue"), _lines(*why.rescues(answer))
    yield texts("Law as of"), _lines(*why.versions(answer.rules))
    yield texts("Please note"), texts(NON_BINDING)


class _Steps:
    """The steps of a reasoning, each with its day, its rule and where it is written."""

    def __init__(self, person: OpenPerson) -> None:
        self._texts = person.texts

    def day(self, applied: Applied | None) -> str:
        """The day, its rule, and why it was shifted."""
        if applied is None:
            return ""
        rule = self.rule(applied.rule) if applied.rule is not None else ""
        return _lines(self._texts.date(applied.day.day), rule, self._shift(applied))

    def rule(self, rule: Rule) -> str:
        """The rule in a plain sentence, and its paragraph."""
        checked = self._texts("to be checked") if rule.to_check else ""
        return f"{self._texts(law_words.sentence(rule, self._texts.language))} ({joined(rule.citation, checked)})"

    def rescues(self, answer: NoticeAnswer) -> Iterable[str]:
        """What may still help, with its last day where there is one."""
        for rescue in answer.rescues:
            until = self._texts("until {date}", date=rescue.until.day.day) if rescue.until is not None else ""
            yield joined(self.rule(rescue.rule), until)

    def versions(self, rules: Iterable[Rule]) -> Iterable[str]:
        """Which version of which paragraph was applied."""
        for rule in rules:
            checked = self._texts("to be checked") if rule.to_check else self._texts("verified")
            own = self._texts("own row of the organisation") if rule.own else ""
            yield joined(rule.citation, self._texts(law_words.version(rule)), checked, own)

    def _shift(self, applied: Applied) -> str:
        before = applied.day.unshifted
        if before is None or applied.shift is None:
            return ""
        return f"{self._texts(_why_shifted(before, applied.off))} ({applied.shift.citation})"


def _why_shifted(before: date, holiday: str) -> Message:
    """Why the day before does not count as the last one."""
    if holiday:
        return Message("{date} is a holiday ({holiday}): the next working day counts.", date=before, holiday=holiday)
    if before.weekday() == SATURDAY:
        return Message("{date} is a Saturday: the next working day counts.", date=before)
    return Message("{date} is a Sunday: the next working day counts.", date=before)


def _lines(*parts: str) -> str:
    return "\n".join(dict.fromkeys(part for part in parts if part))
