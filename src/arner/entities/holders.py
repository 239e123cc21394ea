"""Which name an office stands with: `وزير الدفاع الروسي أندريه بيلوسوف`, `سيرغي لافروف، وزير الخارجية الروسي`.

An office belongs to the name right after it, to the name it follows in apposition or after «holds the office of».
"""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Doc

from arner.arabic.inflection import readings as verb_readings
from arner.arabic.orthography import fold
from arner.arabic.particles import letters, readings
from arner.entities.offices import title_head, titled
from arner.entities.officials import official_of
from arner.layers import NameMention, OfficeMention
from arner.lexicon import cached, load, word_class
from arner.mentions.names.plausible import PREPOSITIONS_APART
from arner.tokens import tokens_of

_CLAUSE = word_class("before_office")
_OF_AYATOLLAH = frozenset({"الله", "العظمي"})  # آية [الله العظمى]
_SIGNS = frozenset('#."«“(/')
_REACH = 24  # tokens from a name over «الذي يشغل منصب» to the office
_JOINED = 4  # offices that «and» joins to one
_HOLDING = word_class("office_held")
_RANK = word_class("rank")  # الفريق أول ركن
_COMMAS = frozenset({"،", ","})
_GOVERNING = PREPOSITIONS_APART | _CLAUSE
_WAS = word_class("was")
_DELEGATION = frozenset({"وفد", "ووفد"})  # وفد [ولي العهد]
_OF_SOMEBODY = word_class("verb_of_somebody")
_STOPS = word_class("stop")
_ALSO = frozenset({"وهو", "وهي"})
_OPENING = frozenset({"،", ",", "(", "-", "–", "ـ"})
_DAYS = word_class("weekday_alone")
# What follows an office behind a name and a comma: a sign, a relative, the day that the sentence tells of.
_CLOSING = (
    frozenset({"،", ",", ".", "(", ")", "-", "–", "ـ", "؛", ":"})
    | word_class("relative")
    | word_class("after_apposition")
    | _DAYS
)
_WHOSE = word_class("whose_government")  # حكومة [سالم عمر]
_WITH_OBJECT = word_class("saying_of_something")
_PREDECESSOR = frozenset({"سلفه", "سلفها"})


@cached
def honorifics() -> frozenset[str]:
    """Folded words that may stand before a name and are no part of it."""
    return frozenset(fold(w) for w in load("offices")["honorifics"]["words"]) | _RANK


def with_honorifics(doc: Doc, start: int, core: int) -> int:
    """The character where the phrase of a name begins: `[القاضي] كافانو`, `و[السيد] صالح`.

    The name begins in token `start` with character `core`; before it, particles stand on the first word.
    """
    begin = core
    while start > 0 and begin == doc[start].idx and not doc[start].is_sent_start:
        for word, dropped in readings(doc[start - 1].norm_):
            if word in honorifics():
                start -= 1
                begin = doc[start].idx + letters(doc[start].text, dropped)
                break
        else:
            break
    return begin


def titles_end(doc: Doc, name: NameMention, offices: list[OfficeMention]) -> int:
    """The character where the titles end that follow a name at once: `سيرغي لافروف [وزير الخارجية]`; else 0."""
    end, char = name.end_token, 0
    for office in sorted(offices, key=lambda o: o.first_token):
        apart = doc[end : office.first_token].text if office.first_token > end else ""
        if office.first_token < end or (apart and not char) or apart not in ("", *_COMMAS):
            continue
        end, char = office.end_token, office.end
    return char


def between_is_honorific(doc: Doc, start: int, end: int) -> bool:
    """Whether only honorifics, quotation marks or a hashtag's sign stand in tokens `start` to `end`."""
    return all(t.norm_ in honorifics() or t.norm_ in _SIGNS or t.norm_ in _OF_AYATOLLAH for t in doc[start:end])


@dataclass(frozen=True, slots=True)
class _Beside:
    """A Doc with what may stand beside an office: tokens, `end` exclusive."""

    doc: Doc
    offices: list[OfficeMention]
    names: list[NameMention]
    people: dict[int, int]
    """The token where a person's name begins, no particle before it → the index of the name."""
    ends: dict[int, int]
    """The token after a person's name → the index of the name."""
    places: dict[int, int]
    """The token where a place's name begins → the token after it."""


