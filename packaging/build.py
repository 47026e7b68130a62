"""Build what a counsellor installs, and let it test itself: `make package`.

The folder dist/hin-desktop holds the program with all it needs; beside it go the desktop entry, the metainfo and the
icon. Build in the oldest system that it shall run on: libraries of the build host come along.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from hatch_build import compile_translations

ROOT = Path(__file__).parents[1]
DIST = ROOT / "dist" / "hin-desktop"
BESIDE = ("hin-desktop.desktop", "org.hin_desktop.HinDesktop.metainfo.xml", "hin-desktop.svg", "hin-desktop.nsi")


def build() -> None:
    """Make the folder anew."""
    compile_translations(ROOT)
    shutil.rmtree(DIST, ignore_errors=True)
    environment = {**os.environ, "PYTHONHASHSEED": "0", "SOURCE_DATE_EPOCH": "1763856000"}
    subprocess.run([sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN", "--distpath",
                    str(ROOT / "dist"), "--workpath", str(ROOT / "build" / "pyinstaller"),
                    str(ROOT / "packaging" / "hin-desktop.spec")], check=True, env=environment)
    for name in BESIDE:
        shutil.copy(ROOT / "packaging" / name, DIST / name)
    for name in ("LICENSE", "README.md", "CHANGELOG.md"):
        shutil.copy(ROOT / name, DIST / name)


def check() -> None:
    """The built program tests itself in a bare environment."""
    environment = {"PATH": "/usr/bin:/bin", "HOME": str(ROOT / "build"), "LANG": "C.UTF-8",
                   "QT_QPA_PLATFORM": "offscreen"}
    subprocess.run([str(DIST / "hin-desktop"), "--self-test"], check=True, env=environment, cwd="/", timeout=120)
    size = sum(file.stat().st_size for file in DIST.rglob("*")
               if file.is_file() and not file.is_symlink())
    print(f"{DIST.relative_to(ROOT)}: {size / 1e6:.0f} MB, its self-test passed")


if __name__ == "__main__":
    build()
    check()
