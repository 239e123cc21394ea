"""The spaCy language of Arabic news: how text becomes tokens. (tokenizer rules: in progress)"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from spacy.attrs import NORM
from spacy.lang.ar import Arabic, ArabicDefaults
from spacy.tokens import Doc

from arner.arabic.orthography import fold

# What the components leave on the Doc; see docs/architecture.md.
for _name in ("article", "dates", "mentions", "entities", "statements", "meetings"):
    Doc.set_extension(_name, default=None, force=True)


class ArabicNewsDefaults(ArabicDefaults):
    lex_attr_getters: dict[int, Callable[[str], Any]] = {**ArabicDefaults.lex_attr_getters, NORM: fold}


class ArabicNews(Arabic):
    """spaCy's Arabic with the tokens of news; `spacy.blank("arner")`."""

    lang = "arner"
    Defaults = ArabicNewsDefaults
