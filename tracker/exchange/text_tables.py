"""Tables in plain text: csv in any usual encoding, and the HTML that systems export as .xls."""

import csv
import io
from html.parser import HTMLParser

from tracker.errors import BadValue
from tracker.exchange.sheets import Cell, Merge, Sheet, fill_merges, squared

_ENCODINGS = ("utf-8-sig", "gb18030")
_HTML_STARTS = ("<html", "<!doctype html", "<table", "<head", "<meta", "<body", "<style", "<div")
_LOOKED_AT = 4096
_MAX_SPAN = 1000
_MAX_CELLS = 2_000_000


def decoded(content: bytes, name: str) -> str:
    """Read a file as text: UTF-8, UTF-16 with its mark, or GB18030. Raises BadValue."""
    encodings = ("utf-16",) if content[:2] in (b"\xff\xfe", b"\xfe\xff") else _ENCODINGS
    for encoding in encodings:
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    raise BadValue(
        f"文件“{name}”不是表格，也不是文本；请用 Excel 或 WPS 打开，另存为 .xlsx 或 .csv 再导入。"
    )


def is_html(text: str) -> bool:
    """Say whether a text is a web page, as many systems export it under the name .xls."""
    start = text[:_LOOKED_AT].lstrip().lower()
    return start.startswith(_HTML_STARTS) or (start.startswith("<?xml") and "<html" in start)


def csv_sheet(text: str, title: str, name: str) -> Sheet:
    """Read separated text (commas, tabs or semicolons) as one sheet. Raises BadValue."""
    head = text[:_LOOKED_AT]
    separator = max(",\t;", key=head.count)
    try:
        rows: list[list[Cell]] = [
            list(row) for row in csv.reader(io.StringIO(text, newline=""), delimiter=separator)
        ]
    except csv.Error as error:
        raise BadValue(
            f"文件“{name}”读到一半读不下去（可能有没配对的引号），请用 Excel 或 WPS 另存后再导入。"
        ) from error
    return Sheet(title, squared(rows))


def html_sheets(text: str, name: str) -> tuple[Sheet, ...]:
    """Read every table of a web page as a sheet of its own. Raises BadValue if it is too large."""
    reader = _TableReader(name)
    reader.feed(text)
    reader.close()
    reader.end_table()
    return tuple(reader.sheets)


class _TableReader(HTMLParser):
    """Collects the cells of tables; a table inside a table is read as one of its own."""

    def __init__(self, name: str) -> None:
        super().__init__(convert_charrefs=True)
        self.sheets: list[Sheet] = []
        self._name = name
        self._cells: dict[tuple[int, int], str] = {}
        self._merges: list[Merge] = []
        self._row, self._column = -1, 0
        self._text: list[str] | None = None
        self._span = (1, 1)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "table":
            self.end_table()
        elif tag == "tr":
            self._end_cell()
            self._row, self._column = self._row + 1, 0
        elif tag in ("td", "th"):
            self._end_cell()
            self._row = max(self._row, 0)
            given = dict(attrs)
            self._text = []
            self._span = (_span(given.get("rowspan")), _span(given.get("colspan")))
        elif tag == "br" and self._text is not None:
            self._text.append(" ")

    def handle_endtag(self, tag: str) -> None:
        if tag in ("td", "th", "tr"):
            self._end_cell()
        elif tag == "table":
            self.end_table()

    def handle_data(self, data: str) -> None:
        if self._text is not None:
            self._text.append(data)

    def end_table(self) -> None:
        """Make a sheet of what was collected."""
        self._end_cell()
        if self._cells:
            height = max(row for row, _ in self._cells) + 1
            width = max(column for _, column in self._cells) + 1
            self._refuse_large(height * width)
            rows: list[list[Cell]] = [[""] * width for _ in range(height)]
            for (row, column), text in self._cells.items():
                rows[row][column] = text
            merges = fill_merges(rows, self._merges)
            self.sheets.append(Sheet(f"表{len(self.sheets) + 1}", squared(rows), merges))
        self._cells, self._merges = {}, []
        self._row, self._column = -1, 0

    def _end_cell(self) -> None:
        if self._text is None:
            return
        text, self._text = " ".join("".join(self._text).split()), None
        down, across = self._span
        while (self._row, self._column) in self._cells:
            self._column += 1
        self._refuse_large(len(self._cells) + down * across)
        for row in range(self._row, self._row + down):
            for column in range(self._column, self._column + across):
                self._cells[row, column] = text
        if down * across > 1:
            self._merges.append(
                Merge(self._row, self._column, self._row + down - 1, self._column + across - 1)
            )
        self._column += across

    def _refuse_large(self, cells: int) -> None:
        if cells > _MAX_CELLS:
            raise BadValue(
                f"文件“{self._name}”里的表格太大，请只留要导入的表，另存为 .xlsx 再导入。"
            )


def _span(text: str | None) -> int:
    return min(max(int(text), 1), _MAX_SPAN) if text and text.isascii() and text.isdigit() else 1
