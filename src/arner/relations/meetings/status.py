"""Whether an encounter was held, goes on, is planned, only proposed, or called off: named steps, the first decides.

Read from the words that govern the cue: `لن يلتقي` (will not meet), `من المقرر أن يزور` (is due to visit),
`دعا إلى عقد قمة` (called for a summit), `الاجتماع المقبل` (the coming meeting); then from tense and date.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from typing import Literal

from arner.arabic.orthography import fold
from arner.dates.tense import is_future_verb
from arner.lexicon import word_class
from arner.relations.meetings.clause import BEFORE, Clause
from arner.relations.meetings.cues import NounCue, VerbCue, VerbForm, verbs
from arner.relations.meetings.draft import Draft
from arner.relations.meetings.vocabulary import plain
from arner.relations.reading import DateAt
from arner.syntax import modality
from arner.syntax.verbs import acting_verb
from arner.syntax.words import OPENERS, THAT

Status = Literal["held", "ongoing", "planned", "proposed", "cancelled"]
Verdict = Status | Literal["open", "unreal"]
"""`open`: a definite noun or a headline that does not say it. `unreal`: asked, or a visit that never was."""

AFTER = 5  # words after a noun in which an adjective qualifies it
CALLING = 25  # words between a call and what it calls for
OUTER = 4  # words between `أن` and its verb
AUXILIARY = 8  # … with a verb of being between: أن يكون الوزير قد التقى
NEAR_BEFORE = 6  # words between «before» and its verb: `قبل أن يغادر ويسافر`
PUT_OFF_FIRST, PUT_OFF = 3, 18  # words before a noun that its sentence is about, and after it to the verb
HEADING = 5  # words of a heading within the text: `أنان يزور سوريا`
OPENING = 2  # words before what a clause begins with: a quotation mark, a conjunction
HAD = 8  # words between `كان` and its verb
HAD_DONE = 30  # … where قد stands before the verb: كانت إيران والقوى الأخرى (…) قد بدأت
LATER = 14  # words from a verb to «later»
LEAVING = 8  # words between «before leaving» and the visit: قبل مغادرته بلاده أمس في زيارة
HOPED = 9  # words between a summit and the holding of it that is hoped for: القمة التي تأمل الإدارة باستضافتها
FORBIDDEN = 6  # words between «forbade» and the holding: منعت قوات الأمن عقد
UP_FOR = 4  # words from «for debate» to the meeting: للتصويت عليه في أول جلسة
IF_SO = 14  # words between «if» and what would follow: إذا كان حزينا، فإننا نرحب بأن نستقبله
CONDITION = 4  # words between a verb after «if» and the noun that it governs
UNTIL = 14  # words between «will not» and what it waits for: لن يتحدث الرئيس مع نظيره إلا بعد زيارة
PROCEEDINGS = 3  # words between what goes on at a meeting and the meeting: اليوم الثاني والأخير للاجتماع
YEARLY = 8  # words after a noun in which it is said to be held each year: مؤتمر النفط والطاقة يقام سنويا
SHORTLY = 4  # words between «before» and what is to come: قبل ساعات من أول قمة
_WHEN = word_class("when")
_SOON = word_class("later_on")
_ARRANGING = word_class("arranging")
_DENYING = frozenset({"لم", "لا"})
_IF = ("اذا", "لو")
_PROCEEDINGS = word_class("proceedings") | {fold("اليوم"), fold("الجلسة")}
_BOYCOTT = fold("مقاطعة")
_EARLIER, _LATER = fold("سابق"), fold("لاحق")
_DURING = frozenset({"خلال", "اثناء"})
_ON_HOLDING = word_class("on_holding")
_STARTS = word_class("start")
_DURING_IT = word_class("during_it")
_YEARLY = word_class("again_and_again")
_PERIOD = word_class("each_period")
_LEAVING = tuple(word_class("leaving_noun"))
_UPON = word_class("upon")
_PUT_OFF = word_class("put_off")
_ATTENDING = word_class("attending_noun")
_ENTERING = word_class("entering")
_EXCEPT = word_class("except_if")
_DEPICTING = word_class("depicting")
_OUTCOME = word_class("outcome_of")
_FURTHERING = word_class("furthering")
_WAYS_OF = word_class("ways_of")
_HOLDING_IT = word_class("holding_it")
_DEBATING, _DEBATED, _DEBATE = word_class("debating"), word_class("debated"), word_class("debate")
_FAILED = word_class("failed")
_DEBATED_AT = word_class("debated_at")
_FORBIDDING = word_class("forbidding")
_TO_BE_HELD = word_class("future_held")


_STATUS: dict[modality.Modality | None, Status] = {
    "denied": "cancelled",
    "cancelled": "cancelled",
    "planned": "planned",
    "asked": "proposed",
    "proposed": "proposed",
    "possible": "proposed",
    "ongoing": "ongoing",
    "real": "held",
}


def governing(words: Sequence[str], i: int, start: int) -> Status | None:
    """The status that the words before `i`, not before `start`, give; the nearest decides.

    >>> governing("من المتوقع ان يلتقي".split(), 3, 0)
    'planned'
    """
    return _STATUS.get(modality.governing(words, i, start, "encounters"))


def qualified(words: Sequence[str], i: int, end: int) -> Status | None:
    """The status that an adjective within `words[i:end]` gives: `القمة المقبلة` (the coming summit)."""
    return _STATUS.get(modality.qualified(words, i, end, "encounters"))


@dataclass(frozen=True, slots=True)
class Case:
    """What a status is read from. `i`: token of the verb or noun; `before`, `after`: what the words around it say."""

    clause: Clause
    draft: Draft
    when: DateAt | None
    title: bool
    i: int
    verb: VerbForm | None
    before: Status | None
    after: Status | None

    @property
    def particle(self) -> str:
        """The word before the verb or noun."""
        return plain(self.clause.words[self.i - 1]) if self.i > self.clause.sent_start else ""

    @property
    def settled(self) -> str:
        """The status that the entry of the verb gives: `ألغى` (called off)."""
        return self.verb.entry.status if self.verb else ""

    @property
    def visit(self) -> bool:
        return self.clause.cue.kind == "visit"

    @property
    def later(self) -> bool:
        """Whether its date lies after the publication; «غدا» does also where that is not known."""
        published, when = self.clause.reading.published, self.when
        if when is None or not published:
            return when is not None and when.points > 0 and when.kind != "length"
        still = bool(when.last and when.last > published and _LATER in fold(when.text))  # في وقت لاحق من هذا الشهر
        return still or bool(when.first and when.first > published)


def case_of(clause: Clause, draft: Draft, when: DateAt | None, title: bool) -> Case:
    """The facts that the steps of status look at."""
    cue, words = clause.cue, clause.words
    i = cue.governed
    before = governing(words, min(i, cue.start), clause.left)
    if before == "cancelled" and cue.predicate is not None and i <= cue.start:  # الحوار مع من ينكره، المبعوث يبدأ جولته
        verbs_before = (j + 1 for j in range(i - 1, clause.left - 1, -1) if clause.reading.syntax.is_verb(j))
        before = governing(words, i, next(verbs_before, clause.left))
    before = before or _outer(clause, i)
    noun = isinstance(cue, NounCue)
    after = qualified(words, cue.end, _where_adjectives_end(clause)) if noun else None
    if when is not None and not when.first and qualified([fold(w) for w in when.text.split()], 0, 9) == "planned":
        after = after or "planned"
    return Case(clause, draft, when, title, i, cue.predicate, before, after)


def _where_adjectives_end(clause: Clause) -> int:
    """Where no adjective of the noun can stand any more: an accusative is of who acts: `في جلسة، [مستبعدا]`."""
    cue = clause.cue
    end = min(cue.end + AFTER, clause.right)
    if not isinstance(cue, NounCue) or cue.noun.accusative:
        return end
    adverbial = (j for j in range(cue.end, end) if clause.words[j].startswith("م") and clause.words[j].endswith("ا"))
    return next(adverbial, end)


def status_of(case: Case) -> Verdict:
    """What the first step says that knows it."""
    for one in (*ANY, *(OF_NOUNS if case.verb is None else OF_VERBS)):
        if (verdict := one(case)) is not None:
            return verdict
    return "held"


# -- of verbs and nouns ------------------------------------------------------------------------------------------------


def proposed_by_construction(case: Case) -> Verdict | None:
    """An invitation: it proposes what it invites to."""
    return "proposed" if case.draft.status == "proposed" else None


def asked(case: Case) -> Verdict | None:
    """`هل يلتقي`, `لو التقى`, `إذا شارك في جلسات المجلس`: a question, a condition."""
    clause, i = case.clause, case.i
    near = range(i - 1, max(clause.left, i - CONDITION) - 1, -1) if case.verb is None else ()
    governed_by = next((j for j in near if clause.reading.syntax.is_verb(j)), None)
    if governed_by is not None and governed_by > clause.sent_start and plain(clause.words[governed_by - 1]) in _IF:
        return "unreal"
    if case.when is None and _if_so(clause, i):
        return "unreal"
    return "unreal" if modality.asked(clause.words, i, clause.sent_start) else None


def _if_so(clause: Clause, i: int) -> bool:
    """`[إذا] كان حزينا [فإننا] نرحب بأن نستقبله`: what would follow on a condition; not `ما إذا`."""
    words = clause.words
    near = range(max(clause.sent_start, i - IF_SO), i)
    at = next((j for j in near if words[j] == "اذا" and not (j and words[j - 1].endswith("ما"))), i)
    return any(word.startswith("فان") and word[1:] in THAT for word in words[at + 1 : i])


def without(case: Case) -> Verdict | None:
    """`غادر من دون أن يجتمع معه`, `بدون لقاء`."""
    return "cancelled" if modality.without(case.clause.words, case.i, case.clause.sent_start) else None


def nothing_of_it(case: Case) -> Verdict | None:
    """`لم يكن هناك لقاء`, `لا خطط للقاء`, `لا صحة لأنباء عن لقاء`; not of a verb: `لا يصل إلى المدينة` is denied."""
    own = case.verb is not None and case.particle == "لا"
    if own or not modality.there_is_no(case.clause.words, case.i, case.clause.left):
        return None
    return "proposed" if _on_condition(case.clause) else "cancelled"


def _on_condition(clause: Clause) -> bool:
    """`لا لقاء معه [إن لم] يوقف الحرب`, `لا مفاوضات [إلا بعد] وقف النار`: it may yet be."""
    doc, words = clause.reading.doc, clause.words
    for j in range(clause.cue.end, clause.sent_end - 1):
        if words[j] == "اذا" or (words[j] == "الا" and words[j + 1] in _EXCEPT):
            return True
        if doc[j].text == "إن" and (words[j + 1] == "لم" or clause.reading.syntax.is_verb(j + 1)):
            return True
    return False


def convened(case: Case) -> Verdict | None:
    """`فشلت الجولة الماضية [التي عقدت] في لندن`: whatever became of it, it was held."""
    cue, verb = case.clause.cue, case.verb
    after = isinstance(cue, NounCue) and cue.light is not None and cue.light.i > cue.start
    if not after or verb is None or verb.tense != "past" or case.particle not in case.clause.vocabulary.relative:
        return None
    return "held" if verb.entry.id in ("hold", "convene") and not case.settled else None


def failed(case: Case) -> Verdict | None:
    """`فشلت المحادثات بين الطرفين`, `اليوم الذي فشلت فيه المحادثات`: talks that failed were held."""
    clause, i = case.clause, case.clause.cue.start - 1
    talks = isinstance(clause.cue, NounCue) and clause.cue.kind == "talks" and clause.cue.noun.definite
    i -= i > clause.left and clause.words[i] in ("فيه", "فيها")
    return "held" if talks and i >= clause.left and clause.words[i].removeprefix("و") in _FAILED else None


def instead(case: Case) -> Verdict | None:
    """`بدلا من أن يلتقي الوزير`: nothing."""
    return "unreal" if modality.instead(case.clause.words, case.clause.cue.start, case.clause.sent_start) else None


def not_managed(case: Case) -> Verdict | None:
    """`لم ينجح الوسيط في عقد لقاء`, `لم يتمكن من لقاء الوزير`, `لم يسبق أن التقى`."""
    clause = case.clause
    that = clause.left > clause.sent_start and clause.words[clause.left - 1] in ("ان", "بان")
    first = clause.left_of(clause.left - 1) if that else clause.left
    return "cancelled" if modality.not_managed(clause.words, case.i, first) else None


def undone(case: Case) -> Verdict | None:
    """`اللقاء بين الوزيرين لم يتم`, `أنباء عن لقاء … عارية عن الصحة`."""
    clause = case.clause
    if not isinstance(clause.cue, NounCue):
        return None
    return "cancelled" if modality.undone(clause.words, max(clause.cue.end, case.draft.last), clause.sent_end) else None


def in_vain(case: Case) -> Verdict | None:
    """`حاول من دون نجاح الدخول في مباحثات`."""
    return "cancelled" if modality.in_vain(case.clause.words, case.i, case.clause.left) else None


def almost(case: Case) -> Verdict | None:
    """`كاد يلتقي`."""
    return "cancelled" if modality.almost(case.clause.words, case.i, case.clause.left) else None


def agreed(case: Case) -> Verdict | None:
    """`اتفقا على لقاء`: to come; `قال إن المحادثات مع الحركة صعبة`: they go on."""
    if case.draft.status == "planned" and case.before in (None, "proposed"):
        return "planned"
    return "ongoing" if case.draft.status == "ongoing" and case.before is None else None


def denied(case: Case) -> Verdict | None:
    """`لم يلتق`, `الزيارة لم تتم`: called off; a place that somebody did not visit (`لم يزر`) is nothing."""
    if case.particle not in _DENYING:
        return None
    told = case.particle == "لم" and not (case.visit and isinstance(case.clause.cue, VerbCue))
    return "cancelled" if told else "unreal"


def not_until(case: Case) -> Verdict | None:
    """`لن يتحدث معه [إلا بعد زيارة] الوزير`: what something waits for is to come."""
    clause, i = case.clause, case.clause.cue.start
    near = clause.words[max(clause.sent_start, i - UNTIL) : i]
    at = next((k for k in range(len(near) - 1) if near[k] == "الا" and near[k + 1] in _UPON), None)
    return "planned" if at is not None and any(plain(word) in ("لن", "لا") for word in near[:at]) else None


# -- of verbs ----------------------------------------------------------------------------------------------------------


def not_attended(case: Case) -> Verdict | None:
    """`لن يحضر القمة`, `لم يشارك في أي اجتماع`: that somebody stays away says nothing of whether it is held."""
    attends = case.verb is not None and "attends" in case.verb.entry.features
    return "unreal" if attends and (case.particle in _DENYING | {"لن"} or case.before == "cancelled") else None


def ruled_out(case: Case) -> Verdict | None:
    """`لن يلتقي`, `رفض أن يلتقي`."""
    return "cancelled" if case.particle == "لن" or case.before == "cancelled" else None


def departed(case: Case) -> Verdict | None:
    """`غادر باريس`: who leaves has been there; `غادر العراق عام 1980` is somebody's life."""
    if case.verb is None or "departs" not in case.verb.entry.features:
        return None
    if case.before in ("cancelled", "proposed") or (case.when is not None and case.when.granularity == "year"):
        return "unreal"  # نفت أن يكون قد غادر القنصلية
    return "held" if case.verb.tense == "past" else "ongoing"


