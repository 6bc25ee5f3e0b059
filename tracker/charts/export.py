"""Export: a request becomes PNG, SVG or PDF bytes, the same every time, and then a file."""

import io
import os
import tempfile
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from pathlib import Path
from threading import Lock

from tracker.charts.checks import Check, run_checks
from tracker.charts.gallery import ChartRequest, draw
from tracker.errors import ExportError, UnknownName
from tracker.snapshot import Snapshot

FORMATS = ("png", "svg", "pdf")
"""File formats, the usual one first."""

_PNG_LEVEL = 3
"""Flat pictures compress to nearly the same size at every level; this one is quick."""

_STYLE: dict[str, object] = {
    "svg.fonttype": "path",
    "svg.hashsalt": "guoban",
    "pdf.fonttype": 42,
    "pdf.compression": 6,
    "text.hinting": "no_hinting",
    "text.antialiased": True,
    "text.usetex": False,
    "path.simplify": False,
    "path.snap": True,
    "path.sketch": None,
    "patch.antialiased": True,
    "lines.antialiased": True,
    "lines.scale_dashes": True,
    "savefig.bbox": None,
    "savefig.dpi": "figure",
    "savefig.facecolor": "auto",
    "savefig.edgecolor": "auto",
    "savefig.transparent": False,
}
"""What a user's matplotlibrc must not change."""

_DRAWING = Lock()
"""rcParams belong to the process: one picture is drawn and saved at a time."""


@dataclass(frozen=True, slots=True)
class Rendered:
    """A finished picture: its bytes, the checks it went through, its size in pixels."""

    content: bytes
    checks: list[Check]
    width: int
    height: int

    @property
    def failed(self) -> list[Check]:
        """The checks that did not pass; a picture with any must not be exported."""
        return [check for check in self.checks if not check.passed]


def render(snapshot: Snapshot, request: ChartRequest, image_format: str = "png") -> Rendered:
    """Draw a chart and return its bytes with its checks; nothing is written.

    Raises UnknownName for an unknown format, chart or preset, ExportError for a missing glyph.
    """
    if image_format not in FORMATS:
        raise UnknownName(f"没有图片格式“{image_format}”，可用 {'、'.join(FORMATS)}。")
    import matplotlib as mpl

    with _DRAWING, mpl.rc_context(_STYLE):  # type: ignore[arg-type]
        canvas = draw(snapshot, request)
        held = io.BytesIO()
        options = _options(image_format, request.made_on)
        canvas.figure.savefig(held, format=image_format, **options)  # type: ignore[arg-type]
    checks = run_checks(canvas, is_sample=snapshot.is_sample)
    preset = canvas.style.preset
    return Rendered(held.getvalue(), checks, preset.width_px, preset.height_px)


def file_name(request: ChartRequest, image_format: str) -> str:
    """Name a picture's file after what it shows: board_620000_2023-06_slide.png."""
    parts = (request.chart, request.indicator, request.region, request.as_of, request.preset)
    return "_".join(str(part) for part in parts if part) + f".{image_format}"


def refuse_failed(rendered: Rendered) -> None:
    """Raise ExportError with the sentences of the failed checks, if any."""
    if rendered.failed:
        raise ExportError("图没有导出：" + "".join(check.detail for check in rendered.failed))


def export(
    snapshot: Snapshot,
    request: ChartRequest,
    path: Path,
    *,
    image_format: str | None = None,
    force: bool = False,
) -> Rendered:
    """Draw, check and write a picture; the format follows the file name when not given.

    Raises ExportError when a check fails or the file cannot be written.
    """
    chosen = image_format or path.suffix.removeprefix(".").lower() or FORMATS[0]
    rendered = render(snapshot, request, chosen)
    refuse_failed(rendered)
    write(path, rendered.content, force=force)
    return rendered


def write(path: Path, content: bytes, *, force: bool = False) -> None:
    """Write a file whole or not at all: under a temporary name beside it, then renamed.

    Raises ExportError when it exists and `force` is off, or cannot be written.
    """
    folder = path.parent
    if not folder.is_dir():
        raise ExportError(f"没有文件夹“{folder}”，请先建好它或换一个位置。")
    if path.is_dir():
        raise ExportError(f"“{path}”是一个文件夹，请写上文件名。")
    if path.exists() and not force:
        raise ExportError(f"“{path}”已经有了，没有覆盖；请换一个文件名，或选择覆盖。")
    temporary = ""
    try:
        handle, temporary = tempfile.mkstemp(prefix=f".{path.stem}-", suffix=".tmp", dir=folder)
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        Path(temporary).chmod(0o644)
        Path(temporary).replace(path)
    except OSError as error:
        if temporary:
            with suppress(OSError):
                Path(temporary).unlink()
        raise ExportError(_write_sentence(path, error)) from error


def _write_sentence(path: Path, error: OSError) -> str:
    reasons: dict[type[OSError], str] = {
        PermissionError: "没有写入权限",
        FileNotFoundError: "文件夹已不存在",
    }
    reason = reasons.get(type(error), error.strerror or "写入失败")
    if error.errno in _FULL:
        reason = "磁盘已满"
    return f"“{path}”写不进去：{reason}。请换一个位置后再导出，原有文件没有改动。"


def _errors(*names: str) -> frozenset[int]:
    import errno

    return frozenset(getattr(errno, name) for name in names if hasattr(errno, name))


_FULL = _errors("ENOSPC", "EDQUOT", "EFBIG")


def _options(image_format: str, made_on: date) -> dict[str, object]:
    """Return savefig's options: nothing in the file may depend on the clock or the machine."""
    if image_format == "png":
        return {
            "metadata": {"Software": None},
            "pil_kwargs": {"compress_level": _PNG_LEVEL, "optimize": False},
        }
    if image_format == "svg":
        return {"metadata": {"Date": None, "Creator": "guoban"}}
    made = datetime.combine(made_on, time(), UTC)
    return {"metadata": {"Creator": "guoban", "Producer": "guoban", "CreationDate": made}}
