"""Where a ledger file lies: the same file as when it was opened, and not on a network share."""

from pathlib import Path

from tracker.errors import LedgerError

_SHARES = frozenset({"nfs", "nfs4", "cifs", "smb3", "smbfs", "fuse.sshfs", "9p", "afs", "ncpfs"})
_MOUNTS = Path("/proc/mounts")

Identity = tuple[int, int]
"""Device and inode: what makes a file the same file."""


def identity(path: Path) -> Identity:
    """Return what tells a file from another one of the same name. Raises OSError."""
    held = path.stat()
    return (held.st_dev, held.st_ino)


def refuse_another(path: Path, opened: Identity) -> None:
    """Raise LedgerError when the file was taken away, or another one stands in its place."""
    try:
        now = identity(path)
    except OSError:
        raise LedgerError(
            f"台账“{path}”被移走或删除了，没有写入；请把文件放回原处，或从备份恢复。"
        ) from None
    if now != opened:
        raise LedgerError(
            f"台账“{path}”被换成了另一个文件，没有写入；请关掉重新打开，看清是哪一个。"
        )


def is_on_share(path: Path, mounts: str | None = None) -> bool:
    """Say whether a file lies on a network share, where SQLite's locks may not hold.

    `mounts` stands in for /proc/mounts. Where a system has no such list nothing is said.
    """
    if mounts is None:
        try:
            mounts = _MOUNTS.read_text("utf-8", "replace")
        except OSError:
            return str(path).startswith(("\\\\", "//"))
    place = path.absolute()
    best, kind = -1, ""
    for line in mounts.splitlines():
        words = line.split()
        if len(words) < 3:
            continue
        point = Path(words[1].replace("\\040", " "))
        if (point == place or point in place.parents) and len(point.parts) > best:
            best, kind = len(point.parts), words[2]
    return kind in _SHARES
