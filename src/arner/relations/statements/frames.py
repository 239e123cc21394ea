"""Statements without a reporting verb: `بحسب الوزير`, `كما أعلن الوزير`, `على حد قوله`, `ماكرون: لن نتراجع`."""

from __future__ import annotations

from dataclasses import dataclass, replace

from arner.arabic.inflection import Form
from arner.arabic.orthography import fold
from arner.lexicon import cached, word_class
from arner.lexicon.by_word import ByWord
from arner.relations.statements import reporting
from arner.relations.statements.complement import Complement
from arner.relations.statements.content import Content
from arner.relations.statements.reporting import Report
from arner.relations.statements.scene import Scene, Statement
from arner.relations.statements.triggers import by_what
from arner.relations.statements.voices import Voice
from arner.syntax.bounds import after_dateline, clause_end, ends_at_comma, goes_on
from arner.syntax.words import COMMAS, OPENERS, PREPOSITIONS, STOPS, THAT

_TOLD_IN = word_class("told_in")
_FORM = Form("masdar", 3, None, "s", "")
_WHAT = ("ما", "لما")
_MEDIA = word_class("medium_named")
_AS = word_class("according")
_SO = frozenset({"فان", "فقد"} | {"ف" + that for that in THAT if that.startswith("ان")})
_BUT = frozenset({"لكن", "ولكن"})
_FIRST = 3  # a frame among the first tokens of a sentence is about what follows it
_OPENING = 12  # tokens after the name in a frame that opens a sentence, before the clause
_APPOSED = 24  # the same where a comma and «فإن» part the clause from it
_ASIDE = 8  # tokens after the name in a frame between commas
_TOPICS = word_class("topic_before_colon")
_HEADLINE = 14  # tokens of a headline's speaker
DASHES = word_class("dash")


def as_said(scene: Scene, i: int, report: Report, voice: Voice) -> None:
    """`…، كما أعلن الوزير` (as the minister announced): the words before it, or after it, are the content."""
    if is_as_said(scene, i) and not (report.entry.with_pronoun and report.form.suffix):  # not «وفق ما وصفها ناشطون»
        _frame(scene, i, i - 1 - _as_what(scene, i), report, voice, "as-said")


def is_as_said(scene: Scene, i: int) -> bool:
    """Whether the verb at `i` is one of a frame: `كما [أعلن]`, `بحسب ما [أعلن]`."""
    before = scene.words[i - 1].removeprefix("و") if i else ""
    return _as_what(scene, i) or before in reporting.frame_words("as-said")


def _as_what(scene: Scene, i: int) -> bool:
    before = scene.words[i - 2] if i >= 2 else ""
    according = scene.words[i - 1].removeprefix("و") in _WHAT and not _AS.isdisjoint((before, before.removeprefix("و")))
    return according or by_what(scene.words, i, scene.reports.get(i))


@dataclass(frozen=True, slots=True)
class Opening:
    """A word that opens the frame `rule`; `glued`: with و before it."""

    rule: str
    glued: bool


@cached
def openings() -> ByWord[Opening | None]:
    """The frame that each word may open: `وبحسب` (and according to)."""
    return ByWord(_opening)


def _opening(word: str) -> Opening | None:
    glued = word[:1] == "و" and not word.startswith("وفق")
    word = word[1:] if glued else word
    for rule in ("according", "according-to", "quoting"):
        if word in reporting.frame_words(rule):
            return Opening(rule, glued)
    if word.removeprefix("ال") in reporting.frame_words("hearsay"):
        return Opening("hearsay", glued)
    return Opening("as-put", glued) if word == "حد" else None


def according(scene: Scene, i: int, opening: Opening) -> None:
    """`بحسب الوزير` (according to the minister), about the words before it or the clause after it."""
    words, rule, glued = scene.words, opening.rule, opening.glued
    if scene.in_quotation(i) or i + 1 >= len(words):
        return
    if rule == "hearsay":
        _hearsay(scene, i, glued)
        return
    j, to = i + 1, rule == "according-to"
    if to and words[j] in ("الي", "ل"):
        j, to = j + 1, False
    elif rule == "quoting":
        if words[j] != "عن":
            return
        j += 1
    elif rule == "as-put":
        if words[i - 1 : i] != ["علي"] or words[j] not in reporting.frame_words("as-put"):
            return
        j += 1
    if j < len(words) and words[j].removeprefix("ل") in reporting.frame_words("as-put") | _TOLD_IN:
        j, to = j + 1, False
    if j >= len(words) or words[j] in _WHAT:
        return
    put = rule == "as-put"
    voice = _named(scene, j, to, put)
    entry = reporting.frame(rule)
    if voice is not None and entry is not None:
        _frame(scene, i + put, i - put, Report(entry, _FORM, int(glued)), voice, rule)


