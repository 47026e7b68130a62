"""Child processes of the journeys: `start` runs a function of a module here in one of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).parents[2]


@contextmanager
def child(module: str, *arguments: str | Path, home: Path | None = None) -> Iterator[subprocess.Popen[str]]:
    """A process of the module, killed at the end if it still runs. With `home` it knows no other folder."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    if home is not None:
        environment |= at_home(home)
    command = [sys.executable, "-m", f"tests.journeys.{module}", *map(str, arguments)]
    process = subprocess.Popen(command, cwd=ROOT, env=environment, text=True, stdin=subprocess.PIPE,
                               stdout=subprocess.PIPE)
    try:
        yield process
    finally:
        process.kill()
        process.communicate()


def at_home(home: Path) -> dict[str, str]:
    """An environment in which every folder of the user's own lies below `home`."""
    places = {"HOME": "home", "TMPDIR": "temp", "XDG_CONFIG_HOME": "config", "XDG_DATA_HOME": "data",
              "XDG_STATE_HOME": "state", "XDG_CACHE_HOME": "cache", "XDG_RUNTIME_DIR": "run"}
    for place in places.values():
        (home / place).mkdir(parents=True, exist_ok=True)
        (home / place).chmod(0o700)
    return {name: str(home / place) for name, place in places.items()}


def told(process: subprocess.Popen[str]) -> object:
    """The next line that a child tells, as JSON; an AssertionError with what it says if it ended instead."""
    assert process.stdout is not None
    line = process.stdout.readline()
    assert line, "the child ended without a word"
    return json.loads(line)


def tell(what: object) -> None:
    """Tell the parent."""
    sys.stdout.write(f"{json.dumps(what)}\n")
    sys.stdout.flush()
