"""`hin tour` as a module, for a child process."""

from __future__ import annotations

import sys

from hin_desktop.app import heavy

if __name__ == "__main__":
    sys.exit(heavy().command_line(["tour", "--out", sys.argv[1]]))
