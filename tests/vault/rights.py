"""A folder that cannot be written to, even for root: its right to ignore mode bits is put down for a while."""

from __future__ import annotations

import ctypes
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_VERSION_3 = 0x20080522
_DAC_OVERRIDE, _DAC_READ_SEARCH = 1 << 1, 1 << 2


class _Header(ctypes.Structure):
    _fields_ = (("version", ctypes.c_uint32), ("pid", ctypes.c_int))


class _Data(ctypes.Structure):
    _fields_ = (("effective", ctypes.c_uint32), ("permitted", ctypes.c_uint32), ("inheritable", ctypes.c_uint32))


@contextmanager
def read_only(folder: Path) -> Iterator[None]:
    """Inside, this thread may not create, change or remove anything in the folder."""
    libc = ctypes.CDLL(None, use_errno=True)
    header, data = _Header(_VERSION_3, 0), (_Data * 2)()
    assert libc.capget(ctypes.byref(header), data) == 0
    before = data[0].effective
    folder.chmod(0o500)
    try:
        data[0].effective = before & ~(_DAC_OVERRIDE | _DAC_READ_SEARCH)
        assert libc.capset(ctypes.byref(header), data) == 0
        assert not os.access(folder, os.W_OK, effective_ids=True)
        yield
    finally:
        data[0].effective = before
        libc.capset(ctypes.byref(header), data)
        folder.chmod(0o700)
