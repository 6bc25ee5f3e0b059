"""The command guoban: a window without arguments, else the command line, which needs no Qt."""

import sys
from pathlib import Path

import platformdirs

from tracker.language_choice import settle


def main() -> int:
    """Fix the language, then open the window, run `tour DIR`, or the command line.

    The window opens without an argument, on `--ledger FILE`, and on a bare FILE.guoban, which is
    what a desktop passes on a double click. `--lang en` may stand anywhere. What says a word is
    imported only when the language is fixed.
    """
    preferences = Path(platformdirs.user_config_dir("guoban", appauthor=False), "preferences.ini")
    arguments = settle(sys.argv[1:], preferences)
    if not arguments:
        return _window(None)
    if len(arguments) == 1 and arguments[0].endswith(".guoban"):
        return _window(Path(arguments[0]))
    if arguments[0] == "--ledger" and len(arguments) == len(("--ledger", "FILE")):
        return _window(Path(arguments[1]))
    if arguments[0] == "tour" and len(arguments) == len(("tour", "DIR")):
        from ui.tour import run as tour

        return tour(Path(arguments[1]))
    from tracker.cli import main as command_line

    return command_line(arguments)


def _window(ledger: Path | None) -> int:
    """Open the window, or say in a line that there is no screen for it."""
    from ui.display import NO_DISPLAY, has_display

    if not has_display():
        print(NO_DISPLAY, file=sys.stderr)
        return 1
    from ui.app import run

    return run(ledger)


if __name__ == "__main__":
    sys.exit(main())
