"""Bulletin: the sentences of a 通报, every number in them tied to the cell it came from."""

from tracker.bulletin.indicator import indicator_sentences
from tracker.bulletin.members import member_sentences
from tracker.bulletin.paper import Bulletin, Section, bulletin
from tracker.bulletin.sentence import Part, Sentence
from tracker.bulletin.whole import summary_sentences

__all__ = [
    "Bulletin",
    "Part",
    "Section",
    "Sentence",
    "bulletin",
    "indicator_sentences",
    "member_sentences",
    "summary_sentences",
]
