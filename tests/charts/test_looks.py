"""Looks are data; lights stay apart in grey and for the common kinds of colour-blindness."""

import io
from itertools import combinations

import numpy as np
import pytest
from PIL import Image

from tests.charts.conftest import wanted
from tracker.charts.canvas import Canvas
from tracker.charts.checks import contrast
from tracker.charts.export import render
from tracker.charts.gallery import GALLERY
from tracker.charts.looks import CHOICES, LOOKS, look
from tracker.charts.marks import light
from tracker.charts.presets import SLIDE
from tracker.charts.style import chart_style
from tracker.errors import UnknownName
from tracker.indicators import Light
from tracker.snapshot import Snapshot

SIGHT = {
    "full": np.eye(3),
    "grey": np.tile([0.2126, 0.7152, 0.0722], (3, 1)),
    # Machado, Oliveira and Fernandes 2009, severity 1, on linear light.
    "protanopia": np.array(
        [
            [0.152286, 1.052583, -0.204868],
            [0.114503, 0.786281, 0.099216],
            [-0.003882, -0.048116, 1.051998],
        ]
    ),
    "deuteranopia": np.array(
        [
            [0.367322, 0.860646, -0.227968],
            [0.280085, 0.672501, 0.047413],
            [-0.011820, 0.042940, 0.968881],
        ]
    ),
    "tritanopia": np.array(
        [
            [1.255528, -0.076749, -0.178779],
            [-0.078411, 0.930809, 0.147602],
            [0.004733, 0.691367, 0.303900],
        ]
    ),
}

BLACK_INK = 5
"""How far the channels of the ink on dark tiles lie apart: black to every printer."""


def seen(colour: str, sight: str) -> str:
    """Return a colour as someone with that sight sees it."""
    channels = np.array([int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)])
    linear = np.where(channels <= 0.04045, channels / 12.92, ((channels + 0.055) / 1.055) ** 2.4)
    turned = np.clip(SIGHT[sight] @ linear, 0, 1)
    back = np.where(turned <= 0.0031308, turned * 12.92, 1.055 * turned ** (1 / 2.4) - 0.055)
    return "#" + "".join(f"{round(float(part) * 255):02X}" for part in back)


def mask(kind: Light, look_id: str = "paper") -> np.ndarray:
    """Return which pixels a light covers."""
    canvas = Canvas(chart_style(SLIDE, look_id))
    light(canvas, (960, 540), kind, 40)
    held = io.BytesIO()
    canvas.figure.savefig(held, format="png")
    drawn = np.asarray(Image.open(held).convert("RGB")).astype(int)[470:610, 890:1030]
    paper = drawn[0, 0]
    return np.abs(drawn - paper).sum(axis=2) > 60


@pytest.mark.parametrize("sight", list(SIGHT))
@pytest.mark.parametrize("look_id", LOOKS)
def test_every_light_stands_out_from_its_paper(look_id: str, sight: str) -> None:
    style = chart_style(SLIDE, look_id)
    paper = seen(style.paper_colour, sight)
    for kind in Light:
        assert contrast(seen(style.light_colour(kind), sight), paper) >= 3, kind


def test_without_any_colour_the_shapes_still_tell_the_lights_apart() -> None:
    masks = {kind: mask(kind) for kind in Light}
    for first, second in combinations(masks.values(), 2):
        shared = (first & second).sum() / (first | second).sum()
        assert shared < 0.85


def test_greys_of_the_print_look_order_the_lights_by_urgency() -> None:
    style = chart_style(SLIDE, "mono")
    calm, close, late = (
        contrast(style.light_colour(kind), style.paper_colour)
        for kind in (Light.GREEN, Light.YELLOW, Light.RED)
    )
    assert close / calm > 1.4
    assert late / close > 1.4


@pytest.mark.parametrize("chart", list(GALLERY))
def test_the_print_look_has_greys_only(sample: Snapshot, chart: str) -> None:
    size = GALLERY[chart].presets[0].id
    made = render(sample, wanted(chart, "2023-04", preset=size, paper="mono"))
    pixels = np.asarray(Image.open(io.BytesIO(made.content)).convert("RGB")).astype(int)
    assert (pixels.max(axis=2) - pixels.min(axis=2)).max() <= BLACK_INK


@pytest.mark.parametrize("look_id", LOOKS)
def test_words_are_readable_on_every_paper(look_id: str) -> None:
    held = look(look_id)
    for token in ("ink", "ink2", "ink3", "okt", "warnt", "badt", "nonet", "time"):
        assert contrast(held.colours[token], held.paper) >= 4.5, token
    for token in ("headertext", "headertime", "headerside"):
        assert contrast(held.colours[token], held.colours["header"]) >= 4.5, token


def test_every_look_has_the_same_colours_and_five_tiles() -> None:
    names = set(look("paper").colours)
    for look_id in LOOKS:
        assert set(look(look_id).colours) == names
        assert len(look(look_id).tiles) == 5
    names = [look(choice).name for choice in CHOICES]
    assert names == ["纸色", "白", "透明", "透明深", "深色", "黑白"]


def test_an_unknown_look_names_the_known_ones() -> None:
    with pytest.raises(UnknownName, match="white、transparent、transparent_dark、dark、mono"):
        look("gold")


@pytest.mark.parametrize("look_id", ["dark", "mono", "transparent", "transparent_dark"])
@pytest.mark.parametrize("chart", ["board", "trajectory"])
def test_pictures_pass_their_checks_in_every_look(
    sample: Snapshot, chart: str, look_id: str
) -> None:
    assert render(sample, wanted(chart, "2023-04", paper=look_id)).failed == []


@pytest.mark.parametrize("month", ["2023-04", "2023-06", "2023-11"])
@pytest.mark.parametrize(
    ("chart", "size"),
    [(chart, size.id) for chart in ("board", "trajectory") for size in GALLERY[chart].presets],
)
def test_larger_text_is_laid_out_again_and_still_passes(
    sample: Snapshot, chart: str, size: str, month: str
) -> None:
    made = render(sample, wanted(chart, month, preset=size, text_step="large"))
    assert made.failed == []


def test_larger_text_leaves_the_title_and_enlarges_the_rest() -> None:
    usual, large = chart_style(SLIDE), chart_style(SLIDE, text_step="large")
    assert large.type(20).size == pytest.approx(23)
    assert large.type(44).size == usual.type(44).size == 44
    with pytest.raises(UnknownName, match="没有字号“huge”"):
        chart_style(SLIDE, text_step="huge")
