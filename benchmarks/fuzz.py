"""Texts and files that nobody writes, through the pipeline and the readers: nothing raises, every span is exact.

    python benchmarks/fuzz.py texts ARTICLES.jsonl -n 50000 [--first 0] [--seed 1] [--log fuzz.log]
    python benchmarks/fuzz.py cuts -n 50000 [--seed 1] [--log fuzz.log]
    python benchmarks/fuzz.py files -n 100000 [--kinds page,pdf] [--log fuzz.log]

A text is a few runs of real articles (JSON lines with `text`), cut, joined and mutated; a cut is a beginning or an end
of a sentence in the tables of the package or of the tests; a file is a small one of each kind that is read (articles,
records, judgements, lexicons, models), with bytes changed, taken away or put in. Number and seed alone make each, so
that `--first N -n 1` makes one again. What fails is printed; `--log` gets a JSON line for every thousand. The status is
1 where anything failed.
"""

from __future__ import annotations

import argparse
import gzip
import io
import json
import os
import random
import re
import resource
import signal
import sys
import tempfile
import time
import tomllib
import traceback
import warnings
import zipfile
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from arner.records import ArticleRecord

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # more of numpy's threads spin for cores that others have
sys.path.insert(0, str(Path(__file__).parent.parent))

CHUNK = 1000  # of which the log tells together
BATCH = 64  # texts that go to the pipeline together

# Texts ------------------------------------------------------------------------------------------------

MARKS = "\u064b\u064c\u064e\u0651\u0652\u0653\u0654\u0670\u0640\u06d6\u0615\u0300"
UNSEEN = "\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200b\u200c\u200d\ufeff\u00ad\u034f\u061c"
CONTROLS = "".join(map(chr, range(32))) + "\x7f\x85\u2028\u2029\ufffe\uffff\ufffd"
QUOTES = "«»“”„\"'‘’‹›()[]{}<>`´‟『』"
STOPS = "،؛؟!.…:-–—_#@/%|\\*&،,;٫٬"
DIGITS = "0123456789٠١٢٣٤٥٦٧٨٩۰۱۴۵²½Ⅷ①"
ODD = (
    "\ud800", "\udfff", "\ud83d", "😀", "\U0001f468\u200d\U0001f469", "🇸🇦", "ﷺ", "﷽", "ﻻ", "ﺍ", "ﱠ", "e\u0301", "İ",
    "ß", "\u01c6", "\u0600", "\U000e0041", "\U0001ee80",
)  # fmt: skip
WORDS = (
    "قال", "وأضاف", "أن", "إن", "التقى", "اجتماع", "زيارة", "قمة", "بين", "مع", "بن", "أبو", "عبد", "ال", "و", "ف", "ب",
    "الرئيس", "وزير", "نظيره", "الوزيران", "أمس", "غدا", "الخميس", "رمضان", "31 فبراير", "99/99/9999", "عام 0", "القرن",
    "سنة 99999", "من 2 إلى", "قبل ألف عام", "بعد ٩٩٩٩٩٩٩٩٩٩ يوما", "عين", "وقع", "اتفاقا", "بحسب", "لم", "الذي",
    "#دونالد_ترمب", "https://a.b/ج?x=1", "<p>", "&amp;", "&#1602;", "<script>", "REUTERS", "(رويترز)", "a@b.c", "\r\n",
    "\n\n\n", "\t", "\u00a0",
)  # fmt: skip
DAYS = (None, "0001-01-01", "0001-01-07", "9999-12-31", "9999-12-25", "2018-07-13", "2020-02-29", "1582-10-10")

Mutation = Callable[[random.Random, str], str]


def _at(rng: random.Random, text: str) -> int:
    return rng.randint(0, len(text))


def _put(rng: random.Random, text: str, piece: str) -> str:
    at = _at(rng, text)
    return text[:at] + piece + text[at:]


def _strewn(rng: random.Random, text: str, signs: str) -> str:
    share = rng.choice((0.01, 0.1, 0.5))
    return "".join(c + rng.choice(signs) if rng.random() < share else c for c in text)


