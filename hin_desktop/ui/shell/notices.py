"""Small messages about what has just happened, with 'undo'. Everybody speaks to one port; nobody opens a dialog."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from hin_desktop.errors import HinError, Message


class Tone(StrEnum):
    """What a message means; the value is the name of its colour."""

    DONE = "met"
    INFO = "accent"
    CARE = "soon"
    FAULT = "wrong"

    @property
    def icon(self) -> str:
        """The icon that says the same as the colour."""
        return {"met": "circle-check", "accent": "info", "soon": "triangle-alert", "wrong": "circle-alert"}[self.value]


@dataclass(frozen=True, slots=True)
class Notice:
    """One message; `undo` takes back what it tells, and is offered as a button."""

    message: Message
    undo: Callable[[], None] | None = None
    tone: Tone = Tone.DONE
    advice: Message | None = None


class Notices(Protocol):
    """Where every part of the program says something to the counsellor."""

    def say(self, message: Message, undo: Callable[[], None] | None = None, tone: Tone = Tone.DONE) -> None:
        """Show a short message when there is a window to show it."""

    def fault(self, fault: HinError) -> None:
        """Say what went wrong, and what to do now."""


class NoticeQueue:
    """The port of the running program: keeps messages until a window takes them."""

    def __init__(self) -> None:
        self._waiting: list[Notice] = []
        self._show: Callable[[Notice], None] | None = None

    def say(self, message: Message, undo: Callable[[], None] | None = None, tone: Tone = Tone.DONE) -> None:
        """Show a short message now, or as soon as there is a window."""
        self._pass_on(Notice(message, undo, tone))

    def fault(self, fault: HinError) -> None:
        """Say what went wrong, and what to do now."""
        self._pass_on(Notice(fault.message, None, Tone.FAULT, fault.advice))

    def attach(self, show: Callable[[Notice], None]) -> None:
        """From now on `show` gets every message; those that waited come first."""
        self._show = show
        waiting, self._waiting = self._waiting, []
        for notice in waiting:
            show(notice)

    def detach(self) -> None:
        """The window is gone or locked: messages wait again."""
        self._show = None

    def _pass_on(self, notice: Notice) -> None:
        if self._show is None:
            self._waiting.append(notice)
        else:
            self._show(notice)


class NoticeRecorder:
    """The port of the tests: remembers what was said."""

    def __init__(self) -> None:
        self.said: list[Notice] = []

    def say(self, message: Message, undo: Callable[[], None] | None = None, tone: Tone = Tone.DONE) -> None:
        """Remember a message."""
        self.said.append(Notice(message, undo, tone))

    def fault(self, fault: HinError) -> None:
        """Remember a fault."""
        self.said.append(Notice(fault.message, None, Tone.FAULT, fault.advice))
