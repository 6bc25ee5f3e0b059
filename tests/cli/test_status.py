"""guoban status: the worked examples of the domain, and the table for people."""

from typing import Any

import pytest

from tests.cli.conftest import Guoban

FIELDS = {
    "indicator", "name", "kind", "region", "measure", "as_of", "month", "value", "unit",
    "horizon", "tier", "target", "comparator", "completion", "pace", "pace_name",
    "pace_gap_pp", "gap", "needed_per_month", "effort", "light", "light_word", "why",
    "derived", "headline", "double_half",
}  # fmt: skip


def row(rows: list[dict[str, Any]], indicator: str, horizon: str | None) -> dict[str, Any]:
    """Return the row of an indicator and horizon."""
    (found,) = [r for r in rows if (r["indicator"], r["horizon"]) == (indicator, horizon)]
    return found


def test_a_row_has_every_field_a_script_counts_on(guoban: Guoban, public: str) -> None:
    rows = guoban("status", "--ledger", public, "--as-of", "2023-03", "--json").json
    assert rows
    assert all(set(one) >= FIELDS for one in rows)


def test_funds_in_place_in_the_first_quarter(guoban: Guoban, public: str) -> None:
    rows = guoban("status", "--ledger", public, "--as-of", "2023-03", "--json").json
    funds = row(rows, "funds_in_place", "Q1")
    assert funds["completion"] == pytest.approx(1.2568, abs=5e-5)
    assert funds["gap"] == pytest.approx(154.1)
    assert (funds["kind"], funds["unit"], funds["tier"]) == ("FLOW", "亿元", "target")
    assert (funds["as_of"], funds["month"], funds["region"]) == ("2023-03", "2023-03", "620000")
    assert (funds["light"], funds["light_word"], funds["headline"]) == ("green", "达标", True)
    assert "754.1" in funds["why"]
    assert not [r for r in rows if r["indicator"] == "funds_in_place" and r["horizon"] == "FY"]


def test_loans_meet_the_quarter_and_miss_the_year_by_a_tenth(guoban: Guoban, public: str) -> None:
    rows = guoban("status", "--ledger", public, "--as-of", "2023-03", "--json").json
    quarter, year = row(rows, "loan_balance", "Q1"), row(rows, "loan_balance", "FY")
    assert (quarter["gap"], quarter["light"]) == (pytest.approx(0.9), "green")
    assert (year["gap"], year["light"]) == (pytest.approx(-0.1), "yellow")
    assert (quarter["headline"], year["headline"]) == (True, False)
    assert (year["completion"], year["pace"], year["pace_name"]) == (None, None, None)


def test_the_lists_are_past_half_in_june(guoban: Guoban, public: str) -> None:
    rows = guoban("status", "--ledger", public, "--as-of", "2023-06", "--json").json
    lists = row(rows, "listed_project_investment", "FY")
    assert lists["completion"] == pytest.approx(0.5302, abs=5e-5)
    assert lists["pace_gap_pp"] == pytest.approx(3.02, abs=5e-3)
    assert lists["needed_per_month"] == pytest.approx(443.7, abs=0.05)
    assert lists["double_half"]["half_met"] is True
    assert lists["double_half"]["plan_met"] is None
    assert lists["double_half"]["verdict"] == "双过半"


@pytest.mark.parametrize(
    ("known_on", "gap"), [("2023-01-15", -2.3), ("2023-01-31", -2.0), (None, -1.9)]
)
def test_gdp_of_2022_as_it_was_known(
    guoban: Guoban, public: str, known_on: str | None, gap: float
) -> None:
    when = ("--known-on", known_on) if known_on else ()
    rows = guoban("status", "--ledger", public, "--as-of", "2022-12", *when, "--json").json
    assert row(rows, "gdp", "FY")["gap"] == pytest.approx(gap)


