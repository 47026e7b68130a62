"""One desk, one process: the second is told who has it open, and gets in when the first is gone, however it went."""

from __future__ import annotations

import os
import signal
from pathlib import Path

import pytest

from hin_desktop.vault.faults import AlreadyOpen
from tests.faults.children import Tell, at, child

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="a second process is forked")


def test_the_second_window(folder: Path) -> None:
    def hold(tell: Tell) -> None:
        with at(folder):
            tell("open")
            signal.pause()

    with child(hold) as first:
        assert next(first.lines()) == "open"
        with pytest.raises(AlreadyOpen) as fault, at(folder):
            pass
        assert fault.value.message.values["since"]
        assert fault.value.advice is not None
    with at(folder) as opened:
        assert opened.desk.actor.login == "ayse"


def test_the_same_process_twice(folder: Path) -> None:
    with at(folder), pytest.raises(AlreadyOpen), at(folder):
        pass
