"""Records → one HTML file that anyone can look at: no network, nothing to install.

The page is put together from the files of `page/` and the graph library of `vendor/`. Text of the articles is in
one JSON island and nowhere else; the page's scripts make it visible as text, never as HTML. The page's content
security policy names the scripts by their hashes: the browser would run no other, and fetch nothing.
"""

from __future__ import annotations

import base64
import hashlib
import json
import re
import warnings
from collections.abc import Callable, Iterable, Sequence
from importlib.resources import files
from typing import TextIO

import arner
from arner.linking.judgements import Judgement
from arner.linking.links import link
from arner.records import ArticleRecord
from arner.report.data import report_data

_LIBRARY = "vendor/cytoscape.min.js"
_SCRIPTS = (
    *("words.js", "dom.js", "data.js", "search.js", "export.js", "review.js"),
    *("article.js", "cards.js", "views.js", "graph.js", "main.js"),
)
# `<` would end the island (`</script>`) or hide its end (`<!--`); the others have a meaning elsewhere in HTML or JS.
_ESCAPED = re.compile("[<>&\u007f-\u009f\u2028\u2029\ufdd0-\ufdef\ufeff\ufffe\uffff]")
_SLOT = re.compile(r"\{\{(\w+)\}\}")


def write_report(
    records: Iterable[ArticleRecord],
    out: TextIO,
    judgements: Sequence[Judgement] = (),
    min_confidence: float = 0,
    warn: Callable[[str], None] = warnings.warn,
) -> int:
    """Write the HTML report of `records`, linked, to `out` (UTF-8); the number of records read.

    `min_confidence`: without the events, statements and offices that are less sure; `warn` is given the judgements
    that fit nothing in the records.

    Raises:
        ValueError: two records have the same id.
        JudgementError: a judgement names nobody or contradicts another.
    """
    records = list(records)
    links = link(records, judgements)
    for problem in links.review.unfit():
        warn(problem)
    data = report_data([record.surer_than(min_confidence) for record in records], links)
    data["edition"] = hashlib.sha256(island(data).encode("utf-8", "surrogatepass")).hexdigest()[:12]
    data["judgements"] = [[judged.left, judged.right, judged.word, judged.note] for judged in judgements]
    library, script = _file(_LIBRARY), "\n".join(_file(f"page/{name}") for name in _SCRIPTS)
    parts = {
        "policy": f"default-src 'none'; style-src 'unsafe-inline'; script-src {_hash(library)} {_hash(script)}",
        "version": arner.__version__,
        "style": _file("page/style.css"),
        "data": island(data),
        "library": library,
        "script": script,
    }
    out.write(_SLOT.sub(lambda slot: parts[slot[1]], _file("page/template.html")))
    return len(data["articles"])


def island(data: object) -> str:
    """`data` as JSON that may stand in a `<script>` element, whatever its strings hold.

    >>> print(island({"text": "</script>"}))
    {"text":"\\u003c/script\\u003e"}
    """
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return _ESCAPED.sub(lambda sign: f"\\u{ord(sign[0]):04x}", text)


def _file(name: str) -> str:
    return files("arner.report").joinpath(name).read_text(encoding="utf-8").strip()


def _hash(script: str) -> str:
    digest = hashlib.sha256(script.encode("utf-8")).digest()
    return f"'sha256-{base64.b64encode(digest).decode('ascii')}'"
