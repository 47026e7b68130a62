"""The rights to settle as a table: whose titles they are for, what counts, what is asked (facts.md § 3.1)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from hin_desktop.domain.law import Law
from hin_desktop.domain.residence.timeline import PROTECTED
from hin_desktop.domain.residence.titles import NatCount, ResidenceTitle, TitleKind
from hin_desktop.domain.settlement.possession import Counting
from hin_desktop.domain.settlement.requirements import (
    Asked,
    Share,
    asked,
    blue_card_german,
    blue_card_pension,
    civics,
    german,
    hours,
    livelihood,
    pension,
    skilled_pension,
    strict_civics,
)


class Basis(StrEnum):
    """The rights, in the order in which the better one is proposed."""

    FAMILY_OF_GERMAN = "NE_28_2"
    BLUE_CARD = "NE_18C_2"
    SKILLED = "NE_18C_1"
    REFUGEE = "NE_26_3_5"
    REFUGEE_C1 = "NE_26_3_3"
    HUMANITARIAN = "NE_26_4"
    SPOUSE_OF_SKILLED = "NE_9_3A"
    GENERAL = "NE_9"
    SEPARATED = "NE_31_3"
    CIVIL_SERVANT = "NE_19C_4"
    SELF_EMPLOYED = "NE_21_4"
    AT_SIXTEEN = "NE_35_16"
    OF_AGE = "NE_35_18"
    LONG_TERM_EU = "DE_9A"
    HIGHLY_QUALIFIED = "NE_18C_3"
    FREE_MOVEMENT = "EU_4A"


@dataclass(frozen=True, slots=True, kw_only=True)
class Right:
    """One right: `rule` names it, `time` is the rule of its time ('': none is asked for).

    `own_titles`: only titles that the rule lists count. `protection`: the asylum procedure counts for people with
    international protection. The others as in `Counting`.
    """

    rule: str
    time: str = ""
    own_titles: bool = False
    section_9: bool = False
    procedure: bool = False
    protection: bool = False
    whole: bool = False
    asks: tuple[Asked, ...] = ()

    def counting(self, law: Law, title: ResidenceTitle) -> Counting:
        """What counts as possession for somebody with a title."""
        titles = frozenset(law.codes(self.rule)) if self.own_titles else None
        procedure = self.procedure or (self.protection and title.code in PROTECTED)
        return Counting(titles=titles, section_9=self.section_9, procedure=procedure, whole=self.whole,
                        eu=self.time == EU_TIME)


EU_TIME: Final = "freizuegg_eu.permanent"
SECURITY, WORK = asked("SECURITY", "aufenthg.ne_9_security"), asked("WORK", "aufenthg.ne_9_work")
HOUSING, B1 = asked("HOUSING", "aufenthg.ne_9_housing"), german("aufenthg.ne_9_german")
SECURED, CONTRIBUTIONS = livelihood("aufenthg.ne_9_livelihood"), pension("aufenthg.ne_9_pension", spouse=True)
NO_NOTICE = asked("REVOCATION", "aufenthg.ne_26_3_revocation")
YOUTH_WAIVER: Final = "aufenthg.ne_35_waiver"
YOUTH_SECURITY = asked("SECURITY", "aufenthg.ne_35_security")

RIGHTS: Final = {
    Basis.FAMILY_OF_GERMAN: Right(
        rule="aufenthg.ne_28_2", time="aufenthg.ne_28_2_time", own_titles=True,
        asks=(asked("FAMILY", "aufenthg.ne_28_2_family"), german("aufenthg.ne_28_2_german"),
              livelihood("aufenthg.ne_28_2_livelihood", Share.MOSTLY, waiver=""),
              asked("SECURITY", "aufenthg.ne_28_2_security"))),
    Basis.BLUE_CARD: Right(
        rule="aufenthg.ne_18c_2", time="aufenthg.ne_18c_2_time", own_titles=True,
        asks=(blue_card_pension, SECURED, blue_card_german, strict_civics, HOUSING, WORK, SECURITY)),
    Basis.SKILLED: Right(
        rule="aufenthg.ne_18c_1", time="aufenthg.ne_18c_1_time", own_titles=True,
        asks=(skilled_pension, SECURED, german("aufenthg.ne_9_german", simple=""), strict_civics, HOUSING,
              asked("WORK", "aufenthg.ne_18c_1_work"), SECURITY)),
    Basis.REFUGEE: Right(
        rule="aufenthg.ne_26_3", time="aufenthg.ne_26_3_5_time", own_titles=True, section_9=True, procedure=True,
        asks=(livelihood("aufenthg.ne_26_3_5_livelihood", Share.MOSTLY), german("aufenthg.ne_26_3_5_german"), civics,
              HOUSING, WORK, SECURITY, NO_NOTICE)),
    Basis.REFUGEE_C1: Right(
        rule="aufenthg.ne_26_3", time="aufenthg.ne_26_3_3_time", own_titles=True, section_9=True, procedure=True,
        asks=(livelihood("aufenthg.ne_26_3_3_livelihood", Share.MOSTLY, waiver=""),
              german("aufenthg.ne_26_3_3_german", waiver="", simple=""), strict_civics, HOUSING, WORK, SECURITY,
              NO_NOTICE)),
    Basis.HUMANITARIAN: Right(
        rule="aufenthg.ne_26_4", time="aufenthg.ne_26_4_time", own_titles=True, section_9=True, procedure=True,
        asks=(CONTRIBUTIONS, SECURED, B1, civics, HOUSING, WORK, SECURITY)),
    Basis.SPOUSE_OF_SKILLED: Right(
        rule="aufenthg.ne_9_3a", time="aufenthg.ne_9_3a_time", section_9=True,
        asks=(asked("FAMILY", "aufenthg.ne_9_3a"), hours, SECURED, B1, civics, HOUSING, WORK, SECURITY)),
    Basis.GENERAL: Right(
        rule="aufenthg.ne_9", time="aufenthg.ne_9_time", section_9=True,
        asks=(CONTRIBUTIONS, SECURED, B1, civics, HOUSING, WORK, SECURITY)),
    Basis.SEPARATED: Right(
        rule="aufenthg.ne_31_3", time="aufenthg.ne_9_time", section_9=True,
        asks=(asked("MAINTENANCE", "aufenthg.ne_31_3"), B1, civics, HOUSING, SECURITY)),
    Basis.CIVIL_SERVANT: Right(
        rule="aufenthg.ne_19c_4", time="aufenthg.ne_19c_4_time", own_titles=True,
        asks=(asked("OFFICE", "aufenthg.ne_19c_4"), SECURED, B1, civics, HOUSING, WORK, SECURITY)),
    Basis.SELF_EMPLOYED: Right(
        rule="aufenthg.ne_21_4", time="aufenthg.ne_21_4_time", own_titles=True,
        asks=(asked("BUSINESS", "aufenthg.ne_21_4"), SECURED, SECURITY)),
    Basis.HIGHLY_QUALIFIED: Right(
        rule="aufenthg.ne_18c_3", own_titles=True,
        asks=(asked("QUALIFICATION", "aufenthg.ne_18c_3"), SECURED, SECURITY)),
    Basis.AT_SIXTEEN: Right(
        rule="aufenthg.ne_35", time="aufenthg.ne_35_time", own_titles=True,
        asks=(livelihood("aufenthg.ne_35_16_livelihood", Share.MOSTLY, waiver=YOUTH_WAIVER), YOUTH_SECURITY)),
    Basis.OF_AGE: Right(
        rule="aufenthg.ne_35", time="aufenthg.ne_35_time", own_titles=True,
        asks=(livelihood("aufenthg.ne_35_18_livelihood", Share.MOSTLY, waiver=YOUTH_WAIVER),
              german("aufenthg.ne_35_18_german", waiver=YOUTH_WAIVER, simple=""), YOUTH_SECURITY)),
    Basis.LONG_TERM_EU: Right(
        rule="aufenthg.de_9a", time="aufenthg.de_9a_time", section_9=True, protection=True, whole=True,
        asks=(livelihood("aufenthg.de_9a_livelihood", waiver=""), B1, civics, HOUSING, SECURITY)),
    Basis.FREE_MOVEMENT: Right(rule=EU_TIME, time=EU_TIME),
}

BARS: Final = ("aufenthg.barred", "aufenthg.barred_recognition", "aufenthg.barred_search", "aufenthg.barred_chance",
               "aufenthg.barred_temporary")
"""Rules that name the titles with which there is no right to settle."""


def bar(title: ResidenceTitle, law: Law) -> str:
    """The rule by which this title bars; '' where it does not."""
    return next((rule for rule in BARS if title.code in law.codes(rule)), "")


def open_to(title: ResidenceTitle, law: Law, *, with_skilled: bool, child: bool) -> tuple[Basis, ...]:
    """The rights that come into question with a title, in the order in which they are proposed.

    `with_skilled`: married to somebody with a Niederlassungserlaubnis under § 18c. `child`: under 18 (§ 35 AufenthG),
    where § 28 Abs. 2 does not come first.
    """
    if title.kind is TitleKind.FREE_MOVEMENT:
        return (Basis.FREE_MOVEMENT,)
    own = {basis for basis, right in RIGHTS.items() if basis in FOR_TITLES and title.code in law.codes(right.rule)}
    humanitarian = bool(own & {Basis.REFUGEE, Basis.HUMANITARIAN})
    if Basis.SPOUSE_OF_SKILLED in own and not with_skilled:
        own.discard(Basis.SPOUSE_OF_SKILLED)
    if title.code in law.codes("aufenthg.ne_35_children"):
        own |= {Basis.AT_SIXTEEN, Basis.OF_AGE}
    if Basis.REFUGEE in own:
        own = {Basis.REFUGEE, Basis.REFUGEE_C1}
    if not humanitarian:
        own.add(Basis.GENERAL)
    if not bar(title, law) and _long_term(title, law, humanitarian=humanitarian):
        own.add(Basis.LONG_TERM_EU)
    young = child and Basis.FAMILY_OF_GERMAN not in own
    return tuple(sorted(own, key=lambda basis: _rank(basis, young=young)))


FOR_TITLES: Final = frozenset({
    Basis.FAMILY_OF_GERMAN, Basis.BLUE_CARD, Basis.SKILLED, Basis.REFUGEE, Basis.REFUGEE_C1, Basis.HUMANITARIAN,
    Basis.SPOUSE_OF_SKILLED, Basis.SEPARATED, Basis.CIVIL_SERVANT, Basis.SELF_EMPLOYED, Basis.HIGHLY_QUALIFIED})
"""Rights whose rule lists the titles that they are for."""


_PLACES: Final = {basis: place for place, basis in enumerate(Basis)}


def _rank(basis: Basis, *, young: bool) -> tuple[bool, int]:
    first = young and basis in (Basis.AT_SIXTEEN, Basis.OF_AGE)
    return (not first, _PLACES[basis])


def _long_term(title: ResidenceTitle, law: Law, *, humanitarian: bool) -> bool:
    """§ 9a Abs. 3: not for most humanitarian titles, students and temporary stays."""
    if humanitarian:
        return title.code in law.codes("aufenthg.de_9a_humanitarian")
    return title.nat_count is not NatCount.DOUBTFUL and title.code not in law.codes("aufenthg.de_9a_students")
