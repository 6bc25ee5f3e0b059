"""Targets that contradict each other are named, never mended in silence."""

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.in_memory import CATALOGUE, PROVINCE, Figures
from tracker.periods import Month
from tracker.review import Check, Finding, Severity, target_findings

APRIL = Month(2023, 4)


def findings(held: Figures, only: str | None = "funds_in_place") -> list[Finding]:
    return list(target_findings(held.snapshot(), PROVINCE, APRIL, only))


def only_one(held: Figures, indicator: str = "funds_in_place") -> Finding:
    (found,) = findings(held, indicator)
    return found


def test_stage_targets_that_do_not_rise() -> None:
    held = Figures().target("funds_in_place", "Q1", 3500).target("funds_in_place", "FY", 3000)
    assert only_one(held).sentence == "一季度目标 3,500 大于全年目标 3,000，请核对。"
    flat = Figures().target("funds_in_place", "H1", 3000).target("funds_in_place", "FY", 3000)
    assert "等于" in only_one(flat).sentence


def test_growth_targets_may_fall() -> None:
    assert findings(Figures().target("gdp", "Q1", 7).target("gdp", "FY", 6), "gdp") == []


def test_a_range_upside_down_is_an_error() -> None:
    held = Figures().target("cpi", "FY", 3, comparator="range", upper=2)
    assert only_one(held, "cpi").severity is Severity.ERROR


def test_tiers_out_of_order() -> None:
    held = Figures().target("gdp", "FY", 6.5, tier="floor").target("gdp", "FY", 6, tier="stretch")
    assert "全年的力争（6.0%）比确保（6.5%）还低" in only_one(held, "gdp").sentence
    ceiling = Figures().target("energy_consumption", "FY", 8600, comparator="at_most", tier="floor")
    ceiling.target("energy_consumption", "FY", 8500, comparator="at_most", tier="stretch")
    assert findings(ceiling, "energy_consumption") == []


def test_a_target_of_zero_is_none() -> None:
    assert only_one(Figures().target("funds_in_place", "FY", 0)).check is Check.ZERO_TARGET
    zero_debt = Figures().target("energy_consumption", "FY", 0, comparator="at_most")
    assert findings(zero_debt, "energy_consumption") == []


def split(total: float, of: int = 14) -> Figures:
    held = Figures().target("fiscal_revenue", "FY", 1000)
    parts = [r for r in CATALOGUE.members(PROVINCE) if r.level.value == "prefecture"][:of]
    for region in parts:
        held.target("fiscal_revenue", "FY", total / of, region=region.code)
    return held.target("fiscal_revenue", "FY", 400, region="620171")


def test_parts_over_a_hundred_per_cent() -> None:
    found = only_one(split(1032), "fiscal_revenue")
    assert found.severity is Severity.NOTICE
    assert "14 个下级目标合计 1,032.0 亿元，为总目标的 103.2%，加码 32.0 亿元" in found.sentence


def test_a_gap_is_told_only_when_every_part_has_its_target() -> None:
    assert "缺口 50.0 亿元" in only_one(split(950), "fiscal_revenue").sentence
    assert findings(split(950, of=13), "fiscal_revenue") == []
    assert findings(split(1000), "fiscal_revenue") == []


def test_a_part_larger_than_the_whole() -> None:
    held = Figures().target("fiscal_revenue", "FY", 1000)
    held.target("fiscal_revenue", "FY", 9000, region="620100")
    assert "兰州的全年目标 9,000.0比甘肃省的还大" in findings(held, "fiscal_revenue")[0].sentence


def test_figures_without_a_target() -> None:
    held = Figures().actual("gdp", "2023-03", 6.7)
    assert [one.check for one in findings(held, None)] == [Check.NO_TARGET]


@settings(max_examples=50, deadline=None)
@given(
    st.lists(
        st.tuples(
            st.sampled_from(["funds_in_place", "gdp", "loan_balance", "cpi"]),
            st.sampled_from(["Q1", "H1", "Q3", "FY", "M04"]),
            st.floats(-1e6, 1e6),
            st.sampled_from(["amount", "growth"]),
            st.sampled_from(["at_least", "at_most", "about", "range", "above_nation"]),
            st.sampled_from(["floor", "target", "stretch"]),
        ),
        max_size=8,
    )
)
def test_no_targets_make_it_raise(rows: list[tuple[str, str, float, str, str, str]]) -> None:
    held = Figures()
    for indicator, horizon, value, measure, comparator, tier in rows:
        held.target(indicator, horizon, value, measure, comparator, tier=tier, upper=value + 1)
    assert all(one.sentence for one in findings(held, None))
