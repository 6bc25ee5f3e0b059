"""FigureDesk: what the pane of 填报 asks for, made into revisions of the ledger."""

from collections.abc import Sequence

from tracker.edits import ActualEdit, HistoryEntry, correct_actual
from tracker.entry_context import month_name
from tracker.errors import BadValue
from tracker.filing.statuses import mark_status, take_version
from tracker.indicators import CellKey, Status
from tracker.review import Check, Finding
from tracker.review.confirmations import confirm, explain
from tracker.wording import STATUS_WORDS, amount, plain
from ui.session import Session
from ui.widgets.source_editor import SourceEditor


class FigureDesk:
    """Each method is one revision and one undo step, or raises a TrackerError."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def correct(self, key: CellKey, value: float) -> None:
        """Enter the value that a check has offered."""
        snapshot = self._session.snapshot
        indicator = snapshot.indicator(key.indicator)
        edit = correct_actual(snapshot.actual(key), key, value, self._session.today())
        shown = amount(value, indicator, key.measure)
        self._session.record([edit], f"{self.name_of(key)} 改为 {shown}")

    def answer(self, finding: Finding, note: str) -> None:
        """Explain a red light, or confirm that a doubtful figure is right."""
        session = self._session
        key = finding.key
        assert isinstance(key, CellKey), finding
        author, today = session.store.author, session.today()
        if finding.check is Check.RED:
            edit, verb = explain(key, note, author, today), "说明红灯"
        else:
            edit, verb = confirm(session.snapshot, finding, note, author, today), "确认"
        session.record([edit], f"{verb} {self.name_of(key)}", note)

    def describe(self, key: CellKey, typed: SourceEditor) -> None:
        """Keep the status, day, source and note of the figure that stands in a cell."""
        held = self._session.snapshot.actual(key)
        if held is None:
            return
        edit = ActualEdit(
            key,
            held.value,
            typed.chosen_status,
            typed.chosen_day,
            typed.source.text().strip(),
            typed.note.text().strip(),
        )
        self._session.record([edit], f"{self.name_of(key)} 来源与状态")

    def give_reason(self, key: CellKey, reason: str) -> str:
        """Say why a published figure was revised, in the note of the one that replaced it.

        Return what was done.
        """
        held = self._session.snapshot.actual(key)
        if held is None:
            raise BadValue(f"{self.name_of(key)} 已经清空，没有可说明的数。")
        edit = ActualEdit(key, held.value, held.status, held.published_on, held.source, reason)
        self._session.record([edit], f"{self.name_of(key)} 修订原因", reason)
        return f"{self.name_of(key)} 的修订原因已记下"

    def mark(self, keys: Sequence[CellKey], status: Status) -> str:
        """Give the figures of cells a status, as one revision; return what was done."""
        edits = mark_status(self._session.snapshot, keys, status)
        words = f"{len(edits)} 个数标为{STATUS_WORDS[status]}"
        self._session.record(edits, words)
        kept = sum(1 for key in keys if self._is_heavier(key, status))
        return f"{words}，{kept} 个已更高的没有动" if kept else words

    def take(self, entry: HistoryEntry) -> str:
        """Let an earlier version of a cell stand again; return what was done."""
        key = entry.key
        assert isinstance(key, CellKey), entry
        session = self._session
        edit = take_version(session.store.history(key), entry, session.today())
        words = f"{self.name_of(key)} 取用 {plain(entry.new or 0.0)}"
        session.record([edit], words)
        return words

    def _is_heavier(self, key: CellKey, status: Status) -> bool:
        held = self._session.snapshot.actual(key)
        return held is not None and held.status.weight > status.weight

    def name_of(self, key: CellKey) -> str:
        """Name a cell: 外贸进出口总值 4 月."""
        indicator = self._session.snapshot.indicator(key.indicator)
        return f"{indicator.name} {month_name(indicator, key.month.month)}"
