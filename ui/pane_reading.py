"""PaneReading: reads the session for the detail pane, and writes the yard-stick chosen there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from tracker.desk.detail import recent_cells, recent_entries
from tracker.edits import SettingEdit
from tracker.errors import TrackerError
from tracker.indicators import PaceName
from tracker.progress import Progress
from tracker.trajectory import Trajectory, trajectory
from tracker.wording import PACE_WORDS
from ui import dialogs
from ui.session import Session
from ui.widgets.detail_pane import DetailPane

if TYPE_CHECKING:  # what lies ahead is imported with its first reading, after the first paint
    from tracker.outlook.prospect import Question

_AFTER_START_MS, _AFTER_PAINT_MS = 200, 30
"""What lies ahead takes past years; it is read when the window has been painted."""


class PaneReading(QObject):
    """Shows an indicator in the pane at once, and what lies ahead of it after the repaint."""

    def __init__(self, session: Session, pane: DetailPane) -> None:
        super().__init__(pane)
        self._session = session
        self._pane = pane
        self._course: Trajectory | None = None
        self._painted = False
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_AFTER_START_MS)
        self._later.timeout.connect(self.look_ahead)
        pane.stick_wanted.connect(self._on_stick_wanted)
        pane.supposed.connect(self._on_supposed)

    def show(self, indicator: str) -> None:
        """Show an indicator as of the session's viewpoint."""
        session = self._session
        course = trajectory(session.snapshot, indicator, session.region, session.as_of)
        log = session.store.history(*recent_cells(course))
        self._course = course
        ahead = self._pane.prospect
        other = ahead is None or _subject(ahead.row) != _subject(course.progress)
        if self._painted and other:
            self.look_ahead()  # another indicator must not stand under the fan of the last one
        else:
            self._later.start()
        self._pane.show_course(course, recent_entries(log))

    def look_ahead(self) -> None:
        """Read estimates, yard-sticks and margin of the indicator shown."""
        from tracker.outlook.prospect import prospect  # after the first paint, not before

        self._painted = True
        self._later.setInterval(_AFTER_PAINT_MS)
        if self._course is not None:
            self._pane.show_prospect(prospect(self._session.snapshot, self._course.progress))

    def _on_stick_wanted(self, name: str) -> None:
        if self._course is None:
            return
        indicator = self._course.progress.indicator
        words = f"{indicator.name} 改{PACE_WORDS[PaceName(name)]}"
        try:
            self._session.record([SettingEdit(f"pace.{indicator.id}", name)], words)
        except TrackerError as error:
            dialogs.tell(self._pane, error, "没有改尺子")

    def _on_supposed(self, text: str) -> None:
        ahead, field = self._pane.prospect, self._pane.what_if
        if ahead is None or ahead.question is None or not text.strip():
            field.show_answer("")
            return
        try:
            field.show_answer(self._answer(ahead.row, ahead.question, text))
        except TrackerError as error:
            field.show_answer(str(error), wrong=True)

    def _answer(self, row: Progress, question: Question, text: str) -> str:
        """Answer with tracker.outlook.what_if. Raises BadValue for what is no number."""
        from tracker.exchange.numerals import read_number
        from tracker.outlook.what_if import what_if

        value = read_number(text, question.after)
        if value is None:
            return ""
        snapshot = self._session.snapshot
        found = what_if(snapshot, row.indicator.id, row.region, row.as_of, value, question.horizon)
        return found.refused or found.sentence


def _subject(row: Progress) -> tuple[object, ...]:
    return row.indicator.id, row.region, row.as_of
