// What an address shows: each view gives the nodes of the page.

const heading = (title, ...more) => el("div", { class: "heading" }, el("h1", null, title), ...more);

function overview() {
  const numbers = [
    ["articles", articles.length, "#/articles"],
    ...TYPES.map((type) => [type, entities.filter((entity) => entity.type === type).length, `#/entities/${type}`]),
    ...relationsOf(events).map((relation) => [relation.field, eventsOf(events, relation).length, `#/events/${relation.field}`, relationWord(relation, "many")]),
    ["statements", said.length, "#/statements"],
  ];
  const most = (type) =>
    section([shape(type), word(type)], el("ol", { class: "bars" }, entities.filter((e) => e.type === type).slice(0, 8).map((entity, _, all) =>
      el("li", { style: { "--part": entity.count / all[0].count } }, entityLink(entity), el("span", { class: "number" }, count(entity.count))))));
  return [
    heading(word("overview")),
    el("ul", { class: "numbers" }, numbers.map(([key, number, href, name]) =>
      el("li", null, el("a", { href }, el("strong", null, count(number)), name ?? word(key))))),
    timeBars(),
    el("div", { class: "columns" }, TYPES.slice(0, 3).map(most)),
    relationsOf(events).map((relation) =>
      section([signOf(relation), relationWord(relation, "most_told")], el("ul", { class: "list" }, eventsOf(events, relation).slice(0, 4).map((event) => el("li", null, eventCard(event)))))),
  ];
}

/** Articles by day, week, month or year: whichever makes a chart of at most 60 bars. */
function timeBars() {
  const days = articles.map((article) => article.published).filter(isDay).sort();
  if (!days.length || days[0] === days.at(-1)) return null;
  const number = (day) => Date.parse(day) / 864e5;
  const span = number(days.at(-1)) - number(days[0]) + 1;
  const width = [1, 7, 30, 91, 365, 3650].find((size) => span / size <= 60) ?? 36500;
  const bars = new Array(Math.ceil(span / width)).fill(0);
  for (const day of days) bars[Math.floor((number(day) - number(days[0])) / width)]++;
  const high = Math.max(...bars);
  const start = (bar) => new Date((number(days[0]) + bar * width) * 864e5).toISOString().slice(0, 10);
  return section(word("overTime"),
    el("div", { class: "timebars", role: "img", "aria-label": `${dayName(days[0])} – ${dayName(days.at(-1))}` }, bars.map((height, bar) =>
      el("i", { style: { "--height": height / high }, title: `${dayName(start(bar))}: ${count(height)}` }))),
    el("p", { class: "ends quiet" }, el("span", null, dayName(days[0])), el("span", null, dayName(days.at(-1)))));
}

function articleList() {
  return [heading(word("articles"), el("span", { class: "number" }, count(articles.length))), list(articles.filter((article) => article.copyOf === undefined), (article) => articleLine(article))];
}

function articlePage(number, kind, item) {
  const article = articles[number];
  const paragraphs = markedText(article);
  const hasTitle = paragraphs.length > 1 && paragraphs[0].textContent.length <= 200;
  const title = el("h1", { dir: "auto", lang: "ar" });
  if (hasTitle) title.append(...paragraphs.shift().childNodes);
  else title.append(article.id);
  const named = [...new Set(article.marks.map((mark) => mark[2]))].map((entity) => entities[entity]);
  const happened = [...new Set(article.events)].map((event) => events[event]);
  const said = article.statements.map((statement) => statements[statement]);
  const text = el("div", { class: "text", dir: "rtl", lang: "ar" }, title, el("p", { class: "byline quiet", dir: word("dir") }, byline(article), link(article.url),
    article.copyOf !== undefined && [" · ", word("reprintOf"), " ", articleLink(articles[article.copyOf])], " ", reprints(article)), paragraphs);
  const layer = (type) => el("button", {
    type: "button", "aria-pressed": "true", class: `layer ${type}`,
    onclick: (event) => event.currentTarget.setAttribute("aria-pressed", String(!text.classList.toggle(`no-${type}`))),
  }, type !== "event" && shape(type), word({ event: "events", statement: "statements" }[type] ?? type));
  text.addEventListener("click", (event) => {
    const segment = event.target.closest("a") ? null : event.target.closest("[data-statements], [data-events]");
    if (!segment) return;
    const [of, which] = segment.dataset.statements ? ["statement", segment.dataset.statements] : ["event", segment.dataset.events];
    const innermost = which.split(" ").at(-1);
    lightUp(of, innermost, false);
    choose(document.getElementById(`${of}-${innermost}`));
  });
  const choose = (card) => {
    for (const other of document.querySelectorAll(".record.lit")) other.classList.remove("lit");
    card?.classList.add("lit");
    card?.scrollIntoView({ block: "nearest" });
  };
  const record = (of, item, reason, ...children) => el("li", { id: `${of}-${item.number}`, class: `record ${of}` },
    el("button", { type: "button", onclick: (event) => { lightUp(of, item.number, true); event.currentTarget.parentNode.classList.add("lit"); } }, ...children),
    of === "statement" && wrongSpeaker(item),
    why(number, reason));
  const here = (event) => event.tellings.find((telling) => telling.article === number);
  const short = (party) => (party.entity === undefined ? party.name : nameOf(entities[party.entity]));
  queueMicrotask(() => kind && lightUp(kind, item, true));
  const [previous, next] = [articles[number - 1], articles[number + 1]];
  return [
    el("div", { class: "layers", role: "group", "aria-label": word("marks") }, [...TYPES, "event", "statement"].map(layer),
      el("span", { class: "turn" },
        previous && el("a", { href: `#/article/${previous.number}`, rel: "prev", title: `${word("articlePrevious")} ( k )` }, word("previous")),
        next && el("a", { href: `#/article/${next.number}`, rel: "next", title: `${word("articleNext")} ( j )` }, word("next")))),
    el("div", { class: "reading" }, text, el("aside", null,
      TYPES.map((type) => [type, named.filter((entity) => entity.type === type)]).filter(([, some]) => some.length).map(([type, some]) =>
        section(word(type), el("p", { class: "parties" }, some.map((entity) => [entityLink(entity), " "])))),
      relationsOf(happened).map((relation) => section(relationWord(relation, "many"), el("ul", { class: "records" }, eventsOf(happened, relation).map((event) =>
        record("event", event, here(event).why, signOf(relation), el("b", null, kindOf(event)), event.status && ` · ${statusOf(event)}`, " · ",
          arabic([...event.parties.filter((party) => party.chief).map(short), event.values.title ?? event.values.subject].filter(Boolean).join("، ")), el("small", { class: "quiet" }, " ", dateName(event.date), where(event))))))),
      said.length > 0 && section(word("statements"), el("ul", { class: "records" }, said.map((statement) =>
        record("statement", statement, statement.why, shape("statement"), arabic(statement.speakers.map(short).join("، ")), " ", el("b", null, word("speechAct", statement.act)), el("span", { class: "clip", dir: "auto", lang: "ar" }, wordsOf(statement.article, statement.content)))))))),
  ];
}

