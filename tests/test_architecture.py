"""The rules of the house as failing tests, each with its reason."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "hin_desktop"
FILES = sorted(PACKAGE.rglob("*.py"))
LONGEST_FILE, LONGEST_FUNCTION, MOST_METHODS = 400, 50, 20
LEAVES = {
    "start.py", "app.py", "desk.py", "errors.py", "paths.py", "resources.py", "texts.py", "version.py", "__init__.py",
}  # fmt: skip
GEOMETRY = {"path_drawing.py", "drawing.py", "shapes.py", "partial_date.py", "date_input.py", "calendar.py"}


def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def test_nothing_lies_loose_beside_the_layers() -> None:
    """A newcomer finds every file in a layer; the leaves and the two roots are the only exceptions."""
    assert {path.name for path in PACKAGE.glob("*.py")} == LEAVES


def test_files_functions_and_classes_stay_small() -> None:
    """What does not fit on a few screens is two things."""
    long: list[str] = []
    for path in FILES:
        source = tree(path)
        if path.read_text(encoding="utf-8").count("\n") > LONGEST_FILE:
            long.append(str(path))
        for node in ast.walk(source):
            if isinstance(node, ast.FunctionDef) and (node.end_lineno or 0) - node.lineno >= LONGEST_FUNCTION:
                long.append(f"{path.name}:{node.name}")
            if isinstance(node, ast.ClassDef) and sum(
                    isinstance(inner, ast.FunctionDef) for inner in node.body) > MOST_METHODS:
                long.append(f"{path.name}:{node.name}")
    assert not long


def test_the_law_has_no_numbers_in_the_domain() -> None:
    """Numbers of the law are dated data with a citation; calendar and drawing geometry are no law."""
    found = [f"{path.name}:{node.lineno} {node.value}" for path in sorted((PACKAGE / "domain").rglob("*.py"))
             if path.name not in GEOMETRY for node in ast.walk(tree(path))
             if isinstance(node, ast.Constant) and isinstance(node.value, int | float)
             and not isinstance(node.value, bool) and node.value not in (-1, 0, 1, 2)]
    assert not found


def test_no_import_hides_in_a_function() -> None:
    """Late imports are the cure of cycles; there are none. app.py imports the heavy half after the first paint."""
    found = [f"{path.name}:{inner.lineno}" for path in FILES for node in ast.walk(tree(path))
             if isinstance(node, ast.FunctionDef) for inner in ast.walk(node)
             if isinstance(inner, ast.Import | ast.ImportFrom)]
    assert not found


def test_texts_are_literals() -> None:
    """A text built at run time is never found by the extraction, so it is never translated."""
    says = ("Message", "Plural", "texts")
    found = [f"{path.relative_to(ROOT)}:{node.lineno}" for path in FILES for node in ast.walk(tree(path))
             if isinstance(node, ast.Call) and ast.unparse(node.func).rpartition(".")[2] in says
             and node.args and isinstance(node.args[0], ast.JoinedStr | ast.BinOp)]
    assert not found


def test_the_vault_alone_opens_a_desk() -> None:
    """Two SQLite libraries on one file, or a plain open() of it, destroy its locks (SAFETY, facts 1 and 4)."""
    word = re.compile(r"^\s*(?:import|from) (?:sqlcipher3|sqlite3|PySide6\.QtSql)", re.M)
    found = [str(path.relative_to(PACKAGE)) for path in FILES if word.search(path.read_text(encoding="utf-8"))]
    assert found == ["vault/connection.py"]


def test_the_first_paint_is_light() -> None:
    """Before the unlock window is painted nothing heavy is imported: it would triple the start (MEASURED § 2)."""
    heavy = ("sqlalchemy", "alembic", "reportlab", "babel", "pypdfium2", "fpdf", "hin_desktop.desk",
             "hin_desktop.services", "hin_desktop.records", "hin_desktop.documents")
    script = f"import sys, hin_desktop.app; print([name for name in {heavy!r} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_translations_are_complete_and_fresh() -> None:
    """Nothing is missing in German, and nothing is kept that no window says any more."""
    sys.path.insert(0, str(ROOT / "packaging"))
    try:
        translations = __import__("translations")
    finally:
        sys.path.pop(0)
    kept = translations.stored(translations.GERMAN)
    source = {message.id for message in translations.extracted() if message.id}
    assert translations.missing(kept) == []
    assert {message.id for message in kept if message.id} == source


@pytest.mark.parametrize("name", ["run", "dev"])
def test_locks_name_no_index_and_hash_everything(name: str) -> None:
    """A lock that names a host breaks elsewhere; one without hashes trusts it."""
    lock = (ROOT / "requirements" / f"{name}.txt").read_text(encoding="utf-8")
    assert "://" not in lock and "--index-url" not in lock
    assert lock.count("==") <= lock.count("--hash=sha256:")


def test_every_dependency_has_its_reason() -> None:
    """A library without a reason is one too many."""
    reasons = (ROOT / "docs" / "dependencies.md").read_text(encoding="utf-8").lower()
    wanted = [re.split(r"[=~><\[]", line.strip())[0].lower() for name in ("run", "dev")
              for line in (ROOT / "requirements" / f"{name}.in").read_text(encoding="utf-8").splitlines()
              if line.strip() and not line.startswith(("#", "-"))]
    assert [name for name in wanted if name not in reasons] == []


def test_the_project_names_one_version() -> None:
    """The wheel takes its version from version.py."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    assert project["tool"]["hatch"]["version"]["path"] == "hin_desktop/version.py"
