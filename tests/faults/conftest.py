"""Desks to break: real files, real processes."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from hin_desktop.services import clients
from hin_desktop.services.clients import ClientRecord
from tests.faults import children

MARKER = "Quittenmarmelade"


@pytest.fixture(scope="session")
def template_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed desk with one person (id 1) and a case (id 1)."""
    folder = tmp_path_factory.mktemp("faults") / "desk"
    opened = children.found(folder)
    clients.add(opened.desk, ClientRecord(given_names="Olena", family_name=MARKER), "MBE")
    opened.abandon()
    return folder


@pytest.fixture
def folder(template_folder: Path, tmp_path: Path) -> Path:
    """A desk of this test's own."""
    return Path(shutil.copytree(template_folder, tmp_path / "desk"))
