"""Statements that a verb or a participle makes: `قال الوزير إن …`, `… مؤكدا أن …`, `«…»، قال الوزير`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from arner.arabic.inflection import Form
from arner.arabic.orthography import is_arabic
from arner.lexicon import word_class
from arner.relations.rule import Rejected
from arner.relations.statements import frames, reporting
from arner.relations.statements.bare import clause_at
from arner.relations.statements.complement import IN_IT, Complement
from arner.relations.statements.content import Content
from arner.relations.statements.nouns import marked_object
from arner.relations.statements.reporting import Entry, Report, Wants
from arner.relations.statements.scene import Scene, Statement, voice_of
from arner.relations.statements.steps import (
    THIS,
    Saying,
    acts_in_it,
    explicit,
    in_relative,
    is_abstract,
    is_thing,
    saying,
    subject,
)
from arner.relations.statements.voices import Voice
from arner.syntax.verbs import acting_verb
from arner.syntax.words import ADVERBS, CLOSERS, COMMAS, OPENERS, PREPOSITIONS, RELATIVES, THAT

_WHAT_WAS_SAID = word_class("what_was_said")
_NO_SUBJECT = word_class("no_subject_before")
_OWN_WORDS = word_class("own_words")
_THANKS = word_class("thanks_given")
_PEOPLE = word_class("generic_person") | word_class("gendered_office")
_HELD = word_class("held_to_be")
_APPEALS = word_class("appeal")
_LENDS = ("accuse", "criticise", "warn", "threaten")
_IN = PREPOSITIONS | {"ب", "ل"}
_LENT = 3  # tokens after who speaks, among which the noun stands that says what is done
_POINTED = 6  # tokens from a verb over «this …» to «that»: «يوضح هذا الجدول أن»
_THROUGH = 5  # words before a preposition among which its noun stands: «ألقى باللائمة في الأزمة على»
_SHORT = 4  # letters of a noun with the ending of the accusative
_VERBAL = tuple(sorted(word_class("verbal_ending")))
_INVITED = tuple(sorted(word_class("invited_to")))


def statement(scene: Scene, i: int, report: Report) -> None:
    """The statement of the verb or participle at token `i`, if it makes one."""
    if _which(scene, i, report):
        return
    finite = report.form.kind in ("past", "present")
    frame = "to-somebody" if report.entry.to_somebody else "reports"
    voice, complement, tried = _arguments(scene, i, report, frame)
    if _is_no_report(scene, i, report, voice, complement):
        return
    if _is_told_by_its_noun(scene, i, report, voice, complement) or _is_one_noun(report, voice, complement):
        return
    if voice is not None and complement is not None and _interrupts(scene, i, report, voice, complement):
        return
    if finite and (complement is None or complement.at - 1 in scene.reports):
        # «قال سليم [كنا نأمل في الفوز]، مؤكدا أن»
        complement = _bare(scene, i, report, voice) or complement
    if complement is not None:
        _told(scene, i, report, voice, complement, tried, frame)
    elif voice is not None and finite:
        _without_complement(scene, i, report, voice)


def _is_told_by_its_noun(
    scene: Scene, i: int, report: Report, voice: Voice | None, complement: Complement | None
) -> bool:
    """Whether the noun that is the verb's object tells what is said, or would have to: `جدد [دعوته]`, `وجه [اتهامات]`.

    The statement of that noun, if it makes one, is added here.
    """
    if complement is not None and _renews(scene, report, complement):
        _renewed(scene, complement, voice)
        return True
    lends = not report.entry.takes.isdisjoint(("invitation", "lent"))
    if lends and voice is not None and _lent(scene, i, report, voice):
        return True
    return "lent" in report.entry.takes


def _told(
    scene: Scene,
    i: int,
    report: Report,
    voice: Voice | None,
    complement: Complement,
    tried: tuple[Rejected, ...],
    frame: str,
) -> None:
    """The statement of the verb at `i`, by `voice` or whoever speaks where its clause names nobody."""
    finite = report.form.kind in ("past", "present")
    if voice is None:
        frame = "unnamed"
        voice, more = _unnamed(scene, saying(i, report, complement, frame), complement)
        tried += more
    elif finite and report.form.number == "s":
        voice = replace(voice, gender=report.form.gender)
    if voice is not None:
        scene.add(i, report, complement, voice, "verb" if finite else "participle", tried, frame)


def _is_no_report(scene: Scene, i: int, report: Report, voice: Voice | None, complement: Complement | None) -> bool:
    """Whether the verb reports nothing: told to whoever writes by nobody named, or another word with its complement."""
    if report.to_us and voice is None:
        return True
    if complement is None:
        return False
    # «أنه "يكتب التاريخ" مع سليم، لافتا إلى أن»: what it governs stands in its own quotation
    outside = 0 < scene.quoted.inside[i] <= scene.starts[complement.at]
    return outside or not _says_it(scene, report, voice, complement)


def _without_complement(scene: Scene, i: int, report: Report, voice: Voice) -> None:
    """`«لن ننسحب»، قال الوزير`, `…، كما أعلن الوزير`: what is said stands before the verb."""
    if not _after_quotation(scene, i, report, voice):
        frames.as_said(scene, i, report, voice)


def _bare(scene: Scene, i: int, report: Report, voice: Voice | None) -> Complement | None:
    """`وقال سليم [لن نغلق الجسر]`, `وأضاف [ليس لدينا ماء]`: a clause that nothing introduces."""
    first = scene.syntax.sentence[i][0]
    if not report.entry.bare or scene.in_quotation(i) or scene.nested(i) or frames.is_as_said(scene, i):
        return None
    if voice is None:
        return clause_at(scene, i + 1, False, report.form.gender) if i == first else None
    after = voice.start > i
    return clause_at(scene, voice.end if after else i + 1, after and voice.ref is not None)


def _says_it(scene: Scene, report: Report, voice: Voice | None, complement: Complement) -> bool:
    """Whether the verb means a saying with this subject and complement."""
    entry = report.entry
    near = complement.at - (_THROUGH if entry.act == "accuse" else 1)
    if entry.through and entry.through.isdisjoint(scene.words[max(0, near) : complement.at]):
        return False  # «ألقى محاضرة على الطلاب» (gave a lecture)
    if voice is None:
        return not entry.person
    if entry.person and not voice.is_person and scene.words[voice.start].removeprefix("ال") not in _PEOPLE:
        return False  # «يربط الجسر بين الضفتين» (the bridge links both banks)
    return not _shows(scene, report, voice, complement)


def _shows(scene: Scene, report: Report, voice: Voice, complement: Complement) -> bool:
    """Whether nobody speaks: `تشير هذه التصريحات إلى` (these words point to), `يعتبر سليم أول` (is held to be)."""
    i, entry = voice.start, report.entry
    pointed = i > 0 and scene.words[i - 1] in THIS and scene.words[i] in _OWN_WORDS
    held = entry.two_objects and report.form.kind == "present" and not report.form.suffix and voice.end <= complement.at
    held = held and complement.how == "object" and _is_held(scene, voice.end, complement.start)
    return (pointed and entry.things) or held


def _is_held(scene: Scene, after: int, k: int) -> bool:
    """Whether the object at `k` is what somebody is held to be: `يعتبر سليم [أول]`, `تعتبر القرية [الوحيدة] التي`.

    `after`: the token after who is held to be it, `يعتبر سليم من [الرواد]`.
    """
    phrase = scene.syntax.phrase_at(k)
    if after < k and (scene.words[k - 1] == "بين" or scene.words[after] == "من"):
        return True
    if not is_arabic(scene.words[k]) and scene.words[k + 1 : k + 2] == ["من"]:
        return True  # «تعتبر الوكالة USAID [من] الوكالات الكبيرة»
    if scene.words[k] in _HELD or phrase is None or not scene.words[k].startswith("ال"):
        return scene.words[k] in _HELD
    return scene.words[phrase.end : phrase.end + 1] != [] and scene.words[phrase.end] in RELATIVES


def _renews(scene: Scene, report: Report, complement: Complement) -> bool:
    """`جدد الوزير [دعوته] إلى`: the noun of saying that is its object carries what is said."""
    noun = scene.nouns.get(complement.start)
    return report.entry.renews and complement.how == "object" and noun is not None and bool(noun.form.suffix)


def _renewed(scene: Scene, complement: Complement, voice: Voice | None) -> None:
    k = complement.start
    noun = scene.nouns[k]
    what = marked_object(scene, k + 1) if "object" in noun.entry.takes else None
    what = what or scene.complements.first(k, noun.entry.wants, k + 1)
    if voice is not None and what is not None:
        scene.passed.add(k)
        scene.add(k, noun, what, voice, "noun")


def _bare_of(word: str) -> str:
    """An accusative without its ending: `تحذيرا`."""
    return word.removesuffix("ا") if len(word) > _SHORT else word


def _lent(scene: Scene, i: int, report: Report, voice: Voice) -> bool:
    """`وجه الوزير [اتهامات] للشركة بتلويث النهر`: the noun that is its object says what is done and what is said."""
    start = max(voice.end, i + 1)
    near = range(start, min(start + _LENT, scene.syntax.sentence[i][1]))
    lent = next(((k, entry) for k in near if (entry := _lent_by(scene.words, k)) is not None), None)
    if lent is None:
        return False
    k, entry = lent
    # «وجه انتقادات [إلى الحكومة]»: whom is what
    own = entry.wants.after and entry.act != "praise"
    wants = entry.wants if own else Wants(frozenset(), report.entry.wants.after)
    what = scene.complements.first(i, wants, k + 1 + "".join(scene.words[k + 1 : k + 2]).startswith("لاذع"))
    if what is None and scene.words[k + 1] in report.entry.wants.after and k + 2 < len(scene.words):
        what = Complement("governed", k + 1, k + 2, scene.starts[k + 2])  # «توجه بالشكر إلى [قطر]»
    if what is None:
        return False
    scene.passed.add(k)
    entry = replace(entry, id=report.entry.id) if "lent" in report.entry.takes else entry
    scene.add(i, report._replace(entry=entry), what, voice, "verb")
    return True


def _is_one_noun(report: Report, voice: Voice | None, complement: Complement | None) -> bool:
    """`وحملت [الدولة] مسؤولية الحادث`: who does it, or whom it is done to? The grammar does not say."""
    after = report.entry.wants.after
    if not report.entry.whom or not after or not _IN.isdisjoint(after) or report.form.kind == "participle":
        return False
    return voice is None or complement is None or voice.end >= complement.at


def _lent_by(words: Sequence[str], k: int) -> Entry | None:
    """What the noun at `k` says is done: `اتهامات` accuses, `الشكر` thanks."""
    if k + 1 >= len(words):
        return None
    noun = reporting.nouns()[_bare_of(words[k])]
    if noun is not None:
        return noun.entry if noun.entry.act in _LENDS and not noun.dropped else None
    verb = reporting.verb("شكرت") if words[k] in _THANKS else None
    return verb.entry if verb is not None else None


def _unnamed(scene: Scene, cue: Saying, complement: Complement) -> tuple[Voice | None, tuple[Rejected, ...]]:
    """Who speaks where the clause of the verb has no subject, and who was not taken; None where nobody can be told."""
    if _is_impersonal(scene, cue, complement):
        return None, ()
    filled = scene.speaker(cue)
    voice = voice_of(filled)
    if voice is not None and cue.form.number == "s" and len(voice.refs) > 1 and voice.refs[1][0] is None:
        voice = replace(voice, refs=voice.refs[:1])  # «قال سليم ومسؤولون إن …، وأضاف أن»: he alone
    return voice, filled.rejected


def _is_impersonal(scene: Scene, cue: Saying, complement: Complement) -> bool:
    """Whether a verb without a subject tells of nobody's words, or of a noun before it that does not speak."""
    i, entry, form = cue.start, cue.report.entry, cue.report.form
    masculine = form.gender == "m" and form.number == "s"  # what «that» says is expected: «يتوقع أن»
    if complement.how in entry.impersonal and _is_passive(form, masculine or complement.how != "that"):
        return True  # «يعتبر ضروريا»: is considered
    if scene.in_quotation(i):
        return True
    if _has_nobody(scene, cue):
        return True
    if form.kind == "participle" or cue.report.dropped:
        return False
    if scene.nested(i) and scene.words[i - 1] not in RELATIVES | {"ما", "ممن"}:
        return True
    if _has_other_subject(scene, i):
        return True
    if form.kind == "present" and entry.things and _thing_before(scene, i):
        return True  # «والى جانبه جدول يوضح نسب المكونات»
    if form.number == "p" and complement.how == "governed" and _noun_before(scene, i):
        return True  # «مع خصوم اتهموا بـ»: who were accused
    return in_relative(scene, cue) and not voice_of(scene.speaker(replace(cue, frame="related")))


