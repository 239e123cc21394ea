"""Who holds which office: beside a name, as somebody's counterpart or predecessor, or in a phrase without a name."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from arner.arabic.particles import bare
from arner.entities import offices as office_rules
from arner.entities.context import give_countries, titled
from arner.entities.holders import holders, is_past, predecessor, titles_end, with_honorifics
from arner.entities.keys import folded_words, name_key
from arner.entities.known import Told, holder_of, person_meant, year_of
from arner.entities.people import NamedPerson
from arner.entities.reference import Article, Known, Related, related, role_meant, stands_for
from arner.entities.shared import shared_out
from arner.layers import Mention, OfficeMention, Role, Span
from arner.lexicon.rows import KnownPerson
from arner.mentions.countries import newspaper_country

_LEADS = office_rules.LEADERS | {"زعيم"}


@dataclass(frozen=True, slots=True)
class Held:
    """The offices that stand with a name."""

    by_name: Mapping[int, tuple[OfficeMention, ...]]
    """Index of the name among those of people → its offices, in text order."""
    attached: frozenset[int]
    """The indices of these offices."""

    def of(self, name: int) -> tuple[OfficeMention, ...]:
        """The offices that stand with a name of a person."""
        return self.by_name.get(name, ())


def held_offices(article: Article) -> Held:
    """The offices that stand with a person's name."""
    held = holders(article.doc, list(article.offices), list(article.names_of("person")))
    by_name: dict[int, tuple[OfficeMention, ...]] = {}
    for office, name in sorted(held.items()):
        by_name[name] = (*by_name.get(name, ()), article.offices[office])
    return Held(by_name, frozenset(held))


def mentions_with_titles(article: Article, people: Sequence[NamedPerson], held: Held) -> list[Mention]:
    """The mentions of people by name, each with its titles: `الرئيس الروسي [فلاديمير بوتين]`."""
    names = article.names_of("person")
    found: list[Mention] = []
    for person in people:
        for i in person.at:
            phrase = with_honorifics(article.doc, names[i].first_token, names[i].start)
            first = min([phrase, *(office.start for office in held.of(i))])
            end = titles_end(article.doc, names[i], list(held.of(i)))
            found.append(Mention.of_name(names[i], person.id, None, first, end))
    return found


def give_roles(article: Article, people: Sequence[NamedPerson], held: Held) -> Known:
    """The roles of all people: first what stands with their names, then counterparts and predecessors."""
    names = article.names_of("person")
    known = Known({p.id: [] for p in people}, {p.id: [names[i].start for i in p.at] for p in people}, [], {})
    owner = {i: p.id for p in people for i in p.at}
    shared = _shared_out(article)
    later: list[tuple[str, Related]] = []  # counterparts and predecessors: when the others are known
    for i, name in enumerate(names):
        person = owner[i]
        for office in held.of(i):
            _give_office(article, known, person, office)
        for one in shared.get(i, ()):
            if one.kind != "counterpart":
                office_rules.add_role(known.roles[person], office_rules.role_of(one))
        apart = [office for office in held.of(i) if not office_rules.titled(office)]
        counterparts = [related(office) for office in (*apart, *shared.get(i, ())) if office.kind == "counterpart"]
        if predecessor(article.doc, name):
            token = article.doc[name.first_token - 1]
            counterparts.append(
                Related(token.idx, token.idx + len(token.text), None, None, True, not token.norm_.endswith("ها"))
            )
        later += [(person, phrase) for phrase in counterparts]
    for named in people:
        _give_row(article, known, named)
    give_countries(article, known, people, titled(article, people, [held.of(i) for i in range(len(names))]))
    for person, phrase in later:
        _give_related(article, known, person, phrase)
    return known


