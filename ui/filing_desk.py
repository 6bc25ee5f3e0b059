"""FilingDesk: handing a month in, signing it, closing its books, and how it stands in words."""

from collections.abc import Sequence
from dataclasses import dataclass

from tracker.edits import SettingEdit
from tracker.errors import BadValue
from tracker.filing.due import due_figures, reminder
from tracker.filing.hand_in import hand_in, handed_in, take_back
from tracker.filing.locks import lock, lock_of, unlock
from tracker.filing.signing import cells_of_month, count_reviewed, sign
from tracker.indicators import CellKey
from ui.session import Session


@dataclass(frozen=True, slots=True)
class FilingState:
    """How the month in view stands."""

    handed_in: bool
    locked: bool
    waiting: int
    signed: int

    @property
    def words(self) -> tuple[str, ...]:
        """The parts of the status line."""
        parts = ["已提交" if self.handed_in else "未提交"]
        if self.signed or self.waiting:
            parts.append(f"待审 {self.waiting} · 已审 {self.signed}")
        if self.locked:
            parts.append("已封账")
        return tuple(parts)


class FilingDesk:
    """Each act is one revision and one undo step about the month in view; else TrackerError."""

    def __init__(self, session: Session) -> None:
        self._session = session

    @property
    def state(self) -> FilingState:
        """How the month in view stands."""
        session = self._session
        settings = session.snapshot.settings
        count = count_reviewed(session.snapshot, session.region, session.as_of)
        return FilingState(
            handed_in(settings, session.region, session.as_of) is not None,
            lock_of(settings, session.as_of) is not None,
            count.waiting,
            count.signed,
        )

    def hand_in_or_take_back(self, invalid: int) -> str:
        """Hand the month in, or take it back; return what was done. `invalid` cells forbid it."""
        session = self._session
        settings, region, month = session.snapshot.settings, session.region, session.as_of
        if handed_in(settings, region, month) is not None:
            return self._record([take_back(settings, region, month)], "撤回")
        if invalid:
            raise BadValue(
                f"还有 {invalid} 格不合格、没有写入，改好以后才能提交 {month.month} 月。"
            )
        edit = hand_in(settings, region, month, session.store.author, session.today())
        return self._record([edit], "提交")

    def sign(self, keys: Sequence[CellKey] = ()) -> str:
        """Sign the cells given, or the whole month, as a second person; return what was done."""
        session = self._session
        cells = list(keys) or cells_of_month(session.snapshot, session.region, session.as_of)
        authors = session.store.authors(session.region, session.as_of.year)
        edits = sign(session.snapshot, cells, authors, session.store.author, session.today())
        return self._record(edits, "审核")

    def lock(self, reason: str) -> str:
        """Close the month's books for all regions."""
        session = self._session
        settings, author = session.snapshot.settings, session.store.author
        return self._record(
            [lock(settings, session.as_of, author, session.today(), reason)], "封账", reason
        )

    def unlock(self, reason: str) -> str:
        """Reopen the month."""
        session = self._session
        edit = unlock(session.snapshot.settings, session.as_of, reason)
        return self._record([edit], "解封", reason)

    def reminder(self) -> str:
        """Return the message that asks for what is not reported, a line for each department."""
        session = self._session
        found = due_figures(session.snapshot, [session.region], session.as_of, session.today())
        return reminder(found, session.today())

    def _record(self, edits: Sequence[SettingEdit], verb: str, reason: str = "") -> str:
        session = self._session
        month = f"{session.as_of.year} 年 {session.as_of.month} 月"
        session.record(edits, f"{verb} {month}", reason)
        return f"已{verb} {month}"
