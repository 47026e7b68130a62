"""A gate of paper: answers as it is told, and remembers what it was asked. The real one is tried in test_real_gate."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from threading import Event

from hin_desktop.errors import HinError
from hin_desktop.ui.unlock.gate import Foundation, Founded, LastDesk
from hin_desktop.vault.faults import WrongPassword, WrongRecoveryCode
from hin_desktop.vault.recovery import RecoveryCode

CODE = RecoveryCode(bytes(range(20))).groups
PASSWORD = "Die Katze schläft gern"


@dataclass
class PaperGate:
    """Opens with PASSWORD; `fault` is raised instead of any answer; `hold` lets an answer wait."""

    folder: Path | None = None
    login: str = "ayse"
    known: tuple[str, ...] = ("ayse",)
    fault: HinError | None = None
    asked: list[tuple[object, ...]] = field(default_factory=list)
    hold: Event = field(default_factory=Event)

    def __post_init__(self) -> None:
        self.hold.set()

    def last(self) -> LastDesk:
        return LastDesk(self.folder, self.login)

    def suggested_folder(self) -> Path:
        return Path("/home/ayse/desks/desk")

    def logins(self, folder: Path) -> tuple[str, ...]:
        self.asked.append(("logins", folder))
        return self.known

    def unlock(self, folder: Path, login: str, password: str) -> object:
        self._ask("unlock", folder, login, password)
        if password != PASSWORD:
            raise WrongPassword
        return "desk"

    def recover(self, folder: Path, code: str, login: str, password: str) -> object:
        self._ask("recover", folder, RecoveryCode.parse(code).groups, login, password)
        return "desk"

    def found(self, wanted: Foundation) -> Founded:
        self._ask("found", wanted)
        return Founded("desk", CODE, b"%PDF sheet")

    def confirm(self, founded: Founded, typed: str) -> None:
        self._ask("confirm", typed)
        if RecoveryCode.parse(typed).groups != founded.code:
            raise WrongRecoveryCode

    def cancel(self, founded: Founded) -> None:
        self.asked.append(("cancel",))

    def practice(self) -> object:
        self._ask("practice")
        return "practice desk"

    def _ask(self, *what: object) -> None:
        self.asked.append(what)
        self.hold.wait(5)
        if self.fault is not None:
            raise self.fault
