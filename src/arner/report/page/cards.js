// One record each: a name, an event, a statement, an article.

const shape = (type) => el("span", { class: `shape ${type}`, "aria-hidden": "true" }, SHAPES[type]);
const signOf = (relation) => el("span", { class: `shape event ${relation.id}`, "aria-hidden": "true" }, relation.sign);

const entityLink = (entity) =>
  el("a", { class: `chip ${entity.type}`, href: `#/entity/${entity.number}`, title: caption(entity) }, shape(entity.type), arabic(nameOf(entity)));

/** Somebody who speaks or takes part: a link where known, else the words of the text. */
function partyLink(party, relation) {
  const part = relation && party.role && relationWord(relation, "roles", party.role);
  const who = party.entity === undefined ? el("span", { class: "chip described" }, arabic(party.name)) : entityLink(entities[party.entity]);
  return [who, part && el("small", { class: "part" }, part), " "];
}

const articleLink = (article) =>
  el("a", { href: `#/article/${article.number}`, class: "articlelink" }, arabic(article.title));

function articleLine(article, asked) {
  const found = asked?.length ? find(article, asked[0]) : null;
  return el("article", { class: "line", dir: "rtl" },
    el("p", { class: "title" }, articleLink(article)),
    found && snippet(article.text, found),
    el("p", { class: "quiet", dir: word("dir") }, byline(article), " ", reprints(article)));
}

function snippet(text, [start, end]) {
  const from = Math.max(0, text.lastIndexOf(" ", Math.max(0, start - 70)));
  return el("p", { class: "snippet", dir: "auto", lang: "ar" },
    from ? "… " : "", text.slice(from, start), el("mark", null, text.slice(start, end)), text.slice(end, end + 90), " …");
}

function byline(article) {
  const parts = [article.source && arabic(article.source), article.published && el("bdi", null, dayName(article.published))].filter(Boolean);
  return parts.length ? parts.flatMap((part, i) => (i ? [" · ", part] : [part])) : arabic(article.id);
}

const roleName = (role) =>
  [arabic(role.title), role.organization && [" · ", arabic(role.organization)], role.country && ` · ${countryName(role.country)}`, role.former && el("small", { class: "pill" }, word("former"))];

/** A person with the office told most often, any other name with its kind. */
function entityLine(entity) {
  const role = entity.offices[0]?.[0];
  return el("div", { class: "line named" },
    entityLink(entity),
    entity.latin && nameOf(entity) !== entity.latin && el("bdi", { class: "latin" }, entity.latin),
    el("span", { class: "quiet" }, role ? roleName(role) : entity.country && countryName(entity.country)),
    el("span", { class: "number", title: word("articles") }, count(entity.count)));
}

const kindOf = (event) => relationWord(event.relation, "kinds", event.kind);
const statusOf = (event) => event.status && relationWord(event.relation, "statuses", event.status);
const statusPill = (event) => event.status && el("span", { class: `pill ${event.standing}` }, statusOf(event));
const partiesOf = (event) => event.parties.map((party) => partyLink(party, event.relation));

/** How often records found in the same way are right. */
const sureness = (item) => item.confidence !== undefined && el("span", { class: "sure quiet", title: word("confidence") }, percent(item.confidence));

function eventCard(event) {
  const telling = event.tellings[0];
  return el("article", { class: `card event ${event.relation.id}` },
    el("p", { class: "head" },
      el("a", { class: "kind", href: `#/event/${event.number}` }, signOf(event.relation), kindOf(event)),
      statusPill(event),
      el("span", { class: "quiet" }, dateName(event.date), where(event)), sureness(event)),
    el("p", { class: "parties" }, partiesOf(event)),
    values(event),
    telling.evidence.length > 0 && arabic(wordsOf(telling.article, telling.evidence[0]), "blockquote"),
    el("p", { class: "quiet told" }, toldBy(event)),
    why(telling.article, telling.why));
}

