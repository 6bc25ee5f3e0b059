"""guoban event: add, list and remove what is flagged on the axis of pictures."""

from tests.cli.conftest import Guoban


def test_events_are_added_listed_and_removed(guoban: Guoban, blank: str) -> None:
    on = ("--ledger", blank)
    assert guoban("event", "list", *on).out == "没有记大事。\n"
    assert "2023-07-06 兰洽会" in guoban("event", "add", "2023-07-06", "兰洽会", *on).out
    said = guoban("event", "add", "2023-04", "开工", "--indicator", "GDP", "--region", "兰州", *on)
    assert said.code == 0
    listed = guoban("event", "list", *on).out.splitlines()
    assert [line.split()[1:3] for line in listed[1:]] == [
        ["2023-04", "开工"],
        ["2023-07-06", "兰洽会"],
    ]
    assert "全部" in listed[2]
    (here,) = guoban("event", "list", "--region", "620100", "--json", *on).json
    assert (here["indicator"], here["region"]) == ("gdp", "620100")
    assert "已去掉" in guoban("event", "remove", here["id"][:8], *on).out
    assert len(guoban("event", "list", "--json", *on).json) == 1
    assert "没有大事" in guoban("event", "remove", "开工", *on).sentence


def test_an_event_needs_a_date(guoban: Guoban, blank: str) -> None:
    assert "2023-04" in guoban("event", "add", "四月", "开工", "--ledger", blank).sentence
