"""The tagger's component, with the bundled model in a real stanza pipeline."""

from __future__ import annotations

import pickle
import subprocess
import sys
from collections.abc import Iterable

import pytest
import spacy
from hypothesis import given, settings
from spacy.language import Language
from spacy.tokens import Doc

import arner
from arner.ner.tagger import LABELS, StanzaTagger, joiners
from arner.ner.tagger import names as tagger_names
from arner.tokens import Tokens
from tests.junk import articles, texts

# The French president Emmanuel Macron said in Paris; the Security Council met; …
ARTICLES = [
    "قال الرئيس الفرنسي إيمانويل ماكرون في باريس إن مجلس الأمن سيجتمع غدا.",
    "التقى سيرغي لافروف وزير الخارجية التركي مولود تشاووش أوغلو في أنقرة.\nوغادر لافروف إلى دمشق.",
    "",
    "أعلنت وزارة الدفاع الأمريكية إرسال قوات إلى العراق، وقال جيمس ماتيس إن بلاده لن تنسحب.",
    "\n \n",
]

SENTENCES = spacy.blank("arner")
SENTENCES.add_pipe("arner_sentences")


@pytest.fixture(scope="module")
def language(nlp: arner.Pipeline) -> Language:
    """Sentences and names only, with the model that is loaded already."""
    short = spacy.blank("arner")
    short.add_pipe("arner_sentences")
    short.add_pipe("arner_stanza")
    loaded = nlp.language.get_pipe("arner_stanza")
    loaded.load()  # type: ignore[attr-defined]
    vars(short.get_pipe("arner_stanza")).update(vars(loaded))
    return short


def names(doc: Doc) -> list[tuple[int, int, str]]:
    """Tokens, not characters: what stands on the letters may not matter."""
    return [(e.start, e.end, e.label_) for e in doc.ents]


def test_names_are_whole_tokens_of_the_text(language: Language) -> None:
    found = {(e.text, e.label_) for e in language(ARTICLES[0]).ents}
    assert found == {("إيمانويل ماكرون", "PER"), ("باريس", "LOC"), ("مجلس الأمن", "ORG")}


def stretched(text: str) -> str:
    return " ".join(w[:2] + "ــ" + w[2:] if len(w) > 4 else w for w in text.split(" "))


def vowelled(text: str) -> str:
    return "".join(c + "\u064e" if "ب" <= c <= "ي" else c for c in text)


def directed(text: str) -> str:
    return "\u202b" + text.replace(" ", " \u200f") + "\u202c"


@pytest.mark.parametrize("disturb", [stretched, vowelled, directed])
@pytest.mark.parametrize("text", [ARTICLES[0], ARTICLES[1], ARTICLES[3]])
def test_marks_change_no_tag(language: Language, text: str, disturb: object) -> None:
    disturbed = disturb(text)  # type: ignore[operator]
    assert disturbed != text

    def lettered(doc: Doc) -> list[tuple[str, str]]:
        return [(" ".join(t.norm_ for t in e if t.norm_), e.label_) for e in doc.ents]

    assert lettered(language(disturbed)) == lettered(language(text))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("قال الرئيس الأمريكي #دونالد_ترمب اليوم.", "دونالد_ترمب"),  # US president #Donald_Trump said today
        ("قال زعيم كوريا الشمالية كيم جونغ-أون أمس.", "كيم جونغ-أون"),  # Kim Jong-un
        ("قالت الوزيرة أورسولا فون دير-لاين أمس.", "أورسولا فون دير-لاين"),
    ],
)
def test_what_joins_two_words_of_a_name_is_in_its_span(language: Language, text: str, name: str) -> None:
    assert [e.text.lstrip("#") for e in language(text).ents if e.label_ == "PER"] == [name]


def test_neither_batch_nor_order_changes_a_tag(language: Language) -> None:
    alone = {text: names(language(text)) for text in ARTICLES}
    assert any(alone.values())
    for size in (1, 2, 16):
        assert [names(d) for d in language.pipe(ARTICLES, batch_size=size)] == [alone[t] for t in ARTICLES]
    assert [names(d) for d in language.pipe(ARTICLES[::-1])] == [alone[t] for t in ARTICLES[::-1]]


def test_pipe_reads_a_batch_at_a_time(language: Language) -> None:
    tagger = language.get_pipe("arner_stanza")
    split = language.get_pipe("arner_sentences")
    taken: list[str] = []

    def docs() -> Iterable[Doc]:
        for text in ARTICLES:
            taken.append(text)
            yield split(language.make_doc(text))

    stream = tagger.pipe(docs(), batch_size=2)  # type: ignore[attr-defined]
    next(stream)
    assert taken == ARTICLES[:2]
    assert len(list(stream)) == len(ARTICLES) - 1


class _Sentence:
    def __init__(self, words: list[str]) -> None:
        self.tokens = [type("Token", (), {"ner": "S-PERS"})() for _ in words]


class _Tagged:
    def __init__(self, sentences: list[list[str]]) -> None:
        self.sentences = [_Sentence(words) for words in sentences]


