"""guoban record: write one figure in the ledger."""

from dataclasses import dataclass

import click

from tracker import wording
from tracker.cli import words
from tracker.cli.history import CellWords, cell_name
from tracker.cli.printing import print_json
from tracker.cli.usage import PlainNumbersCommand
from tracker.cli.viewpoint import (
    Clock,
    Viewpoint,
    author_option,
    json_option,
    ledger_option,
    open_to_write,
    region_option,
)
from tracker.edits import ActualEdit
from tracker.errors import BadValue
from tracker.exchange.numerals import read_number
from tracker.indicators import Actual, CellKey, Indicator, MeasureKind, Status
from tracker.stages import read_stage


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureWords:
    """The words that say what is entered, as typed."""

    value: str
    status: str
    published_on: str | None
    source: str
    note: str

    def edit(self, view: Viewpoint, key: CellKey) -> ActualEdit:
        """Return the edit. Raises BadValue for what is no number or no date."""
        return ActualEdit(
            key,
            _value(self.value, view.snapshot.indicator(key.indicator), key),
            words.status(self.status),
            words.optional_day(self.published_on),
            self.source,
            self.note,
        )


@click.command(cls=PlainNumbersCommand)
@click.argument("indicator")
@click.argument("month")
@click.argument("value")
@click.option("--measure", metavar="WORD", help="amount、growth 或 rank；不写则是考核的口径。")
@click.option("--basis", metavar="WORD", help="ytd、month 或 balance；不写则是累计或余额。")
@click.option("--status", metavar="WORD", default="flash", show_default=True, help="数据状态。")
@click.option("--published-on", metavar="DATE", help="公布日期，如 2023-05-10。")
@click.option("--source", metavar="TEXT", default="", help="出处。")
@click.option("--note", metavar="TEXT", default="", help="说明。")
@ledger_option
@region_option
@author_option
@json_option
@click.pass_obj
def record(
    clock: Clock,
    /,
    ledger: str | None,
    region: str | None,
    author: str | None,
    as_json: bool,
    **given: str,
) -> None:
    """记一个数：指标 INDICATOR 在 MONTH（如 2023-04）的值 VALUE，负数直接写。"""
    cell = {name: given.pop(name) for name in ("indicator", "month", "measure", "basis")}
    with open_to_write(clock, ledger, region, author) as view:
        key = CellWords(**cell).key(view)
        edit = FigureWords(**given).edit(view, key)
        before = view.snapshot.actual(key)
        changed = bool(view.store.record([edit], f"记录 {cell_name(view, key)}"))
        standing = view.store.snapshot().actual(key)
        if as_json:
            print_json(_object(edit, before, standing, changed))
        else:
            click.echo(_sentence(view, edit, before, standing) if changed else _same(view, edit))


def _value(text: str, indicator: Indicator, key: CellKey) -> float:
    """Read a typed figure: a number, or the stage of a 清单任务. Raises BadValue."""
    if indicator.kind is MeasureKind.MILESTONE:
        return read_stage(text)
    return number(text, indicator.unit_of(key.measure))


def number(text: str, unit: str) -> float:
    """Read a typed number. Raises BadValue, also for “—”, which is no number to record."""
    value = read_number(text, unit)
    if value is None:
        raise BadValue(f"“{text}”表示没有数，没有记录任何内容；请填一个数字。")
    return value


def _object(
    edit: ActualEdit, before: Actual | None, standing: Actual | None, changed: bool
) -> dict[str, object]:
    """Say as JSON what was recorded, what it stood for before, and what stands now."""
    key = edit.key
    return {
        "indicator": key.indicator,
        "region": key.region,
        "month": str(key.month),
        "measure": key.measure,
        "basis": key.basis,
        "value": edit.value,
        "status": edit.status,
        "published_on": edit.published_on,
        "old": None if before is None else before.value,
        "changed": changed,
        "current": None if standing is None else standing.value,
        "current_status": None if standing is None else standing.status,
    }


def _sentence(
    view: Viewpoint, edit: ActualEdit, before: Actual | None, standing: Actual | None
) -> str:
    """Say what was recorded, and which figure stands when it is another one."""
    assert edit.value is not None
    was = "此前没有数" if before is None else f"此前为 {_figure(view, edit.key, before.value)}"
    told = (
        f"已记录：{cell_name(view, edit.key)} {_figure(view, edit.key, edit.value)}"
        f"（{wording.STATUS_WORDS[edit.status]}），{was}。"
    )
    if standing is None or _is_of(standing, edit):
        return told
    return f"{told}\n{_stands_instead(view, edit, standing)}"


def _same(view: Viewpoint, edit: ActualEdit) -> str:
    assert edit.value is not None
    return f"{cell_name(view, edit.key)} 已经是 {_figure(view, edit.key, edit.value)}，没有变化。"


def _is_of(standing: Actual, edit: ActualEdit) -> bool:
    return (standing.value, standing.status, standing.published_on) == (
        edit.value,
        edit.status,
        edit.published_on,
    )


def _stands_instead(view: Viewpoint, edit: ActualEdit, standing: Actual) -> str:
    """Name the figure that stands instead of the one just recorded, and the rule that says so."""
    word = wording.STATUS_WORDS[standing.status]
    day = standing.published_on
    if day is None and standing.status.weight >= Status.FINAL.weight:
        why = f"没有公布日期的{word}数优先"
    elif day is not None and day > (edit.published_on or view.clock.today()):
        why = "它的公布日期更晚"
    else:
        why = f"同日公布的数中{word}优先"
    published = f"，{day} 公布" if day else ""
    figure = _figure(view, edit.key, standing.value)
    return f"现行数仍是 {figure}（{word}{published}）：{why}。"


def _figure(view: Viewpoint, key: CellKey, value: float) -> str:
    indicator = view.snapshot.indicator(key.indicator)
    text = wording.figure(value, indicator, key.measure)
    return f"{text}{indicator.unit_of(key.measure)}"
