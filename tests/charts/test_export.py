"""Export: the same input gives the same bytes, every check passes, and no file is half-written."""

import errno
from pathlib import Path

import pytest

from tests.charts.conftest import wanted
from tracker.charts import export
from tracker.charts.checks import run_checks
from tracker.charts.export import file_name, refuse_failed, render
from tracker.charts.gallery import GALLERY, draw
from tracker.charts.picture_files import write
from tracker.errors import ExportError, UnknownName
from tracker.snapshot import Snapshot

EVERY_SIZE = [(entry.id, size.id) for entry in GALLERY.values() for size in entry.presets]
OF_REGIONS = ("ranking", "tilemap", "movement", "contribution")
"""What cannot be drawn of a ledger that holds the province alone, and says so."""
RARE = "\U000f1234"
"""A private-use character: no font has a glyph for it."""


@pytest.mark.parametrize(
    ("chart", "size", "month"),
    [(*pair, ("2023-04", "2023-06")[turn % 2]) for turn, pair in enumerate(EVERY_SIZE)],
)
def test_every_chart_in_every_size_passes_the_checks(
    sample: Snapshot, chart: str, size: str, month: str
) -> None:
    made = render(sample, wanted(chart, month, preset=size))
    assert made.failed == []
    assert made.content[16:24] == made.width.to_bytes(4) + made.height.to_bytes(4)


@pytest.mark.parametrize(
    "indicator",
    ["loan_balance", "gdp", "cpi", "farmland_built", "energy_consumption", "retail_sales"],
)
@pytest.mark.parametrize("month", ["2023-02", "2023-06", "2022-12"])
def test_trajectories_of_every_kind_pass_the_checks(
    sample: Snapshot, indicator: str, month: str
) -> None:
    canvas = draw(sample, wanted("trajectory", month, indicator=indicator))
    assert [check for check in run_checks(canvas, is_sample=True) if not check.passed] == []


@pytest.mark.parametrize("month", ["2023-03", "2023-06"])
@pytest.mark.parametrize(
    ("chart", "size"),
    [(chart, size) for chart, size in EVERY_SIZE if chart in ("board", "trajectory", "heat")],
)
def test_public_figures_name_their_source(
    gansu: Snapshot, chart: str, size: str, month: str
) -> None:
    asked = wanted(chart, month, preset=size)
    if chart in OF_REGIONS:
        with pytest.raises(ExportError, match="请"):
            draw(gansu, asked)
        return
    canvas = draw(gansu, asked)
    assert [check for check in run_checks(canvas, is_sample=False) if not check.passed] == []


@pytest.mark.parametrize(
    ("chart", "image_format"),
    [(chart, kind) for chart in GALLERY for kind in ("png", "svg")] + [("trajectory", "pdf")],
)
def test_the_same_request_gives_the_same_bytes(
    sample: Snapshot, chart: str, image_format: str
) -> None:
    asked = wanted(chart, "2023-04", preset=GALLERY[chart].presets[0].id)
    assert (
        render(sample, asked, image_format).content == render(sample, asked, image_format).content
    )


def test_svg_draws_text_as_paths_and_pdf_embeds_truetype(sample: Snapshot) -> None:
    svg = render(sample, wanted(), "svg").content.decode()
    assert "<text" not in svg
    assert "<dc:date>" not in svg
    pdf = render(sample, wanted(preset="banner"), "pdf").content
    assert b"/FontFile2" in pdf or b"/Type0" in pdf
    assert b"20230718" in pdf


def test_a_character_without_glyph_is_named(sample: Snapshot) -> None:
    with pytest.raises(ExportError, match=r"U\+F1234.*都没有字形"):
        render(sample, wanted(title=f"外贸{RARE}滞后"))


def test_a_character_that_black_lacks_is_drawn_in_bold(sample: Snapshot) -> None:
    made = render(sample, wanted(preset="poster", title="鎏金岁月镕铸"))
    assert made.failed == []


def test_an_unknown_format_names_the_known_ones(sample: Snapshot) -> None:
    with pytest.raises(UnknownName, match="png、svg、pdf"):
        render(sample, wanted(), "bmp")


def test_a_title_that_runs_into_the_year_strip_is_refused(sample: Snapshot) -> None:
    made = render(sample, wanted(title="这个标题写得实在是太长了" * 5))
    with pytest.raises(ExportError, match="图没有导出：“这个标题"):
        refuse_failed(made)


def test_a_title_may_not_touch_the_year_strip(sample: Snapshot) -> None:
    made = render(sample, wanted(title="字" * 35))
    assert "压住了年条" in made.failed[0].detail


def test_export_writes_the_format_of_the_name(sample: Snapshot, tmp_path: Path) -> None:
    asked = wanted(preset="banner")
    export.export(sample, asked, tmp_path / "board.svg")
    export.export(sample, asked, tmp_path / file_name(asked, "png"))
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "board.svg",
        "board_620000_2023-06_banner.png",
    ]


def test_an_existing_file_is_kept_unless_forced(tmp_path: Path) -> None:
    path = tmp_path / "board.png"
    write(path, b"first")
    with pytest.raises(ExportError, match="已经有了，没有覆盖"):
        write(path, b"second")
    assert path.read_bytes() == b"first"
    write(path, b"second", force=True)
    assert path.read_bytes() == b"second"


def test_a_missing_folder_and_a_folder_as_name_are_told(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="nowhere”，请先建好它"):
        write(tmp_path / "nowhere" / "board.png", b"")
    with pytest.raises(ExportError, match="是一个文件夹"):
        write(tmp_path, b"")


@pytest.mark.parametrize(
    ("code", "reason"),
    [(errno.ENOSPC, "磁盘已满"), (errno.EACCES, "没有权限"), (errno.EIO, "写不进去")],
)
def test_a_failed_write_leaves_the_old_file_and_no_rest(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int, reason: str
) -> None:
    path = tmp_path / "board.png"
    write(path, b"old")

    def fail(_: int) -> None:
        raise OSError(code, "io")

    monkeypatch.setattr("os.fsync", fail)
    with pytest.raises(ExportError, match=reason):
        write(path, b"new", force=True)
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]
