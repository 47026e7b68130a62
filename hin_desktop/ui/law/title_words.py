"""The columns of the catalogue of residence titles in words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from hin_desktop.domain.residence.titles import (
    CourseAccess,
    CourseDuty,
    JmdAccess,
    MbeAccess,
    NatCount,
    NatTitle,
    ResidenceTitle,
    SettlementCount,
    TitleKind,
)
from hin_desktop.errors import Message
from hin_desktop.texts import Texts

KINDS = {
    TitleKind.VISA: Message("Visas"),
    TitleKind.PERMIT: Message("Residence permits (Aufenthaltserlaubnis)"),
    TitleKind.BLUE_CARD: Message("EU Blue Card"),
    TitleKind.ICT: Message("ICT cards"),
    TitleKind.SETTLEMENT: Message("Settlement permits (Niederlassungserlaubnis)"),
    TitleKind.ASYLUM_PROCEDURE: Message("Asylum procedure (Aufenthaltsgestattung)"),
    TitleKind.TOLERATION: Message("Toleration (Duldung)"),
    TitleKind.FICTION: Message("Fiktionsbescheinigung"),
    TitleKind.FREE_MOVEMENT: Message("Free movement (EU)"),
    TitleKind.EXEMPT: Message("Exempt from a title"),
    TitleKind.GERMAN: Message("German citizens and Spätaussiedler"),
    TitleKind.NONE: Message("Without a right of residence"),
    TitleKind.OTHER: Message("Other status"),
}
NAT_COUNTS = {
    NatCount.YES: Message("counts"),
    NatCount.DOUBTFUL: Message("lawful, but perhaps not habitual (temporary purpose)"),
    NatCount.PROTECTION: Message("only where protection was granted later"),
    NatCount.FROM_ORDER: Message("counts from the order on"),
    NatCount.NO: Message("does not count"),
    NatCount.NOT_APPLICABLE: Message("does not apply"),
}
NAT_TITLES = {
    NatTitle.ELIGIBLE: Message("eligible"),
    NatTitle.ELIGIBLE_DOUBTFUL: Message("probably eligible"),
    NatTitle.EXCLUDED: Message("excluded by name"),
    NatTitle.UNLIMITED: Message("unlimited right of residence"),
    NatTitle.UNLIMITED_DOUBTFUL: Message("probably an unlimited right of residence"),
    NatTitle.LIKE_EU: Message("like a Union citizen"),
    NatTitle.LIKE_PREVIOUS: Message("like the title before it"),
    NatTitle.OPEN: Message("to be clarified"),
    NatTitle.NO_TITLE: Message("no title"),
    NatTitle.NOT_APPLICABLE: Message("does not apply"),
}
SETTLEMENTS = {
    SettlementCount.YES: Message("counts"),
    SettlementCount.YES_WITH_PROCEDURE: Message("counts, the asylum procedure before it as well"),
    SettlementCount.BY_EQUIVALENCE: Message("counts like a residence permit"),
    SettlementCount.HALF: Message("counts half"),
    SettlementCount.PROCEDURE: Message("only for § 26 Abs. 3 and 4 AufenthG"),
    SettlementCount.NO: Message("does not count"),
    SettlementCount.NOT_APPLICABLE: Message("does not apply"),
}
COURSES = {
    CourseAccess.CLAIM: Message("claim (§ 44 Abs. 1 AufenthG)"),
    CourseAccess.CLAIM_LITTLE_NEED: Message("claim, but often little need (§ 44 Abs. 3 AufenthG)"),
    CourseAccess.CLAIM_SENTENCE_3: Message("claim only under sentence 3"),
    CourseAccess.CLAIM_OR_ADMISSION: Message("claim or admission, depending on the title"),
    CourseAccess.ADMISSION: Message("admission where places are free (§ 44 Abs. 4 AufenthG)"),
    CourseAccess.ADMISSION_STOPPED: Message("admission (§ 44 Abs. 4 AufenthG), affected by the stop of 2026"),
    CourseAccess.RESETTLER: Message("free of charge (§ 9 BVFG)"),
    CourseAccess.LIKE_PREVIOUS: Message("like the title before it"),
    CourseAccess.NONE: Message("no access"),
}
DUTIES = {
    CourseDuty.NO_SIMPLE_GERMAN: Message("no simple German"),
    CourseDuty.NOT_B1: Message("not B1 when the title is issued"),
    CourseDuty.JOBCENTER: Message("asked by the Jobcenter"),
    CourseDuty.AUTHORITY: Message("asked by the Ausländerbehörde"),
    CourseDuty.ASYLUM_BENEFITS: Message("asked by the office for asylum seekers' benefits"),
    CourseDuty.AUTHORITY_SIMPLE_GERMAN: Message("can be obliged: only simple German"),
    CourseDuty.LIKE_PREVIOUS: Message("like the title before it"),
}
MBE = {
    MbeAccess.CORE: Message("core target group"),
    MbeAccess.POSSIBLE: Message("possible"),
    MbeAccess.GOOD_PROSPECT: Message("with a good prospect to stay"),
    MbeAccess.REFER: Message("refer to another service"),
    MbeAccess.REFER_OR_GOOD_PROSPECT: Message("refer, or with a good prospect to stay"),
    MbeAccess.ANONYMOUS: Message("anonymous advice"),
}
JMD = {JmdAccess.YES: Message("yes"), JmdAccess.POSSIBLE: Message("possible"), JmdAccess.NO: Message("no")}


def columns(title: ResidenceTitle, texts: Texts) -> tuple[tuple[str, str], ...]:
    """Name and value of every column."""
    return tuple((texts(name), value) for name, value in _columns(title, texts))


def _columns(title: ResidenceTitle, texts: Texts) -> Iterator[tuple[Message, str]]:
    yield Message("Legal basis"), "\n".join((title.legal_basis, *_earlier(title, texts)))
    yield Message("Time for naturalisation"), texts(NAT_COUNTS[title.nat_count])
    yield Message("Title for naturalisation"), _with(texts(NAT_TITLES[title.nat_title]), title.nat_title_note)
    yield Message("Time for settlement"), texts(SETTLEMENTS[title.settlement_count])
    yield Message("Way to settlement"), title.settlement_route
    yield Message("Integration course"), _with(texts(COURSES[title.course]), title.course_note)
    yield Message("Obliged to attend"), _with(_list(texts(DUTIES[duty]) for duty in title.course_duty),
                                              title.course_duty_note)
    yield Message("MBE"), texts(MBE[title.mbe])
    yield Message("JMD (12 to 26)"), texts(JMD[title.jmd])
    yield Message("Usually given for"), title.validity(texts.language)
    yield Message("Notes"), "\n".join(title.notes)
    yield Message("Code"), title.code


def _earlier(title: ResidenceTitle, texts: Texts) -> Iterator[str]:
    for each in title.earlier:
        yield texts("until {date}: {basis}", date=each.until, basis=each.legal_basis)


def _with(text: str, note: str) -> str:
    return f"{text} ({note})" if text and note else text or note


def _list(words: Iterable[str]) -> str:
    return ", ".join(words)
