"""guoban tour: the real window driven with real keys, and pictures of what it shows."""

from ui.tour.itinerary import ENTERED, HALF_YEAR_TARGETS, Tour, run, show_around

__all__ = ["ENTERED", "HALF_YEAR_TARGETS", "Tour", "run", "show_around"]
