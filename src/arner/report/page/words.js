"use strict";
// Every word of the page that no article wrote, in both languages.

const WORDS = {
  en: {
    dir: "ltr", locale: "en-GB", other: "العربية", skip: "Skip to the content",
    overview: "Overview", articles: "Articles", graph: "Network",
    person: "People", country: "Countries", organization: "Organisations", place: "Places",
    events: "Events", statements: "Statements", search: "Search", results: "Results for",
    placeholder: "Search names and texts  ( / )", nothing: "Nothing found.", more: "Show more",
    light: "Light", dark: "Dark", system: "As the system", theme: "Colours",
    offices: "Offices", officeHolders: "Office holders", former: "former", timeline: "Time line of events",
    says: "Statements by", about: "Spoken of by others", metWith: "Met with", mentionedIn: "Articles",
    marks: "Marks", also: "Also", reprints: "Reprints", reprintOf: "Reprint of", original: "Original", firstSeen: "first", lastSeen: "last",
    certainty: "least certain link", evidence: "In the words of the articles",
    participants: "Who", order: "Order", newest: "Newest first", surest: "Surest first", all: "All", aboutWhom: "about", via: "via", next: "Next", previous: "Previous",
    articleNext: "Next article", articlePrevious: "Previous article",
    why: "Why?", cue: "Cue", frame: "Frame", nothingFound: "nothing found", rejectedCandidates: "Tried and dropped",
    confidence: "How often records found this way are right", overTime: "Articles over time",
    named: "Names", relation: "Relation", spoke: "Who spoke about whom", aimed: "Who accused or praised whom", office: "Offices", together: "Named together",
    from: "From", until: "Until", atLeast: "At least", names: "Names shown", fit: "Fit", savePicture: "Save as a picture", zoomIn: "Zoom in", zoomOut: "Zoom out",
    ties: "Ties", graphHint: "Choose a name or a tie, here or in the list.",
    graphLabel: "Network of names. The list beside it has the same ties.", empty: "No tie under these filters.",
    review: "Review", undo: "Take back", saveJudgements: "Save judgements.csv", noJudgements: "Nothing is judged since this report was made.", madeWith: "This report was made with",
    reviewHint: "What you say is the same, is not, or is wrong, on the page of a name or an event or on a statement, is kept in this browser. Save it, and make the report or the graph again with {option}; a line that is deleted is undone.",
    judgement: { "not held": "Did not take place", "wrong speaker": "Wrong speaker", "not a person": "Not a person", same: "The same", different: "Not the same" },
    whoIsWho: "Same or not the same …", sameAs: "Same as …", takenForOne: "Taken for one:",
    filters: "Filters", status: "Status", publisher: "Source", sureAtLeast: "Right at least", kind: "Kind", saveTable: "CSV",
    entityKind: { person: "person", country: "country", organization: "organisation", place: "place" },
    slots: {
      speaker: "speaker", content: "content", participant: "participant", agent: "agent", guest: "guest", host: "host", company: "company", party: "party", signatory: "signatory", person: "person", by: "by",
      title: "office", subject: "about", place: "place", date: "date", country: "country", organization: "body", source: "source",
    },
    mode: { direct: "in quotation", indirect: "reported", mixed: "partly quoted" },
    speechAct: {
      say: "says", add: "adds", confirm: "confirms", deny: "denies", claim: "claims", judge: "judges", praise: "praises",
      welcome: "welcomes", criticise: "criticises", condemn: "condemns", accuse: "accuses", warn: "warns",
      threaten: "threatens", promise: "promises", call_for: "calls for", demand: "demands", announce: "announces",
      reveal: "reveals", invite: "invites", ask: "asks", reply: "replies",
    },
  },
  ar: {
    dir: "rtl", locale: "ar-EG-u-nu-latn", other: "English", skip: "إلى المحتوى",
    overview: "نظرة عامة", articles: "المقالات", graph: "الشبكة",
    person: "الأشخاص", country: "الدول", organization: "المنظمات", place: "الأماكن",
    events: "الأحداث", statements: "التصريحات", search: "بحث", results: "نتائج البحث عن",
    placeholder: "ابحث في الأسماء والنصوص  ( / )", nothing: "لا نتائج.", more: "عرض المزيد",
    light: "فاتح", dark: "داكن", system: "كالنظام", theme: "الألوان",
    offices: "المناصب", officeHolders: "شاغلو المناصب", former: "سابقًا", timeline: "الخط الزمني للأحداث",
    says: "تصريحاته", about: "ما قيل عنه", metWith: "التقى", mentionedIn: "المقالات",
    marks: "التظليل", also: "ويرد أيضًا", reprints: "إعادات نشر", reprintOf: "إعادة نشر لـ", original: "الأصل", firstSeen: "أول ذكر", lastSeen: "آخر ذكر",
    certainty: "أضعف ربط", evidence: "بكلمات المقالات",
    participants: "الأطراف", order: "الترتيب", newest: "الأحدث أولًا", surest: "الأوثق أولًا", all: "الكل", aboutWhom: "عن", via: "عبر", next: "التالي", previous: "السابق",
    articleNext: "المقال التالي", articlePrevious: "المقال السابق",
    why: "لماذا؟", cue: "الكلمة الدالة", frame: "الإطار", nothingFound: "لم يوجد", rejectedCandidates: "جُرّب واستُبعد",
    confidence: "نسبة صحة ما استُخرج بهذه الطريقة", overTime: "المقالات عبر الزمن",
    named: "الأسماء", relation: "العلاقة", spoke: "من تحدث عن من", aimed: "من اتهم من أو أشاد به", office: "المناصب", together: "ذُكرا معًا",
    from: "من", until: "إلى", atLeast: "على الأقل", names: "عدد الأسماء", fit: "ملاءمة", savePicture: "حفظ صورة", zoomIn: "تكبير", zoomOut: "تصغير",
    ties: "الروابط", graphHint: "اختر اسمًا أو رابطًا، هنا أو في القائمة.",
    graphLabel: "شبكة الأسماء. في القائمة بجانبها الروابط نفسها.", empty: "لا روابط بهذه الشروط.",
    review: "المراجعة", undo: "تراجع", saveJudgements: "حفظ judgements.csv", noJudgements: "لا أحكام منذ إعداد هذا التقرير.", madeWith: "أُعدّ هذا التقرير بالأحكام",
    reviewHint: "ما تحكم بأنه واحد أو مختلف أو خطأ في صفحة اسم أو حدث، أو عند تصريح، يُحفظ في هذا المتصفح. احفظه ملفًا ثم أعد إعداد التقرير أو الشبكة بالخيار {option}، ومن حذف سطرًا ألغى حكمه.",
    judgement: { "not held": "لم يحدث", "wrong speaker": "المتحدث خطأ", "not a person": "ليس شخصًا", same: "هو نفسه", different: "ليس هو نفسه" },
    whoIsWho: "هو نفسه أم غيره …", sameAs: "هو نفسه …", takenForOne: "عُدّت واحدًا:",
    filters: "تصفية", status: "الحالة", publisher: "المصدر", sureAtLeast: "صحيح بنسبة لا تقل عن", kind: "النوع", saveTable: "CSV",
    entityKind: { person: "شخص", country: "دولة", organization: "منظمة", place: "مكان" },
    slots: {
      speaker: "المتحدث", content: "الكلام", participant: "المشارك", agent: "الفاعل", guest: "الضيف", host: "المضيف", company: "المرافقون", party: "الطرف", signatory: "الموقّع", person: "الشخص", by: "صاحب القرار",
      title: "المنصب", subject: "الموضوع", place: "المكان", date: "التاريخ", country: "الدولة", organization: "الجهة", source: "المصدر",
    },
    mode: { direct: "اقتباس", indirect: "نقل بالمعنى", mixed: "نقل فيه اقتباس" },
    speechAct: {
      say: "قول", add: "إضافة", confirm: "تأكيد", deny: "نفي", claim: "زعم", judge: "حكم", praise: "إشادة",
      welcome: "ترحيب", criticise: "انتقاد", condemn: "إدانة", accuse: "اتهام", warn: "تحذير",
      threaten: "تهديد", promise: "تعهد", call_for: "دعوة إلى", demand: "مطالبة", announce: "إعلان",
      reveal: "كشف", invite: "دعوة", ask: "سؤال", reply: "رد",
    },
  },
};

