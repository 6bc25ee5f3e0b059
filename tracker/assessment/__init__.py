"""Score sheets of the quarterly assessment and the yearly appraisal, every line redoable by hand.

An indicator without data or without a target for the horizon scores nothing and is named;
nothing is rescaled.
"""

from tracker.assessment.lines import ScoreLine
from tracker.assessment.schemes import Scheme, SchemeKind, read_schemes, scheme_of, schemes
from tracker.assessment.sheet import Adjustment, ScoreSheet, department_sheets, score_sheet

__all__ = [
    "Adjustment",
    "Scheme",
    "SchemeKind",
    "ScoreLine",
    "ScoreSheet",
    "department_sheets",
    "read_schemes",
    "scheme_of",
    "schemes",
    "score_sheet",
]
