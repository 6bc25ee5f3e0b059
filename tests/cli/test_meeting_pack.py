"""guoban meeting-pack and the looks and sizes of export, on real ledgers."""

import json
from pathlib import Path

import pytest
from PIL import Image

from tests.cli.conftest import Guoban

APRIL = ("--as-of", "2023-04", "--made-on", "2023-05-10")


def test_a_pack_is_put_into_a_new_folder(guoban: Guoban, sample: str, tmp_path: Path) -> None:
    words = ("meeting-pack", *APRIL, "--ledger", sample, "--chart", "board", "--workers", "1")
    said = guoban(*words, "--out", "pack")
    assert said.code == 0
    assert "会前包已放进 pack" in said.out
    about = json.loads((tmp_path / "pack/manifest.json").read_text("utf-8"))
    assert about["as_of"] == "2023-04"
    again = guoban(*words, "--out", "pack", "--json")
    assert again.json["fingerprint"] == about["fingerprint"]
    assert len(again.json["files"]) == 6


def test_an_unknown_indicator_is_told(guoban: Guoban, sample: str) -> None:
    said = guoban("meeting-pack", "--indicator", "nothing", "--ledger", sample, "--out", "a")
    assert said.code == 1
    assert "nothing" in said.sentence


def test_centimetres_and_dots_make_pixels(guoban: Guoban, sample: str, tmp_path: Path) -> None:
    said = guoban("export", "board", *APRIL, "--cm", "16x9", "--dpi", "300", "--style", "dark",
                  "--ledger", sample, "--out", "a.png", "--json")  # fmt: skip
    assert (said.json[0]["width"], said.json[0]["height"]) == (1890, 1063)
    assert said.json[0]["preset"] is None
    image = Image.open(tmp_path / "a.png")
    assert image.size == (1890, 1063)
    assert image.getpixel((0, 0))[:3] == (0x17, 0x21, 0x2A)  # type: ignore[index]


def test_svg_text_larger_and_with_an_own_source(
    guoban: Guoban, sample: str, tmp_path: Path
) -> None:
    guoban("export", "board", *APRIL, "--size", "1600x1000", "--text-as", "text",
           "--text-size", "large", "--source", "统计局，其余示例", "--ledger", sample,
           "--out", "a.svg")  # fmt: skip
    svg = (tmp_path / "a.svg").read_text("utf-8")
    assert "数据：统计局，其余示例。</text>" in svg


def test_every_indicator_and_a_skipped_size(guoban: Guoban, sample: str, tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    said = guoban("export", "trajectory", *APRIL, "--every", "--preset", "square",
                  "--ledger", sample, "--out", "out", "--json")  # fmt: skip
    assert len(said.json) == len(list((tmp_path / "out").iterdir())) == 17
    (tmp_path / "all").mkdir()
    said = guoban("export", "all", *APRIL, "--preset", "banner", "--ledger", sample, "--out", "all")
    assert said.code == 0
    assert "trajectory 没有尺寸 banner，跳过" in said.err
    assert (tmp_path / "all/board_620000_2023-04_banner.png").is_file()


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--size", "9x9", "--preset", "slide"), "只能用一种"),
        (("--size", "900x900", "--cm", "9x9"), "--size 和 --cm 只能写一个"),
        (("--dpi", "300"), "--dpi 要和 --cm 一起用"),
        (("--indicator", "gdp", "--every"), "--indicator 和 --every 只能写一个"),
        (("--style", "gold"), "paper、white、transparent、transparent_dark、dark、mono"),
    ],
)
def test_words_that_exclude_each_other_are_wrong_usage(
    guoban: Guoban, sample: str, words: tuple[str, ...], told: str
) -> None:
    said = guoban("export", "trajectory", *words, *APRIL, "--ledger", sample, "--out", "a.png")
    assert said.code == 2
    assert told in said.sentence


def test_a_size_that_cannot_be_read_is_told(guoban: Guoban, sample: str) -> None:
    said = guoban("export", "board", "--size", "big", *APRIL, "--ledger", sample, "--out", "a.png")
    assert said.code == 1
    assert "1200x800" in said.sentence
