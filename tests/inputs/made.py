# ruff: noqa: E501
"""Small real files of every kind, made here."""

from __future__ import annotations

import io
import zlib


def pdf(text: str) -> bytes:
    """A PDF with one page whose text layer is `text`, each line painted from left to right, as Arabic PDFs are."""
    text = "\n".join(line[::-1] for line in text.split("\n"))
    codes = {c: n for n, c in enumerate(dict.fromkeys(text.replace("\n", "")), 1)}
    shown = "".join(f"<{''.join(f'{codes[c]:04x}' for c in line)}> Tj 0 -20 Td\n" for line in text.split("\n"))
    pairs = "\n".join(f"<{n:04x}> <{c.encode('utf-16-be').hex()}>" for c, n in codes.items())
    cmap = (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /A def /CMapType 2 def\n"
        "1 begincodespacerange <0000> <ffff> endcodespacerange\n"
        f"{len(codes)} beginbfchar\n{pairs}\nendbfchar endcmap end end"
    )
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R /Resources << /Font << /F 5 0 R >> >> >>",
        _stream(f"BT /F 12 Tf 50 700 Td\n{shown}ET"),
        b"<< /Type /Font /Subtype /Type0 /BaseFont /A /Encoding /Identity-H /DescendantFonts [6 0 R] /ToUnicode 7 0 R >>",
        b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /A /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity)"
        b" /Supplement 0 >> >>",
        _stream(cmap),
    ]
    out = io.BytesIO(b"%PDF-1.4\n")
    out.seek(0, io.SEEK_END)
    places = []
    for number, body in enumerate(objects, 1):
        places.append(out.tell())
        out.write(b"%d 0 obj\n%b\nendobj\n" % (number, body))
    start = out.tell()
    rows = b"".join(b"%010d 00000 n \n" % place for place in places)
    out.write(b"xref\n0 %d\n0000000000 65535 f \n%b" % (len(places) + 1, rows))
    out.write(b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % (len(places) + 1, start))
    return out.getvalue()


def _stream(text: str) -> bytes:
    packed = zlib.compress(text.encode())
    return b"<< /Length %d /Filter /FlateDecode >>\nstream\n%b\nendstream" % (len(packed), packed)


# Layouts of news sites as they are found: where the title, the day and the body stand, and what is around them.
_HEADS = (
    '<meta property="og:title" content="{title}"><meta property="article:published_time" content="{day}T08:30:00+03:00">',
    '<script type="application/ld+json">{{"@context":"https://schema.org","@type":"NewsArticle","headline":"{title}",'
    '"datePublished":"{day}T10:00:00Z","publisher":{{"@type":"Organization","name":"{site}"}}}}</script>',
    '<meta name="date" content="{day}"><meta name="author" content="هيئة التحرير">',
    "",
)
_DATES = (
    '<time datetime="{day}">{shown}</time>',
    '<span class="date">{shown}</span>',
    '<div class="post-date">نشر في {shown}</div>',
)
_BODIES = (
    '<article><h1>{title}</h1>{date}<div class="article-body">{paragraphs}</div></article>',
    '<div id="content"><h1 class="title">{title}</h1>{date}<div class="entry-content">{paragraphs}</div></div>',
    '<main><section class="story"><header><h1>{title}</h1>{date}</header>{paragraphs}</section></main>',
    '<table><tr><td><h1>{title}</h1>{date}<div class="text">{paragraphs}</div></td></tr></table>',
)
_NAVIGATION = (
    '<nav><ul><li><a href="/">الرئيسية</a></li><li><a href="/politics">سياسة</a></li><li><a href="/sport">رياضة</a></li>'
    '<li><a href="/en">English</a></li></ul></nav>'
)
_RELATED = (
    '<aside class="related"><h3>اقرأ أيضا</h3><ul><li><a href="/1">أسعار النفط ترتفع في الأسواق العالمية</a></li>'
    '<li><a href="/2">افتتاح معرض الكتاب في العاصمة</a></li></ul></aside>'
)
_ADS = '<div class="ad-banner"><a href="https://ads.example/x">إعلان: اشترك الآن واحصل على خصم</a></div>'
_FOOTER = "<footer><p>جميع الحقوق محفوظة © {site}</p><p>All rights reserved. Contact us</p></footer>"


def page(number: int, title: str, day: str, shown: str, paragraphs: list[str], site: str = "صحيفة المثال") -> str:
    """A page in one of many layouts, told by `number`."""
    head = _HEADS[number % len(_HEADS)]
    date = _DATES[(number // 4) % len(_DATES)]
    body = _BODIES[(number // 3) % len(_BODIES)]
    inner = [f"<p>{paragraph}</p>" for paragraph in paragraphs]
    if number % 2:
        inner.insert(1, _ADS)
    parts = {"title": title, "day": day, "shown": shown, "site": site}
    return (
        f'<!DOCTYPE html><html lang="ar" dir="rtl"><head><meta charset="utf-8"><title>{title} - {site}</title>'
        f"{head.format(**parts)}</head><body>{_NAVIGATION}"
        f"{body.format(**parts, date=date.format(**parts), paragraphs=''.join(inner))}{_RELATED}{_FOOTER.format(**parts)}"
        "</body></html>"
    )
