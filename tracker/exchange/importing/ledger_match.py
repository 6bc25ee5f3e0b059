"""One figure beside what the ledger holds: new, another value, or the same."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, time
from typing import NamedTuple

from tracker.edits import ActualEdit, HistoryEntry, TargetEdit, correct_actual
from tracker.exchange.importing.plan import PlannedWrite
from tracker.indicators import Actual, CellKey, Status, Target
from tracker.snapshot import Snapshot
from tracker.vintages import Vintage, current

History = Callable[[CellKey], Sequence[HistoryEntry]]
"""Every entry ever made in a cell, newest first."""


class Found(NamedTuple):
    """One figure or target of the file. `tagged`: its status or date of publication is written."""

    edit: ActualEdit | TargetEdit
    tagged: bool
    sheet: str
    row: int
    column: int


class LedgerMatch:
    """Holds figures against a ledger. Without a history only the current value is known."""

    def __init__(self, snapshot: Snapshot, today: date, history: History | None) -> None:
        self._snapshot = snapshot
        self._today = today
        self._history = history

    def write_of(self, one: Found) -> PlannedWrite | None:
        """Return what is to be written; None when entering it would change nothing."""
        edit = one.edit
        if isinstance(edit, TargetEdit):
            standing = self._target(edit)
            old = None if standing is None else standing.value
            if standing is not None and _says_nothing_new(standing, edit):
                return None
        else:
            held = self._snapshot.actual(edit.key)
            old = None if held is None else held.value
            if held is not None:
                if self._stands(held, one.tagged, edit):
                    return None
                edit = edit if one.tagged else _correction(held, edit, self._today)
        return PlannedWrite(edit, old, one.sheet, one.row, one.column)

    def _target(self, edit: TargetEdit) -> Target | None:
        """Return the version in force on the day that the edit's comes into force."""
        versions = self._snapshot.targets(edit.key.region, edit.key.year).get(edit.key, ())
        standing: Target | None = None
        for held in versions:
            if held.effective_on <= edit.effective_date and (
                standing is None or held.effective_on >= standing.effective_on
            ):
                standing = held
        return None if standing is None or standing.withdrawn else standing

    def _stands(self, held: Actual, tagged: bool, edit: ActualEdit) -> bool:
        """Say whether entering a figure would change nothing, as the journal sees it."""
        if not tagged:
            return held.value == edit.value
        mine = (edit.value, edit.status, edit.published_on, edit.source, edit.note)
        if mine == (held.value, held.status, held.published_on, held.source, held.note):
            return True
        if self._history is None:
            return False
        vintages = [
            _vintage(entry, edit.key, number)
            for number, entry in enumerate(reversed(self._history(edit.key)))
            if not entry.withdrawn and not entry.reverts
        ]
        new = Vintage(
            edit.key, edit.value, edit.status, edit.published_on, edit.source, edit.note,
            datetime.combine(self._today, time.max, UTC), len(vintages),
        )  # fmt: skip
        after = current([*vintages, new])
        return mine in map(_said, vintages) and after is not None and _said(after) != mine


def _correction(held: Actual, edit: ActualEdit, today: date) -> ActualEdit:
    """Make the edit that wins over what stands there, as typing over it does."""
    winning = correct_actual(held, edit.key, edit.value, today)
    assert isinstance(winning, ActualEdit)
    return replace(winning, source=edit.source, note=edit.note)


def _says_nothing_new(held: Target, edit: TargetEdit) -> bool:
    """Say whether a version in force says this already; an empty text claims nothing new."""
    return (
        (edit.value, edit.comparator, edit.upper, edit.tolerance, edit.effective_date)
        == (held.value, held.comparator, held.upper, held.tolerance, held.effective_on)
        and edit.document in ("", held.document)
        and edit.reason in ("", held.reason)
        and edit.source in ("", held.source)
    )


def _vintage(entry: HistoryEntry, key: CellKey, number: int) -> Vintage:
    return Vintage(
        key, entry.new, entry.status or Status.FLASH, entry.published_on, entry.source,
        entry.note, entry.recorded_at, number,
    )  # fmt: skip


def _said(vintage: Vintage) -> tuple[object, ...]:
    return (vintage.value, vintage.status, vintage.published_on, vintage.source, vintage.note)
