"""Parts against the whole: the sum of the members is shown beside it, and never forced on it."""

from collections.abc import Iterator

from tracker.indicators import Basis, CellKey, Measure, RegionLevel
from tracker.ranking import adding_members, sum_of_actuals
from tracker.readings import series_of
from tracker.review.finding import Check, Finding, Severity
from tracker.snapshot import Snapshot
from tracker.wording import number, share

_SMALL = 0.01
"""A difference up to this share of the whole is known and told, not doubted."""


def parts_findings(snapshot: Snapshot, key: CellKey, value: float) -> Iterator[Finding]:
    """Find members that do not add up to their whole, and a member larger than its whole."""
    indicator = snapshot.indicator(key.indicator)
    if indicator.aggregation != "sum" or key.measure is not Measure.AMOUNT:
        return
    if key.basis is Basis.MONTH:
        return
    yield from _not_the_sum(snapshot, key)
    yield from _more_than_the_whole(snapshot, key, value)


def _not_the_sum(snapshot: Snapshot, key: CellKey) -> Iterator[Finding]:
    members = adding_members(snapshot, key.region)
    check = sum_of_actuals(snapshot, key.indicator, key.region, key.month) if members else None
    if check is None or check.whole is None or not check.difference:
        return
    indicator = snapshot.indicator(key.indicator)
    difference = check.difference
    rounding = 0.5 * 10.0**-indicator.decimals * (len(members) + 1)
    if abs(difference) <= rounding:
        return
    grave = abs(difference) > _SMALL * abs(check.whole)
    total, apart = (number(v, indicator.decimals) for v in (check.parts, abs(difference)))
    word = "少" if difference > 0 else "多"
    yield Finding(
        Check.PARTS,
        Severity.WARNING if grave else Severity.NOTICE,
        key,
        f"{len(members)} 个下级合计 {total} {indicator.unit}，"
        f"比{snapshot.region(key.region).name}的数{word} {apart}；"
        f"以公布的数为准，差额照实列出，不作调整。",
    )


def _more_than_the_whole(snapshot: Snapshot, key: CellKey, value: float) -> Iterator[Finding]:
    region = snapshot.region(key.region)
    if not region.parent or region.level in (RegionLevel.PROVINCE, RegionLevel.NATION):
        return
    whole = series_of(snapshot, key.indicator, region.parent).read(Measure.AMOUNT, key.month)
    if whole is None or not 0 < whole.value < value:
        return
    indicator = snapshot.indicator(key.indicator)
    yield Finding(
        Check.PARTS,
        Severity.WARNING,
        key,
        f"比{snapshot.region(region.parent).name}的 {number(whole.value, indicator.decimals)}"
        f" {indicator.unit}还大（{share(value / whole.value)}%），请核对单位和地区。",
    )
