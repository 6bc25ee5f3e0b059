"""The ranking of 市州 as a list to print: all columns, the regions without figures too."""

from tracker.inspection.stage_list import StageLine, StageList
from tracker.plots.region_sheet import RegionSheet, sheet_table
from tracker.snapshot import Snapshot


def region_list(snapshot: Snapshot, sheet: RegionSheet, finding: str) -> StageList:
    """Return the table of a sheet under a title, with the finding as its sentence."""
    heads, *rows = sheet_table(sheet)
    held = sheet.held
    return StageList(
        stage=None,
        title=f"{held.parent.name}{sheet.indicator.name}排名（截至 {held.as_of.year} 年 "
        f"{held.as_of.month} 月）",
        sentence=finding,
        heads=heads,
        lines=tuple(StageLine(cells) for cells in rows),
        right=tuple(heads[at] for at in range(len(heads)) if at not in _LEFT),
        sample=snapshot.is_sample,
    )


_LEFT = (2, 3)
"""The columns of words: 灯 and 地区."""
