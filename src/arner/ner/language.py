"""The spaCy language of Arabic news: how text becomes tokens; `spacy.blank("arner")`.

spaCy's own Arabic rules leave punctuation glued to Arabic words (`المتحدة،إنها`, `تتراجع».`). Tokens here come
from one regular expression in a single pass, so that the time is linear in the text whatever stands in it.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from spacy.attrs import NORM
from spacy.lang.ar import Arabic, ArabicDefaults
from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import DummyTokenizer, load_config_from_str, registry
from spacy.vocab import Vocab

from arner.arabic.orthography import MARKS, fold

_M = MARKS.pattern
_TOKEN = re.compile(
    rf"""
    \s+
  | (?:https?://|www\.)[^\s«»"“”<>،؛]+                      # addresses
  | [A-Za-z0-9._%+-]{{1,64}}@[A-Za-z0-9-]{{1,63}}(?:\.[A-Za-z0-9-]{{1,63}}){{1,4}}
  | {_M}*\d+(?:[.,/:+٫٬-]\d+)*{_M}*(?:[^\W\d_]|{_M})*          # 106,78 · 13/07/2018 · 5+1 · 2018م
  | {_M}*[A-Za-z][A-Za-z0-9]*(?:[&.'’-][A-Za-z0-9]+)*          # Al-Jazeera
  | {_M}*(?:[^\W_]{_M}*)+                                     # words, with their diacritics and tatweel
  | {_M}*([^\w\s]|_)(?:\1|{_M})*                              # punctuation, one sign repeated stays together
  | {_M}+
    """,
    re.VERBOSE,
)


class NewsTokenizer(DummyTokenizer):
    """Words, numbers, signs: `#دونالد_ترمب` → `#`, `دونالد`, `_`, `ترمب`; `و(أ ف ب)` → `و`, `(`, `أ` …

    The text comes back unchanged from the Doc: `nlp.make_doc(text).text == text`.
    """

    def __init__(self, vocab: Vocab) -> None:
        self.vocab = vocab

    def __call__(self, text: str) -> Doc:
        words: list[str] = []
        spaces: list[bool] = []
        for match in _TOKEN.finditer(text):
            token = match[0]
            if token[0] == " " and words and not spaces[-1] and not words[-1].isspace():
                spaces[-1] = True  # the one space after a word belongs to the word
                token = token[1:]
            if token:
                words.append(token)
                spaces.append(False)
        return Doc(self.vocab, words=words, spaces=spaces)


@registry.tokenizers("arner.news_tokenizer.v1")  # type: ignore[untyped-decorator]
def create_tokenizer() -> Callable[[Language], NewsTokenizer]:
    def create(nlp: Language) -> NewsTokenizer:
        # spaCy puts a table of its own before the getter, in which « and » are both '"'.
        nlp.vocab.lex_attr_getters[NORM] = fold  # type: ignore[attr-defined]
        return NewsTokenizer(nlp.vocab)

    return create


class ArabicNewsDefaults(ArabicDefaults):
    """spaCy's Arabic defaults with this tokeniser and the folded word as `norm_`."""

    config = load_config_from_str('[nlp]\n[nlp.tokenizer]\n@tokenizers = "arner.news_tokenizer.v1"\n')
    lex_attr_getters = {**ArabicDefaults.lex_attr_getters, NORM: fold}  # noqa: RUF012


class ArabicNews(Arabic):  # type: ignore[no-untyped-call]
    """spaCy's Arabic with the tokens of news; `token.norm_` is the folded word (`arner.arabic.orthography`)."""

    lang = "arner"
    Defaults = ArabicNewsDefaults
