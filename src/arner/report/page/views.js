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

const articleList = () => listing({ title: word("articles"), total: articles.length, items: articles.filter((article) => article.copyOf === undefined), draw: (article) => articleLine(article), table: "articles" });

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
    el("div", { class: "actions" }, why(number, reason), of === "statement" && wrongSpeaker(item)));
  const here = (event) => event.tellings.find((telling) => telling.article === number);
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
          arabic([...event.parties.filter((party) => party.chief).map(shortName), event.values.title ?? event.values.subject].filter(Boolean).join("، ")), el("small", { class: "quiet" }, " ", dateName(event.date), where(event))))))),
      said.length > 0 && section(word("statements"), el("ul", { class: "records" }, said.map((statement) =>
        record("statement", statement, statement.why, shape("statement"), arabic(statement.speakers.map(shortName).join("، ")), " ", el("b", null, word("speechAct", statement.act)), el("span", { class: "clip", dir: "auto", lang: "ar" }, wordsOf(statement.article, statement.content)))))))),
  ];
}

/** A link out of the report, only to the web. */
function link(url) {
  return /^https?:\/\//i.test(url ?? "") ? [" · ", el("a", { href: url, rel: "noopener noreferrer", target: "_blank" }, word("original"))] : null;
}

const entityList = (type) => listing({ title: [shape(type), word(type)], items: entities.filter((entity) => entity.type === type), draw: entityLine, table: "entities", file: type });

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
      entity.type !== "country" && whoIsWho(entity)),
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
    section([word("mentionedIn"), " ", el("span", { class: "number" }, count(entity.count))], some(withoutReprints(entity.articles.map((article) => articles[article]), (article) => article), (article) => articleLine(article))),
  ];
}

/** How sure it is that several articles mean the same: the score of the least certain link. */
const certainty = (item) => item.score !== undefined && `${word("certainty")} ${count(item.score)}`;

const TICKS = 4;
const DOTS = 9; // at most on one another
const COLUMNS = 40;

/** Events as dots or bars on a line of time, those long before and after the articles at its ends; a column holds those of about the same time. */
function timeLine(all) {
  const dated = all.filter((event) => event.day).sort((a, b) => a.day.localeCompare(b.day));
  if (!dated.length) return null;
  const written = articles.map((article) => article.published).filter(isDay).sort();
  const margin = 30 * 864e5;
  const [first, last] = [Date.parse(dated[0].day), Date.parse(dated.at(-1).day)];
  const from = written.length ? Math.min(Math.max(first, Date.parse(written[0]) - margin), last) : first;
  const until = written.length ? Math.max(Math.min(last, Date.parse(written.at(-1)) + margin), from) : last;
  const columns = new Map();
  for (const event of dated) {
    const at = (Math.min(Math.max(Date.parse(event.day), from), until) - from) / (until - from || 1);
    const column = until > from ? Math.round(at * COLUMNS) : COLUMNS / 2;
    columns.set(column, [...(columns.get(column) ?? []), event]);
  }
  const dot = (event) => el("a", {
    class: `dot ${event.standing} ${event.status ?? ""}`, href: `#/event/${event.number}`,
    title: [dateName(event.date), kindOf(event), statusOf(event), event.parties.map(shortName).join("، ")].filter(Boolean).join(" · "),
  }, el("span", { class: "unseen" }, kindOf(event)));
  const day = (time) => dayName(new Date(time).toISOString().slice(0, 10));
  const ticks = until > from ? Array.from({ length: TICKS + 1 }, (_, tick) => day(from + ((until - from) * tick) / TICKS)) : [day(from)];
  if (first < from) ticks[0] = `≤ ${ticks[0]}`;
  if (last > until) ticks[ticks.length - 1] = `≥ ${ticks.at(-1)}`;
  const inner = [...columns].filter(([column]) => column > 0 && column < COLUMNS).map(([, some]) => some.length);
  const most = Math.max(...(inner.length ? inner : [...columns.values()].map((some) => some.length)));
  const drawn = (some) => Math.min(1, most / some.length); // the ends may hold years
  // As many as can be told apart are dots, more are bars.
  const bar = (some) => ["happened", "open", "undone"].map((standing) => [standing, some.filter((event) => event.standing === standing)]).filter(([, of]) => of.length)
    .map(([standing, of]) => el("i", { class: `bar ${standing}`, style: { "--part": (of.length / most) * drawn(some) }, title: `${dayName(of[0].day)} – ${dayName(of.at(-1).day)}: ${count(of.length)}` }));
  return section(word("timeline"),
    el("div", { class: "timeline", style: { "--high": Math.min(DOTS, Math.max(...[...columns.values()].map((some) => some.length))) } }, [...columns].map(([column, some]) =>
      el("div", { class: "column", style: { "--at": `${(column / COLUMNS) * 100}%` } }, most > DOTS ? [bar(some), drawn(some) < 1 && el("small", null, count(some.length))] : [some.slice(0, DOTS).map(dot), some.length > DOTS && el("small", { dir: "ltr" }, `+${count(some.length - DOTS)}`)]))),
    el("p", { class: "ends quiet" }, [...new Set(ticks)].map((text) => el("bdi", null, text))),
    el("p", { class: "legend quiet" }, [...new Map(dated.map((event) => [statusOf(event), event]))].map(([status, event]) => status && el("span", null, el("i", { class: `dot ${event.standing} ${event.status}` }), status))));
}

