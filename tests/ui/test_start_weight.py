"""What a start brings into memory before the window is first painted, counted instead of timed."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tracker.ledgers import LedgerKind

ROOT = Path(__file__).parents[2]
START = """
import json, os, sys
from pathlib import Path
from ui.app import start
desk = start(Path(sys.argv[1]), Path(sys.argv[2]))
desk.show()
desk.window.grab()  # painted whole, while no timer has its turn
read = sys.modules["linecache"].cache if "linecache" in sys.modules else {}
sources = [name for name in read if name.startswith(sys.argv[3]) and "site-packages" not in name]
years = [f"{region} {year}" for region, year in desk.window.session.snapshot._actuals]
found = {"modules": sorted(sys.modules), "sources": sources, "years": years}
from ui.page_registry import ENTRIES
for entry in ENTRIES:
    if entry.nav.name != "charts":
        desk.window.open_page(entry.nav.name)
found["drawing"] = [name for name in ("matplotlib", "numpy", "lxml") if name in sys.modules]
print(json.dumps(found))
sys.stdout.flush()
os._exit(0)
"""
HEAVY = {
    "matplotlib", "numpy", "PIL", "lxml", "click", "sqlite_utils", "email", "importlib.metadata",
    "statistics", "hashlib", "csv", "difflib", "cryptography", "python_calamine", "xlsxwriter",
    "docx", "pptx", "multiprocessing", "concurrent.futures",
}  # fmt: skip
"""Imports that each cost a hundredth of the start and more."""

YEARS_AT_MOST = 8
"""Regions' years that the first picture is made of, however large the ledger."""

AT_MOST = 145
"""Modules of the program itself; 139 when this was written. A new page needs none at the start."""


@pytest.fixture(scope="module")
def found(ledger_masters, tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    """Start the program as a person does; what is in memory once the window stands."""
    folder = tmp_path_factory.mktemp("start")
    ledger = folder / "sample.guoban"
    ledger.write_bytes(ledger_masters(LedgerKind.SAMPLE))
    done = subprocess.run(
        [sys.executable, "-c", START, str(ledger), str(folder / "config"), str(ROOT)],
        env=os.environ | {"PYTHONPATH": str(ROOT), "XDG_DATA_HOME": str(folder)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


@pytest.fixture
def started(found: dict[str, list[str]]) -> frozenset[str]:
    """The modules that are loaded."""
    return frozenset(found["modules"])


def test_what_the_first_picture_does_not_need_is_not_loaded(started: frozenset[str]) -> None:
    assert started & HEAVY == set()


def test_what_writes_proves_merges_and_backs_up_waits_until_it_is_wanted(
    started: frozenset[str],
) -> None:
    waiting = ("tracker.storage.journal", "tracker.storage.packets", "tracker.storage.backups",
               "tracker.storage.verification", "tracker.storage.migrations")  # fmt: skip
    assert [name for name in waiting if name in started] == []


def test_only_the_page_that_opens_is_loaded(started: frozenset[str]) -> None:
    pages = {name for name in started if name.startswith("ui.pages.")}
    assert pages == {"ui.pages.page", "ui.pages.overview"}


def test_no_page_but_the_charts_waits_for_what_draws(found: dict[str, list[str]]) -> None:
    assert found["drawing"] == []


def test_the_program_itself_stays_light(started: frozenset[str]) -> None:
    own = [name for name in started if name.split(".")[0] in ("ui", "tracker", "resources")]
    assert len(own) <= AT_MOST, f"{len(own)} modules"


def test_the_first_picture_reads_two_years_of_few_regions(found: dict[str, list[str]]) -> None:
    assert len(found["years"]) <= YEARS_AT_MOST, found["years"]


def test_no_source_is_read_along_with_an_import(found: dict[str, list[str]]) -> None:
    assert found["sources"] == []
