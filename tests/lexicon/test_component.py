"""Components in pipelines of the user's own."""

from __future__ import annotations

import pytest
import spacy

from arner.pipeline import COMPONENTS

_OF_ANY_LANGUAGE = ("arner_sentences", "arner_stanza")


@pytest.mark.parametrize("name", [name for name in COMPONENTS if name not in _OF_ANY_LANGUAGE])
def test_a_pipeline_whose_words_are_not_folded_is_refused(name: str) -> None:
    with pytest.raises(
        ValueError, match=rf"{name} cannot work in a pipeline of the language 'ar'; .*spacy.blank\('arner'\)"
    ):
        spacy.blank("ar").add_pipe(name)


def test_a_pipeline_of_ones_own() -> None:
    nlp = spacy.blank("arner")
    nlp.add_pipe("arner_dates")
    assert len(nlp("وصل الوفد يوم 13 يوليو 2018")._.dates) == 1  # "The delegation arrived on 13 July 2018"
