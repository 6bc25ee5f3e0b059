"""Pasting: how a block off the clipboard is meant, with its labels, blanks, units and direction.

`ways_to_lay` is the door: it returns the ways in which a block can be laid onto a grid, the one
that is probably meant first, each with sentences that say what was recognised.
"""

from tracker.exchange.pasting.ground import Ground
from tracker.exchange.pasting.ways import Arrangement, LayBy, ways_to_lay

__all__ = ["Arrangement", "Ground", "LayBy", "ways_to_lay"]
