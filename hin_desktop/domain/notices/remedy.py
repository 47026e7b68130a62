"""What can be done against a notice, to whom it goes, and until when: as the law says, and as the letter says."""

from __future__ import annotations

from dataclasses import dataclass

from hin_desktop.domain.calendar import DayKind, LegalDay, last, last_day
from hin_desktop.domain.law import Law
from hin_desktop.domain.notices.known_on import counted, moved
from hin_desktop.domain.notices.notice import Applied, Notice, Remedy
from hin_desktop.errors import Message

TO_AUTHORITY = Message("the authority that made the decision")
TO_COURT = Message("the Verwaltungsgericht: its Rechtsantragstelle, or through a lawyer")


@dataclass(frozen=True, slots=True)
class Route:
    """A way to object: the rule that lists the kinds of notice, the rule of the time limit, and the statute around it.

    `short` is the shorter one of two time limits. `statute` has the rules of the shift, of a faulty instruction and of
    Wiedereinsetzung. `land`: the Land in which the route exists ('': everywhere).
    """

    kinds: str
    remedy: Remedy
    term: str
    statute: str
    short: str = ""
    land: str = ""

    @property
    def addressee(self) -> Message:
        """To whom it goes where the letter does not say."""
        return TO_COURT if self.remedy is Remedy.KLAGE else TO_AUTHORITY


ROUTES = (
    Route("sgg.objection_kinds", Remedy.WIDERSPRUCH, "sgg.objection", "sgg"),
    Route("ao.objection_kinds", Remedy.EINSPRUCH, "ao.objection", "ao"),
    Route("vwgo.action_kinds", Remedy.KLAGE, "vwgo.action", "vwgo"),
    Route("asylg.action_kinds", Remedy.KLAGE, "asylg.action", "vwgo", short="asylg.action_short"),
    Route("justg_nrw.action_kinds", Remedy.KLAGE, "vwgo.action", "vwgo", land="NW"),
    Route("justg_nrw.objection_kinds", Remedy.WIDERSPRUCH, "vwgo.objection", "vwgo", land="NW"),
)
SHIFT_ELSEWHERE = "vwgo.shift"


def route_of(notice: Notice, law: Law) -> Route | None:
    """The way to object that the law of the day has for this notice; None: no rule is on file."""
    return next((route for route in ROUTES if route.land in ("", notice.land) and law.find(route.kinds) is not None
                 and notice.kind in law.codes(route.kinds)), None)  # fmt: skip


def remedy_of(notice: Notice, route: Route | None) -> Remedy | None:
    """The printed remedy, but never one in place of a court action: that would not keep the time limit."""
    if route is not None and (route.remedy is Remedy.KLAGE or notice.printed_remedy is None):
        return route.remedy
    return notice.printed_remedy


def addressee_of(notice: Notice, route: Route | None) -> Message | str:
    """To whom the remedy goes: as printed, else as the law says."""
    return notice.printed_addressee or (route.addressee if route is not None else "")


def computed_day(notice: Notice, law: Law, route: Route, known: Applied) -> Applied:
    """The last day as the law says."""
    rule = law.rule(_term(notice, law, route, known))
    return counted(known.day.day, rule, law, shift=f"{route.statute}.shift", land=notice.land)


def _term(notice: Notice, law: Law, route: Route, known: Applied) -> str:
    """Of two time limits the shorter one, unless the letter prints the longer one."""
    day, printed = known.day.day, notice.printed_term
    long = printed is not None and last(day, printed) >= last(day, law.span(route.term))
    return route.term if long or not route.short else route.short


def counts_short(route: Route, computed: Applied | None) -> bool:
    """Whether the shorter one of two time limits was counted."""
    return computed is not None and computed.rule is not None and computed.rule.key == route.short


def printed_day(notice: Notice, law: Law, route: Route | None, known: Applied | None) -> Applied | None:
    """The last day as the letter says: the printed one, or the printed time limit counted; the earlier of the two."""
    found = []
    if notice.printed_last_day is not None:
        found.append(Applied(LegalDay(notice.printed_last_day, DayKind.LAST), None))
    shift = law.find(f"{route.statute}.shift" if route is not None else SHIFT_ELSEWHERE)
    if notice.printed_term is not None and known is not None and shift is not None:
        found.append(moved(last_day(known.day.day, notice.printed_term), None, shift, notice.land))
    return earliest(*found)


def earliest(*days: Applied | None) -> Applied | None:
    """The earliest day of those that there are; of equal ones the first."""
    return min((applied for applied in days if applied is not None), key=lambda applied: applied.day.day, default=None)
