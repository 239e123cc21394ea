"""Articles in, records out, with the bundled model: what a record gives of a whole article, and what never fails."""

from __future__ import annotations

import pickle
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc

import arner
from arner import Article, ArticleRecord
from arner.gaps import Gaps
from arner.markup import readable
from arner.pipeline import COMPONENTS
from tests.junk import articles, texts

BEIJING = (Path(__file__).parents[1] / "data/fixtures/xi-putin-beijing.txt").read_text(encoding="utf-8")
# Macron said on Tuesday in Paris: "We will not retreat." And he added that France supports Ukraine.
SHORT = "قال الرئيس الفرنسي إيمانويل ماكرون الثلاثاء في باريس: «لن نتراجع». وأضاف أن فرنسا تدعم أوكرانيا."


@pytest.fixture(scope="module")
def beijing(nlp: arner.Pipeline) -> ArticleRecord:
    return nlp(Article(id="beijing", text=BEIJING, published="2024-05-16", source="خبرين"))


@pytest.mark.parametrize(
    ("name", "country"),
    [
        ("شي جين بينغ", "CN"),
        ("فلاديمير بوتين", "RU"),
        ("أندريه بيلوسوف", "RU"),
        ("سيرجي شويجو", "RU"),
        ("فولوديمير زيلينسكي", "UA"),
        ("أنتوني بلينكن", "US"),
    ],
)
def test_each_person_once_with_an_office(beijing: ArticleRecord, name: str, country: str) -> None:
    (person,) = [p for p in beijing.people if p.name == name]
    assert country in {r.country for r in person.roles}
    assert {r.country for r in person.roles} == {country}


def test_short_names_join_the_full_ones(beijing: ArticleRecord) -> None:
    by_name = {p.name: p for p in beijing.people}
    assert {"شي", "بوتين", "بلينكن"}.isdisjoint(by_name)
    assert "بوتين" in by_name["فلاديمير بوتين"].aliases
    assert len(by_name["شي جين بينغ"].mentions) > 10


def test_its_countries(beijing: ArticleRecord) -> None:
    assert {c.code for c in beijing.countries} == {"CN", "RU", "UA", "TW", "US", "CH", "SU"}


def test_its_meetings_and_statements(beijing: ArticleRecord) -> None:
    assert len(beijing.meetings) >= 5
    assert len(beijing.statements) >= 15
    xi, putin = ({p.name: p.id for p in beijing.people}[n] for n in ("شي جين بينغ", "فلاديمير بوتين"))
    assert any({xi, putin} <= {p.ref for p in m.participants} and m.status == "held" for m in beijing.meetings)
    assert {xi, putin} <= {s.ref for m in beijing.statements for s in m.speakers}


def test_every_ref_is_an_entity_of_the_record(beijing: ArticleRecord) -> None:
    everything = (*beijing.people, *beijing.countries, *beijing.organizations, *beijing.places)
    ids = [e.id for e in everything]
    assert len(set(ids)) == len(ids)
    refs = {p.ref for m in beijing.meetings for p in m.participants} | {
        m.place.ref for m in beijing.meetings if m.place
    }
    refs |= {s.ref for st in beijing.statements for s in (*st.speakers, *st.about)}
    assert refs - {None} <= set(ids)
    assert all(e.mentions for e in everything)


def test_what_the_article_gives_is_in_the_record(beijing: ArticleRecord) -> None:
    assert (beijing.id, beijing.source, beijing.published, beijing.text) == ("beijing", "خبرين", "2024-05-16", BEIJING)


def test_a_text_is_an_article(nlp: arner.Pipeline) -> None:
    record = nlp(SHORT)
    assert record == nlp(Article(text=SHORT))
    assert record.text == SHORT
    assert record.id == nlp(SHORT).id != nlp(SHORT + " ").id
    assert [p.name for p in record.people] == ["إيمانويل ماكرون"]
    assert len(record.statements) == 2


