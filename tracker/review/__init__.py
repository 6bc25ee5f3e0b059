"""Review: what is wrong or doubtful in a ledger, in sentences; nothing is ever changed."""

from tracker.review.figures import cell_findings
from tracker.review.finding import Check, Finding, Severity
from tracker.review.month import month_findings
from tracker.review.red_lights import open_explanations
from tracker.review.targets import target_findings
from tracker.review.vintage_findings import vintage_findings

__all__ = [
    "Check",
    "Finding",
    "Severity",
    "cell_findings",
    "month_findings",
    "open_explanations",
    "target_findings",
    "vintage_findings",
]
