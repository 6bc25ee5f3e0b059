"""填报表: the workbook for a region and month that a lower level fills in without this program.

It is in the long form that an import reads without a question: every row names its indicator,
region, month, basis and measure in locked columns, of which the codes are hidden. Only the value,
status, source and note can be typed.
"""

import io
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import TYPE_CHECKING, Any

from tracker.entry_context import closed_reason, entry_indicators, month_name
from tracker.indicators import Basis, Indicator, Measure, Region, Status, TargetKey
from tracker.periods import Horizon, Month
from tracker.progress.pace import lowest_target
from tracker.readings import series_of
from tracker.snapshot import Snapshot
from tracker.wording import STATUS_WORDS, entered, plain, target_text

if TYPE_CHECKING:
    import xlsxwriter
    from xlsxwriter.worksheet import Worksheet

HEADS = (
    "indicator", "region_code", "month", "basis", "measure", "指标", "口径", "单位", "上期数",
    "上年同期", "年度目标", "value", "unit", "published_on", "status", "source", "note",
)  # fmt: skip
_SHOWN = (
    "", "", "", "", "", "指标", "口径", "单位", "上期数", "上年同期", "年度目标", "本期数",
    "", "", "状态", "来源", "说明",
)  # fmt: skip
_VALUE, _STATUS = HEADS.index("value"), HEADS.index("status")
_OPEN = {"value", "status", "source", "note"}
_HIDDEN = {"indicator", "region_code", "month", "basis", "measure", "unit", "published_on"}
_WIDTHS = {"指标": 28, "口径": 8, "单位": 9, "source": 18, "note": 30}
_HEAD_ROW = 3
_STATUSES = (Status.ESTIMATE, Status.FLASH, Status.PRELIMINARY, Status.FINAL)
_BASES = {Basis.YTD: "累计", Basis.BALANCE: "余额", Basis.MONTH: "当月", Basis.NONE: "位次"}
_SHEET, _HELP = "填报表", "填报说明"
_A4 = 9


@dataclass(frozen=True, slots=True)
class FormLine:
    """One figure asked for: what stands there, and what helps to fill it in, all printed."""

    indicator: Indicator
    measure: Measure
    basis: Basis
    value: float | None
    published_on: str
    status: str
    source: str
    note: str
    before: str
    last_year: str
    target: str


def form_lines(snapshot: Snapshot, region: str, month: Month, today: date) -> tuple[FormLine, ...]:
    """Return the figures of a month that are due from a region: the main value of each indicator,
    and the growth of a flow that reports one. Raises UnknownName for the region.
    """
    return tuple(
        _line(snapshot, region, month, indicator, measure)
        for indicator in entry_indicators(snapshot, region, month.year)
        for measure in _measures(snapshot, indicator, region, month)
        if not closed_reason(indicator, indicator.basis_of(measure), month, today)
    )


def _measures(
    snapshot: Snapshot, indicator: Indicator, region: str, month: Month
) -> Iterator[Measure]:
    yield indicator.judged_by
    for other in (Measure.AMOUNT, Measure.GROWTH):
        basis = indicator.basis_of(other)
        if other is not indicator.judged_by and any(
            snapshot.months(region, year, indicator.id, other, basis)
            for year in (month.year, month.year - 1)
        ):
            yield other


def _line(
    snapshot: Snapshot, region: str, month: Month, indicator: Indicator, measure: Measure
) -> FormLine:
    series = series_of(snapshot, indicator.id, region)
    basis = indicator.basis_of(measure)
    digits = indicator.decimals_of(measure)
    held = series.read(measure, month)
    actual = None if held is None else held.actual
    before = series.last(measure, month.year, month.month - 1)
    last_year = series.read(measure, month.year_before)
    key = TargetKey(indicator.id, region, month.year, Horizon.FY, measure)
    target, _ = lowest_target(snapshot, key, month)
    return FormLine(
        indicator, measure, basis,
        None if actual is None else actual.value,
        "" if actual is None or actual.published_on is None else str(actual.published_on),
        "" if actual is None else STATUS_WORDS[actual.status],
        "" if actual is None else actual.source,
        "" if actual is None else actual.note,
        "" if before is None else
        f"{month_name(indicator, before[0])} {entered(before[1].value, digits)}",
        "" if last_year is None else entered(last_year.value, digits),
        "" if target is None else target_text(target, indicator),
    )  # fmt: skip


def form_workbook(
    region: Region, month: Month, lines: tuple[FormLine, ...], made_on: date
) -> bytes:
    """Return the .xlsx; the same lines and day give the same bytes."""
    import xlsxwriter

    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_formulas": False}) as book:
        title = f"{region.name} {month.year} 年 {month.month} 月主要指标填报表"
        book.set_properties({"title": title, "created": datetime.combine(made_on, time())})
        _Form(book, region, month, title).write(lines)
        _help(book, title)
    return out.getvalue()


