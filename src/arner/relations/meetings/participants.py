"""Who takes part: parties as participants, those joined to them by و, and whoever a pronoun stands for."""

from __future__ import annotations

from collections.abc import Iterable, Set
from dataclasses import dataclass
from typing import TYPE_CHECKING

from arner.arabic.orthography import fold
from arner.lexicon import word_class
from arner.mentions.countries import newspaper_country
from arner.mentions.offices.heads import is_plural
from arner.relations.meetings.aides import is_principal
from arner.relations.meetings.clause import Clause
from arner.relations.meetings.cues import Cue, NounCue, VerbCue, nouns, verbs
from arner.relations.meetings.extent import end_of
from arner.relations.meetings.vocabulary import plain
from arner.relations.rule import Filler
from arner.syntax import Party
from arner.syntax.subjects import subject_after
from arner.syntax.words import COMMAS, THAT

if TYPE_CHECKING:
    from arner.relations.meetings.draft import Encounter

_KIN_OF = word_class("kin_of")
_OF_SOMEBODY = word_class("agent_of") | word_class("around")  # who is told only by whom he acts for or is close to
_SOME_ONE = word_class("some_one")
_SEAT_OF_UNION = word_class("seat_of_union")
_EACH = word_class("each_of")
_ABSENCE = word_class("absence")
_SHORT = word_class("body_in_short")
_LED_BY = word_class("led_by")
_OFFICIAL = word_class("official_delegation")
_COMPRISES = word_class("comprises")
_MOVEMENT = word_class("movement")
_MISSION = word_class("mission")
_ON_THE_SIDE = word_class("side_of")
_WAS = word_class("copula")
_STATES = word_class("group_of_states")
GROUP = 8  # words of a group of states before the brackets that say which
LISTED = 24  # words within the brackets
EACH_GAP = 24  # … after `كل من`: an office
GAP = 8  # words that may stand between two coordinated parties: an apposition
IN_FULL = 300  # words back in which a body was told in full that is told in short
APPOSITION = 20  # words of somebody's office between commas
SUBJECT_GAP = 16  # words between a verb and its subject: adverbs, a place, a date
OWN_SUBJECT = 4  # words after `، قال` in which the verb has a subject of its own
DESCRIBED = 8  # words of a description before its verb
BODIES = 12  # sentences back in which the body is looked for that a definite noun is short for
SENTENCES = 3  # sentences back in which whoever a pronoun stands for is looked for


@dataclass(frozen=True, slots=True)
class Participant:
    """Somebody who takes part; `country`: the state that he acts for, where known."""

    ref: str | None
    name: str
    role: str
    country: str | None

    @property
    def key(self) -> str:
        return self.ref or fold(self.name)


