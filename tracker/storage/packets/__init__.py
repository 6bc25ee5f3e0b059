"""填报包: the journal of one office in one file, and its union with the journal of another."""

from tracker.storage.packets.merging import Clash, Difference, MergePlan, Merger
from tracker.storage.packets.packet import Packet, read_packet, write_packet

__all__ = [
    "Clash",
    "Difference",
    "MergePlan",
    "Merger",
    "Packet",
    "read_packet",
    "write_packet",
]
