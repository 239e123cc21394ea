"""Which of the dates in a clause is the encounter's."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from arner.arabic.numerals import ordinal
from arner.arabic.orthography import fold
from arner.lexicon import word_class
from arner.relations.meetings.clause import BEFORE, Clause
from arner.relations.meetings.cues import NounCue, nouns
from arner.relations.meetings.draft import Draft
from arner.relations.meetings.places import purpose
from arner.relations.meetings.vocabulary import plain
from arner.relations.reading import DateAt
from arner.syntax import modality
from arner.syntax.words import COMMAS, OPENERS, THAT

_UNTIL = word_class("until")
_WHEN = word_class("when")
_DURING_IT = word_class("during_it")
_DATES_BACK = word_class("dates_back")
_COUNTED_BACK = (fold("قبل "), fold("بعد "))
_FOLLOWED = word_class("upon") | BEFORE
_UPON = word_class("upon") | {fold("بعد")}
_SAID_IN = word_class("upon") | {fold("في"), fold("هامش"), fold("ختام"), fold("أعقاب"), fold("افتتاح")}
_PERIOD = word_class("period_of_days")
_ANNOUNCING = word_class("announcing_when")
_DAY_OF = word_class("day_of")
_OCCASION = word_class("occasion")
_CAME = word_class("came")
_IN_CASE = frozenset({fold("إذا"), fold("لو"), fold("كي"), fold("لكي")})
_WAS = word_class("copula")
_WAS_SPEAKING = word_class("was_speaking")
_HOLDING = word_class("taking_place")
_ENDING = word_class("end_of")
_CONVENED = word_class("convened")
ANNOUNCED = 6  # words between an announcement and what it is of
SAID_BACK = 3  # sentences back in which what «this came» is of was said
SPEAKING = 8  # words between «was» and «speaking»: who speaks
SINCE = 5  # words between «since» and its date
WEEK = 7  # days
LONG_AGO = 180  # days back in which nobody says any more that something is called off


def date_of(clause: Clause, draft: Draft) -> DateAt | None:
    """The date in the clause that is nearest to the cue or to its last argument."""
    reading, cue = clause.reading, clause.cue
    if (day := _at_once_before(clause) or _day_of_its_holding(clause)) is not None:
        return day
    # What stands before a noun that a verb of encounter governs is the verb's: التقى الجمعة نظيره قبل زيارته
    first = cue.start if clause.after_verb else clause.floor
    own = [i for i in range(first, clause.right) if i in reading.dates and not _of_another(clause, draft, i)]
    if isinstance(cue, NounCue) and (cue.light is None or cue.light.i > cue.start):
        own = _of_the_noun(clause, cue, own)
    own = [i for i in own if not _from_another(clause, i)] or [i for i in own if not _from_its_end(clause, i)]
    nearest = min(own, key=lambda i: min(abs(i - cue.start), abs(i - draft.last)), default=None)
    return None if nearest is None or _counts_it(clause, nearest) else reading.dates[nearest]


def _of_the_noun(clause: Clause, cue: NounCue, own: list[int]) -> list[int]:
    """Of the dates at `own` those of a noun that no verb before it carries: what stands after it comes first."""
    after = [i for i in own if i >= cue.end]  # يغادر اليوم للمشاركة في قمم تعقد بين 20 و24
    own = after if after or _in_its_own_clause(clause, cue) else own
    return [i for i in own if not _before_an_aim(clause, i)]


def _in_its_own_clause(clause: Clause, cue: NounCue) -> bool:
    """`وقعا اليوم اتفاقا إثر [مباحثات جرت] في جنيف`: what stands before it is the day of what followed it."""
    follows = cue.start > clause.left and plain(clause.words[cue.start - 1]) in _FOLLOWED
    return follows and cue.light is not None and cue.light.form.entry.frame == "happen"


def _at_once_before(clause: Clause) -> DateAt | None:
    """`التقى X [الثلاثاء] في زيارة لطهران`: the day of the verb, at once before the visit during which it is."""
    i = clause.cue.start - 1
    if not clause.after_verb or clause.cue.kind != "visit" or clause.words[i] != "في":
        return None
    return next((when for when in map(clause.reading.dates.get, range(i - SINCE, i)) if when and when.end == i), None)


def _day_of_its_holding(clause: Clause) -> DateAt | None:
    """`منذ [2011]، تاريخ انعقاد الجولة`: what «the date of its holding» is told of, at once before it."""
    words, i = clause.words, clause.cue.start - 2
    if i <= clause.left or words[i] not in _DAY_OF or words[i + 1] not in _HOLDING:
        return None
    i -= words[i - 1] in COMMAS
    return next((when for when in map(clause.reading.dates.get, range(i - SINCE, i)) if when and when.end == i), None)


def _counts_it(clause: Clause, i: int) -> bool:
    """`الزيارة الوحيدة التي يستضيفها [هذا العام]`, `أول زيارة [هذا العام]`: the year says of which it is the first."""
    cue, words = clause.cue, clause.words
    if not isinstance(cue, NounCue) or clause.reading.dates[i].granularity != "year" or i < cue.end:
        return False
    alone = any(word.startswith("الوحيد") for word in words[cue.end : i])
    return alone or bool(ordinal([words[cue.start - 1]]) or any(ordinal([word]) for word in words[cue.end : i]))


def _of_another(clause: Clause, draft: Draft, i: int) -> bool:
    """Whether the date at token `i` dates something else than the encounter: by what stands before or beside the date,
    or by what stands between it and the cue with its arguments.
    """
    beside = (
        *(_of_since, _of_its_announcement, _until_then, _of_a_deadline, _of_its_occasion, _of_each_year),
        *(_of_what_stands_before, _of_what_it_follows, _in_the_next_clause, _of_what_went_before),
        *(_of_its_name, _of_what_governs),
    )
    between = (_of_a_condition, _of_a_purpose, _of_another_verb, _of_a_relative_clause)
    last = max(clause.cue.end, draft.last)
    return any(test(clause, i) for test in beside) or any(test(clause, last, i) for test in between)


def _until_then(clause: Clause, i: int) -> bool:
    """`هدنة إلى [نهاية الشهر]`; but `تأجلت القمة إلى [الشهر المقبل]`, `يعود آخر لقاء إلى [مايو]`."""
    if i <= clause.left or plain(clause.words[i - 1]) not in _UNTIL:
        return False
    before = clause.words[max(clause.left, clause.cue.start - SINCE) : i]
    put_off = clause.cue.predicate is not None and clause.cue.predicate.entry.status == "planned"
    return not put_off and not any(plain(word) in _DATES_BACK for word in before)


def _of_each_year(clause: Clause, i: int) -> bool:
    """`في [21 مارس] من كل سنة`: of no year."""
    return clause.words[clause.reading.dates[i].end :][:2] == ["من", "كل"]


def _of_a_condition(clause: Clause, last: int, i: int) -> bool:
    """`سيتفاوض مع النواب إذا خسر الانتخابات [السبت]`: when the elections are."""
    return not _IN_CASE.isdisjoint(clause.words[last:i])


def _of_a_purpose(clause: Clause, last: int, i: int) -> bool:
    """`محادثات بشأن الاستعدادات لتنظيم الاستفتاء في [يوليو]`."""
    return any(purpose(clause, j) for j in range(last, i))


def _of_a_relative_clause(clause: Clause, last: int, i: int) -> bool:
    """`التجارة التي نمت [العام الماضي]`, what a source said; but `القمة … التي ستعقد في [مايو]` is the encounter's own.

    A relative pronoun right after the cue or its arguments is its own too.
    """
    words, v, noun = clause.words, clause.vocabulary, isinstance(clause.cue, NounCue)
    for j in range(last + 1, i):
        its_own = noun and words[j + 1] in v.holding and not _of_a_noun_between(clause, j)
        if plain(words[j]) in v.source or (plain(words[j]) in v.relative and not its_own):
            return True
    return False


def _of_a_noun_between(clause: Clause, j: int) -> bool:
    """`اجتماع تحضيري للقمة [التي] تستضيفها المدينة الأحد`: the relative clause at `j` is of an encounter after it."""
    return any(word in nouns() for word in clause.words[clause.cue.end : j])


def _of_its_announcement(clause: Clause, i: int) -> bool:
    """`سيتم الإعلان عن تاريخ المؤتمر [في الأيام المقبلة]`: then it will be known when it is held."""
    start = clause.cue.start
    before = [plain(word) for word in clause.words[max(clause.left, start - ANNOUNCED) : start]]
    return i >= start and not _ANNOUNCING.isdisjoint(before) and not _DAY_OF.isdisjoint(before)


def _of_its_occasion(clause: Clause, i: int) -> bool:
    """`مؤتمر عقدته الحركة بمناسبة مرور عام على معركة [مايو الماضي]`: of what is remembered."""
    return any(plain(word) in _OCCASION for word in clause.words[clause.cue.end : i])


def _of_since(clause: Clause, i: int) -> bool:
    """`زيارة هي الأولى منذ [عقد]`, `منذ التوتر الذي شهدته العلاقات في [آب]`; not `منذ أسبوع وصل`: a week ago."""
    words, own_since = clause.words, isinstance(clause.cue, NounCue)
    if any(plain(word) == "منذ" for word in words[max(clause.left, i - SINCE) : i + own_since]):
        return True
    return any(plain(words[j]) == "منذ" and j not in clause.reading.dates for j in range(clause.cue.end, i - 1))


def _of_what_stands_before(clause: Clause, i: int) -> bool:
    """Whether the date at `i`, before the cue, is of a source, of another sitting or of a relative clause that is over.

    `حسب بيان صدر [اليوم] بمناسبة زيارة`, `بحث الاجتماع المنعقد [مساء اليوم] ما سيطرح خلال اللقاء`,
    `الرئيس، الذي سيتوجه إلى أوغندا [بعد أسبوع]، لن يزور`, `سقطت التهم [في مايو] مما فتح الطريق للزيارة`,
    `تعرض للهجوم [مؤخرا] بسبب زيارته`.
    """
    cue, words, v = clause.cue, clause.words, clause.vocabulary
    if i >= cue.start:
        return False
    if cue.predicate is not None and cue.predicate.tense == "future" and "حيث" in words[i : cue.governed]:
        return True  # وصل الجمعة إلى باريس، حيث سيشارك في مؤتمر
    if isinstance(cue, NounCue):
        if "كما" in words[i : cue.governed]:
            return True  # أعلنت السفارة الثلاثاء عودته، كما كشفت عن لقاء: when it announced that
        told = cue.light is None and any(
            plain(words[j]) in v.source and words[j] != "كما" for j in range(clause.left, i)
        )
        led_to = any(plain(word) == "مما" for word in words[i : cue.start]) or plain(words[cue.start - 1]) == "بسبب"
        return told or led_to or words[i - 1] in _CONVENED
    if cue.verb.tense == "present" and not _DURING_IT.isdisjoint(words[cue.end : cue.end + 1]):
        return True  # وصل الخميس في زيارة يلتقي خلالها نظيره: of the visit
    relative = any(plain(words[j]) in v.relative for j in range(clause.left, i))
    return relative and any(words[j] in COMMAS for j in range(clause.reading.dates[i].end, cue.start))


def _of_a_deadline(clause: Clause, i: int) -> bool:
    """`للمصادقة على القانون قبل [10 يونيو]`, `قبل انتخابات [السنة المقبلة]`: before that day, not on it."""
    before = clause.words[max(clause.left, i - 2) : i]
    direct = plain(before[-1]) if before else ""
    annexed = plain(before[0]) if len(before) > 1 and not clause.governed(i - 1) else ""
    return direct in BEFORE or (annexed in BEFORE and not before[-1].startswith("ال"))


def _of_what_it_follows(clause: Clause, i: int) -> bool:
    """`زيارة لإنعاش العلاقات بعد إبرام اتفاق في [14 يوليو]`: a day of the calendar that another act has."""
    reading, words = clause.reading, clause.words
    when = reading.dates[i]
    if when.points or not any(c.isdecimal() for c in when.text):
        return False
    dated = {j for start, date_at in reading.dates.items() for j in range(start, date_at.end)}
    return any(
        plain(words[j]) in _FOLLOWED
        and not dated & {j, j + 1}
        and not words[j + 1][0].isdecimal()
        and words[j + 1] not in _PERIOD  # زيارة خلال الفترة الممتدة من 26 إلى 30 مايو: its own
        for j in range(clause.cue.end, i - 1)
    )


def _in_the_next_clause(clause: Clause, i: int) -> bool:
    """`في المفاوضات مع الصندوق، ففي [مارس 2018]، تخلفت البلاد`: «for in» begins what is told next."""
    return any(word == "ففي" for word in clause.words[clause.cue.end : i])


def _of_what_went_before(clause: Clause, i: int) -> bool:
    """`بعد صدور التقرير [سنة 1989] دارت مفاوضات`: of the act after which the encounter was, told before its verb."""
    first, words = clause.left, clause.words
    if (
        clause.cue.predicate is None
        or not i < clause.cue.governed <= clause.cue.start
        or plain(words[first]) not in _UPON
    ):
        return False
    year = clause.reading.dates[i].granularity == "year" and first + 1 < i and first not in clause.reading.dates
    return year and COMMAS.isdisjoint(words[first : clause.cue.governed])


def _before_an_aim(clause: Clause, i: int) -> bool:
    """`أجرى محادثات، [الأحد]، لضمان بقاء القمة`: the date of what is done for the encounter's sake."""
    return i < clause.cue.start and any(purpose(clause, j) for j in range(i + 1, clause.cue.start - 1))


