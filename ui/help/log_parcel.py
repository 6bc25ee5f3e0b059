"""The log as one file that can be handed over: how it is packed."""

import io
import zipfile
from pathlib import Path

from tracker.disk_faults import disk_fault
from tracker.drafts import write_whole
from tracker.errors import ExportError
from ui.log_file import log_files, log_folder

__all__ = ["log_folder", "pack_log"]


def pack_log(folder: Path, words: str, target: Path) -> Path:
    """Pack the log files and the versions as a .zip, whole or not at all. Raises ExportError."""
    packed = io.BytesIO()
    try:
        with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as parcel:
            parcel.writestr("版本.txt", words)
            for path in log_files(folder):
                parcel.write(path, path.name)
        write_whole(target, packed.getvalue())
    except OSError as error:
        raise ExportError(f"日志写不进“{target}”（{disk_fault(error)}），请换一个位置。") from error
    return target
