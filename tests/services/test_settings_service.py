"""Settings: every one has its default, its bounds, and somebody for whom it holds."""

from __future__ import annotations

import pytest

from hin_desktop.errors import Invalid
from hin_desktop.services import history, settings
from hin_desktop.services.open_desk import OpenDesk
from hin_desktop.services.settings import SPECS, Scope, SettingSpec

EACH = pytest.mark.parametrize("spec", SPECS, ids=[spec.key for spec in SPECS])
BOUNDED = [spec for spec in SPECS if spec.bounds]


def another(desk: OpenDesk, spec: SettingSpec) -> str | int:
    """A value that is not the default."""
    if spec.bounds:
        return spec.bounds[1]
    answers = [entry.code for entry in desk.catalogues.named(spec.catalogue)] if spec.catalogue else [
        value for value, _ in spec.choices]  # fmt: skip
    return next((value for value in answers if value != spec.default), "AZ/{year}/{number}")


@EACH
def test_the_default_holds_until_something_is_stored(open_desk: OpenDesk, spec: SettingSpec) -> None:
    assert settings.values(open_desk)[spec.key] == spec.default
    settings.change(open_desk, spec.key, spec.default)
    value = settings.change(open_desk, spec.key, another(open_desk, spec)).value
    assert settings.values(open_desk)[spec.key] == value != spec.default
    history.undo(open_desk)
    assert settings.values(open_desk)[spec.key] == spec.default


@EACH
def test_for_one_counsellor_or_for_all(open_desk: OpenDesk, colleague: OpenDesk, spec: SettingSpec) -> None:
    value = settings.change(open_desk, spec.key, another(open_desk, spec)).value
    shared = spec.scope is Scope.ORGANISATION
    assert settings.values(colleague)[spec.key] == (value if shared else spec.default)


@EACH
def test_nonsense_is_refused(open_desk: OpenDesk, spec: SettingSpec) -> None:
    with pytest.raises(Invalid) as fault:
        settings.change(open_desk, spec.key, "no such answer {")
    assert fault.value.problems[0].field == spec.key
    assert settings.values(open_desk)[spec.key] == spec.default


@pytest.mark.parametrize("spec", BOUNDED, ids=[spec.key for spec in BOUNDED])
def test_the_bounds_themselves_are_allowed(open_desk: OpenDesk, spec: SettingSpec) -> None:
    assert spec.bounds is not None
    for value in spec.bounds:
        assert settings.change(open_desk, spec.key, value).value == value
    for value in (spec.bounds[0] - 1, spec.bounds[1] + 1):
        with pytest.raises(Invalid):
            settings.change(open_desk, spec.key, value)


def test_every_default_is_a_possible_answer(open_desk: OpenDesk) -> None:
    for spec in SPECS:
        settings.change(open_desk, spec.key, spec.default)