@dataclass(frozen=True, slots=True)
class Words:
    """A noun phrase, tokens `start:end`, that describes people without naming them: `مسؤولين أوروبيين`."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Taken(Filler):
    """Participants that a step found. `status`: what the construction itself says of it: an invitation only proposes.

    `complete`: nobody else takes part (`بين X وY`). `first`: they stand before those found earlier, as who acts does.
    """

    participants: tuple[Participant, ...] = ()
    status: str | None = None
    complete: bool = False
    first: bool = False


Items = list[Party | Words]


def taken(
    clause: Clause, items: Iterable[Party | Words], role: str, *, complete: bool = False, first: bool = False,
    status: str | None = None,
) -> Taken | None:  # fmt: skip
    """The participants that `items` are, None for none."""
    found: list[Participant] = []
    start, end = clause.cue.start, clause.cue.end
    for item in items:
        if isinstance(item, Words):
            whole = Words(item.start, end_of(clause, item.start, item.end))
            found.append(described(clause, whole, role))
            end = max(end, whole.end)
            continue
        party = named(clause, item)
        if _apposed(clause, party) or _of_somebody_unnamed(clause, party):
            continue
        if party.kind == "metonym" and fold(party.name) in _SEAT_OF_UNION:
            continue  # المفاوضات مع بروكسل
        if is_principal(clause.reading, party):
            if not _in_apposition(clause, party):
                found.append(described(clause, Words(party.start, party.end), role))
                end = max(end, party.end)
            continue
        if (longer := _goes_on(clause, party) or _relative(clause, party)) is not None:
            bearer = _person_at(clause, longer.end)
            if bearer is not None:  # مستشار سليم عمر [زيد حسن]: who is described is named next
                found += _participants(clause, named(clause, bearer), role)
            else:
                found.append(described(clause, longer, role))
            end = max(end, longer.end if bearer is None else bearer.end)
            continue
        start, end = min(start, item.start), max(end, party.end)
        found += _participants(clause, party, role)
    return of(found, start, end, complete=complete, first=first, status=status)


def _goes_on(clause: Clause, party: Party) -> Words | None:
    """A description that ends before what it is of: `وزراء خارجية [تسع دول]`, `محامي [سليم عمر]`."""
    if party.type != "described" or party.refs or party.end >= clause.right:
        return None
    if (client := clause.client(party.start, party.end)) is not None:
        return Words(party.start, client.end)
    if clause.words[party.end - 1] in clause.vocabulary.ministry and not clause.governed(party.end):
        return Words(party.start, clause.phrase_end(party.start))
    end = end_of(clause, party.start, party.end)
    return Words(party.start, end) if end > party.end else None


def _relative(clause: Clause, party: Party) -> Words | None:
    """`التقى [نجل سليم عمر]`, `[مستشاري سليم عمر]`: who is only described by another; `نجله [سليم]` is named."""
    i = party.start - 1
    if i < clause.sent_start or party.type != "person" or clause.reading.letters(party):
        return None
    if clause.reading.doc[i].text.endswith("ه"):
        return None  # نجله, والده: his own
    i -= clause.words[i] == "اعمال" and i > clause.sent_start  # وكيل [أعمال] سليم عمر
    word = clause.words[i]  # والد is no «and»
    cores = {word, plain(word), plain(word).removeprefix("ل").removeprefix("ب"), word[1:]}
    return Words(i, party.end) if not cores.isdisjoint(_KIN_OF | _OF_SOMEBODY) else None


def _of_somebody_unnamed(clause: Clause, party: Party) -> bool:
    """`مساعدة قدمها [أحد الشيوخ] بعد لقاء جمع بين الرجلين`: one of the two was told without his name."""
    two = len(party.refs) == 2 and party.type in ("person", "described") and party.end == party.start + 1
    return two and any(clause.words[j] in _SOME_ONE for j in range(clause.sent_start, party.start))


def _in_apposition(clause: Clause, party: Party) -> bool:
    """Whether the aide is named just before: `سليم عمر [صهر] و[مستشار الرئيس زيد حسن]`."""
    i = party.start - 1
    i -= i > clause.sent_start and plain(clause.words[i]) in _KIN_OF
    i -= i > clause.sent_start and clause.words[i] in "،,"
    before = clause.reading.within.get(i)
    return before is not None and before.type == "person"


def _apposed(clause: Clause, party: Party) -> bool:
    """`سليم عمر، [وزير الصناعة والتجارة]`: the office of who stands before the comma is nobody else."""
    if party.type != "described" or party.refs or party.start < 2 or clause.words[party.start - 1] not in "،,":
        return False
    holder = clause.reading.within.get(party.start - 2)
    return holder is not None and holder.type == "person" and not clause.reading.letters(party)


def of(
    found: Iterable[Participant], start: int, end: int, *, complete: bool = False, first: bool = False,
    status: str | None = None,
) -> Taken | None:  # fmt: skip
    """A filler of participants, each once; None for none."""
    each: dict[str, Participant] = {}
    for participant in found:
        each.setdefault(participant.key, participant)
    refs = tuple((p.ref, p.name) for p in each.values())
    if not each:
        return None
    return Taken(refs, start, end, "", None, tuple(each.values()), status, complete, first)


def joined(*fillers: Taken | None) -> Taken | None:
    """Several fillers as one."""
    some = [filler for filler in fillers if filler is not None]
    if not some:
        return None
    return of(
        [p for filler in some for p in filler.participants],
        min(filler.start for filler in some),
        max(filler.end for filler in some),
        complete=any(filler.complete for filler in some),
    )


def _participants(clause: Clause, party: Party, role: str) -> Iterable[Participant]:
    reading = clause.reading
    meant = None if party.refs or party.type != "described" else _meant(clause, party.start, party.end)
    for ref in party.refs or (meant,):
        state = ref[8:] if ref is not None and ref.startswith("country:") else None
        if state is not None and clause.cue.kind == "visit":
            continue  # a state visits nobody
        name = reading.names.get(ref or "", party.name)
        yield Participant(ref, name, role, state or reading.states.get(ref or "", party.country))


def _meant(clause: Clause, start: int, end: int) -> str | None:
    """The one person or body that a definite description means: `المبعوث الأوروبي`; never several: `الوزراء`."""
    several = is_plural(plain(clause.words[start]).lstrip("لب").removeprefix("ال"))
    return None if several else clause.reading.descriptions.meant(start, end)


def described(clause: Clause, words: Words, role: str) -> Participant:
    """Who is only described, in the words of the text without the particles written onto them."""
    body = _sender(clause, words) or _short_for(clause, words)
    if body is not None:
        return next(iter(_participants(clause, body, role)))
    if (ref := _meant(clause, words.start, words.end)) is not None:
        return Participant(ref, clause.reading.names[ref], role, clause.reading.states.get(ref))
    words = _fuller(clause, words) or words
    a, b = clause.reading.span(words.start, words.end)
    text, first = clause.reading.text[a:b], clause.words[words.start]
    if first.startswith("لل") and "ا" + first in clause.vocabulary.body:
        text = "ال" + text[1:]  # للجنة: one ل is not written
    elif first.startswith("لل"):
        text = "ا" + text[1:]  # للقادة
    elif first[0] in "بلو" and first not in clause.vocabulary.people | clause.vocabulary.body | _bare(clause):
        text = text[1:]
    state = _sent_by(clause, words)
    ref = f"country:{state}" if state is not None and clause.cue.kind != "visit" else None
    return Participant(ref, text, role, state)


def _bare(clause: Clause) -> frozenset[str]:
    """Heads that begin with a letter which could be a particle: `وزارة`, `بعثة`, `لجنة`, `والد`, `وكيل`."""
    return clause.vocabulary.collective | _KIN_OF | _OF_SOMEBODY


def _sender(clause: Clause, words: Words) -> Party | None:
    """The body that a delegation is of and acts for: `وفد من [الحركة]`, `وفد [الحزب]`."""
    head = clause.words[words.start]
    source = next((j for j in range(words.start + 1, words.end) if clause.words[j] == "من"), words.start)
    of_it = source > words.start
    sent = clause.vocabulary.delegation | _MISSION if of_it else clause.vocabulary.delegation  # فريق من الصندوق
    if head not in sent and head[1:] not in sent:
        return None
    i = source + 1  # وفد رفيع المستوى من [الشركة]
    i += i < words.end and clause.reading.is_sign(i)
    party = clause.reading.at.get(i) if i < words.end else None
    qualified = not of_it and "ال" in head[:3]  # الوفد [الحكومي]: how it is, not whose
    if party is None and i < words.end and not qualified:
        party = body_before(clause, i)
    return party if party is not None and party.type == "organization" and party.refs else None


def body_before(clause: Clause, i: int) -> Party | None:
    """The body told before that a definite noun at `i` is short for: `[الحركة]` of `حركة النهضة`."""
    word = clause.words[i]
    if not word.startswith("ال"):
        return None
    here = [p for p in clause.reading.between(clause.sent_start, i) if p.type == "organization" and p.refs]
    if here and len(fold(here[-1].name).split()) == 1 and not clause.is_medium(here[-1].name):
        return here[-1]  # علاقات مع حماس، وزار وفد من الحركة
    return _told_as(clause, word, i)


def _short_for(clause: Clause, words: Words) -> Party | None:
    """The body that sits and was told before: `[المجلس]` of `مجلس الأمن`."""
    word = clause.words[words.start]
    word = "ال" + word[2:] if word.startswith("لل") else word
    return _told_as(clause, word, words.start) if words.end == words.start + 1 and word in _SHORT else None


def _fuller(clause: Clause, words: Words) -> Words | None:
    """Where a body without a name was told in full that is told in short: `اجتماع [لجنة البناء] … أكدت [اللجنة]`."""
    word = clause.words[words.start]
    word = "ال" + word[2:] if word.startswith("لل") else word
    if words.end != words.start + 1 or word not in clause.vocabulary.body or not word.startswith("ال"):
        return None
    first = clause.reading.bounds[max(0, clause.reading.sentence[words.start] - BODIES)][0]
    for k in range(words.start - 1, max(first, words.start - IN_FULL) - 1, -1):
        told = plain(clause.words[k]) == word[2:] and k not in clause.reading.within
        if told and (end := clause.body(k)) is not None and k + 1 < end <= words.start:
            return Words(k, end)
    return None


def party_before(clause: Clause, i: int) -> Party | None:
    """The party or movement that «the party», «the organisation» at `i` is short for: the one told last before."""
    return _told_last(clause, i, _MOVEMENT)


def _told_as(clause: Clause, word: str, i: int) -> Party | None:
    """The body told last before token `i` whose name begins with the definite noun `word`."""
    return _told_last(clause, i, {word, word[2:]})


def _told_last(clause: Clause, i: int, heads: Set[str]) -> Party | None:
    """The body told last before token `i` whose name begins with one of `heads`."""
    for start, end in clause.reading.bounds[: clause.reading.sentence[i] + 1][::-1][:BODIES]:
        for party in list(clause.reading.between(start, min(end, i)))[::-1]:
            if party.type == "organization" and party.refs and fold(party.name).split()[0] in heads:
                return party
    return None


def _sent_by(clause: Clause, words: Words) -> str | None:
    """The state of a delegation that only its adjective describes: `وفد سعودي` acts for it."""
    head = clause.words[words.start]
    delegation = head in clause.vocabulary.delegation or head[1:] in clause.vocabulary.delegation
    if delegation and clause.words[words.start + 1 : words.end] in (["حكومي"], ["رسمي"]):
        # وفد حكومي, in an article that tells of one state, or of the newspaper's own
        code = clause.reading.home or newspaper_country(clause.reading.doc._.article.source or "")
        return code if code is not None and f"country:{code}" in clause.reading.names else None
    official = all(_says_whose(clause, i) for i in range(words.start + 1, words.end))
    codes = {clause.reading.demonyms[i] for i in range(words.start + 1, words.end) if i in clause.reading.demonyms}
    return codes.pop() if delegation and official and len(codes) == 1 else None


def _says_whose(clause: Clause, i: int) -> bool:
    """Whether a word of a delegation says of which state it is, or how high: `وفد [كوري جنوبي رفيع المستوى]`."""
    party = clause.reading.within.get(i)
    state = i in clause.reading.demonyms or (party is not None and party.kind == "demonym")
    return state or clause.words[i].removeprefix("ال") in _OFFICIAL


def named(clause: Clause, party: Party) -> Party:
    """`مسؤول الاستخبارات [سليم عمر]`: whose name ends a description that goes on after its party."""
    if party.type != "described":
        return party
    reading, j = clause.reading, party.end
    if not party.refs and _before_his_name(clause, party):
        return reading.at[party.end + 1]
    while j < min(party.end + 3, clause.right) and clause.words[j].startswith("ال") and j not in reading.within:
        j += 1
    if j == party.end and not party.refs and not is_plural(plain(clause.words[party.start])):
        j = end_of(clause, party.start, party.end)  # المبعوث الدولي إلى سوريا [سليم عمر]
    q = reading.at.get(j) if party.end < j < clause.right else None
    return q if q is not None and q.type == "person" and q.refs and not reading.letters(q) else party


def _before_his_name(clause: Clause, party: Party) -> bool:
    """`[رئيس الكتلة]، سليم عمر، و…`: an office with its holder's name between commas."""
    i = party.end + 1
    if i >= clause.right or clause.words[i - 1] not in COMMAS or is_plural(plain(clause.words[party.start])):
        return False
    holder = clause.reading.at.get(i)
    if holder is None or holder.type != "person" or len(holder.refs) != 1 or clause.reading.letters(holder):
        return False
    return holder.end >= clause.sent_end or clause.words[holder.end] in COMMAS or clause.words[holder.end][0] == "و"


