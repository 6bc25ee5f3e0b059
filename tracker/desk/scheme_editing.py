"""Editing assessment schemes: the ledger's own copies, and points added or taken by hand."""

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import asdict, replace

from tracker.assessment.schemes import (
    COPY_SETTING,
    Scheme,
    own_schemes,
    scheme_of,
    schemes,
)
from tracker.assessment.sheet import Adjustment, ScoreSheet, score_sheet
from tracker.desk.rule_editing import LONGEST_NAME
from tracker.desk.rule_text import schemes_text
from tracker.edits import SettingEdit
from tracker.errors import BadValue, UnknownName
from tracker.indicators import Catalogue
from tracker.json_text import read_json
from tracker.periods import Horizon, Month
from tracker.snapshot import Snapshot

KIND_WORDS = {"completion": "按完成率", "all_or_nothing": "达标得分", "by_rank": "按位次"}
ADJUSTMENT_SETTING = "assessment.adjustments."


def scheme_names(settings: Mapping[str, str]) -> tuple[str, ...]:
    """Name the schemes a ledger can score by: those that ship, then its own."""
    return tuple(dict(schemes()) | own_schemes(settings))


def copied_scheme(settings: Mapping[str, str], source: str, name: str) -> SettingEdit:
    """Copy a scheme under a name of its own. Raises UnknownName, BadValue."""
    wanted = name.strip()
    if wanted in scheme_names(settings):
        raise BadValue(f"已经有计分办法“{wanted}”，请换一个名称。")
    copied = replace(scheme_of(settings, source), name=wanted)
    return _edit(copied)


def saved_scheme(settings: Mapping[str, str], scheme: Scheme, catalogue: Catalogue) -> SettingEdit:
    """Save one of the ledger's own schemes. Raises BadValue, UnknownName."""
    if scheme.name not in own_schemes(settings):
        raise BadValue(f"“{scheme.name}”是自带的计分办法，不能改；请先另存为自己的名称。")
    for name, points in scheme.weights.items():
        if not math.isfinite(points) or points <= 0:
            raise BadValue(f"{catalogue.indicator(name).name}的分值要大于 0；不计分就留空。")
    if not scheme.weights:
        raise BadValue(f"计分办法“{scheme.name}”没有一项有分值，请至少填一项。")
    for points in (scheme.cap or 1.0, scheme.bonus_cap + 1, scheme.deduction_cap + 1):
        if not math.isfinite(points) or points <= 0:
            raise BadValue(f"计分办法“{scheme.name}”的封顶、加分和扣分上限不能是负数。")
    return _edit(scheme)


def removed_scheme(settings: Mapping[str, str], name: str) -> SettingEdit:
    """Remove one of the ledger's own schemes. Raises UnknownName."""
    own = own_schemes(settings)
    if name not in own:
        raise UnknownName(f"台账没有自己的计分办法“{name}”，自带的不能删。")
    return SettingEdit(f"{COPY_SETTING}.{name}", None)


def _edit(scheme: Scheme) -> SettingEdit:
    if not scheme.name or len(scheme.name) > LONGEST_NAME:
        raise BadValue(f"计分办法的名称要有 1 到 {LONGEST_NAME} 个字。")
    return SettingEdit(f"{COPY_SETTING}.{scheme.name}", schemes_text({scheme.name: scheme}))


def adjustments_of(
    settings: Mapping[str, str], region: str, year: int, horizon: Horizon
) -> tuple[Adjustment, ...]:
    """Return what was added and taken by hand for a region's sheet. Raises BadValue."""
    text = settings.get(_adjustment_setting(region, year, horizon), "[]")
    try:
        return tuple(Adjustment(**row) for row in read_json(text))
    except (TypeError, ValueError) as wrong:
        raise BadValue(f"{region} {year} 年的加分扣分读不懂（{wrong}），请重新录入。") from wrong


def adjusted_edit(
    settings: Mapping[str, str],
    sheet: tuple[str, int, Horizon],
    added: Adjustment,
) -> SettingEdit:
    """Add points to a sheet (region, year, horizon) by hand. Raises BadValue without a reason."""
    if not math.isfinite(added.points) or added.points == 0:
        raise BadValue("加分写正数，扣分写负数，如 1.5 或 -2。")
    if not added.reason.strip():
        raise BadValue("加分扣分要写理由，请补上。")
    return adjustments_edit(sheet, (*adjustments_of(settings, *sheet), added))


def adjustments_edit(sheet: tuple[str, int, Horizon], held: Sequence[Adjustment]) -> SettingEdit:
    """Replace what was added and taken by hand on a sheet."""
    text = json.dumps([asdict(one) for one in held], ensure_ascii=False) if held else None
    return SettingEdit(_adjustment_setting(*sheet), text)


def score_by(snapshot: Snapshot, name: str, region: str, as_of: Month) -> ScoreSheet:
    """Score a region's year by a scheme, points by hand included. Raises UnknownName, BadValue."""
    added = adjustments_of(snapshot.settings, region, as_of.year, Horizon.FY)
    scheme = scheme_of(snapshot.settings, name)
    return score_sheet(snapshot, scheme, region, as_of, Horizon.FY, added)


def _adjustment_setting(region: str, year: int, horizon: Horizon) -> str:
    return f"{ADJUSTMENT_SETTING}{region}.{year}-{horizon.value}"
