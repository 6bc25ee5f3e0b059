"""BatchWork: a batch of pictures in other processes, while the window goes on."""

from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial
from pathlib import Path
from threading import Event

from PySide6.QtCore import QObject, Signal

from tracker.charts.batch import PictureSet, Running, plan_batch, run_batch
from tracker.charts.batch_report import BatchReport
from tracker.charts.file_names import distinct
from tracker.charts.workers import Workers, usual_count
from tracker.errors import TrackerError
from tracker.periods import Month
from tracker.storage.store import Store
from ui.background import Background
from ui.sight import NEWEST, Sight


@dataclass(frozen=True, slots=True)
class BatchOrder:
    """What to make: a set over regions and months of a ledger, into a folder, maybe a zip too."""

    ledger: Path
    chosen: PictureSet
    regions: tuple[str, ...]
    months: tuple[Month, ...]
    made_on: date
    folder: Path
    sight: Sight = NEWEST
    zipped: bool = False
    force: bool = False


@dataclass(frozen=True, slots=True)
class BatchResult:
    """What became of an order; `archive` is the zip, `skipped` what could not be asked for."""

    order: BatchOrder
    report: BatchReport
    archive: Path | None
    skipped: tuple[str, ...]


class BatchWork(QObject):
    """Runs one order at a time. Signals arrive on the window's thread."""

    progressed = Signal(int, int)
    """Emitted with the pictures done and all of them."""
    finished = Signal(object)
    """Emitted with the BatchResult, complete or not."""
    failed = Signal(object)
    """Emitted with the TrackerError that kept a batch from beginning."""

    def __init__(self, now: Callable[[], datetime], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._now = now
        self._cancel = Event()
        self._background = Background(self)
        self._ready: Workers | None = None

    @property
    def is_busy(self) -> bool:
        """Say whether a batch is running."""
        return self._background.is_busy

    def stand_by(self) -> None:
        """Have the processes ready that an order will need, while a person still chooses."""
        if self._ready is None and not self.is_busy:
            self._ready = Workers(usual_count())

    def stand_down(self) -> None:
        """Let the processes go: nothing will be ordered for now."""
        ready, self._ready = self._ready, None
        if ready is not None:
            self._background.start(ready.close, _nothing, self._on_failed)

    def start(self, order: BatchOrder) -> None:
        """Run an order; the ledger is opened again for it, so that edits are not held up."""
        self._cancel.clear()
        ready, self._ready = self._ready, None
        work = partial(self._run, order, ready)
        self._background.start(work, self.finished.emit, self._on_failed)

    def cancel(self) -> None:
        """Begin no further picture; `finished` follows when those begun are done."""
        self._cancel.set()

    def close(self) -> None:
        """Cancel, and let no process outlive the window."""
        self._cancel.set()
        self._background.close()
        if self._ready is not None:
            self._ready.close()
            self._ready = None

    def _run(self, order: BatchOrder, ready: Workers | None) -> BatchResult:
        with closing(ready or Workers(usual_count())) as workers:
            return self._made(order, workers)

    def _made(self, order: BatchOrder, workers: Workers) -> BatchResult:
        signature = {"author": "", "device": ""}
        with Store.open(order.ledger, now=self._now, read_only=True, **signature) as store:
            held = order.sight.of(store)
            plan = plan_batch(held, order.chosen, order.regions, order.months, order.made_on)
        run = Running(
            progress=self.progressed.emit, cancelled=self._cancel.is_set, force=order.force
        )
        report = run_batch(plan, order.folder, run, workers)
        archive = self._archive(order, report.files) if report.complete else None
        return BatchResult(order, report, archive, plan.skipped)

    def _archive(self, order: BatchOrder, files: Sequence[Path]) -> Path | None:
        """Put the files into a zip beside them, if that is wanted."""
        from tracker.charts.archive import write_zip  # brings matplotlib in

        if not order.zipped:
            return None
        taken = [path.stem for path in order.folder.glob("*.zip")]
        archive = order.folder / f"{distinct(f'图_{order.made_on.isoformat()}', taken)}.zip"
        write_zip(archive, files, order.made_on)
        return archive

    def _on_failed(self, error: TrackerError) -> None:
        self.failed.emit(error)


def _nothing(_done: None) -> None:
    """Nothing is to be done when processes are gone."""
