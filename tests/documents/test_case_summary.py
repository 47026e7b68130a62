"""The case summary, read back from the PDF."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from hin_desktop.documents.case_summary import render_case_summary
from hin_desktop.documents.case_summary_data import CaseSummary, PrivacyLaw, SummaryChoice, SummaryPerson
from hin_desktop.documents.letterhead import Letterhead
from hin_desktop.documents.pdf_pages import extract_text, page_sizes
from hin_desktop.texts import Texts
from tests.documents.people import NOTE, SECRET_ADDRESS, TODAY, summary
from tests.documents.reading import boxes, embedded_fonts, flat, metadata, place, words

TEXTS = Texts("en")
ALL_OFF = SummaryChoice(
    contact=False, household=False, residence=False, path=False, cases=False, consultations=0, steps=False
)


def rendered(data: CaseSummary | None = None, choice: SummaryChoice | None = None) -> bytes:
    return render_case_summary(data or summary(), choice or SummaryChoice(), TEXTS)


def test_everything_asked_for_is_there() -> None:
    text = flat(rendered())
    for part in (
        "AWO Kreisverband Herne e. V.",
        "HIN-2025-0142",
        "05/1992",
        "Rima Al-Masri",
        "Ehefrau",
        "§ 25 Abs. 2 Satz 1 Alt. 2 AufenthG",
        "15 Jan 2024 – 14 Jan 2027",
        "expired",
        "Sprache & Kurs",
        "Umzug nach Herne",
        "35 minutes",
        "Geburtsurkunde übersetzen lassen",
        "overdue",
        "Ayşe Demir",
    ):
        assert part in text


def test_names_print_in_their_own_script() -> None:
    assert {"Yusuf", "Al-Masri", "يوسف", "المصري"} <= words(rendered())
    for name in ("Олена Коваленко", "መሓረት ተስፋይ", "Łukasz Đorđević-Yıldırım"):
        assert set(name.split()) <= words(rendered(summary(name=name)))


def test_a_protected_address_is_nowhere() -> None:
    pdf = rendered(choice=SummaryChoice(notes=True))
    assert not {"Verborgenweg", "Geheimstadt", *SECRET_ADDRESS.split()} & words(pdf)
    assert "Anschrift" not in words(pdf)


def test_notes_only_when_chosen() -> None:
    assert NOTE[:40] not in flat(rendered())
    assert NOTE[:40] in flat(rendered(choice=SummaryChoice(notes=True)))


def test_what_is_not_chosen_stays_away() -> None:
    text = flat(rendered(choice=ALL_OFF))
    assert "Yusuf Al-Masri" in text
    for part in ("0151", "Ehefrau", "Aufenthaltserlaubnis", "Sprache & Kurs", "Umzug", "Arbeitsvertrag", "overdue"):
        assert part not in text


def test_only_as_many_consultations_as_chosen() -> None:
    text = flat(rendered(choice=SummaryChoice(consultations=2)))
    assert "12 Oct 2026" in text
    assert "12 Sep 2026" not in text


@pytest.mark.parametrize(
    ("law", "norm"), [("dsgvo", "BDSG"), ("kdg", "KDG"), ("dsg_ekd", "DSG-EKD"), ("dsg_nrw", "SGB X")]
)
def test_the_note_names_the_privacy_law(law: str, norm: str) -> None:
    text = flat(rendered(replace(summary(), privacy_law=PrivacyLaw(law))))
    assert "§ 203 StGB" in text
    assert norm in text


def test_each_page_says_which_of_how_many() -> None:
    pages = extract_text(rendered(choice=SummaryChoice(notes=True)))
    assert len(pages) > 1
    for number, text in enumerate(pages, 1):
        assert f"Page {number} of {len(pages)}" in text
        assert "Confidential · duty of secrecy under § 203 StGB" in text
    assert all("Yusuf Al-Masri" in text and "HIN-2025-0142" in text for text in pages)


def test_a_section_over_two_pages_repeats_its_title() -> None:
    pages = extract_text(rendered(summary(note=NOTE * 4), SummaryChoice(notes=True)))
    assert any("Last consultations" in text and "continued" in text for text in pages[1:])


def test_nothing_outside_the_margins() -> None:
    for data in (summary(), summary(name="Łukasz Đorđević-Yıldırım " * 40, note="a" * 9_999)):
        for _, left, bottom, right, top in boxes(rendered(data, SummaryChoice(notes=True))):
            assert left >= 24.5
            assert right <= 190.5
            assert bottom >= 14
            assert top <= 283


def test_the_layout_stands_where_it_should() -> None:
    pdf = rendered()
    assert place(pdf, "AWO") == pytest.approx((25.3, 17), abs=1.5)
    assert place(pdf, "Person")[0] == pytest.approx(25.3, abs=0.5)
    assert place(pdf, "Confidential · duty")[1] == pytest.approx(279.5, abs=2)


def test_dates_are_flush_right() -> None:
    pdf = rendered(choice=SummaryChoice(path=False))
    rights = [right for page, _, _, right, _ in boxes(pdf) if page == 0]
    assert sum(right > 189.3 for right in rights) >= 6


def test_a_note_of_ten_thousand_letters_loses_no_word() -> None:
    note = " ".join(f"w{number}x" for number in range(1500))[:10_000]
    pdf = rendered(summary(note=note, talks=1), SummaryChoice(notes=True))
    assert set(note.split()) <= words(pdf)
    assert len(page_sizes(pdf)) >= 3


def test_fonts_are_embedded_and_the_document_says_what_it_is() -> None:
    pdf = rendered()
    fonts = embedded_fonts(pdf)
    assert all(fonts.values())
    assert any("NotoSansArabic" in name for name in fonts)
    assert b"/Lang (en-GB)" in pdf
    about = metadata(pdf)
    assert (about["Title"], about["Author"]) == ("Case summary", "AWO Kreisverband Herne e. V.")
    assert about["CreationDate"] == "D:20261123000000"


def test_the_same_data_give_the_same_bytes() -> None:
    assert rendered() == rendered()


def test_a_person_of_whom_nothing_is_known() -> None:
    data = CaseSummary(Letterhead(""), SummaryPerson(""), TODAY, "")
    assert "Name not known" in flat(rendered(data))


@pytest.mark.parametrize(
    "name", ["' OR 1=1 --", "<b>Ali</b> & <br/>", "Zoë 😀\u200b\u202eVeli", "\x00\x07Ali", "א" * 300]
)
def test_names_are_never_markup_and_never_break_the_page(name: str) -> None:
    visible = re.sub(r"[^a-zA-Z<>&=]+", " ", name).split()
    text = flat(rendered(summary(name=name)))
    assert all(part in text for part in visible if part != "Veli")


def test_a_broken_logo_is_left_out() -> None:
    data = replace(summary(), letterhead=Letterhead("AWO", (), b"\x89PNG no picture"))
    assert "AWO" in words(rendered(data))
