"""A published figure that was revised asks why, until a note or a reason says it."""

from datetime import date

import pytest

from tests.cli.conftest import Guoban, blank, guoban
from tests.storage.conftest import Clock, clock, path, store
from tracker.edits import ActualEdit, correct_actual
from tracker.indicators import Basis, CellKey, Measure, Status
from tracker.periods import Month
from tracker.review import Check, revision_findings, unexplained
from tracker.storage.store import Store

__all__ = ["blank", "clock", "guoban", "path", "store"]
GDP = CellKey("gdp", "620000", Month(2023, 3), Measure.GROWTH, Basis.YTD)
DAY = date(2023, 4, 20)


def publish(store: Store, value: float, status: Status = Status.PUBLISHED) -> None:
    store.record([ActualEdit(GDP, value, status, DAY)], "填报")


def type_over(store: Store, clock: Clock, value: float | None, reason: str = "") -> str:
    clock.move(days=1)
    today = clock().date()
    edit = correct_actual(store.snapshot().actual(GDP), GDP, value, today)
    return store.record([edit], "填报", reason).revision


def test_typing_over_a_published_figure_asks_why(store: Store, clock: Clock) -> None:
    publish(store, 6.1)
    assert unexplained(store.history(GDP)) is None
    type_over(store, clock, 5.8)
    revised = unexplained(store.history(GDP))
    assert revised is not None
    assert revised.words == "把公布的 6.1 改成 5.8"
    (finding,) = revision_findings([store.history(GDP)])
    assert (finding.check, finding.key) == (Check.REVISED, GDP)
    assert finding.sentence == "把公布的 6.1 改成 5.8，没有说明为什么。"


def test_a_reason_or_a_later_note_explains_it(store: Store, clock: Clock) -> None:
    publish(store, 6.1)
    type_over(store, clock, 5.8, "统计局修订")
    assert unexplained(store.history(GDP)) is None
    type_over(store, clock, 5.9)
    assert unexplained(store.history(GDP)) is not None
    held = store.snapshot().actual(GDP)
    assert held is not None
    store.record([ActualEdit(GDP, 5.9, held.status, None, "", "核实以后")], "修订原因")
    assert unexplained(store.history(GDP)) is None


@pytest.mark.parametrize("status", [Status.ESTIMATE, Status.FLASH])
def test_what_was_not_published_may_change_without_a_word(
    store: Store, clock: Clock, status: Status
) -> None:
    publish(store, 6.1, status)
    type_over(store, clock, 5.8)
    assert unexplained(store.history(GDP)) is None


def test_undone_cleared_and_empty_ask_nothing(store: Store, clock: Clock) -> None:
    assert unexplained(()) is None
    publish(store, 6.1)
    store.revert(type_over(store, clock, 5.8), "撤销")
    assert unexplained(store.history(GDP)) is None
    type_over(store, clock, None)
    assert unexplained(store.history(GDP)) is None


def test_the_command_line_lists_it_and_compares_lights_with_the_first_figure(
    guoban: Guoban, blank: str
) -> None:
    guoban("target", "set", "gdp", "FY", "6", "--year", "2023", "--ledger", blank)
    record = ("record", "gdp", "2023-03", "--ledger", blank)
    guoban(*record[:3], "6.1", *record[3:], "--published-on", "2023-04-20", "--status", "published")
    guoban(*record[:3], "5.8", *record[3:], "--published-on", "2023-07-20", "--status", "final")
    look = ("--as-of", "2023-03", "--ledger", blank)
    found = guoban("findings", *look, "--json").json
    assert "revised" in [one["check"] for one in found]
    (flip,) = guoban("flips", *look, "--json").json
    assert (flip["old_value"], flip["value"], flip["old_light"]) == (6.1, 5.8, "green")
