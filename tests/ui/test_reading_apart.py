"""A large workbook is read in a process of its own: the window goes on, and cancel ends it."""

import time
from pathlib import Path
from threading import Event, Thread

import pytest
import xlsxwriter

from tracker.errors import BadValue
from tracker.exchange.tables import read_sheets
from ui.reading_apart import read_apart


def workbook(path: Path, rows: int) -> Path:
    book = xlsxwriter.Workbook(path, {"constant_memory": True})
    sheet = book.add_worksheet("表")
    for row in range(rows):
        for column in range(12):
            sheet.write_number(row, column, row * 1.5 + column)
    book.close()
    return path


def test_it_reads_what_is_read_here(tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx", 40)
    assert read_apart(path, Event()) == read_sheets(path)


def test_a_file_that_cannot_be_read_is_told_as_here(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(b"PK\x03\x04 broken")
    with pytest.raises(BadValue, match=r"a\.xlsx"):
        read_apart(path, Event())


def test_another_thread_goes_on_meanwhile_and_cancel_ends_it_at_once(tmp_path: Path) -> None:
    path = workbook(tmp_path / "large.xlsx", 30_000)
    cancel, stills = Event(), []
    reading = Thread(target=read_apart, args=(path, cancel))
    reading.start()
    began = last = time.perf_counter()
    while time.perf_counter() - began < 1.0:
        time.sleep(0.005)
        stills.append(time.perf_counter() - last)
        last = time.perf_counter()
    cancel.set()
    reading.join(5)
    assert not reading.is_alive()
    assert max(stills) < 0.4, "the thread of the window stood still"
