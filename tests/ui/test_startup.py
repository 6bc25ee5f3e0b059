"""Starting: which program the command runs, the first ledger, what is remembered, and crashes."""

import logging
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton

from tests.conftest import DEVICE
from tracker.ledgers import LedgerKind
from tracker.periods import Month
from ui import app, dialogs
from ui.crash import CrashReporter, CrashWindow, report_of
from ui.log_file import start_log
from ui.preferences import Preferences


def test_preferences_are_private_and_remembered(tmp_path):
    path = tmp_path / "config" / "preferences.ini"
    first = Preferences(path)
    first.theme, first.page, first.export_folder = "dark", "entry", "/图"
    first.geometry = QByteArray(b"abc")
    first.remember_view(Path("/a.guoban"), "620600", Month(2023, 4))
    first.save()
    assert path.stat().st_mode & 0o777 == 0o600
    again = Preferences(path)
    assert (again.theme, again.page, again.export_folder) == ("dark", "entry", "/图")
    assert (again.ledger, again.region, again.as_of) == ("/a.guoban", "620600", Month(2023, 4))
    assert again.geometry == QByteArray(b"abc")


def test_a_new_preferences_file_says_nothing(tmp_path):
    fresh = Preferences(tmp_path / "p.ini")
    assert (fresh.theme, fresh.page, fresh.geometry, fresh.as_of) == ("light", "", None, None)


def test_the_next_start_looks_where_the_last_one_did(open_session, tmp_path):
    from ui import viewpoint

    session = open_session()
    kept = Preferences(tmp_path / "p.ini")
    kept.remember_view(session.store.path, "620600", Month(2022, 9))
    viewpoint.restore(session, kept, Path("/another.guoban"))
    assert session.as_of == Month(2023, 4)
    viewpoint.restore(session, kept, session.store.path)
    assert (session.region, session.as_of) == ("620600", Month(2022, 9))
    kept.remember_view(session.store.path, "999999", Month(2022, 8))
    viewpoint.restore(session, kept, session.store.path)
    assert (session.region, session.as_of) == ("620600", Month(2022, 8))


def test_the_first_start_offers_three_ledgers_and_enter_takes_the_first(dressed, qtbot):
    from resources import ROOT
    from ui.theme import Theme
    from ui.welcome import WelcomeDialog

    welcome = WelcomeDialog(Theme(ROOT, "light"), "/x.guoban")
    qtbot.addWidget(welcome)
    assert list(welcome.buttons) == [LedgerKind.GANSU_2023, LedgerKind.SAMPLE, LedgerKind.BLANK]
    welcome.buttons[LedgerKind.SAMPLE].click()
    assert welcome.kind is LedgerKind.SAMPLE
    assert welcome.result() == 1


def test_the_first_start_makes_the_chosen_ledger(dressed, tmp_path, monkeypatch):
    from resources import ROOT
    from ui.theme import Theme
    from ui.welcome import WelcomeDialog

    def choose_blank(dialog):
        dialog.buttons[LedgerKind.BLANK].click()
        return dialog.result()

    path = tmp_path / "data" / "own.guoban"
    monkeypatch.setattr(WelcomeDialog, "exec", choose_blank)
    monkeypatch.setattr(app, "default_ledger_path", lambda: path)
    monkeypatch.setattr(app, "device_id", lambda: DEVICE)
    session = app.open_session(None, Theme(ROOT, "light"))
    assert session is not None
    assert session.snapshot.title == "空白台账"
    session.close()
    assert path.exists()


def test_calling_the_welcome_off_makes_nothing(dressed, tmp_path, monkeypatch):
    from resources import ROOT
    from ui.theme import Theme
    from ui.welcome import WelcomeDialog

    path = tmp_path / "own.guoban"
    monkeypatch.setattr(WelcomeDialog, "exec", lambda *_: 0)
    monkeypatch.setattr(app, "default_ledger_path", lambda: path)
    assert app.open_session(None, Theme(ROOT, "light")) is None
    assert not path.exists()


def test_a_ledger_that_does_not_open_is_told_and_another_can_be_chosen(
    dressed, tmp_path, make_ledger, monkeypatch
):
    from resources import ROOT
    from ui.theme import Theme

    asked = []
    other = make_ledger(LedgerKind.BLANK)
    monkeypatch.setattr(app, "device_id", lambda: DEVICE)
    monkeypatch.setattr(dialogs, "choose_ledger", lambda *_: other)
    monkeypatch.setattr(dialogs, "ask", lambda *words: asked.append(words[2]) or True)
    text = tmp_path / "notes.txt"
    text.write_text("这不是台账")
    session = app.open_session(text, Theme(ROOT, "light"))
    assert session is not None
    assert session.store.path == other
    session.close()
    monkeypatch.setattr(dialogs, "ask", lambda *words: asked.append(words[2]) or False)
    assert app.open_session(tmp_path / "none.guoban", Theme(ROOT, "light")) is None
    assert "notes.txt" in asked[0]
    assert "none.guoban" in asked[1]


def test_an_unforeseen_error_is_logged_without_figures_and_shown_once(tmp_path, qtbot, dressed):
    log = start_log(tmp_path / "log")
    shown = []
    reporter = CrashReporter(shown.append)
    figure = str(1000 + 46.5)
    with pytest.raises(ValueError, match="1046") as caught:
        raise ValueError(figure)
    reporter.report(caught.type, caught.value, caught.tb)
    assert "1046.5" not in report_of(caught.value)
    qtbot.waitUntil(lambda: bool(shown))
    assert "ValueError" in shown[0]
    assert "ValueError" in log.read_text("utf-8")
    assert "1046.5" not in log.read_text("utf-8")
    assert log.stat().st_mode & 0o777 == 0o600
    for handler in list(logging.getLogger("guoban").handlers):
        logging.getLogger("guoban").removeHandler(handler)
        handler.close()


def test_the_report_of_the_crash_window_can_be_copied(dressed, qtbot, tmp_path):
    window = CrashWindow("报告", tmp_path / "guoban.log")
    qtbot.addWidget(window)
    button = next(b for b in window.findChildren(QPushButton) if b.text() == "复制内容")
    button.click()
    assert QGuiApplication.clipboard().text() == "报告"


@pytest.mark.parametrize(
    ("arguments", "goes_to"),
    [
        ([], ("window", None)),
        (["--ledger", "a.guoban"], ("window", Path("a.guoban"))),
        (["tour", "out"], ("tour", Path("out"))),
        (["status", "--json"], ("commands", None)),
        (["--ledger"], ("commands", None)),
    ],
)
def test_the_command_opens_a_window_only_when_asked_for_one(arguments, goes_to, monkeypatch):
    import tracker.cli
    import ui.__main__ as entry
    import ui.tour

    went = []
    monkeypatch.setattr(app, "run", lambda ledger: went.append(("window", ledger)) or 0)
    monkeypatch.setattr(ui.tour, "run", lambda folder: went.append(("tour", folder)) or 0)
    monkeypatch.setattr(tracker.cli, "main", lambda _words: went.append(("commands", None)) or 0)
    monkeypatch.setattr(sys, "argv", ["guoban", *arguments])
    assert entry.main() == 0
    assert went == [goes_to]
