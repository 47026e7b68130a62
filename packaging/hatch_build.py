"""Build steps: the dependencies from requirements/run.in, the translations compiled."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from hatchling.builders.hooks.plugin.interface import BuildHookInterface
from hatchling.metadata.plugin.interface import MetadataHookInterface


def compile_translations(root: Path) -> list[Path]:
    """Write a .mo beside every .po whose catalogue is newer; returns what was written."""
    written = []
    for source in sorted((root / "resources" / "translations").glob("*/LC_MESSAGES/*.po")):
        target = source.with_suffix(".mo")
        if target.exists() and target.stat().st_mtime >= source.stat().st_mtime:
            continue
        with source.open("rb") as po, target.open("wb") as mo:
            write_mo(mo, read_po(po))
        written.append(target)
    return written


class Dependencies(MetadataHookInterface):
    """Takes the dependencies from requirements/run.in, so that they stand in one place."""

    def update(self, metadata: dict[str, Any]) -> None:
        lines = (Path(self.root) / "requirements" / "run.in").read_text(encoding="utf-8").splitlines()
        metadata["dependencies"] = [line.strip() for line in lines if line.strip() and not line.startswith(("#", "-"))]


class Translations(BuildHookInterface[Any]):
    """Compiles the gettext catalogues before anything is collected."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        compile_translations(Path(self.root))
        build_data["artifacts"].append("resources/translations/**/*.mo")


def get_metadata_hook() -> type[MetadataHookInterface]:
    return Dependencies


def get_build_hook() -> type[BuildHookInterface[Any]]:
    return Translations


if __name__ == "__main__":
    compile_translations(Path(__file__).parents[1])
