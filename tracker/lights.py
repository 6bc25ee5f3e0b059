"""Lights: rule presets as data, and the step of a rule that a gap falls on."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from resources import ROOT
from tracker.indicators import Light

EPSILON = 1e-9
"""Comparisons are made on unrounded values, with this much grace for binary fractions."""

DEFAULT_PRESET = "默认"


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a rule: gaps of at least this edge have this light."""

    at_least: float
    light: Light


@dataclass(frozen=True, slots=True)
class LightRules:
    """A preset: steps for each kind of gap, best light first. Below the last step it is red."""

    name: str
    flow: tuple[Step, ...]
    growth: tuple[Step, ...]
    level: tuple[Step, ...]
    rank: tuple[Step, ...]


def light_of(gap: float, steps: tuple[Step, ...]) -> Light:
    """Return the light of a gap (pp, share or places, positive is good)."""
    for step in steps:
        if gap >= step.at_least - EPSILON:
            return step.light
    return Light.RED


def _steps(rows: list[Mapping[str, object]]) -> tuple[Step, ...]:
    return tuple(Step(float(str(row["at_least"])), Light(str(row["light"]))) for row in rows)


@cache
def presets() -> Mapping[str, LightRules]:
    """Read the presets that ship (resources/rules/lights.toml)."""
    text = (ROOT / "rules" / "lights.toml").read_text(encoding="utf-8")
    return {
        name: LightRules(
            name,
            _steps(rule["flow"]),
            _steps(rule["growth"]),
            _steps(rule["level"]),
            _steps(rule["rank"]),
        )
        for name, rule in tomllib.loads(text).items()
    }


def default_rules() -> LightRules:
    """Return the preset 默认."""
    return presets()[DEFAULT_PRESET]
