"""guoban target: versions are added, the one in force is listed, the board follows."""

from pathlib import Path

import pytest

from tests.cli.conftest import Guoban


def test_a_target_is_set_and_judged_at_once(guoban: Guoban, blank: str) -> None:
    guoban("record", "funds_in_place", "2023-04", "1046.5", "--ledger", blank)
    said = guoban("target", "set", "funds_in_place", "FY", "3000", "--year", "2023",
                  "--ledger", blank)  # fmt: skip
    assert said.code == 0
    assert "未设 → 3,000" in said.out
    (row,) = guoban("status", "--ledger", blank, "--json").json
    assert (row["target"], row["comparator"], row["tier"]) == (3000.0, "at_least", "target")
    assert row["light"] == "green"


def test_a_new_version_tells_the_old_one(guoban: Guoban, blank: str) -> None:
    words = ("target", "set", "funds_in_place", "FY")
    guoban(*words, "3000", "--year", "2023", "--ledger", blank)
    said = guoban(*words, "3200", "--year", "2023", "--effective", "2023-08-01",
                  "--document", "省政办1号", "--reason", "年中调整", "--ledger", blank)  # fmt: skip
    assert "3,000 → 3,200，2023-08-01 起生效" in said.out
    july = guoban("target", "list", "--as-of", "2023-07", "--ledger", blank, "--json").json
    august = guoban("target", "list", "--as-of", "2023-08", "--ledger", blank, "--json").json
    assert [one["value"] for one in july + august] == [3000.0, 3200.0]
    assert (august[0]["document"], august[0]["reason"]) == ("省政办1号", "年中调整")


def test_a_version_that_a_later_one_replaces_is_told(guoban: Guoban, blank: str) -> None:
    words = ("target", "set", "cpi", "FY")
    rest = ("--year", "2023", "--comparator", "at_most", "--ledger", blank)
    guoban(*words, "3", *rest, "--effective", "2023-08-01")
    said = guoban(*words, "3.5", *rest)
    assert "未设 → ≤3.5%" in said.out
    assert "2023-08-01 起仍是 ≤3.0%" in said.out


def test_the_same_target_again_changes_nothing(guoban: Guoban, blank: str) -> None:
    words = ("target", "set", "gdp", "FY", "6", "--year", "2023", "--ledger", blank)
    first, again = guoban(*words, "--json").json, guoban(*words, "--json").json
    assert (first["old"], first["value"], first["changed"]) == (None, 6.0, True)
    assert (again["old"], again["value"], again["changed"]) == (6.0, 6.0, False)
    assert "已经是 6.0%，没有变化" in guoban(*words).out


def test_ceilings_tiers_and_negative_growth(guoban: Guoban, blank: str) -> None:
    rest = ("--year", "2023", "--ledger", blank)
    guoban("target", "set", "energy_consumption", "FY", "8600", "--comparator", "at_most", *rest)
    guoban("target", "set", "gdp", "FY", "5.5", "--tier", "floor", *rest)
    guoban("target", "set", "real_estate_investment", "H1", "-2", "--comparator", "about", *rest)
    said = guoban("target", "list", "--year", "2023", "--ledger", blank)
    for words in ("≤8,600", "确保", "−2.0%左右", "上半年"):
        assert words in said.out


def test_the_public_ledger_lists_its_targets(guoban: Guoban, public: str) -> None:
    held = guoban("target", "list", "--ledger", public, "--json").json
    assert ("funds_in_place", "Q1", 600.0) in [
        (one["indicator"], one["horizon"], one["value"]) for one in held
    ]


def test_a_year_without_targets_says_so(guoban: Guoban, blank: str) -> None:
    assert "2023 年还没有目标" in guoban("target", "list", "--year", "2023", "--ledger", blank).out


