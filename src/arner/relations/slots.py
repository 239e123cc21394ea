"""The general steps: what fills a slot, read from where it stands to its cue. See docs/rules.md.

A step looks at the cue's head: the carrier where the cue is a noun that one carries («وقع» in «وقع اتفاقية»).
"""

from __future__ import annotations

from collections.abc import Sequence

from arner.arabic.orthography import fold
from arner.lexicon import word_class
from arner.relations.modality import asked
from arner.relations.reading import CLAUSE, PlaceAt, Reading, folded
from arner.relations.rule import Filler, Outcome, Rejected, step
from arner.relations.triggers import Form, Trigger
from arner.syntax import Party
from arner.syntax.subjects import Subject, subject_after, subject_before
from arner.syntax.words import ADVERBS, COMMAS, OPENERS, PREPOSITIONS, RELATIVES, STOPS

FAR = 30  # words after a cue in which its arguments are looked for
CONTROL = 10  # words between whoever acts and the verbal noun of what he does
NEAR = 4  # words that may stand between a preposition and whom it governs
_SELF = word_class("each_side")
_IDLE = ("place",)


# -- who acts ----------------------------------------------------------------------------------------------------------


@step("subject after")
def subject_after_verb(reading: Reading, cue: Trigger) -> Outcome:
    """The subject that follows its verb: `وقع [الوزير] اتفاقية` (the minister signed an agreement)."""
    head = cue.head
    if head.form.what != "verb" or _relative(reading, head):
        return None
    limit = cue.start if cue.start > head.start else None
    return _agreeing(reading, head.form, subject_after(reading.syntax, head.start, limit))


@step("subject before")
def subject_before_verb(reading: Reading, cue: Trigger) -> Outcome:
    """The subject that precedes its verb, at once or over a remark: `[الوزير]، الذي زار الصين، وقع اتفاقية`."""
    head = cue.head
    if head.form.what != "verb" or head.form.joined:
        return None
    return _agreeing(reading, head.form, subject_before(reading.syntax, head.start))


@step("dropped subject")
def dropped_subject(reading: Reading, cue: Trigger) -> Outcome:
    """Whoever acts first in the sentence before the verb and agrees with it: `زار [الوزير] الصين ووقع اتفاقية`."""
    head = cue.head
    if head.form.what != "verb" or not (head.form.joined or _after_that(reading, head.start)):
        return None
    tried: list[Filler | Rejected] = []
    first = reading.syntax.sentence[head.start][0]
    for party in reading.syntax.between(first, head.start):
        if reading.syntax.can_act(party) and party.kind != "demonym":
            found = _agreeing(reading, head.form, Subject(reading.syntax.group(party), party.end, True))
            if isinstance(found, Filler):
                return [*tried, found]
            if isinstance(found, Rejected):
                tried.append(found)
    return tried


@step("actor")
def actor(reading: Reading, cue: Trigger) -> Outcome:
    """Of a verbal noun whoever acts first in its clause: `يسعى [الجانبان] إلى توقيع اتفاق`."""
    head = cue.head
    if head.form.what not in ("masdar", "noun"):
        return None
    left, _ = reading.clause(head.start)
    asks = asked(reading.words, left, head.start)
    for party in reading.syntax.between(max(left, head.start - CONTROL), head.start):
        if party.kind != "demonym" and reading.syntax.can_act(party):
            found = _filler(reading, reading.syntax.group(party), party.start)
            return Rejected(found.text, "asks others") if asks else found
    return None


@step("genitive")
def genitive(reading: Reading, cue: Trigger) -> Outcome:
    """Who or what follows a verbal noun at once: `استقالة [الوزير]` (the minister's resignation)."""
    noun = next((t for t in (cue.head, cue) if t.form.what == "masdar"), None)
    if noun is None or noun.form.suffix:
        return None
    i = noun.end
    if reading.words[i : i + 1] and reading.words[i] in folded("collective") and i not in reading.syntax.within:
        return Filler(((None, reading.doc[i].text),), i, i + 1)
    return _party_from(reading, i, i + 1)


@step("object")
def direct_object(reading: Reading, cue: Trigger) -> Outcome:
    """The second party after the verb, or the first where its subject stands before it: `عين الملك [سليما] وزيرا`."""
    head = cue.head
    if head.form.what != "verb" or head.form.suffix:
        return None
    _, right = reading.clause(head.start)
    subject = subject_after(reading.syntax, head.start)
    start = subject.end if subject is not None else head.end
    for party in reading.syntax.between(start, min(right, head.start + FAR)):
        if reading.syntax.can_act(party) and party.kind != "demonym" and reading.syntax.proclitic(party) == "":
            return _filler(reading, reading.syntax.group(party), party.start)
        if party.type == "person":
            return None
    return None


