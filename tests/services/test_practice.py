from __future__ import annotations

import time
from datetime import date, timedelta
from pathlib import Path

import pytest
from sqlalchemy import func, select

from hin_desktop.domain.partial_date import PartialDate
from hin_desktop.errors import Refused
from hin_desktop.records.models.client import Client
from hin_desktop.records.models.consultation import Consultation
from hin_desktop.records.models.residence import ResidencePeriod
from hin_desktop.services import consultations, households, pathway, practice, practice_people, search
from hin_desktop.services.catalogues import load_catalogues
from hin_desktop.services.evidence import AsylumProcedureRow, CourseEntitlementRow
from hin_desktop.services.legal_sheets import LegalSheetRow
from hin_desktop.services.notices import NoticeRow
from hin_desktop.services.open_desk import OpenDesk
from hin_desktop.services.practice_days import Days
from hin_desktop.services.practice_people import BadPractice, Practice
from hin_desktop.services.residence import ResidencePeriodRow
from hin_desktop.services.rows import table_of
from tests.desk_factory import desk, template_desk  # noqa: F401
from tests.open_desk import open_desk, world  # noqa: F401

CLIENT, TALK, PERIOD = table_of(Client), table_of(Consultation), table_of(ResidencePeriod)
SUNDAY = date(2026, 11, 22)
CATALOGUES = load_catalogues()
FICTIONAL = ("02323 000-", "0176 040690", "0171 39200")


@pytest.fixture(scope="module")
def people() -> Practice:
    return practice_people.read(CATALOGUES, SUNDAY)


@pytest.fixture
def filled(open_desk: OpenDesk) -> OpenDesk:  # noqa: F811
    practice.fill(open_desk, open_desk.today())
    return open_desk


def client_id(desk: OpenDesk, text: str) -> int:  # noqa: F811
    return search.find(desk, search.ClientFilter(text=text))[0]


def bad(tmp_path: Path, text: str) -> str:
    (tmp_path / "odd.toml").write_text(text, encoding="utf-8")
    with pytest.raises(BadPractice) as fault:
        practice_people.read(CATALOGUES, SUNDAY, tmp_path)
    return str(fault.value)


def test_about_forty_people_of_all_main_routes(people: Practice) -> None:
    codes = {getattr(row, "code", "") for person in people.people for row in person.entries}
    assert len(people.people) >= 40
    assert codes >= {"AE_18A", "BK_18G", "AE_25_2_FL", "AE_25_2_SUB", "AE_25_3", "DU_60A", "AE_104C", "AE_25B", "AE_24",
                     "EU_2", "AE_28_1_1", "AE_16B", "SPA_4", "NE_26_3", "DEU"}  # fmt: skip


def test_names_in_four_scripts(people: Practice) -> None:
    written = "".join(person.sheet.original_name + person.sheet.family_name for person in people.people)
    for sign in ("ي", "Коваленко", "ተ", "ễ", "Ț", "ś", "Ö"):
        assert sign in written


def test_uncertain_people(people: Practice) -> None:
    sheets = {person.key: person.sheet for person in people.people}
    assert not sheets["anonymous"].name.full
    assert sheets["farid"].birth_date == PartialDate(1985)
    assert sheets["shirin"].disclosure_ban
    assert sheets["mustafa"].date_of_death
    assert len(sheets["mihaela"].nationalities) == 2


def test_nobody_works_on_a_sunday(people: Practice) -> None:
    held = [talk.row.held_on for person in people.people for talk in person.talks]
    assert all(day is not None and day.weekday() < 5 for day in held)


@pytest.mark.parametrize("today", [date(2026, 2, 28), date(2028, 2, 29), date(2027, 5, 31), date(2026, 12, 26)])
def test_any_day_will_do(today: date) -> None:
    people = practice_people.read(CATALOGUES, today)
    ends = [row.valid_until.latest for person in people.people for row in person.entries
            if isinstance(row, ResidencePeriodRow) and row.valid_until]
    assert any(today <= end <= today + timedelta(days=120) for end in ends)


@pytest.mark.parametrize("today", [date(2026, 2, 28), date(2028, 2, 29), date(2027, 5, 31), date(2026, 12, 26)])
def test_on_any_day_every_entry_can_be_saved(today: date) -> None:
    kinds = {kind.row: kind for kind in practice.KINDS}
    people = practice_people.read(CATALOGUES, today).people
    assert not [(person.key, type(row).__name__, problems) for person in people for row in person.entries
                if (problems := kinds[type(row)].check(row, today))]  # fmt: skip


def test_the_law_has_something_to_find(people: Practice) -> None:
    found = {type(row): [each for person in people.people for each in person.entries if type(each) is type(row)]
             for person in people.people for row in person.entries}  # fmt: skip
    assert {row.outcome for row in found[AsylumProcedureRow]} >= {"FLUECHTLING", "SUBSIDIAER", "ABSCHIEBUNGSVERBOT",
                                                                  "NONE", "PENDING"}  # fmt: skip
    assert {row.basis for row in found[CourseEntitlementRow]} == {"ENTITLED", "OBLIGED", "ADMITTED", "BVFG"}
    assert {row.kind for row in found[NoticeRow]} >= {"SGB2", "KINDERGELD", "BAMF", "ABH", "HEARING"}
    assert any(row.late_application for row in found[ResidencePeriodRow])
    assert any(row.stateless_since_birth for row in found[LegalSheetRow])
    assert any(relative.row.german and relative.row.since for person in people.people for relative in person.relatives)


