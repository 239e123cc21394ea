"""Steps that fill the slots of a verb that is an encounter: التقى, استقبل, زار, كان في."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from arner.lexicon import word_class
from arner.relations.meetings.acting import who_acts
from arner.relations.meetings.clause import BEFORE_OR_AFTER, Clause
from arner.relations.meetings.cues import verbs
from arner.relations.meetings.draft import Encounter, Located
from arner.relations.meetings.participants import (
    Items,
    Participant,
    Taken,
    Words,
    described_before,
    each_of,
    group,
    joined,
    joined_before,
    leader_of,
    of,
    other_party,
    several_told,
    subject,
    taken,
    taken_at,
    told_last,
)
from arner.relations.meetings.reading import MeetingReading, Place
from arner.relations.meetings.venues import place_at
from arner.relations.meetings.vocabulary import plain
from arner.relations.rule import step
from arner.syntax import Party
from arner.syntax.words import ADVERBS, COMMAS

_SEQUEL = word_class("sequel")
_HIS_WIFE = word_class("his_wife")
_HIS_COUNTRY = word_class("his_country")
_DURING_IT = word_class("during_it")
_MISSION = word_class("mission")
_ONSET = word_class("onset")
_WAS = word_class("copula")
_ACCUSATIVE = tuple(word_class("accusative_ending"))
_HIS = tuple(word_class("his_her_their"))
OBJECT_REACH = 16  # words between a subject and its object: adverbs, a place, a date
OBJECT_GAP = 8  # words between a subject and an object that is only described
GUEST_REACH = 24  # words between a host, with his offices, and a guest
GUEST_GAP = 10  # words between a host and a guest who is only described
BODY = 10  # words of a body with what it is for: اللجنة المعنية بالقضاء على التمييز العنصري
HOST_GAP = 4  # words between a verb and the host it visits


def _subject(cue: Encounter) -> Party | None:
    clause, i = cue.clause, cue.start
    he = 0 < clause.left == i > clause.sent_start and clause.reading.is_(i - 1, clause.vocabulary.pronominal)
    if he and cue.verb.entry.frame == "with":  # إنه بحث مع X ملف Y, إنه التقى X: nobody after it acts
        return who_acts(cue, i)
    party = subject(clause, i, cue.draft.last, cue.draft.refs)[0]
    if party is not None and cue.clause.cue.kind == "visit" and party.type == "organization":
        return None  # طائرة تتبع الصليب الأحمر وصلت: a plane, goods, a team
    return party


def _with_joined(clause: Clause, party: Party) -> Items:
    """The subject of the clause's verb with those joined to it."""
    i = clause.cue.start
    if party.start > i:
        return group(clause, party)
    if _relative_of_one(clause, party):
        return [party]
    return [*joined_before(clause, party), *group(clause, party, i)]


def _relative_of_one(clause: Clause, party: Party) -> bool:
    """`سليم عمر وزيد حسن، [الذي غادر] مصر`: a singular relative clause is of the one right before it."""
    return not {"الذي", "التي"}.isdisjoint(clause.words[party.end : clause.cue.start])


def _earlier(cue: Encounter, party: Party) -> Party | None:
    """Who acts where `party`, right after the verb, is its object: `حيث التقى الأمير`."""
    found = who_acts(cue, cue.start)
    differs = found is not None and not set(found.refs) & set(party.refs) and found.type == "person"
    return found if differs else None


@step("subject of the verb")
def subject_of_verb(reading: MeetingReading, cue: Encounter) -> Taken | None:
    """Whoever the verb says to act, before or after it or told earlier, with those joined to them: `التقى X وY`."""
    clause = cue.clause
    if "sits" in cue.verb.entry.features and (end := clause.body(cue.end)):  # اجتمع مجلس الوزراء
        return taken(clause, [Words(cue.end, end)], cue.role)
    if (sitting := _body_before(cue)) is not None:
        return taken(clause, [sitting], cue.role)
    if (state := _his_country(cue)) is not None:
        return state
    if cue.start > clause.left and (words := described_before(clause, cue.start)) is not None:
        leader = leader_of(clause, words)
        return taken(clause, [words, leader] if leader else [words], cue.role)  # إن وفدا من الكتلة سيلتقي
    if (end := clause.described(cue.end)) is not None and _nominative(clause, cue.end, end):
        return taken(clause, [Words(cue.end, end)], cue.role)  # اجتمع وفد من الحركة مع
    party = _subject(cue)
    if cue.earlier is not None and _is_of_earlier(cue, party, cue.earlier):
        return of([replace(cue.earlier, role=cue.role)], cue.start, cue.end)
    return None if party is None else taken(clause, _with_joined(clause, party), cue.role)


