"""Where things lie on the counsellor's machine. Nothing personal is ever kept outside a desk."""

from __future__ import annotations

from pathlib import Path

from platformdirs import PlatformDirs

_DIRS = PlatformDirs("HIN Desktop", appauthor=False)


def desks_folder() -> Path:
    """Where a new desk is proposed: a folder of the user's own, on the local disk."""
    return Path(_DIRS.user_data_dir) / "desks"


def log_file() -> Path:
    """The log of faults, without personal data."""
    return Path(_DIRS.user_log_dir) / "hin-desktop.log"


def machine_settings_file() -> Path:
    """Which desk was open last, and its language for the unlock window. Nothing of any client."""
    return Path(_DIRS.user_config_dir) / "machine.json"
