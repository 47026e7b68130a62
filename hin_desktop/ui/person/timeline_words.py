"""The residence timeline in words: what each part is, what its days count as, and the legend."""

from __future__ import annotations

from collections.abc import Sequence

from hin_desktop.domain.answers import time_met
from hin_desktop.domain.residence.picture import Band, Counts, Part, PartKind, Picture
from hin_desktop.errors import Message, Plural
from hin_desktop.ui.person.words import Words, joined
from hin_desktop.ui.widgets.timeline_view import Told

NAMES = {
    PartKind.GAP: Message("No status recorded"),
    PartKind.LATE_GAP: Message("Gap because of a late application"),
    PartKind.ABSENCE: Message("Stay abroad"),
    PartKind.LONG_ABSENCE: Message("Long stay abroad"),
}
EFFECTS = {
    PartKind.GAP: Message("No status covers these days: residence is interrupted."),
    PartKind.LATE_GAP: Message("Applied for too late: no interruption, but not credited."),
    PartKind.ABSENCE: Message("Does not interrupt residence."),
    PartKind.LONG_ABSENCE: Message("Abroad for too long: residence begins anew with the return."),
}
LEGEND = {
    Counts.FULL: ("circle-check", Message("counts")),
    Counts.HALF: ("circle-dot", Message("counts half")),
    Counts.PROCEDURE: ("file-text", Message("asylum procedure, only for § 26 Abs. 3, 4")),
    Counts.DOUBTFUL: ("circle-question-mark", Message("doubtful")),
    Counts.EARLIER: ("history", Message("before an interruption, by discretion")),
    Counts.REACHED: ("badge-check", Message("permanent right")),
    Counts.EXPECTED: ("circle-dashed", Message("still to come")),
    Counts.NO: ("x", Message("does not count")),
}
SIGNS = {
    PartKind.GAP: ("triangle-alert", "soon", Message("gap")),
    PartKind.LATE_GAP: ("clock", "muted", Message("gap, applied for too late")),
    PartKind.ABSENCE: ("plane", "muted", Message("abroad")),
    PartKind.LONG_ABSENCE: ("triangle-alert", "wrong", Message("abroad for too long")),
}
FOR_NATURALISATION = Message("Naturalisation: {what}")
FOR_SETTLEMENT = Message("Settlement permit: {what}")


def told(words: Words, part: Part) -> Told:
    """What is said of a part."""
    texts, days = words.texts, words.span(part.begins, part.ends)
    if part.kind is not PartKind.PERIOD:
        return Told(texts(NAMES[part.kind]), joined(days, _length(words, part)), (texts(EFFECTS[part.kind]),))
    if part.first > words.today():
        return Told(words.title(part.code), joined(part.sign, days), (texts("Not yet valid."),))
    lines = [texts(row.key, what=_reasons(words, bands)) for row, bands in (
        (FOR_NATURALISATION, part.naturalisation), (FOR_SETTLEMENT, part.settlement)) if bands]
    entry = words.title_entry(part.code)
    if entry is not None and entry.settlement_route and not entry.permanent:
        lines.append(texts("Way to a settlement permit: {route}", route=entry.settlement_route))
    return Told(words.title(part.code), joined(part.sign, days), tuple(lines))


def _reasons(words: Words, bands: Sequence[Band]) -> str:
    """Each reason with its paragraph, and the mark where it has not been checked; several with their days."""
    found = []
    for band in bands:
        meaning, texts = band.meaning, words.texts
        source = meaning.rule.citation if meaning.rule is not None else ""
        note = ", ".join(filter(None, (source, texts("to be checked") if meaning.to_check else "")))
        days = f"{words.span(band.start, band.until)}: " if len(bands) > 1 else ""
        found.append(f"{days}{texts(meaning.why)}" + (f" ({note})" if note else ""))
    return "\n".join(found if len(found) == 1 else ("", *found))


def _length(words: Words, part: Part) -> str:
    """How many days, where that is certain."""
    end = part.until
    if end is None or part.begins.exact is None or (part.ends is not None and part.ends.exact is None):
        return ""
    travel = part.kind in (PartKind.ABSENCE, PartKind.LONG_ABSENCE)  # the day of departure does not count
    days = (end - part.start).days + (0 if travel else 1)
    return words.texts(Plural("{n} day", "{n} days", days))


def headline(words: Words, picture: Picture) -> str:
    """The day on which the required residence is over: 'from', never a promise; 'met' once it has passed."""
    if picture.german:
        return words.texts("German already.")
    return words.texts(time_met(picture.met_on, picture.today))


def reason(words: Words, picture: Picture) -> str:
    """Why, by which paragraphs, and that a day more or less depends on the authority."""
    finding, texts = picture.finding, words.texts
    if finding is None:
        return ""
    give = texts("± 1 day, depending on the authority") if picture.met_on is not None else ""
    mark = texts("to be checked") if finding.to_check else ""
    return joined(texts(finding.explanation), finding.citation, give, mark)
