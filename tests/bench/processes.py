"""Child processes with a screen of their own (or none), and a home that is thrown away."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).parents[2]
PATIENCE = 900


@contextmanager
def home() -> Iterator[dict[str, str]]:
    """An environment whose settings, logs and desks lie in a folder that is taken away afterwards."""
    with TemporaryDirectory(prefix="hin-home-") as folder:
        places = ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME")  # the cache stays: the system's fonts are in it
        compiled = {"PYTHONPYCACHEPREFIX": f"{folder}/compiled", "PYTHONDONTWRITEBYTECODE": ""}  # as when installed
        environment = {**os.environ, **dict.fromkeys(places, folder), **compiled, "PYTHONHASHSEED": "0"}
        if not os.environ.get("DISPLAY"):
            environment.setdefault("QT_QPA_PLATFORM", "offscreen")
        yield environment


def run(environment: Mapping[str, str], *arguments: str) -> list[str]:
    """Run `python -m …` to its end; the lines it said. Raises CalledProcessError."""
    done = subprocess.run(
        [sys.executable, "-m", *arguments], env=environment, cwd=ROOT, capture_output=True, text=True, check=False,
        timeout=PATIENCE)  # fmt: skip
    if done.returncode:
        sys.stderr.write(done.stderr)
        raise subprocess.CalledProcessError(done.returncode, arguments)
    return done.stdout.splitlines()


def until_painted(environment: Mapping[str, str], *arguments: str) -> tuple[float, float, float]:
    """From the exec to the first paint in milliseconds; PSS and RSS in MiB then."""
    begun = time.monotonic()
    line = next(line for line in run(environment, *arguments) if line.startswith("painted "))
    moment, share, resident = map(float, line.split()[1:])
    return (moment - begun) * 1000, share, resident
