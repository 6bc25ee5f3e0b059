"""目标分解: an annual target over its stages and over regions, and a year's frame for the next."""

from tracker.splitting.doubts import refuse_negative, split_doubts
from tracker.splitting.frame import draft_of, next_year, targets_changed
from tracker.splitting.split import Method, Share, Split, over_regions, over_stages

__all__ = [
    "Method",
    "Share",
    "Split",
    "draft_of",
    "next_year",
    "over_regions",
    "over_stages",
    "refuse_negative",
    "split_doubts",
    "targets_changed",
]
