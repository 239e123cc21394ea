// A reader's judgements on what is shown: kept by the browser, saved as the file that `--judgements` takes.

const EDITION = `judgements.${DATA.edition}`; // another report has choices of its own
// What is judged → [left, right, judgement, note]; without a judgement, a line that the report was made with is taken back.
const judged = new Map(choicesKept().map((line) => [keyOf(line), line]));
const pressed = new WeakMap(); // button → whether it is

function keyOf([left, right]) {
  return `${left}\t${right}`;
}

function choicesKept() {
  try {
    const stored = JSON.parse(kept(EDITION, "[]"));
    return stored.filter((line) => line.length === 4 && line.every((cell) => typeof cell === "string"));
  } catch {
    return [];
  }
}

/** Characters of an article as records count them: a character beyond U+FFFF is one, in JavaScript's strings two. */
function passage(number, kind, [start, end]) {
  const { id, text } = articles[number];
  const before = Array.from(text.slice(0, start)).length;
  return `${id}#${kind}@${before}-${before + Array.from(text.slice(start, end)).length}`;
}

const spansOf = (item) => [...(item.why ? [item.why.cue] : []), ...(Array.isArray(item.evidence[0]) ? item.evidence : item.content ? [item.evidence] : [])];

/** Where an item stands and none of the others of its article does: one passage, or none. */
function ownPassage(kind, item, others) {
  const taken = new Set(others.filter((other) => other !== item).flatMap(spansOf).map(String));
  const own = spansOf(item).find((span) => !taken.has(String(span)));
  return own ? [passage(item.article, kind, own)] : [];
}

const tellingsIn = (number, relation) =>
  [...new Set(articles[number].events)].map((event) => events[event]).filter((event) => event.relation === relation).flatMap((event) => event.tellings.filter((told) => told.article === number));

const toldAt = (event, tellings) => tellings.flatMap((told) => ownPassage(event.relation.id, told, tellingsIn(told.article, event.relation)));
/** Where an entity or an event stands: a passage of each article, with the name that it has there. */
const standsAt = (item) => (item.tellings
  ? item.tellings.flatMap((told) => toldAt(item, [told]).map((at) => ({ at, article: told.article, name: titleOf(item) })))
  : (item.at ?? []).map(([article, start, end, name]) => ({ at: passage(article, item.type, [start, end]), article, name: name ?? item.name })));

/** What an entity or event is called in a note. */
const titleOf = (item) => (item.tellings ? `${item.relation.ar.kinds[item.kind] ?? item.kind}: ${item.parties.filter((party) => party.chief).map((party) => party.name).join("، ")}` : item.name);

const notHeld = (event, tellings) => judgeButton("not held", toldAt(event, tellings).map((at) => [at, "", titleOf(event)]));
const wrongSpeaker = (statement) => statement.speakers.length > 0 &&
  judgeButton("wrong speaker", ownPassage("statement", statement, articles[statement.article].statements.map((number) => statements[number])).map((at) => [at, "", statement.speakers.map((party) => party.name).join("، ")]));
const notAPerson = (entity) => entity.type === "person" && judgeButton("not a person", standsAt(entity).map(({ at, name }) => [at, "", name]));

/** A button that says so by each of these lines (`[left, right, note]`, and its own word where that is another), or takes it back. */
function judgeButton(judgement, lines) {
  if (!lines.length) return null;
  const all = () => lines.every(([left, right, , own]) => judged.get(keyOf([left, right]))?.[2] === (own ?? judgement));
  const button = el("button", {
    type: "button", class: "judge", "aria-pressed": String(all()),
    onclick: () => {
      const say = !all();
      for (const [left, right, note, own] of lines) {
        if (say) judged.set(keyOf([left, right]), [left, right, own ?? judgement, note]);
        else judged.delete(keyOf([left, right]));
      }
      choicesChanged();
    },
  }, word("judgement", judgement));
  pressed.set(button, all);
  return button;
}

function choicesChanged() {
  keep(EDITION, JSON.stringify([...judged.values()]));
  for (const button of document.querySelectorAll("button.judge")) button.setAttribute("aria-pressed", String(pressed.get(button)()));
  countChoices();
}