@pytest.mark.parametrize(("text", "day"), [
    ("-14d", date(2026, 11, 8)), ("+6w", date(2027, 1, 3)), ("-2y3m9d", date(2024, 8, 13)),
    ("1999-02-06", date(1999, 2, 6)),
    ("+0d", SUNDAY)])  # fmt: skip
def test_days_are_told_from_today(text: str, day: date) -> None:
    assert Days(SUNDAY).exact(text, "issued_on") == day


def test_partial_days() -> None:
    assert Days(SUNDAY).partial("-2y~m") == PartialDate(2024, 11)
    assert Days(SUNDAY).partial("-2y~y") == PartialDate(2024)


def test_work_is_moved_off_the_weekend() -> None:
    assert Days(SUNDAY).exact("+0d", "held_on") == date(2026, 11, 20)
    assert Days(SUNDAY).exact("+0d", "due_on") == date(2026, 11, 23)


@pytest.mark.parametrize(("line", "said"), [
    ('shoe_size = "44"', "unknown field 'shoe_size'"), ('sex = "MAYBE"', "'MAYBE' is not in the catalogue sexes"),
    ('residence = [{ code = "AE_99", from = "-1y" }]', "'AE_99' is not in the catalogue residence_titles"),
    ('talks = [{ on = "soon" }]', "held_on = 'soon'"), ('talks = [{ on = "-1d", topics = "RES FUN" }]', "'FUN'"),
    ('may = "call"', "may = 'call'"), ('birth_date = 1990', "birth_date cannot be 1990"),
    ('talks = [{ on = "-1d", with = "nobody" }]', "'nobody'"), ('cases = [{ by = "ghost" }]', "'ghost'")])  # fmt: skip
def test_a_fault_in_the_files_says_where(tmp_path: Path, line: str, said: str) -> None:
    assert said in bad(tmp_path, f'[[person]]\nkey = "somebody"\n{line}\n')


def test_two_people_with_one_key(tmp_path: Path) -> None:
    assert "twin" in bad(tmp_path, '[[person]]\nkey = "twin"\n[[person]]\nkey = "twin"\n')


def test_filling_is_one_entry_of_the_journal(open_desk: OpenDesk) -> None:  # noqa: F811
    begun = time.perf_counter()
    done = practice.fill(open_desk, open_desk.today())
    assert time.perf_counter() - begun < 5
    assert done.entry_id is not None
    assert done.value == len(practice_people.read(CATALOGUES, open_desk.today()).people)


def test_filling_twice_is_refused(filled: OpenDesk) -> None:
    with pytest.raises(Refused):
        practice.fill(filled, filled.today())


def test_everybody_has_a_path_and_a_number(filled: OpenDesk) -> None:
    with filled.reading() as connection:
        found = connection.execute(select(CLIENT.c.id, CLIENT.c.file_number)).all()
    assert len({number for _, number in found}) == len(found)
    for each, number in found:
        assert number.startswith("HIN-")
        assert len(pathway.path_of(filled, each, filled.today())) == 6


def test_people_are_found_in_their_own_script(filled: OpenDesk) -> None:
    assert client_id(filled, "يوسف") == client_id(filled, "Al-Masri Yusuf")
    assert client_id(filled, "Коваленко Олена") == client_id(filled, "Kovalenko Olena")


def test_a_talk_with_the_family_is_stored_once(filled: OpenDesk) -> None:
    ion, maria = client_id(filled, "Ion Popescu"), client_id(filled, "Maria Popescu")
    shared = [talk for talk in consultations.of_client(filled, ion)
              if {person.client_id for person in talk.participants} == {ion, maria}]
    assert len(shared) == 2
    assert all(person.case_id for talk in shared for person in talk.participants)
    assert households.family(filled, maria).households[0].label == "Familie Popescu"


def test_there_is_something_to_do_today(filled: OpenDesk) -> None:
    today = filled.today()
    open_step = (TALK.c.next_done_on.is_(None), TALK.c.due_on.is_not(None))
    with filled.reading() as connection:
        overdue = connection.scalar(select(func.count()).where(*open_step, TALK.c.due_on < today))
        soon = connection.scalar(select(func.count()).where(*open_step, TALK.c.due_on >= today))
        expiring = connection.scalar(select(func.count(PERIOD.c.client_id.distinct())).where(
            PERIOD.c.valid_until.between(PartialDate.of(today), PartialDate.of(today + timedelta(days=120)))))
    assert overdue >= 3
    assert soon >= 5
    assert expiring >= 5


def test_nothing_is_told_that_must_not_be_kept(people: Practice) -> None:
    talks = [talk for person in people.people for talk in person.talks]
    told = " ".join(talk.row.summary + " ".join(talk.notes.values()) for talk in talks)
    for word in ("Diagnose", "Therapie", "Fluchtgr", "verfolgt", "Schleuser", "Straftat", "verurteilt", "Haft"):
        assert word not in told


def test_nobody_can_be_reached(people: Practice) -> None:
    sheets = [person.sheet for person in people.people]
    assert all(sheet.phone.startswith(FICTIONAL) for sheet in sheets if sheet.phone)
    assert all(sheet.email.endswith("@example.org") for sheet in sheets if sheet.email)
