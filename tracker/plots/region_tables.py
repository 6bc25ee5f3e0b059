"""The tables behind the charts that compare regions."""

from tracker import wording
from tracker.indicators import Measure
from tracker.plots.chart_table import NOTHING, ChartTable
from tracker.plots.gap_parts import GapParts
from tracker.plots.rank_history import RankHistory
from tracker.plots.standings import Standing, Standings
from tracker.ranking import RankBy


def standings_table(held: Standings) -> ChartTable:
    """Return the regions in order: place, movement, value, target, gap and light."""
    value = "完成率" if held.is_share else held.indicator.unit_of(_measure(held.by))
    columns = ("地区", "位次", "升降", "数值", "目标", "差", "灯")
    rows = [_standing(held, row) for row in held.rows]
    rows += [(name, *[NOTHING] * 2, wording.DASH, *[NOTHING] * 3) for name in held.without_data]
    gap = "差：比序时，百分点" if held.is_share else "差：比目标"
    return ChartTable(f"数值：{value}；{gap}", columns, tuple(rows))


def movement_table(history: RankHistory) -> ChartTable:
    """Return the place of every region in every month, and how far it moved."""
    heads = [
        f"{month.month} 月" if month.year == history.as_of.year else f"{month.year} 年"
        for month in history.months
    ]
    rows = tuple(
        (
            one.name,
            *(wording.DASH if rank is None else str(rank) for rank in one.ranks),
            wording.movement(one.change),
        )
        for one in history.courses
    )
    return ChartTable("位次", ("地区", *heads, "升降"), rows)


def contribution_table(held: GapParts) -> ChartTable:
    """Return every region's part of the gap, their sum, the rest and the whole."""
    decimals = max(1, held.indicator.decimals)

    def written(value: float | None) -> str:
        return wording.DASH if value is None else wording.number(value, decimals, signed=True)

    rows = [
        (part.name, written(part.gap_amount), wording.LIGHT_WORDS[part.light])
        for part in held.parts
    ]
    rows += [(name, wording.DASH, NOTHING) for name in held.without_data]
    rows.append(("各地合计", written(held.total), NOTHING))
    rows.append(("合计之外", written(held.rest), NOTHING))
    whole = held.whole
    word = wording.LIGHT_WORDS[whole.light]
    rows.append((held.parent.name, written(whole.pace_gap_amount), word))
    note = f"{held.indicator.unit}，累计完成与按序时应完成之差"
    return ChartTable(note, ("地区", "差", "灯"), tuple(rows), emphasis=len(rows) - 1)


def _standing(held: Standings, row: Standing) -> tuple[str, ...]:
    place = row.place
    progress = row.progress
    target, gap, word = wording.DASH, NOTHING, wording.NO_TARGET
    if progress is not None and progress.target is not None and row.target is not None:
        target = wording.target_text(progress.target, progress.indicator).removeprefix("≥")
        word = wording.LIGHT_WORDS[row.light]
        if row.gap is not None:
            ceiling = progress.is_ceiling
            gap = wording.gap_text(row.gap, row.decimals(held.by), ceiling=ceiling)
    rank = f"并列 {place.rank}" if place.tied else str(place.rank)
    move = wording.movement(place.rank_change)
    return (row.name, rank, move, _value(held, row.value), target, gap, word)


def _value(held: Standings, value: float) -> str:
    if held.is_share:
        return f"{wording.share(value)}%"
    return wording.amount(value, held.indicator, _measure(held.by))


def _measure(by: RankBy) -> Measure:
    return Measure.GROWTH if by is RankBy.GROWTH else Measure.AMOUNT
