"""示例台账 is made up, but it holds together like a real one."""

import csv
from collections.abc import Iterator, Mapping
from datetime import date
from itertools import pairwise

import pytest

from resources import ROOT
from tests.in_memory import CATALOGUE, NATION, PROVINCE
from tracker.edits import ActualEdit, TargetEdit
from tracker.indicators import Basis, CellKey, Measure, MeasureKind, Status, TargetKey
from tracker.periods import Calendar, Horizon, Month
from tracker.sample import sample_actuals, sample_rules, sample_targets

RULES = sample_rules()
NEW_AREA, LANZHOU = "620171", "620100"
Series = Mapping[Month, float]


def shipped(name: str) -> Iterator[dict[str, str]]:
    """Yield the rows of a shipped table."""
    with (ROOT / "ledgers" / name).open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def test_the_same_seed_gives_the_same_ledger_and_another_seed_another(
    actuals: list[ActualEdit], targets: list[TargetEdit]
) -> None:
    assert sample_actuals() == actuals
    assert sample_targets() == targets
    assert sample_actuals(7) != actuals


def test_nothing_is_entered_twice(actuals: list[ActualEdit], targets: list[TargetEdit]) -> None:
    assert len({edit.key for edit in actuals}) == len(actuals)
    assert len({edit.key for edit in targets}) == len(targets)


def test_it_holds_17_indicators_of_the_province_14_prefectures_and_the_new_area(
    values: dict[CellKey, float],
) -> None:
    wanted = {known.id for known in CATALOGUE.indicators.values() if known.in_sample}
    assert len(wanted) == 17
    for region in (PROVINCE, *RULES.regions):
        assert {key.indicator for key in values if key.region == region} == wanted
    assert {key.month.year for key in values} == set(range(2017, 2024))
    assert max(key.month for key in values) == Month(2023, 6)


def test_the_province_of_2023_is_the_shipped_table_and_nothing_else(
    values: dict[CellKey, float],
) -> None:
    table = {
        (row["indicator"], row["region_code"], row["month"], row["measure"]): float(row["value"])
        for row in shipped("sample_province.csv")
    }
    made = {
        (key.indicator, key.region, str(key.month), str(key.measure)): value
        for key, value in values.items()
        if key.region in (PROVINCE, NATION)
    }
    balances = {name for name in made if name[0] == "loan_balance" and name[3] == "amount"}
    assert table.items() <= made.items()
    assert {name for name in made if name[2].startswith("2023") and name not in balances} == {
        name for name in table if name[2].startswith("2023")
    }


def test_the_province_s_targets_of_2023_are_the_shipped_table(targets: list[TargetEdit]) -> None:
    made = {
        (e.key.indicator, e.key.horizon.value, e.key.measure.value, e.comparator.value, e.value)
        for e in targets
        if e.key.region == PROVINCE and e.key.year == 2023
    }
    assert made == {
        (row["indicator"], row["horizon"], row["measure"], row["comparator"], float(row["value"]))
        for row in shipped("sample_targets.csv")
    }


def test_every_figure_stands_in_a_month_of_its_calendar_with_the_digits_shown(
    values: dict[CellKey, float],
) -> None:
    for key, value in values.items():
        known = CATALOGUE.indicator(key.indicator)
        assert known.calendar.is_due(key.month.month), key
        assert value == round(value, known.decimals_of(key.measure)), key
        assert key.basis is known.basis_of(key.measure), key


@pytest.mark.parametrize("month", ["2018-05", "2022-12", "2023-02", "2023-06"])
def test_the_prefectures_add_up_to_the_province(month: str, values: dict[CellKey, float]) -> None:
    at = Month.parse(month)
    adding = [i for i in RULES.indicators if i.aggregation == "sum"]
    assert len(adding) == 10
    for indicator in adding:
        parts = [
            values[CellKey(indicator.id, region, at, Measure.AMOUNT, indicator.basis)]
            for region in RULES.prefectures
        ]
        total = values[CellKey(indicator.id, PROVINCE, at, Measure.AMOUNT, indicator.basis)]
        assert sum(parts) == pytest.approx(total, abs=1e-6), indicator.id


def test_they_add_up_in_every_month_in_which_all_have_reported(
    series: dict[tuple[str, str, Measure], Series],
) -> None:
    for indicator in (i for i in RULES.indicators if i.aggregation == "sum"):
        members = [series[indicator.id, region, Measure.AMOUNT] for region in RULES.prefectures]
        complete = 0
        for month, total in series[indicator.id, PROVINCE, Measure.AMOUNT].items():
            if all(month in member for member in members):
                complete += 1
                parts = sum(member[month] for member in members)
                assert parts == pytest.approx(total, abs=1e-6), (indicator.id, month)
        assert complete >= 60


