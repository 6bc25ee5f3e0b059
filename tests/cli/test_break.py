"""guoban break: a reason is asked, the mark is kept, and it can be taken away."""

from tests.cli.conftest import Guoban


def test_a_break_stops_derived_growth_and_can_be_removed(guoban: Guoban, blank: str) -> None:
    for month, value in (("2022-03", "100"), ("2023-03", "110")):
        guoban("record", "retail_sales", month, value, "--measure", "amount", "--ledger", blank)
    look = ("status", "--as-of", "2023-03", "--ledger", blank, "--json")
    assert guoban(*look).json[0]["value"] == 10.0
    said = guoban("break", "社零", "2023-01", "--reason", "口径调整", "--ledger", blank).out
    assert "2023 年 1 月起不可比（口径调整）" in said
    assert guoban(*look).json[0]["measure"] == "amount"
    assert "没有不可比" in guoban("break", "社零", "2023-01", "--remove", "--ledger", blank).out
    assert guoban(*look).json[0]["value"] == 10.0


def test_a_break_needs_a_reason_and_a_mark_to_remove(guoban: Guoban, blank: str) -> None:
    assert "--reason" in guoban("break", "gdp", "2023-01", "--ledger", blank).sentence
    assert "没有" in guoban("break", "gdp", "2023-01", "--remove", "--ledger", blank).sentence
