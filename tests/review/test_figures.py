"""Checks of a figure: what is doubtful is said with the value that would mend it."""

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.in_memory import CATALOGUE, PROVINCE, Figures
from tracker.indicators import Basis, CellKey, Measure
from tracker.periods import Month
from tracker.review import Check, Finding, Severity, cell_findings
from tracker.review.lines import CheckLine, check_lines

TODAY = date(2023, 7, 20)
FUNDS = "funds_in_place"


def key(indicator: str, month: str, measure: str = "amount", region: str = PROVINCE) -> CellKey:
    kind = Measure(measure)
    basis = CATALOGUE.indicator(indicator).basis_of(kind)
    return CellKey(indicator, region, Month.parse(month), kind, basis)


def findings(held: Figures, cell: CellKey) -> dict[Check, Finding]:
    return {one.check: one for one in cell_findings(held.snapshot(), cell, TODAY)}


def funds(*values: float) -> Figures:
    """Two years of 到位资金: last year rises evenly, this year as given from February on."""
    held = Figures()
    for month in range(2, 13):
        held.actual(FUNDS, f"2022-{month:02d}", 260.0 * month)
    for month, value in enumerate(values, 2):
        held.actual(FUNDS, f"2023-{month:02d}", value)
    return held


def test_an_ordinary_figure_has_no_findings() -> None:
    assert findings(funds(540, 810, 1080), key(FUNDS, "2023-04")) == {}


def test_a_blank_cell_has_none_either() -> None:
    assert findings(funds(540), key(FUNDS, "2023-04")) == {}


def test_a_figure_in_a_closed_cell_is_an_error() -> None:
    held = Figures().actual(FUNDS, "2023-01", 260)
    found = findings(held, key(FUNDS, "2023-01"))[Check.CLOSED]
    assert found.severity is Severity.ERROR
    assert "1—2 月" in found.sentence


def test_a_cumulative_flow_that_falls_is_doubted() -> None:
    found = findings(funds(540, 810, 780), key(FUNDS, "2023-04"))[Check.FALLING]
    assert "3 月末的 810.0 少 30.0 亿元" in found.sentence


def test_a_lost_point_is_offered_back() -> None:
    found = findings(funds(540, 810, 10800), key(FUNDS, "2023-04"))[Check.SLIP]
    assert found.offered == 1080
    assert found.sentence.endswith("是不是 1080 亿元？")


def test_ten_thousand_yuan_for_a_hundred_million() -> None:
    found = findings(funds(540, 810, 10800000), key(FUNDS, "2023-04"))[Check.SLIP]
    assert found.offered == 1080


def test_one_month_that_is_far_from_the_last_twelve() -> None:
    found = findings(funds(540, 810, 2400), key(FUNDS, "2023-04"))
    assert "远在近 10 期" in found[Check.OUT_OF_RANGE].sentence
    assert Check.SLIP not in found


def test_a_growth_without_its_point() -> None:
    held = Figures()
    for month, value in enumerate((6.1, 6.5, 7.0, 6.8, 6.2, 7.1, 6.9), 2):
        held.actual("industrial_output", f"2022-{month:02d}", value, "growth")
    held.actual("industrial_output", "2023-02", 67, "growth")
    found = findings(held, key("industrial_output", "2023-02", "growth"))
    assert found[Check.SLIP].offered == 6.7
    held.actual("industrial_output", "2023-02", 6.5, "growth")
    held.actual("industrial_output", "2023-03", 30, "growth")
    assert Check.OUT_OF_RANGE in findings(held, key("industrial_output", "2023-03", "growth"))


def test_a_short_past_judges_nothing() -> None:
    held = Figures().actual("gdp", "2022-12", 4.2).actual("gdp", "2023-03", 67)
    assert Check.SLIP not in findings(held, key("gdp", "2023-03", "growth"))


def test_a_month_that_was_revised_silently() -> None:
    held = funds(540, 810, 1080).actual(FUNDS, "2023-04", 200, basis="month")
    cell = key(FUNDS, "2023-04")
    assert "+70.0 亿元" in findings(held, cell)[Check.MONTH].sentence
    assert Check.MONTH in findings(held, cell._replace(basis=Basis.MONTH))


def test_level_and_growth_that_clash() -> None:
    held = Figures().actual("fiscal_revenue", "2022-03", 275.0)
    held.actual("fiscal_revenue", "2023-03", 300.0)
    held.actual("fiscal_revenue", "2023-03", -9.1, "growth")
    found = findings(held, key("fiscal_revenue", "2023-03", "growth"))[Check.GROWTH]
    assert "公布增速 −9.1%，按两年总量算是 9.1%" in found.sentence


