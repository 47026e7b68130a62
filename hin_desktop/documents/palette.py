"""The colours of the paper: the light column of the theme."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from reportlab.lib.colors import Color, HexColor

from hin_desktop.domain.path_drawing import Role

TEXT = HexColor("#1A2027")
MUTED = HexColor("#5C6673")
HAIRLINE = HexColor("#E2E6EB")
ACCENT = HexColor("#0B6B7F")
ACCENT_SOFT = HexColor("#E2F1F4")
WRONG = HexColor("#B3261E")

ROLES: Mapping[Role, Color] = MappingProxyType(
    {
        Role.ACCENT: ACCENT,
        Role.ACCENT_SOFT: ACCENT_SOFT,
        Role.IDLE: HexColor("#7B8794"),
        Role.TEXT: TEXT,
        Role.MUTED: MUTED,
        Role.WRONG: WRONG,
        Role.SURFACE: HexColor("#FFFFFF"),
    }
)