def test_the_title_is_the_first_line_of_the_text(nlp: arner.Pipeline) -> None:
    record = nlp(Article(title="ماكرون: لن نتراجع", text=SHORT))
    assert record.text == "ماكرون: لن نتراجع\n" + SHORT
    assert record.people[0].mentions[0].start == 0


WHOLE = {
    "as it is": SHORT,
    "Windows lines": "عنوان\r\n" + SHORT + "\r\n\r\n" + SHORT + "\r\n",
    "emoji": "😀❤\ufe0f " + SHORT.replace("في", "🇫🇷 في"),
    "bidi marks": "\u202b" + SHORT.replace(" ", " \u200f") + "\u202c",
    "diacritics": SHORT.replace("ن", "نَ").replace("ل", "لّ"),
    "tatweel": SHORT.replace("ما", "مــا").replace("ق", "قـ"),
    "leading marks": "\u200f\u200e\ufeff" + SHORT,
    "leading lines": "\n\n \r\n" + SHORT,
    "control characters": "\x00\x1f" + SHORT.replace("وأضاف", "\x0b\x0cوأضاف"),
    "line separators": SHORT.replace(". ", ".\u2028"),
    "noise around": "…#؟_" + SHORT + '«(("',
}


@pytest.mark.parametrize("text", WHOLE.values(), ids=WHOLE.keys())
def test_offsets_hold_and_the_speaker_is_found(nlp: arner.Pipeline, text: str) -> None:
    record = nlp(text)
    assert record.text == text
    assert [p.name for p in record.people] == ["إيمانويل ماكرون"]
    assert record.people[0].roles[0].country == "FR"
    assert record.statements
    spans = record.spans()
    assert spans
    for span in spans:
        assert span.text == text[span.start : span.end] != ""


def test_presentation_forms_keep_their_offsets(nlp: arner.Pipeline) -> None:
    text = "ﻗﺎﻝ ﺍﻟﺮﺋﻴﺲ ﺍﻟﻔﺮﻧﺴﻲ ﺇﻳﻤﺎﻧﻮﻳﻞ ﻣﺎﻛﺮﻭﻥ ﺇﻥ ﻓﺮﻧﺴﺎ ﻟﻦ ﺗﺘﺮﺍﺟﻊ."  # Macron said that France will not retreat
    record = nlp(text)
    assert [p.name for p in record.people] == ["إيمانويل ماكرون"]
    assert {c.code for c in record.countries} == {"FR"}
    assert all(text[s.start : s.end] == s.text for s in record.spans())


NOTHING = [
    "",
    " ",
    "\n",
    "\r\n\r\n",
    "\u200f",
    "😀",
    "…",
    "«»",
    "١٢٣",
    "\ufeff",
    "_",
    "ﹰ",
    "ء",
]


@pytest.mark.parametrize("text", NOTHING)
def test_a_text_with_nothing_in_it_gives_an_empty_record(nlp: arner.Pipeline, text: str) -> None:
    record = nlp(text)
    assert record.text == text
    assert record.spans() == []
    assert ArticleRecord.model_validate_json(record.model_dump_json()) == record


def test_a_text_in_latin_letters_says_nothing(nlp: arner.Pipeline) -> None:
    record = nlp('The president said: "We will meet." He arrived on Monday.')
    assert (record.people, record.countries, record.meetings) == ([], [], [])


def test_no_span_begins_or_ends_with_a_blank(nlp: arner.Pipeline) -> None:
    """Salim will meet the minister in Paris, according to France Presse; blanks of many kinds stand about."""
    for blank in (" ", "\u2028", "\u00a0\t", "\r\n  "):
        text = f"{blank}سيلتقي سليم عمر الوزير في باريس، بحسب وكالة فرانس برس{blank}.{blank}"
        record = nlp(text)
        assert record.statements
        assert [span.text for span in record.spans() if span.text != span.text.strip()] == []


