"""ChartChoice: which picture a person wants, apart from the words of its title."""

from dataclasses import replace
from datetime import date

from PySide6.QtCore import QObject, Signal

from tracker.charts.gallery import ChartRequest, chart_entry, has_levels
from tracker.charts.presets import PRESETS
from tracker.indicators import Indicator, RegionLevel
from tracker.periods import MONTHS_IN_YEAR, Month
from ui.saved_styles import SavedStyle
from ui.session import Session

_THUMBNAIL_SCALE = 0.25
_FIRST_CHART, _FIRST_PRESET = "trajectory", "slide"


class ChartChoice(QObject):
    """Chart, indicator, size, paper and date; region and month are the session's."""

    subject_changed = Signal()
    """Emitted when the picture is about something else."""
    look_changed = Signal()
    """Emitted when the same is to look otherwise."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.chart = _FIRST_CHART
        self.preset = _FIRST_PRESET
        self.indicator = self.indicators()[0].id
        self._made_on = session.today()
        self.paper: str | None = None
        self.text_step = "standard"
        self.source = ""
        self.counties = False

    @property
    def made_on(self) -> date:
        """The 出图 date: the one that was chosen; an open 会议版 keeps its own."""
        return self._made_on if self._session.edition is None else self._session.drawn_on

    @property
    def needs_indicator(self) -> bool:
        """Say whether the chart is about one indicator."""
        return chart_entry(self.chart).needs_indicator

    @property
    def has_levels(self) -> bool:
        """Say whether the chart can compare the counties instead of 市州."""
        return has_levels(self._session.snapshot.catalogue, self.chart, self._session.region)

    @property
    def paper_shown(self) -> str:
        """The paper of the picture, as the switch names it."""
        return self.paper or _own_paper(self.preset)

    def choose_chart(self, chart: str) -> None:
        """Draw another chart, in the size shown so far where it has that, else in its first."""
        self.chart = chart
        offered = [preset.id for preset in chart_entry(chart).presets]
        if self.preset not in offered:
            self.preset = offered[0]
        self.subject_changed.emit()

    def choose_indicator(self, indicator: str) -> None:
        """Draw another indicator."""
        self.indicator = indicator
        self.subject_changed.emit()

    def choose_counties(self, counties: bool) -> None:
        """Compare the counties, or 市州."""
        self.counties = counties
        self.subject_changed.emit()

    def choose_month(self, month: Month) -> None:
        """Move every page to a month."""
        self._session.look_at(as_of=month)

    def choose_preset(self, preset: str) -> None:
        """Show another size."""
        self.preset = preset
        self.look_changed.emit()

    def choose_paper(self, paper: str) -> None:
        """Put every size on a paper; the one that this size has anyway lets each have its own."""
        self.paper = None if paper == _own_paper(self.preset) else paper
        self.look_changed.emit()

    def choose_text_step(self, text_step: str) -> None:
        """Set the small text in its usual size or one step larger."""
        self.text_step = text_step
        self.look_changed.emit()

    def choose_source(self, source: str) -> None:
        """Write another source into the footer; "" for what the ledger says."""
        self.source = source.strip()
        self.look_changed.emit()

    def wear(self, style: SavedStyle) -> None:
        """Take looks from a saved style."""
        self.paper, self.text_step, self.source = style.paper, style.text_step, style.source
        self.look_changed.emit()

    def choose_made_on(self, made_on: date) -> None:
        """Write another 出图 date."""
        if self._session.edition is None:
            self._made_on = made_on
        self.look_changed.emit()

    def indicators(self) -> list[Indicator]:
        """List the indicators in their order."""
        held = self._session.snapshot.catalogue.indicators.values()
        return sorted(held, key=lambda indicator: indicator.order)

    def months(self) -> list[Month]:
        """List the months of the year that is looked at, up to the present one."""
        as_of, present = self._session.as_of, Month.of(self._session.today())
        year = [Month(as_of.year, month) for month in range(1, MONTHS_IN_YEAR + 1)]
        return [month for month in year if month <= max(present, as_of)]

    def thumbnail(self, chart: str) -> ChartRequest:
        """Return the small picture of a chart for the gallery: its own looks, few pixels."""
        offered = [preset.id for preset in chart_entry(chart).presets]
        size = _FIRST_PRESET if _FIRST_PRESET in offered else offered[0]
        asked = self.request(None, preset=size, chart=chart)
        return replace(
            asked, paper=None, text_step="standard", source=None, level=None, scale=_THUMBNAIL_SCALE
        )

    def request(
        self, title: str | None, *, preset: str | None = None, chart: str | None = None
    ) -> ChartRequest:
        """Return what to draw under a title (None: the chart's own), maybe in another size."""
        wanted = chart or self.chart
        return ChartRequest(
            wanted,
            self._session.region,
            self._session.as_of,
            self.made_on,
            preset or self.preset,
            self.indicator if chart_entry(wanted).needs_indicator else None,
            title,
            self.paper,
            self.text_step,
            self.source or None,
            level=RegionLevel.COUNTY if wanted == self.chart and self._by_counties else None,
        )

    @property
    def _by_counties(self) -> bool:
        return self.counties and self.has_levels


def _own_paper(preset: str) -> str:
    """Return the paper of a size by the switch's names: 海报 has a 纸色 of its own."""
    return "white" if PRESETS[preset].paper == "white" else "paper"
