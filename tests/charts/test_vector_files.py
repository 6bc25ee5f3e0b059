"""SVG as other programs read it: valid, named fonts with fallbacks, text that is text."""

import re
from xml.etree import ElementTree

import pytest

from tests.charts.conftest import wanted
from tracker.charts.export import render
from tracker.snapshot import Snapshot

SVG = "{http://www.w3.org/2000/svg}"


@pytest.mark.parametrize("text_as", ["outlines", "text"])
def test_an_svg_is_valid_and_sized_and_says_what_it_shows(sample: Snapshot, text_as: str) -> None:
    root = ElementTree.fromstring(render(sample, wanted(), "svg", text_as).content)
    assert root.tag == f"{SVG}svg"
    assert len((root.get("viewBox") or "").split()) == 4
    assert root.findtext(f"{SVG}title")
    assert "——双过半标尺图" in (root.findtext(f"{SVG}desc") or "")
    words = ["".join(one.itertext()) for one in root.iter(f"{SVG}text")]
    assert bool(words) == (text_as == "text")


def test_text_in_an_svg_names_fonts_that_any_system_can_replace(sample: Snapshot) -> None:
    held = render(sample, wanted(), "svg", "text").content.decode()
    named = set(re.findall(r"font-family: ([^;\"]+)", held))
    assert named
    assert all("sans-serif" in one for one in named)
    assert "甘肃" in held
