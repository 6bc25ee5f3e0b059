"""The words everyone uses for “what was entered” and “what changed”."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from tracker.indicators import Actual, CellKey, Comparator, Status, Target, TargetKey


@dataclass(frozen=True, slots=True)
class ActualEdit:
    """Enter a value in a cell; None unsets it (blank, which is not zero)."""

    key: CellKey
    value: float | None
    status: Status = Status.FLASH
    published_on: date | None = None
    source: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class TargetEdit:
    """Save a new version of a target; None withdraws it. No date means 1 January of its year."""

    key: TargetKey
    value: float | None
    comparator: Comparator = Comparator.AT_LEAST
    upper: float | None = None
    tolerance: float | None = None
    effective_on: date | None = None
    document: str = ""
    reason: str = ""
    source: str = ""
    reference: str = ""
    due_on: date | None = None

    @property
    def effective_date(self) -> date:
        """The day the version comes into force."""
        return self.effective_on or date(self.key.year, 1, 1)


@dataclass(frozen=True, slots=True)
class SettingEdit:
    """Change one of the ledger's own settings (title, an indicator's yard-stick, …)."""

    name: str
    value: str | None


Edit = ActualEdit | TargetEdit | SettingEdit


@dataclass(frozen=True, slots=True)
class Changes:
    """What one revision changed; screens decide from it what to draw again."""

    revision: str = ""
    cells: frozenset[CellKey] = frozenset()
    targets: frozenset[TargetKey] = frozenset()
    settings: frozenset[str] = frozenset()

    def __bool__(self) -> bool:
        return bool(self.cells or self.targets or self.settings)

    @property
    def indicators(self) -> frozenset[str]:
        """The indicators touched."""
        return frozenset(key.indicator for key in self.cells) | frozenset(
            key.indicator for key in self.targets
        )

    @property
    def slices(self) -> frozenset[tuple[str, int]]:
        """The (region, year) slices touched by actuals or targets."""
        return frozenset((key.region, key.month.year) for key in self.cells) | frozenset(
            (key.region, key.year) for key in self.targets
        )


def changes_of(edits: Iterable[Edit], revision: str = "") -> Changes:
    """Collect what a batch of edits touches."""
    batch = list(edits)
    return Changes(
        revision,
        frozenset(edit.key for edit in batch if isinstance(edit, ActualEdit)),
        frozenset(edit.key for edit in batch if isinstance(edit, TargetEdit)),
        frozenset(edit.name for edit in batch if isinstance(edit, SettingEdit)),
    )


def correct_actual(current: Actual | None, key: CellKey, value: float | None, today: date) -> Edit:
    """Make the edit of a person who types over a cell.

    It must win over what stands there, so it keeps that figure's status, and its publication
    date when that lies in the future; otherwise an undated 最终核实 would outlive the typing.
    """
    if current is None:
        return ActualEdit(key, value)
    published_on = current.published_on
    ahead = published_on is not None and published_on > today
    return ActualEdit(key, value, current.status, published_on if ahead else None)


def correct_target(
    current: Target | None, key: TargetKey, value: float | None, comparator: Comparator
) -> TargetEdit:
    """Make the edit of a person who types over a target: a new version from the same day on."""
    if current is None:
        return TargetEdit(key, value, comparator)
    tolerance = current.tolerance if comparator is current.comparator else None
    return TargetEdit(
        key,
        value,
        comparator,
        tolerance=tolerance,
        effective_on=current.effective_on,
        document=current.document,
        reference=current.reference,
        due_on=current.due_on,
    )


@dataclass(frozen=True, slots=True)
class HistoryEntry:
    """One line of a cell's or target's log: who entered what, when, instead of what, and why.

    `current` marks the entry that stands today; `withdrawn` one that an undo took back;
    `reverts` is the revision that this entry's revision undid, empty otherwise.
    """

    revision: str
    recorded_at: datetime
    author: str
    text: str
    reason: str
    key: CellKey | TargetKey
    old: float | None
    new: float | None
    status: Status | None
    published_on: date | None
    source: str
    note: str
    reverts: str = ""
    withdrawn: bool = False
    current: bool = False


@dataclass(frozen=True, slots=True)
class SettingChange:
    """One line of the log of a setting: who set it to what, when, instead of what, and why.

    `reverts` and `withdrawn` as in HistoryEntry.
    """

    revision: str
    recorded_at: datetime
    author: str
    text: str
    reason: str
    name: str
    old: str | None
    new: str | None
    reverts: str = ""
    withdrawn: bool = False
