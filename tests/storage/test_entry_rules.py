"""What the journal refuses, each with one sentence that names the thing, and nothing written."""

import math
from datetime import UTC, date, datetime

import pytest

from tracker.edits import ActualEdit, SettingEdit, TargetEdit
from tracker.errors import BadValue, TrackerError, UnknownName
from tracker.indicators import Basis, CellKey, Comparator, Measure, TargetKey
from tracker.periods import Horizon, Month

PROVINCE = "620000"


def cell(indicator: str, month: Month, measure=Measure.AMOUNT, basis=Basis.YTD) -> CellKey:
    return CellKey(indicator, PROVINCE, month, measure, basis)


FUNDS = cell("funds_in_place", Month(2023, 4))
RANK = cell("gdp", Month(2023, 3), Measure.RANK, Basis.NONE)
GOAL = TargetKey("funds_in_place", PROVINCE, 2023, Horizon.FY, Measure.AMOUNT)
RANK_GOAL = TargetKey("gdp", PROVINCE, 2023, Horizon.FY, Measure.RANK)

REFUSED = [
    (ActualEdit(FUNDS._replace(indicator="gold"), 1), "没有指标“gold”"),
    (ActualEdit(FUNDS._replace(region="999999"), 1), "没有地区“999999”"),
    (ActualEdit(FUNDS._replace(month=Month(2023, 8)), 1), "2023-08 还没有到"),
    (ActualEdit(FUNDS._replace(month=Month(2023, 13)), 1), "没有“2023-13”这个月份"),
    (ActualEdit(FUNDS._replace(month=Month(203, 1)), 1), "没有“0203-01”这个月份"),
    (ActualEdit(FUNDS._replace(month=Month(2023, 1)), 1), "1月、2月合并公布.*请填 2023-02"),
    (ActualEdit(FUNDS._replace(month=Month(2023, 1)), None), "1月、2月合并公布"),
    (
        ActualEdit(FUNDS._replace(month=Month(2023, 2), basis=Basis.MONTH), 1),
        "2023-02 的当月数不存在",
    ),
    (ActualEdit(cell("gdp", Month(2023, 4)), 1), "GDP只在3月、6月、9月、12月有数"),
    (ActualEdit(cell("grain_output", Month(2023, 6)), 1), "粮食只在12月有数"),
    (ActualEdit(FUNDS, math.nan), "不是有限的数"),
    (ActualEdit(FUNDS, math.inf), "甘肃招商引资2023-04的数值不是有限的数"),
    (ActualEdit(RANK, 0), "位次要填正整数"),
    (ActualEdit(RANK, 2.5), "位次要填正整数"),
    (ActualEdit(RANK._replace(basis=Basis.YTD), 2), "位次不分累计、当月"),
    (ActualEdit(FUNDS._replace(basis=Basis.BALANCE), 1), "只能按累计或当月填报"),
    (ActualEdit(FUNDS._replace(basis=Basis.NONE), 1), "只能按累计或当月填报"),
    (ActualEdit(cell("loan_balance", Month(2023, 4)), 1), "只能按余额填报"),
    (ActualEdit(FUNDS, 1, note="坏\ud800字"), "有无法保存的字符"),
    (TargetEdit(GOAL._replace(indicator="gold"), 1), "没有指标“gold”"),
    (TargetEdit(GOAL._replace(region="999999"), 1), "没有地区“999999”"),
    (TargetEdit(GOAL._replace(year=20233), 1), "没有“20233”这个年份"),
    (TargetEdit(GOAL._replace(horizon=Horizon.M01), 1), "1月没有数.*无法考核"),
    (TargetEdit(GOAL, math.inf), "2023年全年目标不是有限的数"),
    (TargetEdit(RANK_GOAL, 1.5), "位次要填正整数"),
    (TargetEdit(GOAL, 1, Comparator.RANGE), "还要填上限"),
    (TargetEdit(GOAL, 2, Comparator.RANGE, upper=2), "上限要大于下限"),
    (TargetEdit(GOAL, 2, Comparator.RANGE, upper=math.nan), "上限不是有限的数"),
    (TargetEdit(GOAL, 2, upper=3), "不是区间，不能填上限"),
    (TargetEdit(GOAL, 2, Comparator.ABOUT, tolerance=-1), "允许偏差不能是负数"),
    (TargetEdit(GOAL, 2, Comparator.ABOUT, tolerance=math.nan), "允许偏差不是有限的数"),
    (SettingEdit("", "x"), "设置没有名称"),
    (SettingEdit("pace.gold", "plan"), "没有指标“gold”"),
    (SettingEdit("pace.gdp", "fast"), "不认识GDP的进度口径“fast”"),
]


@pytest.mark.parametrize(("edit", "sentence"), REFUSED)
def test_a_bad_edit_is_refused_and_takes_its_whole_batch_along(store, edit, sentence):
    saved = store.last_saved
    with pytest.raises((BadValue, UnknownName), match=sentence) as refused:
        store.record([ActualEdit(FUNDS, 5), edit], "粘贴")
    assert str(refused.value).endswith("。")
    assert store.snapshot().actual(FUNDS) is None
    assert store.last_saved == saved


ACCEPTED = [
    ActualEdit(FUNDS._replace(month=Month(2023, 7)), 1),
    ActualEdit(FUNDS._replace(month=Month(2023, 2)), 1),
    ActualEdit(FUNDS._replace(basis=Basis.MONTH), 1),
    ActualEdit(FUNDS, -1.5),
    ActualEdit(RANK, 31),
    ActualEdit(cell("loan_balance", Month(2023, 1), Measure.GROWTH, Basis.BALANCE), 8.9),
    TargetEdit(RANK_GOAL, 5, Comparator.AT_MOST),
    TargetEdit(GOAL._replace(year=2027), 1),
    TargetEdit(GOAL, 2, Comparator.RANGE, upper=3),
    TargetEdit(GOAL, 2, Comparator.ABOUT, tolerance=0.5, effective_on=date(2023, 3, 1)),
    SettingEdit("pace.gdp", "seasonal"),
    SettingEdit("title", "甘肃省"),
]


@pytest.mark.parametrize("edit", ACCEPTED)
def test_what_is_right_is_taken(store, edit):
    assert store.record([edit], "填报")


def test_text_with_half_a_character_is_refused_wherever_it_comes_from(store):
    with pytest.raises(TrackerError, match="有无法保存的字符"):
        store.record([ActualEdit(FUNDS, 5)], "坏\ud800字")
    with pytest.raises(TrackerError, match="有无法保存的字符"):
        store.revert("x", "坏\ud800字")


def test_the_month_that_has_begun_may_be_entered(store, clock):
    clock.time = datetime(2023, 8, 1, 0, 0, tzinfo=UTC)
    assert store.record([ActualEdit(FUNDS._replace(month=Month(2023, 8)), 1)], "填报")
