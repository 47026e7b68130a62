"""What the requirements have in common: what was decided by hand, what is presumed, the shape of a finding."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from hin_desktop.domain.facts import Discussed
from hin_desktop.domain.findings import Finding, Status, Used
from hin_desktop.domain.legal_view import LegalView
from hin_desktop.errors import Message

ORDER: Final = ("APPLICATION", "RES_5Y", "RES_3Y", "RES_GUIDELINE", "MARRIAGE_2Y", "TITLE", "LIVELIHOOD", "LANG_B1",
                "CIVICS", "IDENTITY", "FDGO", "HIST", "CRIM", "EXCL_11", "BAR_35A")

DELICATE: Final = frozenset({"CRIM", "EXCL_11", "BAR_35A"})
"""Never on the client's sheet, on the path or in a transfer (facts.md § 7.5)."""

NAMES: Final = {
    "APPLICATION": Message("Application"),
    "RES_5Y": Message("Residence of five years"),
    "RES_3Y": Message("Residence of three years"),
    "RES_GUIDELINE": Message("Residence (guideline)"),
    "MARRIAGE_2Y": Message("Length of the marriage"),
    "TITLE": Message("Eligible residence title"),
    "LIVELIHOOD": Message("Livelihood"),
    "LANG_B1": Message("German"),
    "CIVICS": Message("Naturalisation test"),
    "IDENTITY": Message("Identity and nationality"),
    "FDGO": Message("Commitment to the democratic order"),
    "HIST": Message("Commitment to historical responsibility"),
    "CRIM": Message("Convictions"),
    "EXCL_11": Message("Grounds of exclusion"),
    "BAR_35A": Message("Bar after deception"),
}

WORDS: Final = {
    Status.MET: Message("Recorded as met."),
    Status.NOT_MET: Message("Recorded as not met."),
    Status.OPEN: Message("Not yet clarified."),
    Status.NOT_REQUIRED: Message("Not required."),
}
TALKED: Final = {
    Discussed.DISCUSSED: Message("talked about"),
    Discussed.LAWYER: Message("with a lawyer"),
    Discussed.OPEN: Message("open"),
}


@dataclass(frozen=True, slots=True)
class Requirement:
    """A code of the checklist and its rules, the main one first; `advice` is what to do while it is not met."""

    code: str
    rules: tuple[str, ...]
    advice: Message

    def decided(self, view: LegalView) -> Finding | None:
        """What somebody recorded by hand: it overrules the other facts. What was only talked about stays open."""
        talked = view.facts.discussed.get(self.code)
        if talked is not None:
            return self.found(view, Status.OPEN, TALKED[talked], used=(used(view, self.code, TALKED[talked]),))
        status = view.facts.statuses.get(self.code)
        return self.found(view, status, WORDS[status]) if status is not None else None

    def presumed(self, view: LegalView, missing: Message) -> Finding:
        """What holds where the facts say nothing; else open, and which fact is missing."""
        status = view.facts.defaults.get(self.code, Status.OPEN)
        return self.found(view, status, WORDS[status], missing=(missing,) if status is Status.OPEN else ())

    def found(self, view: LegalView, status: Status, explanation: Message, *, rules: Sequence[str] = (),
              missing: tuple[Message, ...] = (), used: tuple[Used, ...] = (), variant: str = "",
              on_decision: bool = False) -> Finding:
        """A finding; `rules` are further ones that decided."""
        applied = tuple(rule for key in (*rules, *self.rules) if (rule := view.law.find(key)) is not None)
        advice = self.advice if status in (Status.NOT_MET, Status.OPEN) else None
        return Finding(requirement=self.code, status=status, rules=applied, explanation=explanation, missing=missing,
                       used=used, variant=variant, advice=advice, on_decision=on_decision and status is Status.MET)


def used(view: LegalView, name: str, words: Message) -> Used:
    """A fact, with the record it came from."""
    return Used(words, view.sources.get(name))
