"""The colours of the window: one name a meaning, in a light and a dark value. No other module knows a colour."""

from __future__ import annotations

from dataclasses import dataclass, fields

_CHANNELS = (0.2126, 0.7152, 0.0722)  # weights of red, green and blue in the relative luminance of WCAG 2.2


@dataclass(frozen=True, slots=True)
class Tokens:
    """Named colours as #RRGGBB. `idle` and `border` are for shapes, never for text; `hairline` only decorates."""

    dark: bool
    ground: str
    surface: str
    hairline: str
    text: str
    muted: str
    idle: str
    border: str
    accent: str
    accent_soft: str
    on_accent: str
    nav: str
    nav_text: str
    met: str
    met_soft: str
    soon: str
    soon_soft: str
    wrong: str
    wrong_soft: str

    def color(self, role: str) -> str:
        """The colour of a role by its name; raises KeyError for a name that is no token."""
        if role not in ROLES:
            raise KeyError(role)
        return str(getattr(self, role))

    @property
    def nav_active(self) -> str:
        """The ground of the chosen entry in the navigation."""
        return blend(self.nav, self.nav_text, 0.16)

    @property
    def hover(self) -> str:
        """The ground of a surface under the mouse."""
        return blend(self.surface, self.text, 0.05)

    @property
    def accent_hover(self) -> str:
        """The ground of a filled button under the mouse."""
        return blend(self.accent, self.text, 0.12)


ROLES = frozenset(field.name for field in fields(Tokens)) - {"dark"}

LIGHT = Tokens(
    dark=False,
    ground="#F5F6F8",
    surface="#FFFFFF",
    hairline="#E2E6EB",
    text="#1A2027",
    muted="#5C6673",
    idle="#7B8794",
    border="#7B8794",
    accent="#0B6B7F",
    accent_soft="#E2F1F4",
    on_accent="#FFFFFF",
    nav="#0F333C",
    nav_text="#CFE3E8",
    met="#1E7A4C",
    met_soft="#E3F4EA",
    soon="#9A5B00",
    soon_soft="#FDF1DC",
    wrong="#B3261E",
    wrong_soft="#FCE8E6",
)

DARK = Tokens(
    dark=True,
    ground="#14181C",
    surface="#1D2329",
    hairline="#303840",
    text="#E8ECF0",
    muted="#9FABB8",
    idle="#738091",
    border="#738091",
    accent="#4FB6CB",
    accent_soft="#173A43",
    on_accent="#0C1F25",
    nav="#0C1F25",
    nav_text="#B9D3DA",
    met="#5CC48D",
    met_soft="#163527",
    soon="#E7AE55",
    soon_soft="#3A2C12",
    wrong="#F2877F",
    wrong_soft="#40201E",
)


def blend(ground: str, ink: str, share: float) -> str:
    """`ink` laid over `ground` with an opacity of `share` (0..1)."""
    mixed = (round(a + (b - a) * share) for a, b in zip(_parts(ground), _parts(ink), strict=True))
    return "#{:02X}{:02X}{:02X}".format(*mixed)


def contrast(one: str, other: str) -> float:
    """The contrast of two colours after WCAG 2.2: 1 (none) to 21."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _parts(color: str) -> tuple[int, int, int]:
    return int(color[1:3], 16), int(color[3:5], 16), int(color[5:7], 16)


def _luminance(color: str) -> float:
    shares = [part / 255 for part in _parts(color)]
    linear = [share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares]
    return sum(weight * value for weight, value in zip(_CHANNELS, linear, strict=True))
