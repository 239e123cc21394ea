"""From trigger to telling: the arguments, the date, the status and the words that are evidence."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from spacy.tokens import Doc

from arner.arabic.orthography import fold
from arner.layers import TimeExpression
from arner.lexicon import cached, load
from arner.mentions.offices.heads import is_plural
from arner.relations.meetings import triggers
from arner.relations.meetings.arguments import Reader, read, reader_of
from arner.relations.meetings.merging import Telling
from arner.relations.meetings.noun_arguments import NounReader
from arner.relations.meetings.scene import Scene
from arner.relations.meetings.series import place_in_series
from arner.relations.meetings.status import governing, qualified
from arner.relations.meetings.takers import Arguments, Taker
from arner.relations.meetings.triggers import Trigger
from arner.relations.meetings.words import CALLING, HEADING, HOLDING, MASDARS, RELATIVES, SOURCE, TOPIC, plain
from arner.syntax.links import is_link
from arner.syntax.verbs import acting_verb

_NEAR_BEFORE = 6  # words between «before» and its verb: `قبل أن يغادر ويسافر`
_PAST = frozenset(fold("أمس الماضي الماضية").split())  # as words: «مساء» (evening) holds the letters of «أمس»
LONG = 40  # words of a sentence that is evidence as a whole


def tellings(doc: Doc) -> list[Telling]:
    """What each trigger of the Doc tells, in the order of the text."""
    scene = Scene(doc)
    taken = [False] * len(doc)
    for i, party in scene.within.items():
        taken[i] = party.kind in ("name", "metonym")
    for ent in doc.ents:
        if ent.label_ == "ORG":  # منتدى الفكر is a body
            taken[ent.start : ent.end] = [True] * len(ent)
    found: list[Telling] = []
    for start, end in scene.bounds:
        if is_link(scene.words, start, end):
            continue
        here = triggers.find(scene.words, taken, start, end)
        first = len(found)
        sport = bool(here) and any(plain(word) in sports() for word in scene.words[start:end])
        for n, trigger in enumerate(here):
            earlier = found[-1].takers[:1] if len(found) > first else []
            sidelines = "هامش" in scene.words[max(start, trigger.start - 2) : trigger.start]
            floor = here[n - 1].end if n and trigger.noun is not None else start
            aim = trigger.noun is not None and (
                trigger.noun.preposition == "ل" or scene.words[trigger.start - 1] in MASDARS
            )
            bare = trigger.noun is not None and trigger.light is None and not aim
            after_verb = n > 0 and here[n - 1].verb is not None and bare
            for telling in _read(scene, trigger, (floor, _limit(here, n, end)), after_verb, *earlier):
                if sidelines and not telling.takers:
                    _attend(telling, found[first:])
                people = any((taker.ref or "").startswith("p") for taker in telling.takers)
                if people or not sport:  # a match, where nobody who takes part is a person
                    found.append(telling)
        _where_the_visit_is(found[first:])
    return found


def _where_the_visit_is(here: list[Telling]) -> None:
    """An encounter told in one sentence with the visit of who takes part in it is there: `التقى … في زيارة لطهران`."""
    visits = [telling for telling in here if telling.kind == "visit" and telling.place and telling.takers][-8:]
    for telling in here:
        if telling.place is None and telling.group == "m":
            keys = {taker.key for taker in telling.takers}
            places = [visit.place for visit in visits if visit.takers[0].key in keys]
            telling.place = places[0] if places and all(place == places[0] for place in places) else None


def _attend(telling: Telling, earlier: list[Telling]) -> None:
    """Who meets on the sidelines of a conference attends it: `التقيا على هامش القمة`."""
    if earlier:
        telling.takers = [replace(taker, role="participant") for taker in earlier[-1].takers]
        telling.creates = bool(telling.takers) and (telling.place is not None or telling.date is not None)


def _limit(here: list[Trigger], n: int, end: int) -> int:
    """Where the arguments of a trigger must end: at the next verb, or the next noun that is as independent."""
    for later in here[n + 1 :]:
        if later.verb is not None and later.verb.entry["frame"] == "be":
            continue  # زيارة كان من المقرر أن يقوم بها
        if later.verb is not None:
            return later.start
        if later.light is not None and later.light.i > here[n].start:
            return later.light.i
        if later.kind != "visit" or here[n].kind == "visit":
            return later.start
    return end


def _read(
    scene: Scene, trigger: Trigger, bounds: tuple[int, int], after_verb: bool, earlier: Taker | None = None
) -> Iterator[Telling]:
    floor, limit = bounds
    reader = reader_of(scene, trigger, limit, earlier)
    reader.floor = max(reader.left, min(floor, trigger.light.i if trigger.light else trigger.start))
    reader.after_verb = after_verb
    title_end = scene.doc._.article.title_end
    title = title_end is not None and scene.starts[trigger.start] < title_end
    for found in read(reader):
        when = _date(scene, reader, found)
        status = "proposed" if found.invited else _status(scene, trigger, reader, when, title)
        if status in ("planned", "proposed"):
            when = _to_come(scene, when)
        if status == "none" or reader.since():
            continue
        noun = trigger.noun
        creates = _creates(trigger, found, when)
        if not creates and _called_for(reader, found, status):
            creates, found.takers = True, []  # who calls for talks is not said to take part
        yield Telling(
            kind=trigger.kind,
            rule=trigger.rule,
            status=status,
            takers=found.takers,
            place=found.place,
            date=when,
            topics=_topics(scene, reader),
            evidence=_evidence(scene, reader, found),
            attended=noun is not None
            and noun.definite
            and trigger.light is not None
            and trigger.light.form.entry["id"] == "attend",
            anaphoric=noun is not None and noun.definite and (not found.takers or bool(noun.suffix)),
            title=title,
            ordinal=place_in_series(
                scene.words,
                trigger.start,
                trigger.end,
                reader.right,
                noun is not None and noun.definite,
                scene.dates,
            ),
            tour=len(found.stops) > 1 and found.place is None,
            creates=creates and not (title and noun and len(found.takers) < 2),
        )


def _creates(trigger: Trigger, found: Arguments, when: dict[str, Any] | None) -> bool:
    """Whether a telling says enough to be a record of its own."""
    n = len(found.takers)
    needs = trigger.verb.entry.get("needs", ()) if trigger.verb else ()
    if "place" in needs:
        return n >= 1 and (found.place is not None or n >= 2)
    if trigger.noun is not None and trigger.noun.entry["id"] == "tour" and not (found.place or found.stops or n > 1):
        return False  # جولة من العنف is no journey
    if trigger.kind == "visit":
        return n >= 1 and (found.place is not None or n >= 2 or trigger.light is not None)
    if trigger.kind in ("summit", "conference"):
        dated = when is not None and (found.place is not None or when["start"] is not None)
        return n >= 2 or (n >= 1 and (trigger.light is not None or dated)) or (found.place is not None and dated)
    chaired = trigger.light is not None and trigger.light.form.entry["id"] == "chair"
    if n == 1 and trigger.noun is not None and _several(found.takers[0]):  # اجتماع وزراء الخارجية
        return found.place is not None or when is not None
    return (n >= 2 or (n == 1 and chaired)) and any(taker.ref for taker in found.takers)


def _several(taker: Taker) -> bool:
    """Whether a description is of several people by their office: `وزراء خارجية مصر وتونس`."""
    return taker.ref is None and any(is_plural(word) for word in fold(taker.name).split()[:1])


def _called_for(reader: Reader, found: Arguments, status: str | None) -> bool:
    """Whether talks or a summit are called for whose parties are not told: `دعا إلى محادثات سلام`."""
    trigger = reader.trigger
    before = (plain(word) for word in reader.words[max(reader.left, trigger.start - LONG // 4) : trigger.start])
    called = status == "proposed" and any(word in CALLING for word in before)
    called = called and trigger.kind in ("talks", "summit", "conference")
    return called and trigger.noun is not None and not trigger.noun.definite and len(found.takers) < 2


@cached
def sports() -> frozenset[str]:
    return frozenset(fold(word) for word in load("meetings")["sport"]["words"])


def _date(scene: Scene, reader: Reader, found: Arguments) -> dict[str, Any] | None:
    """The date in the clause that is nearest to the trigger."""
    best: tuple[int, TimeExpression] | None = None
    # What stands before a noun that a verb of encounter governs is the verb's: التقى الجمعة نظيره قبل زيارته
    since = reader.trigger.start if reader.after_verb else reader.floor
    for i in range(since, reader.right):
        value = scene.dates.get(i)
        if value is not None and not _of_another(scene, reader, found, i):
            distance = min(abs(i - reader.trigger.start), abs(i - found.last))
            if best is None or distance < best[0]:
                best = (distance, value)
    if best is None:
        return None
    value = best[1]
    return {
        "text": scene.text[value.start : value.end],
        "start": value.first_day,
        "end": value.last_day,
        "granularity": value.granularity,
    }


def _of_another(scene: Scene, reader: Reader, found: Arguments, i: int) -> bool:
    """Whether the date at token `i` dates something else than the encounter.

    It does in a relative clause that is not the encounter's own (`التجارة التي نمت العام الماضي`, trade that grew
    last year; but `القمة … التي ستعقد في مايو`) and after `منذ` (since).
    """
    words = scene.words
    if any(plain(word) == "منذ" for word in words[max(reader.left, i - 5) : i]):
        return True
    start = max(reader.trigger.end, found.last) + 1  # a relative right after the trigger or its arguments is its own
    own = reader.trigger.noun is not None
    return any(
        (plain(words[j]) in RELATIVES and not (own and words[j + 1] in HOLDING)) or plain(words[j]) in SOURCE
        for j in range(start, i)
    )


def _to_come(scene: Scene, when: dict[str, Any] | None) -> dict[str, Any] | None:
    """The date of what is to come: a weekday or a month before the publication is the next, others past are not its."""
    published = scene.doc._.article.published
    if not when or not published or not when["end"] or when["end"] >= published:
        return when
    start = date.fromisoformat(when["start"])
    if any(word in _PAST for word in fold(when["text"]).split()):
        return None
    if when["granularity"] == "day" and (date.fromisoformat(published) - start).days < 7:
        day = (start + timedelta(days=7)).isoformat()
        return {**when, "start": day, "end": day}
    if when["granularity"] == "month" and not any(c.isdecimal() for c in when["text"]):
        # لزيارة باريس في نوفمبر: that of the next year
        first = start.replace(year=start.year + 1)
        last = (first.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)
        return {**when, "start": first.isoformat(), "end": last.isoformat()}
    return None


def _status(scene: Scene, trigger: Trigger, reader: Reader, when: dict[str, Any] | None, title: bool) -> str | None:
    words = scene.words
    verb = trigger.verb or (trigger.light.form if trigger.light else None)
    i = trigger.light.i if trigger.light else trigger.start
    before = governing(words, min(i, trigger.start), reader.left) or _outer(words, i, reader)
    after = qualified(words, trigger.end, min(trigger.end + 5, reader.right)) if trigger.noun else None
    if (
        when is not None
        and not when.get("start")
        and qualified([fold(w) for w in when["text"].split()], 0, 9) == "planned"
    ):
        after = after or "planned"
    published = scene.doc._.article.published
    start = when.get("start") if when else None
    end = (when.get("end") or start) if when else None
    settled = verb.entry.get("status") if verb else None
    particle = plain(words[i - 1]) if i > reader.sent_start else ""
    if particle in ("اذا", "لو", "اين", "متي", "هل", "كيف"):
        return "none"
    if isinstance(reader, NounReader) and reader.agreed and before is None:
        return "planned"
    if particle in ("لم", "لا"):
        return "cancelled" if particle == "لم" and trigger.kind != "visit" else "none"
    if verb is not None:
        if particle == "لن" or before == "cancelled":
            return "cancelled"
        if verb.entry["id"] == "leave":
            return "held" if verb.tense == "past" else "ongoing"
        if settled in ("cancelled", "planned"):
            return str(settled)
        if verb.tense == "future" or particle == "سوف" or (after == "planned" and settled != "held"):
            return "planned"
        if when is not None and "سابق" in when["text"] and verb.tense == "present":
            return "held"
        if verb.tense == "past":
            earlier = any(plain(w) in ("كان", "كانت", "سبق") for w in words[max(reader.left, i - 8) : i])
            if settled == "ongoing" or verb.entry["id"] == "arrive":
                return "ongoing" if _near(published, start) and not (earlier and not start) else "held"
            return str(settled or "held")
        if before:
            return before
        if particle == "قد":
            return "proposed"
        if (told := _before_it(words, i, reader)) is not None:
            return told
        if particle in ("عندما", "حين", "حينما"):
            return "planned"  # سيؤكد ذلك عندما يلتقي نظيره
        if published and start and start > published:
            return "planned"
        if published and end and end < published:
            return "held"
        if title:
            return None
        if trigger.kind == "visit":
            return "ongoing"
        return "held" if i > 0 and words[i - 1].startswith("كان") else "planned" if start == published else "held"
    if after:
        return after
    if trigger.noun is not None and trigger.noun.entry.get("participle"):
        return "planned"
    if trigger.noun is not None and _future_before(scene, trigger, reader):
        return "planned"
    if published and start and start > published:
        return before if before in ("proposed", "cancelled") else "planned"
    if before:
        return before
    return None if title or (trigger.noun and trigger.noun.definite) else "held"


def _before_it(words: list[str], i: int, reader: Reader) -> str | None:
    """`التقى الوزير [قبل أن يزور] باريس`: what follows «before» is as past as what it follows."""
    for k in range(i - 1, max(reader.sent_start, i - _NEAR_BEFORE), -1):
        if words[k] == "ان" and plain(words[k - 1]) == "قبل":
            ahead = any(plain(w)[:1] == "س" and acting_verb(plain(w)) for w in words[reader.sent_start : k])
            return "planned" if ahead else "held"
    return None


def _future_before(scene: Scene, trigger: Trigger, reader: Reader) -> bool:
    """Whether the noun is the aim of something to come: `سيتوجه إلى جنيف للقاء`, `سيصل لعقد لقاء`."""
    i = trigger.start
    masdar = i > reader.sent_start and reader.at(i - 1, MASDARS) and scene.words[i - 1].startswith("ل")
    aim = masdar or (trigger.noun is not None and trigger.noun.preposition == "ل")
    if aim and any(word in scene.words[reader.left : i] for word in HEADING):
        return True
    forms = (triggers.verbs().get(word) for word in scene.words[reader.left : i])
    return aim and any(form is not None and form.tense == "future" for form in forms)


def _outer(words: list[str], i: int, reader: Reader) -> str | None:
    """What stands before `أن`: `من المتوقع أن يزور`."""
    # أن يكون الوزير قد التقى: the verb is further away
    reach = 8 if reader.left < len(words) and words[reader.left] in ("يكون", "تكون") else 4
    if reader.left > reader.sent_start and i - reader.left <= reach and reader.at(reader.left - 1, ("ان", "بان")):
        return governing(words, reader.left - 1, max(reader.sent_start, reader.left - 5))
    return None


def _near(published: str | None, start: str | None) -> bool:
    """Whether something that began at `start` may still go on when the article is published."""
    if not published or not start:
        return True
    return date.fromisoformat(start) >= date.fromisoformat(published) - timedelta(days=2)


def _evidence(scene: Scene, reader: Reader, found: Arguments) -> tuple[int, int]:
    """The sentence, or of a long one the clause with all arguments."""
    start, end = reader.sent_start, reader.sent_end
    if end - start > LONG:
        start = min(found.first, max(reader.left, reader.trigger.start - 12))
        end = max(found.last, min(reader.right, reader.trigger.end + 25))
    return scene.span(start, end)


def _topics(scene: Scene, reader: Reader) -> list[str]:
    """The words after `لبحث`, `بشأن`, `حول`: what the encounter is about."""
    for i in range(reader.trigger.end, reader.right - 1):
        if reader.at(i, TOPIC):
            end = i + 1
            while end < min(reader.right, i + 16) and scene.words[end] not in ("،", ","):
                end += 1
            a, b = scene.span(i + 1, end)
            return [scene.text[a:b]]
    return []
