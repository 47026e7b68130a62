"""The case summary on paper: gathered from the records, rendered, printed, and filed with the person."""

from __future__ import annotations
