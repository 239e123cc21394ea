"""Many event mentions, one record an event.

Two mentions are of one encounter when their kinds agree, whoever takes part in one takes part in the other, and
neither date, place nor status speak against it. A visit and the talks during it stay two.
"""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import asdict, dataclass, field, replace
from datetime import date

from arner.arabic.orthography import fold
from arner.lexicon import word_class
from arner.relations.meetings.participants import Participant
from arner.relations.meetings.reading import Place
from arner.relations.meetings.vocabulary import vocabulary
from arner.relations.reading import DateAt
from arner.relations.trace import Trace

GROUPS = {"meeting": "m", "talks": "m", "summit": "m", "visit": "v", "call": "c", "conference": "f"}
WINDOW = 100  # events back in which a mention's own is looked for: an article has a dozen
DAYS_OF_A_VISIT = 7
DAYS_WITHIN_A_VISIT = 3
_INSTITUTION = word_class("institution")
_KIND_RANK = {"summit": 3, "talks": 2, "meeting": 1}
_CLASS = {"held": "past", "ongoing": "past", "planned": "to come", "proposed": "", "cancelled": "off"}


@dataclass(slots=True)
class EventMention:
    """What one cue tells of an encounter. `evidence`: characters.

    `anaphoric`: a definite noun that needs an encounter told before. `attended`: it adds somebody to one. `creates`:
    it says enough for a record of its own. `put_off`: when it was to be holds no more.
    `tour`: one visit, each of its stops another. `sides`: of the two sides told before: `محادثات بين الطرفين`.
    `sentence`: its number in the article. `also`: told as one more: `سيزور أيضا`. `present`: by a verb in the present.
    `apart`: told as before or after what its sentence tells: `يلتقيان قبل أن يستقبلهما الرئيس`.
    `due`: it was to come: `كان من المقرر أن يزور`.
    `topical`: by a verb that says of what they talked: `ناقش الوزيران الأزمة`.
    `called`: the place that it is called after: `قمة جنيف`.
    `bare`: a definite noun with nothing after it that says which: `استهل X [الورشة]`, not `المؤتمر الوطني`.
    `again`: the second of the same within some time: `ثاني زيارة له خلال شهرين`.
    `welcome`: who stood at somebody's reception: `كان في استقبال الرئيس X وY`.
    """

    kind: str
    rule: str
    why: Trace
    status: str | None
    participants: list[Participant]
    place: Place | None
    date: DateAt | None
    topics: list[str]
    evidence: tuple[int, int]
    anaphoric: bool
    attended: bool
    title: bool
    creates: bool
    ordinal: int | None = None
    again: bool = False
    tour: bool = False
    definite: bool = False
    put_off: bool = False
    sides: bool = False
    sentence: int = 0
    also: bool = False
    present: bool = False
    topical: bool = False
    apart: bool = False
    due: bool = False
    bare: bool = False
    welcome: bool = False
    called: str | None = None

    @property
    def group(self) -> str:
        return GROUPS[self.kind]

    @property
    def weight(self) -> int:
        """How much the mention says, to choose the best evidence."""
        return 2 * min(len(self.participants), 3) + bool(self.place) + bool(self.date) - 3 * self.title


@dataclass(slots=True)
class Event:
    """The mentions of one encounter, and what they say together."""

    mentions: list[EventMention] = field(default_factory=list)
    participants: list[Participant] = field(default_factory=list)
    place: Place | None = None
    date: DateAt | None = None
    status: str | None = None
    ordinal: int | None = None

    @property
    def group(self) -> str:
        return self.mentions[0].group

    @property
    def headline(self) -> bool:
        """Whether only a headline told of it so far."""
        return all(m.title for m in self.mentions)

    def add(self, mention: EventMention) -> None:
        """Join a mention: what it says that was not known."""
        if self.mentions and self.headline and mention.participants:
            self.participants = [p for p in self.participants if p.ref]  # the text names whom a headline describes
            if same_weekday(self.date, mention.date):  # الثلاثاء, then الثلاثاء المقبل
                self.date, self.status = mention.date, mention.status
        self.mentions.append(mention)
        for participant in mention.participants:
            self._take(participant)
        fuller = _whole_visit if self.group == "v" else _fuller_place
        self.place = fuller(self.place, mention.place)
        self._when(mention)
        self.ordinal = self.ordinal or mention.ordinal
        known = mention.anaphoric or any(m.due for m in self.mentions)
        overruled = known and mention.status == "cancelled" and self.status == "planned"
        if overruled or self.status in (None, "proposed"):  # كان من المقرر أن … لكن اللقاء ألغي
            self.status = mention.status or self.status

    def _when(self, mention: EventMention) -> None:
        """The date of a further mention where it says more, or where the one before holds no more: `القمة تأجلت`."""
        says_more = mention.date is not None and self.date is not None and _says_more(self.date, mention.date)
        if self.date is None or mention.put_off or says_more:
            self.date = mention.date

    def _take(self, participant: Participant) -> None:
        if not any(same(participant, p) for p in self.participants):
            self.participants = [p for p in self.participants if not stands_for(p, participant)]
            self.participants.append(participant)


