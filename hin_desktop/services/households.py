"""With whom a person lives, who is related, who acts for the person."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, select

from hin_desktop.domain import checks
from hin_desktop.domain.names import PersonName
from hin_desktop.domain.partial_date import PartialDate
from hin_desktop.errors import FieldProblem, Invalid, Message
from hin_desktop.records.models.client import Client
from hin_desktop.records.models.household import Household, HouseholdMember, Relation, Representative
from hin_desktop.services.done import Done
from hin_desktop.services.entries import Entry, EntryKind, of_client
from hin_desktop.services.limits import LIMITS
from hin_desktop.services.open_desk import Act, OpenDesk
from hin_desktop.services.rows import Row, fetch_by, table_of

MEMBER, HOUSEHOLD, CLIENT = table_of(HouseholdMember), table_of(Household), table_of(Client)
RELATION = table_of(Relation)


@dataclass(frozen=True, slots=True, kw_only=True)
class RelationRow(Entry):
    """A relative: 'is my <kind>' (catalogue relations); with a file of their own, or by name and birth date only.

    `since` through `until`: a marriage or partnership, `ended_by` of the catalogue relation_ends. `german`: a German
    citizen (None: nobody asked yet).
    """

    kind: str = ""
    related_client_id: int | None = None
    related_name: str = ""
    related_birth_date: PartialDate | None = None
    same_household: bool = True
    since: PartialDate | None = None
    until: PartialDate | None = None
    ended_by: str = ""
    german: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RepresentativeRow(Entry):
    """Somebody who acts for the person; `kind` of the catalogue representative_kinds."""

    kind: str = ""
    name: str = ""
    organisation: str = ""
    phone: str = ""
    email: str = ""
    scope: str = ""
    valid_from: PartialDate | None = None
    valid_until: PartialDate | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberRow(Row):
    """That a person belongs to a household."""

    household_id: int
    client_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class HouseholdRow(Row):
    """A household by its name."""

    label: str = ""


@dataclass(frozen=True, slots=True)
class Relative:
    """A relative as the family tab may show one: name and relation, nothing more (facts.md § 7.5).

    Whoever asks for advice in confidence from the household is left out. `kind` is seen from the person; `inverse`
    tells that the row belongs to the other person's file.
    """

    row: RelationRow
    kind: str
    name: PersonName
    birth_date: PartialDate | None
    client_id: int | None
    inverse: bool


@dataclass(frozen=True, slots=True)
class Cohabitant:
    """Another person of the household with a file of their own."""

    member: MemberRow
    name: PersonName


@dataclass(frozen=True, slots=True)
class HouseholdView:
    """One household of a person: the person's own membership and the others in it."""

    id: int
    version: int
    label: str
    own: MemberRow
    others: tuple[Cohabitant, ...]


@dataclass(frozen=True, slots=True)
class Family:
    """The people around a person."""

    households: tuple[HouseholdView, ...]
    relatives: tuple[Relative, ...]
    representatives: tuple[RepresentativeRow, ...]


RELATIONS = EntryKind(RelationRow, Relation, Message("Relative added"), Message("Relative changed"),
                      Message("Relative deleted"), lambda row, today: checks.check_relation(row, today, LIMITS))
REPRESENTATIVES = EntryKind(
    RepresentativeRow, Representative, Message("Representative added"), Message("Representative changed"),
    Message("Representative deleted"), lambda row, today: checks.check_representative(row, LIMITS))


def family(desk: OpenDesk, client_id: int) -> Family:
    """Everybody around a person."""
    with desk.reading() as connection:
        return read_family(desk, connection, client_id)


def read_family(desk: OpenDesk, connection: Connection, client_id: int) -> Family:
    """As `family`, on a view that is already open."""
    return Family(_households(connection, client_id), _relatives(desk, connection, client_id),
                  of_client(connection, REPRESENTATIVES, client_id))


def live_together(desk: OpenDesk, client_id: int, other_id: int, label: str) -> Done[int]:
    """Put another person into the person's household; makes one called `label` if there is none. Gives its id.

    Raises Invalid for the person themselves.
    """
    if client_id == other_id:
        raise Invalid(FieldProblem("other_id", Message("Please choose another person.")))
    with desk.writing(Message("Added to the household")) as act:
        household_id = _household_of(act, client_id) or _household_of(act, other_id)
        if household_id is None:
            household_id = act.writer.insert(Household, {"label": label}, subjects=[client_id, other_id])
        for person in (client_id, other_id):
            _join(act, household_id, person)
    return act.done(household_id)


