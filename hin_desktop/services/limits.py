"""How much fits into a field: generous for people, tight enough that a pasted book is noticed."""

from __future__ import annotations

from hin_desktop.domain.check_parts import Limits

LIMITS = Limits(line=500, text=100_000, talk_minutes=24 * 60, test_points=33, week_hours=7 * 24)
