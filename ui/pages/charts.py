"""图表: gallery, preview with finding titles and checks, and the pane that exports."""

from functools import partial

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QAction, QCloseEvent, QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from tracker.charts.gallery import (
    GALLERY,
    ChartRequest,
    Reach,
    chart_entry,
    title_candidates,
)
from tracker.charts.presets import PRESETS
from tracker.errors import TrackerError
from tracker.plots.chart_data import ChartTable, chart_table
from ui.batch_export import BatchExport
from ui.chart_choice import ChartChoice
from ui.chart_work import ChartWork, Picture
from ui.event_keeping import EventKeeping
from ui.meeting_pack_work import MeetingPackWork
from ui.numbers_file import save_numbers
from ui.pages.page import Page
from ui.picture_copy import PictureCopy
from ui.picture_drag import PictureDrag
from ui.picture_export import PictureExport
from ui.picture_print import PicturePrint
from ui.preferences import Preferences
from ui.session import Session
from ui.style_keeping import StyleKeeping
from ui.theme import Theme
from ui.widgets.chart_gallery import ChartGallery
from ui.widgets.chart_options import ChartOptions
from ui.widgets.chart_pane import ChartPane
from ui.widgets.chart_stage import ChartStage
from ui.widgets.export_panel import ExportPanel
from ui.widgets.icon import divider

_CANNOT = "这张图画不出来"