def _says_more(known: DateAt, other: DateAt) -> bool:
    """Whether another date says more than the one known: a day than «later»."""
    return not known.first and bool(other.first or (other.granularity and not known.granularity))


def _fuller_place(known: Place | None, other: Place | None) -> Place | None:
    """A place with a name rather than one without; what is known of its state stays."""
    if known and other and known.country and not other.country:
        return known if known.name else replace(other, country=known.country)
    return other if other and (not known or (not known.name and other.name)) else known


def _whole_visit(known: Place | None, other: Place | None) -> Place | None:
    """Where a visit goes: who comes to a palace, or to two cities of a state, visits the state."""
    if known is None or other is None or _is_building(known) != _is_building(other):
        whole, part = (known, other) if other is None or (known and _is_building(other)) else (other, known)
        return whole and replace(whole, country=whole.country or (part.country if part else None))
    if known.country and known.country == other.country and known.name and other.name and known.name != other.name:
        return Place(f"country:{known.country}", None, known.country)
    if known.country and not other.country:
        return known  # كاليدونيا الجديدة, then الأرخبيل
    return _fuller_place(known, other)


def _is_building(place: Place) -> bool:
    return any(
        word in vocabulary().venue or word.removeprefix("ال") in _INSTITUTION
        for word in fold(place.name or "").split()[:1]
    )


def same(a: Participant, b: Participant) -> bool:
    """`a` adds nobody to `b`: the same, or the state that `b` acts for."""
    return a.key == b.key or stands_for(a, b) or _described_alike(a, b)


def _described_alike(a: Participant, b: Participant) -> bool:
    """Whether two descriptions are of the same: `قادة الأحزاب الرئيسية`, `قادة تلك الأحزاب`."""
    if a.ref or b.ref:
        return False
    first, second = fold(a.name).split(), fold(b.name).split()
    return first[:1] == second[:1] and len({*first} & {*second}) >= 2


def stands_for(state: Participant, person: Participant) -> bool:
    ref = state.ref or ""
    return ref.startswith("country:") and not (person.ref or "").startswith("country:") and person.country == ref[8:]


def alike(a: Participant, b: Participant) -> bool:
    """Whether either adds nobody to the other."""
    return same(a, b) or same(b, a)


def merge(mentions: list[EventMention]) -> list[Event]:
    """The events that `mentions` (in the order of the text) are of."""
    events: list[Event] = []
    for mention in mentions:
        event = _match(events, mention)
        if event is None and mention.sides:
            mention.participants = _both_sides(events, mention)
            mention.creates = bool(mention.participants)
        if event is not None:
            event.add(mention)
        elif mention.creates and not (mention.welcome and any(e.group == "v" for e in events[-WINDOW:])):
            event = Event()
            event.add(mention)
            events.append(event)
    events += [before for event in events if (before := _the_one_before(event, events)) is not None]
    for n, event in enumerate(events):
        if event.group == "m" and not (event.place and event.place.country and event.date):
            _during_a_visit(event, events[max(0, n - WINDOW) : n + WINDOW])
        if event.group == "v" and event.date is None and event.status == "ongoing":
            event.date = _day_of_its_talks(event, events[max(0, n - WINDOW) : n + WINDOW])
        if _of_a_visit_to_come(event, events[max(0, n - WINDOW) : n + WINDOW]):
            event.status = "planned"
        event.place = _at_the_seat_of_its_host(event)
    return events


