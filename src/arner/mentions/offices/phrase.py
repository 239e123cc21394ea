"""Phrases that name an office: `وزير الخارجية الروسي السابق`, `الأمين العام للأمم المتحدة`, `نظيره الصيني`.

A phrase is read from its head (وزير) onwards: a field or a body in the genitive, adjectives that agree, a
noun after a preposition that belongs to it. It ends where none of these goes on,
at the latest at a person's name.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from spacy.tokens import Doc

from arner.arabic.orthography import clean, fold
from arner.arabic.particles import bare, letters, readings
from arner.layers import CountryMention, OfficeKind, OfficeMention
from arner.lexicon import cached, load, word_class, words
from arner.mentions.countries import is_place, place_country
from arner.mentions.name import SAYING, organization_heads
from arner.mentions.offices.heads import (
    SUFFIXES,
    Head,
    body_names,
    construct_portfolios,
    described,
    heads,
    honorifics,
    is_office_head,
    longest_head,
    need_adjective,
    owned_heads,
    phrases,
    private_bodies,
    regions,
    without_suffix,
)
from arner.records import CountrySource
from arner.syntax.verbs import acting_verb

_PLURAL = tuple(sorted(word_class("person_plural")))
_EXCELLENCY = word_class("excellency")

# Definite words that end like adjectives or nouns of a title and are none.
_NEVER = word_class("no_word_of_title")
_APART = word_class("apart_from_title")
_UNWRITTEN = frozenset({"_", "#", '"', "«", "»", "“", "”"})  # no part of a title
_CLOSING = {'"': '"', "«": "»", "“": "”"}
_QUOTED = 5  # words of a body's name in quotation marks
_APART_PREPOSITIONS = word_class("preposition_of_title")
_FIELDS = 8  # tokens of the fields of one minister
_ADJUNCT = 6  # tokens between a name and the comma before whose office it is: `الأسد للشؤون السياسية،`
LONGEST = 25  # tokens of a phrase, so that a text of heads alone is read in linear time


@dataclass(slots=True)
class _Text:
    """A Doc with what the reader asks at every step, looked up once."""

    doc: Doc
    named: list[CountryMention]
    norms: list[str] = field(default_factory=list)
    countries: dict[int, tuple[int, str, str]] = field(default_factory=dict)  # token → end token, code, how
    inner: dict[int, tuple[int, str, str]] = field(default_factory=dict)  # the same, where a particle stands before
    entities: dict[int, tuple[int, str]] = field(default_factory=dict)  # first token → end token, label
    people: set[int] = field(default_factory=set)
    has_marbuta: bool = False

    def __post_init__(self) -> None:
        doc = self.doc
        self.norms = [t.norm_ for t in doc]
        self.has_marbuta = "ة" in doc.text
        starts = {t.idx: t.i for t in doc}
        ends = {t.idx + len(t.text): t.i + 1 for t in doc}
        token_at = 0
        for found in self.named:
            value = (ends[found.end], found.code, found.how)
            if found.start in starts:
                self.countries.setdefault(starts[found.start], value)
            else:
                while doc[token_at].idx + len(doc[token_at].text) <= found.start:
                    token_at += 1
                self.inner.setdefault(token_at, value)
        for ent in doc.ents:
            self.entities[ent.start] = (ent.end, ent.label_)
            if ent.label_ == "PER":
                self.people.update(range(ent.start, ent.end))


def find_offices(doc: Doc, countries: list[CountryMention]) -> list[OfficeMention]:
    """The office phrases of `doc` in order, none resolved to a person."""
    text = _Text(doc, countries)
    forms, longest = heads(), longest_head()
    found: list[OfficeMention] = []
    i = 0
    while i < len(doc):
        office = None
        if i not in text.people or text.entities.get(i):
            for word, dropped in readings(text.norms[i]):
                if own := _owned_head(text, i, word):
                    office = _Phrase(text, i, dropped, word, i + 1, own).read()
                for size in range(0 if office else longest.get(word, 0), 0, -1):
                    rest, end = _following(text.norms, i + 1, size - 1)
                    head = forms.get((word, *rest))
                    if head and not _is_excellency(text, i, word):
                        office = _Phrase(text, i, dropped, word, end, head).read()
                        break
                if office:
                    break
        if office and not (office.number == "plural" and _names_body(text.norms, i)):
            before = found[-1].end_token if found else -1
            found.append(replace(office, joined=before == i))
            i = office.end_token if office.reaches is None else i + 1  # the office within is the named one's
        else:
            i += 1
    return found


def _owned_head(text: _Text, i: int, word: str) -> Head | None:
    """The head of `مديرها`, `مستشاره`; a text that has no ة writes a woman's office with ه."""
    written = clean(text.doc[i].text)
    if written.endswith("ه") and text.has_marbuta:
        base = heads().get((word[:-1],))
        if base and base.kind == "office" and base.number == "sing" and not base.definite and len(word) > 4:
            return replace(base, definite=True, owned=True)
    return owned_heads().get(word) if written.endswith(SUFFIXES) else None


