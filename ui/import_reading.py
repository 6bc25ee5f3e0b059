"""ImportReading: a file read, planned and written off the window's thread, with cancel."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, SignalInstance

from tracker.edits import Changes, Edit
from tracker.errors import BadValue, TrackerError
from tracker.exchange.importing import Hints, ImportPlan, plan_import
from tracker.exchange.sheets import Sheet
from ui.background import Background
from ui.file_drop import PACKET_SUFFIX
from ui.session import Session

if TYPE_CHECKING:  # what reads files is loaded with the first file; the page opens without
    from tracker.storage.packets import MergeKey, MergePlan, Packet


class _Cancelled(TrackerError):
    """Ends the work; nobody is told."""


class _Enclosed(TrackerError):
    """The packet needs a passphrase; its str() is the path."""


@dataclass(frozen=True, slots=True)
class Planned:
    """A table file, its sheets, the answers given so far, and what an import would do."""

    path: Path
    sheets: tuple[Sheet, ...]
    hints: Hints
    plan: ImportPlan


@dataclass(frozen=True, slots=True)
class Packed:
    """A 填报包 and what a merge would do."""

    path: Path
    packet: "Packet"
    plan: "MergePlan"


class ImportReading(QObject):
    """Does one thing at a time, in a ledger opened anew, so that the window is never held up."""

    planned = Signal(object)
    """Emitted with Planned."""
    packed = Signal(object)
    """Emitted with Packed."""
    passphrase_wanted = Signal(object)
    """Emitted with the Path of a packet that cannot be read without its passphrase."""
    written = Signal(object)
    """Emitted with the Changes of an import or a merge."""
    progressed = Signal(int, int)
    """Emitted with the sheets read and all of them."""
    failed = Signal(object)
    """Emitted with the TrackerError that ended the work; nothing was written then."""

    def __init__(
        self, session: Session, parent: QObject, planner: Callable[..., ImportPlan] = plan_import
    ) -> None:
        """`planner` says what an import of sheets would do; see plan_import."""
        super().__init__(parent)
        self._session = session
        self._planner = planner
        self._cancel = Event()
        self._background = Background(self)

    def read(self, path: Path, passphrase: str = "") -> None:
        """Read a table file or a 填报包; `planned` or `packed` follows."""
        self._cancel = Event()
        if path.suffix.lower() == PACKET_SUFFIX:
            work = partial(self._read_packet, path, passphrase, self._cancel)
            done = partial(self._report, self.packed, self._cancel)
            self._background.start(work, done, self._on_failed)
            return
        work_of_table = partial(self._read_table, path, self._cancel)
        done = partial(self._report, self.planned, self._cancel)
        self._background.start(work_of_table, done, self._on_failed)

    def plan_again(self, given: Planned, hints: Hints) -> None:
        """Plan the same sheets with more answers; `planned` follows."""
        self._cancel = Event()
        work = partial(self._plan, given.path, given.sheets, hints, self._cancel)
        done = partial(self._report, self.planned, self._cancel)
        self._background.start(work, done, self._on_failed)

    def record(self, edits: Sequence[Edit], text: str) -> None:
        """Write edits in one transaction; `written` follows."""
        self._background.start(
            partial(self._record, edits, text), self.written.emit, self._on_failed
        )

    def merge(self, given: Packed, keep: "Sequence[MergeKey]") -> None:
        """Merge a packet in one transaction; `written` follows."""
        self._background.start(
            partial(self._merge, given, keep), self.written.emit, self._on_failed
        )

    def cancel(self) -> None:
        """Stop reading at the next sheet; neither a plan nor an error follows."""
        self._cancel.set()

    def wait(self) -> None:
        """Wait until nothing is left to do; results still arrive in the event loop."""
        self._background.wait()

    def close(self) -> None:
        """Let nothing outlive the window."""
        self._cancel.set()
        self._background.close()

    def _read_table(self, path: Path, cancel: Event) -> Planned:
        from tracker.exchange.tables import read_sheets
        from ui.reading_apart import LARGE_BYTES, read_apart

        large = path.is_file() and path.stat().st_size >= LARGE_BYTES
        sheets = read_apart(path, cancel) if large else read_sheets(path)
        if cancel.is_set():
            raise _Cancelled
        return self._plan(path, sheets, Hints(region=self._session.region), cancel)

    def _plan(self, path: Path, sheets: tuple[Sheet, ...], hints: Hints, cancel: Event) -> Planned:
        def progress(done: int, total: int) -> None:
            if cancel.is_set():
                raise _Cancelled
            self.progressed.emit(done, total)

        with self._session.store.again(read_only=True) as store:
            plan = self._planner(
                sheets, store.snapshot(), hints,
                today=self._session.today(), history=store.history, progress=progress,
            )  # fmt: skip
        progress(len(sheets), len(sheets))
        assert plan.writes is not None  # made here, where it holds nobody up
        return Planned(path, sheets, hints, plan)

    def _read_packet(self, path: Path, passphrase: str, cancel: Event) -> Packed:
        from tracker.storage.packets import is_enclosed, read_packet

        try:
            content = path.read_bytes()
        except OSError as error:
            raise BadValue(f"打不开填报包“{path.name}”，请检查路径和权限。") from error
        if is_enclosed(content) and not passphrase:
            raise _Enclosed(str(path))
        packet = read_packet(content, path.name, passphrase)
        with self._session.store.again(read_only=True) as store:
            plan = store.plan_merge(packet)
        if cancel.is_set():
            raise _Cancelled
        return Packed(path, packet, plan)

    def _record(self, edits: Sequence[Edit], text: str) -> Changes:
        with self._session.store.again() as store:
            return store.record(edits, text)

    def _merge(self, given: Packed, keep: "Sequence[MergeKey]") -> Changes:
        with self._session.store.again() as store:
            return store.merge(given.packet, given.plan, keep)

    @staticmethod
    def _report(signal: SignalInstance, cancel: Event, result: object) -> None:
        if not cancel.is_set():
            signal.emit(result)

    def _on_failed(self, error: TrackerError) -> None:
        if isinstance(error, _Enclosed):
            self.passphrase_wanted.emit(Path(str(error)))
        elif not isinstance(error, _Cancelled):
            self.failed.emit(error)
