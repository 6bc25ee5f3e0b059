"""RegionTexts: ranking, lights and sentences of 市州 on the clipboard, the ranking on paper."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from tracker.marking import marking_of
from tracker.plots.region_list import region_list
from tracker.plots.region_sheet import RegionSheet, sheet_table
from tracker.snapshot import Snapshot
from tracker.wording import official, pasteable


class RegionTexts(QObject):
    """Tables go out as a spreadsheet reads them, sentences as an official text writes them."""

    done = Signal(str)

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self._page = page

    def copy_sheet(self, sheet: RegionSheet) -> None:
        """Put the ranking on the clipboard, the regions without figures too."""
        rows = [[pasteable(cell) for cell in row] for row in sheet_table(sheet)]
        self._copy_rows(rows)
        self.done.emit(f"已复制 {len(rows) - 1} 行")

    def print_sheet(self, snapshot: Snapshot, sheet: RegionSheet, finding: str) -> None:
        """Show the print preview of the ranking, on A4 upright."""
        from ui.paper_print import PaperPrint  # not needed before something is printed

        mark = marking_of(snapshot.settings)
        PaperPrint(self._page).preview_list(region_list(snapshot, sheet, finding), mark)

    def copy_lights(self, rows: Sequence[Sequence[str]]) -> None:
        """Put the lights on the clipboard."""
        self._copy_rows(rows)
        self.done.emit("已复制各地的灯")

    def copy_sentence(self, sentence: str, said: str) -> None:
        """Put a sentence on the clipboard and say what it was."""
        QGuiApplication.clipboard().setText(official(sentence))
        self.done.emit(said)

    def _copy_rows(self, rows: Sequence[Sequence[str]]) -> None:
        QGuiApplication.clipboard().setText("\n".join("\t".join(row) for row in rows))
