"""填报 按地区: one month's figures of all regions, with the same habits as one region's months."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from tests.ui.grid_hands import CTRL, SHIFT, Hands
from tracker.indicators import Basis, CellKey, Measure, RegionLevel
from tracker.ledgers import LedgerKind
from tracker.periods import Month
from ui.models.entry_axis import LABELS
from ui.models.entry_rows import RegionRow

PROVINCE, LANZHOU, JIAYUGUAN = "620000", "620100", "620200"


class RegionHands(Hands):
    """Hands that find a region's cell of an indicator."""

    def at(self, indicator: str, region: str) -> tuple[int, int]:
        """Return the place of a figure."""
        place: tuple[int, int] | None = self.table.axis.place_near(indicator, region, None)
        assert place is not None
        return place

    def go(self, indicator: str, region: str) -> None:
        """Stand on a figure."""
        self.grid.stand_on(*self.at(indicator, region))


@pytest.fixture
def window(open_window: Callable[..., Any]) -> Any:
    window = open_window(LedgerKind.SAMPLE, page="entry", as_of="2023-04")
    window.page.tools.way.button("regions").click()
    return window


@pytest.fixture
def hands(window: Any) -> RegionHands:
    return RegionHands(window.page)


def held(window: Any, indicator: str, region: str) -> float | None:
    key = CellKey(indicator, region, Month(2023, 4), Measure.AMOUNT, Basis.YTD)
    actual = window.session.snapshot.actual(key)
    return None if actual is None else float(actual.value)


def test_rows_are_the_region_and_those_below_and_columns_what_is_due(
    window: Any, hands: RegionHands
) -> None:
    rows = window.page.table.rows
    assert all(isinstance(row, RegionRow) for row in rows)
    assert rows[0].region.code == PROVINCE
    levels = [row.region.level for row in rows[1:]]
    assert levels.count(RegionLevel.PREFECTURE) == 14
    assert levels[-1] is RegionLevel.NEW_AREA
    table = window.page.table
    shown = {table.key_at(0, column).indicator for column in range(LABELS, table.columnCount())}
    assert "foreign_trade" in shown
    assert "gdp" not in shown, "a quarterly figure is not due in April"
    heads = {(table.head(n).text, table.head(n).group) for n in range(LABELS, table.columnCount())}
    assert ("外贸", "亿元") in heads
    QAbstractItemModelTester(table, QAbstractItemModelTester.FailureReportingMode.Fatal)


def test_a_prefecture_shows_its_counties_and_a_county_its_neighbours(window: Any) -> None:
    window.session.look_at(region=LANZHOU)
    codes = [row.region.code for row in window.page.table.rows]
    assert codes[0] == LANZHOU
    assert len(codes) > 5
    window.session.look_at(region=codes[1])
    assert [row.region.code for row in window.page.table.rows] == codes


def test_the_cell_stays_the_same_when_the_direction_is_switched(
    window: Any, hands: RegionHands
) -> None:
    hands.go("fiscal_revenue", PROVINCE)
    key = window.page.current_key()
    window.page.tools.way.button("indicators").click()
    assert window.page.current_key() == key
    window.page.tools.way.button("regions").click()
    assert window.page.current_key() == key


def test_what_is_typed_is_the_regions_own(window: Any, hands: RegionHands) -> None:
    hands.go("foreign_trade", LANZHOU)
    hands.type("61.5")
    hands.press(Qt.Key.Key_Return)
    assert held(window, "foreign_trade", LANZHOU) == 61.5
    assert held(window, "foreign_trade", PROVINCE) == 165.4
    assert hands.here == hands.at("foreign_trade", JIAYUGUAN)
    assert window.session.undo_stack.undoText() == "外贸进出口总值 兰州 4 月 61.5"
    assert hands.table.look(*hands.at("foreign_trade", LANZHOU)).revised
    hands.press(Qt.Key.Key_Up)
    assert "兰州" in window.page.edit_bar.month
    window.session.undo_stack.undo()
    assert held(window, "foreign_trade", LANZHOU) == 59.3


def test_a_column_is_pasted_down_the_regions_as_one_step(window: Any, hands: RegionHands) -> None:
    hands.go("urban_jobs", LANZHOU)
    hands.paste("2.7\n0.3\n0.2x\n")
    assert held(window, "urban_jobs", LANZHOU) == 2.7
    assert held(window, "urban_jobs", JIAYUGUAN) == 0.3
    report = window.page.paste_bar.report
    assert (report.written, report.refused) == (2, 1)
    assert report.place == "4 月，第 2—4 行，1 项指标"
    assert hands.table.look(*hands.at("urban_jobs", LANZHOU)).pasted
    assert window.page.status_text().count("不合格 1") == 1
    hands.press(Qt.Key.Key_Z, CTRL)
    assert held(window, "urban_jobs", LANZHOU) == 2.62


def test_a_selection_over_regions_is_copied_and_cleared(window: Any, hands: RegionHands) -> None:
    hands.go("urban_jobs", LANZHOU)
    hands.press(Qt.Key.Key_Down, SHIFT)
    hands.press(Qt.Key.Key_Delete)
    assert held(window, "urban_jobs", JIAYUGUAN) is None
    assert window.session.undo_stack.undoText() == "清空 2 格"


def test_a_count_stands_beside_every_region(window: Any, hands: RegionHands) -> None:
    row, _ = hands.at("foreign_trade", LANZHOU)
    before = hands.table.look(row, 3).text
    filled, due = map(int, before.split("/"))
    hands.go("foreign_trade", LANZHOU)
    hands.press(Qt.Key.Key_Delete)
    assert hands.table.look(row, 3).text == f"{filled - 1}/{due}"


def test_another_month_needs_the_other_direction(window: Any, hands: RegionHands) -> None:
    window.page.show_indicator("foreign_trade", 2)
    assert window.page.current_key().month == Month(2023, 2)
    assert window.page.tools.way.value == "indicators"