/** A link out of the report, only to the web. */
function link(url) {
  return /^https?:\/\//i.test(url ?? "") ? [" · ", el("a", { href: url, rel: "noopener noreferrer", target: "_blank" }, word("original"))] : null;
}

function entityList(type) {
  const some = entities.filter((entity) => entity.type === type);
  return [heading([shape(type), word(type)], el("span", { class: "number" }, count(some.length))), list(some, entityLine)];
}

function entityPage(number) {
  const entity = entities[number];
  const held = entity.offices;
  const partners = new Map();
  for (const event of entity.events.filter((event) => event.relation === relations[0] && event.standing === "happened"))
    for (const other of entitiesOf(event.parties)) if (other !== entity) partners.set(other, (partners.get(other) ?? 0) + 1);
  const holders = [...entity.holders];
  const some = (items, draw) => list(items.toSorted(byDay), draw, true);
  return [
    el("div", { class: `heading entity ${entity.type}` },
      el("p", { class: "over" }, shape(entity.type), word("entityKind", entity.type), entity.country && ` · ${countryName(entity.country)}`),
      el("h1", null, arabic(nameOf(entity))),
      el("p", { class: "quiet" },
        [entity.type === "country" && language === "en" ? arabic(entity.name) : entity.latin && el("bdi", null, entity.latin),
          `${word("articles")}: ${count(entity.count)}`,
          entity.days.length > 0 && `${word("firstSeen")} ${dayName(entity.days[0])}`,
          entity.days.length > 0 && `${word("lastSeen")} ${dayName(entity.days.at(-1))}`, certainty(entity)].filter(Boolean).flatMap((part, i) => (i ? [" · ", part] : [part]))),
      entity.aliases.length > 0 && el("p", { class: "quiet" }, `${word("also")}: `, arabic(entity.aliases.join("، "))),
      notAPerson(entity)),
    held.length > 0 && section(word("offices"), el("ul", { class: "offices" }, held.map(([role, told]) =>
      el("li", null, el("span", null, roleName(role)), el("span", { class: "number", title: word("articles") }, count(told)))))),
    holders.length > 0 && section(word("officeHolders"), list(holders, ([person, role]) =>
      el("div", { class: "line named" }, entityLink(person), el("span", { class: "quiet" }, roleName(role))), true)),
    timeLine(entity.events),
    partners.size > 0 && section(word("metWith"), el("p", { class: "parties" }, [...partners].sort((a, b) => b[1] - a[1]).slice(0, 40).map(([other, times]) => [entityLink(other), el("small", { class: "part" }, count(times)), " "]))),
    relationsOf(entity.events).map((relation) => [relation, eventsOf(entity.events, relation)]).map(([relation, all]) =>
      section([relationWord(relation, "many"), " ", el("span", { class: "number" }, count(all.length))], some(all, eventCard))),
    entity.said.length > 0 && section([word("says"), " ", el("span", { class: "number" }, count(entity.said.length))], some(entity.said, statementCard)),
    entity.told.length > 0 && section([word("about"), " ", el("span", { class: "number" }, count(entity.told.length))], some(entity.told, statementCard)),
    section([word("mentionedIn"), " ", el("span", { class: "number" }, count(entity.count))], some(entity.articles.map((article) => articles[article]), (article) => articleLine(article))),
  ];
}

