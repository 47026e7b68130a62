"""Right-to-left text: the level of each character (UAX #9, through fpdf2), and a line's order from left to right.

fpdf2 is imported with the first text that needs it: it costs 0.4 s and 36 MB, and most desks print few such sheets.
"""

from __future__ import annotations

import importlib
import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, TypeVar

Item = TypeVar("Item")

_NEEDS_LEVELS = {"R", "AL", "AN", "RLE", "LRE", "RLO", "LRO", "PDF", "LRI", "RLI", "FSI", "PDI", "RLM", "LRM"}
_PART = 200  # fpdf.bidi recurses over neutral characters, and is quadratic in them: long paragraphs go in parts


def is_right_to_left(paragraph: str) -> bool:
    """Whether the first letter with a direction runs from right to left (rules P2 and P3)."""
    return _needs_levels(paragraph) and _base_direction(paragraph) == _bidi().TextDirection.RTL


def levels(paragraph: str) -> list[int]:
    """The embedding level of each character: even from left to right, odd from right to left."""
    if not _needs_levels(paragraph):
        return [0] * len(paragraph)
    base = _base_direction(paragraph)
    return [level for part in _parts(paragraph) for level in _levels(part, base)]


def _needs_levels(paragraph: str) -> bool:
    return any(unicodedata.bidirectional(char) in _NEEDS_LEVELS for char in paragraph)


def _bidi() -> Any:  # noqa: ANN401  # a module without types
    return importlib.import_module("fpdf.bidi")


def _base_direction(paragraph: str) -> object:
    return _bidi().auto_detect_base_direction(paragraph)


def _levels(part: str, base: object) -> Iterator[int]:
    """fpdf.bidi drops the embedding marks themselves: they take the level of what precedes them."""
    known = {char.character_index: char.embedding_level for char in _bidi().BidiParagraph(part, base).characters}
    level = 1 if base == _bidi().TextDirection.RTL else 0
    for index in range(len(part)):
        level = known.get(index, level)
        yield level


def _parts(paragraph: str) -> Iterator[str]:
    start = 0
    while len(paragraph) - start > _PART:
        space = paragraph.rfind(" ", start, start + _PART)
        end = space + 1 if space > start else start + _PART
        yield paragraph[start:end]
        start = end
    yield paragraph[start:]


def visual_order(items: Sequence[Item], of_levels: Iterable[int]) -> list[Item]:
    """Rule L2: the items of one line from left to right."""
    order, ranks = list(items), list(of_levels)
    for level in range(max(ranks, default=0), 0, -1):
        for run in re.finditer("x+", "".join("x" if rank >= level else "." for rank in ranks)):
            here = slice(*run.span())
            order[here], ranks[here] = order[here][::-1], ranks[here][::-1]
    return order
