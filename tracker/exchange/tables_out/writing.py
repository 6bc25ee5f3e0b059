"""Writing tables: a file whole or not at all, a folder of files likewise."""

import shutil
from collections.abc import Mapping
from pathlib import Path

from tracker.disk_faults import disk_fault
from tracker.drafts import draft_of, sweep, write_whole
from tracker.errors import ExportError


def write_file(path: Path, content: bytes, *, force: bool = False) -> None:
    """Write a file under a temporary name, then give it its own. Raises ExportError."""
    try:
        if path.is_dir():
            raise ExportError(f"“{path}”是一个文件夹，请写上文件名。")
        if path.exists() and not force:
            raise ExportError(f"“{path}”已经有了，没有覆盖；请换一个名字，或加 --force。")
        write_whole(path, content)
    except OSError as error:
        raise _unwritten(path, error) from error


def write_folder(path: Path, files: Mapping[str, bytes], *, force: bool = False) -> None:
    """Write a folder of files, all of them or none. Raises ExportError."""
    draft = draft_of(path)
    try:
        if path.is_file():
            raise ExportError(f"“{path}”是一个文件，请换一个文件夹名。")
        if path.is_dir() and any(path.iterdir()) and not force:
            raise ExportError(f"文件夹“{path}”里已经有东西，没有覆盖；请换一个，或加 --force。")
        sweep(path.parent)
        draft.mkdir()
        for name, content in files.items():
            (draft / name).write_bytes(content)
        path.mkdir(exist_ok=True)
        for name in files:
            (draft / name).replace(path / name)
        draft.rmdir()
    except OSError as error:
        shutil.rmtree(draft, ignore_errors=True)
        raise _unwritten(path, error) from error


def _unwritten(path: Path, error: OSError) -> ExportError:
    reason = disk_fault(error)
    return ExportError(f"“{path}”写不进去：{reason}。请换一个位置再导出，原有文件没有改动。")
