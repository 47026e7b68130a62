"""One setting as a line of the page: made from its spec, it tells when it has another value."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QSlider, QVBoxLayout, QWidget

from hin_desktop.errors import HinError, Invalid
from hin_desktop.services.settings import SettingSpec
from hin_desktop.ui.shell.fonts import text_font
from hin_desktop.ui.shell.stylesheet import TEXT
from hin_desktop.ui.widgets.form import FieldCell
from hin_desktop.ui.widgets.form_spec import Choice, FieldKind, FieldSpec
from hin_desktop.ui.widgets.kit import Kit
from hin_desktop.ui.widgets.parts import label

PAUSE = 500  # milliseconds without a key until a typed value is taken
SIZE_STEP = 10  # percent


class SettingRow(QWidget):
    """A field of the form builder that is saved by itself. `changed(key, value)` comes for values that can be saved."""

    changed = Signal(str, object)

    def __init__(self, kit: Kit, spec: SettingSpec, choices: Sequence[Choice]) -> None:
        super().__init__()
        self.spec = spec
        self._shown: str | int | None = None
        self._timer = QTimer(self, interval=PAUSE, singleShot=True)
        self._timer.timeout.connect(self.flush)
        self.cell = FieldCell(_field(spec, choices), kit, alone=True)
        self.cell.label.setText(kit.say(spec.label))  # every setting has a value: no star for "required"
        self.cell.editor.changed.connect(self._timer.start)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.cell)

    def show_value(self, value: str | int) -> None:
        """Show the stored value, unless another one is being typed."""
        if not self._timer.isActive():
            self._shown = value
            self.cell.editor.set_value(value)

    def flush(self) -> None:
        """Take what was typed, if it can be saved and is new."""
        self._timer.stop()
        problem, value = self.cell.editor.problem(), self.cell.editor.value()
        self.cell.show_problem(problem)
        if problem is None and isinstance(value, str | int) and value != self._shown:
            self._shown = value
            self.changed.emit(self.spec.key, value)

    def refuse(self, fault: HinError) -> None:
        """It could not be saved: say so at the field."""
        self._shown = None
        message = fault.problems[0].message if isinstance(fault, Invalid) and fault.problems else fault.message
        self.cell.show_problem(message)


def _field(spec: SettingSpec, choices: Sequence[Choice]) -> FieldSpec:
    low, high = spec.bounds or (None, None)
    kind = FieldKind.CHOICE if choices else FieldKind.NUMBER if isinstance(spec.default, int) else FieldKind.TEXT
    return FieldSpec(
        spec.key, spec.label, kind, help=spec.help, choices=choices, required=True, minimum=low, maximum=high
    )


class SizeRow(SettingRow):
    """The text size as a slider; a line of text shows how it will be while it is moved."""

    def __init__(self, kit: Kit, spec: SettingSpec) -> None:
        super().__init__(kit, spec, ())
        self.cell.editor.hide()
        low, high = spec.bounds or (100, 100)
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setRange(low // SIZE_STEP, high // SIZE_STEP)
        self.slider.setPageStep(SIZE_STEP // 2)
        self.slider.setAccessibleName(kit.say(spec.label))
        self._percent = label("", tone="muted")
        self._sample = label(kit.texts("This is how large the text will be."))
        self._kit = kit
        line = QHBoxLayout()
        line.addWidget(self.slider, 1)
        line.addWidget(self._percent)
        column = self.layout()
        if isinstance(column, QVBoxLayout):
            column.addLayout(line)
            column.addWidget(self._sample)
        self._sample.hide()
        self.slider.valueChanged.connect(self._moved)
        kit.theme.changed.connect(self._dress)
        self._dress()

    def show_value(self, value: str | int) -> None:
        """Put the slider where the stored value is."""
        super().show_value(value)
        self.slider.blockSignals(True)
        self.slider.setValue(int(value) // SIZE_STEP)
        self.slider.blockSignals(False)
        self._percent.setText(f"{value} %")
        self._sample.hide()

    def _dress(self) -> None:
        t, px = self._kit.theme.tokens, self._kit.theme.px
        side, bar = px(16), px(4)
        self.slider.setStyleSheet(f"""
QSlider {{ min-height: {side + px(6)}px; }}
QSlider::groove:horizontal {{ height: {bar}px; background: {t.hairline}; border-radius: {bar // 2}px; }}
QSlider::sub-page:horizontal {{ background: {t.accent}; border-radius: {bar // 2}px; }}
QSlider::handle:horizontal {{ width: {side}px; height: {side}px; margin: {-(side - bar) // 2 - 2}px 0;
  border-radius: {side // 2 + 2}px; background: {t.accent}; border: 2px solid {t.surface}; }}
QSlider::handle:horizontal:focus {{ border-color: {t.text}; }}
""")

    def _moved(self, tenths: int) -> None:
        percent = tenths * SIZE_STEP
        self._percent.setText(f"{percent} %")
        self._sample.setFont(text_font(TEXT * percent / 100))
        self._sample.setVisible(percent != self._shown)
        self.cell.editor.set_value(percent)
        self._timer.start()
