"""guoban target: set a target, list the targets in force."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import click

from tracker import wording
from tracker.catalogue import find_indicator
from tracker.cli import words
from tracker.cli.printing import print_json
from tracker.cli.record import number
from tracker.cli.target_import import import_targets
from tracker.cli.target_owner import owner, owners
from tracker.cli.target_split import changes, copy, split
from tracker.cli.text_table import align
from tracker.cli.usage import PlainNumbersCommand
from tracker.cli.viewpoint import (
    Clock,
    Viewpoint,
    as_of_option,
    author_option,
    json_option,
    known_on_option,
    ledger_option,
    open_to_write,
    open_viewpoint,
    region_option,
)
from tracker.desk.due_typing import read_due
from tracker.edits import TargetEdit
from tracker.indicators import Comparator, Indicator, Measure, MeasureKind, Target, TargetKey
from tracker.periods import Horizon, Month
from tracker.snapshot import horizon_order
from tracker.stages import Stage

_HEADS = ("指标", "口径", "期别", "档次", "目标", "单位", "生效", "文号", "说明")


@dataclass(frozen=True, slots=True, kw_only=True)
class TargetWords:
    """The words of `target set`, as typed."""

    indicator: str
    horizon: str
    value: str
    year: int
    measure: str | None
    comparator: str
    tier: str
    upper: str | None
    tolerance: str | None
    reference: str | None
    due: str | None
    effective: str | None
    document: str
    reason: str

    def edit(self, view: Viewpoint) -> TargetEdit:
        """Return the edit. Raises UnknownName or BadValue for a word that cannot be read."""
        indicator = find_indicator(view.snapshot.catalogue, self.indicator)
        measure = words.target_measure(self.measure) if self.measure else indicator.judged_by
        key = TargetKey(
            indicator.id,
            view.region.code,
            self.year,
            Horizon.parse(self.horizon),
            measure,
            words.tier(self.tier),
        )
        unit = indicator.unit_of(measure)
        value, due = self._value_and_due(indicator, measure)
        other = self.reference and find_indicator(view.snapshot.catalogue, self.reference).id
        return TargetEdit(
            key,
            value,
            self._comparator(measure),
            upper=None if self.upper is None else number(self.upper, unit),
            tolerance=None if self.tolerance is None else number(self.tolerance, unit),
            reference=other or "",
            due_on=due,
            effective_on=words.optional_day(self.effective),
            document=self.document,
            reason=self.reason,
        )

    def _value_and_due(self, indicator: Indicator, measure: Measure) -> tuple[float, date | None]:
        """Read the value; that of a 清单任务 is its due date, or 完成 with or without --due."""
        due = words.optional_day(self.due)
        if indicator.kind is MeasureKind.MILESTONE:
            return float(Stage.DONE), due or read_due(self.value, self.year)
        return number(self.value, indicator.unit_of(measure)), due

    def _comparator(self, measure: Measure) -> Comparator:
        """Read the comparator; a place is always one to reach or better: 前 5 名 is ≤ 5."""
        found = words.comparator(self.comparator)
        at_least = found is Comparator.AT_LEAST
        return Comparator.AT_MOST if measure is Measure.RANK and at_least else found


@click.group()
def target() -> None:
    """设目标、列目标。"""


@target.command("set", cls=PlainNumbersCommand)
@click.argument("indicator")
@click.argument("horizon")
@click.argument("value")
@click.option("--year", type=click.IntRange(1900, 2200), required=True, help="目标年份。")
@click.option("--measure", metavar="WORD", help="amount、growth、rank 或 increment。")
@click.option(
    "--comparator",
    metavar="WORD",
    default="at_least",
    show_default=True,
    help="at_least ≥、at_most ≤、about 左右、range 区间；above_nation、above_previous、in_step。",
)
@click.option(
    "--tier", metavar="WORD", default="target", show_default=True, help="floor、target、stretch。"
)
@click.option("--upper", metavar="X", help="区间的上限（range）。")
@click.option("--tolerance", metavar="X", help="左右的允许偏差（about）；不写则按规则。")
@click.option("--reference", metavar="ID", help="与哪个指标同步（in_step）；不写则是 GDP。")
@click.option("--due", metavar="DATE", help="清单任务的时限。")
@click.option("--effective", metavar="DATE", help="生效日期；不写则是当年 1 月 1 日。")
@click.option("--document", metavar="TEXT", default="", help="文号。")
@click.option("--reason", metavar="TEXT", default="", help="为什么改。")
@ledger_option
@region_option
@author_option
@json_option
@click.pass_obj
def set_target(
    clock: Clock,
    /,
    ledger: str | None,
    region: str | None,
    author: str | None,
    as_json: bool,
    **given: str,
) -> None:
    """给 INDICATOR 设 HORIZON（Q1、H1、Q3、FY 或 M01…M12）的目标 VALUE；旧目标留作旧版本。"""
    with open_to_write(clock, ledger, region, author) as view:
        edit = TargetWords(**given).edit(view)  # type: ignore[arg-type]
        before = view.snapshot.target_in_force(edit.key, Month.of(edit.effective_date))
        changed = bool(view.store.record([edit], f"设目标 {_target_name(view, edit.key)}"))
        versions = view.store.snapshot().targets(view.region.code, edit.key.year)[edit.key]
        if as_json:
            saved = _of_day(versions, edit)
            old = None if before is None else before.value
            print_json({**target_object(view, saved), "old": old, "changed": changed})
        else:
            click.echo(_sentence(view, edit, before, versions if changed else ()))


def _of_day(versions: Sequence[Target], edit: TargetEdit) -> Target:
    """Return the version in force from the day of an edit on."""
    return [one for one in versions if one.effective_on == edit.effective_date][-1]


def _sentence(
    view: Viewpoint, edit: TargetEdit, before: Target | None, versions: Sequence[Target]
) -> str:
    """Say old → new, and which later version follows. No versions: nothing changed."""
    name = _target_name(view, edit.key)
    old = "未设" if before is None else _value(view, before)
    if not versions:
        return f"{name} 已经是 {old}，没有变化。"
    new = _value(view, _of_day(versions, edit))
    told = f"已设目标：{name} {old} → {new}，{edit.effective_date} 起生效。"
    later = [one for one in versions if one.effective_on > edit.effective_date]
    if not later:
        return told
    following = min(later, key=lambda one: one.effective_on)
    return f"{told}\n{following.effective_on} 起仍是 {_value(view, following)}。"


@target.command("list")
@click.option("--year", type=click.IntRange(1900, 2200), help="哪一年；不写则是截至月那一年。")
@ledger_option
@region_option
@as_of_option
@known_on_option
@json_option
@click.pass_obj
def list_targets(
    clock: Clock,
    year: int | None,
    ledger: str | None,
    region: str | None,
    as_of: str | None,
    known_on: str | None,
    as_json: bool,
) -> None:
    """列出一个地区一年里有效的目标。"""
    known = words.optional_day(known_on)
    with open_viewpoint(clock, ledger, region, known) as view:
        month = Month(year, 12) if year and as_of is None else view.month(as_of)
        found = in_force(view, year or month.year, month)
        if as_json:
            print_json([target_object(view, held) for held in found])
        elif found:
            click.echo(align(_HEADS, [_cells(view, held) for held in found], frozenset({"目标"})))
        else:
            click.echo(f"{view.region.name} {year or month.year} 年还没有目标。")


def in_force(view: Viewpoint, year: int, as_of: Month) -> list[Target]:
    """Return the targets of a year in force at the end of a month, in the catalogue's order."""
    keys = view.snapshot.targets(view.region.code, year)
    held = [view.snapshot.target_in_force(key, as_of) for key in keys]
    found = [one for one in held if one is not None]
    order = {name: place for place, name in enumerate(view.snapshot.catalogue.indicators)}

    def place(one: Target) -> tuple[int, str, tuple[int, bool], int]:
        key = one.key
        return (order[key.indicator], key.measure, horizon_order(key.horizon), key.tier.height)

    return sorted(found, key=place)