def _the_one_before(event: Event, events: list[Event]) -> Event | None:
    """`ثاني زيارة له إلى دمشق خلال شهرين`: the first of the two, where the article does not tell of it elsewhere."""
    second = next((m for m in event.mentions if m.again), None)
    enough = bool(event.participants) if event.group == "v" else len(event.participants) > 1
    if second is None or not enough or event.status in ("proposed", "cancelled"):
        return None
    who = event.participants[:1] if event.group == "v" else list(event.participants)
    place = second.place or event.place if event.group == "v" else None
    if (event.group == "v" and place is None) or any(_told_already(other, event, who) for other in events):
        return None
    first = replace(second, status="held", participants=who, place=place, date=None, ordinal=1, again=False)
    return Event([first], who, place, None, "held", 1)


def _told_already(other: Event, event: Event, who: Sequence[Participant]) -> bool:
    """Whether an event other than the second of two is another encounter of the same people there."""
    same_people = other is not event and other.group == event.group and bool(other.participants)
    if not same_people or not all(any(alike(p, q) for q in other.participants) for p in who):
        return False
    places = [e.place.country for e in (other, event) if e.place is not None]
    return event.group == "m" or len(set(places)) < len(places) or len(places) < 2


def _both_sides(events: list[Event], mention: EventMention) -> list[Participant]:
    """Who `الطرفان` are in an encounter of its own, with a place or a date: the two of the talks told last."""
    told = mention.place is not None or mention.date is not None or mention.ordinal is not None
    last = next((e for e in events[: -WINDOW - 1 : -1] if e.group == "m" and len(e.participants) > 1), None)
    if mention.anaphoric and mention.ordinal and not (last and last.ordinal and mention.ordinal < last.ordinal):
        return []  # الجولة العاشرة: one before the eleventh, told of before
    return list(last.participants) if told and last is not None and len(last.participants) == 2 else []


# -- where and when, from the visit and from the host ------------------------------------------------------------------


def _during_a_visit(event: Event, events: list[Event]) -> None:
    """Talks whose place or day is not told, of somebody who visits, are where and when the visit is."""
    at = event.mentions[0].evidence[0]
    states = {p.country for p in event.participants}

    def near(visit: Event) -> tuple[bool, int]:
        """A visit to the state of somebody who takes part first, then the nearest."""
        theirs = states - {p.country for p in visit.participants[:1]}
        elsewhere = visit.place is None or visit.place.country not in theirs
        return elsewhere, min(abs(m.evidence[0] - at) for m in visit.mentions)

    for visit in sorted(events, key=near):
        if visit.group == "v" and visit.place and _of_its_visitor(event, visit):
            same_time = _CLASS[visit.status or "held"] == _CLASS[event.status or "held"]
            there = visit.place.country in {p.country for p in event.participants}
            beside = _told_beside(event, visit)
            others = states - {p.country for p in visit.participants[:1]} - {None}
            if others and not there and beside is None:
                continue  # who is met is of another state than the one visited
            if days_apart(visit.date, event.date) <= DAYS_WITHIN_A_VISIT and (same_time or there):
                place = beside or replace(visit.place, ref=None, name=None)
                _take_from_visit(event, place, visit.date if same_time else None)
                return


def _day_of_its_talks(visit: Event, events: list[Event]) -> DateAt | None:
    """A visit that goes on, of whose day nothing is told, is on the day of the encounter that its guest had there."""
    own = (e for e in events if e.group == "m" and e.status == "held" and e.date and _of_its_visitor(e, visit))
    there = (e.date for e in own if visit.place and visit.place.country in {p.country for p in e.participants[1:]})
    return next((when for when in there if when and when.granularity == "day" and when.first), None)


def _of_a_visit_to_come(event: Event, events: list[Event]) -> bool:
    """`يبدأ الوزير زيارة للعاصمة الاثنين … [ويلتقي] نظيره`: the present of whoever only sets out is to come too."""
    now = event.group == "m" and event.status == "held" and all(mention.present for mention in event.mentions)
    return now and any(v.group == "v" and v.status == "planned" and _of_its_visitor(event, v) for v in events)


def _told_beside(event: Event, visit: Event) -> Place | None:
    """Where a visit goes, as it is told in the sentence of the talks or next to it, if it is."""
    beside = (m for m in visit.mentions if any(abs(m.sentence - own.sentence) <= 1 for own in event.mentions))
    places = [m.place for m in beside if m.place]
    return next((place for place in places if place.name), places[0] if places else None)


