"""make hard-charts: hundreds of charts of data made up to be difficult; none may be broken.

A chart that cannot be drawn must say so in a sentence; a drawn one must pass every check. The
last line counts what was drawn, refused and broken; broken must be 0.
"""

import argparse
import sys
from collections import Counter
from collections.abc import Iterator

from tests.charts.difficult_pictures import (
    SIZES,
    Draw,
    board_draws,
    course_draws,
    failures,
    region_draws,
)
from tests.charts.titles_typed import title_draws
from tracker.charts.gallery import GALLERY
from tracker.charts.presets import PRESETS
from tracker.errors import TrackerError


def draws(count: int) -> Iterator[tuple[int, Draw]]:
    """Return so many sets of draws with the number that each was made up from."""
    boards = GALLERY["board"].presets
    for seed in range(count):
        size = PRESETS[SIZES[(seed // 2 + seed) % len(SIZES)]]
        made = (
            *board_draws(seed, boards[seed % len(boards)]),
            *region_draws(seed, size),
            *course_draws(seed),
            *title_draws(seed),
        )
        yield from ((seed, one) for one in made)


def outcome(one: Draw) -> tuple[str, str]:
    """Draw one chart; returns drawn, refused or broken, and the sentence."""
    try:
        found = failures(one[1]())
    except TrackerError as refused:
        said = str(refused)
        return ("refused", said) if said.endswith("。") else ("broken", said)
    return ("broken", found[0]) if found else ("drawn", "")


def main() -> int:
    """Draw them all; returns 1 when one is broken."""
    wanted = argparse.ArgumentParser(description=__doc__)
    wanted.add_argument("--sets", type=int, default=40)
    counted: Counter[str] = Counter()
    for seed, one in draws(wanted.parse_args().sets):
        kind, said = outcome(one)
        counted[kind] += 1
        if kind == "broken":
            print(f"{seed} {one[0]}: {said}", flush=True)
    print("、".join(f"{counted[kind]} {kind}" for kind in ("drawn", "refused", "broken")))
    return int(counted["broken"] > 0)


if __name__ == "__main__":
    sys.exit(main())
