"""Readings: a value of a series as entered or, where the chain is complete, derived (推算)."""

from typing import NamedTuple

from tracker.breaks import breaks_of, crosses
from tracker.indicators import Actual, Basis, Better, Indicator, Measure, MeasureKind
from tracker.periods import Month
from tracker.snapshot import Snapshot
from tracker.wording import round_half_up

_FEWEST_RANKED = 2
"""Alone there is no first place."""
_EPSILON = 1e-9


class Reading(NamedTuple):
    """A value in the unit of its measure. `actual` is the entered figure; None when derived."""

    value: float
    derived: bool
    actual: Actual | None = None


class Series(NamedTuple):
    """One indicator and region of a snapshot, ready to be read month by month."""

    snapshot: Snapshot
    indicator: Indicator
    region: str

    def read(self, measure: Measure, month: Month, basis: Basis | None = None) -> Reading | None:
        """Return the reading of a month; None when blank and not derivable. Never a guess."""
        on = self.indicator.basis_of(measure) if basis is None else basis
        held = self._held(measure, month, on)
        if held is not None:
            return held
        value: float | None = None
        if measure is Measure.GROWTH:
            value = self._derived_growth(month, on)
        elif measure is Measure.INCREMENT:
            value = self._increment(month)
        elif measure is Measure.RANK:
            value = self._place(month)
        elif measure is Measure.AMOUNT and on is Basis.YTD:
            value = self._derived_ytd(month)
        elif measure is Measure.AMOUNT and on is Basis.MONTH:
            value = self._derived_month(month)
        return None if value is None else Reading(value, derived=True)

    def entered(self, measure: Measure, month: Month) -> Reading | None:
        """Return a month's figure only as it was entered: a published place, for instance."""
        return self._held(measure, month, self.indicator.basis_of(measure))

    def last(self, measure: Measure, year: int, until: int) -> tuple[int, Reading] | None:
        """Return the last month ≤ until of the year that can be read, with its reading."""
        for month in range(until, 0, -1):
            reading = self.read(measure, Month(year, month))
            if reading is not None:
                return month, reading
        return None

    def breaks_between(self, earlier: Month, later: Month) -> bool:
        """Say whether a 不可比 mark lies between two months, so that they do not compare."""
        return crosses(breaks_of(self.snapshot.settings, self.indicator.id), earlier, later)

    def _held(self, measure: Measure, month: Month, basis: Basis) -> Reading | None:
        months = self.snapshot.months(self.region, month.year, self.indicator.id, measure, basis)
        actual = months.get(month.month)
        return None if actual is None else Reading(actual.value, False, actual)

    def _amount(self, month: Month, basis: Basis) -> float | None:
        reading = self.read(Measure.AMOUNT, month, basis)
        return None if reading is None else reading.value

    def _derived_ytd(self, month: Month) -> float | None:
        """Add single months up to a held 累计, or up to January."""
        if not self._has_single_months(month):
            return None
        total = 0.0
        for earlier in range(month.month, 0, -1):
            step = Month(month.year, earlier)
            if self.breaks_between(step, month):
                return None
            if earlier < month.month:
                held = self._held(Measure.AMOUNT, step, Basis.YTD)
                if held is not None:
                    return total + held.value
            single = self._held(Measure.AMOUNT, step, Basis.MONTH)
            if single is None or self.indicator.calendar.merges(earlier):
                return None
            total += single.value
        return total

    def _derived_month(self, month: Month) -> float | None:
        """Take the 累计 of the month before from this month's."""
        if not self._has_single_months(month):
            return None
        held = self._held(Measure.AMOUNT, month, Basis.YTD)
        if held is None:
            return None
        if month.month == 1:
            return held.value
        if self.breaks_between(month.plus(-1), month):
            return None
        before = self._amount(month.plus(-1), Basis.YTD)
        return None if before is None else held.value - before

    def _has_single_months(self, month: Month) -> bool:
        """Say whether 当月 exists for this month: not in quarterly series, not for 1—2月."""
        calendar = self.indicator.calendar
        return (
            self.indicator.kind is not MeasureKind.STOCK
            and calendar.value.startswith("monthly")
            and calendar.is_due(month.month)
            and not calendar.merges(month.month)
        )

    def _derived_growth(self, month: Month, basis: Basis) -> float | None:
        """Compare amounts with the year before, at current prices, rounded to growth_decimals.

        Not for indicators at comparable prices: their published growth and their amounts
        disagree as a rule, so a naive growth would be a wrong number rather than a missing one.
        """
        if self.indicator.price == "real" or self.indicator.unit == "%":
            return None
        if self.breaks_between(month.year_before, month):
            return None
        now = self._amount(month, basis)
        before = self._amount(month.year_before, basis)
        if now is None or before is None or before <= 0:
            return None
        return round_half_up((now / before - 1) * 100, self.indicator.growth_decimals)

    def _place(self, month: Month) -> float | None:
        """Count who is better in the measure the indicator is judged by: a competition rank.

        None for an indicator that is itself a place, and for a region without peers: a province
        is ranked among provinces, which a ledger does not hold.
        """
        measure = self.indicator.judged_by
        own = None if measure is Measure.RANK else self.read(measure, month)
        catalogue = self.snapshot.catalogue
        peers = catalogue.members(catalogue.region(self.region).parent)
        if own is None or len(peers) < _FEWEST_RANKED:
            return None
        sign = -1 if self.indicator.better is Better.LOWER else 1
        place, compared = 1, 0
        for peer in peers:
            other = self._replace(region=peer.code).read(measure, month)
            if other is not None:
                compared += 1
                place += sign * (other.value - own.value) > _EPSILON
        return float(place) if compared >= _FEWEST_RANKED else None

    def _increment(self, month: Month) -> float | None:
        """Change of a balance since last December; None without that base (无基数)."""
        december = Month(month.year - 1, 12)
        if self.breaks_between(december, month):
            return None
        now = self._amount(month, Basis.BALANCE)
        base = self._amount(december, Basis.BALANCE)
        return None if now is None or base is None else now - base


def series_of(snapshot: Snapshot, indicator_id: str, region: str) -> Series:
    """Return the series of an indicator in a region; raises UnknownName."""
    return Series(snapshot, snapshot.indicator(indicator_id), region)


def reading(
    snapshot: Snapshot,
    indicator_id: str,
    region: str,
    measure: Measure,
    month: Month,
    basis: Basis | None = None,
) -> Reading | None:
    """Return one reading; see Series.read."""
    return series_of(snapshot, indicator_id, region).read(measure, month, basis)


def month_disagrees(series: Series, month: Month) -> float | None:
    """Return ytd(m) − ytd(m−1) − month(m) where all three are held and differ beyond rounding.

    It means that an earlier month was silently revised: both stay, the caller warns.
    """
    ytd = series.read(Measure.AMOUNT, month, Basis.YTD)
    single = series.read(Measure.AMOUNT, month, Basis.MONTH)
    if ytd is None or single is None or ytd.derived or single.derived or month.month == 1:
        return None
    before = series.read(Measure.AMOUNT, month.plus(-1), Basis.YTD)
    if before is None:
        return None
    difference = ytd.value - before.value - single.value
    rounding: float = 1.5 * 10.0**-series.indicator.decimals
    return difference if abs(difference) > rounding else None