def settled(case: Case) -> Verdict | None:
    """`ألغى زيارة`, `أرجأ زيارة`: by what the verb means."""
    if case.settled == "cancelled":
        return "cancelled"
    return "planned" if case.settled == "planned" else None


def habitual(case: Case) -> Verdict | None:
    """`يجتمع المجلس مرتين [سنويا]`, `تنظم الشركة المؤتمر كل عام`: what is done again and again is no one event."""
    clause = case.clause
    if case.verb is None or case.verb.tense != "present" or case.when is not None:
        return None
    after = clause.words[case.i : clause.right]
    each = any(a == "كل" and b in _PERIOD for a, b in pairwise(after))
    return "unreal" if each or not _YEARLY.isdisjoint(after) else None


def held_yearly(case: Case) -> Verdict | None:
    """`مؤتمر النفط يقام [سنويا] في إسطنبول`: the same of a noun."""
    clause, i = case.clause, case.clause.cue.end
    after = clause.words[i : min(clause.right, i + YEARLY)]
    return "unreal" if case.when is None and not _YEARLY.isdisjoint(after) else None


def to_come(case: Case) -> Verdict | None:
    """`سيلتقي`, `يعقد القمة المقبلة`."""
    future = case.verb is not None and case.verb.tense == "future"
    ahead = future or case.particle == "سوف" or (case.after == "planned" and case.settled != "held")
    return "planned" if ahead else None


