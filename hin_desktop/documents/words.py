"""A paragraph as words that know their width: font by font, direction by direction."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from hin_desktop.documents.directions import levels
from hin_desktop.documents.fonts import Family
from hin_desktop.documents.shaped_font import Piece, ShapedFont

# A line may end after spaces, and after a hyphen, dash or slash between letters: never inside a number or date.
_WORD = re.compile(r"[ \t\u2003]+|[^ \t\u2003]*?[^\W\d_][-–/](?=[^\W\d_])|[^ \t\u2003]+")
_CITED = re.compile(r"(§|\b(?:Abs|Alt|Art|Nr|S)\.) (?=\d)")  # "§ 10 Abs. 1 S. 1" is one thing
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f]")


@dataclass(frozen=True, slots=True)
class Atom:
    """A stretch of one word in one font and one direction; its pieces go from left to right."""

    level: int
    face: ShapedFont
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Word:
    """What stays together on a line; `width` in ems."""

    text: str
    atoms: tuple[Atom, ...]
    width: float

    @property
    def is_space(self) -> bool:
        """Whether it may vanish at the end of a line."""
        return self.text.isspace()


def paragraphs(text: str) -> list[str]:
    """The paragraphs of a text as it will be printed: composed letters, no control characters."""
    clean = _CONTROLS.sub("", unicodedata.normalize("NFC", text).replace("\r\n", "\n").replace("\t", " "))
    return re.split("[\n\r\x85\u2028\u2029]", _CITED.sub("\\1\N{NO-BREAK SPACE}", clean))


def words_of(paragraph: str, family: Family) -> list[Word]:
    """The words and spaces of one paragraph, in the order they are read."""
    parts = _WORD.findall(paragraph)
    if family.is_simple(paragraph):
        made = {part: simple_word(part, family) for part in set(parts)}
        return [made[part] for part in parts]
    ranks = levels(paragraph)
    words, start = [], 0
    for part in parts:
        words.append(_word(part, ranks[start : start + len(part)], family))
        start += len(part)
    return words


def simple_word(text: str, family: Family) -> Word:
    """A word that the main face prints letter by letter."""
    width = family.main.width(text)
    return Word(text, (Atom(0, family.main, (Piece(text, width),)),), width)


def halves(word: Word, family: Family) -> list[Word]:
    """A word too long for a line, broken in the middle (never before a mark); unchanged if it has one letter."""
    middle = len(word.text) // 2
    while middle and unicodedata.category(word.text[middle]) in {"Mn", "Me", "Cf"}:
        middle -= 1
    if not middle:
        return [word]
    return [*words_of(word.text[:middle], family), *words_of(word.text[middle:], family)]


def _word(text: str, ranks: list[int], family: Family) -> Word:
    atoms = tuple(_atoms(text, ranks, family))
    return Word(text, atoms, sum(piece.advance for atom in atoms for piece in atom.pieces))


def _atoms(text: str, ranks: list[int], family: Family) -> Iterator[Atom]:
    faces: list[ShapedFont | None] = []
    for char in text:
        faces.append(family.face_for(char, faces[-1] if faces else None))
    keyed = zip(text, ranks, faces, strict=True)
    for (level, face), group in groupby(keyed, key=lambda item: (item[1], item[2])):
        run = "".join(char for char, _, _ in group)
        if face is None:
            yield Atom(level, family.main, family.main.missing(run))
        elif level % 2 or not face.simple.issuperset(run):
            yield Atom(level, face, face.shape(run, bool(level % 2)))
        else:
            yield Atom(level, face, (Piece(run, face.width(run)),))
