"""MeetingPackWork: 会前包 from its panel to a folder, off the window's thread."""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path
from threading import Event

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from tracker.charts.batch import Running
from tracker.charts.file_names import cleaned
from tracker.charts.gallery import GALLERY
from tracker.errors import TrackerError
from tracker.meeting_pack.choice import CHARTS, PackChoice
from tracker.storage.store import Store
from ui import dialogs
from ui.background import Background
from ui.chart_choice import ChartChoice
from ui.session import Session
from ui.sight import Sight
from ui.widgets.pack_panel import PackPanel

_NOT_DONE = "会前包没有做成"


class MeetingPackWork(QObject):
    """Opens the panel with the usual charts ticked, makes the pack and reports."""

    done = Signal(str, str, object)
    """Emitted with 会前包已放进 …, 打开文件夹, and what opens it."""
    progressed = Signal(int, int)

    def __init__(self, page: QWidget, session: Session, choice: ChartChoice) -> None:
        super().__init__(page)
        self._page = page
        self._session = session
        self._choice = choice
        self._cancel = Event()
        self._background = Background(self)
        self.panel: PackPanel | None = None

    @property
    def is_busy(self) -> bool:
        """Say whether a pack is being made."""
        return self._background.is_busy

    def open(self, place: str) -> None:
        """Show the panel; `place` is the folder in which the pack's own is proposed."""
        if self.panel is None:
            self.panel = PackPanel(self._page)
            self.panel.start_requested.connect(self._on_start)
            self.panel.cancel_requested.connect(self._cancel.set)
            self.panel.browse_requested.connect(self._on_browse)
            self.progressed.connect(self.panel.show_progress)
        if not self.is_busy:
            self._fill(self.panel, place)
        self.panel.show()
        self.panel.raise_()

    def close(self) -> None:
        """Cancel what runs and let no process outlive the window."""
        self._cancel.set()
        self._background.close()

    def _fill(self, panel: PackPanel, place: str) -> None:
        session, month = self._session, self._session.as_of
        region = session.snapshot.region(session.region).name
        panel.show_subject(f"{region}，截至 {month.year} 年 {month.month} 月")
        panel.charts.offer([(one.id, one.name) for one in GALLERY.values()], set(CHARTS))
        indicators = session.snapshot.catalogue.indicators.values()
        panel.indicators.offer([(one.id, one.short_name) for one in indicators], set())
        name = cleaned(f"会前包_{region}_{month}")
        panel.folder.setText(str(Path(place).expanduser() / name) if place else "")
        panel.set_running(False)

    def _on_browse(self) -> None:
        assert self.panel is not None
        chosen = dialogs.choose_folder(self.panel, Path(self.panel.folder.text()).parent)
        if chosen is not None:
            self.panel.folder.setText(str(chosen))

    def _on_start(self) -> None:
        panel = self.panel
        assert panel is not None
        choice, session = self._choice, self._session
        made = PackChoice(
            session.region,
            session.as_of,
            choice.made_on,
            tuple(str(one) for one in panel.charts.values),
            tuple(str(one) for one in panel.indicators.values),
            paper=choice.paper,
            text_step=choice.text_step,
            source=choice.source or None,
        )
        folder = Path(panel.folder.text().strip()).expanduser()
        self._cancel.clear()
        panel.set_running(True)
        run = Running(progress=self.progressed.emit, cancelled=self._cancel.is_set)
        work = _Making(session.store.path, session.now, session.sight, run)
        self._background.start(
            partial(work.make, made, folder), partial(self._on_made, folder), self._on_failed
        )

    def _on_made(self, folder: Path, left_out: tuple[str, ...]) -> None:
        assert self.panel is not None
        self.panel.set_running(False)
        sentence = f"会前包已放进 {folder}"
        self.panel.say("。没有放进去：".join((sentence, *left_out[:1])))
        show = partial(QDesktopServices.openUrl, QUrl.fromLocalFile(str(folder)))
        self.done.emit(sentence, "打开文件夹", show)

    def _on_failed(self, error: TrackerError) -> None:
        assert self.panel is not None
        self.panel.set_running(False)
        self.panel.say(str(error))
        if not self._cancel.is_set():
            dialogs.tell(self._page, error, _NOT_DONE)


class _Making:
    """Makes one pack from a ledger opened anew, so that edits are not held up."""

    def __init__(
        self, ledger: Path, now: Callable[[], datetime], sight: Sight, run: Running
    ) -> None:
        self._ledger = ledger
        self._now = now
        self._sight = sight
        self._run = run

    def make(self, choice: PackChoice, folder: Path) -> tuple[str, ...]:
        """Write the pack; returns what was left out of it, in sentences. Raises TrackerError."""
        from tracker.meeting_pack.making import make_meeting_pack  # brings matplotlib in

        signature = {"author": "", "device": ""}
        with Store.open(self._ledger, now=self._now, read_only=True, **signature) as store:
            held = self._sight.of(store)
            return make_meeting_pack(held, choice, folder, self._run).left_out
