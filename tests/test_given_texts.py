"""Texts that others wrote: JSON, TOML and themes are read, or refused with a sentence."""

from pathlib import Path

import pytest

from resources import ROOT
from tracker.assessment.schemes import read_schemes
from tracker.errors import BadValue
from tracker.json_text import read_json
from tracker.lights import read_rules
from tracker.theme_file import read_look, read_theme
from tracker.toml_text import read_toml

DEEP = 3000


@pytest.mark.parametrize(
    "text", ["[" * DEEP, '{"a":' * DEEP, "NaN", "-Infinity", "[1e999]", "", "{", "\x00", "1" * 5000]
)
def test_json_that_is_none_is_a_value_error(text: str) -> None:
    with pytest.raises(ValueError, match=r"\S"):
        read_json(text)


def test_json_is_read_as_it_is() -> None:
    assert read_json('{"数": [1, 2.5, null, "％s {0}"]}') == {"数": [1, 2.5, None, "％s {0}"]}


@pytest.mark.parametrize(
    "text", ["a = " + "[" * DEEP, "a = " + "{x=" * DEEP, "= 1", "a = 1e", "\x00"]
)
def test_toml_that_is_none_is_a_value_error_and_ends_rules_schemes_and_themes_in_a_sentence(
    text: str,
) -> None:
    with pytest.raises(ValueError, match=r"\S"):
        read_toml(text)
    for read in (read_rules, read_schemes, read_theme, read_look):
        with pytest.raises(BadValue, match="读不懂"):
            read(text)


@pytest.mark.parametrize(
    "path", sorted((ROOT / "themes").rglob("*.toml")), ids=lambda path: path.stem
)
def test_every_theme_that_ships_is_read(path: Path) -> None:
    read = read_look if path.parent.name == "charts" else read_theme
    assert read(path.read_text("utf-8"))


@pytest.mark.parametrize(
    "change",
    [
        ('ink = "#', 'ink = "url(#'),
        ("[tokens]", "[tokens]\nx = 1"),
        ("[tokens]", '[tokens]\nx = "red; } * { image: url(/etc/passwd)"'),
        ("[ramp]", "[other]"),
        ("dark =", "darker ="),
    ],
)
def test_a_theme_with_anything_but_colours_is_refused(change: tuple[str, str]) -> None:
    text = (ROOT / "themes" / "light.toml").read_text("utf-8")
    assert change[0] in text
    with pytest.raises(BadValue, match="配色文件读不懂"):
        read_theme(text.replace(*change, 1))
