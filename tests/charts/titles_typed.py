"""Titles as people type them: breaks, emoji, rare characters, two hundred characters."""

from collections.abc import Callable
from functools import cache

from tests.charts.conftest import MADE_ON
from tests.in_memory import PROVINCE, Figures
from tracker.charts.canvas import Canvas
from tracker.charts.checks import run_checks
from tracker.charts.gallery import GALLERY, ChartRequest, draw
from tracker.errors import ExportError
from tracker.periods import Month
from tracker.snapshot import Snapshot

TITLES = (
    "时间过半\n任务过半",
    "\t前面有空，后面有空  ",
    "朱镕基视察𬭼矿",
    "任务过半🎉",
    "一" * 200,
    "A" * 200,
    "，" * 40,
    "$x^2$ {花括号} \\反斜杠 <b>&amp;</b>",
)
CHARTS = ("board", "trajectory")


@cache
def one_task() -> Snapshot:
    """Return a ledger with one task that has figures."""
    held = Figures(settings={"sample": "1"}).target("fiscal_revenue", "FY", 965)
    for month in range(1, 5):
        held.actual("fiscal_revenue", f"2023-{month:02d}", 80.0 * month)
    return held.snapshot()


def title_draws(seed: int) -> list[tuple[str, Callable[[], Canvas]]]:
    """Return what draws a board and a trajectory under one of the titles."""
    title = TITLES[seed % len(TITLES)]
    found = []
    for chart in CHARTS:
        sizes = GALLERY[chart].presets
        size = sizes[seed % len(sizes)].id
        named = "fiscal_revenue" if GALLERY[chart].needs_indicator else None
        asked = ChartRequest(chart, PROVINCE, Month(2023, 4), MADE_ON, size, named, title)
        found.append((f"{chart} {size} “{title[:8]}”", _drawer(asked)))
    return found


def _drawer(asked: ChartRequest) -> Callable[[], Canvas]:
    def drawn() -> Canvas:
        canvas = draw(one_task(), asked)
        # What a person typed may be too long: then the check's sentence refuses the export.
        told = [c.detail for c in run_checks(canvas, is_sample=True) if not c.passed]
        if told and (asked.title or "")[:4] in told[0]:
            raise ExportError(told[0])
        return canvas

    return drawn
