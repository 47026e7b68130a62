"""'Ihr Weg zur Einbürgerung', read back: one page, plain words, nothing that harms."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import product

import pytest

from hin_desktop.documents.naturalisation_path import render_path_sheet
from hin_desktop.documents.naturalisation_words import headline, path_items
from hin_desktop.documents.pdf_pages import page_sizes
from hin_desktop.domain.findings import Status
from hin_desktop.domain.naturalisation.requirement import DELICATE, ORDER
from hin_desktop.domain.partial_date import PartialDate
from hin_desktop.texts import Texts
from tests.documents.assessed import NEVER, ON, assessed, sheet
from tests.documents.reading import boxes, embedded_fonts, flat, metadata, place, words

GERMAN, ENGLISH = Texts("de"), Texts("en")
LONG = "Łukasz Đorđević-Yıldırım " * 40
DELICATE_FACTS = {
    "fines_day_rates": (120, 90), "suspended_months": (8,), "hate_motive": True, "pending_investigation": True,
    "naturalisation_withdrawn_on": PartialDate(2023, 5, 2), "statuses": {"EXCL_11": Status.NOT_MET}}  # fmt: skip
WAYS = (
    {},
    {"spouse_german": True, "married_on": PartialDate(2025, 2, 1)},
    {"parent_eligible_on": PartialDate(2026), "birthdate": PartialDate(2012, 5, 1)},
    {"stateless_since_birth": True, "born_in_germany": True, "birthdate": PartialDate(2010, 5, 1)},
)


def test_what_is_there_what_is_missing_and_from_when() -> None:
    found = assessed(german="B1", sgb2_topup=True)
    text = flat(render_path_sheet(sheet(found), GERMAN))
    for part in (
        "Ihr Weg zur Einbürgerung", "HIN-2025-0142", "Stand 23.11.2026", "Aufenthaltszeit erfüllt ab 14.03.2029",
        "Das haben Sie schon Aufenthaltstitel", "Das fehlt noch Aufenthaltszeit", "Sie brauchen 5 Jahre.",
        "Sie brauchen Einkommen ohne Geld vom Jobcenter", "Das ist noch offen Einbürgerungstest", "17 richtige",
        "Unterlage Nummer 8", "Unverbindliche Berechnung, maßgeblich ist die Entscheidung der Behörde.",
        "Ihre Beratung: Ayşe Demir · 02323 000-00 · mbe@example.org",
    ):  # fmt: skip
        assert part in text
    assert {"يوسف", "المصري"} <= words(render_path_sheet(sheet(found), GERMAN))


def test_a_script_without_a_font_is_no_row_of_boxes() -> None:
    found = words(render_path_sheet(sheet(assessed(), "Priya Nair", "പ്രിയ നായർ"), GERMAN))
    assert "Priya" in found
    assert "നായർ" not in found


def test_in_english_too() -> None:
    text = flat(render_path_sheet(sheet(assessed()), ENGLISH))
    assert "Residence time met from 14 Mar 2029" in text
    assert "What is still open" in text


@pytest.mark.parametrize("texts", [GERMAN, ENGLISH])
@pytest.mark.parametrize("way", WAYS)
def test_nothing_delicate_even_when_it_is_recorded(way: dict[str, object], texts: Texts) -> None:
    pdf = render_path_sheet(sheet(assessed(**way, **DELICATE_FACTS)), texts)
    assert NEVER.findall(flat(pdf)) == []
    assert NEVER.findall(" ".join(metadata(pdf).values())) == []


def test_a_bar_does_not_even_hide_the_date() -> None:
    """A date that is missing would tell as much as a word."""
    clean, barred = assessed(), assessed(naturalisation_withdrawn_on=PartialDate(2023))
    assert headline(clean.proposed, ON) == headline(barred.proposed, ON)
    assert flat(render_path_sheet(sheet(clean), GERMAN)) == flat(render_path_sheet(sheet(barred), GERMAN))


@pytest.mark.parametrize(("way", "status"), list(product(WAYS, Status)))
def test_every_requirement_has_plain_words_in_every_state(way: dict[str, object], status: Status) -> None:
    path = assessed(**way, statuses=dict.fromkeys(ORDER, status)).proposed
    assert path is not None
    items = path_items(path, ON)
    assert len(items) >= len([each for each in path.findings if each.requirement not in DELICATE]) - 1
    for texts in (GERMAN, ENGLISH):
        for item in items:
            assert texts(item.name)
            assert texts(item.text)
            assert "{" not in texts(item.text)


@pytest.mark.parametrize("status", [*Status, None])
@pytest.mark.parametrize("papers", [0, 1, 7, 200])
@pytest.mark.parametrize("name", ["Li Wu", LONG])
def test_it_is_always_one_page(status: Status | None, papers: int, name: str) -> None:
    decided = dict.fromkeys(ORDER, status) if status is not None else {}
    data = sheet(assessed(spouse_german=True, statuses=decided), name, name, papers)
    high = replace(data.letterhead, lines=("Straße", "Ort", "Telefon", "E-Mail", "Seite") * 4)
    for each in (data, replace(data, letterhead=high, contact=(LONG, LONG))):
        pdf = render_path_sheet(each, GERMAN)
        assert len(page_sizes(pdf)) == 1
        for _, left, bottom, right, top in boxes(pdf):
            assert left >= 24.5
            assert right <= 190.5
            assert bottom >= 14
            assert top <= 283


def test_items_before_papers_and_the_most_important_papers_first() -> None:
    text = flat(render_path_sheet(sheet(assessed(), papers=200), GERMAN))
    assert "Das erklären Sie bei der Behörde." in text
    assert "Unterlage Nummer 6 " in text
    assert "Unterlage Nummer 99" not in text
    assert "weitere Unterlagen: Fragen Sie uns." in text


def test_the_picture_comes_where_there_is_room() -> None:
    assert "Sprache & Kurs" not in flat(render_path_sheet(sheet(assessed(), papers=30), GERMAN))
    assert "Sprache & Kurs" in flat(render_path_sheet(sheet(assessed(), papers=2), GERMAN))


@pytest.mark.parametrize(
    ("code", "since", "label", "sentence"),
    [
        ("AE_25_2_FL", date(2020, 1, 1), "Aufenthaltszeit erfüllt Seit dem 01.01.2025.", "Unten sehen Sie"),
        ("AE_24", date(2022, 3, 10), "Aufenthaltszeit erfüllt ab 10.03.2027", "einen anderen Aufenthaltstitel"),
        ("DU_60A", date(2022, 3, 10), "Aufenthaltszeit noch offen", "Wir können heute kein Datum nennen."),
        ("", date(2022, 3, 10), "Aufenthaltszeit noch offen", "Wir kennen Ihren Aufenthaltstitel noch nicht."),
        ("DEU", date(2022, 3, 10), "Sie sind deutsch", "keinen Antrag auf Einbürgerung"),
    ],
)
def test_the_answer_never_promises(code: str, since: date, label: str, sentence: str) -> None:
    text = flat(render_path_sheet(sheet(assessed(code, PartialDate.of(since))), GERMAN))
    assert label in text
    assert sentence in text
    assert "Einbürgerung ab" not in text


def test_the_layout_stands_where_it_should() -> None:
    pdf = render_path_sheet(sheet(assessed()), GERMAN)
    assert place(pdf, "AWO") == pytest.approx((25.3, 17), abs=1.5)
    assert place(pdf, "Aufenthaltszeit erfüllt")[0] == pytest.approx(29.5, abs=0.7)
    lefts = [place(pdf, title)[0] for title in ("Das haben Sie", "Das fehlt noch", "Das ist noch offen", "Diese Unter")]
    assert lefts == pytest.approx([25.3] * 4, abs=0.5)
    assert place(pdf, "Lebensunterhalt")[0] == pytest.approx(66.5, abs=0.7)
    assert place(pdf, "Unverbindliche Berechnung")[1] == pytest.approx(252, abs=6)


def test_fonts_are_embedded_and_the_document_says_what_it_is() -> None:
    pdf = render_path_sheet(sheet(assessed()), GERMAN)
    assert all(embedded_fonts(pdf).values())
    assert b"/Lang (de-DE)" in pdf
    about = metadata(pdf)
    assert (about["Title"], about["Author"]) == ("Ihr Weg zur Einbürgerung", "AWO Kreisverband Herne e. V.")
    assert about["CreationDate"] == "D:20261123000000"
    assert render_path_sheet(sheet(assessed()), GERMAN) == pdf
