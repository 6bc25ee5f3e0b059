"""Targets of one sheet that contradict each other: written as they stand, and said beforehand."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from tracker.edits import TargetEdit
from tracker.exchange.importing.ledger_match import Found
from tracker.indicators import Comparator, Measure, MeasureKind, TargetKey
from tracker.periods import Horizon
from tracker.snapshot import Snapshot
from tracker.wording import plain


def contradictions(found: Sequence[Found], snapshot: Snapshot) -> Iterator[tuple[int, int, str]]:
    """Yield row, column and sentence of a target of 0, and of a stage that asks for less than one
    before it.
    """
    rising: dict[TargetKey, list[Found]] = {}
    for one in found:
        edit = one.edit
        assert isinstance(edit, TargetEdit)
        indicator = snapshot.indicator(edit.key.indicator)
        if edit.key.measure is not Measure.AMOUNT or edit.comparator is not Comparator.AT_LEAST:
            continue
        if edit.value == 0:
            name = f"{indicator.short_name}{edit.key.horizon.label}目标"
            yield one.row, one.column, f"{name}是 0，写入后按未设目标处理"
        if indicator.kind is MeasureKind.FLOW:
            rising.setdefault(edit.key.until(Horizon.FY), []).append(one)
    for stages in rising.values():
        ordered = sorted(stages, key=lambda one: _key(one).horizon.end_month)
        for shorter, longer in pairwise(ordered):
            if (shorter.edit.value or 0) > (longer.edit.value or 0):
                less, more = _name(longer, snapshot), _name(shorter, snapshot)
                yield longer.row, longer.column, f"{less}比{more}还小，请核对"


def _key(one: Found) -> TargetKey:
    assert isinstance(one.edit, TargetEdit)
    return one.edit.key


def _name(one: Found, snapshot: Snapshot) -> str:
    key = _key(one)
    value = "" if one.edit.value is None else plain(one.edit.value)
    return f"{snapshot.indicator(key.indicator).short_name}{key.horizon.label}目标 {value} "
