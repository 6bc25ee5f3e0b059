"""The columns of the ranking on 市州: what each says and explains."""

from tracker.plots.region_sheet import RegionLine, RegionSheet
from tracker.progress import why
from ui.models.row_table import Column


def line_tip(line: RegionLine) -> str:
    """Say the whole name, how it stands to the whole and the nation, and why its light is so."""
    reason = "" if line.row is None else why(line.row.progress)
    return "\n".join(words for words in (line.full_name, line.beside, reason) if words)


def _unsorted(_line: RegionLine) -> None:
    """The order switch sorts; heads do not."""


def region_columns(sheet: RegionSheet | None) -> list[Column[RegionLine]]:
    """Return the columns as a sheet names them."""
    value, target, gap = ("数值", "目标", "差") if sheet is None else (
        sheet.value_head, sheet.target_head, sheet.gap_head
    )  # fmt: skip
    return [
        Column("rank", "位次", lambda line: line.rank, _unsorted),
        Column("move", "升降", lambda line: line.move, _unsorted),
        Column("region", "地区", lambda line: line.name, _unsorted, line_tip),
        Column("value", value, lambda line: line.value, _unsorted, right=True),
        Column("target", target, lambda line: line.target, _unsorted, right=True),
        Column("ruler", "双过半标尺", lambda line: line.share, _unsorted, line_tip),
        Column("gap", gap, lambda line: line.gap, _unsorted, line_tip, right=True),
    ]
