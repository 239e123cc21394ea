"""What the encoder reads before it sees a label."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from training import language_model
from training.corpus import BREAK, Corpus


@given(st.lists(st.integers(1, 80), max_size=60))
def test_every_sentence_of_fit_length_is_read_once(lengths: list[int]) -> None:
    words = iter(range(sum(lengths)))
    sentences = [[next(words) for _ in range(length)] for length in lengths]
    running = np.array([word for sentence in sentences for word in [*sentence, BREAK]], dtype=np.int32)
    read = []
    for batch in language_model.batches(running, np.random.default_rng(0)):
        sizes = [int((line != BREAK).sum()) for line in batch]
        assert sizes == sorted(sizes, reverse=True)  # as torch packs them
        assert batch.size <= max(language_model.BATCH, batch.shape[1])
        read += [line[:size].tolist() for line, size in zip(batch, sizes, strict=True)]
    fit = range(language_model.SHORTEST, language_model.LONGEST + 1)
    assert sorted(read) == [sentence for sentence in sentences if len(sentence) in fit]


def test_half_of_the_first_corpus_is_read_and_a_fifth_of_the_rest() -> None:
    ids = np.array([word for n in range(30) for word in (n, n, BREAK)], dtype=np.int32)
    texts = Corpus([str(n) for n in range(30)], np.full(30, 2), ids, {"ant_multisource": 0, language_model.HALF: 30})
    read = [n for n in language_model.running(texts) if n != BREAK]
    assert read == [n for n in range(30) if n % (2 if n < 10 else 5) == 0 for _ in range(2)]
