"""EditionDesk: 会议版 frozen, opened, checked and compared."""

from tracker.desk.known_on import past_day
from tracker.desk.meeting_lists import moves_list
from tracker.editions import Edition, compare, editions, freeze
from tracker.inspection.stage_list import StageList
from tracker.periods import Month
from tracker.snapshot import Snapshot
from ui.session import Session


class EditionDesk:
    """Every method raises TrackerError and then changed nothing."""

    def __init__(self, session: Session) -> None:
        self._session = session

    @property
    def held(self) -> tuple[Edition, ...]:
        """The editions of the ledger, the latest first, also while one of them is open."""
        return editions(self._session.store.settings())

    @property
    def subject(self) -> str:
        """Name what would be frozen: 甘肃省，截至 2023 年 4 月."""
        session = self._session
        place = session.snapshot.region(session.region).name
        return f"{place}，截至 {session.as_of.year} 年 {session.as_of.month} 月"

    def save(self, name: str, known_on: str = "") -> str:
        """Freeze what the ledger says, or what was known on a day that is typed; return words."""
        session = self._session
        day = past_day(known_on, session.today()) if known_on.strip() else None
        seen = (session.region, session.as_of, day)
        store = session.store
        signed = (store.author, session.today())
        edit = freeze(store.settings(), name, seen, store.chains.heads(), signed)
        clean = " ".join(name.split())
        session.record([edit], f"冻结会议版 {clean}")
        made = next(one for one in self.held if one.name == clean)
        return f"已冻结会议版“{clean}”，指纹 {made.short_fingerprint}"

    def altered(self, edition: Edition) -> list[str]:
        """Return a sentence for everything that is not as it was sealed; reads the ledger anew."""
        with self._session.store.again(read_only=True) as store:
            told = store.chains.altered_since(edition.heads)
        return [one for one in (edition.broken_seal, *told) if one]

    def compared(self, before: Edition, after: Edition | None) -> StageList:
        """Say what changed from an edition to another, or to what the ledger says now (None)."""
        then = (self._frozen(before), before.region, before.as_of)
        if after is None:
            snapshot, as_of = self._present()
            now = (snapshot, before.region, as_of)
        else:
            now = (self._frozen(after), after.region, after.as_of)
        name = self.present_words if after is None else f"“{after.name}”"
        moves = compare(then, now)
        return moves_list(moves, (before.name, name), sample=now[0].is_sample)

    @property
    def present_words(self) -> str:
        """Name the other side of a comparison with the ledger itself."""
        _, as_of = self._present()
        return f"现在（截至 {as_of.year} 年 {as_of.month} 月）"

    def _present(self) -> tuple[Snapshot, Month]:
        """Return what the ledger says now, and the month in view; of an open edition the latest."""
        session = self._session
        if not session.only_looks:
            return session.snapshot, session.as_of
        snapshot = session.store.snapshot()
        if session.edition is None:
            return snapshot, session.as_of
        present = Month.of(session.today())
        last = snapshot.last_month_with_figures(session.edition.region, present)
        return snapshot, last or session.as_of

    def _frozen(self, edition: Edition) -> Snapshot:
        return self._session.store.chains.frozen(edition.heads, edition.known_on)
