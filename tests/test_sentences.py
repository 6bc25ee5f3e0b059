"""Every sentence of a known error, read from the sources: finished, plain, and of use.

The sentences are not copied here: the test collects each text that is handed to an error class,
so one that is added tomorrow is read as well.
"""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

ROOT = Path(__file__).parents[1]
ENDS = ("。", "？", "{}")
"""A text that ends in what is filled in leaves its full stop to the sentence filled in."""
LEAST = 140
"""Fewer would mean that the collecting broke, not that the program became silent."""


class Sentence(NamedTuple):
    """Where a sentence stands and how it reads, with {} for what is filled in."""

    place: str
    text: str


def error_classes(trees: dict[Path, ast.Module]) -> set[str]:
    """Return the names of TrackerError and everything derived from it."""
    known = {"TrackerError"}
    while True:
        found = {
            node.name
            for tree in trees.values()
            for node in ast.walk(tree)
            if isinstance(node, ast.ClassDef)
            and any(isinstance(base, ast.Name) and base.id in known for base in node.bases)
        }
        if found <= known:
            return known
        known |= found


def read(node: ast.expr) -> str | None:
    """Return a literal text, with {} for each part that is computed; None for anything else."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    if isinstance(node, ast.JoinedStr):
        parts = [read(part) if isinstance(part, ast.Constant) else "{}" for part in node.values]
        return "".join(part or "" for part in parts)
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add):
        return (read(node.left) or "{}") + (read(node.right) or "{}")
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "_":
        return read(node.args[0])
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
        template = read(node.func.value) if node.func.attr == "format" else None
        return None if template is None else re.sub(r"\{[^{}]*\}", "{}", template)
    return None


def sentences() -> Iterator[Sentence]:
    """Yield every literal sentence that is given to an error."""
    trees = {
        path: ast.parse(path.read_text("utf-8"))
        for room in ("tracker", "ui")
        for path in sorted((ROOT / room).rglob("*.py"))
    }
    classes = error_classes(trees)
    for path, tree in trees.items():
        for node in ast.walk(tree):
            if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name):
                continue
            if node.func.id in classes and node.args:
                text = read(node.args[0])
                if text is not None and any("\u4e00" <= letter <= "\u9fff" for letter in text):
                    yield Sentence(f"{path.relative_to(ROOT)}:{node.lineno}", text)


SENTENCES = tuple(sentences())


def test_they_are_all_here() -> None:
    assert len(SENTENCES) >= LEAST


@pytest.mark.parametrize("sentence", SENTENCES, ids=lambda sentence: sentence.place)
def test_a_sentence_is_finished_and_calm(sentence: Sentence) -> None:
    text = sentence.text
    assert text.endswith(ENDS) or not text.strip("{}—："), text
    assert not set("!！\n") & set(text), text
    assert "请稍候" not in text
    assert "Error" not in text
