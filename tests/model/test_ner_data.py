"""The data that the tagger is trained on: no test sentence in it, tags that stay with their words."""

from collections import Counter
from pathlib import Path

import pytest
from training import evaluate, ner_data
from training.corpus import key, tokens


def sentence(text: str) -> ner_data.Sentence:
    """`زار بوتين/B-PER موسكو/B-LOC` as words and tags."""
    return [(word, tag or "O") for word, _, tag in (part.partition("/") for part in text.split())]


TEST = "التقى الرئيس الروسي بوتين/B-PER نظيره في موسكو/B-LOC ."


@pytest.fixture
def ner(tmp_path: Path) -> Path:
    """A folder of NER files whose training part repeats one sentence of a test, spelt otherwise."""
    filler = [f"وصل الوزير أحمد/B-PERS علي/I-PERS إلى بغداد/B-LOC يوم {n}" for n in range(900)]
    leaked = "إلتقى الرئيسُ الروسي بوتين/B-PERS نظيره في موسكو/B-LOC.".replace("إ", "ا")
    files = {name: [TEST] for name in ner_data.TESTS} | {ner_data.TRAIN: [*filler, leaked]}
    for name, sentences in files.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        lines = ["\n".join(f"{w} {t}" for w, t in sentence(s)) for s in sentences]
        (tmp_path / name).write_text("\n\n".join(lines) + "\n", encoding="utf-8")
    return tmp_path


def test_a_test_sentence_stops_the_training(ner: Path) -> None:
    with pytest.raises(ner_data.Leak):
        ner_data.check([sentence(TEST)], ner_data.test_keys(ner))


def test_a_test_sentence_spelt_otherwise_is_left_out(ner: Path, tmp_path: Path) -> None:
    ner_data.build(ner, Counter({"كريم": 3}), tmp_path / "work")
    for name in ("train.json", "dev.json"):
        assert "بوتين" not in (tmp_path / "work" / name).read_text(encoding="utf-8")


def test_development_shares_no_block_with_training() -> None:
    sentences = [sentence(f"الجملة رقم {n}") for n in range(1000)]
    train, dev = ner_data.split(sentences)
    assert len(train) + len(dev) == 1000
    assert 50 <= len(dev) <= 150
    assert not {str(s) for s in train} & {str(s) for s in dev}


def test_recut_takes_signs_off_names() -> None:
    before = sentence("قال ل(رويترز)/B-ORG إن بوتين/B-PER، غادر")
    assert ner_data.recut(sentence("من بغداد./B-LOC")) == sentence("من بغداد/B-LOC .")
    assert [w for w, _ in ner_data.recut(before)][:5] == ["قال", "ل", "(", "رويترز", ")"]


def test_copies_keep_the_sentence_and_its_tags_valid() -> None:
    original = sentence("التقى فلاديمير/B-PER بوتين/I-PER وزراء في موسكو/B-LOC أمس")
    swapper = ner_data.Swapper([original], Counter({"كريم": 9, "الحسن": 2}))
    for _ in range(50):
        copy = swapper.copy(original)
        assert [w for w, t in copy if t == "O"] == ["التقى", "وزراء", "في", "أمس"]
        labels = [label for _, label in ner_data.entities(copy) if label != "O"]
        assert labels in (["PER", "LOC"], ["PER", "PER", "LOC"])  # another person may follow the first
        assert "فلاديمير" not in [w for w, _ in copy]


def test_copies_put_rare_words_only_where_no_name_stands() -> None:
    original = sentence("التقى بوتين/B-PER وزراء خارجية")
    swapper = ner_data.Swapper([original], Counter({"كريم": 9}), rare=["سيتشاورون"])
    copies = [swapper.copy(original) for _ in range(100)]
    assert any("سيتشاورون" in [w for w, _ in copy] for copy in copies)
    assert all(tag == "O" for copy in copies for word, tag in copy if word == "سيتشاورون")


def test_spans_of_both_schemes_are_the_same() -> None:
    assert evaluate.spans(["B-PER", "I-PER", "O", "B-LOC", "B-LOC"]) == {
        (0, 2, "PER"),
        (3, 4, "LOC"),
        (4, 5, "LOC"),
    }
    assert evaluate.spans(["B-PER", "E-PER", "O", "S-LOC", "S-LOC"]) == {
        (0, 2, "PER"),
        (3, 4, "LOC"),
        (4, 5, "LOC"),
    }


def test_score_counts_exact_entities_only() -> None:
    gold = [sentence("فلاديمير/B-PER بوتين/I-PER في موسكو/B-LOC")]
    scores = evaluate.score(gold, [["S-PER", "O", "O", "S-LOC"]])
    assert (scores["PER"].f1, scores["LOC"].f1, scores["micro"].f1) == (0, 100, 50)


def test_key_is_blind_to_spelling_and_tokens() -> None:
    assert key(["إلى", "الأمم", "المتّحدة", "."]) == key(tokens("الى الامم المتحدة."))
