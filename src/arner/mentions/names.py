"""Names of people, organisations and places: the tagger's entities, put right by what Arabic and the article tell.

The tagger marks whole tokens. Here particles come off (`لبوتين` → `بوتين`), names joined by و part, honorifics leave
the name, bodies that everybody knows are found by the lexicon, and a name tagged once is found wherever it stands.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from spacy.tokens import Doc, Span

from arner.arabic.acronyms import is_letter, joins
from arner.arabic.orthography import fold, is_arabic
from arner.arabic.particles import bare, letters, readings, starts_with_and, without_particles
from arner.layers import CountryMention, NameType
from arner.lexicon import cached, load, words
from arner.mentions.bodies import named_bodies
from arner.mentions.countries import capitals, is_place, place_country
from arner.mentions.name import Name, Phrases, known_bodies, name_words, organization_heads, own_people
from arner.mentions.offices import is_office_head, is_title, portfolios
from arner.mentions.plausible import is_ordinary, nobody, plausible

TYPES: dict[str, NameType] = {"PER": "person", "ORG": "organization", "LOC": "place"}
_QUOTES = frozenset("\"«»“”'()")
_TITLE_MARKS = {"«": "»", '"': '"', "“": "”"}
_MEDIA = frozenset(fold("صحيفة جريدة مجلة قناة شبكة إذاعة وكالة موقع تلفزيون").split())
_SMALL = frozenset("al and bin da de del den der di dos du el for ibn la le of the van von y".split())
_MISSIONS = frozenset({"سفاره", "قنصليه"})
_FIELDS = 10  # words of the fields of one ministry
_NASAB = frozenset({"بن", "ابن", "بنت", "ولد"})
_INCOMPLETE = _NASAB | {"ال"}  # آل, the house of: no name ends with it
_COMPOUND = frozenset({"عبد", "ابو", "ابا", "ابي", "ام", "ال", "دي", "دو", "فان", "فون", "بو", "سي"})


def find_names(doc: Doc, countries: list[CountryMention]) -> list[Name]:
    """The names of `doc` in order, none within another; `countries` as `find_countries` gives them."""
    adjectives = {c.end for c in countries if c.how == "demonym"}
    people = {c.start for c in countries if c.how == "demonym"}
    states = {(c.start, c.end) for c in countries if c.how == "name"}
    seats = {c.end: c.start for c in countries if c.how != "demonym"}
    bodies = _without_overlap(doc, _known_bodies(doc), [*_ministries_and_media(doc), *named_bodies(doc, people)])
    bodies = _without_overlap(doc, _listed(doc, own_people(), "person"), bodies)
    norms = [t.norm_ for t in doc]
    tagged = [n for e in doc.ents if e.label_ in TYPES for n in _parts(doc, e.start, e.end, _type(doc, e))]
    tagged = _whole_acronyms(doc, norms, tagged)
    names = [m for n in _without_overlap(doc, bodies, tagged) for m in _body_and_person(doc, n, bodies)]
    known = _evidence(doc, names)
    names = [_cut_particles(doc, n, known) for n in _without_and(doc, names) if not _is_office(doc, n)]
    names = [n for n in names if not _is_country(doc, n, states) and not _is_within(doc, n, seats)]
    names = [n for n in names if not _is_month(doc, n) and not _is_model(doc, n)]
    names = [m for n in names for m in _cut_honorifics(doc, n)]
    names = [_with_country(doc, _with_fields(doc, n), adjectives) for n in names]
    dotted = any(t.text == "على" for t in doc)
    longer = [_to_the_left(doc, n, names[k - 1].end if k else 0, dotted) for k, n in enumerate(names)]
    names = [m if m == n else _cut_particles(doc, m, known) for n, m in zip(names, longer, strict=True)]
    names = _joined(doc, sorted(names, key=lambda n: n.start))
    ends, alone = _ends_of_full_names(doc, names), {n.words(doc) for n in names if n.type == "person"}
    names = [m for n in names for m in _two_people(doc, n, ends, alone)]
    return _repeated(doc, plausible(doc, [n for n in names if not _only_head(doc, n)], people))


def _type(doc: Doc, entity: Span) -> NameType:
    """What an entity of the tagger names: an embassy, which it takes for a place, is a body that speaks."""
    mission = any(bare(word) in _MISSIONS for word, _ in readings(doc[entity.start].norm_))
    return "organization" if mission else TYPES[entity.label_]


def _whole_acronyms(doc: Doc, norms: list[str], names: list[Name]) -> list[Name]:
    """`[بي].دي.في.إس.[إيه]`: letters with dots between them are one name."""
    whole: list[Name] = []
    for name in names:
        start, end = name.start, name.end
        while joins(norms, end) and not doc[end - 1].whitespace_ and not doc[end].whitespace_:
            end += 2
        if _letters(norms[start:end]) and _letters(norms[end : end + 1]) and _closes(norms, end + 1):
            end += 1  # بي إف إم تي [في]
        while joins(norms, start - 1) and not doc[start - 2].whitespace_ and not doc[start - 1].whitespace_:
            start -= 2
        if whole and start < whole[-1].end:
            continue
        whole.append(name if (start, end) == (name.start, name.end) else Name(start, end, name.type, doc[start].idx))
    return whole


def _letters(norms: list[str]) -> bool:
    return bool(norms) and all(is_letter(word) for word in norms)


def _closes(norms: list[str], i: int) -> bool:
    """Whether no word stands at `i`, so that a letter that is a preposition too (`في`) governs nothing."""
    return i >= len(norms) or not norms[i][:1].isalnum()


def _body_and_person(doc: Doc, name: Name, bodies: list[Name]) -> Iterable[Name]:
    """`لجامعة الدول العربية [نبيل العربي]`, tagged as one body: the lexicon's body, then two words of names."""
    body = next((b for b in bodies if b.start == name.start and b.end < name.end), None)
    if name.type != "organization" or body is None or not 2 <= name.end - body.end <= 4:
        yield name
        return
    rest = doc[body.end : name.end]
    given = rest[0].norm_
    family = all(bare(t.norm_) in name_words() or t.norm_.startswith("ال") for t in rest)
    if family and given in name_words() and not is_office_head(given) and not is_ordinary(given):
        yield body
        yield Name(body.end, name.end, "person", rest[0].idx)
    else:
        yield name


