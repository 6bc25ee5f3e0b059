"""A new ledger file appears whole or not at all: built under a temporary name, then renamed."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from tracker.drafts import draft_of, sweep
from tracker.errors import LedgerError
from tracker.storage.faults import told

_BESIDE = ("-wal", "-shm", "-journal")
"""What SQLite keeps beside a file while it writes it."""

USER_ONLY = 0o600
"""A ledger holds unpublished figures: nobody else on the machine may read it."""


def create_empty(path: Path) -> None:
    """Create an empty file for the user only; raises LedgerError when one is there already."""
    try:
        with told(path):
            os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, USER_ONLY))
    except LedgerError as error:
        if isinstance(error.__cause__, FileExistsError):
            raise _occupied(path) from error
        raise


@contextmanager
def building(path: Path) -> Iterator[Path]:
    """Yield a temporary name in the same folder; rename it to `path` when the block succeeds.

    Raises LedgerError when `path` exists, or when its folder does not or cannot be written.
    """
    with told(path):
        if path.exists() or path.is_symlink():
            raise _occupied(path)
        if not path.parent.is_dir():
            raise LedgerError(f"文件夹“{path.parent}”不存在，请先建好文件夹再新建台账。")
    sweep(path.parent)
    draft = draft_of(path)
    try:
        yield draft
        with told(path):
            if path.exists():
                raise _occupied(path)
            draft.rename(path)
    finally:
        for left_over in (draft, *(Path(f"{draft}{end}") for end in _BESIDE)):
            with suppress(OSError):
                left_over.unlink(missing_ok=True)


def _occupied(path: Path) -> LedgerError:
    return LedgerError(f"“{path}”已经存在，没有覆盖；请换一个文件名，或直接打开它。")
