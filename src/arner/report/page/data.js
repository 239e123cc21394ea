// The records, and what leads from one to another.

const DATA = JSON.parse(document.getElementById("data").textContent);
const { articles, entities, meetings, statements } = DATA;

const MARKS = /[\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed\u0640\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/;
const FORMS = /[\ufb50-\ufdff\ufe70-\ufefc]/;
const SAME = Object.fromEntries([..."أإآٱىیېکةۀؤئ٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹"].map((letter, i) => [letter, "اااايييكههوي01234567890123456789"[i]]));

/** `fold` of the library, letter by letter, so that offsets stay: a mark becomes nothing, a ligature its letters. */
function foldLetter(letter) {
  if (FORMS.test(letter)) return Array.from(letter.normalize("NFKC"), (part) => (FORMS.test(part) ? part : foldLetter(part))).join("");
  return MARKS.test(letter) ? "" : (SAME[letter] ?? letter.toLowerCase());
}
const fold = (text) => Array.from(text, foldLetter).join("");

/** Where `folded` words stand in `text`: `[start, end]`, or null. */
function find(text, folded) {
  const starts = [];
  let all = "";
  for (let at = 0; at < text.length; at++) {
    const letter = foldLetter(text[at]);
    for (let i = 0; i < letter.length; i++) starts.push(at);
    all += letter;
  }
  const found = all.indexOf(folded);
  return found < 0 ? null : [starts[found], starts[found + folded.length - 1] + 1];
}

for (const [number, entity] of entities.entries()) {
  Object.assign(entity, { number, meetings: [], said: [], told: [], holders: new Map() });
  entity.days = entity.articles.map((article) => articles[article].published).filter(isDay).sort();
}
const STATUSES = ["held", "ongoing", "planned", "proposed", "cancelled"];
const byCode = new Map(entities.filter((entity) => entity.type === "country").map((entity) => [entity.code, entity]));
for (const [number, meeting] of meetings.entries()) {
  // What happened goes before what was announced, then the fullest telling; an exact date before words.
  const tellings = meeting.tellings.toSorted((a, b) => STATUSES.indexOf(a.status) - STATUSES.indexOf(b.status) || fullness(b) - fullness(a));
  const parties = new Map(); // an entity once; who is only described, once for each wording
  for (const telling of tellings)
    for (const party of telling.parties) {
      const key = party.entity ?? party.name;
      if (!parties.has(key) || parties.get(key).role === "participant") parties.set(key, party);
    }
  Object.assign(meeting, { number, parties: [...parties.values()] });
  for (const field of ["kind", "status", "place", "country", "date"]) meeting[field] = tellings.find((telling) => telling[field])?.[field];
  meeting.date = tellings.find((telling) => telling.date?.start)?.date ?? meeting.date;
  meeting.day = isDay(meeting.date?.start) ? meeting.date.start : null;
  for (const entity of entitiesOf(meeting.parties)) entity.meetings.push(meeting);
}
for (const [number, statement] of statements.entries()) {
  statement.number = number;
  for (const entity of entitiesOf(statement.speakers)) entity.said.push(statement);
  for (const entity of entitiesOf(statement.about)) entity.told.push(statement);
}
for (const person of entities)
  for (const role of person.roles) byCode.get(role.country)?.holders.set(person, role);
for (const [number, article] of articles.entries()) {
  const line = article.text.trim().split("\n", 1)[0];
  Object.assign(article, { number, title: line.length > 160 ? `${line.slice(0, 159)}…` : line || article.id });
}

function fullness(telling) {
  return telling.parties.length + (telling.date?.start ? 2 : 0) + (telling.place ? 1 : 0);
}

function entitiesOf(parties) {
  return [...new Set(parties.filter((party) => party.entity !== undefined).map((party) => entities[party.entity]))];
}

/** What a meeting or a statement is dated by: its own day, else that of its article. */
const dayOf = (item) =>
  item.day ?? (isDay(item.date?.start) ? item.date.start : (item.text !== undefined ? [item.published] : (item.tellings ?? [item]).map((told) => articles[told.article].published)).filter(isDay).sort()[0]) ?? "";

const byDay = (a, b) => dayOf(b).localeCompare(dayOf(a));
const wordsOf = (article, [start, end]) => articles[article].text.slice(start, end);
const nameOf = (entity) => (language === "en" && entity.type === "country" ? entity.latin : entity.name);

let folded = null; // made at the first search

/** What holds all the words of `query`. */
function search(query) {
  folded ??= {
    articles: articles.map((article) => fold(article.text)),
    entities: entities.map((entity) => fold([entity.name, entity.latin ?? "", ...entity.aliases].join(" | "))),
  };
  const words = fold(query).split(/\s+/).filter(Boolean);
  const holds = (text) => words.every((part) => text.includes(part));
  return {
    words,
    entities: words.length ? entities.filter((_, i) => holds(folded.entities[i])) : [],
    articles: words.length ? articles.filter((_, i) => holds(folded.articles[i])) : [],
    statements: words.length
      ? statements.filter((s) => holds(folded.articles[s.article]) && holds(fold(wordsOf(s.article, s.content))))
      : [],
  };
}
