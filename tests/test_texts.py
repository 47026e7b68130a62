"""Messages become sentences: language, numbers, dates, and the organisation's way of writing gender."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from hin_desktop import resources
from hin_desktop.errors import FieldProblem, Invalid, Message, Plural
from hin_desktop.texts import GenderStyle, Texts


def test_german_is_the_default_and_english_the_source() -> None:
    assert Texts()("Cancelled.") == "Abgebrochen."
    assert Texts("en")("Cancelled.") == "Cancelled."
    assert Texts("fr").language == "de"


def test_a_text_nobody_translated_is_shown_as_it_is() -> None:
    assert Texts()("Nobody says {this}", this="so") == "Nobody says so"


def test_numbers_choose_the_form() -> None:
    words = Texts("en")
    assert [words(Plural("{n} step", "{n} steps", n)) for n in (1, 2)] == ["1 step", "2 steps"]


def test_dates_and_messages_inside_a_message_are_rendered() -> None:
    inner = Message("valid until {date}", date=date(2027, 1, 14))
    assert Texts("en")(Message("{what}!", what=inner)) == "valid until 14 Jan 2027!"
    assert Texts("de").date(date(2027, 1, 14)) == "14.01.2027"
    assert Texts("de").moment(datetime(2027, 1, 14, 9, 5, tzinfo=UTC)) == "14.01.2027, 09:05"


def test_braces_in_a_name_stay_what_they_are() -> None:
    assert Texts("en")(Message("Colleague added: {name}", name="{0} {x}")) == "Colleague added: {0} {x}"


@pytest.mark.parametrize(("style", "clients", "person"), [
    (GenderStyle.STAR, "Klient*innen", "Ratsuchende*r"), (GenderStyle.COLON, "Klient:innen", "Ratsuchende:r"),
    (GenderStyle.UNDERSCORE, "Klient_innen", "Ratsuchende_r"), (GenderStyle.INNER_I, "KlientInnen", "RatsuchendeR"),
    (GenderStyle.SLASH, "Klient/-innen", "Ratsuchende/-r"),
])
def test_gender_is_written_as_the_organisation_wishes(style: GenderStyle, clients: str, person: str) -> None:
    words = Texts("de", style)
    assert (words.inclusive("Klient*innen"), words.inclusive("Ratsuchende*r")) == (clients, person)
    assert words.inclusive("5 * 3") == "5 * 3"


def test_values_of_a_message_never_show_in_its_repr() -> None:
    assert "Meier" not in repr(Message("{name}", name="Meier"))
    assert "Meier" not in str(Invalid(FieldProblem("name", Message("{name}", name="Meier"))))


def test_the_shipped_files_are_found() -> None:
    assert resources.path("fonts", "NotoSans-Regular.ttf").is_file()
    assert resources.read_text("catalogues", "topics.toml")
