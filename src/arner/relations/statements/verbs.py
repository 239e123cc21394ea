"""Statements that a verb or a participle makes: `قال الوزير إن …`, `… مؤكدا أن …`, `«…»، قال الوزير`."""

from __future__ import annotations

from arner.arabic.inflection import Form
from arner.lexicon import word_class
from arner.relations.statements import frames, reporting
from arner.relations.statements.complement import Complement
from arner.relations.statements.content import Content
from arner.relations.statements.reporting import Entry, Report, Wants
from arner.relations.statements.scene import Scene, Statement
from arner.relations.statements.speakers import Voice
from arner.syntax.sentences import Party
from arner.syntax.verbs import acting_verb
from arner.syntax.words import ADVERBS, CLOSERS, COMMAS, OPENERS, PREPOSITIONS, RELATIVES, THAT

_MASCULINE_STATES = frozenset({"LB", "IQ", "JO", "MA", "SD", "YE", "SS", "VA", "TD", "SN"})
_INVITED = tuple(sorted(word_class("invited_to")))


def statement(scene: Scene, i: int, report: Report) -> None:
    """The statement of the verb or participle at token `i`, if it makes one."""
    if _which(scene, i, report):
        return
    voice, complement = _arguments(scene, i, report)
    if complement is not None and _renews(scene, report, complement):
        k, noun = complement.start, scene.nouns[complement.start]
        what = scene.complements.first(k, noun.entry.wants, k + 1)
        if voice is not None and what is not None:
            scene.passed.add(k)
            scene.add(k, noun, what, voice, "noun")
        return
    if complement is not None and complement.how == "object" and frames.is_as_said(scene, i):
        complement = complement if scene.words[i - 1].endswith("كما") else None  # «بحسب ما أكدت الصحيفة [المتخصصة]»
    if voice is not None and complement is not None and _interrupts(scene, i, report, voice, complement):
        return
    said = voice is not None and report.form.kind in ("past", "present")
    if complement is None and voice is not None and said:
        if _after_quotation(scene, i, report, voice):
            return
        frames.as_said(scene, i, report, voice)
    if complement is None:
        return
    own = voice is not None
    if voice is None:
        voice = _unnamed(scene, i, report, complement)
    if voice is None:
        return
    if own and report.form.kind in ("past", "present") and report.form.number == "s":
        voice = voice._replace(gender=report.form.gender)
    scene.add(i, report, complement, voice, "participle" if report.form.kind == "participle" else "verb")


def _renews(scene: Scene, report: Report, complement: Complement) -> bool:
    """`جدد الوزير [دعوته] إلى`: the noun of saying that is its object carries what is said."""
    noun = scene.nouns.get(complement.start)
    return report.entry.renews and complement.how == "object" and noun is not None and bool(noun.form.suffix)


def _unnamed(scene: Scene, i: int, report: Report, complement: Complement) -> Voice | None:
    """Who speaks where the clause of the verb at `i` has no subject; None where nobody can be told."""
    entry, form = report.entry, report.form
    words, speakers = scene.words, scene.speakers
    finite = form.kind != "participle"
    if form.kind == "present" and complement.how in entry.impersonal:
        return None  # «يعتبر ضروريا»: is considered
    if scene.nested(i) and report.dropped == 0 and finite and words[i - 1] not in RELATIVES | {"ما"}:
        return None
    if scene.in_quotation(i):
        return None
    if finite and not report.dropped and _has_other_subject(scene, i):
        return None
    if finite and not report.dropped and form.kind == "present" and entry.things and _thing_before(scene, i):
        return None  # «والى جانبه جدول يوضح نسب المكونات»
    if finite and not report.dropped and form.number == "p" and complement.how == "governed" and _noun_before(scene, i):
        return None  # «مع خصوم اتهموا بـ»: who were accused
    if finite and not report.dropped:
        related, voice = speakers.antecedent(i, form)
        if related:
            return voice
    if i + 1 < len(words) and words[i + 1] in reporting.honorifics():
        return speakers.last(i, None)
    return speakers.carried(i, form, entry.act == "add")


def _has_other_subject(scene: Scene, i: int) -> bool:
    """Whether a noun that is no party stands right before the verb: `التجربة تؤكد أن` (experience confirms)."""
    before = scene.words[i - 1] if i > scene.syntax.sentence[i][0] else ""
    return before.startswith("ال") and before not in RELATIVES | ADVERBS and i - 1 not in scene.syntax.dated


