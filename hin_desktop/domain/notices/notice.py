"""A letter as it was typed in, and what follows from it: facts in, an answer out.

The codes are those of the catalogues notice_kinds, deliveries, instructions and remedies.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from hin_desktop.domain.calendar import LegalDay, Span
from hin_desktop.domain.law import Rule
from hin_desktop.errors import Message


class NoticeKind(StrEnum):
    """Whose notice it is; those of `POST` are no Bescheid."""

    SGB2 = "SGB2"
    SGB3 = "SGB3"
    SGB12 = "SGB12"
    ASYLBLG = "ASYLBLG"
    KIZ = "KIZ"
    KINDERGELD = "KINDERGELD"
    WOGG = "WOGG"
    UVG = "UVG"
    SGB8 = "SGB8"
    ABH = "ABH"
    NATURALISATION = "NATURALISATION"
    BEZREG = "BEZREG"
    BAMF = "BAMF"
    ASYLG = "ASYLG"
    HEARING = "HEARING"
    COOPERATION = "COOPERATION"
    INVITATION = "INVITATION"
    REMINDER = "REMINDER"
    OTHER = "OTHER"


POST = frozenset({NoticeKind.HEARING, NoticeKind.COOPERATION, NoticeKind.INVITATION, NoticeKind.REMINDER,
                  NoticeKind.OTHER})  # fmt: skip
"""Other post: nothing is computed, its deadline is typed from the letter."""


class Delivery(StrEnum):
    """How the letter came. RECEPTION, UNDELIVERABLE: in the asylum procedure (§ 10 AsylG)."""

    LETTER = "LETTER"
    REGISTERED = "REGISTERED"
    PZU = "PZU"
    PORTAL = "PORTAL"
    RECEPTION = "RECEPTION"
    UNDELIVERABLE = "UNDELIVERABLE"


class Instruction(StrEnum):
    """What stands in the letter about the remedy (Rechtsbehelfsbelehrung)."""

    COMPLETE = "COMPLETE"
    MISSING = "MISSING"
    WRONG = "WRONG"


class Remedy(StrEnum):
    """What can be done. NONE: nothing, it is no Bescheid."""

    WIDERSPRUCH = "WIDERSPRUCH"
    EINSPRUCH = "EINSPRUCH"
    KLAGE = "KLAGE"
    EILANTRAG = "EILANTRAG"
    NONE = "NONE"


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """A letter; None: not known, not asked, or not printed.

    `received_on`: the day it really came, which may have to be proven: hand-over, return receipt, yellow envelope,
    retrieval from the portal. `posted_on`: postmark, message of the portal, hand-over to the reception centre.
    `printed_…` repeat the instruction. `deadline` is that of other post. `land`: whose holidays and rules hold.
    """

    kind: NoticeKind
    land: str
    dated_on: date | None = None
    posted_on: date | None = None
    received_on: date | None = None
    delivery: Delivery | None = None
    envelope_kept: bool | None = None
    refuses_title: bool = False
    instruction: Instruction | None = None
    printed_remedy: Remedy | None = None
    printed_addressee: str = ""
    printed_term: Span | None = None
    printed_last_day: date | None = None
    deadline: date | None = None

    @property
    def law_day(self) -> date | None:
        """The day whose law holds: that of the notice, else the first one known of it."""
        return self.dated_on or self.posted_on or self.received_on

    @property
    def faulty(self) -> bool:
        """Whether the instruction on the remedy is missing or wrong."""
        return self.instruction in (Instruction.MISSING, Instruction.WRONG)


@dataclass(frozen=True, slots=True)
class Applied:
    """A rule and the day it led to. `rule` None: the letter itself says so.

    Where the day was shifted, `shift` is the rule of it and `off` the German name of the holiday it was shifted off
    ('' for a weekend).
    """

    day: LegalDay
    rule: Rule | None
    shift: Rule | None = None
    off: str = ""

    @property
    def rules(self) -> tuple[Rule, ...]:
        """The rule, and that of the shift."""
        return tuple(rule for rule in (self.rule, self.shift) if rule is not None)


@dataclass(frozen=True, slots=True)
class Rescue:
    """What may still help once the last day was missed; `until` None: it has no day that can be computed."""

    rule: Rule
    until: Applied | None = None


class Urgency(StrEnum):
    """How much a caution presses."""

    NOW = "now"
    MIND = "mind"


@dataclass(frozen=True, slots=True)
class Caution:
    """Something the counsellor must know beside the day, with the rules it rests on."""

    urgency: Urgency
    text: Message
    rules: tuple[Rule, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeAnswer:
    """What follows from a letter.

    `last` is the day to keep: the earlier one of `printed` (as the letter says) and `computed` (as the law says), or
    the typed deadline of other post; None: there is none, `missing` and `cautions` say why. `known_on`: from when the
    notice counts as received. `remedy` None: no rule on file. `addressee`: to whom the remedy goes. `further`: what
    has to follow the remedy. `rescues` help only where the last day was missed; they are never a deadline.
    """

    known_on: Applied | None = None
    remedy: Remedy | None = None
    addressee: Message | str = ""
    last: Applied | None = None
    computed: Applied | None = None
    printed: Applied | None = None
    further: tuple[Applied, ...] = ()
    rescues: tuple[Rescue, ...] = ()
    cautions: tuple[Caution, ...] = ()
    missing: tuple[Message, ...] = ()
    basis: tuple[Rule, ...] = ()

    @property
    def last_day(self) -> LegalDay | None:
        """The last day on which it can be done (inclusive)."""
        return self.last.day if self.last is not None else None

    @property
    def rules(self) -> tuple[Rule, ...]:
        """Every version of the law that was applied, each once: those of the remedy and its days first."""
        until = (rescue.until for rescue in self.rescues)
        steps = (self.known_on, self.computed, self.printed, *self.further, *until)
        counted = (rule for step in steps if step is not None for rule in step.rules)
        said = (rule for caution in self.cautions for rule in caution.rules)
        return tuple(dict.fromkeys((*self.basis, *counted, *said, *(rescue.rule for rescue in self.rescues))))

    @property
    def to_check(self) -> bool:
        """Whether something it rests on has not been compared with its source."""
        return any(rule.to_check for rule in self.rules)

    @property
    def urgent(self) -> bool:
        """Whether a caution presses now."""
        return any(caution.urgency is Urgency.NOW for caution in self.cautions)
