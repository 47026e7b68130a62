"""The answers to a case file as plain data, by the keys of its `expected`; what does not apply is left out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from typing import Final

from hin_desktop.domain.calendar import LegalDay
from hin_desktop.domain.contradictions import Remark
from hin_desktop.domain.course_rights import CourseDays
from hin_desktop.domain.naturalisation.assessment import Assessment
from hin_desktop.domain.naturalisation.birth import ByBirth
from hin_desktop.domain.naturalisation.paths import Path, PathAssessment
from hin_desktop.domain.programme import Programme
from hin_desktop.domain.residence_duty import ResidenceDuty
from hin_desktop.domain.settlement.assessment import Settlement, SettlementRight

Plain = dict[str, object]
NO_LAW: Final = "kein Rechtsstand hinterlegt"  # a value of the format, the same in every language


def naturalisation(assessment: Assessment) -> Plain:
    """`nat`: the proposed path and the next one; nothing for Germans."""
    if assessment.proposed is None:
        return {}
    other = assessment.alternative
    alternative = {"alt": _path(other)} if other is not None else {}
    return {"nat": {**_path(assessment.proposed), **alternative}}


def _path(path: PathAssessment) -> Plain:
    time = path.duration.time
    together = path.path is Path.TOGETHER
    always: Plain = {"basis": path.path.value, "residence_met_on": _iso(path.residence_met_on),
                     "earliest": _iso(path.earliest), "missing": list(path.missing), "open": list(path.open)}
    applies: Plain = {
        "title_ok_from": path.title_ok_from, "marriage_met_on": path.marriage_met_on,
        "guideline_met_on": path.residence_met_on if together else None, "lenient": time.lenient, "strict": time.strict,
        "discretion": time.discretion, "blocked_until": path.blocked_until, "gap_days": time.gap_days or None,
        "absence_days": time.absence_days or None, "livelihood": path.variant("LIVELIHOOD") or None,
        "lang": path.variant("LANG_B1") or None, "civics": path.variant("CIVICS") or None, "fee_eur": _number(path.fee)}
    nullable = {"guideline_met_on": _iso(path.residence_met_on)} if together else {}
    return {**always, **_known(applies), **nullable}


def settlement(found: Settlement | None) -> Plain:
    """`ne`: the proposed right and the next one; nothing where there is nothing to settle from."""
    if found is None:
        return {}
    other = found.alternative
    alternative = {"alt": _right(other)} if other is not None else {}
    return {"ne": {**_right(found.proposed), **alternative}}


def _right(right: SettlementRight) -> Plain:
    applies: Plain = {"with_A1": right.with_a1, "with_B1": right.with_b1, "lenient": right.lenient,
                      "five_years_on": right.five_years_on, "age16_on": right.age16_on, "needs": right.needs or None}
    return {"basis": right.basis.value, "time_met_on": _iso(right.time_met_on), **_known(applies)}


def birth(found: ByBirth) -> Plain:
    """`birth_4_3` and the parent's day."""
    return {"birth_4_3": found.german, "parent_five_years_on": _iso(found.five_years_on)}


def course(days: CourseDays) -> Plain:
    """The days of an integration course."""
    found: Plain = {
        "entitlement_lapses_on": _legal(days.entitlement_lapses_on),
        "entitlement_secured_by_registration": days.secured,
        "lapse_without_start_on": _legal(days.lapse_without_start_on),
        "refund_deadline": _legal(days.refund_deadline),
        "refund_deadline_special_course": _legal(days.refund_deadline_special_course)}
    return _known(found)


def programme(found: Programme) -> Plain:
    """JMD until, MBE from."""
    return {"jmd_until": _legal(found.jmd_until), "mbe_from": _legal(found.mbe_from)}


def residence_duty(found: ResidenceDuty | None) -> Plain:
    """`wsr_end`; null for whoever is not bound."""
    return {"wsr_end": _legal(found.ends_on) if found is not None else None}


def warnings(found: Iterable[Remark]) -> Plain:
    """`warnings`, where there are any."""
    codes = [remark.code for remark in found]
    return {"warnings": codes} if codes else {}


def _known(found: Mapping[str, object]) -> Plain:
    """What applies, ready for JSON."""
    return {key: _iso(value) if isinstance(value, date) else value for key, value in found.items() if value is not None}


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day is not None else None


def _legal(day: LegalDay | None) -> str | None:
    return _iso(day.day) if day is not None else None


def _number(amount: Decimal) -> int | float:
    return int(amount) if amount == amount.to_integral_value() else float(amount)
