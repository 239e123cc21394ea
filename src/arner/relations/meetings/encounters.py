"""From cue to event mention: the slots of its frame, the date, the status and the words that are evidence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from spacy.tokens import Doc

from arner.arabic.numerals import ordinal
from arner.arabic.orthography import fold
from arner.genre import of_play, of_sport
from arner.lexicon import word_class
from arner.mentions.offices.heads import is_plural
from arner.relations.candidates import frames
from arner.relations.meetings import (  # noqa: F401 (their steps are registered)
    attendance,
    carried_over,
    clause_subjects,
    invitations,
    light_subjects,
    noun_steps,
    pronouns,
    verb_steps,
    wishes,
)
from arner.relations.meetings.clause import BEFORE_OR_AFTER, Clause
from arner.relations.meetings.cues import Cue, Light, NounCue, VerbCue, find, nouns
from arner.relations.meetings.dates import date_of, to_come, was_to_come, when_it_was_said
from arner.relations.meetings.draft import Draft, Encounter
from arner.relations.meetings.enumerated import each_told
from arner.relations.meetings.events import EventMention
from arner.relations.meetings.genitive import genitive_of
from arner.relations.meetings.invitations import invitation
from arner.relations.meetings.participants import Participant, each_of
from arner.relations.meetings.places import aim, day_of_stop, governor
from arner.relations.meetings.reading import MeetingReading, Place
from arner.relations.meetings.series import again_within, place_in_series
from arner.relations.meetings.status import Verdict, case_of, qualified, status_of
from arner.relations.meetings.vocabulary import plain, vocabulary
from arner.relations.reading import DateAt
from arner.relations.rule import Filled, fill
from arner.relations.trace import trace
from arner.syntax import modality
from arner.syntax.words import THAT

_SIDES = word_class("two_sides")
_REGION = word_class("tour_region")
_COVERING, _STATES = word_class("covering"), word_class("several_states")
_AS_PARTNERS = word_class("as_partners")
_TALE = word_class("word_of_tale")
_SINCE_THEN = word_class("since_then")
_WHITE_HOUSE = fold("البيت الأبيض").split()
_THIS = word_class("demonstrative")
_WITH_US = word_class("with_us")
_ALSO = word_class("also")
_WITH_HIM = word_class("with_him")
_WEATHER = word_class("weather")
_BLOWN = frozenset({"arrive", "arrival", "head-for", "going"})
_WITHIN = frozenset({"في", "خلال"})
_FESTIVAL = word_class("festival")
_SHOWS = word_class("shows")
_SHOWN = frozenset({"forum", "workshop"})
_DAILY = word_class("daily")
_OF_THE_PRESS = word_class("of_the_press")
_BECOMING = word_class("becoming")
_AMONG_THEM = word_class("among_them")
_BEFORE_IT = word_class("one_before")
_MORE = word_class("more_of_them")
_GROUPS = word_class("broken_plural") | word_class("several_groups")
_MIDDLE = fold(" الأوسط")
_PLURALS = tuple(sorted(word_class("plural_encounter")))
LONG = 40  # words of a sentence that is evidence as a whole
BEFORE, AFTER = 12, 25  # words before and after the cue that are evidence in a longer one
CALLED = 10  # words between a call and the talks that it is for
TOPIC = 16  # words that say what an encounter is about
ITS_PLACE = 4  # words between a summit and its place: `قمة اتسمت بالتوتر في كندا`
SEVERAL = 4  # words after a tour in which it is said of how many states: `شملت عددا من الدول`
OFFICE = 8  # words between an arrival and the seat of a president
SHOWN = 20  # words after a gathering in which it is told what is shown there
FOREMOST = 7  # words between «to become the first» and the verb: ليكون أول رئيس كوري جنوبي يزور
PRESS = 300  # words back in which a press conference was told: the noun alone means it
LEFT = 3  # words after «left» in which the event stands that somebody leaves
BESIDE = 5  # words between a subject and its light verb
VISITS = 8  # visits of a sentence in which an encounter may take place


def event_mentions(doc: Doc) -> list[EventMention]:
    """What each cue of the Doc tells, in the order of the text."""
    reading = MeetingReading(doc)
    names = _names(reading)
    found: list[EventMention] = []
    words = _names_apart(reading.words, names)
    for start, end in reading.syntax.telling:
        cues = find(words, names, start, end, reading.syntax.is_verb)
        found += _in_sentence(reading, [cue for cue in cues if not _adjective(reading, cue)], start, end)
    _to_the_summit(found)
    return found


def _to_the_summit(found: Sequence[EventMention]) -> None:
    """`سيتوجه الوزير للقمة`: who goes to the summit goes where the one summit that was told of before is."""
    places: set[Place] = set()
    for mention, after in pairwise(found):
        there = after.group in ("f", "m") and after.definite and after.kind in ("summit", "conference")
        bare = there and not after.participants and after.place is None and after.sentence == mention.sentence
        if mention.kind == "visit" and mention.place is None and bare and len(places) == 1:
            mention.place = next(iter(places))
        if mention.kind in ("summit", "conference") and mention.place is not None:
            places.add(mention.place)


def _adjective(reading: MeetingReading, cue: Cue) -> bool:
    """`قابلة للتطبيق`: feminine, not «he met him» (قابله), which is spelt alike where the dots are left out."""
    own = isinstance(cue, VerbCue) and cue.verb.suffix == "ه"
    return own and reading.doc[cue.start].text.endswith("ة")


def _names(reading: MeetingReading) -> list[bool]:
    """For each token whether it stands within a name, in which no word is a cue: `منتدى الفكر` is a body."""
    taken = [False] * len(reading.words)
    for i, party in reading.within.items():
        taken[i] = party.kind in ("name", "metonym")
    for start, end, label in reading.syntax.tokens.entities:
        if label == "ORG":
            taken[start:end] = [True] * (end - start)
    return taken


def _names_apart(words: Sequence[str], names: Sequence[bool]) -> list[str]:
    """The words, where a part of a name that is spelt like «that» is none: `مون جيه [إن]`."""
    return [word + word[-1] if named and word in THAT else word for word, named in zip(words, names, strict=True)]


def _in_sentence(reading: MeetingReading, cues: Sequence[Cue], start: int, end: int) -> list[EventMention]:
    found: list[EventMention] = []
    words = reading.words[start:end] if cues else []
    play = any(map(of_play, words))
    sport = play or any(map(of_sport, words)) or (bool(cues) and reading.genre.sport)
    weather = any(plain(word).lstrip("لب").removeprefix("ال") in _WEATHER for word in words)
    for n, cue in enumerate(cues):
        earlier = found[-1].participants[0] if found and found[-1].participants else None
        for mention in _mentions(_encounter(reading, cues, n, (start, end), earlier)):
            _beside(reading, cue, mention, found)
            if _is_its_form(reading, cue, mention, cues[n - 1] if n else None, found):
                _take_form(found[-1], mention, cues[n - 1])
                continue
            if not _in_a_game_or_story(reading, cue, mention, play=play, sport=sport, weather=weather):
                found.append(mention)
    _where_the_visit_is(found)
    return found


def _in_a_game_or_story(
    reading: MeetingReading, cue: Cue, mention: EventMention, *, play: bool, sport: bool, weather: bool
) -> bool:  # fmt: skip
    """Whether teams play each other, those meet who do not exist, or a storm of that name arrives.

    `play`, `sport`, `weather`: words of it in the sentence.
    """
    if cue.entry.id in _BLOWN and weather and not any(p.ref in reading.roles for p in mention.participants):
        return True  # انخفضت قوة ليزلي من إعصار إلى عاصفة قبل وصولها
    met = play and cue.kind == "meeting"  # قابل العرضية برأسه, في اللقاء الذي انتهى بنتيجة 3 - 1
    told = isinstance(cue, VerbCue) and cue.verb.tense == "present" and mention.date is None
    met = met or (sport and cue.entry.id == "term")  # منذ أول حضور في دورة برشلونة
    match = _guests_of_a_team(cue, mention) or (sport and _match(cue, mention))
    return (
        met
        or match
        or (told and reading.genre.story)
        or _in_a_tale(reading, cue, mention)
        or (reading.genre.sport and _draw(reading, cue, mention))
    )


def _in_a_tale(reading: MeetingReading, cue: Cue, mention: EventMention) -> bool:
    """`تدور أحداث الرواية حول لقاء X وY`: people without office, on no day, in a sentence or an article on a tale."""
    if mention.date is not None or mention.place is not None or mention.group != "m":
        return False
    start, end = reading.bounds[mention.sentence]
    tale = reading.genre.story or any(plain(word) in _TALE for word in reading.words[start:end])
    known = any(p.ref in reading.roles or not (p.ref or "p").startswith("p") for p in mention.participants)
    return tale and not known and isinstance(cue, NounCue)


def _beside(reading: MeetingReading, cue: Cue, mention: EventMention, earlier: list[EventMention]) -> None:
    """What a mention has from the one told just before, on whose sidelines or within which it is."""
    if earlier and _joined_to_plans(reading, cue, earlier[-1]) and mention.status in ("held", None):
        mention.status = "planned"  # زيارته المرتقبة إلى إسرائيل واجتماعه مع الرئيس
    if earlier and "هامش" in reading.words[max(0, cue.start - 2) : cue.start]:
        _on_its_sidelines(mention, earlier)
    if earlier and mention.date is None and _on_the_same_day(reading, cue, mention, earlier[-1]):
        mention.date = earlier[-1].date
    if cue.end in reading.sites and reading.words[cue.start - 1] == "في":
        _within(mention, earlier)


def _on_its_sidelines(mention: EventMention, earlier: list[EventMention]) -> None:
    """What a mention shares with the one told just before, which is on its sidelines: `لقاء على هامش [المنتدى]`."""
    if not mention.participants:
        _attend(mention, earlier)
    told = earlier[-1]
    if told.status in ("planned", "proposed") and mention.status == "held":
        mention.status = "planned"  # لتنظيم لقاء على هامش اجتماعات الجمعية
    if mention.participants and told.group == "m" and told.sentence == mention.sentence:
        told.place = told.place or mention.place  # في لقاء على هامش منتدى الأربعاء في المدينة
        told.date = told.date or mention.date


def _joined_to_plans(reading: MeetingReading, cue: Cue, told: EventMention) -> bool:
    """Whether a noun is to come as the one before is: `زيارته المقبلة [ومحادثاته]`, `ملتقيات، منها [لقاء]`."""
    if not isinstance(cue, NounCue) or cue.light is not None or told.sentence != reading.sentence[cue.start]:
        return False
    joined = bool(cue.noun.suffix) and reading.words[cue.start][0] == "و" and told.date is None
    among = plain(reading.words[cue.start - 1]) in _AMONG_THEM
    return (joined or among) and told.status in ("planned", "proposed")


def _on_the_same_day(reading: MeetingReading, cue: Cue, mention: EventMention, told: EventMention) -> bool:
    """`يلتقيان الاثنين [قبل أن يستقبلهما] الرئيس`: what somebody of the encounter before does before or after it."""
    if not isinstance(cue, VerbCue) or not _around_it(reading, cue):
        return False
    shared = {p.key for p in mention.participants} & {p.key for p in told.participants}
    day = told.date is not None and told.date.granularity == "day"
    return bool(shared) and day and told.sentence == mention.sentence


def _around_it(reading: MeetingReading, cue: Cue | Encounter) -> bool:
    """Whether the cue is told as before or after something else: `[قبل أن] يستقبلهما الرئيس`."""
    before = reading.words[max(0, cue.start - 2) : cue.start]
    return before[-1:] == ["ان"] and plain(before[0]) in BEFORE_OR_AFTER


def _is_its_form(
    reading: MeetingReading, cue: Cue, mention: EventMention, before: Cue | None, found: Sequence[EventMention]
) -> bool:
    """`يلتقي X Y [في قمة] غدا`: an indefinite noun without people of its own says what the verb's meeting is."""
    form = (
        isinstance(cue, NounCue) and cue.light is None and not cue.noun.definite and cue.noun.preposition in ("", "ب")
    )
    inside = reading.words[cue.start - 1] in _WITHIN or (isinstance(cue, NounCue) and cue.noun.preposition == "ب")
    if not (form and inside and found and isinstance(before, VerbCue) and mention.group == found[-1].group == "m"):
        return False
    keys = {p.key for p in found[-1].participants}
    near = not any(reading.words[j] in reading.vocabulary.clause for j in range(before.end, cue.start))
    return near and len(keys) > 1 and all(p.key in keys for p in mention.participants)


