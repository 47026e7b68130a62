"""The A4 page that every document shares: frames, running header, confidential footer, page numbers, metadata."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from io import BytesIO

from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageTemplate

from hin_desktop.documents.fonts import Fonts, Weight
from hin_desktop.documents.letterhead import Letterhead
from hin_desktop.documents.letterhead_painter import draw_letterhead
from hin_desktop.documents.palette import HAIRLINE, MUTED
from hin_desktop.documents.script_text import Align, TextBlock, TextStyle
from hin_desktop.texts import Texts

PAGE_WIDTH, PAGE_HEIGHT = A4
LEFT = 25 * mm
WIDTH = PAGE_WIDTH - LEFT - 20 * mm
TOP = PAGE_HEIGHT - 15 * mm
LATER_TOP = PAGE_HEIGHT - 27 * mm
BOTTOM = 25 * mm
HEAD_DISTANCE = 12 * mm
FOOT_DISTANCE = 5 * mm
NUMBER_WIDTH = 30 * mm
_SMALL = TextStyle(8, 11, colour=MUTED)
_SMALL_RIGHT = TextStyle(8, 11, colour=MUTED, align=Align.RIGHT)
_SMALL_STRONG = TextStyle(8, 11, Weight.STRONG)


@dataclass(frozen=True, slots=True)
class PageInfo:
    """What stands around the content. `running_left`/`running_right` head the pages after the first."""

    title: str
    author: str
    printed_on: date
    footer: str
    running_left: str = ""
    running_right: str = ""


class NumberedCanvas(Canvas):
    """A canvas on which 'page 1 of 3' is known only at the end: each page refers to a form drawn when saving."""

    def __init__(self, target: BytesIO, info: PageInfo, texts: Texts, fonts: Fonts) -> None:
        language = {"de": "de-DE", "en": "en-GB"}.get(texts.language, texts.language)
        font = fonts.family(Weight.REGULAR).main.fontName
        super().__init__(
            target,
            pagesize=A4,
            lang=language,
            invariant=1,
            pageCompression=1,
            initialFontName=font,  # type: ignore[arg-type]  # the stubs say float; ReportLab wants the name
        )
        self.setDateFormatter(lambda *_now: f"D:{info.printed_on:%Y%m%d}000000")
        self._texts = texts
        self._fonts = fonts

    def draw_number(self) -> None:
        """Leave the place for this page's number at the lower right."""
        self.doForm(f"number{self.getPageNumber()}")

    def save(self) -> None:
        """Draw the page numbers, now that the number of pages is known, and finish."""
        pages = self.getPageNumber() - 1
        for page in range(1, pages + 1):
            self.beginForm(f"number{page}")
            text = self._texts("Page {page} of {pages}", page=page, pages=pages)
            draw_block(
                self, TextBlock(text, _SMALL_RIGHT, self._fonts), LEFT + WIDTH - NUMBER_WIDTH, 15 * mm, NUMBER_WIDTH
            )
            self.endForm()
        super().save()


def draw_block(canvas: Canvas, block: TextBlock, x: float, y: float, width: float) -> float:
    """Draw a text with its lower edge at y; returns its height."""
    _, height = block.wrap(width, PAGE_HEIGHT)
    block.drawOn(canvas, x, y)
    return height


def hairline(canvas: Canvas, x: float, y: float, width: float) -> None:
    """A fine line that divides without weighing."""
    canvas.setStrokeColor(HAIRLINE)
    canvas.setLineWidth(0.6)
    canvas.line(x, y, x + width, y)


def build_pdf(
    story: list[Flowable], head: Letterhead, foot: Flowable, info: PageInfo, texts: Texts, fonts: Fonts
) -> bytes:
    """Lay the story out on as many pages as it needs; `head` stands above it and `foot` below it on the first."""
    target = BytesIO()
    top, bottom = first_page(head, foot, fonts)
    document = BaseDocTemplate(
        target, pagesize=A4, title=info.title, author=info.author, subject=info.title, creator="HIN Desktop"
    )
    first, later = _frame(top, bottom), _frame(LATER_TOP, BOTTOM)
    document.addPageTemplates(
        [
            PageTemplate(
                "first", [first], _head_drawer(head, fonts), _foot_drawer(foot, info, fonts), autoNextPageTemplate=1
            ),
            PageTemplate("later", [later], _running_drawer(info, fonts), _foot_drawer(None, info, fonts)),
        ]
    )
    document.build(story, canvasmaker=lambda *_args, **_options: NumberedCanvas(target, info, texts, fonts))
    return target.getvalue()


def first_page(head: Letterhead, foot: Flowable, fonts: Fonts) -> tuple[float, float]:
    """Upper and lower edge of what stands between head and foot on the first page, in points from below."""
    top = draw_letterhead(Canvas(BytesIO()), head, fonts, LEFT, TOP, WIDTH) - HEAD_DISTANCE
    return top, BOTTOM + foot.wrap(WIDTH, PAGE_HEIGHT)[1] + FOOT_DISTANCE


def _frame(top: float, bottom: float) -> Frame:
    return Frame(LEFT, bottom, WIDTH, top - bottom, leftPadding=0, rightPadding=0, topPadding=0, bottomPadding=0)


OnPage = Callable[[Canvas, BaseDocTemplate], None]


def _head_drawer(head: Letterhead, fonts: Fonts) -> OnPage:
    def draw(canvas: Canvas, _document: BaseDocTemplate) -> None:
        below = draw_letterhead(canvas, head, fonts, LEFT, TOP, WIDTH)
        hairline(canvas, LEFT, below - 4 * mm, WIDTH)

    return draw


def _running_drawer(info: PageInfo, fonts: Fonts) -> OnPage:
    def draw(canvas: Canvas, _document: BaseDocTemplate) -> None:
        y = PAGE_HEIGHT - 18 * mm
        draw_block(canvas, TextBlock(info.running_left, _SMALL_STRONG, fonts, most_lines=1), LEFT, y, WIDTH * 0.5)
        right = TextBlock(info.running_right, _SMALL_RIGHT, fonts, most_lines=1)
        draw_block(canvas, right, LEFT + WIDTH * 0.5, y, WIDTH * 0.5)

    return draw


def _foot_drawer(foot: Flowable | None, info: PageInfo, fonts: Fonts) -> OnPage:
    """Drawn when the page is full, so that a screen reader comes to it last."""

    def draw(canvas: Canvas, _document: BaseDocTemplate) -> None:
        if foot is not None:
            foot.wrapOn(canvas, WIDTH, PAGE_HEIGHT)
            foot.drawOn(canvas, LEFT, BOTTOM)
        hairline(canvas, LEFT, 21 * mm, WIDTH)
        block = TextBlock(info.footer, _SMALL, fonts, most_lines=1)
        draw_block(canvas, block, LEFT, 15 * mm, WIDTH - NUMBER_WIDTH - 5 * mm)
        if isinstance(canvas, NumberedCanvas):
            canvas.draw_number()

    return draw
