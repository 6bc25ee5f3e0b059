"""EntryChoices: what the pick buttons of 填报 offer for the region and year in view."""

from tracker.entry_context import entry_indicators
from tracker.indicators import Indicator
from ui.models.entry_rows import ALL_IN_USE, WHOLE_CATALOGUE
from ui.session import Session
from ui.widgets.pick_button import PickOption


class EntryChoices:
    """Departments that report, and levers with how many indicators each has in use."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def departments(self) -> list[PickOption]:
        """Return 全部部门 and each department with an indicator in use."""
        names = dict.fromkeys(one.lead_department for one in self._in_use())
        return [PickOption("", "全部部门"), *(PickOption(name, name) for name in names)]

    def levers(self) -> list[PickOption]:
        """Return 全部 n 项, each lever, and the whole catalogue."""
        in_use = self._in_use()
        counts: dict[str, int] = {}
        for one in in_use:
            counts[one.lever] = counts.get(one.lever, 0) + 1
        whole = len(self._session.snapshot.catalogue.indicators)
        return [
            PickOption(ALL_IN_USE, f"全部 {len(in_use)} 项"),
            *(PickOption(name, f"{name} {count} 项") for name, count in counts.items()),
            PickOption(WHOLE_CATALOGUE, f"目录 {whole} 项"),
        ]

    def _in_use(self) -> tuple[Indicator, ...]:
        session = self._session
        return entry_indicators(session.snapshot, session.region, session.as_of.year)
