"""The page in a browser: clicks, search, keyboard, both languages and both themes."""

from __future__ import annotations

import csv
import io
import re
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser, Locator, Page, expect

from arner.arabic.orthography import fold
from arner.cells import safe_cell
from arner.events import RELATIONS
from arner.records import ArticleRecord, Mention, OwnEvent, Person, Ref, Rejected, Slot, Span, Statement, Why
from arner.report.build import write_report
from tests import junk
from tests.linking.made import meeting as met
from tests.linking.made import record as made
from tests.report.conftest import Open, go, until
from tests.report.test_build import HOSTILE
from tests.samples import FIRST, SIGNING, first, retold, second, signed, signing


def headed(page: Page, title: str) -> None:
    expect(page.locator("h1")).to_have_text(title)


def test_an_overview_leads_everywhere(show: Open) -> None:
    page = show(first(), second())
    assert page.locator(".numbers strong").all_inner_texts() == ["2", "3", "2", "1", "1", "2", "2"]
    for tab in page.locator("#tabs a").all():
        tab.click()
        until(page, f"document.querySelector('[aria-current]').dataset.tab === {tab.get_attribute('data-tab')!r}")
        assert page.locator("h1").count() == 1


def test_the_marks_of_an_article(show: Open) -> None:
    page = show(first(), second(), at="#/article/0")
    headed(page, FIRST.partition("\n")[0])
    assert page.locator(".text p:not(.byline)").inner_text() == FIRST.partition("\n")[2]
    assert page.locator(".text").get_attribute("dir") == "rtl"
    names = page.locator(".text .name")
    assert names.all_inner_texts() == ["لافروف", "الروسي", "سيرغي لافروف", "سوتشي", "السعودي", "عادل الجبير"]
    assert page.locator(".text .name.country").all_inner_texts() == ["الروسي", "السعودي"]
    assert page.locator(".text .told").all_inner_texts() == ["استقبل وزير الخارجية ", "الروسي", " ", "سيرغي لافروف"]
    page.locator(".layer.person").click()
    assert page.locator(".text .person").first.evaluate("node => getComputedStyle(node).textDecorationLine") == "none"


def test_a_mark_leads_to_its_record_and_back(show: Open) -> None:
    page = show(first(), second(), at="#/article/0")
    page.locator(".text .said").click()
    assert page.locator(".record.lit").get_attribute("id") == "statement-0"
    page.locator("#event-0 button").click()
    assert "".join(page.locator(".text .lit").all_inner_texts()) == "استقبل وزير الخارجية الروسي سيرغي لافروف"
    page.locator(".text .name.person").nth(1).click()
    headed(page, "سيرغي لافروف")
    page.go_back()
    headed(page, FIRST.partition("\n")[0])


def test_a_person(show: Open) -> None:
    page = show(first(), second(), at="#/entity/0")
    headed(page, "سيرغي لافروف")
    assert page.locator(".offices li").all_inner_texts() == ["وزير الخارجية · Russia\n1"]
    assert page.locator(".timeline .dot").count() == 1  # the other meeting has no date
    assert page.locator(".card.event").count() == 2
    assert page.locator(".card.statement blockquote").all_inner_texts() == [
        "بلاده تدعم الحوار",
        "سيرغي لافــروف وعبدالفتاح السيسي سيلتقيان في موسكو",
    ]
    page.locator(".timeline .dot").click()
    headed(page, "Meeting")
    assert page.locator("blockquote").inner_text() == "استقبل وزير الخارجية الروسي سيرغي لافروف"


def test_a_meeting_that_two_articles_tell_of(show: Open) -> None:
    told = retold(first(), 1)
    (meeting,) = told.meetings
    announced = first().model_copy(
        update={
            "id": "before",
            "published": "2019-03-03",
            "meetings": [meeting.model_copy(update={"status": "planned", "topics": []})],
        }
    )
    page = show(announced, told, at="#/events/meetings")
    assert page.locator(".card").count() == 1
    assert page.locator(".card .pill").inner_text() == "held"
    page.locator(".card .kind").click()
    headed(page, "Meeting")
    assert page.locator(".card").count() == 2


