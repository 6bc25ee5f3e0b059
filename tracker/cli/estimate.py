"""guoban estimate: what an indicator may reach by 30 June and 31 December, or why not to say."""

from dataclasses import asdict

import click

from tracker import wording
from tracker.catalogue import find_indicator
from tracker.cli.printing import print_json
from tracker.cli.viewpoint import (
    Clock,
    as_of_option,
    json_option,
    known_on_option,
    ledger_option,
    open_viewpoint,
    region_option,
)
from tracker.cli.words import optional_day
from tracker.forecast import Estimate, at_current_speed, estimate
from tracker.outlook.estimate_words import half_interval_words, interval_words, point_words
from tracker.progress import Progress
from tracker.trajectory import headline_of


@click.command("estimate")
@click.argument("indicator")
@ledger_option
@region_option
@as_of_option
@known_on_option
@json_option
@click.pass_obj
def estimate_command(
    clock: Clock,
    indicator: str,
    ledger: str | None,
    region: str | None,
    as_of: str | None,
    known_on: str | None,
    as_json: bool,
) -> None:
    """预计 6 月底和年底：点、五成和八成区间、办法、把握和回测误差；资料不足就说不足。"""
    with open_viewpoint(clock, ledger, region, known_on=optional_day(known_on)) as view:
        found = find_indicator(view.snapshot.catalogue, indicator)
        month = view.month(as_of)
        told = estimate(view.snapshot, found.id, view.region.code, month)
        if as_json:
            print_json([asdict(one) for one in told])
            return
        row = headline_of(view.snapshot, found.id, view.region.code, month)
        place = f"{view.region.name} · {found.name} · 截至 {month.year} 年 {month.month} 月"
        click.echo(f"{place} · 示例数据" if view.snapshot.is_sample else place)
        for one in told:
            click.echo(_report(row, one))
        if not told:
            click.echo("这一年已经结束，没有要预计的。")


def _report(row: Progress, one: Estimate) -> str:
    """Write one horizon: the estimate in words, and plain speed apart from it."""
    speed = at_current_speed(row, one.horizon)
    plain = "" if speed is None else f"\n  照现在速度：{_number(row, speed)}（只是算术，不是预计）"
    if one.refused is not None:
        return f"{one.horizon.label}：{one.refused}{plain}"
    assert one.point is not None
    unit = "" if row.unit == "%" else f" {row.unit}"
    lines = [
        f"{one.horizon.label}：预计 {point_words(row, one)}{unit}，"
        f"五成可能 {half_interval_words(row, one)}，"
        f"八成可能 {interval_words(row, one)}",
        f"  办法：{one.method}；用了 {'、'.join(map(str, one.years_used))} 年",
    ]
    if one.backtest_mae is not None:
        error = _number(row, one.backtest_mae).replace("%", " 个百分点")
        lines.append(f"  用同样办法回测往年，平均差 {error}")
    if one.probability is not None:
        lines.append(f"  达到{one.horizon.label}目标的把握：{wording.share(one.probability, 0)}%")
    return "\n".join(lines) + plain


def _number(row: Progress, value: float) -> str:
    text = wording.number(value, row.indicator.decimals_of(row.measure))
    return f"{text}%" if row.unit == "%" else f"{text} {row.unit}"
