"""Scoring schemes of 季考核 and 年终总评: presets that ship as data, or the ledger's own copy."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from types import MappingProxyType
from typing import Any

from resources import ROOT
from tracker.errors import BadValue, UnknownName
from tracker.toml_text import read_toml

COPY_SETTING = "assessment.schemes"
"""The ledger's own schemes as TOML text, a setting `assessment.schemes.<name>` for each; they
win over those that ship.
"""


class SchemeKind(StrEnum):
    """How a line's share f of its weight is found."""

    COMPLETION = "completion"
    ALL_OR_NOTHING = "all_or_nothing"
    BY_RANK = "by_rank"


@dataclass(frozen=True, slots=True)
class Scheme:
    """A scoring scheme: points by indicator id, and caps (`cap` None: 不封顶)."""

    name: str
    kind: SchemeKind
    cap: float | None
    weights: Mapping[str, float]
    bonus_cap: float
    deduction_cap: float


def read_schemes(text: str) -> Mapping[str, Scheme]:
    """Read schemes from TOML text. Raises BadValue with what is wrong."""
    try:
        return {name: _scheme(name, row) for name, row in read_toml(text).items()}
    except (LookupError, TypeError, ArithmeticError, ValueError, AttributeError) as wrong:
        raise BadValue(f"计分办法读不懂（{wrong}），请照 assessment.toml 的写法改正。") from wrong


def _scheme(name: str, row: Mapping[str, Any]) -> Scheme:
    cap = float(row.get("cap", 1.0))
    weights = {str(key): float(points) for key, points in row["weights"].items()}
    if any(points < 0 for points in weights.values()):
        raise ValueError(f"{name} 的权重不能为负")
    return Scheme(
        name,
        SchemeKind(row["kind"]),
        cap if cap > 0 else None,
        MappingProxyType(weights),
        float(row.get("bonus_cap", 0.0)),
        float(row.get("deduction_cap", 0.0)),
    )


@cache
def schemes() -> Mapping[str, Scheme]:
    """Read the schemes that ship (resources/rules/assessment.toml)."""
    return read_schemes((ROOT / "rules" / "assessment.toml").read_text(encoding="utf-8"))


def own_schemes(settings: Mapping[str, str]) -> dict[str, Scheme]:
    """Return the ledger's own schemes, a setting `assessment.schemes.<name>` each."""
    held = sorted(name for name in settings if name.startswith(COPY_SETTING))
    return dict(read_schemes("\n".join(settings[name] for name in held)))


def scheme_of(settings: Mapping[str, str], name: str) -> Scheme:
    """Return a scheme by name, the ledger's own copy first. Raises UnknownName, BadValue."""
    known = dict(schemes()) | own_schemes(settings)
    if name not in known:
        raise UnknownName(f"没有计分办法“{name}”，可用：{'、'.join(known)}。")
    return known[name]