def leave(desk: OpenDesk, member: MemberRow) -> Done[None]:
    """Take a person out of a household; the household goes with its last but one member."""
    with desk.writing(Message("Taken out of the household")) as act:
        act.remove(HouseholdMember, member)
        dissolve_if_alone(act, member.household_id)
    return act.done(None)


def dissolve_if_alone(act: Act, household_id: int) -> None:
    """A household of one is none: delete it with its last membership."""
    connection = act.writer.connection
    rest = fetch_by(connection, MemberRow, HouseholdMember, "household_id", household_id)
    if len(rest) > 1:
        return
    home = fetch_by(connection, HouseholdRow, Household, "id", household_id)[0]
    for member in rest:
        act.remove(HouseholdMember, member)
    act.remove(Household, home)


def _household_of(act: Act, client_id: int) -> int | None:
    return act.writer.connection.scalar(
        select(MEMBER.c.household_id).where(MEMBER.c.client_id == client_id).order_by(MEMBER.c.id).limit(1))


def _join(act: Act, household_id: int, client_id: int) -> None:
    present = act.writer.connection.scalar(select(MEMBER.c.id).where(
        MEMBER.c.household_id == household_id, MEMBER.c.client_id == client_id))
    if present is None:
        act.save(HouseholdMember, MemberRow(household_id=household_id, client_id=client_id))


def _households(connection: Connection, client_id: int) -> tuple[HouseholdView, ...]:
    views = []
    for own in fetch_by(connection, MemberRow, HouseholdMember, "client_id", client_id):
        home = fetch_by(connection, HouseholdRow, Household, "id", own.household_id)[0]
        others = connection.execute(
            select(MEMBER.c.id, MEMBER.c.version, MEMBER.c.client_id, CLIENT.c.given_names, CLIENT.c.family_name,
                   CLIENT.c.original_name).join(CLIENT, CLIENT.c.id == MEMBER.c.client_id)
            .where(MEMBER.c.household_id == own.household_id, MEMBER.c.client_id != client_id,
                   CLIENT.c.household_confidential.is_(False)).order_by(MEMBER.c.id))
        views.append(HouseholdView(home.id, home.version, home.label, own, tuple(
            Cohabitant(MemberRow(id=row.id, version=row.version, household_id=own.household_id,
                                 client_id=row.client_id),
                       PersonName(row.given_names, row.family_name, row.original_name)) for row in others)))
    return tuple(views)


def _relatives(desk: OpenDesk, connection: Connection, client_id: int) -> tuple[Relative, ...]:
    own = of_client(connection, RELATIONS, client_id)
    back = fetch_by(connection, RelationRow, Relation, "related_client_id", client_id)
    if not own and not back:
        return ()
    ids = [row.related_client_id for row in own if row.related_client_id] + [row.client_id for row in back]
    people = {row.id: row for row in connection.execute(select(
        CLIENT.c.id, CLIENT.c.given_names, CLIENT.c.family_name, CLIENT.c.original_name, CLIENT.c.birth_date)
        .where(CLIENT.c.id.in_(ids), CLIENT.c.household_confidential.is_(False)))}
    relatives = [_relative(desk, people, row, row.related_client_id, inverse=False) for row in own
                 if row.related_client_id is None or row.related_client_id in people]
    listed = {relative.client_id for relative in relatives}
    relatives += [_relative(desk, people, row, row.client_id, inverse=True) for row in back
                  if row.client_id in people and row.client_id not in listed]
    return tuple(relatives)


def _relative(desk: OpenDesk, people: Mapping[int, Any], row: RelationRow, other_id: int | None, *,
              inverse: bool) -> Relative:
    kind = desk.catalogues.relations.entry(row.kind).text("inverse") or row.kind if inverse else row.kind
    person = people.get(other_id) if other_id else None
    if person is None:
        return Relative(row, kind, PersonName("", row.related_name, ""), row.related_birth_date, None, inverse)
    name = PersonName(person.given_names, person.family_name, person.original_name)
    return Relative(row, kind, name, person.birth_date, other_id, inverse)