def _take_form(told: EventMention, noun: EventMention, verb: Cue) -> None:
    """What the noun says of the meeting that its verb tells of: its kind, when and where, and whether it is to come."""
    told.kind = noun.kind if noun.kind in ("summit", "talks") else told.kind
    told.place = told.place or noun.place
    told.date = told.date or noun.date
    present = isinstance(verb, VerbCue) and verb.verb.tense == "present"
    if noun.status == "planned" and present and told.status in ("held", "ongoing"):
        told.status = "planned"


def _guests_of_a_team(cue: Cue, mention: EventMention) -> bool:
    """`يحل اللاعب ضيفا على [النادي]`, `على البرنامج`: whose host is no man comes to play, or is asked on the air."""
    hosts = [p for p in mention.participants if p.role == "host"] if cue.entry.id == "be-guest" else []
    return any(not (p.ref or "").startswith(("p", "country:")) and not _one_of_people(p.name) for p in hosts)


def _one_of_people(description: str) -> bool:
    """Whether a description begins with a word for somebody: `نظيره الفرنسي`, `الرئيس`."""
    head = fold(description).partition(" ")[0]
    return bool({head, head.removeprefix("ال")} & vocabulary().people)


def _match(cue: Cue, mention: EventMention) -> bool:
    """Whether a mention in a sentence of sport is a match of teams, or a goal that a team received."""
    kinds = {(p.ref or "")[:1] for p in mention.participants}
    noun = isinstance(cue, NounCue) and cue.entry.id == "assembly"  # اجتماع جمع الاتحاد وممثلي الأندية
    if noun or ("sits" in cue.entry.features and len(mention.participants) == 1):
        return False  # تجتمع الجمعية العمومية للاتحاد
    return "p" not in kinds or (bool(kinds & {"o", "c"}) and mention.kind == "meeting")


