"""plan_import: the sheets of a file → what an import would do. Pure; nothing is written here."""

from collections.abc import Callable, Sequence
from datetime import date

from tracker.edits import SettingEdit
from tracker.exchange.importing.cell_kinds import CellKinds
from tracker.exchange.importing.collector import Collector
from tracker.exchange.importing.context import Context, read_context
from tracker.exchange.importing.doubts import without_doubtful
from tracker.exchange.importing.findings import Findings
from tracker.exchange.importing.heads import HeadReader, Heads
from tracker.exchange.importing.indicator_words import shipped_aliases
from tracker.exchange.importing.known_heads import KnownHeads
from tracker.exchange.importing.lanes import KnownLanes
from tracker.exchange.importing.layout import Position, Table, TableFinder
from tracker.exchange.importing.ledger_match import Found, History, LedgerMatch
from tracker.exchange.importing.lines import read_line, read_note
from tracker.exchange.importing.locked import without_locked
from tracker.exchange.importing.long_rows import header_row, read_long_rows
from tracker.exchange.importing.plan import (
    NO_HINTS,
    Hints,
    ImportPlan,
    Question,
    Remark,
    Strip,
    Understood,
)
from tracker.exchange.importing.remembering import memory, recall, shape_of
from tracker.exchange.importing.resolver import Resolver, paired_months
from tracker.exchange.importing.row_tags import with_tags
from tracker.exchange.importing.table_reader import TableReader
from tracker.exchange.importing.target_columns import TargetColumns
from tracker.exchange.importing.totals import TotalCheck
from tracker.exchange.importing.understood import understood, understood_long_form
from tracker.exchange.importing.vocabulary import Vocabulary, Words
from tracker.exchange.sheets import Sheet
from tracker.indicators import CellKey
from tracker.snapshot import Snapshot


def plan_import(
    sheets: Sequence[Sheet],
    snapshot: Snapshot,
    hints: Hints = NO_HINTS,
    *,
    today: date,
    history: History | None = None,
    progress: Callable[[int, int], None] = lambda _done, _all: None,
) -> ImportPlan:
    """Say what an import of these sheets into the ledger of a snapshot would do.

    `hints` are a person's answers; what was answered for an earlier table of the same shape is
    taken from the snapshot's settings. `history` tells the entries ever made in a cell, so that a
    file brought in twice is a no-op also for figures that no longer stand. `progress` is called
    with the sheets read and all of them; what it raises ends the work. Never raises for what stands
    in the sheets: everything doubtful is a problem, a question or a conflict.
    """
    return _Importer(snapshot, hints, today, history).plan(sheets, progress)


