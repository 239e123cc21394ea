"""The component `arner_stanza`: the tagger of a real `stanza.Pipeline` tags the names in spaCy's tokens.

spaCy owns the tokens, Stanza tags them: sentences go in as lists of words and tags come back by position, so
that no offset of Stanza's is ever used. Words are fed cleaned (no diacritics, tatweel, bidi marks); what only joins
two words of a name (`دونالد_ترمب`, `جونغ-أون`) or carries no letter is not shown to the tagger. Sentences that follow
each other are shown together, to as many words as the model's card says: a full name in one tells the surname in the
next.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sized
from itertools import islice
from typing import Any, TypeVar

from spacy.lang.lex_attrs import is_punct
from spacy.language import Language
from spacy.tokens import Doc, Span

from arner.arabic.orthography import clean
from arner.ner import store
from arner.ner.loading import for_reading
from arner.ner.reading import Reader
from arner.tokens import Tokens

Piece = TypeVar("Piece", bound=Sized)

LABELS = {"PER": "PER", "PERS": "PER", "LOC": "LOC", "ORG": "ORG", "MISC": "MISC", "MIS": "MISC"}

_LONGEST = 150  # words in one piece given to the tagger: its memory grows with the longest
_LONGEST_WORD = 100  # characters that the tagger sees: its time grows with the longest word of a batch
_JOINERS = frozenset("_-–#")


@Language.factory("arner_stanza", assigns=["doc.ents"], default_config={"model": "bundled"})
def create(nlp: Language, name: str, model: str) -> StanzaTagger:
    return StanzaTagger(model)


class StanzaTagger:
    """Sets `doc.ents` (PER, LOC, ORG, MISC). `pipe` sends the sentences of many articles in one call.

    The model is loaded when the first text comes and is left out when the component is pickled: a
    `stanza.Pipeline` does not pickle, so each process loads its own.
    """

    def __init__(self, model: str) -> None:
        self.model = model
        self._pipeline: Any = None
        self._reader: Reader | None = None
        self._run = 0

    def __getstate__(self) -> dict[str, Any]:
        return {"model": self.model, "_pipeline": None, "_reader": None, "_run": 0}

    def load(self) -> None:
        """Load the model now. Raises `ModelError` when it is not there."""
        if self._pipeline is None:
            model = store.find(self.model)
            settings = store.pipeline_settings(model)
            store.check(model)
            import stanza

            with for_reading():
                self._pipeline = stanza.Pipeline(**settings)
                trainers = self._pipeline.processors["ner"].trainers
                if len(trainers) == 1 and Reader.can_read(trainers[0]):
                    self._reader = Reader(trainers[0], _vectors(self._pipeline, settings))
                    self._reader.replace_pipeline()
            self._run = model.run()

    def __call__(self, doc: Doc) -> Doc:
        self._tag([doc])
        return doc

    def pipe(self, docs: Iterable[Doc], batch_size: int = 32) -> Iterator[Doc]:
        """Tag `docs`, `batch_size` articles at a time, keeping their order."""
        stream = iter(docs)
        while batch := list(islice(stream, batch_size)):
            self._tag(batch)
            yield from batch

    def _tag(self, docs: list[Doc]) -> None:
        read = [(tokens, joiners(tokens)) for tokens in map(Tokens, docs)]
        cut = [list(pieces(tokens, joining)) for tokens, joining in read]
        if any(cut):
            self.load()
        shown = [
            (n, {i: word for piece in run for i, word in piece.items()})
            for n, sentences in enumerate(cut)
            for run in runs(sentences, self._run)
        ]
        tags: list[dict[int, str]] = [{} for _ in docs]
        if shown:
            answers = self._read([list(piece.values()) for _, piece in shown])
            for (n, piece), given in zip(shown, answers, strict=True):
                tags[n].update(zip(piece, given, strict=True))
        for doc, (tokens, joining), told in zip(docs, read, tags, strict=True):
            doc.ents = [Span(doc, start, end, label=label) for start, end, label in names(tokens, joining, told)]

    def _read(self, sentences: list[list[str]]) -> list[list[str]]:
        if self._reader:
            return self._reader.tags(sentences)
        tagged = self._pipeline(sentences)
        if len(tagged.sentences) != len(sentences):
            raise RuntimeError(f"Stanza gave {len(tagged.sentences)} sentences back for {len(sentences)}")
        return [[token.ner for token in sentence.tokens] for sentence in tagged.sentences]


def _vectors(pipeline: Any, settings: dict[str, Any]) -> Any:
    """The vectors as their file has them, where the settings name one."""
    if "ner_pretrain_path" not in settings:
        return None
    vectors = pipeline.foundation_cache.load_pretrain(settings["ner_pretrain_path"])
    vectors.load()  # anew: every page of those that are there was looked at, to copy it
    return vectors.emb


def pieces(tokens: Tokens, joining: set[int]) -> Iterator[dict[int, str]]:
    """What the tagger sees, sentence by sentence, long ones cut: the words by their tokens' indices.

    `joining`: as `joiners` gives them.
    """
    whole = clean(tokens.text) == tokens.text
    words = tokens.texts if whole else [clean(text) for text in tokens.texts]
    for start, end in tokens.sentences():
        shown = [
            (i, word[:_LONGEST_WORD])
            for i, word in enumerate(words[start:end], start)
            if i not in joining and word.strip()
        ]
        for at in range(0, len(shown), _LONGEST):
            yield dict(shown[at : at + _LONGEST])


def runs(pieces: Iterable[Piece], most: int) -> Iterator[list[Piece]]:
    """Pieces that follow each other, together while they have at most `most` words."""
    run: list[Piece] = []
    words = 0
    for piece in pieces:
        if run and words + len(piece) > most:
            yield run
            run, words = [], 0
        run.append(piece)
        words += len(piece)
    if run:
        yield run


def joiners(tokens: Tokens) -> set[int]:
    """The tokens that only join the words beside them: a hashtag's signs, a double name's hyphen, an initial."""
    return {i for i, norm in enumerate(tokens.norms) if len(norm) < 2 and _joins(tokens, i)}


def _joins(tokens: Tokens, i: int) -> bool:
    """Whether token `i`, a letter or a sign, only joins the words beside it."""
    norm = tokens.norms[i]
    if _in_initial(tokens, i) or (norm == "." and _in_initial(tokens, i - 1)):
        return True
    if norm not in _JOINERS or tokens.spaced[i]:
        return False
    if norm == "#":
        return True
    before = tokens.texts[i - 1] if i else " "
    return not before.isspace() and not tokens.spaced[i - 1] and not is_punct(before)


def _in_initial(tokens: Tokens, i: int) -> bool:
    """Whether token `i` is the letter of an initial between two words: `جون ب. كيري`, not that of `أ. ف. ب`."""
    norms = tokens.norms
    if i < 1 or i + 2 >= len(norms) or len(norms[i]) != 1 or norms[i + 1] != "." or tokens.spaced[i]:
        return False
    letters = all(tokens.texts[k].isalpha() for k in (i - 1, i, i + 2))
    words = min(len(norms[i - 1]), len(norms[i + 2])) > 1
    return letters and words and not any(tokens.begins[i : i + 3])


def names(tokens: Tokens, joining: set[int], tags: Mapping[int, str]) -> list[tuple[int, int, str]]:
    """BIOES tags by token → names as first token, token after the last, label; none goes beyond a sentence.

    What is among `joining` between two words of one name is part of it.
    """
    found: list[tuple[int, int, str]] = []
    open_label: str | None = None
    for i, tag in tags.items():
        place, _, raw = tag.partition("-") if tag != "O" else ("O", "", "")
        label = LABELS.get(raw)
        if label is None:
            open_label = None
            continue
        joined = open_label == label and place in "IE" and not any(tokens.begins[found[-1][1] : i + 1])
        if joined and joining.issuperset(range(found[-1][1], i)):
            found[-1] = (found[-1][0], i + 1, label)
        else:
            found.append((i, i + 1, label))
        open_label = None if place in "ES" else label
    return found
