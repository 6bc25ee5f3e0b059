"""Opens every page, panel, menu and dialog in one language and tells what it saw, as JSON.

Run in a process of its own (`python -m tests.ui.language_walk en FOLDER`), for a process speaks one
language. Each button and each action of each page is pressed once; what opens is looked at and
closed. Nothing leaves FOLDER: file dialogs answer nothing.
"""

import json
import os
import sqlite3
import sys
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

LANGUAGE, FOLDER = sys.argv[1], Path(sys.argv[2])
os.environ["GUOBAN_LANGUAGE"] = LANGUAGE
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
for variable in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"):
    os.environ[variable] = str(FOLDER / variable.lower())

# What says a word comes after the language.
from PySide6.QtCore import (  # noqa: E402
    QEvent,
    QPoint,
)
from PySide6.QtGui import QAction, QDesktopServices  # noqa: E402
from PySide6.QtWidgets import (  # noqa: E402
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QDialog,
    QFileDialog,
    QMenu,
    QWidget,
)

from resources import ROOT as RESOURCES  # noqa: E402
from tests.ui.widget_texts import cut_text, texts_of  # noqa: E402
from tracker.ledgers import LedgerKind, create_ledger  # noqa: E402
from tracker.periods import Month  # noqa: E402
from ui.app import make_application  # noqa: E402
from ui.main_window import MainWindow  # noqa: E402
from ui.page_registry import ENTRIES  # noqa: E402
from ui.preferences import Preferences  # noqa: E402
from ui.session import Session  # noqa: E402
from ui.theme import Theme  # noqa: E402
from ui.widgets.lettering import Lettering  # noqa: E402

NOW = datetime(2026, 11, 24, 16, 42, tzinfo=timezone(timedelta(hours=8)))
DEVICE = "01890000-0000-7000-8000-000000000001"
_LEFT_ALONE = ("guoban", "quit")


class Walk:
    """What was seen so far: texts with where they stood, and texts that do not fit."""

    def __init__(self) -> None:
        self.texts: dict[str, str] = {}
        self.clipped: dict[str, str] = {}
        self.opened: list[str] = []
        self.errors: list[str] = []
        self.place = "start"

    def look(self, top: QWidget) -> None:
        """Read every visible widget below one."""
        for widget in (top, *top.findChildren(QWidget)):
            if not widget.isVisible():
                continue
            for text in texts_of(widget):
                self.texts.setdefault(text, f"{self.place}: {type(widget).__name__}")
            why = cut_text(widget)
            if why:
                self.clipped.setdefault(why, f"{self.place}: {type(widget).__name__}")

    def open_dialog(self, dialog: QDialog) -> int:
        """Show what would stop and wait, look at it, and answer no."""
        name = f"{type(dialog).__name__} {dialog.windowTitle()}"
        before, self.place = self.place, f"{self.place} > {name}"
        self.opened.append(name)
        dialog.setModal(False)
        dialog.show()
        settle()
        self.look(dialog)
        dialog.hide()
        self.place = before
        return int(QDialog.DialogCode.Rejected)

    def open_menu(self, menu: QMenu) -> None:
        """Read a menu and those below it."""
        menu.aboutToShow.emit()
        for action in menu.actions():
            for text in (action.text(), action.toolTip()):
                if text:
                    self.texts.setdefault(text, f"{self.place}: menu")
            below = action.menu()
            if isinstance(below, QMenu):
                self.open_menu(below)


def settle() -> None:
    """Let what is waiting happen."""
    application = QApplication.instance()
    assert application is not None
    for _round in range(4):
        application.processEvents()
        application.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def _watch(walk: Walk) -> None:
    """Answer everything that would wait for a person, and watch what is written by hand."""
    QDialog.exec = lambda dialog: walk.open_dialog(dialog)  # type: ignore[method-assign,assignment]
    QMenu.exec = lambda menu, *_at: walk.open_menu(menu)  # type: ignore[method-assign,assignment]
    QMenu.popup = lambda menu, *_at: walk.open_menu(menu)  # type: ignore[method-assign,assignment]
    QDesktopServices.openUrl = lambda *_url: True  # type: ignore[method-assign]
    QFileDialog.getOpenFileName = lambda *_a, **_k: ("", "")  # type: ignore[method-assign]
    QFileDialog.getSaveFileName = lambda *_a, **_k: ("", "")  # type: ignore[method-assign]
    QFileDialog.getExistingDirectory = lambda *_a, **_k: ""  # type: ignore[method-assign]
    write = Lettering.write

    def written(self: Lettering, painter, text, x, centre_y, *align) -> float:  # type: ignore[no-untyped-def]
        right = write(self, painter, text, x, centre_y, *align)
        device = painter.device()
        if text and isinstance(device, QWidget):
            walk.texts.setdefault(text, f"{walk.place}: painted on {type(device).__name__}")
            if isinstance(device.parentWidget(), QAbstractScrollArea):
                return right  # what is beyond its edge can be scrolled to
            left = painter.transform().map(QPoint(round(right - self.width(text)), 0)).x()
            if left < -1 or left + self.width(text) > device.width() + 1:
                walk.clipped.setdefault(text, f"{walk.place}: painted on {type(device).__name__}")
        return right

    Lettering.write = written  # type: ignore[method-assign]


