"""FilingDesk: handing a month in, signing it, closing its books, and how it stands in words."""

from collections.abc import Sequence
from dataclasses import dataclass

from tracker.edits import SettingEdit
from tracker.errors import BadValue
from tracker.filing.due import (
    department_days,
    due_day_edit,
    due_figures,
    read_due_day,
    reminder,
)
from tracker.filing.hand_in import hand_in, handed_in, take_back
from tracker.filing.locks import lock, lock_of, lock_sentence, unlock
from tracker.filing.signing import cells_of_month, count_reviewed, sign
from tracker.indicators import CellKey, Region
from tracker.review import month_errors
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
    """Each act is one revision about the month in view, or raises a TrackerError.

    Locking and reopening are no undo steps, since both want a reason; all others are.
    """

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
        today = session.today()
        errors = month_errors(session.snapshot, region, month, today)
        edit = hand_in(settings, region, month, session.store.author, today, errors)
        return self._record([edit], "提交")

    def sign(self, keys: Sequence[CellKey] = ()) -> str:
        """Sign the cells given, or the whole month, as a second person; return what was done."""
        session = self._session
        cells = list(keys) or cells_of_month(session.snapshot, session.region, session.as_of)
        authors = session.store.log.authors(session.region, session.as_of.year)
        edits = sign(session.snapshot, cells, authors, session.store.author, session.today())
        return self._record(edits, "审核")

    def lock(self, reason: str) -> str:
        """Close the month's books for all regions."""
        session = self._session
        settings, author = session.snapshot.settings, session.store.author
        return self._record_for_good(
            lock(settings, session.as_of, author, session.today(), reason), "封账", reason
        )

    def unlock(self, reason: str) -> str:
        """Reopen the month."""
        session = self._session
        edit = unlock(session.snapshot.settings, session.as_of, reason)
        return self._record_for_good(edit, "解封", reason)

    @property
    def lock_words(self) -> str:
        """Who closed the month in view, when and why; "" while it is open."""
        held = lock_of(self._session.snapshot.settings, self._session.as_of)
        return "" if held is None else lock_sentence(self._session.as_of, held)

    def reminder(self, *, members: bool = False) -> str:
        """Return the message that asks for what is not reported, a line for each department.

        `members`: also what the lower regions have not reported.
        """
        session = self._session
        regions = [session.region]
        if members:
            regions += [one.code for one in self.members]
        found = due_figures(session.snapshot, regions, session.as_of, session.today())
        return reminder(found, session.today())

    @property
    def members(self) -> tuple[Region, ...]:
        """The lower regions of the one in view."""
        return tuple(self._session.snapshot.catalogue.members(self._session.region))

    def due_days(self) -> dict[str, int]:
        """Return by which day of the following month each department reports.

        Who still owes a figure of the month in view comes first.
        """
        session = self._session
        days = department_days(session.snapshot)
        found = due_figures(session.snapshot, [session.region], session.as_of, session.today())
        owing = dict.fromkeys(one.indicator.lead_department for one in found if not one.reported)
        return {name: days[name] for name in dict.fromkeys((*owing, *days))}

    def set_due_day(self, department: str, text: str) -> str:
        """Set a department's day as typed; return what was done."""
        edit = due_day_edit(self._session.snapshot, read_due_day(text), department=department)
        words = f"{department}报送日改为次月 {edit.value} 日"
        self._session.record([edit], words)
        return words

    def _record(self, edits: Sequence[SettingEdit], verb: str) -> str:
        self._session.record(edits, f"{verb} {self._month}")
        return f"已{verb} {self._month}"

    def _record_for_good(self, edit: SettingEdit, verb: str, reason: str) -> str:
        """Record what wants a reason either way: it is no undo step, and blocks none before it."""
        session = self._session
        session.refuse_looking_back()
        session.take_over(session.store.record([edit], f"{verb} {self._month}", reason))
        return f"已{verb} {self._month}"

    @property
    def _month(self) -> str:
        return f"{self._session.as_of.year} 年 {self._session.as_of.month} 月"
