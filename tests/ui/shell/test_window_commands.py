"""Which pages are commands."""

from __future__ import annotations

from hin_desktop.errors import Message
from hin_desktop.ui.shell.page import Page, PageSpec, Place
from hin_desktop.ui.shell.window_commands import page_commands


def test_every_page_that_needs_no_target_is_a_command() -> None:
    specs = (
        PageSpec("today", Message("Today"), "sun", Page),
        PageSpec("person", Message("Person"), "user", Page, Place.HIDDEN, "today"),
        PageSpec("about", Message("About HIN Desktop"), "info", Page, Place.HIDDEN, "help"),
    )
    names = [binding.command.id for binding in page_commands(specs, lambda _: None, 1)]
    assert names == ["go.today", "go.about"]
