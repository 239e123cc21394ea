"""Stanza loads a tagger as if it were to train it: here without what only training needs.

- It makes an optimiser, for which torch would import its compiler: 2 seconds.
- It fills its tables of vectors at random before it puts the right ones there.
- torch reads files in Python, lest code in them runs. Here Python's own reader does, six times as fast, and makes
  nothing but tensors and dictionaries; a file that wants more is left to torch. The numbers stay in the file, as pages
  that all processes share, until they are looked at.
"""

from __future__ import annotations

import pickle
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import torch
from torch.nn import Embedding
from torch.optim import Optimizer

_MADE = {("collections", "OrderedDict"), ("torch._utils", "_rebuild_tensor_v2")}


class _Unpickler(pickle.Unpickler):
    """Knows tensors and ordered dictionaries, and nothing that could do anything else."""

    def find_class(self, module: str, name: str) -> Any:
        if (module, name) not in _MADE:
            raise pickle.UnpicklingError(f"{module}.{name} is no part of a model")
        return super().find_class(module, name)


class _Pickle:
    """What torch asks of a pickle module."""

    Unpickler = _Unpickler


@contextmanager
def for_reading() -> Iterator[None]:
    """Within it a `stanza.Pipeline` loads only what reading needs."""
    torch_load = torch.load

    def load(file: Any, map_location: Any = None, **asked: Any) -> Any:
        if asked == {"weights_only": True} and zipfile.is_zipfile(file):
            try:
                return torch_load(file, map_location, _Pickle, weights_only=False, mmap=True)
            except pickle.UnpicklingError:
                pass
        return torch_load(file, map_location, **asked)

    plain = getattr(Optimizer.add_param_group, "__wrapped__", Optimizer.add_param_group)
    with (
        _instead(torch, "load", load),
        _instead(Optimizer, "add_param_group", plain),
        _instead(Embedding, "reset_parameters", lambda _: None),
    ):
        yield


@contextmanager
def _instead(owner: object, name: str, other: object) -> Iterator[None]:
    """Within it, `owner` has `other` as `name`."""
    kept = getattr(owner, name)
    setattr(owner, name, other)
    try:
        yield
    finally:
        setattr(owner, name, kept)
