"""PastePreview: what a doubtful paste would write, line by line, before anything is written."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from tracker.edits import ActualEdit
from tracker.entry_context import month_name
from tracker.exchange.clipboard import Block, Selection
from tracker.exchange.pasting import Arrangement, LayBy
from tracker.indicators import CellKey
from tracker.snapshot import Snapshot
from tracker.wording import figure
from ui.models.entry_landing import EntryLanding
from ui.models.landing import Landing
from ui.models.row_table import Column, Group

_BAD, _LOST, _OVER, _NEW = "bad", "lost", "over", "new"
_MOST_LOST = 200
"""A whole column of a sheet can be pasted: so many of its million texts are listed."""


@dataclass(frozen=True, slots=True)
class PreviewLine:
    """One cell: where it is, what stands there, what would, and what is to be said about it."""

    number: int
    where: str
    before: str
    after: str
    remark: str


PREVIEW_COLUMNS: tuple[Column[PreviewLine], ...] = (
    Column("where", "格", lambda line: line.where, lambda line: line.number),
    Column("before", "原来", lambda line: line.before, lambda line: line.before, right=True),
    Column("after", "粘贴以后", lambda line: line.after, lambda line: line.after, right=True),
    Column("remark", "说明", lambda line: line.remark, lambda line: line.remark,
           lambda line: line.remark),
)  # fmt: skip


class PastePreview:
    """A block, the ways to lay it, and the lines of the way that is chosen."""

    def __init__(
        self,
        block: Block,
        selection: Selection,
        landing: Callable[[], EntryLanding],
        snapshot: Snapshot,
        region: str,
    ) -> None:
        """`landing` is made anew each time, `region` the one in view, which need not be named."""
        self.block = block
        self._selection = selection
        self._landing = landing
        self._snapshot = snapshot
        self._region = region
        laying = landing()
        self.ways = laying.ways(block, selection)
        self.way = self.ways[0]
        self.landing = laying.land_way(self.way, selection)

    def choose(self, by: LayBy) -> None:
        """Lay the block in another way."""
        self.way = next(way for way in self.ways if way.by is by)
        self.landing = self.land()

    def land(self) -> Landing:
        """Return what the chosen way would write now: the ledger may have gone on meanwhile."""
        return self._landing().land_way(self.way, self._selection)

    @property
    def is_doubtful(self) -> bool:
        """Say whether a person should look before it is written.

        One single value is seen where it lands; a larger block must be as copied, into cells
        that are blank or hold the same, with nothing refused and nothing lost.
        """
        if self.block.height == self.block.width == 1:
            return False
        landing = self.landing
        overwritten = any(self._before(key) for key in _changed(landing))
        return bool(self.way.notes or landing.problems or landing.left_out or overwritten)

    def groups(self) -> list[Group[PreviewLine]]:
        """Return the lines: refused, without a place, overwriting, new."""
        landing = self.landing
        bad = [
            self._line(key, problem.typed, problem.reason)
            for key, problem in landing.problems.items()
            if isinstance(key, CellKey)
        ]
        nowhere = self._lost(landing)
        lost = [("—", "", text, reason) for text, reason in nowhere[:_MOST_LOST]]
        changes = [self._line(key, self._after(landing, key), "") for key in _changed(landing)]
        over = [line for line in changes if line[1]]
        new = [line for line in changes if not line[1]]
        numbered: list[Group[PreviewLine]] = []
        count = 0
        for name, title, lines in (
            (_BAD, f"不合格 {len(bad)}，留在格里等改，不写入", bad),
            (_LOST, f"没有位置 {len(nowhere)}，不写入", lost),
            (_OVER, f"改写 {len(over)}", over),
            (_NEW, f"新填 {len(new)}", new),
        ):
            rows = tuple(PreviewLine(count + at, *line) for at, line in enumerate(lines))
            count += len(rows)
            numbered.append(Group(name, title, rows))
        return numbered

    @property
    def summary(self) -> str:
        """Count in words: 新填 12　改写 5　不变 3　不合格 1　没有位置 2."""
        landing = self.landing
        changed = list(_changed(landing))
        over = sum(1 for key in changed if self._before(key))
        parts = (
            ("新填", len(changed) - over),
            ("改写", over),
            ("不变", len(landing.edits) - len(changed)),
            ("不合格", len(landing.problems)),
            ("没有位置", len(self._lost(landing))),
        )
        return "　".join(f"{word} {number}" for word, number in parts if number)

    def _lost(self, landing: Landing) -> list[tuple[str, str]]:
        return [*landing.left_out, *((one.text, one.reason) for one in self.way.left_out)]

    def _line(self, key: CellKey, after: str, remark: str) -> tuple[str, str, str, str]:
        return self._where(key), self._before(key), after, remark

    def _where(self, key: CellKey) -> str:
        indicator = self._snapshot.indicator(key.indicator)
        month = month_name(indicator, key.month.month)
        if key.region == self._region:
            return f"{indicator.name}　{month}"
        return f"{indicator.name}　{self._snapshot.region(key.region).short_name} {month}"

    def _before(self, key: CellKey) -> str:
        held = self._snapshot.actual(key)
        if held is None:
            return ""
        return figure(held.value, self._snapshot.indicator(key.indicator), key.measure)

    def _after(self, landing: Landing, key: CellKey) -> str:
        edit = landing.edits[key][0]
        if not isinstance(edit, ActualEdit) or edit.value is None:
            return ""
        return figure(edit.value, self._snapshot.indicator(key.indicator), key.measure)


def way_names(ways: Iterable[Arrangement]) -> list[tuple[str, str]]:
    """Return the choices of a switch between ways: value and text."""
    return [(way.by.value, way.by.value) for way in ways]


def _changed(landing: Landing) -> Iterable[CellKey]:
    return (
        key
        for key, (edit, _) in landing.edits.items()
        if edit is not None and isinstance(key, CellKey)
    )
