"""Sizes: presets as pixels and as paper, free sizes in px and cm, and what is refused."""

import io
import re

import pytest
from PIL import Image

from tests.charts.conftest import wanted
from tracker.charts.export import file_name, render
from tracker.charts.presets import PRESETS
from tracker.charts.sheet import centimetres, nearest_layout, pixels, preset_sheet
from tracker.errors import BadValue, ExportError
from tracker.snapshot import Snapshot


def test_wall_and_word_have_their_pixels() -> None:
    assert PRESETS["wall"].size_text == "3840 × 2160"
    assert PRESETS["word"].size_text == "1600 × 1000"


@pytest.mark.parametrize(("size", "inches"), [("slide", 13.33), ("a4", 8.27), ("word", 6.15)])
def test_a_picture_knows_how_large_it_is_on_paper(
    sample: Snapshot, size: str, inches: float
) -> None:
    image = Image.open(io.BytesIO(render(sample, wanted(preset=size)).content))
    assert image.size == (PRESETS[size].width_px, PRESETS[size].height_px)
    assert image.width / image.info["dpi"][0] == pytest.approx(inches, abs=0.01)


def test_a_pdf_is_as_large_as_its_paper(sample: Snapshot) -> None:
    made = render(sample, wanted(preset="a4"), "pdf").content
    box = re.search(rb"/MediaBox \[ 0 0 ([\d.]+) ([\d.]+) \]", made)
    assert box
    assert [float(side) / 72 for side in box.groups()] == pytest.approx([8.27, 11.69], abs=0.01)


def test_a_wall_picture_is_the_slide_with_twice_the_pixels(sample: Snapshot) -> None:
    wall = render(sample, wanted(preset="wall"))
    assert (wall.width, wall.height) == (3840, 2160)
    assert wall.failed == []
    assert "达到会议大屏下限" in "".join(check.name for check in wall.checks)


@pytest.mark.parametrize(
    ("text", "size"), [("1200x800", (1200, 800)), ("1000 × 1000", (1000, 1000))]
)
@pytest.mark.parametrize("chart", ["board", "trajectory"])
def test_any_size_in_pixels(sample: Snapshot, chart: str, text: str, size: tuple[int, int]) -> None:
    made = render(sample, wanted(chart, "2023-04", size=pixels(text)))
    assert (made.width, made.height) == size
    assert Image.open(io.BytesIO(made.content)).size == size
    assert made.failed == []


def test_centimetres_multiply_with_dots_per_inch(sample: Snapshot) -> None:
    size = centimetres("16x9", 300)
    assert (size.width_px, size.height_px) == (1890, 1063)
    made = render(sample, wanted(size=size))
    image = Image.open(io.BytesIO(made.content))
    assert image.size == (1890, 1063)
    assert image.info["dpi"][0] == pytest.approx(300, abs=0.01)
    assert made.failed == []


def test_twice_the_pixels_on_the_same_paper(sample: Snapshot) -> None:
    made = render(sample, wanted(preset="banner", scale=2.0))
    image = Image.open(io.BytesIO(made.content))
    assert image.size == (1800, 766)
    assert image.info["dpi"][0] == pytest.approx(144, abs=0.01)
    assert file_name(wanted(size=pixels("1200x800")), "png").endswith("_1200x800.png")


def test_on_small_paper_the_layout_with_larger_text_is_taken() -> None:
    offered = [PRESETS[name] for name in ("slide", "square", "word")]
    assert nearest_layout(pixels("1920x1080"), offered, "").id == "slide"
    assert nearest_layout(centimetres("16x9", 300), offered, "").id == "word"
    assert nearest_layout(centimetres("33x18.6", 150), offered, "").id == "slide"


def test_what_bleeds_takes_only_its_own_shape() -> None:
    poster = [PRESETS["poster"]]
    assert nearest_layout(pixels("540x960"), poster, "海报").id == "poster"
    with pytest.raises(ExportError, match="请用 手机海报"):
        nearest_layout(pixels("1200x800"), poster, "海报")


def test_too_small_a_size_says_how_large_it_must_be(sample: Snapshot) -> None:
    with pytest.raises(ExportError, match=r"300 × 200 像素太小.*请至少用 640 × 427"):
        render(sample, wanted(size=pixels("300x200")))


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (lambda: pixels("1200"), "请写成 1200x800 这样"),
        (lambda: pixels("20x20"), "每边请在 100 到 16000"),
        (lambda: pixels("15000x15000"), "太大"),
        (lambda: centimetres("16x9", 50), "请用 72 到 600"),
        (lambda: centimetres("16x9", 601), "请用 72 到 600"),
        (lambda: preset_sheet(PRESETS["slide"], 0), "请用 0.25 到 8"),
        (lambda: preset_sheet(PRESETS["wall"], 8), "像素"),
    ],
)
def test_sizes_out_of_range_are_told(make: object, words: str) -> None:
    with pytest.raises(BadValue, match=words):
        make()  # type: ignore[operator]
