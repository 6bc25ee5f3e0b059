"""Drafts: what a killed program left half-built is cleared away, what is being built stays."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tracker.drafts import draft_of, sweep, write_whole


def test_the_draft_of_a_dead_process_goes_and_a_living_ones_stays(tmp_path: Path) -> None:
    ended = subprocess.Popen([sys.executable, "-c", ""])
    ended.wait()
    dead = tmp_path / f".guoban-{ended.pid}-0123abcd.part"
    names = [dead, Path(f"{dead}-wal"), draft_of(tmp_path / "台账.guoban"), tmp_path / ".x.part"]
    for path in names:
        path.touch()
    assert set(sweep(tmp_path)) == set(names[:2])
    assert {path.name for path in tmp_path.iterdir()} == {path.name for path in names[2:]}


def test_a_draft_that_is_a_folder_goes_with_what_is_in_it(tmp_path: Path) -> None:
    ended = subprocess.Popen([sys.executable, "-c", ""])
    ended.wait()
    first, second = (tmp_path / f".guoban-{ended.pid}-0123abc{n}.part" for n in (1, 2))
    first.mkdir()
    (first / "a.csv").touch()
    second.touch()
    assert sweep(tmp_path) == [first, second]
    assert list(tmp_path.iterdir()) == []


def test_after_a_day_a_number_that_another_process_has_now_protects_nothing(
    tmp_path: Path,
) -> None:
    old = draft_of(tmp_path / "台账.guoban")
    old.touch()
    os.utime(old, (old.stat().st_atime, old.stat().st_mtime - 25 * 3600))
    assert sweep(tmp_path) == [old]


def test_a_file_is_written_whole_or_stays_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    write_whole(path, b"first")
    write_whole(path, b"second")
    (tmp_path / "folder").mkdir()
    with pytest.raises(IsADirectoryError):
        write_whole(tmp_path / "folder", b"third")
    assert path.read_bytes() == b"second"
    assert {one.name for one in tmp_path.iterdir()} == {"a.xlsx", "folder"}


def test_a_process_of_somebody_else_counts_as_living(tmp_path: Path) -> None:
    (tmp_path / ".guoban-1-0123abcd.part").touch()
    assert sweep(tmp_path) == []


def test_a_folder_that_is_not_there_is_no_fault(tmp_path: Path) -> None:
    assert sweep(tmp_path / "none") == []


def test_two_drafts_of_one_file_have_two_names(tmp_path: Path) -> None:
    path = tmp_path / "a"
    assert draft_of(path) != draft_of(path)
    assert str(os.getpid()) in draft_of(path).name