def _from_another(clause: Clause, i: int) -> bool:
    """`[بعد شهور] من تبادل المجاملات`, `[قبل أشهر] على الانتخابات`: counted from something else, or from its end."""
    when = clause.reading.dates[i]
    counted = when.kind == "length" or plain(fold(when.text)).startswith(_COUNTED_BACK)
    return counted and any(word in ("من", "علي") or word in _ENDING for word in clause.words[when.end : when.end + 1])


def _from_its_end(clause: Clause, i: int) -> bool:
    """`[بعد ساعات] من انتهاء القمة`: counted from the end of the encounter itself, whose day it is not."""
    end = clause.reading.dates[i].end
    end += clause.words[end : end + 1] == ["من"]
    return end == clause.cue.start - 1 and clause.words[end] in _ENDING and _from_another(clause, i)


def _of_its_name(clause: Clause, i: int) -> bool:
    """`مؤتمر شنغهاي [2012]`."""
    when = clause.reading.dates[i]
    return when.kind == "year" and when.text.isdecimal() and not clause.governed(i - 1)


def _of_what_governs(clause: Clause, i: int) -> bool:
    """`أكد [الأحد] استعداده للقاء نظيره`, `دعا [أمس] إلى عقد اجتماع`: the date of the word that leaves it open."""
    cue = clause.cue
    alone = i < cue.start and isinstance(cue, NounCue) and cue.light is None
    return alone and modality.governing(clause.words, cue.start, i + 1, "encounters") is not None


