"""One parameter of the law: its value, the rule in a sentence, the source, every version, and rows of our own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from functools import partial

from PySide6.QtCore import Qt, Signal

from hin_desktop.domain import law_words
from hin_desktop.domain.calendar import Span, Unit
from hin_desktop.domain.law import Rule, Value
from hin_desktop.domain.law_reading import value_as_text
from hin_desktop.errors import Message
from hin_desktop.services import law, law_versions
from hin_desktop.services.drafts import DraftKey
from hin_desktop.services.law import LawOnFile
from hin_desktop.services.law_versions import LawVersionRow
from hin_desktop.ui.law import words
from hin_desktop.ui.person.row_card import Act, Look, RowCard, RowData
from hin_desktop.ui.settings.kept_form import KeptForm
from hin_desktop.ui.settings.work_card import WorkCard
from hin_desktop.ui.shell.workplace import Workplace
from hin_desktop.ui.widgets.cards import KeyValues, Pill, hairline, strip
from hin_desktop.ui.widgets.form_panel import FormPanel
from hin_desktop.ui.widgets.form_spec import FieldKind, FieldSpec, FormSpec, Section
from hin_desktop.ui.widgets.parts import label

UNITS = {
    Unit.DAYS: Message("Value in days"),
    Unit.WEEKS: Message("Value in weeks"),
    Unit.MONTHS: Message("Value in months"),
    Unit.YEARS: Message("Value in years"),
}
CHANGE = Message("Change own row")


@dataclass(frozen=True, slots=True)
class Version:
    """A version of a rule, and the row behind it where it is our own."""

    rule: Rule
    row: LawVersionRow | None = None


class RuleCard(WorkCard):
    """Shows one rule (`key`); own rows are added, changed and deleted here."""

    form_opened = Signal()

    def __init__(self, place: Workplace) -> None:
        super().__init__(place, " ")
        self._law: LawOnFile | None = None
        self.key = ""
        self.pill = Pill(place.kit)
        self.value = label(size="headline", tone="accent", wrap=True)
        self.sentence = label(wrap=True)
        self.facts = KeyValues(place.kit)
        self.versions = RowCard(place.kit, place.kit.texts("Versions"), opens=False)
        self.form = KeptForm(place)
        self.add_button = self.versions.add_link(place.kit.texts("Add own row"), "plus")
        self.add_button.clicked.connect(self.add_own)
        self._lay_out()

    def _lay_out(self) -> None:
        strip(self.versions)
        self.body.addWidget(self.pill, 0, Qt.AlignmentFlag.AlignLeft)
        for widget in (self.value, self.sentence, self.form, self.facts, hairline(), self.versions):
            self.body.addWidget(widget)

    def show_rule(self, found: LawOnFile, key: str) -> None:
        """Show a rule as it stands today; an open form of another one is put away as a draft."""
        if key != self.key:
            self.form.keep()
            self.form.close_form()
        self._law, self.key = found, key
        texts, today = self.kit.texts, self.kit.today()
        versions = found.book.versions(key)
        current = found.book.on(today).find(key)
        rule = current or versions[-1]
        self.title.setText(texts.inclusive(rule.label(texts.language)))
        self.setAccessibleName(self.title.text())
        sign = words.sign_of(rule)
        self.pill.show_words(texts(sign.words), sign.tone, sign.icon)
        self.value.setText(words.value_text(rule, texts, self.place.desk.catalogues))
        self.value.setVisible(bool(self.value.text()))
        self.sentence.setText(texts(law_words.sentence(rule, texts.language)))
        self.facts.set_pairs((
            (texts("Statute"), words.statute_name(rule.statute, texts)),
            (texts("Written in"), rule.citation),
            (texts("In force"), words.in_force(rule, versions, texts)),
            (texts("Note"), rule.note),
        ))
        self.add_button.setVisible(rule.value is not None)
        self.versions.fill([self._row(at, version, current) for at, version in enumerate(self._versions())])

    def add_own(self) -> None:
        """The form for a newer version; everything but the value is a proposal."""
        rule = self._rule()
        row = LawVersionRow(key=self.key, valid_from=self.kit.today(), citation=rule.citation)
        self._edit(row, Message("Own row: {title}", title=rule))

    def resume(self, record_id: int) -> None:
        """Open the form that was begun: of a new row (0) or of one that is stored."""
        found = self._law.own if self._law is not None else ()
        row = next((row for row in found if row.id == record_id), None)
        if row is not None:
            self._edit(row, CHANGE)
        else:
            self.add_own()

    def leave(self) -> None:
        """Keep what was typed."""
        self.form.keep()

    def _edit(self, row: LawVersionRow, title: Message) -> None:
        values = {"value": _shown(self._rule().value, row), "valid_from": row.valid_from,
                  "valid_until": row.valid_until, "citation": row.citation, "note": row.note}
        key = DraftKey(f"{words.FORM} {self.key}", None, row.id or None)
        panel = self.form.edit(title, _form(self._rule().value), partial(self._save, row), values, key)
        panel.version = row.version
        self.form_opened.emit()

    def _save(self, row: LawVersionRow, typed: Mapping[str, object], panel: FormPanel) -> None:
        valid_from, valid_until = typed["valid_from"], typed["valid_until"]
        wanted = replace(
            row, value=_stored(typed["value"]), version=panel.version or row.version,
            valid_from=valid_from if isinstance(valid_from, date) else None,
            valid_until=valid_until if isinstance(valid_until, date) else None,
            citation=str(typed["citation"] or "").strip(), note=str(typed["note"] or "").strip())
        act = partial(law_versions.save, self.place.desk, wanted)
        self.save(act, lambda _: self.form.close_form(drop=True), partial(self.form.show_error, panel))

    def _remove(self, row: LawVersionRow) -> None:
        self.save(partial(law_versions.remove, self.place.desk, row))

    def _rule(self) -> Rule:
        """The rule as it stands today, else its latest version."""
        if self._law is None:
            raise LookupError("no rule is shown")
        return self._law.book.on(self.kit.today()).find(self.key) or self._law.book.versions(self.key)[-1]

    def _versions(self) -> list[Version]:
        """The newest first; our own rows with what stands behind them, also one that cannot be read any more."""
        if self._law is None:
            return []
        rows = [row for row in self._law.own if row.key == self.key]
        own = [Version(rule, row) for row in rows if (rule := law.rule_of(row)) is not None]
        shipped = [Version(rule) for rule in self._law.book.versions(self.key) if not rule.own]
        return sorted([*shipped, *own], key=lambda each: (each.rule.valid_from, each.rule.own), reverse=True)

    def _row(self, at: int, version: Version, current: Rule | None) -> RowData:
        texts, rule, row = self.kit.texts, version.rule, version.row
        versions = tuple(each.rule for each in self._versions())
        stands = texts(words.standing(rule, current, self.kit.today()))
        sign = words.sign_of(rule)
        value = words.value_text(rule, texts, self.place.desk.catalogues)
        when = words.in_force(rule, versions, texts)
        detail = " · ".join(filter(None, (when if value else "", rule.citation, texts(sign.words), rule.note)))
        acts: tuple[Act, ...] = ()
        if row is not None:
            change, remove = partial(self._edit, row, CHANGE), partial(self._remove, row)
            acts = (Act("pencil", texts("Edit"), change), Act("trash-2", texts("Delete"), remove))
        tone = sign.tone if rule == current else "muted"
        return RowData(at, Look(value or when, detail, stands, sign.icon, tone), None, acts)


def _form(like: Value) -> FormSpec:
    """The fields of an own row; the value in the unit of the rule."""
    return FormSpec((Section((
        _value_field(like),
        FieldSpec("citation", Message("Written in"), required=True,
                  help=Message("Paragraph and source, for example the Bundesgesetzblatt.")),
        FieldSpec("valid_from", Message("In force from"), FieldKind.DATE, required=True),
        FieldSpec("valid_until", Message("In force until"), FieldKind.DATE,
                  help=Message("Inclusive; empty until further notice.")),
        FieldSpec("note", Message("Note"), FieldKind.LONG_TEXT, span=2, lines=2),
    )),))


def _value_field(like: Value) -> FieldSpec:
    if isinstance(like, Span):
        return FieldSpec("value", UNITS[like.unit], FieldKind.NUMBER, required=True, minimum=0)
    if isinstance(like, Decimal):
        words = Message("Value as a share, for example 0,5") if like < 1 else Message("Value in euros")
        return FieldSpec("value", words, required=True)
    if isinstance(like, date):
        return FieldSpec("value", Message("Day"), FieldKind.DATE, required=True)
    if isinstance(like, tuple):
        return FieldSpec("value", Message("Codes"), required=True, help=Message("With commas between them."))
    return FieldSpec("value", Message("Value"), FieldKind.NUMBER if isinstance(like, int) else FieldKind.TEXT,
                     required=True)


def _shown(like: Value, row: LawVersionRow) -> object:
    """The value as its field takes it; of a new row that of the rule, where it is a list that would be long to type."""
    if not row.id and not isinstance(like, tuple):
        return None
    rule = law.rule_of(row) if row.id else None
    value = rule.value if rule is not None else like
    if isinstance(value, Span):
        return value.length
    return value if isinstance(value, int | date) else value_as_text(value)


def _stored(typed: object) -> str:
    """What the field gave, as text."""
    return typed.isoformat() if isinstance(typed, date) else "" if typed is None else str(typed).strip()
