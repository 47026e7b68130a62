"""Shows a help page: text and pictures from memory, never from a file or the net."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, QUrl, Slot
from PySide6.QtGui import QImage, QResizeEvent, QTextBlockFormat, QTextCursor, QTextDocument, QTextTable
from PySide6.QtWidgets import QFrame, QTextBrowser

from hin_desktop.ui.help.library import HelpText
from hin_desktop.ui.widgets.kit import Kit

LINE_HEIGHT, BELOW = 140, 8  # percent; pixels below a paragraph
WIDEST = 760  # pixels of a picture at normal text size


class HelpTextView(QTextBrowser):
    """Reads like a page of a book: no frame, room between the lines."""

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self._text: HelpText | None = None
        self.setOpenLinks(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(kit.texts("Help text"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # a scroll bar that comes and goes would change the width again and again
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self._follow_width)
        kit.theme.changed.connect(self._dress)
        self._dress()

    def show_text(self, text: HelpText) -> None:
        """Show another page from its beginning."""
        self._text = text
        self._lay_out()
        self.verticalScrollBar().setValue(0)

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """The pictures of the page, scaled to its width; nothing else is ever loaded."""
        known = self._text.pictures.get(QUrl(name).fileName()) if self._text is not None else None
        if known is None or kind != QTextDocument.ResourceType.ImageResource.value:
            return None
        width = min(self.viewport().width() - self._kit.theme.px(40), self._kit.theme.px(WIDEST))
        return QImage.fromData(known).scaledToWidth(max(width, 1), Qt.TransformationMode.SmoothTransformation)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Pictures follow the width, once the layout that may have caused this is done: it must not be cleared away."""
        super().resizeEvent(event)
        if self._text is not None and self._text.pictures and event.size().width() != event.oldSize().width():
            self._later.start()

    @Slot()
    def _follow_width(self) -> None:
        place = self.verticalScrollBar().value()
        self._lay_out()
        self.verticalScrollBar().setValue(place)

    def _lay_out(self) -> None:
        if self._text is None:
            return
        self.document().clear()
        self.setMarkdown(self._text.markdown)
        self._breathe()
        self.document().setDocumentMargin(self._kit.theme.px(16))
        for frame in self.document().rootFrame().childFrames():
            if isinstance(frame, QTextTable):
                self._calm(frame)

    def _breathe(self) -> None:
        """Room between the lines of the text and below each paragraph."""
        block = self.document().begin()
        while block.isValid():
            air = QTextBlockFormat()
            if not block.blockFormat().headingLevel():
                air.setLineHeight(LINE_HEIGHT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
            air.setBottomMargin(self._kit.theme.px(BELOW))
            QTextCursor(block).mergeBlockFormat(air)
            block = block.next()

    def _calm(self, table: QTextTable) -> None:
        """A table without a grid: the lines stand close enough to be read across."""
        look = table.format()
        look.setBorder(0)
        look.setCellSpacing(0)
        look.setCellPadding(self._kit.theme.px(4))
        look.setBottomMargin(self._kit.theme.px(BELOW))
        table.setFormat(look)
        close = QTextBlockFormat()
        close.setBottomMargin(0)
        close.setRightMargin(self._kit.theme.px(16))
        for row in range(table.rows()):
            for column in range(table.columns()):
                table.cellAt(row, column).firstCursorPosition().mergeBlockFormat(close)

    @Slot()
    def _dress(self) -> None:
        t, px = self._kit.theme.tokens, self._kit.theme.px
        self.setStyleSheet(
            f"QTextBrowser {{ background: {t.surface}; border: 2px solid transparent; border-radius: {px(10)}px; "
            f"padding: 0; margin: 0; }} QTextBrowser:focus {{ border-color: {t.accent}; }}"
        )
        self._lay_out()