def test_lone_surrogates_are_replaced(nlp: arner.Pipeline) -> None:
    assert readable("أ\ud83dب\U0001f600") == "أ\ufffdب\U0001f600"
    record = nlp("\ud83d" + SHORT)
    assert record.text == "\ufffd" + SHORT
    record.model_dump_json().encode()


@given(articles | texts)
@settings(max_examples=30)
@pytest.mark.filterwarnings("ignore:.*not Arabic")
def test_no_text_is_too_strange(nlp: arner.Pipeline, text: str) -> None:
    record = nlp(Article(text=text, published="2024-05-16"))
    assert record.text == text
    assert all(text[s.start : s.end] == s.text for s in record.spans())


@given(articles, st.sampled_from(["", "2024-02-29"]), st.text(max_size=5))
@settings(max_examples=12)
@example(title="ک ک", published="", source="")  # a Persian keyboard
@pytest.mark.filterwarnings("ignore:.*not Arabic")
def test_no_title_and_no_source_is_too_strange(nlp: arner.Pipeline, title: str, published: str, source: str) -> None:
    article = Article(text=SHORT, title=title, published=published or None, source=source)
    record = nlp(article)
    assert record.text == article.full_text
    assert record.language in ("fa", "ur") or "إيمانويل ماكرون" in [p.name for p in record.people]


def test_pipe_keeps_the_order_and_reads_a_batch_at_a_time(nlp: arner.Pipeline) -> None:
    taken: list[int] = []

    def endless() -> Iterator[Article | str]:
        n = 0
        while True:
            taken.append(n)
            yield SHORT if n % 3 == 0 else Article(id=str(n), text="نص" * (n % 5))
            n += 1

    stream = nlp.pipe(endless(), batch_size=4)
    assert taken == []
    first = [next(stream) for _ in range(8)]
    assert len(taken) <= 12
    assert [r.text for r in first] == [SHORT if n % 3 == 0 else "نص" * (n % 5) for n in range(8)]
    assert [r.id for r in first if r.text != SHORT] == [str(n) for n in range(8) if n % 3]


def test_an_article_reads_the_same_among_others(nlp: arner.Pipeline, beijing: ArticleRecord) -> None:
    article = Article(id="beijing", text=BEIJING, published="2024-05-16", source="خبرين")
    assert list(nlp.pipe([SHORT, article, SHORT, ""], batch_size=3))[1] == beijing


def test_a_pipeline_pickles(nlp: arner.Pipeline) -> None:
    assert pickle.loads(pickle.dumps(nlp))(SHORT) == nlp(SHORT)


LEFT = ("article", "dates", "mentions", "entities", "statements", "meetings")


def left(doc: Doc) -> dict[str, object]:
    return {name: doc._.get(name) for name in LEFT} | {
        "ents": [(e.start, e.end, e.label_) for e in doc.ents],
        "sents": [s.start for s in doc.sents],
    }


def test_what_components_leave_survives_bytes(nlp: arner.Pipeline) -> None:
    doc = nlp.language(BEIJING)
    assert left(doc)["statements"]
    assert left(Doc(nlp.language.vocab).from_bytes(doc.to_bytes())) == left(doc)


def test_what_components_leave_comes_from_other_processes(nlp: arner.Pipeline, monkeypatch: pytest.MonkeyPatch) -> None:
    import multiprocessing

    # A fork of a process in which torch has run may hang.
    spawn = multiprocessing.get_context("spawn")
    monkeypatch.setattr("spacy.language.mp", spawn)
    given = [SHORT, BEIJING[:1500]]
    there = list(nlp.language.pipe(given, n_process=2, batch_size=1))
    assert [left(d) for d in there] == [left(nlp.language(text)) for text in given]


def test_every_stage_is_a_component(nlp: arner.Pipeline) -> None:
    assert tuple(nlp.language.pipe_names) == COMPONENTS


def test_many_processes_give_the_same_records(nlp: arner.Pipeline) -> None:
    given = [Article(id=str(n), text=SHORT, published="2024-05-16") for n in range(3)]
    assert list(nlp.pipe(given, n_process=2)) == list(nlp.pipe(given))


