"""Sizes of exported pictures: what each is for, how large, and how small its text may get."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from tracker.errors import UnknownName


@dataclass(frozen=True, slots=True)
class Preset:
    """One size of picture. All lengths are in its own pixels, before `scale` multiplies them.

    `min_size` is the smallest text allowed, `title_lines` how many lines a title may take,
    `dpi` the dots per inch of the finished file, which say how large programs place it.
    `layout` is the preset whose layout it is drawn with, where it has none of its own. A preset
    that `bleeds` has ground up to its edges, so no paper can be added beside it.
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
    scale: float = 1
    title_lines: int = 1
    dpi: float = 72.0
    layout: str = ""
    bleeds: bool = False

    @property
    def width_px(self) -> int:
        """Width of the exported picture in pixels."""
        return round(self.width * self.scale)

    @property
    def height_px(self) -> int:
        """Height of the exported picture in pixels."""
        return round(self.height * self.scale)

    @property
    def size_text(self) -> str:
        """The size as people write it: 1920 × 1080."""
        return f"{self.width_px} × {self.height_px}"


# A slide is 13⅓ in wide, A4 paper 8.27 in, the text of a document 15.6 cm.
SLIDE = Preset("slide", "PPT 16:9", 1920, 1080, 72, 44, 24, 18, "paper", dpi=144)
A4 = Preset("a4", "A4 竖版", 1240, 1754, 96, 38, 22, 17, "white", scale=2, title_lines=2, dpi=300)
BANNER = Preset("banner", "公众号头图", 900, 383, 36, 62, 27, 22, "paper", title_lines=2)
POSTER = Preset(
    "poster", "手机海报", 1080, 1920, 72, 138, 30, 24, "poster", title_lines=2, bleeds=True
)
SQUARE = Preset("square", "方图", 1080, 1080, 56, 38, 23, 18, "paper", title_lines=2)
WALL = Preset(
    "wall", "会议大屏", 1920, 1080, 72, 44, 24, 18, "paper", scale=2, dpi=288, layout="slide"
)
WORD = Preset("word", "Word 插图", 1280, 800, 48, 30, 20, 18, "white", scale=1.25, dpi=260)

PRESETS: Mapping[str, Preset] = MappingProxyType(
    {preset.id: preset for preset in (SLIDE, A4, BANNER, POSTER, SQUARE, WALL, WORD)}
)
"""Every preset by its id, in the order of the size switch."""


def preset(preset_id: str) -> Preset:
    """Return a preset by id; raises UnknownName."""
    try:
        return PRESETS[preset_id]
    except KeyError:
        known = "、".join(PRESETS)
        raise UnknownName(f"没有图片尺寸“{preset_id}”，可用 {known}。") from None
