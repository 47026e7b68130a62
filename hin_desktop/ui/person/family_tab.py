"""Familie: relatives, household, representatives. Names and relation only (facts.md § 7.5)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import Slot

from hin_desktop.errors import Message
from hin_desktop.services import households
from hin_desktop.services.households import Cohabitant, HouseholdView, MemberRow, RelationRow
from hin_desktop.services.search import ClientRow
from hin_desktop.ui.person.family_kinds import RELATIVES, REPRESENTATION
from hin_desktop.ui.person.open_person import OpenPerson
from hin_desktop.ui.person.person_search import PersonSearch
from hin_desktop.ui.person.record_kind import RowAction
from hin_desktop.ui.person.record_section import RecordSection
from hin_desktop.ui.person.row_card import Act, Look, RowCard, RowData
from hin_desktop.ui.person.tab import PersonTab
from hin_desktop.ui.widgets.page_parts import SectionGrid


class FamilyTab(PersonTab):
    """The people around a person; each one's own file is one click away, and only then."""

    def __init__(self, person: OpenPerson) -> None:
        super().__init__(person)
        texts = person.texts
        join: RowAction[RelationRow] = RowAction(
            "house", Message("Lives in the same household"), self._join, self._lives_elsewhere
        )
        kind = replace(RELATIVES, actions=(*RELATIVES.actions, join), editable=_is_own)
        self.relatives = RecordSection(person, kind)
        self.search = PersonSearch(person, Message("Search for a person with a file"))
        self.search.chosen.connect(self._found)
        self.relatives.add_above(self.search)
        self.household = RowCard(
            person.kit, texts("Household"), texts("Nobody else with a file in the household.")
        )
        self.representatives = RecordSection(person, REPRESENTATION)
        grid = SectionGrid(person.kit)
        grid.left.addWidget(self.relatives)
        grid.right.addWidget(self.household)
        grid.right.addWidget(self.representatives)
        self.column.addWidget(grid)

    def sections(self) -> Sequence[RecordSection[Any]]:
        """Relatives and representatives."""
        return (self.relatives, self.representatives)

    def forget(self) -> None:
        """Nor the household of the one before."""
        super().forget()
        self.household.fill(())

    def show_person(self) -> None:
        """Everybody around the person that is open now."""
        family = self.person.overview.family
        self.search.clear()
        self.relatives.show_records(tuple(relative.row for relative in family.relatives))
        self.representatives.show_records(family.representatives)
        self.household.fill([line for home in family.households for line in self._home(home)])

    def _home(self, home: HouseholdView) -> list[RowData]:
        texts, label = self.person.texts, home.label
        look = Look(label or texts("Household"), texts("{n} with a file here", n=len(home.others) + 1), "", "house")
        out = Act("log-out", texts("Take this person out of the household"), partial(self._leave, home.own))
        own = RowData(home.own.id, look, None, (out,))
        return [own, *(self._other(other) for other in home.others)]

    def _other(self, other: Cohabitant) -> RowData:
        texts, name = self.person.texts, self.person.texts(other.name.display)
        look = Look(name, texts("own file"), "", "user")
        out = Act("log-out", texts("Take {name} out of the household", name=name), partial(self._leave, other.member))
        go = partial(self.person.place.navigator.go, "person", client_id=other.member.client_id)
        return RowData(other.member.id, look, go, (out,))

    @Slot(object)
    def _found(self, row: ClientRow) -> None:
        """Somebody with a file was found: only the relation is missing now."""
        self.person.names[row.id] = row.name
        self.relatives.form.edit(RelationRow(client_id=self.person.id, related_client_id=row.id, same_household=False))

    def _lives_elsewhere(self, row: RelationRow) -> bool:
        if not row.related_client_id:
            return False
        together = {other.member.client_id for home in self.person.overview.family.households for other in home.others}
        return self._other_of(row) not in together

    def _other_of(self, row: RelationRow) -> int:
        return row.client_id if row.client_id != self.person.id else row.related_client_id or 0

    def _join(self, person: OpenPerson, row: RelationRow) -> None:
        client, other = person.overview.client, self._other_of(row)
        label = client.family_name.strip() or person.texts(client.name.display)
        person.do(lambda: households.live_together(person.desk, client.id, other, label))

    def _leave(self, member: MemberRow) -> None:
        desk = self.person.desk
        self.person.do(lambda: households.leave(desk, member))


def _is_own(person: OpenPerson, row: RelationRow) -> bool:
    return row.client_id == person.id
