"""ChartWork: pictures made off the window's thread, and only the newest preview of them shown."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QImage

from tracker.charts.file_names import cleaned
from tracker.charts.gallery import ChartRequest, chart_entry
from tracker.charts.picture_files import write
from tracker.charts.presets import PRESETS
from tracker.charts.sheet import preset_sheet
from tracker.errors import ExportError, TrackerError
from tracker.snapshot import Snapshot
from ui.background import Background
from ui.widgets.check_list import CheckLine

if TYPE_CHECKING:
    from tracker.charts.pixels import Pixels

_DEBOUNCE_MS = 8
_CALM_MS = 400
"""How long a preview stands before its file is packed: not while someone is typing."""

_LONG_QUOTE = re.compile("“([^”]{12})[^”]+”")
"""A text that a check names is on the picture too, so its beginning is enough."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture made for the screen: its request, its pixels, and what the checks say."""

    request: ChartRequest
    pixels: "Pixels"
    image: QImage
    checks: tuple[CheckLine, ...]

    @property
    def png(self) -> bytes:
        """The file that would be exported, for the clipboard."""
        return self.pixels.png


@dataclass(frozen=True, slots=True)
class ExportJob:
    """What to export: (request, path) pairs, the format, and whether to write over files."""

    pictures: tuple[tuple[ChartRequest, Path], ...]
    image_format: str
    folder: Path
    force: bool = False
    text_as: str = "outlines"

    def over(self, held: Sequence[Path]) -> "ExportJob":
        """Return the job that may write over files, where there are any to write over."""
        return replace(self, force=bool(held))

    def existing(self) -> list[Path]:
        """Return the files that are there already."""
        return [path for _, path in self.pictures if path.exists()]


