"""guoban indicator: one's own indicators of every kind, from adding to the board and its light."""

import pytest

from tests.cli.conftest import Guoban


def id_of(guoban: Guoban, ledger: str, *words: str) -> str:
    return str(guoban("indicator", "add", *words, "--ledger", ledger, "--json").json["id"])


def test_a_milestone_goes_from_not_started_to_done(guoban: Guoban, blank: str) -> None:
    said = guoban("indicator", "add", "办好兰洽会", "--kind", "milestone", "--ledger", blank)
    assert said.out.startswith("已新增指标：办好兰洽会（own_")
    said = guoban("target", "set", "办好兰洽会", "FY", "2023-07-10", "--year", "2023",
                  "--ledger", blank)  # fmt: skip
    assert "未设 → 7月10日" in said.out
    look = ("status", "--ledger", blank, "--json", "--as-of")
    for month, word, light, told in (
        ("2023-06", "未启动", "green", "尚未到期"),
        ("2023-07", "推进中", "yellow", "已过21天"),
        ("2023-08", "推进中", "red", "已过52天"),
        ("2023-09", "完成", "green", "完成"),
    ):
        recorded = guoban("record", "办好兰洽会", month, word, "--ledger", blank)
        assert f"{word}（快报）" in recorded.out
        (row,) = guoban(*look, month).json
        assert (row["stage"], row["light"], row["due_on"]) == (word, light, "2023-07-10")
        assert told in row["why"]
    table = guoban("status", "--ledger", blank, "--as-of", "2023-08").out
    assert "推进中" in table
    assert "7 月 10 日" in table
    log = guoban("history", "办好兰洽会", "2023-08", "--ledger", blank).out
    assert "空 → 推进中" in log


def test_what_is_no_stage_or_no_date_is_refused_in_a_sentence(guoban: Guoban, blank: str) -> None:
    guoban("indicator", "add", "办好兰洽会", "--kind", "milestone", "--ledger", blank)
    said = guoban("record", "办好兰洽会", "2023-06", "差不多", "--ledger", blank)
    assert said.sentence == "“差不多”不是清单任务的状态，请填 未启动、推进中、完成。"
    target = ("target", "set", "办好兰洽会", "FY")
    said = guoban(*target, "不久", "--year", "2023", "--ledger", blank)
    assert said.sentence == "“不久”不是时限，请写 2023-07-10 或 7月10日。"
    said = guoban(*target, "2023-02-30", "--year", "2023", "--ledger", blank)
    assert "不是时限" in said.sentence


def test_a_rank_is_entered_and_held_against_a_place(guoban: Guoban, blank: str) -> None:
    guoban("indicator", "add", "营商环境全国位次", "--kind", "rank", "--ledger", blank)
    said = guoban("target", "set", "营商环境全国位次", "FY", "20", "--year", "2023",
                  "--ledger", blank)  # fmt: skip
    assert "未设 → ≤20" in said.out
    for month, place, light in (("2023-03", "20", "green"), ("2023-06", "22", "yellow"),
                                ("2023-09", "23", "red")):  # fmt: skip
        guoban("record", "营商环境全国位次", month, place, "--ledger", blank)
        (row,) = guoban("status", "--ledger", blank, "--json", "--as-of", month).json
        assert (row["value"], row["light"], row["unit"]) == (float(place), light, "位")
        assert f"营商环境全国位次位次第{place}" in row["why"]
    said = guoban("record", "营商环境全国位次", "2023-10", "2.5", "--ledger", blank)
    assert "正整数" in said.sentence


def test_a_place_not_entered_is_worked_out_from_the_ranking(guoban: Guoban, sample: str) -> None:
    """天水 is third or so in its province by growth: its target “前 3 名” is judged by that."""
    guoban("target", "set", "gdp", "H1", "3", "--measure", "rank", "--year", "2023",
           "--region", "620500", "--ledger", sample)  # fmt: skip
    ranked = guoban("rank", "gdp", "--as-of", "2023-06", "--ledger", sample, "--json").json
    (place,) = [row["rank"] for row in ranked if row["region"] == "620500"]
    rows = guoban("status", "--region", "620500", "--as-of", "2023-06", "--ledger", sample,
                  "--json").json  # fmt: skip
    (row,) = [one for one in rows if one["measure"] == "rank"]
    assert (row["value"], row["derived"]) == (float(place), True)
    assert row["light"] == ("green" if place <= 3 else "yellow" if place <= 5 else "red")
    assert "（推算）" in row["why"]


@pytest.mark.parametrize(
    ("kind", "unit", "value", "target", "light"),
    [
        ("flow", "亿元", "30", "60", "green"),
        ("rate", "%", "5.5", "6", "yellow"),
        ("stock", "亿元", "98", "100", "red"),
    ],
)
def test_amounts_rates_and_balances_of_ones_own(
    guoban: Guoban, blank: str, kind: str, unit: str, value: str, target: str, light: str
) -> None:
    name = id_of(guoban, blank, "数字经济", "--kind", kind, "--unit", unit)
    guoban("record", name, "2023-06", value, "--ledger", blank)
    guoban("target", "set", name, "FY", target, "--year", "2023", "--ledger", blank)
    (row,) = guoban("status", "--as-of", "2023-06", "--ledger", blank, "--json").json
    assert (row["light"], row["unit"], row["kind"]) == (light, unit, kind.upper())


def test_the_catalogue_is_listed_with_what_is_ones_own(guoban: Guoban, blank: str) -> None:
    said = guoban("indicator", "list", "--own", "--ledger", blank)
    assert "还没有自己加的指标" in said.out
    name = id_of(guoban, blank, "数字经济", "--kind", "flow", "--unit", "亿元", "--id", "digital",
                 "--lever", "工业", "--sums")  # fmt: skip
    assert name == "digital"
    (own,) = guoban("indicator", "list", "--own", "--ledger", blank, "--json").json
    assert (own["lever"], own["aggregation"], own["own"]) == ("工业", "sum", True)
    every = guoban("indicator", "list", "--ledger", blank)
    assert "数字经济" in every.out
    assert "地区生产总值" in every.out


def test_a_word_for_no_kind_is_answered_with_those_there_are(guoban: Guoban, blank: str) -> None:
    said = guoban("indicator", "add", "数字经济", "--kind", "sum", "--ledger", blank)
    assert "flow（累计量）、rate（增速或比率）" in said.sentence