def _is_office(doc: Doc, name: Name) -> bool:
    """`الزعيمان`, `وولي`, `دوقة كامبريدج` tagged as a person: an office is no name."""
    if name.type != "person":
        return False
    first, *rest = [t.norm_ for t in doc[name.start : name.end]]
    if rest:
        return is_place(" ".join(rest)) and any(is_title(word) for word, _ in readings(first))
    return any(is_office_head(word) for word, _ in readings(first))


def _is_country(doc: Doc, name: Name, states: set[tuple[int, int]]) -> bool:
    """`الاتحاد السوفيتي` tagged as a body: a state's whole name is the state; `states` are their characters."""
    last = doc[name.end - 1]
    return name.type == "organization" and (name.core, last.idx + len(last.text)) in states


def _is_within(doc: Doc, name: Name, seats: dict[int, int]) -> bool:
    """`مكسيكو [سيتي]`, tagged as a body: the end of a capital's name; `seats`: where such begin, by their end."""
    last = doc[name.end - 1]
    return name.type != "place" and seats.get(last.idx + len(last.text), name.core) < name.core


def _is_model(doc: Doc, name: Name) -> bool:
    """`[إس]-300`, `طائرة [إف]-16`: what a weapon or an aircraft is called begins with letters."""
    numbered = name.end + 1 < len(doc) and doc[name.end].text == "-" and doc[name.end + 1].text[:1].isdigit()
    return numbered and name.end - name.start == 1 and not doc[name.start].whitespace_ and len(name.text(doc)) < 6


def _is_month(doc: Doc, name: Name) -> bool:
    """`وأبريل`, tagged as a place. A person may be called so: `مايو`, May."""
    return name.type != "person" and " ".join(name.words(doc)) in _months()


@cached
def _months() -> frozenset[str]:
    """Folded names of months that are hardly anything else."""
    months = load("months")["gregorian"]
    return frozenset(fold(n) for month in months for n in month["names"] if n not in month["unsure"])


def _only_head(doc: Doc, name: Name) -> bool:
    """`حركة`, `الميليشيا` alone, tagged as a body: a noun, no name."""
    first, *rest = name.words(doc)
    return name.type == "organization" and not rest and (first in organization_heads() or bare(first) in _no_names())


