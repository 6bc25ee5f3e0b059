"""A year of an office, walked through month by month in the real window.

A blank ledger, two tasks, 全省 and two cities, and a clock that goes on. January sets the targets.
Each month the table that came in is pasted into 填报; 督查 tells who has not reported; that figure
is typed, the month handed in, signed by a second person and closed. March is scored; in June what
is not past half is inspected, told in a 通报 and frozen as a 会议版; what was promised is checked
and closed in autumn; December is compared with June and sums the year up.
"""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from openpyxl import load_workbook
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from resources import ROOT as RESOURCES
from tests.whole_app.office import CHECKER, PROVINCE, WRITER, Clock, Office
from tracker.edits import ActualEdit
from tracker.errors import BadValue
from tracker.indicators import Basis, CellKey, Measure
from tracker.inspection.case import CaseState, cases_of
from tracker.ledgers import LedgerKind, create_ledger
from tracker.periods import Month
from ui import dialogs
from ui.main_window import MainWindow
from ui.preferences import Preferences
from ui.session import Session
from ui.theme import Theme

YEAR = 2026
REVENUE, TRADE = "fiscal_revenue", "foreign_trade"
LANZHOU, JINCHANG = "620100", "620300"
PLACES = (PROVINCE, LANZHOU, JINCHANG)
TARGETS = {
    (REVENUE, PROVINCE): 1200, (REVENUE, LANZHOU): 480, (REVENUE, JINCHANG): 96,
    (TRADE, PROVINCE): 600, (TRADE, LANZHOU): 240, (TRADE, JINCHANG): 60,
}  # fmt: skip
A_MONTH = {
    (REVENUE, PROVINCE): 102, (REVENUE, LANZHOU): 41, (REVENUE, JINCHANG): 7,
    (TRADE, PROVINCE): 48, (TRADE, LANZHOU): 16, (TRADE, JINCHANG): 5.1,
}  # fmt: skip
"""What each month from January to June brings: 兰州's trade, 金昌's revenue and
全省's trade lag."""
A_LATER_MONTH = {
    (REVENUE, PROVINCE): 102, (REVENUE, LANZHOU): 38.5, (REVENUE, JINCHANG): 10,
    (TRADE, PROVINCE): 53.5, (TRADE, LANZHOU): 24.5, (TRADE, JINCHANG): 5.1,
}  # fmt: skip
"""What each month from July on brings: both are made up for, 兰州's revenue slackens."""

FLIPS = {
    4: ["3 月临界，4 月滞后：48.0 → 64.0"],
    5: ["4 月临界，5 月滞后：28.0 → 35.0"],
    7: ["6 月滞后，7 月临界：42.0 → 52.0"],
    9: ["8 月滞后，9 月临界：145.0 → 169.5", "8 月临界，9 月达标：62.0 → 72.0"],
    10: ["9 月临界，10 月达标：448.5 → 502.0"],
    11: ["10 月达标，11 月临界：400.0 → 438.5"],
    12: ["11 月临界，12 月达标：218.5 → 243.0"],
}
"""Which lights turn, month by month; in all others none does."""

TRADE_CASE, REVENUE_CASE = (TRADE, LANZHOU), (REVENUE, JINCHANG)


def reached(month: Month) -> dict[tuple[str, str], float]:
    """Return what had been reached by a month; customs publish no January."""
    first, second = min(month.month, 6), max(month.month - 6, 0)
    return {
        cell: round(A_MONTH[cell] * first + A_LATER_MONTH[cell] * second, 1)
        for cell in TARGETS
        if month.month > 1 or cell[0] != TRADE
    }


@pytest.fixture
def office(dressed: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Office]:
    """Open a window on a blank ledger, with a clock that the walk moves."""
    clock = Clock(YEAR)
    store = create_ledger(
        tmp_path / "全年.guoban", LedgerKind.BLANK, now=clock.now, author=WRITER, device="d"
    )
    session = Session(store, clock.today, clock.now)
    theme = Theme(RESOURCES, "light")
    theme.apply(dressed)
    window = MainWindow(session, Preferences(tmp_path / "preferences.ini"), theme)
    window.resize(1440, 900)
    window.show()
    window.activateWindow()
    QTest.qWaitForWindowActive(window)
    monkeypatch.setattr(dialogs, "ask_words", lambda *_: f"{session.as_of.month} 月数已核")
    yield Office(window, clock, PLACES)
    window.close()
    window.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    session.close()