def earlier(case: Case) -> Verdict | None:
    """`يلتقي … في وقت سابق` (earlier)."""
    told = case.when is not None and _EARLIER in case.when.text
    return "held" if told and case.verb is not None and case.verb.tense == "present" else None


def past(case: Case) -> Verdict | None:
    """`التقى`; what began lately may go on: `وصل`, `بدأ زيارة`."""
    if case.verb is None or case.verb.tense != "past":
        return None
    if case.settled != "ongoing":
        return "held"
    clause, start = case.clause, case.when.first if case.when else None
    reach = HAD_DONE if case.particle == "قد" else HAD
    had = any(plain(w) in clause.vocabulary.had for w in clause.words[max(clause.left, case.i - reach) : case.i])
    return "ongoing" if _near(clause.reading.published, start) and not (had and not start) else "held"


def governed(case: Case) -> Verdict | None:
    """`من المقرر أن يزور`, `دعا إلى عقد قمة`; `انسحب من حضور المؤتمر`: who stays away calls nothing off."""
    if case.before == "cancelled" and case.verb is None:
        i = case.clause.cue.start
        near = (plain(word).lstrip("بل") for word in case.clause.words[max(case.clause.left, i - 2) : i])
        if any(word in _ATTENDING or word == _BOYCOTT for word in near):
            return "unreal"
    return case.before