def holders(doc: Doc, offices: list[OfficeMention], names: list[NameMention]) -> dict[int, int]:
    """Office (index) → the name (index) that holds it, for offices that stand with a person's name."""
    tokens = tokens_of(doc)
    persons = [(i, n) for i, n in enumerate(names) if n.type == "person"]
    # A name after «and» is somebody else's: `جون كيري وزير الخارجية وارنست مونيز وزير الطاقة`.
    people = {n.first_token: i for i, n in persons if n.start == tokens.starts[n.first_token]}
    ends = {n.end_token: i for i, n in persons}
    places = {start: end for start, end, label in tokens.entities if label == "LOC"}
    beside = _Beside(doc, offices, names, people, ends, places)
    held: dict[int, int] = {}
    for k in range(len(offices) - 1, -1, -1):
        if offices[k].kind == "dual" or offices[k].number != "sing":
            continue
        name = _holder(beside, k, held.get(k + 1))
        if name is not None:
            held[k] = name
    _hold_again(doc, offices, held)
    return _without_objects(doc, offices, names, held)


def _hold_again(doc: Doc, offices: list[OfficeMention], held: dict[int, int]) -> None:
    """Gives a further title its holder too: `X ولي العهد [نائب رئيس مجلس الوزراء] [وزير الدفاع]`."""
    for k, office in enumerate(offices):
        again = office.joined or (k > 0 and _again_apposed(doc, offices[k - 1], office))
        if again and k not in held and k - 1 in held and office.kind == "office":
            held[k] = held[k - 1]


def _without_objects(
    doc: Doc, offices: list[OfficeMention], names: list[NameMention], held: dict[int, int]
) -> dict[int, int]:
    """What is held without the offices behind a name that are of whom its verb concerns."""
    before = {name: offices[k] for k, name in held.items() if offices[k].end_token <= names[name].first_token}
    return {
        k: name
        for k, name in held.items()
        if offices[k].end_token <= names[name].first_token
        or not _is_object(doc, offices[k], names[name], before.get(name))
    }


def _holder(beside: _Beside, k: int, held_next: int | None) -> int | None:
    """The name of who holds the office `k`: that of the next office (`held_next`), the one after it or before it."""
    doc, office, following = beside.doc, beside.offices[k], beside.offices[k + 1 : k + 2]
    if held_next is not None:
        apart = _is_own_title(doc, following[0])
        if following[0].joined and office.kind == "office" and not apart:
            return held_next  # نائب رئيس الوزراء ووزير الدفاع X
        if _apposed_title(doc, office, following[0], beside.names[held_next]):
            return held_next
    end = _apposition_end(beside, k)
    name = _name_after(beside, office, end)
    if name is not None:
        return None if _governed_apart(doc, office, beside.names[name], following) else name
    return None if office.kind == "counterpart" else _name_before(beside, office, end)


def _apposition_end(beside: _Beside, k: int) -> int:
    """The token after an office, those that «and» joins to it, and the place where they are held.

    `سالم عمر، [الأمين العام لحزب النور ورئيس الحكومة الأسبق]،`, `سالم عمر، [المنسق الإقليمي للحزب بأكادير]،`
    """
    doc, end = beside.doc, beside.offices[k].end_token
    for following in beside.offices[k + 1 : k + 1 + _JOINED]:
        if not following.joined or following.first_token != end or following.number != "sing":
            break
        end = following.end_token
    place = end + (end < len(doc) and doc[end].norm_ == "في")
    here = place in beside.places and (place > end or doc[place].norm_[:1] == "ب")
    return beside.places[place] if here else end


def _again_apposed(doc: Doc, office: OfficeMention, following: OfficeMention) -> bool:
    """`سالم عمر مدير الأيام، [مدير إدارة المسرح]،`: a second title between commas, with nobody's name behind it."""
    end = following.end_token
    after = doc[end].norm_ if end < len(doc) else "."
    apart = doc[office.end_token : following.first_token].text in _COMMAS
    begins = following.start == doc[following.first_token].idx
    return apart and begins and following.number == "sing" and after in _COMMAS