def offices_alone(article: Article, known: Known, held: Held) -> list[Mention]:
    """Office phrases without a name, with whom of this article each stands for.

    Where one stands for a person, that person counts as named there for the phrases that follow.
    """
    known = replace(known, said={person: list(at) for person, at in known.said.items()})
    found: list[Mention] = []
    for k, office in enumerate(article.offices):
        if k in held.attached or (office.joined and k - 1 in held.attached):
            continue
        refs, kind = stands_for(article, known, office)
        if not refs and office.kind == "dual":
            continue
        for ref in refs:
            if ref in known.said:
                insort(known.said[ref], office.start)
        start, end = office.start, office.end
        row = None if refs else _holder_then(office, year_of(article.doc._.article))
        found.append(Mention(start, end, start, end, kind, "role", tuple(refs), office.country, row))
    return found


def _holder_then(office: OfficeMention, year: int | None) -> str | None:
    """The row of who held an office when the article was published, which names no holder: `وزير الخارجية الأمريكي`."""
    of_state = office.country is not None and office.country_from != "context" and office.organization is None
    if not of_state or office.kind != "office" or office.number != "sing" or office.former or not office.definite:
        return None
    row = holder_of(office.title, office.country or "", year)
    return row.id if row else None


def _shared_out(article: Article) -> dict[int, list[OfficeMention]]:
    """Index of a person's name → what it holds of an office of several: `الرئيسان الروسي [بوتين] والصيني [شي]`."""
    shared: dict[int, list[OfficeMention]] = {}
    for name, office in shared_out(article.doc, article.offices, article.names_of("person")):
        shared.setdefault(name, []).append(office)
    return shared


def _give_office(article: Article, known: Known, person: str, office: OfficeMention) -> None:
    """An office that stands with a person's name; a counterpart's is not known yet."""
    if office_rules.is_of_delegation(office.title):
        return
    if office.kind == "office" or office_rules.titled(office):
        former = office.former or is_past(article.doc, office)
        role = replace(office_rules.role_of(_owned(article, office)), former=former)
        office_rules.add_role(known.roles[person], role)
    elif office_rules.called_leader(office):
        known.leaders.append((person, office.country or ""))


def _owned(article: Article, office: OfficeMention) -> OfficeMention:
    """`مديرها`, `وزير خارجيتها`: the office with the state or the body that was named last before it."""
    if not office.owned or office.country or office.organization:
        return office
    state = article.states.last_before(office.start)
    bodies = article.names_of("organization")
    before = bisect_left(bodies, office.start, key=lambda n: n.start)
    body = bodies[before - 1] if before else None
    of_state = office_rules.is_of_state(office.title)
    if state and (of_state or body is None or state.start > body.end):
        return replace(office, country=state.code, country_from="context")
    return replace(office, organization=body.name) if body else office


def _give_row(article: Article, known: Known, person: NamedPerson) -> None:
    """The row of the tables that the person is, as far as the text lets one tell."""
    names = article.names_of("person")
    forms = tuple(dict.fromkeys(name_key(folded_words(names[i].name)) for i in person.at))
    before = {bare(article.doc[t].norm_) for i in person.at for t in (names[i].first_token - 1,) if t >= 0}
    source = article.doc._.article.source
    home = (newspaper_country(source) if source else None) or ""
    told = Told(forms, known.roles[person.id], before, {*article.states.counts, home}, year_of(article.doc._.article))
    row = person_meant(told)
    if row is not None:
        known.rows[person.id] = row
        known.leaders.extend((person.id, code) for code in _led(row, told.year))


def _led(row: KnownPerson, year: int | None) -> Iterator[str]:
    """The states that a known person led in that year: whom «the North Korean leader» may mean."""
    if year is None:
        return
    for office in row.offices:
        led = len(office.title.split()) == 1 and office_rules.title_head(office.title) in _LEADS
        if office.country and led and office.holds(year):
            yield office.country


def _give_related(article: Article, known: Known, person: str, phrase: Related) -> None:
    """The office of `نظيره`, `سلفه`: that of whom the phrase points to."""
    like = role_meant(article, known, person, phrase)
    if like:
        of = phrase.country if phrase.country or not phrase.former else like.country
        evidence = Span(phrase.start, phrase.end)
        role = Role(like.title, of, phrase.country_from or "context", None, phrase.former, evidence)
        office_rules.add_role(known.roles[person], role)
