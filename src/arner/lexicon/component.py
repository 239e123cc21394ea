"""spaCy components whose words a user's files may extend."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc

from arner.lexicon import opened, using


@dataclass(frozen=True, slots=True)
class Annotator:
    """A spaCy component that annotates a `Doc` under the lexicon that `paths` extend; it pickles by the paths."""

    annotate: Callable[[Doc], Doc]
    paths: tuple[str, ...]

    def __call__(self, doc: Doc) -> Doc:
        with using(opened(self.paths)):
            return self.annotate(doc)


def component(name: str, annotate: Callable[[Doc], Doc], **facts: Any) -> Callable[..., Annotator]:
    """Register `annotate` as the spaCy component `name`; its setting `lexicon` is a list of a user's files."""

    def create(nlp: Language, name: str, lexicon: list[str]) -> Annotator:
        return Annotator(annotate, tuple(lexicon))

    Language.factory(name, default_config={"lexicon": []}, func=create, **facts)
    return create
