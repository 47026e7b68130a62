"""Names in all spellings."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hin_desktop.domain.names import WITHOUT_NAME, PersonName, fold, query_words, search_terms, sound
from hin_desktop.errors import Message


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("Müller", "muller"), ("Müller", "mueller"), ("Mueller", "Müller"), ("Groß", "gross"), ("GROẞ", "groß"),
        ("Łukasz", "lukasz"), ("Đorđe", "dorde"), ("Đorđe", "Djordje"), ("Ørsted", "orsted"), ("Yıldırım", "yildirim"),
        ("Ёлкин", "елкин"), ("Ёлкин", "elkin"), ("Şükrü", "sukru"), ("Nguyễn", "nguyen"), ("İbrahim", "ibrahim"),
        ("İbrahim", "IBRAHIM"), ("Шевченко", "шЕВЧЕНКО"), ("Al-Masri", "masri"), ("O’Brien", "o'brien"),
        ("المصري", "مصري"), ("ቴድሮስ", "tedros"), ("Mu\u0308ller", "Müller"), ("Ab\u200bdul", "abdul"),
        ("مُحَمَّد", "محمد"),
    ],
)  # fmt: skip
def test_name_is_found_as_it_is_typed(name: str, typed: str) -> None:
    terms = search_terms(name)
    assert all(any(term.startswith(word) for term in terms) or heard in terms for word, heard in query_words(typed))


@pytest.mark.parametrize(
    "spellings",
    [
        ("Mohammed", "Muhammad", "Mohamad", "Мохаммед", "محمد"), ("Ahmed", "Ahmad", "Achmed", "أحمد", "احمد"),
        ("Yusuf", "Youssef", "يوسف"), ("Khaled", "Chaled", "Halid", "خالد"), ("Jamal", "Djamal", "Dschamal", "جمال"),
        ("Fatima", "Fatimah", "فاطمة"), ("Omar", "Umar", "عمر"), ("Masri", "المصري"),
        ("Abdullah", "Abdallah", "عبدالله"),
    ],
)  # fmt: skip
def test_spellings_of_one_name_sound_alike(spellings: tuple[str, ...]) -> None:
    assert len({sound(name) for name in spellings}) == 1
    assert sound(spellings[0])


def test_short_names_have_no_sound() -> None:
    assert sound("Ali") == sound("علي") == sound("") == ""


def test_sound_is_never_taken_for_a_typed_prefix() -> None:
    assert not any(term.startswith("am") for term in search_terms("Omar"))


@given(st.text())
def test_fold_gives_plain_words_and_is_stable(text: str) -> None:
    folded = fold(text)
    assert folded == fold(folded)
    assert all(word.isascii() and word.isalnum() and word == word.lower() for word in folded.split())


@given(st.text(), st.text())
def test_terms_are_single_words_and_include_the_folded_ones(first: str, second: str) -> None:
    terms = search_terms(first, second)
    assert set(fold(first).split()) | set(fold(second).split()) <= terms
    assert not any(" " in term or not term for term in terms)


def test_parts_of_a_name() -> None:
    name = PersonName("Yusuf", "Al-Masri", "يوسف المصري")
    assert (name.full, name.initials, name.sort_key) == ("Yusuf Al-Masri", "YA", "al masri yusuf")
    assert name.listed == Message("{family}, {given}", family="Al-Masri", given="Yusuf")


@pytest.mark.parametrize(
    ("name", "full", "initials"),
    [
        (PersonName("Ümit", ""), "Ümit", "Ü"), (PersonName("", "Kaya"), "Kaya", "K"),
        (PersonName("", "", "يوسف المصري"), "يوسف المصري", "يا"), (PersonName(" ", "\u200b"), "\u200b", "?"),
        (PersonName("Anna Maria", "'t Hooft"), "Anna Maria 't Hooft", "AT"),
    ],
)  # fmt: skip
def test_name_of_one_part(name: PersonName, full: str, initials: str) -> None:
    assert (name.full, name.initials) == (full, initials)


def test_somebody_without_a_name_is_shown_and_sorted_last() -> None:
    nobody = PersonName("", "")
    assert nobody.display == nobody.listed == WITHOUT_NAME
    assert nobody.initials == "?"
    assert nobody.sort_key > PersonName("Zoë", "Zywietz").sort_key
