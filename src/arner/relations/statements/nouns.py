"""Statements that a noun makes, and words that are passed on: `إعلان الوزير أن …`, `نقلت الوكالة عنه قوله إن …`."""

from __future__ import annotations

from dataclasses import replace

from arner.lexicon import word_class
from arner.relations.statements import frames, reporting
from arner.relations.statements.bare import words_at
from arner.relations.statements.complement import Complement
from arner.relations.statements.reporting import CLAUSE, Report, Wants
from arner.relations.statements.scene import Scene
from arner.relations.statements.steps import acting, author, before, saying, subject
from arner.relations.statements.voices import Voice
from arner.syntax.words import PREPOSITIONS, RELATIVES, THAT

_UNSAID = word_class("unsaid")
_AS = word_class("as_being")
_SAYS = ("say", "announce", "confirm", "deny", "claim", "promise")
_DONE_TO = ("accuse", "condemn")
_PASSIVELY = word_class("done_passively")
_IS_DONE = word_class("is_done")
_PRONOUNS = {"ه": ("m", "s"), "ها": ("f", "s"), "هم": (None, "p"), "هما": (None, "d")}
_OF_HIM = word_class("about_him")
_CONCERNS = word_class("concerns")
_ISSUED_IT = word_class("issued_it")
_TO_HIM = word_class("prepositional_pronoun")
_FAR = {"that": 12, "quote": 12}  # words between a noun's speaker and what it reports; others 6


def statement(scene: Scene, i: int, report: Report) -> None:
    """`إعلان الوزير أن …`, `قوله إن …`, `تنديده بالهجوم`, `مع التأكيد على`."""
    if (i and scene.words[i - 1] in _UNSAID) or scene.words[i] in _AS:
        return
    voice = _speaker(scene, i, report)
    if voice is None:
        return
    owned = bool(report.form.suffix)
    start = i + 1 if owned or (_definite(scene, i, report) and voice.start <= i) else voice.end
    what = _reported(scene, i, report, start)
    if what is not None:
        scene.add(i, report, what, voice, "noun", carries=owned or not _aside(scene, i, report))


def _definite(scene: Scene, i: int, report: Report) -> bool:
    return scene.words[i][report.dropped :].startswith("ال")


def _speaker(scene: Scene, i: int, report: Report) -> Voice | None:
    """Whose words the noun at `i` tells: its genitive's, its pronoun's, or whoever's who speaks in this sentence."""
    if (issuer := _issuer(scene, i, report)) is not None:
        return issuer
    if _definite(scene, i, report):  # «…، مع التأكيد على»
        only_adds = i > 0 and scene.words[i - 1] == "مع" and bool(scene.since(scene.syntax.sentence[i][0]))
        return scene.goes_on(i, report) if only_adds or _in_saying(scene, i) else None
    if not report.form.suffix:
        return scene.voices.genitive(i) or _described(scene, i, report)
    purpose = scene.words[i][: report.dropped].endswith("ل")  # «لمطالبتها بـ»: to demand
    passives = _PASSIVELY if report.entry.act in _DONE_TO else _IS_DONE
    done_to = i > 0 and scene.words[i - 1] in passives  # «يتم اتهامه بـ» (is accused), «تم اقتراحه» (was proposed)
    if scene.in_quotation(i) or report.form.suffix not in _PRONOUNS or purpose or done_to:
        return None
    return _pronoun(scene, i, report)


def _issuer(scene: Scene, i: int, report: Report) -> Voice | None:
    """Who has launched or directed it, told after the noun: `دعوات أطلقتها [النقابة] إلى وقف العمل`."""
    words = scene.words
    k = i + 1 + (words[i + 1 : i + 2] != [] and words[i + 1] in RELATIVES)
    if report.form.suffix or k + 1 >= len(words) or words[k] not in _ISSUED_IT or words[k + 1] in _TO_HIM:
        return None
    verb = scene.syntax.clauses.verbs.get(k)
    form = report.form._replace(kind="past", number="s", gender="f" if words[k].endswith(("تها", "ته")) else "m")
    return subject(scene, k, scene.syntax.sentence[i][1], form, any_noun=True) if verb is not None else None


