"""Lights: rule presets as data, and the step of a rule that a gap falls on."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from resources import ROOT
from tracker.errors import BadValue, UnknownName
from tracker.indicators import Light
from tracker.toml_text import read_toml

EPSILON = 1e-9
"""Comparisons are made on unrounded values, with this much grace for binary fractions."""

DEFAULT_PRESET = "默认"
PRESET_SETTING = "lights.preset"
"""The ledger's setting that names its preset."""
COPY_SETTING = "lights.rules"
"""The ledger's own presets as TOML text, a setting `lights.rules.<name>` for each, so that two
ledgers that each made one keep both when they are merged; they win over those that ship.
"""


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a rule: gaps from this edge on have this light; `strict` leaves the edge out."""

    edge: float
    light: Light
    strict: bool = False
    word: str = ""

    def holds(self, gap: float) -> bool:
        """Say whether a gap reaches this step."""
        return gap > self.edge + EPSILON if self.strict else gap >= self.edge - EPSILON


BELOW = Step(float("-inf"), Light.RED)
"""Where a gap falls that reaches no step."""


@dataclass(frozen=True, slots=True)
class LightRules:
    """A preset: steps for each kind of gap, best light first."""

    name: str
    flow: tuple[Step, ...]
    growth: tuple[Step, ...]
    level: tuple[Step, ...]
    rank: tuple[Step, ...]
    peers: bool = False
    catch_up: bool = False


def step_of(gap: float, steps: tuple[Step, ...]) -> Step:
    """Return the step of a gap (pp, share or places, positive is good)."""
    for step in steps:
        if step.holds(gap):
            return step
    return BELOW


def step_among_peers(gap: float, growth: float, average: float | None) -> Step:
    """Return the step of a growth held against its target and its peers' average (both in %)."""
    beats_peers = average is None or growth >= average - EPSILON
    if gap >= -EPSILON and beats_peers:
        return Step(0.0, Light.GREEN)
    return Step(0.0, Light.YELLOW) if growth >= -EPSILON else BELOW


def _step(row: Mapping[str, Any]) -> Step:
    strict = "above" in row
    edge = float(row["above"] if strict else row["at_least"])
    return Step(edge, Light(row["light"]), strict, str(row.get("word", "")))


def _rule(name: str, row: Mapping[str, Any]) -> LightRules:
    flow, growth, level, rank = (
        tuple(_step(step) for step in row[part]) for part in ("flow", "growth", "level", "rank")
    )
    peers, catch_up = bool(row.get("peers", False)), bool(row.get("catch_up", False))
    return LightRules(name, flow, growth, level, rank, peers, catch_up)


def read_rules(text: str) -> Mapping[str, LightRules]:
    """Read presets from TOML text. Raises BadValue with what is wrong."""
    try:
        return {name: _rule(name, rule) for name, rule in read_toml(text).items()}
    except (LookupError, TypeError, ArithmeticError, ValueError, AttributeError) as wrong:
        raise BadValue(f"亮灯规则读不懂（{wrong}），请照 lights.toml 的写法改正。") from wrong


@cache
def presets() -> Mapping[str, LightRules]:
    """Read the presets that ship (resources/rules/lights.toml)."""
    return read_rules((ROOT / "rules" / "lights.toml").read_text(encoding="utf-8"))


@cache
def _rules(name: str, copy: str) -> LightRules:
    known = dict(presets()) | (dict(read_rules(copy)) if copy else {})
    if name not in known:
        raise UnknownName(f"没有亮灯规则“{name}”，可用：{'、'.join(known)}。")
    return known[name]


def rules_of(settings: Mapping[str, str], preset: str | None = None) -> LightRules:
    """Return the rules of a ledger, or one of its presets by name. Raises UnknownName.

    Where the preset in force is gone (a merge, a hand at the file) the ledger stays usable:
    默认 judges, and `missing_preset` says so.
    """
    own = own_text(settings)
    if preset is not None:
        return _rules(preset, own)
    missing = missing_preset(settings)
    return _rules(DEFAULT_PRESET if missing else settings.get(PRESET_SETTING, DEFAULT_PRESET), own)


def missing_preset(settings: Mapping[str, str]) -> str:
    """Name the preset that is in force but that nobody holds; empty where all is well."""
    name = settings.get(PRESET_SETTING, DEFAULT_PRESET)
    return "" if name in presets() or name in read_rules(own_text(settings)) else name


def own_text(settings: Mapping[str, str]) -> str:
    """Return the texts of all own presets as one."""
    held = sorted(name for name in settings if name.startswith(COPY_SETTING))
    return "\n".join(settings[name] for name in held)


def preset_names(settings: Mapping[str, str]) -> tuple[str, ...]:
    """Name the presets a ledger can choose from: those that ship, then its own. Raises BadValue."""
    return tuple(dict(presets()) | dict(read_rules(own_text(settings))))


def default_rules() -> LightRules:
    """Return the preset 默认."""
    return presets()[DEFAULT_PRESET]
