"""Finding titles of the contribution chart: how much is lacking, and who makes most of it."""

from tracker import wording
from tracker.charts.presets import Preset
from tracker.charts.titles import fitting
from tracker.lights import EPSILON
from tracker.plots.gap_parts import GapParts

_MOST_NAMES = 2


def contribution_titles(held: GapParts, preset: Preset) -> list[str]:
    """Say the whole's gap and the regions that lack most."""
    name, unit = held.indicator.short_name, held.indicator.unit
    behind = held.behind
    found: list[str] = []
    if behind:
        first = behind[0]
        worst = f"{first.name}少 {amount(held, -first.gap_amount)} {unit}"
        share = -first.gap_amount / held.lacking
        portion = f"占落后地区缺口的 {wording.share(share, 0)}%"
        opening = whole_words(held)
        if opening:
            found.append(f"{opening}，{worst}最多")
        if len(behind) > 1:
            found.append(f"{name}：{worst}，{portion}")
        found.append(f"{name} {len(behind)} 个地区落后，{names(held)}最多")
        found.append(f"{name}：{worst}")
    else:
        count = len(held.parts)
        found.append(f"{name}：{count} 个地区都不落后")
        last = held.parts[-1]
        found.append(f"{name}：{last.name}多 {amount(held, last.gap_amount)} {unit}")
    return fitting(found, f"{name}差距来自哪里", preset)


def whole_words(held: GapParts) -> str:
    """Say the whole's own gap: 外贸比序时少 41.3 亿元."""
    gap = held.whole.pace_gap_amount
    if gap is None:
        return ""
    name = held.indicator.short_name
    if abs(gap) < EPSILON:
        return f"{name}与序时持平"
    return f"{name}比序时{'多' if gap > 0 else '少'} {amount(held, abs(gap))} {held.indicator.unit}"


def names(held: GapParts) -> str:
    """Name the regions that lack most."""
    return "、".join(part.name for part in held.behind[:_MOST_NAMES])


def amount(held: GapParts, value: float) -> str:
    """Print an amount with at least one digit, so that small parts do not print as zero."""
    return wording.number(value, max(1, held.indicator.decimals))