def called_for(case: Case) -> Verdict | None:
    """`دعا الزعيم، رئيس الحزب، [إلى "حوار"] بين الطرفين`: who calls is told of at length before what he calls for."""
    words, syntax = case.clause.words, case.clause.reading.syntax
    start = case.clause.sent_start
    to = case.clause.cue.start - 1
    while to > start and not (words[to].isalnum() and words[to] not in case.clause.vocabulary.masdar):
        to -= 1  # دعا إلى [عقد "]جلسة
    if words[to] != fold("إلى"):
        return None
    for j in range(to - 1, max(start, to - CALLING) - 1, -1):
        if modality.governs(words[j], "encounters") == "asked":
            return "proposed"
        if syntax.is_verb(j):
            return None
    return None


def was_going_on(case: Case) -> Verdict | None:
    """`كان المجلس يتفاوض معه يوم الاثنين`: a present after «was» is past, on whatever day."""
    clause = case.clause
    if case.verb is None or case.verb.tense != "present":
        return None
    near = clause.words[max(clause.left, case.i - HAD) : case.i]
    return "held" if any(plain(word) in clause.vocabulary.had for word in near) else None


def possible(case: Case) -> Verdict | None:
    """`قد يلتقي`."""
    return "proposed" if case.particle == "قد" else None


def before_something(case: Case) -> Verdict | None:
    """`التقى الوزير [قبل أن يزور] باريس`: what follows «before» is as past as what it follows."""
    clause, words = case.clause, case.clause.words
    for k in range(case.i - 1, max(clause.sent_start, case.i - NEAR_BEFORE), -1):
        if words[k] == "ان" and plain(words[k - 1]) == "قبل":
            ahead = any(_future(w, False) for w in words[clause.sent_start : k])
            planned = (modality.governs(w, "encounters") == "planned" for w in words[clause.sent_start : k - 1])
            ahead = ahead or any(planned) or _goes_on(clause, k - 1)
            return "planned" if ahead else "held"
    return None


def _goes_on(clause: Clause, before: int) -> bool:
    """`ثمة محادثات تجري [قبل أن] يلتقي الرئيسان`: the last verb before token `before` is in the present."""
    syntax = clause.reading.syntax
    last = next((j for j in range(before - 1, clause.sent_start - 1, -1) if syntax.is_verb(j)), None)
    if last is None or any(clause.words[j].startswith("كان") for j in range(clause.sent_start, last)):
        return False
    word = plain(clause.words[last])
    listed, form = verbs().get(word), acting_verb(word)
    if listed is not None:
        return listed.tense == "present"
    return word[0] == "ي" if form is None else form.kind == "present"


