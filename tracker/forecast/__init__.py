"""The estimate for 30 June and 31 December: a point, two intervals, how made, how wrong before.

FLOW: what past years made of the amount reached by this month (log ratios, `outlook.flow_outlook`).
RATE and STOCK growth: how growth moved between the same months of past years.

statsmodels was weighed and left out: with three to nine years there is nothing for a state-space
model to learn, it weighs some 100 MB with SciPy and pandas and takes seconds to import, and an
interval that a person can redo with a pocket calculator is worth more to an office.
"""

from tracker.forecast.estimate import Estimate, at_current_speed, estimate

__all__ = ["Estimate", "at_current_speed", "estimate"]
