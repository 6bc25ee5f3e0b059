"""guoban export: write charts as pictures, all of them or none.

matplotlib is imported only when something is drawn: the other verbs answer without it.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import click

from tracker.catalogue import find_indicator
from tracker.charts.batch import PictureSet, reported
from tracker.charts.gallery import GALLERY, ChartEntry, ChartRequest
from tracker.charts.picture_files import write
from tracker.charts.presets import PRESETS
from tracker.charts.sheet import FreeSize
from tracker.cli.export_batch import BatchWords, batch_options, write_batch
from tracker.cli.picture_look import LookWords, look_options
from tracker.cli.printing import print_json
from tracker.cli.viewpoint import (
    Clock,
    Viewpoint,
    json_option,
    known_on_option,
    ledger_option,
    open_viewpoint,
)
from tracker.cli.words import listed, optional_day
from tracker.errors import ExportError
from tracker.periods import Month

ALL = "all"
USUAL_INDICATOR = "funds_in_place"
"""What a chart about one indicator shows when none is named and this one has a figure."""


@dataclass(frozen=True, slots=True)
class Picture:
    """One file to write."""

    request: ChartRequest
    image_format: str
    path: Path
    width: int = 0
    height: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class PictureWords:
    """The words of `export`, as typed; several presets and formats multiply."""

    chart: str
    indicator: str | None
    every: bool
    preset: tuple[str, ...]
    format: tuple[str, ...]
    made_on: str | None
    out: str
    text_as: str

    def picture_set(self, view: Viewpoint, look: LookWords, template: str) -> PictureSet:
        """Return these words as a set, for a batch. Raises click.UsageError for a free size."""
        if look.free_size(self.preset) is not None:
            raise click.UsageError("--size、--cm 只用于一个地区一个月，多张请用 --preset")
        found = find_indicator(view.snapshot.catalogue, self.indicator).id if self.indicator else ""
        if found and self.every:
            raise click.UsageError("--indicator 和 --every 只能写一个")
        return PictureSet(
            tuple(entry.id for entry in self._entries()),
            tuple(dict.fromkeys(self.preset)) or ("slide",),
            tuple(self.formats()),
            () if self.every else (found or USUAL_INDICATOR,),
            look.style,
            look.text_size,
            look.source,
            template,
            self.text_as,
            look.scale,
            look.region_level,
        )

    def requests(self, view: Viewpoint, as_of: Month, look: LookWords) -> list[ChartRequest]:
        """Return the pictures wanted. Raises click.UsageError when none of them can be drawn."""
        made_on = optional_day(self.made_on) or view.clock.today()
        size = look.free_size(self.preset)
        return [
            look.dressed(
                ChartRequest(entry.id, view.region.code, as_of, made_on, preset, indicator), size
            )
            for entry, preset in self._combinations(size)
            for indicator in (self._indicators(view, as_of) if entry.needs_indicator else [None])
        ]

    def skipped(self) -> list[str]:
        """Say which sizes some of the charts do not have."""
        return [
            f"{entry.id} 没有尺寸 {preset}，跳过"
            for entry in self._entries()
            for preset in dict.fromkeys(self.preset)
            if preset not in {one.id for one in entry.presets}
        ]

    def _entries(self) -> list[ChartEntry]:
        return list(GALLERY.values()) if self.chart == ALL else [GALLERY[self.chart]]

    def _combinations(self, size: FreeSize | None) -> list[tuple[ChartEntry, str]]:
        """Pair charts and presets; a preset that only some of the charts have skips the others."""
        entries = self._entries()
        if size is not None:
            return [(entry, entry.presets[0].id) for entry in entries]
        presets = dict.fromkeys(self.preset or ("slide",))
        offered = {one.id for entry in entries for one in entry.presets}
        for preset in presets:
            if preset not in offered:
                possible = listed([name for name in PRESETS if name in offered])
                raise click.UsageError(f"{self.chart} 没有尺寸 {preset}，可用 {possible}")
        return [
            (entry, preset)
            for entry in entries
            for preset in presets
            if preset in {one.id for one in entry.presets}
        ]

    def _indicators(self, view: Viewpoint, as_of: Month) -> list[str]:
        """Return the indicator asked for, or every one with a figure, or the usual one."""
        if self.every and self.indicator is not None:
            raise click.UsageError("--indicator 和 --every 只能写一个")
        if self.indicator is not None:
            return [find_indicator(view.snapshot.catalogue, self.indicator).id]
        held = reported(view.snapshot, view.region.code, as_of)
        if not held:
            raise ExportError(f"{view.region.name}到 {as_of} 还没有数据，画不出图；请先填报。")
        if self.every:
            return held
        return [USUAL_INDICATOR if USUAL_INDICATOR in held else held[0]]

    def formats(self) -> list[str]:
        """Return the formats asked for, else the one of the file name, else png."""
        from tracker.charts.export import FORMATS

        suffix = Path(self.out).suffix.removeprefix(".").lower()
        wanted = list(dict.fromkeys(self.format)) or [suffix if self._names_file() else FORMATS[0]]
        for one in wanted:
            if one not in FORMATS:
                raise click.UsageError(f"没有图片格式 {one}，可用 {listed(FORMATS)}")
        return wanted

    def pictures(self, requests: Sequence[ChartRequest]) -> list[Picture]:
        """Give each picture its file: --out itself when it is one, else names in that folder."""
        from tracker.charts.export import file_name

        formats = self.formats()
        if not self._names_file():
            return [
                Picture(request, one, Path(self.out) / file_name(request, one))
                for request in requests
                for one in formats
            ]
        if len(requests) * len(formats) > 1:
            raise click.UsageError(f"有好几张图，--out 要写一个文件夹，不能是文件 {self.out}")
        suffix = Path(self.out).suffix.removeprefix(".").lower()
        if suffix != formats[0]:
            raise click.UsageError(f"文件名 {self.out} 和 --format {formats[0]} 不一致")
        return [Picture(requests[0], formats[0], Path(self.out))]

    def _names_file(self) -> bool:
        """Say whether --out is a file name: it has a suffix and is no folder."""
        path = Path(self.out)
        return bool(path.suffix) and not path.is_dir() and not self.out.endswith("/")


@click.command()
@click.argument("chart", type=click.Choice([*GALLERY, ALL]))
@click.option("--indicator", metavar="ID", help="一个指标的图画哪个；不写则是招商引资到位资金。")
@click.option("--every", is_flag=True, help="一个指标的图，有数的指标各画一张。")
@click.option(
    "--preset",
    metavar="NAME",
    multiple=True,
    help=f"尺寸，可写多次：{listed(list(PRESETS))}；不写则是 slide。",
)
@click.option("--format", metavar="NAME", multiple=True, help="格式，可写多次：png、svg、pdf。")
@click.option(
    "--text-as",
    type=click.Choice(["outlines", "text"]),
    default="outlines",
    help="SVG 里的文字：outlines 转成轮廓、text 仍是文字。",
)
@look_options
@click.option("--made-on", metavar="DATE", help="图上的出图日期；不写则是今天。")
@click.option("--out", metavar="PATH", required=True, help="文件名，或已有的文件夹。")
@click.option("--force", is_flag=True, help="覆盖已有的文件。")
@batch_options
@ledger_option
@known_on_option
@json_option
@click.pass_obj
def export(
    clock: Clock,
    /,
    ledger: str | None,
    force: bool,
    as_json: bool,
    **given: object,
) -> None:
    """导出图：board 双过半标尺、trajectory 一个指标的轨迹、all 每种一张。"""
    known_on = optional_day(given.pop("known_on"))  # type: ignore[arg-type]
    look = LookWords(**{name: given.pop(name) for name in LookWords.__slots__})  # type: ignore[arg-type]
    many = BatchWords(**{name: given.pop(name) for name in BatchWords.__slots__})  # type: ignore[arg-type]
    wanted = PictureWords(**given)  # type: ignore[arg-type]
    wanted.formats()
    with open_viewpoint(clock, ledger, many.first_region, known_on) as view:
        months = many.months(view)
        if many.wanted(months):
            chosen = wanted.picture_set(view, look, many.template)
            made_on = optional_day(wanted.made_on) or clock.today()
            write_batch(view, many, chosen, (made_on, Path(wanted.out), force, as_json))
            return
        pictures = wanted.pictures(wanted.requests(view, months[0], look))
        refused: list[str] | None = [] if wanted.chart == ALL else None
        pictures = _write_all(view, pictures, force, wanted.text_as, refused)
    for sentence in [*wanted.skipped(), *(refused or ())]:
        click.echo(sentence, err=True)
    if as_json:
        print_json([picture_object(picture) for picture in pictures])
    else:
        for picture in pictures:
            click.echo(f"已导出：{picture.path}")


def _write_all(
    view: Viewpoint,
    pictures: Sequence[Picture],
    force: bool,
    text_as: str,
    refused: list[str] | None,
) -> list[Picture]:
    """Draw every picture, then write them; nothing is written when one cannot be.

    With `refused` a chart that has nothing to draw is left out and its sentence put there.
    Raises ExportError for a missing folder, an existing file without force, or a failed check.
    """
    from tracker.charts.export import refuse_failed, render

    for picture in pictures:
        if not picture.path.parent.is_dir():
            raise ExportError(f"没有文件夹“{picture.path.parent}”，请先建好它或换一个位置。")
        if picture.path.exists() and not force:
            raise ExportError(f"“{picture.path}”已经有了，没有覆盖；要覆盖请加 --force。")
    drawn = []
    for picture in pictures:
        try:
            rendered = render(view.snapshot, picture.request, picture.image_format, text_as)
        except ExportError as nothing:
            if refused is None:
                raise
            refused.append(f"{picture.request.chart} 跳过：{nothing}")
            continue
        refuse_failed(rendered)
        sized = replace(picture, width=rendered.width, height=rendered.height)
        drawn.append((sized, rendered.content))
    if not drawn:
        raise ExportError((refused or ["没有要画的图。"])[0])
    for picture, content in drawn:
        write(picture.path, content, force=force)
    return [picture for picture, _ in drawn]


def picture_object(picture: Picture) -> dict[str, object]:
    """Return a written picture as JSON has it; sizes in px."""
    request = picture.request
    made_on: date = request.made_on
    return {
        "path": str(picture.path),
        "chart": request.chart,
        "indicator": request.indicator,
        "region": request.region,
        "as_of": str(request.as_of),
        "preset": None if request.size else request.preset,
        "format": picture.image_format,
        "width": picture.width,
        "height": picture.height,
        "made_on": made_on.isoformat(),
    }
