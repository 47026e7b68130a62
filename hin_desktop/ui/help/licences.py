"""What the program is built from, and under which licences: read from the installed metadata, on a worker."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import metadata

from hin_desktop import resources

PROGRAM = "hin-desktop"
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
_UNSAID = {"sqlcipher3": "zlib"}  # its metadata names none; its LICENSE file does
_LONGEST = 60


@dataclass(frozen=True, slots=True)
class Library:
    """One installed library."""

    name: str
    version: str
    licence: str


@dataclass(frozen=True, slots=True)
class Licences:
    """Everything the page shows: the libraries, and texts that have to be shown in full."""

    libraries: tuple[Library, ...]
    sqlcipher: str


def read_licences() -> Licences:
    """The libraries the program stands on, by name; none where the program was not installed."""
    found = {name.lower(): name for name in _needed(PROGRAM, set())}
    libraries = (_library(name) for name in sorted(found.values(), key=str.lower))
    return Licences(tuple(libraries), resources.read_bytes("licences", "SQLCipher.txt").decode())


def _needed(name: str, seen: set[str]) -> Iterator[str]:
    """All that this one requires, and what they require; extras and what is not installed aside."""
    for line in _requirements(name):
        match = _NAME.match(line)
        if match is None or "extra ==" in line or match.group().lower() in seen:
            continue
        seen.add(match.group().lower())
        try:
            found = metadata.metadata(match.group())["Name"]
        except metadata.PackageNotFoundError:
            continue
        yield found
        yield from _needed(found, seen)


def _requirements(name: str) -> list[str]:
    try:
        return metadata.requires(name) or []
    except metadata.PackageNotFoundError:
        return []


def _library(name: str) -> Library:
    about = metadata.metadata(name)
    said = [*(about.get_all("License-Expression") or ()), *(about.get_all("License") or ())]
    first = said[0].strip().partition("\n")[0] if said else ""
    if not first or len(first) > _LONGEST:
        first = _classified(about.get_all("Classifier") or []) or first[:_LONGEST]
    return Library(name, metadata.version(name), first or _UNSAID.get(name, "–"))


def _classified(classifiers: list[str]) -> str:
    found = [line.rpartition(" :: ")[2] for line in classifiers if line.startswith("License ::")]
    return ", ".join(found)
