"""`hin`: the services without a window.

Exit status: 0 done, 1 a fault said in words on standard error, 2 wrong usage. Passwords come from a prompt or from
--password-file, never from an argument, where other users of the computer could read them.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import NoReturn

from hin_desktop.cli import case_answers, people
from hin_desktop.cli.passwords import read_password
from hin_desktop.errors import BadInput, HinError, Invalid, Message, Refused
from hin_desktop.services import settings, summaries
from hin_desktop.services.open_desk import OpenDesk
from hin_desktop.texts import LANGUAGES, GenderStyle, Texts
from hin_desktop.version import VERSION

DONE, FAULT, USAGE = 0, 1, 2
LANGUAGE_VARIABLES = ("LC_ALL", "LC_MESSAGES", "LANG")


@dataclass(frozen=True, slots=True)
class Ports:
    """What the composition root lends: the acts that need more than services. Faults are HinErrors.

    `make_practice(folder)`, `open_desk(folder, login, password)` for the time of a with block, `logins(folder)`,
    `tour(out)` gives its exit status, `restore(folder, backup or None for the latest, login, password)` gives where
    the state before was put, `check(folder, login, password)` raises when something is damaged.
    """

    make_practice: Callable[[Path], None]
    open_desk: Callable[[Path, str, str], AbstractContextManager[OpenDesk]]
    logins: Callable[[Path], tuple[str, ...]]
    tour: Callable[[Path], int]
    restore: Callable[[Path, str | None, str, str], Path]
    check: Callable[[Path, str, str], None]


@dataclass(frozen=True, slots=True)
class Call:
    """One command under way. `out` is where `--out` points."""

    options: argparse.Namespace
    ports: Ports
    texts: Texts

    @property
    def desk(self) -> Path:
        """The folder of the desk."""
        return Path(self.options.desk)

    @property
    def out(self) -> Path:
        """Where the result goes."""
        return Path(self.options.out)

    def login(self) -> str:
        """Who works: --user, or the only one there is. Raises Refused."""
        if self.options.user:
            return str(self.options.user)
        names = self.ports.logins(self.desk)
        if len(names) != 1:
            raise Refused(Message("Several people work at this desk."),
                          Message("Say with --user who you are: {names}", names=", ".join(names)))
        return names[0]

    def credentials(self) -> tuple[str, str]:
        """Login and password."""
        login = self.login()
        return login, read_password(self.options.password_file, self.texts("Password of {login}: ", login=login))

    def say(self, message: Message) -> int:
        """Print a sentence; the exit status of success."""
        print(self.texts(message))
        return DONE


def practice(call: Call) -> int:
    """A desk with fictional people."""
    call.ports.make_practice(call.desk)
    return call.say(Message("Practice desk made in {folder}. User and password: uebung", folder=call.desk))


def summary(call: Call) -> int:
    """The case summary of one person as PDF."""
    login, password = call.credentials()
    with call.ports.open_desk(call.desk, login, password) as desk:
        client_id = people.find(desk, call.options.person)
        style = GenderStyle(str(settings.values(desk)["gender_style"]))
        pdf = summaries.prepare(desk, client_id, summaries.SummaryChoice(), Texts(call.texts.language, style))
    with _writing(call.out):
        _write_private(call.out, pdf)
    return call.say(Message("Summary written: {file}", file=call.out))


def assess(call: Call) -> int:
    """What the law says to the people of a case file."""
    print(case_answers.answers(Path(call.options.file), call.options.as_of, call.texts, as_json=call.options.json))
    return DONE


def tour(call: Call) -> int:
    """The walk through the window."""
    return call.ports.tour(call.out)


def restore(call: Call) -> int:
    """A backup in place of the desk."""
    before = call.ports.restore(call.desk, call.options.backup, *call.credentials())
    return call.say(Message("The backup was put back. The state before it lies in {folder}.", folder=before))


def check(call: Call) -> int:
    """Every page and every row."""
    call.ports.check(call.desk, *call.credentials())
    return call.say(Message("The desk was read from beginning to end: nothing is damaged."))


@dataclass(frozen=True, slots=True)
class Command:
    """A command with its options (of OPTIONS), the required ones first named."""

    run: Callable[[Call], int]
    help: Message
    required: tuple[str, ...]
    optional: tuple[str, ...] = ()


OPTIONS: Mapping[str, tuple[str, Message]] = {
    "desk": ("FOLDER", Message("folder of the desk")),
    "out": ("PATH", Message("where the result is written")),
    "person": ("NUMBER", Message("file number of the person, or the number inside the desk")),
    "backup": ("NAME", Message("name of the backup; left out: the latest")),
    "user": ("NAME", Message("login name; may be left out when there is only one")),
    "file": ("FILE", Message("case file")),
    "as-of": ("DAY", Message("the day of the assessment (2026-11-22); left out: the day of the file")),
    "json": ("", Message("print JSON")),
    "password-file": ("FILE", Message("file with the password in its first line; - reads standard input")),
}
KEY = ("user", "password-file")
COMMANDS: Mapping[str, Command] = {
    "practice": Command(practice, Message("make a desk with fictional people to try things on"), ("desk",)),
    "summary": Command(summary, Message("write the case summary of a person as PDF"), ("desk", "person", "out"), KEY),
    "assess": Command(assess, Message("say what the law says to the people of a case file (YAML)"), ("file",),
                      ("as-of", "json")),
    "tour": Command(tour, Message("walk through the window and save pictures of every page"), ("out",)),
    "restore": Command(restore, Message("put a backup in place of the desk"), ("desk",), ("backup", *KEY)),
    "check": Command(check, Message("read a whole desk and say whether something is damaged"), ("desk",), KEY),
}


class Parser(argparse.ArgumentParser):
    """Wrong usage is said in the user's language before the parser's own words."""

    texts: Texts = Texts("en")

    def error(self, message: str) -> NoReturn:
        """Print usage and fault, end with status 2."""
        self.print_usage(sys.stderr)
        self.exit(USAGE, self.texts("Wrong usage: {fault}", fault=message) + "\n")


def run(argv: Sequence[str], ports: Ports) -> int:
    """Carry out one command; gives the exit status."""
    texts = Texts(language(argv, os.environ))
    try:
        options = _parser(texts).parse_args(argv)
    except SystemExit as end:  # argparse ends the program itself, for --help as for wrong usage
        return int(end.code or DONE)
    try:
        return COMMANDS[options.command].run(Call(options, ports, texts))
    except HinError as fault:
        _explain(fault, texts)
        return USAGE if isinstance(fault, BadInput) else FAULT


def language(argv: Sequence[str], environment: Mapping[str, str]) -> str:
    """The language: --language, else English where the environment says so, else German."""
    chosen = [after for before, after in pairwise(argv) if before == "--language"]
    chosen += [word.removeprefix("--language=") for word in argv if word.startswith("--language=")]
    if chosen and chosen[0] in LANGUAGES:
        return chosen[0]
    spoken = next((environment[name] for name in LANGUAGE_VARIABLES if environment.get(name)), "")
    return "en" if spoken.startswith("en") else "de"


def _parser(texts: Texts) -> Parser:
    parser = Parser(prog="hin", allow_abbrev=False,
                    description=texts("The desk of a migration counsellor, without the window."),
                    epilog=texts("Exit status: 0 done, 1 a fault (said on standard error), 2 wrong usage."))
    parser.texts = texts
    parser.add_argument("--version", action="version", version=f"hin {VERSION}")
    _add_language(parser, texts)
    commands = parser.add_subparsers(dest="command", required=True, metavar=texts("COMMAND"))
    for name, command in COMMANDS.items():
        sub = commands.add_parser(name, help=texts(command.help), description=texts(command.help),
                                  allow_abbrev=False)
        sub.texts = texts
        for option in (*command.required, *command.optional):
            _add_option(sub, option, texts, required=option in command.required)
        _add_language(sub, texts)
    return parser


def _add_option(parser: Parser, name: str, texts: Texts, *, required: bool) -> None:
    """An option; FILE goes without its name, a switch without a value, a day is read as one."""
    metavar, explained = OPTIONS[name]
    if name == "file":
        parser.add_argument(name, metavar=metavar, help=texts(explained))
    elif not metavar:
        parser.add_argument(f"--{name}", action="store_true", help=texts(explained))
    else:
        read = date.fromisoformat if metavar == "DAY" else str
        parser.add_argument(f"--{name}", metavar=metavar, help=texts(explained), required=required, type=read)


def _add_language(parser: Parser, texts: Texts) -> None:
    parser.add_argument("--language", choices=LANGUAGES, default=argparse.SUPPRESS,
                        help=texts("language of what is printed"))


def _explain(fault: HinError, texts: Texts) -> None:
    sentences = [texts(fault.message)]
    if isinstance(fault, Invalid):
        sentences = [texts(problem.message) for problem in fault.problems] or sentences
    if fault.advice is not None:
        sentences.append(texts(fault.advice))
    print("\n".join(sentences), file=sys.stderr)


@contextmanager
def _writing(file: Path) -> Iterator[None]:
    """Turn what the file system refuses into a sentence."""
    try:
        yield
    except OSError as fault:
        raise Refused(Message("The file {file} could not be written.", file=file),
                      Message("Check that the folder exists, that you may write there, and that the disk is not full.")
                      ) from fault


def _write_private(file: Path, content: bytes) -> None:
    """Write a file that only its owner can read, whole or not at all."""
    part = file.with_name(f"{file.name}.part")
    try:
        with open(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as stream:
            stream.write(content)
        part.replace(file)
    finally:
        part.unlink(missing_ok=True)