def test_search_over_spellings_by_keyboard(show: Open) -> None:
    page = show(first(), second())
    page.keyboard.press("/")
    page.keyboard.type("سيرغى لافروف")
    until(page, "decodeURIComponent(address).endsWith('لافروف')")  # the whole of what was typed
    assert page.locator(".line.named").all_inner_texts()[0].startswith("●سيرغي لافروف")
    assert page.locator("mark").all_inner_texts() == ["سيرغي", "سيرغي"]
    page.keyboard.press("Escape")
    for _ in range(3):  # past the filters and the table
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.matches('main .chip')"):
            break
    page.keyboard.press("Enter")
    until(page, "address.startsWith('#/entity/')")
    headed(page, "سيرغي لافروف")


def test_search_that_finds_nothing(show: Open) -> None:
    page = show(first(), at="#/search/%D9%83%D9%86%D8%AF%D8%A7")
    assert page.locator("main p").inner_text() == "Nothing found."


def test_articles_by_keyboard(show: Open) -> None:
    page = show(first(), second(), at="#/article/0")
    page.keyboard.press("j")
    until(page, "address === '#/article/1'")
    page.keyboard.press("k")
    until(page, "address === '#/article/0'")


def test_both_languages_and_themes(show: Open) -> None:
    page = show(first(), locale="ar-EG", color_scheme="dark")
    root = page.locator("html")
    headed(page, "نظرة عامة")
    assert root.get_attribute("dir") == "rtl"
    dark = page.evaluate("getComputedStyle(document.body).backgroundColor")
    page.locator("#theme").click()
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") != dark
    page.locator("#language").click()
    headed(page, "Overview")
    assert root.get_attribute("dir") == "ltr"
    page.reload()
    headed(page, "Overview")
    assert root.get_attribute("dir") == "ltr"


def test_both_languages_have_the_same_words(show: Open) -> None:
    page = show()
    english, arabic = (
        page.evaluate(
            "language => Object.entries(WORDS[language]).flatMap(([key, word]) => typeof word === 'string' ? [key] :"
            " Object.keys(word).map((value) => `${key}.${value}`))",
            language,
        )
        for language in ("en", "ar")
    )
    assert english == arabic


def test_an_agreement(show: Open) -> None:
    page = show(signing(), signed(), at="#/events/agreements")
    headed(page, "§Agreements")
    assert page.locator("[aria-current]").all_inner_texts() == ["Agreements"]
    card = page.locator(".card")
    assert card.count() == 1
    assert card.locator(".head").inner_text().split("\n")[:2] == ["§Memorandum", "signed"]
    assert card.locator(".sure").inner_text() == "90%"
    assert [text.strip() for text in card.locator(".chip").all_inner_texts()][:2] == ["◆Egypt", "◆France"]
    card.locator(".kind").click()
    headed(page, "Memorandum")
    assert page.locator(".card").count() == 2  # the words of two articles
    page.locator(".card .articlelink").first.click()
    until(page, "address.startsWith('#/article/0/event/')")
    assert "".join(page.locator(".text .lit").all_inner_texts()) == SIGNING.partition(".")[0]


@pytest.mark.parametrize(("locale", "asked"), [("en-GB", "Why?"), ("ar-EG", "لماذا؟")])
def test_why_a_record_is_there_is_shown_when_asked_for(locale: str, asked: str, show: Open) -> None:
    page = show(signing(), at="#/article/0", locale=locale)
    why = page.locator(".why")
    assert why.count() == 1
    assert not why.locator("dl").is_visible()
    why.get_by_text(asked).click()
    lines = why.locator("dl > div").all_inner_texts()
    assert [line.split()[-1] for line in lines[:2]] == ["وقع", "parties"]
    assert "states of the signatories" in lines[2]
    assert "subject after" in lines[2]
    assert page.locator(".record").count() == 3