def _is_of_earlier(cue: Encounter, party: Party | None, earlier: Participant) -> bool:
    """Whether the verb is of whoever the encounter told just before is of; `party`: who may be its subject."""
    if (party is None or party.end <= cue.start) and during_a_visit(cue):
        return True  # استقبل X الوزير، الذي أجرى زيارة التقى خلالها Y; زيارته التي يحل فيها ضيفا على
    return _where_he_went(cue, earlier) if party is None else _his_plan(cue, party)


def _body_before(cue: Encounter) -> Words | None:
    """`وكانت [اللجنة المعنية بمكافحة التمييز] قد اجتمعت الاثنين`: a body with what it is for, before its verb."""
    clause, stop = cue.clause, cue.start
    if "sits" not in cue.verb.entry.features:
        return None
    start = clause.left + (plain(clause.words[clause.left]) in _WAS)
    stop -= clause.words[stop - 1] == "قد"
    end = clause.body(start) if start < stop else None
    feminine = clause.reading.doc[start].text.endswith("ة")
    agrees = cue.verb.verb.form.gender == ("f" if feminine else "m")
    if end is None or not end < stop <= start + BODY or not agrees:
        return None
    reading = clause.reading
    parted = (reading.is_sign(j) or j in reading.dates or reading.syntax.is_verb(j) for j in range(end, stop))
    return None if any(parted) else Words(start, stop)


def _his_country(cue: Encounter) -> Taken | None:
    """`قال الرئيس إن [بلاده] تبحث مع X`, `إن بلاده ستفعل، و[أنها] تبحث مع X`: his own state."""
    clause, i = cue.clause, cue.start
    if cue.verb.kind == "visit" or cue.verb.verb.form.gender != "f" or i - 1 <= clause.sent_start:
        return None
    before = clause.words[clause.sent_start : i]
    she = plain(before[-1]) in ("انها", "بانها") and any(plain(word) in _HIS_COUNTRY for word in before)
    if not (she or before[-1] in _HIS_COUNTRY):
        return None
    people = (p for p in clause.reading.between(clause.sent_start, i) if p.type == "person" and len(p.refs) == 1)
    speaker = next((p for p in people if not clause.oblique(p)), None)
    state = None if speaker is None else clause.reading.states.get(speaker.refs[0], speaker.country)
    if state is None:
        return None
    ref = f"country:{state}"
    return of([Participant(ref, clause.reading.names.get(ref, state), cue.role, state)], i, i + 1)


def _where_he_went(cue: Encounter, visitor: Participant) -> bool:
    """`شملت جولة X إسرائيل، [حيث] اجتمع مع Y`: who visits is who meets there."""
    where = cue.clause.words[cue.start - 1] == "حيث" and cue.verb.verb.form.number == "s"
    return where and visitor.role == "guest" and cue.verb.kind == "meeting"


def _his_plan(cue: Encounter, party: Party) -> bool:
    """`التقى X الوزير، ومن المقرر أن [يلتقي] Y`: one party after the verb alone is whom X, told before, will meet."""
    clause, i = cue.clause, cue.start
    joined = i - 3 > clause.sent_start and clause.words[i - 1] == "ان" and clause.words[i - 3] == "ومن"
    singular = cue.verb.verb.form.number == "s" and cue.verb.entry.object and cue.verb.entry.frame == "with"
    if not (joined and singular and party.start == cue.end):
        return False
    known = cue.earlier is not None and cue.earlier.ref not in party.refs
    marked = any(clause.words[j][0] == "ب" or clause.words[j] == "مع" for j in range(party.end, clause.right))
    alone = clause.first_party(party.end, clause.right) is None
    return known and alone and not marked


