"""The layers read without the pipeline around them: its own tags, whatever stands together and was read before."""

from __future__ import annotations

from typing import Any

import pytest

from arner.ner import reading, store
from arner.ner.reading import Reader

# The French president Emmanuel Macron said in Paris; Lavrov met …; a word; (nothing); Latin letters and signs.
SENTENCES = [
    "قال الرئيس الفرنسي إيمانويل ماكرون في باريس إن مجلس الأمن سيجتمع غدا .".split(),
    "التقى سيرغي لافروف وزير الخارجية التركي مولود تشاووش أوغلو في أنقرة .".split(),
    ["غادر"],
    [],
    "قالت CNN و BBC : « أعلنت وزارة الدفاع الأمريكية ذلك » …".split(),
]


@pytest.fixture(scope="module")
def pipeline() -> Any:
    import stanza

    return stanza.Pipeline(**store.pipeline_settings(store.find("bundled")))


@pytest.fixture
def reader(pipeline: Any) -> Reader:
    return Reader(pipeline.processors["ner"].trainers[0])


def test_the_tags_are_the_pipelines(pipeline: Any, reader: Reader) -> None:
    full = [sentence for sentence in SENTENCES if sentence]
    expected = [[token.ner for token in sentence.tokens] for sentence in pipeline(full).sentences]
    assert any(tag != "O" for tags in expected for tag in tags)
    assert [tags for tags in reader.tags(SENTENCES) if tags] == expected


def test_every_word_has_a_tag_and_no_word_none(reader: Reader) -> None:
    assert [len(tags) for tags in reader.tags(SENTENCES)] == [len(sentence) for sentence in SENTENCES]
    assert reader.tags([]) == []
    assert reader.tags([[], []]) == [[], []]


def test_what_was_read_before_changes_nothing(reader: Reader) -> None:
    first = reader.tags(SENTENCES)
    assert reader.tags(SENTENCES[::-1]) == first[::-1]


def test_words_are_forgotten_before_they_are_too_many(reader: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    expected = reader.tags(SENTENCES)
    monkeypatch.setattr(reading, "KEPT", 20)
    small = Reader(reader._trainer)
    for _ in range(3):
        assert [small.tags([sentence])[0] for sentence in SENTENCES] == expected
        assert len(small._known) <= 20
    many = [f"كلمة{n}" for n in range(60)]  # one batch has more than are kept
    assert small.tags([many]) == reader.tags([many])
    assert small.tags(SENTENCES) == expected


def test_a_tagger_with_layers_of_another_kind_is_left_to_the_pipeline(reader: Reader) -> None:
    trainer = reader._trainer
    assert Reader.can_read(trainer)
    args = trainer.args

    def other(**changed: object) -> Any:
        return type("Trainer", (), {"args": args | changed, "model": trainer.model, "vocab": trainer.vocab})

    assert not Reader.can_read(other(charlm=True))
    assert not Reader.can_read(other(num_layers=2))
    assert not Reader.can_read(other(char=False))
