"""Files inside the desk, once per content."""

from __future__ import annotations

import hashlib

from sqlalchemy import Connection, select

from hin_desktop.errors import FieldProblem, Gone, Invalid, Message
from hin_desktop.records.models.letter import Blob
from hin_desktop.services.open_desk import Act
from hin_desktop.services.rows import table_of

BLOB = table_of(Blob)
LARGEST_IMAGE = 2_000_000
IMAGES = {b"\x89PNG": "image/png", b"\xff\xd8\xff": "image/jpeg"}


def keep(act: Act, content: bytes, media_type: str) -> str:
    """Store a content unless it is there already; gives its SHA-256 as hex."""
    sha256 = hashlib.sha256(content).hexdigest()
    if act.writer.connection.scalar(select(BLOB.c.id).where(BLOB.c.sha256 == sha256)) is None:
        act.writer.insert(Blob, {"sha256": sha256, "media_type": media_type, "size": len(content), "content": content})
    return sha256


def content(connection: Connection, sha256: str) -> bytes:
    """The bytes behind a SHA-256. Raises Gone."""
    found = connection.scalar(select(BLOB.c.content).where(BLOB.c.sha256 == sha256))
    if found is None:
        raise Gone
    return bytes(found)


def image_type(image: bytes) -> str:
    """The media type of a PNG or JPEG by its first bytes. Raises Invalid for anything else or too large."""
    if len(image) > LARGEST_IMAGE:
        raise Invalid(FieldProblem("logo", Message("The image is too large. Please choose one of at most 2 MB.")))
    for start, media_type in IMAGES.items():
        if image.startswith(start):
            return media_type
    raise Invalid(FieldProblem("logo", Message("Please choose a PNG or JPEG image.")))
