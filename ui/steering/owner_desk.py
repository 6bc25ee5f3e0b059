"""OwnerDesk: who answers for an indicator, each change a revision and an undo step."""

from tracker.owners import Owner, owner_edit
from ui.session import Session


class OwnerDesk:
    """Raises TrackerError and then changed nothing."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def name(self, indicator_id: str, owner: Owner) -> None:
        """Name 牵头单位, 责任领导 and 填报人 of an indicator."""
        indicator = self._session.snapshot.indicator(indicator_id)
        self._session.record([owner_edit(indicator, owner)], f"改{indicator.name}的负责人")
