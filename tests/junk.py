"""Hypothesis strategies: Arabic text as it really comes, with all that goes wrong in it."""

from __future__ import annotations

from hypothesis import strategies as st

# diacritics, tatweel, Persian letters, presentation forms (a ligature and a lone sign among them), bidi and
# zero-width signs, digits of three kinds, quotation marks, white space of many kinds, emoji with a selector
_PIECES = (
    *"ابتجحدذرزسشصضطظعغفقكلمنهويءآأإؤئىة",
    *"\u064b\u064e\u0651\u0652\u0670\u0640\u0654",
    *"\u06a9\u06cc\u067e\u0686\u06af\u06a4\u06c0",
    *"\ufe8d\ufefb\ufef5\ufdf2\ufdfa\ufe70\ufe71\ufdfc\ufbfc",
    *"\u200f\u200e\u202b\u202c\u200b\u200c\u200d\ufeff\u00ad",
    *"0189٠١٨٩۴۵",
    *"«»“”\"'‘’()[]،؛؟!.…:؟-–_#@/%",
    *" \t\n\u00a0\u2028\x1f",
    "\r\n", "😀", "❤\ufe0f", "\U0001f1f8\U0001f1e6", "e\u0301", "Aa", "z",
)  # fmt: skip
_WORDS = (
    "قال", "وأضاف", "أن", "إن", "الرئيس", "الروسي", "فلاديمير", "بوتين", "وبوتين", "لبوتين", "نظيره", "الصيني", "سلفه",
    "شي", "وزير", "الخارجية", "الوزيران", "الزعيمان", "البلدان", "بن", "عبد", "العزيز", "عبدالعزيز", "الشيخ", "موسكو",
    "في", "من", "مع", "بين", "التقى", "اجتماع", "زيارة", "قمة", "أمس", "الخميس", "حركة", "حماس", "الأمم", "المتحدة",
    "وكالة", "إرنا", "السابق", "منصب", "بي", "سي", "للكرملين", "و", "ال", "ب", "#دونالد_ترمب",
    "https://a.b/ج", "a@b.cd",
)  # fmt: skip

texts = st.lists(st.sampled_from(_PIECES), max_size=40).map("".join) | st.text(max_size=20)
articles = st.lists(st.sampled_from(_WORDS) | st.sampled_from(_PIECES), max_size=60).map(" ".join) | st.lists(
    st.sampled_from(_WORDS) | st.sampled_from(_PIECES) | st.just(" "), max_size=60
).map("".join)
