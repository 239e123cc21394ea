"""Closed classes of words, folded, that the syntax of news turns on; the words themselves are in classes.toml."""

from __future__ import annotations

from arner.lexicon import word_class

PREPOSITIONS = word_class("preposition")
RELATIVES = word_class("relative_clause")
THAT = word_class("that")
RADICAL_CONJUNCTION = tuple(sorted(word_class("radical_conjunction")))
ADVERBS = word_class("adverb")
OPENERS = word_class("opener")
CLOSERS = word_class("closer")
COMMAS = word_class("comma")
STOPS = word_class("stop")
