"""Text of people is text: no page takes it for markup, for a template or for a command."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import QAbstractItemModel, QAbstractListModel
from PySide6.QtGui import Qt
from PySide6.QtWidgets import QAbstractItemView, QApplication, QLabel, QWidget

from tests.ui.grid_hands import Hands
from tracker.charts.export import render
from tracker.charts.gallery import GALLERY, ChartRequest
from tracker.edits import ActualEdit, SettingEdit, TargetEdit
from tracker.errors import TrackerError
from tracker.events import event_of
from tracker.events import saved as saved_event
from tracker.imported import import_text
from tracker.indicators import Basis, CellKey, Measure, TargetKey
from tracker.inspection.case import Case
from tracker.inspection.case import saved as saved_case
from tracker.ledgers import LedgerKind
from tracker.marking import set_marking
from tracker.own_indicators import indicator_edit
from tracker.owners import Owner, owner_edit
from tracker.periods import Horizon, Month
from ui.page_registry import ENTRIES

EVIL = "<b>{0}{n!r}%s</b>\u202e"
NAME = "<i>{x}%d</i>"
APRIL = Month(2023, 4)


@pytest.fixture
def window(open_window: Callable[..., Any]) -> Any:
    """A window on a ledger in which every text that people write is hostile."""
    window = open_window(LedgerKind.SAMPLE, page="entry", as_of="2023-04")
    session = window.session
    trade = session.snapshot.catalogue.indicator("foreign_trade")
    own = replace(trade, id="own_evil", name=NAME, short_name=NAME, lead_department=NAME)
    session.record([indicator_edit(own)], EVIL, EVIL)
    edits: list[Any] = []
    for name in (trade.id, own.id):
        cell = CellKey(name, "620000", APRIL, Measure.AMOUNT, Basis.YTD)
        target = TargetKey(name, "620000", 2023, Horizon.FY, Measure.AMOUNT)
        edits += [
            ActualEdit(cell, 3.5, source=EVIL, note=EVIL),
            TargetEdit(target, 900.0, document=EVIL, reason=EVIL, source=EVIL),
        ]
        edits.append(
            saved_case(
                Case(f"c-{name}", name, "620000", 2023, APRIL, opened_by=EVIL, reason=EVIL,
                     measure=EVIL, department=EVIL, responsible=EVIL)
            )
        )  # fmt: skip
    edits.append(owner_edit(trade, Owner(EVIL, EVIL)))
    edits.append(saved_event(event_of("e", "620000", "2023-04-05", EVIL, trade.id)))
    edits += [SettingEdit("title", EVIL), set_marking("<u>{m}%s")]
    session.record(edits, import_text(EVIL), EVIL)
    return window


def labels_that_read_markup(shown: QWidget) -> list[str]:
    """Return the texts of labels that would show hostile markup as markup."""
    return [
        label.text()
        for label in shown.findChildren(QLabel)
        if label.textFormat() is not Qt.TextFormat.PlainText
        and any(word in label.text() for word in ("<b>{0}", "<i>{x}", "<u>{m}"))
    ]


def columns_of(model: QAbstractItemModel) -> int:
    """Count the columns; a list has one, which PySide does not say."""
    return 1 if isinstance(model, QAbstractListModel) else model.columnCount()


def tips_that_read_markup(shown: QWidget) -> list[str]:
    """Return the tooltips, of widgets and of cells, that would show hostile markup as markup."""
    tips = [widget.toolTip() for widget in shown.findChildren(QWidget)]
    for view in shown.findChildren(QAbstractItemView):
        model = view.model()
        if isinstance(model, QAbstractItemModel):
            tips += [
                str(model.index(row, column).data(Qt.ItemDataRole.ToolTipRole) or "")
                for row in range(min(model.rowCount(), 80))
                for column in range(
                    1 if isinstance(model, QAbstractListModel) else model.columnCount()
                )
            ]
    words = ("<b>{0}", "<i>{x}", "<u>{m}")
    return [tip for tip in tips if Qt.mightBeRichText(tip) and any(word in tip for word in words)]


@pytest.mark.parametrize("name", [entry.nav.name for entry in ENTRIES])
def test_a_page_shows_hostile_text_as_it_is(name: str, window: Any) -> None:
    page = window.open_page(name)
    QApplication.processEvents()
    for indicator in ("foreign_trade", "own_evil"):
        page.show_indicator(indicator)
        QApplication.processEvents()
    assert labels_that_read_markup(window) == []
    assert tips_that_read_markup(window) == []


def test_what_is_typed_stays_letter_by_letter_beside_the_grid(window: Any) -> None:
    window.open_page("entry")
    hands = Hands(window.page)
    hands.enter("own_evil", 4, EVIL)
    assert hands.text("own_evil", 4) == EVIL, "no figure, so it is kept as it was typed"
    hands.enter("own_evil", 4, "12.5")
    assert window.session.undo_stack.undoText()
    window.session.undo_stack.undo()


def test_pictures_carry_hostile_text_as_text(window: Any) -> None:
    snapshot = window.session.snapshot
    for chart in GALLERY.values():
        indicator = "own_evil" if chart.needs_indicator else None
        request = ChartRequest(chart.id, "620000", APRIL, date(2023, 5, 10),
                               preset=chart.presets[0].id, indicator=indicator)  # fmt: skip
        with suppress(TrackerError):
            made = render(snapshot, request, "svg", "text").content.decode()
            assert NAME not in made, f"{chart.id}: markup of people in an SVG"