def _nominative(clause: Clause, i: int, end: int) -> bool:
    """Whether a description right after a verb can be its subject: `اجتمع [وفد]`, not `التقى [وفدا]`, `[مسؤولين]`."""
    name = clause.reading.at.get(end)
    named = name is not None and name.type == "person" and end < clause.right
    return not (named or clause.words[i].endswith(_ACCUSATIVE) or clause.words[i].startswith("نظ"))


@step("partners")
def partners(reading: MeetingReading, cue: Encounter) -> Taken | None:
    """Whoever stands after one of the entry's prepositions (`by`): `اجتمع X مع Y`, `التقى X بـY`."""
    found = _marked(cue, cue.verb.entry.by, "participant")
    return found if found is not None else _unknown_partner(cue)


def _unknown_partner(cue: Encounter) -> Taken | None:
    """`التقى الوزير [بالأسد]`: what stands with ب right after the subject, though nobody knows the name."""
    clause, j = cue.clause, cue.draft.last
    if not cue.verb.entry.object or "ب" not in cue.verb.entry.by or not cue.draft.participants or j >= clause.right:
        return None
    word = clause.words[j]
    known = j in clause.reading.dates or j in clause.reading.sites or clause.reading.is_sign(j)
    named = any(p is not None and p.type == "person" for p in map(clause.reading.at.get, range(j + 1, j + HOST_GAP)))
    if known or named or not word.startswith("بال") or len(word) < 6 or word in ADVERBS:
        return None
    return taken(clause, [Words(j, clause.phrase_end(j))], "participant")


def _marked(cue: Encounter, by: Sequence[str], role: str) -> Taken | None:
    clause, reading = cue.clause, cue.clause.reading
    letters = tuple(b for b in by if len(b) == 1)
    found: list[Taken | None] = []
    j = clause.cue.start + 1
    while j < clause.right:
        if _aside(clause, j):
            j = next((k for k in range(j + 1, clause.right) if clause.words[k] in COMMAS), clause.right)
            continue
        p = reading.at.get(j)
        one: Taken | None = None
        far = clause.words[j] == "الي" and j > cue.draft.last  # اجتمع معه بعد رحلته إلى تركيا
        if reading.is_(j, by) and not (far or clause.compares(j) or clause.companion(j + 1) or _onset(clause, j)):
            one = taken_at(clause, j + 1, role)
        elif clause.words[j][:1] in letters and clause.words[j] not in verbs() and (end := clause.described(j)):
            one = taken(clause, [Words(j, end)], role)
        elif p is not None and reading.letters(p) in letters and _is_somebody(clause, p):
            found.append(taken(clause, group(clause, p), role))
        found.append(one)
        j = max(one.end, j + 1) if one is not None else j + 1
    return joined(*found)


def _is_somebody(clause: Clause, party: Party) -> bool:
    """Whether a party may be met; not `التقى X [بوزارة الثقافة] Y`."""
    return party.type in ("person", "organization", "described") and not clause.is_seat(party)


def _onset(clause: Clause, j: int) -> bool:
    """`[مع استعداد] الحكومة للانتخابات`, `مع اقتراب الموعد`: when it is, not with whom."""
    return clause.words[j] == "مع" and clause.words[j + 1 : j + 2] != [] and clause.words[j + 1] in _ONSET


def _aside(clause: Clause, j: int) -> bool:
    """Whether something else is told from `j` to the next comma: `المجلس، [الذي] تشغل فيه روسيا مقعدا إلى جانب الصين،`.

    A verb of its own begins it too, but not in a relative clause that only narrows: `زيارته التي تستمر أياما مع X`.
    """
    relative = clause.reading.is_(j, clause.vocabulary.relative)
    if relative:
        return clause.words[j - 1] in COMMAS
    return clause.subordinate(j) and not clause.reading.is_(j - 1, clause.vocabulary.relative)