def test_a_change_of_office_on_the_page_of_its_country(show: Open) -> None:
    page = show(signing(), signed(), at="#/events/appointments")
    assert page.locator(".card .values").inner_text().split() == ["Office", "وزيرة", "المالية", "Country", "Egypt"]
    page.locator(".card .kind").click()
    headed(page, "Appointed")
    page.evaluate("location.hash = `#/entity/${byCode.get('EG').number}`")
    until(page, "document.querySelector('h1').textContent === 'Egypt'")
    assert page.locator(".card.appointment").count() == 1
    assert page.locator(".card.agreement").count() == 1


def test_the_surest_first(show: Open) -> None:
    def sure(record: ArticleRecord, of: float) -> ArticleRecord:
        return record.model_copy(update={"statements": [record.statements[0].model_copy(update={"confidence": of})]})

    page = show(
        sure(first(), 0.95), sure(second(), 0.6), first().model_copy(update={"id": "x", "text": "", "statements": []})
    )
    go(page, "#/statements")
    assert page.locator(".sure").all_inner_texts() == ["60%", "95%"]  # the newest first
    page.get_by_label("Order").select_option("surest")
    assert page.locator(".sure").all_inner_texts() == ["95%", "60%"]
    page.get_by_label("Right at least").select_option("0.7")
    assert page.locator(".sure").all_inner_texts() == ["95%"]
    go(page, "#/events/meetings")  # no figures, nothing to sort by
    assert page.get_by_label("Order").count() == 0


def test_the_network_of_every_kind_of_event(show: Open) -> None:
    page = show(signing(), signed(), at="#/graph")
    page.get_by_role("button", name="Who agreed with whom").click()
    assert ties(page) == ["Egypt–France"]
    page.locator(".tie").click()
    assert page.locator(".panel .card.agreement").count() == 1
    page.get_by_role("button", name="Who appointed whom").click()
    assert ties(page) == ["كريم حسن→مريم فرح"]
    assert page.get_by_role("button", name="Who met whom").count() == 0  # nobody did


def ties(page: Page) -> list[str]:
    """Each tie of the list, without shapes and counts."""
    return [re.sub(r"[\n●◆■▲\d]", "", text) for text in page.locator(".tie").all_inner_texts()]


def test_the_network(show: Open) -> None:
    page = show(first(), second(), at="#/graph")
    page.get_by_role("button", name="Who met whom").click()
    page.wait_for_selector(".canvas canvas")
    assert ties(page) == ["سيرغي لافروف–عادل الجبير"]  # held; the planned one is none
    page.get_by_role("button", name="Who spoke about whom").click()
    assert ties(page) == ["سيرغي لافروف→Russia"]
    page.locator(".tie").click()
    assert page.locator(".panel blockquote").inner_text() == "بلاده تدعم الحوار"
    page.get_by_role("button", name="Named together").click()
    everyone = page.locator(".tie").count()
    page.get_by_label("From").fill("2019-03-20")
    page.get_by_label("From").dispatch_event("change")
    assert 0 < page.locator(".tie").count() < everyone
    page.locator(".layer.person").click()
    assert page.locator(".tie").count() == 0
    assert "empty" in str(page.locator(".canvas").get_attribute("class"))


def test_the_network_by_keyboard(show: Open) -> None:
    page = show(first(), at="#/graph")
    page.locator(".canvas canvas").first.wait_for()
    page.locator(".canvas").focus()

    def seen() -> tuple[float, float]:
        return tuple(
            page.evaluate("(({ _cyreg: { cy } }) => [cy.zoom(), cy.pan().x])(document.querySelector('.canvas'))")
        )

    zoom, x = seen()
    page.keyboard.press("ArrowLeft")
    assert seen() == (zoom, x + 60)
    page.keyboard.press("+")
    assert seen()[0] > zoom
    page.keyboard.press("-")
    assert seen()[0] == pytest.approx(zoom)


def test_a_click_on_the_network_shows_the_ties_of_a_name(show: Open) -> None:
    page = show(first(), at="#/graph")
    page.get_by_role("button", name="Who met whom").click()
    page.wait_for_selector(".canvas canvas")
    box = page.locator(".canvas").bounding_box()
    assert box
    x, y = page.evaluate("Object.values(document.querySelector('.canvas')._cyreg.cy.nodes()[0].renderedPosition())")
    page.mouse.click(box["x"] + x, box["y"] + y)
    page.wait_for_selector(".panel h2 .chip")
    assert page.locator(".panel .tie").count() == 1