def _following(norms: list[str], at: int, count: int) -> tuple[list[str], int]:
    """The next `count` words from token `at`, and the token after them: `#ولي_[العهد]_السعودي`."""
    found: list[str] = []
    while len(found) < count and at < len(norms):
        if norms[at] != "_":
            found.append(norms[at])
        at += 1
    return found, at


def _is_excellency(text: _Text, i: int, word: str) -> bool:
    """`دولة الرئيس سعد الحريري` (his excellency): how a prime minister or a speaker is addressed is no office."""
    addressed = word == "الرييس" and i > 0 and text.norms[i - 1] in _EXCELLENCY
    return addressed and i + 1 in text.people


def _names_body(norms: list[str], i: int) -> bool:
    """`مجلس النواب`, `حزب المحافظين`: the plural is part of a body's name."""
    return bool(i) and any(w in phrases("bodies", "words") for w, _ in readings(norms[i - 1]))


class _Phrase:
    """One phrase, read from left to right: `at` is the next token."""

    def __init__(self, text: _Text, start: int, dropped: int, word: str, end: int, head: Head) -> None:
        self.text = text
        self.start, self.dropped, self.head = start, dropped, head
        self.at = end
        self.title = [_written(text.doc[start].text, dropped, word)]
        self.title += [clean(t.text) for t in text.doc[start + 1 : end] if t.norm_ not in _UNWRITTEN]
        self.takes, self.after = head.takes, head.after
        self.open = not head.definite and head.kind in ("office", "dual")  # a genitive may follow
        self.definite = head.definite
        self.genders = {head.gender or "m"}
        self.countries: list[str] = [head.country] if head.country else []
        self.country_from: CountrySource | None = None
        self.organization: list[str] = []
        self.settled = False  # the last noun has its country: what follows is no adjective of a field
        self.in_body = False  # what is read belongs to the organisation's name
        self.bodied = False
        self.owned = head.owned
        self.former = False
        self.complement = self.governed = self.described = False
        self.speaks_for = False  # another office: المتحدث باسم رئيس الوزراء
        self.served = -1  # where a bare title ends whose holder is served: مستشار [الرئيس]
        self.adjoined = -1  # the same, behind its country's adjective
        self.loose = False  # an indefinite head whose complement a preposition governs: متحدث باسم الجيش
        self.preposition = ""
        self.bare_title: list[str] = []  # the title without the body that a preposition governs
        self.bare_at = -1  # where that body ends

    def read(self) -> OfficeMention | None:
        while self._goes_on():
            before = self.at
            self.at += self.text.norms[self.at] == "_"  # #وزير_الدفاع
            if not (self._goes_on() and self._step()):
                self.at = before
                break
        of_body = self.open and self.bodied  # المدير السابق لحملة [ترامب]، بول مانافورت
        if (self.speaks_for or self.served == self.at or of_body) and self.at in self.text.people:
            return self._of_named()  # المتحدث باسم الرئيس الفلسطيني محمود عباس: he is the president
        if self.adjoined == self.at and self.at in self.text.people and (found := self._of_named()):
            return found  # مستشارة الرئيس السوري بشار الأسد، بثينة شعبان; but مستشار الرئيس التونسي سالم عمر
        return self._result()

    def _of_named(self) -> OfficeMention | None:
        """`مستشارة الرئيس السوري [بشار الأسد]، بثينة شعبان`: the office is of whoever stands after the name's comma."""
        end = self.at
        while end in self.text.people:
            end += 1
        norms = self.text.norms
        comma = next((i for i in range(end, min(end + _ADJUNCT, len(norms))) if norms[i] in ("،", ",")), None)
        if comma is None or comma + 1 not in self.text.people or self.text.doc[comma].is_sent_start:
            return None
        self.countries, self.country_from, self.organization = [], None, []
        found = self._record("office")
        return replace(found, reaches=comma)

    def _goes_on(self, at: int | None = None) -> bool:
        at = self.at if at is None else at
        doc = self.text.doc
        return at < len(doc) and not doc[at].is_space and not doc[at].is_sent_start and at not in self.text.people

    def _step(self) -> bool:
        word = self.text.norms[self.at]
        if self.open and self.bodied and self._construct(word, self.at):  # المتحدث باسم تحالف [دعم الشرعية]
            self._take(self.at + 2)
            self.complement, self.open, self.definite = True, False, True
            return True
        if self._modifier(word) or self._adjective_of_country():
            return True
        if self.open and self._genitive(word, self.at):
            return True
        if self._portfolio_after_and(word) or self._adjective(word) or self._preposition(word):
            return True
        return self._called(word)

    # --- what goes on ---

    def _called(self, word: str) -> bool:
        """`مدير شركة [زين] المهندس فلان`: one unknown word between a body's noun and whom the office is of."""
        noun = word.isalpha() and len(word) > 2 and word[0] not in "وفبل" and word not in _APART | SAYING
        if (
            not (self.bodied and self.open and noun and self._before_person(self.at + 1))
            or acting_verb(word) is not None
        ):
            return False
        self._close(self.at + 1, None)
        return True

    def _before_person(self, at: int) -> bool:
        """Whether a name, or an honorific before one, stands at token `at`."""
        return at in self.text.people or (at < len(self.text.norms) and self.text.norms[at] in honorifics())

    def _take(self, end: int, keep: bool = True, first: str | None = None) -> None:
        taken = [clean(t.text) for t in self.text.doc[self.at : end] if t.norm_ not in _UNWRITTEN]
        if first is not None and taken:
            taken[0] = first
        if keep:
            self.title += taken
        if self.in_body:
            if first is not None and not self.organization:
                taken[0] = _written(self.text.doc[self.at].text, 1, readings(fold(first))[-1][0])
            self.organization += taken
        self.at = end

    def _match(self, table: dict[str, tuple[tuple[str, ...], ...]], word: str, at: int) -> int:
        """How many tokens at `at` a phrase of `table` takes, its first word read as `word`."""
        for phrase in table.get(word, ()):
            if (word, *self.text.norms[at + 1 : at + len(phrase)]) == phrase:
                return len(phrase)
        return 0

    def _modifier(self, word: str) -> bool:
        fits = word.startswith(("ال", "ب")) == self.definite or self.open
        for key in ("former", "passing", "kept"):
            size = self._match(phrases("modifiers", key), word, self.at)
            if not size or not (fits or key == "former"):
                continue
            if self.open and word.startswith("ال"):
                return False  # رئيس العام: a genitive
            self.open = self.open and word == "عام"  # مدير عام [الشؤون الصحية]
            self.former |= key == "former"
            in_body, self.in_body = self.in_body, self.in_body and key == "kept"
            self._take(self.at + size, keep=key == "kept")
            self.in_body = in_body and key == "kept"
            self.described = True
            return True
        bodies = load("offices")["modifiers"]["organization"]
        for name, body in bodies.items():
            if word == fold(name) and fits:
                self._take(self.at + 1)
                self.organization, self.complement, self.described = [body], True, True
                self.open = False
                return True
        return False

    def _adjective_of_country(self) -> bool:
        """`الروسي`; after a dual or plural `الروسي والتركي`."""
        found = self.text.countries.get(self.at)
        if found is None or found[2] != "demonym":
            return False
        end, code, _ = found
        word = self.text.norms[self.at]
        several = self.head.number != "sing"
        if self.country_from == "adjective" or (self.countries and self.head.country):
            return False
        definite = word.startswith("ال")
        if definite and self.open:
            return False  # رئيس الأمريكيين
        if definite != self.definite and not self.open:
            return False
        if self.head.number == "sing" and not self._agrees(word):
            return False
        named = end in self.text.people or (self.text.norms[end : end + 1] == ["،"] and end + 1 in self.text.people)
        if several and not self.complement and not named and not self._of_several(word, end):
            return False
        self.adjoined = end if self.served == self.at else self.adjoined  # مستشار الرئيس [السوري]
        self._take(end, keep=False)
        self.country_from, self.described, self.open = "adjective", True, False
        self.settled = True
        self.countries = [code]
        while several and self.text.norms[self.at - 1][-1:] in "يه" and self._goes_on():
            joined = self.text.inner.get(self.at)
            if not joined or joined[2] != "demonym" or self.text.norms[self.at][:1] != "و":
                break
            self._take(joined[0], keep=False)
            self.countries.append(joined[1])
        return True

    def _of_several(self, word: str, end: int) -> bool:
        """Whether an adjective fits a plural: it is one itself, or others are joined to it."""
        following = self.text.inner.get(end)
        return word[-1] not in "يه" or bool(following and following[2] == "demonym")

    def _agrees(self, word: str) -> bool:
        feminine = word.endswith(("ه", "ات"))
        human_plural = word.endswith(_PLURAL)
        return not human_plural and ("f" if feminine else "m") in self.genders

    def _genitive(self, word: str, at: int) -> bool:
        """What stands in the genitive: a country, a field, a body, another office."""
        first = clean(self.text.doc[at].text) if word != self.text.norms[at] else None
        tagged = self.text.entities.get(at, (0, ""))[1] == "ORG"
        if self.governed and tagged and self._of_body(word, at, first):
            return True  # مسؤول الأمن في [الاتحاد الأوروبي]: no field
        if self._of_state(word, at, first) or self._of_field(word, at, first) or self._of_office(word, at, first):
            return True
        if self.takes <= {"portfolio", "office"} and not self.governed:
            return False
        return self._of_body(word, at, first) or self._of_noun(word, at, first)

    def _of_state(self, word: str, at: int, first: str | None) -> bool:
        country = self.text.countries.get(at) or (self.text.inner.get(at) if first else None)
        if country and country[2] != "demonym" and (self.takes != {"office"} or self.governed):
            return self._country(country, first)
        place = self._place(at, word)
        if not place or not ("region" in self.takes or self.bodied or self.governed):
            return False
        self.countries = self.countries or [c for c in [place[1]] if c]
        self._close(place[0], first)
        of = self.text.countries.get(self.at) if self._goes_on() else None
        if of and of[2] == "name":  # رئيس إقليم كردستان [العراق]
            self.countries, self.country_from = [of[1]], "genitive"
            self._take(of[0])
        return True

    def _of_field(self, word: str, at: int, first: str | None) -> bool:
        own = without_suffix(word)
        size = self._match(construct_portfolios(), word, at) if "portfolio" in self.takes else 0
        if not size and own != word:
            fits = "portfolio" in self.takes and (own,) in construct_portfolios().get(own, ())
            state = (own,) in phrases("state", "words").get(own, ()) or own in phrases("bodies", "words")
            if fits or (state and "genitive" in self.takes):  # وزير [خارجيتها], رئيس [حكومتها]
                self._close(at + 1, first)
                self.owned = True
                return True
        if not size:
            return False
        # الموارد المائية العراقية: the broken plural of a field has a feminine adjective
        feminine = word.endswith("ه") or self.text.norms[at + size - 1].endswith("ه")
        self.genders.add("f" if feminine else "m")
        self._take(at + size, first=first)
        self.complement, self.open = True, not word.startswith("ال") and word != "شؤون"
        self.definite = self.definite or not self.open
        return True

    def _of_office(self, word: str, at: int, first: str | None) -> bool:
        speaks_for = self.preposition == "باسم"
        for size in range(longest_head().get(word, 0), 0, -1):
            inner = heads().get((word, *self.text.norms[at + 1 : at + size]))
            if inner and inner.kind == "office" and (self.takes & {"genitive", "office"} or speaks_for):
                self.speaks_for |= speaks_for
                self._take(at + size, first=first)
                self.served = self.at if self.head.serves and inner.definite else -1
                self.complement, self.open, self.definite = True, not inner.definite, inner.definite
                self.takes, self.after = inner.takes, self.after | inner.after
                self.countries = self.countries or [c for c in [inner.country] if c]  # سفير خادم الحرمين الشريفين
                self.genders.add(inner.gender or "m")
                return True
        return False

    def _of_body(self, word: str, at: int, first: str | None) -> bool:
        """A body that is quoted, in the lexicon, or tagged; an organ of the state (`مجلس النواب`) is the state's."""
        if end := self._quoted_body(at):
            self._body(end, first)
            return True
        entity = self.text.entities.get(at)
        known = self._match(body_names(), word, at)
        organ = self._match(phrases("state", "words"), word, at) or word in phrases("bodies", "organs")
        if known > 1 or (entity and entity[1] == "ORG" and not organ):
            self._body(max(at + known, entity[0] if entity else 0), first)
            return True
        return False

    def _of_noun(self, word: str, at: int, first: str | None) -> bool:
        """A noun of the state or of a body, any definite noun, or a noun with a definite one: `رئيس [فوج العمل]`."""
        state = self._match(phrases("state", "words"), word, at)
        body = word in phrases("bodies", "words")
        field_ = self.bodied and bool(self._match(construct_portfolios(), word, at))  # إدارة [الحج]
        definite = word.startswith("ال")
        if not (state or body or field_ or (definite and len(word) > 4 and word not in _NEVER | honorifics())):
            if not first and "genitive" in self.takes and self._construct(word, at):
                self._take(at + 2)
                self.complement, self.open, self.definite = True, False, True
                return True
            return False
        if definite and self.takes.isdisjoint({"genitive", "region"}) and not self.governed:
            return False
        if word in phrases("bodies", "organizations") and not self.organization:
            self.in_body = True
        self.bodied |= body
        self.genders.add("f" if word.endswith(("ه", "ات", "اء")) else "m")
        end = at + max(state, 1)
        self._take(end, first=first)
        self.open = not self.text.norms[end - 1].startswith("ال")
        self.complement = True
        self.definite = not self.open
        return True

    def _construct(self, word: str, at: int) -> bool:
        """Whether a body goes on with a noun and its definite genitive: `هيئة [تنظيم الاتصالات]`."""
        norms = self.text.norms
        if at in self.text.entities or at + 1 in self.text.countries:
            return False
        if at != self.at or not self._goes_on(at + 1) or not norms[at + 1].startswith("ال") or len(norms[at + 1]) < 5:
            return False
        noun = word.isalpha() and len(word) > 2 and not word.startswith("ال") and word not in _APART
        if not noun or acting_verb(word) is not None or is_office_head(word) or is_place(word):
            return False
        return norms[at + 1] not in _NEVER | honorifics()

    def _country(self, country: tuple[int, str, str], first: str | None) -> bool:
        end, code, how = country
        if how == "name" and self.text.norms[self.at] == "الجمهوريه":
            self._take(self.at + 1)  # رئيس الجمهورية اليمنية: رئيس الجمهورية
        sent = (
            self.governed and self.preposition == "ل" and "الي" in self.after
        )  # المبعوث الأممي [لليمن]: where he goes
        drop = how == "name" and (not self.governed or self.preposition == "ل") and not sent
        if drop and not self.governed and end < len(self.text.norms):
            # مندوب روسيا الدائم, سفير فرنسا لدى لبنان: what follows needs it
            after = self.text.norms[end]
            drop = after not in self.after and not self._match(phrases("modifiers", "kept"), after, end)
        self._take(end, keep=not drop, first=first)
        if not self.governed or (self.preposition in ("ل", "باسم") and not sent):
            self.countries = self.countries or [code]
            self.country_from = self.country_from or "genitive"
        while drop and self.head.number != "sing" and self._goes_on() and self.text.norms[self.at][:1] == "و":
            joined = self.text.inner.get(self.at)  # وزيرا خارجية روسيا وإيران
            if not joined or joined[2] != "name":
                break
            self._take(joined[0], keep=False)
            self.countries.append(joined[1])
        self.open, self.definite = False, True
        self.complement = self.complement or self.governed or how == "seat"  # كبير موظفي [البيت الأبيض]
        return True

    def _place(self, at: int, word: str) -> tuple[int, str | None] | None:
        entity = self.text.entities.get(at)
        tagged = entity[0] - at if entity and entity[1] == "LOC" else 0
        for size in (3, 2, 1):
            name = " ".join((word, *self.text.norms[at + 1 : at + size]))
            if size > tagged and at + size <= len(self.text.norms) and is_place(name):  # [مكة] المكرمة
                return at + size, place_country(name)
        return (at + tagged, place_country(self.text.doc[at : at + tagged].text)) if tagged else None

    def _close(self, end: int, first: str | None) -> None:
        self._take(end, first=first)
        self.open, self.definite, self.complement = False, True, True

    def _body(self, end: int, first: str | None) -> None:
        """An organisation that the tagger found; its country's adjective is no part of the title."""
        name = [clean(t.text) for t in self.text.doc[self.at : end] if t.norm_ not in _UNWRITTEN]
        if first is not None:
            name[0] = _written(self.text.doc[self.at].text, 1, readings(fold(first))[-1][0])
        self.in_body, self.bodied = False, True
        private = bare(fold(name[0])) in private_bodies() if name else False  # رئيس الائتلاف السوري: not of Syria
        self.organization = [*self.organization, *name]
        while self.at < end:
            country = self.text.countries.get(self.at)
            if country and country[2] == "demonym" and country[0] == end and len(name) > 1 and not private:
                self.countries, self.country_from = self.countries or [country[1]], "adjective"
                self._take(country[0], keep=False)
            else:
                self._take(self.at + 1, first=first)
            first = None
        self.open, self.definite, self.complement = False, True, True

    def _quoted_body(self, at: int) -> int:
        """The token after a body's name in quotation marks: `رئيس شركة ["بوينغ"]`, `رئيس تحرير صحيفة ["الغد"]`."""
        norms, entity = self.text.norms, self.text.entities.get(at + 1)
        closing = _CLOSING.get(norms[at])
        if closing is None or not (self.bodied or (entity and entity[1] == "ORG")):
            return 0
        ends = (k + 1 for k in range(at + 2, min(at + 2 + _QUOTED, len(norms))) if norms[k] == closing)
        return next(ends, 0)

    def _portfolio_after_and(self, word: str) -> bool:
        """`وزير الطاقة والصناعة`, `الشؤون الاقتصادية والاجتماعية`."""
        if not self.complement or word[:1] != "و" or self.settled:
            return False
        definite = self.text.norms[self.at - 1].startswith("ال")  # مدير العلاقات العامة [والإعلام]
        if (definite or "portfolio" in self.takes) and (size := self._match(construct_portfolios(), word[1:], self.at)):
            self._take(self.at + size)
            return True
        if "portfolio" in self.head.takes and (end := self._fields_to_name()):
            self._take(end)
            return True
        if self.bodied and (size := self._second_field(word[1:])):
            in_body, self.in_body = self.in_body, bool(self.organization)
            self._take(self.at + size)
            self.in_body = in_body
            return True
        before = self.text.norms[self.at - 1]
        if before.startswith("ال") and before.endswith("يه") and word.startswith("وال") and word.endswith("يه"):
            if self.at in self.text.inner:
                return False
            self._take(self.at + 1)
            return True
        return False

    def _fields_to_name(self) -> int:
        """The token after `[والحماية الاجتماعية]`: fields that no list has, up to the minister's name or its comma."""
        norms, end = self.text.norms, self.at
        while end < min(self.at + _FIELDS, len(norms)) and self._is_of_field(end):
            end += 1
        if end == self.at or end >= len(norms):
            return 0
        after = self._before_person(end) or (norms[end] == "،" and self._before_person(end + 1))
        before = norms[self.start - 1] if self.start else ""
        named = self.start - 1 in self.text.people or (before == "،" and self.start - 2 in self.text.people)
        return end if after or (named and not norms[end][:1].isalpha()) else 0

    def _is_of_field(self, at: int) -> bool:
        word = self.text.norms[at]
        noun = word.removeprefix("و")
        fits = noun.startswith("ال") and len(noun) > 4 and noun not in _NEVER and noun not in honorifics()
        return fits and not is_office_head(noun) and at not in self.text.countries and self._goes_on(at)

    def _second_field(self, word: str) -> int:
        """How many tokens the second field of a body takes: `رئيس لجنة الأمن [والدفاع]`, `مركز الدراسات [والتدريب]`.

        A field of government, or before a person what can be no person: a verbal noun, a feminine that is no office.
        """
        norms, at = self.text.norms, self.at
        bodies = phrases("bodies", "words")
        tagged = self.text.entities.get(at - 2) == (at, "ORG")  # [لجنة الأمن]
        if not norms[at - 1].startswith("ال") or not (tagged or any(w in bodies for w, _ in readings(norms[at - 2]))):
            return 0
        if not word.startswith("ال") or is_office_head(word) or word in honorifics() or at in self.text.inner:
            return 0
        if size := self._match(construct_portfolios(), word, at):
            return size
        return int(at + 1 in self.text.people and (word.startswith(_VERBAL_NOUNS) or word.endswith(("ه", "ات"))))

    def _adjective(self, word: str) -> bool:
        """An adjective of a field that agrees: `الاقتصادي`, of somebody described also `أمني`."""
        if self.settled or word in _NEVER or word in honorifics() or self.head.kind in ("dual", "counterpart"):
            return False
        written = clean(self.text.doc[self.at].text)
        definite = word.startswith("ال")
        if definite != self.definite or len(word) < 5:
            return False
        if not written.endswith(_RELATIVE) and not (self.complement and word.endswith(_PARTICIPLES)):
            return False
        if not definite and (self.head.kind != "described" or word[0] in "يتن" or self.at in self.text.inner):
            return False
        # The broken plural of a complement (الشؤون, الأمم) has a feminine adjective.
        agrees = self._agrees(word) or (self.complement and word.endswith("ه"))
        if self.head.number == "sing" and not agrees:
            return False
        if definite and not self.complement and bare(word) in words("name_words"):
            return False
        self._take(self.at + 1)
        self.described = True
        if bare(word) in regions() and not self.countries:
            self.countries, self.country_from = [regions()[bare(word)]], "adjective"
        return True

    def _preposition(self, word: str) -> bool:
        """`إلى سوريا`, `باسم الحكومة`, `للشؤون الخارجية`: only where a noun follows that fits."""
        preposition, at, rest = self._governor(word)
        if not rest or not self._may_govern(preposition, at, rest):
            return False
        if at != self.at and (at >= len(self.text.doc) or self.text.doc[at].is_space):
            return False
        saved = {key: list(value) if isinstance(value, list) else value for key, value in vars(self).items()}
        self._take(at)
        loose = not self.head.definite and not self.definite
        self.preposition, self.open, self.governed = preposition, True, True
        fits = self._fits(preposition, rest, at)
        if fits and at in self.text.people and preposition == "باسم":
            self._close(self.text.entities.get(at, (at + 1, ""))[0], None)
            self.loose |= loose
            return True
        if fits and self._genitive(rest, at):
            if self.organization and not saved["organization"] and (preposition == "ل" or self.head.bare):
                self.bare_title, self.bare_at = saved["title"], self.at
            self.complement = self.described = True
            self.settled = False
            self.loose |= loose
            return True
        vars(self).update(saved)
        return False

    def _governor(self, word: str) -> tuple[str, int, str]:
        """The preposition at the next token, the token of the noun that it governs, and that noun; else no noun."""
        norms = self.text.norms
        if word in _APART_PREPOSITIONS:
            at = self.at + 1
            at += norms[at : at + 1] == ["#"]
            return word, at, norms[at] if at < len(norms) else ""
        if len(word) > 3 and word[0] in "لب" and word not in _NEVER:
            return word[0], self.at, readings(word)[-1][0]
        return "", self.at, ""

    def _may_govern(self, preposition: str, at: int, rest: str) -> bool:
        """Whether the preposition belongs to the head, to a body that was named, or to who has charge of something."""
        if preposition in self.after or (preposition in ("ب", "عن") and self.text.norms[self.at - 1] in _charged()):
            return True
        if preposition == "في" and (self.bodied or self.head.kind == "described"):
            return self.text.norms[at + 1 : at + 2] not in (["سموه"], ["معاليه"], ["سعادته"], ["فضيلته"])
        if preposition != "ب" or not self.complement:
            return False
        place = self._place(at, rest)  # مدير الإعلام [بالجمعية], ممثل المنظمة [باليمن]
        there = "في" in self.after and (self.text.inner.get(at) or place) is not None
        there |= self.bodied and place is not None and self._before_person(place[0])  # الهيئة الملكية [بينبع]
        return there or bare(rest) in phrases("bodies", "words")

    def _fits(self, preposition: str, rest: str, at: int) -> bool:
        """Whether the noun after a preposition is of the kind that belongs to a title."""
        if preposition == "باسم" or (preposition == "ب" and self.text.norms[at - 1] in _charged()):
            return True
        body = self._is_body_noun(rest, at)
        field_ = bool(self._match(construct_portfolios(), rest, at)) or bare(rest) == "شؤون"
        if preposition == "عن":
            return field_ or body or rest.startswith("ال")
        if preposition in ("الي", "لدي"):
            return body or rest.startswith("ال") or self._is_located(rest, at)
        if preposition == "في":
            return body or ("في" in self.after and self._is_located(rest, at))
        if preposition == "ب":
            return body or (("في" in self.after or self.bodied) and self._is_located(rest, at))
        office = rest in longest_head()
        if "portfolio" in self.takes:
            return field_ or (office and "genitive" in self.takes)  # المستشار السياسي للأمين العام
        return field_ or body or office or self._is_state(at) or (rest.startswith("ال") and bool(self.genders))

    def _is_body_noun(self, rest: str, at: int) -> bool:
        tagged = self.text.entities.get(at, (0, ""))[1] == "ORG"
        return tagged or rest in phrases("bodies", "words") or bare(rest) in phrases("bodies", "words")

    def _is_state(self, at: int) -> bool:
        country = self.text.countries.get(at) or self.text.inner.get(at)
        return bool(country and country[2] != "demonym")

    def _is_located(self, rest: str, at: int) -> bool:
        return self._is_state(at) or self._place(at, rest) is not None

    # --- what it was ---

    def _result(self) -> OfficeMention | None:
        head = self.head
        said = self.complement or bool(self.countries) or self.described or self.former or self.owned
        if (head.kind in ("office", "dual") and head.takes | head.after) or head.needs:
            kind: OfficeKind = head.kind
            if not self._is_enough(said):
                if not head.alone or not (self.definite or (head.needs and said)):
                    return self._description()
                kind = "described" if kind == "office" else kind
            return None if self.open and not said else self._of_kind(kind, said)
        if head.kind == "office" and not self.definite and not said:
            return None
        return self._of_kind(head.kind, said)

    def _is_enough(self, said: bool) -> bool:
        """Whether what was read makes an office of the head, as its entry asks."""
        return {
            None: said or self.definite,
            "country": bool(self.countries),
            "complement": said,
            "genitive": self.complement and not (self.loose and self.head.number == "dual"),
            "organization": bool(self.organization),
            "after": self.governed,
        }[self.head.needs]

    def _of_kind(self, kind: OfficeKind, said: bool) -> OfficeMention | None:
        if self.head.owned and not (self.complement or self.described):
            kind = "described"  # رئيسها, وزيره: who, but of what?
        titles = self.definite and self.at in self.text.people  # النائب عمار حوري
        if kind == "described" and not said and not titles and self._bare_word() in need_adjective():
            return None
        if kind == "dual" and self.head.number == "dual" and not self.definite and not self.complement:
            return None
        return self._record(kind)

    def _description(self) -> OfficeMention | None:
        """`نائب`, `متحدث`: an indefinite head of which no office is said."""
        word = self._bare_word()
        return self._record("described") if word in described() and word not in need_adjective() else None

    def _bare_word(self) -> str:
        return bare(fold(self.title[0]))

    def _one(self) -> str:
        """The singular of a dual: `الزعيمان` → `الزعيم`."""
        word = self.title[0]
        return word.removesuffix("ان").removesuffix("ين") if self.head.number == "dual" else word

    def _title(self) -> list[str]:
        """The title; without a suffix on its head, which an adjective leaves definite: `أمينه العام`: الأمين العام."""
        if self.at == self.bare_at and not self.countries and self._is_body():
            return self.bare_title  # الأمين العام [للأمم المتحدة]: the record has the body beside it
        if not self.head.owned:
            return self.title
        article = "ال" if any(w.startswith("ال") for w in self.title[1:2]) else ""
        return [article + self._without_suffix(self.title[0]), *self.title[1:]]

    def _is_body(self) -> bool:
        """Whether the organisation is one by its noun or by the lexicon; no field (`للشؤون المالية`), no ministry."""
        first = fold(self.organization[0])
        known = tuple(fold(" ".join(self.organization)).split())
        heads_ = organization_heads() - {"وزاره"}
        return self.head.bare or bare(first) in heads_ or first in heads_ or known in body_names().get(first, ())

    def _without_suffix(self, written: str) -> str:
        suffix = next((s for s in SUFFIXES if written.endswith(s)), "")
        stem = written.removesuffix(suffix)
        return stem[:-1] + "ة" if stem.endswith("ت") and self.head.gender == "f" else stem

    def _record(self, kind: OfficeKind) -> OfficeMention:
        doc = self.text.doc
        first, last = doc[self.start], doc[self.at - 1]
        countries = [] if self.head.needs == "organization" else self.countries  # المدرب الإيطالي: no office of Italy
        return OfficeMention(
            first_token=self.start,
            end_token=self.at,
            start=first.idx + letters(first.text, self.dropped),
            end=last.idx + len(last.text),
            title=" ".join(self._title()),
            singular=" ".join([self.head.lemma or self._one(), *self.title[max(1, len(self.head.lemma.split())) :]]),
            country=countries[0] if len(countries) == 1 else None,
            countries=tuple(countries),
            country_from=self.country_from if countries else None,
            organization=" ".join(self.organization) or None,
            former=self.former,
            definite=self.definite and not self.loose,
            number=self.head.number,
            gender=self.head.gender,
            kind=kind,
            owned=self.owned,
        )


@cached
def _charged() -> frozenset[str]:
    """Folded words after which a preposition tells what somebody has charge of: المكلف."""
    return frozenset(fold(w) for w in load("offices")["modifiers"]["charged"])


_RELATIVE = ("ي", "ية", "يه", "يون", "يين")
_VERBAL_NOUNS = ("الت", "الا")  # التدريب، التعاون، الاتصال، الإعلام
_PARTICIPLES = tuple(sorted(word_class("participle_ending")))  # المسلحة، المشتركة، المتحدة، العامة


def _written(text: str, dropped: int, word: str) -> str:
    """A word as it is shown without its particles, the article of `لل` put back."""
    core = clean(text[letters(text, dropped) :])
    return "ا" + core if word.startswith("ال") and not fold(core).startswith("ال") else core
