"""Where sentences begin."""

from __future__ import annotations

import pytest
import spacy
from hypothesis import given

from arner.ner.sentences import LONGEST
from tests.junk import articles, texts
from tests.timing import cpu_seconds

LANGUAGE = spacy.blank("arner")
LANGUAGE.add_pipe("arner_sentences")


def sentences(text: str) -> list[str]:
    return [s.text.strip() for s in LANGUAGE(text).sents]


@pytest.mark.parametrize(
    "marked",  # «|» is where a sentence ends
    [
        "وصل الرئيس.| ثم غادر!| لماذا؟| لا أحد يعلم…| انتهى.",  # arrived. then left! why? nobody knows… over.
        "عنوان الخبر|\nبدأ الاجتماع.",  # a title without a full stop
        "بدأ الاجتماع|\r\nانتهى الاجتماع|\r\n",
        "فقرة أولى|\n\nفقرة ثانية",
        "فقرة أولى|\n \nفقرة ثانية",
        "قال: «وصلنا. ثم غادرنا. انتهى» وأضاف.",  # no break within a quotation
        "قال: «وصلنا. ثم غادرنا».| وأضاف.",
        "قال: «وصلنا. ثم غادرنا.»| وأضاف.",  # the full stop within the quotation marks
        'قال: "وصلنا. ثم غادرنا".| وأضاف.',
        "قال: “وصلنا. ثم غادرنا.”| وأضاف.",
        "قال: „وصلنا. ثم غادرنا.“| وأضاف.",
        "غادر الوفد.| «لن نعود» قال الرئيس.",  # the delegation left. "We will not return," the president said.
        'غادر الوفد.| "لن نعود" قال الرئيس.',
        'قال: "نعم."| "لا. أبدا" رد الوزير.',  # one quotation after another
        "«هل نعود؟»، سأل الرئيس.",  # "Do we return?", asked the president
        "هل نعود؟!| لا",  # two signs are one end
        "قال: «وصلنا.| ثم غادرنا.| وانتهى",  # never closed: full stops count
        "قال» وصلنا.| ثم «غادرنا.",
        'قال: "وصلنا.| ثم غادرنا.',
        "نقلت (أ. ف. ب) عن مصدر.| وأضاف.",  # initials of a news agency
        "كتب ج. ك. رولينغ.| ثم",
        "بلغ 3.5 مليون.| ثم",
        "قالت بي.بي.سي ذلك.| وسددت بي.دي.في.إس.إيه ديونها.",  # acronyms by the names of their letters
        "انتهى.|وقال. |بي. |سي",
        "انتهى (أمس.)| ثم",
        "انتهى...| ثم",
    ],
)
def test_sentences(marked: str) -> None:
    expected = [part.strip() for part in marked.split("|") if part.strip()]
    assert [s for s in sentences(marked.replace("|", "")) if s] == expected


def test_a_quotation_may_not_hide_the_next_paragraph() -> None:
    assert sentences("قال: «وصلنا\nثم غادرنا. انتهى» قال") == ["قال: «وصلنا", "ثم غادرنا.", "انتهى» قال"]


def test_text_without_punctuation_is_cut() -> None:
    found = [len(s) for s in LANGUAGE("كلمة " * (2 * LONGEST + 7)).sents]
    assert found == [LONGEST, LONGEST, 7]


def test_a_long_quotation_is_cut_too() -> None:
    assert max(len(s) for s in LANGUAGE("«" + "كلمة. " * LONGEST + "»").sents) <= LONGEST


@given(texts | articles)
def test_every_token_is_in_one_sentence(text: str) -> None:
    doc = LANGUAGE(text)
    assert [t.i for s in doc.sents for t in s] == list(range(len(doc)))
    for token in doc:
        if "\n" in token.text and token.i + 1 < len(doc):
            assert doc[token.i + 1].is_sent_start


@pytest.mark.parametrize(
    "piece", ["!?", "»”", ".»)»)", "» ” ", "«\n", "«", '"', "\n", ". ", ".", "نعم. ", "« نعم. ", "أ.", "نعم “ « "]
)
def test_the_time_is_linear(piece: str) -> None:
    text = "نعم." + piece * (50_000 // len(piece))
    assert cpu_seconds(lambda: LANGUAGE(text), tries=1) < 5
