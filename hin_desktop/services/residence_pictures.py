"""A person's residence to be looked at, as the law of a day reads it."""

from __future__ import annotations

from datetime import date

from hin_desktop.domain import residence_reading
from hin_desktop.domain.legal_view import LegalView
from hin_desktop.domain.residence.picture import Picture
from hin_desktop.services import law, legal_facts
from hin_desktop.services.open_desk import OpenDesk


def of_person(desk: OpenDesk, client_id: int, on: date) -> Picture:
    """Read a person's facts and the law of the day. Raises Gone; NoLaw for a day before the earliest law."""
    with desk.reading() as connection:
        stands = law.book(connection).on(on)
        facts = legal_facts.of_person(connection, desk.catalogues, client_id, stands)
    return residence_reading.read(LegalView(facts, on, stands, legal_facts.codes_of(desk.catalogues)))
