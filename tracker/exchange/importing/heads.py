"""Reading the heads of a table: what each row and each column says about its figures."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from tracker.exchange.importing.facets import NOTHING, WHOLE_REGION, Facets, joined_facets
from tracker.exchange.importing.known_heads import KnownHeads
from tracker.exchange.importing.layout import CODED, NUMBERED, TIMED, Table
from tracker.exchange.importing.measure_words import Role
from tracker.exchange.importing.period_words import Period, date_periods, is_day, number_period
from tracker.exchange.importing.region_words import WHOLE, folded
from tracker.exchange.importing.vocabulary import Vocabulary, Words
from tracker.exchange.importing.word_lists import WORD_LISTS
from tracker.exchange.importing.year_order import with_years
from tracker.exchange.sheets import Cell
from tracker.indicators import Region

HARMLESS = WORD_LISTS["heads"]["harmless"]
"""Heads of columns that do not tell figures apart."""


@dataclass(slots=True)
class Heads:
    """What the rows and columns of a table say, by their numbers on the sheet."""

    rows: dict[int, Facets] = field(default_factory=dict)
    columns: dict[int, Facets] = field(default_factory=dict)
    row_cells: dict[int, int] = field(default_factory=dict)
    """The column of the cell that names a row, for messages."""

    header_row: int = 0
    """The lowest header row, for messages."""

    corners: list[str] = field(default_factory=list)
    """Texts above the head columns."""


class HeadReader:
    """Reads the heads of one table; `known` keeps what equal headers say, for all tables."""

    def __init__(self, table: Table, vocabulary: Vocabulary, known: KnownHeads) -> None:
        self._known = known
        self._table = table
        self._rows = table.sheet.rows
        self._vocabulary = vocabulary
        self._harmless = [column for column in table.head_columns if self._is_harmless(column)]
        heads = [column for column in table.head_columns if column not in self._harmless]
        self._head_columns = heads
        self._regions = self._settled()

    def read(self) -> Heads:
        """Return what every row and column says."""
        table = self._table
        heads = Heads(header_row=table.header_rows[-1] if table.header_rows else table.body[0])
        heads.corners = [
            str(self._rows[row][column])
            for row in table.header_rows
            for column in self._head_columns
            if self._rows[row][column] != ""
        ]
        self._read_rows(heads)
        columns, facets = self._columns()
        heads.columns = dict(zip(columns, facets, strict=True))
        return heads

    def _columns(self) -> tuple[tuple[int, ...], list[Facets]]:
        """Read the heads of the columns; equal heads without regions were read before."""
        table = self._table
        cells = [[self._rows[row][one] for one in table.value_columns] for row in table.header_rows]
        name = (
            tuple(table.value_columns),
            tuple(map(tuple, cells)),
            tuple(map(self._is_merged, table.header_rows)),
            self._is_timed(),
        )
        own = any(cell in self._regions for row in cells for cell in row if type(cell) is str)
        known = None if own else self._known.columns.get(name)
        if known is None:
            columns = tuple(one for one in table.value_columns if not self._is_harmless(one))
            said = self._column_words(columns)
            known = columns, with_years([self._facets(texts, words) for texts, words in said])
            if not own:
                self._known.columns[name] = known
        return known

    def _is_timed(self) -> bool:
        """Say whether the rows are named by months, so that bare numbers above are none."""
        return any(
            self._heads_of(column) & TIMED or "月份" in "".join(self._heads_of(column))
            for column in self._head_columns
        )

    def _is_harmless(self, column: int) -> bool:
        heads = self._heads_of(column)
        return bool(heads & (HARMLESS | NUMBERED)) and not heads & CODED

    def _heads_of(self, column: int) -> set[str]:
        rows = self._rows
        return {folded(_as_text(rows[row][column])) for row in self._table.header_rows}

    def _settled(self) -> dict[str, Region | str]:
        """Say which region each cell of the heads means, judged by all names of the table."""
        table = self._table
        texts = [
            _as_text(self._rows[row][column]) for row in table.body for column in self._head_columns
        ]
        for row in table.header_rows:
            cells = tuple(self._rows[row][column] for column in table.value_columns)
            if cells not in self._known.plain:
                names = list(map(str, cells))
                if any(map(self._vocabulary.regions.candidates, names)):
                    texts += names
                else:
                    self._known.plain.add(cells)
        return self._vocabulary.regions.settle(dict.fromkeys(text for text in texts if text))

    def _read_rows(self, heads: Heads) -> None:
        """Read the head cells of every body row; blanks take what stands above them."""
        dates = {column: self._dates_down(column) for column in self._head_columns}
        timed = {column for column in self._head_columns if self._heads_of(column) & TIMED}
        above: dict[int, Cell] = {}
        section = None
        facets: list[Facets] = []
        for row in self._table.body:
            if self._table.sections.get(row) != section:
                section, above = self._table.sections.get(row), {}
            texts: list[str] = []
            words: list[Words] = []
            for column in self._head_columns:
                cell = self._rows[row][column]
                if cell == "" and column != self._head_columns[-1]:
                    cell = above.get(column, "")
                above[column] = cell
                if cell == "":
                    continue
                heads.row_cells.setdefault(row, column)
                period = dates[column].get(row)
                if column in timed and not isinstance(cell, str):
                    period = period or _number_period(cell)
                texts.append(_as_text(cell))
                words.append(self._words(texts[-1], period))
            heads.row_cells.setdefault(row, next(iter(self._head_columns), 0))
            facets.append(self._facets(texts, words))
        facets = with_years(_inherited(facets))
        for row, one in zip(self._table.body, facets, strict=True):
            heads.rows[row] = self._under_section(row, one)

    def _under_section(self, row: int, facets: Facets) -> Facets:
        """Let a row take over what the line of words above it says."""
        position = self._table.sections.get(row)
        if position is None or facets.trouble:
            return facets
        text = str(self._rows[position[0]][position[1]])
        above = self._facets([text], [self._vocabulary.read(text)])
        if above.trouble:
            return facets if facets.indicator else replace(facets, trouble=above.trouble)
        return replace(
            facets,
            region=facets.region or above.region,
            indicator=facets.indicator or above.indicator,
            period=facets.period or above.period,
            measure=facets.measure or above.measure,
            basis=facets.basis or above.basis,
            units=facets.units or above.units,
        )

    def _column_words(self, columns: Sequence[int]) -> list[tuple[list[str], list[Words]]]:
        """Read what stands above each column; a blank takes over from its left (no merges)."""
        said: list[tuple[list[str], list[Words]]] = [([], []) for _ in columns]
        rows = self._table.header_rows
        timed = self._is_timed()
        for index, row in enumerate(rows):
            cells = [self._rows[row][column] for column in columns]
            if index + 1 < len(rows) and not self._is_merged(row):
                below = [self._rows[rows[index + 1]][column] for column in columns]
                cells = _filled(cells, below)
            dates = _dates(cells)
            for number, cell in enumerate(cells):
                text = _as_text(cell)
                if not text or text in said[number][0]:
                    continue
                period = dates.get(number)
                if not isinstance(cell, str) and period is None:
                    period = _number_period(cell, years_only=not timed)
                said[number][0].append(text)
                said[number][1].append(self._words(text, period))
        return said

    def _is_merged(self, row: int) -> bool:
        return any(
            merge.top <= row <= merge.bottom and merge.right > merge.left
            for merge in self._table.sheet.merges
        )

    def _dates_down(self, column: int) -> dict[int, Period]:
        body = self._table.body
        found = _dates([self._rows[row][column] for row in body])
        return {body[index]: period for index, period in found.items()}

    def _words(self, text: str, period: Period | None) -> Words:
        """Return what a head cell says; a settled region or a date is not read as words.

        A day that is no month (2023-05-17) is understood by nobody.
        """
        if period is not None:
            return Words(text, periods=[period])
        if text in self._regions or folded(text) in WHOLE:
            return Words(text)
        return Words(text, unknown=text) if is_day(text) else self._vocabulary.read(text)

    def _facets(self, texts: Sequence[str], words: Sequence[Words]) -> Facets:
        """Put together the cells of one row or column, and the region that they name."""
        if len(texts) == 1:
            region = self._regions.get(texts[0])
            if isinstance(region, Region):
                return Facets(region=region.code)
        settled = [self._regions[text] for text in texts if text in self._regions]
        name = (tuple(texts), tuple(tuple(one.periods) for one in words))
        if not settled and name in self._known.facets:
            return self._known.facets[name]
        facets = self._joined(texts, words, settled)
        if not settled:
            self._known.facets[name] = facets
        return facets

    def _joined(
        self, texts: Sequence[str], words: Sequence[Words], settled: Sequence[Region | str]
    ) -> Facets:
        codes = {one.code for one in settled if isinstance(one, Region)}
        codes.update(code for one in words for code in one.regions)
        unsettled = next((one for one in settled if isinstance(one, str)), "")
        facets = joined_facets(words, next(iter(codes)) if len(codes) == 1 else "")
        if unsettled:
            return replace(facets, trouble=unsettled)
        if len(codes) > 1:
            return replace(facets, trouble=f"“{' '.join(texts)}”说到了不止一个地区")
        if any(folded(text) in WHOLE for text in texts):
            return replace(facets, region=WHOLE_REGION)
        return facets


def _as_text(cell: Cell) -> str:
    if isinstance(cell, float | int) and not isinstance(cell, bool):
        return f"{cell:.15g}"
    if isinstance(cell, date):
        return f"{cell:%Y-%m-%d}"
    return str(cell)


def _dates(cells: Sequence[Cell]) -> dict[int, Period]:
    """Return the periods that the real dates among cells mean, by their place."""
    days = {
        index: cell.date() if isinstance(cell, datetime) else cell
        for index, cell in enumerate(cells)
        if isinstance(cell, date)
    }
    periods = date_periods(list(days.values())) if days else []
    return {
        index: period for index, period in zip(days, periods, strict=True) if period is not None
    }


def _number_period(cell: Cell, *, years_only: bool = False) -> Period | None:
    if isinstance(cell, bool) or not isinstance(cell, int | float):
        return None
    period = number_period(cell)
    return None if years_only and period is not None and period.year is None else period


def _filled(cells: Iterable[Cell], below: Iterable[Cell]) -> list[Cell]:
    """Let a group's name stand over all its columns, as far as they have a name of their own."""
    filled: list[Cell] = []
    for cell, own in zip(cells, below, strict=True):
        carried = filled[-1] if filled and cell == "" and own != "" else cell
        filled.append(carried)
    return filled


def _inherited(facets: Sequence[Facets]) -> list[Facets]:
    """Let 同比增长（%） under an indicator's row speak of that indicator."""
    above = NOTHING
    found = []
    for one in facets:
        own = bool(one.indicator or one.region or one.role is Role.TOTAL or one.trouble)
        if not own and (one.measure or one.basis or one.last_year or one.role):
            if above.trouble:
                one = replace(one, trouble=above.trouble)
            elif above.indicator:
                one = replace(one, indicator=above.indicator)
        elif own:
            above = one
        found.append(one)
    return found
