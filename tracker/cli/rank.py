"""guoban rank: the regions below a region in order, with ties, movement and lights."""

import click

from tracker import wording
from tracker.catalogue import find_indicator
from tracker.cli.printing import print_json
from tracker.cli.status import SHAPES
from tracker.cli.text_table import align
from tracker.cli.viewpoint import (
    Clock,
    Viewpoint,
    as_of_option,
    json_option,
    known_on_option,
    ledger_option,
    open_viewpoint,
    region_option,
)
from tracker.cli.words import level as read_level
from tracker.cli.words import optional_day
from tracker.cli.words import rank_by as read_rank_by
from tracker.indicators import Indicator, Measure
from tracker.ranking import RankBy, Ranking, RankRow, members_at, rank_regions

_NUMBERS = ("位次", "升降", "数值")
_HEADS = ("位次", "升降", "灯", "地区", "数值")


@click.command()
@click.argument("indicator")
@click.option("--measure", metavar="M", help="growth、amount、completion 或 movement。")
@click.option("--level", metavar="L", help="prefecture、new_area 或 county；不写则下一级都排。")
@ledger_option
@region_option
@as_of_option
@known_on_option
@json_option
@click.pass_obj
def rank(
    clock: Clock,
    indicator: str,
    measure: str | None,
    level: str | None,
    ledger: str | None,
    region: str | None,
    as_of: str | None,
    known_on: str | None,
    as_json: bool,
) -> None:
    """各地区排名：并列、升降、亮灯，没有数据的另列。"""
    with open_viewpoint(clock, ledger, region, known_on=optional_day(known_on)) as view:
        found = find_indicator(view.snapshot.catalogue, indicator)
        members = members_at(
            view.snapshot, view.region.code, None if level is None else read_level(level)
        )
        by = default_order(found) if measure is None else read_rank_by(measure)
        ranking = rank_regions(view.snapshot, found.id, by, view.month(as_of), members)
        if as_json:
            print_json([row_object(row) for row in ranking.rows])
        else:
            click.echo(_report(view, found, ranking))


def default_order(indicator: Indicator) -> RankBy:
    """Return what an indicator's regions are ranked by unless said: its judged_by measure."""
    return RankBy.GROWTH if indicator.judged_by is Measure.GROWTH else RankBy.AMOUNT


def row_object(row: RankRow) -> dict[str, object]:
    """Return a place as JSON has it."""
    return {
        "rank": row.rank,
        "tied": row.tied,
        "region": row.region.code,
        "name": row.region.name,
        "value": row.value,
        "previous_rank": row.previous_rank,
        "rank_change": row.rank_change,
        "light": row.light,
    }


def _report(view: Viewpoint, indicator: Indicator, ranking: Ranking) -> str:
    heading = (
        f"{view.region.name} · {indicator.name} · {ranking.as_of.year} 年 {ranking.as_of.month} 月"
    )
    if view.snapshot.is_sample:
        heading += " · 示例数据"
    if not ranking.rows:
        return f"{heading}\n各地都没有数据。"
    table = align(_HEADS, [_cells(indicator, ranking.by, row) for row in ranking.rows],
                  frozenset(_NUMBERS))  # fmt: skip
    missing = "、".join(region.short_name for region in ranking.without_data)
    return f"{heading}\n\n{table}" + (f"\n\n没有数据：{missing}" if missing else "")


def _cells(indicator: Indicator, by: RankBy, row: RankRow) -> tuple[str, ...]:
    return (
        f"{'并列' if row.tied else ''}{row.rank}",
        wording.movement(row.rank_change),
        SHAPES[row.light],
        row.region.name,
        value_words(indicator, by, row.value),
    )


def value_words(indicator: Indicator, by: RankBy, value: float) -> str:
    """Print what a region is ranked by, with its unit."""
    if by is RankBy.COMPLETION:
        return f"{wording.share(value)}%"
    if by is RankBy.MOVEMENT:
        return wording.movement(int(value))
    measure = Measure.GROWTH if by is RankBy.GROWTH else Measure.AMOUNT
    text = wording.entered(value, indicator.decimals_of(measure))
    return f"{text}%" if measure is Measure.GROWTH else f"{text} {indicator.unit}"