class _Form:
    """Writes the sheet to fill in."""

    def __init__(
        self, book: "xlsxwriter.Workbook", region: Region, month: Month, title: str
    ) -> None:
        self._book = book
        self._region = region
        self._month = month
        self._title = title
        self._sheet: Worksheet = book.add_worksheet(_SHEET)
        self._formats: dict[str, Any] = {}

    def write(self, lines: tuple[FormLine, ...]) -> None:
        """Write title, heads and lines; lock what is not to be typed."""
        sheet = self._sheet
        first_shown = HEADS.index("指标")
        sheet.write_string(0, first_shown, self._title, self._format(bold=True, font_size=14))
        hint = "只填白色格子；没有的留空，不要填 0。填好存盘发回即可，不要改动灰色格子。"
        sheet.write_string(1, first_shown, hint, self._format(font_color="#6B655B"))
        head = self._format(bold=True, bg_color="#F0EDE6", border=1, align="center")
        for column, text in enumerate(_SHOWN):
            sheet.write_string(_HEAD_ROW - 1, column, text, head)
        # The row an import reads: the names of the columns, in a hidden row under the shown heads.
        for column, name in enumerate(HEADS):
            sheet.write_string(_HEAD_ROW, column, name, self._format(font_color="#B0AA9D"))
        sheet.set_row(_HEAD_ROW, None, None, {"hidden": True})
        for row, line in enumerate(lines, _HEAD_ROW + 1):
            self._write_line(row, line)
        self._dress(_HEAD_ROW + len(lines))

    def _write_line(self, row: int, line: FormLine) -> None:
        indicator = line.indicator
        unit = indicator.unit_of(line.measure)
        caption = "同比" if line.measure is Measure.GROWTH else _BASES[line.basis]
        cells = (
            indicator.id, self._region.code, str(self._month), line.basis.value,
            line.measure.value, indicator.name, caption, unit, line.before, line.last_year,
            line.target, line.value, unit, line.published_on, line.status, line.source, line.note,
        )  # fmt: skip
        digits = indicator.decimals_of(line.measure)
        shape = f"#,##0{'.' + '0' * digits if digits else ''}"
        for column, (name, cell) in enumerate(zip(HEADS, cells, strict=True)):
            look: dict[str, object] = {"border": 1}
            if name in _OPEN:
                look["locked"] = False
            else:
                look["bg_color"] = "#FAF8F3"
            if column == _VALUE:
                look["num_format"] = shape
            if isinstance(cell, float):
                self._sheet.write_number(row, column, cell, self._format(**look))
            else:
                self._sheet.write_string(row, column, cell or "", self._format(**look))
        self._guard(row, line)

    def _guard(self, row: int, line: FormLine) -> None:
        """Let the value cell take numbers only, and say what is asked for beside it."""
        what = f"{line.indicator.name}，{line.indicator.unit_of(line.measure)}"
        self._sheet.data_validation(
            row, _VALUE, row, _VALUE,
            {"validate": "decimal", "criteria": "between", "minimum": -1e12, "maximum": 1e12,
             "ignore_blank": True, "error_title": "只填数字",
             "error_message": f"{what}：只填数字，不带单位和文字；没有的留空。"},
        )  # fmt: skip
        self._sheet.data_validation(
            row, _STATUS, row, _STATUS,
            {"validate": "list", "source": [STATUS_WORDS[one] for one in _STATUSES],
             "ignore_blank": True, "error_message": "请从列表里选。"},
        )  # fmt: skip
        last = f"上期 {line.before or '无'}，上年同期 {line.last_year or '无'}"
        if line.value is not None:
            last = f"现在台账里是 {plain(line.value)}；{last}"
        self._sheet.write_comment(row, _VALUE, last, {"author": "", "x_scale": 1.4, "y_scale": 0.5})

    def _dress(self, last: int) -> None:
        sheet = self._sheet
        for column, name in enumerate(HEADS):
            hidden = {"hidden": name in _HIDDEN}
            sheet.set_column(column, column, _WIDTHS.get(name, 12), None, hidden)
        sheet.set_default_row(20)
        sheet.freeze_panes(_HEAD_ROW + 1, HEADS.index("口径"))
        sheet.protect("", {"format_columns": True, "select_locked_cells": True})
        sheet.set_landscape()
        sheet.set_paper(_A4)
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(_HEAD_ROW - 1)
        sheet.print_area(0, HEADS.index("指标"), last, len(HEADS) - 1)

    def _format(self, **look: object) -> Any:
        key = repr(sorted(look.items()))
        if key not in self._formats:
            self._formats[key] = self._book.add_format({"font_name": "等线", **look})
        return self._formats[key]


def _help(book: "xlsxwriter.Workbook", title: str) -> None:
    sheet = book.add_worksheet(_HELP)
    sheet.set_column(0, 0, 90)
    sheet.write_string(0, 0, title, book.add_format({"bold": True, "font_size": 14}))
    for row, line in enumerate(
        (
            "1. 只填“本期数”“状态”“来源”“说明”四列，其余列已锁定。",
            "2. 累计指标填 1 月起的累计数，不填当月数；1、2 月合并报的指标填 1—2 月累计。",
            "3. 没有数就留空：空是未报，0 是零。增速填百分数的数字，如 6.7；下降填负数。",
            "4. 状态：预计、快报、初步核算、最终核实；不选按快报。",
            "5. 文件可以改名；用 Excel、WPS 或 LibreOffice 打开、填写、保存都可以。",
        ),
        2,
    ):
        sheet.write_string(row, 0, line)
    sheet.protect()
