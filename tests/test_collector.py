"""Nothing that stays is looked through for garbage again and again; a second pipeline may be garbage."""

from __future__ import annotations

import gc
import subprocess
import sys

from arner.collector import paused_over

_SETTLES = """
import gc
from arner.collector import at_rest

with at_rest():
    assert not gc.isenabled()
    with at_rest():
        pass
    assert not gc.isenabled() and not gc.get_freeze_count()
    table = [[n] for n in range(1_000)]
assert gc.isenabled() and gc.get_freeze_count() >= 1_000

with at_rest(settles=True):
    pass
frozen = gc.get_freeze_count()
with at_rest():
    second = [[n] for n in range(1_000)]
assert gc.isenabled() and gc.get_freeze_count() <= frozen

gc.disable()
with at_rest():
    pass
assert not gc.isenabled()
"""


def test_what_is_there_when_a_process_settles_is_left_alone() -> None:
    subprocess.run([sys.executable, "-c", _SETTLES], check=True)


def test_it_rests_over_what_is_there_and_not_over_what_is_being_made() -> None:
    with paused_over([]):
        assert not gc.isenabled()
    with paused_over(iter([])):
        assert gc.isenabled()