def _described(scene: Scene, i: int, report: Report) -> Voice | None:
    """Who is only described after the noun at `i`: `إعلان [الإدارة المحلية] أن`; not whom one accuses or calls on."""
    head = scene.words[i + 1] if i + 1 < len(scene.words) else ""
    if report.entry.act not in _SAYS or head not in reporting.speaker_heads() or i + 1 in scene.syntax.within:
        return None
    return scene.voices.described(i + 1, scene.syntax.sentence[i][1])


def _reported(scene: Scene, i: int, report: Report, start: int) -> Complement | None:
    """What the noun at `i` reports, from token `start` on."""
    near = _near(scene, i, report, start)
    if near is None:
        conveyed = report.form.suffix and scene.syntax.sentence[i][0] in scene.conveyed
        # «نقلت الإذاعة عن الوزير قوله [الجسر آمن]»
        return words_at(scene, i + 1) if conveyed and report.entry.bare else None
    speech = scene.words[i][report.dropped :].startswith("تصريح") or _in_saying(scene, i)
    if near.how in ("colon", "governed") and speech != (near.how == "colon"):
        return None
    # «تصريحات الوزير وسط تقارير قالت إن»: the reports say it
    return None if any(k in scene.reports for k in range(start, near.at)) else near


def _near(scene: Scene, i: int, report: Report, start: int) -> Complement | None:
    """The complement of the noun at `i` that is near enough to be its own, or its object."""
    wants = report.entry.wants
    if report.entry.with_pronoun and report.form.suffix:
        wants = Wants(frozenset(), report.entry.with_pronoun)  # «من وصفهم ب[الأعداء]»
    if "object" in report.entry.takes and report.form.suffix and (whom := marked_object(scene, start)) is not None:
        return whom
    near = scene.complements.first(i, wants, start)
    if near is not None and near.at - start > _FAR.get(near.how, 6):
        near = None
    if "object" in report.entry.takes and (near is None or near.at > start):
        thing = scene.objects.first(i, start)
        if (
            thing is not None
            and thing.start == start
            and (report.form.suffix or (_governed(scene, i) and _object_of(scene, start)))
        ):
            return thing
    return near


def marked_object(scene: Scene, start: int) -> Complement | None:
    """`إدانتها الشديدة [للهجوم]`, `استنكاره [لإغلاق] الجسر`: the object of a noun with its pronoun, marked by ل."""
    k, end = start, scene.syntax.sentence[start - 1][1]  # `start` may be the end of the text
    while k < end and scene.words[k].startswith("ال") and scene.syntax.tagged.pos[k] == "ADJ":
        k += 1
    if k + 1 >= end or scene.words[k][0] != "ل" or len(scene.words[k]) < 3:
        return None
    party, phrase = scene.syntax.at.get(k), scene.syntax.phrase_at(k)
    marked = phrase is not None and phrase.start == k and phrase.prep == "ل"
    if party is not None:
        marked = scene.syntax.proclitic(party).endswith("ل")
    letters = 0 if scene.words[k].startswith("لل") else 1
    return Complement("governed", k, k, scene.starts[k] + letters) if marked or scene.words[k] == "لما" else None


def _governed(scene: Scene, i: int) -> bool:
    """Whether the noun at `i` is no subject, whose verb has the object after it: `أثار إعلان أنقرة [غضب السكان]`."""
    before = i > scene.syntax.sentence[i][0] and scene.syntax.tagged.pos[i - 1] in ("ADP", "NOUN")
    return before or bool(scene.syntax.word(i).prep)


def _object_of(scene: Scene, start: int) -> bool:
    """Whether the noun at `start` is what is said: `بعد إعلان أنقرة [سيطرتها] على المدينة`."""
    phrase = scene.syntax.phrase_at(start)
    opens = phrase is not None and phrase.start == start and not phrase.prep + phrase.conj
    bare = not scene.words[start].startswith("ال") and start not in scene.syntax.within
    return opens and bare and scene.syntax.tagged.pos[start] == "NOUN"


def _aside(scene: Scene, i: int, report: Report) -> bool:
    """`وبخصوص [تهديد] الجماعة بـ`: what somebody else speaks about."""
    governed = scene.words[i - 1].removeprefix("و") in PREPOSITIONS | _CONCERNS
    return governed or scene.words[i][: report.dropped].endswith(("ب", "ل"))


