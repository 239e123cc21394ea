"""The articles of arnews, whose names are tagged by our own definition: what the third head learns from.

Their tokens are cut, cleaned and left out (a hashtag's signs, a double name's hyphen) exactly as the library shows an
article to the tagger, for they are read from the articles themselves; `train.txt` gives each token its tag. Sentences
stay with their articles, so that the development part shares no article with the rest.
"""

from __future__ import annotations

import json
import lzma
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

from arner.arabic.orthography import clean
from arner.ner import sentences, tagger
from arner.ner.language import ArabicNews
from arner.tokens import Tokens
from training.heads import Joint, news

DEV_EVERY = 14  # one article in so many is for development

Article = list[Joint]  # its sentences


def read(shared: Path) -> list[Article]:
    """The articles in the order of `articles.tsv`, each as its sentences; the other heads say nothing of them."""
    folder = shared / "ner" / "arnews"
    tags = _tags(folder / "train.txt")
    found: list[Article] = []
    nlp = ArabicNews()
    for name, text in _texts(folder / "articles.tsv", shared / "corpora"):
        doc = sentences.split(nlp.make_doc(text))
        given = iter(tags[name])
        by_token: dict[int, str] = {}
        for token in doc:
            if clean(token.text).strip():
                word, tag = next(given, ("", ""))
                if not word:
                    break
                if word != token.text:
                    raise ValueError(f"{name}: «{token.text}» in the text, «{word}» in train.txt")
                by_token[token.i] = tag
        tokens = Tokens(doc)
        pieces = tagger.pieces(tokens, tagger.joiners(tokens))
        shown = ([(w, by_token[i]) for i, w in piece.items() if i in by_token] for piece in pieces)
        found.append([news(_begun(sentence)) for sentence in shown if sentence])
    return found


def split(articles: Sequence[Article]) -> tuple[list[Article], list[Article]]:
    """Training and development articles."""
    dev = articles[DEV_EVERY - 1 :: DEV_EVERY]
    return [a for n, a in enumerate(articles, 1) if n % DEV_EVERY], list(dev)


def _begun(sentence: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """An `I-` whose beginning stands in no token that is shown, or in the sentence before, begins the name."""
    result: list[tuple[str, str]] = []
    for word, tag in sentence:
        if tag.startswith("I-") and (not result or result[-1][1][2:] != tag[2:]):
            tag = "B" + tag[1:]
        result.append((word, tag))
    return result


def _tags(path: Path) -> dict[str, list[tuple[str, str]]]:
    """Tokens and tags by article: `# id` begins one, a token and its tag are parted by a tab."""
    found: dict[str, list[tuple[str, str]]] = {}
    here: list[tuple[str, str]] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        word, tab, tag = line.partition("\t")
        if tab:
            here.append((word, tag))
        elif line.startswith("# "):
            here = found.setdefault(line[2:], [])
    return found


def _texts(table: Path, corpora: Path) -> Iterator[tuple[str, str]]:
    """Name and text of each article of `table`, in its order: as far as it was read and, should that end within a word,
    a little more."""
    rows = [line.split("\t") for line in table.read_text(encoding="utf-8").splitlines()[1:]]
    wanted: dict[str, set[str]] = defaultdict(set)
    for _, corpus, key, _ in rows:
        wanted[corpus].add(key)
    texts: dict[tuple[str, str], str] = {}
    for corpus, keys in wanted.items():
        with lzma.open(corpora / f"{corpus}.jsonl.xz", "rt", encoding="utf-8") as lines:
            for article in map(json.loads, lines):
                if (key := str(article["id"])) in keys:
                    texts[corpus, key] = f"{article.get('title') or ''}\n{article.get('text') or ''}"
    for name, corpus, key, characters in rows:
        yield name, texts[corpus, key][: int(characters) + 60]
