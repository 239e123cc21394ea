"""How real the text makes an event: what governs it, what is said of it, and what did not happen.

Each function looks at folded words, at a predicate (verb or noun) at token `i`, and no further left than token
`first`, where its sentence or clause begins. The words that govern and qualify stand in `modality.toml`, each with an
example. What kind of event it is matters only for a few of them (`of`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from arner.arabic import inflection
from arner.arabic.orthography import fold
from arner.lexicon import cached, load, word_class
from arner.syntax.words import OPENERS

Modality = Literal["real", "open", "denied", "possible", "planned", "proposed", "asked", "cancelled", "ongoing"]
"""`open`: a noun or verbal noun that nothing asserts, as in a headline; `asked`: of others, `proposed`: by who acts."""
Events = Literal["encounters", "acts"]

REACH = 9  # words to the left in which a governing word is looked for
REACH_OF_NEGATION = 3  # لن تكون هناك قمة، عدم التوصل إلى اتفاق
NEAR_THREAT = 9  # words between «threatens» and the calling off
NEAR_EFFORT = 3  # words between «failed» and the efforts: فشلت كل الجهود

EXISTENCE = 6  # words between «there is no» and what there is not: `لا توجد أي خطط حالية لعقد لقاء`
VAIN = 8  # words between «without success» and what was tried
OR = 7  # words between what was not done and what was not done either: `دون أن يودع الوزير أو [يلتقيه]`
ALMOST = 5  # words between «almost» and its verb: the subject
ASKED = 7  # words between «whether» and its verb
MANAGED = 11  # words between «did not manage» and what was not managed: `لم ينجح الوسيط في جمع [الاثنين] في لقاء`
WISHED = 5  # words between «would that» and its verb
SAID_OF = 4  # words between an event and what is said of it: adverbs
_THAT = frozenset({"ان", "بان"})
_WITHOUT = word_class("without")
_OF_IT = word_class("of_it")
_OUTSIDE = word_class("temporal") | word_class("after_which")
_SIGNS = frozenset(".:؛؟!")


@dataclass(frozen=True, slots=True)
class Governor:
    """What a word before an event says of it; `takes_in`: the event stands after في."""

    modality: Modality
    takes_in: bool


def governing(words: Sequence[str], i: int, first: int, of: Events) -> Modality | None:
    """What the nearest word before token `i` says that governs it: `من المقرر أن [يوقع]`, `يسعى إلى [اتفاق]`.

    >>> governing("من المتوقع ان يلتقي".split(), 3, 0, "encounters")
    'planned'
    """
    table = _governors(of)
    for j in range(i - 1, max(first, i - REACH) - 1, -1):
        word = plain(words[j])
        found = table.get(words[j]) or table.get(word)
        if found is not None and _reaches(words, i, j, found, of):
            return _with_its_own(words, j, first, found.modality, of)
        if (words[j] in _OUTSIDE or word in _OUTSIDE) and words[j + 1] != "ان":
            return None  # دعا خلال لقائه: what governs is outside
        if words[j] in _SIGNS:
            return None
    return None


def _reaches(words: Sequence[str], i: int, j: int, found: Governor, of: Events) -> bool:
    """Whether the governor at `j` governs what stands at `i`: not `رفض في [مؤتمر] الاستقالة`, `عدم نشر اسمه`."""
    if plain(words[j]) in ("لن", "عدم") and i - j > REACH_OF_NEGATION:
        return False
    if words[j + 1] in _OF_IT:
        return False  # القرار الذي أرخى الإعلان [عنه] بظلاله على الزيارة
    if words[i - 1] == "من" and found.modality not in ("denied", "cancelled"):
        return False  # يأمل من [المؤتمر] تحركا
    said_in = of == "encounters" and words[i - 1] == "في" and words[i - 2] not in word_class("part_in")
    another = words[j + 1] == "في" and j + 1 < i - 1  # أمله في تعميق التعاون [في] اجتماع: its own «in» stands before
    return not said_in or (found.takes_in and not another)


def _with_its_own(words: Sequence[str], j: int, first: int, said: Modality, of: Events) -> Modality:
    """The modality of the governing word `j`, with what governs itself."""
    off = said in ("denied", "cancelled")
    if negated(words, j, first) and words[j - 1] != "ما":  # لا يستبعد لقاء, من غير المقرر أن; but ما دعاه إلى لقائه
        return "possible" if off else "denied"
    if off and any(word in word_class("possible") for word in words[max(first, j - NEAR_THREAT) : j]):
        return "planned"  # هدد بإلغاء القمة
    before = (governs(word, of) for word in words[max(first, j - NEAR_EFFORT) : j])
    return "denied" if not off and "denied" in before else said  # فشلت الجهود لعقد لقاء


def governs(word: str, of: Events) -> Modality | None:
    """What a word says of the event that it governs."""
    found = _governors(of).get(word) or _governors(of).get(plain(word))
    return found.modality if found is not None else None


def qualified(words: Sequence[str], i: int, end: int, of: Events) -> Modality | None:
    """What an adjective within `words[i:end]` says: `القمة المقبلة` (the coming summit), `هدنة محتملة`."""
    table = _adjectives(of)
    return next((table[word] for word in words[i:end] if word in table), None)


@cached
def _governors(of: Events) -> dict[str, Governor]:
    found: dict[str, Governor] = {}
    for entry in _entries("governor", of):
        governor = Governor(entry["modality"], entry.get("takes_in", False))
        for pair in entry.get("verbs", ()):
            for word, form in inflection.forms(inflection.Verb(*pair.split())).items():
                found.setdefault(word, governor)
                if form.kind == "present":
                    found.setdefault("س" + word, governor)
        for word in entry.get("words", ()):
            found[fold(word)] = governor
    return found


@cached
def _adjectives(of: Events) -> dict[str, Modality]:
    found: dict[str, Modality] = {}
    for entry in _entries("adjective", of):
        found.update((fold(word), entry["modality"]) for word in entry.get("words", ()))
        for stem in map(fold, entry.get("stems", ())):
            found.update(
                (form, entry["modality"]) for form in (stem, stem + "ه", stem + "ا", "ال" + stem, "ال" + stem + "ه")
            )
    return found


def _entries(kind: str, of: Events) -> Iterator[dict[str, Any]]:
    return (entry for entry in load("modality")[kind] if entry.get("of", of) == of)


def unreal(words: Sequence[str], i: int, first: int) -> bool:
    """Whether the event at `i` did not come about, told by what stands around what governs it."""
    tests = (without, not_managed, in_vain, almost, there_is_no)
    return any(test(words, i, first) for test in tests)


def plain(word: str) -> str:
    """`word` without و or ف before it: `ولم` → `لم`."""
    return word[1:] if len(word) > 2 and word[0] in "وف" else word


def negated(words: Sequence[str], i: int, first: int) -> bool:
    """Whether a particle right before `i` denies it, or a noun of denial: `لم يقرر`, `غير مقرر`, `عدم استبعاد`.

    >>> negated("لم يستبعد الوزير لقاء".split(), 1, 0)
    True
    """
    before = plain(words[i - 1]) if i > first else ""
    return before in word_class("negation") or before in ("غير", "عدم")


def without(words: Sequence[str], i: int, first: int) -> bool:
    """`من دون أن [يجتمع] معه`, `غادر بدون [لقاء]`, `دون عقد [لقاء]`.

    >>> without("غادر من دون ان يجتمع".split(), 4, 0)
    True
    """
    if i - 1 > first and words[i - 1] == "او":
        return any(without(words, j, first) for j in range(max(first + 1, i - OR), i - 1))  # دون أن يودعه أو يلتقيه
    k = i - 1
    while k >= first and (words[k] in _THAT or words[k] in word_class("holding") or words[k] in ("اي", "اجراء")):
        k -= 1
    if k < first or plain(words[k]) not in _WITHOUT:
        return False
    return plain(words[k]) != "غير" or (k > first and plain(words[k - 1]) == "من")


def instead(words: Sequence[str], i: int, first: int) -> bool:
    """`بدلا من أن [يلتقي] الوزير`, `عوضا عن [لقاء] الوزير`.

    >>> instead("بدلا من ان يلتقي".split(), 3, 0)
    True
    """
    k = i - 1 - (i > first and words[i - 1] in _THAT)
    return k > first and words[k] in ("من", "عن") and plain(words[k - 1]) in word_class("instead")


def not_managed(words: Sequence[str], i: int, first: int) -> bool:
    """`لم ينجح الوسيط في عقد [لقاء]`, `لم يتمكن من [لقاء] الوزير`, `لم يستطع [زيارة] المدينة`.

    >>> not_managed("لم تفلح المساعي في عقد اجتماع".split(), 5, 0)
    True
    """
    near = range(max(first + 1, i - MANAGED), i)
    return any(words[j] in word_class("managing") and negated(words, j, first) for j in near)


def undone(words: Sequence[str], i: int, end: int) -> bool:
    """Whether what is said from `i` on, after a noun with all that belongs to it, denies it.

    `اللقاء بين الوزيرين [لم يتم]`, `القمة [ألغيت]`, `أنباء عن لقاء [عارية عن الصحة]`,
    `ما زال لقاء الوزيرين [بعيد المنال]`.

    >>> undone("لقاء الوزيرين لم يعقد بعد".split(), 2, 5)
    True
    """
    for j in range(i, min(end, i + SAID_OF)):
        word = words[j]
        if word in ("لم", "لن"):
            return words[j + 1] in word_class("not_come_about") if j + 1 < end else False
        if word in word_class("called_off") or word in word_class("untrue"):
            return True
        if word.startswith("بعيد"):
            return j + 1 < end and words[j + 1] in word_class("far")
        if word in ("غير", "لا") and j + 1 < end and words[j + 1] in word_class("founded"):
            return True
        if word in OPENERS or (word not in word_class("adverb") and word[0].isalnum()):
            return False  # خلال اجتماعه "لن تحصل": a quotation
    return False


def there_is_no(words: Sequence[str], i: int, first: int) -> bool:
    """`لم يكن هناك [لقاء]`, `لا توجد خطط لعقد [لقاء]`, `لا صحة لأنباء عن [لقاء]`, `لم يتم [اللقاء]`, `لا [لقاء]`.

    >>> there_is_no("لا خطط حاليا للقاء بوتين".split(), 3, 0)
    True
    """
    for k in range(i - 1, max(first, i - EXISTENCE) - 1, -1):
        word = plain(words[k])
        if word not in word_class("negation"):
            continue
        following = words[k + 1]
        if k + 1 == i:
            return word == "لا"  # before a noun; a verb's own particle is read with its tense
        if following in word_class("existence"):
            return True
        return word != "لم" and word != "لن" and following in word_class("nullity")
    return False


def in_vain(words: Sequence[str], i: int, first: int) -> bool:
    """`حاول من دون نجاح الدخول في [مباحثات]`, `سعى بلا جدوى إلى [لقاء]`: tried, and did not succeed.

    >>> in_vain("حاول دون جدوي الدخول في مباحثات".split(), 5, 0)
    True
    """
    near = range(max(first, i - VAIN), i - 1)
    fruitless = (j for j in near if plain(words[j]) in _WITHOUT and words[j + 1] in word_class("success"))
    return any(plain(w) in word_class("trying") for j in fruitless for w in words[max(first, j - 2 * VAIN) : j])


def almost(words: Sequence[str], i: int, first: int) -> bool:
    """`كاد الوزير [يلتقي] نظيره` (he almost met him), `كانا على وشك [اللقاء]`."""
    near = range(max(first, i - ALMOST), i)
    if any(plain(words[j]) in word_class("almost") for j in near):
        return True
    brink = any(words[j] == "وشك" for j in near)
    return brink and any(plain(word) in word_class("tense") for word in words[max(first, i - 2 * ALMOST) : i])


def asked(words: Sequence[str], i: int, first: int) -> bool:
    """A question, a condition, a doubt, a wish.

    `هل [التقى]`, `لو [التقى]`, `ما إذا كان الوزير [سيلتقي]`, `ما لم [يلتق]`, `ليت الوزير [يلتقي]`,
    `لو أن الوزير [التقى]`.
    """
    before = plain(words[i - 1]) if i > first else ""
    if before in ("اين", *word_class("condition")) or (before == "لم" and i - 1 > first and words[i - 2] == "ما"):
        return True
    near = range(max(first, i - WISHED), i)
    if any(plain(words[j]) in word_class("wish") or (words[j] == "لو" and words[j + 1] in _THAT) for j in near):
        return True
    return any(
        words[j] == "اذا" and words[j + 1] in word_class("tense") and (j > first and words[j - 1].endswith("ما"))
        for j in range(max(first, i - ASKED), i - 1)
    )