@cached
def _no_names() -> frozenset[str]:
    """Folded nouns for bodies that are no name by themselves, without their article: ميليشيا."""
    return frozenset(fold(w) for w in load("organization_heads")["alone"])


def _parts(doc: Doc, start: int, end: int, kind: NameType) -> Iterable[Name]:
    """One entity of the tagger → its names: signs at its ends off, parted at «and», a nasab taken in."""
    while start < end and not is_arabic(doc[start].text) and not doc[start].text[:1].isalnum():
        start += 1
    while end > start and not is_arabic(doc[end - 1].text) and not doc[end - 1].text[-1:].isalnum():
        end -= 1
    if kind == "person":  # [فرهادي] لفرانس24: no person's name has a digit
        numbered = (i for i in range(start, end) if any(c.isdigit() for c in doc[i].text))
        end = next(numbered, end)
    written = [t.text for t in doc[start:end]]
    if not any(len(fold(w)) > 1 and not w.islower() for w in written) or any(_is_common(w) for w in written):
        return
    if kind == "person" and end < len(doc) and end - start == 2 and doc[start].norm_ == "عبد":
        following = doc[end].norm_  # [عبد الصمد] بونوة
        own = doc[end].ent_type_ or is_office_head(following) or doc[end].is_sent_start
        end += is_arabic(doc[end].text) and not own and following in name_words() and not is_ordinary(following)
    if kind == "person":
        while end < len(doc) and is_arabic(doc[end].text) and not doc[end].is_sent_start:
            nasab = doc[end].norm_ in _NASAB and end + 1 < len(doc) and is_arabic(doc[end + 1].text)
            if doc[end - 1].norm_ not in _INCOMPLETE and not nasab:
                break
            end += 2 if nasab else 1
            if end < len(doc) and doc[end - 1].norm_ == "عبد" and is_arabic(doc[end].text):
                end += 1
        for i in range(start + 1, end):
            if _is_and(doc, i) and end - start > 2:  # ميرنا وايسمان stays one
                yield Name(start, i, kind, doc[start].idx)
                start = i
            elif _is_object(doc, i):
                yield Name(start, i, kind, doc[start].idx)
                if doc[i].norm_[0] == "ب" and i + 1 == end:  # فاز [فرهادي] بأوسكار
                    return
                start = i
            elif _is_noun_of_person(doc[i].norm_):
                end = i  # كيت [دوقة كامبريدج]
                break
    yield Name(start, end, kind, doc[start].idx)


def _is_noun_of_person(word: str) -> bool:
    """Whether a word after somebody's name says what he is: `دوقة`, `جاسوس`."""
    if word not in name_words():
        return is_office_head(word) and not word.startswith("ال")
    return is_title(word) and word.endswith("ه")


def _is_common(word: str) -> bool:
    """`said`, `house`: a word in small Latin letters, but for those within names (`University of Oxford`)."""
    return word.islower() and word not in _SMALL and not any(is_arabic(c) or c.isdigit() for c in word)


def _is_and(doc: Doc, i: int) -> bool:
    """Whether token `i` within a person's name begins with «and»: the rest is a name's word, the whole is not."""
    word = doc[i].norm_
    known = name_words()
    if not starts_with_and(word) or bare(word) in known or word in words("own_letters"):
        return False
    return word[1:] in _COMPOUND or (bare(word[1:]) in known and len(word) > 3)


def _is_object(doc: Doc, i: int) -> bool:
    """Whether token `i` within a person's name begins with «to» or «with»: `[ميركل] لماكرون`."""
    word, known = doc[i].norm_, name_words()
    if word[:1] not in ("ل", "ب") or len(word) < 5 or word in words("own_letters") or doc[i - 1].norm_ in _COMPOUND:
        return False
    return bare(word) not in known and bare(word[1:]) in known and not is_ordinary(word)


@cached
def _also_words() -> frozenset[tuple[str, ...]]:
    """Names of bodies that are words too: after a particle they are those, `بحماس` is «with enthusiasm»."""
    return frozenset((fold(w),) for w in load("organizations")["also_words"])


def _known_bodies(doc: Doc) -> list[Name]:
    """Names of the lexicon's organisations in `doc` with the noun before them."""
    bodies = _listed(doc, known_bodies(), "organization")
    return [_with_head(doc, b) if b.core == doc[b.start].idx else b for b in bodies]


