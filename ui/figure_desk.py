"""FigureDesk: what the pane of 填报 asks for, made into revisions of the ledger."""

from tracker.edits import ActualEdit, correct_actual
from tracker.entry_context import month_name
from tracker.indicators import CellKey
from tracker.review import Check, Finding
from tracker.review.confirmations import confirm, explain
from tracker.wording import amount
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
        self._session.record([edit], f"{self._name(key)} 改为 {shown}")

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
        session.record([edit], f"{verb} {self._name(key)}", note)

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
        self._session.record([edit], f"{self._name(key)} 来源与状态")

    def give_reason(self, key: CellKey, reason: str) -> None:
        """Say why a published figure was revised: the note of the figure that replaced it."""
        held = self._session.snapshot.actual(key)
        if held is None:
            return
        edit = ActualEdit(key, held.value, held.status, held.published_on, held.source, reason)
        self._session.record([edit], f"{self._name(key)} 修订原因", reason)

    def _name(self, key: CellKey) -> str:
        indicator = self._session.snapshot.indicator(key.indicator)
        return f"{indicator.name} {month_name(indicator, key.month.month)}"
