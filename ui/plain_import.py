"""Qt, loaded without its watch over every later import.

PySide6 puts an import of its own in the place of Python's: it reads the source of each module
that is loaded after it and keeps the lines for good, to see whether the module may want Qt's
methods in snake case. Nothing here does. Reading along cost a tenth of the start and, once
matplotlib had come, 28 MB. Whoever opens a window imports this before anything else.
"""

import builtins

import PySide6.QtCore as PySide6Core

assert PySide6Core.__name__  # loading it is what puts the other import in place

builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
