"""The pictures of README and help, taken from a tour: `hin tour --out build/tour`, then this."""

from __future__ import annotations

from pathlib import Path

from PIL import Image

ROOT = Path(__file__).parents[1]
TAKEN = ROOT / "build" / "tour" / "pictures"
COLOURS = 128  # flat surfaces need no more, and a picture stays below 150 KB
PLACES = {
    ROOT / "docs" / "pictures": ("today", "person", "clients", "summary", "unlock"),
    ROOT / "resources" / "help" / "pictures": ("today", "clients", "person", "residence", "summary", "unlock"),
}


def main() -> None:
    """Copy each picture to its places, with few colours."""
    for folder, names in PLACES.items():
        folder.mkdir(parents=True, exist_ok=True)
        for name in names:
            with Image.open(TAKEN / f"{name}.png") as picture:
                small = picture.convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE)
                small.save(folder / f"{name}.png", optimize=True)


if __name__ == "__main__":
    main()