def _is_passive(form: Form, agrees: bool) -> bool:
    """Whether a present without a subject is a passive; one with a pronoun for its object is not: `يعتبره خطأ`."""
    return agrees and form.kind == "present" and not form.suffix


def _has_nobody(scene: Scene, cue: Saying) -> bool:
    """Whether what stands in the subject's place does not speak: `وأشارت [نتائج] أولية إلى أن`."""
    return _thing_after(scene, cue) or _number_after(scene, cue) or _before_relative_aside(scene, cue.start)


def _thing_after(scene: Scene, cue: Saying) -> bool:
    """Whether a noun that does not speak is the subject of the verb: `وأشارت [نتائج] إلى أن`, `[هذه التقديرات]`."""
    this = scene.words[cue.start + 1 : cue.start + 3]
    if len(this) > 1 and cue.form.kind != "participle" and this[0] in THIS and this[1].startswith("ال"):
        said = cue.clausal and cue.limit(scene) > cue.start + 2
        said = said or not THAT.isdisjoint(scene.words[cue.start + 3 : cue.start + _POINTED])
        if said and (this[0] == "هذه") == (cue.form.gender == "f"):
            return True
    noun = scene.words[cue.start + 1] if cue.clausal and cue.limit(scene) > cue.start + 1 else ""
    if cue.form.kind != "participle" and noun.startswith("ال") and is_abstract(noun):
        return True  # «وتتحدث [المسرحية] عن»
    phrase = explicit(scene, cue) if cue.clausal and cue.form.kind != "participle" else None
    return phrase is not None and phrase.start > cue.start and is_thing(scene, phrase)


