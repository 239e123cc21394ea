"""Which office: the steps of the slot `title`."""

from __future__ import annotations

from arner.mentions.offices.heads import is_office_head, is_plural
from arner.relations.reading import Reading, folded
from arner.relations.rule import Filler, Outcome, step
from arner.relations.slots import FAR, phrase_end
from arner.relations.triggers import Trigger


@step("new office")
def new_office(reading: Reading, cue: Trigger) -> Outcome:
    """The office in the accusative, or after «as»: `عين سليم عمر [وزيرا للنقل]`, `[كرئيس] للبلاد`."""
    words = reading.words
    _, right = reading.clause(cue.head.start)
    for j in range(cue.head.end, min(right, cue.end + FAR)):
        word = words[j]
        if word.endswith("ا") and len(word) > 3 and is_office_head(word[:-1]) and not is_plural(word[:-1]):
            head = reading.doc[j].text[:-1].removesuffix("ً")
        elif word.startswith("ك") and len(word) > 4 and is_office_head(word[1:]) and j not in reading.syntax.within:
            head = reading.doc[j].text[1:]
        else:
            continue
        return _phrase(reading, j, head, right)
    return None


@step("post")
def post(reading: Reading, cue: Trigger) -> Outcome:
    """The office after «the post of»: `من [منصب وزير النقل]`, `حقيبة [النقل]`."""
    _, right = reading.clause(cue.head.start)
    for j in range(cue.head.end, min(right - 1, cue.end + FAR)):
        if reading.words[j] in folded("posts"):
            found = _office_at(reading, j + 1)
            if found is not None:
                return found
    return None


@step("presidency")
def presidency(reading: Reading, cue: Trigger) -> Outcome:
    """The office of a presidency: `تولى [رئاسة الحكومة]` makes a رئيس الحكومة."""
    _, right = reading.clause(cue.head.start)
    for j in range(cue.head.end, min(right - 1, cue.end + FAR)):
        if reading.words[j].removeprefix("ب") == "رياسه" and reading.words[j + 1 : j + 2]:
            return _phrase(reading, j, "رئيس", right)
    return None


@step("own title")
def own_title(reading: Reading, cue: Trigger) -> Outcome:
    """The office that stands with whom it is about: `أقال [وزير النقل] سليم عمر`."""
    for person in reading.filled["person"].fillers:
        for at in (person.start, cue.start - 3, cue.start - 2):  # … الرئيس [المنتهية] ولايته سليم عمر
            found = _office_at(reading, at) if person.start >= at else None
            if found is not None and (at == person.start or found.end <= cue.start):
                return found
    return None


@step("governed office")
def governed_office(reading: Reading, cue: Trigger) -> Outcome:
    """An office that nobody is named for: `انتخاب [رئيس] للبلاد`, `إقالة [المدير]`."""
    return _office_at(reading, cue.end)


@step("known role")
def known_role(reading: Reading, cue: Trigger) -> Outcome:
    """The first office that the article gives the person elsewhere: `استقال سليم عمر` … `الوزير سليم عمر`."""
    for ref, _ in reading.filled["person"].refs:
        role = reading.roles.get(ref or "")
        if role is not None:
            at = reading.token(role.evidence.start)
            return Filler(((None, role.title),), at, at + 1, country=role.country)
    return None


@step("held office")
def held_office(reading: Reading, cue: Trigger) -> Outcome:
    """The known role of whoever a pronoun means: `إعادة انتخابه` (his re-election)."""
    return known_role(reading, cue) if cue.form.suffix else None


def _phrase(reading: Reading, j: int, head: str, limit: int) -> Filler:
    """`وزيرا للنقل` as the title «وزير النقل», with the state that it is of."""
    end = min(phrase_end(reading, j, limit), j + 6)
    title, country, last = [head], None, j + 1
    for k in range(j + 1, end):
        word = reading.doc[k].text
        if k in reading.dates or reading.words[k] in folded("after_office"):
            break
        place = reading.places.get(k)
        if place is not None and place.is_state:
            country, last = place.country, k + 1
            break
        if k in reading.demonyms:
            country, last = reading.demonyms[k], k + 1
            continue
        party = reading.syntax.at.get(k)
        if party is not None and party.type == "person":
            break
        if reading.words[k] not in folded("plain_adjectives"):
            word = "ال" + word[2:] if word.startswith("لل") else word[1:] if word[0] == "ل" and k == j + 1 else word
            title.append(word.removesuffix("ا") if word.endswith("ا") and not word.startswith("ال") else word)
        last = k + 1
    return Filler(((None, " ".join(title)),), j, last, country=country)


def _office_at(reading: Reading, i: int) -> Filler | None:
    office = next((o for o in reading.offices if i <= o.first_token <= i + 1), None)
    if office is None:
        return None
    return Filler(((None, office.title),), office.first_token, office.end_token, country=office.country)
