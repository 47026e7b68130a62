"""Small rules of the first window, and that it agrees with what it must not import."""

from __future__ import annotations

import subprocess
import sys
from string import ascii_letters, digits

from hypothesis import given
from hypothesis import strategies as st

from hin_desktop.services.catalogues import load_catalogues
from hin_desktop.texts import Texts
from hin_desktop.ui.unlock import screen, wanted
from hin_desktop.ui.unlock.code_field import GROUPS, SIGNS, first_difference, in_groups, signs_of
from hin_desktop.vault import faults, passwords
from hin_desktop.vault.recovery import RecoveryCode
from tests.ui.unlock.paper_gate import CODE

HEAVY = {"sqlalchemy", "alembic", "reportlab", "babel", "pypdfium2", "sqlcipher3"}
LOOK = "import sys, hin_desktop.ui.unlock.window; print(*sys.modules)"


def test_the_first_paint_is_light() -> None:
    names = subprocess.run([sys.executable, "-c", LOOK], capture_output=True, text=True, check=True).stdout.split()
    assert not HEAVY & {name.partition(".")[0] for name in names}
    assert not [name for name in names if name.startswith(("hin_desktop.services", "hin_desktop.records"))]
    assert not [name for name in names if name.startswith(("hin_desktop.documents", "hin_desktop.vault"))]


def test_faults_and_lengths_are_those_of_the_vault() -> None:
    assert all(hasattr(faults, name) for name in screen._FIELD_OF)
    assert passwords.MINIMUM_LENGTH == wanted.SHORTEST
    assert (GROUPS, {SIGNS}) == (len(CODE), {len(group) for group in CODE})


def test_services_are_those_of_the_catalogue() -> None:
    texts = Texts("en")
    offered = {key: texts(name) for key, name in wanted.SERVICES if key != wanted.OTHER_SERVICE}
    assert offered == {entry.code: entry.en for entry in load_catalogues().counselling_services.entries}


def test_a_login_is_made_of_a_name() -> None:
    assert wanted.login_of("  Ayşe Groß-Demir ") == "ayse.grossdemir"
    assert wanted.login_of("Yılmaz Łucja Sørensen") == "yilmaz.lucja.sorensen"
    assert wanted.login_of("Олена") == "" and wanted.login_of("Ann O’Neil") == "ann.oneil"


def test_strength_is_said_honestly() -> None:
    texts = Texts("en")

    def say(password: str) -> str:
        return texts(wanted.strength(password, "ayse", "AWO Herne"))

    assert say("kurz") == "8 more characters are needed."
    assert "Too easy" in say("awoherne-2027!") and "Too easy" in say("Ayse1")
    assert say("x" * 11) == "1 more character is needed."
    assert say("Die Katze schläft gern") == "A good length."


@given(st.text(ascii_letters + digits + " -–.", max_size=50))
def test_groups_keep_every_sign(typed: str) -> None:
    grouped = in_groups(typed)
    assert signs_of(grouped) == signs_of(typed) and in_groups(grouped) == grouped


@given(st.binary(min_size=20, max_size=20))
def test_a_code_typed_in_any_manner_is_the_same(secret: bytes) -> None:
    code = RecoveryCode(secret).groups
    assert first_difference(" ".join(code).lower().replace("0", "o").replace("1", "l"), code) is None
    assert first_difference("-".join(code[:-1]), code) == GROUPS