# -- coordination ------------------------------------------------------------------------------------------------------


def group(clause: Clause, party: Party, end: int | None = None) -> Items:
    """`party` and those joined to it by و before token `end`, appositions between them skipped."""
    if both := counterparts(clause, party):
        return both
    found: Items = [party]
    last = party
    end = clause.right if end is None else end
    each = _each_of(clause, party.start)
    j = start = _end_of(clause, party)
    while j < min(start + (EACH_GAP if each else GAP), end):
        j = _after_apposition(clause, last, j)
        p = clause.reading.at.get(j)
        if p is not None:
            if _joins(clause, last, p) and p.kind != "demonym" and _alike(party, p):
                if _of_another_state(clause, p, found):
                    break
                found.append(p)
                last = p
                j = start = _end_of(clause, p)
                continue
            if (clause.governed(j - 1) and not each) or _another(last, p):
                break
            j = p.end
        elif _breaks(clause, j) and not ((each and clause.governed(j)) or _of_a_side(clause, j)):
            break
        elif (
            clause.words[j][0] == "و"
            and clause.words[j] not in clause.vocabulary.people
            and (stop := clause.described(j))
        ):
            found.append(Words(j, stop))
            j = stop
        else:
            j += 1
    return _told_in_brackets(clause, found, last.end, end)


