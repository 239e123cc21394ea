"""What taggers read is learnt again: decoding, the share of each tag, which sentences."""

from collections import Counter
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays
from stanza.models.common.crf import viterbi_decode
from training import heads, silver, usage
from training.corpus import BREAK, Corpus, key
from training.ner_data import Swapper, without

from arner.ner.reading import viterbi

NUMBERS = st.integers(-50, 50).map(lambda n: n / 10)


@given(
    arrays.arrays(np.float32, (3, 6, 4), elements=NUMBERS),
    arrays.arrays(np.float32, (4, 4), elements=NUMBERS),
    st.lists(st.integers(1, 6), min_size=3, max_size=3),
)
def test_many_sentences_are_decoded_as_stanza_decodes_one(scores, transitions, lengths) -> None:
    found = viterbi(scores, np.array(lengths), transitions, reserved=0)
    for sentence, length, path in zip(scores, lengths, found, strict=True):

        def worth(tags: list[int], scores: np.ndarray = sentence, length: int = length) -> float:
            steps = sum(transitions[a, b] for a, b in pairwise(tags))
            return float(sum(scores[np.arange(length), tags]) + steps)

        expected, _ = viterbi_decode(sentence[:length], transitions)
        assert worth(path[:length].tolist()) == pytest.approx(worth(expected), abs=1e-3)


def test_reserved_tags_are_never_given() -> None:
    scores = np.full((1, 3, 4), -3, dtype=np.float32)
    scores[:, :, :2] = 9
    assert viterbi(scores, np.array([3]), np.zeros((4, 4), dtype=np.float32), reserved=2).min() >= 2


def text(*sentences: str) -> Corpus:
    numbers: dict[str, int] = {}
    ids: list[int] = []
    for sentence in sentences:
        ids += [numbers.setdefault(word, len(numbers)) for word in sentence.split()] + [BREAK]
    array = np.array(ids, dtype=np.int32)
    counts = np.bincount(array[array != BREAK])
    return Corpus(list(numbers), counts, array, {"ant_multisource": 0, silver.NEWS: len(ids)})


def test_words_are_read_until_each_was_met_often_enough() -> None:
    # Lavrov arrived in Moscow in the evening yesterday
    texts = text(*["وصل لافروف إلى موسكو مساء أمس"] * 50, "وصل شويغو إلى بكين مساء أمس")
    rows = {word: i for i, word in enumerate(texts.words)}
    chosen = [" ".join(texts.words[i] for i in sentence) for sentence in usage.sentences(texts, rows)]
    assert chosen.count("وصل شويغو إلى بكين مساء أمس") == 1
    assert usage.OFTEN <= len(chosen) <= usage.OFTEN + 1


def test_shares_of_a_words_tags() -> None:
    tags = ["O", *dict.fromkeys(tag for _, column in usage.COLUMNS for tag in column)]
    counts = np.zeros((2, len(tags)), dtype=np.int64)
    counts[0, tags.index("S-PER")], counts[0, tags.index("O")] = 2, 1
    found = usage.shares([counts, counts], [tags, tags])
    assert found.shape == (2, len(usage.COLUMNS))
    assert found[0].tolist() == [2 / (3 + usage.DOUBT) if t == ("S-PER",) else 0 for _, t in usage.COLUMNS]
    assert not found[1].any()  # never read


def test_only_what_both_read_alike_is_learnt() -> None:
    # Lavrov arrived · said Putin · Vladimir Putin arrived
    sentences = [["وصل", "لافروف"], ["قال", "بوتين"], ["فلاديمير", "بوتين", "وصل"]]
    names = (["O", "S-PER", "B-PER", "E-PER"], ["O", "S-MISC"])
    one = [[[0, 1], [0, 0]], [[0, 1], [0, 0]], [[2, 3, 0], [0, 0, 0]]]
    other = [[[0, 1], [0, 1]], [[0, 0], [0, 0]], [[2, 3, 0], [0, 0, 0]]]
    readings = [[[np.array(head, dtype=np.int8) for head in s] for s in tags] for tags in (one, other)]
    assert silver.agreed(sentences, readings, names) == [
        [("وصل", ("O", heads.UNKNOWN)), ("لافروف", ("B-PER", heads.UNKNOWN))],
        [("فلاديمير", ("B-PER", "O")), ("بوتين", ("I-PER", "O")), ("وصل", ("O", "O"))],
    ]


def test_half_of_the_people_get_other_names() -> None:
    read = [heads.lone([("وصل", "O"), ("لافروف", "B-PER"), ("أمس", "O")], "anercorp")] * 200
    found = silver.chosen(read, Swapper(read, Counter({"كريم": 1})))
    assert len(found) == 200
    assert 70 < sum(sentence == read[0] for sentence in found) < 130


def test_most_sentences_without_a_name_are_left_out() -> None:
    read = [heads.lone([("وصل", "O"), ("أمس", "O")], "anercorp")] * 200
    assert 15 < len(silver.chosen(read, Swapper(read, Counter({"كريم": 1})))) < 70


def test_a_sentence_with_a_test_sentence_within_is_left_out() -> None:
    test = "التقى الرئيس الروسي بوتين نظيره الصيني في موسكو".split()  # Putin met his counterpart
    read = [[(w, ("O", "O")) for w in words] for words in (["وقال", *test, "أمس"], test, ["وصل", "أمس"])]
    assert without(read, frozenset([key(test)])) == read[2:]
    assert without(read, frozenset()) == read


def test_no_sentence_of_a_table_without_rows() -> None:
    texts = text("وصل لافروف إلى موسكو أمس")
    assert usage.sentences(texts, {"غيره": 4}) == []
