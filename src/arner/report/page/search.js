// What a query finds: words in any order, quoted words as they stand, whatever the spelling, in Arabic or Latin letters.

const QUOTED = /["«“„]([^"»”“«„]+)["»”“]|([^\s"«»“”„]+)/g;
const LETTER = "[\\p{L}\\p{N}]";

/** Folded, without hamza of its own and accents of Latin letters: شيء is شي, Erdoğan erdogan. */
const loose = (text) => withoutAccents(fold(text)).replaceAll("ء", "").replaceAll("ı", "i");
const withoutAccents = (text) => text.normalize("NFD").replace(/[\u0300-\u036f]/g, "");

/** A word of a query as a pattern of loose text: a hamza may have any seat or none (مسؤول, مسئول, مسوول). */
function pattern(words, whole) {
  const letters = Array.from(words.trim(), (letter) =>
    /[ؤئء]/.test(letter) ? "[اوي]?" : /\s/.test(letter) ? " " : loose(letter).replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  const text = letters.join("").replace(/ +/g, "\\s+");
  return text && new RegExp(whole ? `(?<!${LETTER})${text}(?!${LETTER})` : text, "u");
}

/** What sounds alike in Latin letters: Qaddafi and Gaddafi, Mohammed and Muhammad. */
function sound(word) {
  const plain = loose(word).replace(/[^a-z]/g, "");
  const spelt = plain.replace(/ph/g, "f").replace(/[kg]h|ck|[qcgk]/g, "k").replace(/[dtz]h/g, (two) => two[0]).replace(/w/g, "v").replace(/x/g, "ks");
  const first = /^[aeiouy]/.test(spelt) ? "a" : "";
  return first + spelt.replace(/[aeiouy]|h$/g, "").replace(/(.)\1+/g, "$1");
}

// What is searched of each item, made when it is first asked for.
const INDEX = {
  articles: () => articles.map((article) => loose(article.text)),
  statements: () => said.map((statement) => loose(wordsOf(statement.article, statement.content))),
  entities: () => entities.map((entity) => loose([entity.name, entity.latin ?? "", ...entity.aliases, entity.code ?? ""].join(" | "))),
  events: () => events.map((event) => loose([event.place ?? "", ...Object.values(event.values).flat(), ...event.parties.map((party) => party.name),
    ...["en", "ar"].map((of) => event.relation[of].kinds[event.kind] ?? "")].join(" | "))),
  sounds: () => entities.map((entity) => new Set(entity.latin ? entity.latin.split(/[\s-]+/).map(sound) : [])),
};
const prepared = new Map();
function indexed(name) {
  if (!prepared.has(name)) prepared.set(name, INDEX[name]());
  return prepared.get(name);
}

/** The parts of a query: a test of loose text each, and the entities whose names it fits. */
function terms(query) {
  return [...query.matchAll(QUOTED)].flatMap(([, quoted, word]) => {
    const fits = pattern(quoted ?? word, quoted !== undefined);
    if (!fits) return [];
    let named = indexed("entities").flatMap((name, number) => (fits.test(name) ? [number] : []));
    const heard = word && /^[\p{Script=Latin}'’-]{3,}$/u.test(word) ? sound(word) : "";
    if (!named.length && heard.length > 1) named = indexed("sounds").flatMap((some, number) => (some.has(heard) ? [number] : []));
    return [{ fits, named: new Set(named) }];
  });
}

/** The items of a kind that hold all that is asked for, by their own text or by whom they name. */
const holding = (asked, items, name, named) =>
  asked.length ? items.filter((item, i) => asked.every((term) => term.fits.test(indexed(name)[i]) || named(item).some((number) => term.named.has(number)))) : [];
const numbersOf = (parties) => parties.flatMap((party) => party.entity ?? []);

const entitiesFound = (asked) => (asked.length ? entities.filter((entity) => asked.every((term) => term.named.has(entity.number))) : []);
const eventsFound = (asked) => holding(asked, events, "events", (event) => numbersOf(event.parties)).toSorted(byDay);

/** What holds all that is asked for; an article or a statement also by whom it names. */
function search(query) {
  const asked = terms(query);
  return {
    asked,
    entities: entitiesFound(asked),
    events: eventsFound(asked),
    articles: withoutReprints(holding(asked, articles, "articles", (article) => article.marks.map((mark) => mark[2])), (article) => article).toSorted(byDay),
    statements: holding(asked, said, "statements", (statement) => numbersOf([...statement.speakers, ...statement.about])).toSorted(byDay),
  };
}

/** Where a term stands in an article, `[start, end]`, by its letters or by a name that it fits; or null. */
function find(article, { fits, named }) {
  const starts = [];
  let all = "";
  for (let at = 0; at < article.text.length; at++) {
    const letter = loose(article.text[at]);
    for (let i = 0; i < letter.length; i++) starts.push(at);
    all += letter;
  }
  const found = fits.exec(all);
  if (found) return [starts[found.index], starts[found.index + found[0].length - 1] + 1];
  return article.marks.find((mark) => named.has(mark[2]))?.slice(0, 2) ?? null;
}