def _draw(reading: MeetingReading, cue: Cue, mention: EventMention) -> bool:
    """Whether a mention in an article of sport is a match: `يلتقي X في الدور الثاني مع Y`, `اللقاء بين اللاعبين`.

    Of people without office.
    """
    if cue.kind != "meeting" or "sits" in cue.entry.features or len(mention.participants) < 2:
        return False
    told = cue.entry.frame == "with" and cue.verb.tense in ("present", "future") if isinstance(cue, VerbCue) else None
    drawn = "meets" in cue.entry.features if told is None else told
    return drawn and not any(p.ref in reading.roles for p in mention.participants)


def _encounter(
    reading: MeetingReading, cues: Sequence[Cue], n: int, sentence: tuple[int, int], earlier: Participant | None
) -> Encounter:
    """The n-th cue of a sentence with its clause and its frame."""
    cue, before = cues[n], cues[n - 1] if n else None
    floor = before.end if before is not None and isinstance(cue, NounCue) else sentence[0]
    cue = _known_by_its_day(reading, cue)
    after_verb = isinstance(before, VerbCue) and before.entry.frame != "be" and _bare(reading, cue)
    clause = Clause(reading, cue, _limit(cues, n, sentence[1]), floor, after_verb)
    return Encounter(cue.start, cue.end, cue.entry.id, _frame(clause), clause, Draft(cue.start, cue.end), earlier)


def _known_by_its_day(reading: MeetingReading, cue: Cue) -> Cue:
    """`حضر اجتماع [يوم الأربعاء]`, `خلال جلسة [العمل]`: its day, or the work, says it to be the one told before."""
    if not isinstance(cue, NounCue) or cue.noun.definite or cue.noun.accusative or cue.end >= len(reading.words):
        return cue
    when = reading.dates.get(cue.end)
    dated = when is not None and when.granularity == "day" and not when.points and "الماضي" not in when.text
    held = cue.light is not None and "attends" not in cue.light.form.entry.features
    known = (dated and not held) or reading.words[cue.end] == "العمل"
    return replace(cue, noun=replace(cue.noun, definite=True)) if known else cue


def _bare(reading: MeetingReading, cue: Cue) -> bool:
    """Whether a noun stands without light verb and is no aim: not `للقاء`, `عقد لقاء`."""
    if not isinstance(cue, NounCue) or cue.light is not None or cue.noun.preposition == "ل":
        return False
    return reading.words[cue.start - 1] not in reading.vocabulary.masdar


def _limit(cues: Sequence[Cue], n: int, end: int) -> int:
    """Where the arguments of a cue must end: at the next verb, or the next noun that is as independent."""
    for later in cues[n + 1 :]:
        if isinstance(later, VerbCue):
            if later.entry.frame == "be":
                continue  # زيارة كان من المقرر أن يقوم بها
            return later.start
        if later.light is not None and later.light.i > cues[n].start:
            return later.light.i
        if later.kind != "visit" or cues[n].kind == "visit":
            return later.start
    return end


def _frame(clause: Clause) -> str:
    """The frame by which the cue's slots are filled: a verb's own; a noun's by what it stands with."""
    cue = clause.cue
    if isinstance(cue, VerbCue):
        return cue.entry.frame
    if invitation(clause) is not None:
        return "invited"
    if cue.noun.suffix:
        return "of a pronoun"
    if cue.predicated and clause.words[cue.governed - 1] not in clause.vocabulary.relative:
        return "noun to happen"
    masdar = cue.start > clause.left and clause.reading.is_(cue.start - 1, clause.vocabulary.masdar)
    masdar = masdar and (cue.light is None or cue.light.i == cue.start - 1)  # not تواصل الحكومة عقد لقاءات
    before = plain(clause.words[cue.start - 2]) if masdar else ""
    masdar = masdar and before != "قد" and before not in clause.vocabulary.relative  # قد, الذي عقد لقاءات: held
    masdar = masdar and not (cue.start - 1 == clause.sent_start and not cue.noun.definite)  # عقد اجتماع أمس: was held
    return f"noun to {cue.light.form.entry.frame}" if cue.light is not None and not masdar else "noun alone"


# -- an event mention --------------------------------------------------------------------------------------------------


def _mentions(cue: Encounter) -> Iterator[EventMention]:
    """What one cue tells; several where it tells of several encounters.

    Who calls for talks is not said to take part, and `بين الطرفين` is whoever was told before.
    """
    clause, draft = cue.clause, cue.draft
    reading = clause.reading
    if _by_the_writer(clause):
        return
    filled = _fill(reading, cue)
    title = reading.title_end is not None and reading.starts[cue.start] < reading.title_end
    status, when = _status_and_date(cue, title=title)
    if status == "unreal" or _no_encounter(clause, draft):
        return
    stops = draft.places if len(draft.places) > 1 else ()
    days = _days_of_stops(cue) if stops else {}
    for who, place in _each(cue, stops):
        when = days.get(place, None if days else when)
        told = _Told(clause, who, place, bool(stops), when, draft.first, draft.place_at)
        if _says_nothing(told):
            continue
        called = _called_for(cue, who, status)
        sides = _only_sides(who)
        known = [] if called or sides else who
        creates = called or ((bool(known) or not who) and _ENOUGH.get(told.cue.kind, _meeting)(told))
        own = _own_status(status, place, stops, covered=_covered(clause))
        mention = _mention(cue, filled, known, place, when if own == status or not stops else None, own, title, creates)
        _mark_sides(mention, told, title=title)
        yield from each_told(cue, mention) or [mention]


def _mark_sides(mention: EventMention, told: _Told, *, title: bool) -> None:
    """Mark an encounter of whoever was told before: of `الطرفين`, or one before that of the same two."""
    if mention.group != "m" or title:
        return
    one_before = _one_before(told)
    mention.sides = one_before or _only_sides(told.participants) or _earlier_round(told, mention.ordinal)
    mention.anaphoric = mention.anaphoric and not one_before


def _status_and_date(cue: Encounter, *, title: bool) -> tuple[Verdict, DateAt | None]:
    """Whether it was held, and when; what is to come has no day of the past."""
    clause, published = cue.clause, cue.clause.reading.published
    when = date_of(clause, cue.draft) or when_it_was_said(clause)
    status = status_of(case_of(clause, cue.draft, when, title))
    if status in ("planned", "proposed"):
        return status, to_come(when, published)
    return status, was_to_come(when, published) if status == "cancelled" else when


