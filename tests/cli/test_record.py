"""guoban record and history: a figure is written, explained, and never lost."""

import pytest

from tests.cli.conftest import Guoban


def test_a_figure_is_recorded_and_told(guoban: Guoban, blank: str) -> None:
    said = guoban("record", "funds_in_place", "2023-04", "1046.5", "--ledger", blank)
    assert said.code == 0
    assert "1,046.5亿元（快报），此前没有数" in said.out
    (row,) = guoban("status", "--ledger", blank, "--as-of", "2023-04", "--json").json
    assert (row["value"], row["measure"], row["light_word"]) == (1046.5, "amount", "未设目标")


def test_typing_again_tells_the_old_figure(guoban: Guoban, blank: str) -> None:
    guoban("record", "funds_in_place", "2023-04", "1046.5", "--ledger", blank)
    said = guoban("record", "funds_in_place", "2023-04", "1050", "--ledger", blank)
    assert "1,050.0亿元（快报），此前为 1,046.5亿元" in said.out
    log = guoban("history", "funds_in_place", "2023-04", "--ledger", blank, "--json").json
    assert [(entry["old"], entry["new"]) for entry in log] == [(1046.5, 1050.0), (None, 1046.5)]
    assert [entry["current"] for entry in log] == [True, False]


def test_a_negative_number_is_a_plain_argument(guoban: Guoban, blank: str) -> None:
    said = guoban("record", "cpi", "2023-06", "-0.3", "--measure", "growth", "--ledger", blank)
    assert said.code == 0
    assert "−0.3%" in said.out
    (entry,) = guoban("history", "cpi", "2023-06", "--ledger", blank, "--json").json
    assert entry["new"] == -0.3


def test_every_word_about_a_figure_is_kept(guoban: Guoban, blank: str) -> None:
    guoban(
        "record", "gdp", "2023-06", "5", "--measure", "rank", "--status", "published",
        "--published-on", "2023-07-17", "--source", "统计局", "--note", "并列", "--author", "李四",
        "--ledger", blank,
    )  # fmt: skip
    told = guoban("history", "gdp", "2023-06", "--measure", "rank", "--ledger", blank)
    assert "空 → 5" in told.out
    for word in ("公布", "2023-07-17", "统计局", "并列", "李四", "现行"):
        assert word in told.out


def test_a_figure_that_does_not_stand_is_told_with_the_reason(guoban: Guoban, public: str) -> None:
    said = guoban(
        "record", "gdp", "2022-12", "4.4", "--status", "estimate", "--published-on", "2023-01-10",
        "--ledger", public,
    )  # fmt: skip
    recorded, standing = said.out.splitlines()
    assert "4.4%（预计）" in recorded
    assert standing == "现行数仍是 4.6%（最终核实）：没有公布日期的最终核实数优先。"


def test_an_earlier_publication_yields_to_a_later_one(guoban: Guoban, blank: str) -> None:
    words = ("record", "cpi", "2023-06", "--ledger", blank, "--published-on")
    guoban(*words, "2023-07-10", "0.2")
    said = guoban(*words, "2023-07-05", "0.1")
    assert "现行数仍是 0.2%（快报，2023-07-10 公布）：它的公布日期更晚。" in said.out
    said = guoban(*words, "2023-07-10", "0.3", "--status", "estimate")
    assert "同日公布的数中快报优先" in said.out


def test_the_same_figure_again_changes_nothing(guoban: Guoban, blank: str) -> None:
    guoban("record", "cpi", "2023-06", "0.2", "--ledger", blank)
    before = guoban("history", "cpi", "2023-06", "--ledger", blank, "--json").json
    said = guoban("record", "cpi", "2023-06", "0.2", "--ledger", blank)
    assert said.code == 0
    after = guoban("history", "cpi", "2023-06", "--ledger", blank, "--json").json
    assert ("没有变化" in said.out) == (len(after) == len(before))


def test_the_log_of_an_empty_cell_says_so(guoban: Guoban, blank: str) -> None:
    assert "没有记录" in guoban("history", "cpi", "2023-06", "--ledger", blank).out
    assert guoban("history", "cpi", "2023-06", "--ledger", blank, "--json").json == []


def test_a_script_is_told_what_was_recorded_and_what_stands(guoban: Guoban, public: str) -> None:
    said = guoban("record", "gdp", "2022-12", "4.4", "--status", "estimate", "--ledger", public,
                  "--json").json  # fmt: skip
    assert (said["value"], said["old"], said["changed"]) == (4.4, 4.6, True)
    assert (said["current"], said["current_status"]) == (4.6, "final")


@pytest.mark.parametrize(
    ("words", "named"),
    [
        (("no_such_thing", "2023-04", "1"), "no_such_thing"),
        (("cpi", "2023-13", "1"), "2023-13"),
        (("cpi", "2027-01", "1"), "2027-01 还没有到"),
        (("funds_in_place", "2023-01", "1"), "2023-02"),
        (("gdp", "2023-04", "1"), "2023-04"),
        (("cpi", "2023-06", "1.2.3"), "两个小数点"),
        (("cpi", "2023-06", "-1.2.3"), "两个小数点"),
        (("cpi", "2023-06", "大约三"), "大约三"),
        (("cpi", "2023-06", "—"), "没有数"),
        (("cpi", "2023-06", "1", "--measure", "speed"), "speed"),
        (("cpi", "2023-06", "1", "--basis", "weekly"), "weekly"),
        (("cpi", "2023-06", "1", "--status", "rumour"), "rumour"),
        (("cpi", "2023-06", "1", "--published-on", "昨天"), "昨天"),
        (("cpi", "2023-06", "1", "--region", "999999"), "999999"),
        (("loan_balance", "2023-06", "1", "--basis", "ytd"), "余额"),
    ],
)
def test_bad_input_is_refused_in_one_sentence(
    guoban: Guoban, blank: str, words: tuple[str, ...], named: str
) -> None:
    said = guoban("record", *words, "--ledger", blank)
    assert said.code == 1
    assert named in said.sentence
    assert guoban("status", "--ledger", blank, "--as-of", "2023-06", "--json").json == []
