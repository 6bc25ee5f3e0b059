"""Years that headers leave out: 2月 after 2023年1月 is of 2023, and two years must not be mixed."""

from collections.abc import Sequence
from dataclasses import replace

from tracker.exchange.importing.facets import Facets


def with_years(facets: Sequence[Facets]) -> list[Facets]:
    """Let 2月 after 2023年1月 be of 2023; months out of order without a year are a trouble."""
    if not any(one.period and one.period.year and one.period.month for one in facets):
        return _in_order(facets)
    found = []
    seen: tuple[int, int] | None = None
    for one in facets:
        period = one.period
        if period is not None and period.month is not None:
            if period.year is not None:
                seen = (period.year, period.month)
            elif seen is not None and period.month >= seen[1]:
                seen = (seen[0], period.month)
                one = replace(one, period=period._replace(year=seen[0]))
            else:
                one = replace(one, trouble=one.trouble or "没写是哪一年，和旁边的月份接不上")
        found.append(one)
    return found


def _in_order(facets: Sequence[Facets]) -> list[Facets]:
    """Refuse months of one series that go neither only up nor only down: two years meet there."""
    series: dict[Facets, list[int]] = {}
    for one in facets:
        if one.period is not None and one.period.month is not None:
            series.setdefault(replace(one, period=None), []).append(one.period.month)
    broken = {
        name
        for name, months in series.items()
        if months not in (sorted(months), sorted(months)[::-1])
    }
    return [
        replace(one, trouble=one.trouble or "月份跨了两年，请在表头写上年份")
        if one.period is not None and replace(one, period=None) in broken
        else one
        for one in facets
    ]
