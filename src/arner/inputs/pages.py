"""Web pages, feeds and crawls → rows: trafilatura finds the body, feedparser reads RSS and Atom, warcio crawls."""

from __future__ import annotations

import re
from collections.abc import Iterator
from configparser import ConfigParser
from functools import cache
from typing import BinaryIO

from arner.inputs.columns import Row
from arner.inputs.days import published_day
from arner.inputs.failures import InputNotice
from arner.inputs.rows import Found, failed
from arner.markup import without_markup

# Where a page without machine-readable date shows it: `<time>`, or what is called date.
_DATED = re.compile(
    r"<time\b[^>]*?(?:datetime=[\"']([^\"']{8,40})[\"'])?[^>]*>([^<]{0,80})"
    r"|<[a-z]+\b[^>]*(?:class|id|itemprop)=[\"'][^\"']*(?:date|time|publi|تاريخ)[^\"']*[\"'][^>]*>([^<]{6,80})",
    re.IGNORECASE,
)

_DAY_LINE = 60  # characters of a line that only says when


def page(where: str, stream: BinaryIO) -> Iterator[Found]:
    """The article of a page without navigation, advertisements and related links."""
    row = page_row(stream.read())
    yield (where, row) if row else failed(where, "no article was found on the page")


def page_row(html: bytes | str) -> Row | None:
    """Title, day, site and body of a page; None where it has no text. Needs trafilatura."""
    import trafilatura

    found = trafilatura.bare_extraction(
        html, with_metadata=True, include_comments=False, include_tables=False, config=_settings()
    )
    if found is None:
        return None
    about = found if isinstance(found, dict) else found.as_dict()
    text, title = str(about.get("text") or "").strip(), str(about.get("title") or "").strip()
    if not text:
        return None
    text = text.removeprefix(f"{title}\n").lstrip("\n ")
    source = html if isinstance(html, str) else html.decode("utf-8", errors="ignore")
    return {
        "text": _without_day_line(text),
        "title": title or None,
        "published": _shown_day(source) or about.get("date"),
        "source": about.get("sitename") or about.get("hostname"),
        "url": about.get("url"),
    }


@cache
def _settings() -> ConfigParser:
    """trafilatura's own, but short news are whole: below its limit it falls back on all the text of the page."""
    from trafilatura.settings import DEFAULT_CONFIG

    settings = ConfigParser()
    settings.read_dict({"DEFAULT": {**DEFAULT_CONFIG["DEFAULT"], "min_extracted_size": "60"}})
    return settings


def _without_day_line(text: str) -> str:
    """`text` without a first line that only says when it was published: `نشر في 25 فبراير 2021`."""
    first, _, rest = text.partition("\n")
    shown = len(first) <= _DAY_LINE and first.rstrip()[-1:] not in ".!؟" and published_day(first) is not None
    return rest.lstrip("\n ") if rest.strip() and shown else text


def _shown_day(html: str) -> str | None:
    """The first day that the page shows as its date, which a crawler's guess from the address must not overrule."""
    for match in _DATED.finditer(html[:400_000]):
        for shown in filter(None, match.groups()):
            if day := published_day(shown.strip()):
                return day
    return None


def feed(where: str, stream: BinaryIO) -> Iterator[Found]:
    """The entries of RSS and Atom: the whole content where it is given, else the summary. Needs feedparser."""
    import feedparser

    found = feedparser.parse(stream.read())
    if not found.entries:
        yield failed(where, f"no feed: {found.get('bozo_exception', 'it has no entries')}")
        return
    for number, entry in enumerate(found.entries, 1):
        whole = entry.get("content") or [{"value": entry.get("summary", "")}]
        text = without_markup(str(whole[0].get("value", "")))[0].strip()
        yield (
            f"{where}[{number}]",
            {
                "text": text,
                "id": entry.get("id"),
                "title": without_markup(str(entry.get("title", "")))[0].strip() or None,
                "published": entry.get("published") or entry.get("updated"),
                "source": found.feed.get("title"),
                "url": entry.get("link"),
            },
        )


def crawl(where: str, stream: BinaryIO, largest: int) -> Iterator[Found]:
    """The HTML pages of a web archive (WARC). Needs warcio."""
    from warcio.archiveiterator import ArchiveIterator

    without = 0
    for record in ArchiveIterator(stream):
        kind = record.http_headers.get_header("Content-Type", "") if record.http_headers else ""
        if record.rec_type != "response" or "html" not in kind:
            continue
        url = record.rec_headers.get_header("WARC-Target-URI")
        page = record.content_stream().read(largest + 1)
        row = page_row(page) if len(page) <= largest else None
        if row is None:
            without += 1
            continue
        yield f"{where}[{url}]", {**row, "url": url, "id": url}
    if without:
        yield where, InputNotice(where, f"{without} pages without an article were left out")
