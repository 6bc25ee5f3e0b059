"""What the pane beside the board says of one indicator: three figures and a sentence on pace."""

from dataclasses import replace
from datetime import date

import pytest

from tests.in_memory import CATALOGUE, PROVINCE, Figures
from tracker.desk.detail import description, figures, pace_sentence
from tracker.indicators import Measure, MeasureKind
from tracker.periods import Month
from tracker.snapshot import Snapshot
from tracker.trajectory import trajectory


def _figures() -> Figures:
    made = Figures()
    for indicator, target, done in (
        ("funds_in_place", 3000, 1046.5),
        ("foreign_trade", 620, 165.4),
    ):
        made.target(indicator, "FY", target).actual(indicator, "2023-04", done)
    return made.target("gdp", "FY", 6).actual("gdp", "2023-03", 6.7)


def _prices(rise: float) -> Figures:
    made = Figures().target("cpi", "FY", 3, comparator="at_most")
    return made.actual("cpi", "2023-04", rise)


def _course(figures_: Figures, indicator: str, as_of: str):
    return trajectory(figures_.snapshot(), indicator, PROVINCE, Month.parse(as_of))


@pytest.mark.parametrize(
    ("make", "indicator", "as_of", "labels", "sentence"),
    [
        (_figures, "funds_in_place", "2023-04", ("累计完成", "年度一半", "还差"),
         "5、6 月月均 226.8 亿元就能过半"),
        (_figures, "funds_in_place", "2023-05", ("累计完成", "年度一半", "还差"),
         "5 月的数还没有报"),
        (lambda: _figures().actual("funds_in_place", "2023-05", 1600), "funds_in_place",
         "2023-05", ("累计完成", "年度一半", "已超"), "已经过半"),
        (lambda: _figures().actual("funds_in_place", "2023-11", 2900), "funds_in_place",
         "2023-11", ("累计完成", "全年目标", "还差"), "12 月月均 100.0 亿元就能完成目标"),
        (lambda: _figures().actual("funds_in_place", "2023-12", 3100), "funds_in_place",
         "2023-12", ("累计完成", "全年目标", "已超"), "目标已完成"),
        (lambda: Figures().actual("funds_in_place", "2023-04", 9), "funds_in_place",
         "2023-04", ("累计完成", "年度目标"), "未设目标"),
        (lambda: Figures().target("energy_consumption", "FY", 8600, comparator="at_most")
         .actual("energy_consumption", "2023-04", 2815), "energy_consumption", "2023-04",
         ("累计完成", "上限", "余"), "5—12 月月均不超过 723 万吨标煤就不破上限"),
        (lambda: _prices(1.2),
         "cpi", "2023-04", ("累计同比", "全年目标", "与目标差"), "离上限还有 1.8 个百分点"),
        (lambda: _prices(3.4),
         "cpi", "2023-04", ("累计同比", "全年目标", "与目标差"), "超过上限 0.4 个百分点"),
        (_figures, "gdp", "2023-03", ("累计同比", "全年目标", "与目标差"),
         "上半年余下月份增长 5.3% 就能达到目标（估算）"),
    ],
)  # fmt: skip
def test_the_pane_finds_words_for_every_case(make, indicator, as_of, labels, sentence):
    course = _course(make(), indicator, as_of)
    assert tuple(figure.label for figure in figures(course)) == labels
    assert pace_sentence(course).text == sentence


def _task(stage: float | None, due: str | None = "2023-07-10"):
    held = Figures()
    if stage is not None:
        held.actual("gdp", "2023-06", stage, measure="amount")
    if due is not None:
        held.target("gdp", "FY", 2.0, measure="amount", due_on=date.fromisoformat(due))
    gdp = replace(CATALOGUE.indicator("gdp"), kind=MeasureKind.MILESTONE, judged_by=Measure.AMOUNT)
    known = replace(CATALOGUE, indicators={**CATALOGUE.indicators, "gdp": gdp})
    return trajectory(Snapshot(known, held, {}), "gdp", PROVINCE, Month(2023, 6))


@pytest.mark.parametrize(
    ("stage", "due", "shown"),
    [
        (1.0, "2023-07-10", [("状态", "推进中"), ("时限", "7 月 10 日"), ("离时限", "10 天")]),
        (2.0, "2023-06-20", [("状态", "完成"), ("时限", "6 月 20 日"), ("已过时限", "10 天")]),
        (None, "2023-07-10", [("状态", "未启动"), ("时限", "7 月 10 日"), ("离时限", "10 天")]),
        (0.0, None, [("状态", "未启动"), ("目标", "—"), ("离时限", "—")]),
    ],
)
def test_a_task_of_the_list_shows_its_stage_and_the_days_it_has(stage, due, shown) -> None:
    course = _task(stage, due)
    assert [(one.label, one.number) for one in figures(course)] == shown
    assert description(course.progress) == ("亿元", "省统计局报送")


def test_a_place_is_shown_with_its_month_and_without_a_basis() -> None:
    held = Figures().target("gdp", "FY", 5, measure="rank", comparator="at_most")
    course = _course(held.actual("gdp", "2023-06", 7, measure="rank"), "gdp", "2023-06")
    first = figures(course)[0]
    assert (first.label, first.number, first.detail) == ("当前", "7", "6 月")
    assert "累计" not in description(course.progress)
