"""`hin` with nothing left out: the composition root, a real vault, a real desk."""

from __future__ import annotations

from pathlib import Path

import pytest

from hin_desktop import desk
from hin_desktop.cli.main import DONE, FAULT


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a practice desk and its password."""
    folder = tmp_path_factory.mktemp("hin")
    (folder / "password").write_text("uebung\n", encoding="utf-8")
    assert hin("practice", "--desk", folder / "desk") == DONE
    return folder


def hin(*words: str | Path) -> int:
    return desk.command_line([str(word) for word in (*words, "--language", "en")])


def test_summary_without_naming_the_user(place: Path) -> None:
    out = place / "summary.pdf"
    assert hin("summary", "--desk", place / "desk", "--person", "1", "--out", out,
               "--password-file", place / "password") == DONE
    assert out.read_bytes().startswith(b"%PDF")


def test_the_practice_desk_is_sound(place: Path) -> None:
    assert hin("check", "--desk", place / "desk", "--password-file", place / "password") == DONE


def test_a_practice_desk_overwrites_nothing(place: Path) -> None:
    assert hin("practice", "--desk", place / "desk") == FAULT


def test_a_wrong_password_is_told_in_words(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (place / "wrong").write_text("guess\n", encoding="utf-8")
    assert hin("check", "--desk", place / "desk", "--password-file", place / "wrong") == FAULT
    assert "The password is not right." in capsys.readouterr().err


def test_nothing_to_restore_yet(place: Path) -> None:
    assert hin("restore", "--desk", place / "desk", "--password-file", place / "password") == FAULT


def test_a_folder_without_a_desk(place: Path) -> None:
    assert hin("check", "--desk", place / "nothing", "--password-file", place / "password") == FAULT
