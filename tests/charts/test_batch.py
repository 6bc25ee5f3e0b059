"""A batch draws a set over regions and months with several processes, and can be resumed."""

import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.charts.conftest import MADE_ON, wanted
from tests.in_memory import PROVINCE, Figures
from tracker.charts.archive import redated, write_zip, zipped
from tracker.charts.batch import BatchPlan, PictureSet, Planned, Running, plan_batch, run_batch
from tracker.charts.batch_report import failure_words
from tracker.charts.export import render
from tracker.errors import BadValue, ExportError
from tracker.indicators import RegionLevel
from tracker.periods import Month
from tracker.snapshot import Snapshot

APRIL, JUNE = Month(2023, 4), Month(2023, 6)
SMALL = PictureSet(
    ("board", "trajectory"), ("square", "banner"), ("png", "svg"), ("funds_in_place",)
)


@pytest.fixture(scope="module")
def plan(sample: Snapshot) -> BatchPlan:
    return plan_batch(sample, SMALL, [PROVINCE], [APRIL, JUNE], MADE_ON)


@pytest.fixture(scope="module")
def done(plan: BatchPlan, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder into which two processes wrote the plan."""
    folder = tmp_path_factory.mktemp("batch")
    steps: list[tuple[int, int]] = []
    report = run_batch(plan, folder, Running(workers=2, progress=lambda *at: steps.append(at)))
    assert report.complete
    assert steps == [(step, 6) for step in range(1, 7)]
    assert [path.name for path in report.files] == sorted(plan.files)
    return folder


def test_a_plan_multiplies_and_says_what_it_skips(plan: BatchPlan) -> None:
    assert len(plan.pictures) == 6
    assert plan.files[:2] == (
        "双过半标尺_甘肃省_2023-04_square.png",
        "双过半标尺_甘肃省_2023-04_square.svg",
    )
    assert plan.skipped == ("轨迹没有公众号头图尺寸，跳过。",)


def test_no_indicator_named_takes_every_one_with_a_figure(sample: Snapshot) -> None:
    every = plan_batch(sample, PictureSet(("trajectory",)), [PROVINCE], [APRIL, JUNE], MADE_ON)
    months = [one.request.as_of for one in every.pictures]
    assert (months.count(APRIL), months.count(JUNE)) == (17, 17)
    assert len(set(every.files)) == len(every.pictures)


def test_names_that_would_meet_are_numbered(sample: Snapshot) -> None:
    chosen = PictureSet(("board",), ("square", "slide"), template="图")
    assert plan_batch(sample, chosen, [PROVINCE], [APRIL], MADE_ON).files == ("图.png", "图_2.png")


def test_counties_are_compared_where_a_chart_of_the_province_can() -> None:
    held = Figures().actual("gdp", "2023-04", 6.1).snapshot()
    chosen = PictureSet(
        ("board", "ranking"), indicators=("gdp",), level=RegionLevel.COUNTY, template="{region}"
    )
    plan = plan_batch(held, chosen, [PROVINCE, "620100"], [APRIL], MADE_ON)
    levels = {(one.request.chart, one.request.region): one.request.level for one in plan.pictures}
    assert levels == {
        ("board", PROVINCE): None,
        ("ranking", PROVINCE): RegionLevel.COUNTY,
        ("board", "620100"): None,
        ("ranking", "620100"): None,
    }
    assert plan.files[1] == "甘肃省各县区.png"


def test_nothing_to_draw_and_a_wrong_template_are_told(sample: Snapshot) -> None:
    poster = PictureSet(("trajectory",), ("poster",))
    with pytest.raises(ExportError, match="没有一张图可画") as caught:
        plan_batch(sample, poster, [PROVINCE], [APRIL], MADE_ON)
    assert "轨迹没有手机海报尺寸，跳过。" in str(caught.value)
    unnamed = PictureSet(("board",), template="{nothing}")
    with pytest.raises(BadValue, match="不能写"):
        plan_batch(sample, unnamed, [PROVINCE], [APRIL], MADE_ON)


def test_another_process_draws_the_same_bytes(sample: Snapshot, done: Path) -> None:
    here = render(sample, wanted("board", "2023-04", preset="banner"))
    assert (done / "双过半标尺_甘肃省_2023-04_banner.png").read_bytes() == here.content


def test_running_again_makes_only_what_is_missing(plan: BatchPlan, done: Path) -> None:
    gone = done / plan.files[3]
    before = gone.read_bytes()
    gone.unlink()
    report = run_batch(plan, done, Running(workers=1))
    assert report.written == (gone,)
    assert len(report.unchanged) == 11
    assert gone.read_bytes() == before


def one_picture(plan: BatchPlan, **changed: object) -> BatchPlan:
    """Return a plan with the first picture only."""
    first = plan.pictures[0]
    request = wanted("board", "2023-04", preset="banner", **changed)
    return BatchPlan((Planned(request, first.stem),), ("png",), "outlines", plan.figures)


def test_another_file_is_kept_unless_forced(plan: BatchPlan, tmp_path: Path) -> None:
    (tmp_path / plan.files[0]).write_text("mine", "utf-8")
    report = run_batch(one_picture(plan), tmp_path, Running(workers=1))
    assert "内容不同，没有覆盖" in report.failed[0][1]
    assert (tmp_path / plan.files[0]).read_text("utf-8") == "mine"
    assert run_batch(one_picture(plan), tmp_path, Running(workers=1, force=True)).complete


def test_a_picture_that_fails_its_checks_is_named_and_the_rest_goes_on(
    plan: BatchPlan, tmp_path: Path
) -> None:
    bad = one_picture(plan, title="很长的标题" * 40).pictures[0]
    good = Planned(wanted(preset="banner"), "good")
    mixed = BatchPlan((bad, good), ("png",), "outlines", plan.figures)
    report = run_batch(mixed, tmp_path, Running(workers=1))
    assert [path.name for path in report.written] == ["good.png"]
    assert report.failed[0][0].name == plan.files[0]
    assert "写好 1 个。1 个文件没有写成" in failure_words(report)


def test_cancel_stops_soon_and_says_what_is_left(plan: BatchPlan, tmp_path: Path) -> None:
    seen: list[int] = []
    run = Running(
        workers=1, progress=lambda number, _all: seen.append(number), cancelled=lambda: bool(seen)
    )
    report = run_batch(plan, tmp_path, run)
    assert report.cancelled
    assert report.written
    assert report.left
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(
        path.name for path in report.files
    )
    assert "已取消，再导出一次会接着做" in failure_words(report)


LIMITED = """
import resource, sys, pickle
from pathlib import Path
from tracker.charts.batch import Running, run_batch
from tracker.charts.batch_report import failure_words
if __name__ == "__main__":
    plan = pickle.loads(Path(sys.argv[1]).read_bytes())
    resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))
    report = run_batch(plan, Path(sys.argv[2]), Running(workers=1))
    print(len(report.written), len(report.left), failure_words(report), sep="|")
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limit")
def test_a_full_disk_keeps_what_is_whole_and_the_rest_is_made_later(
    plan: BatchPlan, tmp_path: Path
) -> None:
    import pickle

    folder, held, program = tmp_path / "out", tmp_path / "plan", tmp_path / "limited.py"
    folder.mkdir()
    small = Planned(wanted(preset="banner"), "small")
    large = Planned(wanted(preset="wall"), "large")
    third = Planned(wanted("board", "2023-04", preset="banner"), "third")
    full = BatchPlan((small, large, third), ("png",), "outlines", plan.figures)
    held.write_bytes(pickle.dumps(full))
    program.write_text(LIMITED, "utf-8")
    said = subprocess.run(
        [sys.executable, program, held, folder],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2]), "PYTHONUTF8": "1"},
    )
    written, left, words = said.stdout.strip().split("|")
    assert int(written) + int(left) == 2
    assert "磁盘已满" in words
    assert all(path.suffix == ".png" for path in folder.iterdir()), "no half-written file"
    report = run_batch(full, folder, Running(workers=1))
    assert report.complete
    assert len(report.unchanged) == int(written)


