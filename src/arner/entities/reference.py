"""Whom an office phrase (`الوزير الروسي`), a dual (`الزعيمان`) or a counterpart (`نظيره`) stands for."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from itertools import islice

from spacy.tokens import Doc

from arner.arabic.orthography import fold
from arner.arabic.particles import bare
from arner.entities import offices as office_rules
from arner.entities.countries import States, token_at
from arner.layers import MentionType, NameMention, NameType, OfficeMention, Role
from arner.lexicon import word_class
from arner.lexicon.rows import KnownPerson
from arner.records import CountrySource

_COUNTRY_DUALS = word_class("country_dual")
_SOLUTION = word_class("solution")  # حل الدولتين, the two-state solution: no two that were named
_EACH = word_class("both")  # كلا البلدين, both: the two that were named last
# The first letters of a dual → the offices that its two people hold.
_DUAL_HEADS = {"رييس": frozenset({"رييس"}), "وزير": frozenset({"وزير"}), "زعيم": office_rules.LEADERS}
_LEAD = frozenset({"رييس", "زعيم"})
# الجانبان، الطرفان: whoever the talk was of last, people or others, so only two named in the same sentence are sure.
_SIDES = word_class("side_of_dual")


@dataclass(frozen=True, slots=True)
class Article:
    """What the words of one article say, each in text order."""

    doc: Doc
    names: tuple[NameMention, ...]
    offices: tuple[OfficeMention, ...]
    states: States
    _by_kind: dict[NameType, tuple[NameMention, ...]] = field(default_factory=dict)

    def names_of(self, kind: NameType) -> tuple[NameMention, ...]:
        """The names of people, of organisations or of places."""
        if kind not in self._by_kind:
            self._by_kind[kind] = tuple(n for n in self.names if n.type == kind)
        return self._by_kind[kind]


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of the people of one article so far; the keys are their ids, in the order of the people."""

    roles: Mapping[str, list[Role]]
    said: Mapping[str, list[int]]
    """The characters where each is named or meant, in order."""
    leaders: list[tuple[str, str]]
    """People called «the leader» of a state (ISO code), which is no office."""
    rows: dict[str, KnownPerson]
    """Those who are known, with their row of the tables."""

    def before(self, char: int, since: int = 0) -> list[str]:
        """The people named between the characters `since` and `char`, whoever was named last first."""
        last = [(at[k - 1], person) for person, at in self.said.items() if (k := bisect_left(at, char))]
        return [person for _, person in sorted((named for named in last if named[0] >= since), reverse=True)]


@dataclass(frozen=True, slots=True)
class Related:
    """`نظيره الصيني`, `سلفه`: who holds or held somebody else's office; `start`, `end` are characters.

    `of_man`: the pronoun is a man's, `نظيره`, or a woman's, `نظيرتها`.
    """

    start: int
    end: int
    country: str | None
    country_from: CountrySource | None
    former: bool
    of_man: bool


def related(office: OfficeMention) -> Related:
    """An office said of a counterpart, as what points to somebody else's office."""
    of_man = not office.title.split()[0].endswith("ها")
    return Related(office.start, office.end, office.country, office.country_from, office.former, of_man)


def stands_for(article: Article, known: Known, office: OfficeMention) -> tuple[list[str], MentionType]:
    """The ids of those whom an office phrase without a name stands for, and what they are."""
    refs: list[str] = []
    if office.kind == "dual":
        return _both(article, known, office)
    if office.kind == "counterpart" and office.number == "sing":
        refs = _counterpart(known, office)
    elif office.number == "sing" and (office.definite or office.country):
        refs = _holder(known, office)
    return refs, "person" if refs else "described"


def role_meant(article: Article, known: Known, person: str, phrase: Related) -> Role | None:
    """The role that `نظيره`, `سلفه` point to: of whom the sentence tells, or of whoever was named last."""
    return _role_of_subject(article, known, phrase) or _role_before(known, phrase, person)


def _role_of_subject(article: Article, known: Known, phrase: Related) -> Role | None:
    """The office named first in its sentence, of another country: `عقد الوزير الروسي اجتماعا مع نظيره`."""
    if not phrase.country:
        return None
    begin = _sentence_start(article.doc, phrase.start)
    first = bisect_left(article.offices, begin, key=lambda o: o.start)
    for office in islice(article.offices, first, None):
        if office.start >= phrase.start:
            break
        if office.kind != "office" or office.country in (None, phrase.country) or office.number != "sing":
            continue
        if phrase.of_man and office.gender == "f":
            continue
        held = (r for roles in known.roles.values() for r in roles if r.country == office.country)
        said = next((r for r in held if office_rules.may_stand_for(office, r)), None)
        return said or (office_rules.role_of(office) if " " in office.title else None)
    return None


