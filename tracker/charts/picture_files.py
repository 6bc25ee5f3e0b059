"""Finished pictures become files: whole or not at all, and never over another unasked."""

from pathlib import Path

from tracker.disk_faults import disk_fault
from tracker.drafts import write_whole
from tracker.errors import ExportError


class WriteFailed(ExportError):
    """The folder takes no file: full, read-only or gone; the next file would fare no better."""


def write(path: Path, content: bytes, *, force: bool = False) -> None:
    """Write a file whole or not at all: under a temporary name beside it, then renamed.

    Raises ExportError when it exists and `force` is off, or cannot be written.
    """
    folder = path.parent
    try:
        if not folder.is_dir():
            raise WriteFailed(f"没有文件夹“{folder}”，请先建好它或换一个位置。")
        if path.is_dir():
            raise ExportError(f"“{path}”是一个文件夹，请写上文件名。")
        if path.exists() and not force:
            raise ExportError(f"“{path}”已经有了，没有覆盖；请换一个文件名，或选择覆盖。")
        write_whole(path, content)
    except OSError as error:
        raise WriteFailed(_write_sentence(path, error)) from error


def _write_sentence(path: Path, error: OSError) -> str:
    return f"“{path}”写不进去：{disk_fault(error)}。请换一个位置后再导出，原有文件没有改动。"
