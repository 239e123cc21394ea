"""The page is one file that holds any text safely."""

from __future__ import annotations

import io
import json
import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arner.records import ArticleRecord, Person
from arner.report.build import island, write_report
from tests import junk
from tests.samples import first

HOSTILE = [
    "</script><script>alert(1)</script>",
    "<!--<script>",
    "]]>",
    "<img src=x onerror=alert(1)>",
    "\" ' ` & &lt; &#x202e;",
    "{{data}} {{script}} ${alert(1)}",
    "\\u003c/script\\u003e \\",
    "\0\x01\x1b\x7f\x80\r\n\u2028\u2029\ufeff\ufdd0\uffff",
    "\u202eنص\u2066",
]
hostile = st.lists(st.sampled_from(HOSTILE) | junk.texts | st.characters(codec="utf-8"), max_size=6).map("".join)


class Page(HTMLParser):
    """The elements of a page, and what its scripts hold."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.scripts: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        if tag == "script":
            self.scripts.append("")

    def handle_data(self, data: str) -> None:
        if self.tags and self.tags[-1] == "script":
            self.scripts[-1] += data


def page(*records: ArticleRecord) -> str:
    out = io.StringIO()
    write_report(records, out)
    return out.getvalue()


@given(st.recursive(hostile, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(hostile, inner, max_size=3)))
def test_an_island_gives_back_what_was_put_in_and_nothing_that_ends_it(data: object) -> None:
    text = island(data)
    assert json.loads(text) == data
    assert not re.search("[<>&\u2028\u2029\r\n\0]", text)


@given(hostile, hostile, hostile)
def test_no_text_makes_an_element(text: str, name: str, more: str) -> None:
    record = ArticleRecord(id=more, source=name, url=more, text=text, people=[Person(id="p1", name=name, mentions=[])])
    hurt, sound = Page(page(record)), Page(page())
    assert hurt.tags == sound.tags
    assert hurt.scripts[1:] == sound.scripts[1:]
    (article,) = json.loads(hurt.scripts[0])["articles"]
    assert (article["text"], article["id"], article["source"]) == (text, more, name)


def test_the_page_needs_nothing_else() -> None:
    text = page(first())
    assert "default-src 'none'" in text
    assert not re.findall(r"""(?:src|href)\s*=\s*["']?(?!#)[^"'\s>]+""", text[: text.index('<script type="app')])
    assert "@import" not in text
    assert "url(" not in text[: text.index("</style>")]
    assert "{{" not in text[: text.index("<style>")]


@pytest.mark.parametrize("sign", [".innerHTML", ".outerHTML", "insertAdjacentHTML", "document.write", "eval("])
def test_the_page_s_own_scripts_make_no_html_of_text(sign: str) -> None:
    assert sign not in Page(page()).scripts[2]
