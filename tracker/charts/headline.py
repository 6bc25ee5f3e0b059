"""A person's own title set large, in as many lines as its room allows (banner and poster)."""

import re
from dataclasses import dataclass

from tracker.charts.canvas import Canvas
from tracker.charts.style import Type

_NO_START = "，。；：、！？”）》%"
_PITCH = 1.28
_WORDS = re.compile(r"[!-~]+|.", re.DOTALL)


@dataclass(frozen=True, slots=True)
class OwnTitle:
    """The room of a title in px, and the sizes to try, largest first."""

    left: float
    top: float
    width: float
    height: float
    sizes: tuple[float, ...]


def draw_own_title(canvas: Canvas, title: str, room: OwnTitle, colour: str) -> None:
    """Set a title in the largest size whose lines fit the room; else in the smallest."""
    for size in room.sizes:
        type_ = Type(size, 900, colour)
        lines = break_lines(canvas, title, type_, room.width)
        if len(lines) * size * _PITCH <= room.height:
            break
    for index, line in enumerate(lines):
        canvas.text((room.left, room.top + size * (0.5 + index * _PITCH)), line, type_)


def break_lines(canvas: Canvas, text: str, type_: Type, width: float) -> list[str]:
    """Break a text into lines that fit, after punctuation where the parts fit, else anywhere.

    No line begins with punctuation.
    """
    parts = [part for part in text.replace("；", "，").split("，") if part]
    if len(parts) > 1 and all(canvas.width_of(part, type_) <= width for part in parts):
        return parts
    return wrapped(canvas, text, type_, width)


def wrapped(canvas: Canvas, text: str, type_: Type, width: float) -> list[str]:
    """Break prose into lines that fit; numbers stay whole and no line begins with punctuation."""
    lines = [""]
    for word in _unbroken(canvas, text, type_, width):
        fits = canvas.width_of((lines[-1] + word).rstrip(), type_) <= width
        if fits or not lines[-1]:
            lines[-1] += word
        elif word in _NO_START:
            # The letter before comes along, so that no line begins with punctuation.
            lines[-1], carried = lines[-1][:-1], lines[-1][-1]
            lines.append(carried + word)
        else:
            lines.append(word)
    return [line.strip() for line in lines if line.strip()]


def _unbroken(canvas: Canvas, text: str, type_: Type, width: float) -> list[str]:
    """Return what stays together: numbers and Latin words, unless one is wider than a line."""
    found: list[str] = []
    for word in _WORDS.findall(text):
        found += [word] if canvas.width_of(word, type_) <= width else list(word)
    return found
