"""Colleagues: a record and a key slot that come and go together."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

import pytest

from hin_desktop.errors import FieldProblem, Invalid, Message, Refused
from hin_desktop.services import history, users
from hin_desktop.services.open_desk import OpenDesk
from hin_desktop.services.users import UserRow

JONAS = UserRow(login="jonas", display_name="Jonas Beck")
PASSWORD = "ein langer Satz für Jonas"


@dataclass
class Slots:
    """The vault's side; refuses what it is told to."""

    logins: list[str] = field(default_factory=lambda: ["ayse"])
    refusal: Exception | None = None

    def add(self, login: str, password: str) -> None:
        self._go()
        self.logins.append(login)

    def remove(self, login: str) -> None:
        self._go()
        self.logins.remove(login)

    def change_password(self, old: str, new: str) -> None:
        self._go()

    def _go(self) -> None:
        if self.refusal is not None:
            raise self.refusal


WEAK = Invalid(FieldProblem("password", Message("too weak")))


def names(desk: OpenDesk) -> list[tuple[str, bool]]:
    return [(row.login, row.active) for row in users.everybody(desk)]


def test_a_colleague_comes(open_desk: OpenDesk) -> None:
    slots = Slots()
    saved = users.add(open_desk, slots, JONAS, PASSWORD).value
    assert (saved.login, slots.logins) == ("jonas", ["ayse", "jonas"])
    assert names(open_desk) == [("ayse", True), ("jonas", True)]


def test_a_refused_password_leaves_no_record(open_desk: OpenDesk) -> None:
    with pytest.raises(Invalid):
        users.add(open_desk, Slots(refusal=WEAK), JONAS, "kurz")
    assert names(open_desk) == [("ayse", True)]


@pytest.mark.parametrize("login", ["ayse", "AYSE", " ayse "])
def test_a_login_is_taken_once(open_desk: OpenDesk, login: str) -> None:
    slots = Slots()
    with pytest.raises(Invalid) as fault:
        users.add(open_desk, slots, replace(JONAS, login=login), PASSWORD)
    assert (fault.value.problems[0].field, slots.logins) == ("login", ["ayse"])


@pytest.mark.parametrize(("name", "value"), [("login", ""), ("display_name", " "), ("role", "king")])
def test_refused_at_the_field(open_desk: OpenDesk, name: str, value: str) -> None:
    with pytest.raises(Invalid) as fault:
        users.add(open_desk, Slots(), replace(JONAS, **{name: value}), PASSWORD)
    assert [problem.field for problem in fault.value.problems] == [name]


def test_the_login_stays_what_the_slot_says(open_desk: OpenDesk) -> None:
    saved = users.add(open_desk, Slots(), JONAS, PASSWORD).value
    users.change(open_desk, replace(saved, login="other", active=False, display_name="Jonas Beck-Öz"))
    changed = users.everybody(open_desk)[1]
    assert (changed.login, changed.active, changed.display_name) == ("jonas", True, "Jonas Beck-Öz")


def test_whoever_leaves_stays_as_a_name(open_desk: OpenDesk) -> None:
    slots = Slots()
    saved = users.add(open_desk, slots, JONAS, PASSWORD).value
    users.deactivate(open_desk, slots, saved)
    assert (slots.logins, names(open_desk)) == (["ayse"], [("ayse", True), ("jonas", False)])


def test_a_slot_that_stays_keeps_the_colleague(open_desk: OpenDesk) -> None:
    slots = Slots()
    saved = users.add(open_desk, slots, JONAS, PASSWORD).value
    slots.refusal = Refused(Message("the last one"))
    with pytest.raises(Refused):
        users.deactivate(open_desk, slots, saved)
    assert names(open_desk) == [("ayse", True), ("jonas", True)]


def test_nobody_removes_themselves(open_desk: OpenDesk) -> None:
    with pytest.raises(Refused):
        users.deactivate(open_desk, Slots(), users.everybody(open_desk)[0])


def test_who_may_open_the_desk_is_not_undone(open_desk: OpenDesk) -> None:
    slots = Slots()
    saved = users.add(open_desk, slots, JONAS, PASSWORD).value
    with pytest.raises(Refused):
        history.undo(open_desk)
    users.change(open_desk, replace(saved, phone="02323 1"))
    history.undo(open_desk)
    assert users.everybody(open_desk)[1].phone == ""
