"""Office: two people at the real window, who set targets, report, sign and close months."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime, timedelta, timezone
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.ui.grid_hands import Hands
from tracker.indicators import Catalogue
from tracker.inspection.stage_list import StageList
from tracker.periods import STAGES, Horizon, Month
from ui.main_window import MainWindow
from ui.models.target_table import FIRST_STAGE

PROVINCE = "620000"
WRITER, CHECKER = "张三", "李四"
Figures = Mapping[tuple[str, str], float]
"""Indicator and region → what was reached."""

_ZONE = timezone(timedelta(hours=8))


class Clock:
    """The moment of the walk: it stands still until it is moved."""

    def __init__(self, year: int) -> None:
        self._now = datetime(year, 1, 5, 9, tzinfo=_ZONE)

    def go_to(self, month: Month, day: int) -> None:
        """Go on to a day of the month after the one reported."""
        after = month.plus(1)
        self._now = datetime(after.year, after.month, day, 9, tzinfo=_ZONE)

    def now(self) -> datetime:
        """The moment of the walk."""
        return self._now

    def today(self) -> date:
        """Its day."""
        return self._now.date()


class Office:
    """Two people at one window."""

    def __init__(self, window: MainWindow, clock: Clock, places: Iterable[str]) -> None:
        """`places` are the regions that report, 全省 among them."""
        self.window = window
        self.session = window.session
        self.clock = clock
        self.places = tuple(places)

    def open(self, page: str) -> Any:
        """Open a page as Ctrl and its digit do."""
        self.window.actions_by_name[f"open_{page}"].trigger()
        QApplication.processEvents()
        assert self.window.open_name == page
        return self.window.page

    def set_targets(self, targets: Figures) -> None:
        """Type the annual targets, place by place."""
        page = self.open("targets")
        if page.type_button.isVisible():
            page.type_button.click()
        for (indicator, region), value in targets.items():
            self.session.look_at(region=region)
            hands = Hands(page)
            hands.grid.stand_on(hands.row(indicator), FIRST_STAGE + STAGES.index(Horizon.FY))
            hands.type(str(value))
            hands.press(Qt.Key.Key_Return)
        self.session.look_at(region=PROVINCE)

    def report(self, month: Month, figures: Figures) -> None:
        """Paste the table that came in, regions down and tasks across."""
        self.session.look_at(region=PROVINCE, as_of=month)
        page = self.open("entry")
        page.tools.way.button("regions").click()
        page.grid.view.setFocus()
        QGuiApplication.clipboard().setText(self._table(figures))
        QTest.keyClick(page.grid.view, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
        if page.paste_panel.isVisible():
            QTest.keyClick(page.paste_panel, Qt.Key.Key_Return)
        QApplication.processEvents()
        assert not page.paste_panel.isVisible()

    def type_late(self, cell: tuple[str, str], value: float) -> None:
        """Type the figure that came late, in the months of its region."""
        indicator, region = cell
        self.session.look_at(region=region)
        page = self.open("entry")
        page.tools.way.button("indicators").click()
        Hands(page).enter(indicator, self.session.as_of.month, f"{value:g}")
        self.session.look_at(region=PROVINCE)

    def close_month(self, figures: int) -> None:
        """Hand the month in, place by place; a second person signs it; its books are closed."""
        page = self.open("entry")
        month = self.session.as_of.month
        for region in self.places:
            self.session.look_at(region=region)
            assert page.filing.submit.text() == f"提交 {month} 月"
            page.filing.submit.trigger()
            self.session.store.author = CHECKER
            page.filing.menu.sign_month.trigger()
            self.session.store.author = WRITER
            state = page.filing.desk.state
            assert state.words == ("已提交", f"待审 0 · 已审 {figures}")
        page.filing.menu.lock.trigger()
        said = page.filing.desk.lock_words
        assert f"{month} 月数已核" in said, said
        assert WRITER in said
        self.session.look_at(region=PROVINCE)

    def stage(self, name: str) -> StageList:
        """Read a stage's list in 督查."""
        page = self.open("inspection")
        page.choose_stage(name)
        page.reading.wait()
        QApplication.processEvents()
        return page.out.held

    def write_case(
        self, key: tuple[str, str], reason: str, measure: str, who: str, due: str
    ) -> None:
        """Open a row of 半年督查 with Enter, type into its pane and save with Ctrl+Enter."""
        pane = self._case(key).pane
        pane.reason.insertPlainText(reason)
        pane.measure.insertPlainText(measure)
        pane.responsible.setText(who)
        pane.due_on.setText(due)
        QTest.keyClick(pane.due_on, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    def note(self, key: tuple[str, str], text: str) -> None:
        """Write a line of progress."""
        pane = self._case(key).pane
        pane.note.setText(text)
        QTest.keyClick(pane.note, Qt.Key.Key_Return)

    def strike_off(self, key: tuple[str, str]) -> str:
        """Hand a case in, and close it as the second person; return the doubt that was shown."""
        pane = self._case(key).pane
        assert pane.forward.text() == "报请复核"
        pane.forward.click()
        assert pane.forward.text() == "销号"
        doubt: str = pane.doubt.text()
        self.session.store.author = CHECKER
        pane.forward.click()
        self.session.store.author = WRITER
        assert pane.forward.isHidden()
        return doubt

    def _case(self, key: tuple[str, str]) -> Any:
        page = self.open("inspection")
        page.choose_stage("inspection")
        assert page.table.choose(key)
        QTest.keyClick(page.table, Qt.Key.Key_Return)
        assert page.pane.isVisible()
        return page

    def _table(self, figures: Figures) -> str:
        catalogue: Catalogue = self.session.snapshot.catalogue
        tasks = list(dict.fromkeys(indicator for indicator, _ in figures))
        lines = [["地区", *(f"{catalogue.indicator(one).name}(亿元)" for one in tasks)]]
        for region in self.places:
            cells = [figures.get((one, region)) for one in tasks]
            name = catalogue.region(region).short_name
            lines.append([name, *("" if cell is None else f"{cell:g}" for cell in cells)])
        return "\n".join("\t".join(line) for line in lines) + "\n"
