"""Saving the numbers behind a picture as .xlsx."""

from pathlib import Path

from PySide6.QtWidgets import QWidget

from tracker.charts.gallery import ChartRequest
from tracker.errors import TrackerError
from tracker.plots.chart_data import ChartTable
from tracker.snapshot import Snapshot
from ui import dialogs
from ui.chart_work import picture_name

_KINDS = "Excel (*.xlsx)"


def save_numbers(
    page: QWidget,
    snapshot: Snapshot,
    request: ChartRequest,
    table: ChartTable,
    place: tuple[str, str],
) -> Path | None:
    """Ask for a file and write the table into it; None when nothing was written.

    `place` is the folder proposed and the picture's title.
    """
    folder, title = place
    name = picture_name(snapshot, request).rsplit("_", 1)[0]
    path = dialogs.choose_new_file(page, Path(folder) / f"{name}.xlsx", _KINDS)
    if path is None:
        return None
    from tracker.charts.alt_text import alt_text
    from tracker.charts.picture_files import write
    from tracker.charts.workbook import Sheet, workbook

    path = path if path.suffix else path.with_suffix(".xlsx")
    try:
        sheet = Sheet("图中数据", title, (alt_text(snapshot, request),), table)
        write(path, workbook([sheet], request.made_on), force=True)
    except TrackerError as error:
        dialogs.tell(page, error, "没有存下")
        return None
    return path