def _words(change: Callable[[random.Random, list[str]], list[str]]) -> Mutation:
    return lambda rng, text: " ".join(change(rng, text.split(" ")))


def _swapped(rng: random.Random, words: list[str]) -> list[str]:
    one, other = rng.randrange(len(words)), rng.randrange(len(words))
    words[one], words[other] = words[other], words[one]
    return words


def _again(rng: random.Random, words: list[str]) -> list[str]:
    at = rng.randrange(len(words))
    run = words[at : at + rng.randint(1, 4)]
    return words[:at] + run * rng.randint(2, 8) + words[at:]


def _without(rng: random.Random, words: list[str]) -> list[str]:
    return [word for word in words if rng.random() > 0.2] or words


def _with(rng: random.Random, words: list[str]) -> list[str]:
    for _ in range(rng.randint(1, 6)):
        words.insert(rng.randint(0, len(words)), rng.choice(WORDS))
    return words


MUTATIONS: dict[str, Mutation] = {
    "cut": lambda rng, text: text[min(a := _at(rng, text), b := _at(rng, text)) : max(a, b)],
    "turned": lambda rng, text: text[(at := _at(rng, text)) :] + text[:at],
    "backwards": lambda _, text: text[::-1],
    "joined": lambda rng, text: "".join(c for c in text if c != " " or rng.random() > 0.3),
    "parted": lambda rng, text: _strewn(rng, text, " "),
    "words swapped": _words(_swapped),
    "words again": _words(_again),
    "words left out": _words(_without),
    "words put in": _words(_with),
    "marks": lambda rng, text: _strewn(rng, text, MARKS),
    "unseen": lambda rng, text: _strewn(rng, text, UNSEEN),
    "controls": lambda rng, text: _strewn(rng, text, CONTROLS),
    "quotes": lambda rng, text: _strewn(rng, text, QUOTES),
    "stops": lambda rng, text: _strewn(rng, text, STOPS),
    "digits": lambda rng, text: _put(rng, text, "".join(rng.choices(DIGITS, k=rng.choice((1, 4, 40, 400))))),
    "odd": lambda rng, text: _put(rng, text, "".join(rng.choices(ODD, k=rng.randint(1, 6)))),
    "lines": lambda rng, text: re.sub(" ", lambda _: rng.choice("    \n\r\u2028"), text),
    "huge token": lambda rng, text: _put(rng, text, rng.choice("بوA1ـ.«#_\u064e😀") * rng.choice((50, 150, 1200))),
    "any": lambda rng, text: _put(rng, text, "".join(chr(rng.randrange(0x110000)) for _ in range(rng.randint(1, 20)))),
}


class Texts:
    """Fuzzed texts, each made of its number."""

    def __init__(self, articles: list[str], seed: int) -> None:
        self._articles = articles
        self._seed = seed

    def __getitem__(self, number: int) -> tuple[str, str | None, str | None]:
        """A text, perhaps a title and a day."""
        rng = random.Random(f"{self._seed}-{number}")
        text = " ".join(self._run(rng) for _ in range(rng.randint(1, 2)))
        for name in rng.choices(list(MUTATIONS), k=rng.randint(1, 5)):
            text = MUTATIONS[name](rng, text)
        title = self._run(rng)[:60] if rng.random() < 0.2 else None
        return text or " ", title, rng.choice(DAYS)

    def _run(self, rng: random.Random) -> str:
        article = rng.choice(self._articles)
        start = rng.randrange(max(1, len(article) - 40))
        return article[start : start + rng.randint(30, 160)]


