"""通报: sentences are chosen and worded; a number that moved strikes its sentence out."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from PySide6.QtGui import QGuiApplication

from tracker.edits import ActualEdit
from tracker.indicators import Basis, CellKey, Measure
from tracker.ledgers import LedgerKind
from tracker.periods import Month
from ui import dialogs

TRADE = CellKey("foreign_trade", "620000", Month(2023, 4), Measure.AMOUNT, Basis.YTD)


@pytest.fixture
def window(open_window: Callable[..., Any]) -> Any:
    return open_window(LedgerKind.SAMPLE, page="bulletin", as_of="2023-04")


def row_about(window: Any, words: str) -> Any:
    for row, line in zip(window.page.rows, window.page.draft.lines, strict=True):
        if words in line.text:
            return row
    raise AssertionError(words)


def test_the_draft_says_what_the_ledger_holds(window: Any) -> None:
    page = window.page
    assert page.draft.title == "甘肃省2023年1—4月主要经济指标完成情况通报"
    assert "外贸进出口总值165.4亿元" in page.paper.toPlainText()
    assert 'href="foreign_trade"' in row_about(window, "外贸进出口总值165.4").words.text()


def test_a_sentence_left_out_leaves_the_page_and_undo_brings_it_back(window: Any) -> None:
    page = window.page
    row_about(window, "外贸进出口总值165.4").box.click()
    assert "外贸进出口总值165.4亿元" not in page.paper.toPlainText()
    window.session.undo_stack.undo()
    assert "外贸进出口总值165.4亿元" in page.paper.toPlainText()


def test_words_are_edited_round_locked_numbers(window: Any) -> None:
    page = window.page
    row = row_about(window, "外贸进出口总值165.4")
    row.edit.click()
    row.field.setPlainText("受外需影响，外贸进出口总值【165.4】亿元。")
    row.keep.click()
    assert "受外需影响，外贸进出口总值165.4亿元。" in page.paper.toPlainText()
    row = row_about(window, "受外需影响")
    row.edit.click()
    row.field.setPlainText("外贸进出口总值170亿元。")
    row.keep.click()
    assert "数连着台账" in page.problem.text()
    assert "165.4亿元" in page.paper.toPlainText()


def test_a_number_that_moved_strikes_its_sentence_until_it_is_written_anew(
    window: Any, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    page = window.page
    row_about(window, "地区生产总值").box.click()  # the draft is now kept in the ledger
    window.session.record([ActualEdit(TRADE, 170.0)], "改数")
    row = row_about(window, "外贸进出口总值165.4")
    assert "<s>" in row.words.text()
    assert row.refresh.isVisible()
    assert "2 句的数变了" in page.status_text()
    monkeypatch.setattr(dialogs, "choose_new_file", lambda *_: tmp_path / "a.docx")
    page.export_now()
    assert "请先重写再导出" in page.problem.text()
    assert not (tmp_path / "a.docx").exists()
    for stale in [one for one in page.rows if one.refresh.isVisible()]:
        stale.refresh.click()
    assert "外贸进出口总值170亿元" in page.paper.toPlainText()
    page.export_now()
    texts = [line.text for line in Document(str(tmp_path / "a.docx")).paragraphs]
    assert any("外贸进出口总值170亿元" in text for text in texts)
    assert not any("地区生产总值" in text for text in texts)


def test_a_department_has_its_own_paper_and_the_text_is_copied(window: Any) -> None:
    page = window.page
    page.department.picked.emit("省商务厅")
    assert {line.sentence.about for line in page.draft.lines} == {
        "",
        "foreign_trade",
        "retail_sales",
    }
    page._copy.trigger()
    assert QGuiApplication.clipboard().text().startswith("甘肃省2023年1—4月")


def test_a_number_leads_to_its_cell(window: Any) -> None:
    row_about(window, "外贸进出口总值165.4").words.linkActivated.emit("foreign_trade")
    assert window.open_name == "entry"
    assert window.page.indicator_shown() == "foreign_trade"


def test_an_empty_month_says_what_to_do(open_window: Callable[..., Any]) -> None:
    window = open_window(LedgerKind.BLANK, page="bulletin", as_of="2023-04")
    assert window.page.empty.isVisible()