def _listed(doc: Doc, listed: Phrases, kind: NameType) -> list[Name]:
    """Names of `listed` in `doc`, longest first at each place."""
    norms = [t.norm_ for t in doc] if listed else []
    found: list[Name] = []
    i = 0
    while i < len(norms):
        name = None
        short = [(norms[i][1:], 1)] if norms[i][:1] in "وبل" else []  # `لبي بي سي`: too short for `readings`
        for word, dropped in [*readings(norms[i]), *short]:
            for key in listed.get(word, ()):
                sure = not dropped or key not in _also_words()
                if sure and (word, *norms[i + 1 : i + len(key)]) == key:
                    name = Name(i, i + len(key), kind, doc[i].idx + letters(doc[i].text, dropped))
                    break
            if name:
                break
        if name:
            found.append(name)
        i = name.end if name else i + 1
    return found


def _ministries_and_media(doc: Doc) -> list[Name]:
    """`وزارة الخارجية`, `ووزارة التربية والتعليم`: a ministry and its field; `صحيفة «الغد»`: a medium and its title."""
    found: list[Name] = []
    for token in doc[:-2]:
        for word, dropped in readings(token.norm_):
            end = 0
            if word == "وزاره":
                end = _field(doc, token.i + 1)
            elif word in _MEDIA:
                end = _title(doc, token.i + 1)
            if end:
                found.append(Name(token.i, end, "organization", token.idx + letters(token.text, dropped)))
                break
    return found


def _field(doc: Doc, start: int) -> int:
    """The token after the field of government that begins at `start`, else 0; also after `والتنمية الاجتماعية`."""
    norms = [t.norm_ for t in doc[start : start + _FIELDS]]
    end = 0
    while end < len(norms):
        first = norms[end].removeprefix("و") if end else norms[end]
        if end and first == norms[end]:
            break
        fitting = (p for p in portfolios().get(first, ()) if (first, *norms[end + 1 : end + len(p)]) == p)
        size = next((len(phrase) for phrase in fitting), 0)
        if not size:
            break
        end += size
    return start + end if end else 0


def _title(doc: Doc, start: int) -> int:
    """The token after the title in quotation marks, of four words at most, that begins at `start`, else 0."""
    closing = _TITLE_MARKS.get(doc[start].norm_)
    for at in range(start + 2, min(start + 6, len(doc))):
        if closing and doc[at].norm_ == closing:
            return at + 1
    return 0


def _with_country(doc: Doc, name: Name, adjectives: set[int]) -> Name:
    """`وكالة الأنباء [الإيرانية الرسمية]`: the country's adjective after a body's name is part of it.

    `adjectives` are the characters where those end.
    """
    end = name.end
    while name.type == "organization" and name.end - name.start > 1 and end < len(doc):
        after = doc[end]
        fits = doc[end - 1].norm_.startswith("ال") and after.norm_.startswith("ال") and not after.is_sent_start
        if not fits or (after.norm_ != "الرسميه" and after.idx + len(after.text) not in adjectives):
            break
        end += 1
    return replace(name, end=end)


def _with_fields(doc: Doc, name: Name) -> Name:
    """`لجنة الأمن [والدفاع]`: a second field of government belongs to the body's name."""
    if name.type != "organization" or name.end - name.start != 2 or name.end == len(doc):
        return name
    field, following = doc[name.end - 1].norm_, doc[name.end].norm_
    fits = field in portfolios() and following.startswith("وال") and not doc[name.end].is_sent_start
    if not fits or not any(w in organization_heads() for w, _ in readings(doc[name.start].norm_)):
        return name
    return replace(name, end=max(_field(doc, name.end - 1), name.end))


def _with_head(doc: Doc, name: Name) -> Name:
    """`حركة «حماس»`: the noun that says what a body is belongs to its name."""
    at = name.start - 1
    quoted = at > 0 and doc[at].norm_ in _QUOTES
    at -= quoted
    if at < 0 or doc[at].is_space or doc[name.start].is_sent_start:
        return name
    for word, dropped in readings(doc[at].norm_):
        if word in organization_heads():
            end = name.end + (quoted and name.end < len(doc) and doc[name.end].norm_ in _QUOTES)
            return Name(at, end, name.type, doc[at].idx + letters(doc[at].text, dropped))
    return name


