"""What a line of the log says: 3 月 123.9 改为 124.8，快报."""

from datetime import date

from tracker.edits import HistoryEntry
from tracker.entry_context import month_name
from tracker.indicators import Basis, CellKey, Indicator, Measure, MeasureKind, TargetKey
from tracker.wording import MEASURE_WORDS, STATUS_WORDS, figure, plain

_BASIS_WORDS = {Basis.MONTH: "当月"}


def history_words(entry: HistoryEntry, indicator: Indicator) -> str:
    """Say what was entered in a cell, instead of what, with its status and note."""
    key = entry.key
    parts: list[str] = []
    if isinstance(key, CellKey):
        parts.append(month_name(indicator, key.month.month) + _BASIS_WORDS.get(key.basis, ""))
    else:
        parts.append(key.horizon.label)
    if key.measure is not indicator.judged_by:
        parts.append(MEASURE_WORDS[key.measure])
    as_set = isinstance(key, TargetKey) and key.measure is not Measure.GROWTH
    as_set = as_set and indicator.kind is not MeasureKind.MILESTONE

    def written(value: float) -> str:
        return plain(value) if as_set else figure(value, indicator, key.measure)

    old = None if entry.old is None else written(entry.old)
    new = None if entry.new is None else written(entry.new)
    if new is None:
        parts.append("清空" if old is None else f"清空（原 {old}）")
    elif old is None or old == new:
        parts.append(new)
    else:
        parts.append(f"{old} 改为 {new}")
    sentence = " ".join(parts)
    if entry.reverts:
        return f"{sentence}，撤销或恢复"
    notes = ["" if entry.status is None else STATUS_WORDS[entry.status], entry.reason, entry.note]
    return "，".join([sentence, *(note for note in notes if note)])


def day_words(day: date, today: date) -> str:
    """Write the day of a log line: 05-10 this year, 2022-05-10 before it."""
    return f"{day:%m-%d}" if day.year == today.year else f"{day:%Y-%m-%d}"
