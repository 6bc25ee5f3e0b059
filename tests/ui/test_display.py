"""A machine without a screen is told so in a line; Qt itself would abort."""

import pytest

from ui import __main__ as program
from ui.display import NO_DISPLAY, has_display


def test_only_linux_may_have_no_display() -> None:
    assert not has_display({}, "linux")
    assert has_display({"DISPLAY": ":0"}, "linux")
    assert has_display({"WAYLAND_DISPLAY": "wayland-0"}, "linux")
    assert has_display({"QT_QPA_PLATFORM": "offscreen"}, "linux")
    assert has_display({}, "win32")


@pytest.mark.parametrize("words", [[], ["--ledger", "x.guoban"]])
def test_without_a_screen_guoban_says_so_and_leaves(
    words: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setattr("sys.argv", ["guoban", *words])
    assert program.main() == 1
    assert capsys.readouterr().err == f"{NO_DISPLAY}\n"
