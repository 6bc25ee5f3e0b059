"""A list leaves the program: as tab-separated text, .xlsx and .docx."""

import io
from datetime import date

import openpyxl
from docx import Document

from tracker.exchange.tables_out.list_workbook import list_workbook
from tracker.inspection.stage_list import StageLine, StageList, StageName
from tracker.meeting_pack.list_document import list_document

DAY = date(2023, 7, 18)
HELD = StageList(
    StageName.INSPECTION,
    "2023 年半年督查清单",
    "半年督查 2 项：2 项整改中",
    ("指标", "差", "滞后原因"),
    (
        StageLine(("外贸进出口总值", "−7.6", "=HYPERLINK(1)")),
        StageLine(("社会消费品零售总额", "+1,234.5", "回落")),
    ),
    ("滞后原因",),
    ("差",),
    sample=True,
)


def test_a_copied_list_has_numbers_that_a_spreadsheet_reads() -> None:
    assert HELD.as_text().splitlines() == [
        "指标\t差\t滞后原因",
        "外贸进出口总值\t-7.6\t=HYPERLINK(1)",
        "社会消费品零售总额\t1234.5\t回落",
    ]


def test_the_workbook_holds_text_and_never_a_formula() -> None:
    made = list_workbook(HELD, DAY)
    assert made == list_workbook(HELD, DAY)
    sheet = openpyxl.load_workbook(io.BytesIO(made)).active
    assert sheet is not None
    assert sheet["A1"].value == "2023 年半年督查清单"
    assert sheet["A2"].value == "半年督查 2 项：2 项整改中（示例数据）"
    assert [cell.value for cell in sheet[4]] == ["外贸进出口总值", "−7.6", "=HYPERLINK(1)"]
    assert sheet["C4"].data_type == "s" or sheet["C4"].quotePrefix
    assert sheet.freeze_panes == "A4"


def test_the_document_holds_the_sentence_and_the_whole_table() -> None:
    made = list_document(HELD, DAY)
    assert made == list_document(HELD, DAY)
    paper = Document(io.BytesIO(made))
    assert "半年督查 2 项：2 项整改中。" in [paragraph.text for paragraph in paper.paragraphs]
    assert "示例数据" in [paragraph.text for paragraph in paper.paragraphs]
    (table,) = paper.tables
    assert [cell.text for cell in table.rows[2].cells] == ["社会消费品零售总额", "+1,234.5", "回落"]
    assert paper.sections[0].page_width > paper.sections[0].page_height
