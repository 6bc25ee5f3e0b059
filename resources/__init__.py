"""What ships beside the code: fonts, icons, themes, catalogue, rules and translations."""

from importlib.resources import files
from pathlib import Path

ROOT = Path(str(files(__name__)))
"""Folder of the shipped files, the same in a checkout and in an installed wheel."""
