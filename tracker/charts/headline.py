"""A person's own title set large, in as many lines as its room allows (banner and poster)."""

from dataclasses import dataclass

from tracker.charts.canvas import Canvas
from tracker.charts.style import Type

_NO_START = "，。；：、！？”）》%"
_PITCH = 1.28


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
    lines = [""]
    for letter in text:
        fits = canvas.width_of(lines[-1] + letter, type_) <= width
        if fits or letter in _NO_START:
            lines[-1] += letter
        else:
            lines.append(letter)
    return [line.strip() for line in lines if line.strip()]