/** An event in one line. */
const eventLink = (event) => el("a", { class: "chip", href: `#/event/${event.number}` }, signOf(event.relation),
  [kindOf(event), arabic(event.parties.filter((party) => party.chief).map(shortName).join("، ")), dateName(event.date)].filter((part) => (part.textContent ?? part) !== "").flatMap((part, i) => (i ? [" · ", part] : [part])));
const shortName = (party) => (party.entity === undefined ? party.name : nameOf(entities[party.entity]));

const pair = (name, ...value) => el("div", null, el("dt", null, name), " ", el("dd", null, ...value), " ");

/** What the relation tells beside who, when and where: the office, what an agreement is about. */
function values(event) {
  const fields = Object.entries(event.relation[language].fields).filter(([field]) => (event.values[field] ?? "") !== "");
  const shown = (field) => (field === "country" ? countryName(event.values[field]) : Array.isArray(event.values[field]) ? event.values[field].join("، ") : String(event.values[field]));
  return fields.length > 0 && el("dl", { class: "values" }, fields.map(([field, name]) => pair(name, arabic(shown(field)))));
}

function where(event) {
  const name = event.place ?? (event.country && countryName(event.country));
  return name && [event.date ? " · " : "", arabic(name)];
}

/** Why a record is there, shown when asked for: the word that made it, and the step that filled each slot. */
function why(article, reason) {
  if (!reason) return null;
  const step = (name) => el("code", { dir: "ltr" }, name);
  const named = (filler) => (/^[A-Z]{2}$/.test(filler) ? countryName(filler) : filler);
  return el("details", { class: "why" }, el("summary", null, word("why")),
    el("dl", { class: "values" },
      pair(word("cue"), arabic(wordsOf(article, reason.cue))),
      pair(word("frame"), step(reason.frame)),
      reason.slots.map((slot) => pair(word("slots", slot.slot),
        slot.step ? step(slot.step) : el("span", { class: "quiet" }, word("nothingFound")), slot.fillers && [" ", arabic(slot.fillers.map(named).join("، "))],
          slot.rejected && el("small", { class: "quiet" }, ` ${word("rejectedCandidates")}: `, slot.rejected.map((one, i) => [i > 0 && "، ", step(one.step), " ", arabic(one.text), " ", el("bdi", null, `(${one.reason})`)]))))));
}

const toldBy = (event) => [articleLink(articles[event.tellings[0].article]), event.count > 1 && ` +${count(event.count - 1)}`];

/** Who prints the same story: folded, as one line of copies. */
const reprints = (article) => article.copies.length > 0 && el("details", { class: "copies" },
  el("summary", { class: "pill", title: word("reprints") }, `+${count(article.copies.length)}`, " ", arabic([...new Set(article.copies.map((copy) => copy.source).filter(Boolean))].join("، "))),
  el("ul", null, article.copies.map((copy) => el("li", null, articleLink(copy), " · ", byline(copy)))));

function statementCard(statement) {
  const article = articles[statement.article];
  return el("article", { class: "card statement" },
    el("p", { class: "head" }, statement.speakers.map((party) => partyLink(party)),
      el("span", { class: "act" }, word("speechAct", statement.act)),
      el("span", { class: "quiet" }, "(", arabic(statement.verb), ") ", word("mode", statement.mode)), sureness(statement)),
    el("blockquote", { dir: "auto", lang: "ar" }, wordsOf(statement.article, statement.content)),
    (statement.about.length > 0 || statement.source) && el("p", { class: "quiet told" },
      statement.about.length > 0 && [word("aboutWhom"), " ", statement.about.map((party) => partyLink(party))],
      statement.source && [word("via"), " ", arabic(statement.source)]),
    el("p", { class: "quiet told" },
      el("a", { href: `#/article/${statement.article}/statement/${statement.number}`, class: "articlelink" }, arabic(article.title)), " · ", byline(article), " ", reprints(article)),
    el("div", { class: "actions" }, why(statement.article, statement.why), wrongSpeaker(statement)));
}
