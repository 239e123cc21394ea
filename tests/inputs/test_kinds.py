"""Every kind of file that is read, as a real file."""

from __future__ import annotations

import bz2
import gzip
import io
import json
import tarfile
import zipfile
from datetime import date, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
import zstandard
from babel.dates import format_date
from docx import Document
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from arner.inputs import InputFailure, InputNotice, read, read_articles
from arner.inputs.pages import page_row
from arner.records import Article
from tests.inputs.made import page, pdf

TITLE = "وزير الزراعة يعلن بدء موسم الحصاد"  # "Minister of agriculture announces the beginning of the harvest"
# "The minister said the harvest had begun early this year." "He added that the government would buy more wheat."
PARAGRAPHS = [
    "قال وزير الزراعة إن موسم الحصاد بدأ مبكرا هذا العام في المناطق الشمالية من البلاد.",
    "وأضاف أن الحكومة تعتزم شراء كميات أكبر من القمح من المزارعين المحليين بأسعار مدعومة.",
    "من جانبها أكدت نقابة المزارعين أن الأسعار الحالية لا تغطي تكاليف الإنتاج المرتفعة.",
    "ومن المقرر أن يلتقي الوزير ممثلين عن النقابة يوم الأحد المقبل في العاصمة.",
]
BODY = "\n".join(PARAGRAPHS)
ROWS = [
    {"text": "قال الوزير ذلك.", "id": "1", "title": "عنوان", "date": "2018-07-13", "source": "صحيفة"},
    {"text": "قالت الوزيرة هذا.", "id": "2", "title": None, "date": "14/07/2018", "source": None},
]  # "The minister said that." "The (woman) minister said this."
EXPECTED = [("1", "عنوان", "2018-07-13", "صحيفة"), ("2", None, "2018-07-14", None)]


def told(*paths: Path, **options: object) -> tuple[list[Article], list[str]]:
    """The articles, and what was told besides."""
    found = list(read_articles(paths, **options))  # type: ignore[arg-type]
    return [a for a in found if isinstance(a, Article)], [str(i) for i in found if not isinstance(i, Article)]


def fields(articles: list[Article]) -> list[tuple[str | None, ...]]:
    return [(a.id, a.title, a.published, a.source) for a in articles]


def arabic_table(path: Path, between: str) -> None:
    names = {"text": "النص", "id": "المعرف", "title": "العنوان", "date": "تاريخ النشر", "source": "المصدر"}
    pd.DataFrame(ROWS).rename(columns=names).to_csv(path, sep=between, index=False)


WRITERS = {
    "rows.json": lambda path: path.write_text(json.dumps(ROWS, indent=1), encoding="utf-8"),
    "wrapped.json": lambda path: path.write_text(json.dumps({"count": 2, "articles": ROWS}), encoding="utf-8"),
    "lines.json": lambda path: path.write_text("\n".join(map(json.dumps, ROWS)), encoding="utf-8"),
    "rows.jsonl": lambda path: path.write_text("\n".join(map(json.dumps, ROWS)), encoding="utf-8"),
    "pandas.jsonl": lambda path: path.write_text(
        "\n".join(json.dumps({k: float("nan") if v is None else v for k, v in row.items()}) for row in ROWS)
    ),
    "commas.csv": lambda path: arabic_table(path, ","),
    "semicolons.csv": lambda path: arabic_table(path, ";"),
    "tabs.tsv": lambda path: arabic_table(path, "\t"),
    "book.xlsx": lambda path: pd.DataFrame(ROWS).to_excel(path, index=False),
    "rows.parquet": lambda path: pd.DataFrame(ROWS).to_parquet(path),
    "utf16.csv": lambda path: path.write_text(pd.DataFrame(ROWS).to_csv(index=False), encoding="utf-16"),
    "old.csv": lambda path: path.write_bytes(pd.DataFrame(ROWS).to_csv(index=False).encode("cp1256")),
    "packed.csv.gz": lambda path: path.write_bytes(gzip.compress(pd.DataFrame(ROWS).to_csv(index=False).encode())),
    "packed.csv.bz2": lambda path: path.write_bytes(bz2.compress(pd.DataFrame(ROWS).to_csv(index=False).encode())),
    "packed.csv.zst": lambda path: path.write_bytes(
        zstandard.ZstdCompressor().compress(pd.DataFrame(ROWS).to_csv(index=False).encode())
    ),
}