def _without_overlap(doc: Doc, bodies: list[Name], tagged: list[Name]) -> list[Name]:
    """Both together: a longer body, or a longer person around a person, of the tagger's wins, else the lexicon's."""
    taken: dict[int, Name] = {i: b for b in bodies for i in range(b.start, b.end)}
    kept: list[Name] = []
    dropped: set[Name] = set()
    for name in tagged:
        inside = {taken[i] for i in range(name.start, name.end) if i in taken}
        longer = all(
            name.type in ("organization", b.type)
            and not _grouped(doc, name, b)
            and name.start <= b.start
            and b.end <= name.end
            and name.end - name.start > b.end - b.start
            for b in inside
        )
        if not inside:
            kept.append(name)
        elif longer and len(inside) == 1:
            kept.append(name)
            dropped |= inside
    return sorted([*kept, *(b for b in bodies if b not in dropped)], key=lambda n: n.start)


def _grouped(doc: Doc, name: Name, body: Name) -> bool:
    """`[دول] مجلس التعاون الخليجي`: before a body that is known, a noun that makes it no other body."""
    before = doc[name.start].norm_ if name.start == body.start - 1 and name.end == body.end else ""
    return bool(before) and not any(word in organization_heads() for word, _ in readings(before))


def _evidence(doc: Doc, names: list[Name]) -> dict[str, Callable[[str], bool]]:
    """For each type of name, which words are known to stand by themselves."""
    inner = {bare(t.norm_) for n in names for t in doc[n.start + 1 : n.end]}
    plain = {bare(t.norm_) for n in names for t in doc[n.start : n.start + 1] if t.norm_[:1] not in "وفبلك"}
    seen = inner | plain
    people, own = name_words(), words("own_letters")
    return {
        "seen": lambda word: word in seen,
        "person": lambda word: word in people or word in seen or word in _COMPOUND or word in own,
        "place": lambda word: place_country(word) is not None or word in seen or word in own,
        "organization": lambda word: word in seen or word in organization_heads() or word in own,
    }


def _without_and(doc: Doc, names: list[Name]) -> Iterable[Name]:
    """`فبينيلوبي كروز` where the text also has `بينيلوبي كروز`: the same words after one letter are that name."""
    said = {tuple(t.norm_ for t in doc[n.start : n.end]) for n in names if n.type == "person"}
    for name in names:
        first, *rest = [t.norm_ for t in doc[name.start : name.end]]
        if name.core == doc[name.start].idx and rest and (first[1:], *rest) in said and first[0] in "وفبلك":
            name = replace(name, core=name.core + letters(doc[name.start].text, 1))
        yield name


def _to_the_left(doc: Doc, name: Name, free: int, dotted: bool) -> Name:
    """A person's name that begins too late: at a nasab (`[مساعد] بن محمد`), or after an honorific with words between
    (`الشيخ [صباح] الأحمد`). Tokens before `free` belong to another name; `dotted`: the text writes ى and ي apart.
    """
    if name.type != "person" or name.core != doc[name.start].idx:
        return name
    start = name.start
    if doc[start].norm_ in _NASAB and start - 1 >= free and is_arabic(doc[start - 1].text):
        start -= 1
    while start - 1 >= free and not doc[start].is_sent_start and _is_given_name(doc, start - 1, dotted):
        start -= 1
    for back in range(start - 1, max(free, start - 3) - 1, -1):
        if doc[back + 1].is_sent_start or not is_arabic(doc[back].text):
            break
        if doc[back].norm_ in _before_names():
            between = [bare(t.norm_) for t in doc[back + 1 : start]]
            if all(w in name_words() for w in between):
                start = back + 1
            break
    return replace(name, start=start, core=doc[start].idx) if start < name.start else name


def _is_given_name(doc: Doc, i: int, dotted: bool) -> bool:
    """Whether token `i`, right before a name, is a part of it that the tagger missed: `[علي] شمخاني`."""
    word = doc[i].norm_
    if word == "علي":  # على, but where a text writes that with its letter, علي is the name
        return dotted and doc[i].text == "علي"
    return word in words("ambiguous_names") and not word.startswith("ال") and not is_office_head(word)


