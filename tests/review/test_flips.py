"""A light that a revision turned over is told apart from one that work has turned."""

from datetime import date

from tests.cli.conftest import Guoban, blank, guoban
from tests.in_memory import PROVINCE, Figures
from tracker.indicators import Basis, CellKey, Measure
from tracker.periods import Month
from tracker.review.flips import flips_since_first_known, revision_flips
from tracker.snapshot import Snapshot

__all__ = ["blank", "guoban"]


def gdp(value: float, month: str = "2023-03") -> Figures:
    return Figures().actual("gdp", month, value).target("gdp", "FY", 6)


def test_the_same_months_figure_was_revised() -> None:
    (flip,) = revision_flips(gdp(6.1).snapshot(), gdp(5.8).snapshot(), PROVINCE, Month(2023, 3))
    assert flip.sentence == (
        "地区生产总值：3 月数由 6.1% 修订为 5.8%，达标变临界，是修订，不是进度。"
    )


def test_a_new_month_is_work_and_an_equal_light_no_flip() -> None:
    later = gdp(5.0, "2023-06")
    assert revision_flips(gdp(6.1).snapshot(), later.snapshot(), PROVINCE, Month(2023, 6)) == ()
    assert revision_flips(gdp(6.1).snapshot(), gdp(6.2).snapshot(), PROVINCE, Month(2023, 3)) == ()


def test_an_indicator_that_was_not_known_before_is_new() -> None:
    assert revision_flips(Figures().snapshot(), gdp(5.8).snapshot(), PROVINCE, Month(2023, 3)) == ()


def test_only_the_month_in_question_is_compared_with_its_first_figures() -> None:
    key = CellKey("gdp", PROVINCE, Month(2023, 3), Measure.GROWTH, Basis.YTD)
    first = {key: date(2023, 4, 20), key._replace(month=Month(2022, 12)): date(2023, 1, 17)}
    asked: list[date] = []

    def known_on(day: date) -> Snapshot:
        asked.append(day)
        return gdp(6.1).snapshot()

    now = gdp(5.8).snapshot()
    (flip,) = flips_since_first_known(known_on, now, first, PROVINCE, Month(2023, 3))
    assert flip.before.value == 6.1
    assert asked == [date(2023, 4, 20)]
    assert flips_since_first_known(known_on, now, {}, PROVINCE, Month(2023, 3)) == ()


def test_the_command_line_lists_flips_and_findings(guoban: Guoban, blank: str) -> None:
    guoban("target", "set", "gdp", "FY", "6", "--year", "2023", "--ledger", blank)
    record = ("record", "gdp", "2023-03", "--ledger", blank)
    guoban(*record[:3], "6.1", *record[3:], "--published-on", "2023-04-20")
    guoban(*record[:3], "5.8", *record[3:], "--published-on", "2023-07-20", "--status", "final")
    look = ("--as-of", "2023-03", "--ledger", blank)
    (flip,) = guoban("flips", "--since", "2023-05-01", *look, "--json").json
    assert (flip["old_light"], flip["light"]) == ("green", "yellow")
    assert "修订为 5.8%" in guoban("flips", "--since", "2023-05-01", *look).out
    assert "没有因修订而变" in guoban("flips", "--since", "2023-08-01", *look).out
    found = guoban("findings", *look, "--json").json
    assert {one["check"] for one in found} >= {"late"}
    assert "未报" in guoban("findings", *look, "--all").out
