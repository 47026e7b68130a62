"""The window against a bare PySide6 window with a table: starting, unlocking, opening people, memory, blocks.

Memory is what is resident (RSS): the share (PSS) depends on who else has Qt open at the moment.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.bench import crowd
from tests.bench.desks import NEW, new_desk
from tests.bench.measuring import Result, middle
from tests.bench.processes import home, run, until_painted

BARE, STARTED = ("tests.bench.bare_window",), ("tests.bench.started",)
ROUNDS, FEWER = 15, 7
PEOPLE = 10_000
BLOCK = re.compile(r"Longest block of the window: (\d+) ms(.*)")


def starts() -> Iterator[Result]:
    """From exec to the painted unlock window, and the memory then; the first pair of starts is a try."""
    with new_desk() as opened, home() as environment:
        ours = (*STARTED, "tests.bench.our_window", "--desk", str(opened.unlocked.folder))
        pairs = [(until_painted(environment, *ours), until_painted(environment, *BARE)) for _ in range(ROUNDS + 1)][1:]
    yield Result("start", middle([ours[0] for ours, _ in pairs]), 1.3, middle([bare[0] for _, bare in pairs]))
    yield Result("memory", middle([ours[2] for ours, _ in pairs]), 1.5, middle([bare[2] for _, bare in pairs]), "MiB")


def at_the_desk() -> Iterator[Result]:
    """Right password to Heute without deriving the key, memory then, and opening one person after the other."""
    with new_desk() as opened, home() as environment:
        crowd.fill(opened.desk, PEOPLE)
        opened.abandon()
        ours = (*STARTED, "tests.bench.at_the_desk", str(opened.unlocked.folder), NEW.login, NEW.password)
        runs = [(run(environment, *ours), until_painted(environment, *BARE)) for _ in range(FEWER + 1)][1:]
    said = [[line.split() for line in lines] for lines, _ in runs]
    told = {word: [[float(value) for value in values] for lines in said for first, *values in lines if first == word]
            for word in ("heute", "memory", "person")}  # fmt: skip
    bare_start, bare_memory = middle([bare[0] for _, bare in runs]), middle([bare[2] for _, bare in runs])
    derived = middle([values[1] for values in told["heute"]])
    yield Result("unlock", middle([values[0] for values in told["heute"]]) - derived, 1.5, bare_start,
                 remark=f"{PEOPLE} people; key derivation of {derived:.0f} ms aside")  # fmt: skip
    yield Result("memory_heute", middle([values[1] for values in told["memory"]]), 3.5, bare_memory, "MiB")
    yield _people(told["person"])


def _people(told: list[list[float]]) -> Result:
    queries, repaint = middle([values[1] for values in told]), middle([values[2] for values in told])
    return Result("open_person", middle([values[0] for values in told]), 2.0, queries + repaint,
                  remark=f"bare queries {queries:.2f} ms, bare repaint {repaint:.2f} ms")  # fmt: skip


def blocks() -> Iterator[Result]:
    """The longest block of the GUI thread in the tour."""
    with home() as environment, TemporaryDirectory(prefix="hin-tour-") as out:
        lines = run(environment, *STARTED, "tests.bench.tour", str(Path(out)))
    found = next(match for line in lines if (match := BLOCK.match(line)))
    yield Result("block", float(found[1]), 100.0, remark=found[2].strip(" ()"))
