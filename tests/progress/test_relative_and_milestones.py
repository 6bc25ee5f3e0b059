"""Targets that follow another figure, and tasks that are done or not by a day."""

from dataclasses import replace
from datetime import date
from types import MappingProxyType

import pytest

from tests.in_memory import CATALOGUE, NATION, PROVINCE, Figures
from tracker.indicators import Catalogue, Light, Measure, MeasureKind
from tracker.periods import Month
from tracker.progress import (
    Progress,
    Rule,
    gap_words,
    headline_rows,
    light_word,
    target_words,
    value_words,
    why,
)
from tracker.snapshot import Snapshot


def row(figures: Figures) -> Progress:
    """Return the retail row in June."""
    return headline_rows(figures.snapshot(), PROVINCE, Month(2023, 6), only="retail_sales")[0]


def retail(comparator: str, margin: float = 0.0, **more: object) -> Figures:
    """社零 at 9.2 % with a relative target."""
    figures = Figures().actual("retail_sales", "2023-06", 9.2)
    return figures.target("retail_sales", "FY", margin, comparator=comparator, **more)


def test_above_the_nation_by_a_margin() -> None:
    found = row(retail("above_nation", 0.5).actual("retail_sales", "2023-06", 8.2, region=NATION))
    assert found.target is not None
    assert found.target.value == pytest.approx(8.7)
    assert found.gap == pytest.approx(0.5)
    assert found.light is Light.GREEN
    assert "高于全国（≥8.7%）" in why(found)
    assert target_words(found) == "高于全国 8.7%"


def test_above_the_year_before() -> None:
    found = row(retail("above_previous").actual("retail_sales", "2022-06", 10.0))
    assert found.gap == pytest.approx(-0.8)
    assert found.light is Light.YELLOW


def test_in_step_with_gdp_or_another_indicator() -> None:
    gdp = row(retail("in_step").actual("gdp", "2023-06", 6.8))
    assert gdp.gap == pytest.approx(2.4)
    income = row(retail("in_step", reference="urban_income").actual("urban_income", "2023-06", 5.6))
    assert income.gap == pytest.approx(3.6)


@pytest.mark.parametrize(
    ("comparator", "lacking"),
    [("above_nation", "全国同期"), ("above_previous", "2022年同期"), ("in_step", "GDP同期")],
)
def test_what_a_relative_target_lacks_is_named_and_nothing_is_judged(
    comparator: str, lacking: str
) -> None:
    found = row(retail(comparator))
    assert (found.light, light_word(found), found.gap) == (Light.NONE, "待报", None)
    assert f"缺{lacking}的数" in why(found)


def test_a_pending_relative_target_is_just_pending() -> None:
    figures = Figures().target("retail_sales", "FY", 0, comparator="above_nation")
    found = row(figures.actual("retail_sales", "2023-05", 9.2))
    assert (found.pending, found.lacking) == (True, "")
    assert "高于全国" in why(found)
    assert target_words(found) == "高于全国"


def test_a_ledger_without_a_nation_lacks_its_figures() -> None:
    figures = retail("above_nation")
    regions = {code: r for code, r in CATALOGUE.regions.items() if code != NATION}
    catalogue = Catalogue(CATALOGUE.indicators, MappingProxyType(regions))
    found = headline_rows(Snapshot(catalogue, figures, {}), PROVINCE, Month(2023, 6))[0]
    assert found.lacking == "全国同期的数"


def milestone(stage: float | None, due_on: date | None, as_of: Month) -> Progress:
    """A fair that must be held by a day."""
    fair = replace(CATALOGUE.indicator("listed_companies"), id="fair", name="兰洽会",
                   kind=MeasureKind.MILESTONE)  # fmt: skip
    indicators = MappingProxyType(dict(CATALOGUE.indicators) | {"fair": fair})
    figures = Figures().target("listed_companies", "H1", 2, due_on=due_on)
    figures.targets = [
        replace(target, key=target.key._replace(indicator="fair")) for target in figures.targets
    ]
    if stage is not None:
        figures.actual("listed_companies", str(as_of), stage)
        figures.actuals = [
            replace(actual, key=actual.key._replace(indicator="fair")) for actual in figures.actuals
        ]
    snapshot = Snapshot(Catalogue(indicators, CATALOGUE.regions), figures, {})
    return headline_rows(snapshot, PROVINCE, as_of, only="fair")[0]


@pytest.mark.parametrize(
    ("stage", "due_on", "as_of", "light"),
    [
        (2, date(2023, 3, 1), Month(2023, 6), Light.GREEN),
        (1, date(2023, 7, 10), Month(2023, 6), Light.GREEN),
        (1, date(2023, 6, 10), Month(2023, 6), Light.YELLOW),
        (0, date(2023, 5, 10), Month(2023, 6), Light.RED),
        (None, date(2023, 5, 10), Month(2023, 6), Light.RED),
        (1, None, Month(2023, 6), Light.GREEN),
        (1, None, Month(2023, 7), Light.RED),
        (2, None, Month(2023, 7), Light.GREEN),
    ],
)
def test_a_milestone_is_late_when_its_day_is_past_and_it_is_not_done(
    stage: float | None, due_on: date | None, as_of: Month, light: Light
) -> None:
    found = milestone(stage, due_on, as_of)
    assert (found.rule, found.light) == (Rule.MILESTONE, light)
    assert "时限" in why(found)


def test_a_milestone_explains_itself() -> None:
    found = milestone(1, date(2023, 6, 10), Month(2023, 6))
    assert why(found) == "兰洽会推进中，时限2023年6月10日，已过20天，亮灯为临界。"
    assert (value_words(found), target_words(found), gap_words(found)) == (
        "推进中",
        "6 月 10 日",
        "",
    )


def test_a_milestone_without_a_due_date_says_only_where_it_stands():
    figures = Figures().actual("gdp", "2023-06", 1, measure="amount")
    gdp = replace(CATALOGUE.indicator("gdp"), kind=MeasureKind.MILESTONE, judged_by=Measure.AMOUNT)
    known = replace(CATALOGUE, indicators={**CATALOGUE.indicators, "gdp": gdp})
    (row,) = headline_rows(Snapshot(known, figures, {}), PROVINCE, Month(2023, 6))
    assert (value_words(row), light_word(row)) == ("推进中", "未设目标")
    assert why(row) == "截至2023年6月，地区生产总值推进中，2023年未设目标，不亮灯。"
