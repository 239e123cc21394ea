"""What several tests share: one pipeline with the bundled model, loaded once."""

from __future__ import annotations

import pytest

import arner


@pytest.fixture(scope="session")
def nlp() -> arner.Pipeline:
    return arner.load()
