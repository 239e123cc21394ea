"""Small right files of every kind that is read, to be changed by fuzz.py, and bytes that readers stumble over."""

from __future__ import annotations

import bz2
import gzip
import io
import json
import lzma
import tarfile
import tempfile
import zipfile
from pathlib import Path

from tests.inputs.made import page, pdf
from tests.samples import first, second, signed, signing

from arner.starters import STARTERS

Seed = tuple[str, bytes]  # a file's name and what stands in it

TEXT = (
    "قال الرئيس الروسي فلاديمير بوتين أمس إن الاتفاق قريب.\n\nوالتقى في موسكو نظيره الصيني شي جين بينغ، «لبحث الحرب».\n"
)
ROWS = [
    {"id": "a", "title": "عنوان", "text": TEXT, "date": "2018-07-13", "source": "الأولى", "url": "https://a.example/1"},
    {"id": "b", "text": 'أعلنت موسكو الخبر؛ "نعم", قالت', "published": "13 يوليو 2018", "n": 1.5, "tags": ["x", None]},
]


def _table(between: str) -> bytes:
    head = between.join(["id", "title", "text", "date"])
    cells = between.join(["a", "عنوان", '"قال ""بوتين"" إن\nالاتفاق, قريب;\tجدا"', "2018-07-13"])
    return f"{head}\r\n{cells}\r\n{cells.replace('a', 'b', 1)}\r\n".encode()


def _zip(*files: Seed) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files:
            archive.writestr(name, data)
    return out.getvalue()


def _tar(mode: str, *files: Seed) -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode=f"w:{mode}") as archive:
        for name, data in files:
            info = tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
    return out.getvalue()


def _workbook() -> bytes:
    from openpyxl import Workbook

    book = Workbook()
    for row in (["id", "text", "date"], ["a", TEXT, "2018-07-13"], ["b", "أعلنت موسكو الخبر", 43294]):
        book.active.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _document() -> bytes:
    from docx import Document

    document = Document()
    document.add_paragraph("عنوان")
    document.add_paragraph(TEXT)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _parquet() -> bytes:
    import pyarrow as pa
    import pyarrow.parquet as pq

    out = io.BytesIO()
    pq.write_table(pa.table({"id": ["a", "b"], "text": [TEXT, "أعلنت موسكو"], "date": ["2018-07-13", None]}), out)
    return out.getvalue()


def _nested() -> bytes:
    from arner.columnar import write_parquet

    with tempfile.TemporaryDirectory() as folder:
        write_parquet(RECORDS.splitlines(), path := Path(folder, "r.parquet"))
        return path.read_bytes()


def _crawl() -> bytes:
    from warcio.statusandheaders import StatusAndHeaders
    from warcio.warcwriter import WARCWriter

    out = io.BytesIO()
    writer = WARCWriter(out, gzip=False)
    headers = StatusAndHeaders("200 OK", [("Content-Type", "text/html; charset=utf-8")], protocol="HTTP/1.0")
    body = io.BytesIO(PAGE)
    record = writer.create_warc_record("https://a.example/1", "response", payload=body, http_headers=headers)
    writer.write_record(record)
    return out.getvalue()


PAGE = page(1, "عنوان", "2018-07-13", "13 يوليو 2018", [TEXT] * 3).encode()
FEED = f"""<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>الأولى</title>
<item><title>عنوان</title>
<guid>a</guid><link>https://a.example/1</link><pubDate>Fri, 13 Jul 2018 10:00:00 GMT</pubDate>
<description><![CDATA[<p>{TEXT}</p>]]></description></item></channel></rss>""".encode()
LINES = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in ROWS).encode()
RECORDS = "".join(make().model_dump_json() + "\n" for make in (first, second, signing, signed)).encode()
JUDGEMENTS = STARTERS["judgements.csv"].encode() + (
    "sochi#p1,reuters#p1,same,\nsochi#meeting@22-61,,not held,\nsochi#person@49-61,,not a person,سفينة\n".encode()
)
LEXICON = STARTERS["lexicon.toml"].encode()
LEXICON_TABLE = (
    "kind,name,aliases,country,name_latin,id,offices,body\n"
    "person,محمد الغامدي,أبو فهد|الغامدي,SA,Mohammed Al-Ghamdi,ghamdi,وزير الصحة|SA||2010|2015,\n"
    "organization,حزب الأفق,الأفق,EG,,,,party\ncountry,بلاد الرافدين,,IQ,,,,\noffice,عميد,,,,,,\nplace,الأفق,,EG,,,,\n"
).encode()
RESOURCES = json.dumps(
    {"ar": {"packages": {"default": {"ner": "a", "tokenize": "b"}}, "ner": {"a": {"md5": "0", "dependencies": [
        {"model": "pretrain", "package": "x"}]}}, "pretrain": {"x": {"md5": "0"}}, "lang_name": "Arabic"}, "url": "x"}
).encode()  # fmt: skip
CARD = json.dumps({"name": "x", "run": 80, "labels": ["PER"], "sha256": {"ar/ner/a.pt": "0"}}).encode()

