"""Sheets → ImportPlan: what a table would write, cell by cell, and what it leaves alone and why."""

from tracker.exchange.importing.doubts import NO_UNIT
from tracker.exchange.importing.importer import plan_import
from tracker.exchange.importing.plan import (
    NO_HINTS,
    QUESTION_WORDS,
    Hints,
    ImportPlan,
    PlannedWrite,
    Question,
    Remark,
    Understood,
)

__all__ = [
    "NO_HINTS",
    "NO_UNIT",
    "QUESTION_WORDS",
    "Hints",
    "ImportPlan",
    "PlannedWrite",
    "Question",
    "Remark",
    "Understood",
    "plan_import",
]
