"""What is installed beside the program is valid where the validators are at hand (`make package` installs them)."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path
from xml.etree import ElementTree

import pytest

from hin_desktop.version import VERSION

PACKAGING = Path(__file__).parents[1] / "packaging"
METAINFO = PACKAGING / "org.hin_desktop.HinDesktop.metainfo.xml"


@pytest.mark.parametrize("command", [
    ["desktop-file-validate", str(PACKAGING / "hin-desktop.desktop")],
    ["appstreamcli", "validate", "--no-net", str(METAINFO)],
])
def test_desktop_entry_and_metainfo_are_valid(command: list[str]) -> None:
    if shutil.which(command[0]) is None:
        pytest.skip(f"{command[0]} is not installed here; packaging/system.sh package installs it")
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_metainfo_names_this_release() -> None:
    releases = ElementTree.parse(METAINFO).iter("release")  # noqa: S314  # our own file
    assert next(iter(releases)).get("version") == VERSION


def test_the_icon_is_a_picture() -> None:
    assert ElementTree.parse(PACKAGING / "hin-desktop.svg").getroot().tag.endswith("svg")  # noqa: S314  # our own file
