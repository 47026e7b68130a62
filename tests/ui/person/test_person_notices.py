"""Post & Fristen on the screen: typed, answered while typed, kept, done; and what it says in the overview."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from hin_desktop.domain.pathway import RecordRef
from hin_desktop.services import entries, notices
from hin_desktop.services.clients import ClientRecord
from hin_desktop.services.notices import NOTICES, NoticeRow
from hin_desktop.ui.person.live_answer import LiveAnswer
from hin_desktop.ui.person.record_section import RecordSection
from hin_desktop.ui.person.row_card import RecordRow
from hin_desktop.ui.widgets.cards import KeyValues
from hin_desktop.ui.widgets.check_box import CheckEditor
from hin_desktop.ui.widgets.remarks import RemarkLine
from tests.services.people import letter
from tests.ui.person.conftest import Screen, panel_of, titles
from tests.ui.workplace import RecordingWorkplace

TODAY = date(2027, 1, 14)
JOBCENTER = {"kind": "Jobcenter", "dated_on": "4.1.27", "delivery": "Ordinary", "posted_on": "5.1.27"}
NON_BINDING = "Non-binding computation; what counts is the decision of the authority."


@pytest.fixture
def letters(screen: Screen) -> RecordSection:
    """The section, with the form of a new letter open."""
    screen.page.acts.add("post", "notice")
    screen.settle()
    return screen.section("post", "notice")


def asked(section: RecordSection) -> set[str]:
    """The fields that can be seen."""
    form = panel_of(section.form).form
    return {name for name, cell in form.cells.items() if cell.isVisibleTo(form)}


def answer(section: RecordSection) -> LiveAnswer:
    """What stands below the form."""
    (found,) = panel_of(section.form).findChildren(LiveAnswer)
    return found


def pairs(made: RecordRow | LiveAnswer) -> dict[str, str]:
    """The reasoning, name by name."""
    (shown,) = made.findChildren(KeyValues)
    return {pair._name.text(): pair._value.text() for pair in shown._pairs if pair.isVisibleTo(shown)}


def said(made: RecordRow | LiveAnswer) -> list[str]:
    """The remarks, with the word that says how much they press."""
    return [f"{line.word.text()}: {line.text.text()}"
            for line in made.findChildren(RemarkLine) if line.isVisibleTo(made)]  # fmt: skip


def stored(workplace: RecordingWorkplace, client: ClientRecord) -> tuple[NoticeRow, ...]:
    return entries.get(workplace.desk, NOTICES, client.id)


def test_the_kind_comes_first_and_decides_what_is_asked(screen: Screen, letters: RecordSection) -> None:
    assert asked(letters) == {"kind"}
    assert answer(letters).when.text() == "First choose what kind of letter it is."
    screen.type(letters.form, "kind", "Invitation")
    assert asked(letters) == {"kind", "authority", "reference", "dated_on", "deadline", "note"}
    screen.type(letters.form, "kind", "Ausländerbehörde")
    assert asked(letters) == {"kind", "authority", "reference", "dated_on", "refuses_title", "delivery", "instruction",
                              "note"}  # fmt: skip


@pytest.mark.parametrize(("way", "labels"), [
    ("Ordinary", {"posted_on": "Posted on (postmark)", "received_on": "Arrived on (counts only if later)",
                  "envelope_kept": "Envelope kept"}),
    ("Registered", {"posted_on": "Posted on (postmark)", "received_on": "Day on the return receipt"}),
    ("Formal", {"received_on": "Day on the yellow envelope", "envelope_kept": "Envelope kept"}),
    ("portal", {"posted_on": "Message from the portal on", "received_on": "Retrieved on"}),
    ("Handed", {"posted_on": "Handed to the reception centre on", "received_on": "Handed over on"}),
    ("undeliverable", {"posted_on": "Posted on (postmark)"}),
])  # fmt: skip
def test_the_days_are_asked_by_the_way_it_came(
    screen: Screen, letters: RecordSection, way: str, labels: dict[str, str]
) -> None:
    screen.fill(letters.form, kind="asylum", delivery=way)
    cells = panel_of(letters.form).form.cells
    shown = asked(letters) & {"posted_on", "received_on", "envelope_kept"}
    assert {name: cells[name].label.text() for name in shown} == labels
    assert all(cells[name].editor.input().accessibleName() == label for name, label in labels.items())


def test_the_answer_comes_while_one_types_and_nothing_is_saved(
    screen: Screen, letters: RecordSection, workplace: RecordingWorkplace, yusuf: ClientRecord
) -> None:
    screen.fill(letters.form, kind="Jobcenter", delivery="Ordinary")
    live = answer(letters)
    assert (live.headline.text(), live.when.text()) == (
        "No last day yet", "Missing: the day on which it was posted (postmark)")
    screen.type(letters.form, "posted_on", "5.1.27")
    assert live.headline.text() == "Last day: 9 Feb 2027"
    assert live.when.text().startswith("in 26 days · Widerspruch (objection) · known on 9 Jan 2027 · § 84 SGG")
    assert pairs(live)["Known on"].startswith("9 Jan 2027\nA letter counts as received 4 days after it was posted")
    assert pairs(live)["Please note"] == NON_BINDING
    assert said(live) == ["Mind: The Widerspruch often does not stop the decision. If money is missing now, have an "
                          "urgent application to the court checked."]  # fmt: skip
    screen.type(letters.form, "posted_on", "7.1.27")
    assert live.headline.text() == "Last day: 11 Feb 2027"
    assert stored(workplace, yusuf) == ()


def test_half_a_word_for_the_kind_takes_nothing_away(screen: Screen, letters: RecordSection) -> None:
    screen.fill(letters.form, **JOBCENTER)
    before = (asked(letters), answer(letters).headline.text())
    letters.form.panel.form.cells["kind"].editor.box.line().setText("Jobc")  # type: ignore[union-attr]
    panel_of(letters.form).form.changed.emit()
    assert (asked(letters), answer(letters).headline.text()) == before


def test_a_letter_is_saved_and_its_row_says_the_day_and_the_rule(
    screen: Screen, letters: RecordSection, workplace: RecordingWorkplace, yusuf: ClientRecord
) -> None:
    screen.fill(letters.form, **JOBCENTER, authority="Jobcenter Herne")
    screen.save(letters.form)
    (made,) = letters.rows.values()
    assert made.row.title.text() == "Jobcenter (SGB II) · Jobcenter Herne"
    assert (made.row.right.text(), made.row.right.property("type")) == ("9 Feb 2027", "headline")
    assert made.row.detail.text() == "in 26 days · Widerspruch (objection) · known on 9 Jan 2027 · § 84 SGG"
    assert "If money is missing now" in made.row.accessibleDescription()
    (row,) = stored(workplace, yusuf)
    assert (row.kind, row.delivery, row.posted_on) == ("SGB2", "LETTER", date(2027, 1, 5))


def test_a_row_unfolds_to_every_step_with_its_paragraph_version_and_mark(
    screen: Screen, workplace: RecordingWorkplace, yusuf: ClientRecord
) -> None:
    saved = letter(workplace.desk, yusuf, "WOGG", dated_on=date(2026, 4, 29), posted_on=date(2026, 4, 30),
                   delivery="LETTER", instruction="WRONG", printed_last_day=date(2026, 6, 2),
                   reference="WG 7")  # fmt: skip
    screen.open(yusuf, record=RecordRef("notice", saved.id))
    made = screen.section("post", "notice").rows[saved.id]
    shown = pairs(made)
    assert (made.is_open, made.row.right.text()) == (True, "2 Jun 2026")
    assert shown["Last day by the law"].splitlines() == [
        "5 Jun 2026",
        "The Widerspruch must reach the authority within 1 month after the notice is known. (§ 70 VwGO)",
        "4 Jun 2026 is a holiday (Fronleichnam): the next working day counts. (§ 31 Abs. 3 VwVfG, § 222 ZPO)"]
    assert shown["Last day by the letter"] == "2 Jun 2026"
    assert shown["To whom"] == "the authority that made the decision"
    assert "§ 37 Abs. 2 SGB X · version of 1 Jan 2025 · verified" in shown["Law as of"]
    assert "§ 31 Abs. 3 VwVfG, § 222 ZPO · version of 27 Jun 2024 · to be checked" in shown["Law as of"]
    assert shown["Only to the rescue"].splitlines()[0].endswith("(§ 58 Abs. 2 VwGO) · until 4 May 2027")
    assert (shown["Please note"], shown["Reference"]) == (NON_BINDING, "WG 7")
    assert said(made) == [
        "Mind: By the letter the last day is 2 Jun 2026, by the law 5 Jun 2026. The earlier one is shown.",
        "Rescue: The last day is over. To be checked at once: Instruction missing or wrong · until 4 May 2027; "
        "Wiedereinsetzung"]  # fmt: skip


def test_a_title_refused_presses_in_red(screen: Screen, letters: RecordSection) -> None:
    screen.fill(letters.form, kind="Ausländerbehörde", dated_on="4.1.27", delivery="Ordinary", posted_on="5.1.27")
    box = panel_of(letters.form).form.cells["refuses_title"].editor
    assert isinstance(box, CheckEditor)
    box.box.click()
    first, *others = answer(letters).remarks.lines
    assert (first.property("tone"), first.word.text()) == ("wrong", "At once")
    assert "§ 80 Abs. 5 VwGO" in first.text.text()
    assert [line.property("tone") for line in others] == ["soon", "soon"]


def test_an_asylum_decision_of_today_is_not_computed(screen: Screen, letters: RecordSection) -> None:
    screen.fill(letters.form, kind="asylum", dated_on="12.1.27", delivery="Formal", received_on="13.1.27")
    live = answer(letters)
    assert (live.headline.text(), live.headline.property("tone")) == ("No last day yet", "wrong")
    assert said(live) == ["At once: Copy the time limit from the instruction in the letter. To a lawyer today."]
    screen.fill(letters.form, instruction="Complete", printed_last_day="20.1.27")
    assert live.headline.text() == "Last day: 20 Jan 2027"


def test_what_this_kind_does_not_need_is_neither_kept_nor_in_the_way(
    screen: Screen, letters: RecordSection, workplace: RecordingWorkplace, yusuf: ClientRecord
) -> None:
    screen.fill(letters.form, **JOBCENTER, instruction="Complete", printed_term="soon")
    screen.fill(letters.form, kind="Invitation", deadline="1.2.27")
    screen.save(letters.form)
    (row,) = stored(workplace, yusuf)
    assert (row.kind, row.deadline, row.delivery, row.posted_on, row.instruction) == (
        "INVITATION", date(2027, 2, 1), "", None, "")  # fmt: skip


def test_a_term_that_cannot_be_read_is_named_at_its_field(screen: Screen, letters: RecordSection) -> None:
    screen.fill(letters.form, **JOBCENTER, instruction="Complete", printed_term="soon")
    screen.save(letters.form)
    assert panel_of(letters.form).form.cells["printed_term"].error == "Please enter a whole number."


def test_the_usual_time_limits_are_one_click(screen: Screen, letters: RecordSection) -> None:
    screen.fill(letters.form, **JOBCENTER, instruction="Complete")
    form = panel_of(letters.form).form
    next(button for button in form.findChildren(QPushButton) if button.text() == "2 weeks").click()
    assert (form.values()["printed_term"], form.values()["printed_unit"]) == (2, "WEEKS")
    assert answer(letters).headline.text() == "Last day: 25 Jan 2027"  # the 23rd is a Saturday


def test_done_is_one_key_and_can_be_undone_and_opened_again(
    screen: Screen, workplace: RecordingWorkplace, yusuf: ClientRecord
) -> None:
    saved = letter(workplace.desk, yusuf, deadline=TODAY + timedelta(days=3), done_as="ANSWERED")
    screen.open(yusuf, tab="post")
    section = screen.section("post", "notice")
    screen.key(section.rows[saved.id].buttons[0], Qt.Key.Key_Return)
    assert section.rows[saved.id].row.right.text() == "done on 14 Jan 2027"
    assert section.rows[saved.id].row.detail.text() == "Answered, papers handed in"
    assert stored(workplace, yusuf)[0].done_on == TODAY
    screen.undo()
    assert section.rows[saved.id].row.right.text() == "17 Jan 2027"
    notices.finish(workplace.desk, stored(workplace, yusuf)[0], TODAY)
    screen.open(yusuf, tab="post")
    screen.key(section.rows[saved.id].buttons[0], Qt.Key.Key_Return)
    assert (workplace.said[-1], stored(workplace, yusuf)[0].done_on) == ("Letter reopened", None)


def test_how_it_ended_is_asked_of_a_stored_letter(
    screen: Screen, workplace: RecordingWorkplace, yusuf: ClientRecord
) -> None:
    saved = letter(workplace.desk, yusuf, deadline=TODAY)
    screen.open(yusuf, tab="post")
    section = screen.section("post", "notice")
    section.edit(saved.id)
    assert {"done_on", "done_as"} <= asked(section)
    screen.fill(section.form, done_on="13.1.27", done_as="Answered")
    screen.save(section.form)
    assert section.rows[saved.id].row.right.text() == "done on 13 Jan 2027"


def test_an_empty_tab_says_what_belongs_here(screen: Screen) -> None:
    section = screen.section("post", "notice")
    (sentence,) = [remark.text() for remark in section._remarks]
    assert sentence.startswith("No post recorded. Record every notice")


def test_a_kind_that_no_catalogue_has_any_more_is_shown_as_it_is(
    screen: Screen, workplace: RecordingWorkplace, yusuf: ClientRecord
) -> None:
    letter(workplace.desk, yusuf, "GONE", deadline=TODAY)
    screen.open(yusuf, tab="post")
    section = screen.section("post", "notice")
    assert titles(section) == ["[GONE]"]
    assert [made.row.right.text() for made in section.rows.values()] == ["no day yet"]


def test_recording_post_is_a_command_and_its_draft_comes_back(screen: Screen, yusuf: ClientRecord) -> None:
    run = {binding.command.id: binding.run for binding in screen.page.acts.bindings()}
    run["person.add.notice"]()
    screen.settle()
    section = screen.section("post", "notice")
    screen.fill(section.form, **JOBCENTER)
    section.form.keep()
    section.form.close_quietly()
    screen.settle()
    screen.open(yusuf, tab="post")
    section.add()
    assert answer(section).headline.text() == "Last day: 9 Feb 2027"


def test_the_overview_shows_what_is_open_and_leads_there(
    screen: Screen, workplace: RecordingWorkplace, yusuf: ClientRecord
) -> None:
    overview = screen.page.view.current
    assert overview is not None and not overview.letters.isVisibleTo(overview)  # type: ignore[attr-defined]
    saved = letter(workplace.desk, yusuf, "ABH", dated_on=date(2027, 1, 4), posted_on=date(2027, 1, 5),
                   delivery="LETTER", refuses_title=True)  # fmt: skip
    letter(workplace.desk, yusuf, deadline=TODAY, done_on=TODAY)
    screen.open(yusuf, tab="overview")
    (made,) = overview.letters.rows.values()  # type: ignore[attr-defined]
    assert [line.split(":")[0] for line in said(made)] == ["At once"]
    screen.key(made.row, Qt.Key.Key_Return)
    assert screen.page.view.tabs.current == "post"
    assert screen.section("post", "notice").rows[saved.id].is_open


def test_an_office_that_says_its_kind_is_not_said_twice(
    screen: Screen, workplace: RecordingWorkplace, yusuf: ClientRecord
) -> None:
    letter(workplace.desk, yusuf, "ABH", authority="Ausländerbehörde Herne")
    screen.open(yusuf, tab="post")
    assert titles(screen.section("post", "notice")) == ["Ausländerbehörde Herne"]


def test_nothing_of_one_person_stays_when_another_comes(
    screen: Screen, workplace: RecordingWorkplace, yusuf: ClientRecord
) -> None:
    letter(workplace.desk, yusuf, deadline=TODAY)
    screen.open(yusuf, tab="post")
    section = screen.section("post", "notice")
    assert section.rows
    screen.page.view.current.forget()  # type: ignore[union-attr]
    assert not section.rows