def _noun_before(scene: Scene, i: int) -> bool:
    word = scene.words[i - 1] if i > scene.syntax.sentence[i][0] else ""
    closed = word in RELATIVES or word in ADVERBS or word in COMMAS or word in ("قد", "كما", "كانوا", "حيث", "ثم")
    return word[:1].isalpha() and not closed and i - 1 not in scene.syntax.within


def _thing_before(scene: Scene, i: int) -> bool:
    """Whether an indefinite noun that cannot speak stands right before the verb, which is about it."""
    word = scene.words[i - 1] if i > scene.syntax.sentence[i][0] else ""
    known = word in reporting.speaker_heads() | reporting.documents() or word in PREPOSITIONS or word in THAT
    return _noun_before(scene, i) and not known and not word.startswith("ال") and i - 1 not in scene.syntax.dated


def _arguments(scene: Scene, i: int, report: Report) -> tuple[Voice | None, Complement | None]:
    """Subject and complement of the verb at `i`, found together: the one bounds the other."""
    entry, form = report.entry, report.form
    find, wants = scene.complements, entry.wants
    if entry.with_pronoun and form.suffix:  # «ما وصفه بالنجاح»
        wants = Wants(frozenset(), entry.with_pronoun)
    c = find.first(i, wants, i + 1)
    voice = _subject(scene, i, report, c) if form.kind != "participle" else None
    start = i + 1
    is_object = "object" in wants.takes
    if voice is not None and voice.start > i:
        start = voice.end
        c = find.first(i, wants, start)
    elif form.suffix and not is_object and c is None:
        return voice, None
    told = bool(form.suffix) and form.kind in ("past", "present") and not entry.two_objects
    if is_object and not told and not (c is not None and c.at <= start):
        c = _object_or(scene, i, entry, start, c)
    if "invitation" in entry.takes and c is not None:
        c = _invited(scene, i, c)
    return voice, c


def _object_or(scene: Scene, i: int, entry: Entry, start: int, c: Complement | None) -> Complement | None:
    """The object at token `start` or after it, where it and not the clause `c` is what is said."""
    words = scene.words
    o = scene.complements.object(i, start)
    if o is None or words[o.start] in entry.not_objects:
        return c
    if c is None:
        return o
    if c.how == "that":
        if words[o.start].startswith("ل"):
            return c  # «كشف تقرير للجنة أن»
        before = c.at - 1
        named = before in scene.syntax.within or words[before] in COMMAS or words[before] in ADVERBS
        other = any(acting_verb(words[k]) is not None for k in range(o.start, c.at))
        if (named or _date_ends(scene, before)) and not other:
            return c  # «أكدت جماعة النور في الجبل، أمس، أن»
    title = words[o.start] in reporting.speaker_heads() or words[o.start] in OPENERS
    # an object stands at once, or there is none where a clause follows: «أوضح في الاجتماع أن»
    at_once = o.start == start or c.how == "governed"
    return o if at_once and o.start < c.at and not title else c


def _date_ends(scene: Scene, k: int) -> bool:
    return any(scene.syntax.dated.get(j) == k + 1 for j in range(max(0, k - 8), k + 1))


def _invited(scene: Scene, i: int, c: Complement) -> Complement | None:
    """`وجه دعوة إلى نظيره لزيارة العاصمة`: the visit is the content."""
    words = scene.words
    if not any(word in ("دعوه", "الدعوه") for word in words[i + 1 : c.at]):
        return None
    for k in range(c.start, min(c.start + 14, scene.syntax.sentence[i][1])):
        if words[k].startswith(_INVITED):
            return Complement("governed", k, k, scene.doc[k].idx + (0 if words[k].startswith("لل") else 1))
    return None