def _one_before(told: _Told) -> bool:
    """`الجولة [السابقة] التي عقدت في جنيف`, `منذ انعقاد الجولة [العاشرة]`: another of the same two."""
    cue = told.cue
    if not isinstance(cue, NounCue) or told.participants or not cue.noun.definite or cue.noun.suffix:
        return False
    if "round" not in cue.entry.features and cue.kind != "talks" and cue.entry.id not in ("meeting", "assembly"):
        return False
    near = told.clause.words[cue.end : cue.end + SEVERAL]
    return not _BEFORE_IT.isdisjoint(near) and (told.place is not None or told.when is not None)


def _earlier_round(told: _Told, ordinal: int | None) -> bool:
    """`منذ انعقاد الجولة [العاشرة]`, where the eleventh is told of: a round of talks by its number."""
    cue = told.cue
    numbered = isinstance(cue, NounCue) and cue.kind == "talks" and cue.noun.definite and not cue.noun.suffix
    return numbered and ordinal is not None and not told.participants


def _only_sides(who: Sequence[Participant]) -> bool:
    """`بين الطرفين`: whoever was told before."""
    return bool(who) and all(fold(p.name) in _SIDES and p.ref is None for p in who)


def _no_encounter(clause: Clause, draft: Draft) -> bool:
    """`منذ وصوله إلى السلطة`, which only dates something; talk with a medium."""
    if _leaves_no_visit(clause, draft) or _round_of(clause):
        return True
    if _lines_between(clause, draft) or _to_found_something(clause) or _becomes_the_first(clause):
        return True
    if isinstance(clause.cue, NounCue) and clause.cue.entry.id == "meeting" and clause.with_the_press():
        return True
    if _told_as_press_conference(clause):
        return True
    asked = isinstance(clause.cue, VerbCue) and clause.cue.kind == "call" and clause.by_a_medium()
    return asked or clause.since() or (clause.cue.kind in ("meeting", "call", "talks") and clause.interview())


def _to_found_something(clause: Clause) -> bool:
    """`اجتمعنا كأصدقاء لتأسيس الدار`: who come together as partners found something, and hold no meeting by that."""
    verb = isinstance(clause.cue, VerbCue) and clause.cue.entry.id == "assemble"
    return verb and not _AS_PARTNERS.isdisjoint(clause.words[clause.cue.end : clause.right])


def _told_as_press_conference(clause: Clause) -> bool:
    """`عقد الوزير ندوة [صحفية] … انعقدت [الندوة] أمس`: a definite noun means the press conference told before."""
    cue, words = clause.cue, clause.words
    if not isinstance(cue, NounCue) or cue.kind != "conference" or not cue.noun.definite or cue.noun.suffix:
        return False
    following = words[cue.end] if cue.end < clause.right else ""
    known = cue.end in clause.reading.dates or following in clause.vocabulary.relative
    if following.startswith("ال") and not known and ordinal([following]) is None:
        return False  # المؤتمر الدولي
    noun = _without_letters(words[cue.start])
    before = (j for j in range(cue.start - 1, max(0, cue.start - PRESS) - 1, -1) if words[j] in nouns())
    told = next((j for j in before if _without_letters(words[j]) == noun), None)
    return told is not None and words[told + 1] in _OF_THE_PRESS


def _without_letters(word: str) -> str:
    """A noun without what is written onto it, and its accusative: `للندوه` → `ندوه`, `موتمرا` → `موتمر`."""
    return plain(word).lstrip("لب").removeprefix("ال").removesuffix("ا")


def _becomes_the_first(clause: Clause) -> bool:
    """`أكمل زيارة إلى روما [ليكون أول] رئيس يزورها`: of the visit told before it is said that it is the first."""
    i = clause.cue.start
    near = clause.words[max(clause.sent_start, i - FOREMOST) : i]
    first = any(a in _BECOMING and b == "اول" for a, b in pairwise(near))
    return first and isinstance(clause.cue, VerbCue) and clause.cue.kind == "visit"


def _lines_between(clause: Clause, draft: Draft) -> bool:
    """`أعيدت الاتصالات الهاتفية بين البلدين`, `تتصل الولاية بنيبال عبر ممر`: states do not ring each other up."""
    states = draft.participants and all((p.ref or "").startswith("country:") for p in draft.participants)
    lines = isinstance(clause.cue, VerbCue) or clause.cue.noun.definite
    return bool(states) and clause.cue.kind == "call" and lines


def _leaves_no_visit(clause: Clause, draft: Draft) -> bool:
    """`غادر اللاعب [اللقاء]`, `غادر العراقي سليم [العراق]`: who leaves an event, or his own state, visited nothing."""
    cue = clause.cue
    if not isinstance(cue, VerbCue) or "departs" not in cue.entry.features:
        return False
    if any((p.ref or "").startswith("o") for p in draft.participants):
        return True  # غادر اللاعب النادي
    after = (nouns().get(word) for word in clause.words[cue.end : min(clause.sent_end, cue.end + LEFT)])
    if any(form is not None and form.definite and not form.preposition for form in after):
        return True
    draft_place = draft.places[0].country if draft.places else None
    return draft_place is not None and all(p.country == draft_place for p in draft.participants)


def _round_of(clause: Clause) -> bool:
    """`جولة الرئيس الجديدة [من] العزف على الوتر`: a round of something is no journey."""
    cue = clause.cue
    if not isinstance(cue, NounCue) or "tour" not in cue.entry.features:
        return False
    party = genitive_of(clause)
    j = party.end if party is not None else cue.end
    while j < clause.right and clause.words[j].startswith("ال"):
        j += 1
    return j < clause.right and clause.words[j] == "من" and j + 1 not in clause.reading.sites


def _says_nothing(told: _Told) -> bool:
    """A dialogue without two sides, `حوار وطني`, `في حواره مع الصحفي`; a session of no body, `دورة تدريبية`."""
    features = told.cue.entry.features
    if _among_shows(told) or _in_a_list_of_goods(told) or _day_by_day(told):
        return True
    if _in_general(told) or _at_a_ceremony(told):
        return True
    if "body" in features:
        return _of_a_festival(told.clause) or not (told.participants and _named_body(told.clause) and _sits(told))
    return "between" in features and not _two_sides(told)


def _among_shows(told: _Told) -> bool:
    """`سيفتح معرض، [وورشة] للوشم`, `[الملتقى] مناسبة لعرض المسرحيات`: where nobody confers, but things are shown."""
    clause, cue = told.clause, told.cue
    if cue.entry.id not in _SHOWN or told.participants:
        return False
    near = clause.words[clause.left : min(clause.sent_end, cue.end + SHOWN)]
    return any(plain(word).removeprefix("ل").removeprefix("ال") in _SHOWS for word in near)


def _in_a_list_of_goods(told: _Told) -> bool:
    """`خصومات لحزم سياحية [وزيارات] وتكاليف إقامة`: visits between other things that one may buy or do."""
    cue, words = told.cue, told.clause.words
    i = cue.end
    if cue.kind != "visit" or words[cue.start] != "وزيارات" or told.when is not None or i >= told.clause.right:
        return False
    return words[i][0] == "و" and words[i] not in nouns() and told.clause.reading.syntax.tagged.pos[i] == "NOUN"


