"""The colours of the paper: the light column of the theme."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from reportlab.lib.colors import Color, HexColor

from hin_desktop.domain.path_drawing import Role

HAIRLINE = HexColor("#E2E6EB")

ROLES: Mapping[Role, Color] = MappingProxyType(
    {
        Role.ACCENT: HexColor("#0B6B7F"),
        Role.ACCENT_SOFT: HexColor("#E2F1F4"),
        Role.IDLE: HexColor("#7B8794"),
        Role.TEXT: HexColor("#1A2027"),
        Role.MUTED: HexColor("#5C6673"),
        Role.MET: HexColor("#1E7A4C"),
        Role.SOON: HexColor("#9A5B00"),
        Role.WRONG: HexColor("#B3261E"),
        Role.SURFACE: HexColor("#FFFFFF"),
    }
)
TEXT, MUTED, IDLE = ROLES[Role.TEXT], ROLES[Role.MUTED], ROLES[Role.IDLE]
MET, SOON, WRONG = ROLES[Role.MET], ROLES[Role.SOON], ROLES[Role.WRONG]
ACCENT, ACCENT_SOFT = ROLES[Role.ACCENT], ROLES[Role.ACCENT_SOFT]
