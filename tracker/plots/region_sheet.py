"""The sheet of 市州: regions in order as their rows print them, 全省 and 全国 below."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from tracker import wording
from tracker.board import BoardRow, board_row
from tracker.indicators import Indicator, Light, Measure, MeasureKind, Region, RegionLevel
from tracker.periods import Month
from tracker.plots.standings import Standing, Standings, order_of, standings_among
from tracker.progress.printed import completion_words, gap_words, target_words, value_words
from tracker.progress.result import Progress
from tracker.ranking import RankBy, Speakers, speakers
from tracker.readings import series_of
from tracker.snapshot import Snapshot

_ALL = (RankBy.COMPLETION, RankBy.GROWTH, RankBy.AMOUNT)


@dataclass(frozen=True, slots=True)
class RegionLine:
    """What one row of the table prints. `row` feeds the ruler, None without target and figures.

    `rank` is empty for 全省 and 全国, which stand below the regions (`is_whole`). `leads_down`
    says that regions lie below this one. `beside` compares it with the whole and the nation.
    """

    code: str
    name: str
    full_name: str
    light: Light
    rank: str = ""
    move: str = ""
    value: str = wording.DASH
    target: str = wording.DASH
    share: str = ""
    gap: str = ""
    beside: str = ""
    row: BoardRow | None = None
    is_whole: bool = False
    leads_down: bool = False


@dataclass(frozen=True, slots=True)
class RegionSheet:
    """The table of 市州 and what stands around it.

    `held` is what the table is put in order by, `mapped` what the tiles show: amounts of a task
    say little beside each other, so its completion is mapped. `judged` is what the indicator is
    judged by, `orders` are those that have values.
    """

    indicator: Indicator
    by: RankBy
    judged: RankBy
    held: Standings
    mapped: Standings
    lines: tuple[RegionLine, ...]
    below: tuple[RegionLine, ...]
    orders: tuple[RankBy, ...]
    value_head: str
    target_head: str
    gap_head: str
    note: str

    @property
    def speakers(self) -> Speakers:
        """Who is asked for 交流发言 and 反思发言."""
        ranked = self.mapped if self.by is RankBy.MOVEMENT else self.held
        return speakers([row.place for row in ranked.rows])

    @property
    def codes(self) -> tuple[str, ...]:
        """The regions in the order of the table, those without figures last."""
        return tuple(line.code for line in self.lines) + self.held.missing_codes


def orders_of(
    snapshot: Snapshot, indicator: Indicator, rows: Sequence[Progress], as_of: Month
) -> tuple[RankBy, ...]:
    """Return what regions can be put in order by: what any of them has a value of.

    `rows` are the headlines of the regions.
    """
    due = indicator.calendar.last_due(as_of.month)
    month = Month(as_of.year, due) if due is not None else Month(as_of.year - 1, 12)
    found = []
    if any(row.completion is not None and not row.pending for row in rows):
        found.append(RankBy.COMPLETION)
    series = [series_of(snapshot, indicator.id, row.region) for row in rows]
    measures = {RankBy.GROWTH: Measure.GROWTH, RankBy.AMOUNT: Measure.AMOUNT}
    for by, measure in measures.items():
        if any(one.read(measure, month) is not None for one in series):
            found.append(by)
    return (*found, RankBy.MOVEMENT) if found else ()


def region_sheet(
    snapshot: Snapshot,
    indicator_id: str,
    parent: Region,
    as_of: Month,
    members: Sequence[Region],
    by: RankBy | None = None,
) -> RegionSheet:
    """Put regions in order. Raises UnknownName.

    `by` None, or one that nobody has a value of, takes what the indicator is judged by.
    """
    indicator = snapshot.indicator(indicator_id)
    judged = order_of(snapshot, indicator, members, as_of)
    first = standings_among(snapshot, indicator_id, parent, as_of, members, judged)
    rows = [row.progress for row in first.rows if row.progress is not None]
    orders = orders_of(snapshot, indicator, rows, as_of)
    chosen = by if by in orders else judged
    held = first
    if chosen in _ALL and chosen is not judged:
        held = standings_among(snapshot, indicator_id, parent, as_of, members, chosen)
    elif chosen is RankBy.MOVEMENT:
        held = replace(first, rows=tuple(sorted(first.rows, key=_most_risen)))
    below = _below(snapshot, held)
    return RegionSheet(
        indicator=indicator,
        by=chosen,
        judged=judged,
        held=held,
        mapped=held if chosen is RankBy.GROWTH else first,
        lines=tuple(_line(snapshot, held, row) for row in held.rows),
        below=below,
        orders=orders,
        value_head=_value_head(indicator, held.by),
        target_head="年度目标" if held.annual else "目标",
        gap_head="与序时差" if held.lit_by_pace else "与目标差",
        note=_note(held),
    )


def sheet_table(sheet: RegionSheet) -> tuple[tuple[str, ...], ...]:
    """Return the table with its head, regions without figures too, to paste into a spreadsheet."""
    head = ("位次", "升降", "灯", "地区", sheet.value_head, sheet.target_head, "完成率",
            sheet.gap_head)  # fmt: skip
    lines = [
        (line.rank, line.move, wording.LIGHT_WORDS[line.light], line.full_name, line.value,
         line.target, line.share, line.gap)
        for line in (*sheet.lines, *sheet.below)
    ]  # fmt: skip
    missing = [("", "", "", name, wording.DASH, "", "", "") for name in sheet.held.without_data]
    return (head, *lines, *missing)


def speaker_words(sheet: RegionSheet) -> str:
    """Propose who speaks: 交流发言 金昌、武威；反思发言 天水、兰州新区. Empty without an order."""
    chosen = sheet.speakers
    if not chosen.best:
        return ""
    names = {row.place.region.code: row.name for row in sheet.held.rows}
    best = "、".join(names[row.region.code] for row in chosen.best)
    weakest = "、".join(names[row.region.code] for row in chosen.weakest)
    return f"交流发言 {best}；反思发言 {weakest}"


def _most_risen(row: Standing) -> tuple[int, int]:
    change = row.place.rank_change
    return (1, 0) if change is None else (0, -change)


def _line(snapshot: Snapshot, held: Standings, row: Standing) -> RegionLine:
    place = row.place
    region = place.region
    line = RegionLine(
        code=region.code,
        name=row.name,
        full_name=region.name,
        light=row.light,
        rank=str(place.rank),
        move=wording.movement(place.rank_change),
        leads_down=bool(snapshot.catalogue.members(region.code)),
        beside=_beside(held, row.value),
    )
    return line if row.progress is None else _printed(snapshot, line, row.progress, held, row.value)


def _printed(
    snapshot: Snapshot, line: RegionLine, row: Progress, held: Standings, value: float | None
) -> RegionLine:
    """Print a headline into a line; the value is that of the measure put in order by."""
    measure = Measure.GROWTH if held.by is RankBy.GROWTH else Measure.AMOUNT
    if row.measure is measure:
        words = value_words(row, percent=False)
    elif value is None or held.by is RankBy.COMPLETION:
        words = wording.DASH
    else:
        words = wording.amount(value, row.indicator, measure)
    return replace(
        line,
        light=row.light,
        value=words,
        target=target_words(row, held.target_decimals).removeprefix("≥"),
        share=completion_words(row),
        gap=gap_words(row),
        row=board_row(snapshot, row),
    )


def _below(snapshot: Snapshot, held: Standings) -> tuple[RegionLine, ...]:
    """Return the lines under the regions: the whole, and the nation where its growth is held."""
    whole, region = held.whole, held.parent
    name = "全省" if region.level is RegionLevel.PROVINCE else region.short_name
    bare = RegionLine(region.code, name, region.name, whole.light, is_whole=True)
    lines: list[RegionLine] = []
    if whole.value is not None or whole.target is not None:
        lines.append(_printed(snapshot, bare, whole, held, held.whole_value))
    nation = snapshot.catalogue.nation
    if held.nation is not None and nation is not None:
        words = wording.amount(held.nation, held.indicator, Measure.GROWTH)
        lines.append(
            RegionLine(
                nation.code, "全国", nation.name, Light.NONE, value=words, target="", is_whole=True
            )
        )
    return tuple(lines)


def _beside(held: Standings, value: float) -> str:
    """Compare a region with the whole and the nation: 比全省高 2.1，比全国低 0.4 个百分点."""
    if held.by is RankBy.AMOUNT:
        return ""
    factor = 100 if held.is_share else 1
    decimals = 1 if held.is_share else held.indicator.growth_decimals
    said = []
    name = "全省" if held.parent.level is RegionLevel.PROVINCE else held.parent.short_name
    for other, line in ((name, held.whole_value), ("全国", held.nation)):
        if line is None:
            continue
        gap = wording.round_half_up((value - line) * factor, decimals)
        size = wording.number(abs(gap), decimals)
        higher = "高" if gap > 0 else "低"
        said.append(f"比{other}{higher} {size}" if gap else f"与{other}持平")
    differing = [at for at, words in enumerate(said) if words.startswith("比")]
    if differing:  # the unit stands once, behind the last number
        said[differing[-1]] += " 个百分点"
    return "，".join(said)


def _note(held: Standings) -> str:
    """Say with which month places are compared, and how the regions stand to the whole."""
    month = held.before
    year = f"{month.year} 年 " if month.year != held.as_of.year else ""
    said = [f"位次与 {year}{month.month} 月末相比"]
    if held.whole_value is not None and held.by is not RankBy.AMOUNT and held.rows:
        words = (
            f"{wording.share(held.whole_value)}%"
            if held.is_share
            else f"{wording.number(held.whole_value, held.indicator.growth_decimals)}%"
        )
        name = "全省" if held.parent.level is RegionLevel.PROVINCE else held.parent.short_name
        better = "低于" if held.indicator.better == "lower" else "高于"
        said.append(f"{held.above_whole} 个{better}{name} {words}")
    return "　".join(said)


def _value_head(indicator: Indicator, by: RankBy) -> str:
    """Name the column of values with its unit: 完成亿元, 余额亿元, 增速%."""
    if by is RankBy.GROWTH:
        return "增速%"
    if indicator.kind is MeasureKind.STOCK:
        return f"余额{indicator.unit}"
    if indicator.kind is MeasureKind.FLOW:
        return f"完成{indicator.unit}"
    return f"数值{indicator.unit}"