def when_it_happens(case: Case) -> Verdict | None:
    """`سيؤكد ذلك عندما يلتقي نظيره` (when he meets)."""
    return "planned" if case.particle in _WHEN else None


def dated(case: Case) -> Verdict | None:
    """A present before or after the publication."""
    published, when = case.clause.reading.published, case.when
    if case.later:
        return "planned"
    over = (when.last or when.first) if when is not None else None
    return "held" if published and over and over < published else None


def hosted(case: Case) -> Verdict | None:
    """`تستضيف المدينة مؤتمرا هذا الشهر`: a month that is not over."""
    hosts = case.verb is not None and case.verb.entry.frame == "host" and case.verb.tense == "present"
    when, published = case.when, case.clause.reading.published
    if not hosts or when is None or when.granularity != "month" or not when.last or not published:
        return None
    return "planned" if when.last > published else "held"


def later_on(case: Case) -> Verdict | None:
    """`يلتقي X وY [قريبا]`, `في وقت [لاحق] الأربعاء`: a present that is to come."""
    clause, cue = case.clause, case.clause.cue
    if case.verb is None or case.verb.tense != "present" or (case.i > clause.sent_start and _was(clause, case.i)):
        return None
    near = clause.words[cue.start : min(clause.sent_end, cue.start + LATER)]
    return "planned" if any(word in _SOON for word in near) else None


def _was(clause: Clause, i: int) -> bool:
    return clause.words[i - 1].startswith("كان")


def then(case: Case) -> Verdict | None:
    """`سيتناول الشاي، [ثم يعقد] مباحثات`: a present joined to what is to come, by ثم or و."""
    clause, i = case.clause, case.i
    joined = clause.words[i][0] == "و" or plain(clause.words[i - 1]) == "ثم" if i > clause.sent_start else False
    if not joined or case.verb is None or case.verb.tense != "present":
        return None
    before = range(clause.sent_start, i)
    return "planned" if any(_future(clause.words[j], clause.reading.syntax.is_verb(j)) for j in before) else None


def present(case: Case) -> Verdict | None:
    """The present alone: a headline says nothing of it, a visit goes on, the rest is held or today's."""
    if case.title or _heading(case):
        return "open"
    goes_on = isinstance(case.clause.cue, NounCue) and case.clause.cue.start < case.i and case.when is None
    if case.visit or (goes_on and case.clause.cue.kind == "talks"):
        return "ongoing"  # المحادثات التي تجري بين
    start = case.when.first if case.when else None
    published = case.clause.reading.published
    if case.settled == "ongoing":
        return "ongoing"  # تواصل الحكومة مفاوضاتها
    was = case.i > 0 and case.clause.words[case.i - 1].startswith("كان")
    if not was and not _DURING_IT.isdisjoint(case.clause.words[case.i + 1 : case.i + 2]) and not case.visit:
        return "planned"  # في زيارة تستمر يومين، يلتقي خلالها نظيره
    return "planned" if not was and start == published else "held"


def _heading(case: Case) -> bool:
    """Whether the sentence is a heading within the text: a few words without a date or a stop."""
    clause = case.clause
    short = clause.sent_end - clause.sent_start <= HEADING and not clause.reading.is_sign(clause.sent_end - 1)
    return short and case.when is None


# -- of nouns alone ----------------------------------------------------------------------------------------------------


def adjective(case: Case) -> Verdict | None:
    """`القمة المقبلة`, `المباحثات الجارية`."""
    return case.after


def heading_there(case: Case) -> Verdict | None:
    """`متوجها إلى باريس`."""
    cue = case.clause.cue
    return "planned" if "participle" in cue.entry.features else None


def shown(case: Case) -> Verdict | None:
    """`نشر [صورة] للقاء`: of it, not in order to; `[مقررات] القمة`: what has an outcome was held."""
    i = case.clause.cue.start
    word = plain(case.clause.words[i - 1]) if i > case.clause.left else ""
    return "held" if (word in _DEPICTING or word in _OUTCOME) and not (case.later or case.after) else None


def aim(case: Case) -> Verdict | None:
    """`سيتوجه إلى جنيف للقاء`, `سيصل لعقد لقاء`: the aim of something to come."""
    clause, cue = case.clause, case.clause.cue
    i = cue.start
    masdar = i > clause.sent_start and clause.reading.is_(i - 1, clause.vocabulary.masdar)
    aims = _aims(clause, masdar=masdar)
    before = clause.words[clause.left : i]
    forms = (verbs().get(word) for word in before)
    told = case.when is not None and case.when.first is not None and not case.later
    if aims and (masdar or not told) and not case.visit:
        return case.before or "planned"  # ضغط لتنظيم لقاء: what is aimed at is not said to be held
    ahead = any(word in clause.vocabulary.heading for word in before) or any(f and f.tense == "future" for f in forms)
    return "planned" if aims and ahead else None


