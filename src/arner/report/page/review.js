// A reader's judgements on what is shown: kept by the browser, saved as the file that `--judgements` takes.

const EDITION = `judgements.${DATA.edition}`; // another report has choices of its own
const judged = new Map(choicesKept()); // passage → judgement
const pressed = new WeakMap(); // button → whether it is

function choicesKept() {
  try {
    return Object.entries(JSON.parse(kept(EDITION, "{}")));
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

const notHeld = (event, tellings) =>
  judgeButton("not held", tellings.flatMap((told) => ownPassage(event.relation.id, told, tellingsIn(told.article, event.relation))));
const wrongSpeaker = (statement) => statement.speakers.length > 0 &&
  judgeButton("wrong speaker", ownPassage("statement", statement, articles[statement.article].statements.map((number) => statements[number])));
const notAPerson = (entity) => judgeButton("not a person", (entity.at ?? []).map(([article, ...span]) => passage(article, "person", span)));

/** A button that says so of all these passages, or takes it back. */
function judgeButton(judgement, passages) {
  if (!passages.length) return null;
  const all = () => passages.every((one) => judged.has(one));
  const button = el("button", {
    type: "button", class: "judge", "aria-pressed": String(all()),
    onclick: () => {
      const say = !all();
      for (const one of passages) if (say) judged.set(one, judgement); else judged.delete(one);
      choicesChanged();
    },
  }, word("judgement", judgement));
  pressed.set(button, all);
  return button;
}

function choicesChanged() {
  keep(EDITION, JSON.stringify(Object.fromEntries(judged)));
  for (const button of document.querySelectorAll("button.judge")) button.setAttribute("aria-pressed", String(pressed.get(button)()));
}

/** The judgements that this report was made with, and those that were chosen since. */
function judgementsFile() {
  const cell = (text) => (/[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  const chosen = [...judged].map(([left, judgement]) => [left, "", judgement, ""]);
  return [["left", "right", "judgement", "note"], ...DATA.judgements, ...chosen].map((line) => `${line.map(cell).join(",")}\n`).join("");
}

function saveJudgements() {
  const address = URL.createObjectURL(new Blob(["\ufeff", judgementsFile()], { type: "text/csv;charset=utf-8" }));
  el("a", { href: address, download: "judgements.csv" }).click();
  setTimeout(() => URL.revokeObjectURL(address), 1000);
}

function reviewPage() {
  const place = el("div", null);
  const line = (left, right, judgement, ...more) => {
    const article = articles.find(({ id }) => left.startsWith(`${id}#`));
    const at = article && /@(\d+)-(\d+)$/.exec(left);
    const what = at ? arabic(`«${Array.from(article.text).slice(at[1], at[2]).join("")}»`) : el("bdi", null, [left, right].filter(Boolean).join(" · "));
    return el("li", { class: "line", title: left }, el("b", null, word("judgement", judgement)), " ", what, " ", article && el("small", { class: "quiet" }, articleLink(article)), ...more);
  };
  const takeBack = (left) => el("button", { type: "button", class: "undo", onclick: () => { judged.delete(left); choicesChanged(); draw(); } }, word("undo"));
  const draw = () => place.replaceChildren(
    judged.size ? el("ul", { class: "list" }, [...judged].map(([left, judgement]) => line(left, "", judgement, " ", takeBack(left)))) : el("p", { class: "quiet" }, word("noJudgements")),
    ...(DATA.judgements.length ? [section(word("madeWith"), el("ul", { class: "list" }, DATA.judgements.map(([left, right, judgement]) => line(left, right, judgement))))] : []));
  draw();
  return [
    heading(word("review")),
    el("p", null, word("reviewHint")),
    el("p", null, el("button", { type: "button", class: "save", onclick: saveJudgements }, word("saveJudgements"))),
    place,
  ];
}
