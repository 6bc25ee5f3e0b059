"""EventKeeping: what a person writes into the list of 大事 becomes a revision of the ledger."""

from uuid import uuid4

from PySide6.QtCore import QObject, Signal

from tracker.errors import TrackerError
from tracker.events import Event, event_of, events_on, removed, saved
from ui.chart_choice import ChartChoice
from ui.session import Session
from ui.theme import Theme
from ui.widgets.event_list import EventList

_ON_AN_AXIS = frozenset({"trajectory", "growth", "movement"})
"""The charts along whose axis events are flagged."""


class EventKeeping(QObject):
    """Fills the list with the events of the picture, and records what is entered or removed."""

    done = Signal(str, str, object)
    """Emitted with a sentence, the text of a button, and what that does."""

    def __init__(
        self, parent: QObject, session: Session, choice: ChartChoice, theme: Theme
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._choice = choice
        self.list = EventList(theme)
        self.list.entered.connect(self._on_entered)
        self.list.remove_wanted.connect(self._on_remove_wanted)

    def refresh(self) -> None:
        """Show the events of the picture; hidden where a chart has no axis of time."""
        choice, session = self._choice, self._session
        self.list.setVisible(choice.chart in _ON_AN_AXIS)
        about = choice.indicator if choice.needs_indicator else None
        held = events_on(session.snapshot.settings, session.region, about)
        self.list.show_events(held, of_one=choice.needs_indicator)

    def _on_entered(self, edited: Event | None, when: str, text: str, only_here: bool) -> None:
        indicator = self._choice.indicator if only_here else None
        event_id = str(uuid4()) if edited is None else edited.id
        try:
            event = event_of(event_id, self._session.region, when, text, indicator)
            self._session.record([saved(event)], f"记大事 {event.text}")
        except TrackerError as error:
            self.list.say_problem(str(error))
            return
        self.done.emit(f"已记：{event.words}", "撤销", self._session.undo_stack.undo)

    def _on_remove_wanted(self, event: Event) -> None:
        try:
            self._session.record([removed(event)], f"去掉大事 {event.text}")
        except TrackerError as error:
            self.list.say_problem(str(error))
            return
        self.done.emit(f"已去掉：{event.words}", "撤销", self._session.undo_stack.undo)
