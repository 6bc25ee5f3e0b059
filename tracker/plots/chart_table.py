"""ChartTable: finished text in rows and columns, as it stands behind a picture."""

from dataclasses import dataclass

from tracker import wording

NOTHING = ""


@dataclass(frozen=True, slots=True)
class ChartTable:
    """A table of finished text: `columns` are the heads, each row has as many cells.

    The first column names the row. `note` says unit and basis once for the whole table;
    `emphasis` is the row that the picture is about, None where all weigh the same.
    """

    note: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    emphasis: int | None = None

    @property
    def is_blank(self) -> bool:
        """Say whether there is no value at all, so that a picture would show nothing."""
        cells = [cell for row in self.rows for cell in row[1:]]
        return not any(cell not in (NOTHING, wording.DASH) for cell in cells)

    def text(self) -> str:
        """Return tab-separated lines that Excel and WPS read as numbers: no commas, ASCII minus."""
        first, *others = self.columns or ("",)
        lines = [(first or self.note, *others), *self.rows]
        return "\n".join("\t".join(wording.pasteable(cell) for cell in line) for line in lines)
