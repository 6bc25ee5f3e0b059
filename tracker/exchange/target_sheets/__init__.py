"""责任书 sheets → ImportPlan: an indicator a row, its annual and stage targets side by side."""

from tracker.exchange.target_sheets.importer import plan_target_sheets

__all__ = ["plan_target_sheets"]
