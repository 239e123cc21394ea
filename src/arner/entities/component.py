"""The component `arner_entities`: mentions → the people, countries, organisations and places of one article.

Leaves `doc._.entities`, and `doc._.mentions` again, each mention now with the entities it stands for
(docs/architecture.md gives the shapes).
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections import Counter
from itertools import islice
from typing import Any

from spacy.tokens import Doc

from arner.arabic.orthography import clean, fold
from arner.arabic.particles import bare, letters, readings
from arner.entities import offices as office_rules
from arner.entities.latin import name_latin
from arner.entities.organizations import group
from arner.entities.people import folded_words, identify, official_of, own_people
from arner.entities.places import is_only_a_place
from arner.lexicon.component import component
from arner.mentions.countries import capitals, country_names, find_countries, newspaper_country, place_country

Fields = dict[str, Any]


def resolve(doc: Doc) -> Doc:
    """Set `doc._.entities` and the refs of `doc._.mentions`."""
    _Article(doc).resolve()
    return doc


create = component("arner_entities", resolve, requires=["doc._.mentions"], assigns=["doc._.entities", "doc._.mentions"])


class _Article:
    """The mentions of one Doc while they are resolved."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        found: list[Fields] = doc._.mentions or []
        self.text = doc.text  # spaCy makes it anew each time
        self.starts = [t.idx for t in doc]
        self.offices = [m for m in found if m["what"] == "office"]
        self.names = [m | {"end": self._char_end(m["last"])} for m in found if m["what"] == "name"]
        self.countries = self._countries([m for m in found if m["what"] == "country"])
        self.country_counts = Counter(c["code"] for c in self.countries)
        self.country_starts = [c["start"] for c in self.countries]
        self.names = [n for n in self.names if n["type"] != "place" or not self._is_state(n)]
        self.mentions: list[Fields] = []

    def resolve(self) -> None:
        people = self._people()
        organizations = self._organizations()
        places = self._places()
        self.mentions += [self._mention(c, [f"country:{c['code']}"], c["code"]) for c in self.countries]
        self.mentions += self._roles_alone(people)
        self.mentions += self._governments()
        self.mentions.sort(key=lambda m: (m["outer_start"], -m["outer_end"]))
        named = {ref for m in self.mentions for ref in m["refs"]}
        codes = dict.fromkeys(c["code"] for c in self.countries)
        self.doc._.entities = {
            "people": people,
            "countries": [_country(code) for code in codes],
            "organizations": [o for o in organizations if o["id"] in named],
            "places": [p for p in places if p["id"] in named],
        }
        self.doc._.mentions = self.mentions

    # --- helpers over tokens ---

    def _char_end(self, last: int) -> int:
        token = self.doc[last - 1]
        return int(token.idx + len(token.text))

    def _token(self, char: int) -> int:
        return max(0, bisect_right(self.starts, char) - 1)

    def _mention(
        self, m: Fields, refs: list[str], country: str | None, outer: int | None = None, outer_end: int = 0
    ) -> Fields:
        return {
            "start": m["start"],
            "end": m["end"],
            "outer_start": min(m["start"], outer if outer is not None else m["start"]),
            "outer_end": max(m["end"], outer_end),
            "type": m["type"],
            "kind": m.get("kind", "name"),
            "refs": refs,
            "country": country,
        }

    # --- countries ---

    def _countries(self, found: list[Fields]) -> list[Fields]:
        """Country mentions: not within names of people, nor the names of states within names of bodies."""
        kept: list[Fields] = []
        people = sorted((n["start"], n["end"]) for n in self.names if n["type"] == "person")
        actors = {i for n in self.names if n["type"] == "person" for i in range(n["first"], n["last"])}
        actors |= {i for o in self.offices for i in range(o["start"], o["end"])}
        bodies = sorted((n["start"], n["end"]) for n in self.names if n["type"] == "organization")
        for m in found:
            first = self._token(m["start"])
            if _inside(m, people) or (m["how"] != "demonym" and _inside(m, bodies)):
                continue
            kind = {"name": "name", "demonym": "demonym"}.get(m["how"], "metonym")
            if m["how"] == "capital":
                particle = fold(self.doc[first].text)[: max(0, m["start"] - self.doc[first].idx)]
                if is_only_a_place(self.doc, first, particle, actors):
                    continue
            kept.append({**m, "first": first, "type": "country", "kind": kind})
        return kept

    def _is_state(self, name: Fields) -> bool:
        """Whether a place's name is a state's, with a particle (`لإسرائيل`) or without its first word (`دولة قطر`)."""
        at = bisect_right(self.country_starts, name["start"] + 2) - 1
        return at >= 0 and self.countries[at]["end"] >= name["end"] and self.countries[at]["kind"] != "demonym"

    def _governments(self) -> list[Fields]:
        """`الحكومة السورية`, `سلطات تركيا`: the government speaks and acts for the state."""
        found: list[Fields] = []
        for c in self.countries:
            before = c["first"] - 1
            if before < 0 or c["start"] != self.starts[c["first"]] or self.doc[c["first"]].is_sent_start:
                continue
            for word, dropped in readings(self.doc[before].norm_):
                if word in _GOVERNMENT:
                    start = self.starts[before] + letters(self.doc[before].text, dropped)
                    whole = {**c, "start": start, "kind": "metonym"}
                    found.append(self._mention(whole, [f"country:{c['code']}"], c["code"]))
                    break
        return found

    def _countries_in(self, m: Fields) -> list[Fields]:
        """The country mentions within `m`; all are in order."""
        first = bisect_left(self.country_starts, m["start"])
        return self.countries[first : bisect_left(self.country_starts, m["end"])]

    # --- people ---

    def _people(self) -> list[Fields]:
        names = [n for n in self.names if n["type"] == "person"]
        individuals = identify([folded_words(n["name"]) for n in names], own_people())
        order = {id(n): k for k, n in enumerate(names)}
        held = office_rules.holders(self.doc, self.offices, self.names)
        offices_of: dict[int, list[int]] = {}
        for office, name in sorted(held.items()):
            offices_of.setdefault(order[id(self.names[name])], []).append(office)
        self.attached = set(held)
        people: list[Fields] = []
        self.leaders: list[tuple[str, str]] = []  # people called «the leader» of a state, which is no office
        self.said: dict[str, list[int]] = {}  # person → where they are named, in order
        for number, individual in enumerate(individuals, 1):
            places = sorted(i for at in individual.forms.values() for i in at)
            person: Fields = {"id": f"p{number}", "name": "", "aliases": [], "roles": []}
            forms = Counter(names[i]["name"] for i in places)
            person["name"] = max(forms, key=lambda f: (len(f.split()), forms[f], len(f)))
            person["name_latin"], person["name_latin_from"] = name_latin(person["name"])
            person["aliases"] = [f for f in forms if f != person["name"]]
            for i in places:
                phrase = office_rules.with_honorifics(self.doc, names[i]["first"], names[i]["start"])
                first = min([phrase, *(self.offices[k]["char_start"] for k in offices_of.get(i, []))])
                end = office_rules.titles_end(self.doc, names[i], [self.offices[k] for k in offices_of.get(i, [])])
                self.mentions.append(self._mention(names[i], [person["id"]], None, first, end))
                self.said.setdefault(person["id"], []).append(names[i]["start"])
            people.append(person | {"_at": places})
        self._give_roles(people, names, offices_of)
        return people

    def _give_roles(self, people: list[Fields], names: list[Fields], offices_of: dict[int, list[int]]) -> None:
        by_id = {p["id"]: p for p in people}
        owner = {i: p for p in people for i in p.pop("_at")}
        shared: dict[int, list[tuple[int, str]]] = {}
        order = {id(n): i for i, n in enumerate(names)}
        for k, name, country in office_rules.shared_out(self.doc, self.offices, self.names):
            shared.setdefault(order[id(self.names[name])], []).append((k, country))
        later: list[tuple[Fields, Fields]] = []  # counterparts and predecessors: when the others are known
        for i in range(len(names)):
            for k in offices_of.get(i, []):
                office = self.offices[k]
                if office["kind"] == "office" or office_rules.titled(office):
                    office_rules.add_role(owner[i]["roles"], office_rules.role_of(office))
                elif office["kind"] == "counterpart":
                    later.append((owner[i], office))
                elif office_rules.is_leader(office):
                    self.leaders.append((owner[i]["id"], office["country"]))
            for k, country in shared.get(i, ()):
                one = {**self.offices[k], "title": self.offices[k]["singular"], "country": country}
                office_rules.add_role(owner[i]["roles"], office_rules.role_of(one))
            if office_rules.predecessor(self.doc, names[i]):
                token = self.doc[names[i]["first"] - 1]
                evidence = {"char_start": token.idx, "char_end": token.idx + len(token.text)}
                later.append((owner[i], {**evidence, "country": None, "country_from": None, "former": True}))
        home = newspaper_country(str((self.doc._.article or {}).get("source") or ""))
        for person in people:
            for role in person["roles"]:
                if role["country"] is None:
                    known = None if role["organization"] else official_of(person["name"])
                    role["country"] = known or office_rules.country_of_context(
                        role, person["roles"], self.country_counts, home
                    )
                    role["country_from"] = "known" if known else "context" if role["country"] else None
        for person, phrase in later:
            role = self._role_of_subject(phrase, people) or self._role_before(
                phrase["char_start"], person["id"], by_id, phrase["country"]
            )
            if role:
                country = phrase["country"] if phrase["country"] or not phrase["former"] else role["country"]
                office_rules.add_role(
                    person["roles"],
                    {
                        "title": role["title"],
                        "country": country,
                        "country_from": phrase["country_from"] or "context",
                        "organization": None,
                        "former": phrase["former"],
                        "evidence": {"start": phrase["char_start"], "end": phrase["char_end"]},
                    },
                )

    def _role_of_subject(self, phrase: Fields, people: list[Fields]) -> Fields | None:
        """The office named first in its sentence, of another country: `عقد الوزير الروسي اجتماعا مع نظيره`."""
        if not phrase["country"]:
            return None
        begin = self.doc[self._token(phrase["char_start"])].sent.start_char
        first = bisect_left(self.offices, begin, key=lambda o: o["char_start"])
        for office in islice(self.offices, first, None):
            if office["char_start"] >= phrase["char_start"]:
                break
            if office["kind"] == "office":
                if office["country"] in (None, phrase["country"]) or office["number"] != "sing":
                    continue
                held = (r for p in people for r in p["roles"] if r["country"] == office["country"])
                said = next((r for r in held if office_rules.may_stand_for(office, r)), None)
                return said or (office_rules.role_of(office) if " " in office["title"] else None)
        return None

    def _role_before(self, char: int, but: str, by_id: dict[str, Fields], not_of: str | None) -> Fields | None:
        """The office of whoever was named last before `char`: what `نظيره` and `سلفه` point to.

        A counterpart is never of the same country (`not_of`).
        """
        for _, pid in self._named_before(char):
            roles = [r for r in by_id[pid]["roles"] if not_of is None or r["country"] != not_of]
            if pid != but and roles:
                return dict(roles[-1])
        return None

    def _named_before(self, char: int, since: int = 0) -> list[tuple[int, str]]:
        """Where each person was named last between `since` and `char`, the latest first."""
        last = [(at[k - 1], pid) for pid, at in self.said.items() if (k := bisect_left(at, char))]
        return sorted((at for at in last if at[0] >= since), reverse=True)

    def _roles_alone(self, people: list[Fields]) -> list[Fields]:
        """Office phrases without a name: who of this article they stand for."""
        by_id = {p["id"]: p for p in people}
        found: list[Fields] = []
        for k, office in enumerate(self.offices):
            if k in self.attached or (office["joined"] and k - 1 in self.attached):
                continue
            span = {"start": office["char_start"], "end": office["char_end"]}
            refs: list[str] = []
            kind, country = "described", office["country"]
            if office["kind"] == "dual":
                refs, kind = self._both(office, by_id)
            elif office["kind"] == "counterpart" and office["number"] == "sing":
                role = self._role_before(span["start"], "", by_id, country)
                if role and country:
                    refs = self._holder({**office, **role, "country": country}, by_id, span["start"])
            elif office["kind"] != "dual" and office["number"] == "sing" and (office["definite"] or country):
                refs = self._holder(office, by_id, span["start"])
            if office["kind"] != "dual" and refs:
                kind = "person"
            if not refs and office["kind"] == "dual":
                continue
            for ref in refs:
                if ref in by_id:
                    insort(self.said[ref], span["start"])
            found.append(self._mention({**span, "type": kind, "kind": "role"}, refs, country))
        return found

    def _holder(self, office: Fields, by_id: dict[str, Fields], char: int) -> list[str]:
        fitting = [pid for pid, p in by_id.items() if any(office_rules.may_stand_for(office, r) for r in p["roles"])]
        exact = [
            pid
            for pid in fitting
            if office["country"] and any(r["country"] == office["country"] for r in by_id[pid]["roles"])
        ]
        if not office["country"]:  # somebody whose office was given without a country too
            exact = [
                pid
                for pid in fitting
                if any(
                    r["country_from"] in (None, "context", "known") and office_rules.may_stand_for(office, r)
                    for r in by_id[pid]["roles"]
                )
            ]
        fitting = exact or ([] if office["country"] else fitting)
        if not fitting and office_rules.is_leader(office):
            fitting = [pid for pid, country in self.leaders if country == office["country"]]
        if not fitting:
            return []
        before = [pid for _, pid in self._named_before(char) if pid in fitting]
        return before[:1] or [min(fitting, key=lambda pid: self.said[pid][0])]

    def _both(self, office: Fields, by_id: dict[str, Fields]) -> tuple[list[str], str]:
        """The two that a dual stands for: the two states most written of, or the people of its kind most written of."""
        char = office["char_start"]
        head = bare(fold(office["title"]).split()[0])[:4]
        if fold(office["title"]) in _COUNTRY_DUALS:
            governing = bare(self.doc[office["start"] - 1].norm_) if office["start"] else ""
            if governing in _SOLUTION:
                return [], "country"
            before = [c["code"] for c in self.countries[: bisect_left(self.country_starts, char)]]
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
    def _of_kind(head: str, person: Fields) -> bool:
        wanted = _DUAL_HEADS.get(head)
        if not wanted:
            return True
        titles = [r["title"] for r in person["roles"] if office_rules.title_head(r["title"]) in wanted]
        if head == "رييس":  # الرئيسان: of states, not of governments
            titles = [t for t in titles if " " not in t or fold(t).split()[1] in ("الجمهوريه", "الدوله")]
        return bool(titles)

    # --- organisations and places ---

    def _organizations(self) -> list[Fields]:
        names = [n for n in self.names if n["type"] == "organization"]
        bodies = group(self.doc, names)
        for body in bodies:
            for i in body.pop("_at"):
                inner = self._countries_in(names[i])
                if body["country"] is None and inner:
                    body["country"] = inner[-1]["code"]
                self.mentions.append(self._mention(names[i], [body["id"]], body["country"]))
        return bodies

    def _places(self) -> list[Fields]:
        """Names of places that are no states; capitals among them, whether the tagger saw them or not."""
        places: dict[str, Fields] = {}
        found = [n for n in self.names if n["type"] == "place"]
        taken = {i for n in self.names for i in range(n["first"], n["last"])}
        states = {c["start"] for c in self.countries}
        known = capitals()
        for c in find_countries(self.doc):
            first = self._token(c["start"])
            if c["how"] == "capital" and c["start"] not in states and first not in taken:
                name = clean(self.text[c["start"] : c["end"]])
                found.append({"start": c["start"], "end": c["end"], "type": "place", "name": name})
        for n in sorted(found, key=lambda n: n["start"]):
            if n["start"] in states and not n.get("first"):
                continue
            key = fold(n["name"])
            inner = [c["code"] for c in self._countries_in(n)]
            country = known.get(key) or place_country(n["name"]) or (inner[-1] if inner else None)
            place = places.setdefault(key, {"id": f"l{len(places) + 1}", "name": n["name"], "country": country})
            self.mentions.append(self._mention(n, [place["id"]], place["country"]))
        return list(places.values())


