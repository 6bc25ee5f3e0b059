"""Lists on paper: whole, black on white, in the system's print preview."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPageLayout
from PySide6.QtPrintSupport import QPrinter, QPrintPreviewDialog

from tracker.inspection.stage_list import StageLine, StageList
from tracker.marking import set_marking
from ui.paper_print import on_paper

HELD = StageList(
    stage=None,
    title="排名",
    sentence="两个地区",
    heads=("地区", "完成<率>"),
    lines=(StageLine(("金昌市", "43.2%")), StageLine(("兰州 & 新区", "—"))),
    right=("完成<率>",),
    sample=True,
)


@pytest.fixture
def papers(monkeypatch, tmp_path):
    """Let the preview print into a PDF instead of waiting; returns (document name, PDF, turned)."""
    printed = []

    def show(dialog: QPrintPreviewDialog) -> int:
        printer = dialog.printer()
        target = tmp_path / f"{len(printed)}.pdf"
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(target))
        dialog.paintRequested.emit(printer)
        printed.append((printer.docName(), target, printer.pageLayout().orientation()))
        return 1

    monkeypatch.setattr(QPrintPreviewDialog, "exec", show)
    return printed


def printed_whole(paper: tuple[str, Path, QPageLayout.Orientation]) -> bool:
    return paper[1].read_bytes().startswith(b"%PDF") and paper[1].stat().st_size > 5000


def test_a_list_is_laid_out_with_every_cell_and_its_marks(dressed):
    text = on_paper(HELD, "内部资料").toPlainText()
    for words in ("内部资料", "排名", "两个地区（示例数据）", "完成<率>", "金昌市", "兰州 & 新区"):
        assert words in text


def test_ctrl_p_prints_the_ranking_of_the_regions(open_window, qtbot, papers):
    window = open_window(page="regions")
    window.session.record([set_marking("内部资料")], "改标注")
    window.page.table.setFocus()
    qtbot.keyClick(window.page.table, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    (paper,) = papers
    assert paper[0] == "甘肃省招商引资到位资金(省外)排名（截至 2023 年 4 月）"
    assert printed_whole(paper)
    assert paper[2] is QPageLayout.Orientation.Portrait


def test_the_bulletin_is_printed_as_it_will_be_sent(open_window, papers):
    window = open_window(page="bulletin")
    window.page._print.trigger()
    (paper,) = papers
    assert paper[0] == window.page.draft.title
    assert printed_whole(paper)


def test_a_bulletin_whose_numbers_changed_is_not_printed(open_window, papers, monkeypatch):
    window = open_window(page="bulletin")
    monkeypatch.setattr(type(window.page.draft), "stale", lambda *_: [0])
    window.page._print.trigger()
    assert papers == []
    assert "请先重写" in window.page.problem.text()


def test_the_findings_of_a_month_are_printed(open_window, qtbot, papers):
    window = open_window(page="entry")
    window.page.filing.menu.list.trigger()
    qtbot.mouseClick(window.page.filing.pane.print, Qt.MouseButton.LeftButton)
    (paper,) = papers
    assert paper[0] == "甘肃省 2023 年 4 月检查与未报清单"
    assert printed_whole(paper)
    listed = window.page.filing._sections.as_list()
    assert len(listed.lines) == len(window.page.filing.pane.rows) > 0


def test_the_list_of_an_inspection_lies_across(open_window, qtbot, papers):
    window = open_window(page="inspection")
    window.page.table.setFocus()
    qtbot.keyClick(window.page.table, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    (paper,) = papers
    assert paper[2] is QPageLayout.Orientation.Landscape
    assert printed_whole(paper)


def test_letters_keep_their_size_on_the_finer_paper(dressed, tmp_path):
    """A row of a list is as high on paper as letters of 9 points need, whatever the printer."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    document = on_paper(HELD)
    document.documentLayout().setPaintDevice(printer)
    document.setTextWidth(printer.width())
    lines = 4  # title and sentence, the head, two rows
    assert document.size().height() / printer.logicalDpiY() * 72 > lines * 9
    assert document.defaultFont().pointSizeF() == 9


def test_paragraphs_of_the_bulletin_begin_two_letters_in(open_window):
    paper = open_window(page="bulletin").page.paper
    assert "\n　　量化指标共" in paper.toPlainText()
