"""The arithmetic of the journal's chain: what is hashed, and in which order. Nothing here touches the database."""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Iterable, Mapping
from typing import Any

from hin_desktop.records.types import json_text

START = "0" * 64
ENTRY_FIELDS = ("id", "organisation_id", "user_id", "session", "verb", "verb_plural", "verb_digest", "undoes")
CHANGE_FIELDS = ("position", "action", "table_name", "first_id", "last_id", "version", "digest")


def new_salt() -> str:
    """128 random bits as hex: without them a short erased payload could be guessed from its digest."""
    return secrets.token_hex(16)


def digest(salt: str, text: str) -> str:
    """The SHA-256 of a salted payload, as hex."""
    return hashlib.sha256(f"{salt}{text}".encode()).hexdigest()


def entry_hash(prev_hash: str, entry: Mapping[str, Any], changes: Iterable[Mapping[str, Any]]) -> str:
    """The link of one entry: over the link before it, its own fields, and the digests of its changes in their order.

    `entry["at"]` counts as its ISO text in UTC. Payloads count through their digests alone, so they can be erased.
    """
    chain = hashlib.sha256(prev_hash.encode())
    chain.update(json_text([entry["at"].isoformat(), *(entry[name] for name in ENTRY_FIELDS)]).encode())
    for change in changes:
        chain.update(json_text([change[name] for name in CHANGE_FIELDS]).encode())
    return chain.hexdigest()