def _is_own_title(doc: Doc, office: OfficeMention) -> bool:
    """`رئيس الوزراء الفرنسي [والرئيس] ماكرون`, `[والسفير] سالم عمر`: a bare title that «and» begins is another's."""
    joined = office.start > doc[office.first_token].idx
    return joined and (titled(office) or (office.definite and office.end_token - office.first_token == 1))


def _apposed_title(doc: Doc, office: OfficeMention, title: OfficeMention, name: NameMention) -> bool:
    """`المتحدث باسم وزارة الخارجية، [السفير] أحمد حافظ، …`: between commas, a bare title and a name after an office."""
    apart = doc[office.end_token : title.first_token].text
    at_once = title.end_token == name.first_token and titled(title)
    return office.kind == "office" and apart in _COMMAS and at_once and _ends(doc, name)


def _is_object(doc: Doc, office: OfficeMention, name: NameMention, before: OfficeMention | None) -> bool:
    """`هنأ رئيس الوزراء المجري فيكتور أوربان [الرئيس التركي]`: it is of whom the verb concerns.

    Without a comma nothing is apposed to a name whose verb still lacks its object, where the name is a surname alone
    (`التقى بوتين [الرئيس الصيني]`) or has an office of its own. `before`: the office that stands before the name.
    """
    apposed = doc[office.first_token - 1].norm_ in (*_COMMAS, "(", "-", "–") if office.first_token else True
    if apposed or office.kind != "office":
        return False
    if before and before.country and office.country:
        return office.country != before.country
    if office.first_token != name.end_token or not _lacks_object(doc, name, before):
        return False
    known = official_of(name.name)
    if office.country and known:
        return office.country != known
    if before:  # استقبل [الرئيس] حداد [الرئيس القبرصي]
        return title_head(before.title) == title_head(office.title) or bool(office.country)
    return name.end_token - name.first_token == 1


def _lacks_object(doc: Doc, name: NameMention, before: OfficeMention | None) -> bool:
    """Whether the verb before a name and its titles is one of meeting, telling or judging somebody."""
    start = before.first_token if before else name.first_token
    while start > 0 and doc[start - 1].norm_ in honorifics():
        start -= 1
    first = doc[start].norm_
    verb = doc[start - 1].norm_ if start and not doc[start].is_sent_start else ""
    governed = start == name.first_token and name.start > doc[start].idx
    return not governed and first[:1].isalpha() and any(word in _OF_SOMEBODY for word, _ in verb_readings(verb))


def _governed_apart(doc: Doc, office: OfficeMention, name: NameMention, following: list[OfficeMention]) -> bool:
    """`الوفد المرافق لولي العهد أحمد الخطيب المستشار`: the office that ل governs is another's, the name has its own."""
    first = doc[office.first_token]
    governed = office.start > first.idx and first.norm_[:2].lstrip("و").startswith("ل")
    governed |= office.start == first.idx and first.i > 0 and doc[first.i - 1].norm_ in _DELEGATION
    own = bool(following) and following[0].first_token == name.end_token and following[0].kind == "office"
    return governed and own and office.country is None


def _name_after(beside: _Beside, office: OfficeMention, end: int) -> int | None:
    """The name before which the office stands; `end`: the token after the whole phrase."""
    doc, people, names = beside.doc, beside.people, beside.names
    if office.reaches is not None:
        return people.get(office.reaches + 1)
    if office.end_token - office.first_token == 1 and not office.definite:
        return None  # a bare noun and a name are a genitive: `محامية جادج`, the lawyer of Judge
    comma = end < len(doc) and doc[end].norm_ in _COMMAS
    start = end if comma else office.end_token  # قائد القوات [في أفغانستان]، الجنرال سالم عمر
    apposed = comma or (start < len(doc) and doc[start].norm_ in _COMMAS)  # الرئيس الأمريكي، دونالد ترامب، …
    for at in range(start + apposed, min(start + 6, len(doc))):
        if at in people:
            fits = between_is_honorific(doc, start + apposed, at)
            return people[at] if fits and (not apposed or _ends(doc, names[people[at]])) else None
    return None


