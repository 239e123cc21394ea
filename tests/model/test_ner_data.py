"""The data that the tagger is trained on: no test sentence in it, tags that stay with their words."""

import json
from collections import Counter
from pathlib import Path

import pytest
from training import evaluate, heads, ner_data
from training.corpus import key, tokens


def sentence(text: str) -> ner_data.Sentence:
    """`زار بوتين/B-PER موسكو/B-LOC` as words and tags."""
    return [(word, tag or "O") for word, _, tag in (part.partition("/") for part in text.split())]


def joint(text: str) -> heads.Joint:
    return heads.lone(sentence(text), "anercorp")


FILES = ("train.json", "dev.json")
TEST = "التقى الرئيس الروسي بوتين/B-PER نظيره في موسكو/B-LOC ."


@pytest.fixture
def ner(tmp_path: Path) -> Path:
    """A folder of NER files whose training part repeats one sentence of a test, spelt otherwise."""
    filler = [f"وصل الوزير أحمد/B-PERS علي/I-PERS إلى بغداد/B-LOC يوم {n}" for n in range(900)]
    leaked = "إلتقى الرئيسُ الروسي بوتين/B-PERS نظيره في موسكو/B-LOC.".replace("إ", "ا")
    files = {name: [TEST] for name in ner_data.TESTS}
    files |= {ner_data.TRAIN: [*filler, leaked], ner_data.CLEAN: [*filler, leaked]}
    for name, sentences in files.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        lines = ["\n".join(f"{w} {t}" for w, t in sentence(s)) for s in sentences]
        (tmp_path / name).write_text("\n\n".join(lines) + "\n", encoding="utf-8")
    return tmp_path


def test_a_test_sentence_stops_the_training(ner: Path) -> None:
    with pytest.raises(ner_data.Leak):
        ner_data.check([sentence(TEST)], ner_data.test_keys(ner))


def test_a_test_sentence_spelt_or_cut_otherwise_is_left_out(ner: Path, tmp_path: Path) -> None:
    ner_data.build(ner, Counter({"كريم": 3}), tmp_path / "work")
    for name in FILES:
        written = (tmp_path / "work" / name).read_text(encoding="utf-8")
        assert "بوتين" not in written
        assert "بغداد" in written


def test_the_last_tagger_learns_the_development_part_too_but_no_test_sentence(ner: Path, tmp_path: Path) -> None:
    written = {}
    for whole in (False, True):
        ner_data.build(ner, Counter({"كريم": 3}), tmp_path / str(whole), whole=whole)
        written[whole] = [(tmp_path / str(whole) / name).read_text(encoding="utf-8") for name in FILES]
    held = json.loads(written[False][1])[0]
    days = {sentence[-1]["text"] for sentence in json.loads(written[False][0])}
    assert held[-1]["text"] not in days
    assert held[-1]["text"] in {sentence[-1]["text"] for sentence in json.loads(written[True][0])}
    assert written[True][1] == written[False][1]
    assert "بوتين" not in "".join(written[True])


def test_a_test_sentence_within_a_longer_one_stops_the_training(ner: Path) -> None:
    # As NewsFANE has it: the whole text in long sentences, the tests' in them, particles and pronouns cut off.
    longer = sentence("و قال مراسلنا : التقي الرئيس الروسي بوتين نظير ه في موسكو ثم غادر")
    with pytest.raises(ner_data.Leak):
        ner_data.check([longer], ner_data.test_keys(ner))


def test_the_corrected_labels_are_laid_over_however_the_words_are_cut() -> None:
    text = sentence("وقال للرئيس فلاديمير/B-PER بوتين/I-PER إن لندن/B-LOC ترحب")
    corrected = sentence("و قال ل لرييس/B-MISC فلاديمير/B-PER بوتين/I-PER ان لندن/B-ORG ترحب")
    (joined,) = heads.join([text], [corrected])
    assert heads.column(joined, 0) == text
    assert [tag for _, tag in heads.column(joined, 1)] == ["O", "B-MISC", "B-PER", "I-PER", "O", "B-ORG", "O"]


def test_a_head_that_has_not_the_sentence_says_nothing() -> None:
    (joined,) = heads.join([sentence("وصل فلاديمير/B-PER بوتين/I-PER اليوم")], [])
    assert [tag for _, tag in heads.column(joined, 1)] == [heads.UNKNOWN] * 4


