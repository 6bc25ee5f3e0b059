"""plan_target_sheets: the sheets of a 责任书 → what an import of its targets would do. Pure."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from tracker.edits import SettingEdit, TargetEdit
from tracker.exchange.importing.collector import Collector
from tracker.exchange.importing.context import Context, read_context
from tracker.exchange.importing.findings import Findings
from tracker.exchange.importing.heads import Heads
from tracker.exchange.importing.indicator_words import shipped_aliases
from tracker.exchange.importing.layout import Table
from tracker.exchange.importing.ledger_match import Found, History, LedgerMatch
from tracker.exchange.importing.lines import read_line
from tracker.exchange.importing.plan import NO_HINTS, Hints, ImportPlan, Remark, Understood
from tracker.exchange.importing.resolver import Resolver
from tracker.exchange.importing.table_reader import unsure_cells
from tracker.exchange.importing.target_columns import TargetColumns
from tracker.exchange.importing.vocabulary import Vocabulary
from tracker.exchange.sheets import Sheet, address
from tracker.exchange.target_sheets.contradictions import contradictions
from tracker.exchange.target_sheets.head import Head, find_head
from tracker.exchange.target_sheets.owner_columns import owner_edits
from tracker.exchange.target_sheets.rows import RowReader
from tracker.indicators import TargetKey
from tracker.periods import Month
from tracker.snapshot import Snapshot

_DOCUMENT = re.compile(r"[\u4e00-\u9fff]{2,12}[〔\[【(（]\d{4}[〕\]】)）]\s*\d+\s*号")
_NO_HEAD = "没有找到“指标”和“全年目标”“一季度”这样的表头，没有读；按地区排的数据表请在填报页导入。"


def plan_target_sheets(
    sheets: Sequence[Sheet],
    snapshot: Snapshot,
    hints: Hints = NO_HINTS,
    *,
    today: date,
    history: History | None = None,
    progress: Callable[[int, int], None] = lambda _done, _all: None,
) -> ImportPlan:
    """Say what importing the targets of these sheets into a ledger would do.

    A sheet that names no year is of `hints.year`, else of the present one, which is said. Never
    raises for what stands in the sheets.
    """
    importer = _Importer(snapshot, hints, today)
    for number, sheet in enumerate(sheets):
        progress(number, len(sheets))
        importer.read(sheet)
    collected = Collector(snapshot, LedgerMatch(snapshot, today, history)).collect(
        [], importer.found
    )
    return ImportPlan(
        (),
        tuple(collected.replacing),
        collected.unchanged,
        tuple(collected.conflicts),
        tuple(importer.problems),
        (),
        tuple(importer.assumed),
        tuple(importer.memory.values()),
        tuple(sheet.name for sheet in sheets),
        tuple(importer.understood),
    )


@dataclass(slots=True)
class _Importer:
    """Goes through the sheets of one file."""

    snapshot: Snapshot
    hints: Hints
    today: date
    found: list[Found] = field(default_factory=list)
    problems: list[Remark] = field(default_factory=list)
    assumed: list[Remark] = field(default_factory=list)
    memory: dict[str, SettingEdit] = field(default_factory=dict)
    understood: list[Understood] = field(default_factory=list)

    def read(self, sheet: Sheet) -> None:
        """Read one sheet."""
        if not any(cell != "" for row in sheet.rows for cell in row):
            return
        vocabulary = Vocabulary(self.snapshot.catalogue, shipped_aliases())
        head = find_head(sheet, vocabulary.read)
        if head is None or sheet.hidden:
            hidden = "这张工作表是隐藏的，没有导入；要导入请先取消隐藏。"
            self.problems.append(Remark(sheet.name, "", hidden if sheet.hidden else _NO_HEAD))
            return
        if sheet.cut:
            self.problems.append(Remark(sheet.name, "", sheet.cut))
        findings = Findings(sheet.name)
        context = self._context(sheet, head, vocabulary, findings)
        reader = RowReader(sheet, head, vocabulary, findings, bool(context.units))
        heads = reader.read()
        for column, why in head.unread.items():
            findings.tell(head.rows[-1], column, why)
        table = self._table(sheet, head, heads, findings)
        found = self._targets(table, head, heads, context, findings)
        self.found += found
        edits = owner_edits(reader, heads, self.snapshot)
        self.memory.update((edit.name, edit) for edit in edits)
        if edits:
            findings.assume(head.rows[-1], 0, f"责任单位、责任人随同写入 {len(edits)} 项")
        self.problems += findings.problems
        self.assumed += findings.assumed
        self.understood.append(_understood(table, heads, found, self.snapshot))

    def _context(
        self, sheet: Sheet, head: Head, vocabulary: Vocabulary, findings: Findings
    ) -> Context:
        """Read title and sheet's name; of them only year, region, unit and measure count."""
        above = [str(cell) for row in sheet.rows[: head.rows[0]] for cell in row if cell != ""]
        lines = [read_line(text, vocabulary.read) for text in dict.fromkeys(above)]
        levels = [lines, [vocabulary.read(sheet.name)]]
        hints = self.hints.of(sheet.name)
        context = read_context(levels, replace(hints, year=None), NO_HINTS)
        year = context.period.year
        named = any(one.period and one.period.year for one in head.targets.values())
        if year is None and not named:
            year = hints.year or self.today.year
            findings.assume(head.rows[0], 0, f"表里没写年份，按 {year} 年的目标读入")
        period = context.period._replace(year=year, month=None)
        return replace(context, indicator="", period=period)

    def _table(self, sheet: Sheet, head: Head, heads: Heads, findings: Findings) -> Table:
        """Return the body as a table; cells that are merged into one another hold nothing sure."""
        columns = sorted({*head.places.values()})
        body = list(heads.rows)
        table = Table(sheet, columns, list(head.targets), body, header_rows=head.rows)
        unsure = unsure_cells(table, heads)
        if not unsure:
            return table
        rows = [list(row) for row in sheet.rows]
        for (row, column), why in unsure.items():
            rows[row][column] = ""
            findings.tell(row, column, why)
        return replace(table, sheet=replace(sheet, rows=rows))

    def _targets(
        self, table: Table, head: Head, heads: Heads, context: Context, findings: Findings
    ) -> list[Found]:
        resolver = Resolver(self.snapshot.catalogue, context, self.today)
        hinted = self.hints.of(table.sheet.name).region
        region = hinted or self.snapshot.catalogue.province.code
        columns = TargetColumns(
            table, heads, resolver, findings, region, self.snapshot, dict(head.tiers), by_row=True
        )
        document = _document(table.sheet, head)
        found = [_documented(one, document) for one in columns.read()]
        for row, column, sentence in contradictions(found, self.snapshot):
            findings.assume(row, column, sentence)
        return found


