"""Table files → sheets: .xlsx, .xls and .csv, and what only bears those names. Nothing is guessed
from the name; the content says what a file is."""

import io
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from decimal import Decimal
from pathlib import Path
from typing import cast

from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    PasswordError,
    SheetTypeEnum,
    SheetVisibleEnum,
    load_workbook,
)

from tracker.errors import BadValue
from tracker.exchange import xls_records, xlsx_parts
from tracker.exchange.quiet_panics import Panicked, quiet_panics
from tracker.exchange.sheets import Cell, Marks, Merge, Sheet, fill_merges, squared
from tracker.exchange.text_tables import csv_sheet, decoded, html_sheets, is_html
from tracker.exchange.xlsx_parts import BrokenFile

MAX_BYTES = 64 * 2**20
MAX_ROWS = 200_000
MAX_COLUMNS = 2_000
MAX_CELLS = 4_000_000
"""Of one sheet, as far as it is read."""

_NO_MARKS = Marks()
_ZIP = b"PK\x03\x04"
_OTHER_FORMATS = {b"%PDF": "PDF", b"\x89PNG": "图片", b"\xff\xd8\xff": "图片", b"Rar!": "压缩包"}
_SAVE_AS = "请用 Excel 或 WPS 打开，另存为 .xlsx 再导入。"


def read_sheets(path: Path) -> tuple[Sheet, ...]:
    """Read every sheet of a file.

    Raises BadValue, with a sentence that names the file and what to do, for everything that
    cannot be read: no such file, a password, a damaged, hostile or too large one.
    """
    return sheets_of(_content(path), path.name)


def sheets_of(content: bytes, name: str) -> tuple[Sheet, ...]:
    """Read the sheets of a file's bytes; see read_sheets. `name` is the file's."""
    if not content.strip():
        raise BadValue(f"文件“{name}”是空的，请检查是不是发错了文件。")
    try:
        if content.startswith(xls_records.MAGIC):
            with quiet_panics():
                return _from_xls(content, name)
        if content.startswith(_ZIP):
            marks = xlsx_parts.read_marks(content, name)
            with quiet_panics():
                return _from_workbook(content, name, marks)
    except (BrokenFile, Panicked) as error:
        raise BadValue(
            f"文件“{name}”不完整或已损坏，读不出来；请重新保存或重新传一次再导入。"
        ) from error
    return _from_text(content, name)


def _content(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            content = file.read(MAX_BYTES + 1)
    except FileNotFoundError:
        raise BadValue(f"找不到文件“{path}”，请检查路径。") from None
    except IsADirectoryError:
        raise BadValue(f"“{path}”是文件夹，请指定一个表格文件。") from None
    except OSError as error:
        raise BadValue(f"打不开文件“{path}”，请检查路径和权限。") from error
    if len(content) > MAX_BYTES:
        raise BadValue(
            f"文件“{path.name}”超过 {MAX_BYTES // 2**20} MB，太大了；请分成几个文件再导入。"
        )
    return content


def _from_xls(content: bytes, name: str) -> tuple[Sheet, ...]:
    try:
        found = xls_records.read_marks(content)
    except xls_records.PasswordNeeded:
        raise BadValue(_password(name)) from None
    except xls_records.NoWorkbook:
        raise BadValue(f"文件“{name}”不是表格；{_SAVE_AS}") from None
    workbook = _open(content, name)
    titles = [sheet.name for sheet in workbook.sheets_metadata]
    marks = dict(zip(titles, found, strict=False))
    return _sheets(workbook, name, marks)


def _from_workbook(content: bytes, name: str, marks: Mapping[str, Marks]) -> tuple[Sheet, ...]:
    return _sheets(_open(content, name), name, marks)


def _open(content: bytes, name: str) -> CalamineWorkbook:
    with _reading(name):
        return load_workbook(io.BytesIO(content))


@contextmanager
def _reading(name: str) -> Iterator[None]:
    """Turn whatever the reader meets into a sentence or BrokenFile."""
    try:
        yield
    except PasswordError:
        raise BadValue(_password(name)) from None
    except (CalamineError, OSError, ValueError, OverflowError) as error:
        raise BrokenFile from error


def _password(name: str) -> str:
    return f"文件“{name}”有密码，打不开；请先在 Excel 或 WPS 里去掉密码，另存后再导入。"


def _sheets(workbook: CalamineWorkbook, name: str, marks: Mapping[str, Marks]) -> tuple[Sheet, ...]:
    """Read the sheets with cells; charts and macros are none."""
    found = []
    for index, about in enumerate(workbook.sheets_metadata):
        if about.typ is not SheetTypeEnum.WorkSheet:
            continue
        hidden = about.visible is not SheetVisibleEnum.Visible
        with _reading(name):
            raw = workbook.get_sheet_by_index(index)
            found.append(_sheet(raw, marks.get(about.name, _NO_MARKS), hidden, name))
    return tuple(found)


def _sheet(raw: CalamineSheet, marks: Marks, hidden: bool, name: str) -> Sheet:
    """Take over the used range up to the limits, as a person sees it."""
    if raw.start is None:
        return Sheet(raw.name, [], hidden=hidden)
    height, width = raw.total_height + 1, raw.total_width + 1
    read = min(height, MAX_ROWS)
    if width > MAX_COLUMNS or read * width > MAX_CELLS:
        raise BadValue(
            f"文件“{name}”的工作表“{raw.name}”有 {height} 行 {width} 列，太大了；"
            "请删掉用不到的行和列，另存后再导入。"
        )
    rows = cast(list[list[Cell]], raw.to_python(skip_empty_area=False, nrows=read))
    cut = "" if height <= read else f"只读了前 {read} 行；第 {height} 行还有内容，没有读。"
    for (row, column), text in marks.faults.items():
        if row < read and column < width:
            _put(rows, row, column, text)
    for row, column in marks.percents:
        if row < len(rows) and column < len(rows[row]):
            rows[row][column] = _percent(rows[row][column])
    rows = squared(rows)
    ranges = raw.merged_cell_ranges or []
    merges = [Merge(*first, *last) for first, last in ranges]
    return Sheet(
        raw.name,
        rows,
        fill_merges(rows, merges),
        marks.hidden_rows,
        marks.hidden_columns,
        hidden,
        cut,
    )


def _put(rows: list[list[Cell]], row: int, column: int, text: str) -> None:
    """Write a fault where the reader saw nothing, even beyond the last cell it saw."""
    while len(rows) <= row:
        rows.append([])
    line = rows[row]
    line.extend([""] * (column + 1 - len(line)))
    line[column] = text


def _percent(value: Cell) -> Cell:
    """Return a number that is shown as a percentage as the text a person sees, all digits kept."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return value
    return f"{(Decimal(f'{value:.15g}') * 100).normalize():f}%"


def _from_text(content: bytes, name: str) -> tuple[Sheet, ...]:
    for start, what in _OTHER_FORMATS.items():
        if content.startswith(start):
            raise BadValue(f"文件“{name}”是{what}，不是表格；请要一份 .xlsx 或 .csv 再导入。")
    text = decoded(content, name)
    if is_html(text):
        return html_sheets(text, name)
    opening = text[:4096].lstrip()
    if opening.startswith(("<?xml", "<Workbook")) or "MIME-Version:" in opening[:200]:
        raise BadValue(f"文件“{name}”是网页或 XML 格式的表格；{_SAVE_AS}")
    return (csv_sheet(text, Path(name).stem, name),)
