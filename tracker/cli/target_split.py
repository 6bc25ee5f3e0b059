"""guoban target split, copy, changes: break a target down, draft the next year, see what moved."""

from collections.abc import Sequence

import click

from tracker.catalogue import find_indicator, find_region
from tracker.cli import words
from tracker.cli.printing import print_json
from tracker.cli.record import number as read_number
from tracker.cli.viewpoint import (
    Clock,
    Viewpoint,
    author_option,
    json_option,
    ledger_option,
    open_to_write,
    open_viewpoint,
    region_option,
)
from tracker.errors import BadValue
from tracker.indicators import Measure, Target, TargetKey
from tracker.periods import Horizon, Month
from tracker.splitting import (
    Method,
    Split,
    next_year,
    over_regions,
    over_stages,
    refuse_negative,
    split_doubts,
    targets_changed,
)
from tracker.wording import number, share, target_text

_YEAR = click.option("--year", type=click.IntRange(1900, 2200), required=True, help="目标年份。")


@click.command("split")
@click.argument("indicator")
@click.option(
    "--over", type=click.Choice(["stages", "regions"]), required=True, help="分到各期，或下级地区。"
)
@click.option(
    "--by",
    type=click.Choice([one.value for one in Method]),
    default=Method.LAST_YEAR.value,
    show_default=True,
    help="linear 按月均分、last_year 按上年比重、equal 平均分、own 自定比重。",
)
@click.option(
    "--own", "own", metavar="NAME=X", multiple=True, help="某一份自己定，如 H1=1600、兰州=80。"
)
@click.option(
    "--weight",
    metavar="NAME=X",
    multiple=True,
    help="自定比重（--by own）：H1=45 是到上半年末完成百分之多少；兰州=3 是地区的份数。",
)
@click.option("--document", metavar="TEXT", default="", help="文号；不写则随总目标。")
@click.option("--reason", metavar="TEXT", default="目标分解", help="写进版本的说明。")
@click.option("--dry-run", is_flag=True, help="只看分成什么样，不写入。")
@_YEAR
@region_option
@author_option
@ledger_option
@json_option
@click.pass_obj
def split(
    clock: Clock,
    indicator: str,
    over: str,
    by: str,
    own: tuple[str, ...],
    weight: tuple[str, ...],
    document: str,
    reason: str,
    dry_run: bool,
    year: int,
    region: str | None,
    author: str | None,
    ledger: str | None,
    as_json: bool,
) -> None:
    """分解 INDICATOR 的全年目标：看合计、缺口和加码，再写成各份的目标。"""
    with open_to_write(clock, ledger, region, author) as view:
        whole = _whole(view, indicator, year)
        method = Method(by)
        if over == "stages":
            stages, parts = _stages(own), _stages(weight)
            made = over_stages(view.snapshot, whole, method, stages, parts)
        else:
            regions, shares = _regions(view, own), _regions(view, weight)
            made = over_regions(view.snapshot, whole, method, regions, shares)
        refuse_negative(made)
        if not dry_run:
            text = f"分解{made.indicator.name}{year}年目标"
            view.store.record(made.edits(reason, document), text)
    if as_json:
        print_json(_object(made, dry_run))
    else:
        click.echo(_told(made))


@click.command("copy")
@_YEAR
@region_option
@author_option
@ledger_option
@click.pass_obj
def copy(
    clock: Clock, year: int, region: str | None, author: str | None, ledger: str | None
) -> None:
    """把一年的目标框架照抄到下一年，作为初稿；下一年已有的不动。"""
    with open_to_write(clock, ledger, region, author) as view:
        edits = next_year(view.snapshot, view.region.code, year)
        view.store.record(edits, f"照 {year} 年框架起草 {year + 1} 年目标")
        click.echo(f"已起草 {view.region.name} {year + 1} 年目标 {len(edits)} 条，请逐条改定。")


@click.command("changes")
@click.option("--since", metavar="DATE", required=True, help="与这一天的目标比。")
@_YEAR
@region_option
@ledger_option
@json_option
@click.pass_obj
def changes(
    clock: Clock, since: str, year: int, region: str | None, ledger: str | None, as_json: bool
) -> None:
    """列出一年的目标从某天以来改了什么。"""
    with open_viewpoint(clock, ledger, region) as view:
        found = targets_changed(view.snapshot, view.region.code, year, words.day(since))
        lines = [_change(view, before, after) for before, after in found]
    if as_json:
        print_json(lines)
        return
    for line in lines:
        click.echo(
            f"{line['name']} {line['horizon']}：{line['old'] or '未设'} → {line['new'] or '撤销'}"
        )
    if not lines:
        click.echo(f"{since} 以来 {year} 年的目标没有改过。")


def _whole(view: Viewpoint, name: str, year: int) -> Target:
    indicator = find_indicator(view.snapshot.catalogue, name)
    key = TargetKey(indicator.id, view.region.code, year, Horizon.FY, Measure.AMOUNT)
    found = view.snapshot.target_in_force(key, Month(year, 12))
    if found is None:
        place = view.region.name
        raise BadValue(f"{place}{indicator.name} {year} 年没有全年目标，先设好再分解。")
    return found


def _stages(own: Sequence[str]) -> dict[Horizon, float]:
    return {Horizon.parse(name): value for name, value in _pairs(own).items()}


def _regions(view: Viewpoint, own: Sequence[str]) -> dict[str, float]:
    catalogue = view.snapshot.catalogue
    return {find_region(catalogue, name).code: value for name, value in _pairs(own).items()}


def _pairs(own: Sequence[str]) -> dict[str, float]:
    found = {}
    for pair in own:
        name, mark, value = pair.partition("=")
        if not mark:
            raise BadValue(f"“{pair}”不是一份，请写成 H1=1600 或 兰州=80 这样。")
        found[name.strip()] = read_number(value.strip(), "")
    return found


def _object(made: Split, dry_run: bool) -> dict[str, object]:
    return {
        "whole": made.whole.value,
        "total": made.total,
        "difference": made.difference,
        "sentence": made.sentence,
        "doubts": list(split_doubts(made)),
        "dry_run": dry_run,
        "shares": [
            {
                "name": one.name, "region": one.key.region, "horizon": one.key.horizon,
                "share": one.share, "value": one.value, "by_hand": one.by_hand,
            }
            for one in made.shares
        ],
    }  # fmt: skip


def _told(made: Split) -> str:
    lines = []
    for one in made.shares:
        hand = "（自定）" if one.by_hand else ""
        value = number(one.value, made.indicator.decimals)
        lines.append(f"{one.name}  {value} {made.indicator.unit}  {share(one.share)}%{hand}")
    return "\n".join([*lines, made.sentence, *split_doubts(made)])


def _change(view: Viewpoint, before: Target | None, after: Target | None) -> dict[str, str]:
    held = after or before
    assert held is not None
    indicator = view.snapshot.indicator(held.key.indicator)
    return {
        "indicator": indicator.id,
        "name": indicator.name,
        "horizon": held.key.horizon.label,
        "old": "" if before is None else target_text(before, indicator),
        "new": "" if after is None else target_text(after, indicator),
        "reason": "" if after is None else after.reason,
    }
