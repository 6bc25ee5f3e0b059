"""RegionPictures: the ranking or the tile map as a picture, on the clipboard or in a file."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from tracker.charts.gallery import ChartRequest, title_candidates
from tracker.errors import TrackerError
from tracker.indicators import RegionLevel
from tracker.plots.region_scope import Scope
from tracker.plots.region_sheet import RegionSheet
from tracker.ranking import RankBy
from ui import dialogs
from ui.chart_work import ChartWork, ExportJob, Picture, picture_name
from ui.picture_copy import PictureCopy
from ui.session import Session
from ui.widgets.region_tools import ORDERS

_KINDS = "PNG 图片 (*.png);;SVG 图 (*.svg);;PDF (*.pdf)"


class RegionPictures(QObject):
    """Draws off the window's thread what the gallery draws of the same regions."""

    done = Signal(str, str, object)

    def __init__(self, session: Session, page: QWidget) -> None:
        super().__init__(page)
        self._session = session
        self._page = page
        self.work = ChartWork(self)
        self._copying = PictureCopy(self.work)
        self._copying.done.connect(self.done)
        self.work.preview_ready.connect(self._on_ready)
        self.work.preview_failed.connect(self._on_failed)
        self.work.exported.connect(self._on_exported)
        self.work.export_failed.connect(self._on_failed)

    @staticmethod
    def why_not(sheet: RegionSheet, scope: Scope) -> str:
        """Say why there is no picture of a sheet; empty where there is one."""
        if not sheet.held.rows:
            return "各地还没有数，没有图可画"
        if scope is Scope.EVERY:
            return "市州和县区同表没有图，请先选市州或县区"
        # Amounts beside annual targets, or beside the sum of all, would be read as a lag.
        if sheet.by not in (sheet.judged, RankBy.MOVEMENT, RankBy.GROWTH):
            return "图按指标的考核口径排，请先换回"
        return ""

    def copy(self, sheet: RegionSheet, scope: Scope, *, tiles: bool = False) -> None:
        """Put the picture on the clipboard as soon as it is drawn."""
        self.work.ask_preview(self._session.snapshot, self._request(sheet, scope, tiles=tiles))

    def export(self, sheet: RegionSheet, scope: Scope) -> None:
        """Ask where to, and write the ranking there."""
        request = self._request(sheet, scope, tiles=False)
        snapshot = self._session.snapshot
        order = f"_按{dict(ORDERS)[request.order]}" if request.order else ""
        proposed = Path.home() / f"{picture_name(snapshot, request)}{order}.png"
        path = dialogs.choose_new_file(self._page, proposed, _KINDS)
        if path is None:
            return
        kind = path.suffix.removeprefix(".").lower()
        if kind not in ("png", "svg", "pdf"):
            path, kind = path.with_name(path.name + ".png"), "png"
        job = ExportJob(((request, path),), kind, path.parent, force=True)
        self.work.export(snapshot, job)

    def close(self) -> None:
        """Let no picture outlive the window."""
        self.work.close()

    def _request(self, sheet: RegionSheet, scope: Scope, *, tiles: bool) -> ChartRequest:
        session = self._session
        chart = "movement" if sheet.by is RankBy.MOVEMENT else "ranking"
        return ChartRequest(
            "tilemap" if tiles else chart,
            sheet.held.parent.code,
            session.as_of,
            session.drawn_on,
            indicator=sheet.indicator.id,
            level=RegionLevel.COUNTY if scope is Scope.COUNTIES else None,
            order=None if tiles or sheet.by in (sheet.judged, RankBy.MOVEMENT) else sheet.by,
        )

    def _on_ready(self, made: Picture) -> None:
        titles = title_candidates(self._session.snapshot, made.request)
        self._copying.copy(self._session.snapshot, made, titles[0])

    def _on_exported(self, job: ExportJob) -> None:
        path = job.pictures[0][1]
        show = partial(QDesktopServices.openUrl, QUrl.fromLocalFile(str(path)))
        self.done.emit(f"已导出 {path.name}", "打开", show)

    def _on_failed(self, error: TrackerError) -> None:
        dialogs.tell(self._page, error, "图没有画成")
