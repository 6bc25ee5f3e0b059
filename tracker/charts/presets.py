"""Sizes of exported pictures: what each is for, how large, and how small its text may get."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from tracker.errors import UnknownName


@dataclass(frozen=True, slots=True)
class Preset:
    """One size of picture. All lengths are in its own pixels, before `scale` multiplies them.

    `min_size` is the smallest text allowed, `title_lines` how many lines a title may take.
    """

    id: str
    name: str
    width: int
    height: int
    margin: int
    title_size: float
    subtitle_size: float
    min_size: float
    paper: str
    scale: int = 1
    title_lines: int = 1

    @property
    def width_px(self) -> int:
        """Width of the exported picture in pixels."""
        return self.width * self.scale

    @property
    def height_px(self) -> int:
        """Height of the exported picture in pixels."""
        return self.height * self.scale

    @property
    def size_text(self) -> str:
        """The size as people write it: 1920 × 1080."""
        return f"{self.width_px} × {self.height_px}"


SLIDE = Preset("slide", "PPT 16:9", 1920, 1080, 72, 44, 24, 18, "paper")
A4 = Preset("a4", "A4 竖版", 1240, 1754, 96, 38, 22, 17, "white", scale=2, title_lines=2)
BANNER = Preset("banner", "公众号头图", 900, 383, 36, 62, 27, 22, "paper", title_lines=2)
POSTER = Preset("poster", "手机海报", 1080, 1920, 72, 138, 30, 24, "poster", title_lines=2)
SQUARE = Preset("square", "方图", 1080, 1080, 56, 38, 23, 18, "paper", title_lines=2)

PRESETS: Mapping[str, Preset] = MappingProxyType(
    {preset.id: preset for preset in (SLIDE, A4, BANNER, POSTER, SQUARE)}
)
"""Every preset by its id, in the order of the size switch."""


def preset(preset_id: str) -> Preset:
    """Return a preset by id; raises UnknownName."""
    try:
        return PRESETS[preset_id]
    except KeyError:
        known = "、".join(PRESETS)
        raise UnknownName(f"没有图片尺寸“{preset_id}”，可用 {known}。") from None