const chosen = () => [...judged.values()].filter(([, , judgement]) => judgement);
/** The lines that one press of a button made, together. */
const presses = () => [...Map.groupBy(chosen(), ([left, right, judgement, note]) => `${judgement}\t${right ? note : left}`).values()];

function countChoices() {
  const tab = document.querySelector("#tabs [data-tab=review]");
  const made = presses().length;
  tab?.replaceChildren(word("review"), ...(made ? [" ", el("span", { class: "number" }, count(made))] : []));
}

/** A line on two places, the same whichever of the two is looked at; `where` tells one of several notes from another. */
function pairLine(one, other, sign, where = "") {
  const [left, right] = one.at < other.at ? [one, other] : [other, one];
  return [left.at, right.at, `«${one.name}»${where} ${sign} «${other.name}»`];
}
const sameButton = (one, other) => judgeButton("same", [[...pairLine(one, other, "="), "same"]]);
const differentButton = (one, other) => judgeButton("different", [[...pairLine(one, other, "≠"), "different"]]);

const STAYING = 12; // of those that stay together, as many as hold the others

/** A button that says that some of what was taken for one are another: one among themselves, and none of those that stay. */
function leaveButton(some, staying) {
  const [first, ...others] = some;
  return judgeButton("different", [
    ...others.map((other) => [...pairLine(first, other, "="), "same"]),
    ...staying.slice(0, STAYING).map((one) => [...pairLine(first, one, "≠", some.length > 1 || first.name !== one.name ? "" : ` (${articles[first.article].id})`), "different"])]);
}

/** A reader's word on who an entity, or which an event, is: a field that offers others, and what was taken for one. */
function whoIsWho(item) {
  const places = standsAt(item);
  const body = el("div", { class: "reviewing" });
  const draw = () => body.replaceChildren(...[sameAs(item, places), merged(item, places)].filter(Boolean));
  return el("div", { class: "actions" }, item.tellings ? notHeld(item, item.tellings) : notAPerson(item),
    places.length > 0 && el("details", { class: "who", ontoggle: (event) => event.currentTarget.open && !body.firstChild && draw() }, el("summary", null, word("whoIsWho")), body));
}

const OFFERED = 8;

function sameAs(item, [own]) {
  const offers = el("ul", { class: "offers" });
  const box = el("input", { type: "search", autocomplete: "off", dir: "auto", "aria-label": word("sameAs"), placeholder: word("sameAs"), oninput: () => draw() });
  const draw = () => {
    const found = box.value.trim() ? (item.tellings ? eventsFound : entitiesFound)(terms(box.value)) : alike(item);
    const others = found.filter((other) => other !== item && (item.tellings ? other.relation === item.relation : other.type === item.type)).slice(0, OFFERED);
    const lines = others.flatMap((other) => {
      const [place] = standsAt(other);
      return place ? [el("li", null, item.tellings ? eventLink(other) : entityLink(other), el("span", { class: "quiet" }, " ", other.latin ?? ""), el("span", { class: "judges" }, sameButton(own, place), differentButton(own, place)))] : [];
    });
    offers.replaceChildren(...(lines.length ? lines : box.value.trim() ? [el("li", { class: "quiet" }, word("nothing"))] : []));
  };
  draw();
  return el("div", null, el("label", { class: "sameas" }, box), offers);
}

/** Others that may be this one: who shares a word of the name, what has one of the same and is about the same day. */
function alike(item) {
  if (item.tellings) {
    const mine = new Set(entitiesOf(item.parties));
    const near = (other) => Math.abs(Date.parse(dayOf(other)) - Date.parse(dayOf(item))) < 8 * 864e5;
    return [...new Set([...mine].flatMap((entity) => entity.events))].filter(near);
  }
  const words = new Set(loose(item.name).split(/\s+/).filter((part) => part.length > 2));
  return entities.filter((other) => other.type === item.type && loose(other.name).split(/\s+/).some((part) => words.has(part)));
}

