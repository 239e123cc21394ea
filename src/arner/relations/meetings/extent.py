"""Where the words end that describe somebody without a name: `مسؤولين [عسكريين في حكومة الإقليم]`.

A description goes on over what its head is of (`ممثلي [إيران]`), adjectives (`رؤساء الأندية [المحترفة]`) and what a
preposition of its own adds: `أعضاء [من المكتب التنفيذي للاتحاد]`, `ممثلين [عن الحركة]`, `الجنرال [المشرف على القوات]`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from arner.arabic.numerals import cardinal
from arner.lexicon import word_class
from arner.mentions.offices.heads import is_plural
from arner.relations.meetings.clause import Clause
from arner.relations.meetings.vocabulary import plain
from arner.syntax import Party
from arner.syntax.words import CLOSERS, OPENERS

_SPEAKS_FOR = word_class("speaks_for")
_MEMBER = word_class("member_of")
_CHARGED = word_class("charged_with")
_CHARGED_WITH = word_class("charged_with_preposition")
_BODY_OF_STATE = word_class("body_of_state")
_WHOSE = word_class("whose_government")
_SENT = word_class("sent_to")
_SENT_TO = word_class("to_or_at")
_NO_ADJECTIVE = word_class("relative") | word_class("convened")
_NO_SOURCE = word_class("no_source")
_NUNATED = ("ين", "ون")  # with them no genitive follows at once
JOINED = 8  # bodies and states that are joined to one in a description
LINKS = 6  # things that a description is told to be of, one after the other


def end_of(clause: Clause, start: int, end: int) -> int:
    """Where the description ends of which the tokens `start:end` are known to be a part."""
    for _ in range(LINKS):
        end, before = _further(clause, start, end), end
        if end == before:
            break
    return min(end, clause.right)


def _further(clause: Clause, start: int, i: int) -> int:
    """The token after what goes on with the description at `i`, else `i`."""
    if i >= clause.right or i in clause.reading.dates:
        return i
    steps: tuple[Callable[[Clause, int, int], int | None], ...] = (
        _counted,
        _joined_states,
        _genitive,
        _adjective,
        _own_preposition,
    )
    return next((end for step in steps if (end := step(clause, start, i)) is not None and end > i), i)


def _counted(clause: Clause, start: int, i: int) -> int | None:
    """`قادة الدول [الثلاث]`."""
    word = clause.words[i]
    return i + 1 if word.startswith("ال") and cardinal([word[2:]], 0) is not None else None


def _joined_states(clause: Clause, start: int, i: int) -> int | None:
    """`مسؤولين بدول البلقان [وتركيا وقبرص]`: states joined to the one that the description ends with."""
    sites = (clause.reading.sites.get(j) for j in range(start + 1, i))
    ends = any(site is not None and clause.reading.token(site.end - 1) + 1 == i for site in sites)
    return next(reversed(list(_joined_ends(clause, i))), None) if ends else None


def _genitive(clause: Clause, start: int, i: int) -> int | None:
    """What the word before `i` is of: `ممثلي [إيران والوكالة]`, `خبراء [المناخ]`, `قادة دول [«المجموعة»]`."""
    last, reading = clause.words[i - 1], clause.reading
    if last.startswith("ال") or last.endswith(_NUNATED) or i - 1 in reading.demonyms:
        return None
    party = _body_at(clause, i)
    if party is not None and not reading.letters(party):
        visited = clause.cue.kind == "visit" and party.type == "country"  # زار وفد [روسيا]: where they went
        return None if visited else _joined_to(clause, party)
    several = i == start + 1 and (is_plural(plain(last)) or last.endswith("ات"))
    noun = several and i not in reading.within and not clause.governed(i) and not reading.is_sign(i)
    definite = clause.words[i].startswith("ال") or last.endswith("و")  # مسؤولو [شركات]
    return clause.phrase_end(i) if noun and definite else None


def _adjective(clause: Clause, start: int, i: int) -> int | None:
    """`مسؤولين [عسكريين]`, `الأندية [المحترفة]`, `الدبلوماسية [والقنصلية]`; it is as definite as its noun."""
    word, last, reading = clause.words[i], clause.words[i - 1], clause.reading
    if (party := reading.within.get(i)) is not None:
        return party.end if i in reading.demonyms and party.kind == "demonym" else None
    if last.endswith("ين") and not last.startswith("ال") and word.endswith("ين") and word[0] not in "وبل":
        return i + 1
    if not word.removeprefix("و").startswith("ال") or last in CLOSERS or word in _NO_ADJECTIVE:
        return None
    if word[2:] in _CHARGED and last.startswith("ال"):
        return i + 1  # القائد المشرف
    return i + 1 if reading.syntax.tagged.pos[i] == "ADJ" and _agrees(clause, i) else None


def _agrees(clause: Clause, i: int) -> bool:
    """Whether the definite adjective at `i` is of the word before it; `رئيس الحكومة [الحبيب]` is rather his name."""
    word, last = clause.words[i], clause.words[i - 1]
    if word[0] == "و":
        return last.startswith("ال") and clause.reading.syntax.tagged.pos[i - 1] == "ADJ"
    known = last.startswith("ال") or i - 1 in clause.reading.within
    return known and (word.endswith("ه") or not last.endswith("ه"))


def _own_preposition(clause: Clause, start: int, i: int) -> int | None:
    """A preposition that belongs to the description, with what follows it."""
    word, words = clause.words[i], clause.words
    head = plain(words[start]).lstrip("بل").removeprefix("ال")
    if words[i - 1].removeprefix("ال") in _CHARGED and (charged := _charged_with(clause, i)) is not None:
        return charged
    if word == "من" or (word == "عن" and head in _SPEAKS_FOR):
        return None if _NO_SOURCE.intersection(words[i + 1 : i + 2]) else _noun_phrase(clause, i + 1)
    there = clause.reading.sites.get(i + 1)
    if word in _SENT_TO and head in _SENT and there is not None:
        return clause.reading.token(there.end - 1) + 1  # المبعوث الدولي [إلى سوريا]
    if word == "في" and head in _MEMBER | _SPEAKS_FOR and there is None and _is_body(clause, i + 1, ""):
        return _noun_phrase(clause, i + 1)
    return _noun_phrase(clause, i) if _is_body(clause, i, _letters(clause, head, i)) else None


def _letters(clause: Clause, head: str, i: int) -> str:
    """The prepositions that, written onto the word at `i`, join it to a description that begins with `head`."""
    at = "ب" if head in _MEMBER and i not in clause.reading.sites else ""
    return at + "ل" if head in _SPEAKS_FOR or _names_part_of_body(clause, i - 1) else at


def _charged_with(clause: Clause, i: int) -> int | None:
    """`المشرف [على القوات]`, `المكلف [بالميزانية]`."""
    word = clause.words[i]
    apart = word in _CHARGED_WITH and i + 1 < clause.right
    return _noun_phrase(clause, i + apart) if apart or word.startswith("بال") else None


def _names_part_of_body(clause: Clause, i: int) -> bool:
    """Whether a body stands before the one it is of: `المكتب التنفيذي [للاتحاد]`, `اللجنة المركزية [للحزب]`."""
    return any(clause.words[k] in clause.vocabulary.body for k in (i, i - 1))


def _is_body(clause: Clause, i: int, letters: str) -> bool:
    """Whether a body or a state stands at `i`, with one of the `letters`, if any, written onto it."""
    if (party := _body_at(clause, i)) is not None:
        return clause.reading.letters(party) in (tuple(letters) or ("",))
    word = clause.words[i] if i < clause.right else ""
    if letters:
        word = "" if word[:1] not in letters else "ال" + word[2:] if word.startswith("لل") else word[1:]
    bare = word.removeprefix("ال")
    return bool({word, bare} & (clause.vocabulary.body | clause.vocabulary.collective | _BODY_OF_STATE))


def _body_at(clause: Clause, i: int) -> Party | None:
    """The body or state at `i`, over a quotation mark."""
    j = i + (i < clause.right and clause.words[i] in OPENERS)
    party = clause.reading.at.get(j) if j < clause.right else None
    known = party is not None and party.type in ("organization", "country") and party.kind != "demonym"
    return party if known else None


def _noun_phrase(clause: Clause, i: int) -> int | None:
    """Where the phrase ends that begins at `i`, with what is joined to it: `من [الولايات المتحدة والصين]`."""
    if i >= clause.right or i in clause.reading.dates or (clause.reading.is_sign(i) and clause.words[i] not in OPENERS):
        return None
    if (party := _body_at(clause, i)) is not None:
        return _joined_to(clause, party)
    if i in clause.reading.within and clause.reading.within[i].type == "person":
        return None
    end = clause.body(i) or clause.phrase_end(i)
    end = next((j for j in range(i + 1, end) if clause.reading.syntax.tagged.pos[j] == "VERB"), end)
    whose = clause.reading.at.get(end) if clause.words[end - 1] in _WHOSE else None
    return whose.end if whose is not None and whose.type == "person" else end  # من إدارة [سليم عمر]


def _joined_to(clause: Clause, party: Party) -> int:
    """Where those end who are joined to a body in a description: `إيران [والوكالة]`, `وزارات الدفاع [والعدل]`."""
    quoted = clause.words[party.start - 1] in OPENERS
    end = party.end + (quoted and party.end < clause.right and clause.words[party.end] in CLOSERS)
    return next(reversed(list(_joined_ends(clause, end))), end)


def _joined_ends(clause: Clause, i: int) -> Iterator[int]:
    """Where each of those ends who are joined by و from token `i` on: `[والوكالة] [والاتحاد]`."""
    for _ in range(JOINED):
        if i >= clause.right:
            return
        party, word = clause.reading.at.get(i), clause.words[i]
        if party is not None and party.type in ("organization", "country") and clause.reading.letters(party) == "و":
            i = party.end
        elif party is None and i not in clause.reading.within and word.startswith("وال") and word not in _NO_SOURCE:
            i += 1
        else:
            return
        yield i
