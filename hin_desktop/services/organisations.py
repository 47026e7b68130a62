"""The organisation whose desk this is: its name, address and logo for the letterhead."""

from __future__ import annotations

from dataclasses import dataclass, replace

from sqlalchemy import Connection

from hin_desktop.domain import checks
from hin_desktop.errors import Invalid, Message
from hin_desktop.records.models.organisation import Organisation
from hin_desktop.services import blobs
from hin_desktop.services.done import Done
from hin_desktop.services.limits import LIMITS
from hin_desktop.services.open_desk import OpenDesk
from hin_desktop.services.rows import Row, fetch_by


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganisationRow(Row):
    """Träger and Dienst; `service` is MBE, JMD, KIM or another name."""

    name: str = ""
    short_name: str = ""
    service: str = ""
    street: str = ""
    postcode: str = ""
    town: str = ""
    phone: str = ""
    email: str = ""
    website: str = ""
    logo_sha256: str | None = None


def read(connection: Connection, desk: OpenDesk) -> OrganisationRow:
    """The organisation of this desk."""
    return fetch_by(connection, OrganisationRow, Organisation, "id", desk.actor.organisation_id)[0]


def get(desk: OpenDesk) -> OrganisationRow:
    """As `read`, with a view of its own."""
    with desk.reading() as connection:
        return read(connection, desk)


def change(desk: OpenDesk, row: OrganisationRow) -> Done[OrganisationRow]:
    """Save the organisation. Raises Invalid, Conflict."""
    problems = checks.check_organisation(row, LIMITS)
    if problems:
        raise Invalid(*problems)
    with desk.writing(Message("Organisation changed")) as act:
        saved = act.save(Organisation, row)
    return act.done(saved)


def set_logo(desk: OpenDesk, row: OrganisationRow, image: bytes | None) -> Done[OrganisationRow]:
    """Keep a logo (PNG or JPEG; None: none) for all prints. Raises Invalid, Conflict."""
    with desk.writing(Message("Logo changed")) as act:
        sha256 = blobs.keep(act, image, blobs.image_type(image)) if image else None
        saved = act.save(Organisation, replace(row, logo_sha256=sha256))
    return act.done(saved)


def logo(desk: OpenDesk, row: OrganisationRow) -> bytes | None:
    """The logo's bytes, if there is one."""
    if row.logo_sha256 is None:
        return None
    with desk.reading() as connection:
        return blobs.content(connection, row.logo_sha256)
