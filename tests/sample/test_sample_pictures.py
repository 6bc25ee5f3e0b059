"""The sample shows what the design pictures show, so that screens can be held against them."""

from collections.abc import Mapping

import pytest

from tests.in_memory import NATION, PROVINCE
from tracker.edits import TargetEdit
from tracker.indicators import Basis, CellKey, Light, Measure, TargetKey
from tracker.periods import Horizon, Month
from tracker.progress import headline_rows, indicator_rows
from tracker.readings import series_of
from tracker.sample import sample_rules
from tracker.snapshot import Snapshot

FY = Horizon.FY
APRIL = Month(2023, 4)
NAMES = "兰州 嘉峪关 金昌 白银 天水 武威 张掖 平凉 酒泉 庆阳 定西 陇南 临夏 甘南 新区"
BY_NAME = dict(zip(NAMES.split(), sample_rules().regions, strict=True))
Series = Mapping[Month, float]


def test_loans_are_those_of_the_picture(values: dict[CellKey, float]) -> None:
    key = CellKey("loan_balance", PROVINCE, Month(2023, 3), Measure.AMOUNT, Basis.BALANCE)
    assert values[key] == 26851
    assert values[key._replace(month=Month(2022, 3))] == 24658


def test_foreign_trade_is_that_of_the_entry_picture(sample: Snapshot) -> None:
    trade = series_of(sample, "foreign_trade", PROVINCE)
    growth = [trade.read(Measure.GROWTH, Month(2023, month)) for month in (2, 3, 4)]
    assert [round(reading.value, 1) if reading else None for reading in growth] == [6.2, 5.1, None]
    year_before = [Month(2022, 5).plus(step) for step in range(11)]
    read = [trade.read(Measure.AMOUNT, month, Basis.MONTH) for month in year_before]
    single = [reading.value for reading in read if reading is not None]
    assert (round(min(single), 1), round(max(single), 1)) == (33.1, 58.4)


def test_industry_is_that_of_the_growth_picture(
    series: dict[tuple[str, str, Measure], Series],
) -> None:
    def drawn(region: str) -> list[float | None]:
        months = series["industrial_output", region, Measure.GROWTH]
        return [months.get(Month(2022, month)) for month in range(2, 13)]

    assert drawn(PROVINCE) == [8.1, 7.2, 5.9, 5.6, 6.3, 6.1, 5.8, 6.0, None, 5.6, 6.0]
    assert drawn(NATION) == [7.5, 6.5, 4.0, 3.3, 3.4, 3.5, 3.6, 3.9, 4.0, 3.8, 3.6]


def test_funds_in_place_by_region_are_those_of_the_regions_picture(
    values: dict[CellKey, float], targets: list[TargetEdit]
) -> None:
    aimed = {e.key: e.value for e in targets}
    printed = {
        "金昌": (69.7, 161.3),
        "武威": (109.9, 263.5),
        "酒泉": (162.0, 409.2),
        "庆阳": (95.5, 258.1),
        "嘉峪关": (43.9, 119.3),
        "甘南": (11.2, 31.0),
        "张掖": (89.2, 254.1),
        "白银": (75.6, 223.0),
        "平凉": (42.1, 126.0),
        "临夏": (33.1, 104.0),
        "定西": (43.7, 144.8),
        "陇南": (26.3, 89.2),
        "天水": (29.5, 109.7),
        "新区": (67.9, 276.0),
        "兰州": (214.8, 706.8),  # in the ledger the city contains the new area
    }
    made = {
        name: (
            values[CellKey("funds_in_place", region, APRIL, Measure.AMOUNT, Basis.YTD)],
            aimed[TargetKey("funds_in_place", region, 2023, Horizon.FY, Measure.AMOUNT)],
        )
        for name, region in BY_NAME.items()
    }
    assert made == printed


