"""Of which state an office is that is given without a country: `ووزير الخارجية رياض المالكي`.

What is nearest says it first: the office it is listed with, the words of its title elsewhere in the article (`رئيس مجلس
الشيوخ`, later `مجلس الشيوخ الإسباني`), whom its holder goes with, the state its sentence names before it. Else it is
the newspaper's own, where the article names that or none, for a paper leaves its own country out; else the state that
the article names most.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace

from arner.arabic.orthography import fold
from arner.entities.countries import State, token_at
from arner.entities.holders import with_honorifics
from arner.entities.known import country_of, office_held, only_country, year_of
from arner.entities.offices import is_private, title_head
from arner.entities.officials import official_of
from arner.entities.people import NamedPerson
from arner.entities.reference import Article, Known, stands_for
from arner.layers import OfficeMention, Role
from arner.lexicon import word_class
from arner.lexicon.rows import KnownPerson
from arner.mentions.countries import newspaper_country
from arner.records import CountrySource

_COMMAS = frozenset({"،", ","})
_COMPANY = word_class("company")
_OF_NO_STATE = word_class("office_of_no_state")
_OF_ANY_BODY = word_class("head_of_any_body")
_PUBLIC = word_class("word_of_public_body")
_FAR = 30  # tokens back to whom somebody goes with


@dataclass(frozen=True, slots=True)
class Titled:
    """A person's name with the offices beside it: tokens, `end` exclusive; `joined`: و (and) is written onto it."""

    start: int
    end: int
    joined: bool
    person: str


def titled(article: Article, people: Sequence[NamedPerson], offices: Sequence[Sequence[OfficeMention]]) -> list[Titled]:
    """The names of people in text order; `offices`: those beside each name."""
    doc, found = article.doc, []
    owner = {i: person.id for person in people for i in person.at}
    for i, name in enumerate(article.names_of("person")):
        char = min([with_honorifics(doc, name.first_token, name.start), *(o.start for o in offices[i])])
        start, end = token_at(doc, char), max([name.end_token, *(o.end_token for o in offices[i])])
        found.append(Titled(start, end, char > doc[start].idx and doc[start].norm_[0] == "و", owner[i]))
    return found


