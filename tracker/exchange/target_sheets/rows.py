"""The rows of a 责任书: which indicator each speaks of, and in which unit."""

from dataclasses import dataclass, replace

from tracker.exchange.importing.facets import Facets, joined_facets
from tracker.exchange.importing.findings import Findings
from tracker.exchange.importing.heads import Heads
from tracker.exchange.importing.vocabulary import Vocabulary
from tracker.exchange.numerals import says_none
from tracker.exchange.sheets import Cell, Sheet
from tracker.exchange.target_sheets.head import Head, Holds
from tracker.indicators import Measure, MeasureKind, Region

_PERCENT = ("%", "％")


@dataclass(frozen=True, slots=True)
class RowReader:
    """Reads the head cells of every row; what is not understood is told by its cell.

    `units` says whether the words around the table give a unit.
    """

    sheet: Sheet
    head: Head
    vocabulary: Vocabulary
    findings: Findings
    units: bool

    def read(self) -> Heads:
        """Return what every row and column says, as the reader of target columns wants it."""
        heads = Heads(columns=dict(self.head.targets), header_row=self.head.rows[-1])
        regions = self._regions()
        for row in range(self.head.body_from, len(self.sheet.rows)):
            facets = self._facets(row, regions)
            heads.rows[row] = facets
            heads.row_cells[row] = self.head.places[Holds.INDICATOR]
            if facets.trouble and row not in self.sheet.hidden_rows:
                place = self.head.places[Holds.INDICATOR]
                self.findings.tell(row, place, f"{facets.trouble}，这一行没有导入")
        return heads

    def cell(self, row: int, holds: Holds) -> Cell:
        """Return the cell of a row in the column that holds something; "" without one."""
        column = self.head.places.get(holds)
        return "" if column is None else self.sheet.rows[row][column]

    def _facets(self, row: int, regions: dict[str, Region | str]) -> Facets:
        targets = self._targets(row)
        name = str(self.cell(row, Holds.INDICATOR)).strip()
        if not targets:
            return Facets()
        if not name:
            return Facets(trouble="没写是哪个指标")
        unit = str(self.cell(row, Holds.UNIT)).strip()
        words = [self.vocabulary.read(name), *([self.vocabulary.read(unit)] if unit else [])]
        if words[0].doubtful:
            return Facets(trouble=f"“{name}”是不是台账里的指标，拿不准")
        facets = joined_facets(words)
        if not facets.trouble and not facets.indicator and facets.role is None:
            return Facets(trouble=f"台账里没有指标“{name}”")
        place = str(self.cell(row, Holds.REGION)).strip()
        if place:
            region = regions.get(place, f"没有地区“{place}”，可能改了名，请写台账里的名字")
            if isinstance(region, str):
                return replace(facets, trouble=facets.trouble or region)
            facets = replace(facets, region=region.code)
        return self._measured(facets, targets)

    def _measured(self, facets: Facets, targets: list[str]) -> Facets:
        """Let a row that says neither measure nor unit speak of its indicator's usual one."""
        said = facets.measure is not None or facets.units or self.units
        if said or not facets.indicator or any(one.units for one in self.head.targets.values()):
            return facets
        indicator = self.vocabulary.catalogue.indicator(facets.indicator)
        percent = all(any(mark in text for mark in _PERCENT) for text in targets)
        measure = indicator.judged_by
        if percent and indicator.unit != "%" and indicator.kind is not MeasureKind.RANK:
            measure = Measure.GROWTH
        return replace(facets, measure=measure)

    def _targets(self, row: int) -> list[str]:
        cells = [self.sheet.rows[row][column] for column in self.head.targets]
        return [str(cell) for cell in cells if cell != "" and not says_none(str(cell))]

    def _regions(self) -> dict[str, Region | str]:
        if Holds.REGION not in self.head.places:
            return {}
        rows = range(self.head.body_from, len(self.sheet.rows))
        texts = [str(self.cell(row, Holds.REGION)).strip() for row in rows]
        return self.vocabulary.regions.settle(dict.fromkeys(text for text in texts if text))
