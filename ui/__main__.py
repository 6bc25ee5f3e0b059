"""The command guoban: a window without arguments, else the command line, which needs no Qt."""

import sys
from pathlib import Path


def main() -> int:
    """Open the window (no argument, or only --ledger FILE), run `tour DIR`, or the command line."""
    arguments = sys.argv[1:]
    if not arguments:
        from ui.app import run

        return run(None)
    if arguments[0] == "--ledger" and len(arguments) == len(("--ledger", "FILE")):
        from ui.app import run

        return run(Path(arguments[1]))
    if arguments[0] == "tour" and len(arguments) == len(("tour", "DIR")):
        from ui.tour import run as tour

        return tour(Path(arguments[1]))
    from tracker.cli import main as command_line

    return command_line()


if __name__ == "__main__":
    sys.exit(main())
