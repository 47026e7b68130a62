"""The organisation as it stands on every letter: name, address, and logo."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from hin_desktop.errors import Message
from hin_desktop.services import organisations
from hin_desktop.services.drafts import DraftKey
from hin_desktop.services.organisations import OrganisationRow
from hin_desktop.ui.settings.kept_form import KeptForm
from hin_desktop.ui.settings.work_card import WorkCard
from hin_desktop.ui.shell.workplace import Workplace
from hin_desktop.ui.unlock.files import ask_file, read_file
from hin_desktop.ui.widgets.cards import KeyValues, hairline
from hin_desktop.ui.widgets.form_panel import FormPanel
from hin_desktop.ui.widgets.form_spec import Choice, FieldKind, FieldSpec, FormSpec, Section
from hin_desktop.ui.widgets.parts import Button, label

LOGO_WIDTH, LOGO_HEIGHT = 180, 64  # of the preview at normal text size
NAMES = (
    ("name", Message("Name of the organisation")),
    ("service", Message("Service")),
    ("short_name", Message("Short name")),
    ("phone", Message("Phone")),
    ("street", Message("Street and number")),
    ("postcode", Message("Postcode")),
    ("town", Message("Town")),
    ("email", Message("E-mail")),
    ("website", Message("Website")),
)
_WIDE = ("name", "service", "street")
_KINDS = {"phone": FieldKind.PHONE, "email": FieldKind.EMAIL}


class OrganisationCard(WorkCard):
    """Read first; the form comes on demand."""

    def __init__(self, place: Workplace) -> None:
        super().__init__(place, place.kit.texts("Organisation"))
        self._row: OrganisationRow | None = None
        self.edit_button = self.add_link(place.kit.texts("Edit"), "pencil")
        self.edit_button.clicked.connect(self.edit)
        self.facts = KeyValues(place.kit)
        self.form = KeptForm(place)
        self.form.closed.connect(self._read_again)
        self.logo = LogoLine(place)
        self.logo.choose.clicked.connect(self._choose)
        self.logo.remove.clicked.connect(self._remove)
        self.body.addWidget(self.facts)
        self.body.addWidget(self.form)
        self.body.addWidget(hairline())
        self.body.addWidget(self.logo)

    def show_organisation(self, row: OrganisationRow, logo: bytes | None) -> None:
        """Show what is stored; an open form stays."""
        self._row = row
        say = self.kit.say
        services = {choice.key: say(choice.label) for choice in self._services()}
        shown = {name: str(getattr(row, name)) for name, _ in NAMES}
        shown["service"] = services.get(row.service, row.service)
        self.facts.set_pairs([(say(words), shown[name]) for name, words in NAMES])
        self.logo.show_logo(logo)

    def edit(self) -> None:
        """Open the form."""
        if self._row is None:
            return
        stored = {name: getattr(self._row, name) for name, _ in NAMES}
        title = Message("Change the organisation")
        panel = self.form.edit(title, self._spec(), self._save, stored, DraftKey("organisation"))
        panel.version = self._row.version
        self.facts.hide()
        self.edit_button.hide()

    def keep(self) -> None:
        """Keep what is typed as a draft."""
        self.form.keep()

    def _services(self) -> list[Choice]:
        entries = self.place.desk.catalogues.counselling_services.entries
        return [Choice(entry.code, entry.label(self.place.language)) for entry in entries]

    def _spec(self) -> FormSpec:
        services = self._services()
        known = self._row.service if self._row is not None else ""
        if known and known not in {choice.key for choice in services}:
            services.append(Choice(known, known))
        fields = [
            FieldSpec(
                name,
                words,
                FieldKind.CHOICE if name == "service" else _KINDS.get(name, FieldKind.TEXT),
                choices=services if name == "service" else (),
                required=name == "name",
                span=2 if name in _WIDE else 1,
            )
            for name, words in NAMES
        ]
        return FormSpec((Section(tuple(fields)),))

    def _save(self, values: Mapping[str, object], panel: FormPanel) -> None:
        if self._row is None:
            return
        typed = {name: str(value or "") for name, value in values.items()}
        row = replace(self._row, **typed, version=panel.version or self._row.version)  # type: ignore[arg-type]  # the names of the form are the row's text fields
        act = partial(organisations.change, self.place.desk, row)
        self.save(act, lambda _: self.form.close_form(drop=True), partial(self.form.show_error, panel))

    def _read_again(self) -> None:
        self.facts.show()
        self.edit_button.show()

    def _choose(self) -> None:
        texts = self.kit.texts
        ask_file(self, texts("Choose a logo"), texts("Pictures") + " (*.png *.jpg *.jpeg)", self._read)

    def _read(self, file: Path) -> None:
        title, fault = Message("Reading the logo …"), self.place.notices.fault
        self.place.background.long(lambda _: read_file(file), self._set, self, title, fault)

    def _set(self, image: bytes | None) -> None:
        if self._row is not None:
            self.save(partial(organisations.set_logo, self.place.desk, self._row, image))

    def _remove(self) -> None:
        self._set(None)


class LogoLine(QWidget):
    """The logo as letters show it, and the buttons to change it."""

    def __init__(self, place: Workplace) -> None:
        super().__init__()
        kit = self._kit = place.kit
        self.picture = QLabel()
        self.picture.setAccessibleName(kit.texts("Logo"))
        self.none = label(kit.texts("No logo yet. It stands at the top right of letters."), tone="muted", wrap=True)
        self.choose = Button(kit, kit.texts("Choose a logo …"), "upload")
        self.remove = Button(kit, kit.texts("Remove"), "trash-2", "plain")
        line = QHBoxLayout()
        line.setSpacing(kit.theme.px(8))
        line.addWidget(self.choose)
        line.addWidget(self.remove)
        line.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(kit.theme.px(8))
        column.addWidget(label(kit.texts("Logo"), tone="muted", size="small"))
        column.addWidget(self.picture, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.none)
        column.addLayout(line)
        self.show_logo(None)

    def show_logo(self, logo: bytes | None) -> None:
        """Show the picture, or that there is none."""
        px, keep = self._kit.theme.px, Qt.AspectRatioMode.KeepAspectRatio
        image = QImage.fromData(logo) if logo else QImage()
        if not image.isNull():
            scaled = image.scaled(px(LOGO_WIDTH), px(LOGO_HEIGHT), keep, Qt.TransformationMode.SmoothTransformation)
            self.picture.setPixmap(QPixmap.fromImage(scaled))
        self.picture.setVisible(not image.isNull())
        self.remove.setVisible(logo is not None)
        self.none.setVisible(logo is None)
