"""The pages of the window: built when first wanted, kept, told of changes, and the way back through them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget

from hin_desktop.ui.shell.broadcast import Broadcast
from hin_desktop.ui.shell.commands import CommandRegistry
from hin_desktop.ui.shell.page import Page, PageSpec


@dataclass(frozen=True, slots=True)
class Visit:
    """A page and what it was to show."""

    page: str
    target: Mapping[str, object] = field(default_factory=dict)


class PageStack(QStackedWidget):
    """Shows one page. The commands of a page come and go with it."""

    shown = Signal()
    """Another page, or the same with something else."""
    badge = Signal(str, int)
    """How many things wait on the page of this id."""
    retitled = Signal()

    def __init__(self, registry: CommandRegistry) -> None:
        super().__init__()
        self.setObjectName("pages")
        self._registry = registry
        self._specs: dict[str, PageSpec] = {}
        self._built: dict[str, Page] = {}
        self._stale: set[str] = set()
        self._visits: list[Visit] = []
        self._at = -1

    def add(self, specs: Sequence[PageSpec]) -> None:
        """Make pages known; none is built yet."""
        self._specs.update({spec.id: spec for spec in specs})

    @property
    def specs(self) -> tuple[PageSpec, ...]:
        """All known pages."""
        return tuple(self._specs.values())

    @property
    def visit(self) -> Visit | None:
        """What is being shown; None before the first page."""
        return self._visits[self._at] if self._at >= 0 else None

    @property
    def page(self) -> Page | None:
        """The page on the screen, if any."""
        return self._built.get(self.visit.page) if self.visit is not None else None

    def spec(self) -> PageSpec | None:
        """Which page that is."""
        return self._specs[self.visit.page] if self.visit is not None else None

    def go(self, visit: Visit) -> None:
        """Show a page; an id that does not exist raises KeyError."""
        spec = self._specs[visit.page]
        self.leave()
        if visit != self.visit:
            del self._visits[self._at + 1 :]
            self._visits.append(visit)
            self._at += 1
        self._show(spec, visit)

    def can_step(self, by: int) -> bool:
        """Whether there is a page so many steps back (-1) or forward (1)."""
        return 0 <= self._at + by < len(self._visits)

    def step(self, by: int) -> None:
        """Go back (-1) or forward (1)."""
        if self.can_step(by):
            self.leave()
            self._at += by
            visit = self._visits[self._at]
            self._show(self._specs[visit.page], visit)

    def leave(self) -> None:
        """Let the page on the screen keep its drafts."""
        if self.page is not None:
            self.page.leave()

    def refresh(self) -> None:
        """Let the page on the screen look again."""
        if self.page is not None:
            self.page.refresh()

    def receive(self, broadcast: Broadcast) -> None:
        """Tell the pages that care; those out of sight look again when they come up. Nobody hears its own echo."""
        for name, page in self._built.items():
            if page is broadcast.origin or not page.cares(broadcast.changes):
                continue
            if page is self.page:
                page.refresh()
            else:
                self._stale.add(name)

    def clear(self) -> None:
        """Drop every page and the way back; the pages stay known and are built anew when wanted."""
        self._visits.clear()
        self._at = -1
        self._stale.clear()
        built, self._built = self._built, {}
        for page in built.values():
            self._registry.drop(page)
            self.removeWidget(page)
            page.deleteLater()

    def _show(self, spec: PageSpec, visit: Visit) -> None:
        page = self._built.get(spec.id) or self._build(spec)
        page.open(**visit.target)
        if spec.id in self._stale:
            self._stale.discard(spec.id)
            page.refresh()
        self.setCurrentWidget(page)
        self._registry.activate(page)
        focus = page.first_focus() or page
        focus.setFocus()
        self.shown.emit()

    def _build(self, spec: PageSpec) -> Page:
        page = spec.build()
        page.setObjectName(spec.id)
        page.title_changed.connect(self.retitled)
        page.badge_changed.connect(self._pass_badge)
        self._built[spec.id] = page
        self.addWidget(page)
        self._registry.register_all(page.commands(), page)
        return page

    def _pass_badge(self, count: int) -> None:
        self.badge.emit(self.sender().objectName(), count)
