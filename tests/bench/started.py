"""Runs a watched module in a process that began as the program does: `python -m tests.bench.started MODULE …`."""

from __future__ import annotations

import runpy
import sys

from hin_desktop import start

if __name__ == "__main__":
    start.root()
    del sys.argv[0]
    runpy.run_module(sys.argv[0], run_name="__main__", alter_sys=True)