@pytest.fixture
def written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: Any) -> Callable[..., Path]:
    """Press what writes a file; return the file."""

    def write(name: str, action: Any, done: Any) -> Path:
        monkeypatch.setattr(dialogs, "choose_new_file", lambda *_: tmp_path / name)
        with qtbot.waitSignal(done):
            action.trigger()
        return tmp_path / name

    return write


def test_a_year_from_its_targets_to_its_appraisal(
    office: Office, written: Callable[..., Path]
) -> None:
    office.session.look_at(as_of=Month(YEAR, 1))
    office.set_targets(TARGETS)
    at_the_end_of: dict[int, list[Callable[..., None]]] = {
        3: [the_quarter_is_scored],
        6: [cases_are_opened, the_bulletin_is_written, the_meeting_is_frozen],
        9: [the_revenue_of_jinchang_is_struck_off],
        11: [the_trade_of_lanzhou_is_overdue],
        12: [the_trade_of_lanzhou_is_struck_off, june_is_compared, the_year_is_summed_up],
    }
    for number in range(1, 13):
        a_month_is_kept(office, Month(YEAR, number))
        for step in at_the_end_of.get(number, ()):
            step(office, written)


def a_month_is_kept(office: Office, month: Month) -> None:
    """Paste, ask who has not reported, type what came late, sign, close."""
    figures = reached(month)
    late = (REVENUE if month.month == 1 else TRADE, JINCHANG)
    office.clock.go_to(month, 22)
    office.report(month, {cell: one for cell, one in figures.items() if cell != late})
    turned = FLIPS.get(month.month, [])

    held = office.stage("follow_up")
    name = office.session.snapshot.indicator(late[0]).name
    due = f"应 {month.plus(1).month} 月 20 日前报，已逾期 2 天"
    assert held.lines[0].cells[1:5] == (name, "金昌市", "未报", due)
    assert [line.cells[3] for line in held.lines[1:]] == ["变灯"] * len(turned)

    office.type_late(late, figures[late])
    held = office.stage("follow_up")
    assert [line.cells[4] for line in held.lines] == turned
    said = f"{len(turned)} 项变灯" if turned else "都报了，没有异常，灯都没变"
    assert held.sentence == f"{month.month} 月跟进：{said}"

    office.close_month(len(figures) // len(PLACES))
    key = CellKey(REVENUE, PROVINCE, month, Measure.AMOUNT, Basis.YTD)
    assert office.session.snapshot.actual(key).value == 102 * month.month
    with pytest.raises(BadValue, match=r"已由张三在 .* 封账"):
        office.session.record([ActualEdit(key, 1.0)], "改已封账的数")


def the_quarter_is_scored(office: Office, _written: Callable[..., Path]) -> None:
    """季考核: who is first, and the score sheets of those who have data."""
    held = office.stage("assessment")
    assert held.title == "2026 年一季度考核"
    assert "地区第一 兰州市，部门第一 省财政厅" in held.sentence
    scored = [line.cells[1:6] for line in held.lines if line.cells[3] != "—"]
    assert scored == [
        ("甘肃省", "—", "3.24", "13.00", "24.9%"),
        ("兰州市", "1", "3.05", "13.00", "23.5%"),
        ("金昌市", "2", "3.03", "13.00", "23.3%"),
        ("省财政厅", "1", "2.04", "8.00", "25.5%"),
        ("省商务厅", "2", "1.20", "5.00", "24.0%"),
    ]


def cases_are_opened(office: Office, written: Callable[..., Path]) -> None:
    """半年督查: what is not past half gets reason, measure, person and due date."""
    held = office.stage("inspection")
    assert [line.cells[:6] for line in held.lines] == [
        ("滞后", "外贸进出口总值", "兰州市", "96.0", "120.0 亿元", "−10.0"),
        ("滞后", "一般公共预算收入", "金昌市", "42.0", "48.0 亿元", "−6.3"),
        ("临界", "外贸进出口总值", "甘肃省", "288.0", "300.0 亿元", "−2.0"),
    ]
    office.write_case(TRADE_CASE, "原料进口后移", "一企一策", "王五", "2026-11-30")
    office.write_case(REVENUE_CASE, "镍价走低", "清缴欠税", "赵六", "2026-10-31")
    office.note(TRADE_CASE, "两家已复产")
    page = office.open("inspection")
    assert page.finding.text() == "半年督查 3 项：2 项整改中，1 项还没报措施"
    assert office.window.nav.item("inspection")._badge == 2
    held_now = cases_of(office.session.snapshot.settings)
    trade = next(one for one in held_now if (one.indicator, one.region) == TRADE_CASE)
    assert (trade.reason, trade.measure, trade.responsible) == ("原料进口后移", "一企一策", "王五")
    assert [(note.text, note.by) for note in trade.notes] == [("两家已复产", WRITER)]
    book = load_workbook(written("督查.xlsx", page.header_actions()[0], page.out.done))
    cells = {str(cell.value) for row in book.active.iter_rows() for cell in row}
    assert {"原料进口后移", "清缴欠税", "王五", "赵六", "省商务厅", "省财政厅"} <= cells


def the_bulletin_is_written(office: Office, written: Callable[..., Path]) -> None:
    """通报: the half-year's figures in a document."""
    page = office.open("bulletin")
    path = written("通报.docx", page.header_actions()[-1], page.done)
    text = "\n".join(one.text for one in Document(str(path)).paragraphs)
    assert "甘肃省2026年上半年主要经济指标完成情况通报" in text
    assert (
        "一般公共预算收入612亿元。完成全年1200亿元目标任务的51.0%，超序时进度1.0个百分点。" in text
    )
    assert "外贸进出口总值288亿元。" in text


def the_meeting_is_frozen(office: Office, _written: Callable[..., Path]) -> None:
    """会议: an edition, from which nothing has changed yet."""
    page = office.open("meetings")
    page.tools.name.setText("半年调度会")
    QTest.keyClick(page.tools.name, Qt.Key.Key_Return)
    assert [one.name for one in page.desk.held] == ["半年调度会"]
    assert page.finding.text() == "“半年调度会”到现在（截至 2026 年 6 月）：灯和数都没有变"


def the_revenue_of_jinchang_is_struck_off(office: Office, _written: Callable[..., Path]) -> None:
    """销号: handed in by one, checked by the other, without a doubt: its light is green."""
    doubt = office.strike_off(REVENUE_CASE)
    assert doubt == ""
    closed = [one for one in cases_of(office.session.snapshot.settings) if not one.is_open]
    assert [(one.region, one.state, one.closed_by) for one in closed] == [
        (JINCHANG, CaseState.CLOSED, CHECKER)
    ]
    assert office.window.nav.item("inspection")._badge == 1


def the_trade_of_lanzhou_is_overdue(office: Office, _written: Callable[..., Path]) -> None:
    """In December what was promised for November is late, stands first and is said."""
    held = office.stage("inspection")
    assert held.lines[0].cells[2] == "兰州市"
    assert held.lines[0].cells[11] == "逾期 22 天"
    assert "1 项逾期" in held.sentence


def the_trade_of_lanzhou_is_struck_off(office: Office, _written: Callable[..., Path]) -> None:
    """With December it has made up for it; then nothing is open any more."""
    assert office.strike_off(TRADE_CASE) == ""
    assert all(not one.is_open for one in cases_of(office.session.snapshot.settings))
    assert office.window.nav.item("inspection")._badge == 0


def june_is_compared(office: Office, _written: Callable[..., Path]) -> None:
    """会议: what changed since the meeting in June."""
    page = office.open("meetings")
    assert page.finding.text() == "“半年调度会”到现在（截至 2026 年 12 月）：1 项变好"
    (line,) = page.out.held.lines
    assert line.indicator == TRADE
    assert line.cells[-1] == "外贸进出口总值：6 月 288.0，临界 → 12 月 609.0，达标。"


def the_year_is_summed_up(office: Office, _written: Callable[..., Path]) -> None:
    """年终总评: ranks, the best completions, and who gained places."""
    held = office.stage("appraisal")
    assert held.title == "2026 年年终总评"
    assert "地区第一 金昌市，部门第一 省商务厅、省财政厅" in held.sentence
    told = [line.cells for line in held.lines if line.cells[6] != "0 / 17"]
    assert [cells[:6] for cells in told[:3]] == [
        ("地区", "甘肃省", "—", "13.00", "13.00", "100.0%"),
        ("地区", "金昌市", "1", "13.00", "13.00", "100.0%"),
        ("地区", "兰州市", "2", "12.95", "13.00", "99.6%"),
    ]
    stars = [cells[-1] for cells in told if cells[0] == "完成之星"]
    assert stars[0] == "一般公共预算收入 102.0，完成全年目标的 106.3%，达标"
    assert told[-1][:2] == ("进位之星", "金昌市")
    assert told[-1][-1] == "一季度第 2 位，全年第 1 位，进 1 位"