def _told_in_brackets(clause: Clause, told: Items, start: int, end: int) -> Items:
    """`إيران والقوى المنضوية في الاتفاق ([فرنسا وبريطانيا])`: the states that brackets say a group of states to be."""
    found, first = told, told[0].start - 1
    if first > clause.sent_start and clause.words[first] == "(":  # دول الحوض ([السودان] ومصر)
        start, found = first, []
    near = range(start, min(start + GROUP, end, len(clause.words) - 1))
    i = next((j for j in near if clause.words[j] == "("), None)
    if i is None or any(clause.reading.is_sign(j) or clause.words[j] in verbs() for j in range(start, i)):
        return told
    head = next((j for j in range(i - 1, max(clause.sent_start, i - GROUP), -1) if _group_of_states(clause, j)), None)
    states = _listed_states(clause, i)
    return told if head is None or not states else [*(item for item in found if item.end <= head), *states]


def _listed_states(clause: Clause, i: int) -> list[Party]:
    """The states within the brackets that open at `i`, where these hold little else."""
    stop = next((j for j in range(i, min(i + LISTED, clause.sent_end)) if clause.words[j] == ")"), i)
    states = [p for p in clause.reading.between(i, stop) if p.type == "country" and p.kind == "name"]
    listed = len(states) > 1 and sum(p.end - p.start for p in states) >= (stop - i) // 2
    return states if listed else []


def _group_of_states(clause: Clause, j: int) -> bool:
    """Whether a group of states stands at `j` itself: not `وزراء خارجية [مجموعة] السبع`, whose ministers meet."""
    if plain(clause.words[j]) not in _STATES and clause.words[j][1:] not in _STATES:
        return False
    return clause.words[j][0] in "وبل" or clause.governed(j - 1) or clause.reading.syntax.is_verb(j - 1)


def _end_of(clause: Clause, party: Party) -> int:
    """Where a party ends; of one that is only described, where its description does."""
    described = party.type == "described" and not party.refs
    return end_of(clause, party.start, party.end) if described else party.end


def _after_apposition(clause: Clause, last: Party, j: int) -> int:
    """`مع سليم عمر، [الأمين العام لحزب العدل،] وزيد حسن`: the token after somebody's office between commas."""
    if last.type != "person" or j != last.end or clause.words[j] not in COMMAS:
        return j
    near = range(j + 1, min(j + APPOSITION, clause.right - 1))
    k = next((k for k in near if clause.words[k] in COMMAS or _parts(clause, k)), None)
    if k is None or clause.words[k] not in COMMAS:
        return j
    if any(q.type == "person" for q in clause.reading.between(j + 1, k)):
        return j
    following = clause.reading.at.get(k + 1)
    joined = following is not None and following.type in ("person", "described") and _joins(clause, last, following)
    return k + 1 if joined else j


def _parts(clause: Clause, k: int) -> bool:
    """Whether a clause of its own begins at `k`, so that no apposition goes on."""
    return clause.subordinate(k) or clause.words[k] in THAT


def _of_another_state(clause: Clause, party: Party, found: Items) -> bool:
    """Whether a state is joined to one that takes no part: `مع الرئيس سليم عمر قبل مباراة فرنسا [وكرواتيا]`."""
    other = clause.reading.within.get(party.start - 1)
    return other is not None and other.type == party.type == "country" and other not in found


def _another(party: Party, p: Party) -> bool:
    """Whether somebody else is named after `party`, not joined to it: `التقى سليم عمر [كريم حسن] ومريم فرح`."""
    return p.type == party.type == "person" and bool(p.refs) and not set(p.refs) & set(party.refs)


def _joins(clause: Clause, last: Party, p: Party) -> bool:
    """Whether و joins `p` to those before it."""
    written = clause.reading.letters(p) == "و" or clause.words[p.start - 1] == "و"
    return written or _by_what_he_is(clause, last, p)


def _by_what_he_is(clause: Clause, last: Party, p: Party) -> bool:
    """Whether و stands on a noun before a name that says what he is: `بين سليم عمر [والنجم الكرواتي] زيد حسن`."""
    between = clause.words[last.end : p.start]
    person = p.type == last.type == "person" and bool(between) and between[0].startswith("وال")
    return person and all(word.startswith("ال") for word in between[1:])