def _joined(doc: Doc, names: list[Name]) -> list[Name]:
    """`[الباجي] [قايد السبسي]`: two people's names side by side are one, unless `_two_people` parts them again."""
    joined: list[Name] = []
    people = [n for n in names if n.type == "person"]
    said = {n.words(doc) for k, n in enumerate(people) if k + 1 == len(people) or people[k + 1].start != n.end}
    for name in names:
        last = joined[-1] if joined else None
        beside = last and last.type == name.type == "person" and (last.end == name.start or _bracketed(doc, last, name))
        two = beside and last and name.end - name.start > 1 and last.words(doc) in said  # [دي ميستورا] [جيسي شاهين]
        if last and last.type == name.type == "place" and last.end == name.start:
            whole = replace(last, end=name.end)
            if is_place(fold(whole.text(doc))):  # [سان] [بطرسبرج]
                joined[-1] = whole
                continue
        if last and beside and not two and name.core == doc[name.start].idx and not doc[name.start].is_sent_start:
            joined[-1] = replace(last, end=name.end)
        else:
            joined.append(name)
    return joined


def _bracketed(doc: Doc, first: Name, rest: Name) -> bool:
    """`(فلاديمير) بوتين`: a first name that the writer puts in brackets."""
    closed = first.end + 1 == rest.start and doc[first.end].norm_ == ")"
    return closed and first.start > 0 and doc[first.start - 1].norm_ == "("


def _ends_of_full_names(doc: Doc, names: list[Name]) -> dict[tuple[str, ...], set[tuple[str, ...]]]:
    """What a full name of the article begins or ends with → the full names that do."""
    found: dict[tuple[str, ...], set[tuple[str, ...]]] = {}
    for full in {n.words(doc) for n in names if n.type == "person"}:
        for cut in range(1, len(full)):
            found.setdefault(full[:cut], set()).add(full)
            found.setdefault(full[cut:], set()).add(full)
    return found


def _two_people(
    doc: Doc, name: Name, ends: dict[tuple[str, ...], set[tuple[str, ...]]], alone: set[tuple[str, ...]]
) -> Iterable[Name]:
    """`استقبل شي بوتين` (Xi received Putin), tagged as one name: two people whom the article names in full.

    The first is also called by that alone, or the word before may be a verb: `وخالد العيسى` stays one beside `خالد
    الحميدان` and `فهد العيسى`.
    """
    parts = name.words(doc)
    before = doc[name.start - 1].norm_ if name.start and not doc[name.start].is_sent_start else ""
    after_verb = name.core == doc[name.start].idx and before.isalpha() and before not in _honorifics()
    if name.type == "person" and len(parts) > 1 and len(parts) == name.end - name.start:
        for cut in range(1, len(parts)):
            left, right = parts[:cut], parts[cut:]
            if (left not in alone and not (after_verb and cut == 1)) or left[-1] in _NASAB or right[0] in _NASAB:
                continue
            first = any(right[-1] not in full for full in ends.get(left, ()))
            second = any(left[0] not in full for full in ends.get(right, ()))
            if first and second:
                at = name.start + cut
                yield replace(name, end=at)
                yield Name(at, name.end, name.type, doc[at].idx)
                return
    yield name


@cached
def _before_names() -> frozenset[str]:
    """Honorifics that stand before a name in any case: what follows them is one."""
    return frozenset(fold(w) for w in ("الشيخ", "الأمير", "الملك", "السيد", "الدكتور", "الشيخة", "الأميرة"))


@cached
def _honorifics() -> frozenset[str]:
    return frozenset(fold(w) for w in load("offices")["honorifics"]["words"])


def _is_governed(doc: Doc, i: int) -> bool:
    """Whether the noun before token `i` governs a person."""
    before = readings(doc[i - 1].norm_) if i and not doc[i].is_sent_start else []
    return any(word in _govern() for word, _ in before)


@cached
def _govern() -> frozenset[str]:
    """Folded nouns whose genitive is a person: نظام, قوات."""
    return frozenset(fold(w) for w in load("names")["governing"])


