"""Closed classes of words, folded, that tell what a reporting word governs from what it does not."""

from __future__ import annotations

from arner.lexicon import word_class

# Words that begin with ب or ل and are no «by …» or «to …» of a reporting verb.
NO_PARTICLE = word_class("not_governed")
# «أوضح [بالقول] إن»: no object, and nothing that a verb governs.
IN_WORDS = word_class("in_words")
# A quotation after these is a name: «صحيفة "لوموند"».
NAMED = word_class("named_body")
# After the noun of an adverbial: «في وقت [سابق]», «في الوقت [ذاته]».
CLOSE_PHRASE = word_class("closing_adjective")
NO_PARTICLE_BEFORE = tuple(sorted(word_class("not_governed_stem")))
# A preposition after these belongs to them, not to the verb: «خلال زيارته إلى الصين».
GOVERN = word_class("governing_noun")
WITHOUT = word_class("surely_governed")  # «بعدم», by not …: the particle though the word begins like «بعد»
# After «في»: when somebody speaks, «الوزراء [في ختام] اجتماعهم».
PERIODS = word_class("period")
# After ل: whom somebody calls upon, not what for: «دعوته [للأطراف] إلى».
WHOM = word_class("called_upon")
IDIOMS = {
    "علي": ("هامش", "متن", "راس", "حد", "صعيد", "مدي", "خلفيه", "الاقل", "الفور", "غرار"),
    "من": ("جانبه", "جانبها", "جانبهم", "جهته", "جهتها", "جهتهم", "جهه", "ناحيته", "خلال", "قبل", "ناحيه"),
    "الي": ("جانب", "ذلك", "حد"),
    "عن": ("طريق", "كثب"),
    "في": ("بيان", "تصريح", "تصريحات", "مقابله", "كلمه", "كلمته", "موتمر", "حديث", "خطاب", "تغريده"),
}
TO_HIM = word_class("prepositional_pronoun_spoken")
NEGATIONS_AND_LINKS = word_class("no_object")
# «أن» after these is no report: «منذ أن», «من المتوقع أن».
NO_REPORT = word_class("no_report_before_that")
