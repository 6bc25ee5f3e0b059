"""Union of two journals: every revision of both stays; where both changed a cell, nothing wins
until a person has chosen.
"""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from tracker.edits import Changes
from tracker.errors import BadValue
from tracker.filing.locks import lock_sentence, locked_months
from tracker.indicators import Actual, CellKey, Status, TargetKey
from tracker.storage.actual_book import ActualEntry
from tracker.storage.moments import read_day, read_time
from tracker.storage.packets.packet import Packet, Sealed
from tracker.storage.standing import withdrawn_by
from tracker.storage.target_book import TargetEntry
from tracker.vintages import Vintage, current


@dataclass(frozen=True, slots=True)
class Difference:
    """A cell that a merge changes: what stands here (None: blank), what comes, from whom, when."""

    key: CellKey
    old: float | None
    new: float | None
    author: str
    recorded_at: str


@dataclass(frozen=True, slots=True)
class Clash:
    """A cell that stays as it is: both values, or the month's lock; `locked` says which."""

    key: CellKey
    ours: float | None
    theirs: float | None
    author: str
    recorded_at: str
    sentence: str
    locked: bool = False


@dataclass(frozen=True, slots=True)
class MergePlan:
    """What a merge would do. Revisions that are here already are not in it."""

    revisions: tuple[Sealed, ...]
    differences: tuple[Difference, ...]
    clashes: tuple[Clash, ...]

    @property
    def is_nothing(self) -> bool:
        """Say whether everything is here already."""
        return not self.revisions

    def kept(self, take: Collection[CellKey] = ()) -> list[CellKey]:
        """Return the cells whose value must stay ours; `take` names those a person gave up."""
        return [one.key for one in self.clashes if one.locked or one.key not in take]


@dataclass(frozen=True, slots=True)
class Merger:
    """What is known here: which revisions, what stands in a cell, and the ledger's settings."""

    known: Mapping[str, str]
    """Revision id → hash."""
    links: Mapping[tuple[str, int], str]
    """(device, sequence) → revision id."""
    standing: Callable[[CellKey], Actual | None]
    settings: Mapping[str, str]

    def plan(self, packet: Packet) -> MergePlan:
        """Compare a packet with this ledger. Raises BadValue when a chain has forked."""
        new = [one for one in packet.revisions if one.revision.id not in self.known]
        for one in packet.revisions:
            self._refuse_fork(one)
        vintages, values = _vintages(packet)
        touched = {key for one in new for key in _cells(one)}
        differences: list[Difference] = []
        clashes: list[Clash] = []
        locks = locked_months(self.settings)
        for key in sorted(touched, key=_order):
            theirs = current(vintages.get(key, ()))
            ours = self.standing(key)
            mine = None if ours is None else ours.value
            value = None if theirs is None else theirs.value
            if mine == value:
                continue
            signed = _signature(new, key)
            held = locks.get(key.month)
            if held is not None:
                sentence = lock_sentence(key.month, held)
                clashes.append(Clash(key, mine, value, *signed, sentence, locked=True))
            elif mine is not None and mine not in values.get(key, ()):
                # They never saw our value: both sides changed the cell.
                sentence = f"两边都改过：这里是 {mine:g}，对方是 {_word(value)}。"
                clashes.append(Clash(key, mine, value, *signed, sentence))
            else:
                differences.append(Difference(key, mine, value, *signed))
        return MergePlan(tuple(new), tuple(differences), tuple(clashes))

    def _refuse_fork(self, one: Sealed) -> None:
        revision = one.revision
        held = self.links.get((revision.device_id, revision.sequence))
        if held is not None and held != revision.id:
            raise BadValue(
                "两边是同一台机器的台账各自改过的两份，流水分了叉，不能合并；"
                "请在其中一份上继续，另一份用导出表格的办法并过来。"
            )


def _vintages(
    packet: Packet,
) -> tuple[dict[CellKey, list[Vintage]], dict[CellKey, set[float | None]]]:
    """Return the vintages in force over there by cell, and every value a cell ever had there."""
    gone = _withdrawn(packet.revisions)
    vintages: dict[CellKey, list[Vintage]] = {}
    values: dict[CellKey, set[float | None]] = {}
    number = 0
    for one in packet.revisions:
        for row in one.books[0]:
            number += 1
            entry = ActualEntry(*row)
            values.setdefault(entry.key, set()).update((entry.value, entry.old_value))
            if one.revision.reverts is None and one.revision.id not in gone:
                vintages.setdefault(entry.key, []).append(
                    Vintage(
                        entry.key, entry.value, Status(entry.status), read_day(entry.published_on),
                        entry.source, entry.note, read_time(one.revision.recorded_at), number,
                    )
                )  # fmt: skip
    return vintages, values


def _withdrawn(revisions: Sequence[Sealed]) -> set[str]:
    undos = [
        (one.revision.id, one.revision.reverts)
        for one in reversed(revisions)
        if one.revision.reverts is not None
    ]
    return withdrawn_by(undos)


def _cells(one: Sealed) -> Iterable[CellKey]:
    return (ActualEntry(*row).key for row in one.books[0])


def _signature(new: Sequence[Sealed], key: CellKey) -> tuple[str, str]:
    """Return who changed a cell last among the new revisions, and when."""
    for one in reversed(new):
        if any(cell == key for cell in _cells(one)):
            return one.revision.author, one.revision.recorded_at
    raise KeyError(key)  # pragma: no cover - only cells of new revisions are asked for


def _order(key: CellKey) -> tuple[str, str, str, str, str]:
    return (key.region, key.indicator, str(key.month), key.measure.value, key.basis.value)


def _word(value: float | None) -> str:
    return "空" if value is None else f"{value:g}"


def changes_of_packet(revisions: Iterable[Sealed]) -> Changes:
    """Return what the revisions touch, so that pages can refresh."""
    cells: set[CellKey] = set()
    targets: set[TargetKey] = set()
    settings: set[str] = set()
    for one in revisions:
        cells.update(_cells(one))
        targets.update(TargetEntry(*row).key for row in one.books[1])
        settings.update(row[1] for row in one.books[2])
    return Changes("", frozenset(cells), frozenset(targets), frozenset(settings))
