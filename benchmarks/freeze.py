"""Freezes records, so that a change of code is read as a difference of records.

    python benchmarks/freeze.py tag OUT.spacy ARTICLES... [-n 500]    run the tagger once, keep its Docs
    python benchmarks/freeze.py records TAGGED.spacy OUT.jsonl        run every later stage on them
    python benchmarks/freeze.py diff BEFORE.jsonl AFTER.jsonl         what became other, an article at a time

A step that only moves code leaves `diff` silent; what a step of behaviour changes is read in its output. The tagger
is by far the slowest stage and the rules do not change it, so its Docs are kept with their articles.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any

from spacy.tokens import Doc, DocBin

import arner
from arner.inputs import read_articles
from arner.pipeline import facts, record_of
from arner.records import Article

_TAGGED = "arner_consistency"  # the last stage that the tagger's own output needs


def tag(out: Path, sources: list[str], count: int) -> None:
    """The first `count` articles of `sources` through the tagger, `DocBin` with the article as `user_data`."""
    nlp = arner.load()
    later = nlp.language.pipe_names[nlp.language.pipe_names.index(_TAGGED) + 1 :]
    articles = list(islice((a for a in read_articles(sources) if isinstance(a, Article)), count))
    kept = DocBin(store_user_data=True)
    with nlp.language.select_pipes(disable=later):
        for article, doc in zip(articles, nlp.language.pipe(map(nlp._doc, articles), batch_size=16), strict=True):
            doc.user_data["article"] = article.model_dump()
            kept.add(doc)
    kept.to_disk(out)
    print(f"{out}: {len(articles)} articles", file=sys.stderr)


def records(tagged: Path, out: Path) -> None:
    """The records of the kept Docs, one JSON line each."""
    nlp = arner.load()
    names = nlp.language.pipe_names
    stages = [nlp.language.get_pipe(name) for name in names[names.index(_TAGGED) + 1 :]]
    with out.open("w", encoding="utf-8") as file:
        for doc in _docs(tagged, nlp.language.vocab):
            article = Article.model_validate(doc.user_data.pop("article"))
            doc._.article = facts(article, doc.text)
            for stage in stages:
                doc = stage(doc)
            file.write(record_of(doc, article).model_dump_json() + "\n")


def _docs(tagged: Path, vocab: Any) -> Iterator[Doc]:
    return DocBin().from_disk(tagged).get_docs(vocab)


def diff(before: Path, after: Path) -> int:
    """Prints what differs, an item a line, `-` before and `+` after; the number of articles that differ."""
    old, new = _read(before), _read(after)
    changed = 0
    for key in dict.fromkeys([*old, *new]):
        lines = list(_changes(old.get(key, {}), new.get(key, {})))
        if lines:
            changed += 1
            print(f"== {key}")
            print("\n".join(lines))
    print(f"{changed} of {len(new)} articles differ", file=sys.stderr)
    return changed


def _read(path: Path) -> dict[str, dict[str, Any]]:
    with path.open(encoding="utf-8") as file:
        return {record["id"]: record for record in (json.loads(line, object_hook=_as_found) for line in file)}


def _as_found(fields: dict[str, Any]) -> dict[str, Any]:
    """Without how sure it is, looked up in a table that is made anew with the rules, and without null fields."""
    return {name: value for name, value in fields.items() if name != "confidence" and value is not None}


def _changes(old: dict[str, Any], new: dict[str, Any]) -> Iterator[str]:
    for field in dict.fromkeys([*old, *new]):
        one, other = old.get(field), new.get(field)
        if one == other:
            continue
        if isinstance(one, list) or isinstance(other, list):
            was, now = ([json.dumps(item, ensure_ascii=False) for item in items or []] for items in (one, other))
            yield from (f"- {field} {item}" for item in was if item not in now)
            yield from (f"+ {field} {item}" for item in now if item not in was)
        else:
            yield from (f"- {field} {one}", f"+ {field} {other}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    commands = parser.add_subparsers(dest="command", required=True)
    tagging = commands.add_parser("tag")
    tagging.add_argument("out", type=Path)
    tagging.add_argument("articles", nargs="+")
    tagging.add_argument("-n", type=int, default=500)
    making = commands.add_parser("records")
    making.add_argument("tagged", type=Path)
    making.add_argument("out", type=Path)
    comparing = commands.add_parser("diff")
    comparing.add_argument("before", type=Path)
    comparing.add_argument("after", type=Path)
    given = parser.parse_args()
    if given.command == "tag":
        tag(given.out, given.articles, given.n)
    elif given.command == "records":
        records(given.tagged, given.out)
    else:
        sys.exit(bool(diff(given.before, given.after)))


if __name__ == "__main__":
    main()