def _each_of(clause: Clause, i: int) -> bool:
    """`كل من [X]، الوزير المكلف بالميزانية، وY`: those who follow are listed with offices of any length."""
    return i > clause.left + 1 and clause.words[i - 1] == "من" and clause.words[i - 2].lstrip("وب") in _EACH


def _of_a_side(clause: Clause, j: int) -> bool:
    """`بين سليم عمر [من] الجانب الروسي وزيد حسن`: whose delegate somebody is."""
    return clause.words[j] == "من" and not _ON_THE_SIDE.isdisjoint(clause.words[j + 1 : j + 2])


def _breaks(clause: Clause, j: int) -> bool:
    """Whether word `j` ends a coordination."""
    v, word = clause.vocabulary, clause.words[j]
    listed = clause.governed(j) or clause.reading.is_(j, v.relative) or clause.reading.is_(j, v.topic)
    return listed or word in verbs() or word in nouns()


def _alike(a: Party, b: Party) -> bool:
    """Whether two parties may be joined: people with people and bodies, states with states and bodies."""
    return (a.type == "country") == (b.type == "country") or "organization" in (a.type, b.type)


def joined_before(clause: Clause, subject: Party) -> Items:
    """Those who stand before a subject that is joined to them: `بوتين وشي`."""
    # قال بوتين إنه وشي سيناقشان
    pronominal = clause.reading.is_(clause.left - 1, clause.vocabulary.pronominal)
    pronoun = clause.left > clause.sent_start and pronominal and subject.start == clause.left
    if pronoun and clause.reading.letters(subject) == "و":
        earlier = antecedent(clause, clause.left - 1, clause.cue.end, frozenset())
        return [earlier] if earlier is not None else []
    return [p for p in clause.reading.between(clause.left, subject.start) if subject in group(clause, p)]


# -- who acts ----------------------------------------------------------------------------------------------------------


def subject(clause: Clause, i: int, last: int, taken: frozenset[str | None]) -> tuple[Party | None, int]:
    """The subject of the verb `i`, and the token from which its objects stand."""
    if _says_i(clause.cue):
        return clause.reading.speaker(i), i + 1
    if (had := _had(clause, i)) is not None:
        return had, i + 1
    if clause.no_party(i + 1) or _of_no_party(clause, i):
        return None, i + 1
    goes_on = clause.goes_on(i)
    if (after := _right_after(clause, i, goes_on=goes_on)) is not None:
        return after, after.end
    if not goes_on and (p := clause.before_verb(i)) and not _has_own(clause, i, p):
        return p, i + 1
    if clause.had_another(i):
        return None, i + 1
    p = clause.first_party(i + 1, min(clause.right, i + SUBJECT_GAP, _before_needed(clause, i)))
    if p is not None and (_is_object(clause, p) or (p.type == "country" and "مع" in clause.words[i + 1 : p.start])):
        p = None  # ويبحث مع X الأزمة قبل حضور مباراة فرنسا
    if p is not None:  # ناقشت الخطة اعتمادا على ما توصل إليه سليم عمر: he acts in another clause
        elsewhere = isinstance(clause.cue, VerbCue) and p.start > clause.until_subordinate(i + 1, SUBJECT_GAP)
        return (None, i + 1) if elsewhere else (p, p.end)
    return _dropped(clause, i, last, taken), i + 1


def _right_after(clause: Clause, i: int, *, goes_on: bool) -> Party | None:
    """Who stands as its subject after a verb `i` that begins a clause, or `goes_on` after another."""
    if not (i == clause.sent_start or goes_on or clause.reading.is_(i - 1, clause.vocabulary.clause)):
        return None
    after = subject_after(clause.reading.syntax, i, clause.right)
    party = None if after is None else after.parties[0]
    acts = party is not None and clause.acts(party) and not _is_object(clause, party)
    return party if acts and party is not None and not _in_what_others_do(clause, i, party) else None


def _is_object(clause: Clause, party: Party) -> bool:
    """`وصل الوزير والتقى [مسؤولين] محليين`: by its ending who is met, and not who acts."""
    return party.type == "described" and clause.words[party.start].endswith("ين")


def _in_what_others_do(clause: Clause, i: int, party: Party) -> bool:
    """`وتستعرض الكاتبة [ما تقوم به] كل من روسيا وتركيا`: who stands in a clause of its own is not who acts at `i`."""
    words = clause.words
    return any(words[j] == "ما" and clause.reading.syntax.is_verb(j + 1) for j in range(i + 1, party.start - 1))


def _of_no_party(clause: Clause, i: int) -> bool:
    """`إن روسيا زارت الموقع`: a state visits nobody; `ناقش [المؤتمر] مستقبل الأعمال`: what an encounter discussed."""
    if clause.cue.kind == "visit" and clause.state_before(i):
        return True
    topical = isinstance(clause.cue, VerbCue) and clause.cue.kind == "talks" and clause.cue.start == i
    noun = nouns().get(clause.words[i + 1]) if topical and i + 1 < clause.sent_end else None
    return noun is not None and noun.definite and not noun.preposition


def _dropped(clause: Clause, i: int, last: int, taken: frozenset[str | None]) -> Party | None:
    """Whom a verb without a subject is of; nobody where a noun that is no party is its subject."""
    another = clause.names_another(i) or clause.begins_with_another(i)
    return None if another else antecedent(clause, i, last, taken)


