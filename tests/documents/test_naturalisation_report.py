"""The legal assessment for the counsellor, read back: every rule, and of what is delicate three words."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import pytest

from hin_desktop.documents.case_summary_data import SummaryPerson
from hin_desktop.documents.naturalisation_data import LegalReport
from hin_desktop.documents.naturalisation_report import render_report
from hin_desktop.documents.pdf_pages import extract_text
from hin_desktop.domain import answers
from hin_desktop.domain.answers import LegalCard
from hin_desktop.domain.facts import Discussed
from hin_desktop.domain.naturalisation.assessment import Assessment
from hin_desktop.domain.partial_date import PartialDate
from hin_desktop.errors import Message
from hin_desktop.texts import Texts
from tests.documents.assessed import HEAD, ON, assessed
from tests.documents.reading import boxes, embedded_fonts, flat, metadata, place

ENGLISH = Texts("en")


def report(found: Assessment, **more: object) -> LegalReport:
    paths = LegalCard("naturalisation", Message("Naturalisation"), tuple(answers.naturalisation(found)),
                      Message("German already."))  # fmt: skip
    person = SummaryPerson("Yusuf Al-Masri", "يوسف المصري", "HIN-2025-0142")
    made = LegalReport(letterhead=HEAD, person=person, printed_on=ON, on=ON, author="Ayşe Demir", cards=(paths,))
    return replace(made, **more)


def printed(found: Assessment, texts: Texts = ENGLISH, **more: object) -> str:
    return flat(render_report(report(found, **more), texts))


def test_every_finding_with_its_rule() -> None:
    text = printed(assessed(german="A2", sgb2_topup=True))
    for part in (
        "Legal assessment", "Law of 23 Nov 2026. Non-binding", "Residence met from 14 Mar 2029", "from 14 Mar 2029",
        "Residence of five years", "§ 10 Abs. 1 S. 1 StAG · version of 27 Jun 2024 · verified", "not met",
        "Less than B1 is proved.", "Facts used: benefits under SGB II", "Missing: The declaration", "Next step: ",
        "met today since 14 Mar 2024", "§ 35a StAG", "to be checked", "By discretion (§ 8 StAG)",
    ):  # fmt: skip
        assert part in text


def test_what_was_said_of_the_first_path_is_only_named_for_the_next() -> None:
    text = printed(assessed())
    assert text.count("What counts is the day of the authority's decision.") == 1
    assert "As above: Eligible residence title, Livelihood" in text


@pytest.mark.parametrize(
    ("facts", "word"),
    [
        ({"fines_day_rates": (120, 90)}, "Anwalt oder Anwältin"),
        ({"suspended_months": (8,), "remitted": False}, "Anwalt oder Anwältin"),
        ({"discussed": {"CRIM": Discussed.DISCUSSED}}, "besprochen"),
        ({"pending_investigation": True}, "offen"),
    ],
)
def test_of_what_is_delicate_one_word(facts: dict[str, object], word: str) -> None:
    text = printed(assessed(**facts), Texts("de"))
    (beside,) = re.findall(r"Verurteilungen (?:§.*?(?:geprüft|zu prüfen) )+(.*?) Ausschlussgründe §", text)
    assert beside == word
    assert not re.search(r"Tagess|210|Bewährung|Verfahren|erlassen", text)


def test_a_bar_tells_no_day() -> None:
    text = printed(assessed(naturalisation_withdrawn_on=PartialDate(2023, 5, 2)), Texts("de"))
    assert re.search("Sperre nach Täuschung § 35a StAG · [^§]*Anwalt oder Anwältin", text)
    assert "2033" not in text


def test_remarks_stand_first() -> None:
    text = printed(assessed(), remarks=(Message("A title begins before the birth."),))
    assert text.index("A title begins before the birth.") < text.index("Claim after five years")


def test_a_question_without_an_answer_says_so() -> None:
    assert "German already." in printed(assessed("DEU"))


def test_pages_are_numbered_and_headed() -> None:
    pages = extract_text(render_report(report(assessed()), ENGLISH))
    assert len(pages) > 1
    for number, text in enumerate(pages, 1):
        assert f"Page {number} of {len(pages)}" in text
        assert "HIN-2025-0142" in text
    assert "continued" in pages[1]


@pytest.mark.parametrize("length", [1, 5, 9])
def test_no_page_breaks_on_long_titles_and_nothing_leaves_the_margins(length: int) -> None:
    name = Message("{n}", n="Niederlassungserlaubnis für Fachkräfte " * length)
    found = report(assessed())
    card = replace(found.cards[0], answers=tuple(replace(each, name=name) for each in found.cards[0].answers))
    pdf = render_report(replace(found, cards=(card,) * 4), ENGLISH)
    for _, left, bottom, right, top in boxes(pdf):
        assert left >= 24.5
        assert right <= 190.5
        assert bottom >= 14
        assert top <= 283


def test_a_section_goes_on_only_on_another_page() -> None:
    pages = extract_text(render_report(report(assessed(), cards=report(assessed()).cards * 5), ENGLISH))
    assert all(text.count("continued") <= 1 for text in pages)


def test_the_layout_stands_where_it_should() -> None:
    pdf = render_report(report(assessed()), ENGLISH)
    assert place(pdf, "Naturalisation")[0] == pytest.approx(25.3, abs=0.5)
    assert place(pdf, "Residence met from")[0] == pytest.approx(60.5, abs=0.7)
    assert place(pdf, "Residence of five")[0] == pytest.approx(66.5, abs=0.7)
    rights = [right for page, _, _, right, _ in boxes(pdf) if page == 0]
    assert sum(right > 189.3 for right in rights) >= 4


def test_fonts_language_and_metadata() -> None:
    pdf = render_report(report(assessed()), Texts("de"))
    assert all(embedded_fonts(pdf).values())
    assert b"/Lang (de-DE)" in pdf
    assert (metadata(pdf)["Title"], metadata(pdf)["CreationDate"]) == ("Rechtliche Einschätzung", "D:20261123000000")
    assert date(2026, 11, 23) == ON