@pytest.mark.parametrize("name", WRITERS)
def test_rows_of_every_kind(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    WRITERS[name](path)
    articles, notices = told(path)
    assert fields(articles) == EXPECTED
    assert [a.text for a in articles] == [row["text"] for row in ROWS]
    encodings = {"utf16.csv": "read as utf-16", "old.csv": "read as cp1256"}
    assert [n.partition(": ")[2] for n in notices] == ([encodings[name]] if name in encodings else [])


def test_a_cell_of_parquet_that_python_cannot_hold_costs_no_other_row(tmp_path: Path) -> None:
    days = pa.array([2_932_897, 17_962, 17_962], pa.date32())  # the first of the year 10000
    bytes_ = pa.array([b"\xd9\x86", b"\xc7\xe1", "نص".encode()], pa.binary())  # the second in Windows-1256
    texts = pa.Array.from_buffers(pa.string(), 3, bytes_.buffers())
    pq.write_table(pa.table({"text": texts, "date": days}), tmp_path / "a.parquet")
    articles, notices = told(tmp_path / "a.parquet")
    assert [(a.text, a.published) for a in articles] == [("ن", None), ("نص", "2019-03-07")]
    assert "'10000-01-01' is no date that can be read; the article is undated" in "\n".join(notices)
    problems = [item for item in read_articles([tmp_path / "a.parquet"]) if isinstance(item, InputFailure)]
    assert [item.problem for item in problems] == ["not UTF-8: byte 0xc7 at position 0; save it as UTF-8"]


@pytest.mark.parametrize("name", ["commas.csv", "tabs.tsv", "rows.json", "rows.jsonl", "book.xlsx", "rows.parquet"])
def test_standard_input_of_every_kind(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    WRITERS[name](tmp_path / name)
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO((tmp_path / name).read_bytes())))
    assert fields([a for a in read_articles(["-"]) if isinstance(a, Article)]) == EXPECTED


def test_pages_in_two_hundred_layouts() -> None:
    """Title, day and body of at least 95 in 100 pages, without navigation, advertisements and related links."""
    right = 0
    for number in range(200):
        day = date(2018, 1, 1) + timedelta(days=number * 7)
        shown = [
            format_date(day, "d MMMM y", locale="ar"),
            format_date(day, "EEEE d MMMM y", locale="ar_LB"),
            day.strftime("%d/%m/%Y"),
            day.isoformat(),
        ][number % 4]
        paragraphs = [PARAGRAPHS[(number + k) % 4] for k in range(2 + number % 3)]
        row = page_row(page(number, TITLE, day.isoformat(), shown, paragraphs))
        right += row is not None and (row["title"], str(row["published"])[:10], row["text"]) == (
            TITLE,
            day.isoformat(),
            "\n".join(paragraphs),
        )
    assert right >= 190


def test_a_folder_of_pages(tmp_path: Path) -> None:
    for number in range(3):
        file = tmp_path / "2018" / f"{number}.html"
        file.parent.mkdir(exist_ok=True)
        file.write_text(page(number, TITLE, "2018-07-13", "13 يوليو 2018", PARAGRAPHS), encoding="utf-8")
    articles, notices = told(tmp_path)
    assert [(a.id, a.title, a.text, a.published) for a in articles] == [
        (f"2018/{n}", TITLE, BODY, "2018-07-13") for n in range(3)
    ]
    assert not notices


FEEDS = {
    "a.rss": '<?xml version="1.0"?><rss version="2.0"><channel><title>صحيفة</title><item><title>عنوان</title>'
    "<link>https://example.org/1</link><guid>1</guid><pubDate>Fri, 13 Jul 2018 10:00:00 +0300</pubDate>"
    "<description>&lt;p&gt;قال الوزير ذلك.&lt;/p&gt;</description></item></channel></rss>",
    "a.xml": '<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>صحيفة</title><entry><id>1</id>'
    '<title>عنوان</title><link href="https://example.org/1"/><updated>2018-07-13T10:00:00Z</updated>'
    '<content type="html">&lt;p&gt;قال الوزير ذلك.&lt;/p&gt;</content></entry></feed>',
}


