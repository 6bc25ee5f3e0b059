"""All figures of a file together: which are written, which stand already, which clash."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from tracker import wording
from tracker.edits import ActualEdit, TargetEdit
from tracker.exchange.importing.ledger_match import Found, LedgerMatch
from tracker.exchange.importing.plan import PlannedWrite, Remark, Strip
from tracker.exchange.sheets import address, excel_number
from tracker.indicators import CellKey, Status, TargetKey
from tracker.snapshot import Snapshot

_NAMED = 3
"""How many of the other places a conflict names."""


@dataclass(slots=True)
class Collected:
    """The outcome; see ImportPlan."""

    blank_strips: list[Strip] = field(default_factory=list)
    replacing: list[PlannedWrite] = field(default_factory=list)
    unchanged: int = 0
    conflicts: list[Remark] = field(default_factory=list)


class Collector:
    """Holds every figure of a file against the others and against the ledger."""

    def __init__(self, snapshot: Snapshot, match: LedgerMatch) -> None:
        self._snapshot = snapshot
        self._match = match

    def collect(self, strips: Sequence[Strip], singles: Sequence[Found]) -> Collected:
        """Sort all figures. Strips that touch nothing else stay whole, which is quick."""
        whole, rest = self._apart(strips, singles)
        out = Collected(whole)
        groups: dict[CellKey | TargetKey, list[Found]] = {}
        for one in (*(one for strip in rest for one in _singles(strip)), *singles):
            groups.setdefault(one.edit.key, []).append(one)
        for group in groups.values():
            agreed = _agreed(group)
            if not agreed:
                out.conflicts.extend(self._clash(one, group) for one in group)
            for one in agreed:
                write = self._match.write_of(one)
                if write is None:
                    out.unchanged += 1
                else:
                    out.replacing.append(write)
        return out

    def _apart(
        self, strips: Sequence[Strip], singles: Sequence[Found]
    ) -> tuple[list[Strip], list[Strip]]:
        """Part the strips whose cells are blank in the ledger and named once in the file."""
        numbers: dict[tuple[object, ...], int] = {}
        sets: dict[int, frozenset[int]] = {}
        seen: dict[str, set[int]] = {}
        touched = {one.edit.key.region for one in singles}
        for strip in strips:
            ids = sets.get(id(strip.slots))
            if ids is None:
                names = (slot[1:-1] for slot in strip.slots)  # without column and status
                ids = frozenset(numbers.setdefault(name, len(numbers)) for name in names)
                sets[id(strip.slots)] = ids
                # A figure whose column names the region may meet one whose row does.
                touched.update({slot.region for slot in strip.slots} - {""})
            held = seen.setdefault(strip.region, set())
            if len(ids) < len(strip.slots) or not held.isdisjoint(ids):
                touched.add(strip.region)
            held |= ids
        whole: list[Strip] = []
        rest: list[Strip] = []
        years: dict[int, set[int] | None] = {}
        blank: dict[tuple[str, int], bool] = {}
        for strip in strips:
            slots = strip.slots
            if id(slots) not in years:
                elsewhere = any(slot.region for slot in slots)
                years[id(slots)] = None if elsewhere else {slot.month.year for slot in slots}
            span = years[id(slots)]
            alone = strip.region not in touched and span is not None
            new = alone
            for year in (span or ()) if alone else ():
                place = (strip.region, year)
                if place not in blank:
                    blank[place] = not self._snapshot.actuals(*place)
                new = new and blank[place]
            (whole if new else rest).append(strip)
        return whole, rest

    def _clash(self, one: Found, group: Sequence[Found]) -> Remark:
        """Tell one of several figures for a cell what the others are."""
        mine = _content(one.edit)
        others = [other for other in group if _content(other.edit) != mine][:_NAMED]
        named = "、".join(
            f"{other.sheet} {address(other.row, other.column)} 是{_value(other.edit)}"
            for other in others
        )
        message = (
            f"{self._name(one.edit)}：这里是{_value(one.edit)}，{named}；"
            "没有状态和日期分得清哪个算数，都没有导入。"
        )
        return Remark(one.sheet, address(one.row, one.column), message)

    def _name(self, edit: ActualEdit | TargetEdit) -> str:
        key = edit.key
        region = self._snapshot.region(key.region).short_name
        indicator = self._snapshot.indicator(key.indicator)
        if isinstance(key, CellKey):
            return f"{region}{indicator.short_name} {key.month}"
        return f"{region}{indicator.short_name} {key.year}年{key.horizon.label}目标"


def _agreed(group: list[Found]) -> list[Found]:
    """Return what to enter of the figures for one cell; nothing when they clash.

    Figures that differ are vintages only when each has a status or date of its own.
    """
    if len({_content(one.edit) for one in group}) == 1 and not all(one.tagged for one in group):
        return group[:1]
    vintages: dict[tuple[object, ...], Found] = {}
    for one in group:
        earlier = vintages.setdefault(_tag(one.edit), one)
        if _content(earlier.edit) != _content(one.edit):
            return []
    if len(vintages) > 1 and not all(one.tagged for one in group):
        return []
    return list(vintages.values())


def _singles(strip: Strip) -> list[Found]:
    return [
        Found(
            ActualEdit(slot.key(strip.region), excel_number(value), slot.status or Status.FLASH),
            slot.status is not None,
            strip.sheet,
            strip.row,
            slot.column,
        )
        for slot, value in zip(strip.slots, strip.values, strict=True)
    ]


def _tag(edit: ActualEdit | TargetEdit) -> tuple[object, ...]:
    """Return what tells two entries for one cell apart: status and date, or the day in force."""
    if isinstance(edit, ActualEdit):
        return (edit.status, edit.published_on)
    return (edit.effective_date,)


def _content(edit: ActualEdit | TargetEdit) -> tuple[object, ...]:
    if isinstance(edit, ActualEdit):
        return (edit.value,)
    return (edit.value, edit.comparator, edit.upper)


def _value(edit: ActualEdit | TargetEdit) -> str:
    return "空" if edit.value is None else wording.plain(edit.value)
