"""Settings as rows: which keys stand together, and what each may be. The rows themselves derive from the specs."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from hin_desktop.errors import HinError
from hin_desktop.services import settings
from hin_desktop.services.catalogues import choices
from hin_desktop.services.done import Done
from hin_desktop.services.settings import BY_KEY, SettingSpec
from hin_desktop.ui.settings.setting_row import SettingRow, SizeRow
from hin_desktop.ui.settings.work_card import WorkCard
from hin_desktop.ui.shell.workplace import Workplace
from hin_desktop.ui.widgets.form_spec import Choice

Apply = Callable[[str, str | int], None]


class SwitchesCard(WorkCard):
    """A few settings. `apply` lets each take effect at once, whoever changed it."""

    def __init__(self, place: Workplace, title: str, keys: Sequence[str], apply: Apply) -> None:
        super().__init__(place, title)
        self._apply = apply
        self._stored: dict[str, str | int] = {}
        self.rows = {key: self._row(BY_KEY[key]) for key in keys}
        self.body.setSpacing(place.kit.theme.px(14))
        for row in self.rows.values():
            row.changed.connect(self._changed)
            self.body.addWidget(row)

    def show_values(self, values: Mapping[str, str | int]) -> None:
        """Show what is stored; what differs from before takes effect (an undo, a colleague)."""
        for key, row in self.rows.items():
            row.show_value(values[key])
            if key in self._stored and self._stored[key] != values[key]:
                self._apply(key, values[key])
            self._stored[key] = values[key]

    def flush(self) -> None:
        """Save what was typed a moment ago."""
        for row in self.rows.values():
            row.flush()

    def _row(self, spec: SettingSpec) -> SettingRow:
        if spec.key == "text_size":
            return SizeRow(self.kit, spec)
        return SettingRow(self.kit, spec, self._choices(spec))

    def _choices(self, spec: SettingSpec) -> Sequence[Choice]:
        if spec.catalogue:
            desk, texts = self.place.desk, self.kit.texts
            offered = choices(desk.catalogues.named(spec.catalogue), self.place.language, desk.today())
            return [Choice(code, texts.inclusive(words)) for code, words in offered]
        return [Choice(value, words) for value, words in spec.choices]

    def _changed(self, key: str, value: str | int) -> None:
        act = partial(settings.change, self.place.desk, key, value)
        self.save(act, partial(self._done, key), partial(self._failed, key))

    def _done(self, key: str, done: Done[str | int]) -> None:
        self._stored[key] = done.value
        self._apply(key, done.value)

    def _failed(self, key: str, fault: HinError) -> None:
        self.rows[key].refuse(fault)
