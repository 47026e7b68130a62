"""Bring the pictures of a tour to help and README: fewer colours, small files.

    .venv/bin/hin tour --out build/tour
    .venv/bin/python packaging/pictures.py build/tour
"""

from __future__ import annotations

import sys
from pathlib import Path

from PIL import Image

ROOT = Path(__file__).parents[1]
HELP, DOCS = ROOT / "resources" / "help" / "pictures", ROOT / "docs" / "pictures"
WANTED = {
    HELP: ("today", "clients", "person", "residence", "law", "prospects", "post", "summary", "unlock"),
    DOCS: ("today", "person", "prospects", "clients", "summary", "unlock"),
}
MOST_BYTES = 150 * 1024
COLOURS = (256, 128, 64)  # fewer ones until the file is small enough


def bring(tour: Path) -> None:
    """Copy what is wanted, each as small as it must be. Ends with 1 where the tour made no such picture."""
    for folder, names in WANTED.items():
        folder.mkdir(parents=True, exist_ok=True)
        for name in names:
            small = folder / f"{name}.png"
            _shrink(tour / "pictures" / small.name, small)
            print(f"{small.relative_to(ROOT)}  {small.stat().st_size // 1024} KiB")


def _shrink(picture: Path, small: Path) -> None:
    with Image.open(picture) as image:
        plain = image.convert("RGB")
    for colours in COLOURS:
        plain.quantize(colours, dither=Image.Dither.NONE).save(small, optimize=True)
        if small.stat().st_size <= MOST_BYTES:
            return
    sys.exit(f"{small} is still larger than {MOST_BYTES} bytes")


if __name__ == "__main__":
    bring(Path(sys.argv[1]))
