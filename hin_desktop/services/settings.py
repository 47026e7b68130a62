"""Settings as data: key, kind, default, label, help. The page, the checks and the help text derive from this table."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import Connection, bindparam, select

from hin_desktop.domain import file_number
from hin_desktop.errors import FieldProblem, Invalid, Message
from hin_desktop.records.models.organisation import Setting
from hin_desktop.services.done import Done
from hin_desktop.services.open_desk import OpenDesk
from hin_desktop.services.rows import Row, ask, fetch_by, table_of

SETTING = table_of(Setting)
OURS = select(SETTING.c.key, SETTING.c.user_id, SETTING.c.value).where(
    SETTING.c.user_id.is_(None) | (SETTING.c.user_id == bindparam("user_id")))


class Scope(StrEnum):
    """For whom a setting holds."""

    ORGANISATION = "organisation"
    USER = "user"


@dataclass(frozen=True, slots=True)
class SettingSpec:
    """One setting. `choices` are (value, label); a number lies within `bounds` (both inclusive)."""

    key: str
    scope: Scope
    default: str | int
    label: Message
    help: Message | None = None
    choices: tuple[tuple[str, Message], ...] = ()
    catalogue: str = ""
    bounds: tuple[int, int] | None = None


SPECS = (
    SettingSpec("land", Scope.ORGANISATION, "NW", Message("Land"),
                Message("Decides holidays and rules of the Land."), catalogue="laender"),
    SettingSpec("privacy_law", Scope.ORGANISATION, "DSGVO", Message("Privacy law"),
                Message("Decides which norms and supervisor stand in all prints."), catalogue="privacy_laws"),
    SettingSpec("file_number_pattern", Scope.ORGANISATION, "HIN-{year}-{number:04}", Message("File number"),
                Message("{year} and {number:04} are filled in: HIN-2026-0001.")),
    SettingSpec("gender_style", Scope.ORGANISATION, "star", Message("Gender-inclusive writing"), None, (
        ("star", Message("Star (*)")), ("colon", Message("Colon (:)")),
        ("underscore", Message("Underscore (_)")), ("inner_i", Message("Inner I")),
        ("slash", Message("Slash (/-)")))),
    SettingSpec("expiry_days", Scope.ORGANISATION, 120, Message("Show expiring titles … days ahead"),
                Message("Counts in place of the program's own lead time. Fiktionsbescheinigung and temporary "
                        "protection (§ 24) keep theirs."), bounds=(7, 400)),
    SettingSpec("stale_weeks", Scope.ORGANISATION, 8, Message("Cases without contact for … weeks"), None,
                bounds=(1, 104)),
    SettingSpec("idle_minutes", Scope.USER, 5, Message("Lock after … minutes without input"),
                Message("The desk locks itself; nothing typed is lost."), bounds=(1, 60)),
    SettingSpec("language", Scope.USER, "de", Message("Language"), None,
                (("de", Message("German")), ("en", Message("English")))),
    SettingSpec("theme", Scope.USER, "system", Message("Appearance"), None, (
        ("system", Message("Like the system")), ("light", Message("Light")), ("dark", Message("Dark")))),
    SettingSpec("text_size", Scope.USER, 100, Message("Text size in %"), None, bounds=(100, 200)),
    SettingSpec("conversation_view", Scope.USER, "on", Message("Conversation view"),
                Message("While a person's file is open, other names stay hidden until you ask for them."),
                (("on", Message("On")), ("off", Message("Off")))),
)
BY_KEY: Mapping[str, SettingSpec] = {spec.key: spec for spec in SPECS}


@dataclass(frozen=True, slots=True, kw_only=True)
class SettingRow(Row):
    """A stored value."""

    user_id: int | None
    key: str
    value: object


def values(desk: OpenDesk) -> dict[str, str | int]:
    """All settings as they hold for this counsellor."""
    with desk.reading() as connection:
        found = ask(connection, OURS, user_id=desk.actor.user_id)
        stored = {(row.key, row.user_id is None): row.value for row in found}
    return {spec.key: _or_default(spec, stored.get((spec.key, spec.scope is Scope.ORGANISATION))) for spec in SPECS}


def setting(connection: Connection, desk: OpenDesk, key: str) -> str | int:
    """One setting as it holds for this counsellor: the stored value, else the default."""
    row = _stored(connection, desk, BY_KEY[key])
    return _or_default(BY_KEY[key], row.value if row else None)


def _or_default(spec: SettingSpec, value: object) -> str | int:
    return value if isinstance(value, str | int) else spec.default


def change(desk: OpenDesk, key: str, value: str | int) -> Done[str | int]:
    """Store one setting. Raises Invalid."""
    spec = BY_KEY[key]
    problems = _problems(desk, spec, value)
    if problems:
        raise Invalid(*problems)
    with desk.writing(Message("Setting changed: {name}", name=spec.label)) as act:
        row = _stored(act.writer.connection, desk, spec)
        if row:
            act.writer.update(Setting, row.id, row.version, {"value": value})
        else:
            user_id = desk.actor.user_id if spec.scope is Scope.USER else None
            act.writer.insert(Setting, {"user_id": user_id, "key": key, "value": value})
    return act.done(value)


def _stored(connection: Connection, desk: OpenDesk, spec: SettingSpec) -> SettingRow | None:
    user_id = desk.actor.user_id if spec.scope is Scope.USER else None
    found = fetch_by(connection, SettingRow, Setting, "key", spec.key)
    return next((row for row in found if row.user_id == user_id), None)


def _problems(desk: OpenDesk, spec: SettingSpec, value: str | int) -> tuple[FieldProblem, ...]:
    known = desk.catalogues.named(spec.catalogue) if spec.catalogue else {choice for choice, _ in spec.choices}
    if (spec.catalogue or spec.choices) and value not in known:
        return (FieldProblem(spec.key, Message("Please choose from the list.")),)
    if spec.bounds and not (isinstance(value, int) and spec.bounds[0] <= value <= spec.bounds[1]):
        low, high = spec.bounds
        return (FieldProblem(spec.key, Message("Please enter a number from {low} to {high}.", low=low, high=high)),)
    return file_number.check_pattern(str(value), spec.key) if spec.key == "file_number_pattern" else ()