class _Importer:
    """Goes through the sheets of one file."""

    def __init__(
        self, snapshot: Snapshot, hints: Hints, today: date, history: History | None
    ) -> None:
        self._snapshot = snapshot
        self._hints = hints
        self._today = today
        self._vocabulary = Vocabulary(snapshot.catalogue, shipped_aliases())
        self._kinds = CellKinds()
        self._known = KnownHeads()
        self._known_lanes = KnownLanes()
        self._collector = Collector(snapshot, LedgerMatch(snapshot, today, history))
        self._strips: list[Strip] = []
        self._singles: list[Found] = []
        self._problems: list[Remark] = []
        self._questions: list[Question] = []
        self._assumed: list[Remark] = []
        self._memory: dict[str, SettingEdit] = {}
        self._understood: list[Understood] = []

    def plan(self, sheets: Sequence[Sheet], progress: Callable[[int, int], None]) -> ImportPlan:
        """Return the plan for all sheets."""
        for number, sheet in enumerate(sheets):
            progress(number, len(sheets))
            self._read_sheet(sheet)
        if not (self._strips or self._singles or self._problems or self._questions):
            name = sheets[0].name if sheets else ""
            sentence = "没有找到可以导入的表；请检查表里有没有指标、地区、月份和数值。"
            self._problems.append(Remark(name, "", sentence))
        collected = self._collector.collect(self._strips, self._singles)
        plan = ImportPlan(
            tuple(collected.blank_strips),
            tuple(collected.replacing),
            collected.unchanged,
            tuple(collected.conflicts),
            tuple(self._problems),
            tuple(self._questions),
            tuple(self._assumed),
            tuple(self._memory.values()),
            tuple(sheet.name for sheet in sheets),
            tuple(self._understood),
        )
        return without_locked(plan, self._snapshot.settings)

    def _read_sheet(self, sheet: Sheet) -> None:
        if sheet.cut:
            self._problems.append(Remark(sheet.name, "", sheet.cut))
        if not sheet.rows:
            return
        header = header_row(sheet)
        tables = [] if header is not None else self._tables(sheet)
        if sheet.hidden and (header is not None or tables):
            sentence = "这张工作表是隐藏的，没有导入；要导入请先取消隐藏。"
            self._problems.append(Remark(sheet.name, "", sentence))
        elif header is not None:
            rows = read_long_rows(sheet, header, self._snapshot.catalogue, self._today)
            self._singles += rows.found
            self._problems += rows.problems
            keys = [one.edit.key for one in rows.found]
            months = {key.month for key in keys if isinstance(key, CellKey)}
            self._understood.append(understood_long_form(sheet, header, len(keys), months))
        else:
            for number, table in enumerate(tables):
                self._read_table(table, tables[:number])

    def _tables(self, sheet: Sheet) -> list[Table]:
        return TableFinder(sheet, self._kinds, self._head_kind).tables()

    def _head_kind(self, text: str) -> str:
        """Say what a whole cell names."""
        if self._vocabulary.regions.candidates(text):
            return "region"
        words = self._vocabulary.read(text)
        if words.unknown:
            return ""
        return "indicator" if words.indicators else "period" if words.periods else ""

    def _read_table(self, table: Table, above: Sequence[Table]) -> None:
        """Read one table; without a title of its own it is of the title that heads the sheet."""
        heads = HeadReader(table, self._vocabulary, self._known).read()
        findings = Findings(table.sheet.name)
        titles = _texts(table.sheet, table.titles)
        shape = shape_of([table.sheet.name, *titles, *_headers(table)])
        remembered = recall(self._snapshot.settings, shape, self._today)
        context = self._context(table, heads, titles or _inherited_titles(above), remembered)
        catalogue = self._snapshot.catalogue
        resolver = Resolver(catalogue, context, self._today, paired_months(heads))
        hints = self._hints.of(table.sheet.name)
        region = hints.region or catalogue.province.code
        reader = TableReader(table, heads, resolver, findings, region, self._known_lanes)
        rows = without_doubtful(reader.read(), table.sheet, findings, heads.header_row)
        TotalCheck(table, heads, resolver, reader, findings).run()
        targets = TargetColumns(table, heads, resolver, findings, region, self._snapshot).read()
        strips, tagged = with_tags(rows, table.sheet, table.header_rows, findings)
        self._strips += strips
        self._singles += [*tagged, *targets]
        self._problems += findings.problems
        self._questions += findings.questions
        self._assumed += findings.assumed
        self._understood.append(understood(table, heads, context, rows, targets))
        if (rows or targets) and context.answers:
            answered = _answered(hints, context, remembered)
            self._memory[shape] = memory(shape, answered, self._today)

    def _context(
        self, table: Table, heads: Heads, titles: Sequence[str], remembered: Hints
    ) -> Context:
        read = self._vocabulary.read
        levels: list[list[Words]] = [
            [read_line(text, read) for text in (*titles, *heads.corners)],
            [read(table.sheet.name)],
            [read_note(text, read) for text in _texts(table.sheet, table.notes)],
        ]
        return read_context(levels, self._hints.of(table.sheet.name), remembered)


def _answered(hints: Hints, context: Context, remembered: Hints) -> Hints:
    """Return the answers that a table needed."""
    return Hints(
        **{
            name: given if (given := getattr(hints, name)) is not None else held
            for name in ("indicator", "measure", "basis", "year")
            if name in context.answers
            for held in (getattr(remembered, name),)
        }
    )


def _texts(sheet: Sheet, places: Sequence[Position]) -> list[str]:
    return [str(sheet.rows[row][column]) for row, column in places]


def _headers(table: Table) -> list[str]:
    rows = table.sheet.rows
    columns = (*table.head_columns, *table.value_columns)
    return [str(rows[row][column]) for row in table.header_rows for column in columns]


def _inherited_titles(above: Sequence[Table]) -> list[str]:
    """Return the titles of the first table of a sheet, which may stand for those below it."""
    return _texts(above[0].sheet, above[0].titles) if above else []
