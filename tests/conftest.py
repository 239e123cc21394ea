"""What all tests share: how `hypothesis` runs, and one pipeline with the bundled model, loaded once."""

from __future__ import annotations

import pytest
from hypothesis import settings

import arner

# One collection of garbage with a model loaded takes longer than `hypothesis` allows an example by default.
settings.register_profile("arner", deadline=None)
settings.load_profile("arner")


@pytest.fixture(scope="session")
def nlp() -> arner.Pipeline:
    return arner.load()