/** How sure it is that several articles mean the same: the score of the least certain link. */
const certainty = (item) => item.score !== undefined && `${word("certainty")} ${count(item.score)}`;

/** Events as dots on a line of time; a column holds those of about the same time. */
function timeLine(all) {
  const dated = all.filter((event) => event.day).sort((a, b) => a.day.localeCompare(b.day));
  if (!dated.length) return null;
  const time = (event) => Date.parse(event.day);
  const [first, last] = [time(dated[0]), time(dated.at(-1))];
  const columns = new Map();
  for (const event of dated) {
    const column = last > first ? Math.round(((time(event) - first) / (last - first)) * 40) : 20;
    columns.set(column, [...(columns.get(column) ?? []), event]);
  }
  const dot = (event) => el("a", {
    class: `dot ${event.standing} ${event.status ?? ""}`, href: `#/event/${event.number}`,
    title: `${dateName(event.date)} · ${kindOf(event)} · ${statusOf(event) ?? ""} · ${event.parties.map((party) => party.name).join("، ")}`,
  }, el("span", { class: "unseen" }, kindOf(event)));
  return section(word("timeline"),
    el("div", { class: "timeline", style: { "--high": Math.min(9, Math.max(...[...columns.values()].map((some) => some.length))) } }, [...columns].map(([column, some]) =>
      el("div", { class: "column", style: { "--at": `${column * 2.5}%` } }, some.slice(0, 8).map(dot), some.length > 8 && el("small", null, `+${some.length - 8}`)))),
    el("p", { class: "ends quiet" }, el("span", null, dayName(dated[0].day)), first < last && el("span", null, dayName(dated.at(-1).day))),
    el("p", { class: "legend quiet" }, [...new Map(dated.map((event) => [statusOf(event), event]))].map(([status, event]) => status && el("span", null, el("i", { class: `dot ${event.standing} ${event.status}` }), status))));
}

/** A list with a row of buttons that keeps one value of `field`, and one that sorts, where it is known what is sure. */
function filtered(title, items, field, name, draw) {
  const values = [...Map.groupBy(items, (item) => item[field])].sort((a, b) => b[1].length - a[1].length);
  const place = el("div", null);
  let kept = null;
  let order = byDay;
  const show = () => place.replaceChildren(list(items.filter((item) => kept === null || item[field] === kept).toSorted(order), draw));
  show();
  return [
    heading(title, el("span", { class: "number" }, count(items.length))),
    choice(title, [[null, word("all")], ...values.map(([value, some]) => [value, [name(value), el("small", null, count(some.length))]])], kept, (value) => { kept = value; show(); }),
    items.some((item) => item.confidence !== undefined) &&
      choice(word("order"), [[byDay, word("newest")], [bySure, word("surest")]], order, (value) => { order = value; show(); }),
    place,
  ];
}

const eventList = (relation) => filtered([signOf(relation), relationWord(relation, "many")], eventsOf(events, relation), "kind", (kind) => relationWord(relation, "kinds", kind), eventCard);
const statementList = () => filtered([shape("statement"), word("statements")], said, "act", (act) => word("speechAct", act), statementCard);

function eventPage(number) {
  const event = events[number];
  return [
    el("div", { class: "heading" },
      el("p", { class: "over" }, signOf(event.relation), statusPill(event), sureness(event)),
      el("h1", null, kindOf(event)),
      el("p", { class: "quiet" }, dateName(event.date), where(event), certainty(event) && [" · ", certainty(event)]),
      values(event), notHeld(event, event.tellings)),
    event.parties.length > 0 && section(word("participants"), el("p", { class: "parties" }, partiesOf(event))),
    section(word("evidence"), list(event.tellings, (telling) => el("article", { class: "card event" },
      telling.evidence.map((span) => arabic(wordsOf(telling.article, span), "blockquote")),
      el("p", { class: "quiet told" },
        el("a", { class: "articlelink", href: `#/article/${telling.article}/event/${number}` }, arabic(articles[telling.article].title)), " · ", byline(articles[telling.article]),
        telling.date && [" · ", arabic(telling.date.text)]),
      event.tellings.length > 1 && notHeld(event, [telling]),
      why(telling.article, telling.why)))),
  ];
}

function searchPage(query) {
  const found = search(query);
  const none = !found.entities.length && !found.articles.length;
  const part = (title, items, draw) => items.length > 0 && section([title, " ", el("span", { class: "number" }, count(items.length))], list(items, draw, true));
  return [
    heading([`${word("results")} `, el("bdi", null, `«${query}»`)]),
    none && el("p", { class: "quiet" }, word("nothing")),
    part(word("named"), found.entities, entityLine),
    part(word("articles"), found.articles, (article) => articleLine(article, found.words)),
    part(word("statements"), found.statements, statementCard),
  ];
}
