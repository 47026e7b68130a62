"""Put faults into the law core and count which of them the tests find: `make mutation` (docs/mutation.md).

    .venv/bin/python packaging/mutation.py             # run mutmut, go on where it stopped, then the table
    .venv/bin/python packaging/mutation.py --table     # only the table of the last run
    .venv/bin/python packaging/mutation.py --left      # the faults that no test finds, as differences

Faults in a text alone are left out: the source text of a Message, and what an exception says to programmers.
"""

from __future__ import annotations

import ast
import json
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import unified_diff
from pathlib import Path

ROOT = Path(__file__).parents[1]
MUTANTS = ROOT / "mutants"
PROCESSES = "2"
SURVIVED, UNTESTED, UNCHECKED = 0, (5, 33), None  # exit codes as mutmut keeps them; any other found the fault


@dataclass(frozen=True)
class Mutant:
    """A function with one fault in it, and what became of it."""

    module: str
    function: str
    original: str
    changed: str
    exit_code: int | None

    @property
    def found(self) -> bool:
        """Whether a test failed."""
        return self.exit_code not in (SURVIVED, UNCHECKED, *UNTESTED)


class WithoutTexts(ast.NodeTransformer):
    """Empties what is only said."""

    def visit_Call(self, node: ast.Call) -> ast.AST:
        self.generic_visit(node)
        if isinstance(node.func, ast.Name) and node.func.id == "Message" and node.args:
            node.args[0] = ast.Constant("")
        return node

    def visit_Raise(self, node: ast.Raise) -> ast.AST:
        for inner in ast.walk(node):
            if isinstance(inner, ast.Constant) and isinstance(inner.value, str):
                inner.value = ""
        return node


def only_text(mutant: Mutant) -> bool:
    """Whether nothing but words differs."""
    before, after = (ast.dump(WithoutTexts().visit(ast.parse(text))) for text in (mutant.original, mutant.changed))
    return before == after


def mutants() -> Iterator[Mutant]:
    """Every mutant of the last run."""
    for meta in sorted(MUTANTS.rglob("*.py.meta")):
        source = meta.with_suffix("")
        functions = {node.name: ast.unparse(_renamed(node)) for node in ast.walk(ast.parse(source.read_text("utf-8")))
                     if isinstance(node, ast.FunctionDef) and "__mutmut_" in node.name}
        for key, exit_code in json.loads(meta.read_text("utf-8"))["exit_code_by_key"].items():
            name = key.rpartition(".")[2]
            original = functions[name.rpartition("__mutmut_")[0] + "__mutmut_orig"]
            yield Mutant(str(source.relative_to(MUTANTS)), name, original, functions[name], exit_code)


def _renamed(node: ast.FunctionDef) -> ast.FunctionDef:
    return ast.FunctionDef(**{**dict(ast.iter_fields(node)), "name": "function"}, lineno=node.lineno)


def table(counted: list[Mutant], texts: int) -> str:
    """One line a module, then the parts that the goal is set for."""
    modules = sorted({mutant.module for mutant in counted})
    parts = {"calendar": "calendar.py", **{name: f"/{name}" for name in ("residence", "naturalisation", "settlement",
                                                                         "notices")}}
    rows = [(name.removeprefix("hin_desktop/domain/"), [each for each in counted if each.module == name])
            for name in modules]
    rows += [(f"**{part}**", [each for each in counted if where in each.module]) for part, where in parts.items()]
    lines = [f"| {name} | {len(each)} | {sum(one.found for one in each)} | "
             f"{100 * sum(one.found for one in each) / len(each):.1f} % |" for name, each in rows if each]
    head = ["| Module | Faults | Found | |", "|---|---|---|---|"]
    return "\n".join([*head, *lines, "", f"Left out, texts alone: {texts}."])


def main() -> int:
    """Run and report; 1 where mutmut could not run to its end."""
    if not {"--table", "--left"} & set(sys.argv):
        subprocess.run([Path(sys.executable).with_name("mutmut"), "run", "--max-children", PROCESSES], cwd=ROOT,
                       check=False)
    found = list(mutants())
    counted = [mutant for mutant in found if not only_text(mutant)]
    if "--left" in sys.argv:
        for mutant in counted:
            if not mutant.found:
                print(f"\n{mutant.module} {mutant.function} ({mutant.exit_code})")
                print("\n".join(line for line in unified_diff(
                    mutant.original.splitlines(), mutant.changed.splitlines(), lineterm="", n=1) if line[:2] not in (
                        "--", "++", "@@")))
        return 0
    print(table(counted, len(found) - len(counted)))
    return 1 if any(mutant.exit_code is UNCHECKED for mutant in found) else 0


if __name__ == "__main__":
    sys.exit(main())
