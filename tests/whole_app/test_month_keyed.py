"""A month of 41 indicators for 15 units, keyed into the real window in under ten minutes.

615 figures of five keys each are more than the 2,400 keys that ten minutes at four keys a second
allow, so nobody types all of them; an office works as this script does, in 按地区 of 填报:

- departments with several indicators (10, with 37: 555 figures) send a table. It is
  copied in Excel with its header and region names, in the department's own order, one of them in
  万元 (15 seconds of handling are reckoned for each: find the table, select, copy, come back),
  pasted with Ctrl+V and agreed to with Enter in the preview;
- departments with a single indicator (4: 60 figures) ring up or write a message: its column is
  found with Ctrl+F and every figure is typed and left with Enter.

Every key goes through the window as a real key event and is counted; a chord counts as two. The
reckoned time is keys ÷ 4 per second, the handling, and the time that the program itself took.
"""

import time
from collections import defaultdict
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tracker.exchange.units import scale_between, scaled
from tracker.indicators import CellKey, Indicator, Measure, MeasureKind
from tracker.ledgers import LedgerKind
from tracker.own_indicators import Wish, indicator_edit, new_indicator
from tracker.periods import Month
from tracker.wording import plain

KEYS_PER_SECOND = 4.0
HANDLING_S = 15.0
MONTH = Month(2016, 12)
OWN, FEW = 6, 1
CTRL = Qt.KeyboardModifier.ControlModifier


class Keyboard:
    """Strikes keys in whatever has the keyboard, and counts them."""

    def __init__(self, window: Any) -> None:
        self._window = window
        self.struck = 0

    def press(self, key: Qt.Key, modifiers: Any = Qt.KeyboardModifier.NoModifier) -> None:
        """Press one key; a chord counts as two."""
        target = QApplication.focusWidget() or self._window
        QTest.keyClick(target, key, modifiers)
        QApplication.processEvents()
        self.struck += 1 if modifiers == Qt.KeyboardModifier.NoModifier else 2

    def type(self, text: str) -> None:
        """Type ASCII text."""
        for letter in text:
            QTest.keyClick(QApplication.focusWidget() or self._window, letter)
            self.struck += 1
        QApplication.processEvents()


def test_a_month_of_41_indicators_for_15_units_is_keyed_in_under_ten_minutes(
    open_window: Callable[..., Any],
) -> None:
    window = open_window(LedgerKind.SAMPLE, page="entry", as_of="2016-12")
    session = window.session
    session.record([indicator_edit(one) for one in _own(session.snapshot.catalogue)], "自建")
    window.page.tools.way.button("regions").click()
    window.page.tools.lever.picked.emit("*")
    catalogue = session.snapshot.catalogue
    indicators = list(catalogue.indicators.values())
    units = [region.code for region in catalogue.members(session.region)]
    assert (len(indicators), len(units)) == (41, 15)

    wanted = {
        (one.id, unit): _figure(one, row, column)
        for column, one in enumerate(indicators)
        for row, unit in enumerate(units)
    }
    by_department: dict[str, list[Indicator]] = defaultdict(list)
    for one in indicators:
        by_department[one.lead_department].append(one)
    tables = [group for group in by_department.values() if len(group) > FEW]
    messages = [one for group in by_department.values() if len(group) <= FEW for one in group]
    assert (len(tables), sum(map(len, tables)), len(messages)) == (10, 37, 4)

    keyboard = Keyboard(window)
    started = time.perf_counter()
    window.page.grid.view.setFocus()
    for number, group in enumerate(tables):
        in_another_unit = number == 0
        QGuiApplication.clipboard().setText(
            _table(group, units, wanted, catalogue, converted=in_another_unit)
        )
        keyboard.press(Qt.Key.Key_V, CTRL)
        keyboard.press(Qt.Key.Key_Return)  # agrees to the preview: labels were recognised
        assert not window.page.paste_panel.isVisible()
    for one in messages:
        keyboard.press(Qt.Key.Key_F, CTRL)
        keyboard.type(one.id)
        keyboard.press(Qt.Key.Key_Escape)
        keyboard.press(Qt.Key.Key_Down)  # from the province's row to the first unit
        for unit in units:
            keyboard.type(_typed(wanted[one.id, unit]))
            keyboard.press(Qt.Key.Key_Return)
    program_s = time.perf_counter() - started

    snapshot = session.store.snapshot()
    for (indicator_id, unit), value in wanted.items():
        one = catalogue.indicator(indicator_id)
        key = CellKey(one.id, unit, MONTH, one.judged_by, one.basis_of(one.judged_by))
        actual = snapshot.actual(key)
        assert actual is not None, key
        assert actual.value == value, key
    reckoned_s = keyboard.struck / KEYS_PER_SECOND + len(tables) * HANDLING_S + program_s
    told = f"{keyboard.struck} keys, {len(tables)} tables, program {program_s:.1f} s"
    print(f"{told}: {reckoned_s:.0f} s")
    assert reckoned_s < 600


def _own(catalogue: Any) -> list[Indicator]:
    """Return six indicators of the office's own, from one department."""
    return [
        new_indicator(
            catalogue,
            Wish(
                f"重点产业链产值{number}",
                MeasureKind.FLOW,
                "亿元",
                f"chain_{number}",
                lead_department="产业链办",
            ),
        )
        for number in range(1, OWN + 1)
    ]


def _figure(one: Indicator, row: int, column: int) -> float:
    """Return a figure that its kind can have."""
    if one.judged_by is Measure.RANK:
        return float(row + 1)
    if one.kind is MeasureKind.MILESTONE:
        return 1.0
    return round(3 + row * 1.7 + column * 0.9, 1)


def _typed(value: float) -> str:
    return plain(value).replace("−", "-")


def _table(
    group: list[Indicator],
    units: list[str],
    wanted: dict[tuple[str, str], float],
    catalogue: Any,
    *,
    converted: bool,
) -> str:
    """Return a department's table: indicators across, regions down in its own order."""
    lines = ["\t".join(["地区", *(_head(one, converted) for one in group)])]
    for unit in reversed(units):
        values = []
        for one in group:
            scale = scale_between(one.unit_of(one.judged_by), "万元") if converted else None
            value = wanted[one.id, unit]
            values.append(_typed(scaled(value, scale) if scale else value))
        lines.append("\t".join([catalogue.region(unit).short_name, *values]))
    return "\n".join(lines) + "\n"


def _head(one: Indicator, converted: bool) -> str:
    unit = one.unit_of(one.judged_by)
    if converted and scale_between(unit, "万元"):
        unit = "万元"
    return f"{one.name}({unit})"
