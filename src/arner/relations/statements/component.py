"""The component `arner_statements`."""

from __future__ import annotations

from collections import Counter

from spacy.tokens import Doc

from arner.arabic.orthography import fold
from arner.arabic.particles import letters
from arner.lexicon.component import component
from arner.relations.rule import Cue, Filled, Filler
from arner.relations.statements.finding import find
from arner.relations.statements.scene import Scene, Statement
from arner.relations.trace import Trace, trace

_SAME = 0.9  # of the words in common: one statement told twice
_CLAUSE = 60  # characters from a verb after its content to its date: «…، قال الوزير أمس»
_HEAD = 4  # tokens before a date that opens a sentence: «وفي وقت متأخر أمس، قال»
_ALIKE = 0.6  # the same where a headline names the speaker in other words: «وزيرة: …»
_NEAR = 40  # statements around a headline's among which it is said again
_LINE = 120  # characters of a headline within the text
_HEADLINE = 0.3  # the same for a headline, which says it in fewer and other words


def annotate(doc: Doc) -> Doc:
    """Set `doc._.statements`: `وقال الوزير إن الاتفاق قريب` (the minister said the agreement was near)."""
    if not len(doc):
        doc._.statements = []
        return doc
    scene = find(doc)
    told = _once(scene)
    doc._.statements = [
        _record(n, scene, s, date) for n, (s, date) in enumerate(zip(told, _dates(scene, told), strict=True), 1)
    ]
    return doc


def _once(scene: Scene) -> list[Statement]:
    """Each statement once: the text's wording before the headline's, the first telling of several."""
    text, found = scene.syntax.text, scene.found
    title = _title_end(scene.doc)
    bags = [_stems(text[s.content.start : s.content.end]) for s in found]
    kept: list[Statement] = []
    bag_of: list[Counter[str]] = []
    for n, s in enumerate(found):
        names = {fold(name) for _, name in s.voice.refs}
        if s.content.end <= title or _in_headline(text, s):
            near = range(max(0, n - _NEAR), min(len(found), n + _NEAR))
            others = [
                m for m in near if m != n and found[m].content.start >= title and not _in_headline(text, found[m])
            ]
            if any(_says_again(names, found[m], bags[n], bags[m]) for m in others):
                continue
        twice = any(
            abs(o.content.start - s.content.start) + abs(o.content.end - s.content.end) > 0
            and _share(bags[n], b) >= _SAME
            and names & {fold(x) for _, x in o.voice.refs}
            for o, b in zip(kept[-12:], bag_of[-12:], strict=True)
        )
        if not twice:
            kept.append(s)
            bag_of.append(bags[n])
    return kept


def _says_again(names: set[str], told: Statement, headline: Counter[str], bag: Counter[str]) -> bool:
    """Whether `told` says what a headline's statement by `names` says: in many of its words, or all of them."""
    if not names & {fold(name) for _, name in told.voice.refs}:
        return _share(headline, bag) >= _ALIKE
    held = (headline & bag).total() / headline.total() if headline else 0.0
    return held >= _ALIKE or _share(headline, bag) >= _HEADLINE


def _in_headline(text: str, s: Statement) -> bool:
    """Whether the statement's line is a headline within the text: short, and no sign ends it."""
    before = text.rfind("\n", max(0, s.content.start - _LINE), s.content.start)
    after = text.find("\n", s.content.end, s.content.end + _LINE)
    line = text[before + 1 : after].strip() if after >= 0 and (before >= 0 or s.content.start < _LINE) else ""
    line = line.rstrip("\"”»' ")
    return 0 < len(line) <= _LINE and line[-1] not in ".!؟:…"


def _title_end(doc: Doc) -> int:
    title = doc._.article.title_end
    if title is not None:
        return int(title)
    text = doc.text
    first = text.find("\n")
    return first if 0 < first < 200 and text[first - 1] not in ".!؟" else 0


def _stems(text: str) -> Counter[str]:
    words = (w.removeprefix("و").removeprefix("ب").removeprefix("ال")[:4] for w in fold(text).split())
    return Counter(w for w in words if len(w) > 2)


def _share(a: Counter[str], b: Counter[str]) -> float:
    total = sum(a.values()) + sum(b.values())
    return 2 * sum((a & b).values()) / total if total else 0.0


