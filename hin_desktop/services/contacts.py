"""Where a person lives, and under which numbers the authorities keep them."""

from __future__ import annotations

from dataclasses import dataclass

from hin_desktop.domain import checks
from hin_desktop.domain.partial_date import PartialDate
from hin_desktop.errors import Message
from hin_desktop.records.models.client import Address, AuthorityReference
from hin_desktop.services.entries import Entry, EntryKind
from hin_desktop.services.limits import LIMITS


@dataclass(frozen=True, slots=True, kw_only=True)
class AddressRow(Entry):
    """An address over time (both dates inclusive). `protected`: never printed, exported or shown in the household."""

    care_of: str = ""
    street: str = ""
    postcode: str = ""
    town: str = ""
    valid_from: PartialDate | None = None
    valid_until: PartialDate | None = None
    protected: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class AuthorityReferenceRow(Entry):
    """A number at an authority; `kind` of the catalogue authority_kinds."""

    kind: str = ""
    number: str = ""
    authority: str = ""
    caseworker: str = ""
    phone: str = ""
    email: str = ""
    note: str = ""


ADDRESSES = EntryKind(AddressRow, Address, Message("Address added"), Message("Address changed"),
                      Message("Address deleted"), lambda row, today: checks.check_address(row, LIMITS), ("valid_from",))
AUTHORITY_REFERENCES = EntryKind(
    AuthorityReferenceRow, AuthorityReference, Message("Authority number added"), Message("Authority number changed"),
    Message("Authority number deleted"), lambda row, today: checks.check_reference(row, LIMITS))