def test_an_article_that_raises_is_told_and_left_out(nlp: arner.Pipeline, monkeypatch: pytest.MonkeyPatch) -> None:
    make = nlp._read

    def failing(article: Article, gaps: Gaps) -> Doc:
        if article.id == "1":
            raise ValueError("broken")
        return make(article, gaps)

    monkeypatch.setattr(nlp, "_read", failing)
    told: list[tuple[str | None, str]] = []
    given = [Article(id=str(n), text=SHORT) for n in range(3)]
    found = nlp.pipe(given, on_error=lambda article, error: told.append((article.id, str(error))))
    assert [record.id for record in found] == ["0", "2"]
    assert told == [("1", "broken")]


@pytest.mark.parametrize(
    ("call", "problem"),
    [
        (lambda nlp: nlp({"text": SHORT}), r"not dict: make it one with Article\(\*\*it\)"),
        (lambda nlp: nlp(7), "an article is an arner.Article or a string, not int"),
        (lambda nlp: nlp.pipe(SHORT), "pipe takes many articles"),
        (lambda nlp: nlp.pipe(Article(text=SHORT)), "pipe takes many articles"),
        (lambda nlp: list(nlp.pipe([None])), "not NoneType"),
    ],
)
def test_wrong_arguments_are_told(nlp: arner.Pipeline, call: object, problem: str) -> None:
    with pytest.raises(TypeError, match=problem):
        call(nlp)  # type: ignore[operator]


def test_markup_is_taken_out_of_the_text(nlp: arner.Pipeline) -> None:
    # The Egyptian foreign minister Sameh Shoukry said Cairo welcomed it.
    record = nlp("<p>قال وزير الخارجية المصري <strong>سامح شكري</strong> إن القاهرة ترحب.</p>")
    assert record.text == "قال وزير الخارجية المصري سامح شكري إن القاهرة ترحب."
    assert [ref.name for ref in record.statements[0].speakers] == ["سامح شكري"]


def test_lines_that_an_editor_broke_are_read_whole(nlp: arner.Pipeline) -> None:
    # Putin met Xi in Beijing yesterday and said the partnership of the two countries was stronger than ever.
    text = (
        "التقى الرئيس الروسي فلاديمير\nبوتين نظيره الصيني شي جين بينغ في\nبكين أمس، وقال بوتين إن الشراكة بين\n"
        "البلدين أقوى من أي وقت مضى."
    )
    record = nlp(Article(text=text, published="2024-05-16"))
    assert {p.name.replace("\n", " ") for p in record.people} == {"فلاديمير بوتين", "شي جين بينغ"}
    assert len(record.meetings) == 1
    assert record.text == text
    assert record.statements[0].content.text.endswith("مضى")


def test_the_record_tells_the_language(nlp: arner.Pipeline) -> None:
    assert nlp(SHORT).language == "ar"
    assert nlp("قال محمد كريمي، وزير خارجية إيران گفت.").language == "ar"  # one word of another language


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("وزیر خارجه ایران حسین کریمی گفت که این توافق به زودی امضا می شود.", "fa"),  # the foreign minister said
        ("رئیس جمهور روسیه با همتای خود در تهران دیدار کرد و گفت این سفر مهم است.", "fa"),  # the president met
        ("وزیر اعظم عمران خان نے کہا کہ معاہدہ جلد طے پا جائے گا۔", "ur"),  # the prime minister said
        ("امریکی صدر نے پاکستان کے وزیر خارجہ سے ملاقات کی ہے۔", "ur"),  # the US president met
    ],
)
def test_nothing_is_read_from_persian_and_urdu(nlp: arner.Pipeline, text: str, language: str) -> None:
    with pytest.warns(UserWarning, match="not Arabic: its record is empty"):
        record = nlp(text)
    assert (record.language, record.text) == (language, text)
    assert [record.people, record.countries, record.organizations, record.statements, record.meetings] == [[]] * 5
