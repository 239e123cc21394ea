"""The third head: articles read as the library shows them, other names in every reading, the loss, the mean."""

from __future__ import annotations

import json
import lzma
import random
from collections import Counter
from itertools import islice
from pathlib import Path

import pytest
import torch
from stanza.models.common.crf import CRFLoss
from training import arnews, further, heads
from training.news_copies import NewsSwapper

from arner.ner import store

# Lavrov_Sergei went to Moscow. (tatweel) The movement of the sun said
TEXT = "وصل #سيرغي_لافروف إلى موسكو.\nقالت ــ حركة الشمس"
TAGS = "وصل/O #/O سيرغي/B-PER _/I-PER لافروف/I-PER إلى/O موسكو/B-LOC ./O قالت/O حركة/B-ORG الشمس/I-ORG"


@pytest.fixture
def shared(tmp_path: Path) -> Path:
    """Two articles as arnews lists them, the first read to the middle of a word only."""
    (tmp_path / "corpora").mkdir()
    (tmp_path / "ner" / "arnews").mkdir(parents=True)
    with lzma.open(tmp_path / "corpora" / "misc_news.jsonl.xz", "wt", encoding="utf-8") as file:
        for key in ("7", "8"):
            file.write(json.dumps({"id": key, "title": "", "text": TEXT}) + "\n")
    lines = [part.replace("/", "\t") for part in TAGS.split()]
    (tmp_path / "ner" / "arnews" / "train.txt").write_text(
        "\n".join(["# one", *lines, "", "# two", *lines[:5]]) + "\n", encoding="utf-8"
    )
    rows = ["# article\tcorpus\tid there\tcharacters", "one\tmisc_news\t7\t40", "two\tmisc_news\t8\t20"]
    (tmp_path / "ner" / "arnews" / "articles.tsv").write_text("\n".join(rows), encoding="utf-8")
    return tmp_path


def test_articles_are_read_as_the_library_shows_them(shared: Path) -> None:
    first, second = arnews.read(shared)
    assert [[w for w, _ in s] for s in first] == [
        ["وصل", "سيرغي", "لافروف", "إلى", "موسكو", "."],
        ["قالت", "حركة", "الشمس"],
    ]
    assert [tags[heads.NEWS] for _, tags in first[0]] == ["O", "B-PER", "I-PER", "O", "B-LOC", "O"]
    assert all(tags[:2] == (heads.UNKNOWN, heads.UNKNOWN) for s in first for _, tags in s)
    assert [[w for w, _ in s] for s in second] == [["وصل", "سيرغي", "لافروف"]]


def test_a_text_that_is_not_the_one_that_was_tagged_is_refused(shared: Path) -> None:
    file = shared / "ner" / "arnews" / "train.txt"
    file.write_text(file.read_text(encoding="utf-8").replace("إلى", "من"), encoding="utf-8")
    with pytest.raises(ValueError, match="one"):
        arnews.read(shared)


def test_development_shares_no_article_with_training() -> None:
    articles = [[heads.news([(f"{n}", "O")])] for n in range(30)]
    train, dev = arnews.split(articles)
    assert (len(train), len(dev)) == (28, 2)
    assert not [article for article in dev if article in train]


def sentence(text: str) -> heads.Joint:
    return heads.news([(w, tag or "O") for w, _, tag in (part.partition("/") for part in text.split())])


MINISTRIES = [sentence(f"قالت وزارة/B-ORG {field}/I-ORG") for field in ("الدفاع", "الصحة", "العدل", "المال")]
CLUB = sentence("فاز الشمس/B-ORG أمس")


def test_a_ministry_changes_places_with_a_ministry_and_a_club_with_a_club() -> None:
    swapper = NewsSwapper([*MINISTRIES, CLUB], Counter({"كريم": 3}))
    copies = [heads.column(swapper.copy(MINISTRIES[0]), heads.NEWS) for _ in range(300)]
    fields = {words[2][0] for words in copies if len(words) == 3}
    assert {"الدفاع", "الصحة", "العدل", "المال"} <= fields
    assert not any("الشمس" in w for copy in copies for w, _ in copy)
    assert {w for _ in range(100) for w, tag in heads.column(swapper.copy(CLUB), heads.NEWS) if tag != "O"} == {"الشمس"}


def test_tags_stay_valid_and_two_people_may_stand_side_by_side() -> None:
    # Trump met Xi in Paris
    meeting = sentence("التقى ترامب/B-PER أمس في باريس/B-LOC")
    swapper = NewsSwapper([meeting], Counter({"كريم": 9, "الحسن": 2}))
    side_by_side = 0
    for _ in range(300):
        tags = [tag for _, tag in heads.column(swapper.copy(meeting), heads.NEWS)]
        assert all(b[0] != "I" or a[2:] == b[2:] for a, b in zip(["O", *tags], tags, strict=False))
        side_by_side += tags.count("B-PER") == 2
    assert 20 < side_by_side < 200


def test_the_loss_is_stanzas() -> None:
    torch.manual_seed(1)
    scores, transitions = torch.randn(2, 5, 6), torch.randn(6, 6)
    right = torch.randint(0, 6, (2, 5))
    inside = torch.tensor([[True] * 5, [True] * 3 + [False] * 2])
    stanzas = CRFLoss(6)
    stanzas._transitions.data.copy_(transitions)
    expected, _ = stanzas(scores, ~inside, right)
    assert further.crf_loss(scores, inside, right, transitions).item() == pytest.approx(expected.item(), rel=1e-4)


def test_tags_of_one_scheme_become_those_of_the_other() -> None:
    tags = ["B-PER", "I-PER", "B-PER", "O", "B-ORG", "I-ORG", "I-ORG", "B-LOC"]
    expected = ["B-PER", "E-PER", "S-PER", "O", "B-ORG", "I-ORG", "E-ORG", "S-LOC"]
    assert further.bioes(tags) == expected


def test_the_mean_follows_the_weights_and_is_exchanged_for_them() -> None:
    layer = torch.nn.Linear(1, 1, bias=False)
    mean = further.Mean(layer, 0.9)
    torch.nn.init.constant_(layer.weight, 1.0)
    for _ in range(200):
        mean.add(layer)
    torch.nn.init.constant_(layer.weight, 3.0)
    mean.add(layer)
    mean.swap(layer)
    assert layer.weight.item() == pytest.approx(1.2, abs=0.01)
    assert mean.weights["weight"].item() == 3


def test_a_state_gets_a_third_head_that_begins_as_the_first() -> None:
    state = torch.load(next((store.BUNDLED / "ar" / "ner").glob("*.pt")), weights_only=True)
    first = state["vocab"]["tag"]["_unit2id"][0]
    made = further.with_head(state)
    third = made["vocab"]["tag"]["_unit2id"][heads.NEWS]
    assert not any("MISC" in tag for tag in third)
    old, new = (made["model"][f"tag_clfs.{head}.weight"] for head in (0, heads.NEWS))
    assert torch.equal(old[first["S-LOC"]], new[third["S-LOC"]])
    assert made["config"]["predict_tagset"] == heads.NEWS


def test_batches_hold_whole_runs_of_about_so_many_words() -> None:
    groups = [[sentence("قال " * 9) for _ in range(40)]]
    made = further.batches(groups, NewsSwapper(groups[0], Counter({"كريم": 3})), random.Random(1), 200)
    for batch in islice(made, 20):
        assert len(batch) == 1 or len(batch) * max(map(len, batch)) <= 200
