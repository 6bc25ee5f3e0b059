"""guoban export: pictures of every kind, named, never overwritten, the same bytes each time."""

from pathlib import Path

import pytest

from tests.cli.conftest import Guoban
from tracker.charts.gallery import GALLERY
from tracker.charts.presets import PRESETS

APRIL = ("--as-of", "2023-04", "--made-on", "2023-05-10")


def png_size(path: Path) -> tuple[int, int]:
    """Return width and height in px from the header of a PNG."""
    head = path.read_bytes()[:24]
    assert head.startswith(b"\x89PNG")
    return int.from_bytes(head[16:20]), int.from_bytes(head[20:24])


def test_one_picture_goes_to_the_file_named(guoban: Guoban, sample: str, tmp_path: Path) -> None:
    words = ("export", "board", *APRIL, "--preset", "banner", "--ledger", sample, "--out")
    assert "board.png" in guoban(*words, "board.png").out
    assert png_size(tmp_path / "board.png") == (900, 383)
    guoban(*words, "again.png")
    assert (tmp_path / "again.png").read_bytes() == (tmp_path / "board.png").read_bytes()


def test_the_format_follows_the_file_name(guoban: Guoban, sample: str, tmp_path: Path) -> None:
    guoban("export", "trajectory", *APRIL, "--indicator", "loan_balance", "--preset", "square",
           "--ledger", sample, "--out", "loan.svg")  # fmt: skip
    assert "<svg" in (tmp_path / "loan.svg").read_text("utf-8")


def test_several_pictures_go_to_a_folder_by_name(
    guoban: Guoban, sample: str, tmp_path: Path
) -> None:
    (tmp_path / "out").mkdir()
    said = guoban("export", "all", *APRIL, "--preset", "square", "--preset", "banner",
                  "--ledger", sample, "--out", "out", "--json")  # fmt: skip
    made = {(one["chart"], one["preset"]) for one in said.json}
    wanted = {(chart.id, size) for chart in GALLERY.values() for size in ("square", "banner")}
    assert made == {pair for pair in wanted if PRESETS[pair[1]] in GALLERY[pair[0]].presets}
    assert {Path(one["path"]) for one in said.json} == {
        path.relative_to(tmp_path) for path in (tmp_path / "out").iterdir()
    }
    assert png_size(Path(said.json[0]["path"])) == (1080, 1080)


def test_an_existing_file_is_kept_unless_forced(
    guoban: Guoban, sample: str, tmp_path: Path
) -> None:
    (tmp_path / "board.png").write_text("mine", "utf-8")
    words = ("export", "board", *APRIL, "--preset", "banner", "--ledger", sample, "--out")
    said = guoban(*words, "board.png")
    assert (said.code, (tmp_path / "board.png").read_text("utf-8")) == (1, "mine")
    assert "--force" in said.sentence
    assert guoban(*words, "board.png", "--force").code == 0
    assert png_size(tmp_path / "board.png") == (900, 383)


@pytest.mark.parametrize("out", ["nowhere/board.png", "nowhere"])
def test_a_missing_folder_is_told(guoban: Guoban, sample: str, out: str) -> None:
    said = guoban("export", "board", *APRIL, "--ledger", sample, "--out", out)
    assert said.code == 1
    assert "nowhere" in said.sentence


def test_a_region_without_figures_is_told(guoban: Guoban, blank: str) -> None:
    said = guoban("export", "trajectory", "--ledger", blank, "--out", "a.png")
    assert said.code == 1
    assert "还没有数据" in said.sentence


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("trajectory", "--preset", "poster"), "slide、a4、square"),
        (("board", "--preset", "stamp"), "slide、a4、banner、poster、square"),
        (("all", "--preset", "stamp"), "stamp"),
        (("board", "--format", "gif"), "png、svg、pdf"),
        (("board", "--format", "pdf"), "a.png 和 --format pdf 不一致"),
        (("all",), "--out 要写一个文件夹"),
    ],
)
def test_what_cannot_be_drawn_is_wrong_usage(
    guoban: Guoban, sample: str, words: tuple[str, ...], told: str
) -> None:
    said = guoban("export", *words, *APRIL, "--ledger", sample, "--out", "a.png")
    assert said.code == 2
    assert told in said.sentence


def test_an_unknown_suffix_is_wrong_usage(guoban: Guoban, sample: str) -> None:
    said = guoban("export", "board", *APRIL, "--ledger", sample, "--out", "a.gif")
    assert said.code == 2
    assert "没有图片格式 gif" in said.sentence


def test_all_leaves_out_and_names_a_chart_that_has_nothing_to_draw(
    guoban: Guoban, public: str, tmp_path: Path
) -> None:
    told = guoban("export", "all", "--ledger", public, "--as-of", "2023-06", "--out", str(tmp_path))
    assert told.code == 0, told.err
    assert "tilemap 跳过：" in told.err
    assert (tmp_path / "board_620000_2023-06_slide.png").exists()


def test_all_with_nothing_at_all_is_an_error(guoban: Guoban, blank: str, tmp_path: Path) -> None:
    words = ("export", "all", "--ledger", blank, "--as-of", "2023-06", "--out", str(tmp_path))
    assert guoban(*words).code == 1


def test_a_level_is_for_charts_that_compare_regions(
    guoban: Guoban, sample: str, tmp_path: Path
) -> None:
    words = (*APRIL, "--ledger", sample, "--out", "x.png", "--level")
    refused = guoban("export", "board", *words, "county")
    assert (refused.code, "不分县区" in refused.err) == (1, True)
    guoban("export", "ranking", *words, "prefecture")
    assert png_size(tmp_path / "x.png") == (1920, 1080)