def _hearsay(scene: Scene, i: int, glued: bool) -> None:
    """`وسط [تقارير إعلامية] بأن الجسر مغلق`: the noun itself has the clause, over its adjectives."""
    j, end, entry = i + 1, scene.syntax.sentence[i][1], reporting.frame("hearsay")
    while j < end and scene.syntax.tagged.pos[j] == "ADJ" and j not in scene.syntax.within:
        j += 1
    if j + 1 >= end or not scene.words[j].startswith("بان") or scene.words[j] not in THAT or entry is None:
        return
    name = scene.voices.phrases.text(scene.starts[i] + glued, j)
    complement = Complement("that", j, j + 1, scene.starts[j + 1])
    scene.add(i, Report(entry, _FORM, int(glued)), complement, Voice(((None, name),), i, j, gender="f"), "hearsay")


def _named(scene: Scene, j: int, to: bool, anybody: bool) -> Voice | None:
    """Whoever the frame names at token `j`; `to`: after the letter ل."""
    if scene.words[j] in OPENERS and not to:  # «بحسب "النهار"»
        return _named_in_quotation(scene, j)
    party = scene.syntax.at.get(j)
    if party is not None:
        letter = scene.syntax.proclitic(party)
        if party.type in ("place", "country") or (letter == "ل") != to:
            return None
    elif to and not scene.words[j].startswith("ل"):
        return None
    return scene.voices.whose(j, scene.syntax.sentence[j][1], anybody)


def _named_in_quotation(scene: Scene, j: int) -> Voice | None:
    """`وبحسب "[وول ستريت جورنال]"، فإن`: a body, or what a clause with `فإن` is told by; no plan and no list."""
    q = scene.quoted.opened.get(scene.starts[j])
    if q is None or not q.closed:
        return None
    last = scene.quoted.token(q.end - 1)
    party = scene.syntax.at.get(j + 1)
    if party is not None and party.type == "organization" and party.end == last:
        return replace(scene.voices.of((party,)), end=last + 1)
    told = not _SO.isdisjoint(scene.words[last + 1 : last + 3])
    return scene.voices.quoted_name(j + 1, last + 1) if told else None


def _frame(scene: Scene, i: int, j: int, report: Report, voice: Voice, frame: str) -> None:
    """A frame from `j`, whose reporting word is `i`: it names the source of a statement that its sentence has,
    or makes the words before it, or at the head of a sentence those after it, one."""
    words = scene.words
    first, end = scene.syntax.sentence[i]
    first = after_dateline(scene.words, first, j)
    if j - first < _FIRST or words[j - 1] in _BUT:
        k = _after_opening(scene, voice.end, end)
        if k is not None and k not in scene.reports:
            so = words[k - 1] in _SO  # «فإن» opens a clause, whose commas part nothing
            c = Complement("that" if so else "object", k, k, scene.doc[k].idx)
            scene.add(i, report, c, voice, "frame", frame=frame)
        return
    earlier = scene.since(first)
    if earlier and not (words[i - 1] != "كما" and _another_tells(scene, earlier, j, voice, frame)):
        _give_source(scene, earlier, j, voice)
        return
    last = j - 1
    while last > first and (words[last] in COMMAS or words[last].isspace() or words[last] == "وذلك"):
        last -= 1
    end_char = scene.doc[last].idx + len(scene.doc[last].text)
    content = scene.contents.trim(scene.doc[first].idx, end_char, "indirect")
    if content is None:
        return
    rest = _rest(scene, j, voice)
    parts = ((content.start, content.end), (rest.start, rest.end)) if rest is not None else ()
    end_char = rest.end if rest is not None else content.end
    mode = scene.contents.mode(content.start, end_char)
    content = content._replace(mode=mode, end=end_char)
    scene.keep(Statement(i, report, "frame", voice, content, first, parts, frame=frame))


def _rest(scene: Scene, j: int, voice: Voice) -> Content | None:
    """`تدور المسرحية، حسب سلمى عمر، [حول حياة زوجين]`: the clause goes on after a frame between commas, from token `j`.

    It surely does where a preposition, «that» or a quotation follows.
    """
    words, end = scene.words, scene.syntax.sentence[j][1]
    if words[j - 1] not in COMMAS:
        return None
    closing = next((k for k in range(voice.end, min(end, voice.end + _ASIDE)) if words[k] in COMMAS), end)
    if closing + 1 >= end or words[closing + 1] not in PREPOSITIONS | OPENERS | THAT:
        return None
    if ends_at_comma(words, closing, end, scene.reports) or goes_on(words, closing + 1):
        return None
    stop = clause_end(scene.syntax, closing + 1, scene.quoted.inside, scene.reports)
    last = scene.doc[stop - 1]
    if stop <= closing + 2:
        return None
    return scene.contents.trim(scene.starts[closing + 1], last.idx + len(last.text), "indirect")


def _another_tells(scene: Scene, earlier: list[Statement], j: int, voice: Voice, frame: str) -> bool:
    """`دعا الوزير إلى اجتماع، حسبما [أعلن مكتبه]`: somebody else, who is no medium, tells the whole sentence."""
    ref, name = voice.refs[0]
    if frame != "as-said" or voice.source is not None or fold(name).partition(" ")[0] in _MEDIA:
        return False
    others = all(scene.resolved(voice).refs != s.voice.refs for s in earlier)
    return others and not (ref or "").startswith("o") and earlier[-1].content.end <= scene.doc[j].idx


