"""The files that make guoban a citizen of a Linux desktop are valid and belong together."""

import shutil
import subprocess
import tomllib
import xml.etree.ElementTree as ET
from collections.abc import Callable
from configparser import ConfigParser
from pathlib import Path

import pytest

from tracker.ledgers import LedgerKind

ROOT = Path(__file__).parents[2]
PACKAGING = ROOT / "resources" / "packaging"
METAINFO = PACKAGING / "io.github.guoban.Guoban.metainfo.xml"
MIME = "application/vnd.guoban.ledger"


def passes(*command: str | Path) -> None:
    """Run a validator, where the machine has it."""
    if shutil.which(str(command[0])) is None:
        pytest.skip(f"{command[0]} is not installed")
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_desktop_entry_is_valid() -> None:
    passes("desktop-file-validate", PACKAGING / "guoban.desktop")


def test_the_metainfo_is_valid() -> None:
    passes("appstreamcli", "validate", "--no-net", METAINFO)


def test_a_double_click_on_a_ledger_starts_the_program() -> None:
    entry = ConfigParser(interpolation=None)
    entry.read(PACKAGING / "guoban.desktop", encoding="utf-8")
    section = entry["Desktop Entry"]
    assert section["Exec"] == "guoban %f"
    assert section["MimeType"] == f"{MIME};"
    kinds = ET.parse(PACKAGING / "guoban-mime.xml").getroot()
    assert [kind.get("type") for kind in kinds] == [MIME]


def test_the_magic_of_the_mime_type_is_in_a_real_ledger(
    make_ledger: Callable[[LedgerKind], Path],
) -> None:
    ledger = make_ledger(LedgerKind.GANSU_2023)
    namespace = "{http://www.freedesktop.org/standards/shared-mime-info}"
    kinds = ET.parse(PACKAGING / "guoban-mime.xml").getroot()
    matches = list(kinds.iter(f"{namespace}match"))
    assert len(matches) == 2
    head = ledger.read_bytes()[:100]
    for match in matches:
        word = str(match.get("value")).encode()
        assert head[int(str(match.get("offset"))) :].startswith(word)


def test_the_release_is_the_version_of_the_project() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    newest = next(ET.parse(METAINFO).getroot().iter("release"))
    assert newest.get("version") == project["version"]
