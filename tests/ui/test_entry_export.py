"""导出 in the window: each kind of file is made off the window's thread and read back."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tracker.exchange.tables import read_sheets
from tracker.ledgers import LedgerKind
from tracker.storage.packets import read_packet
from ui import dialogs
from ui.entry_export import EntryExport
from ui.pages.entry import EntryPage


def test_every_line_of_the_menu_makes_its_file(
    open_window: Callable[..., Any], qtbot: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_window(LedgerKind.SAMPLE, page="entry", as_of="2023-04")
    page = window.page
    assert isinstance(page, EntryPage)
    exporting: EntryExport = page.files.exporting
    proposed: list[str] = []

    def name(_parent: object, path: Path, _kinds: str) -> Path:
        proposed.append(path.name)
        return tmp_path / path.name

    monkeypatch.setattr(dialogs, "choose_new_file", name)
    for action in exporting.menu.actions():
        with qtbot.waitSignal(exporting.done, timeout=20_000) as told:
            action.trigger()
        assert told.args[:2] == [f"已导出 {proposed[-1]}", "打开文件夹"]
    assert proposed == [
        "甘肃省 2023-04 填报表.xlsx",
        "甘肃省 2023-04.guobao",
        "台账 2023-04.xlsx",
        "台账 2023-04.csv",
    ]
    form, packet, workbook, table = (tmp_path / one for one in proposed)
    assert read_sheets(form)[0].rows
    assert read_packet(packet.read_bytes(), packet.name).month == "2023-04"
    assert len(read_sheets(workbook)) > 1
    assert "地区" in read_sheets(table)[0].rows[0]


def test_thinking_better_of_it_makes_nothing(
    open_window: Callable[..., Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_window(LedgerKind.SAMPLE, page="entry", as_of="2023-04")
    monkeypatch.setattr(dialogs, "choose_new_file", lambda *_words: None)
    before = set(tmp_path.iterdir())
    window.page.files.exporting.menu.actions()[0].trigger()
    window.page.files.exporting.wait()
    assert set(tmp_path.iterdir()) == before
