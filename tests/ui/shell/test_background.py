"""Order, supersession, errors where they belong, and nothing left behind."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event, get_ident

import pytest
from PySide6.QtCore import QObject, QThread
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from hin_desktop.errors import Cancelled, Gone, HinError, Message
from hin_desktop.ui.shell.background import Background, Broadcast, Busy, Calling
from hin_desktop.ui.shell.bug_report import BugReport
from hin_desktop.ui.shell.interruption import Interruption, Progress
from tests.ui.shell.conftest import OneChange, Outcome


@pytest.fixture
def owner() -> QObject:
    return QObject()


def test_a_query_reads_beside_the_window(background: Background, owner: QObject, qtbot: QtBot) -> None:
    threads: list[QThread] = []
    answers: list[QThread] = []
    background.query(
        "list",
        lambda _: threads.append(QThread.currentThread()),
        lambda _: answers.append(QThread.currentThread()),
        owner,
    )
    qtbot.waitUntil(lambda: bool(answers))
    assert answers == [owner.thread()]
    assert threads[0] != owner.thread()


def test_commands_run_in_their_order(background: Background, owner: QObject, qtbot: QtBot) -> None:
    done: list[int] = []
    for number in range(20):
        background.command(lambda n=number: Outcome(n), lambda outcome: done.append(outcome.value), None, owner)
    qtbot.waitUntil(lambda: len(done) == 20)
    assert done == list(range(20))


def test_a_newer_query_interrupts_the_older_and_drops_it(background: Background, owner: QObject, qtbot: QtBot) -> None:
    begun, stopped = Event(), Event()
    answers: list[str] = []

    def slow(token: Interruption) -> str:
        with token.calling(stopped.set):
            begun.set()
            stopped.wait(10)
        return "old"

    background.query("find", slow, answers.append, owner)
    assert begun.wait(10)
    background.query("find", lambda _: "new", answers.append, owner)
    qtbot.waitUntil(lambda: bool(answers))
    assert answers == ["new"]
    assert stopped.is_set()


def test_a_newer_query_stops_what_the_older_one_is_reading(
    background: Background, owner: QObject, qtbot: QtBot
) -> None:
    reading, stopped = Event(), Event()
    answers: list[str] = []

    @contextmanager
    def view(calling: Calling) -> Iterator[None]:
        with calling(stopped.set):
            yield

    def first(_: Interruption) -> str:
        reading.set()
        assert stopped.wait(5)
        return "older"

    background.read_through(view)
    background.query("list", first, answers.append, owner)
    assert reading.wait(5)
    background.read_through(None)
    background.query("list", lambda _: "newer", answers.append, owner)
    qtbot.waitUntil(lambda: answers == ["newer"])


def test_queries_of_two_owners_do_not_drop_each_other(background: Background, owner: QObject, qtbot: QtBot) -> None:
    other, answers = QObject(), list[str]()
    background.query("find", lambda _: "one", answers.append, owner)
    background.query("find", lambda _: "two", answers.append, other)
    qtbot.waitUntil(lambda: answers == ["one", "two"])


def test_nothing_is_delivered_to_an_owner_that_died(background: Background, qtbot: QtBot) -> None:
    go, answers, widget = Event(), list[object](), QWidget()
    background.query("list", lambda _: go.wait(10), answers.append, widget)
    delete(widget)
    go.set()
    with qtbot.waitCallback() as quiet:
        background.when_quiet(quiet)
    assert answers == []


def test_a_command_outlives_its_owner_and_tells_its_changes(background: Background, qtbot: QtBot) -> None:
    widget, answers = QWidget(), list[object]()
    go = Event()

    def work() -> Outcome:
        go.wait(10)
        return Outcome(1, (OneChange("client"),))

    with qtbot.waitSignal(background.changed) as told:
        background.command(work, answers.append, None, widget)
        delete(widget)
        go.set()
    assert told.args is not None
    assert told.args[0].changes == (OneChange("client"),)
    assert answers == []


def test_the_broadcast_names_who_started_it(background: Background, owner: QObject, qtbot: QtBot) -> None:
    with qtbot.waitSignal(background.changed) as told:
        background.command(lambda: Outcome(1, (OneChange("case"),)), None, None, owner)
    assert told.args == [Broadcast((OneChange("case"),), owner)]


def test_a_command_without_changes_tells_nothing(background: Background, owner: QObject, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(background.changed), qtbot.waitCallback() as done:
        background.command(lambda: None, done, None, owner)


def _gone() -> Outcome:
    raise Gone


def test_a_fault_goes_to_the_caller(background: Background, owner: QObject, qtbot: QtBot) -> None:
    faults: list[HinError] = []
    background.command(_gone, None, faults.append, owner)
    qtbot.waitUntil(lambda: bool(faults))
    assert isinstance(faults[0], Gone)


def test_a_fault_nobody_takes_is_told_by_the_window(background: Background, owner: QObject, qtbot: QtBot) -> None:
    with qtbot.waitSignal(background.fault) as told:
        background.command(_gone, None, None, owner)
    assert told.args is not None
    assert isinstance(told.args[0], Gone)


def test_a_bug_is_reported_without_what_it_said(background: Background, owner: QObject, qtbot: QtBot) -> None:
    def broken(_: Interruption) -> None:
        raise ValueError("Yusuf Al-Masri")

    with qtbot.waitSignal(background.bug) as told:
        background.query("list", broken, lambda _: None, owner)
    assert told.args is not None
    report = told.args[0]
    assert isinstance(report, BugReport)
    assert "builtins.ValueError" in report.details
    assert "broken" in report.details
    assert "Yusuf" not in report.details


def test_long_work_shows_its_progress_and_is_cancelled(background: Background, owner: QObject, qtbot: QtBot) -> None:
    faults, shown = list[HinError](), Event()

    def work(progress: Progress) -> None:
        progress(3, 10)
        shown.wait(10)
        progress(4, 10)

    with qtbot.waitSignal(background.busy) as told:
        background.long(work, lambda _: None, owner, Message("Import"), faults.append)
    assert told.args is not None
    busy = told.args[0]
    assert (busy.title, busy.done, busy.total) == (Message("Import"), 3, 10)
    assert busy.cancel is not None
    busy.cancel()
    shown.set()
    qtbot.waitUntil(lambda: bool(faults))
    assert isinstance(faults[0], Cancelled)


def test_short_work_shows_nothing(background: Background, owner: QObject, qtbot: QtBot) -> None:
    seen: list[Busy | None] = []
    background.busy.connect(seen.append)
    with qtbot.waitCallback() as done:
        background.query("list", lambda _: 1, done, owner)
    assert seen == []


def test_pdf_work_stays_on_one_thread(background: Background, owner: QObject, qtbot: QtBot) -> None:
    threads: list[int] = []
    for page in range(5):
        background.pdf(str(page), lambda _: get_ident(), threads.append, owner)
    qtbot.waitUntil(lambda: len(threads) == 5)
    assert len(set(threads)) == 1


def test_quiet_comes_after_the_writing_and_its_answers(background: Background, owner: QObject, qtbot: QtBot) -> None:
    order: list[object] = []
    background.command(lambda: Outcome("saved"), lambda done: order.append(done.value), None, owner)
    background.when_quiet(lambda: order.append("quiet"))
    qtbot.waitUntil(lambda: len(order) == 2)
    assert order == ["saved", "quiet"]


def test_closing_finishes_the_commands_and_ends_the_threads(owner: QObject) -> None:
    background, written = Background(), list[int]()
    for number in range(5):
        background.command(lambda n=number: written.append(n), None, None, owner)
    background.close()
    assert written == [0, 1, 2, 3, 4]
    background.command(lambda: written.append(9), None, None, owner)
    assert 9 not in written


def test_an_interruption_reaches_only_work_that_still_runs() -> None:
    token, calls = Interruption(), list[int]()
    with token.calling(lambda: calls.append(1)):
        pass
    token.request()
    assert calls == []
    with pytest.raises(Cancelled), token.calling(lambda: calls.append(2)):
        pass
