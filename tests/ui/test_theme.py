"""The theme: tokens of the design, legible in both themes, filled into sheet, palette, icons."""

import re
import tomllib
from pathlib import Path

import pytest
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QPushButton

from resources import ROOT
from tracker.indicators import Light
from ui.theme import Theme
from ui.widgets.segmented import Segmented

THEMES = ("light", "dark")
TEXT_ON = {
    "surface": ("ink", "ink2", "ink3", "okt", "warnt", "badt", "nonet", "time", "accent"),
    "subtle": ("ink", "ink2", "ink3", "accent"),
    "nav": ("ink", "ink2"),
    "selected": ("ink", "ink2"),
    "okbg": ("okt",),
    "warnbg": ("warnt",),
    "badbg": ("badt",),
    "nonebg": ("nonet",),
    "accent": ("onaccent",),
}


def _luminance(value: str) -> float:
    parts = [int(value[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _contrast(one: str, other: str) -> float:
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("name", THEMES)
def test_text_stands_out_from_its_ground(name):
    tokens = Theme(ROOT, name).tokens
    poor = [
        (text, ground)
        for ground, texts in TEXT_ON.items()
        for text in texts
        if _contrast(tokens[text], tokens[ground]) < 4.5
    ]
    assert poor == []


def test_both_themes_have_the_same_tokens():
    light, dark = (tomllib.loads((ROOT / f"themes/{n}.toml").read_text("utf-8")) for n in THEMES)
    assert light["tokens"].keys() == dark["tokens"].keys()
    assert len(light["ramp"]["tiles"]) == len(dark["ramp"]["tiles"]) == 5


@pytest.mark.parametrize("name", THEMES)
def test_the_marks_of_the_style_sheet_have_the_colours_of_their_theme(name):
    values = {value.lower() for value in Theme(ROOT, name).tokens.values()}
    for mark in (ROOT / "themes" / name).glob("*.svg"):
        for color in re.findall(r"#[0-9A-Fa-f]{6}", mark.read_text("utf-8")):
            assert color.lower() in values, mark.name


@pytest.mark.parametrize("name", THEMES)
def test_the_style_sheet_is_filled_in_and_its_pictures_exist(name):
    sheet = Theme(ROOT, name).style_sheet
    assert "$" not in sheet.split("*/", 1)[1]
    for path in re.findall(r"url\(([^)]*)\)", sheet):
        assert Path(path).exists()


def test_the_palette_comes_from_the_tokens(dressed):
    theme = Theme(ROOT, "dark")
    assert theme.palette.color(QPalette.ColorRole.Window) == theme.color("surface")
    assert theme.palette.color(QPalette.ColorRole.Link) == theme.color("accent")


def test_a_light_has_a_colour_for_its_shape_its_word_and_its_ground(dressed):
    theme = Theme(ROOT, "light")
    for light in Light:
        colours = {
            color.name()
            for color in (
                theme.light_color(light),
                theme.light_text_color(light),
                theme.light_tint(light),
            )
        }
        assert len(colours) == 3


def test_icons_are_drawn_in_the_colour_asked_for(dressed):
    theme = Theme(ROOT, "light")
    picture = theme.pixmap("ruler", "badt", 18).toImage()
    seen = {
        picture.pixelColor(x, y).name()
        for x in range(picture.width())
        for y in range(picture.height())
        if picture.pixelColor(x, y).alpha() == 255
    }
    assert theme.color("badt").name() in seen
    assert theme.pixmap("ruler", "badt", 18, 2.0).width() == 36


def test_every_icon_can_be_drawn(dressed):
    theme = Theme(ROOT, "light")
    for file in (ROOT / "icons").glob("*.svg"):
        image = theme.pixmap(file.stem, "ink").toImage()
        opaque = sum(
            image.pixelColor(x, y).alpha() > 0
            for x in range(image.width())
            for y in range(image.height())
        )
        assert opaque > 4, file.name


def test_exactly_one_part_of_a_segmented_row_is_chosen(dressed, qtbot):
    row = Segmented([("ytd", "累计值"), ("month", "当月值"), ("rank", "位次")])
    qtbot.addWidget(row)
    row.show()
    heard = []
    row.chosen.connect(heard.append)
    row.choose("month")
    assert (row.value, heard) == ("month", [])
    row.button("rank").click()
    assert (row.value, heard) == ("rank", ["rank"])
    assert isinstance(row.button("ytd"), QPushButton)
    qtbot.keyClick(row.button("rank"), "h")
    row.button("month").setEnabled(False)
    from PySide6.QtCore import Qt

    qtbot.keyClick(row, Qt.Key.Key_Left)
    assert row.value == "ytd"  # steps over what is disabled
    qtbot.keyClick(row, Qt.Key.Key_Left)
    assert row.value == "ytd"