def _number_after(scene: Scene, cue: Saying) -> bool:
    """`قال [27] في المائة إنهم`, `يتهم [5] آخرون بـ`, `ما توقعه [أي] شخص`: the subject is a number, or anybody."""
    following = scene.words[cue.start + 1 : cue.start + 2]
    if not following or cue.form.kind == "participle" or cue.start + 1 in scene.syntax.dated:
        return False
    anybody = following[0] == "اي" and scene.words[cue.start - 1] == "ما"  # not «وقال أي بلد هذا»
    return following[0].isdigit() or anybody


def _before_relative_aside(scene: Scene, i: int) -> bool:
    """`[وقف التمويل]، الذي أعلنته الوزارة، يشير إلى`: a noun before a relative between commas is the subject."""
    words, first = scene.words, scene.syntax.sentence[i][0]
    report = scene.reports[i]
    if i - 1 <= first or words[i - 1] not in COMMAS or report.dropped or report.form.kind == "participle":
        return False
    k = i - 2
    while k > first and words[k] not in COMMAS:
        k -= 1
    noun = scene.syntax.phrase_at(k - 1) if k > first else None
    return words[k + 1] in RELATIVES and noun is not None and not noun.prep and k - 1 not in scene.syntax.within


def _has_other_subject(scene: Scene, i: int) -> bool:
    """Whether a noun that is no party stands right before the verb: `التجربة تؤكد أن` (experience confirms)."""
    before = scene.words[i - 1] if i > scene.syntax.sentence[i][0] else ""
    return before.startswith("ال") and before not in RELATIVES | ADVERBS and i - 1 not in scene.syntax.dated


