"""Export: a request becomes PNG, SVG or PDF bytes, the same every time, and then a file."""

import io
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from html import escape
from pathlib import Path
from threading import Lock
from typing import Any

from tracker.charts.checks import Check, run_checks
from tracker.charts.gallery import ChartRequest, draw
from tracker.charts.picture_files import write
from tracker.errors import ExportError, UnknownName
from tracker.snapshot import Snapshot

FORMATS = ("png", "svg", "pdf")
"""File formats, the usual one first."""
TEXT_AS = ("outlines", "text")
"""How an SVG keeps its text: outlines look the same everywhere, text can be edited and searched."""

_PNG_LEVEL = 3
"""Flat pictures compress to nearly the same size at every level; this one is quick."""

_STYLE: dict[str, object] = {
    "svg.hashsalt": "guoban",
    "font.sans-serif": ["Arial"],
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
    """A finished picture: its bytes, the checks it went through, its size in pixels, its words.

    `alt_text` is the sentence that the file carries for whoever cannot see it.
    """

    content: bytes
    checks: list[Check]
    width: int
    height: int
    title: str = ""
    alt_text: str = ""

    @property
    def failed(self) -> list[Check]:
        """The checks that did not pass; a picture with any must not be exported."""
        return [check for check in self.checks if not check.passed]


@contextmanager
def drawing(text_as: str = TEXT_AS[0]) -> Iterator[None]:
    """Hold the settings that a picture is drawn and saved with; one picture at a time."""
    import matplotlib as mpl

    settings = _STYLE | {"svg.fonttype": "none" if text_as == "text" else "path"}
    with _DRAWING, mpl.rc_context(settings):  # type: ignore[arg-type]
        yield


def render(
    snapshot: Snapshot,
    request: ChartRequest,
    image_format: str = "png",
    text_as: str = TEXT_AS[0],
) -> Rendered:
    """Draw a chart and return its bytes with its checks; nothing is written.

    `text_as` says whether an SVG draws its text as outlines or keeps it as text.
    Raises UnknownName for an unknown format, chart or preset, ExportError for a missing glyph.
    """
    return render_formats(snapshot, request, (image_format,), text_as)[image_format]


def render_formats(
    snapshot: Snapshot,
    request: ChartRequest,
    formats: Sequence[str],
    text_as: str = TEXT_AS[0],
) -> dict[str, Rendered]:
    """Draw a chart once and return it in several formats; each as `render` would give it."""
    for image_format in formats:
        if image_format not in FORMATS:
            raise UnknownName(f"没有图片格式“{image_format}”，可用 {'、'.join(FORMATS)}。")
    if text_as not in TEXT_AS:
        raise UnknownName(f"SVG 的文字不能存成“{text_as}”，可用 {'、'.join(TEXT_AS)}。")
    from tracker.charts.alt_text import alt_text, picture_title

    title, told = picture_title(snapshot, request), alt_text(snapshot, request)
    contents: dict[str, bytes] = {}
    with drawing(text_as):
        canvas = draw(snapshot, request)
        for image_format in formats:
            held = io.BytesIO()
            if image_format == "png":
                options = png_options(title, told, canvas.style.sheet.dpi)
            else:
                options = _vector_options(image_format, request.made_on, title, told)
            canvas.figure.savefig(held, format=image_format, **options)
            contents[image_format] = held.getvalue()
    checks = run_checks(canvas, is_sample=snapshot.is_sample)
    sheet = canvas.style.sheet
    if "svg" in contents:
        contents["svg"] = _described(contents["svg"], told)
    return {
        image_format: Rendered(content, checks, sheet.width_px, sheet.height_px, title, told)
        for image_format, content in contents.items()
    }


def file_name(request: ChartRequest, image_format: str) -> str:
    """Name a picture's file after what it shows: board_620000_2023-06_slide.png."""
    size = request.size
    shape = f"{size.width_px}x{size.height_px}" if size else request.preset
    place = f"{request.region}{f'-{request.level}' if request.level else ''}"
    parts = (request.chart, request.indicator, place, request.as_of, shape)
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


def png_options(title: str, told: str, dpi: float) -> dict[str, Any]:
    """Return what a PNG is saved with: its words, its dots per inch, how hard it is packed."""
    return {
        "metadata": {"Title": title, "Description": told, "Software": None},
        "pil_kwargs": {"compress_level": _PNG_LEVEL, "optimize": False, "dpi": (dpi, dpi)},
    }


def _vector_options(image_format: str, made_on: date, title: str, told: str) -> dict[str, Any]:
    """Return savefig's options: nothing in the file may depend on the clock or the machine."""
    if image_format == "svg":
        about = {"Title": title, "Description": told, "Date": None, "Creator": "guoban"}
        return {"metadata": about}
    made = datetime.combine(made_on, time(), UTC)
    about = {"Title": title, "Subject": told, "Creator": "guoban", "Producer": "guoban"}
    return {"metadata": {**about, "CreationDate": made}}


def _described(svg: bytes, told: str) -> bytes:
    """Put <desc> after <title>, where browsers and screen readers look for it."""
    title_end = b"</title>"
    return svg.replace(
        title_end, title_end + f"\n <desc>{escape(told, quote=False)}</desc>".encode(), 1
    )
