"""填报包: the journal of one office in one file, and its union with the journal of another."""

from tracker.storage.packets.merging import Clash, Difference, MergePlan, Merger
from tracker.storage.packets.naming import held_words, key_words, merge_name
from tracker.storage.packets.packet import Packet, read_packet, write_packet
from tracker.storage.packets.passphrase import enclose, is_enclosed
from tracker.storage.packets.side import Held, MergeKey

__all__ = [
    "Clash",
    "Difference",
    "Held",
    "MergeKey",
    "MergePlan",
    "Merger",
    "Packet",
    "enclose",
    "held_words",
    "is_enclosed",
    "key_words",
    "merge_name",
    "read_packet",
    "write_packet",
]
