"""Records made of real ones: valid, the same for one seed, each replica another archive about other people."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
import zstandard

from arner.linking.links import link
from arner.records import ArticleRecord
from tests.samples import first, second, signed, signing

MILLION = Path(__file__).parents[2] / "benchmarks" / "million.py"
REPLICAS = 3


def real() -> list[ArticleRecord]:
    known = first()
    lavrov, *others = known.people
    people = [lavrov.model_copy(update={"known": "sergey-lavrov"}), *others]
    return [known.model_copy(update={"people": people}), second(), signing(), signed()]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("million")
    with folder.joinpath("real.jsonl").open("w", encoding="utf-8") as out:
        out.writelines(record.model_dump_json() + "\n" for record in real())
    with folder.joinpath("links.jsonl").open("w", encoding="utf-8") as out:
        link(real()).write(out)
    for name in ("one", "two"):
        command = [sys.executable, MILLION, "real.jsonl", "links.jsonl", "-o", name, "-n", str(4 * REPLICAS)]
        subprocess.run(command, cwd=folder, check=True, capture_output=True)
    return folder


def records(folder: Path) -> dict[str, ArticleRecord]:
    found = {}
    for file in sorted(folder.joinpath("records").iterdir()):
        for line in zstandard.ZstdDecompressor().stream_reader(file.read_bytes()).read().splitlines():
            record = ArticleRecord.model_validate_json(line)  # which asks that every span is what the text has there
            found[record.id] = record
    return found


def test_records_are_valid_and_as_long_as_the_real_ones(made: Path) -> None:
    found = records(made / "one")
    assert len(found) == 4 * REPLICAS
    for record in real():
        for replica in range(REPLICAS):
            one = found[f"{record.id}.{replica:03d}"]
            assert len(one.text) == len(record.text)
            assert [(s.start, s.end) for s in one.spans()] == [(s.start, s.end) for s in record.spans()]


def test_one_seed_gives_the_same_records(made: Path) -> None:
    assert records(made / "one") == records(made / "two")


def test_a_replica_is_of_another_year(made: Path) -> None:
    found = records(made / "one")
    assert [found[f"sochi.{n:03d}"].published for n in range(REPLICAS)] == ["2019-03-05", "2018-03-06", "2017-03-07"]
    day = found["sochi.002"].meetings[0].date
    assert day
    assert day.start == "2017-03-06"


def test_whom_the_lexicon_knows_stays_and_others_are_others(made: Path) -> None:
    found = records(made / "one")
    for number in range(REPLICAS):
        assert found[f"sochi.{number:03d}"].people[0].name == "سيرغي لافروف"
        assert found[f"sochi.{number:03d}"].places[0].name == "سوتشي"
        assert found[f"reuters.{number:03d}"].organizations[0].name == "وكالة رويترز"
    names = {found[f"signing.{n:03d}"].people[3].name for n in range(REPLICAS)}
    assert len(names) == REPLICAS
    assert all(len(name) == len("مريم فرح") for name in names)


def test_one_is_called_the_same_in_all_articles_of_a_replica(made: Path) -> None:
    found = records(made / "one")
    for number in range(REPLICAS):
        farah = found[f"signing.{number:03d}"].people[3]
        assert farah.name == found[f"signed.{number:03d}"].people[0].name
        assert farah.mentions[0].text == farah.name
        assert found[f"signing.{number:03d}"].appointments[0].person.name == farah.name  # type: ignore[union-attr]


def test_the_truth_is_who_is_whom_in_the_real_ones(made: Path) -> None:
    lines = map(json.loads, made.joinpath("one", "truth.jsonl").read_text(encoding="utf-8").splitlines())
    truth = {(line["original"], line["local"]): (line["entity"], line["own"]) for line in lines}
    assert truth["sochi", "p1"] == truth["reuters", "p1"]
    assert not truth["sochi", "p1"][1]
    assert truth["signing", "p4"] == truth["signed", "p1"]
    assert truth["signing", "p4"][1]
    links = link(records(made / "one").values())
    for (original, local), (entity, own) in truth.items():
        for (other, theirs), (same, _) in truth.items():
            one, two = links.entity(f"{original}.001", local), links.entity(f"{other}.001", theirs)
            assert (one == two) == (entity == same)
            if entity == same and not original.startswith("reuters"):
                assert (links.entity(f"{original}.002", local) == one) == (not own)


def test_no_replica_reprints_another(made: Path) -> None:
    assert not link(records(made / "one").values()).copies


def test_every_word_of_a_name_keeps_its_length() -> None:
    script = (
        "from replicas import Exchange, name_plan, person_plan, text_plan;"
        "from arner.lexicon import name_counts;"
        "words = [*name_counts(), 'عبدالرحمن', 'الياس', 'سيرغي', 'سيرجيي', 'ونورالدين'];"
        "plans = [(w, p(w)) for w in words for p in (name_plan, person_plan, text_plan)];"
        "print({len(Exchange(1, r).word(plan)) - len(w) for w, plan in plans for r in range(2)})"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=MILLION.parent, check=True, capture_output=True, text=True
    )
    assert done.stdout == "{0}\n"
