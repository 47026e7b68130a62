"""What every sheet about a person has in common: heading, sections, confidentiality, the styles of its texts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from reportlab.platypus import Flowable

from hin_desktop.documents.case_summary_data import PrivacyLaw, SummaryPerson
from hin_desktop.documents.fonts import Fonts, Weight
from hin_desktop.documents.layout import GAP, Column, Entry, Note, Section
from hin_desktop.documents.page import PageInfo
from hin_desktop.documents.palette import ACCENT, MUTED
from hin_desktop.documents.script_text import Align, TextBlock, TextStyle
from hin_desktop.errors import Message
from hin_desktop.texts import Texts

EYEBROW = TextStyle(9.5, 14, Weight.STRONG, ACCENT)
NAME = TextStyle(20, 26, Weight.STRONG)
ORIGINAL_NAME = TextStyle(13, 20, colour=MUTED)
TITLE = TextStyle(9.5, 13.5, Weight.STRONG, ACCENT)
CONTINUED = TextStyle(9.5, 13.5, colour=MUTED)
STRONG = TextStyle(9.5, 13.5, Weight.STRONG)
VALUE = TextStyle(9.5, 13.5)
SECOND = TextStyle(8.5, 12, colour=MUTED)
SMALL = TextStyle(8.5, 12)
SMALL_STRONG = replace(SMALL, weight=Weight.STRONG)
RIGHT = TextStyle(9.5, 13.5, align=Align.RIGHT)
RIGHT_STRONG = replace(RIGHT, weight=Weight.STRONG)
RIGHT_SECOND = TextStyle(8.5, 12, colour=MUTED, align=Align.RIGHT)
_ENTRY_DISTANCE = 11.0

PRIVACY_NOTES = {
    PrivacyLaw.DSGVO: Message("Data protection: DSGVO and BDSG."),
    PrivacyLaw.KDG: Message("Data protection: Gesetz über den Kirchlichen Datenschutz (KDG)."),
    PrivacyLaw.DSG_EKD: Message("Data protection: EKD-Datenschutzgesetz (DSG-EKD)."),
    PrivacyLaw.DSG_NRW: Message("Data protection: DSGVO, DSG NRW and Sozialgeheimnis (§ 35 SGB I, §§ 67 ff. SGB X)."),
}


@dataclass(frozen=True, slots=True)
class SheetWriter:
    """Turns texts into the parts of a sheet, in one language."""

    texts: Texts
    fonts: Fonts

    def text(self, text: str, style: TextStyle, most_lines: int | None = None) -> TextBlock:
        """A text in one of the styles of this sheet."""
        return TextBlock(text, style, self.fonts, most_lines)

    def section(self, title: str, entries: Iterable[Flowable], *, ruled: bool = True) -> Iterator[Section]:
        """A section, unless there is nothing in it; `ruled` divides its entries by hairlines."""
        if parts := list(entries):
            yield self.titled(title, Column(parts, _ENTRY_DISTANCE, ruled))

    def titled(self, title: str, content: Column, gap: float = GAP) -> Section:
        """A section with this content."""
        again = self.texts("continued")
        return Section(self.text(title, TITLE), self.text(f"{title}\n{again}", CONTINUED), content, gap)

    def heading(self, title: str, person: SummaryPerson, day: date, most_lines: int = 4) -> Entry:
        """What the sheet is, name and original name on the left; file number and day on the right.

        An original name in a script that no font of ours has is left out: nobody reads a row of boxes.
        """
        name = person.name or self.texts("Name not known")
        left = [self.text(title, EYEBROW), self.text(name, NAME, most_lines)]
        if person.original_name and not self.fonts.unprintable([person.original_name]):
            left.append(self.text(person.original_name, ORIGINAL_NAME, min(most_lines, 3)))
        as_of = self.texts("As of {day}", day=day)
        right = [self.text(person.file_number, RIGHT_STRONG), self.text(as_of, RIGHT_SECOND)]
        return Entry(left, right if person.file_number else right[1:])

    def confidential_page(self, title: str, author: str, person: SummaryPerson, day: date) -> PageInfo:
        """What stands at the edge of each page of a sheet under the duty of secrecy; `author` is the organisation."""
        running = (person.file_number, title, self.texts.date(day))
        return PageInfo(title=title, author=author, printed_on=day,
                        footer=self.texts("Confidential · duty of secrecy under § 203 StGB"),
                        running_left=person.name, running_right=" · ".join(filter(None, running)))

    def confidentiality(self, author: str, day: date, law: PrivacyLaw) -> Note:
        """What whoever holds the sheet must know: secrecy, law, author."""
        texts = self.texts
        rule = texts(
            "This sheet contains particularly protected information. Handing it on needs the consent of the person "
            "concerned (Schweigepflichtentbindung) or a statutory power."
        )
        made = texts("Made by {who} on {day}.", who=author, day=day)
        return Note(
            [
                self.text(texts("Confidential"), SMALL_STRONG),
                self.text(rule, SMALL),
                self.text(f"{made} {texts(PRIVACY_NOTES[law])}", SECOND),
            ]
        )