def test_an_indicator_without_a_target_is_listed_with_nothing_to_judge(
    guoban: Guoban, public: str
) -> None:
    rows = guoban("status", "--ledger", public, "--as-of", "2023-06", "--json").json
    bare = [one for one in rows if one["horizon"] is None]
    assert bare
    assert {(one["target"], one["light"], one["light_word"]) for one in bare} == {
        (None, "none", "未设目标")
    }


def test_energy_and_foreign_trade_of_the_sample_in_april(guoban: Guoban, sample: str) -> None:
    rows = guoban("status", "--ledger", sample, "--as-of", "2023-04", "--json").json
    energy = row(rows, "energy_consumption", "FY")
    assert energy["completion"] == pytest.approx(0.3273, abs=5e-5)
    assert energy["pace_gap_pp"] == pytest.approx(0.60, abs=5e-3)
    assert (energy["comparator"], energy["light"]) == ("at_most", "green")
    assert (energy["effort"], energy["double_half"]) == (None, None)
    trade = row(rows, "foreign_trade", "FY")
    assert (trade["pace_gap_pp"], trade["light"]) == (pytest.approx(-6.66, abs=5e-3), "red")
    assert trade["double_half"]["needed_per_month"] == pytest.approx(72.3, abs=0.05)
    assert trade["half_effort"] == pytest.approx(1.75, abs=5e-3)


def test_the_table_says_light_names_values_and_the_finding(guoban: Guoban, sample: str) -> None:
    said = guoban("status", "--ledger", sample, "--as-of", "2023-04")
    assert said.code == 0
    heading, *_, finding = said.out.splitlines()
    assert "示例数据" in heading
    assert "截至 2023 年 4 月" in heading
    assert "17 项指标" in finding
    (trade,) = [line for line in said.out.splitlines() if "外贸进出口总值" in line]
    assert trade.startswith("◆ 滞后")
    assert "165.4" in trade
    assert "−6.7" in trade


def test_a_region_is_found_by_code_or_name(guoban: Guoban, sample: str) -> None:
    by_code = guoban("status", "--ledger", sample, "--region", "620100", "--json").json
    assert by_code == guoban("status", "--ledger", sample, "--region", "兰州市", "--json").json
    assert {one["region"] for one in by_code} == {"620100"}


def test_a_ledger_with_nothing_in_it_says_so(guoban: Guoban, blank: str) -> None:
    said = guoban("status", "--ledger", blank)
    assert "2026 年还没有目标，也没有数据" in said.out
    assert guoban("status", "--ledger", blank, "--json").json == []


def test_the_month_is_the_latest_with_a_figure(guoban: Guoban, public: str) -> None:
    rows = guoban("status", "--ledger", public, "--json").json
    assert {one["as_of"] for one in rows} == {"2023-06"}


def test_margin_and_yard_sticks_stand_beside_the_light(guoban: Guoban, sample: str) -> None:
    found = guoban("status", "--ledger", sample, "--as-of", "2023-04", "--json").json
    rows = {row["indicator"]: row for row in found if row["headline"]}
    trade = rows["foreign_trade"]
    assert trade["margin"]["spare"] is None
    assert trade["margin"]["lacking"]["light"] == "yellow"
    assert trade["margin_words"] == "再多10.3亿元（相当于0.2个月的任务）可升为临界。"
    assert [stick["name"] for stick in trade["yardsticks"]] == ["linear", "plan", "seasonal"]
    assert len(trade["yardsticks"][2]["band"]) == 2
    assert trade["yardsticks"][2]["refused"] is None
    assert (rows["farmland_built"]["margin"], rows["gdp"]["yardsticks"]) == (None, [])


def test_growth_carries_its_two_year_average(guoban: Guoban, blank: str) -> None:
    for month, value in (("2022-06", "4.0"), ("2023-06", "6.8")):
        guoban("record", "gdp", month, value, "--ledger", blank)
    (row,) = guoban("status", "--ledger", blank, "--json", "--as-of", "2023-06").json
    assert row["two_year_average"] == 5.4
    (row,) = guoban("status", "--ledger", blank, "--json", "--as-of", "2022-06").json
    assert row["two_year_average"] is None