def _subject(scene: Scene, i: int, report: Report, c: Complement | None) -> Voice | None:
    """The subject of the finite verb at `i` where its clause has one: before the verb or after it."""
    entry, form, speakers = report.entry, report.form, scene.speakers
    limit = c.at if c is not None else scene.syntax.sentence[i][1]
    if (written := speakers.written_in(i)) is not None:
        return written
    before = speakers.before(i)
    direct = scene.syntax.at.get(i + 1)
    adjacent = direct is not None and scene.syntax.can_act(direct)
    clausal = c is not None and c.how in ("that", "colon", "quote", "governed")
    if before is not None and before.end == i and entry.to_somebody:
        return before  # «الوزير يدعو المانحين إلى»: the noun after the verb is whom it is done to
    relative = i > 0 and scene.words[i - 1] in RELATIVES
    if before is not None and not (adjacent and clausal) and not relative:
        return before
    any_noun = _subject_at_once(scene, i, report, c)
    if adjacent and report.dropped and _is_considered(scene, i, direct, entry):
        return speakers.carried(i, form)
    told = c is not None and c.how == "that" and entry.told and c.at > i + 2
    # whom it is told to stands before «that»: «أبلغ الوزير [البرلمان] أن»
    whom = limit - 1
    while whom > i and scene.words[whom] in CLOSERS:
        whom -= 1
    voice = speakers.after(i, whom, form, any_noun) if told else None
    # a verb of several has its subject before it: «الذين طالبوا [الوزيرة] بذلك»
    voice = voice or (speakers.after(i, limit, form, any_noun) if form.number == "s" else None)
    if before is None and not report.dropped and (voice is None or entry.to_somebody or c is None):
        before = speakers.leading(i, form, not entry.things)
    if voice is None or (before is not None and entry.to_somebody):
        return before
    if c is not None and not form.suffix and ("somebody" in entry.takes or _is_addressee(scene, report, voice)):
        return _accuser(scene, i, form, voice, before, c)
    return voice


def _is_considered(scene: Scene, i: int, party: Party | None, entry: Entry) -> bool:
    """`تدعم باريس القوات وتعتبر [القوات] حليفا`: after the one noun stands what it is held to be, in the accusative."""
    if not entry.two_objects or party is None:
        return False
    what = scene.complements.object(i, party.end)
    at_once = what is not None and what.start == party.end
    return at_once and scene.words[party.end].endswith("ا") and len(scene.words[party.end]) > 3


def _is_addressee(scene: Scene, report: Report, voice: Voice) -> bool:
    """Whether the one noun after the verb does not agree with it: `ودعا إسرائيل إلى` (he called on Israel)."""
    if not report.entry.to_somebody or report.form.gender != "m" or report.form.number != "s":
        return False
    if scene.words[voice.start].endswith("ين") and voice.refs[0][0] is None:
        return True
    party = scene.syntax.at.get(voice.start)
    if party is None or len(voice.refs) != 1:
        return False
    return party.type == "country" and party.kind == "name" and party.country not in _MASCULINE_STATES


def _subject_at_once(scene: Scene, i: int, report: Report, c: Complement | None) -> bool:
    """Whether any noun right after the verb is its subject: it has an object, or takes none."""
    before = scene.words[i - 1] if i else ""
    if report.form.suffix or before == "ما" or before in reporting.frame_words("as-said"):
        return True
    if c is None or c.how != "governed" or c.at <= i + 1:
        return False
    if scene.words[i] == "عبر":
        return False  # a preposition: «عبر وسائل الإعلام»
    # «وحذر السكان من»: he who spoke before may have warned them
    return not (report.entry.to_somebody and (report.form.gender == "m" or not report.dropped))


def _accuser(scene: Scene, i: int, form: Form, voice: Voice, before: Voice | None, c: Complement) -> Voice | None:
    """Who accuses where one noun alone follows the verb: `اتهم خصومه بالكذب` (he accused his rivals of lying).

    That noun is the accused when somebody agreeing with the verb has spoken before, or it is no nominative.
    """
    if voice.start <= i or voice.end < c.at:
        return voice
    if before is not None:
        return before
    word = scene.words[voice.start]
    if voice.refs[-1][0] is None and (word in reporting.speaker_heads() or word.endswith("ون")):
        return voice
    oblique = word.endswith("ين")
    gender = form.gender if form.number == "s" else None
    spoke = scene.speakers.last(i, gender)
    other = spoke is not None and spoke.refs != voice.refs
    return None if oblique or other else voice


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
    scene.keep(Statement(i, report, "verb-interrupting", voice, content, start, parts))
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
    scene.keep(Statement(i, report, "verb-after-quotation", voice, content, scene.quoted.token(q.start)))
    return True


def _which(scene: Scene, i: int, report: Report) -> bool:
    """`وهو ما تنفيه موسكو` (which Moscow denies): what was said before is the content."""
    if report.form.suffix not in ("ه", "ها") or report.entry.act not in ("deny", "confirm"):
        return False
    before = scene.words[i - 1] if i else ""
    if before not in ("ما", "الذي", "التي", "الامر"):
        return False
    first, end = scene.syntax.sentence[i]
    voice = scene.speakers.after(i, end, report.form)
    earlier = scene.since(first)
    if voice is not None and earlier:
        content = earlier[-1].content._replace(mode="indirect")
        scene.keep(Statement(i, report, "verb-which", voice, content, i))
    return True
