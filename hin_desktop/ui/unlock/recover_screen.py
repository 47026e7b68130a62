"""All passwords are lost: the recovery code opens the desk, and a new password takes the place of the old one."""

from __future__ import annotations

from PySide6.QtCore import Signal

from hin_desktop.ui.unlock.code_field import CodeField
from hin_desktop.ui.unlock.fields import LoginField
from hin_desktop.ui.unlock.password_pair import PasswordPair
from hin_desktop.ui.unlock.screen import LoginScreen
from hin_desktop.ui.widgets.kit import Kit
from hin_desktop.ui.widgets.parts import Button


class RecoverScreen(LoginScreen):
    """Code, login and a new password."""

    tall = True

    submitted = Signal(str, str, str)
    """Code, login, password."""
    back = Signal()

    def __init__(self, kit: Kit, login: str) -> None:
        texts = kit.texts
        lead = texts("You need the recovery sheet of this desk, from the sealed envelope.")
        super().__init__(kit, texts("Open with the recovery sheet"), lead)
        self.code = CodeField(kit)
        self.login = LoginField(kit, login)
        self.add_field("code", self.code)
        self.add_field("login", self.login)
        self.pair = PasswordPair(self, lambda: (self.login.text, ""))
        self.open = Button(kit, texts("Open the desk"), "lock-open", "primary")
        go_back = Button(kit, texts("Back"))
        self.add_buttons(self.open, go_back)
        self.open.clicked.connect(self.submit)
        go_back.clicked.connect(self.back)
        for field in self.fields.values():
            field.line.returnPressed.connect(self.submit)

    def submit(self) -> None:
        """Ask for the desk when nothing is missing and both passwords agree."""
        if not self.missing() and self.pair.agree():
            self.submitted.emit(self.code.text, self.login.text, self.pair.password.text)
