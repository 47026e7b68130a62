"""The menu of the window and its shortcuts, made from the command registry whenever that changes."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint, QTimer
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from hin_desktop.texts import Texts
from hin_desktop.ui.shell.commands import Command, CommandRegistry, Group
from hin_desktop.ui.shell.theme import Theme


class Menus(QObject):
    """One menu with a part for each group; the window listens to the shortcuts of what applies here."""

    def __init__(self, window: QWidget, button: QWidget, registry: CommandRegistry, theme: Theme, texts: Texts) -> None:
        super().__init__(window)
        self._window, self._registry, self._theme, self._texts = window, registry, theme, texts
        self._button = button
        self._actions: dict[str, QAction] = {}
        self._active = True
        self._shown: tuple[Command, ...] | None = None
        self.menu = QMenu(window)
        self.menu.aboutToShow.connect(self._look)
        self.menu.aboutToHide.connect(self._enable_soon)
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self.rebuild)
        registry.changed.connect(self._later.start)
        theme.changed.connect(self._renew)
        self.rebuild()

    def rebuild(self) -> None:
        """Read the registry again; where the same applies as before, everything stays."""
        here = self._registry.here() if self._active else ()
        if here == self._shown:
            return
        self._shown = here
        for action in self._actions.values():
            self._window.removeAction(action)
            action.deleteLater()
        self._actions = {command.id: self._action(command) for command in here}
        self._window.addActions(list(self._actions.values()))
        for part in self.menu.findChildren(QMenu):
            part.deleteLater()
        self.menu.clear()
        for group in Group:
            inside = [self._actions[command.id] for command in here if command.group is group]
            if inside:
                part = self.menu.addMenu(self._texts(group.label))
                part.addActions(inside)

    def _renew(self) -> None:
        """The icons have other colours or sizes."""
        self._shown = None
        self._later.start()

    def set_active(self, active: bool) -> None:
        """While the window is blank no command can be started."""
        self._active = active
        self.rebuild()

    def popup(self) -> None:
        """Open the menu below its button."""
        corner = self._button.mapToGlobal(QPoint(self._button.width(), self._button.height()))
        self.menu.popup(corner - QPoint(self.menu.sizeHint().width(), 0))
        actions = self.menu.actions()
        if actions:
            self.menu.setActiveAction(actions[0])

    def _action(self, command: Command) -> QAction:
        action = QAction(self._texts(command.title), self)
        if command.icon:
            action.setIcon(self._theme.icons.icon(command.icon, "muted", self._theme.px(16)))
        if command.shortcut:
            action.setShortcut(QKeySequence(command.shortcut))
        action.setObjectName(command.id)
        action.triggered.connect(self._run)
        return action

    def _run(self) -> None:
        self._registry.run(self.sender().objectName())

    def _look(self) -> None:
        for name, action in self._actions.items():
            action.setEnabled(self._registry.is_enabled(name))

    def _enable_soon(self) -> None:
        """Once the menu is closed, all shortcuts live: whether a command can be done is asked when it starts."""
        self._later.start()
