from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import pypdfium2
import pytest

from hin_desktop.cli import main
from hin_desktop.cli.main import DONE, FAULT, USAGE, Ports
from hin_desktop.errors import DeskFault, Message
from hin_desktop.services import practice
from hin_desktop.services.open_desk import OpenDesk
from hin_desktop.services.search import ClientFilter, find, list_rows
from tests.desk_factory import desk, template_desk  # noqa: F401
from tests.open_desk import open_desk, world  # noqa: F401

PASSWORD = "correct horse battery"
Hin = Callable[..., int]


class Root:
    """A composition root around one open desk; notes what it was asked to do."""

    def __init__(self, desk: OpenDesk, names: tuple[str, ...] = ("ayse",)) -> None:  # noqa: F811
        self.desk = desk
        self.names = names
        self.asked: list[object] = []

    def ports(self) -> Ports:
        return Ports(self.asked.append, self.open, lambda folder: self.names, self.tour,
                     self.restore, self.check)

    def open(self, folder: Path, login: str, password: str) -> AbstractContextManager[OpenDesk]:
        return self._opened(folder, login, password)

    @contextmanager
    def _opened(self, folder: Path, login: str, password: str) -> Iterator[OpenDesk]:
        self.check(folder, login, password)
        yield self.desk

    def tour(self, out: Path) -> int:
        self.asked.append(out)
        return 0

    def restore(self, folder: Path, name: str | None, login: str, password: str) -> Path:
        self.asked.append(name)
        return folder / "before"

    def check(self, folder: Path, login: str, password: str) -> None:
        self.asked.append(login)
        if password != PASSWORD:
            raise DeskFault(Message("The password is not right."), Message("Try again."))


@pytest.fixture
def root(open_desk: OpenDesk) -> Root:  # noqa: F811
    return Root(open_desk)


