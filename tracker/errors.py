"""Errors that people are meant to read: every message is a finished sentence."""


class TrackerError(Exception):
    """A known error. str(error) names the thing that is wrong and says what to do about it."""


class UnknownName(TrackerError):
    """An indicator, region, month or other word that the ledger does not know."""


class BadValue(TrackerError):
    """A value that cannot be entered where it was entered."""


class LedgerError(TrackerError):
    """The ledger file cannot be opened, read or written."""


class ExportError(TrackerError):
    """A picture or file cannot be made or written."""
