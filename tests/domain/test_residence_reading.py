"""Residence as it is shown: what each day counts as, where something is missing, what stands out."""

from __future__ import annotations

from datetime import date

import pytest

from hin_desktop.domain.facts import Absence, Facts, Gap, GapCause, Segment
from hin_desktop.domain.legal_view import LegalView
from hin_desktop.domain.naturalisation.assessment import assess
from hin_desktop.domain.partial_date import PartialDate
from hin_desktop.domain.pathway import RecordRef
from hin_desktop.domain.residence.picture import Counts, PartKind, Picture, Tone
from hin_desktop.domain.residence_reading import read
from hin_desktop.services.catalogues import load_catalogues
from hin_desktop.services.law import load_law_book
from hin_desktop.services.legal_facts import codes_of

ON = date(2026, 11, 23)
K, C = PartKind, Counts


def segment(code: str, start: str, until: str | None = None) -> Segment:
    end = PartialDate.from_iso(until) if until else None
    return Segment(code, PartialDate.from_iso(start), end, RecordRef("residence_period", int(start[:4])))


def away(departed: str, returned: str | None, **more: object) -> Absence:
    end = PartialDate.from_iso(returned) if returned else None
    return Absence(PartialDate.from_iso(departed), end, ref=RecordRef("absence", 1), **more)  # type: ignore[arg-type]  # fields of an absence


def picture(*segments: Segment, on: date = ON, **facts: object) -> Picture:
    known = Facts(segments=segments, **facts)  # type: ignore[arg-type]  # facts by their names
    return read(assess(LegalView(known, on, load_law_book().on(on), codes_of(load_catalogues()))))


def counted(shown: Picture) -> list[tuple[Counts, date, date]]:
    return [(band.meaning.counts, band.start, band.until) for band in shown.naturalisation]


def said(shown: Picture) -> list[tuple[Tone, str]]:
    return [(hint.tone, hint.message.key) for hint in shown.hints]


PROCEDURE = segment("AG_55", "2021-05-01", "2022-03-31")
REFUGEE = segment("AE_25_2_FL", "2022-04-01", "2028-03-31")


def test_procedure_counts_once_protection_was_granted_and_the_rest_is_still_to_come() -> None:
    shown = picture(PROCEDURE, REFUGEE, ankunftsnachweis_on=PartialDate(2022, 1, 1))
    assert shown.met_on == date(2027, 1, 1)
    assert counted(shown) == [(C.FULL, date(2022, 1, 1), date(2022, 3, 31)), (C.FULL, date(2022, 4, 1), ON),
                              (C.EXPECTED, date(2026, 11, 24), date(2027, 1, 1))]
    assert shown.naturalisation[0].meaning.rule is not None
    assert [band.meaning.counts for band in shown.settlement] == [C.PROCEDURE, C.FULL]


def test_the_same_procedure_without_protection_does_not() -> None:
    shown = picture(PROCEDURE, segment("AE_25_3", "2022-04-01", "2027-03-31"))
    first = shown.naturalisation[0].meaning
    assert (first.counts, first.rule.key if first.rule else "") == (C.NO, "asylg.procedure_time")


def test_a_gap_stops_the_chain_and_what_was_before_is_earlier() -> None:
    shown = picture(segment("AE_18A", "2019-01-01", "2021-12-31"), segment("AE_18A", "2022-03-01"))
    assert [(part.kind, part.start, part.until) for part in shown.parts if part.kind is not K.PERIOD] == [
        (K.GAP, date(2022, 1, 1), date(2022, 2, 28))]
    assert [counts for counts, _, _ in counted(shown)] == [C.EARLIER, C.FULL, C.EXPECTED]


def test_a_late_application_explains_the_gap() -> None:
    gap = Gap(date(2022, 1, 1), date(2022, 2, 28), GapCause.LATE_APPLICATION)
    shown = picture(segment("AE_18A", "2019-01-01", "2021-12-31"), segment("AE_18A", "2022-03-01"), gaps=(gap,))
    assert K.LATE_GAP in [part.kind for part in shown.parts]
    assert [counts for counts, _, _ in counted(shown)] == [C.FULL, C.FULL]


def test_no_gap_is_claimed_where_the_days_are_vague() -> None:
    shown = picture(segment("AE_18A", "2019-01-01", "2021"), segment("AE_18A", "2022-03"))
    assert [part.kind for part in shown.parts] == [K.PERIOD, K.GAP, K.PERIOD]
    assert (shown.parts[1].start, shown.parts[1].until) == (date(2022, 1, 1), date(2022, 2, 28))
    vague = picture(segment("AE_18A", "2019-01-01", "2022"), segment("AE_18A", "2022-03"))
    assert [part.kind for part in vague.parts] == [K.PERIOD, K.PERIOD]
    assert said(vague)[-1] == (Tone.MUTED, "{date} is not an exact day: the cautious one is taken.")


