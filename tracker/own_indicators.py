"""Own indicators: what people add to a ledger's catalogue, each a setting `indicator.<id>`."""

import json
import re
from collections.abc import Iterable
from dataclasses import asdict, dataclass, replace
from typing import Any

from tracker.catalogue_words import stored_indicator
from tracker.edits import SettingEdit
from tracker.errors import BadValue
from tracker.indicators import Better, Catalogue, Indicator, Measure, MeasureKind, PaceName
from tracker.json_text import read_json
from tracker.periods import Calendar

INDICATOR_SETTING = "indicator."
"""Settings of this prefix define an indicator of the ledger's own, as JSON."""

KIND_WORDS = {
    MeasureKind.FLOW: "累计量",
    MeasureKind.RATE: "增速或比率",
    MeasureKind.STOCK: "期末余额",
    MeasureKind.RANK: "位次",
    MeasureKind.MILESTONE: "清单任务",
}
_MEASURES = {
    MeasureKind.FLOW: (Measure.AMOUNT, Measure.GROWTH),
    MeasureKind.RATE: (Measure.GROWTH, Measure.AMOUNT),
    MeasureKind.STOCK: (Measure.AMOUNT, Measure.GROWTH),
    MeasureKind.RANK: (Measure.RANK,),
    MeasureKind.MILESTONE: (Measure.AMOUNT,),
}
"""The measures a kind may be judged by, the usual one first."""
_UNITS = {MeasureKind.RATE: "%", MeasureKind.RANK: "位"}
_ID = re.compile(r"[a-z][a-z0-9_]{0,39}")
_MOST_DECIMALS = 4
_OWN_LEVER = "自定"


@dataclass(frozen=True, slots=True)
class Wish:
    """What a person says of a new indicator; empty and None mean: the usual of its kind."""

    name: str
    kind: MeasureKind
    unit: str = ""
    id: str = ""
    short_name: str = ""
    judged_by: Measure | None = None
    decimals: int | None = None
    calendar: Calendar = Calendar.MONTHLY
    better: Better | None = None
    lever: str = ""
    lead_department: str = ""
    sums: bool = False


def new_indicator(catalogue: Catalogue, wish: Wish) -> Indicator:
    """Make an indicator that stands behind all others. Raises BadValue with what is wrong."""
    name = wish.name.strip()
    kind = wish.kind
    judged_by = wish.judged_by or _MEASURES[kind][0]
    unit = "" if kind is MeasureKind.MILESTONE else (wish.unit.strip() or _UNITS.get(kind, ""))
    lower = Better.LOWER if kind is MeasureKind.RANK else Better.HIGHER
    whole = kind in (MeasureKind.RANK, MeasureKind.MILESTONE)
    indicator = Indicator(
        id=wish.id.strip() or _id_of(name),
        name=name,
        short_name=wish.short_name.strip() or name,
        kind=kind,
        judged_by=judged_by,
        unit=unit,
        decimals=wish.decimals if wish.decimals is not None else 0 if whole else 1,
        growth_decimals=1,
        calendar=wish.calendar,
        better=wish.better or lower,
        pace=PaceName.LINEAR,
        lever=wish.lever.strip() or _OWN_LEVER,
        lead_department=wish.lead_department.strip() or "本单位",
        nature="expected",
        aggregation="sum" if wish.sums else "none",
        price="",
        tag="",
        in_sample=True,  # stands in the grids from the first day, before it has a figure
        order=max((one.order for one in catalogue.indicators.values()), default=-1) + 1,
    )
    if indicator.id in catalogue.indicators:
        raise BadValue(f"已经有指标“{indicator.id}”，请换一个名称或代号。")
    check_indicator(indicator, catalogue)
    return indicator


def _id_of(name: str) -> str:
    """Make an id from a name alone: two devices that add the same indicator mean one."""
    from hashlib import sha256

    return f"own_{sha256(name.encode()).hexdigest()[:10]}"


def check_indicator(indicator: Indicator, catalogue: Catalogue) -> None:
    """Raise BadValue when an indicator may not join a catalogue."""
    if not _ID.fullmatch(indicator.id):
        raise BadValue(
            f"指标代号“{indicator.id}”不能用，请用小写字母开头，只含小写字母、数字和下划线。"
        )
    if not indicator.name:
        raise BadValue("指标没有名称，请填一个名称。")
    if not 0 <= indicator.decimals <= _MOST_DECIMALS:
        raise BadValue(f"{indicator.name}的小数位数要在 0 到 {_MOST_DECIMALS} 之间。")
    if indicator.judged_by not in _MEASURES[indicator.kind]:
        raise BadValue(
            f"{indicator.name}是{KIND_WORDS[indicator.kind]}，不能按“{indicator.judged_by}”考核。"
        )
    if indicator.kind in (MeasureKind.FLOW, MeasureKind.STOCK) and not indicator.unit:
        raise BadValue(f"{indicator.name}没有计量单位，请填单位，如 亿元。")
    _check_against(indicator, catalogue)


def _check_against(indicator: Indicator, catalogue: Catalogue) -> None:
    for other in catalogue.indicators.values():
        if other.id != indicator.id and indicator.name in (other.name, other.short_name):
            raise BadValue(f"已经有指标“{other.name}”（{other.id}），请换一个名称。")
    held = catalogue.indicators.get(indicator.id)
    if held is not None and _nature(held) != _nature(indicator):
        raise BadValue(f"{held.name}的类型、口径、单位和报送历定了就不能再改，请另建一个指标。")


def _nature(indicator: Indicator) -> tuple[object, ...]:
    """What figures already entered mean; changing it would turn them into others."""
    return (indicator.kind, indicator.judged_by, indicator.unit, indicator.calendar)


def indicator_edit(indicator: Indicator) -> SettingEdit:
    """Return the edit that puts an indicator into the ledger."""
    stored = asdict(stored_indicator(indicator))
    written = {name: value for name, value in stored.items() if name != "id"}
    text = json.dumps(written, ensure_ascii=False, sort_keys=True)
    return SettingEdit(INDICATOR_SETTING + indicator.id, text)


def read_indicator(setting: str, text: str) -> Indicator:
    """Read an indicator, as ledgers keep it, from a setting. Raises BadValue with what is wrong."""
    try:
        row: dict[str, Any] = read_json(text)
        read = Indicator(id=setting.removeprefix(INDICATOR_SETTING), **row)
        return replace(
            read,
            kind=MeasureKind(read.kind),
            judged_by=Measure(read.judged_by),
            calendar=Calendar(read.calendar),
            better=Better(read.better),
            pace=PaceName(read.pace),
        )
    except (TypeError, ValueError) as wrong:
        raise BadValue(f"设置“{setting}”里的指标读不懂（{wrong}），请重新新增。") from wrong


def own_ids(settings: Iterable[str]) -> tuple[str, ...]:
    """Name the indicators that a ledger's settings define."""
    names = (name for name in settings if name.startswith(INDICATOR_SETTING))
    return tuple(name.removeprefix(INDICATOR_SETTING) for name in names)
