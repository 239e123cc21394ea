"""Closed classes of words: each is asked for by name and found whole."""

from __future__ import annotations

import tomllib
from importlib.resources import files

import pytest

from arner.arabic.orthography import fold
from arner.lexicon import word_class

TABLE = tomllib.loads(files("arner.lexicon").joinpath("data", "classes.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", TABLE)
def test_a_class_has_a_gloss_and_folded_words(name: str) -> None:
    assert TABLE[name]["gloss"]
    assert word_class(name)
    assert all(fold(word) in (word, "") for word in word_class(name))


@pytest.mark.parametrize("name", TABLE)
def test_a_class_says_no_word_twice(name: str) -> None:
    words = [fold(word) for word in TABLE[name].get("words", "").split()]
    assert len(words) == len(set(words))
    for base in TABLE[name].get("extends", ()):
        assert not word_class(base) & set(words), f"{name} repeats words of {base}"


def test_a_class_has_the_words_of_those_it_extends() -> None:
    assert word_class("relative") | word_class("circumstance") < word_class("relative_clause")


def test_an_unknown_class_is_named() -> None:
    with pytest.raises(KeyError, match="no class of words 'prepositions'"):
        word_class("prepositions")
