"""`python -m tests.bench [name]`: what the program costs, each row beside its reference, measured in this run."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence

from tests.bench import save, summary
from tests.bench.measuring import Result

ROWS: dict[str, Callable[[], Iterator[Result]]] = {"save": save.measure, "summary": summary.measure}


def main(wanted: Sequence[str]) -> int:
    """Print the rows wanted, or all; exit status 1 when a target is not kept."""
    unknown = [name for name in wanted if name not in ROWS]
    if unknown:
        print(f"There is no row {', '.join(unknown)}; there are {', '.join(ROWS)}.")
        return 2
    met = True
    print("name | ours | reference | ratio | target | ok")
    for name in wanted or ROWS:
        for result in ROWS[name]():
            print(result.line(), flush=True)
            met = met and result.is_met
    return 0 if met else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