def test_the_new_area_lies_inside_its_city(
    series: dict[tuple[str, str, Measure], Series],
) -> None:
    for indicator in (i for i in RULES.indicators if i.aggregation == "sum"):
        city = series[indicator.id, LANZHOU, Measure.AMOUNT]
        for month, value in series[indicator.id, NEW_AREA, Measure.AMOUNT].items():
            assert value < city[month] or value == city[month] == 0, (indicator.id, month)


def test_cumulative_amounts_never_fall_within_a_year(
    series: dict[tuple[str, str, Measure], Series],
) -> None:
    for (indicator, region, measure), months in series.items():
        known = CATALOGUE.indicator(indicator)
        if known.kind is MeasureKind.FLOW and measure is Measure.AMOUNT:
            ordered = sorted(months.items())
            for (before, low), (after, high) in pairwise(ordered):
                assert before.year != after.year or low <= high, (indicator, region, after)


def test_entered_growth_agrees_with_the_amounts_within_rounding(
    series: dict[tuple[str, str, Measure], Series],
) -> None:
    compared = 0
    for (indicator, region, measure), amounts in series.items():
        if measure is not Measure.AMOUNT:
            continue
        for month, growth in series.get((indicator, region, Measure.GROWTH), {}).items():
            derived = (amounts[month] / amounts[month.year_before] - 1) * 100
            assert abs(growth - derived) <= 0.05 + 1e-9, (indicator, region, month)
            compared += 1
    assert compared > 1000


def test_growth_of_cumulative_amounts_is_published_for_five_past_years(
    series: dict[tuple[str, str, Measure], Series],
) -> None:
    for indicator in RULES.flows:
        years = {month.year for month in series[indicator, PROVINCE, Measure.GROWTH]}
        assert years == set(range(2018, 2023)), indicator


def test_at_least_three_past_years_are_complete_for_a_seasonal_pace(
    series: dict[tuple[str, str, Measure], Series],
) -> None:
    for indicator in RULES.flows:
        due = CATALOGUE.indicator(indicator).calendar.months
        for region in (PROVINCE, *RULES.regions):
            months = series[indicator, region, Measure.AMOUNT]
            for year in range(2017, 2022):
                assert all(Month(year, month) in months for month in due), (indicator, region)


def test_profiles_are_whole_years_and_of_the_calendar() -> None:
    for indicator, rule in RULES.flows.items():
        assert len(rule.profile) == len(CATALOGUE.indicator(indicator).calendar.months)
        assert sum(rule.profile) == pytest.approx(1)


def test_a_few_months_are_missing(values: dict[CellKey, float]) -> None:
    assert 5 <= len(RULES.missing) <= 12
    for indicator, region, month in RULES.missing:
        regions = (PROVINCE, *RULES.regions) if region == "*" else (region,)
        for missing in regions:
            assert not any(
                (key.indicator, key.region, key.month) == (indicator, missing, month)
                for key in values
            )
    for region in (PROVINCE, *RULES.regions):
        key = CellKey("farmland_built", region, Month(2023, 4), Measure.AMOUNT, Basis.YTD)
        assert key not in values


def test_figures_are_dated_so_that_what_is_typed_later_wins(actuals: list[ActualEdit]) -> None:
    for edit in actuals:
        known = CATALOGUE.indicator(edit.key.indicator)
        day = 20 if known.calendar is Calendar.QUARTERLY else 10
        after = edit.key.month.plus(1)
        assert edit.published_on == date(after.year, after.month, day)
        assert edit.source == "示例"
        assert edit.status is (Status.FLASH if edit.key.month.year == 2023 else Status.PUBLISHED)


def test_regional_targets_add_up_to_the_province_s(targets: list[TargetEdit]) -> None:
    year = {e.key: e.value or 0.0 for e in targets if e.key.year == 2023}
    for indicator in RULES.flows:
        for horizon in ("FY", "M03"):
            own = TargetKey(indicator, PROVINCE, 2023, Horizon.parse(horizon), Measure.AMOUNT)
            if own in year:
                parts = sum(year.get(own._replace(region=r), 0.0) for r in RULES.prefectures)
                assert parts == pytest.approx(year[own], abs=1e-6), own


def test_every_region_has_a_target_for_every_indicator_and_the_province_for_six_years(
    targets: list[TargetEdit],
) -> None:
    held = {(e.key.indicator, e.key.region, e.key.year) for e in targets}
    for indicator in (i.id for i in RULES.indicators):
        assert all((indicator, PROVINCE, year) in held for year in range(2018, 2024))
        if indicator != "listed_companies":  # a place without the task has no target, not zero
            assert all((indicator, region, 2023) in held for region in RULES.regions)
    assert all(e.effective_on == date(e.key.year, 1, 1) for e in targets)
    assert {e.source for e in targets} == {"示例"}