class Context:
    """What the article says around an office that is given without a country."""

    def __init__(self, article: Article, known: Known, names: list[Titled]) -> None:
        self.article, self.known, self.names = article, known, names
        self.home = newspaper_country(article.doc._.article.source or "")
        self._at = {token: name for name in names for token in range(name.start, name.end)}
        self._spans = [
            (n.first_token, n.end_token, t.person) for n, t in zip(article.names_of("person"), names, strict=True)
        ]
        self._adjectives: dict[str, list[State]] = {}  # the folded word before a country's adjective → the adjectives
        for state in article.states.words:
            if state.kind == "demonym" and state.token:
                self._adjectives.setdefault(article.doc[state.token - 1].norm_, []).append(state)

    def country(self, role: Role) -> str | None:
        """The state of an office; None for one of a body or of a faith."""
        if role.organization is not None or _is_of_no_state(role.title):
            return None
        at, end = (token_at(self.article.doc, char) for char in (role.evidence.start, role.evidence.end - 1))
        beside = self._at.get(at)
        if beside is not None and (served := self._served(at, end, beside.person)):
            return self._country_of(served)
        near = (self._listed(beside) or self._company(beside)) if beside else None
        return near or self._elsewhere(role) or self._in_sentence(role.evidence.start) or self._of_article()

    def _served(self, start: int, end: int, holder: str) -> str | None:
        """The person whose name ends the title: `الناطقة باسم [دي ميستورا]`."""
        at = bisect_left(self._spans, (start,))
        _, after, person = self._spans[at] if at < len(self._spans) else (0, end, holder)
        return person if after <= end + 1 and person != holder else None

    def _country_of(self, person: str) -> str | None:
        roles = self.known.roles.get(person, ())
        return next((r.country for r in reversed(roles) if r.country and not r.former), None)

    def _listed(self, beside: Titled) -> str | None:
        """The state of whom «and» joins it to: `الرئيس الفلسطيني محمود عباس و[وزير الخارجية رياض المالكي]`."""
        if not beside.joined or not beside.start:
            return None
        last = beside.start - 1
        last -= self.article.doc[last].norm_ in _COMMAS
        joined = self._at.get(last)
        return self._country_of(joined.person) if joined else None

    def _elsewhere(self, role: Role) -> str | None:
        """The state whose adjective follows the words of the title elsewhere: `مجلس الشيوخ [الإسباني]`."""
        doc, words = self.article.doc, [w for w in fold(role.title).split()[1:] if w != "باسم"]
        said = []
        for state in self._adjectives.get(words[-1], ()) if words else ():
            before = [t.norm_ for t in doc[max(0, state.token - len(words)) : state.token]]
            if len(before) == len(words) and before[0].endswith(words[0]) and before[1:] == words[1:]:
                said.append(state)
        at = bisect_left(said, role.evidence.start, key=lambda state: state.start)
        return said[max(at - 1, 0)].code if said else None

    def _company(self, beside: Titled) -> str | None:
        """The state of whom its holder goes with: `وصل جنتيلوني برفقة [وزيرة التنمية …]`, `يضم وفد ولي العهد […]`."""
        doc = self.article.doc
        begin = max(doc[beside.start].sent.start, beside.start - _FAR)
        if not any(t.norm_.removeprefix("و") in _COMPANY for t in doc[begin : beside.start]):
            return None
        people = [(at, self._at[at].person) for at in range(begin, beside.start) if at in self._at]
        first = bisect_left(self.article.offices, begin, key=lambda o: o.first_token)
        for office in self.article.offices[first : first + _FAR]:
            if office.end_token <= beside.start and office.first_token not in self._at:
                people += [(office.first_token, ref) for ref in stands_for(self.article, self.known, office)[0]]
        return next((code for _, person in sorted(people, reverse=True) if (code := self._country_of(person))), None)

    def _in_sentence(self, char: int) -> str | None:
        """The state that the sentence names last before the office."""
        state, doc = self.article.states.last_before(char), self.article.doc
        return state.code if state and state.start >= doc[token_at(doc, char)].sent.start_char else None

    def _of_article(self) -> str | None:
        named = self.article.states.counts
        if not named or (self.home and named[self.home]):
            return self.home
        return max(named, key=lambda code: named[code])


def _is_of_no_state(title: str) -> bool:
    """Whether no state has such an office, as far as the title tells: `المدير الرياضي`, `عضو اللجنة`, `البطريرك`."""
    words = fold(title).split()
    private = is_private(title) or words[0] in _OF_NO_STATE or "التنفيذي" in words  # الرئيس التنفيذي
    of_any_body = title_head(title) in _OF_ANY_BODY and not _PUBLIC.intersection(words)
    return private or of_any_body or _is_international(title)


def _is_international(title: str) -> bool:
    """A secretary-general, `المبعوث الدولي`, `وزيرة خارجية الاتحاد الأوروبي`: of a body of states."""
    title = fold(title)
    return "امين العام" in title or "الدولي" in title or "الاتحاد الاوروبي" in title


def give_countries(article: Article, known: Known, people: Sequence[NamedPerson], names: list[Titled]) -> None:
    """Give the offices without a country theirs, in text order: what news say of the person, else the context."""
    context = Context(article, known, names)
    called = {person.id: person.name for person in people}
    year = year_of(article.doc._.article)
    open_ = [(r.evidence.start, p, k) for p, roles in known.roles.items() for k, r in enumerate(roles) if not r.country]
    for _, person, k in sorted(open_):
        roles = known.roles[person]
        role = roles[k]
        row = known.rows.get(person)
        if row and not role.organization and (held := office_held(row, role, year)):
            state = country_of(held)
            roles[k] = replace(role, country=state, country_from="known" if state else None)
            continue
        told, source = _known(called[person], row, role, roles)
        if told is None:
            told, source = context.country(role), "context"
        roles[k] = replace(role, country=told, country_from=source if told else None)


def _known(name: str, row: KnownPerson | None, role: Role, roles: Sequence[Role]) -> tuple[str | None, CountrySource]:
    """The state that the row has, that news give the person's offices, or that the article gives the others."""
    if role.organization or (row and _is_international(role.title)):
        return None, "context"
    if official := only_country(row) if row else official_of(name):
        return official, "known"
    own = {r.country for r in roles if r.country}
    return (next(iter(own)) if len(own) == 1 and not is_private(role.title) else None), "context"
