"""Where the stand-alone program begins: prepares a frozen process, then does what guoban does."""

import multiprocessing
import os
import sys
from pathlib import Path

if __name__ == "__main__":
    # A worker of a batch export is this program again; it must not open a second window.
    multiprocessing.freeze_support()
    # PyInstaller gives matplotlib a new folder at every start, in which it would read all fonts
    # of the machine again. One folder of the person's own keeps what it learned.
    import platformdirs

    cache = Path(platformdirs.user_cache_dir("guoban", appauthor=False)) / "matplotlib"
    cache.mkdir(parents=True, exist_ok=True)
    os.environ["MPLCONFIGDIR"] = str(cache)
    from ui.__main__ import main

    sys.exit(main())
