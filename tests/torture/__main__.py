"""make torture: kills and hostile inputs. The last column, what was lost, must be 0."""

import argparse
import sys
import tempfile
import time
from pathlib import Path

from tests.torture import inputs, kills

KEPT = Path("build/torture")


def main() -> int:
    """Run both parts; returns 1 when anything was lost."""
    wanted = argparse.ArgumentParser(description=__doc__)
    wanted.add_argument("--kills", type=int, default=600)
    wanted.add_argument("--inputs", type=int, default=200_000)
    wanted.add_argument("--seed", type=int, default=int(time.time()))
    given = wanted.parse_args()
    print(f"seed {given.seed}")
    lost = 0
    if given.inputs:
        print(f"== {given.inputs:,} hostile inputs", flush=True)
        lost += sum(len(one.lost) for one in inputs.run(given.inputs, given.seed, KEPT))
    if given.kills:
        print(f"== {given.kills} kills", flush=True)
        lost += _killed(given.kills, given.seed)
    print(f"lost in all: {lost}")
    return int(lost > 0)


def _killed(count: int, seed: int) -> int:
    # Imported before the first fork, so that no child spends its short life importing.
    import PySide6.QtTest  # noqa: F401

    import tracker.charts.export
    import tracker.cli.import_  # noqa: F401
    import ui.main_window
    import ui.pages.entry  # noqa: F401
    from tests.torture.window_victim import TypingInTheWindow

    with tempfile.TemporaryDirectory() as place:
        tallies = kills.run(count, Path(place), seed, (*kills.VICTIMS, TypingInTheWindow()))
    return sum(len(tally.lost) for tally in tallies)


if __name__ == "__main__":
    sys.exit(main())
