"""Übersicht: what comes next, the last talks, and the facts that are looked up most."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from functools import partial
from typing import Any

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from hin_desktop.domain.pathway import RecordRef
from hin_desktop.services import consultations
from hin_desktop.services.clients import ClientRecord
from hin_desktop.services.consultations import ConsultationRow
from hin_desktop.services.drafts import DraftKey
from hin_desktop.services.notices import NoticeView
from hin_desktop.ui.person import consultation_kind, residence_kinds
from hin_desktop.ui.person.contact_kinds import ADDRESS, REFERENCES
from hin_desktop.ui.person.contact_words import contact_looks
from hin_desktop.ui.person.deadline_look import deadline_row
from hin_desktop.ui.person.family_kinds import relative_look
from hin_desktop.ui.person.naturalisation_card import NaturalisationCard
from hin_desktop.ui.person.notice_look import brief_look
from hin_desktop.ui.person.open_person import OpenPerson
from hin_desktop.ui.person.places import POST
from hin_desktop.ui.person.record_form import RecordForm
from hin_desktop.ui.person.record_section import RecordSection
from hin_desktop.ui.person.row_card import Act, Look, RowCard, RowData
from hin_desktop.ui.person.sheet import SHEET
from hin_desktop.ui.person.tab import PersonTab
from hin_desktop.ui.person.words import joined
from hin_desktop.ui.widgets.cards import Card, KeyValues
from hin_desktop.ui.widgets.page_parts import SectionGrid


class OverviewTab(PersonTab):
    """One screen that answers: who is this, what is due, how do I reach them."""

    def __init__(self, person: OpenPerson) -> None:
        super().__init__(person)
        texts = person.texts
        self.sheet_form: RecordForm[ClientRecord] = RecordForm(person, SHEET)
        self.sheet_card = Card(person.kit)
        self.sheet_card.body.addWidget(self.sheet_form)
        self.sheet_card.hide()
        self.sheet_form.opened.connect(self.sheet_card.show)
        self.sheet_form.closed.connect(self._sheet_closed)
        kit = person.kit
        self.next = RowCard(kit, texts("What comes next"), texts("Nothing agreed and nothing running out."))
        self.letters = RowCard(kit, texts("Post & deadlines"))
        self.talks = RowCard(kit, texts("Last consultations"), texts("No consultation recorded yet."))
        self.title = RowCard(kit, texts("Residence"), texts("No title recorded yet."))
        self.contact = RowCard(kit, texts("Contact"), texts("No contact data recorded."), opens=False)
        self.family = RowCard(kit, texts("Family"), texts("Nobody recorded yet."), opens=False)
        self.address = RecordSection(person, ADDRESS)
        self.references = RecordSection(person, REFERENCES)
        self.sheet = Card(person.kit, texts("Personal details"))
        self.facts = KeyValues(person.kit)
        self.sheet.body.addWidget(self.facts)
        self._shown: ClientRecord | None = None
        self.naturalisation = NaturalisationCard(person)
        self._add_links()
        self._lay_out()
        person.prospects_read.connect(self._law_said)

    def _add_links(self) -> None:
        texts, wanted = self.person.texts, self.person.wanted
        self.edit_button = self.sheet.add_link(texts("Edit"), "pencil")
        self.edit_button.clicked.connect(partial(self.edit_sheet, ""))
        self.contact.add_link(texts("Edit"), "pencil").clicked.connect(partial(self.edit_sheet, "phone"))
        for card, tab in (
            (self.letters, POST), (self.talks, "talks"), (self.title, "residence"), (self.family, "family"),
        ):  # fmt: skip
            card.add_link(texts("All")).clicked.connect(partial(wanted.emit, tab, None))

    def _lay_out(self) -> None:
        grid = SectionGrid(self.person.kit)
        for card in (self.letters, self.next, self.talks, self.sheet):
            grid.left.addWidget(card)
        for card in (self.naturalisation, self.title, self.contact, self.family, self.address, self.references):
            grid.right.addWidget(card)
        self.column.addWidget(self.sheet_card)
        self.column.addWidget(grid)

    def sections(self) -> Sequence[RecordSection[Any]]:
        """Address and authority numbers."""
        return (self.address, self.references)

    def show_person(self) -> None:
        """Every card; those whose facts are the same stay as they are."""
        person, overview = self.person, self.person.overview
        self.letters.fill([self._letter(view) for view in overview.letters])
        self.letters.setVisible(bool(overview.letters))
        self._show_law()
        self.talks.fill([self._talk(row) for row in overview.last_talks])
        first = min((case.opened_on for case in overview.cases if case.opened_on), default=None)
        since = person.texts("since {date}", date=first) if first is not None and overview.talk_count else ""
        self.talks.set_hint(joined(str(overview.talk_count), since) if overview.talk_count else "")
        self.title.fill(list(self._title()))
        self.contact.fill([RowData(key, look) for key, look in enumerate(contact_looks(person))])
        self.address.show_records(overview.addresses)
        self.references.show_records(overview.references)
        self.family.fill([RowData(r.row.id, relative_look(person, r)) for r in overview.family.relatives])
        if overview.client != self._shown:
            self._shown = overview.client
            self.facts.set_pairs(tuple(self._facts(overview.client)))

    @Slot()
    def _law_said(self) -> None:
        """News of the law; a tab that nobody looks at is filled when it is shown."""
        self.filled = self.isVisible()
        if self.filled:
            self._show_law()

    def _show_law(self) -> None:
        """What comes next: deadlines and agreed steps by their days, what only tells something last."""
        read, steps = self.person.prospects, self.person.overview.next_steps
        found = read.deadlines if read is not None else ()
        dated = [((each.information, False, each.day.day), deadline_row(self.person, each)) for each in found]
        dated += [((False, row.due_on is None, row.due_on or date.max), self._step(row)) for row in steps]
        self.next.fill([data for _, data in sorted(dated, key=lambda each: each[0])])
        self.naturalisation.show_law(read)

    def edit_sheet(self, field: str = "") -> None:
        """Open the full form, at one of its fields."""
        self.sheet_form.edit(self.person.overview.client)
        panel = self.sheet_form.panel
        if panel is not None and field in panel.form.cells:
            panel.form.cells[field].editor.input().setFocus()

    def focus_record(self, ref: RecordRef) -> None:
        """The person's own sheet, an address or a number."""
        if ref.kind == "client":
            self.edit_button.setFocus()
        else:
            super().focus_record(ref)

    def resume(self, key: DraftKey) -> None:
        """The sheet, or an address or number."""
        if key.form == SHEET.name:
            self.edit_sheet()
        else:
            super().resume(key)

    def first_focus(self) -> QWidget | None:
        """The first thing to do."""
        rows = [*self.letters.rows.values(), *self.next.rows.values(), *self.talks.rows.values()]
        return rows[0].row if rows else self.edit_button

    def _letter(self, view: NoticeView) -> RowData:
        show = partial(self.person.wanted.emit, POST, RecordRef("notice", view.row.id))
        return RowData(view.row.id, brief_look(self.person, view), show)

    def _step(self, row: ConsultationRow) -> RowData:
        person = self.person
        right, tone = consultation_kind.due(person, row)
        agreed = person.texts("agreed on {date}", date=row.held_on)
        due = person.texts("by {date}", date=row.due_on) if row.due_on else ""
        look = Look(row.agreed_next, joined(agreed, due), right, "circle-dashed", tone)
        done = Act("check", person.texts("Done: {step}", step=row.agreed_next), partial(self._finish, row))
        return RowData(row.id, look, partial(self._show_talk, row.id), (done,))

    def _finish(self, row: ConsultationRow) -> None:
        desk, today = self.person.desk, self.person.kit.today()
        self.person.do(lambda: consultations.finish_next_step(desk, row, today))

    def _talk(self, row: ConsultationRow) -> RowData:
        return RowData(row.id, consultation_kind.look(self.person, row), partial(self._show_talk, row.id))

    def _show_talk(self, talk_id: int) -> None:
        self.person.wanted.emit("talks", RecordRef("consultation", talk_id))

    def _show_title(self, title_id: int) -> None:
        self.person.wanted.emit("residence", RecordRef("residence_period", title_id))

    def _title(self) -> Iterable[RowData]:
        titles = self.person.overview.titles
        for row in titles.rows:
            if titles.held is not None and row.id == titles.held.id:
                yield RowData(row.id, residence_kinds.title_look(self.person, row), partial(self._show_title, row.id))

    def _facts(self, client: ClientRecord) -> Iterable[tuple[str, str]]:
        words, texts, known = self.person.words, self.person.texts, self.person.words.catalogues
        assumed = texts("assumed") if client.birth_date_assumed else ""
        yield texts("Salutation"), joined(words.label(known.salutations, client.salutation), client.form_of_address)
        yield texts("Further names"), ", ".join(
            joined(name.text, words.label(known.name_kinds, name.kind)) for name in client.names)  # fmt: skip
        yield texts("Born"), joined(words.day(client.birth_date), assumed, client.birth_place,
                                    words.label(known.countries, client.birth_country))  # fmt: skip
        yield texts("Sex"), words.label(known.sexes, client.sex)
        yield texts("Marital status"), words.label(known.marital_status, client.marital_status)
        yield texts("Nationalities"), words.labels(known.nationalities, (row.code for row in client.nationalities))
        yield texts("Languages"), ", ".join(words.language(skill.code, skill.level) for skill in client.languages)
        yield texts("Interpreter"), joined(words.label(known.interpreter_needs, client.interpreter_need),
                                           words.label(known.languages, client.interpreter_language))  # fmt: skip
        yield texts("In Germany since"), words.day(client.arrival_germany)
        yield texts("In town since"), words.day(client.arrival_town)
        yield texts("Target group"), words.label(known.target_groups, client.target_group)
        yield texts("Privacy information"), words.day(client.privacy_info_on)
        yield texts("Note"), client.note

    def _sheet_closed(self, _record_id: object) -> None:
        self.sheet_card.hide()
        self.edit_button.setFocus()
