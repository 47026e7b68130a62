"""The key file of a desk, keys.json, format version 1: who may open it. It holds nothing of any client.

    {"format": "hin-desk-keys", "v": 1, "desk": uid, "recovery_confirmed": bool, "slots": [slot, ...]}

A slot is one way to the desk's data key: a counsellor's password or the recovery code. `sealed` is the data key under
AES-256-GCM with a key that Argon2id derived. `check` is a plain SHA-256 of the slot: it tells damage from a wrong
password, before anything is derived. This module knows no cryptography, so it is light enough for the first paint.
"""

from __future__ import annotations

import hashlib
import json
import unicodedata
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from enum import StrEnum
from pathlib import Path

from hin_desktop.errors import FieldProblem, Invalid, Message
from hin_desktop.vault.atomic import write_atomically
from hin_desktop.vault.desk_files import DeskFiles
from hin_desktop.vault.faults import DamagedSlot, EmptyFile, MissingFile, explain

FORMAT = "hin-desk-keys"
VERSION = 1
LONGEST_LOGIN = 64


class SlotKind(StrEnum):
    """What opens a slot."""

    PASSWORD = "password"  # noqa: S105 - a kind of slot, no secret
    RECOVERY = "recovery"


@dataclass(frozen=True, slots=True)
class Kdf:
    """How a slot's key is derived: Argon2id (version 0x13), memory in KiB; the salt in base64."""

    memory: int
    passes: int
    lanes: int
    salt: str
    name: str = "argon2id"


@dataclass(frozen=True, slots=True)
class Slot:
    """One way to the data key. `login` is '' for the recovery slot; `nonce` and `sealed` are base64."""

    id: str
    kind: SlotKind
    login: str
    kdf: Kdf
    nonce: str = ""
    sealed: str = ""
    check: str = ""

    def authenticated(self, desk: str) -> bytes:
        """What the seal vouches for besides the key: format, slot, login, derivation, desk; as canonical JSON."""
        return _canonical(
            {
                "v": VERSION,
                "slot": self.id,
                "kind": self.kind,
                "login": self.login,
                "kdf": asdict(self.kdf),
                "desk": desk,
            }
        )

    def checksum(self) -> str:
        """The SHA-256 that `check` must be, over everything else in the slot."""
        return hashlib.sha256(_canonical(asdict(replace(self, check="")))).hexdigest()

    @property
    def is_whole(self) -> bool:
        """Whether the slot is what was written."""
        return self.check == self.checksum()


@dataclass(frozen=True, slots=True)
class KeyFile:
    """The content of keys.json. Changing it gives a new one; `write` makes it last."""

    desk: str
    slots: tuple[Slot, ...]
    recovery_confirmed: bool = False

    @property
    def logins(self) -> tuple[str, ...]:
        """The login names that may open the desk, in the order they were added."""
        return tuple(slot.login for slot in self.slots if slot.kind is SlotKind.PASSWORD)

    def of(self, login: str) -> Slot | None:
        """The password slot of a login name; upper and lower case are the same."""
        wanted = _folded(login)
        passwords = (slot for slot in self.slots if slot.kind is SlotKind.PASSWORD)
        return next((slot for slot in passwords if _folded(slot.login) == wanted), None)

    @property
    def recovery(self) -> Slot | None:
        """The slot that the recovery code opens."""
        return next((slot for slot in self.slots if slot.kind is SlotKind.RECOVERY), None)

    def having(self, slot: Slot) -> KeyFile:
        """The same with this slot, in place of the one with its kind and login if there was one."""
        before = self.recovery if slot.kind is SlotKind.RECOVERY else self.of(slot.login)
        if before is None:
            return replace(self, slots=(*self.slots, slot))
        return replace(self, slots=tuple(slot if other == before else other for other in self.slots))

    def without(self, slot: Slot) -> KeyFile:
        """The same without this slot."""
        return replace(self, slots=tuple(other for other in self.slots if other != slot))


def read(path: Path) -> KeyFile:
    """Read a key file. Raises MissingFile, EmptyFile or DamagedSlot; a single damaged slot shows when it is used."""
    try:
        content = path.read_bytes()
    except FileNotFoundError as error:
        raise MissingFile(path.name) from error
    except OSError as error:
        raise (explain(error) or DamagedSlot()) from error
    if not content:
        raise EmptyFile(path.name)
    try:
        return _parsed(json.loads(content))
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise DamagedSlot from error


def write(path: Path, keys: KeyFile) -> None:
    """Replace the key file: after a crash it is the old one or this one. Raises a DeskFault when the disk refuses."""
    data = {"format": FORMAT, "v": VERSION, **asdict(keys)}
    content = json.dumps(data, indent=1, ensure_ascii=False, sort_keys=True).encode() + b"\n"
    try:
        write_atomically(path, content)
    except OSError as error:
        raise (explain(error) or error) from error


def logins(folder: Path) -> tuple[str, ...]:
    """The login names of a desk, for the unlock window. Raises as `read` does."""
    return read(DeskFiles(folder).keys).logins


def recovery_confirmed(folder: Path) -> bool:
    """Whether the printed recovery code was typed back once: only then is a desk's set-up complete."""
    return read(DeskFiles(folder).keys).recovery_confirmed


def checked_login(login: str) -> str:
    """A login name as it is kept: NFC, trimmed. Raises Invalid when it is empty, too long or not printable."""
    kept = unicodedata.normalize("NFC", login).strip()
    if not kept:
        raise Invalid(FieldProblem("login", Message("Please enter a login name.")))
    if len(kept) > LONGEST_LOGIN or not kept.isprintable():
        raise Invalid(
            FieldProblem("login", Message("A login name is one line of at most {most} characters.", most=LONGEST_LOGIN))
        )
    return kept


def _folded(login: str) -> str:
    return unicodedata.normalize("NFC", login).strip().casefold()


def _canonical(data: Mapping[str, object]) -> bytes:
    return json.dumps(data, sort_keys=True, separators=(",", ":"), ensure_ascii=True).encode()


def _parsed(data: dict[str, object]) -> KeyFile:
    """The key file in decoded JSON; raises ValueError, KeyError or TypeError for anything else."""
    slots = data["slots"]
    if data["format"] != FORMAT or data["v"] != VERSION or not isinstance(slots, list) or not slots:
        raise ValueError("not a key file of this version")
    return KeyFile(_text(data, "desk"), tuple(_slot(slot) for slot in slots), data["recovery_confirmed"] is True)


def _slot(data: dict[str, object]) -> Slot:
    kdf = data["kdf"]
    if not isinstance(kdf, dict):
        raise TypeError("kdf")
    numbers = {name: int(kdf[name]) for name in ("memory", "passes", "lanes")}
    texts = {name: _text(data, name) for name in ("id", "login", "nonce", "sealed", "check")}
    derived = Kdf(**numbers, salt=_text(kdf, "salt"), name=_text(kdf, "name"))
    return Slot(kind=SlotKind(_text(data, "kind")), kdf=derived, **texts)


def _text(data: Mapping[str, object], name: str) -> str:
    value = data[name]
    if not isinstance(value, str):
        raise TypeError(name)
    return value
