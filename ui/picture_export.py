"""PictureExport: from the 导出 panel to files, with the one question and the one sentence."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, QUrl, Signal
from PySide6.QtGui import QDesktopServices

from tracker.charts.gallery import ChartRequest
from tracker.charts.presets import PRESETS
from tracker.errors import TrackerError
from tracker.snapshot import Snapshot
from ui import dialogs
from ui.chart_work import ChartWork, ExportJob, export_job
from ui.preferences import Preferences
from ui.widgets.export_panel import ExportPanel
from ui.widgets.free_size_row import is_free

_FIRST_SIZES = ("slide",)
_NOT_DONE = "没有导出"


class PictureExport(QObject):
    """Remembers sizes, format and folder, asks before it writes over files, and reports."""

    done = Signal(str, str, object)
    """Emitted with 已导出 n 张到 …, 打开, and what opens the folder."""

    def __init__(self, panel: ExportPanel, work: ChartWork, preferences: Preferences) -> None:
        super().__init__(panel)
        self._panel = panel
        self._work = work
        self._preferences = preferences
        known = tuple(size for size in preferences.export_sizes if size in PRESETS or is_free(size))
        folder = preferences.export_folder or str(_pictures_folder())
        panel.take(known or _FIRST_SIZES, preferences.export_format, folder)
        panel.browse_requested.connect(self._on_browse)
        panel.settings_changed.connect(self._on_settings)
        work.exported.connect(self._on_exported)
        work.export_failed.connect(self._on_failed)

    def start(self, snapshot: Snapshot, request: Callable[[str], ChartRequest]) -> None:
        """Export every ticked size; `request` says what to draw in a size, "" for the one shown."""
        panel = self._panel
        try:
            requests = [replace(request(size), scale=panel.scale) for size in panel.presets]
            if panel.free.id:
                requests.append(replace(request(""), size=panel.free.free_size(panel.scale)))
            job = export_job(snapshot, requests, panel.image_format, panel.folder)
            job = replace(job, text_as=panel.text_as)
        except TrackerError as error:
            dialogs.tell(panel, error, _NOT_DONE)
            return
        held = job.existing()
        if held and not self._may_overwrite(held):
            return
        panel.set_busy(True)
        self._work.export(snapshot, job.over(held))

    def _may_overwrite(self, held: list[Path]) -> bool:
        names = "、".join(path.name for path in held)
        return dialogs.ask(
            self._panel,
            f"{len(held)} 个文件已经有了",
            f"“{held[0].parent}”里已有 {names}。覆盖后原来的图不能恢复。",
            "覆盖",
            "不导出",
        )

    def _on_browse(self) -> None:
        chosen = dialogs.choose_folder(self._panel, Path(self._panel.folder))
        if chosen is not None:
            self._panel.set_folder(str(chosen))
            self._on_settings()

    def _on_settings(self) -> None:
        self._preferences.export_sizes = self._panel.sizes
        self._preferences.export_format = self._panel.image_format
        self._preferences.export_folder = self._panel.folder

    def _on_exported(self, job: ExportJob) -> None:
        self._panel.set_busy(False)
        show = partial(QDesktopServices.openUrl, QUrl.fromLocalFile(str(job.folder)))
        self.done.emit(f"已导出 {len(job.pictures)} 张到 {job.folder}", "打开", show)

    def _on_failed(self, error: TrackerError) -> None:
        self._panel.set_busy(False)
        dialogs.tell(self._panel, error, _NOT_DONE)


def _pictures_folder() -> Path:
    """Return the person's own folder for pictures, or their home where there is none."""
    pictures = QStandardPaths.StandardLocation.PicturesLocation
    own = Path(QStandardPaths.writableLocation(pictures))
    return own if own.is_dir() else Path.home()
