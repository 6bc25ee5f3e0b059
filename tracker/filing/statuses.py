"""The status ladder: many figures moved up a step at once, and an earlier version taken again."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, datetime, time

from tracker.edits import ActualEdit, HistoryEntry, correct_actual
from tracker.errors import BadValue
from tracker.indicators import Actual, CellKey, Status
from tracker.snapshot import Snapshot
from tracker.vintages import Vintage, current
from tracker.wording import STATUS_WORDS


def mark_status(snapshot: Snapshot, keys: Iterable[CellKey], status: Status) -> list[ActualEdit]:
    """Return the edits that give the figures of cells a status; all else stays.

    A figure of a heavier status keeps it, as the heavier one of a day stands. Raises BadValue
    where that leaves nothing to do.
    """
    held = [actual for key in keys if (actual := snapshot.actual(key)) is not None]
    if not held:
        raise BadValue("选中的格里还没有数，没有可标的。")
    rest = [one for one in held if one.status is not status]
    if not rest:
        raise BadValue(f"选中的数都已经是{STATUS_WORDS[status]}了。")
    rising = [one for one in rest if one.status.weight <= status.weight]
    if not rising:
        words = "、".join(dict.fromkeys(STATUS_WORDS[one.status] for one in rest))
        raise BadValue(
            f"选中的数已是{words}，不能标低为{STATUS_WORDS[status]}；"
            "要改用较早的一版，请在“各版”里取用。"
        )
    return [
        ActualEdit(one.key, one.value, status, one.published_on, one.source, one.note)
        for one in rising
    ]


def take_version(log: Sequence[HistoryEntry], chosen: HistoryEntry, today: date) -> ActualEdit:
    """Return the edit that makes an earlier version of a cell stand again.

    `log` is the cell's history. The version comes with its value, status, day and source; where
    it would not win with its day, undated; where not even so, with the status of what stands.
    Raises BadValue when it stands already, was taken back, or is blank.
    """
    key = chosen.key
    if not isinstance(key, CellKey) or chosen.new is None or chosen.withdrawn or chosen.reverts:
        raise BadValue("这一版已经撤销，或是空的，不能取用。")
    if chosen.current:
        raise BadValue("这一版就是现在用的。")
    held = _vintages(log)
    standing = current(held)
    status = chosen.status or Status.FLASH
    tried = (
        ActualEdit(key, chosen.new, status, chosen.published_on, chosen.source, chosen.note),
        ActualEdit(key, chosen.new, status, None, chosen.source, chosen.note),
    )
    for edit in tried:
        if _wins(edit, held, today):
            return edit
    # A cell cleared as 最终核实 stands as firmly as a figure does.
    over = None if standing is None else replace(standing, value=standing.value or 0.0).actual
    return _typed_over(over, tried[0], today)


def _typed_over(standing: Actual | None, edit: ActualEdit, today: date) -> ActualEdit:
    over = correct_actual(standing, edit.key, edit.value, today)
    assert isinstance(over, ActualEdit), over
    return ActualEdit(over.key, over.value, over.status, over.published_on, edit.source, edit.note)


def _vintages(log: Sequence[HistoryEntry]) -> list[Vintage]:
    """Return the versions in force, oldest first."""
    return [
        Vintage(
            one.key, one.new, one.status, one.published_on, one.source, one.note,
            one.recorded_at, number,
        )
        for number, one in enumerate(reversed(log))
        if not one.withdrawn and not one.reverts and one.status is not None
        if isinstance(one.key, CellKey)
    ]  # fmt: skip


def _wins(edit: ActualEdit, held: Sequence[Vintage], today: date) -> bool:
    latest = max(one.recorded_at for one in held)
    at = max(latest, datetime.combine(today, time.min, latest.tzinfo))
    new = Vintage(
        edit.key, edit.value, edit.status, edit.published_on, edit.source, edit.note, at,
        1 + max(one.sequence for one in held),
    )  # fmt: skip
    return current([*held, new]) is new