def _of_its_visitor(event: Event, visit: Event) -> bool:
    return bool(visit.participants) and visit.participants[0].key in {p.key for p in event.participants}


def _take_from_visit(event: Event, place: Place, when: DateAt | None) -> None:
    elsewhere = event.place is not None and event.place.country not in (None, place.country)
    if event.date is None and not elsewhere and when is not None and when.granularity == "day":
        event.date = when
    if event.place and not event.place.country:
        event.place = replace(event.place, country=place.country)  # the palace there
    event.place = event.place or (place if place.country or place.name else None)


def _at_the_seat_of_its_host(event: Event) -> Place | None:
    """`استقبل الرئيس اللبناني ضيفه في القصر الجمهوري`: a palace that no town is told of is in the host's country."""
    hosts = {p.country for p in event.participants if p.role == "host"}
    place = event.place
    if place is None or place.country or place.ref or len(hosts) != 1:
        return place
    seat = any(word in vocabulary().seat for word in fold(place.name or "").split()[:1])
    return replace(place, country=hosts.pop()) if seat else place


# -- which event a mention is of ---------------------------------------------------------------------------------------


def _match(events: list[Event], mention: EventMention) -> Event | None:
    if mention.anaphoric and mention.status == "cancelled" and not mention.participants:
        off = [e for e in events[-WINDOW:] if e.group == mention.group and e.status == "cancelled"]
        if off and not conflict(off[-1], mention):
            return off[-1]  # بقرار إلغاء الزيارة: the one that was called off
    for event in events[: -WINDOW - 1 : -1]:
        other_word = (event.group == "c" and _by_phone(mention)) or _called_alike(event, mention)
        if (event.group == mention.group or other_word) and _agree(event, mention) and not conflict(event, mention):
            return event
    return None


def _called_alike(event: Event, mention: EventMention) -> bool:
    """`مؤتمر جنيف`, `اجتماع جنيف`, `قمة جنيف`: in one article they are one, whatever it is called."""
    return mention.called is not None and any(m.called == mention.called for m in event.mentions)


def _by_phone(mention: EventMention) -> bool:
    """Talks that may be those told before, by phone: `وتأتي المحادثات بعد`, `وناقش الوزيران الأزمة`."""
    told = mention.place is not None or mention.date is not None
    same_talks = mention.definite or (mention.topical and not told)
    return mention.kind == "talks" and same_talks and len(mention.participants) > 1


def _agree(event: Event, mention: EventMention) -> bool:
    """Whether the same people take part."""
    if mention.attended or _called_alike(event, mention):
        return True  # حضر اللقاء: who else was there
    if mention.bare and mention.group == "f" and mention.rule == event.mentions[0].rule:
        return True  # نظمت الجمعية ورشة … استهل سليم عمر الورشة
    if not mention.participants:
        if mention.kind == "summit" and all(m.kind != "summit" for m in event.mentions):
            return False
        if mention.kind == "talks" and len(event.participants) == 1 and all(m.kind != "talks" for m in event.mentions):
            return False  # who sits alone holds no talks
        return mention.anaphoric or _same_place(mention.place, event.place) or _same_call(event, mention)
    if not event.participants:
        return _tells_of_whom(event, mention)
    if event.group == "v":
        return any(alike(mention.participants[0], p) for p in event.participants)
    return _enough_shared(event, mention)


def _tells_of_whom(event: Event, mention: EventMention) -> bool:
    """Whether a mention tells who took part in an event of which only place, day or form was told."""
    if event.place is not None and event.place.name and _same_place(mention.place, event.place):
        return True  # مباحثات جرت في كابل
    if mention.kind == event.mentions[0].kind == "talks" and mention.status == event.status == "held":
        return True  # إثر مباحثات جرت أمس, then between whom
    if event.group == "f":  # مؤتمر جنيف is not the one to which somebody called in another sentence: في مؤتمر لإقناعهم
        new = not (mention.definite or mention.place or event.headline) and any(m.called for m in event.mentions)
        return not new
    return event.group == "m" and event.mentions[0].kind == mention.kind == "summit"


def _same_call(event: Event, mention: EventMention) -> bool:
    """A conference that is called for twice, for the same time, without a word of who is to come."""
    called = not event.participants and event.status == mention.status == "proposed" and event.group == "f"
    return called and bool(event.date and mention.date) and days_apart(event.date, mention.date) == 0