def _record(n: int, scene: Scene, s: Statement, date: dict[str, object] | None) -> dict[str, object]:
    doc = scene.doc
    token = doc[s.at]
    start, end = s.content.start, s.content.end
    said = {ref for ref, _ in s.voice.refs}
    about = dict.fromkeys(ref for m in scene.mentions_in(s.content) for ref in m.refs)
    evidence_start = min(doc[s.first].idx, start, token.idx)
    return {
        "id": f"s{n}",
        "speakers": [{"ref": ref, "name": name} for ref, name in s.voice.refs],
        "verb": _verb(s, token.text),
        "act": s.report.entry.act,
        "mode": s.content.mode,
        "content": {"start": start, "end": end},
        "parts": [{"start": a, "end": b} for a, b in s.parts],
        "target": [{"ref": ref, "name": name} for ref, name in s.target],
        "addressee": [{"ref": ref, "name": name} for ref, name in s.addressee],
        "source": s.source,
        "date": date,
        "about": [{"ref": ref, "name": scene.names.get(ref, ref)} for ref in about if ref not in said],
        "evidence": {"start": evidence_start, "end": max(end, token.idx + len(token.text))},
        "rule": s.rule,
        "why": _why(scene, s),
    }


def _verb(s: Statement, word: str) -> str:
    """The reporting word without its particles; nothing where there is none: a headline's colon, a quotation alone."""
    if s.report.entry.id == "headline":
        return ":"
    return "" if s.report.entry.id in ("floating", "signed") else word[letters(word, s.report.dropped) :]


def _why(scene: Scene, s: Statement) -> Trace:
    """Which step found who speaks, who was not taken, what introduces the content."""
    said = scene.text[s.content.start : s.content.end]
    speaker = Filler(s.voice.refs, s.voice.start, s.voice.end, s.voice.step or s.frame)
    content = Filler(((None, said),), s.at, s.at + 1, s.construction.rpartition("-")[2])
    aimed = (slot for slot in s.aimed if slot.fillers)
    filled = Filled("speaker", (speaker,), s.tried), Filled("content", (content,)), *aimed
    return trace(scene.starts, scene.ends, Cue(s.at, s.at + 1, s.report.entry.id, s.frame), filled)


def _dates(scene: Scene, told: list[Statement]) -> list[dict[str, object] | None]:
    """The date of each statement; what the same speaker adds at once is of the same day: `قال أمس إن …. وأضاف أن`."""
    found: list[dict[str, object] | None] = []
    for n, s in enumerate(told):
        date = _date(scene, s)
        if date is None and n and _adds_to(scene, told[n - 1], s):
            date = found[-1]
        found.append(date)
    return found


def _adds_to(scene: Scene, before: Statement, s: Statement) -> bool:
    """Whether `s` goes on with what its speaker has said in this sentence or the one before it."""
    if s.voice.refs != before.voice.refs or not (s.report.entry.act == "add" or s.report.form.kind == "participle"):
        return False
    last = max(0, scene.syntax.sentence[s.at][0] - 1)
    while last > 0 and scene.words[last].isspace():
        last -= 1
    return before.at >= scene.syntax.sentence[last][0]


def _date(scene: Scene, s: Statement) -> dict[str, object] | None:
    """The date of the reporting itself: after its word, outside the content, or at the head of its sentence."""
    doc, (first, after_last) = scene.doc, scene.syntax.sentence[s.at]
    sole = s.at not in scene.later
    start, end = s.content.start, s.content.end
    last = doc[after_last - 1]
    limit = max(start, min(doc[s.at].idx + _CLAUSE, last.idx + len(last.text)))
    for date in scene.dates_from(doc[first].idx, limit):
        if date.end > limit or start <= date.start < end:
            continue
        head = sole and doc[first].idx <= date.start <= doc[min(first + _HEAD, s.at)].idx and date.end <= start
        after = doc[s.at].idx < date.start and (date.end <= start or end <= doc[s.at].idx)
        if head or after:
            return {
                "text": scene.syntax.text[date.start : date.end],
                "start": date.first_day,
                "end": date.last_day,
                "granularity": date.granularity,
            }
    return None


create = component("arner_statements", annotate, assigns=["doc._.statements"])