def _has_own(clause: Clause, i: int, before: Party) -> bool:
    """Whether the verb `i` has a subject after it, though somebody is named `before` it: `في لقاء مع X، قال Y`.

    Not where his name is an apposition between the commas: `إن الوزير، سليم عمر، التقى كريم حسن`.
    """
    apposed = before.end == i - 1 and any(word in "،," for word in clause.words[before.start - 1 : before.end])
    apposed = apposed and not clause.governed(clause.left)  # بعد عودة الوزير، سليم عمر، استقبل الرئيس
    parted = clause.words[i - 1] in "،," and not apposed
    return parted and clause.first_party(i + 1, min(clause.right, i + OWN_SUBJECT)) is not None


def _before_needed(clause: Clause, i: int) -> int:
    """Where the word stands that the verb at `i` needs, before which its subject does: `يحل [ضيفا] على X`."""
    cue = clause.cue
    needed = cue.entry.needed if isinstance(cue, VerbCue) and cue.start == i and cue.entry.host else ()
    return next((j for j in range(i + 1, clause.right) if clause.words[j] in needed), clause.right)


def _had(clause: Clause, i: int) -> Party | None:
    """`[كان] X، الذي وصل أمس، [قد التقى]`, `كانت X، استقبلت Y`: who stands right after كان is the verb's subject."""
    if i == clause.left or not (plain(clause.words[i - 1]) == "قد" or clause.words[i - 1] in ("،", ",")):
        return None
    k = next((j for j in range(i - 2, clause.left - 1, -1) if plain(clause.words[j]) in _WAS), None)
    party = clause.reading.at.get(k + 1) if k is not None else None
    return party if party is not None and clause.acts(party) else None


def described_before(clause: Clause, i: int) -> Words | None:
    """People only described right before the verb `i`, its subject: `أن [وفدا سعوديا] أجرى`, `أن [المجلس] يتفاوض`."""
    if clause.begins_with_another(i) and clause.cue.kind != "visit" and clause.body(clause.left) == i:
        return Words(clause.left, i)
    if clause.words[i][0] == "و" and clause.left > clause.sent_start and clause.words[clause.left - 1] in THAT:
        end = clause.body(clause.left)
        if end is not None and end < i and clause.reading.syntax.is_verb(end):
            return Words(clause.left, end)  # أن [الجمعية] عرضت مشروعا وأقامت مؤتمرات
    for j in range(max(clause.left, i - DESCRIBED), i - 1):
        end = clause.described(j)
        if end is None or (j > clause.left and clause.governed(j - 1)):
            continue
        site = clause.reading.sites.get(end + 1) if clause.words[end : end + 1] == ["في"] else None
        led = _led_until(clause, end)
        if i in (end, led) or (site is not None and clause.reading.token(site.end - 1) + 1 == i):
            return Words(j, end)  # وفدا من الجمعية [في العراق] زار
    return None


def _led_until(clause: Clause, i: int) -> int:
    """Where what is told of a delegation at `i` ends: `وفد من الحركة [برئاسة سليم عمر] يلتقي`, `وفد [يضم نوابا]`."""
    if clause.words[i : i + 1] and clause.words[i] in _COMPRISES:
        party = clause.reading.at.get(i + 1)
        members = party.end if party is not None and party.type == "described" else clause.described(i + 1)
        return i if members is None else end_of(clause, i + 1, members)
    leads = clause.words[i : i + 1] and clause.words[i] in _LED_BY
    leader = clause.reading.at.get(i + 1) if leads else None
    return leader.end if leader is not None and leader.type == "person" else i


def leader_of(clause: Clause, words: Words) -> Party | None:
    """Whoever leads a delegation that stands before its verb."""
    leader = clause.reading.at.get(words.end + 1) if _led_until(clause, words.end) > words.end else None
    return leader if leader is not None and leader.type == "person" else None


def antecedent(clause: Clause, i: int, last: int, taken: frozenset[str | None]) -> Party | None:
    """Who acts in the clause of token `i`: whoever a pronoun or a dropped subject there stands for; no newspaper."""
    party = _acting(clause, i, last, taken)
    return None if party is not None and clause.tells_news(party) else party  # وحسب ما ذكرته الصحيفة


def _acting(clause: Clause, i: int, last: int, taken: frozenset[str | None]) -> Party | None:
    """Who leads the clause of token `i`, or one before it.

    Where the sentence begins with a prepositional phrase (`خلال لقائه مع …، قال الوزير`) he may follow, after token
    `last`, and is none of those `taken` already. Whose gender is not the verb's is passed over.
    """
    reading = clause.reading
    if _says_i(clause.cue):
        return reading.speaker(i)
    gender, first = _asked_gender(clause, i), _first_of_others(clause, i)
    p = _leading_here(clause, i)
    if p is not None and gender == "m" and are_several(clause, p):
        p = _one_after(clause, p, i) or p
    if p is not None and p.start >= first and not _unfit(clause, p, gender):
        return p
    if begins_with_phrase(clause):
        later = reading.between(max(i + 1, last), clause.sent_end)
        fits = (q for q in later if clause.leads(q) and not taken & set(q.refs))
        if p := next((q for q in fits if not _unfit(clause, q, gender)), None):
            return p
    return None if first else _told_before(clause, i, gender)