def _after_opening(scene: Scene, start: int, end: int) -> int | None:
    """Where the clause begins after a frame that opens a sentence: `بحسب الوثائق التي نشرت، فإن [الجسر آمن]`."""
    words = scene.words
    if start + 1 < end and scene.syntax.acts_at(start):
        return start
    for k in range(start + 1, min(end - 1, start + _APPOSED)):
        if words[k] in _SO and words[k - 1] in COMMAS:
            return k + 1  # «بحسب سليم، المعروف بصراحته، [فإن] الجسر آمن»
    for k in range(start, min(end - 1, start + _OPENING)):
        if (words[k] in COMMAS and not words[k + 1].startswith("و")) or words[k] in _SO:
            return k + 2 if words[k] in COMMAS and words[k + 1] in _SO and k + 2 < end else k + 1
    return None


def _give_source(scene: Scene, earlier: list[Statement], j: int, voice: Voice) -> None:
    """`قال الوزير إن …، بحسب وكالة الأنباء`: the agency, or a document, is what the statement came through."""
    last = earlier[-1]
    ref, name = voice.refs[0]
    medium = voice.source or (name if (ref or "").startswith("o") or fold(name).partition(" ")[0] in _MEDIA else None)
    ends_here = last.content.end <= scene.doc[j].idx
    if medium and ends_here and last.source is None and last.voice.refs != voice.refs:
        scene.replace(last, medium)


def headline(scene: Scene, i: int) -> None:
    """`ماكرون: لن نتراجع`: a speaker, the colon at `i`, his words; at the head of a line."""
    words = scene.words
    first, end = scene.syntax.sentence[i]
    entry = reporting.frame("headline")
    while first < i and not words[first][0].isalnum():
        first += 1
    if entry is None or i - first > _HEADLINE or first >= i or any(j in scene.reports for j in range(first, i)):
        return
    if words[first] in _TOPICS:
        return  # «المنتخب: …» says what it is about, «المصدر: …» where it is from
    voice = _who(scene, first, i)
    c = scene.complements.colon(i)
    if voice is None or c is None or c.start >= len(words) or (c.how == "colon" and end - c.start < _FIRST):
        return
    party = scene.syntax.at.get(first)
    we = words[c.start].startswith(("ن", "سن", "لن"))
    if party is not None and party.type == "country" and party.kind != "metonym" and c.how == "colon" and not we:
        return  # «سوريا: …» says what it is about
    scene.add(i, Report(entry, _FORM, 0), c, voice, "headline")


def _who(scene: Scene, first: int, colon: int) -> Voice | None:
    """Who a headline begins with: a party, also with a medium after it; somebody described; a document."""
    words = scene.words
    party = scene.syntax.at.get(first)
    if party is None:
        bare = words[first] in reporting.speaker_heads() | reporting.documents()
        open_end = scene.voices.phrases.end(first, colon) == colon
        return scene.voices.described(first, colon) if bare and open_end else None
    if party.type == "place" or scene.syntax.proclitic(party):
        return None
    group = scene.syntax.group(party)
    between = words[group[-1].end : colon]
    if between and between[0] not in PREPOSITIONS and between[0][0] not in "لب" and between[0] != "(":
        return None
    if party.type == "country" and between:
        return None
    return scene.voices.of(group)


def floating(scene: Scene, i: int) -> None:
    """`قال سليم إنه قلق. «لا أحد يعرف ما جرى».`: the quotation at `i` is whoever's who spoke in the sentence before."""
    entry = reporting.frame("floating")
    before = i - 1  # of the same paragraph: a line of its own is a heading
    if entry is None or before < 0 or scene.words[before].isspace() or not scene.found or scene.nested(i):
        return
    last = scene.found[-1]
    if last.at < scene.syntax.sentence[before][0] or last.frame in ("headline", "according-to", "according"):
        return
    q = scene.quoted.whole_sentences[i]
    content = scene.contents.trim(q.inner_start, q.inner_end, "direct")
    if content is not None:
        scene.keep(Statement(i, Report(entry, _FORM, 0), "quotation", last.voice, content, i, frame="floating"))


def signed(scene: Scene, i: int) -> None:
    """`«لن نتراجع أبدا» - سليم عمر`: the words before the dash at `i` are his who is named after it."""
    entry = reporting.frame("signed")
    q = scene.quoted.closing_before(i + 1)
    party = scene.syntax.at.get(i + 1)
    if entry is None or q is None or party is None or party.type == "place" or scene.syntax.proclitic(party):
        return
    group = scene.syntax.group(party)
    rest = scene.words[group[-1].end : scene.syntax.sentence[i][1]]
    content = scene.contents.trim(q.inner_start, q.inner_end, "direct")
    if content is not None and all(word in STOPS or word.isspace() for word in rest[:1]):
        voice = scene.voices.of(group)
        scene.keep(Statement(i, Report(entry, _FORM, 0), "quotation", voice, content, i, frame="signed"))
