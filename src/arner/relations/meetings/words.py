"""Small words that bound and mark the arguments of an encounter, folded."""

from __future__ import annotations

from arner.arabic.orthography import fold


def _words(text: str) -> frozenset[str]:
    return frozenset(fold(text).split())


def plain(word: str) -> str:
    """`word` without و or ف before it, where a word remains: `وفي` → `في`."""
    return word[1:] if len(word) > 2 and word[0] in "وف" else word


STOPS = frozenset({".", "؛", "؟", "!", ":", "…", "..", "...", ";", "?"})
PRONOMINAL = _words("أنه أنها أنهما أنهم بأنه بأنها")
CLAUSE = _words("أن بأن لأن لكن فيما بينما وذلك") | PRONOMINAL
CIRCUMSTANCE = _words("وهو وهي وهم وهما")
"""After a comma these begin a remark on what was named last: `…، وهي مدينة` (which is a city)."""
PREPOSITIONS = _words(
    "في إلى من مع على عن بين عند لدى ضد نحو حول بشأن خلال بعد قبل عقب قبيل بعيد أثناء منذ حتى سوى غير ضمن داخل"
    " قرب أمام تجاه إزاء باسم بحضور بمشاركة برئاسة برفقة باستثناء بدعوة بقيادة بحسب وفق وفقا حسب عبر ل ب مقابل"
)
RELATIVES = _words("الذي التي الذين اللذان اللذين اللتان اللتين")
DROPPING = _words("حيث كما ثم إذ") | RELATIVES
"""After these a verb goes on with the subject that the clause had."""

COMPANY = _words(
    "بحضور بمشاركة برئاسة برفقة يرافقه ترافقه تضم يضم ضم ضمت جمع جمعت يجمع تجمع ستجمع سيجمع حضره حضرها يحضره"
    " يحضرها سيضم ستضم شارك"
)
"""After these stands somebody who takes part too."""

HOLDING = _words(
    "عقد عقدت يعقد تعقد ستعقد سيعقد انعقد انعقدت ينعقد تنعقد ستنعقد سينعقد عقدها عقده يعقدها يعقده ستعقدها سيعقدها"
    " افتتح افتتحت يفتتح تفتتح ستفتتح سيفتتح اختتم اختتمت يختتم تختتم ستختتم سيختتم بدأ بدأت يبدأ تبدأ ستبدأ سيبدأ"
    " انطلق انطلقت ينطلق تنطلق ستنطلق سينطلق جرى جرت يجري تجري ستجري سيجري أقيم أقيمت يقام تقام ستقام سيقام"
    " يستضيف تستضيف ستستضيف سيستضيف استضاف استضافت يستضيفها تستضيفها ستستضيفها سيستضيفها استضافتها استضافها"
    " تستضيفه استضافته سيستضيفه ستستضيفه"
)
"""A relative clause that begins with these says when and where an encounter is held: `القمة … التي ستعقد في`."""

NOT_COMPANY = _words(
    "تزامنا التزامن تماشيا مقارنة انسجاما التوازي تضامنا التضامن التعامل التعاون تعاون علاقات العلاقات علاقاته"
    " علاقاتها علاقة العلاقة اتفاق اتفاقا الاتفاق الحدود حدودها الحرب التنسيق الشراكة بالتنسيق الصراع النزاع"
)
"""`مع` after these joins nobody to the encounter: `تزامنا مع` (at the time of), `التعاون مع` (cooperation with)."""

CONTROL = _words(
    "في خلال بعد قبل عقب قبيل بعيد أثناء ضمن لدى بهدف قصد إثر ختام نهاية إطار بداية مستهل لعقد لإجراء بعقد بإجراء"
    " عقد إجراء لحضور حضور للمشاركة المشاركة"
)
"""A noun after these is an encounter of the clause's subject: `خلال زيارة إلى` (during a visit to)."""

ATTENDING = _words("في خلال ختام أثناء لحضور حضور للمشاركة المشاركة")
"""The same for a summit or a conference, which is there without the subject: not `قبل القمة`."""

TEMPORAL = _words("خلال بعد عقب قبل قبيل بعيد أثناء لدى إثر منذ عند")
MASDARS = _words("عقد إجراء لعقد لإجراء بعقد بإجراء")
HEADING = _words("متوجها متوجهة متجها متجهة")
INVITING = _words("دعوة دعا دعت يدعو تدعو الدعوة دعوته دعوتها")
SOURCE = _words("حسب بحسب وفق وفقا حسبما وفقما بيان كما")
"""A date after these is of who says it: `حسب بيان الخميس`."""

AGREEING = _words("اتفق اتفقت اتفقا اتفقتا اتفقوا يتفق تتفق يتفقان")
"""`على` an encounter after these: of those who agree."""

CALLING = _words(
    "دعا دعت يدعو تدعو دعوة بدعوة الدعوة دعوته دعوتها دعوا داعيا داعية اقترح اقترحت يقترح تقترح اقتراح اقتراحه"
    " طالب طالبت يطالب تطالب حث حثت ناشد ناشدت"
)

SITUATION = _words(
    "الوضع الأوضاع الأزمة الحرب الصراع النزاع التطورات القتال الاستقرار المعارك الأحداث الأمن التدخل العملية"
    " العنف الانتخابات القوات السفارة سفارة السفير سفير قوات الناس الأوضاع الهدنة"
)
"""`الوضع في سوريا` (the situation in Syria) is no place where people meet."""

TOPIC = _words("حول بشأن لبحث لمناقشة بخصوص تناول تناولت تناولا")
