"""What lies ahead of an indicator, in the words of the pane."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import open_store
from tests.in_memory import PROVINCE, Figures
from tracker.indicators import Light, PaceName
from tracker.ledgers import LedgerKind
from tracker.outlook.prospect import Prospect, prospect
from tracker.periods import Month
from tracker.progress import Progress, headline_rows
from tracker.snapshot import Snapshot

APRIL = Month(2023, 4)


def row_of(snapshot: Snapshot, indicator: str, as_of: Month = APRIL) -> Progress:
    """Return the headline row of an indicator."""
    return headline_rows(snapshot, PROVINCE, as_of, only=indicator)[0]


@pytest.fixture
def sample(make_ledger: Callable[..., Path]) -> Callable[..., Prospect]:
    """Return what lies ahead of an indicator of the sample ledger."""
    store = open_store(make_ledger(LedgerKind.SAMPLE))

    def of(indicator: str, as_of: Month = APRIL) -> Prospect:
        snapshot = store.snapshot()
        return prospect(snapshot, row_of(snapshot, indicator, as_of))

    return of


def test_a_task_has_estimates_and_plain_speed_apart(sample: Callable[..., Prospect]) -> None:
    found = sample("funds_in_place")
    assert found.headline == "6 月 30 日预计 1,650—1,790（八成可能）"
    assert found.end_label == "预计 3,490"
    assert found.speed == "照现在速度　6 月底 1,569.8　12 月底 3,139.5 亿元"
    assert "预计" not in found.speed
    assert found.comparison.startswith("进度比去年同期快6.1个百分点，创近七年")
    assert found.margin == "再少46.5亿元（相当于0.2个月的任务）就转为临界。"


def test_the_three_yard_sticks_side_by_side(sample: Callable[..., Prospect]) -> None:
    linear, plan, seasonal = sample("relocation_households").sticks
    assert (linear.title, linear.pace, linear.gap, linear.word) == (
        "按序时", "33.3%", "−11.3", "滞后",
    )  # fmt: skip
    assert linear.chosen
    assert not plan.chosen
    assert (seasonal.light, seasonal.note) == (Light.GREEN, "2017—2022 年同期 21.3%—22.4%")


def test_growth_stands_beside_the_nation_and_has_no_sticks(
    sample: Callable[..., Prospect],
) -> None:
    found = sample("gdp")
    assert found.sticks == ()
    assert found.speed == ""
    assert found.comparison == "比全国高2.2个百分点，两年平均6.3%"
    assert found.question is not None
    assert (found.question.before, found.question.after) == ("若 1—6 月增长", "%")


def test_a_ceiling_says_room_and_no_record(sample: Callable[..., Prospect]) -> None:
    found = sample("energy_consumption")
    assert found.sticks[0].gap == "余 0.6"
    assert "新高" not in found.comparison


def test_a_pending_row_says_why_there_is_no_estimate(sample: Callable[..., Prospect]) -> None:
    found = sample("farmland_built")
    assert found.headline == ""
    assert found.end_label == ""
    assert "4月的数未报" in found.lines[0].refused
    assert found.margin == ""


def test_when_the_year_is_over_nothing_lies_ahead(sample: Callable[..., Prospect]) -> None:
    found = sample("funds_in_place", Month(2022, 12))
    assert (found.estimates, found.headline, found.question) == ((), "", None)


def test_too_few_years_refuse_a_stick_and_a_row_without_target_asks_nothing() -> None:
    figures = Figures().target("foreign_trade", "FY", 1000)
    figures.actual("foreign_trade", "2023-04", 282.93)
    snapshot = figures.snapshot()
    found = prospect(snapshot, row_of(snapshot, "foreign_trade"))
    seasonal = found.sticks[2]
    assert not seasonal.possible
    assert "资料不足" in seasonal.note
    assert found.sticks[0].gap == "−5.04"  # red, and −5.0 would be yellow
    bare = Figures().actual("gdp", "2023-03", 6.7).snapshot()
    assert prospect(bare, row_of(bare, "gdp")).question is None


def test_the_word_of_a_rule_stands_beside_its_stick() -> None:
    figures = Figures(settings={"lights.preset": "银川2025", "pace.foreign_trade": "plan"})
    figures.target("foreign_trade", "FY", 1000).actual("foreign_trade", "2023-04", 280)
    snapshot = figures.snapshot()
    sticks = prospect(snapshot, row_of(snapshot, "foreign_trade")).sticks
    assert {stick.word for stick in sticks[:2]} == {"接近"}
    assert [stick.name for stick in sticks if stick.chosen] == [PaceName.PLAN]


def test_a_balance_far_behind_falls_below_every_step() -> None:
    figures = Figures().target("foreign_trade", "FY", 1000).actual("foreign_trade", "2023-04", 1)
    snapshot = figures.snapshot()
    assert prospect(snapshot, row_of(snapshot, "foreign_trade")).sticks[0].word == "滞后"


def test_a_break_is_named_with_its_month_and_reason() -> None:
    settings = {"break.gdp": "2022-01 2023-03", "break_reason.gdp": "口径调整"}
    figures = Figures(settings=settings).target("gdp", "FY", 6)
    snapshot = figures.actual("gdp", "2023-03", 6.7).snapshot()
    found = prospect(snapshot, row_of(snapshot, "gdp"))
    assert (found.breaks, found.break_note) == ((3,), "2023 年 3 月起不可比（口径调整）")