def _press_everything(walk: Walk, window: MainWindow, name: str, seen: set[str]) -> None:
    """Press each button once that stands on a page or round it, looking at what opens."""
    for _again in range(200):
        window.open_page(name)
        settle()
        waiting = [
            button
            for button in window.findChildren(QAbstractButton)
            if button.isVisible() and button.isEnabled() and _key(button) not in seen
        ]
        if not waiting:
            break
        button = waiting[0]
        seen.add(_key(button))
        walk.place = f"{name} > {button.text() or button.accessibleName()}"
        try:
            button.click()
            settle()
            _look_round(walk, window)
        except Exception as error:
            walk.errors.append(f"{walk.place}: {type(error).__name__} {error}")


def _key(button: QAbstractButton) -> str:
    """Name a button by where it stands and what it says; the same one on two pages is one."""
    names = []
    widget: QWidget | None = button
    while widget is not None:
        names.append(f"{type(widget).__name__}{widget.objectName()}")
        widget = widget.parentWidget()
    return "/".join((*names, button.text() or button.accessibleName() or button.toolTip()))


def _look_round(walk: Walk, window: MainWindow) -> None:
    """Look at the window and whatever stands beside it, and close what does."""
    walk.look(window)
    for beside in QApplication.topLevelWidgets():
        if beside is window or not beside.isVisible() or beside.windowTitle() in _LEFT_ALONE:
            continue
        if isinstance(beside, QMenu):
            walk.open_menu(beside)
        else:
            walk.opened.append(f"{type(beside).__name__} {beside.windowTitle()}")
            walk.look(beside)
        beside.hide()


def _data(ledger: Path) -> list[str]:
    """Return every text that people typed into the ledger: it stays as they typed it."""
    found: set[str] = set()
    with sqlite3.connect(ledger) as rows:
        tables = rows.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
        for (table,) in tables:
            if table in ("indicator", "region"):
                continue
            for row in rows.execute(f'SELECT * FROM "{table}"'):
                found.update(cell for cell in row if isinstance(cell, str) and len(cell) < 400)
    return sorted((text for text in found if any(letter > "⺀" for letter in text)), key=len)


def main() -> int:
    """Walk through the sample ledger and print what was seen."""
    walk = Walk()
    seen: set[str] = set()
    _watch(walk)
    application = make_application()
    theme = Theme(RESOURCES, "light")
    theme.apply(application)
    path = FOLDER / "sample.guoban"
    store = create_ledger(path, LedgerKind.SAMPLE, now=lambda: NOW, author="me", device=DEVICE)
    session = Session(store, lambda: date(2026, 11, 24), lambda: NOW)
    session.look_at(as_of=Month(2023, 4))
    window = MainWindow(session, Preferences(FOLDER / "preferences.ini"), theme)
    window.resize(1440, 900)
    window.show()
    settle()
    for entry in ENTRIES:
        walk.place = entry.nav.name
        window.open_page(entry.nav.name)
        settle()
        _look_round(walk, window)
        _press_everything(walk, window, entry.nav.name, seen)
    for name, action in window.actions_by_name.items():
        assert isinstance(action, QAction)
        walk.place = f"action {name}"
        try:
            action.trigger()
            settle()
            _look_round(walk, window)
        except Exception as error:
            walk.errors.append(f"{walk.place}: {type(error).__name__} {error}")
    data = _data(path)
    window.close()
    print(json.dumps(vars(walk) | {"data": data}, ensure_ascii=False))
    sys.stdout.flush()
    os._exit(0)


if __name__ == "__main__":
    sys.exit(main())
