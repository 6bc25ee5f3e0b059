"""EntryExport: what leaves the program from 填报: 填报表, 填报包, the 台账 as workbook or CSV."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QMenu, QWidget

from tracker.errors import BadValue, ExportError, TrackerError
from tracker.exchange.tables_out.csv_table import ledger_csv
from tracker.exchange.tables_out.form import form_lines, form_workbook
from tracker.exchange.tables_out.ledger_workbook import Page, ledger_workbook, pages
from tracker.exchange.tables_out.writing import write_file
from tracker.periods import Month
from tracker.storage.store import Store
from ui import dialogs
from ui.background import Background
from ui.session import Session
from ui.sight import Sight

_NOT_DONE = "没有导出"


@dataclass(frozen=True, slots=True)
class _Wanted:
    """What is exported: a region, a month, and the day it is made on."""

    region: str
    month: Month
    made_on: date
    sight: Sight


@dataclass(frozen=True, slots=True)
class _Kind:
    """One line of the menu: its words, what files are called, and what they hold."""

    text: str
    name: str
    suffix: str
    kinds: str
    content: Callable[[Store, _Wanted], bytes]


class EntryExport(QObject):
    """The menu 导出. Everything is made off the window's thread from a ledger opened anew."""

    done = Signal(str, str, object)
    """Emitted with 已导出 …, 打开文件夹, and what opens it."""

    def __init__(self, session: Session, page: QWidget) -> None:
        super().__init__(page)
        self._session = session
        self._page = page
        self._background = Background(self)
        self.menu = QMenu("导出", page)
        for kind in _KINDS:
            self.menu.addAction(kind.text).triggered.connect(partial(self._export, kind))

    def close(self) -> None:
        """Let nothing outlive the window."""
        self._background.close()

    def wait(self) -> None:
        """Wait until nothing is left to do; results still arrive in the event loop."""
        self._background.wait()

    def _export(self, kind: _Kind, _checked: bool = False) -> None:
        session = self._session
        region = session.snapshot.region(session.region).name
        name = kind.name.format(region=region, month=session.as_of)
        proposed = session.store.path.parent / f"{name}{kind.suffix}"
        path = dialogs.choose_new_file(self._page, proposed, kind.kinds)
        if path is None:
            return
        path = path if path.suffix else path.with_suffix(kind.suffix)
        wanted = _Wanted(session.region, session.as_of, session.today(), session.sight)
        self._background.start(
            partial(self._make, kind, wanted, path), self._on_made, self._on_failed
        )

    def _make(self, kind: _Kind, wanted: _Wanted, path: Path) -> Path:
        with self._session.store.again(read_only=True) as store:
            content = kind.content(store, wanted)
        write_file(path, content, force=True)
        return path

    def _on_made(self, path: Path) -> None:
        show = partial(QDesktopServices.openUrl, QUrl.fromLocalFile(str(path.parent)))
        self.done.emit(f"已导出 {path.name}", "打开文件夹", show)

    def _on_failed(self, error: TrackerError) -> None:
        dialogs.tell(self._page, error, _NOT_DONE)


def _form(store: Store, wanted: _Wanted) -> bytes:
    snapshot = wanted.sight.of(store)
    region = snapshot.region(wanted.region)
    lines = form_lines(snapshot, region.code, wanted.month, wanted.made_on)
    if not lines:
        raise BadValue(f"{region.name} {wanted.month} 没有应报的数，不用填表。")
    return form_workbook(region, wanted.month, lines, wanted.made_on)


def _packet(store: Store, wanted: _Wanted) -> bytes:
    return store.packet(wanted.region, wanted.month)


def _workbook(store: Store, wanted: _Wanted) -> bytes:
    title = store.settings().get("title", "")
    return ledger_workbook(title, _pages(store, wanted), wanted.month, wanted.made_on)


def _csv(store: Store, wanted: _Wanted) -> bytes:
    return ledger_csv(_pages(store, wanted))


def _pages(store: Store, wanted: _Wanted) -> list[Page]:
    snapshot = wanted.sight.of(store)
    held = pages(snapshot, list(snapshot.catalogue.regions), wanted.month)
    if not held:
        raise ExportError(f"{wanted.month.year} 年还没有数和目标，没有可导出的。")
    return held


_KINDS = (
    _Kind("填报表…", "{region} {month} 填报表", ".xlsx", "工作簿 (*.xlsx)", _form),
    _Kind("填报包…", "{region} {month}", ".guobao", "填报包 (*.guobao)", _packet),
    _Kind("台账工作簿…", "台账 {month}", ".xlsx", "工作簿 (*.xlsx)", _workbook),
    _Kind("台账 CSV…", "台账 {month}", ".csv", "CSV (*.csv)", _csv),
)