@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0, reason="nothing is forbidden to root"
)
def test_a_folder_that_may_not_be_written_is_told(plan: BatchPlan, tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    report = run_batch(one_picture(plan), tmp_path, Running(workers=1))
    tmp_path.chmod(0o700)
    assert "没有权限" in report.failed[0][1]


def test_a_missing_folder_is_told(plan: BatchPlan, tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="请先建好它"):
        run_batch(plan, tmp_path / "nowhere")
    folder = tmp_path / "gone"
    folder.mkdir()
    shutil.rmtree(folder)
    with pytest.raises(ExportError, match="没有文件夹"):
        run_batch(plan, folder)


def test_a_zip_holds_the_files_and_is_the_same_twice(done: Path, tmp_path: Path) -> None:
    files = sorted(done.iterdir())
    write_zip(tmp_path / "a.zip", files, MADE_ON)
    write_zip(tmp_path / "b.zip", list(reversed(files)), MADE_ON)
    assert (tmp_path / "a.zip").read_bytes() == (tmp_path / "b.zip").read_bytes()
    with zipfile.ZipFile(tmp_path / "a.zip") as packed:
        assert packed.testzip() is None
        assert packed.namelist() == [path.name for path in files]
        assert packed.read(files[0].name) == files[0].read_bytes()
    with pytest.raises(ExportError, match="没有覆盖"):
        write_zip(tmp_path / "a.zip", files, MADE_ON)


def test_a_package_is_dated_on_the_day(tmp_path: Path) -> None:
    first = zipped({"a.xml": b"<a/>"}, MADE_ON)
    other = MADE_ON.replace(year=1970)
    assert redated(zipped({"a.xml": b"<a/>"}, other), MADE_ON)[:30] == first[:30]