def _told_before(clause: Clause, i: int, gender: str | None) -> Party | None:
    """Who leads the sentence before token `i`'s, or one before that."""
    reading = clause.reading
    n = reading.sentence[i]
    for start, stop in reading.bounds[max(0, n - SENTENCES) : n][::-1]:
        if _of_whoever_spoke(clause, start):
            continue
        leading = (q for q in reading.between(start, stop) if clause.leads(q))
        if p := next((q for q in leading if not _unfit(clause, q, gender)), None):
            return p
    return None


def _one_after(clause: Clause, several: Party, i: int) -> Party | None:
    """`قال [أعضاء المجلس]، بعد أن زار [سليم عمر] الصين، حيث التقى`: of one, told last before token `i`."""
    others = (q for q in clause.reading.between(several.end, i) if clause.leads(q) and not _unfit(clause, q, "m"))
    return next(reversed(list(others)), None)


def _says_i(cue: Cue) -> bool:
    """`قال: «[التقيت] الوزير»`, `«[أجرينا] محادثات معه»`: whoever says it took part."""
    return cue.predicate is not None and cue.predicate.form.person == 1


def _first_of_others(clause: Clause, i: int) -> int:
    """Where the direct speech around token `i` begins; a third person in it is not who speaks: `قال: "وصل إلى ليبيا"`.

    0 outside of any, and where the verb may be the first person's or the noun is his.
    """
    cue = clause.cue
    own = cue.noun.suffix if isinstance(cue, NounCue) else ""
    form = None if cue.predicate is None else cue.predicate.form
    either = form is not None and (form.kind, form.gender, form.number) == ("past", "f", "s")  # ترأست: I, or she
    third = own not in ("ي", "نا") if own else form is not None and not either
    return next((start for start, end in clause.reading.speech if start <= i < end), 0) if third else 0


def begins_with_phrase(clause: Clause) -> bool:
    """Whether the sentence begins with a preposition: `خلال لقائه`, `وردا على سؤال`; not `وقال في برقية بعد زيارته`."""
    i, v = clause.sent_start, clause.vocabulary
    answer = clause.words[i].endswith("ا") and not clause.words[i].endswith("وا")  # وردا, but وعبروا خلال زيارتهم
    told = clause.reading.syntax.is_verb(i) and not answer
    opening = [plain(word) for word in clause.words[i : i + 2 - told]]
    return any(word in v.preposition or word in v.control for word in opening)


def _of_whoever_spoke(clause: Clause, start: int) -> bool:
    """`وأكد أن الجيش تقدم`: a sentence from `start` on of whoever was told before; in its clause another acts."""
    return clause.words[start + 1] in THAT and clause.reading.syntax.is_verb(start)


def are_several(clause: Clause, party: Party) -> bool:
    """`قال [أعضاء المجلس] … والتقى`, `زيارته [المسؤولين]`: several, of whom no verb of one and no «his» is."""
    head = plain(clause.words[party.start]).lstrip("لب").removeprefix("ال")
    return party.type == "described" and not party.refs and is_plural(head)


def _unfit(clause: Clause, party: Party, gender: str | None) -> bool:
    """Whether a verb of `gender` cannot be of `party`; `قبل أن تصل إلى بيروت` is of a ship rather than of a man."""
    genders = clause.reading.genders
    if gender == "f" and party.type == "described" and plain(clause.words[party.start]).endswith(("ين", "ون")):
        return True  # دعا الوزير الصحافيين … تصل إلى البلاد: not they
    if gender == "m" and are_several(clause, party):
        return True
    if clause.cue.kind == "visit" and gender == "f" and party.type == "person":
        return len(party.refs) != 1 or genders.of(((party.refs[0], party.name),)) != "f"
    return genders.vetoes(party, gender)


_WITH_HIM = {"معه": "m", "معها": "f", "به": "m", "بها": "f"}


def other_party(cue: Encounter, near: Iterable[int]) -> Taken | None:
    """Whom a pronoun after `مع` or `ب` among the tokens `near` stands for: told last before, and not among who acts."""
    clause = cue.clause
    i = next((j for j in near if _stands_for_other(clause, j)), None)
    if i is None:
        return None
    party = told_last(clause, cue.start, cue.draft.refs, _WITH_HIM[clause.words[i]])
    return None if party is None else taken(clause, [party], cue.role)


def _stands_for_other(clause: Clause, j: int) -> bool:
    """Whether a pronoun of company stands at `j`; به only right after the cue: not `حسب ما صرح [به]`."""
    word = clause.words[j]
    return word in _WITH_HIM and (word[0] == "م" or j == clause.cue.end)


def told_last(clause: Clause, i: int, but: frozenset[str | None], gender: str) -> Party | None:
    """The person of that gender told last before token `i` who acts in nothing there, `but` those left out."""
    reading = clause.reading
    acting = None if but else antecedent(clause, i, clause.cue.end, but)
    left_out = {*but, *(acting.refs if acting is not None else ())}
    n = reading.sentence[i]
    for start, end in reading.bounds[max(0, n - 1) : n + 1][::-1]:
        people = [p for p in reading.between(start, min(end, i)) if p.type == "person" and len(p.refs) == 1]
        fits = (p for p in people[::-1] if p.refs[0] not in left_out and not reading.genders.vetoes(p, gender))
        if (party := next(fits, None)) is not None:
            return party
    return None


