"""BatchExport: from the panel 批量导出 to many files, and what is said about them."""

from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QMenu, QWidget

from tracker.charts.batch import PictureSet, first_request
from tracker.charts.batch_report import failure_words
from tracker.charts.file_names import picture_stem
from tracker.charts.gallery import GALLERY
from tracker.charts.picture_sets import drop_set, keep_set, picture_sets
from tracker.charts.presets import PRESETS
from tracker.errors import TrackerError
from tracker.indicators import RegionLevel
from tracker.periods import Month
from ui import dialogs
from ui.batch_work import BatchOrder, BatchResult, BatchWork
from ui.chart_choice import ChartChoice
from ui.saved_styles import SavedStyle
from ui.session import Session
from ui.widgets.batch_panel import BatchPanel
from ui.widgets.chart_options import LEVELS
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
            self.panel.example_wanted.connect(self._show_example)
            self.panel.sets_button.clicked.connect(self._on_sets)
            self.panel.finished.connect(self.work.stand_down)
            self.work.progressed.connect(self.panel.show_progress)
        if not self.work.is_busy:
            self._fill(self.panel, exporting)
        self.work.stand_by()
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
        panel.compared.choose(LEVELS[choice.counties][0])
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

    def _chosen(self, panel: BatchPanel) -> PictureSet:
        choice = self._choice
        return PictureSet(
            tuple(str(chart) for chart in panel.charts.values),
            tuple(str(size) for size in panel.sizes.values),
            panel.image_formats,
            () if panel.every_indicator else (choice.indicator,),
            choice.paper,
            choice.text_step,
            choice.source or None,
            panel.template.text().strip(),
            level=RegionLevel.COUNTY if panel.compares_counties else None,
        )

    def _order(self, panel: BatchPanel) -> BatchOrder:
        return BatchOrder(
            self._session.store.path,
            self._chosen(panel),
            tuple(str(region) for region in panel.regions.values),
            tuple(Month(*month) for month in panel.months.values),  # type: ignore[misc]
            self._choice.made_on,
            Path(panel.folder.text().strip() or ".").expanduser(),
            self._session.sight,
            panel.zip_box.isChecked(),
        )

    def _show_example(self) -> None:
        """Show what the first file of these choices is called, or what is wrong with the words."""
        panel = self.panel
        assert panel is not None
        if not (panel.charts.values and panel.regions.values and panel.months.values):
            return
        order = self._order(panel)
        snapshot = self._session.snapshot
        try:
            request = first_request(
                snapshot.catalogue,
                order.chosen,
                order.regions[0],
                order.months[0],
                order.made_on,
            )
            if request.indicator is None:
                request = replace(request, indicator=self._choice.indicator)
            stem = picture_stem(snapshot, request, order.chosen.template)
        except TrackerError as error:
            panel.show_example(str(error), wrong=True)
            return
        panel.show_example(f"例：{stem}.{(order.chosen.formats or ('png',))[0]}")

    def sets_menu(self) -> QMenu:
        """Return the menu of the sets the ledger keeps: take one, keep this one, delete one."""
        panel = self.panel
        assert panel is not None
        menu = QMenu(panel)
        held = picture_sets(self._session.snapshot.settings)
        for name, chosen in held.items():
            menu.addAction(name, partial(self.take, chosen))
        if held:
            menu.addSeparator()
            away = menu.addMenu("删除")
            for name in held:
                away.addAction(name, partial(self._drop, name))
        menu.addAction("把现在的存为一组", self.keep_now)
        return menu

    def take(self, chosen: PictureSet) -> None:
        """Tick what a set has, and wear its look."""
        panel = self.panel
        assert panel is not None
        for part, wanted in ((panel.charts, chosen.charts), (panel.sizes, chosen.presets)):
            for value in part.values:
                part.tick(value, False)
            for one in wanted:
                part.tick(one)
        for kind, box in panel.formats.items():
            box.setChecked(kind in chosen.formats)
        panel.template.setText(chosen.template)
        source = chosen.source or ""
        self._choice.wear(SavedStyle("", chosen.paper, chosen.text_step, source, (), "png"))
        panel.compared.choose(LEVELS[chosen.level is RegionLevel.COUNTY][0])
        panel.indicators.choose("one" if chosen.indicators else "every")
        if chosen.indicators:
            self._choice.choose_indicator(chosen.indicators[0])

    def keep_now(self) -> None:
        """Ask for a name and keep what is ticked under it, in the ledger."""
        panel = self.panel
        assert panel is not None
        text = "记下图、尺寸、格式、底色和文件名；命令行用 --set 取它。同名的会换成这一组。"
        name = dialogs.ask_words(panel, "存为一组图", text, "每月通报")
        if not name:
            return
        try:
            edit = keep_set(name, self._chosen(panel))
            self._session.record([edit], f"存下一组图“{name}”")
        except TrackerError as error:
            dialogs.tell(panel, error, "没有存下")
            return
        panel.say(f"已存为“{name}”")

    def _drop(self, name: str) -> None:
        self._session.record([drop_set(name)], f"删除一组图“{name}”")

    def _on_sets(self) -> None:
        assert self.panel is not None
        menu = self.sets_menu()
        menu.aboutToHide.connect(menu.deleteLater)
        button = self.panel.sets_button
        menu.popup(button.mapToGlobal(button.rect().topLeft()))

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