def _in_saying(scene: Scene, i: int) -> bool:
    """`اكتفى [بالقول] إن`, `خلص إلى [القول] إن`: a verb of doing says it so."""
    words = scene.words
    into = words[i] == "بالقول" or (words[i] == "القول" and i > 0 and words[i - 1] == "الي")
    return into and words[i + 1 : i + 2] != [] and (words[i + 1] in THAT or words[i + 1] == ":")


def _pronoun(scene: Scene, i: int, report: Report) -> Voice | None:
    """Whose `قوله`, `تأكيدهما` is: who is passed on in this sentence, else who acts in it or spoke before."""
    first = scene.syntax.sentence[i][0]
    passed_on = scene.conveyed.get(first)
    if passed_on is not None:
        return passed_on
    gender, number = _PRONOUNS[report.form.suffix]
    form = report.form._replace(kind="past", number=number, gender=gender)
    voice = scene.goes_on(i, report._replace(form=form))
    if number != "s" and voice is not None and len(voice.refs) < 2:
        both = acting(scene, first, i, True)
        return both if both is not None and len(both.refs) > 1 else voice
    return voice


def convey(scene: Scene, i: int, report: Report) -> None:
    """`نقلت وكالة … عن الوزير قوله إن`, `نُقل عنه أن`: the agency is the source, the minister speaks."""
    words = scene.words
    end = scene.syntax.sentence[i][1]
    for j in range(i + 1, min(end, i + 25)):
        tongue = words[j] == "علي" and words[j + 1 : j + 2] == ["لسان"]
        if words[j] != "عن" and words[j] not in _OF_HIM and not tongue:
            continue
        agency = subject(scene, i, j, report.form, any_noun=True) or before(scene, i)
        source = ", ".join(name for _, name in agency.refs) if agency is not None else None
        if words[j] in _OF_HIM:
            voice = _of_him(scene, i, {"ه": "m", "ا": "f"}.get(words[j][-1]))
            voice = replace(voice, end=j + 1) if voice is not None else None
        else:
            voice = scene.voices.whose(j + 1 + tongue, end, anybody=True)
        if voice is None:
            return
        voice = replace(voice, source=source or voice.source)
        scene.conveyed[scene.syntax.sentence[i][0]] = voice
        for k in range(voice.end, min(end, voice.end + 25)):
            if k in scene.nouns and scene.nouns[k].form.suffix:
                return  # «قوله» carries the words
        c = scene.complements.first(i, CLAUSE, voice.end)
        if c is not None:
            scene.add(i, report, c, voice, "conveyed")
        else:
            frames.as_said(scene, i, report, voice)
        return
    agency = subject(scene, i, end, report.form, any_noun=True)
    if report.form.suffix and agency is not None:  # «وفقا لما نقلته وكالة الأنباء»
        frames.as_said(scene, i, report, agency)


def _of_him(scene: Scene, i: int, gender: str | None) -> Voice | None:
    """Who `عنه` is: the person who spoke last, also in what the sentence before reports."""
    first = scene.syntax.sentence[i][0]
    before = scene.syntax.sentence[max(0, first - 1)][0]
    for told in reversed(scene.found[-3:]):
        if before <= told.at < i and told.voice.is_person and scene.memory.agrees(told.voice, gender):
            return told.voice
    return scene.memory.last(i, gender)


def in_document(scene: Scene, i: int, report: Report) -> None:
    """`جاء في بيان الوزارة أن …` (it said in the ministry's statement that): whoever issued it speaks."""
    words = scene.words
    if words[i + 1 : i + 2] in (["فيه"], ["فيها"]):  # «تقرير للصحيفة جاء فيه أن»
        c = scene.complements.first(i, CLAUSE, i + 2)
        voice = author(scene, saying(i, report, c, "document"))
        if c is not None and isinstance(voice, Voice):
            scene.add(i, report, c, voice, "document")
        return
    if words[i + 1 : i + 2] != ["في"] or i + 2 >= len(words):
        return
    c = scene.complements.first(i, CLAUSE, i + 2)
    if words[i + 2] not in reporting.documents() or c is None:
        return
    if i and words[i - 1] in ("ما", "بما") and c.how != "that":
        return  # «قال وهو يرد على ما [جاء] في كلمة الوزير: …»
    scene.add(i, report, c, scene.voices.described(i + 2, c.at), "document")
