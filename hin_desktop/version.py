"""The program's version; the one place where it stands."""

VERSION = "0.1.0"
__version__ = VERSION
BUILT_ON = "2026-11-23"
