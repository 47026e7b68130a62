"""Where a password comes from: a prompt, a file, or standard input. Never from an argument."""

from __future__ import annotations

import getpass
import sys
from pathlib import Path

from hin_desktop.errors import Message, Refused

STANDARD_INPUT = "-"


def read_password(file: str | None, prompt: str) -> str:
    """The first line of the file ('-': standard input), or what is typed unseen at the prompt. Raises Refused."""
    if file == STANDARD_INPUT:
        return _first_line(sys.stdin.readline())
    if file is not None:
        return _from_file(Path(file))
    if not sys.stdin.isatty():
        raise Refused(Message("There is no terminal to ask for the password."),
                      Message("Give it with --password-file; - reads standard input."))
    return getpass.getpass(prompt)


def _from_file(file: Path) -> str:
    try:
        with file.open(encoding="utf-8") as stream:
            return _first_line(stream.readline())
    except (OSError, UnicodeDecodeError) as fault:
        raise Refused(Message("The password file {file} cannot be read.", file=file),
                      Message("It must be a text file with the password in its first line.")) from fault


def _first_line(line: str) -> str:
    return line.rstrip("\r\n")