def _day_by_day(told: _Told) -> bool:
    """`من خلال جولاته [اليومية] في البلدة`: walks that somebody takes every day are no journey."""
    cue = told.cue
    return "tour" in cue.entry.features and not _DAILY.isdisjoint(told.clause.words[cue.end : cue.end + 1])


def _of_a_festival(clause: Clause) -> bool:
    """`مهرجان أسدل الستار على فعاليات [دورته] العاشرة`: an edition of a festival, a fair, a cup is no sitting."""
    around = clause.words[clause.sent_start : min(clause.sent_end, clause.cue.end + SEVERAL)]
    return any(plain(word).lstrip("بل").removeprefix("ال") in _FESTIVAL for word in around)


def _at_a_ceremony(told: _Told) -> bool:
    """`شاركت [فرقة] في استقبال الرئيس`: a body that takes part in a reception plays there."""
    attends = told.light is not None and "attends" in told.light.form.entry.features
    return attends and told.cue.entry.id == "reception" and any((p.ref or "")[:1] == "o" for p in told.participants)


def _in_general(told: _Told) -> bool:
    """`من خلال مشاركتها في [المؤتمرات]`, `[اللقاءات] التي جمعت القوى العربية`: several, of which no day is told.

    `كلفة الانتخابات [وجلسات] المجلس`: sittings in a list of other things too; `الحاجة [لمنتديات] أخرى`.
    """
    cue, words = told.cue, told.clause.words
    dated = told.when is not None and told.when.granularity == "day"
    if not isinstance(cue, NounCue) or not words[cue.end - 1].endswith("ات") or dated:
        return False
    if cue.kind == "conference" and not (told.participants or told.when):
        return True
    if words[cue.start][0] == "و" and cue.light is None and "sits" in cue.entry.features:
        return told.count == 1
    if not cue.noun.definite or cue.noun.suffix:
        return False
    groups = cue.kind == "meeting" and told.count == 1 and told.participants[0].ref is None
    return groups or (cue.kind == "conference" and told.when is None and told.place is None)


def _by_the_writer(clause: Clause) -> bool:
    """`قمنا بزيارة إلى المدرسة`: in nobody's quotation, «we» are whoever writes; in `اتصل بي X` one is not told."""
    predicate = clause.cue.predicate
    i = clause.cue.end
    if i < clause.right and clause.words[i] in _WITH_US:
        return True  # اتصل بي سليم عمر
    first = predicate is not None and predicate.form.person == 1
    return first and clause.reading.speaker(clause.cue.governed) is None


def _own_status(status: Verdict, place: Place | None, stops: Sequence[Place], *, covered: bool) -> str | None:
    """The status of one stop: `بدأ جولة تشمل الكويت وقطر`, of which the second is to come; not where `شملت` is told."""
    if status == "open":
        return None
    return "planned" if status == "ongoing" and place in stops[1:] and not covered else status


def _covered(clause: Clause) -> bool:
    """Whether the stops of a tour lie behind: `جولة [شملت] الكويت وقطر`."""
    near = clause.words[clause.cue.end : clause.cue.end + SEVERAL]
    return any(word.endswith("ت") and word in _COVERING for word in near)


def _fill(reading: MeetingReading, cue: Encounter) -> list[Filled]:
    """The slots of the cue's frame, filled in its order."""
    found = []
    for slot, steps in frames("meetings")[cue.frame].slots.items():
        filled = fill(reading, cue, slot, steps)
        for filler in filled.fillers:
            cue.draft.add(filler)
        found.append(filled)
    return found


def _each(cue: Encounter, stops: Sequence[Place]) -> list[tuple[list[Participant], Place | None]]:
    """Who and where of each encounter that the cue tells of."""
    clause, who = cue.clause, cue.draft.participants
    if stops:  # a tour is a visit of its own beside its stops
        tour: list[Place | None] = [None] if "tour" in clause.cue.entry.features else []
        return [(list(who), place) for place in [*tour, *stops]]
    nowhere = not cue.draft.places or clause.cue.kind == "call"  # بحثا هاتفيا سلامة الملاحة في البحر الأسود
    place = None if nowhere else cue.draft.places[0]
    if _with_each(clause, len(who)):
        return [([who[0], other], place) for other in who[1:]]
    return [(list(who), place)]


def _days_of_stops(cue: Encounter) -> dict[Place | None, DateAt | None]:
    """The day of each stop of a visit, where they have days of their own: `سيزور باريس الاثنين ولندن الثلاثاء`."""
    draft = cue.draft
    days: dict[Place | None, DateAt | None] = {}
    for place, j in zip(draft.places, draft.stops_at, strict=False):
        days[place] = day_of_stop(cue.clause, j)
    own = any(day is not None for day in [*days.values()][:-1])  # one after the last is the day of all
    return days if own else {}


def _with_each(clause: Clause, count: int) -> bool:
    """Whether a plural stands for one encounter with each: `لقاءات مع X وY`."""
    cue = clause.cue
    word = clause.words[cue.end - 1].lstrip("ولب")
    near = range(cue.end, clause.right - 2)
    each = any(clause.words[j] == "مع" and each_of(clause, j + 1) for j in near)
    plural = word.startswith(_PLURALS) or (each and word.endswith("ات"))  # مباحثات مع كل من X وY
    return plural and isinstance(cue, NounCue) and cue.light is not None and count > 2


def _mention(
    cue: Encounter, filled: list[Filled], participants: list[Participant], place: Place | None, when: DateAt | None,
    status: str | None, title: bool, creates: bool,
) -> EventMention:  # fmt: skip
    clause, word = cue.clause, cue.clause.cue
    noun = word if isinstance(word, NounCue) else None
    definite = noun is not None and noun.noun.definite
    attends = noun is not None and attendance.attends(noun)
    reading = clause.reading
    region = place is not None and _is_region(reading, place)
    return EventMention(
        kind=word.kind,
        rule=cue.rule,
        why=trace(reading.starts, reading.ends, cue, filled),
        status=status,
        participants=participants,
        place=None if region else place,
        date=when,
        topics=_topics(clause),
        evidence=_evidence(clause, cue.draft),
        attended=definite and attends,
        anaphoric=noun is not None and _points_back(reading, noun, participants),
        title=title,
        definite=definite,
        sentence=reading.sentence[cue.start],
        also=not _ALSO.isdisjoint(reading.words[cue.end : cue.end + 2]),
        put_off=word.predicate is not None and word.predicate.entry.status == "planned",
        present=word.predicate is not None and word.predicate.tense == "present",
        due=status == "planned" and _was_due(clause),
        bare=not (place or when) and _bare_noun(clause),
        welcome=_welcomed(clause),
        called=_called_after(clause, place),
        apart=isinstance(word, VerbCue) and _around_it(reading, cue),
        topical=isinstance(word, VerbCue) and word.kind == "talks",
        ordinal=place_in_series(reading.words, cue.start, cue.end, clause.right, definite, reading.dates),
        again=again_within(reading.words, cue.start, cue.end, clause.right),
        tour=_is_tour(cue, place, region=region),
        creates=creates and not (title and noun is not None and len(participants) < 2),
    )


