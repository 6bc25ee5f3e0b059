"""Viewpoint: binds the header's year, month and region to the session, within sensible limits."""

from pathlib import Path

from tracker.periods import MONTHS_IN_YEAR, Month
from ui.preferences import Preferences
from ui.session import Session
from ui.widgets.header_bar import HeaderBar

_YEARS_BACK = 10


class Viewpoint:
    """Moves the session where the header asks to, and shows in the header where it is."""

    def __init__(self, session: Session, header: HeaderBar) -> None:
        self._session = session
        self._header = header
        header.offer_years(self.years)
        header.month_wanted.connect(self._on_month_wanted)
        header.region_wanted.connect(self._on_region_wanted)
        session.viewpoint_moved.connect(self.show)
        self.show()

    def show(self) -> None:
        """Show in the header what every page looks at."""
        session = self._session
        self._header.show_viewpoint(session.snapshot.catalogue, session.region, session.as_of)

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