const settings = new Map(); // address → the filters of its list, as they were left
const SURE = [0.5, 0.7, 0.9];

/** Whether an item passes the filters; a name passes where an article of such a source and day names it. */
function passes(item, { kind, status, source, from, until, sure }, field) {
  if (kind && item[field] !== kind) return false;
  if (status && item.status !== status) return false;
  if (sure && (item.confidence ?? 0) < Number(sure)) return false;
  const within = (day) => (!from && !until) || (day && day >= (from || day) && day <= (until || day));
  if (item.days) return (!source && !from && !until) || item.articles.some((number) => within(articles[number].published) && (!source || articles[number].source === source));
  return (!source || sourcesOf(item).includes(source)) && within(dayOf(item));
}

/** The controls that choose by source, status, day, confidence and order: only those that make a difference for `items`. */
function controls(items, filter, orders, changed, open = matchMedia("(min-width: 36rem)").matches) {
  const select = (name, label, options) => options.length > 1 && el("label", null, label, el("select", { onchange: (event) => { filter[name] = event.target.value; changed(); } },
    options.map(([value, text]) => el("option", { value, selected: (filter[name] ?? "") === value }, text))));
  const all = (some) => (some.length > 1 ? [["", word("all")], ...some] : []);
  const tally = (values) => [...Map.groupBy(values, (value) => value)].sort((a, b) => b[1].length - a[1].length).map(([value, some]) => [value, some.length]);
  const sources = tally(items.flatMap(sourcesOf)).map(([source, some]) => [source, `${source} (${count(some)})`]);
  const statuses = tally(items.filter((item) => item.relation && item.status).map((item) => item.status)).map(([status, some]) => [status, `${relationWord(items[0].relation, "statuses", status)} (${count(some)})`]);
  const days = items.flatMap((item) => item.days ?? dayOf(item)).filter(isDay);
  const [least, most] = [days.reduce((a, b) => (a < b ? a : b), "9"), days.reduce((a, b) => (a > b ? a : b), "")];
  const day = (name) => el("label", null, word(name), el("input", { type: "date", min: least, max: most, value: filter[name], onchange: (event) => { filter[name] = event.target.value; changed(); } }));
  const made = [
    select("status", word("status"), all(statuses)),
    select("source", word("publisher"), all(sources)),
    least < most && [day("from"), day("until")],
    items.some((item) => item.confidence !== undefined) && [
      select("sure", word("sureAtLeast"), [["", word("all")], ...SURE.map((sure) => [String(sure), percent(sure)])]),
      select("order", word("order"), orders)],
  ].flat().filter(Boolean);
  return made.length > 0 && el("details", { class: "filters", open }, el("summary", null, word("filters")), el("div", { class: "controls" }, made));
}

const ORDERS = { newest: byDay, surest: bySure };

