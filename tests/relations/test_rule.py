"""The engine: steps and frames, what is tried and why it falls, relations of a user's own, switching off."""

from __future__ import annotations

from pathlib import Path

import pytest

from arner.lexicon import ClashingEntries, Lexicon, using
from arner.lexicon.own import LexiconError
from arner.relations import triggers
from arner.relations.candidates import frames
from arner.relations.own import find_events
from arner.relations.reading import reading_of
from arner.relations.rule import STEPS, Cue, Filler, Rejected, fill, step, step_named
from arner.relations.trace import every_step
from tests.marked import read

MINE = """
[[relation]]
id = "signing"
[[frame]]
relation = "signing"
id = "signs"
needs = { signer = 1 }
[frame.slots]
signer = ["subject after", "subject before"]
[[carrier]]
relation = "signing"
id = "sign-it"
past = "وقع"
present = "يوقع"
by = [""]
frame = "signs"
example = "وقع الوزير وثيقة"
[[noun]]
relation = "signing"
id = "document"
forms = ["وثيقة"]
example = "وقع الوزير وثيقة"
"""


def lexicon(tmp_path: Path, text: str) -> Lexicon:
    path = tmp_path / "mine.toml"
    path.write_text(text, encoding="utf-8")
    return Lexicon(path)


@step("nobody")
def _nobody(reading: object, cue: Cue) -> Rejected:
    """Never finds anybody."""
    return Rejected("سليم", "gender")


@step("somebody called …")
def _somebody(reading: object, cue: Cue, name: str) -> Filler:
    """Finds whom the frame names."""
    return Filler(((None, name),), 0, 1)


def test_the_first_that_finds_somebody_fills_the_slot_and_what_fell_is_kept() -> None:
    reading = reading_of(read("قال {PER:سليم عمر} نعم."))
    steps = ("nobody", "somebody called مريم", "somebody called فرح", "and somebody called خالد")
    filled = fill(reading, Cue(0, 1, "say", "reports"), "speaker", steps)
    assert [(f.text, f.step) for f in filled.fillers] == [
        ("مريم", "somebody called مريم"),
        ("خالد", "somebody called خالد"),
    ]
    assert [(r.step, r.text, r.reason) for r in filled.rejected] == [("nobody", "سليم", "gender")]


def test_a_filler_with_a_veto_falls() -> None:
    reading = reading_of(read("قال {PER:سليم عمر} نعم."))
    cue = Cue(0, 1, "say", "reports")
    filled = fill(reading, cue, "speaker", ("somebody called مريم", "somebody called فرح"),
                  veto=lambda f: "number" if f.text == "مريم" else None)  # fmt: skip
    assert [f.text for f in filled.fillers] == ["فرح"]
    assert filled.rejected[0].reason == "number"


def test_every_step_is_documented() -> None:
    assert all(one.explains for one in every_step())
    assert len(STEPS) > 20
    with pytest.raises(KeyError):
        step_named("no such step")


def test_two_steps_of_one_name_are_refused() -> None:
    with pytest.raises(ValueError, match="nobody"):

        @step("nobody")
        def _other(reading: object, cue: Cue) -> None:
            """Another."""


def test_a_relation_by_a_file_alone(tmp_path: Path) -> None:
    """Salim Omar signed a document; the explosion that happened («وقع») is none."""
    with using(lexicon(tmp_path, MINE)):
        (event,) = find_events(reading_of(read("وقع {PER:سليم عمر} وثيقة. ثم وقع انفجار.")))
    assert (event["relation"], event["status"]) == ("signing", "held")
    assert event["slots"]["signer"] == [{"ref": "p1", "name": "سليم عمر"}]
    assert event["why"].frame == "signs"


def test_a_planned_event_of_a_relation_of_ones_own(tmp_path: Path) -> None:
    """Salim Omar will sign a document."""
    with using(lexicon(tmp_path, MINE)):
        (event,) = find_events(reading_of(read("سيوقع {PER:سليم عمر} وثيقة غدا.")))
    assert event["status"] == "planned"


def test_a_frame_that_names_no_step_is_an_error(tmp_path: Path) -> None:
    with (
        using(lexicon(tmp_path, MINE.replace("subject before", "subject somewhere"))),
        pytest.raises(ValueError, match="subject somewhere"),
    ):
        frames("signing")


def test_entries_that_are_spelt_alike_are_an_error(tmp_path: Path) -> None:
    twice = MINE + MINE[MINE.index("[[noun]]") :].replace('"document"', '"paper"')
    with using(lexicon(tmp_path, twice)), pytest.raises(ClashingEntries, match="paper"):
        triggers.forms("signing")


def test_a_wrong_key_is_an_error_with_its_line(tmp_path: Path) -> None:
    with pytest.raises(LexiconError, match=r"mine.toml:\d+: .*colour"):
        lexicon(tmp_path, MINE + 'colour = "red"\n')
