"""What stands beside figures in ordinary tables: targets, status, date, source, notes, totals."""

from datetime import date

import pytest

from tests.exchange.importing.drawn_sheets import drawn, planned, written
from tests.in_memory import Figures
from tracker.edits import ActualEdit, TargetEdit
from tracker.exchange.importing import ImportPlan
from tracker.indicators import Comparator, Measure, Status
from tracker.periods import Horizon


def targets(plan: ImportPlan) -> dict[tuple[str, str, Horizon, Measure], float | None]:
    """Return region, indicator, horizon and measure → value of the targets that are written."""
    edits = [one.edit for one in plan.writes if isinstance(one.edit, TargetEdit)]
    return {(e.key.region, e.key.indicator, e.key.horizon, e.key.measure): e.value for e in edits}


def actuals(plan: ImportPlan) -> list[ActualEdit]:
    return [one.edit for one in plan.writes if isinstance(one.edit, ActualEdit)]


def test_the_annual_target_beside_the_figures_is_a_target() -> None:
    plan = planned(
        drawn("""
        2023年1-5月主要指标
        指标 | 单位 | 年度目标 | 1-5月
        一般公共预算收入 | 亿元 | 965 | 427.2
        居民消费价格涨幅 | % | 3左右 | 1.1
    """)
    )
    assert not plan.problems
    assert targets(plan) == {
        ("620000", "fiscal_revenue", Horizon.FY, Measure.AMOUNT): 965,
        ("620000", "cpi", Horizon.FY, Measure.GROWTH): 3,
    }
    assert len(actuals(plan)) == 2
    about = {one.edit.key.indicator: one.edit for one in plan.writes if one.status is None}
    cpi = about["cpi"]
    assert isinstance(cpi, TargetEdit)
    assert cpi.comparator is Comparator.ABOUT


def test_stage_targets_stand_under_their_stage() -> None:
    plan = planned(
        drawn("""
        2023年招商引资到位资金（亿元）
        地区 | 一季度目标 | 上半年目标任务 | 全年目标 | 1-3月
        兰州市 | 100 | 250 | 500 | 120
        白银市 | — |  | 60万 | 12
    """)
    )
    assert list(targets(plan).values()) == [100, 250, 500]
    assert {horizon for _, _, horizon, _ in targets(plan)} == {Horizon.Q1, Horizon.H1, Horizon.FY}
    (problem,) = plan.problems
    assert problem.cell == "D4"


def test_a_target_of_no_said_period_beside_a_month_is_told() -> None:
    plan = planned(drawn("2023年1-5月招商引资到位资金（亿元）\n地区 | 完成 | 目标\n兰州市 | 5 | 6"))
    assert targets(plan) == {}
    (problem,) = plan.problems
    assert (problem.cell, "年度的还是这一期的" in problem.message) == ("C2", True)


def test_the_same_target_again_changes_nothing() -> None:
    text = "2023年招商引资到位资金（亿元）\n地区 | 年度目标 | 1-3月\n兰州市 | 500 | 120"
    figures = Figures().target(
        "funds_in_place", "FY", 500.0, "amount", region="620100",
        effective_on=date(2023, 3, 1),
    )  # fmt: skip
    plan = planned(drawn(text), figures=figures)
    assert (plan.written, plan.unchanged) == (1, 1)


LONG = """
    地区 | 指标 | 月份 | 同比（%） | 状态 | 公布日期 | 数据来源 | 备注
    甘肃省 | 固定资产投资 | 2023年1-4月 | 12.2 | 快报 | 2023-05-18 | 统计局 | 首次
    甘肃省 | 固定资产投资 | 2023年1-4月 | 12.4 | 最终核实 | 2023/6/1 | 统计局 |
    兰州市 | 固定资产投资 | 2023年1-4月 | 9.1 | 公布 | 待定 | 统计局 |
    白银市 | 固定资产投资 | 2023年1-4月 | 9.2 | 拍脑袋 | | |
    天水市 | 固定资产投资 | 2023年1-4月 | 9.3 | | | |
"""


def test_status_date_source_and_note_of_a_row_are_kept() -> None:
    plan = planned(drawn(LONG))
    found = actuals(plan)
    said = [(one.value, one.status, one.published_on, one.source, one.note) for one in found]
    assert said == [
        (12.2, Status.FLASH, date(2023, 5, 18), "统计局", "首次"),
        (12.4, Status.FINAL, date(2023, 6, 1), "统计局", ""),
        (9.3, Status.FLASH, None, "", ""),
    ]
    assert not plan.conflicts
    assert [(one.cell, one.message[:4]) for one in plan.problems] == [
        ("F4", "公布日期"), ("E5", "状态“拍"),
    ]  # fmt: skip


def test_a_note_on_a_row_of_months_is_of_none_of_them() -> None:
    plan = planned(
        drawn("""
        2023年固定资产投资增速（%）
        地区 | 1-3月 | 1-4月 | 来源 | 备注
        兰州市 | 5 | 6 | 统计局 | 4月有调整
    """)
    )
    assert [(one.source, one.note) for one in actuals(plan)] == [("统计局", ""), ("统计局", "")]


@pytest.mark.parametrize("total", [30, 31])
def test_a_total_column_is_checked_and_never_written(total: int) -> None:
    plan = planned(
        drawn(f"""
        2023年1-5月招商引资到位资金（亿元）
        指标 | 兰州市 | 白银市 | 合计
        招商引资到位资金 | 10 | 20 | {total}
    """)
    )
    assert list(written(plan).values()) == [10, 20]
    assert [one.cell for one in plan.problems] == ([] if total == 30 else ["D3"])
    if total != 30:
        assert "加起来是30" in plan.problems[0].message