@pytest.mark.parametrize(
    ("words", "named"),
    [
        (("nothing", "FY", "1"), "nothing"),
        (("gdp", "H3", "1"), "H3"),
        (("gdp", "FY", "六"), "六"),
        (("gdp", "FY", "6", "--comparator", "exactly"), "exactly"),
        (("gdp", "FY", "6", "--tier", "roof"), "roof"),
        (("gdp", "FY", "6", "--measure", "speed"), "speed"),
        (("gdp", "FY", "6", "--effective", "15.1.2023"), "15.1.2023"),
        (("gdp", "M04", "6"), "4月"),
    ],
)
def test_bad_input_is_refused_in_one_sentence(
    guoban: Guoban, blank: str, words: tuple[str, ...], named: str
) -> None:
    said = guoban("target", "set", *words, "--year", "2023", "--ledger", blank)
    assert said.code == 1
    assert named in said.sentence
    assert guoban("target", "list", "--year", "2023", "--ledger", blank, "--json").json == []


def test_a_range_a_tolerance_and_a_target_in_step_are_judged(guoban: Guoban, blank: str) -> None:
    for indicator, value in (("cpi", "2.5"), ("gdp", "6.8"), ("urban_income", "5.6")):
        guoban("record", indicator, "2023-06", value, "--ledger", blank)
    year = ("--year", "2023", "--ledger", blank)
    guoban("target", "set", "cpi", "FY", "1", "--comparator", "range", "--upper", "3", *year)
    guoban("target", "set", "gdp", "FY", "7", "--comparator", "about", "--tolerance", "0.3", *year)
    guoban("target", "set", "urban_income", "FY", "0", "--comparator", "in_step", *year)
    found = {row["indicator"]: row for row in guoban("status", "--ledger", blank, "--json").json}
    assert (found["cpi"]["gap"], found["cpi"]["target_upper"]) == (0.0, 3.0)
    assert found["gdp"]["gap"] == pytest.approx(0.1)
    assert found["urban_income"]["gap"] == pytest.approx(-1.2)
    assert found["urban_income"]["light"] == "red"


def test_a_range_without_upper_end_and_an_unknown_reference_are_told(
    guoban: Guoban, blank: str
) -> None:
    words = ("target", "set", "cpi", "FY", "1", "--year", "2023", "--ledger", blank)
    assert "上限" in guoban(*words, "--comparator", "range").sentence
    said = guoban(*words, "--comparator", "in_step", "--reference", "nothing")
    assert "nothing" in said.sentence


def test_the_list_tells_what_was_known_on_a_day(guoban: Guoban, blank: str) -> None:
    set_target = ("target", "set", "gdp", "FY", "--year", "2023", "--ledger", blank)
    guoban(*set_target[:4], "6", *set_target[4:])
    guoban(*set_target[:4], "6.5", *set_target[4:], "--effective", "2023-06-01")
    listed = ("target", "list", "--year", "2023", "--ledger", blank, "--json")
    assert [one["value"] for one in guoban(*listed).json] == [6.5]
    assert [one["value"] for one in guoban(*listed, "--known-on", "2023-05-01").json] == [6]


def test_a_responsibility_document_is_planned_and_imported_in_one_step(
    guoban: Guoban, blank: str, tmp_path: Path
) -> None:
    path = tmp_path / "责任书.csv"
    path.write_text(
        "2023年目标责任书,,,,\n指标,单位,全年目标,上半年,责任单位\n"
        "招商引资到位资金,亿元,3000,1500,省商务厅\n居民消费价格涨幅,%,控制在3%以内,,\n幸福指数,分,95,,\n",
        encoding="utf-8",
    )
    words = ("target", "import", str(path), "--ledger", blank)
    said = guoban(*words, "--dry-run").out
    assert "会写入 3 个数" in said
    assert "甘肃CPI 2023 全年目标 同比：空 → ≤3%" in said
    assert "A5" in said
    assert guoban("target", "list", "--year", "2023", "--ledger", blank, "--json").json == []
    plan = guoban(*words, "--json").json
    assert (plan["written"], plan["owners"]) == (3, ["owner.funds_in_place"])
    listed = guoban("target", "list", "--year", "2023", "--ledger", blank, "--json").json
    assert len(listed) == 3
    owned = guoban("target", "owners", "--person", "省商务厅", "--ledger", blank, "--json").json
    assert "funds_in_place" in [one["indicator"] for one in owned]
    assert "已写入 0 个数，3 个没有变化" in guoban(*words).out
