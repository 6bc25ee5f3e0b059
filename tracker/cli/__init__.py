"""The command line: every capability without a screen. Prints text for people or --json."""

from tracker.cli.program import main

__all__ = ["main"]