/** What was taken for one: its spellings, each with its articles, or the articles that tell of an event. */
function merged(item, places) {
  if (places.length < 2 || item.tellings) return null; // an event's articles stand on its page, with a button each
  const spellings = [...Map.groupBy(places, (place) => place.name)].sort((a, b) => b[1].length - a[1].length);
  const usual = spellings.find(([name]) => name === item.name) ?? spellings[0];
  const others = (some) => [...usual[1], ...places].filter((one, i, all) => !some.includes(one) && all.indexOf(one) === i);
  const line = ([name, some]) => {
    const inside = el("ul", null);
    const each = () => inside.firstChild || inside.append(...some.map((place) => el("li", null, articleLink(articles[place.article]), el("small", { class: "quiet" }, " ", byline(articles[place.article])), leaveButton([place], others([place])))));
    return el("li", null,
      el("details", { ontoggle: each }, el("summary", null, arabic(name), " ", el("span", { class: "number" }, count(some.length))), inside),
      name !== usual[0] && leaveButton(some, others(some)));
  };
  return el("div", { class: "merged" }, el("p", { class: "quiet" }, word("takenForOne")), el("ul", null, spellings.map(line)));
}

/** That what one article tells is another event. */
function anotherEvent(event, telling) {
  const places = (some, name) => some.flatMap((told) => toldAt(event, [told]).map((at) => ({ at, article: told.article, name })));
  const here = places([telling], articles[telling.article].title);
  const staying = places(event.tellings.filter((told) => told !== telling), titleOf(event));
  return here.length && staying.length ? leaveButton(here, staying) : null;
}

/** The judgements that this report was made with, but for those on what is judged anew, and those that were chosen since. */
function judgementsFile() {
  const left = DATA.judgements.filter(([one, other]) => !judged.has(keyOf([one, other])) && !judged.has(keyOf([other, one])));
  return csv([["left", "right", "judgement", "note"], ...left, ...chosen()]);
}

function reviewPage() {
  const place = el("div", null);
  const line = ([left, right, judgement, note], ...more) => {
    const article = articles.find(({ id }) => left.startsWith(`${id}#`));
    const at = article && /@(\d+)-(\d+)$/.exec(left);
    const words = at && !right ? `«${Array.from(article.text).slice(at[1], at[2]).join("")}»` : note || [left, right].filter(Boolean).join(" · ");
    return el("li", { class: "line judgement", title: [left, right].filter(Boolean).join(" · ") },
      el("b", null, word("judgement", judgement)), el("span", { class: "what" }, el("bdi", null, words), article && el("small", { class: "quiet" }, articleLink(article))), ...more);
  };
  const takeBack = (some) => el("button", { type: "button", class: "undo", onclick: () => { for (const one of some) judged.delete(keyOf(one)); choicesChanged(); draw(); } }, word("undo"));
  // A line that the report was made with is taken back, or not after all.
  const given = (one) => el("button", {
    type: "button", class: "undo", "aria-pressed": String(judged.has(keyOf(one))),
    onclick: () => { if (!judged.delete(keyOf(one))) judged.set(keyOf(one), [one[0], one[1], "", ""]); choicesChanged(); draw(); },
  }, word("undo"));
  const draw = () => place.replaceChildren(
    chosen().length ? el("ul", { class: "list" }, presses().map((some) => line(some[0], some.length > 1 && el("span", { class: "number" }, `× ${count(some.length)}`), takeBack(some)))) : el("p", { class: "quiet" }, word("noJudgements")),
    ...(DATA.judgements.length ? [section(word("madeWith"), el("ul", { class: "list" }, DATA.judgements.map((one) => line(one, given(one)))))] : []));
  draw();
  const [before, after] = word("reviewHint").split("{option}");
  return [
    heading(word("review")),
    el("p", { class: "prose" }, before, el("code", { dir: "ltr" }, "--judgements judgements.csv"), after),
    el("p", null, el("button", { type: "button", class: "save main", onclick: () => saveFile("judgements.csv", judgementsFile()) }, word("saveJudgements"))),
    place,
  ];
}