def _cut_particles(doc: Doc, name: Name, known: dict[str, Callable[[str], bool]]) -> Name:
    first = doc[name.start]
    if name.core != first.idx or not is_arabic(first.text):
        return name
    if first.norm_[0] == "ف" and name.start and not first.is_sent_start and is_arabic(doc[name.start - 1].text):
        return name  # وصل [فرانك]: «then» joins clauses, so it hardly stands after a word of its own
    if first.norm_ in ("و", "ب", "ل", "ك") and name.end > name.start + 1:
        return replace(name, start=name.start + 1, core=doc[name.start + 1].idx)
    if first.norm_[0] == "و" and name.end > name.start + 1:
        compound = first.norm_[1:] in _COMPOUND  # ودي ماريا
        if compound or (_begins_after_person(doc, name) and not known[name.type](first.norm_)):
            return replace(name, core=first.idx + letters(first.text, 1))
    if name.type == "place" and known["place"](fold(name.text(doc))):
        return name
    if name.type == "organization" and name.start and not first.is_sent_start:
        head, *_ = [word for word, _ in readings(doc[name.start - 1].norm_)][-1:]
        if head in organization_heads() and first.norm_[0] != "و":  # نادي [كالياري]: nothing stands before a genitive
            return name
    if name.type == "person" and name.end == name.start + 1:
        short = [(first.norm_[1:], 1)] if first.norm_[:1] in "وفبلك" else []  # `وشي`: too short for `readings`
        for rest, dropped in [*readings(first.norm_), *short]:
            if rest in capitals() or (is_place(rest) and rest not in name_words()):  # taken for a person: `لبيروت`
                return replace(name, type="place", core=first.idx + letters(first.text, dropped))
            if dropped and known["seen"](bare(rest)) and not known["seen"](bare(first.norm_)):
                return replace(name, core=first.idx + letters(first.text, dropped))
    _, dropped = without_particles(first.norm_, known[name.type])
    return replace(name, core=first.idx + letters(first.text, dropped))


def _begins_after_person(doc: Doc, name: Name) -> bool:
    """`[كيم داي جونغ] [ورو مو هيون]`: whether the tagger began another person's name right after one."""
    first, before = doc[name.start], doc[max(name.start - 1, 0)]
    return first.ent_iob_ == "B" and first.ent_type_ == before.ent_type_ == "PER" and before.i < first.i


def _cut_honorifics(doc: Doc, name: Name) -> Iterable[Name]:
    """`الشيخ خالد العطية` → `خالد العطية`; an honorific alone is no name."""
    if name.type != "person":
        yield name
        return
    honorifics = _honorifics()
    start, core = name.start, name.core
    while start < name.end:
        word = fold(doc[start].text[core - doc[start].idx :])
        if word not in honorifics and word != ".":
            break
        start += 1
        core = doc[start].idx if start < name.end else core
    if start < name.end:
        yield replace(name, start=start, core=core)


def _with_given_name(doc: Doc, i: int, core: int, taken: set[int]) -> Name:
    """A surname found in token `i`, with the given name before it: `[حلا] بركات` is not `أحمد بركات`."""
    given = doc[i - 1].norm_ if i and i - 1 not in taken and not doc[i].is_sent_start else ""
    if core != doc[i].idx or given not in name_words() or is_ordinary(given) or is_office_head(given):
        return Name(i, i + 1, "person", core)
    return Name(i - 1, i + 1, "person", doc[i - 1].idx)


def _repeated(doc: Doc, names: list[Name]) -> list[Name]:
    """Every other place where a surname of the article stands alone: the tagger may miss it there.

    Also a name that is a word as well, where a noun is before it that governs a person: `نظام الأسد`.
    """
    people = [n.words(doc) for n in names if n.type == "person"]
    alone = {words[-1] for words in people if len(words) == 1}
    surnames = {words[-1] for words in people if len(words) > 1 and len(bare(words[-1])) > 2} | alone
    surnames = {s for s in surnames if place_country(s) is None and not is_ordinary(s)} - nobody()
    unsure = {s for s in surnames if bare(s) in words("ambiguous_names") or len(bare(s)) < 5} - alone
    taken = {i for n in names for i in range(n.start, n.end)}
    found: list[Name] = []
    for name in names:
        lone = name.end - name.start == 1
        if lone and name.type != "person" and name.words(doc)[-1] in surnames:
            name = replace(name, type="person")
        found.append(name)
    for token in doc:
        if token.i in taken:
            continue
        if is_ordinary(token.norm_):
            continue
        for word, dropped in readings(token.norm_):
            governed = not dropped and _is_governed(doc, token.i)
            known = word in surnames and (word not in unsure or not dropped)
            if known or (governed and word in words("ambiguous_names")):
                found.append(_with_given_name(doc, token.i, token.idx + letters(token.text, dropped), taken))
                break
    return sorted(found, key=lambda n: n.start)
