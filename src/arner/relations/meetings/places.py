"""Steps that find where an encounter is held, and where a visit goes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from arner.lexicon import word_class
from arner.relations.meetings.clause import BEFORE_OR_AFTER, Clause
from arner.relations.meetings.cues import NounCue, nouns
from arner.relations.meetings.draft import Encounter, Located
from arner.relations.meetings.genitive import genitive_of
from arner.relations.meetings.participants import each_of, group
from arner.relations.meetings.reading import MeetingReading, Place
from arner.relations.meetings.venues import country_of, is_venue, place_at, venue_end
from arner.relations.meetings.vocabulary import plain
from arner.relations.reading import DateAt
from arner.relations.rule import step

_BESIDE = word_class("beside")
_FOR = word_class("for_an_event")
_INSTITUTION = word_class("institution")
_ONE_MORE = word_class("one_more_act")
_COMING = word_class("coming_from")
_VERBAL = tuple(word_class("verbal_ending"))
NEAR = 5  # words between `حيث` and the cue
BOUND = 4  # words between where somebody goes and what for
BEFORE_INSTITUTION = 4  # words between who visits and the institution: a date, an adjective
STOP_GAP = 3  # words between two stops of a visit
_ON = ("في", "يوم")
_TOWARDS = ("الي", "ل", "نحو")
_TO = ("الي", "ل", "تشمل", "شملت")


def located(place: Place, i: int) -> Located:
    """A filler of one place at token `i`."""
    return Located(((place.ref, place.name or place.country or ""),), i, i + 1, places=(place,))


# -- where a visit goes ------------------------------------------------------------------------------------------------


@step("destination")
def destination(reading: MeetingReading, cue: Encounter) -> Located | None:
    """The first place that the visit goes to, with those joined to it: `زار X باريس وبرلين`, `زيارة إلى باريس`."""
    clause = cue.clause
    if clause.cue.kind != "visit":
        return None
    if isinstance(clause.cue, NounCue):
        noun = clause.cue.noun
        named = not noun.definite or bool(noun.suffix)  # زيارته لندن
        bare = "bare_destination" in noun.entry.features and named and not noun.accusative
        return _destination(clause, cue.end, _TO, bare)
    if not cue.draft.participants:
        return None
    return _destination(clause, cue.start + 1, clause.cue.entry.to, clause.cue.entry.object)


def _destination(clause: Clause, start: int, to: Sequence[str], bare: bool) -> Located | None:
    stops: list[Place] = []
    at: list[int] = []
    first = last = start
    for j in range(start, _until_aim(clause, start)):
        if j not in clause.reading.sites:
            continue
        governs = "" if each_of(clause, j - 2) else governor(clause, j, start)  # سيزور كلا من باريس ولندن
        if stops:
            if governs != "و" or j - last > STOP_GAP:
                break
        elif governs not in to and clause.words[j - 1] not in to and not (bare and governs == ""):
            continue
        elif governs == "" and (_of_an_office(clause, j) or _of_another_noun(clause, start, j, to)):
            continue  # زيارة أمير قطر لإسبانيا
        first, last = (first if stops else j), after_its_date(clause, j)
        more = _with(stops, clause.reading.place(j))
        at = [*at, j] if len(more) > len(stops) else at
        stops = more
    refs = tuple((stop.ref, stop.name or stop.country or "") for stop in stops)
    return Located(refs, first, last, places=tuple(stops), at=tuple(at)) if stops else None


def _until_aim(clause: Clause, start: int) -> int:
    """Where what is done there begins: `سافر إلى عدة دول، [ليعود] إلى مصر`."""
    aims = (j for j in range(start, clause.right) if clause.words[j][0] == "ل" and clause.reading.syntax.is_verb(j))
    return next(aims, clause.right)


def day_of_stop(clause: Clause, j: int) -> DateAt | None:
    """The date right after the place at token `j`: `سيزور باريس [الاثنين] ولندن في [11 مارس]`."""
    k = clause.reading.token(clause.reading.sites[j].end - 1) + 1
    k += k < clause.right and clause.words[k] in _ON
    return clause.reading.dates.get(k) if k < clause.right else None


def after_its_date(clause: Clause, j: int) -> int:
    """The token after the place at `j` and the date that follows it at once."""
    when = day_of_stop(clause, j)
    return j + 1 if when is None else when.end


def _of_another_noun(clause: Clause, start: int, j: int, to: Sequence[str]) -> bool:
    """Whether a place without a preposition is of a noun before it: `في زيارة هي الأولى على خلفية اتهامات [بغداد]`."""
    if clause.words[j - 1] in to or each_of(clause, j - 2):
        return False  # زيارة إلى دول تشمل الكويت
    return isinstance(clause.cue, NounCue) and any(clause.governed(k) for k in range(start, j - 1))


def _of_an_office(clause: Clause, j: int) -> bool:
    """Whether the place at `j` only says whose somebody is: `أمير [قطر]`."""
    holder = clause.reading.within.get(j)
    return holder is not None and holder.type in ("person", "described")


def _with(stops: list[Place], place: Place) -> list[Place]:
    """`stops` and one more; a state and its city are one."""
    last = stops[-1] if stops else None
    if last is not None and last.country == place.country and not (last.name and place.name):
        return [*stops[:-1], replace(last, name=last.name or place.name)]
    return [*stops, place]


def governor(clause: Clause, i: int, start: int) -> str:
    """What governs the place at token `i`: `ل`, `ب`, `و` written onto it, a preposition before it, or nothing.

    `العاصمة`, `مدينة` and adjectives of a country may stand between: `إلى العاصمة السورية دمشق`.
    """
    reading, before_place = clause.reading, clause.vocabulary.before_place
    if letters := reading.proclitic(i, reading.sites[i].outer_start):
        return plain(letters)[-1]
    k = i - 1
    while k >= start and not clause.governed(k):
        word = clause.words[k]
        if not (reading.is_(k, before_place) or k in reading.demonyms or reading.is_sign(k)) or (
            word in "،," and not reading.after_capital(k)
        ):
            if word[0] in "لب" and (word[1:] in before_place or "ا" + word[1:] in before_place):
                return word[0]  # بمدينة، للعاصمة
            return ""
        if word[0] == "و" and word not in before_place and word[1:] in before_place:
            return "و"  # باريس ومدينة ليون
        k -= 1
    return plain(clause.words[k]) if k >= clause.sent_start and clause.governed(k) else ""


# -- where it is held --------------------------------------------------------------------------------------------------


@step("visited institution")
def visited_institution(reading: MeetingReading, cue: Encounter) -> Located | None:
    """A place that only a common noun tells, after who visits it: `زار الوزير [مستشفى المدينة]`, `زيارته [للمصنع]`."""
    clause, entry = cue.clause, cue.clause.cue.entry
    noun = isinstance(clause.cue, NounCue) and entry.id == "visit"
    people = [p for p in cue.draft.participants if noun or (p.ref or "").startswith("p")]
    if not (entry.object or noun) or "departs" in entry.features or not people:
        return None
    start = cue.end if cue.end in reading.dates else max(cue.draft.last, cue.end)
    for j in range(start, min(start + BEFORE_INSTITUTION, clause.right)):
        word = clause.words[j]
        if (noun and is_institution(clause, j)) or {word, word.removeprefix("ال")} & _INSTITUTION:
            return _institution(clause, j)
        if not (reading.is_sign(j) or (noun and _before_institution(clause, j))):
            return None
    return None


def _before_institution(clause: Clause, j: int) -> bool:
    """Whether `j` may stand between who visits and the institution: a date, «to», an adjective of the visit."""
    return j in clause.reading.dates or clause.words[j] == "الي" or clause.reading.syntax.tagged.pos[j] == "ADJ"


def is_institution(clause: Clause, i: int) -> bool:
    """Whether «to the institution» stands at `i`: `للمصنع`."""
    word = clause.words[i]
    return word.startswith("لل") and word[2:] in _INSTITUTION


def _institution(clause: Clause, j: int) -> Located | None:
    """The institution whose name begins at `j`, without ل before it."""
    end = venue_end(clause, j)
    if end is None and clause.words[j].startswith("لل"):
        end = j + 1
    if end is None:
        return None
    a, b = clause.reading.span(j, end)
    text = clause.reading.text[a:b]
    place = Place(None, "ال" + text[2:] if clause.words[j].startswith("لل") else text, country_of(clause, j, end))
    return Located(((None, place.name or ""),), j, end, places=(place,))


@step("host state")
def host_state(reading: MeetingReading, cue: Encounter) -> Located | None:
    """The subject of a light verb of hosting: `تستضيف الجزائر القمة`, `القمة التي تستضيفها مدينة العقبة`."""
    light = cue.noun.light
    if light is None:
        return None
    after = light.i + 1
    after += after < cue.clause.sent_end and reading.is_(after, reading.vocabulary.before_place)
    for j in (*range(light.i + 1, max(cue.start, after + 1)), light.i - 1, light.i - 2):
        if cue.clause.left <= j < cue.clause.sent_end and j in reading.sites:
            return located(reading.place(j), j)
    return None


@step("named after")
def named_after(reading: MeetingReading, cue: Encounter) -> Located | None:
    """A place in the construct after the noun: `قمة جنيف`."""
    party = genitive_of(cue.clause) if cue.noun.kind != "visit" else None
    if party is None or party.type not in ("country", "place") or party.start not in reading.sites:
        return None
    if party.start != cue.end:
        return None  # قمة صمود القدس: its name
    return located(reading.place(party.start), party.start) if len(group(cue.clause, party)) == 1 else None


@step("in a place after it")
def in_place_after(reading: MeetingReading, cue: Encounter) -> Located | None:
    """The first place after the cue that a preposition of place governs: `لقاء في باريس`."""
    return _located(cue.clause, cue.end, cue.clause.right)


@step("in a place before it")
def in_place_before(reading: MeetingReading, cue: Encounter) -> Located | None:
    """The first place before the cue, where no other encounter's stands: `عقدت في جنيف محادثات`.

    None of an indefinite noun after «before» or «after»: `يجتمعون في جنيف بعد [محادثات] فنية`.
    """
    noun = cue.clause.cue
    alone = isinstance(noun, NounCue) and not noun.noun.definite and cue.clause.after_verb
    if alone and plain(reading.words[cue.start - 1]) in BEFORE_OR_AFTER:
        return None
    start = cue.clause.floor
    goes_on = (j for j in range(cue.clause.cue.governed - 1, start, -1) if plain(reading.words[j]) in _ONE_MORE)
    start = next(goes_on, start)  # أجرى محادثات في باريس، كما يلتقي لاحقا
    if isinstance(cue.clause.cue, NounCue) and cue.clause.cue.light is None:
        verbs = (j for j in range(cue.start - 1, start, -1) if reading.syntax.is_verb(j))
        start = next(verbs, start)  # عقده في سويسرا، دعا إلى محادثات: another's place
    return _located(cue.clause, start, cue.start)


@step("venue")
def venue(reading: MeetingReading, cue: Encounter) -> Located | None:
    """A building told by a common noun: `في قصر المؤتمرات`, `بمقر وزارة الخارجية المغربية`."""
    clause, v = cue.clause, reading.vocabulary
    for j in range(cue.end, clause.right):
        if reading.is_(j, v.topic):
            return None
        inside = j > cue.end and reading.is_(j - 1, ("في", "داخل"))
        if not is_venue(clause, j, inside):
            continue
        end = venue_end(clause, j)
        if end is not None:
            a, b = reading.span(j, end)
            place = Place(None, reading.text[a + (not inside) : b], country_of(clause, j, end))
            return Located(((None, place.name or ""),), j, end, places=(place,))
    return None


@step("bound for")
def bound_for(reading: MeetingReading, cue: Encounter) -> Located | None:
    """Where somebody goes for the encounter: `متوجها إلى الدوحة للقاء أمير قطر`, `… إلى القاهرة للمشاركة في مؤتمر`."""
    clause, noun = cue.clause, cue.noun
    there = aim(clause)
    if there is None or noun.kind == "visit":
        return None
    for j in range(there - 1, max(clause.sent_start, there - BOUND) - 1, -1):
        mention = reading.sites.get(j)
        if mention is None:
            continue
        near = reading.token(mention.end - 1) == there - 1
        leads = governor(clause, j, clause.sent_start)
        if near and leads == "من" and plain(clause.words[j - 2]) in _COMING:
            return _toward(clause, j - 2)  # إلى الكويت قادما من لندن للقاء أميرها
        return located(reading.place(j), j) if near and leads in _TOWARDS else None
    return None


def _toward(clause: Clause, end: int) -> Located | None:
    """The place right before token `end`, a comma aside, to which somebody goes."""
    reading = clause.reading
    end -= end > clause.sent_start and reading.is_sign(end - 1)
    for j in range(end - 1, max(clause.sent_start, end - BOUND) - 1, -1):
        if j in reading.sites and reading.token(reading.sites[j].end - 1) == end - 1:
            return located(reading.place(j), j) if governor(clause, j, clause.sent_start) in _TOWARDS else None
    return None


def aim(clause: Clause) -> int | None:
    """Where what the encounter is the aim of ends: before `للقاء`, `لعقد [لقاء]`, `بهدف عقد [لقاء]`."""
    i, cue = clause.cue.start, clause.cue
    if isinstance(cue, NounCue) and cue.noun.preposition == "ل":
        return i
    for k in (i - 1, i - 2):
        word = clause.words[k] if k > clause.sent_start else ""
        to_do = word[:1] == "ل" and word in clause.vocabulary.control | clause.vocabulary.masdar
        if to_do or word in _FOR:
            return k
    return None


@step("where it happens")
def where_it_happens(reading: MeetingReading, cue: Encounter) -> Located | None:
    """The place right before `حيث`, of which the clause tells: `من تشيلي حيث يقوم بزيارة`.

    Of a conference or summit the verb follows at once: `وصل إلى باريس، حيث سيشارك في مؤتمر`.
    """
    clause, i = cue.clause, cue.start
    near = range(i - 1, max(clause.sent_start, i - NEAR) - 1, -1)
    where = next((j for j in near if clause.words[j] == "حيث"), None)
    gathering = clause.cue.kind in ("conference", "summit") and where is not None and clause.cue.governed == where + 1
    if where is None or not (clause.cue.kind == "visit" or gathering):
        return None
    before = range(where - 1, max(clause.sent_start, where - 4) - 1, -1)
    return next((located(reading.place(j), j) for j in before if j in reading.sites), None)


def _located(clause: Clause, start: int, end: int) -> Located | None:
    """The first place in `start:end` after a preposition of place; a venue has the country of its city."""
    reading = clause.reading
    found: Place | None = None
    at, named = start, False
    for j in range(start, end):
        after = start >= clause.cue.end
        named = named or (after and clause.cue.kind == "conference" and purpose(clause, j))  # مؤتمر لمكافحة الإرهاب
        if _parts_place(clause, j, after=after) or (after and not named and purpose(clause, j)):
            return _after_its_date(clause, j, end) if found is None and after else located(found, at) if found else None
        if j not in reading.sites or not _holds(clause, j, start) or (named and reading.place(j).name is None):
            continue
        place = reading.place(j)
        if found is None:
            found, at = place, j
        elif not found.country:
            found = replace(found, country=place.country)
        if found.country:
            break
    return None if found is None else located(found, at)


def _after_its_date(clause: Clause, start: int, end: int) -> Located | None:
    """`اجتماع حول ليبيا في 22 يونيو [في باريس]`: a place right after the date that follows the topic."""
    for j in range(start, end):
        when = clause.reading.dates.get(j)
        k = end if when is None else when.end
        if k < end and (clause.words[k] == "في" or k in clause.reading.sites) and clause.governed(j - 1):
            k += clause.words[k] == "في"
            place = place_at(clause, k) if clause.words[k - 1] == "في" or governor(clause, k, start) == "ب" else None
            return None if place is None else located(place, k)
    return None


def _parts_place(clause: Clause, j: int, *, after: bool) -> bool:
    """Whether a topic or another clause, whose places are not the encounter's, begins at `j`; `after`: also with و."""
    words, reading = clause.words, clause.reading
    until = reading.is_(j, ("قبل", "بعد")) and words[j + 1 : j + 2] == ["ان"]
    goes_on = words[j] == "كما" or (words[j][0] == "و" and reading.syntax.is_verb(j)) or _of_the_main_verb(clause, j)
    return until or (after and goes_on) or reading.is_(j, clause.vocabulary.topic)


