"""StageReading: the lists of 月跟进, 季考核 and 年终总评, read off the window's thread."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import partial

from PySide6.QtCore import QObject, Signal

from tracker.assessment import Adjustment, Scheme
from tracker.desk.scheme_editing import adjustments_of
from tracker.errors import TrackerError
from tracker.inspection.appraisal import appraisal_list
from tracker.inspection.follow_up import follow_up_list
from tracker.inspection.half_year import watched_regions
from tracker.inspection.scores import assessment_list
from tracker.inspection.stage_list import StageList, StageName
from tracker.periods import Horizon, Month
from tracker.snapshot import Snapshot
from tracker.storage.store import Store
from ui.background import Background
from ui.session import Session
from ui.sight import Sight


@dataclass(frozen=True, slots=True)
class StageWanted:
    """Which list of which region and month, seen how."""

    stage: StageName
    region: str
    as_of: Month
    scheme: Scheme
    sight: Sight
    today: date


class StageReading(QObject):
    """Reads one list after another; only the last one asked for is handed over."""

    read = Signal(object)
    """Emitted with the StageList."""
    failed = Signal(object)
    """Emitted with the TrackerError."""

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._asked = 0
        self._background = Background(self)

    def ask(self, stage: StageName, scheme: Scheme) -> None:
        """Read a stage's list of what the session looks at."""
        session = self._session
        wanted = StageWanted(
            stage, session.region, session.as_of, scheme, session.sight, session.today()
        )
        self._asked += 1
        self._background.start(
            partial(self._read, wanted),
            partial(self._on_read, self._asked),
            partial(self._on_failed, self._asked),
            urgent=True,
        )

    def forget(self) -> None:
        """Hand over nothing that was asked for before."""
        self._asked += 1

    def wait(self) -> None:
        """Wait until nothing is left to do; results still arrive in the event loop."""
        self._background.wait()

    def close(self) -> None:
        """Let nothing outlive the window."""
        self._background.close()

    def _read(self, wanted: StageWanted) -> StageList:
        with self._session.store.again(read_only=True) as store:
            return stage_list(store, wanted)

    def _on_read(self, number: int, held: StageList) -> None:
        if number == self._asked:
            self.read.emit(held)

    def _on_failed(self, number: int, error: TrackerError) -> None:
        if number == self._asked:
            self.failed.emit(error)


def stage_list(store: Store, wanted: StageWanted) -> StageList:
    """Read a list. Raises TrackerError."""
    snapshot = wanted.sight.of(store)
    regions = watched_regions(snapshot, wanted.region)
    if wanted.stage is StageName.FOLLOW_UP:
        before = wanted.sight.of(store, wanted.as_of.last_day)
        return follow_up_list(snapshot, before, regions, wanted.as_of, wanted.today)
    make = assessment_list if wanted.stage is StageName.ASSESSMENT else appraisal_list
    adjusted = partial(_adjusted, snapshot, wanted.as_of.year)
    return make(snapshot, wanted.scheme, regions, wanted.as_of, adjusted)


def _adjusted(snapshot: Snapshot, year: int, region: str, horizon: Horizon) -> Iterable[Adjustment]:
    return adjustments_of(snapshot.settings, region, year, horizon)
