"""The log of faults: a small rotating file without personal data, written on a thread of its own.

Arguments of log calls and texts of exceptions may quote a record, so neither is written; of foreign libraries only
the place is.
"""

from __future__ import annotations

import logging
import os
import queue
from io import TextIOWrapper
from logging.handlers import QueueHandler, QueueListener, RotatingFileHandler
from pathlib import Path

from hin_desktop.ui.shell.bug_report import describe

_SIZE, _KEPT = 500_000, 3  # bytes of a file, older files beside it
_FORMAT = "%(asctime)s %(levelname)s %(name)s %(message)s"
_OWN = "hin_desktop"


class _Discreet(QueueHandler):
    """Strips a record of everything that may be personal before it leaves the calling thread."""

    def prepare(self, record: logging.LogRecord) -> logging.LogRecord:
        """Keep the literal text of our own calls and the place of any; no argument, no value."""
        own = record.name.split(".")[0] == _OWN
        text = str(record.msg) if own else f"{Path(record.pathname).name}:{record.lineno}"
        if record.exc_info is not None and record.exc_info[1] is not None:
            text = f"{text}\n{describe(record.exc_info[1]).details}"
        safe = logging.LogRecord(record.name, record.levelno, "", 0, text, None, None)
        safe.created, safe.msecs = record.created, record.msecs
        return safe


class _PrivateFile(RotatingFileHandler):
    """Readable by its owner alone."""

    def _open(self) -> TextIOWrapper:
        path = Path(self.baseFilename)
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        os.close(os.open(path, os.O_CREAT | os.O_APPEND, 0o600))
        return super()._open()


class Log:
    """The running log; `close` writes what is left."""

    def __init__(self, file: Path, level: int = logging.WARNING) -> None:
        records: queue.SimpleQueue[object] = queue.SimpleQueue()
        self._handler = _Discreet(records)
        self._target = _PrivateFile(file, maxBytes=_SIZE, backupCount=_KEPT, encoding="utf-8", delay=True)
        self._target.setFormatter(logging.Formatter(_FORMAT))
        self._listener = QueueListener(records, self._target)
        self._root = logging.getLogger()
        self._root.addHandler(self._handler)
        self._root.setLevel(level)
        self._listener.start()

    def close(self) -> None:
        """Stop listening and close the file."""
        self._root.removeHandler(self._handler)
        self._listener.stop()
        self._target.close()
        self._handler.close()