@step("only party")
def only_party(reading: Reading, cue: Trigger) -> Outcome:
    """The one party after a passive, or after a verb whose subject is dropped: `عُين [سليم عمر] وزيرا`."""
    head = cue.head
    if head.form.what != "verb" or head.form.suffix:
        return None
    subject = subject_after(reading.syntax, head.start)
    return None if subject is None else _filler(reading, subject.parties, subject.parties[0].start)


@step("possessor")
def possessor(reading: Reading, cue: Trigger) -> Outcome:
    """Whom the pronoun on a noun means: the nearest person before it, `قدم [سليم عمر] استقالته` (his resignation)."""
    if not (cue.form.suffix or (reading.words[cue.end : cue.end + 1] and reading.words[cue.end] in folded("own"))):
        return None
    first, last = reading.syntax.sentence[cue.start]
    if cue.start - first <= NEAR:  # «منذ توليه منصبه، زار الوزير …»: whoever acts after it
        ahead = [p for p in reading.syntax.between(cue.end, last) if p.type == "person" and reading.syntax.can_act(p)]
        return _filler(reading, ahead[:1], ahead[0].start) if ahead else None
    people = [p for p in reading.syntax.between(first, cue.start) if p.type == "person" and len(p.refs) == 1]
    if people:
        return _filler(reading, people[-1:], people[-1].start)
    before = reading.syntax.between(reading.syntax.sentence[max(0, first - 1)][0], first)
    led = [p for p in before if p.type == "person" and len(p.refs) == 1 and reading.syntax.can_act(p)]
    return _filler(reading, led, led[0].start) if len(led) == 1 else None  # of several, none is sure


