"""A month as a whole: missing, late, doubtful; what waits for an explanation."""

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.in_memory import CATALOGUE, PROVINCE, Figures
from tests.storage.conftest import clock, path, store
from tracker.edits import ActualEdit
from tracker.indicators import Basis, CellKey, Measure, Status
from tracker.periods import Month
from tracker.review import (
    Check,
    Severity,
    month_findings,
    open_explanations,
    vintage_findings,
)
from tracker.review.confirmations import explain
from tracker.storage.store import Store

__all__ = ["clock", "path", "store"]

TODAY = date(2023, 5, 10)
APRIL = Month(2023, 4)
CELL = CellKey("funds_in_place", PROVINCE, APRIL, Measure.AMOUNT, Basis.YTD)


def red_spring() -> Figures:
    """到位资金 far behind in March, and falling in April."""
    figures = Figures().target("funds_in_place", "FY", 3000)
    return figures.actual("funds_in_place", "2023-03", 500).actual("funds_in_place", "2023-04", 490)


def test_a_month_tells_what_is_missing_and_what_is_doubtful() -> None:
    found = month_findings(red_spring().snapshot(), PROVINCE, APRIL, date(2023, 5, 25))
    late = [one for one in found if one.check is Check.LATE]
    words = "一般公共预算收入 4 月还没有报，已逾期 5 天（省财政厅）。"
    assert words in [one.sentence for one in late]
    assert not [one for one in late if one.key.indicator == "gdp"], "nothing is due in April"
    assert {Check.FALLING, Check.RED} <= {one.check for one in found}


def test_before_its_day_a_missing_figure_is_only_told() -> None:
    found = month_findings(red_spring().snapshot(), PROVINCE, APRIL, date(2023, 5, 8))
    waiting = [one for one in found if one.check is Check.MISSING]
    assert {one.severity for one in waiting} == {Severity.NOTICE}
    assert "一般公共预算收入 4 月还没有报，5 月 20 日前报即可（省财政厅）。" in [
        one.sentence for one in waiting
    ]


def test_an_explanation_may_wait_and_is_listed_until_it_is_given() -> None:
    figures = red_spring()
    later = Month(2023, 6)
    waiting = open_explanations(figures.snapshot(), PROVINCE, later)
    assert [one.key for one in waiting] == [CELL._replace(month=Month(2023, 3)), CELL]
    edit = explain(CELL, "两个大项目推迟到 6 月入库", "张三", TODAY)
    assert edit.value is not None
    figures.settings[edit.name] = edit.value
    (left,) = open_explanations(figures.snapshot(), PROVINCE, later)
    assert left.key == CELL._replace(month=Month(2023, 3))


def test_two_statuses_on_one_day_are_told_with_the_one_that_stands(
    store: Store,
) -> None:
    for value, status in ((754.1, Status.FLASH), (760.0, Status.PRELIMINARY)):
        store.record([ActualEdit(CELL, value, status, date(2023, 5, 10))], "填报")
    (told,) = vintage_findings(store.history(CELL))
    assert (told.check, told.severity) == (Check.VINTAGES, Severity.NOTICE)
    assert told.sentence.startswith("2023-05-10 这一天有两个数（快报 754.1、")
    assert "现在取 760" in told.sentence


@settings(max_examples=25, deadline=None)
@given(
    st.lists(
        st.tuples(
            st.sampled_from([one.id for one in CATALOGUE.indicators.values() if one.in_sample]),
            st.sampled_from(["2022-04", "2023-03", "2023-04"]),
            st.one_of(st.sampled_from([0.0, -1.0, 1e-9, 1e15]), st.floats(-1e9, 1e9)),
            st.sampled_from([PROVINCE, "620100", "620171"]),
        ),
        max_size=25,
    ),
    st.lists(st.sampled_from([0.0, -3.0, 5.0, 1e12]), max_size=4),
)
def test_no_ledger_makes_a_month_raise(
    rows: list[tuple[str, str, float, str]], targets: list[float]
) -> None:
    figures = Figures()
    for indicator, period, value, region in rows:
        figures.actual(indicator, period, value, region=region)
        for horizon, target in zip(("Q1", "H1", "Q3", "FY"), targets, strict=False):
            figures.target(indicator, horizon, target, region=region)
    snapshot = figures.snapshot()
    for month in (Month(2023, 3), APRIL):
        for one in month_findings(snapshot, PROVINCE, month, TODAY):
            assert one.sentence.endswith("。")
