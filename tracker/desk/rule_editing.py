"""Editing the rules of the lights: which preset is in force, and the ledger's own copies."""

import math
from collections.abc import Mapping
from dataclasses import replace
from itertools import pairwise

from tracker.desk.rule_text import rules_text
from tracker.edits import SettingEdit
from tracker.errors import BadValue, UnknownName
from tracker.indicators import Light
from tracker.lights import (
    COPY_SETTING,
    PRESET_SETTING,
    LightRules,
    Step,
    own_text,
    preset_names,
    presets,
    read_rules,
    rules_of,
)

LADDERS = {
    "flow": ("累计类", "与序时差，百分点"),
    "growth": ("增速类", "与目标差，百分点"),
    "level": ("余额类", "与目标差占目标的份额，%"),
    "rank": ("位次", "目标位次减实际位次，位"),
}
"""The four ladders of a rule: whom they judge, and what their edges are held against."""
LADDER_SCALES = {"level": 100.0}
"""What an edge is multiplied by to be shown; 1 where nothing is said."""
LIGHT_RANK = {Light.GREEN: 0, Light.YELLOW: 1, Light.RED: 2}
LONGEST_NAME, LONGEST_WORD = 20, 4


def own_rules(settings: Mapping[str, str]) -> dict[str, LightRules]:
    """Return the presets that the ledger made or copied itself. Raises BadValue."""
    return dict(read_rules(own_text(settings)))


def is_own(settings: Mapping[str, str], name: str) -> bool:
    """Say whether a preset can be edited here: those that ship are copied first."""
    return name in own_rules(settings)


def use_edit(settings: Mapping[str, str], name: str) -> SettingEdit:
    """Put a preset in force. Raises UnknownName."""
    rules_of(settings, name)
    return SettingEdit(PRESET_SETTING, name)


def copy_edit(settings: Mapping[str, str], source: str, name: str) -> SettingEdit:
    """Copy a preset under a name of its own. Raises UnknownName, BadValue."""
    wanted = name.strip()
    if wanted in preset_names(settings):
        raise BadValue(f"已经有亮灯规则“{wanted}”，请换一个名称。")
    return saved_edit(replace(rules_of(settings, source), name=wanted))


def saved_edit(rules: LightRules) -> SettingEdit:
    """Save one of the ledger's own presets. Raises BadValue with what is wrong in it."""
    check_rules(rules)
    if rules.name in presets():
        raise BadValue(f"“{rules.name}”是自带的规则，不能改；请先另存为自己的名称。")
    text = rules_text({rules.name: rules})
    assert dict(read_rules(text)) == {rules.name: rules}  # what is written is what will be read
    return SettingEdit(copy_setting(rules.name), text)


def copy_setting(name: str) -> str:
    """Name the setting that holds one of the ledger's own presets."""
    return f"{COPY_SETTING}.{name}"


def removed_edit(settings: Mapping[str, str], name: str) -> SettingEdit:
    """Remove one of the ledger's own presets. Raises UnknownName; BadValue while it is in force."""
    own = own_rules(settings)
    if name not in own:
        raise UnknownName(f"台账没有自己的亮灯规则“{name}”，自带的不能删。")
    if rules_of(settings).name == name:
        raise BadValue(f"亮灯规则“{name}”正在用，请先换用另一套再删。")
    return SettingEdit(copy_setting(name), None)


def with_edit(settings: Mapping[str, str], edit: SettingEdit) -> dict[str, str]:
    """Return the settings as they would be after an edit."""
    held = {name: value for name, value in settings.items() if name != edit.name}
    return held if edit.value is None else held | {edit.name: edit.value}


def check_rules(rules: LightRules) -> None:
    """Raise BadValue, naming the ladder and the step, for rules that would judge nonsense."""
    if not rules.name or len(rules.name) > LONGEST_NAME:
        raise BadValue(f"规则的名称要有 1 到 {LONGEST_NAME} 个字。")
    for part, (title, _) in LADDERS.items():
        steps: tuple[Step, ...] = getattr(rules, part)
        if not steps or steps[0].light is not Light.GREEN:
            raise BadValue(f"{title}的第 1 档要是达标，请改正。")
        for number, step in enumerate(steps, start=1):
            _check_step(step, f"{title}的第 {number} 档")
        for number, (before, after) in enumerate(pairwise(steps), start=2):
            _check_order(before, after, f"{title}的第 {number} 档")


def _check_step(step: Step, place: str) -> None:
    if not math.isfinite(step.edge):
        raise BadValue(f"{place}的界限不是普通的数字，请改正。")
    if step.light not in LIGHT_RANK:
        raise BadValue(f"{place}没有选灯，请选达标、临界或滞后。")
    if len(step.word) > LONGEST_WORD:
        raise BadValue(f"{place}的字样最多 {LONGEST_WORD} 个字，请写短些。")


def _check_order(before: Step, after: Step, place: str) -> None:
    falls = after.edge < before.edge or (
        after.edge == before.edge and before.strict and not after.strict
    )
    if not falls:
        raise BadValue(f"{place}的界限要比上一档低，否则永远亮不到这一档。")
    if LIGHT_RANK[after.light] < LIGHT_RANK[before.light]:
        raise BadValue(f"{place}的灯不能比上一档好：完成得越多，灯不能越差。")
