"""Chinese literals of the code: which people read, and which only recognise what people write.

What people read stands inside `_()`. What stays bare: docstrings, patterns and regular
expressions, and what kept.txt names, a file or `file::name` a line. In the rooms that read
tables (tracker/exchange) words that are compared with, looked up or cut off stay bare, too.
"""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]
ROOMS = ("tracker", "ui")
CHINESE = re.compile("[\u3000-\u303f\u3400-\u9fff\uff00-\uffef“”]")
_READING_ROOM = "tracker/exchange/"
_CUTTING = frozenset(
    {"split", "rsplit", "partition", "rpartition", "startswith", "endswith", "removeprefix",
     "removesuffix", "strip", "lstrip", "rstrip", "replace", "find", "index", "count"}
)  # fmt: skip
_TRANSPARENT = (ast.Tuple, ast.List, ast.Set, ast.IfExp, ast.BinOp, ast.BoolOp, ast.Starred)
StringNode = ast.Constant | ast.JoinedStr


def sources() -> list[Path]:
    """Return every file of code that speaks to people."""
    return sorted(path for room in ROOMS for path in (ROOT / room).rglob("*.py"))


def _entries() -> list[str]:
    lines = Path(__file__).with_name("kept.txt").read_text(encoding="utf-8").splitlines()
    return [line.partition("#")[0].strip() for line in lines]


@cache
def kept_words() -> frozenset[str]:
    """Return the words that are no text anywhere: names of typefaces."""
    return frozenset(entry.removeprefix("=") for entry in _entries() if entry.startswith("="))


@cache
def kept_names() -> dict[str, set[str]]:
    """Return what kept.txt names: file → names in it; an empty set means the whole file."""
    found: dict[str, set[str]] = {}
    for entry in _entries():
        if entry and not entry.startswith("="):
            file, _, name = entry.partition("::")
            found.setdefault(file, set())
            if name:
                found[file].add(name)
    return found


@cache
def tree(path: Path) -> ast.Module:
    """Parse a file, once."""
    return ast.parse(path.read_text(encoding="utf-8"))


def marked(parsed: ast.AST) -> Iterator[tuple[str | None, str]]:
    """Yield context and text of what stands inside `_()` or `pgettext()`, in the file's order."""
    found = []
    for node in ast.walk(parsed):
        if is_marked(node):
            assert isinstance(node, ast.Call)
            words = [arg.value for arg in node.args if isinstance(arg, ast.Constant)]
            if words:  # else the word is a variable: one of the catalogue's
                context = words[0] if len(words) > 1 else None
                found.append((node.lineno, node.col_offset, context, words[-1]))
    yield from ((context, text) for _line, _column, context, text in sorted(found, key=_place))


def _place(found: tuple[int, int, str | None, str]) -> tuple[int, int]:
    return found[:2]


class Literals:
    """The Chinese literals of one file, told apart."""

    def __init__(self, path: Path) -> None:
        self._tree = tree(path)
        self._file = path.relative_to(ROOT).as_posix()
        self._parents = {
            child: parent
            for parent in ast.walk(self._tree)
            for child in ast.iter_child_nodes(parent)
        }
        self._kept = kept_names().get(self._file)

    def shown(self) -> Iterator[StringNode]:
        """Yield what people read and what is not inside `_()` yet."""
        if self._kept == set():
            return
        for node in ast.walk(self._tree):
            if is_chinese(node) and not self._stays(node):
                yield node  # type: ignore[misc]

    def _stays(self, node: ast.AST) -> bool:
        parent = self._parents[node]
        if isinstance(parent, ast.JoinedStr | ast.FormattedValue) and isinstance(
            node, ast.Constant
        ):
            return True  # a part of an f-string, which is a literal of its own
        if isinstance(parent, ast.Expr | ast.MatchValue) or is_marked(parent):
            return True
        chain = list(self._around(node))
        return (
            any(self._is_pattern(one) for one in chain)
            or (self._file.startswith(_READING_ROOM) and self._is_reading(node))
            or getattr(node, "value", "") in kept_words()
            or bool(self._kept and any(name in self._kept for name in map(_name_of, chain) if name))
        )

    def _around(self, node: ast.AST) -> Iterator[ast.AST]:
        while node in self._parents:
            node = self._parents[node]
            yield node

    def _is_pattern(self, node: ast.AST) -> bool:
        if isinstance(node, ast.Call):
            called = ast.unparse(node.func)
            return called.startswith("re.") or called == "str.maketrans"
        return False

    def _is_reading(self, node: ast.AST) -> bool:
        inner, outer = node, self._parents[node]
        while isinstance(outer, _TRANSPARENT):
            inner, outer = outer, self._parents[outer]
        if isinstance(outer, ast.Compare | ast.Subscript):
            return True
        if isinstance(outer, ast.Dict):
            return inner in outer.keys
        called = outer.func if isinstance(outer, ast.Call) else None
        return isinstance(called, ast.Attribute) and called.attr in _CUTTING


def is_chinese(node: ast.AST) -> bool:
    """Say whether a node is a string, or an f-string, whose own text has Chinese in it."""
    if isinstance(node, ast.JoinedStr):
        parts = (part.value for part in node.values if isinstance(part, ast.Constant))
        return any(CHINESE.search(part) for part in parts)
    return (
        isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and bool(CHINESE.search(node.value))
    )


def is_marked(node: ast.AST) -> bool:
    """Say whether a node is a call of `_` or `pgettext`."""
    named = isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
    return named and node.func.id in ("_", "pgettext")  # type: ignore[attr-defined]


def _name_of(node: ast.AST) -> str:
    """Return what a node defines: a function's, a class's or a constant's name."""
    if isinstance(node, ast.FunctionDef | ast.ClassDef):
        return node.name
    target = node.targets[0] if isinstance(node, ast.Assign) else getattr(node, "target", None)
    return target.id if isinstance(target, ast.Name) else ""