const SHAPES = { person: "●", country: "◆", organization: "■", place: "▲", statement: "❝" };
const TYPES = ["person", "country", "organization", "place"];

let language = (navigator.language || "en").startsWith("ar") ? "ar" : "en";

/** The page's own word, in the language of the page: `word("articles")`, `word("speechAct", "add")`. */
function word(key, value) {
  const found = WORDS[language][key];
  return value === undefined ? found : (found[value] ?? value);
}

/** A word of a kind of event: `relationWord(relation, "many")`, `relationWord(relation, "kinds", "visit")`. */
function relationWord(relation, key, value) {
  const found = relation[language][key];
  return value === undefined ? found : (found[value] ?? value.replaceAll("_", " "));
}

const count = (number) => new Intl.NumberFormat(word("locale")).format(number);

const percent = (part) => new Intl.NumberFormat(word("locale"), { style: "percent" }).format(part);

/** As the report names it, else as the browser does. */
function countryName(code) {
  if (byCode.has(code)) return nameOf(byCode.get(code));
  try {
    return new Intl.DisplayNames([word("locale")], { type: "region" }).of(code);
  } catch {
    return code; // no code that the browser knows
  }
}

const isDay = (text) => /^\d{4}-\d{2}-\d{2}$/.test(text ?? "") && !Number.isNaN(Date.parse(text));

/** An ISO day in words; whatever is none stays as it is. */
function dayName(text) {
  if (!isDay(text)) return text ?? "";
  const format = { year: "numeric", month: "short", day: "numeric", timeZone: "UTC" };
  return new Intl.DateTimeFormat(word("locale"), format).format(new Date(text));
}

/** A `DateValue`: its days where they are known, else the words of the text. */
function dateName(date) {
  if (!date) return "";
  if (!date.start) return date.text;
  if (date.granularity === "month" || date.granularity === "year") {
    const format = { year: "numeric", timeZone: "UTC", ...(date.granularity === "month" && { month: "long" }) };
    return isDay(date.start) ? new Intl.DateTimeFormat(word("locale"), format).format(new Date(date.start)) : date.start;
  }
  return date.end && date.end !== date.start ? `${dayName(date.start)} – ${dayName(date.end)}` : dayName(date.start);
}