def _documented(one: Found, document: str) -> Found:
    assert isinstance(one.edit, TargetEdit)
    return one._replace(edit=replace(one.edit, document=document)) if document else one


def _document(sheet: Sheet, head: Head) -> str:
    """Return the 文号 that stands above the head, if there is one."""
    above = (str(cell) for row in sheet.rows[: head.rows[0]] for cell in row if cell != "")
    found = next((hit for text in above if (hit := _DOCUMENT.search(text))), None)
    return "" if found is None else "".join(found[0].split())


def _understood(
    table: Table, heads: Heads, found: Sequence[Found], snapshot: Snapshot
) -> Understood:
    keys = [one.edit.key for one in found if isinstance(one.edit.key, TargetKey)]
    columns = [*table.head_columns, *table.value_columns]
    last = max(table.body, default=table.header_rows[-1])
    area = f"{address(table.header_rows[0], min(columns))}:{address(last, max(columns))}"
    ends = {Month(key.year, key.horizon.end_month) for key in keys}
    bases = (snapshot.indicator(key.indicator).basis_of(key.measure) for key in keys)
    units = dict.fromkeys(unit for one in heads.rows.values() for unit in one.units)
    return Understood(
        table.sheet.name,
        area,
        "指标向下，各期目标向右",
        tuple(dict.fromkeys(key.indicator for key in keys)),
        tuple(dict.fromkeys(key.measure for key in keys)),
        tuple(dict.fromkeys(bases)),
        tuple(units),
        (min(ends), max(ends)) if ends else (),
        len(found),
    )
