"""The component `arner_entities`: mentions → the people, countries, organisations and places of one article.

Leaves `doc._.entities`, and `doc._.mentions`: each with the entities that it stands for.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections import Counter
from dataclasses import dataclass, field, replace
from itertools import islice
from typing import NamedTuple

from spacy.tokens import Doc

from arner.arabic.orthography import clean, fold
from arner.arabic.particles import bare, letters, readings
from arner.entities import offices as office_rules
from arner.entities.latin import name_latin
from arner.entities.organizations import group
from arner.entities.people import folded_words, identify, official_of, own_people
from arner.entities.places import is_only_a_place
from arner.layers import (
    Country,
    CountryHow,
    CountryMention,
    Entities,
    Mention,
    MentionType,
    NameMention,
    OfficeMention,
    Organization,
    Person,
    Place,
    Role,
    Span,
)
from arner.lexicon import word_class
from arner.lexicon.component import component
from arner.mentions.countries import capitals, country_names, newspaper_country, place_country
from arner.records import CountrySource, MentionKind

_KINDS: dict[CountryHow, MentionKind] = {
    "name": "name",
    "demonym": "demonym",
    "capital": "metonym",
    "seat": "metonym",
}


def resolve(doc: Doc) -> Doc:
    """Set `doc._.entities` and `doc._.mentions`."""
    _Article(doc).resolve()
    return doc


create = component("arner_entities", resolve, requires=["doc._.names"], assigns=["doc._.entities", "doc._.mentions"])


@dataclass(frozen=True, slots=True)
class _State:
    """A word that means a state where it stands, in characters; `token`: the token that it begins in."""

    start: int
    end: int
    code: str
    kind: MentionKind
    token: int


@dataclass(slots=True)
class _Draft:
    """A person while the offices are given out: the forms of the name, the indices of the names."""

    id: str
    forms: Counter[str]
    at: list[int]
    roles: list[Role] = field(default_factory=list)

    @property
    def name(self) -> str:
        """The fullest form."""
        return max(self.forms, key=lambda f: (len(f.split()), self.forms[f], len(f)))

    def person(self) -> Person:
        latin, source = name_latin(self.name)
        others = tuple(f for f in self.forms if f != self.name)
        return Person(self.id, self.name, latin, source, others, tuple(self.roles))


class _Related(NamedTuple):
    """`نظيره الصيني`, `سلفه`: who holds or held somebody else's office; `start`, `end` are characters."""

    start: int
    end: int
    country: str | None
    country_from: CountrySource | None
    former: bool


