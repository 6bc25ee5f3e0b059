"""make bench: every comparison, one after the other. Prints ratios and asserts nothing."""

import subprocess
import sys
from pathlib import Path


def main() -> int:
    """Run each bench_*.py in a process of its own; returns 1 when one could not be run."""
    failed = False
    for bench in sorted(path.stem for path in Path(__file__).parent.glob("bench_*.py")):
        print(f"== {bench}", flush=True)
        done = subprocess.run([sys.executable, "-m", f"tests.bench.{bench}"], check=False)
        failed = failed or done.returncode != 0
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
