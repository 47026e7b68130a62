"""Fictional people for the documents' tests."""

from __future__ import annotations

from datetime import date
from io import BytesIO

from PIL import Image

from hin_desktop.documents.case_summary_data import (
    CaseSummary,
    ContactLine,
    SummaryCase,
    SummaryConsultation,
    SummaryMember,
    SummaryPerson,
    SummaryResidence,
    SummaryStep,
)
from hin_desktop.documents.letterhead import Letterhead
from hin_desktop.domain.partial_date import PartialDate
from hin_desktop.domain.pathway import Station, StationKey, StationState
from hin_desktop.errors import Message

TODAY = date(2026, 11, 23)
SECRET_ADDRESS = "Verborgenweg 99, 44999 Geheimstadt"
NOTE = (
    "Herr Al-Masri bringt den neuen Arbeitsvertrag mit (Vollzeit, unbefristet). Wir rechnen gemeinsam nach, ob der "
    "Lebensunterhalt der Familie damit gesichert ist, und gehen den Antrag auf Verlängerung durch."
)


def logo() -> bytes:
    """A plain PNG."""
    target = BytesIO()
    Image.new("RGBA", (400, 160), (11, 107, 127, 255)).save(target, "PNG")
    return target.getvalue()


def stations() -> tuple[Station, ...]:
    """A path of six stations, half walked."""
    key, state = StationKey, StationState
    return (
        Station(key.ARRIVAL, Message("Ankunft"), state.DONE, Message("{d}", d=date(2023, 8, 14))),
        Station(key.FIRST_TALK, Message("Erstgespräch"), state.DONE, Message("{d}", d=date(2025, 2, 3))),
        Station(key.LANGUAGE, Message("Sprache & Kurs"), state.CURRENT, Message("Modul 5 von 7"), progress=0.7),
        Station(key.WORK, Message("Arbeit & Ausbildung"), state.DONE, Message("Vollzeit seit 09/2026")),
        Station(key.RESIDENCE, Message("Aufenthalt sichern"), state.OVERDUE, Message("Titel gültig bis 14.01.2027")),
        Station(key.NATURALISATION, Message("Einbürgerung"), state.UNKNOWN, Message("noch nicht berechnet")),
    )


def summary(
    name: str = "Yusuf Al-Masri", original: str = "يوسف المصري", note: str = NOTE, talks: int = 7
) -> CaseSummary:
    """A whole case; about two pages."""
    return CaseSummary(
        letterhead=Letterhead(
            "AWO Kreisverband Herne e. V.",
            ("Migrationsberatung für erwachsene Zuwanderer", "Musterstraße 1, 44623 Herne", "Telefon 02323 000-00"),
            logo(),
        ),
        person=SummaryPerson(
            name,
            original,
            "HIN-2025-0142",
            PartialDate(1992, 5),
            ("Syrien",),
            ("Arabisch (Erstsprache)", "Kurmandschi", "Deutsch A2"),
            "Arabisch",
            (
                ContactLine("Telefon", "0151 00000000"),
                ContactLine("E-Mail", "yusuf@example.org"),
                ContactLine("Anschrift", SECRET_ADDRESS, protected=True),
            ),
        ),
        printed_on=TODAY,
        author="Ayşe Demir",
        stations=stations(),
        household=(
            SummaryMember("Rima Al-Masri / ريما المصري", "Ehefrau"),
            SummaryMember("Adam Al-Masri", "Sohn"),
            SummaryMember("Lina Al-Masri", "Tochter"),
        ),
        residence=(
            SummaryResidence(
                "Aufenthaltserlaubnis, subsidiärer Schutz",
                "§ 25 Abs. 2 Satz 1 Alt. 2 AufenthG",
                PartialDate(2024, 1, 15),
                PartialDate(2027, 1, 14),
                "Ausländerbehörde Herne",
            ),
            SummaryResidence(
                "Aufenthaltsgestattung",
                "§ 55 AsylG",
                PartialDate(2023, 8, 21),
                PartialDate(2024, 1, 14),
                "Ausländerbehörde Herne",
                expired=True,
            ),
            SummaryResidence("Ankunftsnachweis", "§ 63a AsylG", PartialDate(2023, 8), None, "BAMF Außenstelle Bochum"),
        ),
        cases=(
            SummaryCase("Migrationsberatung (MBE)", date(2025, 2, 3), None, "Ayşe Demir"),
            SummaryCase("Erstberatung", date(2023, 9, 4), date(2024, 3, 1), "Jan Kowalski", "Umzug nach Herne"),
        ),
        consultations=tuple(
            SummaryConsultation(
                date(2026, 11 - i, 12),
                ("persönlich", "Telefon")[i % 2],
                (("Arbeitsvertrag", "Lebensunterhalt"), ("Kinderbetreuung während des Kurses",))[i % 2],
                35 - 3 * i,
                "Arabisch mit Sprachmittlung",
                note,
            )
            for i in range(talks)
        ),
        steps=(
            SummaryStep("Verlängerung der Aufenthaltserlaubnis bei der Ausländerbehörde beantragen", date(2026, 12, 4)),
            SummaryStep("Lohnabrechnungen September bis November ablegen", date(2026, 11, 10)),
            SummaryStep("Geburtsurkunde übersetzen lassen"),
        ),
    )
