"""Sheet: the page a layout is put on, in pixels of the file and at a number of dots per inch."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import log

from tracker.charts.presets import Preset
from tracker.errors import BadValue, ExportError

LEAST_DPI, MOST_DPI = 72, 600
LEAST_SCALE, MOST_SCALE = 0.25, 8.0
_LEAST_SIDE, _MOST_SIDE = 100, 16000
_MOST_PIXELS = 80_000_000
_POINTS_PER_INCH = 72.0
_CM_PER_INCH = 2.54
_LEAST_TEXT_PX = 9.0
"""Smaller Chinese characters are blots on every screen."""
_LEAST_TEXT_POINTS = 4.0
_EASY_TEXT_POINTS = 5.0
"""On paper a layout with larger text is preferred, if its shape is not too different."""
_SAME_ASPECT = 0.02
_LIKE_ASPECT = 0.36
_PAIR = re.compile(r"\s*(\d+(?:\.\d+)?)\s*[x×X*]\s*(\d+(?:\.\d+)?)\s*")


@dataclass(frozen=True, slots=True)
class FreeSize:
    """A size that is no preset: px of the file, dots per inch, and whether it was given in cm."""

    width_px: int
    height_px: int
    dpi: float = 72.0
    physical: bool = False

    @property
    def size_text(self) -> str:
        """The size as people write it: 1200 × 800."""
        return f"{self.width_px} × {self.height_px}"


@dataclass(frozen=True, slots=True)
class Sheet:
    """Where a layout stands on the finished page.

    `scale` is px of the file per px of the layout; `left` and `top` are the free paper beside and
    above the layout, in px of the file.
    """

    width_px: int
    height_px: int
    dpi: float
    scale: float
    left: float = 0.0
    top: float = 0.0

    @property
    def unit(self) -> float:
        """How many points a px of the layout is: text and lines are measured in points."""
        return self.scale * _POINTS_PER_INCH / self.dpi


def pixels(text: str, scale: float = 1.0) -> FreeSize:
    """Read 1200x800. Raises BadValue for what is no size or out of range."""
    width, height = _pair(text, "1200x800")
    return _sized(width * scale, height * scale, _POINTS_PER_INCH * scale, False)


def centimetres(text: str, dpi: float, scale: float = 1.0) -> FreeSize:
    """Read 16x9 in cm at a number of dots per inch, 72–600. Raises BadValue."""
    if not LEAST_DPI <= dpi <= MOST_DPI:
        raise BadValue(f"每英寸 {dpi:g} 点不行，请用 {LEAST_DPI} 到 {MOST_DPI}。")
    width, height = _pair(text, "16x9")
    per_cm = dpi / _CM_PER_INCH * scale
    return _sized(width * per_cm, height * per_cm, dpi * scale, True)


def preset_sheet(preset: Preset, scale: float = 1.0) -> Sheet:
    """Return the sheet of a preset, `scale` times as many pixels on the same paper.

    Raises BadValue for a scale or a number of pixels out of range.
    """
    if not LEAST_SCALE <= scale <= MOST_SCALE:
        raise BadValue(f"放大 {scale:g} 倍不行，请用 {LEAST_SCALE:g} 到 {MOST_SCALE:g}。")
    size = _sized(preset.width_px * scale, preset.height_px * scale, preset.dpi * scale, False)
    return Sheet(size.width_px, size.height_px, size.dpi, preset.scale * scale)


def nearest_layout(size: FreeSize, offered: Sequence[Preset], chart_name: str) -> Preset:
    """Return the preset whose shape is nearest to a free size and whose text is easy to read there.

    Raises ExportError where none of them may have paper beside it.
    """
    aspect = size.width_px / size.height_px
    able = [one for one in offered if not one.bleeds or _apart(one, aspect) < _SAME_ASPECT]
    if not able:
        names = "、".join(one.name for one in offered)
        raise ExportError(f"“{chart_name}”图没有 {size.size_text} 的版式，请用 {names}。")
    nearest = min(able, key=lambda preset: _apart(preset, aspect))
    like = [one for one in able if _apart(one, aspect) < _LIKE_ASPECT and _is_easy(size, one)]
    return min(like or [nearest], key=lambda preset: _apart(preset, aspect))


def free_sheet(size: FreeSize, preset: Preset) -> Sheet:
    """Put a layout in the middle of a page of any size, as large as fits.

    Raises ExportError when its smallest text could not be read.
    """
    scale = min(size.width_px / preset.width, size.height_px / preset.height)
    left = (size.width_px - preset.width * scale) / 2
    top = (size.height_px - preset.height * scale) / 2
    _refuse_unreadable(size, preset)
    return Sheet(size.width_px, size.height_px, size.dpi, scale, left, top)


def free_preset(size: FreeSize, preset: Preset) -> Preset:
    """Return the layout's preset under the name of the free size, for the checks' sentences."""
    return replace(preset, name=size.size_text)


def _refuse_unreadable(size: FreeSize, preset: Preset) -> None:
    least = _enlargement(size, preset, _LEAST_TEXT_POINTS)
    if least > 1 + 1e-9:
        wide, high = round(size.width_px * least + 0.5), round(size.height_px * least + 0.5)
        raise ExportError(
            f"{size.size_text} 像素太小，最小的字看不清；同样的形状请至少用 {wide} × {high}。"
        )


def _is_easy(size: FreeSize, preset: Preset) -> bool:
    return _enlargement(size, preset, _EASY_TEXT_POINTS) <= 1 + 1e-9


def _enlargement(size: FreeSize, preset: Preset, points: float) -> float:
    """Return how many times larger a size must be for the layout's smallest text to be read."""
    text_px = preset.min_size * min(size.width_px / preset.width, size.height_px / preset.height)
    least = _LEAST_TEXT_PX / text_px
    if size.physical:
        least = max(least, points * size.dpi / _POINTS_PER_INCH / text_px)
    return least


def _sized(width: float, height: float, dpi: float, physical: bool) -> FreeSize:
    wide, high = round(width), round(height)
    if not (min(wide, high) >= _LEAST_SIDE and max(wide, high) <= _MOST_SIDE):
        raise BadValue(
            f"{wide} × {high} 像素不行，每边请在 {_LEAST_SIDE} 到 {_MOST_SIDE} 像素之间。"
        )
    if wide * high > _MOST_PIXELS:
        raise BadValue(f"{wide} × {high} 像素太大，请缩小尺寸或减少每英寸点数。")
    return FreeSize(wide, high, dpi, physical)


def _pair(text: str, example: str) -> tuple[float, float]:
    match = _PAIR.fullmatch(text)
    if match is None:
        raise BadValue(f"“{text}”不是尺寸，请写成 {example} 这样。")
    return float(match[1]), float(match[2])


def _apart(preset: Preset, aspect: float) -> float:
    return abs(log(preset.width / preset.height / aspect))