def _aims(clause: Clause, *, masdar: bool) -> bool:
    """Whether an encounter, or the verbal noun before it, is an aim: `للقاء`, `لعقد لقاء`, `بهدف ترتيب لقاء`.

    Not `في اليوم الثاني للاجتماع`, `الجلسة الختامية للمؤتمر`: of it.
    """
    cue, words, i = clause.cue, clause.words, clause.cue.start
    arranged = i - 1 > clause.left and words[i - 2] == "بهدف" and words[i - 1] in _ARRANGING
    lent = masdar and words[i - 1].startswith("ل")
    of_it = any(plain(word).lstrip("بل") in _PROCEEDINGS for word in words[max(clause.left, i - PROCEEDINGS) : i])
    to_it = isinstance(cue, NounCue) and cue.noun.preposition == "ل" and not (cue.noun.definite and of_it)
    return arranged or lent or to_it


def dated_later(case: Case) -> Verdict | None:
    """A date after the publication, unless what governs it says that it is only proposed or called off."""
    return "planned" if case.later and case.before not in ("proposed", "cancelled") else None


def at_its_start(case: Case) -> Verdict | None:
    """`قال في بداية زيارته`, `في مستهل زيارة`: what is told of its first hours is told while it goes on."""
    clause, i = case.clause, case.clause.cue.start
    starts = case.visit and i > clause.left and clause.words[i - 1] in _STARTS
    return "ongoing" if starts and _near(clause.reading.published, case.when.first if case.when else None) else None


def held_there(case: Case) -> Verdict | None:
    """`اجتماع يعقد في السابع من أيلول`, `قمة رباعية ستعقد غدا`: the verb right after the noun and its adjectives."""
    clause, cue = case.clause, case.clause.cue
    i = _after_adjectives(clause, cue.end)
    indefinite = isinstance(cue, NounCue) and not cue.noun.definite and i < clause.right
    if indefinite and clause.reading.syntax.is_verb(i) and is_future_verb(clause.words[i]):
        return "planned"  # أول قمة سيجلس فيها الرئيسان معا
    form = verbs().get(clause.words[i]) if i < clause.right else None
    if form is None or form.entry.kind or form.suffix or not isinstance(cue, NounCue) or cue.noun.definite:
        return None
    day = form.tense == "present" and case.when is not None and case.when.granularity == "day"
    return "planned" if form.tense == "future" or (day and case.before is None) else None


def _after_adjectives(clause: Clause, i: int) -> int:
    """The token of the verb after at most two indefinite words from `i` on: `قمة [رباعية] تعقد`; `i` where none is."""
    for j in range(i, min(i + 3, clause.right)):
        if clause.reading.syntax.is_verb(j):
            return j
        if clause.governed(j) or clause.reading.is_sign(j) or clause.words[j].startswith("ال"):
            break
    return i


def upon(case: Case) -> Verdict | None:
    """`قال بعد لقائه الوزير`: it was held, where nothing in the sentence is to come."""
    clause, i = case.clause, case.clause.cue.start
    if case.title or case.visit or i == clause.left or plain(clause.words[i - 1]) not in _UPON:
        return None
    said = (j for j in range(clause.cue.end, clause.sent_end) if clause.words[j] in THAT or clause.words[j] in OPENERS)
    near = range(clause.sent_start, next(said, clause.sent_end))  # قال بعد لقائه إن الجسر سيفتح: the bridge is to come
    return "open" if any(_future(clause.words[j], clause.reading.syntax.is_verb(j)) for j in near) else "held"


def _future(word: str, verb: bool) -> bool:
    """Whether a word puts what is told into the future; `verb`: whether it is a verb there."""
    core = plain(word)
    form = acting_verb(core) if core[0] == "س" else None
    present = form is not None and form.kind == "present"  # ساعد (helped) begins with its own letter
    return core == "سوف" or present or (verb and core[0] == "س" and is_future_verb(core))


def ahead(case: Case) -> Verdict | None:
    """`سيخضع الملف للنقاش في اجتماع للجنة`: a noun after a verb of what is to come in its clause."""
    clause = case.clause
    if isinstance(clause.cue, NounCue) and clause.cue.noun.definite:
        return None
    before = range(clause.left, clause.cue.start)
    return "planned" if any(_future(clause.words[j], clause.reading.syntax.is_verb(j)) for j in before) else None


def its_own_future(case: Case) -> Verdict | None:
    """`زيارة الوزير إلى بغداد، [ستشهد] توقيع اتفاق`: what the visit itself will do, where the clause begins with it."""
    clause, i = case.clause, case.clause.cue.start
    if case.title or i - clause.left > OPENING or (i > clause.left and plain(clause.words[i - 1]) in _DURING):
        return None  # خلال زيارته إلى اليابان، تعهد الرئيس بأن بلاده ستوفر: what was promised during it
    after = range(max(clause.cue.end, case.draft.last), min(clause.sent_end, max(clause.cue.end, case.draft.last) + 4))
    ahead = any(_future(clause.words[j], clause.reading.syntax.is_verb(j)) for j in after)
    return "planned" if ahead else None


def within_plans(case: Case) -> Verdict | None:
    """`تتوقع المملكة إبرام اتفاق [خلال زيارة] ولي العهد`: what is to come is to come during it."""
    clause, i = case.clause, case.clause.cue.start
    if not case.visit or i - 1 <= clause.left or plain(clause.words[i - 1]) not in _DURING:
        return None
    before = range(clause.left, i - 1)
    ahead = any(_future(clause.words[j], clause.reading.syntax.is_verb(j)) for j in before)
    return "planned" if ahead or governing(clause.words, i - 1, clause.left) == "planned" else None


