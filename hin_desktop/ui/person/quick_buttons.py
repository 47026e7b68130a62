"""Small buttons under a field of a form that put a usual answer into it, and fields that come with an answer."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from hin_desktop.domain.date_input import read_date
from hin_desktop.errors import Message
from hin_desktop.ui.widgets.check_box import CheckEditor
from hin_desktop.ui.widgets.choice_field import ChoiceField
from hin_desktop.ui.widgets.flow_layout import FlowLayout
from hin_desktop.ui.widgets.form import Form
from hin_desktop.ui.widgets.kit import Kit
from hin_desktop.ui.widgets.parts import Button

_AFTER_EDITOR = 2


def add_value_buttons(kit: Kit, form: Form, field: str, answers: Sequence[int]) -> None:
    """Numbers to choose from."""
    _add(kit, form, field, [(str(answer), partial(form.set_value, field, answer)) for answer in answers])


def add_answer_buttons(
    kit: Kit, form: Form, field: str, answers: Sequence[tuple[Message, Mapping[str, object]]]
) -> None:
    """Usual answers that fill several fields at once; the buttons stand under one of them."""
    _add(kit, form, field, [(kit.say(words), partial(_put_all, form, values)) for words, values in answers])


def add_later_buttons(kit: Kit, form: Form, field: str, spans: Sequence[tuple[str, Message]]) -> None:
    """Days that lie so far ahead of today, as they would be typed ('+2w')."""
    _add(kit, form, field, [(kit.say(words), partial(_put_day, kit, form, field, typed)) for typed, words in spans])


def follow_ticks(form: Form, tick: str, note: str) -> None:
    """Show the field `note` + x only while the box `tick` + x is ticked; before values are put into the form."""
    for name, cell in form.cells.items():
        follower = form.cells.get(note + name.removeprefix(tick)) if name.startswith(tick) else None
        if follower is not None and isinstance(cell.editor, CheckEditor):
            cell.editor.box.toggled.connect(follower.setVisible)
            follower.hide()


def follow_choice(form: Form, chooser: str, followers: Sequence[str], fits: Callable[[object], bool]) -> None:
    """Show the `followers` only while the answer of `chooser` fits; before values are put into the form."""
    editor = form.cells[chooser].editor

    def show() -> None:
        for name in followers:
            form.cells[name].setVisible(fits(editor.value()))

    if isinstance(editor, ChoiceField):
        editor.box.line().textChanged.connect(show)
    show()


def _put_all(form: Form, values: Mapping[str, object]) -> None:
    for name, value in values.items():
        form.set_value(name, value)


def _put_day(kit: Kit, form: Form, field: str, typed: str) -> None:
    form.set_value(field, read_date(typed, kit.today()).exact)


def _add(kit: Kit, form: Form, field: str, answers: Sequence[tuple[str, Callable[[], None]]]) -> None:
    cell = form.cells[field]
    holder = QWidget()
    line = FlowLayout(kit.theme.px(4))
    holder.setLayout(line)
    policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    policy.setHeightForWidth(True)
    holder.setSizePolicy(policy)
    column = cell.layout()
    if isinstance(column, QVBoxLayout):
        column.insertWidget(_AFTER_EDITOR, holder)
    before = cell.editor.input()
    for words, put in answers:
        button = Button(kit, words, "", "chip")
        button.setAccessibleName(f"{kit.say(cell.editor.spec.label)}: {words}")
        button.clicked.connect(put)
        line.addWidget(button)
        QWidget.setTabOrder(before, button)
        before = button