@pytest.mark.parametrize("locale", ["ar-EG", "en-GB"])
def test_nothing_is_wider_than_a_phone(locale: str, show: Open) -> None:
    page = show(first(), second(), signing(), signed(), locale=locale, viewport={"width": 360, "height": 740})
    events = [f"#/events/{relation.field}" for relation in RELATIONS]
    for at in ("#/article/0", "#/article/2", "#/entity/0", "#/event/0", *events, "#/statements", "#/graph", "#/"):
        go(page, at)
        page.evaluate("document.querySelectorAll('details').forEach((node) => { node.open = true; })")
        assert page.evaluate("document.documentElement.scrollWidth") == 360, at


@pytest.mark.parametrize(("days", "dots", "bars"), [(3, 3, 0), (12, 0, 1)])
def test_many_events_of_a_day_are_a_bar(days: int, dots: int, bars: int, show: Open) -> None:
    people = [f"كريم{n} المنصوري{n}|الرئيس EG" for n in range(2 * days)]
    records = [
        made(f"a{n}", *people[2 * n : 2 * n + 2], meetings=(met("p1", "p2", day="2020-01-01"),)) for n in range(days)
    ]
    page = show(*records, at="#/events/meetings")
    assert page.locator(".timeline .dot").count() == dots
    assert page.locator(".timeline .bar").count() == bars


def test_the_largest_nodes_have_their_names(show: Open) -> None:
    others = ["سليم الحداد", "مريم فرح", "هشام الراوي", "مارك لوران", "كريم حسن", "نبيل سالم", "طارق عمر", "جمال بدر"]
    pairs = [(a, b) for n, a in enumerate(others) for b in others[:n]]
    records = [made(f"a{n}", a, b, meetings=(met("p1", "p2"),)) for n, (a, b) in enumerate(pairs)]
    page = show(*records, at="#/graph", viewport={"width": 420, "height": 500})
    page.locator(".canvas canvas").first.wait_for()
    hidden = page.evaluate(
        "document.querySelector('.canvas')._cyreg.cy.nodes().sort((a, b) => b.data('size') - a.data('size'))"
        ".slice(0, 10).filter('.nameless').length"
    )
    assert hidden == 0


@pytest.mark.parametrize("locale", ["ar-EG", "en-GB"])
def test_the_tabs_fit_a_small_desktop(locale: str, show: Open) -> None:
    page = show(first(), signing(), locale=locale, viewport={"width": 1200, "height": 800})
    assert page.locator("#tabs a").count() == 13  # with events of a relation of its own
    assert (
        page.evaluate("(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)(document.getElementById('tabs'))")
        == 0
    )


def test_any_address_shows_something(show: Open) -> None:
    page = show(first())
    for at in (
        "#/entity/99",
        "#/article/x",
        "#/search/%ff",
        "#/no",
        "#/entities/__proto__",
        "#/article/0/event/7",
        "#/event/9",
        "#/events/x",
    ):
        go(page, at)
        assert page.locator("h1").inner_text()


def test_hostile_text_is_text(show: Open) -> None:
    text = "\n".join(HOSTILE)
    whole = Span(start=0, end=len(text), text=text)
    name = HOSTILE[0]
    rejected = [Rejected(step=name, text=name, reason=name)]
    why = Why(cue=whole, frame=name, slots=[Slot(slot=name, step=name, fillers=HOSTILE, rejected=rejected)])
    record = ArticleRecord(
        id=name,
        source=name,
        url="javascript:alert(1)",
        published=name,
        text=text,
        people=[Person(id="p1", name=name, aliases=HOSTILE, mentions=[Mention(**whole.model_dump(), kind="name")])],
        statements=[
            Statement(id="s1", verb=name, act="say", mode="direct", content=whole, evidence=whole, rule="r", why=why)
        ],
        events=[
            OwnEvent(
                id="e1", relation=name, status=name, slots={name: [Ref(name=name)]}, evidence=[whole], rule="r", why=why
            )
        ],
    )
    twin = record.model_copy(update={"id": f"{name}2", "text": text + "؟", "source": f"{name}2"})
    page = show(record, twin, at="#/article/0")
    assert page.evaluate("articles[0].text") == text
    assert page.locator("main a[href^=javascript], main script, main img").count() == 0
    for at in (
        "#/",
        "#/articles",
        "#/entity/0",
        "#/statements",
        "#/events/events",
        "#/event/0",
        "#/graph",
        "#/search/alert",
        "#/articles",
        "#/entities/person",
    ):
        go(page, at)
        for button in page.locator("main .judge").all():
            button.click()
        for details in page.locator("main .who > summary").all():
            details.click()
            page.locator(".sameas input").fill("alert")
        assert page.locator("main script, main img").count() == 0
    assert name in page.locator("main").inner_text()
    go(page, "#/review")
    assert page.locator("main .judgement").count() > 0
    assert page.locator("main script, main img").count() == 0


