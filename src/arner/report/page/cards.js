// One record each: a name, a meeting, a statement, an article.

const shape = (type) => el("span", { class: `shape ${type}`, "aria-hidden": "true" }, SHAPES[type]);

const entityLink = (entity) =>
  el("a", { class: `chip ${entity.type}`, href: `#/entity/${entity.number}`, title: caption(entity) }, shape(entity.type), arabic(nameOf(entity)));

/** Somebody who speaks or takes part: a link where known, else the words of the text. */
function partyLink(party) {
  const part = party.role && word("part", party.role);
  const who = party.entity === undefined ? el("span", { class: "chip described" }, arabic(party.name)) : entityLink(entities[party.entity]);
  return [who, part && el("small", { class: "part" }, part), " "];
}

const articleLink = (article) =>
  el("a", { href: `#/article/${article.number}`, class: "articlelink" }, arabic(article.title));

function articleLine(article, words) {
  const found = words?.length ? find(article.text, words[0]) : null;
  return el("article", { class: "line", dir: "rtl" },
    el("p", { class: "title" }, articleLink(article)),
    found && snippet(article.text, found),
    el("p", { class: "quiet" }, byline(article)));
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
  const role = offices(entity)[0]?.[0];
  return el("div", { class: "line named" },
    entityLink(entity),
    entity.latin && nameOf(entity) !== entity.latin && el("bdi", { class: "latin" }, entity.latin),
    el("span", { class: "quiet" }, role ? roleName(role) : entity.country && countryName(entity.country)),
    el("span", { class: "number", title: word("articles") }, count(entity.articles.length)));
}

/** `[role, how many articles give it]`, the most told first. */
function offices(entity) {
  const told = new Map();
  for (const role of entity.roles) {
    const key = JSON.stringify([fold(role.title), role.country, role.organization, role.former]);
    if (!told.has(key)) told.set(key, [role, new Set()]);
    told.get(key)[1].add(role.article);
  }
  return [...told.values()].map(([role, from]) => [role, from.size]).sort((a, b) => Boolean(a[0].former) - Boolean(b[0].former) || b[1] - a[1]);
}

function meetingCard(meeting) {
  const telling = meeting.tellings[0];
  return el("article", { class: "card meeting" },
    el("p", { class: "head" },
      el("a", { class: "kind", href: `#/meeting/${meeting.number}` }, shape("meeting"), word("meetingKind", meeting.kind)),
      el("span", { class: `pill ${meeting.status}` }, word("meetingStatus", meeting.status)),
      el("span", { class: "quiet" }, dateName(meeting.date), where(meeting))),
    el("p", { class: "parties" }, meeting.parties.map(partyLink)),
    telling.evidence.length > 0 && arabic(wordsOf(telling.article, telling.evidence[0]), "blockquote"),
    el("p", { class: "quiet told" }, toldBy(meeting.tellings.map((t) => articles[t.article]))));
}

function where(meeting) {
  const name = meeting.place ?? (meeting.country && countryName(meeting.country));
  return name && [meeting.date ? " · " : "", arabic(name)];
}

function toldBy(told) {
  const different = [...new Set(told)];
  return [articleLink(different[0]), different.length > 1 && ` +${count(different.length - 1)}`];
}

function statementCard(statement) {
  const article = articles[statement.article];
  return el("article", { class: "card statement" },
    el("p", { class: "head" }, statement.speakers.map(partyLink),
      el("span", { class: "act" }, word("speechAct", statement.act)),
      el("span", { class: "quiet" }, "(", arabic(statement.verb), ") ", word("mode", statement.mode))),
    el("blockquote", { dir: "auto", lang: "ar" }, wordsOf(statement.article, statement.content)),
    (statement.about.length > 0 || statement.source) && el("p", { class: "quiet told" },
      statement.about.length > 0 && [word("aboutWhom"), " ", statement.about.map(partyLink)],
      statement.source && [word("via"), " ", arabic(statement.source)]),
    el("p", { class: "quiet told" },
      el("a", { href: `#/article/${statement.article}/statement/${statement.number}`, class: "articlelink" }, arabic(article.title)), " · ", byline(article)));
}
