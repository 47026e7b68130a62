"""The organisation on the letterhead."""

from __future__ import annotations

from dataclasses import replace

import pytest

from hin_desktop.errors import Conflict, Invalid
from hin_desktop.services import history, organisations
from hin_desktop.services.open_desk import OpenDesk

PNG = b"\x89PNG\r\n\x1a\n" + bytes(64)
JPEG = b"\xff\xd8\xff\xe0" + bytes(64)


def test_changed_and_taken_back(open_desk: OpenDesk) -> None:
    before = organisations.get(open_desk)
    saved = organisations.change(open_desk, replace(before, street="Bahnhofstraße 1", email="post@example.org")).value
    assert organisations.get(open_desk) == saved
    history.undo(open_desk)
    assert organisations.get(open_desk).street == ""


@pytest.mark.parametrize(("field", "value"), [("name", " "), ("email", "post"), ("town", "H\x07rne")])
def test_refused_at_the_field(open_desk: OpenDesk, field: str, value: str) -> None:
    with pytest.raises(Invalid) as fault:
        organisations.change(open_desk, replace(organisations.get(open_desk), **{field: value}))
    assert [problem.field for problem in fault.value.problems] == [field]


def test_two_who_change_it(open_desk: OpenDesk, colleague: OpenDesk) -> None:
    read = organisations.get(open_desk)
    organisations.change(colleague, replace(read, phone="1"))
    with pytest.raises(Conflict) as conflict:
        organisations.change(open_desk, replace(read, phone="2"))
    assert conflict.value.who == "Jonas Beck"


@pytest.mark.parametrize("image", [PNG, JPEG], ids=["png", "jpeg"])
def test_a_logo_is_kept_and_taken_away(open_desk: OpenDesk, image: bytes) -> None:
    row = organisations.set_logo(open_desk, organisations.get(open_desk), image).value
    assert organisations.logo(open_desk, row) == image
    bare = organisations.set_logo(open_desk, row, None).value
    assert organisations.logo(open_desk, bare) is None
    history.undo(open_desk)
    assert organisations.logo(open_desk, organisations.get(open_desk)) == image


@pytest.mark.parametrize("image", [b"GIF89a" + bytes(64), b"<svg/>", b"%PDF", PNG + bytes(2_000_000)])
def test_no_other_picture_and_none_too_large(open_desk: OpenDesk, image: bytes) -> None:
    with pytest.raises(Invalid) as fault:
        organisations.set_logo(open_desk, organisations.get(open_desk), image)
    assert fault.value.problems[0].field == "logo"
    assert organisations.get(open_desk).logo_sha256 is None