@step("pronoun after a preposition of the verb")
def pronoun_of_partner(reading: MeetingReading, cue: Encounter) -> Taken | None:
    """`اجتمع [معه]`, `التقى [به]`, `التقاه`: whoever was told last and does not act."""
    clause = cue.clause
    suffix = cue.verb.verb.suffix
    if suffix in ("ه", "ها") and cue.verb.entry.object:
        party = told_last(clause, cue.start, cue.draft.refs, "m" if suffix == "ه" else "f")
        return None if party is None else taken(clause, [party], "participant")
    if suffix in ("هم", "هما") and cue.verb.entry.object:
        return taken(clause, several_told(clause, cue.start, cue.draft.refs, two=suffix == "هما"), "participant")
    near = range(cue.end, min(clause.right, cue.end + HOST_GAP))
    return other_party(cue, near) if "مع" in cue.verb.entry.by else None


@step("object of the verb")
def object_of_verb(reading: MeetingReading, cue: Encounter) -> Taken | None:
    """Whoever the verb has as its object: `التقى X Y`, `حيث التقى Y`."""
    if not cue.verb.entry.object:
        return None
    clause, after = cue.clause, cue.draft.last
    if each_of(clause, after):
        return taken_at(clause, after, "participant")
    end = _object_end(clause, after)
    party = clause.first_party(after, end)
    if (words := _description(clause, after, min(OBJECT_GAP, end - after), party)) is not None:
        return taken_at(clause, words, "participant")
    if party is not None and (_answered(cue, after, party) or clause.words[party.start - 1] in _HIS_WIFE):
        return None
    if party is not None:
        return taken(clause, group(clause, party), "participant")
    subject_ = _subject(cue)
    if during_a_visit(cue):
        return of([replace(cue.earlier, role="participant")], cue.start, cue.end) if cue.earlier else None
    if subject_ is None or subject_.start <= cue.start or not (clause.goes_on(cue.start) or _around(clause, cue.start)):
        return None
    earlier = _earlier(cue, subject_)
    return None if earlier is None else taken(clause, [earlier], "participant")


def _around(clause: Clause, i: int) -> bool:
    """`سيزور X القاهرة [بعد أن كان] التقى Y`: what X, who acts before, did before or after it."""
    i -= clause.words[i - 1] in _WAS and i - 1 > clause.sent_start
    return i - 2 >= clause.sent_start and clause.words[i - 1] == "ان" and plain(clause.words[i - 2]) in BEFORE_OR_AFTER


def _answered(cue: Encounter, i: int, party: Party) -> bool:
    """`قابل الحزب [تصريحات] سليم عمر بالرفض`: somebody's words, which are met with something."""
    clause, after = cue.clause, party.end
    with_ = after < clause.right and clause.words[after].startswith("بال") and after not in clause.reading.sites
    return with_ and _is_thing(clause, i, party)


def _object_end(clause: Clause, start: int) -> int:
    """Where no object can stand any more: `التقى X في باريس، بعد أسبوع من`, `التقى X وأشاد ب`, `التقى X الذي يزور`."""
    reading = clause.reading
    end = clause.until_subordinate(start, OBJECT_REACH)
    stops = (j for j in range(start, end) if reading.is_(j, _SEQUEL) or _unknown_object(clause, j))
    return next((j for j in stops if j not in reading.dates and j + 1 not in reading.dates), end)


def _unknown_object(clause: Clause, j: int) -> bool:
    """`التقت [جنودا] ألمانا في إطار التحالف`: an indefinite object that no party begins with."""
    word, pos = clause.words[j], clause.reading.syntax.tagged.pos
    accusative = clause.reading.doc[j].text.endswith(("ا", "اً", "ًا")) and pos[j] == "NOUN" and not word.startswith("ال")
    return accusative and len(word) > 3 and word not in ADVERBS and clause.described(j) is None and not clause.known(j)


def during_a_visit(cue: Encounter) -> bool:
    """`زيارة الوزير، التي التقى [خلالها] نظيره`: who is told after the verb is met by the visitor."""
    after = cue.clause.words[cue.end : cue.end + 1]
    return bool(after) and after[0] in _DURING_IT and cue.earlier is not None


def _description(clause: Clause, start: int, gap: int, party: Party | None) -> int | None:
    """Where people are described who stand within `gap` words and before `party`, and no preposition governs them."""
    for j in range(start, min(clause.right, start + gap)):
        if clause.described(j) and not _office_of_subject(clause, j):
            nearer = party is None or j < party.start
            return j if nearer and not clause.governed(j - 1) else None
    return None