def _one_alone(event: Event, mention: EventMention) -> bool:
    """`أجرى الوفد محادثات في عدن`, `اجتمع الوزير بالوفد`: talks of one somewhere, and his meeting with another."""
    first = event.mentions[0]
    told = event.place is not None and not (first.anaphoric or first.title or mention.anaphoric or mention.title)
    alone = len(event.participants) == 1 and len(mention.participants) > 1
    return told and alone and mention.place != event.place and mention.kind != first.kind


def _same_place(a: Place | None, b: Place | None) -> bool:
    """A city may be named as the seat of its state and as itself."""
    return a is not None and b is not None and (a == b or bool(a.name and a.name == b.name))


def _enough_shared(event: Event, mention: EventMention) -> bool:
    """Whether two take part in both, or all where fewer are named."""
    shared = sum(any(alike(a, b) for b in event.participants) for a in mention.participants)
    if _summit_of_more(event, mention, shared) or _one_alone(event, mention):
        return False
    known = len(mention.participants), len(event.participants)
    if event.headline and shared == 1 and known == (2, 2) and _state_for_unknown(event, mention):
        return True
    if mention.title or event.headline:
        known = sum(bool(p.ref) for p in mention.participants), sum(bool(p.ref) for p in event.participants)
    return shared >= max(1, min(2, *known))


def _summit_of_more(event: Event, mention: EventMention, shared: int) -> bool:
    """Who talks with one is at a summit with many; `لا لقاء مع X`, `ولا قمة ثلاثية تضمه إلى X وY` are two."""
    kinds = {mention.kind, *(m.kind for m in event.mentions)}
    if "summit" not in kinds or len(kinds) == 1:
        return False
    return (shared == 1 and not mention.anaphoric) or (shared == 2 and _of_more(event, mention))


def _of_more(event: Event, mention: EventMention) -> bool:
    """Whether one of two encounters is of two people, and the other, which no definite noun tells of, of more."""
    counts = sorted((len(event.participants), len(mention.participants)))
    known = mention.definite or mention.title or event.headline
    return not known and counts[0] == 2 < counts[1]


def _state_for_unknown(event: Event, mention: EventMention) -> bool:
    """`قمة سليم وكيم` in a headline, `قمة سليم مع كوريا الشمالية` in the text: the state of one whom nothing tells."""
    one = [p for p in event.participants if not any(alike(p, q) for q in mention.participants)]
    two = [p for p in mention.participants if not any(alike(p, q) for q in event.participants)]
    if len(one) != 1 or len(two) != 1 or event.mentions[0].kind != mention.kind:
        return False
    states = [(p.ref or "").startswith("country:") for p in (one[0], two[0])]
    return states[0] != states[1] and (two[0] if states[0] else one[0]).country is None


def conflict(event: Event, mention: EventMention) -> str | None:
    """What speaks against a mention being of an event, by the named tests in their order."""
    return next((reason for reason, speaks in _CONFLICTS if speaks(event, mention)), None)


def _other_stop(event: Event, mention: EventMention) -> bool:
    """A tour, and one of its stops."""
    mixed = mention.tour != event.mentions[0].tour
    return mixed and bool(mention.participants) and bool(mention.place or event.place)


def _one_more(event: Event, mention: EventMention) -> bool:
    """`سيزور [أيضا] المدينة`: another visit than that of the state, or of another city."""
    told = mention.also and event.group == "v" and mention.place is not None and event.place is not None
    return told and mention.place != event.place


def _before_or_after_it(event: Event, mention: EventMention) -> bool:
    """`يلتقيان [قبل أن] يستقبلهما الرئيس`: two of one sentence."""
    return mention.apart and event.mentions[-1].sentence == mention.sentence


def _other_of_series(event: Event, mention: EventMention) -> bool:
    """The first visit, the second visit."""
    return bool(mention.ordinal and event.ordinal and mention.ordinal != event.ordinal)


def _other_place(event: Event, mention: EventMention) -> bool:
    a, b = mention.place, event.place
    if a is None or b is None:
        return False
    if a.country and b.country and a.country != b.country:
        return True
    return bool(a.name and b.name and a.name != b.name and not (a.country and b.country))


def _other_day(event: Event, mention: EventMention) -> bool:
    headline = event.headline and same_weekday(event.date, mention.date)
    return not headline and days_apart(mention.date, event.date) > (DAYS_OF_A_VISIT if event.group == "v" else 0)


