"""RegionViews: table, tile map and lights of 市州 beside each other, and what stands under them."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from tracker.indicators import Light
from tracker.lights import LightRules
from tracker.plots.region_sheet import RegionSheet
from ui import fonts
from ui.plain_tip import plain_tip
from ui.theme import Theme
from ui.widgets.empty_state import EmptyState
from ui.widgets.icon import divider, icon_button
from ui.widgets.label import label
from ui.widgets.lettering import width_px
from ui.widgets.light_key import LightKey
from ui.widgets.light_matrix import LightMatrixView
from ui.widgets.region_table import RegionTable
from ui.widgets.tile_map import TileMap

_PANE_SHARE, _PANE_LEAST, _TABLE_LEAST = 0.497, 440, 552
_MOST_NAMED = 12
_BESIDE_FINDING = 60
"""What icon and margins take beside the finding."""


class RegionViews(QWidget):
    """Lays out the three views; the page fills them and links their selection."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.table = RegionTable(theme)
        self.map = TileMap(theme)
        self.lights = LightMatrixView(theme)
        self.lights_title = label("", "section")
        self.map_note = label("", "helper")
        self.speakers = icon_button(theme, "copy", "", "link")
        self.speaker_words = ""
        self._finding: QWidget | None = None
        self.missing = label("", "helper")
        self.missing.setWordWrap(True)
        self.missing.setContentsMargins(19, 0, 16, 4)
        self.empty = EmptyState(theme)
        self.entry_button = icon_button(theme, "table-2", "去填报", "primary")
        self.empty.offer(self.entry_button)
        self._key = LightKey(theme, (Light.GREEN, Light.YELLOW, Light.RED, Light.NONE))
        self._lay_out()

    def take_keyboard(self) -> None:
        """Keep the keyboard on the page: a table without rows is hidden and would lose it."""
        part = self.table if self.table.isVisible() else self.entry_button
        part.setFocus(Qt.FocusReason.OtherFocusReason)

    def place(self, page: QWidget, finding: QWidget, tools: QWidget) -> None:
        """Stack finding, tools and the views in a page."""
        self._finding = finding
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        top = QHBoxLayout()
        top.setContentsMargins(0, 0, 19, 4)
        top.addWidget(finding, 1)
        top.addWidget(self.speakers)
        column.addLayout(top)
        for part in (tools, divider()):
            column.addWidget(part)
        column.addWidget(self, 1)

    def show_sheet(self, sheet: RegionSheet, rules: LightRules, speakers: str) -> None:
        """Show the ranking and the map, and name the regions without figures."""
        self.table.show_sheet(sheet)
        names = {line.code: line.full_name for line in sheet.lines}
        self.map.show_standings(sheet.mapped, names, rules)
        held = sheet.mapped
        what = "完成率，%" if held.is_share else "与目标的差" if held.has_targets else "数值"
        self.map_note.setText(f"一格一个地区，颜色为{what}")
        self.speaker_words = speakers
        self._fit_speakers()
        self.speakers.setVisible(bool(speakers))
        without = sheet.held.without_data
        shown = "、".join(without[:_MOST_NAMED])
        more = f"等 {len(without)} 个" if len(without) > _MOST_NAMED else ""
        self.missing.setText(f"没有数据：{shown}{more}")
        self.missing.setToolTip(plain_tip("、".join(without)))
        self.missing.setVisible(bool(without))

    def show_empty(self, empty: bool, reason: str) -> None:
        """Say that there is nothing to compare, or show the views."""
        self._content.setVisible(not empty)
        self._vacant.setVisible(empty)
        self.empty.say("没有市州数据，先在填报里选地区", reason)

    def choose(self, region: str, indicator: str) -> None:
        """Select a region and an indicator everywhere."""
        self.table.choose(region)
        self.map.choose(region)
        self.lights.choose(region, indicator)

    def toggle_pane(self) -> None:
        """Show or hide map and lights."""
        self._pane.setVisible(self._pane.isHidden())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give a little more than half to the table."""
        super().resizeEvent(event)
        wide = min(round(self.width() * _PANE_SHARE), self.width() - _TABLE_LEAST)
        self._pane.setFixedWidth(max(_PANE_LEAST, wide))

        self._fit_speakers()

    def _fit_speakers(self) -> None:
        """Name the candidates beside the finding where there is room."""
        taken = 0 if self._finding is None else self._finding.sizeHint().width()
        room = self.width() - taken - _BESIDE_FINDING
        roomy = width_px(self.speaker_words, 13, fonts.MEDIUM) <= room
        self.speakers.setText(self.speaker_words if roomy else "发言建议")
        self.speakers.setToolTip(
            plain_tip(f"{self.speaker_words}\n按排名取前两名、后两名，点一下复制")
        )

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(0)
        left.addWidget(self.table, 1)
        left.addWidget(self.missing)
        self._pane = QWidget()
        right = QVBoxLayout(self._pane)
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(0)
        right.addLayout(_titled(label("位置", "section"), self.map_note))
        around = QHBoxLayout()
        around.setContentsMargins(19, 0, 19, 18)
        around.addWidget(self.map)
        right.addLayout(around)
        right.addWidget(divider())
        head = _titled(self.lights_title)
        head.addWidget(self._key)
        right.addLayout(head)
        below = QHBoxLayout()
        below.setContentsMargins(19, 0, 19, 8)
        below.addWidget(self.lights)
        right.addLayout(below, 1)
        self._content = QWidget()
        row = QHBoxLayout(self._content)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addLayout(left, 1)
        row.addWidget(divider(vertical=True))
        row.addWidget(self._pane)
        self._vacant = QWidget()
        middle = QVBoxLayout(self._vacant)
        middle.addWidget(self.empty, 0, Qt.AlignmentFlag.AlignCenter)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._content)
        whole.addWidget(self._vacant)


def _titled(*parts: QWidget) -> QHBoxLayout:
    """Lay a title out with a note behind it."""
    row = QHBoxLayout()
    row.setContentsMargins(19, 10, 19, 8)
    row.setSpacing(10)
    for part in parts:
        row.addWidget(part)
    row.addStretch()
    return row
