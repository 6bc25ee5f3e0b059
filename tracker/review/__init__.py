"""Review: what is wrong or doubtful in a ledger, in sentences; nothing is ever changed."""

from tracker.review.figures import cell_findings
from tracker.review.finding import Check, Finding, Severity
from tracker.review.month import month_errors, month_findings
from tracker.review.red_lights import open_explanations
from tracker.review.revisions import Revised, revision_findings, unexplained
from tracker.review.targets import target_findings
from tracker.review.vintage_findings import vintage_findings

__all__ = [
    "Check",
    "Finding",
    "Revised",
    "Severity",
    "cell_findings",
    "month_errors",
    "month_findings",
    "open_explanations",
    "revision_findings",
    "target_findings",
    "unexplained",
    "vintage_findings",
]
