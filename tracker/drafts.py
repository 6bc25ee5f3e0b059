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


def write_whole(path: Path, content: bytes) -> None:
    """Write a file that appears whole or not at all, replacing one of its name. Raises OSError."""
    sweep(path.parent)
    draft = draft_of(path)
    try:
        with draft.open("xb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        draft.replace(path)
    except OSError:
        with suppress(OSError):
            draft.unlink(missing_ok=True)
        raise


def sweep(folder: Path) -> list[Path]:
    """Delete the drafts in a folder, files and folders, whose maker is gone; return them.

    What cannot be deleted stays: a folder on a share may be readable only.
    """
    gone: list[Path] = []
    with suppress(OSError):
        for path in sorted(folder.iterdir()):
            with suppress(OSError):
                if _is_abandoned(path):
                    if path.is_dir():
                        import shutil  # rarely wanted, and every start comes by here

                        shutil.rmtree(path)
                    else:
                        path.unlink()
                    gone.append(path)
    return gone


def _is_abandoned(path: Path) -> bool:
    named = _NAME.fullmatch(path.name)
    if named is None:
        return False
    # Numbers of processes come again after a restart; no draft is being written for a day.
    return not _is_running(int(named["process"])) or (
        time.time() - path.stat().st_mtime > _OLD_SECONDS
    )


def _is_running(process: int) -> bool:
    if os.name == "nt":  # pragma: no cover - there, signal 0 would end the process
        return True
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True
