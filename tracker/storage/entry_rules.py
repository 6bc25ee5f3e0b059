"""What may be entered at all. The journal asks here, so no grid, import or command can pass by."""

import math
from collections.abc import Iterable
from datetime import date
from unicodedata import category

from tracker.catalogue_words import shown_indicator
from tracker.edits import ActualEdit, Edit, SettingEdit, TargetEdit
from tracker.errors import BadValue, UnknownName
from tracker.indicators import (
    Basis,
    Catalogue,
    CellKey,
    Comparator,
    Indicator,
    Measure,
    MeasureKind,
    PaceName,
)
from tracker.own_indicators import INDICATOR_SETTING, check_indicator, read_indicator
from tracker.periods import MONTHS_IN_YEAR, Calendar, Month
from tracker.stages import Stage, check_stage

_FIRST_YEAR, _LAST_YEAR = 1949, 2100
LONGEST_TEXT = 2000
"""Notes, sources and reasons; a longer text belongs into a document."""
_LONGEST_SETTING = 1_000_000
"""A setting may hold a whole set of rules."""
_SHOWN = 20
PACE_SETTING = "pace."
"""Settings of this prefix choose the yard-stick of the indicator they name."""


def check(edit: Edit, catalogue: Catalogue, today: date) -> None:
    """Raise BadValue or UnknownName with a finished sentence when an edit may not be entered."""
    if isinstance(edit, ActualEdit):
        _check_actual(edit, catalogue, today)
    elif isinstance(edit, TargetEdit):
        _check_target(edit, catalogue)
    else:
        _check_setting(edit, catalogue)


def check_texts(texts: Iterable[str], longest: int = LONGEST_TEXT) -> None:
    """Refuse text that cannot be stored or shown: half characters from a broken paste, control
    characters of a terminal, and what is longer than anybody would read.
    """
    for text in texts:
        try:
            text.encode()
        except UnicodeEncodeError:
            shown = text.encode(errors="replace").decode()
            raise BadValue(f"文字“{shown[:_SHOWN]}”里有无法保存的字符，请重新输入。") from None
        if len(text) > longest:
            raise BadValue(f"文字“{text[:_SHOWN]}…”太长（{len(text)} 字），最多 {longest} 字。")
        if any(category(letter) == "Cc" and letter not in "\t\n\r" for letter in text):
            shown = "".join(letter if category(letter) != "Cc" else "?" for letter in text)
            raise BadValue(f"文字“{shown[:_SHOWN]}”里有控制字符，请去掉后再填。")


def _check_actual(edit: ActualEdit, catalogue: Catalogue, today: date) -> None:
    key = edit.key
    indicator, region = catalogue.indicator(key.indicator), catalogue.region(key.region)
    _check_month(key.month, indicator, today)
    _check_basis(key, indicator)
    name = f"{region.short_name}{indicator.short_name}{key.month}"
    if edit.value is not None:
        _check_number(edit.value, f"{name}的数值")
        if key.measure is Measure.RANK:
            _check_rank(edit.value, name)
        if indicator.kind is MeasureKind.MILESTONE:
            check_stage(edit.value, name)
    check_texts((edit.source, edit.note))


def _check_month(month: Month, indicator: Indicator, today: date) -> None:
    if not (1 <= month.month <= MONTHS_IN_YEAR and _FIRST_YEAR <= month.year <= _LAST_YEAR):
        raise BadValue(f"没有“{month}”这个月份，请写成 2023-04 这样。")
    if month > Month.of(today):
        raise BadValue(f"{month} 还没有到，不能填报{indicator.short_name}；请检查年份和月份。")
    if not indicator.calendar.is_due(month.month):
        raise BadValue(_closed(indicator, month))


def _closed(indicator: Indicator, month: Month) -> str:
    if indicator.calendar is Calendar.MONTHLY_JAN_FEB:
        return (
            f"{indicator.short_name}的1月、2月合并公布，没有 {month} 的数；"
            f"请填 {month.year}-02（即1—2月）。"
        )
    months = "、".join(f"{due}月" for due in indicator.calendar.months)
    return f"{indicator.short_name}只在{months}有数，没有 {month} 的数；请换一个月份。"


