"""Export checks: what must hold before a picture may leave the program (DESIGN.md section 9)."""

from collections.abc import Callable
from dataclasses import dataclass
from itertools import combinations

from tracker.charts.canvas import Canvas, TextBox

_SAMPLE = "示例"
_SOURCE = "数据"
_ENOUGH_CONTRAST = 4.5
_LARGE_TEXT_CONTRAST = 3.0
_LARGE_TEXT_PX = 24.0
_SLACK_PX = 0.5


@dataclass(frozen=True, slots=True)
class Check:
    """One check: `name` says what holds; `detail` is the sentence when it does not."""

    name: str
    passed: bool
    detail: str = ""


def run_checks(canvas: Canvas, *, is_sample: bool) -> list[Check]:
    """Check a drawn picture. Missing glyphs never get this far: drawing refuses them."""
    weights = len({text.type.weight for text in canvas.texts})
    preset = canvas.style.preset
    smallest = min((text.type.size for text in canvas.texts), default=preset.min_size)
    tests: list[tuple[str, Callable[[], str]]] = [
        ("标签不重叠", lambda: _overlap(canvas)),
        ("标签不出界", lambda: _outside(canvas)),
        (
            f"最小字号 {smallest:g}，达到{_spaced(preset.name)}下限",
            lambda: _too_small(canvas),
        ),
        ("来源与示例标注在图上", lambda: _source_missing(canvas, is_sample)),
        ("黑白打印仍可分辨", lambda: _too_pale(canvas)),
    ]
    done = [Check(f"字体 {weights} 款，无缺字", True)]
    for name, test in tests:
        detail = test()
        done.append(Check(name, not detail, detail))
    return done


def _spaced(name: str) -> str:
    """Put a space between Chinese and the letters or digits that a name begins or ends with."""
    return f"{' ' * name[0].isascii()}{name}{' ' * name[-1].isascii()}"


def _overlap(canvas: Canvas) -> str:
    """Name two texts that lie on each other."""
    for first, second in combinations(canvas.texts, 2):
        if first.box.overlaps(second.box):
            return f"“{first.text}”和“{second.text}”重叠，请换一个标题或尺寸。"
    for text in canvas.texts:
        for name, box in canvas.kept_clear:
            if text.box.overlaps(box):
                return f"“{text.text}”压住了{name}，请缩短这段文字或换一个尺寸。"
    return ""


def _outside(canvas: Canvas) -> str:
    """Name a text that leaves the picture or its margin; the margin bounds left and right."""
    margin = canvas.style.preset.margin - _SLACK_PX
    for text in canvas.texts:
        box = text.box
        inside = (
            box.left >= margin
            and box.right <= canvas.width - margin
            and box.top >= 0
            and box.bottom <= canvas.height
        )
        if not inside:
            return f"“{text.text}”超出页边，请缩短这段文字或换一个尺寸。"
    return ""


def _too_small(canvas: Canvas) -> str:
    """Name a text below the preset's smallest size."""
    least = canvas.style.preset.min_size
    for text in canvas.texts:
        if text.type.size < least:
            return f"“{text.text}”只有 {text.type.size:g} 号，小于 {least:g}，请换一个尺寸。"
    return ""


def _source_missing(canvas: Canvas, is_sample: bool) -> str:
    """Say that the picture does not tell where its figures come from."""
    wanted = _SAMPLE if is_sample else _SOURCE
    if any(wanted in text.text for text in canvas.texts):
        return ""
    return f"图上没有写“{wanted}”，请在页脚注明数据来源。"


def _too_pale(canvas: Canvas) -> str:
    """Name a text that is too close to its background in brightness."""
    for text in canvas.texts:
        if contrast(text.type.colour, text.background) < _contrast_needed(text):
            return f"“{text.text}”与底色太接近，黑白打印看不清，请换一种底色。"
    return ""


def _contrast_needed(text: TextBox) -> float:
    return _LARGE_TEXT_CONTRAST if text.type.size >= _LARGE_TEXT_PX else _ENOUGH_CONTRAST


def contrast(first: str, second: str) -> float:
    """Return the contrast ratio of two colours, 1–21, as WCAG defines it."""
    lighter, darker = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    channels = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
