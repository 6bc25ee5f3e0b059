"""Batch: a saved set of charts over regions and months, drawn by several processes at once.

Workers get the figures in a parcel, so they never open the ledger and all see the same state.
"""

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, wait
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, replace
from datetime import date
from itertools import product
from pathlib import Path

from tracker.board import board
from tracker.charts.batch_report import BatchReport
from tracker.charts.batch_worker import Done, Order, make_picture
from tracker.charts.file_names import TEMPLATE, distinct, picture_stem
from tracker.charts.gallery import ChartRequest, chart_entry, has_levels
from tracker.charts.presets import preset
from tracker.charts.workers import Workers, usual_count
from tracker.errors import ExportError
from tracker.indicators import Catalogue, RegionLevel
from tracker.parcel import Parcel, parcel
from tracker.periods import Month
from tracker.snapshot import Snapshot

_FEW = 8
_AHEAD = 2
"""Orders waiting for each worker: few, so that a cancel is quick."""


@dataclass(frozen=True, slots=True)
class PictureSet:
    """自存的一组图: which charts, sizes, formats and looks; where and when comes with the plan.

    `indicators` is for charts about one; empty takes every one that has a figure. `level` is for
    charts that put regions in order, where they can: None takes those directly below the region.
    """

    charts: tuple[str, ...]
    presets: tuple[str, ...] = ("slide",)
    formats: tuple[str, ...] = ("png",)
    indicators: tuple[str, ...] = ()
    paper: str | None = None
    text_step: str = "standard"
    source: str | None = None
    template: str = TEMPLATE
    text_as: str = "outlines"
    scale: float = 1.0
    level: RegionLevel | None = None


@dataclass(frozen=True, slots=True)
class Planned:
    """One picture of a plan: what to draw, and its files' name without ending."""

    request: ChartRequest
    stem: str


@dataclass(frozen=True, slots=True)
class BatchPlan:
    """What a batch will make. `skipped` says in sentences what was asked for and cannot be."""

    pictures: tuple[Planned, ...]
    formats: tuple[str, ...]
    text_as: str
    figures: Parcel
    skipped: tuple[str, ...] = ()

    @property
    def files(self) -> tuple[str, ...]:
        """The names of all the files, in order."""
        return tuple(f"{one.stem}.{kind}" for one in self.pictures for kind in self.formats)


@dataclass(frozen=True, slots=True)
class Running:
    """How a batch runs.

    `workers` is the number of processes (0: one for each core, at most 4; 1 makes a few pictures
    in this process). `progress` is called
    with the number of pictures done and of all, and `cancelled` asked between pictures, both in
    the caller's thread. `force` writes over other files.
    """

    workers: int = 0
    progress: Callable[[int, int], None] = lambda _done, _all: None
    cancelled: Callable[[], bool] = lambda: False
    force: bool = False


_USUAL = Running()


def plan_batch(
    snapshot: Snapshot,
    chosen: PictureSet,
    regions: Sequence[str],
    months: Sequence[Month],
    made_on: date,
) -> BatchPlan:
    """Multiply a set by regions and months, name the files, and take the figures along.

    Raises UnknownName for a chart, size, region or look, BadValue for a template,
    ExportError when nothing is left to draw.
    """
    pictures: list[Planned] = []
    skipped: dict[str, None] = {}
    taken: list[str] = []
    for region, month in product(regions, months):
        for request in _requests(snapshot, chosen, ChartRequest("", region, month, made_on)):
            entry = chart_entry(request.chart)
            if preset(request.preset) not in entry.presets:
                skipped[f"{entry.name}没有{preset(request.preset).name}尺寸，跳过。"] = None
                continue
            stem = distinct(picture_stem(snapshot, request, chosen.template), taken)
            taken.append(stem)
            pictures.append(Planned(request, stem))
    if not pictures:
        raise ExportError("这样选没有一张图可画，请换图、尺寸、地区或月份。" + "".join(skipped))
    figures = _figures(snapshot, [one.request for one in pictures])
    return BatchPlan(tuple(pictures), chosen.formats, chosen.text_as, figures, tuple(skipped))


def run_batch(
    plan: BatchPlan, folder: Path, run: Running = _USUAL, ready: Workers | None = None
) -> BatchReport:
    """Draw and write a plan into a folder with several processes, those that are `ready` or new.

    A picture that cannot be made is reported and the rest goes on; a folder that takes no more
    files ends the batch. Files that are there and the same are left alone, so a batch that was
    cut short is resumed by running it again. Others are kept and reported unless `run.force`.
    Raises ExportError when the folder is not there.
    """
    if not folder.is_dir():
        raise ExportError(f"没有文件夹“{folder}”，请先建好它或换一个位置。")
    orders = [
        Order(one.request, tuple(folder / f"{one.stem}.{kind}" for kind in plan.formats), run.force)
        for one in plan.pictures
    ]
    work = _Work(len(orders), run)
    if run.workers == 1 and len(orders) <= _FEW and ready is None:
        work.take_here(plan, orders)
        return work.report(orders)
    count = max(1, min(run.workers or usual_count(), len(orders)))
    workers = ready or Workers(count)
    try:
        workers.begin(plan.figures, plan.text_as)
        work.take_all(workers, iter(orders), workers.count * _AHEAD)
    finally:
        workers.close()
    return work.report(orders)


