"""The short form of make soak: edits and page switches leave nothing behind."""

from pathlib import Path
from typing import Any

from tests.torture.soak import Load, Reading, Soak, judged, open_window


def test_edits_and_switches_leave_nothing_behind(dressed: Any, tmp_path: Path) -> None:
    window = open_window(tmp_path)
    soak = Soak(window, tmp_path)
    warm = soak.run(Load(8, 0, 16))
    end = soak.run(Load(16, 0, 16))
    window.close()
    window.session.close()
    found = judged(warm, end)
    # Sixteen edits say nothing about latency; the long form does.
    assert [sentence for sentence in found if "an edit takes" not in sentence] == []


def test_what_grows_is_told() -> None:
    warm = Reading(100.0, 1, 0, 500, 1, 10.0, 1.0)
    grown = Reading(130.0, 2, 3, 600, 5, 20.0, 2.0)
    assert len(judged(warm, grown)) == 6