@given(articles | texts)
def test_every_word_shown_gets_its_own_tag(text: str) -> None:
    """With a tagger that calls every word a person: what it is shown comes back, each word where it stands."""
    shown: list[str] = []

    def everything(sentences: list[list[str]]) -> _Tagged:
        assert all(sentences)
        shown.extend(word for words in sentences for word in words)
        return _Tagged(sentences)

    tagger = StanzaTagger("bundled")
    tagger._pipeline = everything
    doc = tagger(SENTENCES(text))
    assert all(word.strip() for word in shown)
    assert len(doc.ents) == len(shown)
    assert all(e.label_ == "PER" and len(e) == 1 for e in doc.ents)


def test_a_long_sentence_is_cut_for_the_tagger() -> None:
    longest = 0

    def measure(sentences: list[list[str]]) -> _Tagged:
        nonlocal longest
        longest = max(map(len, sentences))
        return _Tagged(sentences)

    tagger = StanzaTagger("bundled")
    tagger._pipeline = measure
    doc = tagger(SENTENCES("كلمة " * 1000))
    assert len(doc.ents) == 1000
    assert longest <= 150


# Putin arrived in Beijing. Xi received him. They signed a statement.
THREE = "وصل بوتين إلى بكين. استقبله شي هناك. ثم وقعا بيانا."


@pytest.mark.parametrize(("most", "lengths"), [(0, [5, 4, 4]), (9, [9, 4]), (8, [5, 8]), (100, [13]), (3, [5, 4, 4])])
def test_sentences_that_follow_each_other_are_read_together_to_so_many_words(most: int, lengths: list[int]) -> None:
    shown: list[int] = []

    def measure(sentences: list[list[str]]) -> _Tagged:
        shown.extend(map(len, sentences))
        return _Tagged(sentences)

    tagger = StanzaTagger("bundled")
    tagger._pipeline, tagger._run = measure, most
    tagger(SENTENCES(THREE))
    assert shown == lengths


def test_no_name_goes_on_in_the_next_sentence() -> None:
    tags = {0: "B-PER", 1: "E-PER"}
    for text, among in (("بوتين شي", tags), ("بوتين\nشي", {0: "B-PER", 2: "E-PER"})):
        tokens = Tokens(SENTENCES(text))
        assert len(tagger_names(tokens, joiners(tokens), among)) == 1 + ("\n" in text)


@given(articles)
@settings(max_examples=25)
def test_the_model_takes_any_text(language: Language, text: str) -> None:
    assert language(text).text == text


def test_the_component_pickles_without_its_model(language: Language) -> None:
    tagger = language.get_pipe("arner_stanza")
    packed = pickle.dumps(tagger)
    assert len(packed) < 1000
    doc = language.get_pipe("arner_sentences")(language.make_doc(ARTICLES[0]))
    assert names(pickle.loads(packed)(doc)) == names(language(ARTICLES[0]))


def test_labels_are_those_of_records() -> None:
    assert set(LABELS.values()) == {"PER", "LOC", "ORG", "MISC"}


@pytest.mark.parametrize(
    ("text", "name", "label"),
    [
        ("سافر وزير الخارجية إلى موسكو والتقى ببوتين أمس.", "ببوتين", "PER"),  # met with Putin
        ("وقال الرئيس إن لروسيا دورا.", "لروسيا", "LOC"),  # Russia has a role
        ("أعلن رئيس الوزراء جون ب. كيري ذلك في بيان.", "جون ب. كيري", "PER"),  # an initial with its dot
        ("اجتمع المبعوث الخاص غير بيدرسون بالرئيس في #دمشق.", "دمشق", "LOC"),  # a hashtag of one word
        ("توفي الفنان الفرنسي جان-بول بلموندو عن 88 عاما.", "جان-بول بلموندو", "PER"),  # a hyphened first name
        ("ماكرون في برلين\nوصل الرئيس الفرنسي إلى ألمانيا.", "برلين", "LOC"),  # a headline
    ],
)
def test_what_news_write_of_names(language: Language, text: str, name: str, label: str) -> None:
    assert (name, label) in [(e.text.lstrip("#"), e.label_) for e in language(text).ents]


def test_latin_names_in_arabic_text_lose_no_tag_of_their_neighbours(language: Language) -> None:
    # The British minister Boris Johnson (Boris Johnson) said in London to the BBC.
    text = "قال الوزير البريطاني بوريس جونسون (Boris Johnson) في لندن لشبكة BBC."
    found = {(e.text, e.label_) for e in language(text).ents}
    assert {("بوريس جونسون", "PER"), ("لندن", "LOC")} <= found


def test_loading_does_not_import_torch_s_compiler() -> None:
    code = (
        "import sys; from arner.ner.tagger import StanzaTagger; StanzaTagger('bundled').load(); "
        "from torch.optim import Optimizer; "
        "print('torch._dynamo' in sys.modules, hasattr(Optimizer.add_param_group, '__wrapped__'))"
    )
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert told.stdout.split() == ["False", "True"]
