"""The mean of taggers."""

import torch
from training import tagger


def test_the_mean_of_states_has_the_mean_of_their_weights_and_the_rest_of_the_first() -> None:
    states = [{"model": {"w": torch.full((2,), float(n))}, "vocab": n} for n in (1, 2, 6)]
    made = tagger.mean(states)
    assert made["vocab"] == 1
    assert made["model"]["w"].tolist() == [3, 3]
    assert states[0]["model"]["w"].tolist() == [1, 1]
