"""与上次会议相比: lights that changed, what was caught up, what is new, what was only revised."""

from collections.abc import Iterator
from dataclasses import dataclass

from tracker.indicators import Light
from tracker.periods import Month, Word
from tracker.progress import headline_rows, light_word
from tracker.progress.printed import value_words
from tracker.progress.result import Progress
from tracker.snapshot import Snapshot


class MoveKind(Word):
    """What happened to an indicator between two meetings."""

    WORSE = "worse"
    BETTER = "better"
    CAUGHT_UP = "caught_up"
    REVISED = "revised"
    NEW = "new"
    GONE = "gone"

    @property
    def label(self) -> str:
        """The head of its list."""
        return {
            MoveKind.WORSE: "变差",
            MoveKind.BETTER: "变好",
            MoveKind.CAUGHT_UP: "补上欠账",
            MoveKind.REVISED: "只是修订",
            MoveKind.NEW: "新增",
            MoveKind.GONE: "不再列",
        }[self]


_ORDER = {Light.RED: 0, Light.YELLOW: 1, Light.GREEN: 2}


@dataclass(frozen=True, slots=True)
class Move:
    """One indicator's headline row then and now; None where it had none."""

    kind: MoveKind
    before: Progress | None
    after: Progress | None

    @property
    def sentence(self) -> str:
        """Say it with both figures."""
        old, new = self.before, self.after
        if old is None and new is not None:
            return f"{new.indicator.name}：新增，{_state(new)}。"
        if new is None and old is not None:
            return f"{old.indicator.name}：不再列，上次{_state(old)}。"
        assert old is not None
        assert new is not None
        tail = "，是修订，不是进度" if self.kind is MoveKind.REVISED else ""
        return f"{new.indicator.name}：{_state(old)} → {_state(new)}{tail}。"


def compare(
    before: tuple[Snapshot, str, Month], after: tuple[Snapshot, str, Month]
) -> tuple[Move, ...]:
    """Compare two views (snapshot, region, as-of), the earlier first. Raises UnknownName."""
    old = {row.indicator.id: row for row in headline_rows(*before)}
    new = {row.indicator.id: row for row in headline_rows(*after)}
    order = list(MoveKind)
    return tuple(sorted(_moves(old, new), key=lambda move: order.index(move.kind)))


def _moves(old: dict[str, Progress], new: dict[str, Progress]) -> Iterator[Move]:
    for name, row in new.items():
        then = old.get(name)
        if then is None:
            yield Move(MoveKind.NEW, None, row)
            continue
        kind = _kind(then, row)
        if kind is not None:
            yield Move(kind, then, row)
    for name, row in old.items():
        if name not in new:
            yield Move(MoveKind.GONE, row, None)


def _kind(then: Progress, now: Progress) -> MoveKind | None:
    """Name what lies between two rows; None where nothing worth telling does."""
    if then.month == now.month and then.value != now.value:
        return MoveKind.REVISED
    if Light.NONE in (then.light, now.light) or then.light is now.light:
        return None
    if then.light is Light.RED:
        return MoveKind.CAUGHT_UP
    return MoveKind.BETTER if _ORDER[now.light] > _ORDER[then.light] else MoveKind.WORSE


def _state(row: Progress) -> str:
    when = "" if row.month is None else f"{row.month.month} 月 "
    value = "" if row.value is None else f"{when}{value_words(row)}，"
    return f"{value}{light_word(row)}"