def test_a_name_that_heads_bound_otherwise_is_not_exchanged() -> None:
    words = ["زار", "فلاديمير", "بوتين"]
    original: heads.Joint = list(zip(words, [("O", "O"), ("B-PER", "B-PER"), ("I-PER", "B-PER")], strict=True))
    swapper = ner_data.Swapper([original], Counter({"كريم": 9}))
    assert all(swapper.copy(original) == original for _ in range(20))


def test_a_name_gives_its_place_only_to_one_of_the_same_labels_in_every_head() -> None:
    # فازت البرازيل: Brazil's team won, a place to one head and an organisation to the other.
    team: heads.Joint = [("فازت", ("O", "O")), ("البرازيل", ("B-LOC", "B-ORG"))]
    other: heads.Joint = [("خسرت", ("O", "O")), ("إيطاليا", ("B-LOC", "B-ORG"))]
    town: heads.Joint = [("في", ("O", "O")), ("باريس", ("B-LOC", "B-LOC"))]
    swapper = ner_data.Swapper([team, other, town], Counter({"كريم": 9}))
    copies = [swapper.copy(team) for _ in range(100)]
    assert {tags for copy in copies for _, tags in copy} == {("O", "O"), ("B-LOC", "B-ORG")}
    words = {copy[1][0] for copy in copies}
    assert "إيطاليا" in words
    assert not any("باريس" in word for word in words)


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
    original = joint("التقى فلاديمير/B-PER بوتين/I-PER وزراء في موسكو/B-LOC أمس")
    swapper = ner_data.Swapper([original], Counter({"كريم": 9, "الحسن": 2}))
    for _ in range(50):
        copy = heads.column(swapper.copy(original), 0)
        assert [w for w, t in copy if t == "O"] == ["التقى", "وزراء", "في", "أمس"]
        labels = [tag[2:] for _, tag in copy if tag.startswith("B-")]
        assert labels in (["PER", "LOC"], ["PER", "PER", "LOC"])  # another person may follow the first
        assert "فلاديمير" not in [w for w, _ in copy]


def test_copies_put_rare_words_only_where_no_name_stands() -> None:
    original = joint("التقى بوتين/B-PER وزراء خارجية")
    swapper = ner_data.Swapper([original], Counter({"كريم": 9}), rare=["سيتشاورون"])
    copies = [heads.column(swapper.copy(original), 0) for _ in range(100)]
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


def test_sentences_that_follow_each_other_become_runs() -> None:
    both = [[(f"{n}", ("O", "O"))] * 40 for n in range(6)]
    lone = heads.lone([("وحده", "O")] * 10, "anercorp")  # the second head says nothing of it
    made = ner_data.runs([*both[:3], lone, *both[3:]])
    assert [len(run) for run in made] == [80, 40, 10, 80, 40]
    assert [word for run in made for word in run] == [word for s in (*both[:3], lone, *both[3:]) for word in s]


def test_who_is_named_again_in_a_run_has_the_same_new_name_again() -> None:
    # Sergei Lavrov arrived in Moscow. Lavrov said, and to Lavrov
    run = joint("وصل سيرغي/B-PER لافروف/I-PER موسكو/B-LOC قال لافروف/B-PER ثم للافروف/B-PER")
    names = Counter({f"اسم{n}": 5 for n in range(200)})

    def alike(kind: type[ner_data.Swapper]) -> int:
        """In how many of 100 copies the first and the second name end alike; a person may be put in between."""
        found = 0
        for seed in range(100):
            people = [word for word, tags in kind([run], names, seed=seed).copy(run) if tags[0].endswith("PER")]
            found += people[-3].endswith(people[-2]) or people[-2].endswith(people[-3])
        return found

    assert alike(ner_data.Swapper) < 10
    assert alike(ner_data.RunSwapper) > 70


def test_runs_are_written_without_a_test_sentence(ner: Path, tmp_path: Path) -> None:
    ner_data.build_runs(ner, Counter({"كريم": 3}), tmp_path / "runs")
    for name in FILES:
        written = (tmp_path / "runs" / name).read_text(encoding="utf-8")
        assert "بوتين" not in written
        assert max(len(run) for run in json.loads(written)) <= ner_data.LONGEST
