"""Text in its own script: order, wrapping, extraction."""

from __future__ import annotations

from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reportlab.pdfgen.canvas import Canvas

from hin_desktop.documents.directions import levels, visual_order
from hin_desktop.documents.fonts import Fonts, Weight
from hin_desktop.documents.script_text import Align, TextBlock, TextStyle
from tests.documents.reading import boxes, words

PLAIN = TextStyle(12, 16)
FONTS = Fonts()


def printed(text: str, style: TextStyle = PLAIN, width: float = 400) -> bytes:
    target = BytesIO()
    canvas = Canvas(target, pageCompression=0)
    block = TextBlock(text, style, FONTS)
    block.wrap(width, 800)
    block.drawOn(canvas, 50, 400)
    canvas.save()
    return target.getvalue()


@pytest.mark.parametrize(
    "name", ["Yusuf Al-Masri", "يوسف المصري", "Олена Коваленко", "መሓረት ተስፋይ", "Łukasz Đorđević-Yıldırım", "Ṣāliḥ Ğül"]
)
@pytest.mark.parametrize("weight", Weight)
def test_names_are_found_word_by_word_in_the_pdf(name: str, weight: Weight) -> None:
    assert set(name.split()) <= words(printed(name, TextStyle(12, 16, weight)))


def test_arabic_runs_from_right_to_left() -> None:
    starts = [left for _, left, *_ in boxes(printed("يوسف المصري"))]
    first_word, second_word = max(starts), min(starts)
    assert first_word > second_word
    assert levels("يوسف (12)") == [1, 1, 1, 1, 1, 1, 2, 2, 1]


def test_latin_inside_arabic_keeps_its_order() -> None:
    assert visual_order("ABC 12", [1, 1, 1, 1, 2, 2]) == list("12 CBA")


def test_letters_join_in_arabic() -> None:
    face = FONTS.family(Weight.REGULAR).faces[1]
    together = sum(piece.advance for piece in face.shape("سس", True))
    assert together != pytest.approx(2 * sum(piece.advance for piece in face.shape("س", True)))


def test_what_no_font_has_becomes_a_box_that_copies_as_itself() -> None:
    assert "😀" in "".join(words(printed("Ali 😀 Veli")))
    assert FONTS.unprintable(["Ali 😀", "中 Олена", "a\u200bb\u00a0"]) == "😀中"


def test_zero_width_characters_leave_no_trace() -> None:
    assert "Yusuf" in words(printed("Yu\u200bs\u2060u\ufefff"))


def test_an_arabic_paragraph_stands_on_the_right() -> None:
    block = TextBlock("السلام\nHallo", TextStyle(12, 16, align=Align.START), FONTS)
    block.wrap(400, 800)
    assert [line.right_to_left for line in block.lines] == [True, False]


def test_dates_and_numbers_never_break() -> None:
    block = TextBlock("12-34-56 Al-Masri", PLAIN, FONTS)
    block.wrap(50, 800)
    assert ["".join(word.text for word in line.words) for line in block.lines] == ["12-34-56", "Al-Masri"]


def test_most_lines_shortens_with_an_ellipsis() -> None:
    block = TextBlock("Wort " * 200, PLAIN, FONTS, most_lines=2)
    _, height = block.wrap(200, 800)
    assert height == 32
    assert block.lines[-1].words[-1].text == "…"
    assert block.lines[-1].width * 12 <= 200


def test_splitting_leaves_no_single_line() -> None:
    block = TextBlock("Wort " * 60, PLAIN, FONTS)
    block.wrap(200, 800)
    count = len(block.lines)
    before, after = block.split(200, 16 * (count - 1))
    assert isinstance(before, TextBlock)
    assert isinstance(after, TextBlock)
    assert (len(before.lines), len(after.lines)) == (count - 2, 2)
    assert block.split(200, 16) == []


@given(st.text(max_size=80))
@settings(max_examples=60, deadline=None)
def test_any_text_prints_within_its_width(text: str) -> None:
    block = TextBlock(text, PLAIN, FONTS)
    block.wrap(60, 800)
    assert all(line.width * 12 <= 60.01 or len(line.words) == 1 for line in block.lines)
    assert printed(text, width=60).startswith(b"%PDF")


@given(st.text(alphabet="aب1 ()-،", max_size=40))
@settings(max_examples=60, deadline=None)
def test_reordering_loses_nothing(text: str) -> None:
    assert sorted(visual_order(text, levels(text))) == sorted(text)


def test_ten_thousand_letters_without_a_space_are_broken() -> None:
    block = TextBlock("س" * 5000 + "x" * 5000, PLAIN, FONTS)
    block.wrap(400, 800)
    assert all(line.width * 12 <= 400.01 for line in block.lines)
