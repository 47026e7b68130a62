"""The people of a case file and what the law says to them, as text."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from hin_desktop.errors import Message, Refused
from hin_desktop.services import case_files
from hin_desktop.texts import Texts


def answers(file: Path, as_of: date | None, texts: Texts, *, as_json: bool) -> str:
    """A JSON list, or a line a case. Raises BadInput for a faulty file, Refused for one that cannot be read."""
    results = case_files.assess_file(_read(file), str(file), as_of)
    if as_json:
        return json.dumps(results, ensure_ascii=False, indent=2)
    return "\n".join(_line(result, texts) for result in results)


def _read(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as fault:
        raise Refused(Message("The file {file} could not be read.", file=file),
                      Message("Check that it is there and that it is a text in UTF-8.")) from fault


def _line(result: Mapping[str, object], texts: Texts) -> str:
    """The id of a case and its answers, for people."""
    found = [f"{key} {json.dumps(value, ensure_ascii=False)}" for key, value in result.items() if key != "id"]
    return f"{result['id']}: {', '.join(found) or texts('no answer')}"
