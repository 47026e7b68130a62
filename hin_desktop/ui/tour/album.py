"""The pictures of the tour: every view in light and dark, some with large text, at one size."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QSize
from PySide6.QtWidgets import QApplication, QWidget

from hin_desktop.ui.shell.page_stack import PageStack
from hin_desktop.ui.shell.theme import SMALLEST, Mode, Theme
from hin_desktop.ui.tour.block_watch import BlockWatch
from hin_desktop.ui.tour.driver import Until, Walk
from hin_desktop.ui.widgets.tabs import Tabs

SIZE = QSize(1280, 720)
LARGE = 200  # percent
BOTH = (Mode.DARK, Mode.LIGHT)
PICTURES = "pictures"


class Album:
    """Takes pictures of the window on the screen into a folder; `made` are the files so far."""

    def __init__(self, app: QApplication, theme: Theme, quiet: Callable[[], Until], out: Path) -> None:
        self._app, self._theme, self._quiet, self._out = app, theme, quiet, out
        self._numbers: dict[str, int] = {}
        self.modes: Sequence[Mode] = BOTH
        """In which colours pictures are taken; the last ones stay."""
        self._seen: set[QWidget] = set()
        self.watch = BlockWatch(self._built)
        self.made: list[Path] = []

    def photo(self, name: str) -> Walk:
        """The view in light and dark, or in the one of them that is wanted now."""
        number = self._numbers.setdefault(name, len(self._numbers) + 1)
        yield from self._fit()
        for mode in self.modes:
            yield from self._dress(mode)
            self._take(self._out / f"{number:02}-{name}-{mode.value}.png")

    def picture(self, name: str, title: str) -> Walk:
        """A photo that help and README show under `title`, in light."""
        yield from self.photo(name)
        if self._theme.mode is Mode.LIGHT:
            self._take(self._out / PICTURES / f"{title}.png")

    def large(self, name: str) -> Walk:
        """The view with text twice as large, in light."""
        if self._theme.mode is not Mode.LIGHT:
            return
        for percent in (LARGE, SMALLEST):
            self.watch.excuse()
            self._theme.set_text_size(percent)
            yield self._quiet()
            if percent == LARGE:
                self._take(self._out / f"{self._numbers[name]:02}-{name}-{percent}.png")

    def file(self, name: str) -> Path:
        """Where a file beside the pictures is put; one of an earlier tour is taken away."""
        self.made.append(self._out / name)
        self.made[-1].unlink(missing_ok=True)
        return self.made[-1]

    def last_look(self) -> None:
        """What was on the screen when the tour stopped before its end."""
        for at, window in enumerate(each for each in self._app.topLevelWidgets() if each.isVisible()):
            window.grab().save(str(self.file(f"stopped-{at}.png")))

    def _fit(self) -> Walk:
        """Give the window its size and wait until it has painted itself."""
        window = self._window()
        if window.size() != SIZE:
            self.watch.excuse()
            window.resize(SIZE)
            yield self._quiet()

    def _dress(self, mode: Mode) -> Walk:
        if self._theme.mode is not mode:
            self.watch.excuse()
            self._theme.set_mode(mode)
            yield self._quiet()

    def _take(self, file: Path) -> None:
        self.watch.excuse()
        file.parent.mkdir(parents=True, exist_ok=True)
        QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)  # what was just written has its place now
        self._window().grab().save(str(file))
        self.made.append(file)

    def _window(self) -> QWidget:
        window = self._app.activeWindow()
        if window is None:
            raise LookupError("no window to take a picture of")
        return window

    def _built(self) -> int:
        """How many windows, pages and tabs have been on the screen: a new one is built and laid out just now."""
        windows = self._app.topLevelWidgets()
        pages = sum(stack.count() for each in windows for stack in each.findChildren(PageStack))
        self._seen.update(tab for each in windows for tabs in each.findChildren(Tabs) if tabs.isVisible()
                          for tab in tabs.built)
        return len(windows) + pages + len(self._seen)
