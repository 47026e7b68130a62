"""The help texts as they are shipped: short pages in Markdown, with pictures from the tour. Read on a worker."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from hin_desktop import resources

_PICTURE = re.compile(r"!\[[^\]]*\]\(([\w.-]+)\)\n*")
_STAR_INSIDE = re.compile(r"(?<=\w)\*(?=\w)")  # of 'Kolleg*innen': not the beginning of an emphasis
FALLBACK = "de"


@dataclass(frozen=True, slots=True)
class HelpText:
    """One page. `id` is its name without number; `pictures` are PNG bytes by file name."""

    id: str
    title: str
    markdown: str
    pictures: Mapping[str, bytes] = field(default_factory=dict, repr=False)

    def holds(self, words: str) -> bool:
        """Whether every word is somewhere in the page."""
        return all(word in self.markdown.casefold() for word in words.casefold().split())


def read_help(language: str, inclusive: Callable[[str], str]) -> tuple[HelpText, ...]:
    """All pages in their order; `inclusive` writes gender the organisation's way."""
    folder = resources.path("help", language)
    if not folder.is_dir():
        folder = resources.path("help", FALLBACK)
    return tuple(_read(file.stem, inclusive(file.read_text(encoding="utf-8"))) for file in sorted(folder.glob("*.md")))


def _read(name: str, text: str) -> HelpText:
    pictures = {found: _picture(found) for found in _PICTURE.findall(text)}
    there = {found: content for found, content in pictures.items() if content is not None}
    kept = _PICTURE.sub(lambda match: match.group(0) if match.group(1) in there else "", text)
    title = kept.lstrip("# ").partition("\n")[0]
    return HelpText(name.partition("-")[2], title, _STAR_INSIDE.sub(r"\\*", kept), there)


def _picture(name: str) -> bytes | None:
    """A picture the tour has made; None where there is none."""
    file = resources.path("help", "pictures", name)
    return file.read_bytes() if file.is_file() else None
