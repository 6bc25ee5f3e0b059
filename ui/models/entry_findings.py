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
    revision_findings,
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

    def known_doubtful(self, key: CellKey) -> bool | None:
        """Say whether a cell is doubtful if that is worked out; None when it is not."""
        return self._doubtful.get(key)

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
        cells = session.store.log.revised_cells(region, month.year)
        logs = [session.store.history(key) for key in sorted(cells) if key.month == month]
        for log in logs:
            found += vintage_findings(log)
        found += revision_findings(logs)
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
        catalogue = self._session.snapshot.catalogue
        indicators = changes.indicators
        regions = {region for region, _ in changes.slices}
        # Parts are held against their whole, and the other way round.
        regions |= {catalogue.region(region).parent for region in regions}
        wholes = {region for region in regions if catalogue.members(region)}
        for key in [key for key in self._held if key.indicator in indicators]:
            if key.region in regions or catalogue.region(key.region).parent in wholes:
                del self._held[key]
                self._doubtful.pop(key, None)
