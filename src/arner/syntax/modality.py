"""What did not happen, told by other words than a particle right before the verb.

Each function looks at folded words, at a predicate (verb or noun) at token `i`, and no further left than token
`first`, where its sentence or clause begins. None of them knows what kind of event it is.
"""

from __future__ import annotations

from collections.abc import Sequence

from arner.lexicon import word_class

EXISTENCE = 6  # words between «there is no» and what there is not: `لا توجد أي خطط حالية لعقد لقاء`
VAIN = 8  # words between «without success» and what was tried
ALMOST = 5  # words between «almost» and its verb: the subject
ASKED = 7  # words between «whether» and its verb
MANAGED = 11  # words between «did not manage» and what was not managed: `لم ينجح الوسيط في جمع [الاثنين] في لقاء`
WISHED = 5  # words between «would that» and its verb
SAID_OF = 4  # words between an event and what is said of it: adverbs
_THAT = frozenset({"ان", "بان"})
_WITHOUT = word_class("without")


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
        if word not in word_class("adverb") and word[0].isalnum():
            return False
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
