"""guoban review and guoban case: the four stages and their matters without a screen."""

from pathlib import Path

from tests.cli.conftest import Guoban

JUNE = ("--as-of", "2023-06")


def test_a_case_is_worked_off_from_opening_to_closing(guoban: Guoban, sample: str) -> None:
    on = ("--ledger", sample)
    assert guoban("case", "list", *on).out == "没有督查事项。\n"
    opened = guoban("case", "open", "foreign_trade", "--reason", "原料进口后移", *JUNE, *on)
    assert "甘肃省外贸进出口总值，待报措施" in opened.out
    assert "还没有销号" in guoban("case", "open", "foreign_trade", *JUNE, *on).sentence
    (held,) = guoban("case", "list", "--json", *on).json
    name = held["id"][:8]
    assert (held["state"], held["department"]) == ("awaited", "省商务厅")
    assert "整改措施还没有写" in guoban("case", "submit", name, *on).sentence
    wrong = guoban("case", "open", "gdp", "--due", "七月", *JUNE, *on)
    assert "不是日期" in wrong.sentence
    guoban("case", "open", "gdp", "--reason", "a", "--measure", "b", *JUNE, *on)
    second = next(one for one in guoban("case", "list", "--json", *on).json if one != held)
    gdp = second["id"]
    assert "整改中" in guoban("case", "note", gdp, "两家已复产", "--author", "甲", *on).out
    assert "待复核" in guoban("case", "submit", gdp, "--author", "甲", *on).out
    assert "要由另一个人销号" in guoban("case", "close", gdp, "--author", "甲", *on).sentence
    assert "已销号" in guoban("case", "close", gdp, "--author", "乙", *on).out
    assert "整改中" in guoban("case", "reopen", gdp, *on).out
    assert len(guoban("case", "list", "--open", "--json", *on).json) == 2


def test_closing_under_a_red_light_says_so(guoban: Guoban, sample: str) -> None:
    on = ("--ledger", sample, "--author")
    guoban("case", "open", "foreign_trade", "--reason", "a", "--measure", "b", *JUNE, *on, "甲")
    (held,) = guoban("case", "list", "--json", "--ledger", sample).json
    guoban("case", "submit", held["id"], *on, "甲")
    said = guoban("case", "close", held["id"], *on, "乙")
    assert said.code == 0
    assert "还是滞后" in said.err
    assert "销号前请核实" in said.err


def test_review_prints_each_stage_of_the_sample(guoban: Guoban, sample: str) -> None:
    on = (*JUNE, "--ledger", sample)
    listed = guoban("review", "--stage", "inspection", "--json", *on).json
    assert listed["title"] == "2023 年半年督查清单"
    assert len(listed["lines"]) == 75
    trade = next(
        line
        for line in listed["lines"]
        if (line["indicator"], line["region"]) == ("foreign_trade", "620000")
    )
    assert trade["light"] == "red"
    assert (trade["cells"]["差"], trade["cells"]["目标"]) == ("−7.6", "310.0 亿元")
    assert "半年督查 75 项" in guoban("review", "--stage", "inspection", *on).out
    one = guoban("review", "--stage", "inspection", "--region", "兰州", "--json", *on).json
    assert {line["region"] for line in one["lines"]} == {"620100"}
    assert "6 月跟进：" in guoban("review", "--stage", "follow_up", *on).out
    assert "地区第一 金昌市" in guoban("review", "--stage", "assessment", *on).out
    assert "12 月有数后总评" in guoban("review", "--stage", "appraisal", *on).out


def test_review_writes_files_and_refuses_other_kinds(
    guoban: Guoban, sample: str, tmp_path: Path
) -> None:
    on = ("review", "--stage", "inspection", *JUNE, "--ledger", sample, "--out")
    for name in ("清单.xlsx", "清单.docx"):
        assert guoban(*on, name).code == 0
        assert (tmp_path / name).stat().st_size > 1000
    assert "没有覆盖" in guoban(*on, "清单.xlsx").sentence
    assert ".xlsx 或 .docx" in guoban(*on, "清单.pdf").sentence
