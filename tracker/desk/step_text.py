"""A ladder of a rule as people write it: ≥0 达标；＞−10 达标 接近；≥−30 临界."""

import re

from tracker.desk.rule_editing import LADDER_SCALES
from tracker.errors import BadValue
from tracker.indicators import Light
from tracker.lights import Step
from tracker.wording import LIGHT_WORDS, plain

_ALSO = {
    "绿": Light.GREEN,
    "黄": Light.YELLOW,
    "红": Light.RED,
    "达标": Light.GREEN,
    "临界": Light.YELLOW,
    "滞后": Light.RED,
}
_LIGHTS = _ALSO | {
    word: light
    for light in (Light.GREEN, Light.YELLOW, Light.RED)
    for word in (*LIGHT_WORDS[light].split(), light.value)
}
"""What a step may be called: in Chinese, in the language of the screen, or by its id."""
_STEP = re.compile(r"(>=|>)\s*([+-]?[\d.]+)\s*(\S+)(?:\s+(\S+))?")
_SAME = str.maketrans({"≥": ">=", "＞": ">", "−": "-", "－": "-", "％": " ", "%": " "})


def read_steps(text: str, part: str) -> tuple[Step, ...]:
    """Read the steps of a ladder, best first. Raises BadValue naming the step."""
    found = []
    for written in re.split(r"[;；,，、]", text):
        if not written.strip():
            continue
        match = _STEP.fullmatch(written.translate(_SAME).strip())
        light = None if match is None else _LIGHTS.get(match[3])
        if match is None or light is None:
            raise BadValue(f"“{written.strip()}”不是一档规则，请写成 ≥0 达标 或 ＞-10 达标 接近。")
        found.append(Step(read_edge(match[2], part), light, match[1] == ">", match[4] or ""))
    return tuple(found)


def read_edge(text: str, part: str) -> float:
    """Read an edge in the unit it is shown in. Raises BadValue."""
    try:
        return float(text.translate(_SAME)) / LADDER_SCALES.get(part, 1.0)
    except ValueError:
        raise BadValue(f"“{text.strip()}”不是界限，请填一个数，如 -5。") from None


def edge_text(step: Step, part: str) -> str:
    """Write an edge in the unit it is shown in: −5."""
    return plain(round(step.edge * LADDER_SCALES.get(part, 1.0), 9) + 0.0)


def steps_text(steps: tuple[Step, ...], part: str) -> str:
    """Write a ladder; below its last step it is red."""
    written = (
        f"{'＞' if step.strict else '≥'}{edge_text(step, part)} {LIGHT_WORDS[step.light]}"
        + (f" {step.word}" if step.word else "")
        for step in steps
    )
    return "；".join(written)
