"""The log as one file that can be handed over: where it lies, and how it is packed."""

import zipfile
from pathlib import Path

from tracker.disk_faults import disk_fault
from tracker.errors import ExportError


def log_folder() -> Path:
    """Return where the program writes its log."""
    from platformdirs import user_log_dir

    return Path(user_log_dir("guoban", appauthor=False))


def pack_log(folder: Path, words: str, target: Path) -> Path:
    """Pack the log files and the versions as a .zip. Raises ExportError."""
    held = sorted(folder.glob("guoban.log*")) if folder.is_dir() else []
    try:
        with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as parcel:
            parcel.writestr("版本.txt", words)
            for path in held:
                parcel.write(path, path.name)
    except OSError as error:
        raise ExportError(f"日志写不进“{target}”（{disk_fault(error)}），请换一个位置。") from error
    return target