def _other_status(event: Event, mention: EventMention) -> bool:
    """What was held is not what is to come, or was called off; a headline and a definite noun may be either."""
    headline = event.headline if event.group == "v" else event.mentions[0].title
    if mention.title or headline or not mention.status or not event.status:
        return False
    if _was_due(event, mention) or _may_be_either(event, mention):
        return False
    return _wanted_and_real(event, mention) or len({_CLASS[mention.status], _CLASS[event.status]} - {""}) > 1


def _was_due(event: Event, mention: EventMention) -> bool:
    """`ألغى الوزير زيارته … وكان من المقرر أن يزور`: what was due, and was called off."""
    return "cancelled" in (mention.status, event.status) and any(m.due for m in (mention, *event.mentions))


def _may_be_either(event: Event, mention: EventMention) -> bool:
    """Whether a definite noun may be of what is to come and of what was held alike."""
    if _wanted_and_real(event, mention) or not mention.anaphoric:
        return False
    if event.group == "m" and mention.status == "held" and event.status == "planned" and mention.place is not None:
        return False  # الاجتماع الذي عقد في العاصمة
    return not (mention.status == "planned" and event.status == "held" and mention.date)


def _wanted_and_real(event: Event, mention: EventMention) -> bool:
    """One that is only wanted, and one that goes on or was held."""
    real = event.status == "ongoing" or (event.status == "held" and event.group == "m")
    if mention.status == "proposed" and not mention.definite and real:
        return True  # ضغط لتنظيم لقاء: another than the talks that go on, يريد عقد لقاء: than those that were held
    took_place = mention.status in ("ongoing", "held") and not mention.definite and event.group == "m"
    alone = len(mention.participants) == 1 < len(event.participants)
    # يريد عقد لقاء مع بريطانيا وألمانيا, and تخوض ماي مفاوضات: with whom is not told
    return took_place and event.status == "proposed" and alone


_CONFLICTS = (
    ("another stop of a tour", _other_stop),
    ("one more", _one_more),
    ("before or after it", _before_or_after_it),
    ("another of a series", _other_of_series),
    ("another place", _other_place),
    ("another day", _other_day),
    ("another status", _other_status),
)


def same_weekday(a: DateAt | None, b: DateAt | None) -> bool:
    """Whether two days are a week apart: a headline's weekday is the last, the text's may be the next."""
    days = a is not None and b is not None and a.granularity == b.granularity == "day"
    return days and days_apart(a, b) == 7


def days_apart(a: DateAt | None, b: DateAt | None) -> int:
    """Days between two dates; 0 where either is not known or one holds the other."""
    if a is None or b is None or not a.first or not b.first:
        return 0
    first, second = sorted((a, b), key=lambda when: str(when.first))
    gap = date.fromisoformat(str(second.first)) - date.fromisoformat(str(first.last or first.first))
    return max(0, gap.days)


# -- the record --------------------------------------------------------------------------------------------------------


def record(event: Event, number: int, named: Container[str]) -> dict[str, object]:
    """`Meeting` of `records.py`, spans as offsets; `named` are the ids of the article's entities.

    A visit to two cities is one to their state, which the article need not name.
    """
    mentions = event.mentions
    best = max(mentions, key=lambda m: m.weight)
    kind = mentions[0].kind
    if event.group == "m":
        # التقى X Y، وناقش X مع Y الأزمة: of what they spoke is no kind
        own = any(len(m.participants) > 1 and not m.topical for m in mentions)
        told = (m for m in mentions if not (own and m.topical))
        kind = max((m.kind for m in told), key=lambda k: _KIND_RANK.get(k, 0))
    spans = dict.fromkeys([best.evidence, *(m.evidence for m in mentions)])
    when, place = event.date, event.place
    return {
        "id": f"m{number}",
        "kind": kind,
        "status": event.status or "held",
        "participants": [{"ref": p.ref, "name": p.name, "role": p.role} for p in event.participants],
        "place": place and asdict(place if place.ref is None or place.ref in named else replace(place, ref=None)),
        "date": when and {"text": when.text, "start": when.first, "end": when.last, "granularity": when.granularity},
        "ordinal": event.ordinal,
        "topics": list(dict.fromkeys(topic for m in mentions for topic in m.topics)),
        "evidence": [{"start": start, "end": end} for start, end in spans],
        "rule": best.rule,
        "why": best.why,
    }
