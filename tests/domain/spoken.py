"""Every sentence that comes out of the law: it is in the German catalogue, and each of its places has a value."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from babel.messages.pofile import read_po

from hin_desktop.domain.findings import Finding
from hin_desktop.errors import Message
from hin_desktop.resources import translations_folder

_PLACE = re.compile(r"\{(\w+)\}")


@cache
def _known() -> frozenset[str]:
    with (translations_folder() / "de" / "LC_MESSAGES" / "hin.po").open("rb") as file:
        return frozenset(str(message.id) for message in read_po(file))


def spoken(message: Message) -> None:
    """Fails for a text that nobody translated, or one whose places are not filled."""
    assert message.key in _known(), message.key
    assert set(_PLACE.findall(message.key)) == set(message.values)
    assert None not in message.values.values()


def all_spoken(findings: Iterable[Finding]) -> None:
    """The same for everything that findings say; each has a citation."""
    for finding in findings:
        assert finding.citation
        for message in (finding.explanation, *finding.missing, *(used.fact for used in finding.used)):
            spoken(message)
        if finding.advice is not None:
            spoken(finding.advice)
