"""Only what is used is shipped, and what is used is there."""

from __future__ import annotations

from pathlib import Path

from hin_desktop import resources

SOURCE = "".join(path.read_text(encoding="utf-8") for path in Path(resources.__file__).parent.rglob("*.py"))


def test_no_icon_is_shipped_for_nothing() -> None:
    unused = [icon.stem for icon in resources.path("icons").glob("*.svg") if f'"{icon.stem}"' not in SOURCE]
    assert unused == []