_COUNTRY_DUALS = frozenset(
    fold("البلدان البلدين الدولتان الدولتين بلديهما بلداهما الجارتان الجارتين الحكومتان الحكومتين").split()
)
_SOLUTION = frozenset({"حل", "بحل", "لحل"})  # حل الدولتين, the two-state solution: no two that were named
_EACH = frozenset(fold("كلا كلتا بكلا بكلتا لكلا لكلتا").split())  # كلا البلدين, both: the two that were named last
_GOVERNMENT = frozenset(fold("الحكومة حكومة السلطات سلطات").split())
# The first letters of a dual → the offices that its two people hold.
_DUAL_HEADS = {"رييس": frozenset({"رييس"}), "وزير": frozenset({"وزير"}), "زعيم": office_rules.LEADERS}
# الجانبان، الطرفان: whoever the talk was of last, people or others, so only two named in the same sentence are sure.
_SIDES = frozenset({"جانب", "طرفا", "طرفي"})


def _country(code: str) -> Fields:
    arabic, english = country_names(code)
    return {"id": f"country:{code}", "code": code, "name": arabic, "name_en": english}


def _inside(m: Fields, spans: list[tuple[int, int]]) -> bool:
    """Whether a mention lies within one of `spans`, which are in order and do not overlap."""
    at = bisect_right(spans, m["start"], key=lambda span: span[0]) - 1
    return at >= 0 and spans[at][0] <= m["start"] and m["end"] <= spans[at][1]
