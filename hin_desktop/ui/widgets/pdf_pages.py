"""The pages of a PDF below each other, with zoom and page keys.

The pages are pictures that somebody else renders (one thread of its own, far from the GUI); this widget asks only for
those in view.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import StrEnum
from typing import Protocol

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QImage, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QWidget
from shiboken6 import isValid

from hin_desktop.ui.widgets.kit import Kit

STEPS = (0.25, 0.33, 0.5, 0.67, 0.75, 0.9, 1.0, 1.25, 1.5, 2.0, 3.0, 4.0)
SCREEN_DPI, POINTS_PER_INCH = 96, 72
_KEPT = 12  # rendered pages in memory


class PageImage(Protocol):
    """A rendered page: 32-bit pixels in the order blue, green, red, unused; `stride` bytes a line."""

    @property
    def width(self) -> int:
        """Pixels a line."""

    @property
    def height(self) -> int:
        """Lines."""

    @property
    def stride(self) -> int:
        """Bytes a line."""

    @property
    def pixels(self) -> bytes:
        """The lines from the top."""


class PdfPages(Protocol):
    """An open PDF."""

    @property
    def sizes(self) -> Sequence[tuple[float, float]]:
        """Width and height of each page in points (1/72 inch)."""

    def render(self, index: int, scale: float, deliver: Callable[[PageImage], None]) -> None:
        """Render a page with `scale` pixels a point in the background; `deliver` is called on the GUI thread."""


class Fit(StrEnum):
    """What the zoom follows when the window is resized."""

    WIDTH = "width"
    PAGE = "page"
    FREE = "free"


def as_image(page: PageImage) -> QImage:
    """The picture as Qt paints it; owns its pixels."""
    return QImage(page.pixels, page.width, page.height, page.stride, QImage.Format.Format_RGB32).copy()


class PageCanvas(QWidget):
    """All pages on one long sheet; asks for the pictures of those it has to paint."""

    def __init__(self, kit: Kit, sizes: Sequence[tuple[float, float]], ask: Callable[[int], None]) -> None:
        super().__init__()
        self._kit = kit
        self._sizes = tuple(sizes)
        self._ask = ask
        self.zoom = 1.0
        self.images: dict[int, QImage] = {}

    def set_zoom(self, zoom: float, room: QSize) -> None:
        """Scale all pages; pictures of the old size are stretched until new ones come."""
        self.zoom = zoom
        self.fill(room)
        self.update()

    def fill(self, room: QSize) -> None:
        """Be as large as the pages, and at least as large as the place they are shown in."""
        self.resize(self.sizeHint().expandedTo(room))

    def page_rect(self, index: int) -> QRect:
        """Where a page lies."""
        gap = self._kit.theme.px(14)
        top = gap + sum(self._size(before).height() + gap for before in range(index))
        size = self._size(index)
        return QRect(QPoint(max(gap, (self.width() - size.width()) // 2), top), size)

    def sizeHint(self) -> QSize:
        """The widest page, and all heights."""
        gap = self._kit.theme.px(14)
        sizes = [self._size(index) for index in range(len(self._sizes))]
        width = max((size.width() for size in sizes), default=0) + 2 * gap
        return QSize(width, sum(size.height() + gap for size in sizes) + gap)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The pages in view, white until their picture is there."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        for index in range(len(self._sizes)):
            rect = self.page_rect(index)
            if not rect.intersects(event.rect()):
                continue
            painter.fillRect(rect, Qt.GlobalColor.white)
            if index in self.images:
                painter.drawImage(rect, self.images[index])
            painter.setPen(QPen(self._kit.theme.color("hairline"), 1))
            painter.drawRect(rect.adjusted(0, 0, -1, -1))
            self._ask(index)

    def _size(self, index: int) -> QSize:
        width, height = self._sizes[index]
        scale = self.zoom * SCREEN_DPI / POINTS_PER_INCH
        return QSize(round(width * scale), round(height * scale))


class PdfPagesView(QScrollArea):
    """The scrolled pages. Page keys turn pages, + and - zoom, 0 fits the width, 9 the whole page."""

    page_changed = Signal(int)
    zoom_changed = Signal(float)

    def __init__(self, kit: Kit, pages: PdfPages) -> None:
        super().__init__()
        self._kit = kit
        self._pages = pages
        self._fit = Fit.WIDTH
        self._asked: dict[int, float] = {}
        self.setProperty("role", "preview")
        self.setAccessibleName(kit.texts("Preview"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.canvas = PageCanvas(kit, pages.sizes, self._ask)
        self.setWidget(self.canvas)
        self.verticalScrollBar().valueChanged.connect(self._scrolled)

    @property
    def page(self) -> int:
        """The page in view (from 0): the one that crosses the middle."""
        middle = self.verticalScrollBar().value() + self.viewport().height() // 2
        tops = [self.canvas.page_rect(index).top() for index in range(len(self._pages.sizes))]
        return max(0, sum(top <= middle for top in tops) - 1)

    def go_to(self, page: int) -> None:
        """Bring the top of a page into view."""
        page = max(0, min(page, len(self._pages.sizes) - 1))
        self.verticalScrollBar().setValue(self.canvas.page_rect(page).top() - self._kit.theme.px(14))

    def fit(self, how: Fit) -> None:
        """Follow the width or the whole page."""
        self._fit = how
        self._refit()

    def step(self, direction: int) -> None:
        """One step larger (1) or smaller (-1)."""
        now = self.canvas.zoom
        larger = [zoom for zoom in STEPS if zoom > now + 0.01]
        smaller = [zoom for zoom in STEPS if zoom < now - 0.01]
        self._fit = Fit.FREE
        self._set_zoom((larger or STEPS[-1:])[0] if direction > 0 else (smaller or STEPS[:1])[-1])

    def take_over(self, other: PdfPagesView) -> None:
        """Show the same place in the same size as another view did."""
        self._fit = other._fit
        self._set_zoom(other.canvas.zoom)
        self.verticalScrollBar().setMaximum(other.verticalScrollBar().maximum())
        self.verticalScrollBar().setValue(other.verticalScrollBar().value())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep what the zoom follows."""
        super().resizeEvent(event)
        self._refit()
        self.canvas.fill(self.viewport().size())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Pages and zoom; the arrows scroll."""
        match event.key():
            case Qt.Key.Key_PageDown:
                self.go_to(self.page + 1)
            case Qt.Key.Key_PageUp:
                self.go_to(self.page - 1)
            case Qt.Key.Key_Home:
                self.go_to(0)
            case Qt.Key.Key_End:
                self.go_to(len(self._pages.sizes))
            case Qt.Key.Key_Plus | Qt.Key.Key_Equal:
                self.step(1)
            case Qt.Key.Key_Minus:
                self.step(-1)
            case Qt.Key.Key_0:
                self.fit(Fit.WIDTH)
            case Qt.Key.Key_9:
                self.fit(Fit.PAGE)
            case _:
                super().keyPressEvent(event)

    def _refit(self) -> None:
        if self._fit is Fit.FREE or not self._pages.sizes:
            return
        width = max(width for width, _ in self._pages.sizes)
        height = max(height for _, height in self._pages.sizes)
        gap = 2 * self._kit.theme.px(14)
        bar = self.verticalScrollBar().sizeHint().width()
        inch = POINTS_PER_INCH / SCREEN_DPI
        zoom = (self.contentsRect().width() - bar - gap - 2) / width * inch
        if self._fit is Fit.PAGE:
            zoom = min(zoom, (self.contentsRect().height() - gap - 2) / height * inch)
        self._set_zoom(min(max(zoom, STEPS[0]), STEPS[-1]))

    def _set_zoom(self, zoom: float) -> None:
        if abs(zoom - self.canvas.zoom) < 0.001:
            return
        share = self.verticalScrollBar().value() / max(1, self.canvas.sizeHint().height())
        self.canvas.set_zoom(zoom, self.viewport().size())
        self.verticalScrollBar().setValue(round(share * self.canvas.sizeHint().height()))
        self.zoom_changed.emit(zoom)

    def _ask(self, index: int) -> None:
        """Ask for a page in the present size, once."""
        scale = self.canvas.zoom * SCREEN_DPI / POINTS_PER_INCH * self.devicePixelRatio()
        if self._asked.get(index) == scale:
            return
        self._asked[index] = scale
        self._pages.render(index, scale, lambda picture: self._take(index, scale, picture))

    def _take(self, index: int, scale: float, picture: PageImage) -> None:
        if not isValid(self) or self._asked.get(index) != scale:
            return
        self.canvas.images[index] = as_image(picture)
        while len(self.canvas.images) > _KEPT:
            far = max(self.canvas.images, key=lambda other: abs(other - self.page))
            del self.canvas.images[far], self._asked[far]
        self.canvas.update()

    @Slot()
    def _scrolled(self) -> None:
        self.page_changed.emit(self.page)