def test_a_long_list_grows_as_it_is_read(show: Open) -> None:
    records = [ArticleRecord(id=f"a{i}", text=f"مقال {i}") for i in range(100)]
    page = show(*records, at="#/articles")
    assert page.locator("main li").count() < 100
    page.locator(".more").scroll_into_view_if_needed()
    until(page, "document.querySelectorAll('main li').length > 40")


def test_the_page_folds_spellings_as_the_library_does(show: Open) -> None:
    page = show()

    @settings(max_examples=40)
    @given(
        st.text(alphabet=st.sampled_from("ابأإآٱىیېکةۀؤئيوه ـ\u064b\u0651\u0670\u200f\u200d\ufeff،.«»1"), max_size=30)
        | junk.articles
    )
    def folds(text: str) -> None:
        assert page.evaluate("text => fold(text)", text) == fold(text).lower()

    folds()


def names(page: Page) -> list[str]:
    return page.locator(".line.named .chip bdi").all_inner_texts()


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("Lavrov", ["سيرغي لافروف"]),
        ("lavrov Sergey", ["سيرغي لافروف"]),
        ("Sergei Lavrof", []),
        ("Sergei Lavrov", ["سيرغي لافروف"]),  # it sounds alike
        ("لافروف سيرغي", ["سيرغي لافروف"]),
        ("«سيرغي لافروف»", ["سيرغي لافروف"]),
        ('"لافروف سيرغي"', []),  # quoted words stand as they are
        ('"لافرو"', []),
        ("saudi arabia", ["Saudi Arabia"]),
        ("السعوديه", ["Saudi Arabia"]),
        (".*", []),
        ("", []),
    ],
)
def test_names_are_found_in_arabic_and_latin_letters(query: str, found: list[str], show: Open) -> None:
    page = show(first(), second())
    page.evaluate("query => { location.hash = `#/search/${encodeURIComponent(query)}`; }", query)
    until(page, "address === location.hash")
    assert names(page) == found


def test_a_hamza_may_have_any_seat(show: Open) -> None:
    page = show()
    fits = "([query, text]) => pattern(query, false).test(loose(text))"
    for query in ("مسؤول", "مسئول", "مسوول"):
        assert page.evaluate(fits, [query, "قال مسؤول"]), query
    assert page.evaluate(fits, ["شيء", "شئ"])
    assert page.evaluate(fits, ["هيئة", "الهيأه"])
    assert page.evaluate(fits, ["Erdogan", "Recep Tayyip Erdoğan"])
    assert not page.evaluate(fits, ["مسؤول", "مال"])


@settings(max_examples=60)
@given(query=st.text(max_size=20) | junk.texts | st.text(alphabet='"«»ءؤئ*+?()[]{}|\\ اب', max_size=12))
def test_any_query_is_answered(query: str, chromium: Browser) -> None:
    answered(chromium).evaluate(
        "query => { const found = search(query); found.articles.map((one) => find(one, found.asked[0])); }", query
    )


@cache
def answered(chromium: Browser) -> Page:
    page = chromium.new_page()
    out = io.StringIO()
    write_report([first(), second()], out)
    page.set_content(out.getvalue())
    return page


