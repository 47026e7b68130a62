"""Timing two ways of one thing in one run, and the line that tells how they compare."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import median


@dataclass(frozen=True)
class Result:
    """One row: medians in `unit`. `most` is the target: of the ratio where there is a reference, else of `ours`."""

    name: str
    ours: float
    most: float
    reference: float | None = None
    unit: str = "ms"
    remark: str = ""

    @property
    def judged(self) -> float:
        """What the target is about."""
        return self.ours if self.reference is None else self.ours / self.reference

    @property
    def is_met(self) -> bool:
        """Whether the target is kept."""
        return self.judged <= self.most

    def line(self) -> str:
        """`name | ours | reference | ratio | target | ok`."""
        reference = "-" if self.reference is None else f"{self.reference:.2f} {self.unit}"
        ratio = "-" if self.reference is None else f"{self.judged:.2f}"
        target = f"<= {self.most:g} {self.unit}" if self.reference is None else f"<= {self.most:g}"
        verdict = "ok" if self.is_met else "over"
        parts = (self.name, f"{self.ours:.2f} {self.unit}", reference, ratio, target, verdict, self.remark)
        return " | ".join(part for part in parts if part)


def milliseconds(act: Callable[[], object]) -> float:
    """How long one run takes."""
    begun = time.perf_counter()
    act()
    return (time.perf_counter() - begun) * 1000


def side_by_side(ours: Callable[[], object], reference: Callable[[], object], rounds: int) -> tuple[float, float]:
    """The medians of both in milliseconds, run in turn, so that the machine's mood strikes both; the first is a try."""
    pairs = [(milliseconds(ours), milliseconds(reference)) for _ in range(rounds + 1)][1:]
    return middle([pair[0] for pair in pairs]), middle([pair[1] for pair in pairs])


def middle(values: Sequence[float]) -> float:
    """The median."""
    return float(median(values))