@step("bearer")
def bearer(reading: Reading, cue: Trigger) -> Outcome:
    """Whom a participle describes: `الوزير [المعين] حديثا سليم عمر`, `الرئيس [المنتهية] ولايته سليم عمر`."""
    if cue.form.what not in ("passive", "participle", "noun"):
        return None
    for party in reading.syntax.between(max(0, cue.start - FAR // 2), cue.start + NEAR):
        if party.type in ("person", "described") and (party.start >= cue.start or party.end >= cue.start):
            return _filler(reading, [party], party.start)
    return None


@step("by")
def agent(reading: Reading, cue: Trigger) -> Outcome:
    """Who does what a passive tells: `من قبل [الرئيس]`, `على يد …`, `من جانب …`, `بقرار من …`."""
    words = reading.words
    _, right = reading.clause(cue.head.start)
    for j in range(cue.head.end, min(right - 1, cue.head.end + FAR)):
        if (words[j], words[j + 1]) in _BY:
            return _party_from(reading, j + 2, j + 2 + NEAR)
    return None


_POINTING = word_class("demonstrative")
_AIMS = word_class("aim")
_BY = frozenset(
    {("من", "قبل"), ("من", "جانب"), ("من", "طرف"), ("علي", "يد"), ("علي", "ايدي"), ("بقرار", "من"), ("بمرسوم", "من")}
)


# -- who else ----------------------------------------------------------------------------------------------------------


@step("after …")
def after(reading: Reading, cue: Trigger, word: str) -> Outcome:
    """Who stands after the preposition that the frame names, in the cue's clause: after مع, `مع [نظيره]`."""
    _, right = reading.clause(cue.head.start)
    for j in range(min(cue.start, cue.head.start), min(right, cue.end + FAR)):
        plain = reading.words[j].removeprefix("و")
        if plain == fold(word) and not _belongs_elsewhere(reading, j):
            found = _party_from(reading, j + 1, j + 1 + NEAR)
            if found is not None:
                return found
        party = reading.syntax.at.get(j)
        if party is not None and len(word) == 1 and reading.syntax.proclitic(party).endswith(word):
            return _filler(reading, reading.syntax.group(party), j)
    return None


@step("company")
def company(reading: Reading, cue: Trigger) -> Outcome:
    """Who is told of with «with» in the clause: `مع [نظيره]`, not `بالتعاون مع …` (in cooperation with)."""
    left, right = reading.clause(cue.head.start)
    floor = max(left, min(cue.start, cue.head.start) - FAR)
    for j in [*range(cue.start, min(right, cue.end + FAR)), *range(floor, cue.start)]:
        if reading.words[j] in ("مع", "ومع") and not _belongs_elsewhere(reading, j):
            found = _party_from(reading, j + 1, j + 1 + NEAR) or _unnamed(reading, j + 1, right)
            if found is not None:
                return found
    return None


@step("between")
def between(reading: Reading, cue: Trigger) -> Outcome:
    """Both sides of «between»: `اتفاق بين [روسيا] و[إيران]`, `بين [الجانبين]`."""
    _, right = reading.clause(cue.start)
    for j in range(cue.end, min(right, cue.end + FAR // 2)):
        if reading.words[j] in ("بين", "وبين"):
            return _party_from(reading, j + 1, j + 1 + NEAR) or _unnamed(reading, j + 1, right)
    return None


@step("adjectives")
def adjectives(reading: Reading, cue: Trigger) -> Outcome:
    """The states whose adjectives the noun has, two at least: `الاتفاق [الروسي التركي]`."""
    found: list[tuple[str | None, str]] = []
    j = cue.end
    while j < min(len(reading.words), cue.end + 6):
        code = reading.demonyms.get(j)
        if code is None and not (reading.words[j] in COMMAS or reading.words[j].startswith("ال")):
            break
        if code is not None:
            found.append(reading.state(code))
        j += 1
    return Filler(tuple(dict.fromkeys(found)), cue.end, j) if len(set(found)) > 1 else None


# -- where, when, what about -------------------------------------------------------------------------------------------


@step("where")
def where(reading: Reading, cue: Trigger) -> Outcome:
    """The first place after «in» in the clause: `في [موسكو]`, `بـ[الدوحة]`."""
    left, right = reading.clause(cue.head.start)
    floor = max(left, cue.head.start - FAR // 2)
    for j in [*range(cue.head.start, min(right, cue.end + FAR)), *range(floor, cue.head.start)]:
        place = reading.places.get(j)
        if place is None or not _held_in(reading, j, place):
            continue
        return Filler(((place.ref, reading.text[place.char_start : place.char_end]),), place.start, place.end)
    return None


@step("when")
def when(reading: Reading, cue: Trigger) -> Outcome:
    """The time expression of the clause that is nearest to the cue or to its carrier."""
    left, right = reading.clause(cue.head.start)
    best: tuple[int, int] | None = None
    for j in range(max(left, cue.head.start - FAR), min(right, cue.end + FAR)):
        if j in reading.dates and not _parted(reading, cue, j):
            distance = min(abs(j - cue.head.start), abs(j - cue.start))
            if best is None or distance < best[0]:
                best = (distance, j)
    if best is None:
        return None
    date = reading.dates[best[1]]
    return Filler(((None, date.text),), date.start, date.end)


@step("when after")
def when_after(reading: Reading, cue: Trigger) -> Outcome:
    """The time expression after the cue: `منذ توليه منصبه [عام 2010]` (since he took office in 2010)."""
    _, right = reading.clause(cue.start)
    for j in range(cue.end, min(right, cue.end + FAR // 2)):
        if j in reading.dates:
            return Filler(((None, reading.dates[j].text),), j, reading.dates[j].end)
    return None


@step("about")
def about(reading: Reading, cue: Trigger) -> Outcome:
    """What follows «on», «concerning», «for»: `بشأن [الحدود]`, `حول …`, `في مجال …`, `لـ…`, `يقضي بـ…`."""
    words = reading.words
    _, right = reading.clause(cue.start)
    for j in range(cue.end, min(right - 1, cue.end + FAR // 2)):
        word = words[j]
        opens = word in folded("about")
        attached = (
            word[0] == "ل" and len(word) > 4 and j not in reading.syntax.within and word not in folded("not_about")
        )
        if word in ("الذي", "التي") and not opens:
            continue
        if not (opens or attached):
            continue
        start = j + (2 if word in ("في", "علي") and words[j + 1] in folded("field") else 1 if opens else 0)
        end = phrase_end(reading, start, right)
        return Filler(((None, reading.words_at(start, end)),), start, end) if end > start else None
    return None


@step("phrase after …")
def phrase_after(reading: Reading, cue: Trigger, word: str) -> Outcome:
    """The noun phrase after the preposition that the frame names: after على, `اتفقا على [فتح المعابر]`."""
    _, right = reading.clause(cue.start)
    for j in range(cue.end, min(right - 1, cue.end + FAR)):
        if reading.words[j] == fold(word):
            if reading.words[j + 1] in _POINTING and not "".join(reading.words[j + 2 : j + 3]).startswith("ال"):
                return None  # اتفقا على ذلك: on what was told before
            end = phrase_end(reading, j + 1, right)
            return Filler(((None, reading.words_at(j + 1, end)),), j + 1, end) if end > j + 1 else None
    return None


@step("complement")
def complement(reading: Reading, cue: Trigger) -> Outcome:
    """The noun phrase that follows the cue at once: `معاهدة [السلام]`, `صفقة [شراء الطائرات]`."""
    start = cue.end
    _, right = reading.clause(cue.start)
    if start >= right or cue.form.suffix:
        return None
    word = reading.words[start]
    if (
        not word[:1].isalpha()
        or word in PREPOSITIONS
        or word in RELATIVES
        or word in ADVERBS
        or word in folded("plain_adjectives")
        or start in reading.dates
        or start in reading.syntax.within
        or start in reading.demonyms
        or word[0] in "لب"
    ):
        return None
    end = phrase_end(reading, start, min(right, start + 6))
    return Filler(((None, reading.words_at(start, end)),), start, end) if end > start else None


# -- shared ------------------------------------------------------------------------------------------------------------


def phrase_end(reading: Reading, start: int, limit: int) -> int:
    """The token after the noun phrase that begins at `start`: over genitives, adjectives and و, not over the rest."""
    words = reading.words
    j = start
    while j < min(limit, start + 12):
        word = words[j]
        if word in STOPS or word in COMMAS or word in RELATIVES or word in CLAUSE or word in OPENERS:
            break
        if word.isspace() or j in reading.dates or (j > start and word in folded("phrase_stops")):
            break
        j += 1
    while j > start and words[j - 1] in PREPOSITIONS:
        j -= 1
    return j


def _filler(reading: Reading, group: Sequence[Party], start: int) -> Filler:
    return Filler(reading.refs(group), start, group[-1].end)


def _agreeing(reading: Reading, form: Form, subject: Subject | None) -> Filler | Rejected | None:
    """The subject, unless the verb is of another number: a pair cannot be who «she» or «they» are."""
    if subject is None:
        return None
    found = _filler(reading, subject.parties, subject.parties[0].start)
    single = len(found.refs) == 1 and all(p.type == "person" for p in subject.parties)
    if subject.before and form.number in "dp" and single:
        return Rejected(found.text, "number")
    if any(party.type in _IDLE for party in subject.parties):
        return Rejected(found.text, "a place")
    return found


def _party_from(reading: Reading, start: int, limit: int) -> Filler | None:
    """The party that begins among tokens `start:limit`, with those joined to it."""
    for j in range(start, min(limit, len(reading.words))):
        party = reading.syntax.at.get(j)
        if party is not None:
            if party.type == "place" or party.kind == "demonym":
                return None
            if j > start and reading.syntax.proclitic(party):
                return None
            return _filler(reading, reading.syntax.group(party), j)
        word = reading.words[j]
        if word in STOPS or word in COMMAS or word in RELATIVES or (word in PREPOSITIONS and word != "من"):
            return None
    return None


def _unnamed(reading: Reading, start: int, right: int) -> Filler | None:
    """Sides that are only described: `بين [الحكومة] و[النقابات]`, `مع [المركزيات النقابية]`."""
    if start >= right or not reading.words[start].startswith("ال") or start in reading.dates:
        return None
    end = phrase_end(reading, start, min(right, start + 8))
    end = next((j for j in range(start, end) if reading.words[j] in PREPOSITIONS or reading.words[j] in _AIMS), end)
    states = [reading.state(reading.demonyms[j]) for j in range(start, end) if j in reading.demonyms]
    if len(states) > 1:  # «الجانبين الفلسطيني والإسرائيلي»
        return Filler(tuple(dict.fromkeys(states)), start, end)
    found: list[tuple[str | None, str]] = []
    first = start
    for j in range(start, end + 1):
        joined = j < end and j > first and reading.words[j].startswith("وال") and len(reading.words[j]) > 5
        if j == end or joined:
            text = reading.words_at(first, j)
            found.append((None, text[1:] if found else text))
            first = j
    return Filler(tuple(found), start, end)


def _relative(reading: Reading, head: Trigger) -> bool:
    """Whether the verb opens a relative clause, whose subject stands before it: `الوزير الذي [وقع]`."""
    return head.start > 0 and reading.words[head.start - 1] in RELATIVES and not head.form.suffix


def _after_that(reading: Reading, i: int) -> bool:
    return i > 0 and reading.words[i - 1] in CLAUSE


def _belongs_elsewhere(reading: Reading, j: int) -> bool:
    """Whether `مع` at `j` is another noun's: `بالتعاون مع`, `تزامنا مع`."""
    return j > 0 and reading.words[j - 1] in folded("not_company")


def _held_in(reading: Reading, j: int, place: PlaceAt) -> bool:
    """Whether «in» governs the place at token `j`, also over «the city of»."""
    letters = reading.words[j][: max(0, place.char_start - reading.starts[j])]
    if letters:
        return letters.lstrip("وف") == "ب"
    k = j - 1
    while k > 0 and (
        reading.words[k] in folded("before_places") or k in reading.demonyms or reading.words[k] in OPENERS
    ):
        k -= 1
    return reading.words[k].removeprefix("و") in ("في", "داخل") or reading.words[k] in folded("in_places")


def _parted(reading: Reading, cue: Trigger, j: int) -> bool:
    """Whether the date at `j` belongs to a relative clause or to who says it: `الذي زارها أمس`, `حسب بيان الخميس`."""
    if j < cue.start:
        return False
    return any(reading.words[k] in folded("parts_dates") for k in range(cue.end, j))
