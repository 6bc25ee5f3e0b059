"""会前包: pictures, the numbers behind them, slides and a document of one month, in one folder."""

from tracker.meeting_pack.choice import PackChoice
from tracker.meeting_pack.making import PackReport, make_meeting_pack

__all__ = ["PackChoice", "PackReport", "make_meeting_pack"]