def _of_another_verb(clause: Clause, last: int, i: int) -> bool:
    """`بعد وصوله [تم] رفع الحظر في أكتوبر`: a verb stands between what a noun alone tells of and the date."""
    cue, syntax, v = clause.cue, clause.reading.syntax, clause.vocabulary
    if not isinstance(cue, NounCue) or cue.light is not None:
        return False
    governed = clause.governed(cue.start - 1)  # ضمن مشاوراته مع الأطراف، زار المبعوث بكين أمس: who acts is told later
    start, words = cue.end if governed else last, clause.words
    if cue.noun.definite and not cue.noun.preposition and not governed:
        return False  # اللقاء قد يحدث في يونيو: its own verb
    return any(
        syntax.is_verb(j)
        and (cue.noun.definite or words[j][0] in "وف")  # مؤتمر تنظمه الجامعة غدا: a relative clause of its own
        and plain(words[j]) not in v.holding
        and plain(words[j - 1]) not in v.relative
        and plain(words[j - 1]) not in _WHEN  # في زيارته عندما وقع الهجوم في 4 مارس
        for j in range(start, i)
    )


def when_it_was_said(clause: Clause) -> DateAt | None:
    """`قال X [الأحد] إن ... جاء ذلك خلال لقائه Y`: an encounter in which something was said is on the day of that.

    So is one during which somebody was speaking: `أكد القنصل [الأحد] أن ... وكان القنصل يتحدث خلال ندوة`.
    """
    if not _tells_where_it_was_said(clause):
        return None
    reading = clause.reading
    n = reading.sentence[clause.cue.start]
    for start, end in reading.bounds[max(0, n - SAID_BACK) : n][::-1]:
        said = next((j for j in range(start, end) if reading.words[j] in THAT or reading.words[j] in OPENERS), end)
        day = next((when for j, when in reading.dates.items() if start <= j < said and when.granularity == "day"), None)
        if day is not None:
            return day
    return None