class ChartWork(QObject):
    """Orders pictures from the background. Signals arrive on the window's thread."""

    preview_ready = Signal(object)
    """Emitted with the Picture that was asked for last; earlier ones are dropped."""
    preview_failed = Signal(object)
    """Emitted with the TrackerError of the picture that was asked for last."""
    thumbnail_ready = Signal(str, QImage)
    thumbnail_failed = Signal(str)
    """Emitted with the chart that cannot be drawn for the gallery; the preview says why."""
    exported = Signal(object)
    """Emitted with the ExportJob when all its files are written."""
    vector_ready = Signal(object, bytes)
    """Emitted with a ChartRequest and its SVG, for the clipboard."""
    export_failed = Signal(object)
    """Emitted with the TrackerError that kept an export from being written."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._background = Background(self)
        self._wanted: tuple[Snapshot, ChartRequest] | None = None
        self._ticket = 0
        self._thumbnails: dict[str, ChartRequest] = {}
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_DEBOUNCE_MS)
        self._timer.timeout.connect(self._start_preview)
        self._shown: Picture | None = None
        self._packing = QTimer(self)
        self._packing.setSingleShot(True)
        self._packing.setInterval(_CALM_MS)
        self._packing.timeout.connect(self._start_packing)

    def ask_preview(self, snapshot: Snapshot, request: ChartRequest) -> None:
        """Want this picture instead of any that is still to come."""
        self._ticket += 1
        self._packing.stop()
        self._wanted = (pinned(snapshot, request), request)
        self._timer.start()

    def drop_preview(self) -> None:
        """Want no picture: what is still to come is dropped."""
        self._ticket += 1
        self._wanted = None
        self._timer.stop()

    def ask_thumbnail(self, snapshot: Snapshot, request: ChartRequest) -> None:
        """Want a picture for the gallery when there is nothing more urgent."""
        self._thumbnails[request.chart] = request
        self._background.start(
            partial(self._thumbnail, pinned(snapshot, request), request),
            partial(self._on_thumbnail, request),
            partial(self._on_thumbnail_failed, request),
        )

    def ask_vector(self, snapshot: Snapshot, request: ChartRequest) -> None:
        """Want a picture as SVG as well; nothing is said where it cannot be made."""
        self._background.start(
            partial(_vector, pinned(snapshot, request), request),
            partial(self._on_vector, request),
            _ignore,
            urgent=True,
        )

    def export(self, snapshot: Snapshot, job: ExportJob) -> None:
        """Make all pictures of a job, and only when every one is made write them."""
        for request, _ in job.pictures:
            pinned(snapshot, request)
        self._background.start(
            partial(write_all, snapshot, job),
            self._on_exported,
            self.export_failed.emit,
            urgent=True,
        )

    @property
    def is_busy(self) -> bool:
        """Say whether a picture is being made right now."""
        return self._background.is_busy

    def wait(self) -> None:
        """Wait until nothing is left to do; results still arrive in the event loop."""
        self._background.wait()

    def close(self) -> None:
        """Forget what has not begun and let no thread outlive the window."""
        self._timer.stop()
        self._packing.stop()
        self._background.close()

    def _start_preview(self) -> None:
        if self._wanted is not None:
            snapshot, request = self._wanted
            ticket = self._ticket
            self._background.start(
                partial(self._preview, snapshot, request, ticket),
                partial(self._on_preview, ticket),
                partial(self._on_preview_failed, ticket),
                urgent=True,
            )

    def _preview(self, snapshot: Snapshot, request: ChartRequest, ticket: int) -> Picture | None:
        """Make a preview, unless a newer one is wanted by now."""
        return picture(snapshot, request) if ticket == self._ticket else None

    def _start_packing(self) -> None:
        if self._shown is not None:
            self._background.start(partial(_pack, self._shown), _nothing, _ignore)

    def _thumbnail(self, snapshot: Snapshot, request: ChartRequest) -> QImage | None:
        """Make a thumbnail, unless the gallery wants another by now."""
        if self._thumbnails.get(request.chart) is not request:
            return None
        return picture(snapshot, request).image

    def _on_preview(self, ticket: int, made: Picture | None) -> None:
        if made is not None and ticket == self._ticket:
            self._shown = made
            self._packing.start()
            self.preview_ready.emit(made)

    def _on_preview_failed(self, ticket: int, error: TrackerError) -> None:
        if ticket == self._ticket:
            self.preview_failed.emit(error)

    def _on_thumbnail(self, request: ChartRequest, image: QImage | None) -> None:
        if image is not None and self._thumbnails.get(request.chart) is request:
            self.thumbnail_ready.emit(request.chart, image)

    def _on_thumbnail_failed(self, request: ChartRequest, _error: TrackerError) -> None:
        if self._thumbnails.get(request.chart) is request:
            self.thumbnail_failed.emit(request.chart)

    def _on_vector(self, request: ChartRequest, svg: bytes) -> None:
        self.vector_ready.emit(request, svg)

    def _on_exported(self, job: ExportJob) -> None:
        self.exported.emit(job)


def pinned(snapshot: Snapshot, request: ChartRequest) -> Snapshot:
    """Load what a picture reads, so that the background thread never asks the ledger."""
    entry = chart_entry(request.chart)
    regions = entry.regions(snapshot.catalogue, request.region, request.level)
    return snapshot.pinned(sorted(regions), entry.years(request.as_of.year))


def _vector(snapshot: Snapshot, request: ChartRequest) -> bytes:
    """Make the SVG of a request. Raises TrackerError."""
    from tracker.charts.export import render  # brings matplotlib in

    return render(snapshot, request, "svg").content


def picture(snapshot: Snapshot, request: ChartRequest) -> Picture:
    """Draw a request for the screen; nothing is packed into a file. Raises TrackerError."""
    from tracker.charts.pixels import render_pixels  # brings matplotlib in

    made = render_pixels(snapshot, request)
    checks = tuple(
        CheckLine(check.passed, _LONG_QUOTE.sub(r"“\1…”", check.detail) or check.name)
        for check in made.checks
    )
    wide, high = made.width, made.height
    held = QImage(made.rgba, wide, high, 4 * wide, QImage.Format.Format_RGBA8888)
    # Converted here, off the window's thread; a copy, for the rows are matplotlib's.
    image = held.convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)
    return Picture(request, made, image, checks)


def write_all(snapshot: Snapshot, job: ExportJob) -> ExportJob:
    """Make every picture of a job, then write them. Raises TrackerError, having written none
    when a picture cannot be made.
    """
    from tracker.charts.export import refuse_failed, render  # brings matplotlib in

    made = []
    for request, path in job.pictures:
        rendered = render(snapshot, request, job.image_format, job.text_as)
        refuse_failed(rendered)
        made.append((path, rendered.content))
    for path, content in made:
        write(path, content, force=job.force)
    return job


def export_job(
    snapshot: Snapshot, requests: Sequence[ChartRequest], image_format: str, folder: str
) -> ExportJob:
    """Name the files of an export. Raises ExportError when the folder is not there."""
    place = Path(folder).expanduser()
    if not folder:
        raise ExportError("还没有选文件夹，请在“存到”里选一个。")
    if not place.is_absolute() or not place.is_dir():
        raise ExportError(f"没有文件夹“{folder}”，请先建好它或换一个位置。")
    named = tuple(
        (request, place / f"{picture_name(snapshot, request)}.{image_format}")
        for request in requests
    )
    return ExportJob(named, image_format, place)


def pixels_of(request: ChartRequest) -> tuple[int, int]:
    """Return how many pixels wide and high the file of a request is."""
    if request.size is not None:
        return request.size.width_px, request.size.height_px
    sheet = preset_sheet(PRESETS[request.preset], request.scale)
    return sheet.width_px, sheet.height_px


def picture_name(snapshot: Snapshot, request: ChartRequest) -> str:
    """Name a picture as people file it: 轨迹_招商引资_甘肃省_2023-04_1920x1080."""
    wide, high = pixels_of(request)
    parts = [chart_entry(request.chart).name]
    if request.indicator:
        parts.append(snapshot.indicator(request.indicator).short_name)
    parts += [snapshot.region(request.region).name, str(request.as_of)]
    parts.append(f"{wide}x{high}")
    return cleaned("_".join(parts))


def _pack(made: Picture) -> None:
    """Pack the PNG of a preview once it is shown, so that copying it never holds the window."""
    _ = made.png


def _nothing(_done: None) -> None:
    """Nothing is to be done when a PNG is packed: whoever wants it asks for it."""


def _ignore(_error: TrackerError) -> None:
    """Nothing is said where the SVG cannot be made: the picture itself is on the clipboard."""