@pytest.mark.parametrize("name", FEEDS)
def test_feeds(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_text(FEEDS[name], encoding="utf-8")
    ((article,), notices) = told(path)
    assert (article.id, article.title, article.text) == ("1", "عنوان", "قال الوزير ذلك.")
    assert (article.published, article.source, article.url) == ("2018-07-13", "صحيفة", "https://example.org/1")
    assert not notices


def test_word_and_pdf(tmp_path: Path) -> None:
    document = Document()
    for paragraph in PARAGRAPHS:
        document.add_paragraph(paragraph)
    document.save(str(tmp_path / "a.docx"))
    plain = BODY.replace(".", "")  # where a full stop was painted, no reader of PDF can tell
    (tmp_path / "b.pdf").write_bytes(pdf(plain))
    articles, notices = told(tmp_path / "a.docx", tmp_path / "b.pdf")
    assert [(a.id, a.text) for a in articles] == [("a", BODY), ("b", plain)]
    assert notices == [f"{tmp_path / 'b.pdf'}: read from a PDF: check the text before you trust the records"]


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("\n".join(line[::-1] for line in PARAGRAPHS), "the letters of the PDF's text come in the wrong order"),
        (" ", "the PDF has no text layer"),
    ],
)
def test_pdf_text_that_cannot_be_trusted_is_refused(text: str, problem: str, tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(pdf(text))
    articles, failures = told(path)
    assert not articles
    assert failures[0].startswith(f"{path}: {problem}")


def test_archives(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("2018/a.txt", BODY)
        archive.writestr("__MACOSX/2018/a.txt", "x")
        archive.writestr("rows.csv", pd.DataFrame(ROWS).to_csv(index=False))
    with tarfile.open(tmp_path / "b.tar.gz", "w:gz") as archive_:
        info = tarfile.TarInfo("2019/a.txt")
        info.size = len(BODY.encode())
        archive_.addfile(info, io.BytesIO(BODY.encode()))
    articles, notices = told(tmp_path / "a.zip", tmp_path / "b.tar.gz")
    assert [a.id for a in articles] == ["2018/a", "1", "2", "2019/a"]
    assert not notices


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")  # warcio's writer leaves files open
def test_crawls(tmp_path: Path) -> None:
    with (tmp_path / "a.warc.gz").open("wb") as stream:
        writer = WARCWriter(stream, gzip=True)
        for number in range(2):
            body = page(number, TITLE, "2018-07-13", "13 يوليو 2018", PARAGRAPHS).encode()
            headers = StatusAndHeaders("200 OK", [("Content-Type", "text/html; charset=utf-8")], protocol="HTTP/1.0")
            url = f"https://example.org/{number}"
            writer.write_record(
                writer.create_warc_record(url, "response", payload=io.BytesIO(body), http_headers=headers)
            )
    articles, notices = told(tmp_path / "a.warc.gz")
    assert [(a.id, a.title, a.text) for a in articles] == [(f"https://example.org/{n}", TITLE, BODY) for n in range(2)]
    assert not notices


def test_a_head_of_fields(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(f"العنوان: {TITLE}\nالتاريخ: 13 يوليو 2018\nsource: صحيفة\n\n{BODY}", encoding="utf-8")
    ((article,), _) = told(path)
    assert (article.title, article.published, article.source, article.text) == (TITLE, "2018-07-13", "صحيفة", BODY)
    # "Said: we shall not yield" is no head, whatever stands after the empty line
    path.write_text(f"قال: لن نتراجع\n\n{BODY}", encoding="utf-8")
    ((article,), _) = told(path)
    assert article.text == f"قال: لن نتراجع\n\n{BODY}"


def test_a_side_table(tmp_path: Path) -> None:
    (tmp_path / "texts" / "x").mkdir(parents=True)
    for name in ("a.txt", "x/b.txt"):
        (tmp_path / "texts" / name).write_text(BODY, encoding="utf-8")
    (tmp_path / "meta.csv").write_text("id,date,source\na.txt,13/07/2018,صحيفة\nx/b,2018-07-14,\n", encoding="utf-8")
    articles, notices = told(tmp_path / "texts", metadata=tmp_path / "meta.csv")
    assert [(a.id, a.published, a.source) for a in articles] == [
        ("a", "2018-07-13", "صحيفة"),
        ("x/b", "2018-07-14", None),
    ]
    assert not notices


def test_two_files_of_one_name_are_two_articles(tmp_path: Path) -> None:
    for name in ("x/a.txt", "y/a.txt"):
        (tmp_path / name).parent.mkdir()
        (tmp_path / name).write_text(BODY, encoding="utf-8")
    articles, _ = told(tmp_path / "x/a.txt", tmp_path / "y/a.txt")
    assert [a.id for a in articles] == ["a", str(tmp_path / "y/a.txt")]


def test_markup_is_taken_out_and_told(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    rows = [
        "<p>قال <b>سليم</b> &quot;نعم&quot;</p>",
        "قال **سليم** نعم",
        "## عنوان\nقال [سليم](https://example.org) نعم",
    ]
    path.write_text("\n".join(json.dumps({"text": t, "id": n}) for n, t in enumerate(rows)), encoding="utf-8")
    articles, notices = told(path)
    assert [a.text for a in articles] == ['قال سليم "نعم"', "قال سليم نعم", "عنوان\nقال سليم نعم"]
    assert [n.partition(": taken out of the text: ")[2] for n in notices] == [
        "4 HTML tags, 2 entities",
        "1 Markdown marks",
        "2 Markdown marks",
    ]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("الناس مش فاهمة ليه الحكومة عملت كده دلوقتي واحنا عايزين نعرف ايه اللي حصل", "an Arabic dialect"),
        ("The minister said the harvest had begun.", "in another language"),
    ],
)  # Egyptian, English
def test_other_languages_are_warned_of(text: str, language: str, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(text, encoding="utf-8")
    _, (notice,) = told(path)
    assert notice == f"{path}: the text is {language}, not Standard Arabic; its record may be wrong"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("وزیر خارجه ایران گفت که این توافق به زودی امضا می شود و همه آن را تایید کرده است.", "Persian"),
        ("وزیر اعظم نے کہا کہ معاہدہ جلد طے پا جائے گا اور حکومت اس کے لیے تیار ہے۔", "Urdu"),
    ],
)
def test_nothing_is_read_from_other_languages_in_arabic_letters(text: str, language: str, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(text, encoding="utf-8")
    _, (notice,) = told(path)
    assert notice == f"{path}: the text is {language}, not Arabic: its record is empty"


@pytest.mark.parametrize("encoding", ["cp1256", "cp1252"])
def test_text_that_was_misread_before_is_warned_of(encoding: str, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(BODY.encode().decode(encoding, errors="replace"), encoding="utf-8")
    _, (notice, *_) = told(path)
    assert "looks like UTF-8 that was read as windows-" in notice


def test_an_article_of_a_date_that_cannot_be_read_is_undated(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(json.dumps({"text": BODY, "id": "1", "date": "قبل أيام"}), encoding="utf-8")  # "days ago"
    ((article,), (notice,)) = told(path)
    assert article.published is None
    assert notice.endswith("'قبل أيام' is no date that can be read; the article is undated")


def test_a_library_that_is_missing_is_named_with_its_extra(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for library, name, extra in (
        ("trafilatura", "a.html", "pages"),
        ("feedparser", "a.rss", "pages"),
        ("warcio.archiveiterator", "a.warc", "pages"),
        ("openpyxl", "a.xlsx", "tables"),
        ("zstandard", "a.txt.zst", "tables"),
        ("pyarrow.parquet", "a.parquet", "parquet"),
        ("docx", "a.docx", "documents"),
        ("pypdf", "a.pdf", "documents"),
    ):
        path = tmp_path / name
        path.write_bytes(b"x")
        with monkeypatch.context() as without:
            without.setitem(__import__("sys").modules, library, None)
            _, (failure,) = told(path)
        assert failure.startswith(
            f"{path}: {library.partition('.')[0]} is needed to read it: pip install 'arner[{extra}]'"
        )


def test_addresses_are_only_read_when_asked_for() -> None:
    (failure,) = read_articles(["https://example.org/a.html"])
    assert failure == InputFailure("https://example.org/a.html", "an address is only read with --online")


def test_read_warns(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(BODY, encoding="utf-8")
    with pytest.warns(UserWarning, match="no such file"):
        assert [a.id for a in read(tmp_path / "a.txt", tmp_path / "none.txt")] == ["a"]


def test_notices_are_no_failures() -> None:
    assert str(InputNotice("a.csv", "read as cp1256")) == "a.csv: read as cp1256"


class _Site(BaseHTTPRequestHandler):
    """A site with a page, and a folder that its robots.txt asks not to read."""

    def do_GET(self) -> None:
        pages = {
            "/robots.txt": ("text/plain", "User-agent: *\nDisallow: /private/\n"),
            "/a": ("text/html; charset=utf-8", page(0, TITLE, "2018-07-13", "13 يوليو 2018", PARAGRAPHS)),
            "/private/a": ("text/html", "<html></html>"),
        }
        kind, text = pages.get(self.path, ("", ""))
        self.send_response(200 if kind else 404)
        self.send_header("Content-Type", kind or "text/plain")
        self.end_headers()
        self.wfile.write(text.encode())

    def log_message(self, *_: object) -> None:
        """Nothing on the screen."""


def test_addresses_are_read_where_robots_may() -> None:
    with ThreadingHTTPServer(("127.0.0.1", 0), _Site) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        site = f"http://127.0.0.1:{server.server_port}"
        found = list(read_articles([f"{site}/a", f"{site}/private/a", f"{site}/none"], online=True))
        server.shutdown()
    assert isinstance(found[0], Article)
    assert (found[0].id, found[0].title, found[0].text) == (f"{site}/a", TITLE, BODY)
    assert [str(item) for item in found[1:]] == [
        f"{site}/private/a: the site's robots.txt asks not to read it",
        f"{site}/none: cannot be read: HTTP Error 404: Not Found",
    ]
