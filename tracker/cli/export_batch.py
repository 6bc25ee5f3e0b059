"""guoban export over several regions and months: by the batch, resumed by running it again."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TypeVar

import click

from tracker.catalogue import find_region
from tracker.charts.batch import PictureSet, Running, plan_batch, run_batch
from tracker.charts.batch_report import BatchIncomplete, failure_words
from tracker.charts.file_names import FIELDS, TEMPLATE
from tracker.charts.picture_sets import picture_set
from tracker.cli.printing import print_json
from tracker.cli.viewpoint import Viewpoint
from tracker.errors import BadValue
from tracker.periods import Month

F = TypeVar("F", bound=Callable[..., object])
_RANGE = ".."


@dataclass(frozen=True, slots=True, kw_only=True)
class BatchWords:
    """The words of `export` that make it a batch, as typed."""

    region: tuple[str, ...]
    as_of: tuple[str, ...]
    name: str | None
    zip: str | None
    set: str | None
    workers: int

    @property
    def first_region(self) -> str | None:
        """The region whose view is opened; None is the province."""
        return self.region[0] if self.region else None

    @property
    def template(self) -> str:
        """What files are called."""
        return self.name or TEMPLATE

    def wanted(self, months: list[Month]) -> bool:
        """Say whether these words ask for a batch rather than for single pictures."""
        several = len(self.region) > 1 or len(months) > 1
        return several or any((self.name, self.zip, self.set))

    def regions(self, view: Viewpoint) -> list[str]:
        """Return the codes asked for, else the province's. Raises UnknownName."""
        catalogue = view.snapshot.catalogue
        found = [find_region(catalogue, word).code for word in self.region]
        return list(dict.fromkeys(found)) or [view.region.code]

    def months(self, view: Viewpoint) -> list[Month]:
        """Return the months asked for; 2023-01..2023-06 is six. Raises UnknownName, BadValue."""
        found: dict[Month, None] = {}
        for words in self.as_of or (None,):
            first, _, last = (words or "").partition(_RANGE)
            begin = view.month(first or None)
            end = view.month(last) if last else begin
            if end < begin:
                raise BadValue(f"--as-of {words} 前后颠倒，请写 {end}{_RANGE}{begin}。")
            while begin <= end:
                found[begin] = None
                begin = begin.plus(1)
        return list(found)


def write_batch(
    view: Viewpoint, words: BatchWords, chosen: PictureSet, place: tuple[date, Path, bool, bool]
) -> None:
    """Draw a set over regions and months and say what became of it.

    `place` is the made-on day, the folder, whether to write over files, whether to print JSON.
    Raises BatchIncomplete when a file is missing; what was written stays whole.
    """
    from tracker.charts.archive import write_zip

    made_on, folder, force, as_json = place
    if words.set:
        chosen = picture_set(view.snapshot.settings, words.set)
    plan = plan_batch(view.snapshot, chosen, words.regions(view), words.months(view), made_on)
    report = run_batch(plan, folder, Running(workers=words.workers, force=force))
    for sentence in plan.skipped:
        click.echo(sentence, err=True)
    if not report.complete:
        raise BatchIncomplete(failure_words(report))
    if words.zip:
        write_zip(Path(words.zip), report.files, made_on, force=force)
    if as_json:
        print_json(
            {
                "written": [str(path) for path in report.written],
                "unchanged": [str(path) for path in report.unchanged],
                "zip": words.zip,
            }
        )
        return
    same = f"，其中 {len(report.unchanged)} 个已有且相同" if report.unchanged else ""
    packed = f"，并打包为 {words.zip}" if words.zip else ""
    click.echo(f"已导出 {len(report.files)} 个文件到 {folder}{same}{packed}。")


_OPTIONS = (
    click.option(
        "--region", metavar="CODE", multiple=True, help="地区代码或名称，可写多次；不写则是全省。"
    ),
    click.option(
        "--as-of",
        metavar="MONTH",
        multiple=True,
        help="截至月，可写多次，也可写 2023-01..2023-06；不写则是有数的最近一月。",
    ),
    click.option(
        "--name",
        metavar="TEMPLATE",
        help=f"文件名的样子，可用 {'、'.join(f'{{{one}}}' for one in FIELDS)}。",
    ),
    click.option("--zip", metavar="FILE", help="另把全部文件存成一个 zip。"),
    click.option("--set", metavar="NAME", help="用批量导出窗口里存下的一组图。"),
    click.option("--workers", type=click.IntRange(0, 32), default=0, help="同时画图的进程数。"),
)


def batch_options(command: F) -> F:
    """Give a command the options that BatchWords takes."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command
