"""guoban estimate, whatif and score: what may come, what it would take, and what it counts."""

import pytest

from tests.cli.conftest import Guoban

ESTIMATE_FIELDS = {
    "horizon", "point", "low50", "high50", "low80", "high80", "method", "probability",
    "backtest_mae", "years_used", "refused",
}  # fmt: skip


def test_an_estimate_has_a_point_two_intervals_and_how_wrong_it_was(
    guoban: Guoban, sample: str
) -> None:
    words = ("estimate", "funds_in_place", "--as-of", "2023-04", "--ledger", sample)
    half, year = guoban(*words, "--json").json
    assert set(half) == ESTIMATE_FIELDS
    assert (half["horizon"], year["horizon"]) == ("H1", "FY")
    assert half["low80"] < half["low50"] < half["point"] < half["high50"] < half["high80"]
    assert len(half["years_used"]) >= 3
    assert half["refused"] is None
    text = guoban(*words).out
    assert "八成可能" in text
    assert "照现在速度" in text
    assert "示例数据" in text


def test_too_little_history_is_refused_in_a_sentence(guoban: Guoban, public: str) -> None:
    words = ("estimate", "gdp", "--as-of", "2023-06", "--ledger", public)
    only = guoban(*words, "--json").json[0]
    assert only["point"] is None
    assert "资料不足" in only["refused"]
    assert "资料不足" in guoban(*words).out


def test_the_error_of_a_growth_is_in_points_and_december_needs_no_estimate(
    guoban: Guoban, sample: str
) -> None:
    growth = guoban("estimate", "gdp", "--as-of", "2023-06", "--ledger", sample).out
    assert "个百分点" in growth
    over = guoban("estimate", "gdp", "--as-of", "2022-12", "--ledger", sample)
    assert over.code == 0
    assert "已经结束" in over.out


def test_what_the_rest_needs_if_may_brings_sixty(guoban: Guoban, sample: str) -> None:
    words = ("whatif", "foreign_trade", "--amount", "60", "--as-of", "2023-04", "--ledger", sample)
    answer = guoban(*words, "--json").json
    assert answer["needed"] == pytest.approx((620 - 165.4 - 60) / 7)
    assert "6—12月" in guoban(*words).out


def test_what_if_needs_a_number(guoban: Guoban, sample: str) -> None:
    assert "abc" in guoban("whatif", "gdp", "--amount", "abc", "--ledger", sample).sentence
    assert "没有写数" in guoban("whatif", "gdp", "--amount", "", "--ledger", sample).sentence


def test_a_score_sheet_shows_every_line_and_how_many_have_data(guoban: Guoban, sample: str) -> None:
    words = ("score", "--as-of", "2023-06", "--ledger", sample)
    (sheet,) = guoban(*words, "--json").json
    assert sheet["points"] == pytest.approx(sum(line["points"] for line in sheet["lines"]))
    text = guoban(*words, "--scheme", "达标计分").out
    assert "17 项有数据 / 共 17 项" in text
    by_department = guoban(*words, "--department", "--json").json
    assert {sheet["department"] for sheet in by_department} >= {"省统计局", "省财政厅"}
    assert "省财政厅" in guoban(*words, "--department").out


def test_an_unknown_scheme_names_those_there_are(guoban: Guoban, sample: str) -> None:
    assert "完成率计分" in guoban("score", "--scheme", "随便", "--ledger", sample).sentence


def test_status_can_look_with_another_yard_stick_and_preset(guoban: Guoban, sample: str) -> None:
    words = ("status", "--as-of", "2023-04", "--ledger", sample, "--json")

    def trade(*more: str) -> dict[str, object]:
        return next(r for r in guoban(*words, *more).json if r["indicator"] == "foreign_trade")

    assert trade()["light"] == "red"
    assert trade("--preset", "银川2025")["light_word"] == "接近"
    seasonal = trade("--pace", "seasonal")
    assert (seasonal["pace_name"], trade()["pace_name"]) == ("seasonal", "linear")
    assert "某地" in guoban("status", "--preset", "某地", "--ledger", sample).sentence
    assert "fast" in guoban("status", "--pace", "fast", "--ledger", sample).sentence
