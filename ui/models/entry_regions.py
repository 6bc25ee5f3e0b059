"""RegionsAxis: 按地区, the regions of one level down and the indicators due in a month across."""

from collections.abc import Iterable

from tracker.edits import Changes
from tracker.entry_context import EntryCount, count_entered
from tracker.indicators import Catalogue, CellKey, RegionLevel
from tracker.periods import Month
from ui.models.cell_look import CellKind, CellLook, HeadLook
from ui.models.entry_axis import LABELS, NAME, NUMBER, EntryAxis, main_key, span_words
from ui.models.entry_looks import number_look, unit_look
from ui.models.entry_rows import EntryView, RegionRow, SeriesRow, entry_rows
from ui.session import Session

LEVEL, FILLED = 2, 3
_HEADS = ("", "地区", "级别", "已填")
_LEVELS = {
    RegionLevel.NATION: "全国",
    RegionLevel.PROVINCE: "全省",
    RegionLevel.PREFECTURE: "市州",
    RegionLevel.NEW_AREA: "新区",
    RegionLevel.COUNTY: "县区",
}


class RegionsAxis(EntryAxis):
    """Rows are the region in view and those below it; a county stands among its neighbours.

    Columns are the series that any of them reports and that are due in the month in view, under
    their units.
    """

    def __init__(self, session: Session, view: EntryView) -> None:
        catalogue = session.snapshot.catalogue
        super().__init__(session, regions_beside(catalogue, session.region))
        rows = entry_rows(session.snapshot, self.regions, self.as_of.year, view)
        self._series = [
            row
            for row in rows
            if isinstance(row, SeriesRow) and row.indicator.calendar.is_due(self.as_of.month)
        ]
        self._counts: dict[str, EntryCount] = {}
        self.rows = [
            RegionRow(number, catalogue.region(code))
            for number, code in enumerate(self.regions, start=1)
        ]

    @property
    def columns(self) -> int:
        """The labels and the series."""
        return LABELS + len(self._series)

    def series_at(self, row: int, column: int) -> SeriesRow | None:
        """Return the series of a column."""
        inside = 0 <= row < len(self.rows) and LABELS <= column < self.columns
        return self._series[column - LABELS] if inside else None

    def key_at(self, row: int, column: int) -> CellKey | None:
        """Return the key of a region's figure in the month in view."""
        series = self.series_at(row, column)
        return None if series is None else self._key(series, self.regions[row])

    def place_near(
        self, indicator: str, region: str, month: Month | None
    ) -> tuple[int, int] | None:
        """Return the region's cell of an indicator; of the first region when it is not here."""
        row = self.regions.index(region) if region in self.regions else 0
        for offset, series in enumerate(self._series):
            if series.indicator.id == indicator:
                return row, LABELS + offset
        return None

    def head(self, column: int) -> HeadLook:
        """Return a series' short name under its unit, or a label's head."""
        if column < LABELS:
            centred = column == NUMBER
            return HeadLook(
                _HEADS[column], right=column == FILLED, centred=centred, small=column == LEVEL
            )
        series = self._series[column - LABELS]
        unit = series.indicator.unit_of(series.measure)
        tip = f"{series.indicator.name}，{unit}，{series.indicator.lead_department}报送"
        return HeadLook(series.indicator.short_name, unit, right=True, tip=tip)

    def column_words(self, column: int) -> str:
        """Return an indicator's names."""
        one = self._series[column - LABELS].indicator
        return f"{one.name} {one.short_name} {one.id} {one.lead_department}"

    def label_look(self, row: int, column: int) -> CellLook:
        """Return the look of number, name, level and how much is filled."""
        shown = self.rows[row]
        assert isinstance(shown, RegionRow)
        region = shown.region
        if column == NUMBER:
            return number_look(str(shown.number))
        if column == NAME:
            weight = 700 if region.code == self.session.region else 500
            tip = f"{region.name}（{region.code}）"
            return CellLook(CellKind.LABEL, region.name, weight=weight, tip=tip)
        if column == LEVEL:
            return unit_look(_LEVELS[region.level])
        count = self._count_of(region.code)
        ink = "ink2" if count.filled == count.due else "ink3"
        return CellLook(CellKind.LABEL, f"{count.filled}/{count.due}", ink, right=True)

    def place_words(self, keys: Iterable[CellKey]) -> str:
        """Name the rows and how many indicators: 第 1—8 行，2 项指标."""
        held = list(keys)
        numbers = [self.regions.index(key.region) + 1 for key in held if key.region in self.regions]
        if not numbers:
            return ""
        rows = span_words(min(numbers), max(numbers))
        indicators = len({key.indicator for key in held})
        return f"{self.as_of.month} 月，第 {rows} 行，{indicators} 项指标"

    def rows_touched(self, changes: Changes) -> Iterable[int]:
        """Return the rows of regions that changed, and the whole's: parts are held against it."""
        touched = {region for region, _ in changes.slices}
        if touched & set(self.regions):
            touched.add(self.session.region)
        for region in touched:
            self._counts.pop(region, None)
        return [row for row, code in enumerate(self.regions) if code in touched]

    def count(self) -> EntryCount:
        """Count the main figures due and entered in the month in view, region by region."""
        counts = [self._count_of(region) for region in self.regions]
        return EntryCount(sum(one.due for one in counts), sum(one.filled for one in counts))

    def _count_of(self, region: str) -> EntryCount:
        """Count a region's main figures; kept until one of its figures changes."""
        if region not in self._counts:
            keys = [main_key(series, region, self.as_of) for series in self._series]
            snapshot, today = self.session.snapshot, self.session.today()
            self._counts[region] = count_entered(snapshot, keys, today)
        return self._counts[region]

    def doubt_keys(self) -> list[CellKey]:
        """Return every cell: all are of the month in view."""
        return [self._key(series, region) for region in self.regions for series in self._series]

    def _key(self, series: SeriesRow, region: str) -> CellKey:
        return CellKey(series.indicator.id, region, self.as_of, series.measure, series.basis)


def regions_beside(catalogue: Catalogue, region: str) -> tuple[str, ...]:
    """Return a region and those below it; for one without any its parent and all beside it."""
    top = region if catalogue.members(region) else catalogue.region(region).parent
    if not top:
        return (region,)
    return (top, *(member.code for member in catalogue.members(top)))
