"""guoban rules: rules of one's own are copied, edited and used; what flips is seen before."""

from tests.cli.conftest import Guoban

LOOK = ("--as-of", "2023-04", "--ledger")


def test_the_shipped_rules_are_listed_and_one_is_in_use(guoban: Guoban, blank: str) -> None:
    found = guoban("rules", "list", "--ledger", blank, "--json").json
    assert [(one["name"], one["used"], one["own"]) for one in found] == [
        ("默认", True, False), ("银川2025", False, False),
        ("天津2022", False, False), ("甘肃2011", False, False),
    ]  # fmt: skip
    table = guoban("rules", "list", "--ledger", blank).out
    assert "≥0 达标；＞−10 达标 接近；≥−30 临界" in table


def test_a_dry_run_shows_what_would_flip_and_saves_nothing(guoban: Guoban, sample: str) -> None:
    said = guoban("rules", "use", "银川2025", "--dry-run", *LOOK, sample)
    assert "只是先看：甘肃省截至 2023 年 4 月，" in said.out
    assert "外贸进出口总值　滞后 → 接近" in said.out
    before = guoban("rules", "list", "--ledger", sample, "--json").json
    assert before[0]["used"]
    assert "规则还没有改过" in guoban("rules", "history", "--ledger", sample).out


def test_a_change_without_a_reason_is_refused(guoban: Guoban, blank: str) -> None:
    said = guoban("rules", "use", "银川2025", "--ledger", blank)
    assert said.sentence.startswith("改规则要写理由，请加 --reason")


def test_a_copy_is_edited_used_and_judges_the_board(guoban: Guoban, sample: str) -> None:
    why = ("--reason", "市政府常务会议定")
    guoban("rules", "copy", "默认", "我市", *why, *LOOK, sample)
    ladder = ("--flow", "≥0 达标；≥-10 临界", "--catch-up")
    guoban("rules", "set", "我市", *ladder, *why, *LOOK, sample)
    said = guoban("rules", "use", "我市", *why, *LOOK, sample, "--json").json
    assert said["changed"]
    assert ("foreign_trade", "red", "yellow") in [
        (one["indicator"], one["before"], one["after"]) for one in said["flips"]
    ]
    rows = guoban("status", *LOOK, sample, "--json").json
    (trade,) = [row for row in rows if row["indicator"] == "foreign_trade" and row["headline"]]
    assert trade["light"] == "yellow"
    log = guoban("rules", "history", "--ledger", sample, "--json").json
    assert [one["text"] for one in log] == [
        "选用亮灯规则 我市", "改亮灯规则 我市", "另存亮灯规则 默认 为 我市",
    ]  # fmt: skip
    assert {one["reason"] for one in log} == {"市政府常务会议定"}
    assert guoban("check", "--ledger", sample).code == 0


def test_wrong_ladders_and_shipped_rules_are_answered_in_a_sentence(
    guoban: Guoban, blank: str
) -> None:
    rest = ("--reason", "试", "--ledger", blank)
    assert "是自带的规则" in guoban("rules", "set", "默认", "--flow", "≥0 达标", *rest).sentence
    guoban("rules", "copy", "默认", "我市", *rest)
    said = guoban("rules", "set", "我市", "--flow", "≥0 达标；≥5 临界", *rest)
    assert said.sentence == "累计类的第 2 档的界限要比上一档低，否则永远亮不到这一档。"
    said = guoban("rules", "set", "我市", "--rank", "前五", *rest)
    assert "不是一档规则" in said.sentence


def test_the_yard_stick_of_an_indicator_is_chosen(guoban: Guoban, sample: str) -> None:
    said = guoban("rules", "pace", "foreign_trade", "seasonal", "--reason", "上半年淡季",
                  *LOOK, sample)  # fmt: skip
    assert said.code == 0, said.err
    rows = guoban("status", *LOOK, sample, "--json").json
    (trade,) = [row for row in rows if row["indicator"] == "foreign_trade" and row["headline"]]
    assert trade["pace_name"] == "seasonal"
    guoban("rules", "copy", "默认", "旧", "--reason", "试", *LOOK, sample)
    said = guoban("rules", "remove", "旧", "--reason", "不用", *LOOK, sample)
    assert "没有灯会变" in said.out


def test_points_by_hand_stand_on_the_score_sheet_with_their_reasons(
    guoban: Guoban, sample: str
) -> None:
    said = guoban("adjust", "1.5", "--reason", "获国务院督查激励", *LOOK, sample)
    assert "已记：甘肃省 2023年全年加1.50分，获国务院督查激励；这张表共 1 笔。" in said.out
    guoban("adjust", "-20", "--reason", "数据迟报", *LOOK, sample)
    (sheet,) = guoban("score", *LOOK, sample, "--json").json
    assert (sheet["bonus"], sheet["deduction"]) == (1.5, 10.0), "both are capped"
    assert sheet["total"] == sheet["points"] + 1.5 - 10.0
    report = guoban("score", *LOOK, sample).out
    assert "−20.00 分：数据迟报" in report
    assert "＋加分1.50－扣分10.00＝" in report
    assert guoban("adjust", "3", *LOOK, sample).sentence == "加分扣分要写理由，请补上。"