/** A list with filters, and buttons that keep one value of `field`; what it shows is what it saves as a table. */
function listing({ title, total, items, field, name, draw, table, file, above }) {
  const place = el("div", null);
  const shownOf = el("span", { class: "number" });
  const filter = settings.get(location.hash) ?? settings.set(location.hash, {}).get(location.hash);
  const shown = () => {
    const some = items.filter((item) => passes(item, filter, field));
    return table === "entities" ? some : table === "articles" && !filter.order ? some : some.toSorted(ORDERS[filter.order || "newest"]);
  };
  const all = total ?? items.length;
  const show = () => {
    const some = shown();
    shownOf.textContent = some.length === items.length ? count(all) : `${count(some.length)} / ${count(items.length)}`;
    place.replaceChildren(...[above?.(some), list(some, draw)].filter(Boolean));
  };
  const kinds = field ? [...Map.groupBy(items, (item) => item[field])].sort((a, b) => b[1].length - a[1].length) : [];
  const orders = [["newest", word("newest")], ["surest", word("surest")]];
  const head = [
    heading(title, shownOf, items.length > 0 && saveButton(table, file ?? table, shown)),
    kinds.length > 1 && choice(word("kind"), [["", word("all")], ...kinds.map(([value, some]) => [value, [name(value), el("small", null, count(some.length))]])], filter.kind ?? "", (value) => { filter.kind = value; show(); }),
    items.length > 1 && controls(items, filter, orders, show),
  ];
  show();
  return [...head, place];
}

const eventList = (relation) => listing({ title: [signOf(relation), relationWord(relation, "many")], items: eventsOf(events, relation), field: "kind", name: (kind) => relationWord(relation, "kinds", kind), draw: eventCard, table: "events", file: relation.field, above: timeLine });
const statementList = () => listing({ title: [shape("statement"), word("statements")], items: said, field: "act", name: (act) => word("speechAct", act), draw: statementCard, table: "statements" });

function eventPage(number) {
  const event = events[number];
  return [
    el("div", { class: "heading" },
      el("p", { class: "over" }, signOf(event.relation), statusPill(event), sureness(event)),
      el("h1", { "data-title": `${kindOf(event)}: ${event.parties.filter((party) => party.chief).map(shortName).join("، ")}` }, kindOf(event)),
      el("p", { class: "quiet" }, dateName(event.date), where(event), certainty(event) && [" · ", certainty(event)]),
      values(event), whoIsWho(event)),
    event.parties.length > 0 && section(word("participants"), el("p", { class: "parties" }, partiesOf(event))),
    section(word("evidence"), list(withoutReprints(event.tellings, (telling) => articles[telling.article]), (telling) => el("article", { class: "card event" },
      telling.evidence.map((span) => arabic(wordsOf(telling.article, span), "blockquote")),
      el("p", { class: "quiet told" },
        el("a", { class: "articlelink", href: `#/article/${telling.article}/event/${number}` }, arabic(articles[telling.article].title)), " · ", byline(articles[telling.article]),
        telling.date && [" · ", arabic(telling.date.text)], " ", reprints(articles[telling.article])),
      el("div", { class: "actions" }, why(telling.article, telling.why), event.tellings.length > 1 && [notHeld(event, [telling]), anotherEvent(event, telling)])))),
  ];
}

function searchPage(query) {
  const found = search(query);
  const filter = settings.get("search") ?? settings.set("search", {}).get("search");
  const place = el("div", null);
  const part = (title, name, items, draw) => {
    const some = items.filter((item) => passes(item, filter));
    return some.length > 0 && section([title, " ", el("span", { class: "number" }, count(some.length)), " ", saveButton(name, name, () => some)], list(some, draw, true));
  };
  const show = () => {
    listsDrawn = 0;
    const parts = [
      part(word("named"), "entities", found.entities, entityLine),
      part(word("events"), "events", found.events, eventCard),
      part(word("articles"), "articles", found.articles, (article) => articleLine(article, found.asked)),
      part(word("statements"), "statements", found.statements, statementCard),
    ].filter(Boolean);
    place.replaceChildren(...(parts.length ? parts : [el("p", { class: "quiet" }, word("nothing"))]));
  };
  show();
  return [
    heading([`${word("results")} `, el("bdi", null, /["«»“”]/.test(query) ? query : `«${query}»`)]),
    (found.articles.length > 1 || filter.source) && controls(found.articles, filter, [], show, Object.values(filter).some(Boolean)),
    place,
  ];
}
