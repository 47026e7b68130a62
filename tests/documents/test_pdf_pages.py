"""Pages as pictures."""

from __future__ import annotations

import pytest

from hin_desktop.documents.case_summary import render_case_summary
from hin_desktop.documents.case_summary_data import SummaryChoice
from hin_desktop.documents.pdf_pages import UnreadablePdf, extract_text, page_sizes, render_page
from hin_desktop.texts import Texts
from tests.documents.people import summary


@pytest.fixture(scope="module")
def pdf() -> bytes:
    return render_case_summary(summary(), SummaryChoice(), Texts("en"))


def test_pages_are_a4(pdf: bytes) -> None:
    sizes = page_sizes(pdf)
    assert len(sizes) == len(extract_text(pdf)) == 2
    assert (sizes[0].width, sizes[0].height) == pytest.approx((595.28, 841.89), abs=0.1)


def test_a_page_is_rendered_on_white_with_ink_on_it(pdf: bytes) -> None:
    picture = render_page(pdf, 0, 0.5)
    assert (picture.width, picture.height) == (298, 421)
    assert len(picture.pixels) == picture.stride * picture.height
    assert picture.pixels[:3] == b"\xff\xff\xff"
    assert b"\x7f\x6b\x0b" in picture.pixels  # the accent, blue first


def test_past_the_end(pdf: bytes) -> None:
    with pytest.raises(IndexError):
        render_page(pdf, 2, 1.0)


@pytest.mark.parametrize("data", [b"", b"no pdf", b"%PDF-1.4\ngarbage"])
def test_what_is_no_pdf_is_refused_in_words(data: bytes) -> None:
    with pytest.raises(UnreadablePdf):
        page_sizes(data)
