"""How a finding stands, as a word, a colour and a sign: the same in the window and on paper."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from hin_desktop.domain.facts import Discussed
from hin_desktop.domain.findings import Finding, Status
from hin_desktop.domain.naturalisation.conduct import talked
from hin_desktop.domain.naturalisation.requirement import DELICATE, TALKED
from hin_desktop.domain.path_drawing import Role
from hin_desktop.errors import Message

NON_BINDING: Final = Message("Non-binding computation; what counts is the decision of the authority.")


@dataclass(frozen=True, slots=True)
class Standing:
    """A word, never alone: with the name of an icon, and of the colour that has its meaning."""

    words: Message
    role: Role
    icon: str


_BY_STATUS: Final = {
    Status.MET: Standing(Message("met"), Role.MET, "circle-check"),
    Status.NOT_MET: Standing(Message("not met"), Role.WRONG, "circle-alert"),
    Status.OPEN: Standing(Message("open"), Role.MUTED, "circle-question-mark"),
    Status.NOT_REQUIRED: Standing(Message("not required"), Role.MUTED, "minus"),
}
_TODAY_ONLY: Final = Standing(Message("met today"), Role.SOON, "circle-dot")
_DELICATE_ICONS: Final = {
    Discussed.DISCUSSED: "message-circle", Discussed.LAWYER: "scale", Discussed.OPEN: "circle-question-mark"}


def standing(finding: Finding) -> Standing:
    """Amber what is met today and counts on the day of decision; a day to wait for where there is one."""
    if finding.requirement in DELICATE:
        state = talked(finding)
        return Standing(TALKED[state], Role.MUTED, _DELICATE_ICONS[state])
    if finding.status is Status.MET and finding.on_decision:
        return _TODAY_ONLY
    if finding.status is Status.NOT_MET and finding.earliest is not None:
        return Standing(Message("from {date}", date=finding.earliest), Role.MUTED, "circle-dashed")
    return _BY_STATUS[finding.status]
