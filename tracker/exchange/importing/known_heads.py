"""KnownHeads: many sheets of a file have the same heads, which need to be read only once."""

from dataclasses import dataclass, field

from tracker.exchange.importing.facets import Facets
from tracker.exchange.sheets import Cell


@dataclass(slots=True)
class KnownHeads:
    """What equal heads say, for all tables of a file: those of one row or column, and whole rows
    of column heads (many sheets have the same), the harmless ones left out.
    """

    facets: dict[tuple[object, ...], Facets] = field(default_factory=dict)
    columns: dict[tuple[object, ...], tuple[tuple[int, ...], list[Facets]]] = field(
        default_factory=dict
    )
    plain: set[tuple[Cell, ...]] = field(default_factory=set)
    """Rows of column heads that name no region."""
