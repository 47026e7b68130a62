"""The workplace of these tests."""

from __future__ import annotations

from tests.desk_factory import desk, template_desk
from tests.open_desk import open_desk, world
from tests.ui.workplace import workplace

__all__ = ["desk", "open_desk", "template_desk", "workplace", "world"]
