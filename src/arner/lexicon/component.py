"""spaCy components whose words a user's files may extend."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc

from arner.arabic.orthography import fold
from arner.lexicon import is_off, opened, using


@dataclass(frozen=True, slots=True)
class Annotator:
    """A spaCy component that annotates a `Doc` under the lexicon that `paths` extend, `without` some rules.

    It pickles by these two.
    """

    annotate: Callable[[Doc], Doc]
    paths: tuple[str, ...]
    without: tuple[str, ...]

    def __call__(self, doc: Doc) -> Doc:
        with using(opened(self.paths, self.without)):
            doc = self.annotate(doc)
            if self.without:
                _switch_off(doc)
            return doc


def _switch_off(doc: Doc) -> None:
    """Drop what rules made that are off. All was resolved before, so that no other record changes."""
    for layer in ("statements", "meetings", "agreements", "appointments", "events"):
        found = getattr(doc._, layer)
        if found:
            setattr(doc._, layer, [record for record in found if not _off(layer, record)])


def _off(layer: str, record: dict[str, Any]) -> bool:
    why = record.get("why")
    return is_off(record.get("relation", layer), record["rule"], why.frame if why else None)


def component(name: str, annotate: Callable[[Doc], Doc], **facts: Any) -> Callable[..., Annotator]:
    """Register `annotate` as the spaCy component `name`, with a user's files (`lexicon`) and rules that are off
    (`without`) as its settings.
    """

    def create(nlp: Language, name: str, lexicon: list[str], without: list[str]) -> Annotator:
        needs_folded_words(nlp, name)
        return Annotator(annotate, tuple(lexicon), tuple(without))

    Language.factory(name, default_config={"lexicon": [], "without": []}, func=create, **facts)
    return create


def needs_folded_words(nlp: Language, name: str) -> None:
    """Refuse a pipeline whose words are not folded: rules compare `token.norm_`, which `arner`'s language fills so.

    Raises:
        ValueError: `nlp` is of another language, such as `spacy.blank("ar")`.
    """
    if nlp.vocab["إلى"].norm_ != fold("إلى"):
        told = "its words are compared by their folded forms: begin with spacy.blank('arner') or arner.load().language"
        raise ValueError(f"{name} cannot work in a pipeline of the language {nlp.lang!r}; {told}")
