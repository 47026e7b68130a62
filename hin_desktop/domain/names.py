"""Names of people: how they are shown, sorted and found again, in whatever script and spelling."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from anyascii import anyascii

from hin_desktop.errors import Message

WITHOUT_NAME = Message("Without a name")
LAST_IN_ORDER = "~"  # sorts behind every folded letter and digit
SOUND_MARK = "~"

_APOSTROPHES = re.compile(r"['`\"]")
_NOT_A_WORD = re.compile(r"[^a-z0-9]+")
_ARABIC_ARTICLE, _ALIF = "ال", "ا"
_MUTE_STARTS = frozenset("'`")
_GERMAN = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa", "đ": "dj"})
_PLAIN_VOWELS = (("ae", "a"), ("oe", "o"), ("ue", "u"))
_SOUNDS = (
    ("dsch", "j"), ("tsch", "c"), ("sch", "s"), ("dj", "j"), ("kh", "h"), ("ch", "h"), ("gh", "g"), ("sh", "s"),
    ("th", "t"), ("dh", "d"), ("ph", "f"), ("ck", "k"), ("q", "k"), ("c", "k"),
)  # fmt: skip
_VOWELS = re.compile(r"[aeiouwy]")
_VOWEL_START = re.compile(r"[aeiou]")
_DOUBLED = re.compile(r"(.)\1+")


@dataclass(frozen=True, slots=True)
class PersonName:
    """A name as it was given: Latin parts as on the papers, and the name in its own script. Any part may be ''."""

    given: str
    family: str
    original: str = ""

    @property
    def full(self) -> str:
        """Given and family name; the original script where there is nothing else; '' for nobody's name."""
        return " ".join(part for part in (self.given.strip(), self.family.strip()) if part) or self.original.strip()

    @property
    def display(self) -> Message:
        """What to show: the full name, or 'Without a name'."""
        return Message("{name}", name=self.full) if self.full else WITHOUT_NAME

    @property
    def listed(self) -> Message:
        """As in a list: family name first."""
        if self.given.strip() and self.family.strip():
            return Message("{family}, {given}", family=self.family.strip(), given=self.given.strip())
        return self.display

    @property
    def initials(self) -> str:
        """At most two letters for the avatar; '?' for somebody without a name."""
        parts = [part for part in (self.given, self.family) if part.strip()] or self.original.split()
        letters = [next((sign for sign in part if sign.isalnum()), "") for part in parts]
        return "".join(letter.upper() for letter in (letters[:1] + letters[1:][-1:])) or "?"

    @property
    def sort_key(self) -> str:
        """Folded family name, then given name; whoever has no name comes last."""
        return fold(f"{self.family} {self.given}") or fold(self.original) or LAST_IN_ORDER


def fold(text: str) -> str:
    """Plain lower-case letters and digits, words parted by one blank: for comparing and for prefixes.

    Marks, apostrophes and zero-width signs vanish; ß ł đ ø ı ё and every other script become Latin letters.
    """
    ascii_text = anyascii(unicodedata.normalize("NFC", text).casefold()).casefold()
    return _NOT_A_WORD.sub(" ", _APOSTROPHES.sub("", ascii_text)).strip()


def search_terms(*texts: str) -> frozenset[str]:
    """Every word under which these texts are to be found: folded, as German writes it without umlauts, by its sound."""
    terms: set[str] = set()
    for text in texts:
        lower = unicodedata.normalize("NFC", text).casefold()
        for spelling in (lower, lower.translate(_GERMAN)):
            terms.update(fold(spelling).split())
        terms.update(fold(word.removeprefix(_ARABIC_ARTICLE)) for word in lower.split())
        terms.update(_without_e(word) for word in fold(lower).split())
        terms.update(sound(word) for word in _words(lower))
    return frozenset(term for term in terms if term and " " not in term)


def query_words(text: str) -> tuple[tuple[str, str], ...]:
    """What was typed, word by word: the folded word, to be matched as a prefix, and its sound, as a whole term.

    The sound is '' where the word is too short to have one. Somebody is found who fits every word in either way.
    """
    return tuple((word, sound(raw)) for raw in _words(text.casefold()) for word in fold(raw).split())


def sound(word: str) -> str:
    """The consonants of a name, the same for the usual spellings of an Arabic one; '' for less than three signs.

    Mohammed, Muhammad, Mohamad and محمد are all ~mhmd; the mark in front keeps sounds apart from words. A vowel,
    hamza, alif or ayn in front counts as 'a'; w and y count as vowels unless they stand in front; a mute h at the
    end falls away.
    """
    word = word.removeprefix(_ARABIC_ARTICLE)
    plain = fold(word).replace(" ", "")
    for spelling, letter in _SOUNDS:
        plain = plain.replace(spelling, letter)
    if anyascii(word)[:1] in _MUTE_STARTS or word[:1] == _ALIF or _VOWEL_START.match(plain):
        plain = "a" + _VOWEL_START.sub("", plain)
    key = _DOUBLED.sub(r"\1", plain[:1] + _VOWELS.sub("", plain[1:])).removesuffix("h")
    return SOUND_MARK + key if len(key) > 2 and key.isalpha() else ""


def _words(text: str) -> list[str]:
    """The words of a text, parted at blanks and hyphens."""
    return text.replace("-", " ").split()


def _without_e(word: str) -> str:
    """Mueller as Müller is folded: muller."""
    for written, plain in _PLAIN_VOWELS:
        word = word.replace(written, plain)
    return word
