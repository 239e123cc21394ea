"""The component `arner_sentences`: where sentences begin. (in progress)"""

from __future__ import annotations

from collections.abc import Callable

from spacy.language import Language
from spacy.tokens import Doc


@Language.factory("arner_sentences", assigns=["token.is_sent_start"])
def create(nlp: Language, name: str) -> Callable[[Doc], Doc]:
    return split


def split(doc: Doc) -> Doc:
    for i, token in enumerate(doc):
        token.is_sent_start = i == 0 or "\n" in doc[i - 1].text or doc[i - 1].text in ".؟!…"
    return doc
