"""Many figures move up the status ladder at once; an earlier version of a figure is taken again."""

from datetime import date

import pytest

from tests.storage.conftest import Clock, path, store
from tracker.edits import ActualEdit
from tracker.errors import BadValue
from tracker.filing.statuses import mark_status, take_version
from tracker.indicators import CellKey, Status
from tracker.periods import Month
from tracker.storage.store import Store

__all__ = ["path", "store"]


def test_the_selected_figures_get_a_status_and_keep_all_else(store: Store, funds: CellKey) -> None:
    march = funds._replace(month=Month(2023, 3))
    day = date(2023, 5, 10)
    store.record([ActualEdit(funds, 1046.5, Status.FLASH, day, "省商务厅", "含续建")], "填报")
    store.record([ActualEdit(march, 800.0, Status.FINAL)], "填报")
    blank = funds._replace(month=Month(2023, 2))
    edits = mark_status(store.snapshot(), [funds, march, blank], Status.PRELIMINARY)
    assert [edit.key for edit in edits] == [funds], "the final figure is not marked down"
    store.record(edits, "标为初步核算")
    held = store.snapshot().actual(funds)
    assert held is not None
    assert (held.status, held.published_on, held.source, held.note) == (
        Status.PRELIMINARY, day, "省商务厅", "含续建",
    )  # fmt: skip


def test_nothing_to_mark_is_said(store: Store, funds: CellKey) -> None:
    with pytest.raises(BadValue, match="还没有数"):
        mark_status(store.snapshot(), [funds], Status.FINAL)
    store.record([ActualEdit(funds, 1046.5, Status.FINAL)], "填报")
    with pytest.raises(BadValue, match="都已经是最终核实"):
        mark_status(store.snapshot(), [funds], Status.FINAL)
    with pytest.raises(BadValue, match="已是最终核实，不能标低为快报"):
        mark_status(store.snapshot(), [funds], Status.FLASH)


@pytest.mark.parametrize(
    ("status", "day", "expected"),
    [
        (Status.FLASH, None, Status.FLASH),
        (Status.PRELIMINARY, date(2023, 7, 1), Status.FLASH),
        (Status.FINAL, None, Status.FINAL),
    ],
)
def test_an_earlier_version_is_taken_whatever_stands(
    store: Store, clock: Clock, funds: CellKey, status: Status, day: date | None, expected: Status
) -> None:
    early = ActualEdit(funds, 1046.5, Status.FLASH, date(2023, 5, 10), "省商务厅")
    store.record([early], "填报")
    clock.move(days=1)
    store.record([ActualEdit(funds, 1050.0, status, day)], "填报")
    clock.move(days=1)
    log = store.history(funds)
    store.record([take_version(log, log[-1], clock().date())], "取用")
    held = store.snapshot().actual(funds)
    assert held is not None
    assert (held.value, held.status, held.source) == (1046.5, expected, "省商务厅")


def test_a_version_is_taken_again_after_the_final_figure_was_cleared(
    store: Store, clock: Clock, funds: CellKey
) -> None:
    store.record([ActualEdit(funds, 1046.5, Status.FINAL)], "填报")
    clock.move(days=1)
    store.record([ActualEdit(funds, None, Status.FINAL)], "清空")
    assert store.snapshot().actual(funds) is None
    log = store.history(funds)
    store.record([take_version(log, log[-1], clock().date())], "取用")
    held = store.snapshot().actual(funds)
    assert held is not None
    assert held.value == 1046.5


def test_what_stands_and_what_was_taken_back_is_not_taken(store: Store, funds: CellKey) -> None:
    store.record([ActualEdit(funds, 1046.5)], "填报")
    made = store.record([ActualEdit(funds, 1050.0)], "填报")
    log = store.history(funds)
    with pytest.raises(BadValue, match="就是现在用的"):
        take_version(log, log[0], date(2023, 7, 20))
    store.revert(made.revision, "撤销")
    log = store.history(funds)
    for undone in log[:2]:
        with pytest.raises(BadValue, match="已经撤销"):
            take_version(log, undone, date(2023, 7, 20))