class _Work:
    """Keeps a few orders with the pool and gathers what became of them."""

    def __init__(self, total: int, run: Running) -> None:
        self._total = total
        self._run = run
        self._done: list[Done] = []
        self._finished = 0
        self._stopped = self._was_cancelled = False

    def take_all(self, workers: Workers, orders: Iterator[Order], ahead: int) -> None:
        """Send orders until there are none, a folder is full, or a person cancels."""
        waiting: dict[Future[list[Done]], Order] = {}
        while True:
            self._was_cancelled = self._was_cancelled or self._run.cancelled()
            while len(waiting) < ahead and not (self._stopped or self._was_cancelled):
                order = next(orders, None)
                if order is None:
                    break
                try:
                    waiting[workers.submit(order)] = order
                except BrokenProcessPool:
                    self._add(_interrupted(order))
                    break
            if self._was_cancelled or self._stopped:
                waiting = {one: order for one, order in waiting.items() if not one.cancel()}
            if not waiting:
                return
            ready, _ = wait(waiting, timeout=0.2, return_when=FIRST_COMPLETED)
            for future in ready:
                self._take(future, waiting.pop(future))

    def take_here(self, plan: BatchPlan, orders: Sequence[Order]) -> None:
        """Make a few pictures in this process: starting another would take longer."""
        figures = plan.figures.snapshot()
        for order in orders:
            self._was_cancelled = self._was_cancelled or self._run.cancelled()
            if self._stopped or self._was_cancelled:
                return
            self._add(make_picture(figures, plan.text_as, order))

    def report(self, orders: Sequence[Order]) -> BatchReport:
        """Return what became of every file."""
        settled = {done.path for done in self._done}
        left = [path.name for order in orders for path in order.paths if path not in settled]
        return BatchReport(
            tuple(done.path for done in self._done if not done.error and done.wrote),
            tuple(done.path for done in self._done if not done.error and not done.wrote),
            tuple((done.path, done.error) for done in self._done if done.error),
            tuple(left),
            self._was_cancelled and bool(left),
        )

    def _take(self, future: Future[list[Done]], order: Order) -> None:
        try:
            done = future.result()
        except BrokenProcessPool:
            done = _interrupted(order)
        self._add(done)

    def _add(self, done: list[Done]) -> None:
        self._done += done
        self._stopped = self._stopped or any(one.ends for one in done)
        self._finished += 1
        self._run.progress(self._finished, self._total)


def _interrupted(order: Order) -> list[Done]:
    """Say that the process which should draw is gone."""
    told = "画图的进程被系统中断，可能内存不够；请关掉别的程序再试一次。"
    return [Done(path, False, told, True) for path in order.paths]


def _requests(
    snapshot: Snapshot, chosen: PictureSet, where: ChartRequest
) -> Iterator[ChartRequest]:
    """Return the pictures of a set for one region and month."""
    look = replace(
        where,
        paper=chosen.paper,
        text_step=chosen.text_step,
        source=chosen.source,
        scale=chosen.scale,
    )
    for chart in chosen.charts:
        levelled = has_levels(snapshot.catalogue, chart, where.region)
        level = chosen.level if levelled else None
        indicators: Sequence[str | None] = (None,)
        if chart_entry(chart).needs_indicator:
            indicators = chosen.indicators or reported(snapshot, where.region, where.as_of)
        for indicator, size in product(indicators, chosen.presets):
            yield replace(look, chart=chart, indicator=indicator, preset=size, level=level)


def first_request(
    catalogue: Catalogue, chosen: PictureSet, region: str, month: Month, made_on: date
) -> ChartRequest:
    """Return the first picture of a set, to show what it will be called."""
    chart = chosen.charts[0]
    indicator = chosen.indicators[0] if chosen.indicators else None
    size = chosen.presets[0] if chosen.presets else "slide"
    level = chosen.level if has_levels(catalogue, chart, region) else None
    asked = ChartRequest(chart, region, month, made_on, size, indicator)
    return replace(asked, paper=chosen.paper, level=level)


def reported(snapshot: Snapshot, region: str, as_of: Month) -> list[str]:
    """Return the indicators that have a figure in a region by a month, in the board's order."""
    rows = board(snapshot, region, as_of).rows
    return [row.progress.indicator.id for row in rows if row.progress.value is not None]


def _figures(snapshot: Snapshot, requests: Sequence[ChartRequest]) -> Parcel:
    """Take along what the pictures read and no more: every worker unpacks it."""
    places: set[str] = set()
    years: set[int] = set()
    for one in requests:
        entry = chart_entry(one.chart)
        places |= entry.regions(snapshot.catalogue, one.region, one.level)
        years |= set(entry.years(one.as_of.year))
    return parcel(snapshot, places, years)
