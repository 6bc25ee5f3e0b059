"""guoban history: who entered what in one cell, when, and instead of what."""

from collections.abc import Sequence
from dataclasses import dataclass

import click

from tracker import wording
from tracker.catalogue import find_indicator
from tracker.cli import words
from tracker.cli.printing import print_json
from tracker.cli.text_table import align
from tracker.cli.viewpoint import (
    Clock,
    Viewpoint,
    json_option,
    ledger_option,
    open_viewpoint,
    region_option,
)
from tracker.edits import HistoryEntry
from tracker.indicators import CellKey, Indicator
from tracker.periods import Month

_HEADS = ("时间", "填报人", "原值 → 新值", "状态", "公布日期", "来源", "说明", "")


@dataclass(frozen=True, slots=True, kw_only=True)
class CellWords:
    """The words that name one cell, as typed; None for the default."""

    indicator: str
    month: str
    measure: str | None
    basis: str | None

    def key(self, view: Viewpoint) -> CellKey:
        """Return the cell. Raises UnknownName for a word the ledger does not know."""
        indicator = find_indicator(view.snapshot.catalogue, self.indicator)
        measure = words.measure(self.measure) if self.measure else indicator.judged_by
        basis = words.basis(self.basis) if self.basis else indicator.basis_of(measure)
        return CellKey(indicator.id, view.region.code, Month.parse(self.month), measure, basis)


@click.command()
@click.argument("indicator")
@click.argument("month")
@click.option("--measure", metavar="WORD", help="amount、growth 或 rank；不写则是考核的口径。")
@click.option("--basis", metavar="WORD", help="ytd、month 或 balance；不写则是累计或余额。")
@ledger_option
@region_option
@json_option
@click.pass_obj
def history(
    clock: Clock, /, ledger: str | None, region: str | None, as_json: bool, **given: str
) -> None:
    """列出一个数的全部记录，新的在前：谁、何时、由几改到几、依据什么。"""
    with open_viewpoint(clock, ledger, region) as view:
        key = CellWords(**given).key(view)
        entries = view.store.history(key)
        if as_json:
            print_json([entry_object(entry) for entry in entries])
            return
        indicator = view.snapshot.indicator(key.indicator)
        click.echo(f"{cell_name(view, key)}（{indicator.unit_of(key.measure)}）")
        click.echo(_table(entries, indicator, key) if entries else "没有记录。")


def cell_name(view: Viewpoint, key: CellKey) -> str:
    """Name a cell: 甘肃省招商引资到位资金(省外) 2023年4月 累计 金额."""
    indicator = view.snapshot.indicator(key.indicator)
    parts = [
        f"{view.snapshot.region(key.region).name}{indicator.name}",
        f"{key.month.year}年{key.month.month}月",
        words.BASIS_WORDS.get(key.basis, ""),
        wording.MEASURE_WORDS[key.measure],
    ]
    return " ".join(part for part in parts if part)


def entry_object(entry: HistoryEntry) -> dict[str, object]:
    """Return one line of the log as JSON has it."""
    return {
        "recorded_at": entry.recorded_at.isoformat(),
        "author": entry.author,
        "old": entry.old,
        "new": entry.new,
        "status": entry.status,
        "published_on": None if entry.published_on is None else entry.published_on.isoformat(),
        "source": entry.source,
        "note": entry.note,
        "text": entry.text,
        "reason": entry.reason,
        "revision": entry.revision,
        "reverts": entry.reverts or None,
        "current": entry.current,
        "withdrawn": entry.withdrawn,
    }


def _table(entries: Sequence[HistoryEntry], indicator: Indicator, key: CellKey) -> str:
    def shown(value: float | None) -> str:
        if value is None:
            return "空"
        return wording.figure(value, indicator, key.measure)

    lines = [
        (
            f"{entry.recorded_at.astimezone():%Y-%m-%d %H:%M}",
            entry.author,
            f"{shown(entry.old)} → {shown(entry.new)}",
            wording.STATUS_WORDS[entry.status] if entry.status else "",
            str(entry.published_on or ""),
            entry.source,
            entry.note or entry.reason,
            "已撤销" if entry.withdrawn else "现行" if entry.current else "",
        )
        for entry in entries
    ]
    return align(_HEADS, lines, frozenset())
