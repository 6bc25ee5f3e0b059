"""The command guoban: a window without arguments, else the command line, which needs no Qt."""

import sys
from pathlib import Path

from ui.display import NO_DISPLAY, has_display


def main() -> int:
    """Open the window (no argument, or only --ledger FILE), run `tour DIR`, or the command line."""
    arguments = sys.argv[1:]
    if not arguments:
        return _window(None)
    if arguments[0] == "--ledger" and len(arguments) == len(("--ledger", "FILE")):
        return _window(Path(arguments[1]))
    if arguments[0] == "tour" and len(arguments) == len(("tour", "DIR")):
        from ui.tour import run as tour

        return tour(Path(arguments[1]))
    from tracker.cli import main as command_line

    return command_line()


def _window(ledger: Path | None) -> int:
    """Open the window, or say in a line that there is no screen for it."""
    if not has_display():
        print(NO_DISPLAY, file=sys.stderr)
        return 1
    from ui.app import run

    return run(ledger)


if __name__ == "__main__":
    sys.exit(main())