def _office_of_subject(clause: Clause, j: int) -> bool:
    """`استقبل سليم عمر، [وزير الخارجية والتعاون]`: an office after the name of who has it and a comma."""
    before = clause.reading.within.get(j - 2) if clause.words[j - 1] in COMMAS else None
    return before is not None and before.type == "person" and before.end == j - 1


# -- استقبل ------------------------------------------------------------------------------------------------------------


@step("receiver")
def receiver(reading: MeetingReading, cue: Encounter) -> Taken | None:
    """Who receives: `استقبل X Y`, `X يستقبل Y`, `كما استقبل Y`."""
    return _reception(cue)[0]


@step("received")
def received(reading: MeetingReading, cue: Encounter) -> Taken | None:
    """Who is received, a person or somebody described; no thing is (`استقبل تمريرة زميله`)."""
    return _reception(cue)[1]


def _reception(cue: Encounter) -> tuple[Taken | None, Taken | None]:
    """Host and guest, both or none."""
    clause, i = cue.clause, cue.start
    host, after = subject(clause, i, cue.end, frozenset())
    if host is not None and _is_thing(clause, i + 1, host):
        return None, None
    suffix = cue.verb.verb.suffix
    if host is not None and suffix.startswith("ه"):
        return taken(clause, [host], "host"), taken(clause, _meant_by(clause, host, suffix), "guest")
    hosts: Items = [host] if host else [Words(i + 1, i + 2)] if _several_host(clause, i + 1) else []
    hosting = taken(clause, hosts, "host")
    if each_of(clause, after):
        return hosting, taken_at(clause, after, "guest")  # استقبل الوزير كلا من المحافظ سليم عمر والنائب زيد حسن
    guest = clause.first_party(after, clause.until_subordinate(after, GUEST_REACH))
    if guest is not None and (guest.type not in ("person", "described") or _is_thing(clause, after, guest)):
        return None, None
    if guest is not None and _of_a_thing_far(clause, after, guest):
        return None, None
    if (words := _description(clause, after, GUEST_GAP, guest)) is not None:
        return hosting, taken_at(clause, words, "guest")
    if guest is None and host is not None and host.start > i:
        earlier = _earlier(cue, host)
        return taken(clause, [earlier] if earlier else [], "host"), taken(clause, group(clause, host), "guest")
    return hosting, taken(clause, group(clause, guest) if guest else [], "guest")


def _several_host(clause: Clause, i: int) -> bool:
    """`استقبل [المواطنون] الوزير`: by its ending a noun for several who act."""
    word = clause.words[i] if i < clause.right else ""
    return word.startswith("ال") and word.endswith("ون") and len(word) > 6 and not clause.known(i)


def _of_a_thing_far(clause: Clause, after: int, guest: Party) -> bool:
    """`استقبلت الأسواق بتشاؤم [تعيين] الوزير`: a thing of somebody, over an adverb; not `استقبل في عدن الوزير`."""
    i = guest.start - 1
    noun = i > after and not clause.known(i) and clause.reading.syntax.tagged.pos[i] == "NOUN"
    return noun and _is_thing(clause, i, guest)


def _meant_by(clause: Clause, host: Party, suffix: str) -> Items:
    """Whom the pronoun of the verb stands for: `واستقبل[ه] الرئيس`, `قبل أن يستقبل[هما] الرئيس`."""
    i, but = clause.cue.start, frozenset(host.refs)
    if suffix in ("هم", "هما"):
        return several_told(clause, i, but, two=suffix == "هما")
    told = told_last(clause, i, but, "m" if suffix == "ه" else "f")
    return [told] if told else []


def _is_thing(clause: Clause, i: int, party: Party) -> bool:
    """Whether what is received is a thing of `party`, which governs it at once: `استقبل [تمريرة] زميله`."""
    reading = clause.reading
    between = range(i + 1, party.start)  # تمريرة [الألماني] فلان
    if party.start <= i or any(j not in reading.demonyms for j in between):
        return False
    if clause.described(i) or reading.is_sign(i) or i in reading.dates:
        return False
    word, text = clause.words[i], reading.doc[i].text
    own = word.endswith(_HIS) and not text.endswith("ة")  # مكتبه
    return not own and not word.startswith("ال") and not clause.governed(i) and word not in ADVERBS


