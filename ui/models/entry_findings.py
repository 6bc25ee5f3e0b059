"""EntryFindings: what is doubtful about the cells of 填报, worked out once per figure."""

from tracker.edits import Changes
from tracker.indicators import CellKey
from tracker.review import Check, Finding, Severity, cell_findings, month_findings
from tracker.review.confirmations import Answer, confirmed, explanation_of, open_findings
from ui.session import Session


class EntryFindings:
    """Findings by cell, forgotten when a figure of the indicator or a setting changes."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._held: dict[CellKey, tuple[Finding, ...]] = {}

    def of(self, key: CellKey) -> tuple[Finding, ...]:
        """Return all findings about a cell."""
        if key not in self._held:
            session = self._session
            self._held[key] = cell_findings(session.snapshot, key, session.today())
        return self._held[key]

    def is_doubtful(self, key: CellKey) -> bool:
        """Say whether a warning about a cell is still open; a red light is no doubt of a figure."""
        return any(
            finding.check is not Check.RED and finding.severity is not Severity.NOTICE
            for finding in open_findings(self._session.snapshot, self.of(key))
        )

    def answered(self, key: CellKey) -> list[tuple[Finding, Answer | None]]:
        """Return the doubts about a cell, each with what was answered to it."""
        return [
            (finding, self._answer(finding))
            for finding in self.of(key)
            if finding.severity is not Severity.NOTICE
        ]

    def of_month(self) -> list[tuple[Finding, Answer | None]]:
        """Return the findings of the month in view, each with what was answered to it."""
        session = self._session
        found = month_findings(session.snapshot, session.region, session.as_of, session.today())
        return [(finding, self._answer(finding)) for finding in found]

    def _answer(self, finding: Finding) -> Answer | None:
        snapshot = self._session.snapshot
        if finding.check is Check.RED:
            return explanation_of(snapshot, finding)
        return confirmed(snapshot, finding)

    def forget(self, changes: Changes | None = None) -> None:
        """Forget what a change may have made wrong; without one, everything."""
        if changes is None or changes.settings:
            self._held.clear()
            return
        touched = changes.indicators
        self._held = {key: held for key, held in self._held.items() if key.indicator not in touched}
