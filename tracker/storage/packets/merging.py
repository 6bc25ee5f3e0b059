"""Union of two journals: every revision of both stays; where both changed a cell, a target or a
setting, nothing wins until a person has chosen.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import takewhile

from tracker.edits import Changes
from tracker.errors import BadValue
from tracker.filing.locks import PREFIX as LOCK
from tracker.filing.locks import lock_sentence, locked_months
from tracker.indicators import CellKey, Target, TargetKey
from tracker.snapshot import Snapshot
from tracker.storage.packets.packet import Packet, Sealed
from tracker.storage.packets.side import Held, MergeKey, Side, Step, said_in
from tracker.storage.target_book import Version, in_force

OWN_FACTS = frozenset({"title", "sample", "created_at"})
"""Settings about the file itself: each ledger keeps its own, and nobody is asked."""
_LOCK_STAYS = "封账以本台账为准，合并不会封账也不会解封。"


@dataclass(frozen=True, slots=True)
class Difference:
    """What a merge changes: what stands here (None: blank), what comes, from whom, when."""

    key: MergeKey
    old: Held
    new: Held
    author: str
    recorded_at: str


@dataclass(frozen=True, slots=True)
class Clash:
    """What stays as it is until a person chooses: both values, or a lock; `locked` says which.

    A `locked` one cannot be given up. `sentence` says why it stays.
    """

    key: MergeKey
    ours: Held
    theirs: Held
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

    def kept(self, take: Collection[MergeKey] = ()) -> list[MergeKey]:
        """Return what must stay ours; `take` names what a person gave up."""
        return [one.key for one in self.clashes if one.locked or one.key not in take]

    def given_up(self, keep: Collection[MergeKey]) -> set[MergeKey]:
        """Return what will be theirs after the merge when `keep` stays ours."""
        locked = {one.key for one in self.clashes if one.locked}
        asked = {one.key for one in self.differences} | {one.key for one in self.clashes}
        return asked - set(keep) - locked


@dataclass(frozen=True, slots=True)
class Merger:
    """This ledger: its journal, and the snapshot of what stands."""

    ours: Side
    links: Mapping[tuple[str, int], str]
    """(device, sequence) → revision id."""
    snapshot: Snapshot
    _targets: dict[tuple[str, int], tuple[Target, ...]] = field(default_factory=dict)

    def plan(self, packet: Packet) -> MergePlan:
        """Compare a packet with this ledger. Raises BadValue when a chain has forked."""
        new = [one for one in packet.revisions if one.revision.id not in self.ours.ids]
        for one in packet.revisions:
            self._refuse_fork(one)
        if not new:
            return MergePlan((), (), ())
        theirs = Side(packet.revisions)
        here, there = _apart(self.ours, theirs)
        signed = _signatures(new)
        differences: list[Difference] = []
        clashes: list[Clash] = []
        for key in sorted(there, key=_order):
            mine, value = self._held(key), _held_there(theirs, key)
            if key in OWN_FACTS or self._agree(key, theirs):
                continue
            sentence = self._why_locked(key)
            if sentence:
                clashes.append(Clash(key, mine, value, *signed[key], sentence, locked=True))
            elif key in here:
                sentence = "两边都改过，先保留这里的。"
                clashes.append(Clash(key, mine, value, *signed[key], sentence))
            else:
                differences.append(Difference(key, mine, value, *signed[key]))
        return MergePlan(tuple(new), tuple(differences), tuple(clashes))

    def _why_locked(self, key: MergeKey) -> str:
        if isinstance(key, CellKey):
            held = locked_months(self.snapshot.settings).get(key.month)
            return "" if held is None else lock_sentence(key.month, held)
        return _LOCK_STAYS if isinstance(key, str) and key.startswith(LOCK) else ""

    def _held(self, key: MergeKey) -> Held:
        if isinstance(key, CellKey):
            actual = self.snapshot.actual(key)
            return None if actual is None else actual.value
        if isinstance(key, TargetKey):
            return _latest(self._versions(key))
        return self.snapshot.settings.get(key)

    def _agree(self, key: MergeKey, theirs: Side) -> bool:
        if isinstance(key, TargetKey):
            mine, other = self._versions(key), theirs.versions.get(key, ())
            return contents(mine) == contents(other)
        return self._held(key) == _held_there(theirs, key)

    def _versions(self, key: TargetKey) -> list[Version]:
        place = (key.region, key.year)
        if place not in self._targets:
            self._targets[place] = tuple(self.snapshot.loader.load_targets(*place))
        held = (one for one in self._targets[place] if one.key == key)
        return [Version(number, target) for number, target in enumerate(held)]

    def _refuse_fork(self, one: Sealed) -> None:
        revision = one.revision
        held = self.links.get((revision.device_id, revision.sequence))
        if held is not None and held != revision.id:
            raise BadValue(
                "两边是同一台机器的台账各自改过的两份，流水分了叉，不能合并；"
                "请在其中一份上继续，另一份用导出表格的办法并过来。"
            )


def contents(versions: Iterable[Version]) -> dict[date, object]:
    """Return what a target says from each day on, in a form to compare."""
    return {target.effective_on: said_by(target) for _, target in versions}


def said_by(target: Target) -> object:
    """Return what a version asks for, in a form to compare; None where it withdraws the target."""
    said = (target.value, target.comparator, target.upper, target.tolerance)
    return None if target.withdrawn else said


def _held_there(theirs: Side, key: MergeKey) -> Held:
    if isinstance(key, CellKey):
        actual = theirs.actual(key)
        return None if actual is None else actual.value
    if isinstance(key, TargetKey):
        return _latest(theirs.versions.get(key, ()))
    return theirs.settings.get(key)


def _latest(versions: Sequence[Version]) -> Target | None:
    """Return the version that comes into force last; None where it withdraws the target."""
    days = [target.effective_on for _, target in versions]
    last = in_force(versions, max(days)) if days else None
    return None if last is None or last.target.withdrawn else last.target


def _apart(ours: Side, theirs: Side) -> tuple[set[MergeKey], set[MergeKey]]:
    """Return the keys that each side alone has changed since the two parted.

    Where both began with the same value, as two ledgers of one seed do, that is no change.
    """
    here, there = ours.steps(theirs.ids), theirs.steps(ours.ids)
    mine: set[MergeKey] = set()
    others: set[MergeKey] = set()
    for key in here.keys() | there.keys():
        own, other = here.get(key, []), there.get(key, [])
        alike = sum(1 for _ in takewhile(_is_alike, zip(own, other, strict=False)))
        if any(step.alone for step in own[alike:]):
            mine.add(key)
        if any(step.alone for step in other[alike:]):
            others.add(key)
    return mine, others


def _is_alike(pair: tuple[Step, Step]) -> bool:
    own, other = pair
    shared = not own.alone and not other.alone
    return own.said == other.said and (shared or (own.seed and other.seed))


def _signatures(new: Sequence[Sealed]) -> dict[MergeKey, tuple[str, str]]:
    """Return who touched each key last among the new revisions, and when."""
    return {
        key: (one.revision.author, one.revision.recorded_at)
        for one in new
        for key, _ in said_in(one)
    }


def _order(key: MergeKey) -> tuple[int, str, str, str, str]:
    """Order cells before targets before settings, each region by region."""
    if isinstance(key, CellKey):
        return 0, key.region, key.indicator, str(key.month), f"{key.measure} {key.basis}"
    if isinstance(key, TargetKey):
        return 1, key.region, key.indicator, f"{key.year} {key.horizon}", f"{key.measure}{key.tier}"
    return 2, key, "", "", ""


def changes_of_packet(revisions: Iterable[Sealed]) -> Changes:
    """Return what the revisions touch, so that pages can refresh."""
    keys = {key for one in revisions for key, _ in said_in(one)}
    return Changes(
        "",
        frozenset(key for key in keys if isinstance(key, CellKey)),
        frozenset(key for key in keys if isinstance(key, TargetKey)),
        frozenset(key for key in keys if isinstance(key, str)),
    )
