// The records, and what leads from one to another.

const DATA = JSON.parse(document.getElementById("data").textContent);
const { relations, articles, entities, events, statements } = DATA;
const relationOf = new Map(relations.map((relation) => [relation.id, relation]));

const MARKS = /[\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed\u0640\u00ad\u061c\u180e\ufe00-\ufe0f\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/;
const FORMS = /[\ufb50-\ufdff\ufe70-\ufefc]/;
const SAME = Object.fromEntries([..."أإآٱىیېکةۀؤئ۔٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹"].map((letter, i) => [letter, "اااايييكههوي.01234567890123456789"[i]]));

const foldedLetters = new Map();

/** `fold` of the library, letter by letter, so that offsets stay: a mark becomes nothing, a ligature its letters. */
function foldLetter(letter) {
  let folded = foldedLetters.get(letter);
  if (folded === undefined) {
    if (FORMS.test(letter)) folded = Array.from(letter.normalize("NFKC"), (part) => (FORMS.test(part) ? part : foldLetter(part))).join("");
    else folded = MARKS.test(letter) ? "" : (SAME[letter] ?? letter.toLowerCase());
    foldedLetters.set(letter, folded);
  }
  return folded;
}
function fold(text) {
  let all = "";
  for (const letter of text) all += foldLetter(letter);
  return all;
}

for (const [number, entity] of entities.entries()) {
  Object.assign(entity, { number, events: [], said: [], told: [], holders: new Map() });
  entity.days = entity.articles.map((article) => articles[article].published).filter(isDay).sort();
}
const byCode = new Map(entities.filter((entity) => entity.type === "country").map((entity) => [entity.code, entity]));
for (const [number, event] of events.entries()) {
  const relation = relationOf.get(event.relation);
  // Whether it took place, is to, or is not to.
  const standing = relation.happened.includes(event.status) ? "happened" : relation.undone.includes(event.status) ? "undone" : "open";
  Object.assign(event, { number, relation, standing, day: isDay(event.date?.start) ? event.date.start : null });
  for (const entity of new Set([...entitiesOf(event.parties), ...event.concerns.map((of) => entities[of])])) entity.events.push(event);
}
const eventsOf = (some, relation) => some.filter((event) => event.relation === relation);
const relationsOf = (some) => relations.filter((relation) => some.some((event) => event.relation === relation));
for (const [number, statement] of statements.entries()) {
  statement.number = number;
  if (statement.copyOf !== undefined) continue;
  for (const entity of entitiesOf(statement.speakers)) entity.said.push(statement);
  for (const entity of entitiesOf(statement.about)) entity.told.push(statement);
}
/** What was said, without what reprints repeat. */
const said = statements.filter((statement) => statement.copyOf === undefined);
for (const person of entities)
  for (const role of person.roles) byCode.get(role.country)?.holders.set(person, role);
for (const [number, article] of articles.entries()) {
  const line = article.text.trim().split("\n", 1)[0];
  Object.assign(article, { number, copies: [], title: line.length > 160 ? `${line.slice(0, 159)}…` : line || article.id });
}
for (const article of articles) if (article.copyOf !== undefined) articles[article.copyOf].copies.push(article);

function entitiesOf(parties) {
  return [...new Set(parties.filter((party) => party.entity !== undefined).map((party) => entities[party.entity]))];
}

/** What an event or a statement is dated by: its own day, else that of its article. */
const dayOf = (item) =>
  item.day ?? (isDay(item.date?.start) ? item.date.start : (item.text !== undefined ? [item.published] : (item.tellings ?? [item]).map((told) => articles[told.article].published)).filter(isDay).sort()[0]) ?? "";

const byDay = (a, b) => dayOf(b).localeCompare(dayOf(a));
/** The surest first; what has no figure last. */
const bySure = (a, b) => (b.confidence ?? -1) - (a.confidence ?? -1) || byDay(a, b);
const wordsOf = (article, [start, end]) => articles[article].text.slice(start, end);
/** Without what only reprints something else of `some` (articles, tellings of an event). */
function withoutReprints(some, articleOf) {
  const there = new Set(some.map((one) => articleOf(one).number));
  return some.filter((one) => !there.has(articleOf(one).copyOf));
}
/** The publishers that tell of it. */
function sourcesOf(item) {
  const told = item.marks ? [item] : item.tellings ? item.tellings.map((one) => articles[one.article]) : item.content ? [articles[item.article]] : item.articles.map((number) => articles[number]);
  return [...new Set(told.flatMap((article) => [article, ...article.copies]).map((article) => article.source).filter(Boolean))];
}
const nameOf = (entity) => (language === "en" && entity.type === "country" ? entity.latin : entity.name);