def target_object(view: Viewpoint, held: Target) -> dict[str, object]:
    """Return a target as JSON has it."""
    key = held.key
    indicator = view.snapshot.indicator(key.indicator)
    return {
        "indicator": key.indicator,
        "name": indicator.name,
        "region": key.region,
        "year": key.year,
        "horizon": key.horizon,
        "measure": key.measure,
        "tier": key.tier,
        "comparator": held.comparator,
        "value": held.value,
        "upper": held.upper,
        "unit": indicator.unit_of(key.measure),
        "due_on": None if held.due_on is None else held.due_on.isoformat(),
        "effective_on": held.effective_on.isoformat(),
        "document": held.document,
        "reason": held.reason,
        "source": held.source,
    }


def _cells(view: Viewpoint, held: Target) -> tuple[str, ...]:
    key = held.key
    indicator = view.snapshot.indicator(key.indicator)
    return (
        indicator.name,
        wording.MEASURE_WORDS[key.measure],
        key.horizon.label,
        wording.TIER_WORDS[key.tier],
        _value(view, held),
        indicator.unit_of(key.measure),
        held.effective_on.isoformat(),
        held.document,
        held.reason,
    )


def _target_name(view: Viewpoint, key: TargetKey) -> str:
    indicator = view.snapshot.indicator(key.indicator)
    place = view.snapshot.region(key.region).name
    measure = wording.MEASURE_WORDS[key.measure]
    return f"{place}{indicator.name} {key.year}年{key.horizon.label} {measure}"


def _value(view: Viewpoint, held: Target) -> str:
    return wording.target_text(held, view.snapshot.indicator(held.key.indicator))


for _command in (import_targets, split, copy, changes, owner, owners):
    target.add_command(_command)
