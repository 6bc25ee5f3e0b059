"""StageList: what a stage of the yearly cycle found, as finished text to show, print and copy."""

from dataclasses import dataclass
from enum import StrEnum

from tracker.indicators import Light
from tracker.wording import pasteable


class StageName(StrEnum):
    """The four stages of the yearly cycle, in their order."""

    FOLLOW_UP = "follow_up"
    ASSESSMENT = "assessment"
    INSPECTION = "inspection"
    APPRAISAL = "appraisal"


STAGE_WORDS = {
    StageName.FOLLOW_UP: "月跟进",
    StageName.ASSESSMENT: "季考核",
    StageName.INSPECTION: "半年督查",
    StageName.APPRAISAL: "年终总评",
}


@dataclass(frozen=True, slots=True)
class StageLine:
    """One row of a list: its cells, and the light, indicator and region it is about."""

    cells: tuple[str, ...]
    light: Light | None = None
    indicator: str = ""
    region: str = ""


@dataclass(frozen=True, slots=True)
class StageList:
    """A list of a stage, or of something else that is listed alike (then None).

    `wide` names the columns that take what room is left, `right` those of numbers. Every line has
    a cell for each head.
    """

    stage: StageName | None
    title: str
    sentence: str
    heads: tuple[str, ...]
    lines: tuple[StageLine, ...]
    wide: tuple[str, ...] = ()
    right: tuple[str, ...] = ()
    sample: bool = False

    def as_text(self) -> str:
        """Return the list as tab-separated text; numbers as a spreadsheet reads them."""
        rows = [self.heads, *(self._copied(line) for line in self.lines)]
        return "\n".join("\t".join(cells) for cells in rows)

    def _copied(self, line: StageLine) -> tuple[str, ...]:
        return tuple(
            pasteable(cell) if head in self.right else cell
            for head, cell in zip(self.heads, line.cells, strict=True)
        )