def _check_basis(key: CellKey, indicator: Indicator) -> None:
    name = indicator.short_name
    if key.measure is Measure.RANK:
        if key.basis is not Basis.NONE:
            raise BadValue(f"{name}的位次不分累计、当月，请不要指定口径。")
    elif indicator.kind is MeasureKind.STOCK:
        if key.basis is not Basis.BALANCE:
            raise BadValue(f"{name}是期末余额，只能按余额填报。")
    elif key.basis not in (Basis.YTD, Basis.MONTH):
        raise BadValue(f"{name}只能按累计或当月填报。")
    elif key.basis is Basis.MONTH and indicator.calendar.merges(key.month.month):
        raise BadValue(f"{name}的1月、2月合并公布，{key.month} 的当月数不存在；请按累计填1—2月。")


def _check_target(edit: TargetEdit, catalogue: Catalogue) -> None:
    key = edit.key
    indicator, region = catalogue.indicator(key.indicator), catalogue.region(key.region)
    if not _FIRST_YEAR <= key.year <= _LAST_YEAR:
        raise BadValue(f"没有“{key.year}”这个年份，请写成 2023 这样。")
    name = f"{region.short_name}{indicator.short_name}{key.year}年{key.horizon.label}目标"
    if not indicator.calendar.is_due(key.horizon.end_month):
        raise BadValue(
            f"{indicator.short_name}在{key.horizon.end_month}月没有数，"
            f"{key.horizon.label}目标无法考核；请换一个期别。"
        )
    if edit.value is not None:
        _check_number(edit.value, name)
        if key.measure is Measure.RANK:
            _check_rank(edit.value, name)
        if indicator.kind is MeasureKind.MILESTONE and edit.value != Stage.DONE:
            raise BadValue(f"{name}是清单任务，目标就是完成；请写时限，如 {key.year}-07-10。")
        _check_comparator(edit, edit.value, name)
    if edit.reference:
        catalogue.indicator(edit.reference)
    check_texts((edit.document, edit.reason, edit.source))


def _check_comparator(edit: TargetEdit, value: float, name: str) -> None:
    if edit.comparator is Comparator.RANGE:
        if edit.upper is None:
            raise BadValue(f"{name}是区间，还要填上限。")
        _check_number(edit.upper, f"{name}的上限")
        if edit.upper <= value:
            raise BadValue(f"{name}的上限要大于下限，请检查两个数。")
    elif edit.upper is not None:
        raise BadValue(f"{name}不是区间，不能填上限。")
    if edit.tolerance is not None:
        _check_number(edit.tolerance, f"{name}的允许偏差")
        if edit.tolerance < 0:
            raise BadValue(f"{name}的允许偏差不能是负数。")


def _check_setting(edit: SettingEdit, catalogue: Catalogue) -> None:
    if not edit.name:
        raise BadValue("设置没有名称，请指定要改哪一项设置。")
    check_texts((edit.name, edit.value or ""), _LONGEST_SETTING)
    if edit.name.startswith(INDICATOR_SETTING) and edit.value is not None:
        check_indicator(shown_indicator(read_indicator(edit.name, edit.value)), catalogue)
    if edit.name.startswith(PACE_SETTING) and edit.value is not None:
        indicator = catalogue.indicator(edit.name.removeprefix(PACE_SETTING))
        if edit.value not in tuple(PaceName):
            raise UnknownName(
                f"不认识{indicator.short_name}的进度口径“{edit.value}”，"
                f"可用 {'、'.join(PaceName)}。"
            )


def _check_number(value: float, name: str) -> None:
    if not math.isfinite(value):
        raise BadValue(f"{name}不是有限的数，请填一个普通的数字。")


def _check_rank(value: float, name: str) -> None:
    if value < 1 or value != int(value):
        raise BadValue(f"{name}的位次要填正整数，如 5。")
