"""BatchExport: from the panel 批量导出 to many files, and what is said about them."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from tracker.charts.batch import PictureSet, failure_words
from tracker.charts.gallery import GALLERY
from tracker.charts.presets import PRESETS
from tracker.errors import TrackerError
from tracker.periods import Month
from ui import dialogs
from ui.batch_work import BatchOrder, BatchResult, BatchWork
from ui.chart_choice import ChartChoice
from ui.session import Session
from ui.widgets.batch_panel import BatchPanel
from ui.widgets.export_panel import ExportPanel

_NOT_DONE = "没有导出"


class BatchExport(QObject):
    """Opens the panel with what the page shows ticked, starts the work and reports."""

    done = Signal(str, str, object)
    """Emitted with 已导出 n 个文件到 …, 打开, and what opens the folder."""

    def __init__(self, page: QWidget, session: Session, choice: ChartChoice) -> None:
        super().__init__(page)
        self._page = page
        self._session = session
        self._choice = choice
        self.work = BatchWork(session.now, self)
        self.panel: BatchPanel | None = None
        self.work.finished.connect(self._on_finished)
        self.work.failed.connect(self._on_failed)

    def open(self, exporting: ExportPanel) -> None:
        """Show the panel; a new one takes chart, region, month, sizes, format and folder along."""
        if self.panel is None:
            self.panel = BatchPanel(self._page)
            self.panel.start_requested.connect(self._on_start)
            self.panel.cancel_requested.connect(self.work.cancel)
            self.panel.browse_requested.connect(self._on_browse)
            self.work.progressed.connect(self.panel.show_progress)
        if not self.work.is_busy:
            self._fill(self.panel, exporting)
        self.panel.show()
        self.panel.raise_()

    def close(self) -> None:
        """Cancel what runs and let no process outlive the window."""
        self.work.close()

    def _fill(self, panel: BatchPanel, exporting: ExportPanel) -> None:
        session, choice = self._session, self._choice
        charts = [(entry.id, entry.name) for entry in GALLERY.values()]
        panel.charts.offer(charts, {choice.chart})
        regions = session.snapshot.catalogue.regions.values()
        here = session.snapshot.catalogue.members(session.snapshot.catalogue.province.code)
        near = [session.snapshot.catalogue.province, *here]
        listed = near if session.region in {one.code for one in near} else list(regions)
        panel.regions.offer([(one.code, one.name) for one in listed], {session.region})
        months = [(month, f"{month.year} 年 {month.month} 月") for month in choice.months()]
        panel.months.offer(months, {session.as_of})
        sizes = [(one.id, f"{one.name}  {one.size_text}") for one in PRESETS.values()]
        panel.sizes.offer(sizes, set(exporting.presets) or {"slide"})
        for kind, box in panel.formats.items():
            box.setChecked(kind == exporting.image_format)
        panel.folder.setText(exporting.folder)
        panel.set_running(False)

    def _on_browse(self) -> None:
        assert self.panel is not None
        chosen = dialogs.choose_folder(self.panel, Path(self.panel.folder.text()))
        if chosen is not None:
            self.panel.folder.setText(str(chosen))

    def _on_start(self) -> None:
        panel = self.panel
        assert panel is not None
        panel.set_running(True)
        self.work.start(self._order(panel))

    def _order(self, panel: BatchPanel) -> BatchOrder:
        choice = self._choice
        chosen = PictureSet(
            tuple(str(chart) for chart in panel.charts.values),
            tuple(str(size) for size in panel.sizes.values),
            panel.image_formats,
            () if panel.every_indicator else (choice.indicator,),
            choice.paper,
            choice.text_step,
            choice.source or None,
            panel.template.text().strip(),
        )
        return BatchOrder(
            self._session.store.path,
            chosen,
            tuple(str(region) for region in panel.regions.values),
            tuple(Month(*month) for month in panel.months.values),  # type: ignore[misc]
            choice.made_on,
            Path(panel.folder.text().strip() or ".").expanduser(),
            self._session.snapshot.known_on,
            panel.zip_box.isChecked(),
        )

    def _on_finished(self, result: BatchResult) -> None:
        assert self.panel is not None
        self.panel.set_running(False)
        folder = result.order.folder
        told = failure_words(result.report)
        if told:
            self.panel.say(told)
            dialogs.tell(self._page, told, "没有全部导出")
            return
        count = len(result.report.files)
        sentence = f"已导出 {count} 个文件到 {folder}"
        self.panel.say("".join((sentence, "。", *result.skipped)))
        show = partial(QDesktopServices.openUrl, QUrl.fromLocalFile(str(folder)))
        self.done.emit(sentence, "打开", show)

    def _on_failed(self, error: TrackerError) -> None:
        assert self.panel is not None
        self.panel.set_running(False)
        self.panel.say(str(error))
        dialogs.tell(self._page, error, _NOT_DONE)