def purpose(clause: Clause, j: int) -> bool:
    """Whether an aim begins at `j`, within which a place is another's: `اجتماع [لمراجعة] الوضع في العراق`."""
    word = clause.words[j]
    verbal = word[0] == "ل" and len(word) > 4 and word[1] in "تمان" and word not in nouns()
    known = j in clause.reading.within or j in clause.reading.sites or clause.described(j) or clause.body(j)
    return verbal and word.endswith(_VERBAL) and not known


def _of_the_main_verb(clause: Clause, j: int) -> bool:
    """Whether `على` at `j` goes on with a verb that the encounter only dates: `وافقت قبل لقائهما [على] البناء في`."""
    i = clause.cue.start
    temporal = i > clause.left and clause.reading.is_(i - 1, clause.vocabulary.temporal)
    return temporal and clause.words[j] == "علي" and not _BESIDE.intersection(clause.words[j + 1 : j + 2])


def _holds(clause: Clause, j: int, start: int) -> bool:
    """Whether the place at `j` is where something takes place, not whose office or what situation is told."""
    if governor(clause, j, start) not in ("في", "ب", "داخل") or _situated(clause, j):
        return False
    reading = clause.reading
    holder, end = reading.within.get(j), reading.token(reading.sites[j].end - 1) + 1
    return not (holder is not None and holder.type == "person" and end < holder.end)  # «ممثل المنظمة في [اليمن] سليم»


def _situated(clause: Clause, i: int) -> bool:
    """Whether the place only says where something else is: `الأزمة في ليبيا` (the crisis in Libya)."""
    near, situation = clause.words[max(clause.left, i - 4) : i], clause.vocabulary.situation
    return any(word in situation or "ال" + word.removeprefix("لل") in situation for word in near)