def several_told(clause: Clause, i: int, but: frozenset[str | None], *, two: bool) -> Items:
    """Whom `هما`, `هم` after a verb at `i` stand for, `but` those left out: the two, or the several told last."""
    reading, n = clause.reading, clause.reading.sentence[i]
    people: dict[str, Party | Words] = {}
    for start, end in reading.bounds[max(0, n - 1) : n + 1][::-1]:
        for p in list(reading.between(start, min(end, i)))[::-1]:
            if two and p.type == "person" and len(p.refs) == 1 and p.refs[0] not in but:
                people.setdefault(p.refs[0], p)
            elif not two and p.type == "described" and is_plural(plain(clause.words[p.start]).lstrip("لب")):
                return [p]
        if people:
            return [*people.values()][::-1] if len(people) <= 2 else []
    return []


def _leading_here(clause: Clause, i: int) -> Party | None:
    """Whom the clause of token `i` is about, or else one before it in its sentence."""
    left, end = clause.left_of(i), i
    p = clause.leading(left, end)
    while p is None and left > clause.sent_start:
        end = left - 1
        left = clause.left_of(end)
        p = clause.leading(left, end)
    return p


def _asked_gender(clause: Clause, i: int) -> str | None:
    """The gender of whoever the verb `i` leaves out; one that carries a noun (`تجري محادثات`) agrees with the noun."""
    if "participle" in clause.cue.entry.features and clause.cue.start == i:
        return "f" if clause.reading.doc[i].text.endswith("ة") else "m"
    if not isinstance(clause.cue, VerbCue) or clause.cue.start != i:
        return None
    form = clause.cue.verb.form
    return form.gender if form.person == 3 and form.number == "s" else None


# -- after a preposition -----------------------------------------------------------------------------------------------


def each_of(clause: Clause, i: int) -> bool:
    """Whether `كل من`, `كلا من` stands at `i`, before those who are listed."""
    each = clause.words[i : i + 1] and clause.words[i].lstrip("وب") in _EACH
    return bool(each) and clause.words[i + 1 : i + 2] == ["من"]


def taken_at(clause: Clause, i: int, role: str, *, complete: bool = False) -> Taken | None:
    """Whoever stands at `i`, and those joined to him."""
    reading = clause.reading
    if each_of(clause, i):
        i += 2  # مرفوقا بكل من
    if clause.words[i : i + 1] and clause.words[i] in clause.vocabulary.voiding | _ABSENCE:
        return None  # مع [إلغاء] عضوية أعضاء الفريق, مع [غياب] الوفد
    for j in range(i, min(i + 4, clause.right)):
        p = reading.at.get(j)
        if p is not None and p.type != "place":
            return taken(clause, _named_at(clause, i, p), role, complete=complete)
        if end := clause.partner(j) if j == i else clause.described(j):
            return taken(clause, _described_at(clause, j, end), role, complete=complete)
        office = j > i and clause.words[j] in COMMAS and clause.words[j - 1].startswith("ال")
        apposed = office and _person_at(clause, j + 1) is not None
        if clause.governed(j) or (reading.is_sign(j) and clause.words[j] not in '«"“(#' and not apposed):
            return None  # أشرف عليها المعتمد الأول، سليم عمر: his office stands before the comma
    return None


def _person_at(clause: Clause, j: int) -> Party | None:
    """The person whose name begins at token `j`, within the reach of the encounter."""
    party = clause.reading.at.get(j) if j < clause.right else None
    return party if party is not None and party.type == "person" else None


def _named_at(clause: Clause, i: int, party: Party) -> Items:
    """Who is meant by words from `i` on of which the first party is `party`."""
    if party.start > i and party.kind == "demonym":
        return []  # مع شباب وجنود بريطانيين
    if party.start > i and party.type == "person" and clause.reading.letters(party) == "ل":
        return [Words(i, party.end)]  # مع مساعد بارز لسليم عمر
    return group(clause, party)


def _described_at(clause: Clause, i: int, end: int) -> Items:
    """Who is meant by a description `i:end` and a name right after it."""
    q = clause.reading.at.get(end)
    if q is not None and q.type == "person" and end < clause.right:
        if clause.reading.letters(q) == "و":
            return [Words(i, end), *group(clause, q)]
        if not clause.oblique(q):
            return group(clause, q)  # نائب وزير الخارجية [فلان]
    return [Words(i, end)]


def counterparts(clause: Clause, party: Party) -> Items:
    """Those named after a dual or plural office; none where only one is.

    `بنظيريه الروسي، [سليم عمر]، والتركي، [زيد حسن]`, `وزراء النقل [سليم عمر] والدفاع [زيد حسن]`.
    """
    head = clause.words[party.start].lstrip("وبل")
    two = head in clause.vocabulary.counterparts
    if party.type != "described" or not (two or is_plural(head) or is_plural(clause.words[party.start])):
        return []
    found: list[Party | Words] = []
    last = party.end
    for p in clause.reading.between(party.end, clause.right):
        if p.kind == "demonym":
            continue
        if p.type != "person" or not all(_adds_office(clause, j, nationality=two) for j in range(last, p.start)):
            break
        found.append(p)
        last = p.end
    return found if len(found) == 2 or (len(found) > 2 and not two) else []


def _adds_office(clause: Clause, j: int, *, nationality: bool) -> bool:
    """Whether word `j` only says of which state or office the next is: `، والتركي،`, `والدفاع الوطني`."""
    of_office = not nationality and clause.words[j].removeprefix("و").startswith("ال")
    return clause.words[j] in "،,و" or j in clause.reading.demonyms or of_office


def after_letters(clause: Clause, i: int) -> str:
    """The conjunction-free letters written onto the party at `i`: `ل` of `ولبوتين`."""
    p = clause.reading.at.get(i)
    return "" if p is None else clause.reading.letters(p).lstrip("وف")