def _role_before(known: Known, phrase: Related, but: str) -> Role | None:
    """The office of whoever was named last before: what `نظيره` and `سلفه` point to.

    A state's counterpart is of another state, and `his` counterpart is no woman's.
    """
    for person in known.before(phrase.start):
        roles = [r for r in known.roles[person] if phrase.country is None or r.country not in (None, phrase.country)]
        roles = [r for r in roles if not (phrase.of_man and office_rules.is_feminine(r.title))]
        if person != but and roles:
            return roles[-1]
    return None


def _counterpart(known: Known, office: OfficeMention) -> list[str]:
    """`نظيره الصيني`: who holds for that country the office of whoever was named last."""
    role = _role_before(known, related(office), "")
    if not role or not office.country:
        return []
    same = replace(
        office,
        title=role.title,
        former=role.former,
        country_from=role.country_from,
        organization=role.organization,
    )
    return _holder(known, same)


def _holder(known: Known, office: OfficeMention) -> list[str]:
    """Of those who may be meant the one named last before the phrase, else the one named first in the article."""
    fitting = _fitting(known, office)
    if not fitting and office_rules.is_leader(office):
        fitting = [person for person, country in known.leaders if country == office.country]
    if not fitting:
        return []
    before = [person for person in known.before(office.start) if person in fitting]
    return before[:1] or [min(fitting, key=lambda person: known.said[person][0])]


def _fitting(known: Known, office: OfficeMention) -> list[str]:
    """The people an office phrase may mean: of its country, or first those whose office was given without one."""
    held = {
        person: fitting
        for person, roles in known.roles.items()
        if (fitting := [r for r in roles if office_rules.may_stand_for(office, r)])
    }
    if office.country:
        return [person for person in held if any(r.country == office.country for r in known.roles[person])]
    loose = (None, "context", "known")
    return [person for person, roles in held.items() if any(r.country_from in loose for r in roles)] or list(held)


def _both(article: Article, known: Known, office: OfficeMention) -> tuple[list[str], MentionType]:
    """The two that a dual stands for, or nobody."""
    if fold(office.title) in _COUNTRY_DUALS:
        return _two_states(article, office), "country"
    return _two_people(article.doc, known, office), "person"


def _two_states(article: Article, office: OfficeMention) -> list[str]:
    """`البلدان`: the two states most written of before the dual; after «both» the two named last."""
    governing = bare(article.doc[office.first_token - 1].norm_) if office.first_token else ""
    if governing in _SOLUTION:
        return []
    before = [state.code for state in article.states.before(office.start)]
    if governing in _EACH:
        two = list(dict.fromkeys(reversed(before)))[1::-1]
    else:
        two = sorted(dict.fromkeys(before), key=lambda code: -article.states.counts[code])[:2]
    return [f"country:{code}" for code in two] if len(two) == 2 else []


def _two_people(doc: Doc, known: Known, office: OfficeMention) -> list[str]:
    """`الرئيسان`: the two of its kind most written of before the dual; `الجانبان`: the only two of the sentence."""
    char = office.start
    head = bare(fold(office.title).split()[0])[:4]
    since = _sentence_start(doc, char) if head in _SIDES else 0
    named = [person for person in known.before(char, since) if _is_one_of(head, known.roles[person])]
    if head in _SIDES:
        return named[::-1] if len(named) == 2 else []
    named.sort(key=lambda person: -bisect_left(known.said[person], char))  # stable: of equals the one named last
    leaders = frozenset(person for person, _ in known.leaders) if head in _LEAD else frozenset()
    if head in _DUAL_HEADS and not _told_as_two(doc, known, named[:2], leaders.union(named), char):
        return []
    return named[1::-1] if len(named) > 1 else []


def _told_as_two(doc: Doc, known: Known, two: list[str], leaders: frozenset[str], char: int) -> bool:
    """Whether some sentence before the character tells of the two without another leader, where there is another."""
    if len(leaders) < 3:
        return True
    for sent in doc.sents:
        end = min(sent.end_char, char)
        if {person for person in known.before(end, sent.start_char) if person in leaders} == {*two}:
            return True
    return False


def _is_one_of(head: str, roles: list[Role]) -> bool:
    """Whether somebody with these roles may be one of the two that the dual with this head stands for."""
    wanted = _DUAL_HEADS.get(head)
    if not wanted:
        return True
    titles = [r.title for r in roles if office_rules.title_head(r.title) in wanted]
    if head == "رييس":  # الرئيسان: of states, not of governments
        titles = [t for t in titles if " " not in t or fold(t).split()[1] in ("الجمهوريه", "الدوله")]
    return bool(titles)


def _sentence_start(doc: Doc, char: int) -> int:
    """The character where the sentence begins that the character `char` stands in."""
    return int(doc[token_at(doc, char)].sent.start_char)