class _Article:
    """The mentions of one Doc while they are resolved."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.text = doc.text  # spaCy makes it anew each time
        self.starts = [t.idx for t in doc]
        self.offices: list[OfficeMention] = list(doc._.offices)
        self.names: list[NameMention] = list(doc._.names)
        self.countries = self._countries(doc._.countries)
        self.country_counts = Counter(c.code for c in self.countries)
        self.country_starts = [c.start for c in self.countries]
        self.names = [n for n in self.names if n.type != "place" or not self._is_state(n)]
        self.titles = sorted((o.start, o.end) for o in self.offices if o.organization is None)
        self.names = [n for n in self.names if n.type != "organization" or not self._is_of_title(n)]
        self.mentions: list[Mention] = []

    def resolve(self) -> None:
        people = self._people()
        organizations = self._organizations()
        places = self._places()
        self.mentions += [self._state(c) for c in self.countries]
        self.mentions += self._roles_alone(people)
        self.mentions += self._governments()
        self.mentions.sort(key=lambda m: (m.outer_start, -m.outer_end))
        named = {ref for m in self.mentions for ref in m.refs}
        codes = dict.fromkeys(c.code for c in self.countries)
        self.doc._.entities = Entities(
            people=tuple(p.person() for p in people),
            countries=tuple(_country(code) for code in codes),
            organizations=tuple(o for o in organizations if o.id in named),
            places=tuple(p for p in places if p.id in named),
        )
        self.doc._.mentions = self.mentions

    def _is_of_title(self, name: NameMention) -> bool:
        """`رئيس [مجلس النواب]`: an organ without its state, in the title of an office of the state."""
        return _inside(name, self.titles) and not self._countries_in(name.start, name.end)

    # --- helpers over tokens ---

    def _token(self, char: int) -> int:
        return max(0, bisect_right(self.starts, char) - 1)

    # --- countries ---

    def _countries(self, found: list[CountryMention]) -> list[_State]:
        """Country mentions: not within names of people, nor the names of states within names of bodies."""
        kept: list[_State] = []
        people = sorted((n.start, n.end) for n in self.names if n.type == "person")
        actors = {i for n in self.names if n.type == "person" for i in range(n.first_token, n.end_token)}
        actors |= {i for o in self.offices for i in range(o.first_token, o.end_token)}
        bodies = sorted((n.start, n.end) for n in self.names if n.type == "organization")
        for m in found:
            first = self._token(m.start)
            if _inside(m, people) or (m.how != "demonym" and _inside(m, bodies)):
                continue
            if m.how == "capital":
                particle = fold(self.doc[first].text)[: max(0, m.start - self.doc[first].idx)]
                if is_only_a_place(self.doc, first, particle, actors):
                    continue
            kept.append(_State(m.start, m.end, m.code, _KINDS[m.how], first))
        return kept

    def _is_state(self, name: NameMention) -> bool:
        """Whether a place's name is a state's, with a particle (`لإسرائيل`) or without its first word (`دولة قطر`)."""
        at = bisect_right(self.country_starts, name.start + 2) - 1
        return at >= 0 and self.countries[at].end >= name.end and self.countries[at].kind != "demonym"

    @staticmethod
    def _state(c: _State) -> Mention:
        return Mention(c.start, c.end, c.start, c.end, "country", c.kind, (f"country:{c.code}",), c.code)

    def _governments(self) -> list[Mention]:
        """`الحكومة السورية`, `سلطات تركيا`: the government speaks and acts for the state."""
        found: list[Mention] = []
        for c in self.countries:
            before = c.token - 1
            if before < 0 or c.start != self.starts[c.token] or self.doc[c.token].is_sent_start:
                continue
            for word, dropped in readings(self.doc[before].norm_):
                if word in _GOVERNMENT:
                    start = self.starts[before] + letters(self.doc[before].text, dropped)
                    found.append(self._state(replace(c, start=start, kind="metonym")))
                    break
        return found

    def _countries_in(self, start: int, end: int) -> list[_State]:
        """The country mentions that begin within characters `start` to `end`; all are in order."""
        return self.countries[bisect_left(self.country_starts, start) : bisect_left(self.country_starts, end)]

    # --- people ---

    def _people(self) -> list[_Draft]:
        names = [n for n in self.names if n.type == "person"]
        individuals = identify([folded_words(n.name) for n in names], own_people())
        order = {id(n): k for k, n in enumerate(names)}
        held = office_rules.holders(self.doc, self.offices, self.names)
        offices_of: dict[int, list[int]] = {}
        for office, name in sorted(held.items()):
            offices_of.setdefault(order[id(self.names[name])], []).append(office)
        self.attached = set(held)
        people: list[_Draft] = []
        self.leaders: list[tuple[str, str]] = []  # people called «the leader» of a state, which is no office
        self.said: dict[str, list[int]] = {}  # person → where they are named, in order
        for number, individual in enumerate(individuals, 1):
            places = sorted(i for at in individual.forms.values() for i in at)
            forms = Counter(names[i].name for i in places)
            person = _Draft(f"p{number}", forms, places)
            for i in places:
                phrase = office_rules.with_honorifics(self.doc, names[i].first_token, names[i].start)
                first = min([phrase, *(self.offices[k].start for k in offices_of.get(i, []))])
                end = office_rules.titles_end(self.doc, names[i], [self.offices[k] for k in offices_of.get(i, [])])
                self.mentions.append(_named(names[i], person.id, None, first, end))
                self.said.setdefault(person.id, []).append(names[i].start)
            people.append(person)
        self._give_roles(people, names, offices_of)
        return people

    def _give_roles(self, people: list[_Draft], names: list[NameMention], offices_of: dict[int, list[int]]) -> None:
        by_id = {p.id: p for p in people}
        owner = {i: p for p in people for i in p.at}
        shared: dict[int, list[tuple[int, str]]] = {}
        order = {id(n): i for i, n in enumerate(names)}
        for k, name, country in office_rules.shared_out(self.doc, self.offices, self.names):
            shared.setdefault(order[id(self.names[name])], []).append((k, country))
        later: list[tuple[_Draft, _Related]] = []  # counterparts and predecessors: when the others are known
        for i, named in enumerate(names):
            for k in offices_of.get(i, []):
                self._give_office(owner[i], self.offices[k], later)
            for k, country in shared.get(i, ()):
                one = replace(self.offices[k], title=self.offices[k].singular, country=country)
                if one.kind == "counterpart":  # بنظيريه الروسي فلاديمير بوتين والتركي رجب طيب أردوغان
                    later.append((owner[i], _Related(one.start, one.end, country, one.country_from, one.former)))
                else:
                    office_rules.add_role(owner[i].roles, office_rules.role_of(one))
            if office_rules.predecessor(self.doc, named):
                token = self.doc[named.first_token - 1]
                later.append((owner[i], _Related(token.idx, token.idx + len(token.text), None, None, True)))
        for person in people:
            self._give_countries(person)
        for person, phrase in later:
            self._give_related(person, phrase, people, by_id)

    def _give_office(self, person: _Draft, office: OfficeMention, later: list[tuple[_Draft, _Related]]) -> None:
        """An office that stands with a person's name; a counterpart's is known `later`."""
        if office.kind == "office" or office_rules.titled(office):
            former = office.former or office_rules.is_past(self.doc, office)
            office_rules.add_role(person.roles, replace(office_rules.role_of(self._owned(office)), former=former))
        elif office.kind == "counterpart":
            related = _Related(office.start, office.end, office.country, office.country_from, office.former)
            later.append((person, related))
        elif office_rules.is_leader(office) and office.country:
            self.leaders.append((person.id, office.country))

    def _give_countries(self, person: _Draft) -> None:
        """The countries of offices that the text gives without one."""
        home = newspaper_country(self.doc._.article.source or "")
        for at, role in enumerate(person.roles):
            if role.country is None:
                known = None if role.organization else official_of(person.name)
                told = known or office_rules.country_of_context(role, person.roles, self.country_counts, home)
                source: CountrySource | None = "known" if known else "context" if told else None
                person.roles[at] = replace(role, country=told, country_from=source)

    def _give_related(self, person: _Draft, phrase: _Related, people: list[_Draft], by_id: dict[str, _Draft]) -> None:
        """The office of `نظيره`, `سلفه`: that of whom the sentence tells, or of whoever was named last."""
        like = self._role_of_subject(phrase, people) or self._role_before(
            phrase.start, person.id, by_id, phrase.country
        )
        if like:
            of = phrase.country if phrase.country or not phrase.former else like.country
            role = Role(
                like.title, of, phrase.country_from or "context", None, phrase.former, Span(phrase.start, phrase.end)
            )
            office_rules.add_role(person.roles, role)

    def _owned(self, office: OfficeMention) -> OfficeMention:
        """`مديرها`, `وزير خارجيتها`: the office with the state or the body that was named last before it."""
        if not office.owned or office.country or office.organization:
            return office
        at = bisect_left(self.country_starts, office.start) - 1
        state = self.countries[at] if at >= 0 else None
        bodies = [n for n in self.names if n.type == "organization" and n.start < office.start]
        body = max(bodies, key=lambda n: n.start, default=None)
        of_state = office_rules.is_of_state(office.title)
        if state and (of_state or body is None or state.start > body.end):
            return replace(office, country=state.code, country_from="context")
        return replace(office, organization=body.name) if body else office

    def _role_of_subject(self, phrase: _Related, people: list[_Draft]) -> Role | None:
        """The office named first in its sentence, of another country: `عقد الوزير الروسي اجتماعا مع نظيره`."""
        if not phrase.country:
            return None
        begin = self.doc[self._token(phrase.start)].sent.start_char
        first = bisect_left(self.offices, begin, key=lambda o: o.start)
        for office in islice(self.offices, first, None):
            if office.start >= phrase.start:
                break
            if office.kind == "office":
                if office.country in (None, phrase.country) or office.number != "sing":
                    continue
                held = (r for p in people for r in p.roles if r.country == office.country)
                said = next((r for r in held if office_rules.may_stand_for(office, r)), None)
                return said or (office_rules.role_of(office) if " " in office.title else None)
        return None

    def _role_before(self, char: int, but: str, by_id: dict[str, _Draft], not_of: str | None) -> Role | None:
        """The office of whoever was named last before `char`: what `نظيره` and `سلفه` point to.

        A counterpart is never of the same country (`not_of`).
        """
        for _, pid in self._named_before(char):
            roles = [r for r in by_id[pid].roles if not_of is None or r.country != not_of]
            if pid != but and roles:
                return roles[-1]
        return None

    def _named_before(self, char: int, since: int = 0) -> list[tuple[int, str]]:
        """Where each person was named last between `since` and `char`, the latest first."""
        last = [(at[k - 1], pid) for pid, at in self.said.items() if (k := bisect_left(at, char))]
        return sorted((at for at in last if at[0] >= since), reverse=True)

    def _roles_alone(self, people: list[_Draft]) -> list[Mention]:
        """Office phrases without a name: who of this article they stand for."""
        by_id = {p.id: p for p in people}
        found: list[Mention] = []
        for k, office in enumerate(self.offices):
            if k in self.attached or (office.joined and k - 1 in self.attached):
                continue
            start, end = office.start, office.end
            refs: list[str] = []
            kind: MentionType = "described"
            if office.kind == "dual":
                refs, kind = self._both(office, by_id)
            elif office.kind == "counterpart" and office.number == "sing":
                role = self._role_before(start, "", by_id, office.country)
                if role and office.country:
                    same = replace(
                        office,
                        title=role.title,
                        former=role.former,
                        country_from=role.country_from,
                        organization=role.organization,
                    )
                    refs = self._holder(same, by_id, start)
            elif office.number == "sing" and (office.definite or office.country):
                refs = self._holder(office, by_id, start)
            if office.kind != "dual" and refs:
                kind = "person"
            if not refs and office.kind == "dual":
                continue
            for ref in refs:
                if ref in by_id:
                    insort(self.said[ref], start)
            found.append(Mention(start, end, start, end, kind, "role", tuple(refs), office.country))
        return found

    def _holder(self, office: OfficeMention, by_id: dict[str, _Draft], char: int) -> list[str]:
        fitting = self._fitting(office, by_id)
        if not fitting and office_rules.is_leader(office):
            fitting = [pid for pid, country in self.leaders if country == office.country]
        if not fitting:
            return []
        before = [pid for _, pid in self._named_before(char) if pid in fitting]
        return before[:1] or [min(fitting, key=lambda pid: self.said[pid][0])]

    @staticmethod
    def _fitting(office: OfficeMention, by_id: dict[str, _Draft]) -> list[str]:
        """The people an office phrase may mean: of its country, or first those whose office was given without one."""
        held = {
            pid: roles
            for pid, p in by_id.items()
            if (roles := [r for r in p.roles if office_rules.may_stand_for(office, r)])
        }
        if office.country:
            return [pid for pid in held if any(r.country == office.country for r in by_id[pid].roles)]
        loose = (None, "context", "known")
        return [pid for pid, roles in held.items() if any(r.country_from in loose for r in roles)] or list(held)

    def _both(self, office: OfficeMention, by_id: dict[str, _Draft]) -> tuple[list[str], MentionType]:
        """The two that a dual stands for: the two states most written of, or the people of its kind most written of."""
        char = office.start
        head = bare(fold(office.title).split()[0])[:4]
        if fold(office.title) in _COUNTRY_DUALS:
            governing = bare(self.doc[office.first_token - 1].norm_) if office.first_token else ""
            if governing in _SOLUTION:
                return [], "country"
            before = [c.code for c in self.countries[: bisect_left(self.country_starts, char)]]
            if governing in _EACH:
                two = list(dict.fromkeys(reversed(before)))[1::-1]
            else:
                two = sorted(dict.fromkeys(before), key=lambda code: -self.country_counts[code])[:2]
            return ([f"country:{code}" for code in two], "country") if len(two) == 2 else ([], "country")
        since = self.doc[self._token(char)].sent.start_char if head in _SIDES else 0
        named = [pid for _, pid in self._named_before(char, since) if self._of_kind(head, by_id[pid])]
        if head in _SIDES:
            return (named[::-1], "person") if len(named) == 2 else ([], "person")
        named.sort(key=lambda pid: -bisect_left(self.said[pid], char))  # stable: of equals the one named last
        return (named[1::-1], "person") if len(named) > 1 else ([], "person")

    @staticmethod
    def _of_kind(head: str, person: _Draft) -> bool:
        wanted = _DUAL_HEADS.get(head)
        if not wanted:
            return True
        titles = [r.title for r in person.roles if office_rules.title_head(r.title) in wanted]
        if head == "رييس":  # الرئيسان: of states, not of governments
            titles = [t for t in titles if " " not in t or fold(t).split()[1] in ("الجمهوريه", "الدوله")]
        return bool(titles)

    # --- organisations and places ---

    def _organizations(self) -> list[Organization]:
        names = [n for n in self.names if n.type == "organization"]
        found: list[Organization] = []
        for body in group(self.doc, names):
            country = body.country
            for i in body.at:
                inner = self._countries_in(names[i].start, names[i].end)
                if country is None and inner:
                    country = inner[-1].code
                self.mentions.append(_named(names[i], body.id, country))
            found.append(Organization(body.id, body.name, body.aliases, country))
        return found

    def _places(self) -> list[Place]:
        """Names of places that are no states; capitals among them, whether the tagger saw them or not."""
        places: dict[str, Place] = {}
        found = [n for n in self.names if n.type == "place"]
        taken = {i for n in self.names for i in range(n.first_token, n.end_token)}
        states = {c.start for c in self.countries}
        known = capitals()
        for c in self.doc._.countries:
            first = self._token(c.start)
            if c.how == "capital" and c.start not in states and first not in taken:
                name = clean(self.text[c.start : c.end])
                found.append(NameMention(c.start, c.end, first, first + 1, "place", name))
        for n in sorted(found, key=lambda n: n.start):
            key = fold(n.name)
            inner = self._countries_in(n.start, n.end)
            country = known.get(key) or place_country(n.name) or (inner[-1].code if inner else None)
            place = places.setdefault(key, Place(f"l{len(places) + 1}", n.name, country))
            self.mentions.append(_named(n, place.id, place.country))
        return list(places.values())


_COUNTRY_DUALS = word_class("country_dual")
_SOLUTION = word_class("solution")  # حل الدولتين, the two-state solution: no two that were named
_EACH = word_class("both")  # كلا البلدين, both: the two that were named last
_GOVERNMENT = word_class("government")
# The first letters of a dual → the offices that its two people hold.
_DUAL_HEADS = {"رييس": frozenset({"رييس"}), "وزير": frozenset({"وزير"}), "زعيم": office_rules.LEADERS}
# الجانبان، الطرفان: whoever the talk was of last, people or others, so only two named in the same sentence are sure.
_SIDES = word_class("side_of_dual")


def _country(code: str) -> Country:
    arabic, english = country_names(code)
    return Country(f"country:{code}", code, arabic, english)


def _named(
    name: NameMention, ref: str, country: str | None, outer_start: int | None = None, outer_end: int = 0
) -> Mention:
    """The mention of who or what is called `name`, in a noun phrase from `outer_start` to `outer_end`."""
    start = name.start if outer_start is None else outer_start
    return Mention(name.start, name.end, start, max(name.end, outer_end), name.type, "name", (ref,), country)


def _inside(m: CountryMention | NameMention, spans: list[tuple[int, int]]) -> bool:
    """Whether a mention lies within one of `spans`, which are in order and do not overlap."""
    at = bisect_right(spans, m.start, key=lambda span: span[0]) - 1
    return at >= 0 and spans[at][0] <= m.start and m.end <= spans[at][1]