class ChartsPage(Page):
    """Shows a picture exactly as it will be exported, and exports it."""

    title = "图表"
    done = Signal(str, str, object)
    """Emitted with the sentence of the toast, the text of its button, and what that does."""

    def __init__(self, session: Session, theme: Theme, preferences: Preferences) -> None:
        super().__init__(session)
        self.choice = ChartChoice(session, self)
        self._subject: ChartRequest | None = None
        self._picture: Picture | None = None
        self._copy_wanted = False
        presets = list(PRESETS.values())
        self.work = ChartWork(self)
        self.gallery = ChartGallery(theme, [(entry.id, entry.name) for entry in GALLERY.values()])
        self.stage = ChartStage(theme, presets)
        self.options = ChartOptions()
        self.panel = ExportPanel(theme, presets)
        self.events = EventKeeping(self, session, self.choice, theme)
        self.pane = ChartPane(self.options, self.events.list, self.panel)
        self.exporting = PictureExport(self.panel, self.work, preferences)
        self.copying = PictureCopy(self.work)
        self.batch = BatchExport(self, session, self.choice)
        self.printing = PicturePrint(self, lambda dialog: dialog.exec())
        self.dragging = PictureDrag(self)
        self.pack = MeetingPackWork(self, session, self.choice)
        self.styles = StyleKeeping(self, self.choice, self.panel, preferences)
        self._batch_action = self._plain("批量导出", "layout-grid")
        self._pack_action = self._plain("会前包", "folder-open")
        self._print_action = self._plain("打印…", "file-text")
        self._style_action = self._plain("存为样式", "save")
        left = QVBoxLayout()
        left.setSpacing(0)
        left.addWidget(self.gallery, 1)
        left.addWidget(self.styles.button)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addLayout(left)
        for part in (divider(vertical=True), self.stage, self.pane):
            row.addWidget(part, 1 if part is self.stage else 0)
        self.gallery.pick(self.choice.chart)
        self._connect()

    @property
    def picture(self) -> Picture | None:
        """The picture that is previewed; None while it is being made or cannot be."""
        return self._picture

    def refresh(self) -> None:
        """Read titles and numbers again and order the picture and the thumbnails anew."""
        choice = self.choice
        entry = chart_entry(choice.chart)
        self.stage.offer(entry.presets, choice.preset)
        self.panel.offer([preset.id for preset in entry.presets])
        self.options.show_choice(choice, self.session.as_of)
        self.events.refresh()
        snapshot = self.session.snapshot
        subject = choice.request(None, preset=entry.presets[0].id)
        try:
            titles = title_candidates(snapshot, subject)
            numbers = chart_table(snapshot, subject)
        except TrackerError as error:
            self._say(_CANNOT, str(error), "")
            return
        if numbers.is_blank:
            self._say_nothing_to_draw()
        else:
            self.stage.offer_titles(titles, keep_own=subject == self._subject)
            self.stage.numbers.show_table(numbers)
            self._subject = subject
            self._order_preview()
        for chart in GALLERY:
            self.work.ask_thumbnail(snapshot, choice.thumbnail(chart))

    def header_actions(self) -> list[QAction]:
        """批量导出, 会前包, 打印, 存为样式; the primary button stands in the pane."""
        return [self._batch_action, self._pack_action, self._print_action, self._style_action]

    def status_text(self) -> str:
        """Say how many checks the picture passed and how large the preview is."""
        if self._picture is None:
            return ""
        failed = sum(not line.passed for line in self._picture.checks)
        passed = len(self._picture.checks) - failed
        verdict = f"{failed} 项没有通过" if failed else f"{passed} 项通过"
        return f"导出前检查 {verdict}    预览 {self.stage.preview.scale:.0%}"

    def indicator_shown(self) -> str:
        """Return the indicator that the picture is about, "" for the board."""
        return self.choice.indicator if self.choice.needs_indicator else ""

    def show_indicator(self, indicator_id: str) -> None:
        """Show the course of an indicator, or the board for "", because a page sent one here."""
        self.gallery.pick("trajectory" if indicator_id else "board")
        if indicator_id:
            self.choice.choose_indicator(indicator_id)

    def toggle_pane(self) -> None:
        """Show or hide the right pane."""
        self.pane.setVisible(self.pane.isHidden())

    def export_now(self) -> None:
        """Export the ticked sizes into the folder; asks before it writes over files."""
        if self.panel.export_button.isEnabled():
            title = self.stage.titles.own_title
            self.exporting.start(
                self.session.snapshot, lambda size: self.choice.request(title, preset=size)
            )

    def open_batch(self) -> None:
        """Show the panel for many pictures at once."""
        self.batch.open(self.panel)

    def copy_now(self) -> None:
        """Put the picture on the clipboard; one that is still being made follows when it is."""
        made = self._picture
        self._copy_wanted = made is None and self.panel.copy_button.isEnabled()
        if made is not None:
            self.copying.copy(self.session.snapshot, made, self.stage.titles.title)

    def print_now(self) -> None:
        """Show the print preview of the picture that is there."""
        if self._picture is not None:
            self.printing.preview(self._picture.image, self.stage.titles.title)

    def drag_now(self) -> None:
        """Drag the picture out of the window."""
        titles = self.stage.titles
        request = self.choice.request(titles.own_title)
        self.dragging.start(self.session.snapshot, self._picture, request, titles.title)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Let no picture outlive the window."""
        self.batch.close()
        self.pack.close()
        self.dragging.close()
        self.work.close()
        super().closeEvent(event)

    def _connect(self) -> None:
        choice, options, stage = self.choice, self.options, self.stage
        self.gallery.chart_picked.connect(choice.choose_chart)
        options.indicator_chosen.connect(choice.choose_indicator)
        options.counties_chosen.connect(choice.choose_counties)
        options.month_chosen.connect(choice.choose_month)
        options.paper_chosen.connect(choice.choose_paper)
        options.text_step_chosen.connect(choice.choose_text_step)
        options.source_chosen.connect(choice.choose_source)
        options.made_on_chosen.connect(choice.choose_made_on)
        stage.preset_chosen.connect(choice.choose_preset)
        choice.subject_changed.connect(self._refresh_or_wait)
        choice.look_changed.connect(self._order_preview)
        stage.titles.title_changed.connect(self._order_preview)
        stage.preview.copy_requested.connect(self.copy_now)
        stage.preview.drag_wanted.connect(self.drag_now)
        self.gallery.drag_wanted.connect(self.drag_now)
        stage.preview.action_requested.connect(self._on_way_out)
        stage.preview.rescaled.connect(self.status_changed)
        stage.numbers.copied.connect(self._on_numbers_copied)
        self.panel.copy_requested.connect(self.copy_now)
        self.panel.export_requested.connect(self.export_now)
        stage.numbers.save_requested.connect(self._on_save_wanted)
        self._batch_action.triggered.connect(self.open_batch)
        self._print_action.triggered.connect(self.print_now)
        self._pack_action.triggered.connect(lambda: self.pack.open(self.panel.folder))
        self._style_action.triggered.connect(self.styles.keep_now)
        for reporter in (
            self.exporting, self.copying, self.batch, self.pack, self.styles, self.events,
        ):  # fmt: skip
            reporter.done.connect(self.done)
        self.work.preview_ready.connect(self._on_preview)
        self.work.preview_failed.connect(self._on_preview_failed)
        self.work.thumbnail_ready.connect(self.gallery.set_thumbnail)
        self.work.thumbnail_failed.connect(self.gallery.clear_thumbnail)

    def _order_preview(self) -> None:
        """Want the picture anew; the old one stays in sight until the new one is there."""
        self.options.show_look(self.choice)
        if self._subject is None:
            return
        self._picture = None
        self.panel.set_possible(True)
        request = self.choice.request(self.stage.titles.own_title)
        self.work.ask_preview(self.session.snapshot, request)

    def _say(self, title: str, reason: str, action: str) -> None:
        """Show a sentence instead of a picture, and hold what needs one."""
        self._subject = self._picture = None
        self._copy_wanted = False
        self.work.drop_preview()
        self.stage.say(title, reason, action)
        self.panel.set_possible(False)
        self.status_changed.emit()

    def _say_nothing_to_draw(self) -> None:
        year = self.session.as_of.year
        entry = chart_entry(self.choice.chart)
        drawn = f"“{entry.name}”"
        if self.choice.needs_indicator:
            name = self.session.snapshot.indicator(self.choice.indicator).name
            if entry.reach is Reach.BELOW:
                reason = f"在填报里选一个地区录数，{drawn}才能画出来；也可以换一个指标"
                self._say(f"各地 {year} 年还没有{name}的数据", reason, "去填报")
                return
            reason = f"先录数或设目标，{drawn}才能画出来；也可以换一个指标"
            self._say(f"{name} {year} 年还没有数据和目标", reason, "去填报")
        else:
            reason = f"先录目标和数据，{drawn}才能画出来"
            self._say(f"{year} 年还没有目标和数据", reason, "去填报")

    def _on_way_out(self) -> None:
        self.page_requested.emit("entry", self.indicator_shown())

    def _on_numbers_copied(self, text: str) -> None:
        QGuiApplication.clipboard().setText(text)
        self.done.emit("已复制图中数据", "", None)

    def _on_save_wanted(self, table: ChartTable) -> None:
        if self._subject is None:
            return
        place = (self.panel.folder, self.stage.titles.title)
        path = save_numbers(self, self.session.snapshot, self._subject, table, place)
        if path is not None:
            show = partial(QDesktopServices.openUrl, QUrl.fromLocalFile(str(path)))
            self.done.emit(f"已存下 {path.name}", "打开", show)

    def _plain(self, text: str, icon: str) -> QAction:
        """Make an action of the header that is never the primary one."""
        action = self._action(text, icon)
        action.setProperty("plain", True)
        return action

    def _on_preview(self, made: Picture) -> None:
        self._picture = made
        self.stage.show_picture(made.image, made.checks)
        self.status_changed.emit()
        if self._copy_wanted:
            self.copy_now()

    def _on_preview_failed(self, error: TrackerError) -> None:
        """Say why there is no picture; the titles stay, for one of them may be why."""
        self._picture = None
        self._copy_wanted = False
        self.stage.show_failure(_CANNOT, str(error))
        self.panel.set_possible(False)
        self.status_changed.emit()