def _called_after(clause: Clause, place: Place | None) -> str | None:
    """The place right after the noun that it is called after: `قمة [جنيف]`, `اجتماع [جنيف]`."""
    cue = clause.cue
    bare = isinstance(cue, NounCue) and not (cue.noun.definite or cue.noun.suffix or cue.noun.accusative)
    at_once = bare and cue.kind != "visit" and cue.end in clause.reading.sites
    named = at_once and governor(clause, cue.end, cue.end) == ""
    return place.name if named and place is not None else None


def _points_back(reading: MeetingReading, cue: NounCue, participants: Sequence[Participant]) -> bool:
    """Whether a definite noun needs an encounter told before: `القمة`, `لقائهما`, `هذا اللقاء`."""
    needs = not participants or bool(cue.noun.suffix) or _pointed_at(reading, cue.start)
    return cue.noun.definite and needs


def _bare_noun(clause: Clause) -> bool:
    """Whether nothing after the noun says which is meant: `استهل X [الورشة] بالحديث`, not `المؤتمر الوطني`."""
    i, reading = clause.cue.end, clause.reading
    if not isinstance(clause.cue, NounCue) or not clause.cue.noun.definite or clause.cue.noun.suffix:
        return False
    if i >= clause.right or reading.is_sign(i):
        return True
    named = (
        i in reading.within or reading.words[i].startswith(("ال", "لل")) or reading.is_(i, clause.vocabulary.relative)
    )
    return not named and (clause.governed(i) or reading.words[i][0] in "بو")


def _welcomed(clause: Clause) -> bool:
    """`كما [كان في استقبال] الرئيس زيد حسن`: who stood there when somebody came; not `كان الوزير في استقبال X`."""
    i = clause.cue.start
    if clause.cue.entry.id != "reception" or i - 2 < clause.sent_start:
        return False
    return clause.words[i - 1] == "في" and plain(clause.words[i - 2]) in ("كان", "كانت")


def _was_due(clause: Clause) -> bool:
    """`[كان من المقرر] أن يزور`: what was to come when something else happened."""
    words = clause.words
    were = (j for j in range(clause.sent_start, clause.cue.start) if plain(words[j]) in ("كان", "كانت"))
    return any(modality.governs(word, "encounters") == "planned" for j in were for word in words[j + 1 : j + 3])


def _is_tour(cue: Encounter, place: Place | None, *, region: bool) -> bool:
    """Whether a mention is of a tour as a whole, beside its stops: without a place of its own, or through a region."""
    several = len(cue.draft.places) > 1 or is_journey(cue.clause) or (region and cue.clause.cue.kind == "visit")
    return (place is None or region) and several


def _is_region(reading: MeetingReading, place: Place) -> bool:
    """Whether a place is too wide for people to meet at: `آسيا`, `الشرق الأوسط`."""
    return fold(place.name or "").removesuffix(_MIDDLE) in reading.vocabulary.continent


def _pointed_at(reading: MeetingReading, i: int) -> bool:
    """Whether «this» stands before the noun at `i`, which was told before: `[هذا] المؤتمر`."""
    return i > 0 and plain(reading.words[i - 1]).lstrip("لب") in _THIS


def is_journey(clause: Clause) -> bool:
    """Whether a tour is somebody's journey as a whole: `جولة يقوم بها الأمير`, `بدأ جولة أوروبية`; no `جولة عنف`."""
    cue = clause.cue
    if not isinstance(cue, NounCue) or "tour" not in cue.entry.features:
        return False
    near = clause.words[cue.end : cue.end + SEVERAL]
    if not _COVERING.isdisjoint(near[:1]) and not _STATES.isdisjoint(near):
        return True  # جولة شملت أربعة بلدان
    if cue.light is None:
        return False
    if cue.light.form.entry.status in ("planned", "cancelled"):
        return False
    after = clause.words[cue.end : cue.end + 2]
    if after[:1] in (["في"], ["الي"]) and _REGION.intersection(after[1:]):
        return not cue.noun.definite or bool(cue.noun.suffix)  # بدأ جولة في منطقة الخليج
    if cue.noun.definite:
        return False
    return cue.light.i > cue.start or any(w in clause.vocabulary.abroad for w in clause.words[cue.end : cue.end + 1])


# -- what is enough for a record ---------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Told:
    """What a mention says, as far as it matters whether that is enough. `stops`: the visit has several."""

    clause: Clause
    participants: Sequence[Participant]
    place: Place | None
    stops: bool
    when: DateAt | None
    first: int
    """The token where the first argument stands."""
    at: int
    """The token of the place."""

    @property
    def cue(self) -> Cue:
        return self.clause.cue

    @property
    def count(self) -> int:
        return len(self.participants)

    @property
    def near_its_place(self) -> bool:
        """Whether the noun stands with its place: `قمة في سنغافورة`, not `إلى بيرو للمشاركة بالقمة`."""
        party = genitive_of(self.clause)
        end = self.cue.end if party is None else max(self.cue.end, party.end)
        bound = self.at < self.cue.start and aim(self.clause) is not None
        return self.place is not None and self.place.ref is not None and self.at - end <= ITS_PLACE and not bound

    @property
    def light(self) -> Light | None:
        return self.cue.light if isinstance(self.cue, NounCue) else None


def _visit(told: _Told) -> bool:
    """A visitor with a place, a host or a light verb; one who is named also with a date."""
    made = is_journey(told.clause) and any((p.ref or "p").startswith("p") for p in told.participants)
    if "tour" in told.cue.entry.features and not (told.place or told.stops or told.count > 1 or made):
        return False  # جولة من العنف is no journey
    if (there := _gets_there(told)) is not None:
        return there
    dated = told.when is not None and told.when.first is not None  # زيارة الرئيس في 13 يوليو
    named = told.count == 1 and bool(told.participants[0].ref) and "bare_destination" in told.cue.entry.features
    alone = told.count == 1 and (told.place is not None or told.light is not None or made)
    return told.count >= 2 or alone or (dated and named)


def _gets_there(told: _Told) -> bool | None:
    """Whether what is a visit only with its place has one: `توجه X إلى باريس`; None of all others.

    With its article `الوصول` is of what somebody gets to: only of one who is named, not of `المهاجرين`.
    """
    cue = told.cue
    arrival = isinstance(cue, NounCue) and cue.entry.id == "arrival" and cue.noun.definite and not cue.noun.suffix
    if _takes_office(told) or _elsewhere(told):
        return False
    if cue.entry.frame != "go to" and not arrival:
        return None
    named = not arrival or any((p.ref or "").startswith("p") for p in told.participants)
    return told.place is not None and told.count > 0 and named


def _elsewhere(told: _Told) -> bool:
    """`وصوله [إلى خط النهاية] … في أوستن بارك`: who gets to something that is no place has not gone where he is."""
    cue, words = told.cue, told.clause.words
    led = cue.entry.id in _BLOWN and isinstance(cue, NounCue) and words[cue.end : cue.end + 1] == ["الي"]
    return led and told.at - cue.end > OFFICE


