"""The door to everything on paper. What draws and reads PDFs is loaded with the first sheet.

ReportLab, the fonts and PDFium take 20 MB and 200 ms, which a day without printing never needs.
"""

from __future__ import annotations

import importlib
from typing import Any

from hin_desktop.documents.case_summary_data import CaseSummary, SummaryChoice
from hin_desktop.documents.naturalisation_data import LegalReport, PathSheet
from hin_desktop.documents.page_picture import PagePicture
from hin_desktop.documents.recovery_data import RecoverySheet
from hin_desktop.texts import Texts


def case_summary(summary: CaseSummary, choice: SummaryChoice, texts: Texts) -> bytes:
    """The case summary as PDF, with what was chosen."""
    return bytes(_room("case_summary").render_case_summary(summary, choice, texts))


def path_sheet(sheet: PathSheet, texts: Texts) -> bytes:
    """The person's own sheet on the way to naturalisation, as PDF."""
    return bytes(_room("naturalisation_path").render_path_sheet(sheet, texts))


def legal_report(report: LegalReport, texts: Texts) -> bytes:
    """The counsellor's version with every rule, as PDF."""
    return bytes(_room("naturalisation_report").render_report(report, texts))


def recovery_sheet(sheet: RecoverySheet, texts: Texts) -> bytes:
    """The recovery sheet as PDF."""
    return bytes(_room("recovery_sheet").render_recovery_sheet(sheet, texts))


def page_sizes(pdf: bytes) -> tuple[tuple[float, float], ...]:
    """Width and height of each page in points (1/72 inch). Raises UnreadablePdf."""
    return tuple((size.width, size.height) for size in _room("pdf_pages").page_sizes(pdf))


def page_picture(pdf: bytes, index: int, scale: float) -> PagePicture:
    """One page (from 0) on white, `scale` pixels a point. Raises UnreadablePdf, and IndexError past the end."""
    picture: PagePicture = _room("pdf_pages").render_page(pdf, index, scale)
    return picture


def text(pdf: bytes) -> str:
    """The words of all pages, as a search in a viewer finds them. Raises UnreadablePdf."""
    return "\n".join(_room("pdf_pages").extract_text(pdf))


def _room(name: str) -> Any:  # noqa: ANN401  # a module is known by its name only
    return importlib.import_module(f"{__package__}.{name}")
