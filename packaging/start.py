"""The frozen program's entry: the same window as `hin-desktop`."""

import sys

from hin_desktop.start import window

sys.exit(window())
