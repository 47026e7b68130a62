"""Sealing the data key into a slot, and getting it out again: Argon2id, then AES-256-GCM."""

from __future__ import annotations

import base64
import os
from dataclasses import dataclass, replace
from uuid import uuid4

import psutil
from argon2.low_level import Type, hash_secret_raw
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from hin_desktop.vault.faults import DamagedSlot
from hin_desktop.vault.key_file import Kdf, Slot, SlotKind

DATA_KEY_BYTES = 48  # 32 of key and 16 of salt: with the salt given, a flipped salt byte in the file is harmless
_SALT_BYTES = 16
_NONCE_BYTES = 12
_KEY_BYTES = 32
_MOST_MEMORY = 4 * 1024 * 1024
_MOST_ROUNDS = 64


@dataclass(frozen=True, slots=True)
class KdfStrength:
    """How hard guessing is made: memory in KiB, passes over it, lanes computed side by side."""

    memory: int
    passes: int
    lanes: int

    @classmethod
    def for_this_machine(cls) -> KdfStrength:
        """256 MiB (about half a second) where the machine has 4 GiB, else RFC 9106's second choice of 64 MiB."""
        return STRONG if psutil.virtual_memory().total >= 4 * 1024**3 else FLOOR


STRONG = KdfStrength(256 * 1024, 3, 4)
FLOOR = KdfStrength(64 * 1024, 3, 4)
QUICK = KdfStrength(8 * 1024, 1, 1)  # practice desk and tests alone: nothing real is behind it


def new_data_key() -> bytes:
    """A fresh random data key."""
    return os.urandom(DATA_KEY_BYTES)


def seal(data_key: bytes, secret: bytes, desk: str, kind: SlotKind, login: str, strength: KdfStrength) -> Slot:
    """A new slot that opens with `secret`. It has been opened once before it is handed out."""
    kdf = Kdf(strength.memory, strength.passes, strength.lanes, _encoded(os.urandom(_SALT_BYTES)))
    nonce = os.urandom(_NONCE_BYTES)
    slot = Slot(str(uuid4()), kind, login, kdf, _encoded(nonce))
    sealed = AESGCM(_derived(secret, kdf)).encrypt(nonce, data_key, slot.authenticated(desk))
    slot = replace(slot, sealed=_encoded(sealed))
    slot = replace(slot, check=slot.checksum())
    if unseal(slot, secret, desk) != data_key:
        raise DamagedSlot  # memory failing under us: the slot before this one stays
    return slot


def unseal(slot: Slot, secret: bytes, desk: str) -> bytes | None:
    """The data key, or None for the wrong secret. Raises DamagedSlot when the slot is not what was written."""
    if not slot.is_whole or not _within_reason(slot.kdf):
        raise DamagedSlot
    try:
        nonce, sealed = base64.b64decode(slot.nonce, validate=True), base64.b64decode(slot.sealed, validate=True)
        key = _derived(secret, slot.kdf)
    except ValueError as error:
        raise DamagedSlot from error
    try:
        data_key = AESGCM(key).decrypt(nonce, sealed, slot.authenticated(desk))
    except InvalidTag:
        return None
    return data_key


def _derived(secret: bytes, kdf: Kdf) -> bytes:
    salt = base64.b64decode(kdf.salt, validate=True)
    return hash_secret_raw(secret, salt, kdf.passes, kdf.memory, kdf.lanes, _KEY_BYTES, Type.ID)


def _within_reason(kdf: Kdf) -> bool:
    """Whether deriving can be tried at all: a forged file must not take all memory, nor all day."""
    rounds = 0 < kdf.passes <= _MOST_ROUNDS and 0 < kdf.lanes <= _MOST_ROUNDS
    return kdf.name == "argon2id" and rounds and 8 * kdf.lanes <= kdf.memory <= _MOST_MEMORY


def _encoded(data: bytes) -> str:
    return base64.b64encode(data).decode()
