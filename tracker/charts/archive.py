"""Archive: files put into one zip, the same bytes for the same files and day."""

import io
import zipfile
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

from tracker.charts.picture_files import write

_PACKED_ALREADY = (".png", ".pdf", ".xlsx", ".docx", ".pptx")
_FIRST_YEAR = 1980
"""A zip knows no earlier year."""


def write_zip(archive: Path, files: Sequence[Path], made_on: date, *, force: bool = False) -> None:
    """Write files into one zip beside each other, whole or not at all.

    Raises ExportError when it exists and `force` is off, or cannot be written.
    """
    held = {path.name: path.read_bytes() for path in files}
    write(archive, zipped(held, made_on), force=force)


def zipped(held: Mapping[str, bytes], made_on: date) -> bytes:
    """Return a zip of named contents, dated on a day."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as packed:
        for name in sorted(held):
            packed.writestr(_entry(name, made_on), held[name])
    return made.getvalue()


def redated(package: bytes, made_on: date) -> bytes:
    """Return a package (.docx, .pptx) whose parts are dated on a day instead of now, in order."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(package)) as read, zipfile.ZipFile(made, "w") as packed:
        for part in read.infolist():
            entry = _entry(part.filename, made_on)
            entry.compress_type = zipfile.ZIP_DEFLATED
            packed.writestr(entry, read.read(part))
    return made.getvalue()


def _entry(name: str, made_on: date) -> zipfile.ZipInfo:
    year = max(_FIRST_YEAR, made_on.year)
    entry = zipfile.ZipInfo(name, (year, made_on.month, made_on.day, 0, 0, 0))
    packed = name.lower().endswith(_PACKED_ALREADY)
    entry.compress_type = zipfile.ZIP_STORED if packed else zipfile.ZIP_DEFLATED
    entry.external_attr = 0o644 << 16
    entry.create_system = 3
    return entry
