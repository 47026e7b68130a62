"""The log tells where something went wrong, never with whom."""

from __future__ import annotations

import logging
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from hin_desktop.ui.shell.log import Log


@pytest.fixture
def file(tmp_path: Path) -> Iterator[Path]:
    yield tmp_path / "logs" / "hin.log"


def test_arguments_and_values_of_exceptions_stay_out(file: Path) -> None:
    log = Log(file)
    try:
        raise ValueError("Yusuf Al-Masri")
    except ValueError:
        logging.getLogger("hin_desktop.services.clients").exception("cannot save %s", "Yusuf Al-Masri")
    log.close()
    text = file.read_text(encoding="utf-8")
    assert "cannot save %s" in text
    assert "builtins.ValueError" in text
    assert "test_log.py" in text
    assert "Yusuf" not in text


def test_of_foreign_libraries_only_the_place_is_written(file: Path) -> None:
    log = Log(file)
    logging.getLogger("sqlalchemy.pool").warning("row of Yusuf Al-Masri")
    log.close()
    text = file.read_text(encoding="utf-8")
    assert "sqlalchemy.pool test_log.py:" in text
    assert "Yusuf" not in text


def test_the_file_is_private_and_written_elsewhere(file: Path) -> None:
    writers: list[str] = []
    log = Log(file)
    log._target.addFilter(lambda _: bool(writers.append(threading.current_thread().name)) or True)
    logging.getLogger("hin_desktop").error("broken")
    log.close()
    assert writers != []
    assert threading.main_thread().name not in writers
    assert file.stat().st_mode & 0o077 == 0


def test_what_is_only_of_interest_is_not_written(file: Path) -> None:
    log = Log(file)
    logging.getLogger("hin_desktop").info("opened")
    log.close()
    assert not file.exists()