@pytest.fixture
def hin(root: Root, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Hin:
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")
    monkeypatch.setattr("sys.stdin", io.StringIO(f"{PASSWORD}\n"))

    def call(*words: str | Path) -> int:
        return main.run([str(word) for word in words], root.ports())

    return call


def test_no_command_is_wrong_usage(hin: Hin, capsys: pytest.CaptureFixture[str]) -> None:
    assert hin() == USAGE
    assert "Wrong usage" in capsys.readouterr().err


def test_help_ends_well_and_tells_the_exit_status(hin: Hin, capsys: pytest.CaptureFixture[str]) -> None:
    assert hin("--help") == DONE
    assert "Exit status" in capsys.readouterr().out


def test_a_missing_option_is_wrong_usage(hin: Hin) -> None:
    assert hin("summary", "--desk", "somewhere") == USAGE


def test_a_password_is_no_argument(hin: Hin) -> None:
    assert hin("check", "--desk", "x", "--password", PASSWORD) == USAGE


def test_practice(hin: Hin, root: Root, tmp_path: Path) -> None:
    assert hin("practice", "--desk", tmp_path) == DONE
    assert root.asked == [tmp_path]


def test_tour_gives_its_own_status(hin: Hin, root: Root, tmp_path: Path) -> None:
    assert hin("tour", "--out", tmp_path) == DONE
    assert root.asked == [tmp_path]


def test_the_only_user_need_not_be_named(hin: Hin, root: Root) -> None:
    assert hin("check", "--desk", "x", "--password-file", "-") == DONE
    assert root.asked == ["ayse"]


def test_several_users_must_be_told_apart(hin: Hin, root: Root, capsys: pytest.CaptureFixture[str]) -> None:
    root.names = ("ayse", "birgit")
    assert hin("check", "--desk", "x", "--password-file", "-") == FAULT
    assert "ayse, birgit" in capsys.readouterr().err
    assert hin("check", "--desk", "x", "--user", "birgit", "--password-file", "-") == DONE


def test_a_wrong_password_is_a_sentence_and_advice(hin: Hin, tmp_path: Path,
                                                   capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "password").write_text("guess\nsecond line", encoding="utf-8")
    assert hin("check", "--desk", "x", "--password-file", tmp_path / "password") == FAULT
    assert capsys.readouterr().err == "The password is not right.\nTry again.\n"


def test_password_with_blanks_and_umlauts_from_a_file(hin: Hin, tmp_path: Path) -> None:
    (tmp_path / "password").write_text(f"{PASSWORD}\r\n", encoding="utf-8")
    assert hin("check", "--desk", "x", "--password-file", tmp_path / "password") == DONE


def test_without_a_terminal_nothing_is_prompted(hin: Hin, capsys: pytest.CaptureFixture[str]) -> None:
    assert hin("check", "--desk", "x") == FAULT
    assert "--password-file" in capsys.readouterr().err


def test_a_password_file_that_is_not_there(hin: Hin, tmp_path: Path) -> None:
    assert hin("check", "--desk", "x", "--password-file", tmp_path / "none") == FAULT


def test_restore_takes_the_latest_or_a_name(hin: Hin, root: Root, monkeypatch: pytest.MonkeyPatch) -> None:
    assert hin("restore", "--desk", "x", "--password-file", "-") == DONE
    monkeypatch.setattr("sys.stdin", io.StringIO(f"{PASSWORD}\n"))
    assert hin("restore", "--desk", "x", "--backup", "monday", "--password-file", "-") == DONE
    assert root.asked == [None, "monday"]


def test_summary_is_a_private_pdf_of_this_person(hin: Hin, root: Root, tmp_path: Path) -> None:
    practice.fill(root.desk, root.desk.today())
    number = list_rows(root.desk, find(root.desk, ClientFilter(text="Al-Masri Yusuf")))[0].file_number
    out = tmp_path / "yusuf.pdf"
    assert hin("summary", "--desk", "x", "--person", number, "--out", out, "--password-file", "-") == DONE
    with pypdfium2.PdfDocument(out) as pdf:
        page = pdf[0]
        words = page.get_textpage()
        text = words.get_text_bounded()
        words.close()
        page.close()
    assert "Al-Masri" in text
    assert out.stat().st_mode & 0o077 == 0
    assert [each.name for each in tmp_path.glob("*.part")] == []


def test_summary_takes_the_id_as_well(hin: Hin, root: Root, tmp_path: Path) -> None:
    practice.fill(root.desk, root.desk.today())
    person = find(root.desk, ClientFilter(text="Kovalenko Olena"))[0]
    words = ("summary", "--desk", "x", "--person", str(person), "--out", tmp_path / "x.pdf", "--password-file", "-")
    assert hin(*words) == DONE


@pytest.mark.parametrize("person", ["HIN-1999-0001", "0", "9" * 40, "", "' OR 1=1 --"])
def test_nobody_with_this_number(hin: Hin, tmp_path: Path, person: str, capsys: pytest.CaptureFixture[str]) -> None:
    words = ("summary", "--desk", "x", "--person", person, "--out", tmp_path / "x.pdf", "--password-file", "-")
    assert hin(*words) == FAULT
    assert "no person with the number" in capsys.readouterr().err


def test_summary_into_a_missing_folder(hin: Hin, root: Root, tmp_path: Path,
                                       capsys: pytest.CaptureFixture[str]) -> None:
    practice.fill(root.desk, root.desk.today())
    out = tmp_path / "none" / "x.pdf"
    assert hin("summary", "--desk", "x", "--person", "1", "--out", out, "--password-file", "-") == FAULT
    assert "could not be written" in capsys.readouterr().err


@pytest.mark.parametrize(("argv", "environment", "spoken"), [
    ([], {}, "de"), ([], {"LANG": "en_US.UTF-8"}, "en"), ([], {"LANG": "en_US", "LC_ALL": "de_DE"}, "de"),
    ([], {"LANG": "C.UTF-8"}, "de"), (["check", "--language", "en"], {}, "en"),
    (["--language=de"], {"LANG": "en_GB"}, "de")])  # fmt: skip
def test_language(argv: list[str], environment: dict[str, str], spoken: str) -> None:
    assert main.language(argv, environment) == spoken
