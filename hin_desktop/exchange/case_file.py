"""Case files: people told in YAML, as `hin assess` takes them (the form of tests/domain/cases/examples.yaml).

Strict: an unknown key, fact, code, kind or value is a fault that names file, line and key.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from types import MappingProxyType
from typing import Final, TypeVar, get_type_hints

import yaml

from hin_desktop.domain.facts import Absence, AbsenceReason, Facts, Gap, GapCause, German, Protection, Segment
from hin_desktop.domain.findings import Status
from hin_desktop.domain.naturalisation.requirement import ORDER
from hin_desktop.domain.partial_date import PartialDate
from hin_desktop.errors import Message
from hin_desktop.exchange.yaml_place import BadCaseFile, KnownCodes, Place

E = TypeVar("E", bound=StrEnum)
Read = Callable[[Place], object]


class CaseKind(StrEnum):
    """What is asked of a case."""

    RESIDENCE = "residence"
    SETTLEMENT = "ne"
    BIRTH = "birth"
    COURSE = "course"
    PROGRAMME = "programme"
    RESIDENCE_DUTY = "wsr"
    ARITHMETIC = "arithmetic"


@dataclass(frozen=True, slots=True)
class CaseInput:
    """One case: its facts and what is asked. `as_of` None: the day of the file."""

    id: str
    kind: CaseKind
    facts: Facts
    as_of: date | None


@dataclass(frozen=True, slots=True)
class CaseFile:
    """A whole file; `as_of` None where it names no day."""

    as_of: date | None
    cases: tuple[CaseInput, ...]


def read_cases(text: str, file: str, known: KnownCodes) -> CaseFile:
    """All cases of a file; `file` is its name for faults. Raises BadCaseFile."""
    try:
        node = yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.YAMLError as fault:
        mark = getattr(fault, "problem_mark", None)
        line = mark.line + 1 if mark is not None else 1
        raise BadCaseFile(file, line, "YAML", Message("this is not valid YAML")) from fault
    if node is None:
        raise BadCaseFile(file, 1, "cases", Message("the file is empty"))
    top = Place(file, "", node, known).mapping("as_of", "defaults", "cases", "requirement_codes")
    if "cases" not in top:
        raise BadCaseFile(file, 1, "cases", Message("this key is missing"))
    defaults = _statuses(top["defaults"]) if "defaults" in top else MappingProxyType({})
    cases = tuple(_case(place, defaults) for place in top["cases"].items())
    return CaseFile(_exact(top.get("as_of")), cases)


def _case(place: Place, defaults: Mapping[str, Status]) -> CaseInput:
    parts = place.mapping("id", "kind", "title", "segments", "absences", "gaps", "facts", "as_of", "expected", "rule")
    if "id" not in parts:
        raise place.fault(Message("the case has no id"))
    lists = {
        "segments": tuple(_segment(each) for each in _all(parts, "segments")),
        "absences": tuple(_absence(each) for each in _all(parts, "absences")),
        "gaps": tuple(_gap(each) for each in _all(parts, "gaps"))}
    kind = parts["kind"].choice(CaseKind) if "kind" in parts else CaseKind.RESIDENCE
    facts = _facts(parts["facts"]) if "facts" in parts else {}
    return CaseInput(_id(parts["id"]), kind, Facts(**lists, **facts, defaults=defaults),  # type: ignore[arg-type]  # each fact was read by the type of its field
                     _exact(parts.get("as_of")))


def _id(place: Place) -> str:
    """A text; a number is one too."""
    value = place.scalar()
    return str(value) if type(value) is int else place.text()


def _all(parts: Mapping[str, Place], name: str) -> Iterator[Place]:
    if name in parts:
        yield from parts[name].items()


def _exact(place: Place | None) -> date | None:
    """A day known to the day."""
    if place is None:
        return None
    day = place.some_day().exact
    if day is None:
        raise place.fault(Message("a whole day is expected here"))
    return day


def _needed(place: Place, parts: Mapping[str, Place], *names: str) -> None:
    for name in names:
        if name not in parts:
            raise place.fault(Message("{name} is missing", name=name))


def _segment(place: Place) -> Segment:
    parts = place.mapping("code", "from", "to")
    _needed(place, parts, "code", "from")
    return Segment(parts["code"].code(place.known.titles), parts["from"].some_day(),
                   parts["to"].day() if "to" in parts else None)


def _absence(place: Place) -> Absence:
    parts = place.mapping("departed", "returned", "abh_deadline", "reason")
    _needed(place, parts, "departed")
    deadline = parts["abh_deadline"].day() if "abh_deadline" in parts else None
    return Absence(parts["departed"].some_day(), parts["returned"].day() if "returned" in parts else None,
                   deadline.earliest if deadline is not None else None,
                   parts["reason"].choice(AbsenceReason) if "reason" in parts else AbsenceReason.OTHER)


def _gap(place: Place) -> Gap:
    """The days that certainly belong to it."""
    parts = place.mapping("from", "to", "cause")
    _needed(place, parts, "from", "to")
    cause = parts["cause"].choice(GapCause) if "cause" in parts else GapCause.OTHER
    return Gap(parts["from"].some_day().latest, parts["to"].some_day().earliest, cause)


def _statuses(place: Place) -> Mapping[str, Status]:
    return MappingProxyType({code: _status(value) for code, value in place.mapping(*ORDER).items()})


def _status(place: Place) -> Status:
    """Met, not met or open; what is not required only the law says."""
    place.code(frozenset({Status.MET, Status.NOT_MET, Status.OPEN}))
    return place.choice(Status)


def _nationality(place: Place) -> tuple[str, ...]:
    return (place.code(place.known.nationalities),)


def _nullable(kind: type[E]) -> Read:
    return lambda place: None if place.scalar() is None else place.choice(kind)


_SPECIAL: Final[Mapping[str, Read]] = {
    "nationality": _nationality, "german": _nullable(German), "protection": _nullable(Protection),
    "title": lambda place: place.code(place.known.titles), "father_title": lambda place: place.code(place.known.titles),
    "mother_title": lambda place: place.code(place.known.titles),
    "course_type": lambda place: place.code(place.known.course_types),
    "guideline_under6": lambda place: place.code(frozenset({"half_life"}))}
_BY_TYPE: Final[Mapping[object, Read]] = {
    PartialDate | None: Place.day, bool | None: Place.flag, int | None: Place.number, tuple[int, ...]: Place.numbers}
_NOT_TOLD: Final = frozenset({"segments", "absences", "gaps", "statuses", "defaults", "discussed", "sources",
                              "civics_passed", "civics_points"})  # fmt: skip


def _readers() -> dict[str, Read]:
    hints = {name: hint for name, hint in get_type_hints(Facts).items() if name not in _NOT_TOLD}
    return {name: _SPECIAL[name] if name in _SPECIAL else _BY_TYPE[hint] for name, hint in hints.items()}


def _facts(place: Place) -> dict[str, object]:
    readers = _readers()
    found: dict[str, object] = {}
    statuses: dict[str, Status] = {}
    for name, value in place.mapping(*readers, *ORDER, "civics_test").items():
        if name in ORDER:
            statuses[name] = _status(value)
        elif name == "civics_test":
            found.update(_civics_test(value))
        else:
            found[name] = readers[name](value)
    return {**found, "statuses": MappingProxyType(statuses)}


def _civics_test(place: Place) -> dict[str, object]:
    """`none`, `passed`, or the points."""
    value, most = place.scalar(), place.known.test_questions
    if value in ("none", "passed"):
        return {"civics_passed": value == "passed"}
    if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value <= most:
        raise place.fault(Message("none, passed or the points from 0 to {most} are expected here", most=most))
    return {"civics_points": value}
