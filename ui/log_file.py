"""The program's log: private files that rotate, hold no figures, and can be handed over."""

import logging
import os
from io import TextIOWrapper
from logging.handlers import RotatingFileHandler
from pathlib import Path

LOGGER = logging.getLogger("guoban")
_BYTES, _FORMER = 512 * 1024, 3
_NAME = "guoban.log"
_USER_ONLY = 0o600


def log_folder() -> Path:
    """Return where this person's log is kept."""
    import platformdirs

    return Path(platformdirs.user_log_dir("guoban", appauthor=False))


def start_log(folder: Path) -> Path:
    """Write the program's log into a folder: rotating, private, without figures of the ledger."""
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    path = folder / _NAME
    handler = _PrivateFiles(path, maxBytes=_BYTES, backupCount=_FORMER, encoding="utf-8")
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    LOGGER.addHandler(handler)
    LOGGER.setLevel(logging.INFO)
    return path


def log_files(folder: Path) -> list[Path]:
    """Return the log's files, the present one first; none where there is no folder yet."""
    return sorted(folder.glob(f"{_NAME}*")) if folder.is_dir() else []


class _PrivateFiles(RotatingFileHandler):
    """Makes every file it begins its owner's only; the system would let others read them."""

    def _open(self) -> TextIOWrapper:
        flags = os.O_WRONLY | os.O_APPEND | os.O_CREAT
        descriptor = os.open(self.baseFilename, flags, _USER_ONLY)
        Path(self.baseFilename).chmod(_USER_ONLY)
        return os.fdopen(descriptor, "a", encoding=self.encoding, errors=self.errors)
