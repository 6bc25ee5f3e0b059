"""The shipped fonts, loaded by path: which file draws which character, and how wide a text is."""

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from matplotlib.font_manager import FontProperties, findSystemFonts, get_font
from matplotlib.ft2font import LoadFlags

from resources import ROOT
from tracker.errors import ExportError

_FILES = {
    400: "NotoSansSC-Regular.ttf",
    500: "NotoSansSC-Medium.ttf",
    700: "NotoSansSC-Bold.ttf",
    900: "NotoSansSC-Black.ttf",
}
_FAMILIES = ("Noto Sans SC", "Source Han Sans SC", "Microsoft YaHei", "sans-serif")
"""What an SVG with text asks its reader's machine for, the shipped font first."""
_FALLBACK_WEIGHTS = {900: (900, 700), 700: (700,), 500: (500,), 400: (400,)}
"""The 900 file holds GB 2312 only; what it lacks is drawn in 700."""


class Run(NamedTuple):
    """A stretch of text that one font file draws."""

    path: str
    text: str


def font_file(weight: int) -> str:
    """Return the path of the shipped font of a weight (400, 500, 700 or 900)."""
    return str(ROOT / "fonts" / _FILES[weight])


def runs(text: str, weight: int) -> list[Run]:
    """Split a text by the font file that has its glyphs.

    Raises ExportError naming the first character that neither a shipped nor a system font has.
    """
    found: list[Run] = []
    for letter in text:
        path = _file_with(letter, weight)
        if found and found[-1].path == path:
            found[-1] = Run(path, found[-1].text + letter)
        else:
            found.append(Run(path, letter))
    return found


@lru_cache(maxsize=4096)
def run_width(run: Run, size: float) -> float:
    """Return the advance of a run at a size, both in px, as matplotlib will draw it unhinted."""
    font = get_font(run.path)
    font.clear()
    font.set_size(size, 72)
    font.set_text(run.text, 0.0, flags=LoadFlags.NO_HINTING)
    return float(font.get_width_height()[0]) / 64


def width(text: str, size: float, weight: int) -> float:
    """Return how wide a text is, in px."""
    return sum(run_width(run, size) for run in runs(text, weight))


@lru_cache(maxsize=256)
def properties(path: str, size: float) -> FontProperties:
    """Return what matplotlib needs to draw with a font file, without searching the system.

    Family and weight are for an SVG that keeps text as text: it names them, not the file.
    """
    weight = next((held for held in _FILES if font_file(held) == path), 400)
    return FontProperties(family=list(_FAMILIES), weight=weight, fname=path, size=size)


@lru_cache(maxsize=8192)
def _file_with(letter: str, weight: int) -> str:
    for candidate in _FALLBACK_WEIGHTS[weight]:
        path = font_file(candidate)
        if _has_glyph(path, letter):
            return path
    for path in _system_files():
        if _has_glyph(path, letter):
            return path
    raise ExportError(
        f"“{letter}”（U+{ord(letter):04X}）在自带字体和系统字体里都没有字形，"
        "请换一个字，或在系统里装上有这个字的字体后重试。"
    )


def _has_glyph(path: str, letter: str) -> bool:
    try:
        return bool(get_font(path).get_char_index(ord(letter)))
    except (RuntimeError, OSError):
        return False


@lru_cache(maxsize=1)
def _system_files() -> tuple[str, ...]:
    """Return the system's font files in a fixed order; only asked for when a glyph is missing."""
    return tuple(sorted(_scalable(findSystemFonts())))


def _scalable(paths: list[str]) -> Iterator[str]:
    return (path for path in paths if path.lower().endswith((".ttf", ".otf", ".ttc")))