def test_comparable_prices_may_differ_as_the_national_investment_of_2023_did() -> None:
    held = Figures().actual("fixed_investment", "2022-06", 271430, "amount", "100000")
    held.actual("fixed_investment", "2023-06", 243113, "amount", "100000")
    held.actual("fixed_investment", "2023-06", 3.8, "growth", "100000")
    found = findings(held, key("fixed_investment", "2023-06", "growth", "100000"))
    assert Check.GROWTH not in found


def prefectures(total: float, province: float) -> Figures:
    held = Figures().actual("fiscal_revenue", "2023-04", province)
    parts = [r for r in CATALOGUE.members(PROVINCE) if r.level.value == "prefecture"]
    for region in parts:
        held.actual("fiscal_revenue", "2023-04", total / len(parts), region=region.code)
    return held.actual("fiscal_revenue", "2023-04", 50, region="620171")


def test_parts_are_summed_beside_the_whole_without_the_new_area() -> None:
    cell = key("fiscal_revenue", "2023-04")
    assert Check.PARTS not in findings(prefectures(400, 400.3), cell)
    small = findings(prefectures(400, 402.0), cell)[Check.PARTS]
    assert small.severity is Severity.NOTICE
    assert "14 个下级合计 400.0 亿元，比甘肃省的数少 2.0" in small.sentence
    grave = findings(prefectures(500, 400), cell)[Check.PARTS]
    assert (grave.severity, grave.offered) == (Severity.WARNING, None)


def test_a_part_larger_than_its_whole() -> None:
    held = prefectures(140, 140).actual("fiscal_revenue", "2023-05", 100)
    held.actual("fiscal_revenue", "2023-05", 9000, region="620100")
    found = findings(held, key("fiscal_revenue", "2023-05", region="620100"))
    assert "还大" in found[Check.PARTS].sentence


def test_a_ceiling_that_is_passed() -> None:
    held = Figures().actual("energy_consumption", "2023-04", 8700)
    held.target("energy_consumption", "FY", 8600, comparator="at_most")
    found = findings(held, key("energy_consumption", "2023-04"))[Check.CEILING]
    assert "全年上限 8,600 万吨标煤，超 100 万吨标煤" in found.sentence
    assert "红灯" in findings(held, key("energy_consumption", "2023-04"))[Check.RED].sentence


def test_too_many_decimals_are_a_formulas() -> None:
    found = findings(funds(540, 810.123456), key(FUNDS, "2023-03"))[Check.DECIMALS]
    assert "有 6 位小数" in found.sentence


NUMBERS = st.one_of(
    st.floats(allow_nan=False, allow_infinity=False, width=32),
    st.sampled_from([0.0, -0.0, 1e-12, -5.0, 1e15, -1.000000062271131e27, 1e300]),
)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(NUMBERS, min_size=1, max_size=14),
    st.lists(NUMBERS, max_size=5),
    st.sampled_from(["funds_in_place", "gdp", "loan_balance", "energy_consumption", "cpi"]),
    st.sampled_from(["amount", "growth"]),
)
def test_no_figures_make_it_raise(
    values: list[float], targets: list[float], indicator: str, measure: str
) -> None:
    held = Figures()
    month = Month(2023, 6)
    for back, value in enumerate(values):
        held.actual(indicator, str(month.plus(-back)), value, measure)
    for horizon, value in zip(("Q1", "H1", "Q3", "FY", "M05"), targets, strict=False):
        held.target(indicator, horizon, value, measure)
    for finding in cell_findings(held.snapshot(), key(indicator, "2023-06", measure), TODAY):
        assert finding.sentence


def listed(held: Figures, month: str) -> tuple[CheckLine, ...]:
    snapshot, cell = held.snapshot(), key(FUNDS, month)
    return check_lines(snapshot, cell, cell_findings(snapshot, cell, TODAY))


def test_the_list_says_what_holds_and_what_could_not_be_looked_at() -> None:
    lines = listed(funds(540, 810, 780), "2023-04")
    assert [(line.mark.value, line.text) for line in lines[:2]] == [
        ("green", "是数字，没有小数"),
        (
            "yellow",
            "累计比 3 月末的 810.0 少 30.0 亿元；累计量一般不会下降，请核对是不是填成了当月数",
        ),
    ]
    alone = Figures().actual(FUNDS, "2023-04", 780.5)
    assert [line.text for line in listed(alone, "2023-04")] == [
        "是数字，小数 1 位", "上年同期未录，没有比上年", "往期不足 6 期，没有比波动",
    ]  # fmt: skip
    assert listed(alone, "2023-05") == ()
