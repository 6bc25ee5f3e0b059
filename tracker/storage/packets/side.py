"""Side: one office's journal, read as what stands in it and what only that office did."""

from collections.abc import Collection, Iterator, Sequence
from typing import Any, NamedTuple

from tracker.indicators import Actual, CellKey, Status, Target, TargetKey
from tracker.storage.actual_book import ActualEntry
from tracker.storage.moments import read_day, read_time
from tracker.storage.packets.packet import Sealed
from tracker.storage.setting_book import SettingEntry
from tracker.storage.standing import withdrawn_by
from tracker.storage.target_book import TargetEntry, Version, version_of
from tracker.vintages import Vintage, current

MergeKey = CellKey | TargetKey | str
"""What a merge can change: a cell, a target, or a setting by its name."""
Held = float | Target | str | None
"""What stands there: a cell's value, a target's latest version, a setting's text; None: blank."""


class Step(NamedTuple):
    """What was said of a key in a form to compare, and whether the other side lacks it.

    A `seed` is the first that was ever said of the key.
    """

    said: object
    alone: bool
    seed: bool


class Side:
    """Reads revisions that are in the order in which they were made."""

    def __init__(self, revisions: Sequence[Sealed]) -> None:
        self._revisions = revisions
        self.ids = frozenset(one.revision.id for one in revisions)
        undos = ((one.revision.id, one.revision.reverts) for one in reversed(revisions))
        self._gone = withdrawn_by((name, back) for name, back in undos if back is not None)
        self.vintages: dict[CellKey, list[Vintage]] = {}
        self.versions: dict[TargetKey, list[Version]] = {}
        self.settings: dict[str, str | None] = {}
        for one in revisions:
            if one.revision.reverts is None and one.revision.id not in self._gone:
                self._stand(one)

    def actual(self, key: CellKey) -> Actual | None:
        """Return the figure that stands in a cell."""
        standing = current(self.vintages.get(key, ()))
        return None if standing is None else standing.actual

    def steps(self, others: Collection[str]) -> dict[MergeKey, list[Step]]:
        """Return what was done to each key, step by step.

        `others` are the revisions of the other side. What was taken back counts for nothing; an
        undo is a step where it takes back what both have. Saying the same again is no step.
        """
        found: dict[MergeKey, list[Step]] = {}
        for one in self._revisions:
            name, reverts = one.revision.id, one.revision.reverts
            if name in self._gone or (reverts is not None and reverts not in others):
                continue
            for key, said in said_in(one):
                steps = found.setdefault(key, [])
                if reverts is not None or not steps or steps[-1].said != said:
                    seed = not steps and reverts is None
                    steps.append(Step(said, name not in others, seed))
        return found

    def _stand(self, one: Sealed) -> None:
        at = one.revision.recorded_at
        for row in one.books[0]:
            entry = ActualEntry(*row)
            held = self.vintages.setdefault(entry.key, [])
            held.append(
                Vintage(
                    entry.key, entry.value, Status(entry.status), read_day(entry.published_on),
                    entry.source, entry.note, read_time(at), len(held),
                )
            )  # fmt: skip
        for row in one.books[1]:
            task = TargetEntry(*row)
            versions = self.versions.setdefault(task.key, [])
            versions.append(version_of(_version_row(task, len(versions), at)))
        for row in one.books[2]:
            setting = SettingEntry(*row)
            self.settings[setting.name] = setting.value


def said_in(one: Sealed) -> Iterator[tuple[MergeKey, object]]:
    """Yield each key that a revision touches, with what it says there in a form to compare."""
    for row in one.books[0]:
        entry = ActualEntry(*row)
        yield entry.key, entry.value
    for row in one.books[1]:
        task = TargetEntry(*row)
        said = (task.value, task.comparator, task.upper, task.tolerance, task.effective_on)
        yield task.key, said
    for row in one.books[2]:
        setting = SettingEntry(*row)
        yield setting.name, setting.value


def _version_row(task: TargetEntry, number: int, at: str) -> tuple[Any, ...]:
    return (
        task.region, task.year, task.indicator, task.horizon, task.measure, task.tier, number,
        task.value, task.comparator, task.upper, task.tolerance, task.effective_on,
        task.document, task.reason, task.source, task.reference, task.due_on, at,
    )  # fmt: skip