def to_hold(case: Case) -> Verdict | None:
    """`نص الاتفاق على عقد لقاءين`, `أن إجراء محادثات بلا جدوى`: «on holding» one does not say that it is held."""
    clause, i = case.clause, case.clause.cue.start
    if not isinstance(clause.cue, NounCue):
        return None
    held = clause.masdar()
    masdar = held is not None and held > clause.sent_start
    i = held + 1 if held is not None else i  # على عقد [أول] قمة
    if masdar and plain(clause.words[i - 1])[0] == "ب":
        return "planned"  # التزم بعقد لقاء
    if masdar and clause.words[i - 2] == "خلال" and clause.words[i - 3 : i - 2] == ["من"]:
        return "proposed"  # استكمال الاتفاق من خلال إجراء مفاوضات
    thought_of = masdar and clause.words[i - 2] in ("ان", "بان") and not clause.cue.noun.definite
    return "proposed" if thought_of or (masdar and plain(clause.words[i - 2]) in _ON_HOLDING) else None


def to_promote(case: Case) -> Verdict | None:
    """`سبل تشجيع الحوار بين`, `لفتح الحوار`, `أهمية دعم الحوار`: what is to be furthered is not said to be held."""
    clause, i = case.clause, case.clause.cue.start - 1
    if i <= clause.sent_start or (first := plain(clause.words[i])).removeprefix("ل") not in _FURTHERING:
        return None
    aim_of = first.startswith("ل") or clause.words[i - 1] in _WAYS_OF
    return case.before or "proposed" if aim_of else None


def to_debate(case: Case) -> Verdict | None:
    """`أعد تقريرا لعرضه على اجتماع`, `وعد بمناقشته في اجتماع`: what something is put up for is to come."""
    clause, i = case.clause, case.clause.cue.start
    past = case.when is not None and case.when.first is not None and not case.later
    if (
        past
        or not isinstance(clause.cue, NounCue)
        or not _DEBATED.isdisjoint(map(plain, clause.words[clause.left : i]))
    ):
        return None
    if clause.cue.noun.preposition != "ب":
        i = next((j for j in range(i - 1, max(clause.left, i - 3), -1) if clause.words[j] in _DEBATED_AT), clause.left)
    for j in range(max(clause.left, i - UP_FOR), i):
        if clause.words[j] in _DEBATING:
            return case.before or "planned"
        if clause.words[j][0] == "ب" and clause.words[j][1:] in _DEBATE:
            return governing(clause.words, j, clause.left)
    return None


def hoped_for(case: Case) -> Verdict | None:
    """`القمة التي تأمل الإدارة [باستضافتها]`, `التي كانت تخطط لعقدها`: whoever hopes to hold it has not held it."""
    clause, end = case.clause, case.clause.cue.end
    if end >= clause.sent_end or not clause.reading.is_(end, clause.vocabulary.relative):
        return None
    near = range(end + 1, min(end + HOPED, clause.sent_end))
    i = next((j for j in near if clause.words[j].lstrip("بل") in _HOLDING_IT), None)
    said = None if i is None else governing(clause.words, i, end)
    if i is not None and said is None and clause.words[i - 1] == "في":
        said = governing(clause.words, i - 1, end)
    return said if said in ("planned", "proposed", "cancelled") else None


def forbidden(case: Case) -> Verdict | None:
    """`قرار بمنع انعقاد جلساته`, `منعت الشرطة عقد اجتماع`: a meeting that is forbidden."""
    clause, i = case.clause, case.clause.masdar()
    if i is None:
        return None
    for j in range(i - 1, max(clause.left, i - FORBIDDEN) - 1, -1):
        if plain(clause.words[j]) in _FORBIDDING:
            return "cancelled"
        if clause.governed(j) or clause.reading.is_sign(j):
            return None
    return None


def to_enter(case: Case) -> Verdict | None:
    """`لم يتخذ خطوة [لدعم البدء في] مفاوضات`, `دعا الجميع [للدخول في] محادثات`: to begin them is an aim."""
    clause, i = case.clause, case.clause.cue.start
    if i - 3 < clause.sent_start or plain(clause.words[i - 1]) != "في":
        return None
    first, aim_of = clause.words[i - 2], clause.words[i - 3]
    begins = first.startswith("لل") and "ا" + first[1:] in _ENTERING
    lent = first in _ENTERING and aim_of[0] == "ل" and len(aim_of) > 3
    return case.before or "proposed" if begins or lent else None


def to_attend(case: Case) -> Verdict | None:
    """`خلال رحلته إلى حضور قمة`, `وصل للمشاركة في مؤتمر`: what somebody goes to attend is to come."""
    clause, i = case.clause, case.clause.cue.start
    if case.clause.cue.kind not in ("summit", "conference", "meeting", "talks") or i - 1 <= clause.left:
        return None
    before = [plain(word) for word in clause.words[max(clause.left, i - 2) : i]]
    goes = (before[0] == "الي" and before[1] in _ATTENDING) or (before[0] == "للمشاركه" and before[1] == "في")
    told = case.when is not None and case.when.first is not None and not case.later
    return "planned" if not told and (goes or before[-1] == "لحضور") else None


