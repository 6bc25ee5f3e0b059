"""guoban rank: who is first, who shares a place, who moved, who has no data."""

from tests.cli.conftest import Guoban


def test_gdp_of_a_quarter_puts_prefectures_and_the_new_area_in_order(
    guoban: Guoban, sample: str
) -> None:
    found = guoban("rank", "gdp", "--ledger", sample, "--as-of", "2023-03", "--json").json
    assert len(found) == 15
    assert set(found[0]) == {
        "rank", "tied", "region", "name", "value", "previous_rank", "rank_change", "light"
    }  # fmt: skip
    values = [row["value"] for row in found]
    assert values == sorted(values, reverse=True)
    assert "620171" in {row["region"] for row in found}
    for row in found:
        assert row["rank"] == 1 + sum(value > row["value"] for value in values)
        assert row["tied"] == (values.count(row["value"]) > 1)


def test_completion_of_a_task_follows_the_picture(guoban: Guoban, sample: str) -> None:
    words = ("--measure", "completion", "--as-of", "2023-04", "--ledger", sample)
    first = guoban("rank", "funds_in_place", *words, "--json").json[0]
    assert (first["name"], first["rank"], first["rank_change"]) == ("金昌市", 1, 1)
    text = guoban("rank", "招商引资", *words).out
    assert "▲1" in text
    assert "43.2%" in text
    assert "示例数据" in text


def test_an_amount_is_ranked_by_amount_unless_said(guoban: Guoban, sample: str) -> None:
    words = ("--as-of", "2023-04", "--ledger", sample)
    found = guoban("rank", "funds_in_place", "--level", "prefecture", *words, "--json").json
    assert found[0]["name"] == "兰州市"
    assert len(found) == 14
    assert "亿元" in guoban("rank", "funds_in_place", *words).out
    assert "进位" not in guoban("rank", "gdp", "--measure", "movement", *words).out


def test_those_without_data_are_listed_and_nothing_is_said_so(guoban: Guoban, public: str) -> None:
    words = ("--as-of", "2023-03", "--ledger", public)
    assert "没有数据：" in guoban("rank", "gdp", *words).out
    assert "各地都没有数据" in guoban("rank", "cpi", *words).out


def test_unknown_words_are_named(guoban: Guoban, sample: str) -> None:
    assert "speed" in guoban("rank", "gdp", "--measure", "speed", "--ledger", sample).sentence
    assert "town" in guoban("rank", "gdp", "--level", "town", "--ledger", sample).sentence
    assert "nothing" in guoban("rank", "nothing", "--ledger", sample).sentence