def test_articles_and_statements_are_found_by_whom_they_name(show: Open) -> None:
    page = show(first(), second(), at="#/search/Jubeir%20Lavrov")
    page.evaluate("location.hash = '#/search/Lavrov%20%D8%A7%D9%84%D8%AD%D9%88%D8%A7%D8%B1'")  # Lavrov, dialogue
    until(page, "address === location.hash")
    assert page.locator(".card.statement blockquote").all_inner_texts() == ["بلاده تدعم الحوار"]
    assert page.locator("mark").all_inner_texts() == ["لافروف"]  # where the article names him


def test_filters_of_lists(show: Open) -> None:
    page = show(first(), second(), signing(), signed(), at="#/articles")
    everything = page.locator(".list > li").count()
    sources = page.get_by_label("Source").locator("option").all_inner_texts()
    assert sources[0] == "All"
    page.get_by_label("Source").select_option("الأولى")
    assert page.locator(".line .title").all_inner_texts()[0] == FIRST.partition("\n")[0]
    assert page.locator("h1 + .number").inner_text() == f"2 / {everything}"
    go(page, "#/entities/person")
    page.get_by_label("Source").select_option("الأولى")
    assert {"سيرغي لافروف", "عادل الجبير"} < set(names(page))
    assert "عبدالفتاح السيسي" not in names(page)
    go(page, "#/events/meetings")
    assert page.locator(".card").count() == 2
    page.get_by_label("Status").select_option("held")
    assert page.locator(".card").count() == 1
    page.get_by_label("From").fill("2019-03-05")
    page.get_by_label("From").dispatch_event("change")
    assert page.locator(".card").count() == 0
    go(page, "#/articles")  # as it was left
    assert page.locator(".line .title").count() == 2


def downloaded(page: Page, button: Locator) -> tuple[str, list[dict[str, str]]]:
    with page.expect_download() as download:
        button.click()
    text = Path(download.value.path()).read_text(encoding="utf-8-sig")
    return download.value.suggested_filename, list(csv.DictReader(io.StringIO(text, newline="")))


def test_what_is_shown_is_saved_as_a_table(show: Open) -> None:
    page = show(first(), second(), signing(), signed(), at="#/events/meetings")
    page.get_by_label("Status").select_option("held")
    name, (meeting,) = downloaded(page, page.locator(".heading .save"))
    assert name == "meetings.csv"
    assert (meeting["who"], meeting["date_start"]) == ("سيرغي لافروف | عادل الجبير", "2019-03-04")
    assert meeting["place"] == "سوتشي"
    go(page, "#/entities/person")
    name, people = downloaded(page, page.locator(".heading .save"))
    assert (name, people[0]["name"], people[0]["latin"]) == ("person.csv", "سيرغي لافروف", "Sergey Lavrov")
    go(page, "#/statements")
    _, (told, *_) = downloaded(page, page.locator(".heading .save"))
    assert told["content"] in FIRST + SIGNING + second().text
    go(page, "#/articles")
    _, articles = downloaded(page, page.locator(".heading .save"))
    assert [article["id"] for article in articles] == page.evaluate("articles.map((article) => article.id)")
    go(page, "#/graph")
    page.get_by_role("button", name="Who met whom").click()
    with page.expect_download() as picture:
        page.get_by_role("button", name="Save as a picture").click()
    assert Path(picture.value.path()).read_bytes().startswith(b"\x89PNG")
    _, (tie,) = downloaded(page, page.locator(".panel .save"))
    assert (tie["source"], tie["target"], tie["weight"]) == ("سيرغي لافروف", "عادل الجبير", "1")


FORMULAS = ["=1+1", " @x", "\u200f-2", "\t=a", 'a"b,c\r\n', "＝1", "a;=1", "a;\r\n =1"]


@settings(max_examples=60)
@given(text=st.text(max_size=20) | junk.texts | st.sampled_from(FORMULAS))
def test_no_cell_is_a_formula(text: str, chromium: Browser) -> None:
    written_ = answered(chromium).evaluate("text => csv([[text, 1]])", text)
    ((cell, number),) = csv.reader(io.StringIO(written_, newline=""))
    assert (cell, number) == (safe_cell(text), "1")