def put_off(case: Case) -> Verdict | None:
    """`الجولة الجديدة من المفاوضات، التي كانت مقررة في يونيو، تأجلت`: what is said of it after a relative clause."""
    clause, cue = case.clause, case.clause.cue
    if case.title or cue.start - clause.left > PUT_OFF_FIRST:
        return None
    near = clause.words[cue.end : min(clause.sent_end, cue.end + PUT_OFF)]
    return "planned" if any(plain(word) in _PUT_OFF for word in near) else None


def on_leaving(case: Case) -> Verdict | None:
    """`قال [قبل مغادرته] البلاد في زيارة إلى باريس`: what somebody leaves for is to come."""
    clause, i = case.clause, case.clause.cue.start
    first = max(clause.left, i - LEAVING)
    near = [plain(word) for word in clause.words[first:i]]
    at = next((first + n for n, (a, b) in enumerate(pairwise(near)) if a in BEFORE and b.startswith(_LEAVING)), None)
    if at is None or not case.visit:
        return None
    own = case.when is not None and case.when.start > at  # not of who said it before he left
    return None if own and case.when is not None and case.when.first and not case.later else "planned"


def shortly_before(case: Case) -> Verdict | None:
    """`قال قبل ساعات من أول قمة له مع X`: it was to come, unless its own date says that it is over."""
    clause, i = case.clause, case.clause.cue.start
    over = case.when is not None and case.when.first is not None and not case.later
    near = [plain(word) for word in clause.words[max(clause.left, i - SHORTLY) : i]]
    return "planned" if not over and "قبل" in near and "من" in near[near.index("قبل") + 1 :][-2:] else None


def any_such(case: Case) -> Verdict | None:
    """`عقد أي لقاء` (any meeting): one that is thought of."""
    i = case.clause.cue.start
    return "proposed" if i > case.clause.left and plain(case.clause.words[i - 1]) == "اي" else None


def would_be(case: Case) -> Verdict | None:
    """`الحل هو حوار بين الطرفين`: what something else is or would be, not one that is told of."""
    clause, i = case.clause, case.clause.cue.start
    indefinite = isinstance(clause.cue, NounCue) and not clause.cue.noun.definite
    is_it = i - 1 > clause.sent_start and clause.words[i - 1] in ("هو", "هي")
    return "proposed" if indefinite and is_it else None


def to_be_held(case: Case) -> Verdict | None:
    """`مؤتمر استثنائي سيتم الإعلان عن تاريخه`: what is told of it is to come."""
    clause = case.clause
    near = clause.words[clause.cue.end : min(clause.cue.end + AFTER, clause.right)]
    return "planned" if any(word in _TO_BE_HELD for word in near) else None


def named_only(case: Case) -> Verdict | None:
    """`اللقاء` or a headline: what the text says elsewhere holds."""
    cue = case.clause.cue
    return "open" if case.title or (isinstance(cue, NounCue) and cue.noun.definite) else None


Step = Callable[[Case], Verdict | None]
ANY: tuple[Step, ...] = (
    *(convened, failed, asked, instead, without, nothing_of_it, not_managed, undone, in_vain, almost),
    *(forbidden, not_until, proposed_by_construction, agreed),
)
OF_VERBS: tuple[Step, ...] = (
    *(not_attended, denied, departed, ruled_out, habitual, settled, to_come, earlier, past, governed),
    *(possible, was_going_on, before_something, when_it_happens, dated, hosted, later_on, then, present),
)
OF_NOUNS: tuple[Step, ...] = (
    shown,
    denied,
    held_yearly,
    hoped_for,
    to_promote,
    to_debate,
    called_for,
    adjective,
    heading_there,
    aim,
    held_there,
    to_be_held,
    dated_later,
    governed,
    ahead,
    its_own_future,
    within_plans,
    to_hold,
    to_enter,
    to_attend,
    put_off,
    any_such,
    would_be,
    on_leaving,
    shortly_before,
    at_its_start,
    upon,
    named_only,
)


def _outer(clause: Clause, i: int) -> Status | None:
    """What stands before `أن`: `من المتوقع أن يزور`."""
    words, left = clause.words, clause.left
    # أن يكون الوزير قد التقى: the verb is further away
    if any(clause.reading.is_(j, clause.vocabulary.temporal) for j in range(left, i)):
        return None  # من المقرر أن يلتقيه خلال [زيارته]
    to_meet = isinstance(clause.cue, NounCue) and clause.cue.noun.preposition == "ل"  # أن يطير الوزير … للاجتماع ب
    reach = AUXILIARY if to_meet or (left < len(words) and words[left] in ("يكون", "تكون")) else OUTER
    if left > clause.sent_start and i - left <= reach and clause.reading.is_(left - 1, ("ان", "بان")):
        return governing(words, left - 1, max(clause.sent_start, left - 5))
    return None


def _near(published: str | None, start: str | None) -> bool:
    """Whether something that began at `start` may still go on when the article is published."""
    if not published or not start:
        return True
    return date.fromisoformat(start) >= date.fromisoformat(published) - timedelta(days=2)
