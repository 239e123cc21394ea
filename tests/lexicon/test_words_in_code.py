"""Lists of Arabic words in code: they are to stand in data files, where a reader finds them with a gloss."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

from arner.arabic.orthography import fold
from arner.lexicon import load, word_class

PACKAGE = Path(str(files("arner")))
_ARABIC = re.compile("[\u0621-\u064a]")
FEW = 3  # words that are a list
MOST = 85  # of such lists, endings of words among them; to become 40


def _words(node: ast.AST) -> list[str]:
    """The Arabic words of a literal collection, or of one string of words parted by spaces."""
    parts: list[ast.expr | None] = []
    if isinstance(node, ast.Set | ast.List | ast.Tuple):
        parts = list(node.elts)
    elif isinstance(node, ast.Dict):
        parts = list(node.keys)
    elif isinstance(node, ast.Constant) and isinstance(node.value, str):
        words = node.value.split()
        return words if all(_ARABIC.search(word) for word in words) and not re.search("[.?!|\\[]", node.value) else []
    texts = [part.value for part in parts if isinstance(part, ast.Constant) and isinstance(part.value, str)]
    return [text for text in texts if _ARABIC.search(text)]


def lists() -> Iterator[tuple[Path, int, list[str]]]:
    for path in sorted(PACKAGE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if len(words := _words(node)) >= FEW:
                yield path.relative_to(PACKAGE), getattr(node, "lineno", 0), words


def test_few_lists_of_words_stand_in_code() -> None:
    found = list(lists())
    print(f"{len(found)} lists of words in code")
    assert len(found) <= MOST


def test_no_list_in_code_names_a_person_or_a_place() -> None:
    states = [state for state in load("countries").values() if isinstance(state, dict)]
    lists_of_names = [state.get(key, ()) for state in states for key in ("names", "capitals")]
    known = {fold(name) for names in (*lists_of_names, *load("places").values()) for name in names}
    known -= word_class("tense")  # كان: was, and Cannes
    assert not [(path, line, word) for path, line, words in lists() for word in words if fold(word) in known]
