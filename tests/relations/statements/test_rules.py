"""Rules as data: listed, extended from a user's file, switched off by id; each statement says which made it."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

import pytest
from typer.testing import CliRunner

import arner
from arner.cli.app import app
from arner.lexicon import Lexicon, UnknownRule, rules
from arner.lexicon.own import LexiconError
from arner.records import Act
from tests.relations.statements.said import records, said

MINE = """
[[verb]]
id = "thunder"
past = "أرعد"
present = "يرعد"
participle = "مرعد"
masdars = ["إرعاد"]
act = "threaten"
takes = ["clause"]
after = ["ب"]
example = "أرعد الخطيب بأن الحساب قريب"
"""


@pytest.fixture
def mine(tmp_path: Path) -> str:
    path = tmp_path / "mine.toml"
    path.write_text(MINE, encoding="utf-8")
    return str(path)


def test_every_act_has_a_rule_with_an_example() -> None:
    listed = [rule for rule in rules(Lexicon()) if rule["relation"] == "statements"]
    assert {rule["act"] for rule in listed} == set(get_args(Act))
    assert all(rule["example"].strip() for rule in listed)


def test_ids_are_told_apart() -> None:
    ids = [rule["id"] for rule in rules(Lexicon()) if rule["relation"] == "statements"]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize(
    ("said", "rule"),
    [
        ("قال {PER:سليم عمر} إن الجسر آمن.", "say/verb-that"),
        ("سافر {PER:سليم عمر} مؤكدا أن الجسر آمن.", "confirm/participle-that"),
        ("عاد بعد إعلان {PER:سليم عمر} أن الجسر آمن.", "announce/noun-that"),
        ("أشاد {PER:سليم عمر} بالعمال.", "praise/verb-governed"),
        ("أدان {PER:سليم عمر} الهجوم.", "condemn/verb-object"),
        ("{PER:سليم عمر}: لن نغلق الجسر\nسافر الناس.", "headline/headline-colon"),
        ("الجسر الجديد آمن للجميع، بحسب {PER:سليم عمر}.", "according/frame"),
    ],
)
def test_a_statement_says_which_rule_made_it_and_goes_when_that_is_off(said: str, rule: str) -> None:
    assert [s["rule"] for s in records(said)] == [rule]
    assert records(said, without=(rule,)) == []  # this construction alone
    assert records(said, without=(rule.partition("/")[0],)) == []  # the entry


def test_other_rules_stay_on() -> None:
    both = "قال {PER:سليم عمر} إن الجسر آمن. وأكد أن السير عاد."  # said … and confirmed
    assert [s["verb"] for s in records(both, without=("say",))] == ["أكد"]


@pytest.mark.parametrize("off", ["say", "say/verb-that"])
def test_who_spoke_last_does_not_depend_on_a_switch(off: str) -> None:
    chain = "قال {PER:سليم عمر} إن الجسر آمن. وأضاف أن السير عاد."  # said … and added
    (added,) = records(chain, without=(off,))
    assert [(who["name"]) for who in added["speakers"]] == ["سليم عمر"]


def test_a_statement_says_which_steps_found_it_and_whom_they_passed_over() -> None:
    sure, carried = records(
        "وقالت {PER:مريم فرح} إن الجسر آمن. وسافر الوزير {PER:سليم عمر} أمس إلى الساحل. وأوضحت أن السير عاد."
    )
    steps = [[(slot.slot, slot.fillers[0].step) for slot in found["why"].slots] for found in (sure, carried)]
    assert steps == [
        [("speaker", "speaker after"), ("content", "that")],
        [("speaker", "spoke last"), ("content", "that")],
    ]
    assert [who["name"] for who in carried["speakers"]] == ["مريم فرح"]


def test_switching_a_rule_off_changes_no_other_record() -> None:
    """Who said it is who added it: without the first, the second keeps its speaker and its id."""
    said = "قال {PER:سليم عمر} إن الجسر آمن. وأضاف أن السير عاد."
    every, some = records(said), records(said, without=("say",))
    assert [s for s in every if not s["rule"].startswith("say/")] == some
    assert records(said, without=("statements:say",)) == some
    assert records(said, without=("meetings:meet",)) == every


def test_a_rule_that_is_none_is_refused() -> None:
    with pytest.raises(UnknownRule, match="shout"):
        arner.load(without=["shout"])


@pytest.mark.parametrize(
    ("sentence", "verb", "words"),
    [
        ("أرعد {PER:سليم عمر} بأن الحساب قريب.", "أرعد", "الحساب قريب"),
        ("وسترعد {PER:مريم فرح} أن الحساب قريب.", "ترعد", "الحساب قريب"),
        ("وعاد {PER:سليم عمر} مرعدا بحساب قريب.", "مرعدا", "حساب قريب"),
    ],
)
def test_a_verb_of_one_s_own_is_inflected(mine: str, sentence: str, verb: str, words: str) -> None:
    assert said(sentence) == []
    (found,) = records(sentence, lexicon=(mine,))
    assert (found["verb"], found["act"], found["said"]) == (verb, "threaten", words)
    assert found["rule"].startswith("thunder/")


@pytest.mark.parametrize("named", ["inform", "notify", "forewarn"])
@pytest.mark.parametrize(
    "sentence",
    [
        "{PER:سليم عمر} أخطر {PER:مريم فرح} بأن الجسر آمن.",  # notified her that the bridge was safe
        "وأخطر {PER:سليم عمر} الوزيرة {PER:مريم فرح} بأن الجسر آمن.",
        "أخطر {PER:سليم عمر} الوزارة أن الجسر آمن.",
    ],
)
def test_who_is_told_does_not_speak_whatever_the_entry_is_called(tmp_path: Path, named: str, sentence: str) -> None:
    path = tmp_path / "mine.toml"
    path.write_text(
        f'[[verb]]\nid = "{named}"\npast = "أخطر"\npresent = "يخطر"\nact = "say"\ntakes = ["clause"]\nafter = ["ب"]\n'
        'told = true\nexample = "أخطر الوزير البرلمان بأن العقد ألغي"',
        encoding="utf-8",
    )
    (found,) = records(sentence, lexicon=(str(path),))
    assert [who["name"] for who in found["speakers"]] == ["سليم عمر"]


def test_an_entry_of_one_s_own_takes_the_place_of_the_package_s(tmp_path: Path) -> None:
    path = tmp_path / "say.toml"
    path.write_text(
        '[[verb]]\nid = "say"\npast = "قال"\npresent = "يقول"\nact = "claim"\ntakes = ["clause"]\nexample = "قال إن"',
        encoding="utf-8",
    )
    (found,) = records("قال {PER:سليم عمر} إن الجسر آمن.", lexicon=(str(path),))
    assert found["act"] == "claim"


@pytest.mark.parametrize(
    ("old", "new", "line", "reason"),
    [
        ('act = "threaten"', 'act = "shout"', 8, "act"),
        ('past = "أرعد"', 'past = "thundered"', 4, "past"),
        ('takes = ["clause"]', 'takes = ["anything"]', 9, "takes"),
        ('example = "أرعد الخطيب بأن الحساب قريب"', "", 2, "example"),
    ],
)
def test_a_faulty_verb_is_refused_with_its_line(mine: str, old: str, new: str, line: int, reason: str) -> None:
    Path(mine).write_text(MINE.replace(old, new), encoding="utf-8")
    with pytest.raises(LexiconError, match=reason) as refused:
        Lexicon(Path(mine))
    assert refused.value.line == line


def test_the_command_line_lists_rules_and_refuses_unknown_ones(mine: str) -> None:
    listed = CliRunner().invoke(app, ["rules", "--lexicon", mine])
    assert listed.exit_code == 0
    assert "thunder\tthreaten\tأرعد الخطيب بأن الحساب قريب\n" in listed.stdout
    refused = CliRunner().invoke(app, ["extract", "-", "--without", "shout"], input="قال")
    assert refused.exit_code == 2
    assert "shout" in refused.output