class Cuts:
    """Beginnings and ends of sentences that rules are made for, in an order that the seed gives."""

    def __init__(self, seed: int) -> None:
        root = Path(__file__).parent.parent
        files = [file for folder in ("src", "tests") for file in root.glob(f"{folder}/**/*.toml")]
        found: dict[str, None] = {}
        for sentence in {text for file in files for text in _sentences(tomllib.loads(file.read_text("utf-8")))}:
            words = sentence.split()
            for at in range(1, len(words) + 1):
                found |= {" ".join(words[:at]): None, " ".join(words[-at:]): None}
        self._texts = sorted(found)
        random.Random(seed).shuffle(self._texts)

    def __len__(self) -> int:
        return len(self._texts)

    def __getitem__(self, number: int) -> tuple[str, str | None, str | None]:
        """A text, no title, and a day."""
        return self._texts[number], None, DAYS[number % len(DAYS)] if number % 4 == 0 else "2018-07-13"


def _sentences(value: object) -> Iterator[str]:
    """The strings of a table that have several Arabic words, without marks: `{PER:بوتين}`, `[غدا]`."""
    if isinstance(value, str) and len(re.findall(r"[\u0621-\u064a]{2,}", value)) > 3:
        while (plain := re.sub(r"\{[^{}:]*:([^{}]*)\}", r"\1", value)) != value:
            value = plain
        yield value.replace("[", "").replace("]", "")
    for inner in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from _sentences(inner)


def faults(record: ArticleRecord, text: str) -> Iterator[str]:
    """What is wrong with a record of `text`."""
    from arner.markup import readable
    from arner.records import ArticleRecord

    if record.text != readable(text):
        yield "the text is another"
    lines = len(record.left_out)  # which are told whole; they come first
    for number, span in enumerate(record.spans()):
        if record.text[span.start : span.end] != span.text or span.start >= span.end:
            yield f"a span {span.start}:{span.end} is not {span.text!r}"
        elif number >= lines and span.text != span.text.strip():
            yield "a span begins or ends with a blank"
    entities = [*record.people, *record.countries, *record.organizations, *record.places]
    known = {one.id for one in entities}
    if len(known) < len(entities):
        yield "two entities of one id"
    for ref in _refs(record.model_dump(exclude={"text"})):
        if ref not in known:
            yield f"a reference to {ref!r}, which is nobody"
    if ArticleRecord.model_validate_json(record.model_dump_json()) != record:
        yield "read back it is another record"