def _noun_before(scene: Scene, i: int) -> bool:
    word = scene.words[i - 1] if i > scene.syntax.sentence[i][0] else ""
    closed = word in RELATIVES or word in ADVERBS or word in COMMAS or word in _NO_SUBJECT
    return word[:1].isalpha() and not closed and i - 1 not in scene.syntax.within


def _thing_before(scene: Scene, i: int) -> bool:
    """Whether an indefinite noun that cannot speak stands right before the verb, which is about it."""
    word = scene.words[i - 1] if i > scene.syntax.sentence[i][0] else ""
    known = word in reporting.speaker_heads() | reporting.documents() or word in PREPOSITIONS or word in THAT
    return _noun_before(scene, i) and not known and not word.startswith("ال") and i - 1 not in scene.syntax.dated


def _arguments(
    scene: Scene, i: int, report: Report, frame: str
) -> tuple[Voice | None, Complement | None, tuple[Rejected, ...]]:
    """Subject and complement of the verb at `i`, found together: the one bounds the other; who was not taken."""
    entry, form = report.entry, report.form
    find, wants = scene.complements, entry.wants
    if entry.with_pronoun and form.suffix:  # «ما وصفه بالنجاح»
        at_once = scene.words[i + 1 : i + 2] != [] and scene.words[i + 1] in OPENERS  # «ما وصفته "أسوأ كارثة"»
        wants = Wants(frozenset({"quoted"} if at_once else ()), entry.with_pronoun)
    c = find.first(i, wants, i + 1)
    voice: Voice | None = None
    tried: tuple[Rejected, ...] = ()
    if form.kind != "participle":
        filled = scene.speaker(saying(i, report, c, frame))
        voice, tried = voice_of(filled), filled.rejected
    start = i + 1
    is_object = "object" in wants.takes
    if voice is not None and voice.start > i:
        start = voice.end
        c = find.first(i, wants, start)
    elif form.suffix and not is_object and c is None:
        return voice, None, tried
    told = bool(form.suffix) and form.kind in ("past", "present") and not entry.two_objects
    if is_object and not told and not (c is not None and c.at <= start):
        c = _object_or(scene, i, entry, start, c)
    c = _of_somebody(scene, i, report, start, c)
    return voice, None if c is not None and _of_frame(scene, i, report, c) else c, tried


