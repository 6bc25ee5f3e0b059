"""HeaderBar: page title, year, month and region for every page, and the open page's actions."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QWidget

from tracker.indicators import Catalogue, Region, RegionLevel
from tracker.periods import MONTHS_IN_YEAR, Month
from ui.theme import Theme
from ui.widgets.icon import icon_button
from ui.widgets.known_on_button import KnownOnButton
from ui.widgets.label import label
from ui.widgets.pick_button import PickButton, PickOption

HEIGHT = 52


class HeaderBar(QWidget):
    """The top line of the window. It shows a viewpoint and asks for another; it moves nothing."""

    month_wanted = Signal(object)
    """Emitted with the Month that was asked for."""
    region_wanted = Signal(str)
    known_on_wanted = Signal(str)
    """Emitted with a day as text, "" for what is known now, REVIEWED for what is signed."""
    search_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setProperty("role", "header")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(HEIGHT + 1)
        self._theme = theme
        self._years: Callable[[], Sequence[int]] = list
        self._catalogue: Catalogue | None = None
        self._month = Month(2000, 1)
        self._page_buttons: list[QPushButton] = []
        self._shown: list[QAction] = []
        self.title = label()
        self.title.setProperty("role", "title")
        self.title.setContentsMargins(0, 0, 0, 2)
        self.year = PickButton(theme, self._year_options)
        self.year.setFixedWidth(92)
        self.year.setAccessibleName("年份")
        self.year.picked.connect(self._on_year)
        self.region = PickButton(theme, self._region_options)
        self.region.setFixedWidth(118)
        self.region.setAccessibleName("地区")
        self.region.picked.connect(self.region_wanted)
        self.known_on = KnownOnButton(theme)
        self.known_on.picked.connect(self.known_on_wanted)
        self.search = icon_button(theme, "search", kind="quiet")
        self.search.setToolTip("找页面、指标、地区、功能  Ctrl+K")
        self.search.setAccessibleName("找页面、指标、地区、功能")
        self.search.clicked.connect(self.search_wanted)
        self._lay_out()

    def offer_years(self, years: Callable[[], Sequence[int]]) -> None:
        """Say which years the list offers; asked each time it opens."""
        self._years = years

    def show_title(self, title: str) -> None:
        """Name the open page."""
        self.title.setText(title)

    def show_viewpoint(self, catalogue: Catalogue, region: str, as_of: Month) -> None:
        """Show what every page looks at."""
        self._catalogue = catalogue
        self._month = as_of
        self.year.show_value(str(as_of.year), f"{as_of.year} 年")
        self.month.show_value(str(as_of.month), f"截至 {as_of.month} 月")
        self.region.show_value(region, catalogue.region(region).name)
        self.region.setToolTip(catalogue.region(region).name)

    def show_known_on(self, day: date | None, *, reviewed: bool = False) -> None:
        """Show the day whose knowledge every page shows, or that only signed figures are shown."""
        self.known_on.show_day(day, reviewed=reviewed)

    def show_actions(self, actions: Sequence[QAction]) -> None:
        """Show the open page's actions as buttons, the last one primary unless marked plain.

        An action's property "menu" is a QMenu that its button opens.
        """
        for button in self._page_buttons:
            self._row.removeWidget(button)
            button.setParent(None)
            button.deleteLater()
        for action in self._shown:
            action.changed.disconnect(self._retitle)
        self._page_buttons, self._shown = [], list(actions)
        for position, action in enumerate(actions):
            last = position == len(actions) - 1
            kind = "primary" if last and not action.property("plain") else ""
            button = icon_button(
                self._theme, str(action.property("icon_name") or ""), action.text(), kind
            )
            button.setToolTip(action.toolTip())
            button.setEnabled(action.isEnabled())
            menu = action.property("menu")
            if isinstance(menu, QMenu):
                button.setMenu(menu)
            else:
                button.clicked.connect(action.trigger)
            action.enabledChanged.connect(button.setEnabled)
            action.changed.connect(self._retitle)
            self._row.addWidget(button)
            self._page_buttons.append(button)

    def _retitle(self) -> None:
        """Follow actions whose text says what they would do now (提交, 撤回)."""
        for button, action in zip(self._page_buttons, self._shown, strict=True):
            button.setText(action.text())
            button.setToolTip(action.toolTip())

    def step(self, months: int) -> None:
        """Ask for the month so many months away."""
        self.month_wanted.emit(self._month.plus(months))

    def _lay_out(self) -> None:
        back = self._step_button("back", "chevron-left", "上一个月  Alt+←", -1)
        on = self._step_button("on", "chevron-right", "下一个月  Alt+→", 1)
        self.month = PickButton(self._theme, self._month_options, arrow=False)
        self.month.setProperty("step", "month")
        self.month.setFixedWidth(84)
        self.month.setAccessibleName("截至月份")
        self.month.picked.connect(self._on_month)
        stepper = QHBoxLayout()
        stepper.setSpacing(0)
        for button in (back, self.month, on):
            stepper.addWidget(button)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(19, 0, 16, 1)
        self._row.setSpacing(8)
        self._row.addWidget(self.title)
        self._row.addSpacing(14)
        self._row.addWidget(self.year)
        self._row.addSpacing(-2)
        self._row.addLayout(stepper)
        self._row.addSpacing(-2)
        self._row.addWidget(self.region)
        self._row.addSpacing(-2)
        self._row.addWidget(self.known_on)
        self._row.addStretch()
        self._row.addWidget(self.search)

    def _step_button(self, part: str, icon: str, tip: str, months: int) -> QPushButton:
        button = QPushButton()
        button.setProperty("step", part)
        button.setFixedWidth(28)
        button.setIcon(self._theme.icon(icon, "ink2"))
        button.setIconSize(QSize(16, 16))
        button.setToolTip(tip)
        button.setAccessibleName(tip)
        button.clicked.connect(self._step_back if months < 0 else self._step_on)
        return button

    def _step_back(self) -> None:
        self.step(-1)

    def _step_on(self) -> None:
        self.step(1)

    def _year_options(self) -> list[PickOption]:
        return [PickOption(str(year), f"{year} 年") for year in self._years()]

    def _month_options(self) -> list[PickOption]:
        return [
            PickOption(str(month), f"截至 {month} 月") for month in range(1, MONTHS_IN_YEAR + 1)
        ]

    def _region_options(self) -> list[PickOption]:
        return region_options(self._catalogue) if self._catalogue is not None else []

    def _on_year(self, value: str) -> None:
        self.month_wanted.emit(Month(int(value), self._month.month))

    def _on_month(self, value: str) -> None:
        self.month_wanted.emit(Month(self._month.year, int(value)))


def region_options(catalogue: Catalogue) -> list[PickOption]:
    """List the province, its prefectures and new areas, and the counties under each."""
    province = catalogue.province
    options = [_option(province, 0)]
    for member in catalogue.members(province.code):
        options.append(_option(member, 0))
        options.extend(
            _option(county, 1)
            for county in catalogue.members(member.code)
            if county.level is RegionLevel.COUNTY
        )
    return options


def _option(region: Region, depth: int) -> PickOption:
    return PickOption(region.code, region.name, depth, " ".join(region.aliases))
