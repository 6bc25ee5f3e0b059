"""guoban meeting-pack: pictures, numbers, slides and a document of one month in a folder."""

from dataclasses import dataclass
from pathlib import Path

import click

from tracker.catalogue import find_indicator
from tracker.charts.batch import Running
from tracker.charts.gallery import GALLERY
from tracker.charts.looks import CHOICES
from tracker.cli.printing import print_json
from tracker.cli.viewpoint import (
    Clock,
    Viewpoint,
    as_of_option,
    json_option,
    known_on_option,
    ledger_option,
    open_viewpoint,
    region_option,
)
from tracker.cli.words import optional_day
from tracker.meeting_pack.choice import CHARTS, PackChoice
from tracker.periods import Month


@dataclass(frozen=True, slots=True, kw_only=True)
class PackWords:
    """The words of `meeting-pack`, as typed."""

    chart: tuple[str, ...]
    indicator: tuple[str, ...]
    format: tuple[str, ...]
    style: str | None
    text_size: str
    source: str | None
    made_on: str | None

    def choice(self, view: Viewpoint, as_of: Month) -> PackChoice:
        """Return what goes into the pack. Raises UnknownName for an indicator."""
        catalogue = view.snapshot.catalogue
        found = tuple(find_indicator(catalogue, word).id for word in self.indicator)
        return PackChoice(
            view.region.code,
            as_of,
            optional_day(self.made_on) or view.clock.today(),
            tuple(dict.fromkeys(self.chart)) or CHARTS,
            found,
            tuple(dict.fromkeys(self.format)) or ("png",),
            self.style,
            self.text_size,
            self.source,
        )


@click.command("meeting-pack")
@click.option("--chart", type=click.Choice(list(GALLERY)), multiple=True, help="图，可写多次。")
@click.option(
    "--indicator", metavar="ID", multiple=True, help="指标，可写多次；不写则是滞后和临界的。"
)
@click.option(
    "--format", type=click.Choice(["png", "svg", "pdf"]), multiple=True, help="图片格式，可写多次。"
)
@click.option("--style", type=click.Choice(CHOICES), help="底色。")
@click.option("--text-size", type=click.Choice(["standard", "large"]), default="standard")
@click.option("--source", metavar="WORDS", help="页脚的来源。")
@click.option("--made-on", metavar="DATE", help="出图日期；不写则是今天。")
@click.option("--out", metavar="DIR", required=True, help="放进哪个文件夹；没有就新建。")
@click.option("--workers", type=click.IntRange(0, 32), default=0, help="同时画图的进程数。")
@click.option("--force", is_flag=True, help="覆盖已有的文件。")
@ledger_option
@region_option
@as_of_option
@known_on_option
@json_option
@click.pass_obj
def meeting_pack(
    clock: Clock,
    /,
    ledger: str | None,
    region: str | None,
    as_of: str | None,
    as_json: bool,
    **given: object,
) -> None:
    """会前包：一个文件夹，有图、图中数据 .xlsx、幻灯片 .pptx、材料 .docx 和清单。"""
    from tracker.meeting_pack.making import make_meeting_pack

    known_on = optional_day(given.pop("known_on"))  # type: ignore[arg-type]
    folder = Path(str(given.pop("out")))
    run = Running(workers=int(str(given.pop("workers"))), force=bool(given.pop("force")))
    words = PackWords(**given)  # type: ignore[arg-type]
    with open_viewpoint(clock, ledger, region, known_on) as view:
        choice = words.choice(view, view.month(as_of))
        report = make_meeting_pack(view.snapshot, choice, folder, run)
    for sentence in report.left_out:
        click.echo(f"没有放进去：{sentence}", err=True)
    if as_json:
        print_json(
            {
                "folder": str(folder),
                "fingerprint": report.fingerprint,
                "files": [str(path) for path in report.files],
                "left_out": list(report.left_out),
            }
        )
    else:
        click.echo(f"会前包已放进 {folder}，共 {len(report.files)} 个文件。")
