"""What ships beside the code: fonts, icons, themes, catalogue, rules and translations."""

from pathlib import Path

ROOT = Path(__file__).resolve().parent
"""Folder of the shipped files, the same in a checkout and in an installed wheel."""

VERSION = "0.1.0"
"""The program's version: of the project's file, of the newest entry of CHANGELOG.md."""