def _ends(doc: Doc, name: NameMention) -> bool:
    """Whether an apposition ends with a name: a comma comes soon, or a preposition follows: `، سالم عمر عبر تويتر`."""
    after = doc[name.end_token].norm_ if name.end_token < len(doc) else ""
    several = name.end_token - name.first_token > 1
    soon = doc[name.first_token + 1 : max(name.first_token + 5, name.end_token + 2)]
    ended = not after.strip() or after in _STOPS or doc[name.end_token].is_sent_start
    goes_on = several and (after in _GOVERNING or after in _DAYS)
    return ended or after == ":" or goes_on or any(t.norm_ in _COMMAS for t in soon)


def _name_before(beside: _Beside, office: OfficeMention, end: int) -> int | None:
    """The name that the office is told of behind it; `end`: the token after the whole apposition."""
    doc, ends = beside.doc, beside.ends
    at = office.first_token - 1
    if at < 0 or office.kind != "office":
        return None
    if office.start != doc[office.first_token].idx:
        if not _joined_to_noun(doc, office, ends):
            return None  # a particle before it begins something else
        at -= 1
    if at + 1 in ends and not doc[at + 1].is_sent_start:
        return ends[at + 1]
    if doc[at].norm_ in _ALSO:  # كمال عمر وهو [عضو بارز في حزب]
        last = at - (_sign(doc, at - 1) in _OPENING if at else 0)
        return None if doc[at].is_sent_start else ends.get(last)
    if _sign(doc, at) in _OPENING and at in ends:
        after = _sign(doc, end) if end < len(doc) else "."
        closed = after in _CLOSING or not after.strip()
        first = beside.names[ends[at]].first_token
        verb = doc[first - 1].norm_.removeprefix("و") if first and not doc[first].is_sent_start else ""
        return ends[at] if closed or verb in _WITH_OBJECT else None  # أكد سالم عمر، [المدير العام] أهمية الأمر
    if any(t.norm_ in _HOLDING for t in doc[max(0, at - 1) : at + 1]):
        return _holding(beside, at)
    return None


def _sign(doc: Doc, at: int) -> str:
    """A folded word, or a sign, of which a lengthening stroke as a dash is folded away: `سالم عمر ـ مستشار الوزارة`."""
    return doc[at].norm_ or doc[at].text


def _joined_to_noun(doc: Doc, office: OfficeMention, ends: dict[int, int]) -> bool:
    """`سالم عمر، مؤسس [ورئيس النادي]`: «founder and» stands before the office."""
    first = office.first_token
    noun, sign = doc[first - 1].norm_, _sign(doc, first - 2) if first > 1 else ""
    joined = doc[first].norm_.startswith("و") and office.start == doc[first].idx + 1
    return joined and first - 2 in ends and sign in _OPENING and noun.isalpha() and not noun.startswith("ال")


def _holding(beside: _Beside, at: int) -> int | None:
    """The subject of «holds the office of» before token `at`, not whose government it was in (`حكومة [سالم عمر]`)."""
    doc = beside.doc
    for back in range(at, max(0, at - _REACH), -1):
        name = beside.ends.get(back)
        if name is not None:
            first = beside.names[name].first_token
            if not first or doc[first - 1].norm_.removeprefix("و") not in _WHOSE:
                return name
        if doc[back].is_sent_start:
            break
    return None


def is_past(doc: Doc, office: OfficeMention) -> bool:
    """`عندما كان بومبيو يشغل منصب [مدير …]`, `شغل منصب [وزير الدفاع]`: what somebody held."""
    before = {t.norm_.removeprefix("و") for t in doc[max(0, office.first_token - _REACH // 2) : office.first_token]}
    return bool(before & _HOLDING) and bool(before & _WAS)


def predecessor(doc: Doc, name: NameMention) -> bool:
    """`سلفه X`: the name is of who held the office before."""
    before = doc[name.first_token - 1].norm_ if name.first_token else ""
    return before in _PREDECESSOR or (before[:1] in "وف" and before[1:] in _PREDECESSOR)
