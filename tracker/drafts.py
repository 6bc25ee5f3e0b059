"""Drafts: the temporary names under which files are built before they appear whole.

A killed program leaves its draft behind. The name says which process made it, so that the next
one can tell a draft that is being written from one that nobody will ever finish.
"""

import os
import re
import time
from contextlib import suppress
from pathlib import Path

_NAME = re.compile(r"\.guoban-(?P<process>\d+)-[0-9a-f]{8}\.part(-wal|-shm|-journal)?")
_OLD_SECONDS = 24 * 3600.0


def draft_of(path: Path) -> Path:
    """Return a name beside `path` that nobody else uses."""
    return path.with_name(f".guoban-{os.getpid()}-{os.urandom(4).hex()}.part")


def sweep(folder: Path) -> list[Path]:
    """Delete the drafts in a folder whose maker is gone; return them.

    What cannot be deleted stays: a folder on a share may be readable only.
    """
    gone: list[Path] = []
    with suppress(OSError):
        for path in folder.iterdir():
            named = _NAME.fullmatch(path.name)
            if named is not None and _abandoned(path, int(named["process"])):
                path.unlink()
                gone.append(path)
    return gone


def _abandoned(path: Path, process: int) -> bool:
    if os.name == "nt":  # pragma: no cover - there, signal 0 would end the process
        return time.time() - path.stat().st_mtime > _OLD_SECONDS
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return True
    except OSError:
        return False
    return False
