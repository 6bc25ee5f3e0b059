"""Options of `export` that say how pictures look and how large they are."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TypeVar

import click

from tracker.charts.gallery import ChartRequest
from tracker.charts.looks import CHOICES
from tracker.charts.sheet import FreeSize, centimetres, pixels
from tracker.cli.words import level as read_level
from tracker.indicators import RegionLevel

_PRINT_DPI = 300.0

F = TypeVar("F", bound=Callable[..., object])


@dataclass(frozen=True, slots=True, kw_only=True)
class LookWords:
    """The words about looks, as typed."""

    style: str | None
    text_size: str
    source: str | None
    size: str | None
    cm: str | None
    dpi: float | None
    scale: float
    level: str | None

    @property
    def region_level(self) -> RegionLevel | None:
        """The level of the regions that are compared; None is those directly below."""
        return None if self.level is None else read_level(self.level)

    def free_size(self, presets: tuple[str, ...]) -> FreeSize | None:
        """Return the size asked for in px or cm, None for presets.

        Raises click.UsageError for words that exclude each other, BadValue for a size.
        """
        if self.dpi is not None and self.cm is None:
            raise click.UsageError("--dpi 要和 --cm 一起用")
        if self.size is not None and self.cm is not None:
            raise click.UsageError("--size 和 --cm 只能写一个")
        if (self.size or self.cm) and presets:
            raise click.UsageError("--preset 和 --size、--cm 只能用一种")
        if self.size is not None:
            return pixels(self.size, self.scale)
        if self.cm is not None:
            return centimetres(self.cm, self.dpi or _PRINT_DPI, self.scale)
        return None

    def dressed(self, request: ChartRequest, size: FreeSize | None) -> ChartRequest:
        """Return a request with these looks."""
        return replace(
            request,
            paper=self.style,
            text_step=self.text_size,
            source=self.source,
            size=size,
            scale=1.0 if size else self.scale,
            level=self.region_level,
        )


_OPTIONS = (
    click.option("--style", type=click.Choice(CHOICES), help="底色；不写则是各尺寸自己的。"),
    click.option(
        "--text-size",
        type=click.Choice(["standard", "large"]),
        default="standard",
        help="字号：standard 标准、large 大一档。",
    ),
    click.option("--source", metavar="WORDS", help="页脚的来源；不写则取台账里的出处。"),
    click.option("--size", metavar="WxH", help="自定像素，如 1200x800，代替 --preset。"),
    click.option("--cm", metavar="WxH", help="自定厘米，如 16x9，代替 --preset。"),
    click.option("--dpi", type=float, metavar="N", help="每英寸点数，72—600；不写则是 300。"),
    click.option("--scale", type=float, default=1.0, metavar="N", help="像素放大几倍。"),
    click.option("--level", metavar="L", help="排名、色块图、位次变化排谁：prefecture、county。"),
)


def look_options(command: F) -> F:
    """Give a command the options that LookWords takes."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command
