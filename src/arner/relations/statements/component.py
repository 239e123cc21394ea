"""The component `arner_statements`."""

from __future__ import annotations

from collections.abc import Callable

from spacy.language import Language
from spacy.tokens import Doc


@Language.factory("arner_statements", assigns=["doc._.statements"])
def create(nlp: Language, name: str) -> Callable[[Doc], Doc]:
    return _annotate


def _annotate(doc: Doc) -> Doc:
    doc._.statements = []
    return doc
