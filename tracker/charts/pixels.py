"""Pixels: a picture as it is shown on a screen, and its PNG as soon as someone wants that."""

import io
from collections.abc import Sequence
from functools import cached_property
from typing import Any

from tracker.charts.checks import Check, run_checks
from tracker.charts.export import drawing, png_options
from tracker.charts.gallery import ChartRequest, draw
from tracker.snapshot import Snapshot


class Pixels:
    """A drawn picture: `rgba` holds its rows from the top, 4 bytes a pixel."""

    def __init__(
        self, rgba: memoryview, size: tuple[int, int], checks: Sequence[Check], kept: dict[str, Any]
    ) -> None:
        self.rgba = rgba
        self.width, self.height = size
        self.checks = tuple(checks)
        self._kept = kept

    @cached_property
    def png(self) -> bytes:
        """The file that an export of the same request would write, byte for byte."""
        from matplotlib.image import imsave

        held = io.BytesIO()
        imsave(held, self.rgba, format="png", origin="upper", **self._kept)
        return held.getvalue()


def render_pixels(snapshot: Snapshot, request: ChartRequest) -> Pixels:
    """Draw a chart for a screen. Raises as `render` does."""
    from matplotlib.backends.backend_agg import FigureCanvasAgg

    from tracker.charts.alt_text import alt_text, picture_title

    title, told = picture_title(snapshot, request), alt_text(snapshot, request)
    with drawing():
        canvas = draw(snapshot, request)
        held = FigureCanvasAgg(canvas.figure)
        held.draw()  # type: ignore[no-untyped-call]
    sheet = canvas.style.sheet
    return Pixels(
        held.buffer_rgba(),  # type: ignore[no-untyped-call]
        (sheet.width_px, sheet.height_px),
        run_checks(canvas, is_sample=snapshot.is_sample),
        png_options(title, told, sheet.dpi),
    )
