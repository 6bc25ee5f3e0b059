"""The scripted tour drives the real window; what it types stands in the ledger afterwards."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from tests.conftest import open_store
from tracker.errors import TrackerError
from tracker.indicators import CellKey, Measure, TargetKey
from tracker.periods import Horizon, Month
from ui.page_registry import ENTRIES
from ui.tour import ENTERED, HALF_YEAR_TARGETS, Tour, show_around

ROOT = Path(__file__).parents[2]


@pytest.fixture
def tour(dressed: QApplication, tmp_path: Path) -> Tour:
    """A tour with folders of its own."""
    pictures, scratch = tmp_path / "pictures", tmp_path / "scratch"
    pictures.mkdir()
    scratch.mkdir()
    return Tour(dressed, pictures, scratch)


def test_what_the_tour_types_stands_in_the_ledger(tour: Tour, tmp_path: Path) -> None:
    tour.fill_in_the_public_ledger()
    with open_store(tmp_path / "scratch/gansu-2023.guoban") as store:
        snapshot = store.snapshot()
        for name, values in ENTERED.items():
            indicator = snapshot.indicator(name)
            for month, typed in zip((4, 5), values, strict=True):
                key = CellKey(
                    name, "620000", Month(2023, month), indicator.judged_by, indicator.basis
                )
                actual = snapshot.actual(key)
                assert actual is not None
                assert actual.value == float(typed)
                assert store.history(key)[0].author == "演示"
        for name, typed in HALF_YEAR_TARGETS.items():
            measure = snapshot.indicator(name).judged_by
            target = TargetKey(name, "620000", 2023, Horizon.H1, measure)
            in_force = snapshot.target_in_force(target, Month(2023, 6))
            assert in_force is not None
            assert in_force.value == float(typed)
            assert in_force.key.measure in (Measure.AMOUNT, Measure.GROWTH)
    (exported,) = (tmp_path / "pictures").glob("gansu-2023_exported_*.png")
    assert QImage(str(exported)).width() == 1920


def test_a_folder_that_cannot_be_made_is_told(
    dressed: QApplication, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").touch()
    assert show_around(dressed, tmp_path / "file" / "pictures") == 1
    assert capsys.readouterr().err.count("\n") == 1


def test_a_known_error_ends_the_tour_with_its_sentence(
    dressed: QApplication,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def fail(_: Tour) -> None:
        raise TrackerError("台账打不开。")

    monkeypatch.setattr(Tour, "fill_in_the_public_ledger", fail)
    assert show_around(dressed, tmp_path) == 1
    assert capsys.readouterr().err == "台账打不开。\n"


@pytest.mark.timeout(400)
def test_the_command_shows_every_page_and_chart_where_there_is_no_display(tmp_path: Path) -> None:
    hidden = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    environment = {name: value for name, value in os.environ.items() if name not in hidden}
    done = subprocess.run(
        [sys.executable, "-m", "ui", "tour", str(tmp_path / "pictures")],
        cwd=ROOT,
        env=environment | {"PYTHONUTF8": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "演示完成" in done.stdout
    assert len(list((tmp_path / "pictures").glob("sample_2023-0[46]_*.png"))) == 2 * len(ENTRIES)
    for entry in ENTRIES:
        picture = QImage(str(tmp_path / f"pictures/sample_2023-04_{entry.nav.name}.png"))
        assert (picture.width(), picture.height()) == (1440, 900)
    drawn = {path.stem for path in (tmp_path / "pictures").glob("*_620000_2023-04_*.png")}
    assert {f"board_620000_2023-04_{size}" for size in ("slide", "a4", "banner", "poster")} <= drawn
    assert "trajectory_funds_in_place_620000_2023-04_slide" in drawn
    steered = sorted(path.stem for path in (tmp_path / "pictures").glob("steer_light_*.png"))
    shown = ("changes", "edition-open", "import", "meetings", "split-regions", "split-stages")
    assert steered == [f"steer_light_{what}" for what in shown]
    assert len(list((tmp_path / "pictures").glob("steer_dark_*.png"))) == len(shown)


def test_calls_that_return_nothing_leave_the_count_of_none_alone() -> None:
    """PySide6 6.12.0 on Python 3.11 loses one at each call, until the interpreter ends."""
    thing = QObject()
    before = sys.getrefcount(None)
    for _ in range(1000):
        thing.setObjectName("name")
    assert sys.getrefcount(None) > before - 500
