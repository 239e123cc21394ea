"""What a phrase that was read is: an office, a description, or nothing; and its mention."""

from __future__ import annotations

from dataclasses import replace

from arner.arabic.orthography import fold
from arner.arabic.particles import bare
from arner.layers import OfficeKind, OfficeMention
from arner.mentions.name import organization_heads
from arner.mentions.offices.heads import SUFFIXES, body_names, described, need_adjective
from arner.mentions.offices.reading import Phrase

_ADJUNCT = 6  # tokens between a name and the comma before whose office it is: `الأسد للشؤون السياسية،`


def office_of_named(phrase: Phrase) -> OfficeMention | None:
    """`مستشارة الرئيس السوري [بشار الأسد]، بثينة شعبان`: the office is of whoever stands after the name's comma."""
    end = phrase.at
    while end in phrase.text.people:
        end += 1
    norms = phrase.text.norms
    comma = next((i for i in range(end, min(end + _ADJUNCT, len(norms))) if norms[i] in ("،", ",")), None)
    if comma is None or comma + 1 not in phrase.text.people or phrase.text.tokens.begins[comma]:
        return None
    phrase.countries, phrase.country_from, phrase.organization = [], None, []
    found = _record(phrase, "office")
    return replace(found, reaches=comma)


def outcome(phrase: Phrase) -> OfficeMention | None:
    head = phrase.head
    said = phrase.complement or bool(phrase.countries) or phrase.described or phrase.former or phrase.owned
    if (head.kind in ("office", "dual") and head.takes | head.after) or head.needs:
        kind: OfficeKind = head.kind
        if not _is_enough(phrase, said):
            if not head.alone or not (phrase.definite or (head.needs and said)):
                return _description(phrase)
            kind = "described" if kind == "office" else kind
        return None if phrase.open and not said else _of_kind(phrase, kind, said)
    if head.kind == "office" and not phrase.definite and not said:
        return None
    return _of_kind(phrase, head.kind, said)


def _is_enough(phrase: Phrase, said: bool) -> bool:
    """Whether what was read makes an office of the head, as its entry asks."""
    return {
        None: said or phrase.definite,
        "country": bool(phrase.countries),
        "complement": said,
        "genitive": phrase.complement and not (phrase.loose and phrase.head.number == "dual"),
        "organization": bool(phrase.organization),
        "after": phrase.governed,
    }[phrase.head.needs]


def _of_kind(phrase: Phrase, kind: OfficeKind, said: bool) -> OfficeMention | None:
    if phrase.head.owned and not (phrase.complement or phrase.described):
        kind = "described"  # رئيسها, وزيره: who, but of what?
    titles = phrase.definite and phrase.at in phrase.text.people  # النائب عمار حوري
    if kind == "described" and not said and not titles and _bare_word(phrase) in need_adjective():
        return None
    if kind == "dual" and phrase.head.number == "dual" and not phrase.definite and not phrase.complement:
        return None
    return _record(phrase, kind)


def _description(phrase: Phrase) -> OfficeMention | None:
    """`نائب`, `متحدث`: an indefinite head of which no office is said."""
    word = _bare_word(phrase)
    return _record(phrase, "described") if word in described() and word not in need_adjective() else None


def _bare_word(phrase: Phrase) -> str:
    return bare(fold(phrase.title[0]))


def _one(phrase: Phrase) -> str:
    """The singular of a dual: `الزعيمان` → `الزعيم`."""
    word = phrase.title[0]
    return word.removesuffix("ان").removesuffix("ين") if phrase.head.number == "dual" else word


def _title(phrase: Phrase) -> list[str]:
    """The title; without a suffix on its head, which an adjective leaves definite: `أمينه العام`: الأمين العام."""
    if phrase.at == phrase.bare_at and not phrase.countries and _is_body(phrase):
        return phrase.bare_title  # الأمين العام [للأمم المتحدة]: the record has the body beside it
    if not phrase.head.owned:
        return phrase.title
    article = "ال" if any(w.startswith("ال") for w in phrase.title[1:2]) else ""
    return [article + _without_suffix(phrase, phrase.title[0]), *phrase.title[1:]]


def _is_body(phrase: Phrase) -> bool:
    """Whether the organisation is one by its noun or by the lexicon; no field (`للشؤون المالية`), no ministry."""
    first = fold(phrase.organization[0])
    known = tuple(fold(" ".join(phrase.organization)).split())
    heads_ = organization_heads() - {"وزاره"}
    return phrase.head.bare or bare(first) in heads_ or first in heads_ or known in body_names().get(first, ())


def _without_suffix(phrase: Phrase, written: str) -> str:
    suffix = next((s for s in SUFFIXES if written.endswith(s)), "")
    stem = written.removesuffix(suffix)
    return stem[:-1] + "ة" if stem.endswith("ت") and phrase.head.gender == "f" else stem


def _record(phrase: Phrase, kind: OfficeKind) -> OfficeMention:
    tokens = phrase.text.tokens
    countries = [] if phrase.head.needs == "organization" else phrase.countries  # المدرب الإيطالي: no office of Italy
    return OfficeMention(
        first_token=phrase.start,
        end_token=phrase.at,
        start=tokens.core(phrase.start, phrase.dropped),
        end=tokens.ends[phrase.at - 1],
        title=" ".join(_title(phrase)),
        singular=" ".join([phrase.head.lemma or _one(phrase), *phrase.title[max(1, len(phrase.head.lemma.split())) :]]),
        country=countries[0] if len(countries) == 1 else None,
        countries=tuple(countries),
        country_from=phrase.country_from if countries else None,
        organization=" ".join(phrase.organization) or None,
        former=phrase.former,
        definite=phrase.definite and not phrase.loose,
        number=phrase.head.number,
        gender=phrase.head.gender,
        kind=kind,
        owned=phrase.owned,
    )
