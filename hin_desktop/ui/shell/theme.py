"""How the window looks: Fusion, a palette and one stylesheet from the tokens; light or dark, 100 to 200 % text."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QObject, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget

from hin_desktop.ui.shell.fonts import load_fonts, text_font
from hin_desktop.ui.shell.icons import Icons, densities
from hin_desktop.ui.shell.stylesheet import TEXT, stylesheet
from hin_desktop.ui.shell.tokens import DARK, LIGHT, Tokens
from hin_desktop.ui.widgets import style as widget_style

FUSION = ("-style", "fusion")
SMALLEST, LARGEST = 100, 200  # text size in percent


class Mode(StrEnum):
    """Which colours: always light, always dark, or as the system has it."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Theme(QObject):
    """Dresses the application and tells painted widgets (`changed`) when its colours or sizes are new.

    Reads the first window's fonts in the constructor and each of its few icons once. The style itself is chosen with
    `FUSION` among the application's arguments: setting it later makes PySide6 build all names of QStyle, 20 ms.
    """

    changed = Signal()
    scaled = Signal()
    """Everything has another size."""

    def __init__(self, app: QApplication, mode: Mode = Mode.SYSTEM, text_size: int = SMALLEST) -> None:
        super().__init__()
        self._app = app
        self._mode = mode
        self._factor = _factor(text_size)
        self.tokens: Tokens = LIGHT
        self._applied: tuple[Tokens, float, tuple[int, ...]] | None = None
        load_fonts()
        self.icons = Icons(LIGHT)
        app.styleHints().colorSchemeChanged.connect(self._follow_system)
        app.screenAdded.connect(self._apply)  # it may be denser than those before
        self._apply()

    @property
    def mode(self) -> Mode:
        """What was chosen, not what the system makes of it."""
        return self._mode

    @property
    def factor(self) -> float:
        """The text size: 1.0 to 2.0."""
        return self._factor

    def set_mode(self, mode: Mode) -> None:
        """Switch to light, dark, or whatever the system has, at once."""
        self._mode = mode
        self._apply()

    def set_text_size(self, percent: int) -> None:
        """Scale all texts and sizes; held within 100 to 200 percent."""
        self._factor = _factor(percent)
        self._apply()

    def px(self, length: float) -> int:
        """A length of the sketches in pixels of this text size."""
        return round(length * self._factor)

    def color(self, role: str) -> QColor:
        """The colour of a token, for painters."""
        return QColor(self.tokens.color(role))

    def dress(self, widget: QAbstractButton | QLabel, icon: str, role: str = "text", size: int = 18) -> None:
        """Give a button or label an icon that follows every change of the theme, as long as the widget lives."""
        _Dress(self, widget, icon, role, size)

    def _follow_system(self, _scheme: Qt.ColorScheme) -> None:
        if self._mode is Mode.SYSTEM:
            self._apply()

    @Slot()
    def _apply(self) -> None:
        """Dress everything, unless it would look the same: that alone takes as long as building a page."""
        self.tokens = DARK if self._is_dark() else LIGHT
        wanted = (self.tokens, self._factor, densities())
        if wanted == self._applied:
            return
        grown = self._applied is not None and self._applied[1] != self._factor
        self._applied = wanted
        self.icons = self.icons.recoloured(self.tokens)
        self._app.setFont(text_font(TEXT * self._factor))
        self._app.setPalette(_palette(self.tokens))
        own = stylesheet(self.tokens, self._factor)
        self._app.setStyleSheet(own + widget_style.stylesheet(self.tokens, self.px))
        self.changed.emit()
        if grown:
            self.scaled.emit()

    def _is_dark(self) -> bool:
        if self._mode is Mode.SYSTEM:
            return self._app.styleHints().colorScheme() == Qt.ColorScheme.Dark
        return self._mode is Mode.DARK


class _Dress(QObject):
    """Belongs to the widget and dies with it; a new one takes the place of the old."""

    def __init__(self, theme: Theme, widget: QAbstractButton | QLabel, icon: str, role: str, size: int) -> None:
        for old in widget.findChildren(_Dress, options=Qt.FindChildOption.FindDirectChildrenOnly):
            old.setParent(None)
            old.deleteLater()
        super().__init__(widget)
        self._theme, self._widget = theme, widget
        self._look = (icon, role, size)
        theme.changed.connect(self._paint)
        self._paint()

    def _paint(self) -> None:
        name, role, size = self._look
        scaled = self._theme.px(size)
        if isinstance(self._widget, QLabel):
            density = self._widget.devicePixelRatioF()
            self._widget.setPixmap(self._theme.icons.pixmap(name, role, scaled, density))
        else:
            icon = self._theme.icons.icon(name, role, scaled)
            self._widget.setIcon(icon)
            self._widget.setIconSize(QSize(scaled, scaled))


def mark(widget: QWidget, name: str, value: str | bool) -> None:
    """Set a property that the stylesheet looks at, and let the widget take its new look at once."""
    if widget.property(name) == value:
        return
    widget.setProperty(name, value)
    widget.style().unpolish(widget)
    widget.style().polish(widget)


def _factor(percent: int) -> float:
    return min(max(percent, SMALLEST), LARGEST) / 100


def _palette(t: Tokens) -> QPalette:
    palette = QPalette()
    roles = QPalette.ColorRole
    for role, color in (
        (roles.Window, t.ground),
        (roles.WindowText, t.text),
        (roles.Base, t.surface),
        (roles.AlternateBase, t.ground),
        (roles.Text, t.text),
        (roles.Button, t.surface),
        (roles.ButtonText, t.text),
        (roles.BrightText, t.wrong),
        (roles.ToolTipBase, t.text),
        (roles.ToolTipText, t.ground),
        (roles.PlaceholderText, t.muted),
        (roles.Highlight, t.accent),
        (roles.HighlightedText, t.on_accent),
        (roles.Link, t.accent),
        (roles.LinkVisited, t.accent),
        (roles.Accent, t.accent),
    ):
        palette.setColor(role, QColor(color))
    for role in (roles.WindowText, roles.Text, roles.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(t.idle))
    return palette
