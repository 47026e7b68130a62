"""The one sheet of a person: empty until somebody asks, and never two of them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from hin_desktop.errors import Conflict
from hin_desktop.services import clients, history, legal_sheets
from hin_desktop.services.clients import ClientRecord
from hin_desktop.services.legal_sheets import LegalSheetRow
from hin_desktop.services.open_desk import OpenDesk


def test_nobody_was_asked_yet(open_desk: OpenDesk, olena: ClientRecord) -> None:
    assert legal_sheets.get(open_desk, olena.id) == LegalSheetRow(client_id=olena.id)


def test_the_sheet_is_kept_and_taken_back(open_desk: OpenDesk, olena: ClientRecord) -> None:
    saved = legal_sheets.save(open_desk, LegalSheetRow(client_id=olena.id, pension_months=40, recruited=False)).value
    assert legal_sheets.get(open_desk, olena.id) == saved
    again = legal_sheets.save(open_desk, replace(saved, convictions="LAWYER"))
    assert (again.verb, again.value.version) == (legal_sheets.SHEETS.changed, 2)
    history.undo(open_desk)
    history.undo(open_desk)
    assert legal_sheets.get(open_desk, olena.id) == LegalSheetRow(client_id=olena.id)


def test_two_begin_the_same_sheet(open_desk: OpenDesk, colleague: OpenDesk, olena: ClientRecord) -> None:
    mine = LegalSheetRow(client_id=olena.id, pension_months=12)
    legal_sheets.save(colleague, replace(mine, pension_months=14))
    with pytest.raises(Conflict) as conflict:
        legal_sheets.save(open_desk, mine)
    assert [(each.field, each.mine, each.theirs) for each in conflict.value.differences] == [("pension_months", 12, 14)]
    decided = legal_sheets.save(open_desk, replace(mine, version=conflict.value.version)).value
    assert legal_sheets.get(open_desk, olena.id) == decided


def test_it_goes_with_the_person(open_desk: OpenDesk, olena: ClientRecord) -> None:
    legal_sheets.save(open_desk, LegalSheetRow(client_id=olena.id, identity="MET"))
    clients.remove(open_desk, olena.id, olena.version)
    assert legal_sheets.get(open_desk, olena.id).id == 0
