"""The case summary on paper: gathered from the records in the language of the sheet, rendered as a PDF."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from hin_desktop.documents import press
from hin_desktop.documents.case_summary_data import (
    CaseSummary,
    ContactLine,
    PrivacyLaw,
    SummaryCase,
    SummaryChoice,
    SummaryConsultation,
    SummaryMember,
    SummaryPerson,
    SummaryResidence,
    SummaryStep,
)
from hin_desktop.documents.letterhead import Letterhead
from hin_desktop.domain.catalogue import Catalogue, Entry
from hin_desktop.domain.law import NoLaw
from hin_desktop.services import assessments, consultations, organisations, overview, settings, users
from hin_desktop.services.assessments import Prospects
from hin_desktop.services.clients import ClientRecord
from hin_desktop.services.consultations import ConsultationRow
from hin_desktop.services.contacts import AddressRow
from hin_desktop.services.open_desk import OpenDesk
from hin_desktop.services.organisations import OrganisationRow
from hin_desktop.services.overview import PersonOverview
from hin_desktop.services.residence import ResidencePeriodRow
from hin_desktop.services.titles import Titles
from hin_desktop.texts import Texts

__all__ = ["SummaryChoice", "prepare"]


def prepare(desk: OpenDesk, client_id: int, choice: SummaryChoice, texts: Texts) -> bytes:
    """The PDF of one person as of today. Raises Gone."""
    person = overview.of_person(desk, client_id, desk.today())
    talks = consultations.of_client(desk, client_id)[:choice.consultations]
    names = {user.id: user.display_name for user in users.everybody(desk)}
    words = _Words(desk, texts)
    data = CaseSummary(
letterhead=letterhead(desk, organisations.get(desk)), person=words.person(person), printed_on=desk.today(),
        author=desk.actor.display_name, privacy_law=privacy_law(desk),
        stations=assessments.stations(desk, person.path, _law(desk, client_id), desk.today()),
        household=tuple(words.members(person)),
        residence=tuple(words.residence(row, person.titles) for row in person.titles.lasting),
        cases=tuple(SummaryCase(
            words.label(desk.catalogues.counselling_types, row.counselling_type) or texts("Counselling"),
            row.opened_on, row.closed_on, names.get(row.counsellor_id, ""),
            words.label(desk.catalogues.closing_reasons, row.closing_reason))
            for row in person.cases if row.opened_on is not None),
        consultations=tuple(words.talk(row, row.held_on, client_id) for row in talks if row.held_on is not None),
        steps=tuple(SummaryStep(row.agreed_next, row.due_on) for row in person.next_steps))
    return press.case_summary(data, choice, texts)


def letterhead(desk: OpenDesk, organisation: OrganisationRow) -> Letterhead:
    """The organisation as every sheet shows it."""
    town = f"{organisation.postcode} {organisation.town}".strip()
    lines = (organisation.street, town, organisation.phone, organisation.email, organisation.website)
    return Letterhead(organisation.name, tuple(line for line in lines if line), organisations.logo(desk, organisation))


def privacy_law(desk: OpenDesk) -> PrivacyLaw:
    """The law that the sheet's note names."""
    return PrivacyLaw(str(settings.values(desk)["privacy_law"]).lower())


def named(client: ClientRecord, texts: Texts) -> SummaryPerson:
    """The person by name and number alone."""
    original = client.original_name if client.name.full != client.original_name.strip() else ""
    return SummaryPerson(texts(client.name.display), original, client.file_number)


def _law(desk: OpenDesk, client_id: int) -> Prospects | None:
    """What the law says; a day before the law on file leaves the stations open."""
    try:
        return assessments.of_person(desk, client_id, desk.today())
    except NoLaw:
        return None


@dataclass(frozen=True, slots=True)
class _Words:
    """Codes and records as words of the sheet."""

    desk: OpenDesk
    texts: Texts

    def label(self, catalogue: Catalogue[Entry], code: str) -> str:
        """The label of a code, '' for none."""
        return self.texts.inclusive(catalogue.label(code, self.texts.language))

    def labels(self, catalogue: Catalogue[Entry], codes: Iterable[str]) -> tuple[str, ...]:
        """The labels of several codes."""
        return tuple(self.label(catalogue, code) for code in codes)

    def person(self, overview: PersonOverview) -> SummaryPerson:
        """The person as they are to be named."""
        client, catalogues = overview.client, self.desk.catalogues
        return replace(
            named(client, self.texts), birth=client.birth_date,
            nationalities=self.labels(catalogues.nationalities, (row.code for row in client.nationalities)),
            languages=tuple(self._language(row.code, row.level) for row in client.languages),
            interpreter=self.label(catalogues.interpreter_needs, client.interpreter_need),
            contact=tuple(self._contact(client, overview.addresses)))

    def _language(self, code: str, level: str) -> str:
        spoken, how_well = (self.label(catalogue, wanted) for catalogue, wanted in (
            (self.desk.catalogues.languages, code), (self.desk.catalogues.language_levels, level)))
        return f"{spoken} ({how_well})" if how_well else spoken

    def _contact(self, client: ClientRecord, addresses: Iterable[AddressRow]) -> Iterable[ContactLine]:
        """What may be printed; a protected address, and any address under a disclosure ban, is not even named."""
        today = self.desk.today()
        for row in addresses:
            ended = row.valid_until is not None and row.valid_until.latest < today
            place = ", ".join(part for part in (row.care_of, row.street, f"{row.postcode} {row.town}".strip()) if part)
            if place and not ended:
                yield ContactLine(self.texts("Address"), place, protected=row.protected or client.disclosure_ban)
                break
        if client.phone:
            yield ContactLine(self.texts("Telephone"), client.phone, protected=client.may_call is False)
        if client.email:
            yield ContactLine(self.texts("E-mail"), client.email, protected=client.may_email is False)

    def members(self, overview: PersonOverview) -> Iterable[SummaryMember]:
        """Who lives with the person: name and relation, nothing more."""
        relations = self.desk.catalogues.relations
        known: set[int] = set()
        for relative in overview.family.relatives:
            if relative.row.same_household:
                known.add(relative.client_id or 0)
                yield SummaryMember(self.texts(relative.name.display), self.label(relations, relative.kind))
        for household in overview.family.households:
            for other in household.others:
                if other.member.client_id not in known:
                    yield SummaryMember(self.texts(other.name.display), self.texts("lives in the same household"))

    def residence(self, row: ResidencePeriodRow, titles: Titles) -> SummaryResidence:
        """One residence title as it lasts; of those that ran out only the one after which nothing came is expired."""
        title = self.desk.catalogues.residence_titles.find(row.code)
        until, lapsed = row.valid_until, titles.held is None and row.id == titles.lasting[0].id
        return SummaryResidence(
            title=self.label(self.desk.catalogues.residence_titles, row.code),
            legal_basis=title.legal_basis if title else "", start=row.valid_from, end=until, authority=row.authority,
            expired=lapsed and until is not None and until.latest < self.desk.today(),
            unlimited=until is None and title is not None and title.permanent, continues=titles.continues(row))

    def talk(self, row: ConsultationRow, on: date, client_id: int) -> SummaryConsultation:
        """One talk; its note is the common part and what concerns this person."""
        catalogues = self.desk.catalogues
        own = next((person.note for person in row.participants if person.client_id == client_id), "")
        return SummaryConsultation(
            on=on, channel=self.label(catalogues.channels, row.channel),
            topics=self.labels(catalogues.topics, row.topics), minutes=row.duration_min,
            interpreter=self.label(catalogues.interpreter, row.interpreter),
            note="\n".join(part for part in (row.summary, own) if part))
