"""Whatever stands on a sheet, planning never fails, and what it writes may really be entered."""

import math
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from tests.exchange.importing.drawn_sheets import CATALOGUE, TODAY, planned, written
from tests.in_memory import Figures
from tracker.edits import ActualEdit, TargetEdit
from tracker.exchange.importing import Hints
from tracker.exchange.sheets import Cell, Merge, Sheet, fill_merges, squared
from tracker.indicators import Measure
from tracker.storage.entry_rules import check

WORDS = st.sampled_from(
    [
        "", "兰州市", "白银", "临夏", "全省", "合计", "全州", "1-5月", "5月", "2023年",
        "2022年5月", "上半年", "二季度", "固定资产投资", "GDP", "贷款", "CPI", "增速（%）",
        "总量（亿元）", "（万元）", "位次", "当月", "累计", "上年同期", "年度目标", "备注",
        "地区", "指标", "单位：亿元、%", "注：", "-", "…", "下降8.0%", "持平", "12,345.6",
        "1..5", "#DIV/0!", "民间投资", "2023年1-5月固定资产投资增速（%）", "武威市", "预计",
        "月份",
    ]
)  # fmt: skip
CELLS = st.one_of(
    WORDS,
    WORDS,
    st.floats(allow_nan=False, allow_infinity=False),
    st.integers(-5, 2030).map(float),
    st.dates(date(2022, 1, 1), date(2024, 12, 31)),
    st.booleans(),
)
HINTS = st.builds(
    Hints,
    st.sampled_from([None, "gdp", "fixed_investment", "loan_balance", "cpi"]),
    st.sampled_from([None, *list(Measure)[:3]]),
    year=st.sampled_from([None, 2022, 2023]),
    month=st.sampled_from([None, 3, 5]),
)


@st.composite
def sheets(draw: st.DrawFn) -> Sheet:
    """Draw a sheet of a few rows, some of its cells merged, a row or column hidden."""
    width = draw(st.integers(1, 6))
    rows: list[list[Cell]] = draw(
        st.lists(st.lists(CELLS, min_size=width, max_size=width), min_size=1, max_size=8)
    )
    rows = squared(rows)
    corner = st.tuples(st.integers(0, 6), st.integers(0, 5))
    merges = [
        Merge(top, left, top + down, left + across)
        for (top, left), (down, across) in draw(st.lists(st.tuples(corner, corner), max_size=2))
    ]
    return Sheet(
        draw(st.sampled_from(["Sheet1", "固投", "2023年5月"])),
        rows,
        fill_merges(rows, merges),
        draw(st.frozensets(st.integers(0, 6), max_size=1)),
        draw(st.frozensets(st.integers(0, 5), max_size=1)),
    )


HEADS = st.sampled_from(
    [
        "1-5月", "1-4月", "5月", "增速（%）", "总量（亿元）", "位次", "固定资产投资增速（%）",
        "GDP（万元）", "上年同期", "合计", "备注", "2023年1-6月同比", "民间投资", "",
    ]
)  # fmt: skip
NAMES = st.sampled_from(
    [
        "兰州市", "兰州", "白银", "临夏", "永靖县", "全省", "合计", "固定资产投资（%）",
        "GDP（亿元）", "1-5月", "3月", "其他",
    ]
)  # fmt: skip
TITLES = st.sampled_from(
    [
        "2023年1-5月固定资产投资增速（%）", "2023年主要经济指标（亿元、%）", "各市州GDP",
        "武威市2023年5月", "",
    ]
)  # fmt: skip


@st.composite
def likely_tables(draw: st.DrawFn) -> Sheet:
    """Draw what looks like a table: a title, a header row, names at the left, mostly numbers."""
    width = draw(st.integers(1, 4))
    values = st.one_of(st.integers(-99, 999).map(lambda tenths: tenths / 10), CELLS)
    rows: list[list[Cell]] = [[draw(TITLES)], [draw(WORDS), *(draw(HEADS) for _ in range(width))]]
    for _ in range(draw(st.integers(1, 6))):
        rows.append([draw(NAMES), *(draw(values) for _ in range(width))])
    return Sheet(draw(st.sampled_from(["Sheet1", "固投增速"])), squared(rows))


@given(st.lists(st.one_of(sheets(), likely_tables(), likely_tables()), max_size=3), HINTS)
def test_planning_never_fails_and_writes_only_what_may_be_entered(
    drawn: list[Sheet], hints: Hints
) -> None:
    held = Figures().actual("fixed_investment", "2023-05", 5.0, region="620100")
    plan = planned(*drawn, hints=hints, figures=held)
    assert plan.written == len(plan.writes)
    keys = [write.key for write in plan.writes]
    assert len(set(keys)) == len(keys)
    for write in plan.writes:
        assert isinstance(write.edit, ActualEdit | TargetEdit)
        assert write.new is not None
        assert math.isfinite(write.new)
        assert write.old != write.new
        check(write.edit, CATALOGUE, TODAY)
    for edit in plan.edits():
        check(edit, CATALOGUE, TODAY)
    for remark in (*plan.problems, *plan.conflicts):
        assert remark.message.endswith("。")


REGIONS = [CATALOGUE.province, *CATALOGUE.members("620000")]


@given(
    st.lists(st.sampled_from(REGIONS), min_size=1, max_size=6, unique=True),
    st.lists(st.integers(1, 7), min_size=1, max_size=5, unique=True).map(sorted),
    st.data(),
)
def test_a_table_and_its_transpose_are_the_same_figures(
    regions: list[object], months: list[int], data: st.DataObject
) -> None:
    values = {
        (region.code, month): data.draw(st.integers(-300, 300)) / 10  # type: ignore[attr-defined]
        for region in regions
        for month in months
    }
    heads = [f"1-{month}月" for month in months]
    across: list[list[Cell]] = [
        ["2023年居民消费价格涨幅（%）"],
        ["地区", *heads],
        *(
            [region.name, *(values[region.code, month] for month in months)]  # type: ignore[attr-defined]
            for region in regions
        ),
    ]
    down: list[list[Cell]] = [
        ["2023年居民消费价格涨幅（%）"],
        ["时间", *(region.name for region in regions)],  # type: ignore[attr-defined]
        *(
            [head, *(values[region.code, month] for region in regions)]  # type: ignore[attr-defined]
            for head, month in zip(heads, months, strict=True)
        ),
    ]
    one = written(planned(Sheet("Sheet1", squared(across))))
    other = written(planned(Sheet("Sheet1", squared(down))))
    assert one == other
    assert sorted(one.values()) == sorted(values.values())  # type: ignore[type-var]