@pytest.mark.parametrize(
    ("indicator", "yellow", "red"),
    [
        ("funds_in_place", "兰州 临夏 定西 陇南", "天水 新区"),
        ("fixed_investment", "甘南 平凉 定西 陇南", "天水 新区"),
        ("industrial_output", "甘南 白银 定西", "天水 新区"),
        ("retail_sales", "武威 嘉峪关 兰州 白银 定西 陇南 新区", "天水"),
        ("fiscal_revenue", "张掖 定西 天水", "新区"),
        ("foreign_trade", "武威 甘南 张掖 陇南 新区", "庆阳 兰州 定西 天水"),
        ("gdp", "白银 临夏 甘南 定西 平凉", "天水 新区"),
        ("rural_income", "庆阳 白银 天水", ""),
    ],
)
def test_regional_lights_of_april_are_those_of_the_regions_picture(
    sample: Snapshot, indicator: str, yellow: str, red: str
) -> None:
    lights = {
        name: next(
            row.light
            for row in headline_rows(sample, region, APRIL)
            if row.indicator.id == indicator
        )
        for name, region in BY_NAME.items()
    }
    pending = {"平凉"} if indicator == "foreign_trade" else set()
    assert {name for name, light in lights.items() if light is Light.YELLOW} == set(yellow.split())
    assert {name for name, light in lights.items() if light is Light.RED} == set(red.split())
    assert {name for name, light in lights.items() if light is Light.NONE} == pending


@pytest.mark.parametrize(
    ("as_of", "green", "yellow", "red", "pending"),
    [("2023-04", 11, 3, 2, 1), ("2023-06", 14, 2, 1, 0)],
)
def test_the_province_s_lights_are_those_of_the_board_pictures(
    sample: Snapshot, as_of: str, green: int, yellow: int, red: int, pending: int
) -> None:
    lights = [row.light for row in headline_rows(sample, PROVINCE, Month.parse(as_of))]
    counted = [lights.count(light) for light in (Light.GREEN, Light.YELLOW, Light.RED, Light.NONE)]
    assert counted == [green, yellow, red, pending]


@pytest.mark.parametrize(
    ("indicator", "gaps"),
    [
        ("foreign_trade", [3.6, 2.8, 1.1, -0.6, -2.2, -3.5]),
        ("relocation_households", [-3.0, -1.8, 0.4, 1.2, 2.0, 0.6]),
        ("key_project_investment", [-1.8, -1.2, 0.4, 0.9, 1.6, 2.4]),
        ("fiscal_revenue", [0.6, 0.2, 0.4, -0.3, 0.5, 1.3]),
        ("urban_jobs", [2.3, 3.4, 4.6, 4.0, 3.2, 2.9]),
        ("listed_companies", [1.7, -6.7, 5.0, -3.3, 8.3, 0.0]),
        ("farmland_built", [1.2, 0.6, 2.2, 1.4, 2.0, 1.1]),
        ("energy_consumption", [0.4, 0.2, 0.5, 0.6, 0.3, 0.4]),
        ("retail_sales", [-3.5, -3.1, -2.8, -3.6, -4.4, -4.8]),
        ("fixed_investment", [1.6, 1.2, 0.8, 0.6, 0.3, 0.1]),
        ("loan_balance", [-0.6, -0.5, -0.5, -0.4, -0.3, -0.2]),
        ("cpi", [0.9, 1.0, 0.8, 0.9, 1.2, 1.3]),
    ],
)
def test_the_second_half_of_2022_is_that_of_the_heat_picture(
    sample: Snapshot, indicator: str, gaps: list[float]
) -> None:
    made = []
    for month in range(7, 13):
        at = Month(2022, month)
        row = next(r for r in indicator_rows(sample, indicator, PROVINCE, at) if r.horizon is FY)
        gap = row.pace_gap_pp if row.pace_gap_pp is not None else row.gap
        made.append(gap)
    assert made == pytest.approx(gaps, abs=0.06)
