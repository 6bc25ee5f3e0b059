"""GridPage: what 填报 and 目标 share: bars over a grid, a refused step told, undo on the page."""

from collections.abc import Callable

from PySide6.QtCore import QTimer

from tracker.errors import TrackerError
from ui.models.cell_look import PasteReport
from ui.models.grid_table import GridTable
from ui.pages.page import Page
from ui.widgets.grid_bars import ErrorBar, PasteBar
from ui.widgets.grid_panel import GridPanel


class GridPage(Page):
    """A page that is a grid. The page itself makes the grid, its table, the bars and the timer."""

    table: GridTable
    grid: GridPanel
    paste_bar: PasteBar
    error_bar: ErrorBar
    _later: QTimer
    """Draws what stands around the grid, once per edit."""

    def _on_pasted(self, report: PasteReport) -> None:
        self.paste_bar.show_report(report)
        self._on_problems_changed()

    def _on_problems_changed(self) -> None:
        self._later.start()
        self.status_changed.emit()

    def _on_refused(self, sentence: str) -> None:
        unsaved = sum(1 for problem in self.table.problems.values() if problem.unsaved)
        self.error_bar.show_error(sentence, unsaved=unsaved)

    def _retry(self) -> None:
        self.error_bar.hide()
        self.table.retry_unsaved()

    def _walk(self, step: Callable[[], None]) -> None:
        self.grid.view.commit()
        try:
            step()
        except TrackerError as error:
            self.error_bar.show_error(str(error), unsaved=0)

    def _undo(self) -> None:
        self._walk(self.session.undo_stack.undo)

    def _redo(self) -> None:
        self._walk(self.session.undo_stack.redo)