def _takes_office(told: _Told) -> bool:
    """`بعيد وصوله إلى البيت الأبيض عام 2017`: a president's seat that somebody gets to in a year, not on a day.

    A noun without any date too, but not `لدى وصوله إلى البيت الأبيض`, where somebody receives him.
    """
    cue, clause = told.cue, told.clause
    if cue.entry.id not in ("arrive", "arrival") or (told.when is not None and told.when.granularity == "day"):
        return False
    to = range(cue.end, min(cue.end + OFFICE, clause.right - 2))
    seat = any(clause.words[j] == "الي" and clause.words[j + 1 : j + 3] == _WHITE_HOUSE for j in to)
    after = cue.start > clause.sent_start and plain(clause.words[cue.start - 1]) in _SINCE_THEN
    return seat and (told.when is not None or (isinstance(cue, NounCue) and after))


def _gathering(told: _Told) -> bool:
    """Of a summit or a conference one participant is enough with a date or a light verb, a place with a date."""
    dated = told.when is not None and (told.place is not None or told.when.first is not None)
    if told.count == 1:
        on_a_day = told.when is not None and told.when.granularity == "day"  # قمة رباعية تعقد الثلاثاء وتجمع قادة
        return told.light is not None or dated or on_a_day or told.place is not None or _is_there(told)
    return told.count >= 2 or (told.place is not None and (dated or told.near_its_place))


def _is_there(told: _Told) -> bool:
    """`خلال مشاركته في المنتدى الاقتصادي`, `في مداخلة له بندوة`: he was there, though not when."""
    cue = told.cue
    if not isinstance(cue, NounCue):
        return False
    return attendance.takes_part_in(cue, told.clause.words) or attendance.gives_speech_at(told.clause, cue)


def _meeting(told: _Told) -> bool:
    """Two who meet, one of them known; one alone who chairs it, or several by their office: `اجتماع وزراء الخارجية`."""
    together = isinstance(told.cue, NounCue) or "sits" in told.cue.entry.features  # يجتمع وزراء خارجية
    if told.count == 1 and together and _several(told.participants[0]):
        return _among_themselves(told)
    if "body" in told.cue.entry.features or (told.count == 1 and _sits(told)):
        return _sits(told)
    if told.cue.kind == "talks" and _somewhere(told):
        return True
    if told.count == 0:
        return _unnamed(told)
    if told.count >= 2 and (_does(told) or _gathers(told)):
        return True  # عقد وفد حكومي لقاء مع ممثلي النقابات
    chaired = _held_by_one(told) or _is_chaired(told)
    known = any(p.ref or told.clause.is_body(None, p.name) for p in told.participants)
    return (told.count >= 2 or (told.count == 1 and chaired)) and known


def _is_chaired(told: _Told) -> bool:
    """`ترأس سليم عمر اجتماعا`: who else takes part need not be told."""
    return told.light is not None and "chairs" in told.light.form.entry.features


def _held_by_one(told: _Told) -> bool:
    """`في اجتماع عقده رئيس النادي سليم عمر الاثنين`: with whom is not told, but that he held it, and on what day."""
    light, cue = told.light, told.cue
    if not isinstance(cue, NounCue) or light is None or light.i < cue.start or light.form.entry.id != "hold":
        return False
    day = told.when is not None and told.when.granularity == "day"
    return day and bool(light.form.suffix) and light.form.tense == "past" and cue.entry.id == "assembly"


def _unnamed(told: _Told) -> bool:
    """Whether an encounter of which nobody is named is told well enough."""
    return _held_unnamed(told) or _expected(told)


def _held_unnamed(told: _Told) -> bool:
    """`عقد اجتماع طارئ الأربعاء في لندن`: nobody is named, but it was held, and when and where is told."""
    light, cue = told.light, told.cue
    if light is None or not isinstance(cue, NounCue) or cue.noun.definite or cue.noun.accusative or told.place is None:
        return False
    held = light.i < cue.start and not (light.form.entry.status or "attends" in light.form.entry.features)
    return held and told.when is not None and told.when.granularity == "day"


def _expected(told: _Told) -> bool:
    """`بعد محادثات تقنية متوقعة نهاية الشهر`: nobody is named, but its adjective says that it is to come, and when."""
    cue = told.cue
    if not isinstance(cue, NounCue) or cue.noun.definite or cue.kind != "talks" or told.when is None:
        return False
    end = min(told.clause.right, cue.end + ITS_PLACE)
    return qualified(told.clause.words, cue.end, end) == "planned"


def _among_themselves(told: _Told) -> bool:
    """Whether several by their office meet each other: when, where or among whom is told, or that they did."""
    among = "بين" in told.clause.words[told.cue.end : told.cue.end + ITS_PLACE]  # اجتماعات بين مسؤولين
    past = isinstance(told.cue, VerbCue) and told.cue.verb.tense == "past"  # اجتمع قادة أربعة أحزاب
    return told.place is not None or told.when is not None or among or past or _gathers(told)


def _gathers(told: _Told) -> bool:
    """`اللقاء الذي جمع خبراء`: its verb says that those after it met; not `اجتماع سنوي يجمع`, `اللقاءات التي`."""
    light, clause = told.light, told.clause
    gathers = light is not None and "gathers" in light.form.entry.features and light.form.tense == "past"
    return gathers and not clause.words[told.cue.end - 1].endswith("ات")


def _two_sides(told: _Told) -> bool:
    """Of a dialogue: `حوار بين X وY`, `حوار مع إيران`; one between people is an interview or a chat."""
    cue = told.cue
    if _in_a_chat(told) or _interviewed(told):
        return False
    named = isinstance(cue, NounCue) and not cue.noun.suffix and told.count >= 2
    if named and "بين" in told.clause.words[cue.end : min(told.clause.right, cue.end + ITS_PLACE)]:
        return True
    return named and any((p.ref or "").startswith(("country:", "o")) for p in told.participants)


def _in_a_chat(told: _Told) -> bool:
    """`قال سليم عمر في حوار مع «الأيام»`: where one person said something, to a body."""
    cue, words = told.cue, told.clause.words
    said = cue.start > told.clause.left and plain(words[cue.start - 1]) == "في" and not _light(cue)
    kinds = sorted((p.ref or "o")[:1] for p in told.participants)
    return said and kinds == ["o", "p"]


def _interviewed(told: _Told) -> bool:
    """`في حوار أجراه معه «الموقع»`: whoever holds a dialogue with «him» asks him."""
    light = told.light
    held = light is not None and light.i > told.cue.start and bool(light.form.suffix)
    return held and light is not None and not _WITH_HIM.isdisjoint(told.clause.words[light.i + 1 : light.i + 2])


def _light(cue: Cue) -> bool:
    return isinstance(cue, NounCue) and (cue.light is not None or cue.noun.definite)


def _somewhere(told: _Told) -> bool:
    """Of talks with a place: `أجرى الوزير محادثات في باريس`, `تجري في جنيف محادثات`, `محادثات المبعوث في طهران`."""
    if not isinstance(told.cue, NounCue) or told.place is None:
        return False
    between = told.light is not None and told.light.i < told.at < told.cue.start  # عقدت في جنيف محادثات
    carried = told.light is not None and (between or told.near_its_place or _does(told))
    return carried or (told.count == 1 and genitive_of(told.clause) is not None and told.near_its_place)


