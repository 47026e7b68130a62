"""Drawings of the timeline that were looked at and found right, kept as numbers.

After a change that is meant: `python -m tests.domain.residence.kept_drawings`, and look at the difference.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields
from datetime import date, timedelta
from pathlib import Path

from hin_desktop.domain.partial_date import PartialDate
from hin_desktop.domain.residence.drawing import Drawing, lay_out
from hin_desktop.domain.residence.picture import Band, Counts, Meaning, Part, PartKind, Picture
from hin_desktop.errors import Message

KEPT = Path(__file__).with_name("kept_drawings.txt")
ON = date(2026, 7, 1)
WHY = Message("why")
K = PartKind


def part(start: date, until: date | None, kind: PartKind = PartKind.PERIOD, sign: str = "§ 9", **more: object) -> Part:
    """A part of the picture; it begins and ends on the days that it certainly has, if `more` says nothing else."""
    ends = PartialDate.of(until) if until else None
    known = {"begins": PartialDate.of(start), "ends": ends, **more}
    return Part(kind=kind, start=start, until=until, sign=sign, **known)  # type: ignore[arg-type]  # fields of a part


def bands(start: date, *counts: Counts) -> tuple[Band, ...]:
    """One after the other, half a year each."""
    half = timedelta(days=180)
    return tuple(Band(start + place * half, start + place * half + half - timedelta(days=1), Meaning(each, WHY))
                 for place, each in enumerate(counts))


STUDY = part(date(2018, 10, 1), date(2020, 9, 30), sign="§ 16b")
GAP = part(date(2020, 10, 1), date(2020, 11, 14), K.GAP)
LATE = part(date(2021, 12, 1), date(2022, 2, 28), K.LATE_GAP)
WORK = part(date(2020, 11, 15), date(2022, 11, 30), sign="§ 18b")
FICTION = part(date(2022, 6, 1), date(2023, 5, 31), sign="§ 81 Abs. 4 AufenthG")
UNSURE = part(date(2024, 2, 1), date(2024, 11, 30), sign="§ 18g", begins=PartialDate(2024, 1),
              ends=PartialDate(2024))
NEVER_SURE = part(date(2025, 1, 1), date(2024, 12, 31), sign="?", begins=PartialDate(2024),
                  ends=PartialDate(2025))
HELD = part(date(2025, 2, 1), None, sign="§ 18c", current=True)
HOLIDAY = part(date(2019, 7, 10), date(2019, 7, 24), K.ABSENCE)
YEAR_AWAY = part(date(2023, 6, 15), date(2024, 1, 15), K.LONG_ABSENCE)
AWAY_NOW = part(date(2026, 6, 1), None, K.ABSENCE)
SINCE_SPRING = part(date(2026, 3, 1), date(2029, 2, 28), sign="§ 24", current=True)
NEW = Picture(today=ON, parts=(SINCE_SPRING,), naturalisation=bands(date(2026, 3, 1), Counts.NO))

LIFE = Picture(
    today=ON, parts=(STUDY, GAP, WORK, LATE, FICTION, YEAR_AWAY, UNSURE, NEVER_SURE, HELD, HOLIDAY, AWAY_NOW),
    naturalisation=bands(date(2018, 10, 1), *Counts), settlement=bands(date(2020, 11, 15), Counts.FULL, Counts.HALF),
    met_on=date(2028, 6, 1))


def scenes() -> Mapping[str, Drawing]:
    """What is drawn, by what it shows."""
    return {
        "a long life here, a wide window": lay_out(LIFE, 1000),
        "the same where it is narrow, in large letters": lay_out(LIFE, 260, text_height=27),
        "the day on which it is enough touches today": lay_out(
            Picture(today=ON, parts=(WORK, HELD), naturalisation=LIFE.naturalisation, met_on=date(2026, 9, 1)), 600),
        "it was enough long ago, and a letter has its own width": lay_out(
            Picture(today=ON, parts=(STUDY, HELD), settlement=LIFE.settlement, met_on=date(2023, 10, 1)), 700,
            measure=lambda text, strong: (9.0 if strong else 8.0) * len(text if isinstance(text, str) else text.key)),
        "it was enough before the first period": lay_out(
            Picture(today=ON, parts=(HELD,), met_on=date(2024, 1, 1)), 500, text_height=20),
        "somebody who has just come": lay_out(NEW, 400),
        "hardly any room": lay_out(NEW, 90),
    }


def lines() -> Iterator[str]:
    """Every shape and every place for the mouse, a line each, to a hundredth."""
    for name, drawing in scenes().items():
        yield f"# {name}: {drawing.height:.2f}"
        for shape in (*drawing.shapes, *drawing.hits):
            said = (_said(getattr(shape, field.name)) for field in fields(shape))
            yield f"{type(shape).__name__} {' '.join(said)}"


def _said(value: object) -> str:
    if isinstance(value, Message):
        return "_".join([value.key, *map(str, value.values.values())]).replace(" ", "_")
    if isinstance(value, float | int) and not isinstance(value, bool):
        return f"{value:.2f}"
    return str(value).replace(" ", "_") or "-"


if __name__ == "__main__":
    KEPT.write_text("\n".join(lines()) + "\n", encoding="utf-8")
