"""A form inside a card, with its draft: whatever is typed survives a crash and a lock."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hin_desktop.errors import HinError, Message
from hin_desktop.services import drafts
from hin_desktop.services.done import Done
from hin_desktop.services.drafts import DraftKey
from hin_desktop.ui.shell.notices import Tone
from hin_desktop.ui.shell.workplace import Workplace
from hin_desktop.ui.widgets.cards import strip
from hin_desktop.ui.widgets.form_panel import FormPanel
from hin_desktop.ui.widgets.form_spec import FormSpec

DRAFT_AFTER = 1000  # milliseconds without a key until a draft is kept
Save = Callable[[Mapping[str, object], FormPanel], None]


class KeptForm(QWidget):
    """Empty until `edit`. `save` gets values and panel; the owner calls `close_form` or `show_error` afterwards."""

    closed = Signal()

    def __init__(self, place: Workplace) -> None:
        super().__init__()
        self._place = place
        self.panel: FormPanel | None = None
        self._key: DraftKey | None = None
        self._timer = QTimer(self, interval=DRAFT_AFTER, singleShot=True)
        self._timer.timeout.connect(self.keep)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.hide()

    def edit(
        self,
        title: Message,
        spec: FormSpec,
        save: Save,
        values: Mapping[str, object],
        key: DraftKey | None = None,
        save_words: Message | None = None,
    ) -> FormPanel:
        """Show a form. With `key`, what is typed is kept as a draft, and one left from before is brought back."""
        self.close_form()
        panel = FormPanel(self._place.kit, title, spec, save=save_words)
        strip(panel)
        self.panel, self._key = panel, key
        self._column.addWidget(panel)
        panel.saved.connect(lambda typed: save(typed, panel))
        panel.cancelled.connect(self._cancelled)
        panel.edited.connect(self._timer.start)
        self.show()
        panel.begin(values)
        if key is not None:
            find = partial(_find, self._place, key)
            self._place.background.query("draft", lambda _: find(), partial(self._bring_back, panel), self)
        return panel

    def keep(self) -> None:
        """Keep at once what is not saved yet."""
        waiting, key = self._timer.isActive() or self.sender() is self._timer, self._key
        self._timer.stop()
        if self.panel is not None and key is not None and waiting and self.panel.form.dirty:
            act = partial(drafts.keep, self._place.desk, key, self.panel.form.draft())
            self._write(act)

    def close_form(self, *, drop: bool = False) -> None:
        """Take the form away; with `drop` its draft goes too, because it was saved."""
        self._timer.stop()
        if drop and self._key is not None:
            self._write(partial(drafts.drop, self._place.desk, self._key))
        if self.panel is not None:
            self._column.removeWidget(self.panel)
            self.panel.hide()
            self.panel.deleteLater()
        self.panel, self._key = None, None
        self.hide()
        self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc in a form with typed text: the text becomes a draft, the form goes."""
        if event.key() == Qt.Key.Key_Escape and self.panel is not None:
            self._cancelled(None, self.panel.form.dirty)
        else:
            super().keyPressEvent(event)

    def _bring_back(self, panel: FormPanel, draft: Mapping[str, object] | None) -> None:
        if draft is not None and panel is self.panel and not panel.form.dirty:
            panel.form.restore(draft)
            self._place.notices.say(Message("What you had typed is back."), self._discard, Tone.INFO)

    def _discard(self) -> None:
        self.close_form(drop=True)

    def _cancelled(self, _values: object, dirty: bool) -> None:
        if dirty and self._key is not None and self.panel is not None:
            self._write(partial(drafts.keep, self._place.desk, self._key, self.panel.form.draft()))
            self._place.notices.say(Message("What you typed is kept as a draft."), tone=Tone.INFO)
        self.close_form()

    def _write(self, act: Callable[[], None]) -> None:
        self._place.background.command(partial(_done, act), None, self._place.notices.fault, self)

    def show_error(self, panel: FormPanel, fault: HinError) -> None:
        """It was not saved: say it at the field, or as a notice when the form is gone."""
        if panel is self.panel:
            panel.show_error(fault)
        else:
            self._place.notices.fault(fault)


def _find(place: Workplace, key: DraftKey) -> Mapping[str, object] | None:
    return next((row.payload for row in drafts.mine(place.desk) if row.key == key), None)


def _done(act: Callable[[], None]) -> Done[None]:
    act()
    return Done(None, (), Message("Draft kept"), None)