def _of_frame(scene: Scene, i: int, report: Report, c: Complement) -> bool:
    """Whether what follows is no complement, since the words before the frame are: `وفقا لما ذكره مسؤولان [ب…]`."""
    if not frames.is_as_said(scene, i) or scene.words[i - 1].endswith("كما"):
        return False
    return bool(report.form.suffix) or c.how == "object"  # «بحسب ما أكدت الصحيفة [المتخصصة]»


def _of_somebody(scene: Scene, i: int, report: Report, start: int, c: Complement | None) -> Complement | None:
    """What is asked of somebody, or what he is invited to, where the verb at `i` asks or invites; else `c`."""
    entry = report.entry
    if c is not None and entry.act == "praise" and any(k in scene.objects.reports for k in range(start, c.at)):
        return None  # «هنأت الوزيرة السكان، مجددة دعمها لهم على»
    if "asked" in entry.takes and not report.form.suffix:
        another = c is not None and any(
            k in scene.objects.reports for k in range(start, c.at)
        )  # «طلب منه العودة قائلا إن»
        return scene.objects.asked(i, start, entry.whom_after) if c is None or another else c
    return _invited(scene, i, c) if "invitation" in entry.takes and c is not None else c


def _object_or(scene: Scene, i: int, entry: Entry, start: int, c: Complement | None) -> Complement | None:
    """The object at token `start` or after it, where it and not the clause `c` is what is said."""
    words = scene.words
    o = scene.objects.first(i, start)
    if o is None or words[o.start] in entry.not_objects:
        return c
    if o.start == i + 2 and words[i + 1] in IN_IT and acts_in_it(scene, i):
        return c  # «في وقت أعلنت فيه [المنظمة] وقف العمل»: who speaks
    if c is None:
        return o
    if words[o.start - 1] in IN_IT:
        return c  # «في وقت أكدت فيه المصادر على دعمها»
    if c.how == "that" and _clause_not(scene, o, c):
        return c
    head = words[o.start] in reporting.speaker_heads() and not entry.two_objects  # «اعتبر [تنظيم] الدورة "نجاحا"»
    title = head or words[o.start] in OPENERS
    # an object stands at once, or there is none where a clause follows: «أوضح في الاجتماع أن»
    at_once = o.start == start or c.how == "governed"
    return o if at_once and o.start < c.at and not title else c


