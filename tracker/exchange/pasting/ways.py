"""The ways in which a block can be laid onto a grid, the one that is probably meant first."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from tracker.exchange.clipboard import Block
from tracker.exchange.importing.vocabulary import Vocabulary
from tracker.exchange.pasting.by_names import LeftOut, lay_by_names
from tracker.exchange.pasting.ground import Ground, Place
from tracker.exchange.pasting.labels import Labelled, read_labels
from tracker.exchange.pasting.shapes import (
    blank_rows,
    merged_height,
    transposed,
    trimmed,
    without_blank_rows,
)
from tracker.indicators import CellKey


class LayBy(StrEnum):
    """How a block is laid."""

    NAMES = "按名称"
    POSITION = "按位置"
    PACKED = "去掉空行"
    TRANSPOSED = "转置"


@dataclass(frozen=True, slots=True)
class Arrangement:
    """A block as it is laid from `corner`, and sentences that say what was made of it.

    `notes` empty: it is laid just as it was copied, and nothing about its shape is doubtful.
    """

    by: LayBy
    block: Block
    corner: Place
    notes: tuple[str, ...] = ()
    left_out: tuple[LeftOut, ...] = ()


def ways_to_lay(
    block: Block, ground: Ground, vocabulary: Vocabulary, unit_of: Callable[[CellKey], str]
) -> tuple[Arrangement, ...]:
    """Return one way at least; a single value and a block without peculiarities have just one."""
    whole, shifted = trimmed(block)
    if not whole.width:
        return (Arrangement(LayBy.POSITION, block, ground.corner),)
    if whole.height == whole.width == 1:
        return (Arrangement(LayBy.POSITION, whole, ground.corner),)
    labelled = read_labels(whole, vocabulary, ground.year)
    named = _by_names(labelled, ground, unit_of) if labelled.has_labels else None
    figures = labelled.figures if labelled.has_labels else whole
    ways = _by_position(figures, ground, shifted)
    return ways if named is None else (named, *ways)


def _by_names(
    labelled: Labelled, ground: Ground, unit_of: Callable[[CellKey], str]
) -> Arrangement | None:
    """Return the way by names; None when no name is one of the grid's."""
    laid = lay_by_names(labelled, ground, unit_of)
    if not laid.texts:
        return None
    rows = any(label.named.is_said for label in labelled.rows)
    columns = any(label.named.is_said for label in labelled.columns)
    what = "表头和行名" if rows and columns else "行名" if rows else "表头"
    notes = [f"认出了{what}，{len(laid.texts)} 个数按名称对到各自的格。"]
    notes += [f"原表单位是{given}，已换算成{wanted}。" for given, wanted in laid.conversions]
    if laid.left_out:
        notes.append(f"有 {len(laid.left_out)} 个数对不上，没有写入。")
    return Arrangement(LayBy.NAMES, laid.block(ground), Place(0, 0), tuple(notes), laid.left_out)


def _by_position(figures: Block, ground: Ground, shifted: int) -> tuple[Arrangement, ...]:
    """Return the ways without names, the one that loses least first."""
    lost = ground.lost(figures)
    notes = []
    if shifted:
        notes.append("块的前面有空行或空列，已经去掉。")
    if lost:
        notes.append(f"按原样放，有 {lost} 个数落在表外或不用填的格里。")
    blank, span = blank_rows(figures), merged_height(figures)
    ways = [Arrangement(LayBy.POSITION, figures, ground.corner, tuple(notes))]
    if blank and (figures.width > 1 or span > 1):
        packed = without_blank_rows(figures)
        why = f"像是合并单元格，每 {span} 行一个值" if span > 1 else f"中间有 {blank} 个空行"
        told = Arrangement(
            LayBy.PACKED, packed, ground.corner, (f"{why}；去掉空行以后是 {packed.height} 行。",)
        )
        notes.append(f"{why}；按原样放，空行对着的格不动。")
        ways[0] = Arrangement(LayBy.POSITION, figures, ground.corner, tuple(notes))
        ways.insert(0 if span > 1 or ground.lost(packed) < lost else 1, told)
    turned = transposed(figures)
    first = ways[0].block
    better = ground.beyond(first) > 0 and ground.lost(turned) < ground.lost(first)
    turned_notes = ("行和列对调以后放得下，按转置粘贴。",) if better else ("行和列已对调。",)
    ways.insert(
        0 if better else len(ways),
        Arrangement(LayBy.TRANSPOSED, turned, ground.corner, turned_notes),
    )
    return tuple(ways)
