"""The three yard-sticks side by side: what each says of a cumulative row, or why it cannot."""

from dataclasses import dataclass, replace

from tracker.indicators import Light, PaceName
from tracker.lights import step_of
from tracker.progress.pace import (
    SEASONAL_YEARS,
    path_at,
    path_points,
    seasonal_shares,
    usual_share,
)
from tracker.progress.result import Progress, Rule
from tracker.readings import series_of
from tracker.snapshot import Snapshot
from tracker.wording import PACE_WORDS, number, share


@dataclass(frozen=True, slots=True)
class YardStick:
    """What one yard-stick says at the month judged. Fractions and pp; None when refused.

    `band` is the least and greatest share of the years used (seasonal only); `refused` says in a
    sentence what is missing. `chosen` marks the one that the light follows.
    """

    name: PaceName
    pace: float | None
    gap_pp: float | None
    light: Light
    chosen: bool
    band: tuple[float, float] | None = None
    years: tuple[int, ...] = ()
    refused: str = ""


def yardsticks(snapshot: Snapshot, row: Progress) -> tuple[YardStick, ...]:
    """Hold a judged FLOW row, whose target is above 0, against all three; else empty."""
    judged = row.rule is Rule.FLOW and not row.pending and row.pace is not None
    if not judged or row.month is None or row.target is None or row.completion is None:
        return ()
    month, end = row.month.month, row.target.key.horizon.end_month
    series = series_of(snapshot, row.indicator.id, row.region)
    corners = path_points(snapshot, row.target.key, row.as_of)
    path = path_at(corners, month) / corners[-1][1]
    shares = seasonal_shares(series, row.year, month, end)
    enough = len(shares) >= SEASONAL_YEARS
    usual = _stick(row, PaceName.SEASONAL, usual_share(shares) if enough else None)
    return (
        _stick(row, PaceName.LINEAR, month / end),
        _stick(row, PaceName.PLAN, path),
        replace(
            usual,
            band=(min(shares.values()), max(shares.values())) if enough else None,
            years=tuple(sorted(shares)),
            refused="" if enough else _too_few(len(shares), month, end),
        ),
    )


def _stick(row: Progress, name: PaceName, pace: float | None) -> YardStick:
    """Judge the row's completion by one yard-stick."""
    chosen = row.pace_name is name
    if pace is None or row.completion is None:
        return YardStick(name, None, None, Light.NONE, chosen)
    direction = -1 if row.is_ceiling else 1
    gap = direction * (row.completion - pace) * 100
    return YardStick(name, pace, gap, step_of(gap, row.rules.flow).light, chosen)


def _too_few(held: int, month: int, end: int) -> str:
    return (
        f"资料不足：按往年需要至少 {SEASONAL_YEARS} 个完整年份的 {month} 月和 {end} 月累计，"
        f"台账里有 {held} 年。"
    )


def yardstick_words(stick: YardStick) -> str:
    """Say what a yard-stick says: 按往年应完成 31.2%（28.4%—33.0%），欠 0.4 个百分点."""
    if stick.pace is None or stick.gap_pp is None:
        return stick.refused
    band = ""
    if stick.band is not None:
        band = f"（{len(stick.years)} 年 {share(stick.band[0])}%—{share(stick.band[1])}%）"
    side = "超" if stick.gap_pp >= 0 else "欠"
    gap = number(abs(stick.gap_pp), 1)
    return f"{PACE_WORDS[stick.name]}应完成 {share(stick.pace)}%{band}，{side} {gap} 个百分点"
