"""EntryFindings: what is doubtful about the cells of 填报, worked out once per figure."""

from tracker.edits import Changes
from tracker.indicators import CellKey
from tracker.review import (
    Check,
    Finding,
    Severity,
    cell_findings,
    month_findings,
    open_explanations,
    vintage_findings,
)
from tracker.review.confirmations import Answer, confirmed, explanation_of, open_findings
from ui.session import Session


class EntryFindings:
    """Findings by cell, forgotten when a figure of the indicator or a setting changes."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._held: dict[CellKey, tuple[Finding, ...]] = {}
        self._doubtful: dict[CellKey, bool] = {}

    def of(self, key: CellKey) -> tuple[Finding, ...]:
        """Return all findings about a cell."""
        if key not in self._held:
            session = self._session
            self._held[key] = cell_findings(session.snapshot, key, session.today())
        return self._held[key]

    def is_doubtful(self, key: CellKey) -> bool:
        """Say whether a warning about a cell is still open; a red light is no doubt of a figure."""
        if key not in self._doubtful:
            self._doubtful[key] = any(
                finding.check is not Check.RED and finding.severity is not Severity.NOTICE
                for finding in open_findings(self._session.snapshot, self.of(key))
            )
        return self._doubtful[key]

    def answered(self, key: CellKey) -> list[tuple[Finding, Answer | None]]:
        """Return the doubts about a cell, each with what was answered to it."""
        return [
            (finding, self._answer(finding))
            for finding in self.of(key)
            if finding.severity is not Severity.NOTICE
        ]

    def with_vintages(self, key: CellKey) -> tuple[Finding, ...]:
        """Return all findings about a cell, those of its log too: two figures on one day."""
        return self.of(key) + vintage_findings(self._session.store.history(key))

    def of_month(self) -> list[tuple[Finding, Answer | None]]:
        """Return the findings of the month in view, each with what was answered to it."""
        session = self._session
        month, region = session.as_of, session.region
        found = list(month_findings(session.snapshot, region, month, session.today()))
        for key in session.store.revised_cells(region, month.year):
            if key.month == month:
                found += vintage_findings(session.store.history(key))
        return [(finding, self._answer(finding)) for finding in found]

    def postponed(self) -> list[tuple[Finding, Answer | None]]:
        """Return the red lights of the year's earlier months that wait for an explanation."""
        month = self._session.as_of
        if month.month == 1:
            return []
        before = month.plus(-1)
        waiting = open_explanations(self._session.snapshot, self._session.region, before)
        return [(finding, None) for finding in waiting]

    def _answer(self, finding: Finding) -> Answer | None:
        snapshot = self._session.snapshot
        if finding.check is Check.RED:
            return explanation_of(snapshot, finding)
        return confirmed(snapshot, finding)

    def forget(self, changes: Changes | None = None) -> None:
        """Forget what a change may have made wrong; without one, everything."""
        if changes is None or changes.settings:
            self._held.clear()
            self._doubtful.clear()
            return
        self._held = {key: held for key, held in self._held.items() if not self._hit(key, changes)}
        self._doubtful = {key: held for key, held in self._doubtful.items() if key in self._held}

    def _hit(self, key: CellKey, changes: Changes) -> bool:
        """Say whether a change may bear on a cell: its own series, a part's, or a whole's."""
        catalogue = self._session.snapshot.catalogue
        if key.indicator not in changes.indicators:
            return False
        for region, _ in changes.slices:
            is_part = catalogue.region(region).parent == key.region
            if region == key.region or is_part or catalogue.members(region):
                return True
        return False
