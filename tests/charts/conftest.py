"""What chart tests share: the sample ledger's snapshot, and boards made up to be difficult."""

import random
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from tests.conftest import open_store
from tests.in_memory import CATALOGUE, PROVINCE
from tracker.board import Board, BoardRow
from tracker.charts.gallery import GALLERY, ChartRequest
from tracker.indicators import (
    Comparator,
    Indicator,
    Light,
    Measure,
    MeasureKind,
    Target,
    TargetKey,
)
from tracker.ledgers import LedgerKind
from tracker.lights import default_rules
from tracker.parcel import reading_range
from tracker.periods import Horizon, Month
from tracker.progress.result import Progress, Rule
from tracker.snapshot import Snapshot

MADE_ON = date(2023, 7, 18)


@pytest.fixture(scope="session")
def sample(
    ledger_masters: Callable[[LedgerKind], bytes], tmp_path_factory: pytest.TempPathFactory
) -> Snapshot:
    """The sample ledger's snapshot, with the years that charts read already loaded."""
    path = tmp_path_factory.mktemp("charts") / "sample.guoban"
    path.write_bytes(ledger_masters(LedgerKind.SAMPLE))
    return _pinned(path)


@pytest.fixture(scope="session")
def gansu(
    ledger_masters: Callable[[LedgerKind], bytes], tmp_path_factory: pytest.TempPathFactory
) -> Snapshot:
    """The snapshot of the public figures of Gansu in 2023."""
    path = tmp_path_factory.mktemp("charts") / "gansu.guoban"
    path.write_bytes(ledger_masters(LedgerKind.GANSU_2023))
    return _pinned(path)


def _pinned(path: Path) -> Snapshot:
    with open_store(path) as store:
        snapshot = store.snapshot()
        regions, _ = reading_range(snapshot.catalogue, PROVINCE, 2024)
        below, _ = reading_range(snapshot.catalogue, "620100", 2024)
        return snapshot.pinned(sorted(regions | below), range(1970, 2025))


def wanted(chart: str = "board", month: str = "2023-06", **more: object) -> ChartRequest:
    """Ask for a chart of the province."""
    request = ChartRequest(chart, PROVINCE, Month.parse(month), MADE_ON)
    if chart in GALLERY and request.preset not in {one.id for one in GALLERY[chart].presets}:
        request = replace(request, preset=GALLERY[chart].presets[0].id)
    if chart in GALLERY and GALLERY[chart].needs_indicator:
        request = replace(request, indicator="funds_in_place")
    return replace(request, **more)  # type: ignore[arg-type]


def difficult_board(seed: int) -> Board:
    """Make a board with long names, huge numbers and 1 to 41 rows, the same for the same seed."""
    dice = random.Random(seed)
    as_of = Month(2023, dice.choice((1, 2, 4, 5, 6, 7, 9, 11, 12)))
    tasks = tuple(_task(dice, as_of) for _ in range(dice.randint(0, 21)))
    rates = tuple(_rate(dice, as_of) for _ in range(dice.randint(0 if tasks else 1, 20)))
    judged = [row.progress.light for row in (*tasks, *rates)]
    return Board(
        PROVINCE,
        as_of,
        tasks,
        rates,
        {light: judged.count(light) for light in Light},
        len(tasks),
        len(tasks) // 2,
        len(judged),
        len(judged),
    )


def _named(dice: random.Random, kind: MeasureKind, measure: Measure) -> Indicator:
    letters = "新增战略性高技术产业固定资产投资项目到位资金总额贷款余额"
    long = "".join(dice.choice(letters) for _ in range(dice.randint(4, 20)))
    return replace(
        CATALOGUE.indicator("funds_in_place"),
        id=f"made_up_{dice.randint(0, 10**9)}",
        name=long,
        short_name=long[: dice.randint(2, 12)],
        kind=kind,
        judged_by=measure,
        unit=dice.choice(("亿元", "万吨标准煤", "家")),
        decimals=dice.randint(0, 2),
    )


def _progress(dice: random.Random, as_of: Month, indicator: Indicator, rule: Rule) -> Progress:
    measure = indicator.judged_by
    ceiling = dice.random() < 0.15
    horizon = dice.choice((Horizon.FY, Horizon.FY, Horizon.H1))
    value = dice.uniform(-9.0, 12.0)
    target_value = dice.choice((6.0, 5.25, 10.0))
    if measure is Measure.AMOUNT:
        target_value = float(dice.choice((5, 3000, 123456789012, 98765.4)))
        value = target_value * dice.uniform(0.0, 1.3)
    key = TargetKey(indicator.id, PROVINCE, as_of.year, horizon, measure)
    comparator = Comparator.AT_MOST if ceiling else Comparator.AT_LEAST
    target = Target(key, target_value, comparator, date(2023, 1, 1))
    if dice.random() < 0.08:
        target = None  # type: ignore[assignment]
    pending = dice.random() < 0.15
    light = Light.NONE if pending or target is None else dice.choice(list(Light)[:3])
    return Progress(
        indicator=indicator,
        region=PROVINCE,
        measure=measure,
        year=as_of.year,
        horizon=horizon,
        as_of=as_of,
        rule=rule,
        month=as_of if not pending else Month(as_of.year, max(1, as_of.month - 1)),
        value=value,
        derived=False,
        pending=pending,
        final=False,
        target=target,
        marks=(),
        rules=default_rules(),
        light=light,
        headline=True,
    )


def _task(dice: random.Random, as_of: Month) -> BoardRow:
    indicator = _named(dice, MeasureKind.FLOW, Measure.AMOUNT)
    progress = _progress(dice, as_of, indicator, Rule.FLOW)
    if progress.target is not None and not progress.pending:
        completion = (progress.value or 0.0) / progress.target.value
        pace = as_of.time_share
        progress = progress._replace(
            completion=completion, pace=pace, pace_gap_pp=(completion - pace) * 100
        )
    half_gap = None if progress.completion is None else (progress.completion - 0.5) * 100
    share, pace_share = progress.completion, progress.pace
    return BoardRow(
        progress, ("上限", "前三季度"), None, None, half_gap, None, None, None, share, pace_share
    )


def _rate(dice: random.Random, as_of: Month) -> BoardRow:
    indicator = _named(dice, MeasureKind.RATE, Measure.GROWTH)
    progress = _progress(dice, as_of, indicator, Rule.RATE)
    if progress.target is not None and not progress.pending:
        progress = progress._replace(gap=(progress.value or 0.0) - progress.target.value)
    nation = dice.choice((None, dice.uniform(-8, 8)))
    return BoardRow(progress, ("硬任务",), None, None, None, nation, nation, None)
