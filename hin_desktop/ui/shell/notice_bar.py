"""The strip at the lower edge that shows one notice after the other. It never takes the focus."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, QTimer, Slot
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QEnterEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from hin_desktop.texts import Texts
from hin_desktop.ui.shell.notices import Notice
from hin_desktop.ui.shell.theme import Theme

SHOWN_FOR = 8000  # milliseconds, longer while it has the focus or the mouse
_WIDEST = 720


class NoticeBar(QFrame):
    """Floats above the lower edge of `host`; a notice leaves by itself, by its button, or for the next one."""

    def __init__(self, host: QWidget, theme: Theme, texts: Texts, shown_for: int = SHOWN_FOR) -> None:
        super().__init__(host)
        self.setObjectName("notice")
        self.setAccessibleName(texts("Notice"))
        self._host, self._theme, self._texts = host, theme, texts
        self._waiting: deque[Notice] = deque()
        self._undo: Callable[[], None] | None = None
        self._icon = QLabel()
        self._text = QLabel(wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        self._text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.undo_button = QPushButton(texts("Undo"))
        self.undo_button.clicked.connect(self._take_back)
        self.close_button = QToolButton()
        self.close_button.setAccessibleName(texts("Close notice"))
        self.close_button.setToolTip(texts("Close notice"))
        self.close_button.clicked.connect(self._next)
        self._arrange()
        self._timer = QTimer(self, interval=shown_for, singleShot=True)
        self._timer.timeout.connect(self._expire)
        host.installEventFilter(self)
        theme.changed.connect(self._place)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._make_way)
        self.hide()

    def _arrange(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(*(self._theme.px(side) for side in (14, 8, 8, 8)))
        row.setSpacing(self._theme.px(12))
        row.addWidget(self._icon)
        row.addWidget(self._text, 1)
        row.addWidget(self.undo_button)
        row.addWidget(self.close_button)
        self._theme.dress(self.close_button, "x", "ground", 16)

    @property
    def text(self) -> str:
        """What is being said; empty when nothing is."""
        return self._text.text() if self.isVisibleTo(self._host) else ""

    def show_notice(self, notice: Notice) -> None:
        """Show it now, or after the one that somebody is just dealing with."""
        if self._in_use():
            self._waiting.append(notice)
        else:
            self._put(notice)

    def clear(self) -> None:
        """Forget everything, shown and waiting: the window is being locked."""
        self._waiting.clear()
        self._next()

    def first_focus(self) -> QWidget:
        """'Undo' where it is offered, else the button that closes."""
        return self.close_button if self._undo is None else self.undo_button

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay at the lower edge when the window changes its size."""
        if event.type() == QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)

    def leaveEvent(self, event: QEvent) -> None:
        """Once the mouse has left, the time starts again."""
        self._timer.start()
        super().leaveEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Nothing vanishes under the mouse."""
        self._timer.stop()
        super().enterEvent(event)

    def _put(self, notice: Notice) -> None:
        said = self._texts(notice.message)
        if notice.advice is not None:
            said = f"{said} {self._texts(notice.advice)}"
        self._text.setText(said)
        self._undo = notice.undo
        self.undo_button.setVisible(notice.undo is not None)
        self._theme.dress(self._icon, notice.tone.icon, "ground")
        self.show()
        self._place()
        self._timer.start()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, said))

    def _place(self) -> None:
        """At the lower edge; at the upper one where it would lie on what is being typed into."""
        room = self._host.width() - 2 * self._theme.px(24)
        width = min(room, self._theme.px(_WIDEST), max(self.sizeHint().width(), self._theme.px(320)))
        height = max(self.heightForWidth(width), self.minimumSizeHint().height())
        left = (self._host.width() - width) // 2
        self.resize(width, height)
        lower = QRect(left, self._host.height() - height - self._theme.px(20), width, height)
        self.move(QPoint(left, self._theme.px(72)) if self._covers_typing(lower) else lower.topLeft())
        self.raise_()

    @Slot(QWidget, QWidget)
    def _make_way(self, _left: QWidget | None, _entered: QWidget | None) -> None:
        if self.isVisible():
            self._place()

    def _covers_typing(self, area: QRect) -> bool:
        focus = QApplication.focusWidget()
        if focus is None or not self._host.isAncestorOf(focus) or self.isAncestorOf(focus):
            return False
        place = QRect(focus.mapTo(self._host, QPoint(0, 0)), focus.size())
        return focus.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled) and place.intersects(area)

    def _in_use(self) -> bool:
        focus = self.focusWidget() if self.isVisible() else None
        return self.isVisible() and (self.underMouse() or (focus is not None and focus.hasFocus()))

    def _expire(self) -> None:
        if self._in_use():
            self._timer.start()
        else:
            self._next()

    def _next(self) -> None:
        self._timer.stop()
        self._undo = None
        self.hide()
        self._text.clear()
        if self._waiting:
            self._put(self._waiting.popleft())

    def _take_back(self) -> None:
        undo = self._undo
        self._next()
        if undo is not None:
            undo()