def _refs(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        if isinstance(value.get("ref"), str):
            yield value["ref"]
        value = list(value.values())
    if isinstance(value, list):
        for inner in value:
            yield from _refs(inner)


def fuzz_texts(args: argparse.Namespace) -> bool:
    import torch

    import arner
    from arner.records import Article

    torch.set_num_threads(1)
    texts: Texts | Cuts
    if args.what == "cuts":
        texts = Cuts(args.seed)
        args.number = min(args.number, len(texts) - args.first)
    else:
        with Path(args.articles).open(encoding="utf-8") as lines:
            texts = Texts([json.loads(line)["text"] for line in lines], args.seed)
    nlp = arner.load()
    nlp("قال بوتين")

    def run(numbers: Iterable[int]) -> Iterator[tuple[int, str]]:
        """The numbers of texts that fail, and how."""
        batch = list(numbers)
        made = [texts[number] for number in batch]
        articles = [Article(id=str(n), text=t, title=h, published=d) for n, (t, h, d) in zip(batch, made, strict=True)]
        try:
            records = list(nlp.pipe(articles))
        except Exception:
            if len(batch) > 1:
                for number in batch:
                    yield from run([number])
            else:
                yield batch[0], traceback.format_exc(limit=-4)
            return
        for number, article, record in zip(batch, articles, records, strict=True):
            counted["spans"] += len(record.spans())
            counted["statements"] += len(record.statements)
            counted["events"] += len(record.all_events())
            for fault in faults(record, article.full_text):
                yield number, fault

    counted: Counter[str] = Counter()

    def by_batches(some: range) -> Iterator[tuple[int, str]]:
        for at in range(0, len(some), BATCH):
            yield from run(some[at : at + BATCH])

    return told(args, by_batches, counted)


def told(args: argparse.Namespace, run: Callable[[range], Iterable[tuple[int, str]]], counted: Counter[str]) -> bool:
    """Run all, a thousand at a time; whether anything failed."""
    failed = 0
    for first in range(args.first, args.first + args.number, CHUNK):
        some = range(first, min(first + CHUNK, args.first + args.number))
        begun = time.process_time()
        bad: dict[str, list[int]] = {}
        for number, how in run(some):
            bad.setdefault(how, []).append(number)
            if len(bad[how]) == 1:
                print(f"{args.what} {number}: {how}", flush=True)
        failed += sum(map(len, bad.values()))
        line = {
            "what": args.what,
            "seed": args.seed,
            "first": some.start,
            "number": len(some),
            "seconds": round(time.process_time() - begun, 1),
            "failed": [{"how": how[-300:], "numbers": numbers[:5]} for how, numbers in bad.items()],
            **counted,
        }
        if args.log:
            with Path(args.log).open("a", encoding="utf-8") as log:
                log.write(json.dumps(line, ensure_ascii=False) + "\n")
    print(f"{args.what}: {args.number:,} tried, {failed} failures; {dict(counted)}")
    return failed > 0


# Files ------------------------------------------------------------------------------------------------

SECONDS = 30  # of a file; what takes longer hangs
MEMORY = 6_000_000_000  # bytes of addresses


class Hangs(BaseException):
    """A file takes too long. No `Exception`, so that no reader takes it for its own."""


class Files:
    """Fuzzed files, each made of its number; `kinds` says how often each comes."""

    def __init__(self, seed: int, kinds: list[str]) -> None:
        from fuzz_seeds import INTERESTING, SEEDS

        self._seed = seed
        self._seeds = SEEDS
        self._interesting = INTERESTING
        # Kinds that a library takes long for come one time for ten of the others.
        slow = {"page", "pdf", "workbook", "document", "feed", "crawl", "parquet", "nested"}
        self._kinds = [k for k in SEEDS for _ in range(1 if k in slow else 8) if not kinds or k in kinds]

    def __getitem__(self, number: int) -> tuple[str, str, bytes]:
        """Kind, name and bytes of a file."""
        rng = random.Random(f"{self._seed}-{number}")
        kind = rng.choice(self._kinds)
        name, data = rng.choice(self._seeds[kind])
        change = self._inside if rng.random() < 0.7 else self._changed
        for _ in range(rng.choice((1, 1, 1, 2, 4, 16))):
            data = change(rng, kind, data)
        return kind, name, data

    def _inside(self, rng: random.Random, kind: str, data: bytes) -> bytes:
        """What is packed is changed inside, so that the readers of what stands there see it."""
        try:
            if data.startswith(b"\x1f\x8b"):
                return gzip.compress(self._inside(rng, kind, gzip.decompress(data)), 1, mtime=0)
            if data.startswith(b"PK"):
                return self._in_archive(rng, kind, data)
        except Exception:
            pass  # an earlier change broke it for whatever unpacks it here
        return self._changed(rng, kind, data)

    def _in_archive(self, rng: random.Random, kind: str, data: bytes) -> bytes:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            files = [(info.filename, archive.read(info)) for info in archive.infolist()]
        changed = rng.randrange(len(files))
        files[changed] = files[changed][0], self._changed(rng, kind, files[changed][1])
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w") as archive:
            for name, inner in files:
                archive.writestr(name, inner)
        return out.getvalue()

    def _changed(self, rng: random.Random, kind: str, data: bytes) -> bytes:
        at = rng.randint(0, len(data))
        end = min(len(data), at + rng.choice((1, 2, 4, 16, 256)))
        match rng.randrange(10):
            case 0 if data:
                changed = bytearray(data)
                changed[at % len(data)] ^= 1 << rng.randrange(8)
                return bytes(changed)
            case 1:
                return data[:at] + data[end:]
            case 2:
                return data[:at] + data[at:end] * rng.choice((2, 3, 50)) + data[end:]
            case 3:
                return data[:at] + rng.randbytes(rng.choice((1, 4, 64))) + data[end:]
            case 4:
                return data[:at]
            case 5:
                other = rng.choice(self._seeds[rng.choice((kind, *self._seeds))])[1]
                return data[:at] + other[rng.randint(0, len(other)) :]
            case 6:
                return data[:at] + bytes([rng.choice((0, 10, 13, 34, 39, 44, 59, 91, 92, 123, 125, 255))]) + data[at:]
            case 7:
                start = data.find(b"\n", at) + 1
                return data[:start] + rng.choice(self._interesting) + data[start:]
            case _:
                return data[:at] + rng.choice(self._interesting) + data[end:]


def read_as(kind: str, path: Path) -> str:
    """Read a file as its kind; what came of it. Raises what no reader documents."""
    from arner.inputs import InputFailure, read_articles, read_records
    from arner.lexicon import Lexicon, UnknownRule
    from arner.lexicon.own import LexiconError
    from arner.linking.judgements import JudgementError, read_judgements
    from arner.ner import store
    from arner.records import Article, ArticleRecord

    match kind:
        case "records" | "nested":
            found = list(read_records([path], warn=lambda _: None))
            return "read" if any(isinstance(item, ArticleRecord) for item in found) else "refused"
        case "judgements":
            try:
                read_judgements(path)
            except JudgementError:
                return "refused"
        case "lexicon":
            try:
                Lexicon(path)
            except (LexiconError, UnknownRule):
                return "refused"
        case "model":
            try:
                model = store.find(path.parent)
                json.dumps(model.info())
                store.pipeline_settings(model)
                store.check(model)
            except store.ModelError:
                return "refused"
        case "metadata":
            article = path.with_name("article.txt")
            article.write_text("قال الوزير إن العمل مستمر.", encoding="utf-8")
            items = list(read_articles([article], metadata=path))
            return "refused" if any(isinstance(item, InputFailure) for item in items) else "read"
        case _:
            items = list(read_articles([path]))
            for item in items:
                str(item)
            return "read" if any(isinstance(item, Article) for item in items) else "refused"
    return "read"


def fuzz_files(args: argparse.Namespace) -> bool:
    import logging

    warnings.simplefilter("ignore")
    logging.disable(logging.CRITICAL)  # the libraries that read HTML and PDF complain of each file
    files = Files(args.seed, args.kinds.split(",") if args.kinds else [])
    read_as("articles", Path(__file__))
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    counted: Counter[str] = Counter()

    def hangs(*_: object) -> None:
        raise Hangs

    signal.signal(signal.SIGVTALRM, hangs)

    def run(some: range) -> Iterator[tuple[int, str]]:
        with tempfile.TemporaryDirectory(dir="/dev/shm" if Path("/dev/shm").is_dir() else None) as folder:
            for number in some:
                kind, name, data = files[number]
                path = Path(folder) / name
                path.write_bytes(data)
                signal.setitimer(signal.ITIMER_VIRTUAL, SECONDS)
                try:
                    came = read_as(kind, path)
                    counted[f"{kind} {came}"] += 1
                except Hangs:
                    yield number, f"{kind} {name}: over {SECONDS} s"
                except BaseException:
                    yield number, f"{kind} {name}: " + traceback.format_exc(limit=-3)
                finally:
                    signal.setitimer(signal.ITIMER_VIRTUAL, 0)
                path.unlink(missing_ok=True)

    return told(args, run, counted)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("what", choices=["texts", "cuts", "files"])
    parser.add_argument("articles", nargs="?", help="JSON lines with texts to begin with")
    parser.add_argument("-n", "--number", type=int, default=1000)
    parser.add_argument("--first", type=int, default=0, help="number of the first")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--kinds", help="of files, parted by commas")
    parser.add_argument("--log", help="a file to add to")
    args = parser.parse_args()
    if args.what == "texts" and not args.articles:
        parser.error("texts are made of articles")
    raise SystemExit((fuzz_files if args.what == "files" else fuzz_texts)(args))


if __name__ == "__main__":
    main()
