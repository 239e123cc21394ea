"""The tokens of a Doc with their parts of speech and their cuts: what phrases and clauses are made from."""

from __future__ import annotations

from functools import cached_property

from spacy.tokens import Doc

from arner.arabic.word import Gender, Number, Word, cut_as, has_object
from arner.lexicon import word_class
from arner.lexicon.by_word import ByWord
from arner.syntax.tagging import Tags, tagger
from arner.syntax.words import RELATIVES, THAT
from arner.tokens import Tokens, tokens_of

_PREPOSITIONS = word_class("preposition_with_pronoun")
_ONTO_WORD = word_class("suffix_of_preposition")
_ONTO_LETTER = word_class("suffix_of_letter")
_HYPHEN = "\u2010"  # no comma, as a dash is
_GENDER: dict[str, Gender] = {"Masc": "m", "Fem": "f"}
_NUMBER: dict[str, Number] = {"Sing": "s", "Dual": "d", "Plur": "p"}
_LINKS = word_class("clause_link")
_PRONOUNS = word_class("pronoun_or_demonstrative")
_WITH_PRONOUN = frozenset(p + s for p in "بل" for s in _ONTO_LETTER) | frozenset(
    p + s for p in _PREPOSITIONS for s in _ONTO_WORD
)
_VERBS = frozenset({"VERB", "AUX"})


def _closed(word: str) -> str | None:
    """The part of speech of a mark or a word of a closed class."""
    plain = word[1:] if word[:1] in ("و", "ف") and len(word) > 2 else word
    if not any(c.isalnum() for c in word):
        return "SPACE" if word.isspace() else "PUNCT"
    if plain in RELATIVES and plain.startswith("ال"):
        return "REL"
    if plain in _LINKS or word in THAT or plain in THAT:
        return "SCONJ"
    if word in _PRONOUNS or plain in _PRONOUNS:
        return "PRON"
    return "ADP" if word in _WITH_PRONOUN or plain in word_class("plain_preposition") else None


_CLOSED = ByWord(_closed)


class Tagged:
    """`words`: folded tokens; a token of marks alone keeps its text. All indices are tokens."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.tokens = tokens_of(doc)
        # a token of marks alone folds to nothing; rules look at first letters
        self.words: list[str] = [norm or text for norm, text in zip(self.tokens.norms, self.tokens.texts, strict=True)]
        for i in _joining(self.tokens):
            self.words[i] = _HYPHEN
        self._tagger = tagger()
        self._made: list[Word | None] = [None] * len(doc)
        self.sentences: list[tuple[int, int]] = [(s.start, s.end) for s in doc.sents]
        self.sentence: list[tuple[int, int]] = [(0, 0)] * len(doc)
        for start, end in self.sentences:
            self.sentence[start:end] = [(start, end)] * (end - start)

    @cached_property
    def tags(self) -> Tags:
        """What the tagger says, for whoever wants its scores."""
        return self._tagger.tag(self.tokens.texts)

    @cached_property
    def named(self) -> dict[int, int]:
        """For each token of a name that the name tagger found, the first token of that name."""
        return {i: start for start, end, _ in self.tokens.entities for i in range(start, end)}

    @cached_property
    def pos(self) -> list[str]:
        """Part of speech of each token (Universal Dependencies': VERB AUX NOUN …; REL for relatives), closed classes
        and the tagger's names before the small tagger."""
        found = self.tags.best("pos")
        named = self.named
        for i, word in enumerate(self.words):
            closed = _CLOSED[word]
            if i in named and (word == "علي" or (closed is None and found[i] in _VERBS)):
                found[i] = "PROPN"  # «علي» is the name, not «on»
            elif closed is not None:
                found[i] = closed
        return found

    @cached_property
    def _cuts(self) -> tuple[list[str], ...]:
        return tuple(self.tags.best(head) for head in ("conj", "prep", "suffix"))

    def word(self, i: int) -> Word:
        """Token `i`, cut as its sentence has it."""
        made = self._made[i]
        if made is None:
            norm, verb = self.words[i], self.is_verb(i)
            conj, prep, suffix = (told[i] != "-" for told in self._cuts)
            rest = norm[conj:]
            if not prep and not verb and rest[:1] in ("ب", "ل", "ك") and len(rest) > 3:
                known = self._tagger.words
                better = rest[1:] in known and (rest not in known or self.score("prep", "-", i) < 0.8)
                prep = rest.startswith("لل") or better  # «كعازف», «بهتلر»: what remains is known
            made = cut_as(norm, conj, prep, suffix or (verb and has_object(norm)), verb=verb)
            self._made[i] = made
        return made

    def conj(self, i: int) -> str:
        """The conjunction written onto token `i`, or "": `و` of `وقال`."""
        return self.word(i).conj if self.pos[i] != "PUNCT" else ""

    def prep(self, i: int) -> str:
        """The preposition written onto token `i`, or ""."""
        return self.word(i).prep if self.pos[i] != "PUNCT" else ""

    def governs(self, i: int) -> bool:
        """Whether token `i` is a preposition that governs what follows: `في`, not `فيها`."""
        return self.pos[i] == "ADP" and self.words[i].lstrip("وف") not in _WITH_PRONOUN and not self.word(i).suffix

    def is_verb(self, i: int) -> bool:
        """Whether token `i` is a finite verb."""
        return self.pos[i] in _VERBS

    @cached_property
    def _genders(self) -> tuple[list[str], list[str]]:
        return self.tags.best("gender"), self.tags.best("number")

    def gender(self, i: int) -> Gender | None:
        """Gender of the noun or verb at token `i` as its sentence has it."""
        return _GENDER.get(self._genders[0][i])

    def number(self, i: int) -> Number | None:
        """Number of the noun or verb at token `i`; plurals made within (`وزراء`) too."""
        return _NUMBER.get(self._genders[1][i])

    def score(self, head: str, label: str, i: int) -> float:
        """How likely the small tagger holds the answer `label` of `head` for token `i`: 0 to 1."""
        return self.tags.score(head, label, i)


def _joining(tokens: Tokens) -> list[int]:
    """The tokens that are signs which join two words into one: `إس-300`."""
    signs = [i for i, text in enumerate(tokens.texts) if text == "-"]
    return [i for i in signs if 0 < i < len(tokens) - 1 and not (tokens.spaced[i] or tokens.spaced[i - 1])]


_last: list[Tagged] = []  # the stages run over one Doc after the other


def tagged_of(doc: Doc) -> Tagged:
    """The `Tagged` of `doc`: made once for all stages, when its sentences and the tagger's names are set."""
    if not _last or _last[0].doc is not doc:
        _last[:] = [Tagged(doc)]
    return _last[0]