# -- زار, وصل ----------------------------------------------------------------------------------------------------------


@step("described visitor")
def described_visitor(reading: MeetingReading, cue: Encounter) -> Taken | None:
    """Visitors who are only described, right after the verb: `وصل وفد من الحركة`."""
    clause, i = cue.clause, cue.start
    if _subject(cue) is not None or i + 1 >= clause.right:
        return None
    end = clause.described(i + 1) or _mission(clause, i + 1)
    if end is not None:
        return taken(clause, [Words(i + 1, end)], "guest")
    sent = reading.at.get(i + 1)
    body = sent is not None and sent.type == "organization" and clause.words[sent.start] in _MISSION
    return taken(clause, [sent], "guest") if sent is not None and body else None


def _mission(clause: Clause, i: int) -> int | None:
    """Where those end who are sent somewhere, at `i`: `[فريق من صندوق النقد]`, `[لجنة لتقصي الحقائق]`; no team."""
    team = clause.words[i] == "فريق" and clause.words[i + 1 : i + 2] != ["من"]
    sent = clause.words[i] in _MISSION and not team and not clause.known(i)
    return clause.phrase_end(i) if sent else None


@step("host after a preposition")
def host_after(reading: MeetingReading, cue: Encounter) -> Taken | None:
    """Who stands after one of the entry's prepositions of hosts (`host`): `حل ضيفا على X`."""
    hosts = cue.verb.entry.host
    return _marked(cue, hosts, "host") if hosts and cue.draft.participants else None


@step("visited host")
def visited_host(reading: MeetingReading, cue: Encounter) -> Taken | None:
    """Somebody who is visited, where no place is: `الوزير يزور X`."""
    clause, i = cue.clause, cue.start
    visitor = _subject(cue)
    if not cue.verb.entry.object or visitor is None or visitor.start > i or cue.draft.places:
        return None
    party = clause.first_party(i + 1, min(clause.right, i + HOST_GAP))
    if party is None or party.type == "country" or _unknown(reading, party):
        return None
    return taken(clause, group(clause, party), "host")


def _unknown(reading: MeetingReading, party: Party) -> bool:
    """`الرئيسان يزوران [بوري]`: of one word alone, nobody in the article: rather a town that no gazetteer knows."""
    alone = party.type == "person" and len(reading.names.get(party.refs[0] if party.refs else "", "").split()) == 1
    return alone and not any(ref in reading.roles for ref in party.refs)


# -- كان في ------------------------------------------------------------------------------------------------------------


@step("somebody abroad")
def somebody_abroad(reading: MeetingReading, cue: Encounter) -> Taken | None:
    """Who is in a place of another state than his own: `كان X في كييف`."""
    found = _abroad(cue.clause)
    return None if found is None else taken(cue.clause, [found[0]], "guest")


@step("place abroad")
def place_abroad(reading: MeetingReading, cue: Encounter) -> Located | None:
    """The place where somebody is who is abroad."""
    found = _abroad(cue.clause)
    if found is None:
        return None
    _, place, i = found
    return Located(((place.ref, place.name or place.country or ""),), i, i + 1, places=(place,))


def _abroad(clause: Clause) -> tuple[Party, Place, int] | None:
    """Who is where, and the token of the place."""
    reading, i = clause.reading, clause.cue.start
    p = reading.at.get(i + 1) or clause.before_verb(i)
    j = p.end if p is not None and p.start > i else i + 1
    if p is None or p.type != "person" or j >= clause.right:
        return None
    place = None
    if clause.words[j] == "في":
        place = place_at(clause, j + 1)
    elif j in reading.sites and reading.proclitic(j, reading.sites[j].outer_start) == "ب":
        place = place_at(clause, j)
    home = reading.states.get(p.refs[0] if p.refs else "", p.country)
    abroad = place is not None and home and place.country and place.country != home
    return (p, place, j) if place is not None and abroad else None
