"""RegionsPage (市州): the ranking, the tile map and the lights of regions, one selection in all."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QCloseEvent
from PySide6.QtWidgets import QSizePolicy

from tracker.charts.region_titles import region_finding
from tracker.charts.tile_scale import red_edge
from tracker.indicators import Region
from tracker.lights import rules_of
from tracker.plots.region_scope import Scope, ground, members_in
from tracker.plots.region_sheet import RegionSheet, region_sheet, speaker_words
from tracker.ranking import RankBy
from tracker.wording import ordinal
from ui.pages.page import Page
from ui.plain_tip import plain_tip
from ui.region_lights import RegionLights
from ui.region_pictures import RegionPictures
from ui.region_texts import RegionTexts
from ui.session import Session
from ui.theme import Theme
from ui.widgets.label import label
from ui.widgets.region_tools import RegionTools
from ui.widgets.region_views import RegionViews


class RegionsPage(Page):
    """Reads one RegionSheet and one LightMatrix of the snapshot; computes nothing itself."""

    title = "市州"

    def __init__(self, session: Session, theme: Theme) -> None:
        super().__init__(session)
        self.sheet: RegionSheet | None = None
        self._held_lights = RegionLights()
        self._indicator, self._by, self._scope = "", "", Scope.BELOW
        self.region = ""
        self.finding = label()
        self.finding.setProperty("role", "finding")
        self.finding.setContentsMargins(19, 12, 16, 8)
        self.finding.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.finding.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.tools = RegionTools(theme)
        self.views = RegionViews(theme)
        self.table, self.map, self.lights = self.views.table, self.views.map, self.views.lights
        self.texts = RegionTexts(self)
        self.texts.done.connect(self.done)
        self.pictures = RegionPictures(session, self)
        self.pictures.done.connect(self.acted)
        self._copy_action = self._action("复制排名", "copy", "", self.copy_table)
        self._copy_action.setToolTip("复制排名，可贴进 Excel 或 WPS  Ctrl+C")
        self._picture_action = self._action("复制图片", "copy", "Ctrl+Alt+C", self.copy_picture)
        self._finding_action = self._action(
            "复制结论",
            "",
            "Ctrl+Shift+C",
            lambda: self.texts.copy_sentence(self.finding.text(), "已复制结论"),
        )
        self._export_action = self._action("导出图片", "image-down", "", self.export_now)
        self._print_action = self._action("打印排名", "printer", "Ctrl+P", self.print_now)
        self._up_action = self._action("上级", "", "Backspace", self.go_up)
        self.views.place(self, self.finding, self.tools)
        self._connect()

    def refresh(self) -> None:
        """Read the sheet and the lights again and show them."""
        session = self.session
        snapshot = session.snapshot
        parent = ground(snapshot, session.region)
        members = members_in(snapshot, parent, self._scope)
        above = snapshot.catalogue.regions.get(parent.parent)
        inside = above if parent is not snapshot.catalogue.province else None
        self.tools.show_ground(parent, inside, self._scope)
        known = self._held_lights.read(snapshot, members, session.as_of).known
        every = sorted(snapshot.catalogue.indicators.values(), key=lambda one: one.order)
        self.tools.offer([*known, *(one for one in every if one not in known)])
        if not self._indicator or self._indicator not in snapshot.catalogue.indicators:
            self._indicator = (known or every)[0].id
        if session.region != parent.code:
            self.region = session.region
        by = RankBy(self._by) if self._by else None
        self.sheet = region_sheet(snapshot, self._indicator, parent, session.as_of, members, by)
        self._show(self.sheet, parent)

    def header_actions(self) -> list[QAction]:
        """复制排名 and 复制图片, and 导出图片 as the primary one."""
        return [self._copy_action, self._picture_action, self._export_action]

    def status_text(self) -> str:
        """Count regions and those that have reported."""
        sheet = self.sheet
        if sheet is None or not self._held_lights.matrix.known:
            return ""
        held = sheet.held
        said = f"{held.total} 个地区　{held.as_of.month} 月已报 {len(held.rows)} 个"
        missing = len(held.without_data)
        return said + (f"　没有数据 {missing} 个" if missing else "")

    def indicator_shown(self) -> str:
        """The indicator that the table is about."""
        return self._indicator

    def show_indicator(self, indicator_id: str) -> None:
        """Put the regions in order by an indicator."""
        if indicator_id and indicator_id != self._indicator:
            self._indicator, self._by = indicator_id, ""
            self._refresh_or_wait()

    def toggle_pane(self) -> None:
        """Show or hide map and lights."""
        self.views.toggle_pane()

    def export_now(self) -> None:
        """Save the ranking as a picture."""
        if self.sheet is not None and self._export_action.isEnabled():
            self.pictures.export(self.sheet, self._scope)

    def copy_table(self) -> None:
        """Put the ranking on the clipboard."""
        if self.sheet is not None:
            self.texts.copy_sheet(self.sheet)

    def print_now(self) -> None:
        """Show the print preview of the ranking."""
        if self.sheet is not None and self._copy_action.isEnabled():
            self.texts.print_sheet(self.session.snapshot, self.sheet, self.finding.text())

    def copy_picture(self, *, tiles: bool = False) -> None:
        """Put the ranking, or the map, on the clipboard as a picture."""
        if self.sheet is not None and self._picture_action.isEnabled():
            self.pictures.copy(self.sheet, self._scope, tiles=tiles)

    def go_up(self) -> None:
        """Compare the regions one level higher, with the one come from selected."""
        snapshot = self.session.snapshot
        parent = ground(snapshot, self.session.region)
        if parent.code != snapshot.catalogue.province.code:
            self.region = parent.code
            self.session.look_at(region=parent.parent)
            self.views.take_keyboard()

    def go_down(self, code: str) -> None:
        """Compare the regions below one, where there are any."""
        catalogue = self.session.snapshot.catalogue
        parent = ground(self.session.snapshot, self.session.region)
        if code in (parent.code, getattr(catalogue.nation, "code", "")):
            return
        if catalogue.members(code):
            self.session.look_at(region=code)
            self.views.take_keyboard()
        else:
            self.done.emit(f"{catalogue.region(code).name}没有下级地区")

    def choose(self, region: str, indicator: str = "") -> None:
        """Select a region, and an indicator, in the table, the map and the lights."""
        self.region = region
        if indicator and indicator != self._indicator:
            self.show_indicator(indicator)
        else:
            self._show_choice()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Let no work outlive the window."""
        self.pictures.close()
        super().closeEvent(event)

    def _show(self, sheet: RegionSheet, parent: Region) -> None:
        empty = not self._held_lights.matrix.known
        waiting = self.views.entry_button.hasFocus()
        self.views.show_empty(empty, f"{parent.name} {sheet.held.as_of.year} 年各地还没有目标和数")
        self._copy_action.setEnabled(not empty)
        why_not = self.pictures.why_not(sheet, self._scope)
        for action, words in ((self._picture_action, "复制图片  Ctrl+Alt+C"),
                              (self._export_action, "把排名导出成图")):  # fmt: skip
            action.setEnabled(not why_not)
            action.setToolTip(plain_tip(why_not or words))
        rules = rules_of(self.session.snapshot.settings)
        self.finding.setText(region_finding(sheet.mapped, red_edge(rules.flow)))
        self.finding.setToolTip(plain_tip(self.finding.text()))
        self.tools.show_sheet(sheet)
        self.views.show_sheet(sheet, rules, speaker_words(sheet))
        self.lights.show_matrix(self._held_lights.matrix.ordered(sheet.codes))
        count = len(self._held_lights.matrix.rows)
        self.views.lights_title.setText(
            f"各地{ordinal(count)}项指标的灯" if count else "各地还没有目标，没有灯"
        )
        codes = sheet.codes
        if self.region not in codes:
            self.region = codes[0] if codes else ""
        if waiting and not empty:
            self.views.take_keyboard()
        self._show_choice()

    def _show_choice(self) -> None:
        self.views.choose(self.region, self._indicator)
        members = self.session.snapshot.catalogue.members
        self.tools.down.setEnabled(bool(self.region and members(self.region)))

    def _connect(self) -> None:
        tools, views = self.tools, self.views
        tools.indicator_picked.connect(self.show_indicator)
        tools.order_picked.connect(self._on_order)
        tools.scope_picked.connect(self._on_scope)
        tools.up_wanted.connect(self.go_up)
        tools.down_wanted.connect(lambda: self.go_down(self.region))
        for part in (self.table, self.map):
            part.region_chosen.connect(self.choose)
        for opened in (self.table.region_opened, self.map.region_opened, self.lights.region_opened):
            opened.connect(self.go_down)
        self.lights.cell_chosen.connect(self.choose)
        self.table.copy_wanted.connect(self.copy_table)
        self.map.copy_wanted.connect(lambda: self.copy_picture(tiles=True))
        self.lights.copy_wanted.connect(lambda: self.texts.copy_lights(self.lights.grid.as_rows()))
        views.entry_button.clicked.connect(lambda: self.page_requested.emit("entry", ""))
        views.speakers.clicked.connect(
            lambda: self.texts.copy_sentence(views.speaker_words, "已复制发言建议")
        )

    def _on_order(self, by: str) -> None:
        self._by = by
        self.refresh()

    def _on_scope(self, scope: str) -> None:
        self._scope = Scope(scope)
        self.refresh()
        self.status_changed.emit()
