"""The window opens, every page of it, without touching the network."""

from pathlib import Path

from tests.security.test_nothing_leaves import without_network

PROGRAM = """
from datetime import date, datetime
from pathlib import Path
from PySide6.QtWidgets import QApplication
from resources import ROOT
from tracker.ledgers import LedgerKind, create_ledger
from ui import fonts
from ui.main_window import MainWindow
from ui.page_registry import ENTRIES
from ui.preferences import Preferences
from ui.session import Session
from ui.theme import Theme

application = QApplication([])
fonts.load(ROOT / "fonts")
store = create_ledger(Path("a.guoban"), LedgerKind.SAMPLE,
                      now=lambda: datetime.now().astimezone(), author="a", device="d")
session = Session(store, date.today, datetime.now)
theme = Theme(ROOT, "light")
theme.apply(application)
window = MainWindow(session, Preferences(Path("p.ini")), theme, Path("backups"))
window.show()
for entry in ENTRIES:
    window.open_page(entry.nav.name)
    application.processEvents()
window.close()
"""


def test_every_page_opens_without_a_socket(tmp_path: Path) -> None:
    without_network(tmp_path, PROGRAM)
