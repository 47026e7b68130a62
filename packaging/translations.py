"""Bring the German catalogue up to date with the source: `make translations`.

Reads every Message(...), Plural(...) and texts(...) of the package, keeps what is translated, adds what is new
(untranslated: the test fails until a person has written it), drops what is gone. `--merge FILE...` takes
translations from further PO files first.
"""

from __future__ import annotations

import sys
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po
from hatch_build import compile_translations

ROOT = Path(__file__).parents[1]
GERMAN = ROOT / "resources" / "translations" / "de" / "LC_MESSAGES" / "hin.po"
KEYWORDS = {"Message": None, "Plural": (1, 2), "texts": None, "_texts": None}


def extracted() -> Catalog:
    """Every source text of the package, in the order of its files."""
    catalogue = Catalog(project="HIN Desktop", charset="utf-8")
    for file, line, message, comments, context in extract_from_dir(
            ROOT / "hin_desktop", method_map=[("**.py", "python")], keywords=KEYWORDS):
        if message and message != ("", ""):
            catalogue.add(message, None, [(f"hin_desktop/{file}", line)], auto_comments=comments, context=context)
    return catalogue


def stored(path: Path) -> Catalog:
    """A PO file; an empty German catalogue where there is none."""
    if not path.exists():
        return Catalog(locale="de", project="HIN Desktop", charset="utf-8")
    with path.open("rb") as file:
        return read_po(file, locale="de")


def missing(catalogue: Catalog) -> list[str]:
    """Source texts without a (whole) German sentence."""
    return [str(message.id) for message in catalogue if message.id and (
        message.fuzzy or not (all(message.string) if isinstance(message.string, tuple) else message.string))]


def main() -> int:
    """Update the catalogue in place; the exit status is 1 while something is untranslated."""
    catalogue = stored(GERMAN)
    for extra in sys.argv[2:] if sys.argv[1:2] == ["--merge"] else []:
        for message in stored(Path(extra)):
            if message.id and message.string:
                catalogue.delete(message.id)  # Babel's add() would keep the empty sentence that is there
                catalogue.add(message.id, message.string)
    template = extracted()
    catalogue.update(template, no_fuzzy_matching=True)
    catalogue.obsolete.clear()
    GERMAN.parent.mkdir(parents=True, exist_ok=True)
    with GERMAN.open("wb") as file:
        write_po(file, catalogue, width=120, sort_output=True, no_location=True, omit_header=False)
    compile_translations(ROOT)
    left = missing(catalogue)
    print("\n".join(f"untranslated: {text}" for text in left) or f"{len(catalogue)} texts, all translated")
    return 1 if left else 0


if __name__ == "__main__":
    sys.exit(main())
