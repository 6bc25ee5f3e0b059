"""What tests share: the typeface, and a real window on a real ledger in a folder of its own."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from resources import ROOT as RESOURCES
from tracker.ledgers import LedgerKind, create_ledger
from tracker.periods import Month
from tracker.storage.store import Store

if TYPE_CHECKING:
    from ui.main_window import MainWindow
    from ui.session import Session

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["GUOBAN_LANGUAGE"] = "zh_CN"  # and so in every process that a test starts

BEIJING = timezone(timedelta(hours=8))
NOW = datetime(2026, 11, 24, 16, 42, tzinfo=BEIJING)
DEVICE = "01890000-0000-7000-8000-000000000001"


def open_store(path: Path, *, read_only: bool = False) -> Store:
    """Open a ledger with a clock that stands still."""
    return Store.open(path, now=lambda: NOW, author="测试", device=DEVICE, read_only=read_only)


@pytest.fixture(scope="session")
def ledger_masters(tmp_path_factory: pytest.TempPathFactory) -> Callable[[LedgerKind], bytes]:
    """Make each of the three ledgers once; tests get copies of its bytes."""
    folder = tmp_path_factory.mktemp("ledgers")

    def bytes_of(kind: LedgerKind) -> bytes:
        path = folder / f"{kind.value}.guoban"
        if not path.exists():
            create_ledger(path, kind, now=lambda: NOW, author="测试", device=DEVICE).close()
        return path.read_bytes()

    return bytes_of


@pytest.fixture
def make_ledger(
    ledger_masters: Callable[[LedgerKind], bytes], tmp_path: Path
) -> Callable[[LedgerKind], Path]:
    """Put a fresh copy of one of the three ledgers into this test's folder."""

    def make(kind: LedgerKind = LedgerKind.SAMPLE) -> Path:
        path = tmp_path / f"{kind.value}.guoban"
        path.write_bytes(ledger_masters(kind))
        return path

    return make


@pytest.fixture(scope="session")
def dressed(qapp: Any) -> Any:
    """The application with the bundled typeface."""
    from ui import fonts

    fonts.load(RESOURCES / "fonts")
    return qapp


@pytest.fixture
def open_session(
    dressed: Any, make_ledger: Callable[[LedgerKind], Path]
) -> Iterator[Callable[..., Session]]:
    """Open a session on a fresh ledger: `open_session(kind, as_of="2023-04")`."""
    from ui.session import Session

    opened: list[Session] = []

    def open_one(
        kind: LedgerKind = LedgerKind.SAMPLE,
        *,
        as_of: str = "2023-04",
        region: str | None = None,
        path: Path | None = None,
        read_only: bool = False,
    ) -> Session:
        store = open_store(path or make_ledger(kind), read_only=read_only)
        session = Session(store, lambda: date(2026, 11, 24), lambda: NOW)
        session.look_at(as_of=Month.parse(as_of), region=region)
        opened.append(session)
        return session

    yield open_one
    for session in opened:
        session.close()


@pytest.fixture
def open_window(
    dressed: Any, qtbot: Any, tmp_path: Path, open_session: Callable[..., Session]
) -> Iterator[Callable[..., MainWindow]]:
    """Open the real window, offscreen, on a fresh ledger.

    `open_window(kind, page="entry", as_of="2023-04", theme="light", size=(1440, 900))`; further
    arguments go to `open_session`.
    """
    from PySide6.QtCore import QEvent
    from PySide6.QtTest import QTest

    from ui.main_window import MainWindow
    from ui.preferences import Preferences
    from ui.theme import Theme

    opened: list[MainWindow] = []

    def open_one(
        kind: LedgerKind = LedgerKind.SAMPLE,
        *,
        page: str = "overview",
        theme: str = "light",
        size: tuple[int, int] = (1440, 900),
        **session: Any,
    ) -> MainWindow:
        chosen = Theme(RESOURCES, theme)
        chosen.apply(dressed)
        preferences = Preferences(tmp_path / "config" / "preferences.ini")
        preferences.page = page
        window = MainWindow(open_session(kind, **session), preferences, chosen)
        opened.append(window)
        window.watch_focus(dressed)
        window.resize(*size)
        window.show()
        window.activateWindow()
        QTest.qWaitForWindowActive(window)
        return window

    yield open_one
    for window in opened:
        window.close()
        window.deleteLater()
    # Deleted here and now: every window left alive would be styled again with the next one.
    dressed.sendPostedEvents(None, QEvent.Type.DeferredDelete)
