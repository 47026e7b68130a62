"""What a transaction changed, as plain values: enough for an open page to know whether it must look again."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Change:
    """One changed record of the table `kind`.

    `version` is the new one, 0 when the record was deleted. `id` is None when many records of this kind changed at
    once (an import, its undo); then `clients` is empty and means any. `clients` are the people concerned.
    """

    kind: str
    id: int | None
    version: int
    clients: tuple[int, ...] = ()