def test_what_the_recognition_bridges_is_no_gap() -> None:
    title = segment("AE_25_2_FL", "2022-06-01", "2028-03-31")
    with_gap = picture(PROCEDURE, title)
    assert [(part.start, part.until) for part in with_gap.parts if part.kind is K.GAP] == [
        (date(2022, 4, 1), date(2022, 5, 31))]
    bridged = picture(PROCEDURE, title, recognised_on=PartialDate(2022, 4, 20))
    assert [(part.start, part.until) for part in bridged.parts if part.kind is K.GAP] == [
        (date(2022, 4, 1), date(2022, 4, 19))]
    at_once = picture(PROCEDURE, title, recognised_on=PartialDate(2022, 3, 15))
    assert K.GAP not in [part.kind for part in at_once.parts]


def test_title_that_ended_leaves_a_gap_up_to_today() -> None:
    shown = picture(segment("AE_18A", "2019-01-01", "2026-06-30"))
    assert (shown.parts[-1].kind, shown.parts[-1].start, shown.parts[-1].until) == (K.GAP, date(2026, 7, 1), ON)
    assert said(shown)[0] == (Tone.WRONG, "No status is recorded since {date}.")
    assert shown.met_on is None and shown.finding is not None


def test_study_counts_half_for_settlement_and_training_courses_are_doubtful() -> None:
    shown = picture(segment("AE_16B", "2022-01-01", "2024-12-31"), segment("AE_16F", "2025-01-01"))
    assert [band.meaning.counts for band in shown.settlement] == [C.HALF, C.NO]
    assert [counts for counts, _, _ in counted(shown)][:2] == [C.FULL, C.DOUBTFUL]


def test_a_long_stay_abroad_interrupts_and_may_end_the_title() -> None:
    shown = picture(segment("AE_18A", "2019-01-01"), absences=(away("2024-01-01", "2024-09-01"),))
    assert [counts for counts, _, _ in counted(shown)] == [C.EARLIER, C.NO, C.FULL, C.EXPECTED]
    assert shown.parts[-1].kind is K.LONG_ABSENCE
    assert [words for _, words in said(shown)] == [
        "Abroad for too long ({start} to {end}): residence begins anew with the return.",
        "The title held then may have lapsed on {date}; there are exceptions."]
    assert shown.hints[1].message.values["date"] == date(2024, 7, 2)


@pytest.mark.parametrize(("absence", "tone", "begins"), [
    (away("2024-01-01", "2024-04-01"), None, ""),
    (away("2024-01-01", "2024-06-20"), Tone.MUTED, "Abroad for {days} days, close"),
    (away("2024-01", "2024-07"), Tone.WRONG, "Abroad from {start} to {end}, perhaps"),
    (away("2026-09-01", None), Tone.SOON, "Abroad since {date}: back by {last}"),
    (away("2027-01-01", "2027-12-31"), Tone.SOON, "The stay abroad planned from {date}"),
    (away("2024-01-01", "2024-09-01", abh_deadline=date(2024, 12, 31)), Tone.MUTED, "Abroad for {days} days, close"),
])  # fmt: skip
def test_stays_abroad_near_and_over_the_limit(absence: Absence, tone: Tone | None, begins: str) -> None:
    found = said(picture(segment("AE_18A", "2019-01-01"), absences=(absence,)))
    assert [each for each, _ in found][:1] == ([tone] if tone else [])
    assert not found or found[0][1].startswith(begins)


def test_union_citizens_have_their_own_rule_and_no_title_to_lose() -> None:
    shown = picture(segment("EU_2", "2019-01-01"), absences=(away("2024-01-01", "2024-09-01"),), nationality=("ROU",))
    assert [hint.rule.key for hint in shown.hints if hint.rule] == ["freizuegg_eu.absence"]
    assert len(shown.hints) == 1


def test_contradictions_are_named_with_their_record() -> None:
    shown = picture(segment("AE_18A", "1990-01-01"), birthdate=PartialDate(2000, 1, 1))
    assert said(shown)[0] == (Tone.WRONG, "A title begins before the birth.")
    assert shown.hints[0].ref == RecordRef("residence_period", 1990)


def test_overlapping_periods_are_both_there_with_what_their_days_count_as() -> None:
    shown = picture(segment("DU_60A", "2021-01-01", "2022-06-30"), segment("AE_25_5", "2022-01-01"))
    toleration, permit = shown.parts
    assert [band.meaning.counts for band in toleration.naturalisation] == [C.NO, C.FULL]
    assert [band.meaning.counts for band in permit.naturalisation] == [C.FULL]
    assert (toleration.sign, permit.current, toleration.current) == ("§ 60a Abs. 2 S. 1", True, False)


def test_germans_need_nothing_any_more() -> None:
    shown = picture(segment("AE_18A", "2010-01-01", "2020-12-31"), segment("DEU", "2021-01-01"))
    assert shown.german and shown.met_on is None and shown.naturalisation == ()


def test_nobody_knows_anything_yet() -> None:
    shown = picture()
    assert (shown.parts, shown.met_on, shown.german) == ((), None, False)