def _clause_not(scene: Scene, o: Complement, c: Complement) -> bool:
    """Whether the clause `c` is what is said, and the noun of `o` before it only somebody or something by the way."""
    words, before = scene.words, c.at - 1
    if words[o.start].startswith("ل"):
        return True  # «كشف تقرير للجنة أن»
    named = before in scene.syntax.within or words[before] in COMMAS | ADVERBS | CLOSERS
    other = any(acting_verb(words[k]) is not None for k in range(o.start, c.at))
    return (named or _date_ends(scene, before)) and not other  # «أكدت جماعة النور في الجبل، أمس، أن»


def _date_ends(scene: Scene, k: int) -> bool:
    return any(scene.syntax.dated.get(j) == k + 1 for j in range(max(0, k - 8), k + 1))


def _invited(scene: Scene, i: int, c: Complement) -> Complement | None:
    """`وجه دعوة إلى نظيره لزيارة العاصمة`: the visit is the content."""
    words = scene.words
    appeals = not _APPEALS.isdisjoint(words[i + 1 : c.at])  # «وجه نداء لإغاثة السكان»
    if not appeals and not any(word in ("دعوه", "الدعوه") for word in words[i + 1 : c.at]):
        return None
    for k in range(c.start, min(c.start + 14, scene.syntax.sentence[i][1])):
        if appeals and words[k : k + 2] == ["من", "اجل"] and k + 2 < scene.syntax.sentence[i][1]:
            return Complement("governed", k + 1, k + 2, scene.starts[k + 2])
        aim = appeals and words[k][:1] == "ل" and words[k][1:2] != "ل" and words[k].endswith(_VERBAL)
        if words[k].startswith(_INVITED) or (aim and k not in scene.syntax.within):
            return Complement("governed", k, k, scene.doc[k].idx + (0 if words[k].startswith("لل") else 1))
    return None


def _interrupts(scene: Scene, i: int, report: Report, voice: Voice, complement: Complement) -> bool:
    """`«لن ننسحب»، قال الوزير، «ولن نتراجع»`: one statement in two runs."""
    second = complement.quotation
    if complement.how != "quote" or second is None or not second.closed or report.dropped:
        return False
    first = scene.quoted.closing_before(i)
    if first is None or scene.words[complement.at - 1] not in COMMAS:
        return False
    content = Content(first.inner_start, second.inner_end, "direct")
    parts = ((first.inner_start, first.inner_end), (second.inner_start, second.inner_end))
    start = scene.quoted.token(first.start)
    scene.keep(Statement(i, report, "verb-interrupting", voice, content, start, parts, frame="reports"))
    scene.passed.update(range(i + 1, min(complement.start, i + 60)))
    return True


def _after_quotation(scene: Scene, i: int, report: Report, voice: Voice) -> bool:
    """`«لن ننسحب»، قال الوزير`: the words stand before the verb."""
    if report.dropped or voice.start < i:
        return False
    q = scene.quoted.closing_before(i)
    if q is None:
        return False
    content = Content(q.inner_start, q.inner_end, "direct")
    scene.keep(
        Statement(i, report, "verb-after-quotation", voice, content, scene.quoted.token(q.start), frame="reports")
    )
    return True


def _which(scene: Scene, i: int, report: Report) -> bool:
    """`وهو ما تنفيه موسكو` (which Moscow denies): what was said before is the content."""
    if report.form.suffix not in ("ه", "ها") or report.entry.act not in ("deny", "confirm"):
        return False
    before = scene.words[i - 1] if i else ""
    if before not in _WHAT_WAS_SAID or frames.is_as_said(scene, i):
        return False
    first, end = scene.syntax.sentence[i]
    voice = subject(scene, i, end, report.form)
    earlier = scene.since(first)
    if voice is not None and earlier:
        content = earlier[-1].content._replace(mode="indirect")
        scene.keep(Statement(i, report, "verb-which", voice, content, i, frame="reports"))
    return True
