"""The program with a window: opens a ledger, dresses the application and runs it."""

from ui import plain_import as plain_import  # before anything else

# isort: split
import sys
from datetime import date, datetime
from getpass import getuser
from pathlib import Path

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from resources import ROOT as RESOURCES
from tracker.errors import TrackerError
from tracker.ledgers import backups_root, create_ledger, default_ledger_path, device_id
from tracker.storage.database import is_writable
from tracker.storage.faults import told
from tracker.storage.store import Store
from ui import dialogs, fonts, viewpoint
from ui.log_file import log_folder
from ui.main_window import MainWindow
from ui.preferences import Preferences
from ui.quiet_sweep import QuietSweep
from ui.session import Session
from ui.theme import Theme

_AFTER_START_MS = 3000
"""The first seconds belong to the person; the disk is the backup's only then."""
_GREET_MS = 600
"""The window is painted by then, so that the guide has something to point at."""


def make_application() -> QApplication:
    """Make the application object with the bundled typeface."""
    application = QApplication(sys.argv[:1])
    application.setApplicationName("guoban")
    application.setApplicationDisplayName("双过半")
    application.setDesktopFileName("guoban")
    fonts.load(RESOURCES / "fonts")
    return application


def run(ledger: Path | None) -> int:
    """Open the window on a ledger (None: the person's own, made on the first start)."""
    import platformdirs

    desk = start(ledger, Path(platformdirs.user_config_dir("guoban", appauthor=False)))
    if desk is None:
        return 1
    desk.watch_for_crashes(log_folder())
    desk.show()
    QTimer.singleShot(_GREET_MS, desk.greet)
    code = desk.application.exec()
    desk.close()
    return code


def start(ledger: Path | None, config: Path) -> "Desk | None":
    """Make application, session and window; None when no ledger was opened."""
    application = make_application()
    preferences = Preferences(config / "preferences.ini")
    theme = Theme(RESOURCES, preferences.theme)
    theme.apply(application)
    session = open_session(ledger, theme)
    if session is None:
        return None
    return Desk(application, session, preferences, theme)


def open_session(ledger: Path | None, theme: Theme) -> Session | None:
    """Open a ledger, asking for another file until one opens; None when the person gives up."""
    path = ledger
    while True:
        try:
            return Session(_open_store(path, theme), date.today, datetime.now)
        except _NothingChosen:
            return None
        except TrackerError as error:
            again = dialogs.ask(None, "台账打不开", str(error), "选另一个台账", "退出")
            folder = (path or default_ledger_path()).parent
            chosen = dialogs.choose_ledger(None, folder) if again else None
            if chosen is None:
                return None
            path = chosen


class _NothingChosen(Exception):
    """The first start was called off."""


def _open_store(ledger: Path | None, theme: Theme) -> Store:
    """Open a file, or the default ledger after the welcome made it. Raises TrackerError."""
    path = ledger or default_ledger_path()
    with told(path):
        first_start = ledger is None and not path.exists()
    if first_start:
        from ui.welcome import WelcomeDialog

        welcome = WelcomeDialog(theme, str(path))
        if not welcome.exec():
            raise _NothingChosen
        path.parent.mkdir(parents=True, exist_ok=True)
        return create_ledger(path, welcome.kind, now=_now, author=getuser(), device=device_id())
    with told(path):
        read_only = path.is_file() and not is_writable(path)
    return Store.open(path, now=_now, author=getuser(), device=device_id(), read_only=read_only)


def _now() -> datetime:
    """Read the clock, at the edge."""
    return datetime.now().astimezone()


class Desk(QObject):
    """Holds the window, and makes it anew when the theme is changed. Undo lives in the session."""

    def __init__(
        self, application: QApplication, session: Session, preferences: Preferences, theme: Theme
    ) -> None:
        super().__init__()
        self.application = application
        self._session = session
        self._preferences = preferences
        viewpoint.restore(session, preferences, session.store.path)
        self.window = self._made(theme)

    def show(self) -> None:
        """Put the window on the screen; what is not needed for it begins afterwards."""
        self.window.show()
        QTimer.singleShot(_AFTER_START_MS, self.window.watch_backups)

    def greet(self) -> None:
        """Show a newcomer around, or what is new."""
        self.window.help.greet()

    def close(self) -> None:
        """Close the ledger, once the window is gone."""
        self._session.close()

    def watch_for_crashes(self, log_folder: Path) -> None:
        """Turn an unforeseen error into a log entry and a crash window."""
        from ui.crash import CrashReporter, CrashWindow
        from ui.log_file import start_log

        log = start_log(log_folder)

        def show(report: str) -> None:
            CrashWindow(report, log).exec()

        self._reporter = CrashReporter(show)
        self._reporter.install()

    def _made(self, theme: Theme) -> MainWindow:
        window = MainWindow(self._session, self._preferences, theme, backups_root())
        window.watch_focus(self.application)
        window.theme_wanted.connect(self._change_theme)
        window.ledger_wanted.connect(self._open_ledger)
        QuietSweep(self._session, window)
        return window

    def _change_theme(self, name: str) -> None:
        self._preferences.theme = name
        theme = Theme(RESOURCES, name)
        theme.apply(self.application)
        self._replace_window(theme)

    def _open_ledger(self, path: Path) -> None:
        """Open another ledger in a new window; the present one stays open when that fails."""
        try:
            session = Session(_open_store(path, self.window.theme), date.today, datetime.now)
        except TrackerError as error:
            dialogs.tell(self.window, error, "台账打不开")
            return
        former, self._session = self._session, session
        self._replace_window(self.window.theme)
        former.close()

    def _replace_window(self, theme: Theme) -> None:
        old = self.window
        self._preferences.geometry = old.saveGeometry()
        self._preferences.page = old.open_name
        self.window = self._made(theme)
        self.show()
        old.close()
        old.deleteLater()
