"""Viewpoint: binds the header's year, month, region and known-on to the session, within limits."""

from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut

from tracker.desk.known_on import offered_days, past_day
from tracker.errors import TrackerError
from tracker.periods import MONTHS_IN_YEAR, Month
from ui import dialogs
from ui.preferences import Preferences
from ui.session import Session
from ui.widgets.header_bar import HeaderBar
from ui.widgets.known_on_button import REVIEWED
from ui.widgets.known_on_strip import KnownOnStrip

_YEARS_BACK = 10


class Viewpoint:
    """Moves the session where the header asks to, and shows in the header where it is."""

    def __init__(self, session: Session, header: HeaderBar, strip: KnownOnStrip) -> None:
        self._session = session
        self._header = header
        self._strip = strip
        self._escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), strip)
        self._escape.activated.connect(self.know_newest)
        strip.newest_wanted.connect(self.know_newest)
        header.known_on.offer_days(self._days)
        header.known_on_wanted.connect(self._on_known_on_wanted)
        header.offer_years(self.years)
        header.month_wanted.connect(self._on_month_wanted)
        header.region_wanted.connect(self._on_region_wanted)
        session.viewpoint_moved.connect(self.show)
        self.show()

    def show(self) -> None:
        """Show in the header what every page looks at."""
        session = self._session
        self._header.show_viewpoint(session.snapshot.catalogue, session.region, session.as_of)
        if session.edition is not None:
            self._header.known_on.show_edition(session.edition.name)
            self._strip.show_edition(session.edition)
        else:
            self._header.show_known_on(session.known_on, reviewed=session.reviewed)
            self._strip.show_day(session.known_on, reviewed=session.reviewed)
        self._escape.setEnabled(session.only_looks)

    def know_newest(self) -> None:
        """Show what is known now; figures can be entered again."""
        self._session.know(None)

    def years(self) -> list[int]:
        """Offer the years that hold figures or targets here, the present one and the next."""
        session = self._session
        present = session.today().year
        held = {
            year
            for year in range(present - _YEARS_BACK, present + 1)
            if session.snapshot.actuals(session.region, year)
            or session.snapshot.targets(session.region, year)
        }
        return sorted(held | {session.as_of.year, present, present + 1}, reverse=True)

    def _days(self) -> tuple[date, ...]:
        return offered_days(self._session.as_of, self._session.today())

    def _on_known_on_wanted(self, text: str) -> None:
        if text == REVIEWED:
            self._session.know_reviewed()
            return
        try:
            self._session.know(past_day(text, self._session.today()) if text else None)
        except TrackerError as error:
            dialogs.tell(self._header, error, "看不了这一天")

    def _on_month_wanted(self, month: Month) -> None:
        last = Month(self._session.today().year + 1, MONTHS_IN_YEAR)
        first = Month(last.year - 1 - _YEARS_BACK, 1)
        self._session.look_at(as_of=max(first, min(month, last)))

    def _on_region_wanted(self, code: str) -> None:
        self._session.look_at(region=code)


def restore(session: Session, preferences: Preferences, ledger: Path) -> None:
    """Look where this person looked last in this ledger."""
    if preferences.ledger != str(ledger):
        return
    region = preferences.region
    known = region in session.snapshot.catalogue.regions
    session.look_at(region=region if known else None, as_of=preferences.as_of)
