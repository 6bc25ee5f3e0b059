"""The ledger's own copies of rules and schemes as the TOML text that their settings hold.

Two known shapes need thirty lines; a library that writes any TOML would be one more thing to
install, and what is written here is read back by the program's own reader before it is saved.
"""

import json
from collections.abc import Iterable, Mapping

from tracker.assessment.schemes import Scheme
from tracker.lights import LightRules, Step


def rules_text(rules: Mapping[str, LightRules]) -> str:
    """Write presets as resources/rules/lights.toml does; empty for none."""
    return "\n".join(_rules(name, one) for name, one in rules.items())


def schemes_text(schemes: Mapping[str, Scheme]) -> str:
    """Write schemes as resources/rules/assessment.toml does; empty for none."""
    return "\n".join(_scheme(name, one) for name, one in schemes.items())


def _rules(name: str, rules: LightRules) -> str:
    lines = [f"[{_quoted(name)}]"]
    lines += [f"{flag} = true" for flag in ("peers", "catch_up") if getattr(rules, flag)]
    ladders = {
        "flow": rules.flow, "growth": rules.growth, "level": rules.level, "rank": rules.rank,
    }  # fmt: skip
    lines += [f"{part} = [{_joined(map(_step, steps))}]" for part, steps in ladders.items()]
    return "\n".join(lines) + "\n"


def _step(step: Step) -> str:
    edge = "above" if step.strict else "at_least"
    word = f", word = {_quoted(step.word)}" if step.word else ""
    return f"{{ {edge} = {float(step.edge)!r}, light = {_quoted(step.light.value)}{word} }}"


def _scheme(name: str, scheme: Scheme) -> str:
    weights = (f"{_quoted(key)} = {float(points)!r}" for key, points in scheme.weights.items())
    lines = (
        f"[{_quoted(name)}]",
        f"kind = {_quoted(scheme.kind.value)}",
        f"cap = {0.0 if scheme.cap is None else float(scheme.cap)!r}",
        f"bonus_cap = {float(scheme.bonus_cap)!r}",
        f"deduction_cap = {float(scheme.deduction_cap)!r}",
        f"weights = {{ {_joined(weights)} }}" if scheme.weights else "weights = {}",
    )
    return "\n".join(lines) + "\n"


def _joined(parts: Iterable[str]) -> str:
    return ", ".join(parts)


def _quoted(text: str) -> str:
    """Quote as JSON does: TOML's basic strings know the same escapes."""
    return json.dumps(text, ensure_ascii=False)
