"""File names come from a template and are taken by every file system."""

import pytest

from tests.charts.conftest import wanted
from tracker.charts.file_names import cleaned, distinct, picture_stem
from tracker.errors import BadValue
from tracker.snapshot import Snapshot


def test_a_picture_is_named_after_what_it_shows(sample: Snapshot) -> None:
    course = wanted("trajectory", "2023-04")
    assert picture_stem(sample, course) == "轨迹_招商引资_甘肃省_2023-04_slide"
    assert picture_stem(sample, wanted()) == "双过半标尺_甘肃省_2023-06_slide"


def test_the_template_decides(sample: Snapshot) -> None:
    template = "{indicator}_{region}_{as_of}_{preset}"
    course = wanted("trajectory", "2023-04")
    assert picture_stem(sample, course, template) == "招商引资_甘肃省_2023-04_slide"
    assert picture_stem(sample, wanted(), template) == "双过半标尺_甘肃省_2023-06_slide"


@pytest.mark.parametrize(
    ("template", "words"),
    [("{month}", "{month}"), ("{as_of", "不成对"), ("{as_of!r}", "as_of!r"), ("{region:>9}", ">9")],
)
def test_a_wrong_template_names_the_fields(sample: Snapshot, template: str, words: str) -> None:
    with pytest.raises(BadValue) as caught:
        picture_stem(sample, wanted(), template)
    assert words in str(caught.value)


@pytest.mark.parametrize(
    ("name", "clean"),
    [
        ('a/b\\c:d*e?f"g<h>i|j', "a-b-c-d-e-f-g-h-i-j"),
        ("con", "_con"),
        ("LPT1.png", "_LPT1.png"),
        ("  .尾巴. ", "尾巴"),
        ("一\n二\t三", "一 二 三"),
        ("...", "图"),
    ],
)
def test_what_a_file_system_refuses_is_replaced(name: str, clean: str) -> None:
    assert cleaned(name) == clean


def test_long_names_are_cut_at_a_character() -> None:
    name = cleaned("长" * 200)
    assert set(name) == {"长"}
    assert len(name.encode()) <= 180


def test_names_that_are_taken_are_numbered_whatever_their_capitals() -> None:
    assert distinct("GDP", []) == "GDP"
    assert distinct("GDP", ["gdp", "GDP_2"]) == "GDP_3"
