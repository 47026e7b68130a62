"""`python -m tests.bench [name ...]`: what the program costs, each row beside its reference, measured in this run."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence

from tests.bench import law, save, summary, windows
from tests.bench.measuring import Result

ROWS: dict[str, Callable[[], Iterator[Result]]] = {
    "start": windows.starts,
    "memory": windows.starts,
    "unlock": windows.at_the_desk,
    "memory_heute": windows.at_the_desk,
    "open_person": windows.at_the_desk,
    "save": save.measure,
    "summary": summary.measure,
    "path_sheet": summary.measure,
    "legal_page": summary.measure,
    "assess": law.assessing,
    "deadlines_300": law.deadlines_of_many,
    "deadlines_all": law.deadlines_of_many,
    "block": windows.blocks,
}


def main(wanted: Sequence[str]) -> int:
    """Print the rows wanted, or all; exit status 1 when a target is not kept."""
    unknown = [name for name in wanted if name not in ROWS]
    if unknown:
        print(f"There is no row {', '.join(unknown)}; there are {', '.join(ROWS)}.")
        return 2
    met = True
    print("name | ours | reference | ratio | target | ok")
    for measure in dict.fromkeys(ROWS[name] for name in wanted or ROWS):
        for result in measure():
            if not wanted or result.name in wanted:
                print(result.line(), flush=True)
                met = met and result.is_met
    return 0 if met else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
