"""What is left of web pages in a text: tags, entities, Markdown."""

from __future__ import annotations

import html
import re

from arner.files import without_surrogates

_BLOCKS = "p|div|br|h[1-6]|li|ul|ol|tr|table|blockquote|section|article|header|footer|figure|figcaption|hr"
_INLINE = "a|b|i|u|em|strong|span|font|small|big|sub|sup|mark|q|cite|img|td|th|tbody|thead|center|abbr|time|iframe"
_BLOCK = re.compile(rf"</?(?:{_BLOCKS})(?:\s[^<>]{{0,2000}})?/?>", re.IGNORECASE)
_TAG = re.compile(rf"</?(?:{_INLINE})(?:\s[^<>]{{0,2000}})?/?>", re.IGNORECASE)
_HIDDEN = re.compile(r"<(script|style)\b[^<>]{0,2000}>[^<]{0,100000}</\1\s*>|<!--[^<>]{0,10000}-->", re.IGNORECASE)
_ENTITY = re.compile(r"&(?:[A-Za-z]{2,12}|#\d{2,6}|#x[0-9A-Fa-f]{2,5});")
_MARKDOWN = (  # what each begins with: most texts have none of it
    ("[", re.compile(r"!?\[([^\[\]\n]{1,300})\]\(https?://[^()\s]{1,2000}\)"), r"\1"),
    ("**", re.compile(r"(?<![*\w])\*\*(?=\S)([^*\n]{1,2000})(?<=\S)\*\*(?!\*)"), r"\1"),
    ("__", re.compile(r"(?<![_\w])__(?=\S)([^_\n]{1,2000})(?<=\S)__(?![_\w])"), r"\1"),
    ("#", re.compile(r"(?m)^ {0,3}#{1,6} +(?=\S)"), ""),
)


def readable(text: str) -> str:
    """`text` as the record keeps it: without markup; lone surrogates, which no UTF-8 file can hold, as U+FFFD."""
    return without_markup(without_surrogates(text))[0]


def without_markup(text: str) -> tuple[str, str]:
    """`text` without tags, entities and Markdown, and in words what was taken out, or "".

    >>> without_markup("<p>قال <b>سليم</b> &quot;نعم&quot;</p>")
    ('قال سليم "نعم"', '4 HTML tags, 2 entities')
    """
    taken: list[str] = []
    if "<" in text:
        text, hidden = _HIDDEN.subn("", text)
        text, blocks = _BLOCK.subn("\n", text)
        text, inline = _TAG.subn("", text)
        if count := hidden + blocks + inline:
            taken.append(f"{count} HTML tags")
            text = re.sub(r"[ \t]*\n(?:[ \t]*\n){2,}", "\n\n", text).strip("\n")
    if "&" in text:
        text, count = _ENTITY.subn(lambda match: html.unescape(match[0]), text)
        if count:
            taken.append(f"{count} entities")
    marks = 0
    for sign, pattern, kept in _MARKDOWN:
        if sign in text:
            text, count = pattern.subn(kept, text)
            marks += count
    if marks:
        taken.append(f"{marks} Markdown marks")
    return text, ", ".join(taken)
