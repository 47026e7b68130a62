"""Letters of a person with what follows from them, and the open ones of everybody."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from sqlalchemy import true

from hin_desktop.domain.law import Rule
from hin_desktop.services import clients, history, law_versions, notices, settings
from hin_desktop.services.clients import ClientRecord
from hin_desktop.services.law_versions import LawVersionRow
from hin_desktop.services.notices import NoticeRow, NoticeView, OpenDeadline
from hin_desktop.services.open_desk import OpenDesk
from tests.services.people import letter

ON = date(2026, 5, 20)
JOBCENTER = {"kind": "SGB3", "dated_on": date(2026, 4, 29), "posted_on": date(2026, 4, 30), "delivery": "LETTER"}


def views(desk: OpenDesk, client: ClientRecord, on: date = ON) -> tuple[NoticeView, ...]:
    """What the person's page shows."""
    return notices.of_person(desk, client.id, on)[1]


def deadlines(desk: OpenDesk, on: date = ON) -> list[OpenDeadline]:
    """Everybody's open letters."""
    with desk.reading() as connection:
        return list(notices.open_deadlines(connection, desk, on, true()))


def test_a_letter_comes_with_its_answer_by_the_holidays_of_the_land(open_desk: OpenDesk, olena: ClientRecord) -> None:
    saved = letter(open_desk, olena, **JOBCENTER)
    (view,) = views(open_desk, olena)
    assert (view.row, view.last_day) == (saved, date(2026, 6, 5))  # the fourth is Corpus Christi
    settings.change(open_desk, "land", "BE")
    assert [view.last_day for view in views(open_desk, olena)] == [date(2026, 6, 4)]


def test_the_printed_instruction_is_read_with_its_unit(open_desk: OpenDesk, olena: ClientRecord) -> None:
    letter(open_desk, olena, **JOBCENTER, printed_term=2, printed_unit="WEEKS", printed_remedy="WIDERSPRUCH",
           instruction="COMPLETE")  # fmt: skip
    assert [view.last_day for view in views(open_desk, olena)] == [date(2026, 5, 18)]


def test_open_letters_come_first_the_most_pressing_on_top_then_what_is_done(
    open_desk: OpenDesk, olena: ClientRecord
) -> None:
    for name, deadline, done in (("later", date(2026, 6, 2), None), ("old", date(2026, 1, 2), date(2026, 1, 2)),
                                 ("unknown", None, None), ("soon", date(2026, 5, 21), None),
                                 ("done", date(2026, 5, 2), date(2026, 5, 2))):  # fmt: skip
        letter(open_desk, olena, reference=name, deadline=deadline, done_on=done)
    assert [view.row.reference for view in views(open_desk, olena)] == ["unknown", "soon", "later", "done", "old"]


def test_done_is_marked_opened_again_and_undone(open_desk: OpenDesk, olena: ClientRecord) -> None:
    saved = letter(open_desk, olena, deadline=ON)
    done = notices.finish(open_desk, saved, ON)
    assert (done.value.done_on, done.verb.key, deadlines(open_desk)) == (ON, "Letter done", [])
    assert notices.finish(open_desk, done.value, None).verb.key == "Letter reopened"
    history.undo(open_desk)
    assert deadlines(open_desk) == []


def test_the_open_letters_of_everybody_with_their_last_day(
    open_desk: OpenDesk, olena: ClientRecord, taras: ClientRecord
) -> None:
    first = letter(open_desk, olena, **JOBCENTER)
    second = letter(open_desk, taras, kind="ASYLG", dated_on=date(2026, 5, 1))
    third = letter(open_desk, taras, kind="GONE", deadline=ON)
    assert deadlines(open_desk) == [
        OpenDeadline(olena.id, first.id, "SGB3", date(2026, 6, 5), False),
        OpenDeadline(taras.id, second.id, "ASYLG", None, False),
        OpenDeadline(taras.id, third.id, "GONE", None, False),
    ]


def test_an_asylum_decision_that_is_not_computed_presses(open_desk: OpenDesk, olena: ClientRecord) -> None:
    letter(open_desk, olena, kind="ASYLG", dated_on=date(2026, 7, 1), received_on=date(2026, 7, 3), delivery="PZU",
           printed_term=2, printed_unit="WEEKS")  # fmt: skip
    (waiting,) = deadlines(open_desk, date(2026, 7, 4))
    assert (waiting.last_day, waiting.urgent) == (None, True)


def test_codes_that_no_catalogue_has_any_more_do_no_harm(open_desk: OpenDesk, olena: ClientRecord) -> None:
    letter(open_desk, olena, **{**JOBCENTER, "delivery": "PIGEON", "instruction": "ODD", "printed_remedy": "PLEA"},
           printed_term=1, printed_unit="DECADES")  # fmt: skip
    (view,) = views(open_desk, olena)
    assert view.answer is not None and view.answer.missing and view.last_day is None


def test_an_own_row_of_the_law_holds_from_its_day_on(open_desk: OpenDesk, olena: ClientRecord) -> None:
    law_versions.save(open_desk, LawVersionRow(key="sgg.objection", value="2", valid_from=date(2026, 4, 29),
                                               citation="§ 84 SGG neu"))  # fmt: skip
    letter(open_desk, olena, **JOBCENTER)
    letter(open_desk, olena, **{**JOBCENTER, "dated_on": date(2026, 4, 28)})
    found = [(view.last_day, _own(view)) for view in views(open_desk, olena)]
    assert found == [(date(2026, 6, 5), []), (date(2026, 7, 6), ["§ 84 SGG neu"])]


def _own(view: NoticeView) -> list[str]:
    rules: tuple[Rule, ...] = view.answer.rules if view.answer is not None else ()
    return [rule.citation for rule in rules if rule.own]


def test_letters_go_with_their_person_and_come_back(open_desk: OpenDesk, olena: ClientRecord) -> None:
    saved = letter(open_desk, olena, deadline=ON)
    clients.remove(open_desk, olena.id, olena.version)
    assert deadlines(open_desk) == []
    history.undo(open_desk)
    assert [view.row.id for view in views(open_desk, olena)] == [saved.id]


def test_what_is_typed_is_answered_without_being_saved(open_desk: OpenDesk, olena: ClientRecord) -> None:
    known, stored = notices.of_person(open_desk, olena.id, ON)
    typed = NoticeRow(client_id=olena.id)
    assert known.answer(typed, ON) is None
    found = known.answer(replace(typed, **JOBCENTER), ON)  # type: ignore[arg-type]  # fields of the row
    assert found is not None and found.last_day is not None
    assert (found.last_day.day, stored) == (date(2026, 6, 5), ())