def _tells_where_it_was_said(clause: Clause) -> bool:
    """Whether the sentence only tells in what the words before were said: `جاء ذلك`, `وكان الوزير يتحدث`."""
    first, i = clause.sent_start, clause.cue.start
    if i <= first or plain(clause.words[i - 1]) not in _SAID_IN:
        return False
    if plain(clause.words[first]) in _CAME:
        return True
    was = plain(clause.words[first]) in _WAS
    return was and any(word in _WAS_SPEAKING for word in clause.words[first : min(i, first + SPEAKING)])


def to_come(when: DateAt | None, published: str | None) -> DateAt | None:
    """The date of what is to come: a weekday or a month before the publication is the next, others past are not its."""
    if when is None or not published or not when.first or not when.last or when.last >= published:
        return when
    if when.points < 0:
        return None  # «أمس», «الماضي»: the date of something else
    start = date.fromisoformat(when.first)
    if when.granularity == "day" and (date.fromisoformat(published) - start).days < WEEK:
        day = (start + timedelta(days=WEEK)).isoformat()
        return replace(when, first=day, last=day)
    if when.granularity == "month" and not any(c.isdecimal() for c in when.text):
        # لزيارة باريس في نوفمبر: that of the next year
        first = start.replace(year=start.year + 1)
        last = (first.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)
        return replace(when, first=first.isoformat(), last=last.isoformat())
    return None


def was_to_come(when: DateAt | None, published: str | None) -> DateAt | None:
    """The date of what is called off: a day long back without a year is the next such day: `ألغى قمة 12 يونيو`."""
    if when is None or not published or not when.first or when.granularity != "day" or when.kind != "date":
        return when
    told = any(len(word.strip("،,()")) == 4 and word.strip("،,()").isdecimal() for word in when.text.split())
    start = date.fromisoformat(when.first)
    back = (date.fromisoformat(published) - start).days
    if told or back < LONG_AGO or (start.month, start.day) == (2, 29):
        return when
    day = start.replace(year=start.year + 1).isoformat()
    return replace(when, first=day, last=day)
