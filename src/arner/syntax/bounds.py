"""Where reported clauses end, and where a report begins after its dateline."""

from __future__ import annotations

from collections.abc import Container, Sequence

from arner.lexicon import word_class
from arner.syntax.sentences import Syntax
from arner.syntax.words import CLOSERS, COMMAS, STOPS, THAT

_DOCUMENTS = word_class("document") | word_class("occasion_of_words")
_LEFT = frozenset({"وذلك"})  # of «…، وذلك وفقا لما أعلنته الشرطة»
_THROUGH = word_class("spoken_in")
_BUT_HE = word_class("but_he")
_AND_ALSO = word_class("also_in_words")  # after «كما»

# Words that begin something the speaker did not say, after a comma; with the second word where one is needed.
_AFTER_COMMA: dict[str, tuple[str, ...] | None] = {
    "فيما": None, "بينما": None, "كما": None, "علما": None, "اثر": None, "علي": ("خلفيه",),
    "وهو": ("ما", "الامر", "امر"), "الامر": ("الذي",),
    "وياتي": None, "وتاتي": None, "وجاءت": None, "وتبع": ("ذلك",), "وتلا": ("ذلك",), "وتلي": ("ذلك",),
    "والتي": ("من",), "والذي": ("من",),
    "وفقا": None, "وفق": None, "طبقا": None,
    "في": ("حين", "اشاره", "وقت", "الوقت", "ما", "خطوه", "اول", "رد", "تصريح", "بيان", "مقابله", "حديث"),
    "قبل": ("ان",), "بعد": ("ان", "ساعات", "يوم", "ايام"), "وسط": None,
}  # fmt: skip
# … and that do so without a comma.
_ANYWHERE: dict[str, tuple[str, ...] | None] = {
    "بحسب": None, "حسبما": None, "بحسبما": None, "نقلا": None,
    "وفقا": ("لما", "لمصادر", "لمصدر", "لبيان"), "وفق": ("ما", "مصادر", "بيان", "مصدر"), "طبقا": ("لما",),
    "وذلك": ("بحسب", "حسبما", "بحسبما", "بعد", "قبل", "عقب", "اثر", "ردا"),
    "وسط": ("توقعات", "انباء", "تقارير", "مخاوف", "تكهنات"),
    "حسب": None, "علي": ("حد",), "في": ("اشاره",),
    "دون": ("ذكر", "تقديم", "الكشف", "اعطاء", "الخوض", "تفاصيل"),
    "دونما": None, "بينما": None,
    "فيما": ("اكد", "قال", "اعلن", "اعلنت", "قالت", "اكدت", "راي", "اعتبر"),
}  # fmt: skip


_DATELINE = 12  # tokens before the dash of «دبي (وكالة) --»
_DASHES = frozenset({"--", "—", "–", "-"})


def after_dateline(words: Sequence[str], first: int, end: int) -> int:
    """The token where a report begins after its dateline: `دبي (النهار) -- [قالت] …`; `first` where there is none."""
    for k in range(first, min(end, first + _DATELINE)):
        if words[k] in _DASHES and any(word in (")", "،") for word in words[first:k]):
            while k + 1 < end and words[k + 1] in _DASHES:
                k += 1
            return k + 1
    return first


def clause_end(syntax: Syntax, start: int, inside: list[int], reports: Container[int] = ()) -> int:
    """The token after the last one of the reported clause that begins at token `start`.

    It goes on to the end of the sentence, but not over `، مضيفا …` and other words of
    reporting (`reports`: their tokens), `، فيما …` (while) or `بحسب …` (according to); nothing ends it in a quotation.
    """
    words = syntax.words
    end = syntax.sentence[start][1]
    own = inside[start]
    j = start
    while j < end:
        free = not inside[j] or inside[j] == own
        if free and ((j > start and _ends_before(syntax, j, end, reports)) or ends_at_comma(words, j, end, reports)):
            break
        j += 1
    while j > start + 1 and (
        words[j - 1] in COMMAS or words[j - 1] in STOPS or words[j - 1] in _LEFT or words[j - 1].isspace()
    ):
        j -= 1
    return j


def _ends_before(syntax: Syntax, j: int, end: int, reports: Container[int]) -> bool:
    """Whether the journalist's own words begin at token `j`, or it is the full stop of the sentence before `end`."""
    words = syntax.words
    if j in reports or (words[j] in STOPS and words[j] != "…" and j + 1 >= end):
        return True
    return goes_on(words, j) or _told_through(words, j) or _but_did(syntax, j)


def ends_at_comma(words: list[str], j: int, end: int, reports: Container[int]) -> bool:
    """Whether after a comma at `j` something begins that the speaker did not say: `، فيما …`, `، مضيفا …`."""
    if words[j] not in COMMAS or j + 1 >= end:
        return False
    if words[j + 1] == "كما" and j + 2 < end and words[j + 2] in _AND_ALSO | THAT:
        return False  # «إن المدارس أغلقت، كما أن الماء مقطوع»
    return j + 1 in reports or _begins(words, j + 1, _AFTER_COMMA)


def _told_through(words: list[str], i: int) -> bool:
    """Whether the words at `i` tell where it was said: `…، وذلك في بيان`, `…» في مؤتمر صحفي`."""
    so = words[i] == "وذلك"
    if not so and words[i - 1] not in CLOSERS:
        return False
    through = words[i + so : i + so + 2]
    if len(through) < 2 or through[0] not in _THROUGH:
        return False
    return through[1] in _DOCUMENTS or (so and through[1].startswith(("تعليق", "رد")))


def _but_did(syntax: Syntax, i: int) -> bool:
    """Whether `لكنه` at `i` opens what the journalist tells: `لكنه لم يفصح`, `لكنها رفضت`, not `لكنها لن تتراجع`."""
    words = syntax.words
    if words[i] not in _BUT_HE or i + 1 >= len(words):
        return False
    group = syntax.clauses.verbs.get(i + 1)
    return words[i + 1] in ("لم", "قد") or (group is not None and group.tense == "past")


def goes_on(words: list[str], i: int) -> bool:
    """Whether the journalist's own words go on at `i`, with or without a comma: `بحسب …`, `في إشارة إلى …`."""
    return _begins(words, i, _ANYWHERE)


def _begins(words: list[str], i: int, table: dict[str, tuple[str, ...] | None]) -> bool:
    if words[i] not in table:
        return False
    following = table[words[i]]
    return following is None or (i + 1 < len(words) and words[i + 1] in following)
