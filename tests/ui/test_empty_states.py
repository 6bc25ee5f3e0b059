"""On an empty ledger every page says what to do, and the button beside it does it."""

from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from tracker.ledgers import LedgerKind
from ui.page_registry import ENTRIES

SAID = {
    "overview": ("2023 年还没有目标", "录入目标", "targets"),
    "regions": ("没有市州数据，先在填报里选地区", "去填报", "entry"),
    "inspection": ("2023 年还没有目标", "录入目标", "targets"),
    "targets": ("2023 年还没有目标", "直接填", "targets"),
    "bulletin": ("还没有可写的数", "去填报", "entry"),
    "charts": ("招商引资到位资金(省外) 2023 年还没有数据和目标", "去填报", "entry"),
    "meetings": ("还没有会议版", "起个名字冻结", "meetings"),
}
"""What stands on a page, the button, and the page that is open afterwards."""

READY = {
    "entry": "导入",
    "rules": "另存一套",
    "ledger": "立即备份",
}
"""Pages that show their own work on an empty ledger, and the button that begins it."""


def settled(window, name):
    """Open a page and let what it reads in the background arrive."""
    page = window.open_page(name)
    for part in ("reading", "work"):
        getattr(getattr(page, part, None), "wait", lambda: None)()
    QApplication.processEvents()
    return page


def told(page) -> list[str]:
    shown = [label.text() for label in page.findChildren(QLabel) if label.isVisible()]
    preview = getattr(getattr(page, "stage", None), "preview", None)
    return [*shown, getattr(preview, "message", "")]


def test_every_page_is_looked_at():
    names = {entry.nav.name for entry in ENTRIES}
    assert {name for name in names if name not in SAID and name not in READY} <= {"settings"}


def test_every_page_says_what_is_missing_and_leads_there_or_is_ready(open_window):
    window = open_window(LedgerKind.BLANK, as_of="2023-04", size=(1200, 720))
    for name, (title, button, leads_to) in SAID.items():
        page = settled(window, name)
        assert title in told(page), name
        offered = next(
            one
            for one in page.findChildren(QPushButton)
            if one.text() == button and one.isVisible()
        )
        assert offered.isEnabled(), name
        offered.click()
        assert window.open_name == leads_to, name
    for name, text in READY.items():
        page = settled(window, name)
        buttons = [*page.findChildren(QPushButton), *window.header.findChildren(QPushButton)]
        assert any(one.text() == text and one.isEnabled() for one in buttons), name
