"""Settling: the edits after which each key of a merge says what it should, whoever wrote last."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from tracker.edits import ActualEdit, Edit, SettingEdit, TargetEdit, correct_actual
from tracker.indicators import Actual, CellKey, Target, TargetKey
from tracker.storage.packets.merging import said_by
from tracker.storage.packets.side import MergeKey, Side
from tracker.storage.target_book import Version, in_force
from tracker.storage.transaction import Standing, Transaction
from tracker.vintages import Vintage, current


@dataclass(frozen=True, slots=True)
class Wanted:
    """What every touched key should say in the end."""

    actuals: Mapping[CellKey, Actual | None]
    targets: Mapping[TargetKey, Sequence[Version]]
    settings: Mapping[str, str | None]


def wanted_of(before: Standing, theirs: Side, given_up: Collection[MergeKey]) -> Wanted:
    """Take what stood here before, and theirs for the keys that are given up."""
    actuals = {
        key: theirs.actual(key) if key in given_up else _actual(before, key)
        for key in before.actuals
    }
    targets = {
        key: theirs.versions.get(key, []) if key in given_up else versions
        for key, versions in before.targets.items()
    }
    settings = {
        name: theirs.settings.get(name) if name in given_up else text
        for name, text in before.settings.items()
    }
    return Wanted(actuals, targets, settings)


def settling_edits(
    work: Transaction, wanted: Wanted, standing: Standing, today: date
) -> list[Edit]:
    """Return what must be entered so that the wanted wins over what stands after the union."""
    cells = _cell_edits(work, wanted, standing, today)
    tasks = [
        edit
        for key, versions in wanted.targets.items()
        for edit in _target_edits(standing.targets[key], versions)
    ]
    settings = [
        SettingEdit(name, text)
        for name, text in wanted.settings.items()
        if standing.settings[name] != text
    ]
    return [*cells, *tasks, *settings]


def _cell_edits(
    work: Transaction, wanted: Wanted, standing: Standing, today: date
) -> list[ActualEdit]:
    """Enter the wanted figure again as it was; where that would not win, as typed over."""
    apart = {
        key: actual
        for key, actual in wanted.actuals.items()
        if _value(_actual(standing, key)) != _value(actual)
    }
    first = {key: _as_it_was(key, actual) for key, actual in apart.items()}
    _, tried = work.enter(list(first.values()))
    return [
        edit
        if key in tried.actuals and _value(_actual(tried, key)) == edit.value
        else _typed_over(current(standing.actuals.get(key, ())), apart[key], key, today)
        for key, edit in first.items()
    ]


def _as_it_was(key: CellKey, actual: Actual | None) -> ActualEdit:
    if actual is None:
        return ActualEdit(key, None)
    return ActualEdit(
        key, actual.value, actual.status, actual.published_on, actual.source, actual.note
    )


def _typed_over(
    standing: Vintage | None, actual: Actual | None, key: CellKey, today: date
) -> ActualEdit:
    edit = correct_actual(_over(standing), key, _value(actual), today)
    assert isinstance(edit, ActualEdit), edit
    return edit if actual is None else replace(edit, source=actual.source, note=actual.note)


def _over(standing: Vintage | None) -> Actual | None:
    """Return what must be won over; a cell cleared as 最终核实 stands as firmly as a figure."""
    if standing is None:
        return None
    return replace(standing, value=standing.value or 0.0).actual


def _target_edits(held: Sequence[Version], wanted: Sequence[Version]) -> Iterable[TargetEdit]:
    """Say again, from each day on which the two differ, what the wanted versions say then."""
    days = {target.effective_on for _, target in (*held, *wanted)}
    said = list(held)
    for day in sorted(days):
        now, asked = in_force(said, day), in_force(wanted, day)
        if _said(now) == _said(asked):
            continue
        shown = asked or now
        if shown is None:  # pragma: no cover - a day is one of either side's versions
            continue
        gone = asked is None or asked.target.withdrawn
        last = max((version.entry for version in said), default=0) + 1
        said.append(Version(last, replace(shown.target, effective_on=day, withdrawn=gone)))
        yield _version_again(shown.target, day, withdrawn=gone)


def _said(version: Version | None) -> object:
    return None if version is None else said_by(version.target)


def _version_again(target: Target, day: date, *, withdrawn: bool) -> TargetEdit:
    return TargetEdit(
        target.key, None if withdrawn else target.value, target.comparator, target.upper,
        target.tolerance, day, target.document, target.reason, target.source, target.reference,
        target.due_on,
    )  # fmt: skip


def _actual(standing: Standing, key: CellKey) -> Actual | None:
    vintage = current(standing.actuals.get(key, ()))
    return None if vintage is None else vintage.actual


def _value(actual: Actual | None) -> float | None:
    return None if actual is None else actual.value