SEEDS: dict[str, list[Seed]] = {
    "text": [
        ("a.txt", TEXT.encode()),
        ("a.md", f"العنوان: خبر\nالتاريخ: 2018-07-13\n\n{TEXT}".encode()),
        ("a.txt", TEXT.encode("cp1256", "replace")),
        ("a.txt", TEXT.encode("utf-16")),
    ],
    "lines": [("a.jsonl", LINES), ("a.ndjson", LINES.replace(b"\n", b"\r\n"))],
    "json": [
        ("a.json", json.dumps(ROWS).encode()),
        ("a.json", json.dumps({"articles": ROWS}, ensure_ascii=False).encode()),
    ],
    "table": [("a.csv", _table(",")), ("a.csv", _table(";")), ("a.tsv", _table("\t")), ("a.csv", _table("|"))],
    "packed": [
        ("a.jsonl.gz", gzip.compress(LINES)),
        ("a.txt.xz", lzma.compress(TEXT.encode())),
        ("a.csv.bz2", bz2.compress(_table(","))),
    ],
    "archive": [
        ("a.zip", _zip(("a.txt", TEXT.encode()), ("b/c.jsonl", LINES), ("d.csv.gz", gzip.compress(_table(","))))),
        ("a.tar", _tar("", ("a.txt", TEXT.encode()), ("b.jsonl", LINES))),
        ("a.tar.gz", _tar("gz", ("a.txt", TEXT.encode()))),
        ("a.txz", _tar("xz", ("a.txt", TEXT.encode()))),
    ],
    "page": [("a.html", PAGE), ("a.htm", PAGE.decode().encode("cp1256", "replace"))],
    "feed": [("a.rss", FEED), ("a.xml", FEED)],
    "workbook": [("a.xlsx", _workbook())],
    "document": [("a.docx", _document())],
    "pdf": [("a.pdf", pdf(TEXT))],
    "parquet": [("a.parquet", _parquet())],
    "crawl": [("a.warc", _crawl()), ("a.warc.gz", gzip.compress(_crawl()))],
    "nested": [("r.parquet", _nested())],
    "records": [("r.jsonl", RECORDS), ("r.jsonl.gz", gzip.compress(RECORDS))],
    "judgements": [("j.csv", JUDGEMENTS), ("j.csv", JUDGEMENTS.replace(b"\n", b"\r\n"))],
    "lexicon": [("l.toml", LEXICON), ("l.csv", LEXICON_TABLE)],
    "model": [("resources.json", RESOURCES), ("model.json", CARD)],
    "metadata": [("m.csv", _table(",")), ("m.csv", _table(";"))],
}

INTERESTING: list[bytes] = [
    b"\x00", b"\xff\xfe", b"\xef\xbb\xbf", b"\xed\xa0\x80", b"\r", b"\n", b"\n\n\n", b'"', b'""', b"'", b",", b";",
    b"\\ud800", b"\\u0000", b"\\", b"null", b"true", b"NaN", b"Infinity", b"1e400", b"-0", b"9" * 5000, b"[" * 3000,
    b"{" * 3000, b'{"a":' * 2000, b"]", b"}", b"[]", b"{}", b"[[", b"]]", b"[person]\n", b"[[person]]\n", b"[[verb]]\n",
    b"verb = 3\n", b"person = [1]\n", b"= ", b"<", b">", b"<!--", b"<![CDATA[", b"&#0;", b"&#x110000;", b"&a;",
    b"<!DOCTYPE a [<!ENTITY a 'b'>]>", b"0000-00-00", b"0001-01-01", b"9999-12-31", b"2018-02-30", b"-1", b"1" * 30,
    b"%PDF", b"endobj", b"stream", b"/Kids [3 0 R]", b"PK\x03\x04", b"PK\x05\x06", b"PAR1", b"../../x", b"/etc/passwd",
    b"schema_version", b'"people"', b'"text"', b"9.0", b"#", b"@0-9", b"#person@1-2", b"same", b"different", b"\t",
    "ـ".encode(), "بوتين".encode(), "\u202e".encode(), "\U0001f600".encode(), b"\x80" * 40, b"a" * 140_000,
]  # fmt: skip