def _does(told: _Told) -> bool:
    """Whether who takes part is told beside a light verb before the noun, as its subject."""
    light = told.light
    beside = light is not None and light.form.entry.frame == "do" and light.i < told.cue.start
    return light is not None and beside and light.i - told.first <= BESIDE


def _sits(told: _Told) -> bool:
    """Whether a body alone sits, and it is said when, where or in what it did: `خلال جلسة مجلس النواب`."""
    body, cue, clause = told.participants[0], told.cue, told.clause
    if "sits" not in cue.entry.features or not clause.is_body(body.ref, body.name):
        return False
    if isinstance(cue, VerbCue):
        return fold(body.name).split()[0] in clause.vocabulary.body
    of_it = _of_a_body(clause)
    if cue.noun.definite and not cue.noun.suffix and not of_it and not _holds_it(told):
        return False  # مصدر حضر الاجتماع: whose it is was told before
    before = clause.words[max(clause.sent_start, cue.start - 1) : cue.start]
    anchored = told.place is not None or told.when is not None or told.light is not None or of_it
    return anchored or any(plain(word) in clause.vocabulary.sitting for word in before)


def _holds_it(told: _Told) -> bool:
    """`الجلسة التي عقدها المجلس أمس`: the body that sits is told in the noun's relative clause."""
    light = told.light
    return light is not None and light.i > told.cue.start and light.form.entry.frame == "do"


def _named_body(clause: Clause) -> bool:
    """Whether the noun itself says whose sitting it is: `دورة مجلس الأمن`, `الدورة العادية للجنة`, `دورتها`."""
    cue = clause.cue
    own = isinstance(cue, NounCue) and bool(cue.noun.suffix)
    party = genitive_of(clause)
    return (
        own or _of_a_body(clause) or bool(clause.body(cue.end)) or (party is not None and party.type == "organization")
    )


def _of_a_body(clause: Clause) -> bool:
    """Whether a body stands with ل soon after the noun: `اجتماع للجنة`, `الاجتماع الأسبوعي للحكومة`."""
    for j in range(clause.cue.end, min(clause.right, clause.cue.end + ITS_PLACE)):
        party = clause.reading.at.get(j)
        if party is not None and not (party.type == "described" and clause.body(j)):
            return party.type == "organization" and clause.reading.letters(party) == "ل"
        if clause.words[j][0] == "ل" and clause.body(j):
            return True
        if clause.governed(j):
            return False
    return False


_ENOUGH = {"visit": _visit, "summit": _gathering, "conference": _gathering}


def _several(participant: Participant) -> bool:
    """Whether a description is of several people by their office: `وزراء خارجية مصر وتونس`."""
    head = fold(participant.name).split()[0].removeprefix("ال")
    return participant.ref is None and (is_plural(head) or head in _GROUPS or head in _MORE)


def _called_for(cue: Encounter, participants: Sequence[Participant], status: str) -> bool:
    """Whether talks or a summit are called for whose parties are not told: `دعا إلى محادثات سلام`."""
    clause, word = cue.clause, cue.clause.cue
    if (
        status != "proposed"
        or "between" in word.entry.features
        or word.kind not in ("talks", "summit", "conference")
        or len(participants) > 1
    ):
        return False
    before = clause.words[max(clause.left, cue.start - CALLED) : cue.start]
    indefinite = isinstance(word, NounCue) and not word.noun.definite
    return indefinite and any(plain(w) in clause.vocabulary.calling for w in before)


# -- with the other encounters of its sentence -------------------------------------------------------------------------


def _where_the_visit_is(here: list[EventMention]) -> None:
    """An encounter told in one sentence with the visit of who takes part in it is there: `التقى … في زيارة لطهران`."""
    visits = [m for m in here if m.kind == "visit" and m.place and m.participants][-VISITS:]
    for mention in here:
        if mention.place is None and mention.group == "m":
            mention.place = _place_of_the_visit(mention, visits)
        elif mention.place is not None and mention.place.country is None and mention.group == "m":
            mention.place = replace(mention.place, country=_country_here(mention, here))


def _place_of_the_visit(mention: EventMention, visits: Sequence[EventMention]) -> Place | None:
    """The one place of the visits; of several stops that of the state of whom the visitor meets there."""
    over = mention.status == "held"  # عقد الوزير اجتماعا قبل أن يتوجه إلى الدوحة
    keys = {p.key for p in mention.participants}
    own = [v for v in visits if v.participants[0].key in keys and not (over and v.status in ("planned", "proposed"))]
    others = {p.country for p in mention.participants} - {v.participants[0].country for v in own} - {None}
    if len({v.place for v in own}) > 1:
        own = [v for v in own if v.place and v.place.country in others]
    return own[0].place if own and all(v.place == own[0].place for v in own) else None


def _country_here(mention: EventMention, here: list[EventMention]) -> str | None:
    """`يلتقيان في روما قبل أن يستقبلهما الرئيس في القصر الرئاسي`: the state of another encounter of somebody in it."""
    keys = {p.key for p in mention.participants}
    near = [m.place.country for m in here if m.place and m.place.country and keys & {p.key for p in m.participants}]
    return near[0] if near and all(code == near[0] for code in near) else None


def _within(mention: EventMention, earlier: list[EventMention]) -> None:
    """`اجتماعاتها مع الأطراف الأخرى في محادثات فيينا`: meetings within talks that are named after their place."""
    if earlier and not mention.participants and earlier[-1].group == mention.group == "m":
        earlier[-1].place = earlier[-1].place or mention.place


def _attend(mention: EventMention, earlier: list[EventMention]) -> None:
    """Who meets on the sidelines of a conference attends it: `التقيا على هامش القمة`."""
    mention.participants = [replace(p, role="participant") for p in earlier[-1].participants]
    mention.date = mention.date or earlier[-1].date
    mention.creates = bool(mention.participants) and (mention.place is not None or mention.date is not None)


# -- words -------------------------------------------------------------------------------------------------------------


def _evidence(clause: Clause, draft: Draft) -> tuple[int, int]:
    """The sentence, or of a long one the clause with all arguments."""
    start, end, cue = clause.sent_start, clause.sent_end, clause.cue
    if end - start > LONG:
        start = min(draft.first, max(clause.left, cue.start - BEFORE))
        end = max(draft.last, min(clause.right, cue.end + AFTER))
    return clause.reading.span(start, end)


def _topics(clause: Clause) -> list[str]:
    """The words after `لبحث`, `بشأن`, `حول`: what the encounter is about."""
    reading = clause.reading
    for i in range(clause.cue.end, clause.right - 1):
        if reading.is_(i, clause.vocabulary.topic):
            end = i + 1
            while end < min(clause.right, i + TOPIC) and clause.words[end] not in ("،", ","):
                end += 1
            a, b = reading.span(i + 1, end)
            return [reading.text[a:b]]
    return []
