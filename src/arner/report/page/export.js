// What a list shows, as a table for a spreadsheet.

/** As the library does: what a spreadsheet of any country would run as a formula gets an apostrophe. */
const BEFORE = "(?=[ \\u00a0\\u200b\\u200e\\u200f\\u202a\\u202b\\u2066\\u2067\\ufeff]*[=+\\-@\\t\\r＝＋－＠\\u2212])";
const INSIDE = new RegExp(`(;|\\t|\\r\\n?|\\n)${BEFORE}`, "g");
const AT_ONCE = new RegExp(`^${BEFORE}`);
const safeCell = (text) => text.replace(INSIDE, "$1'").replace(AT_ONCE, "'");

function csv(rows) {
  const cell = (value) => {
    const text = typeof value === "number" ? String(value) : safeCell(String(value ?? ""));
    return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  return rows.map((row) => `${row.map(cell).join(",")}\r\n`).join("");
}

/** Hand the reader a file; the byte order mark tells Excel that it is UTF-8. */
function saveFile(name, text) {
  saveBlob(name, new Blob(["\ufeff", text], { type: "text/csv;charset=utf-8" }));
}

function saveBlob(name, blob) {
  const address = URL.createObjectURL(blob);
  el("a", { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 1000);
}

const joined = (some) => some.filter(Boolean).join(" | ");
const calls = (parties) => joined(parties.map((party) => (party.entity === undefined ? party.name : entities[party.entity].name)));
const idsOf = (parties) => joined(entitiesOf(parties).map((entity) => entity.id));
const officeName = (role) => [role.title, role.organization, role.country].filter(Boolean).join(", ");

// Header → what of an item stands under it.
const TABLES = {
  articles: {
    id: (it) => it.id, published: (it) => it.published, source: (it) => it.source, title: (it) => it.title, url: (it) => it.url,
    copies: (it) => joined(it.copies.map((copy) => copy.id)),
  },
  entities: {
    id: (it) => it.id, type: (it) => it.type, name: (it) => it.name, latin: (it) => it.latin, country: (it) => it.country ?? it.code, offices: (it) => joined(it.offices.map(([role]) => officeName(role))),
    aliases: (it) => joined(it.aliases), articles: (it) => it.count, first_seen: (it) => it.days[0], last_seen: (it) => it.days.at(-1),
  },
  events: {
    id: (it) => it.id, type: (it) => it.relation.id, kind: (it) => it.kind, status: (it) => it.status,
    date_start: (it) => it.date?.start, date_end: (it) => it.date?.end, date_text: (it) => it.date?.text, place: (it) => it.place, country: (it) => it.country,
    who: (it) => calls(it.parties), who_ids: (it) => idsOf(it.parties), roles: (it) => joined(it.parties.map((party) => party.role)), values: (it) => joined(Object.values(it.values).flat().map(String)),
    articles: (it) => it.count, article_ids: (it) => joined([...new Set(it.tellings.map((told) => articles[told.article].id))]), sources: (it) => joined(sourcesOf(it)), confidence: (it) => it.confidence,
    evidence: (it) => it.tellings[0].evidence.map((span) => wordsOf(it.tellings[0].article, span)).join(" … "),
  },
  statements: {
    article: (it) => articles[it.article].id, published: (it) => articles[it.article].published, sources: (it) => joined(sourcesOf(it)),
    speakers: (it) => calls(it.speakers), speaker_ids: (it) => idsOf(it.speakers), act: (it) => it.act, verb: (it) => it.verb, mode: (it) => it.mode,
    content: (it) => wordsOf(it.article, it.content), about: (it) => calls(it.about), about_ids: (it) => idsOf(it.about), via: (it) => it.source, confidence: (it) => it.confidence,
  },
  ties: {
    source: (it) => it.ends[0].name, target: (it) => it.ends[1].name, source_id: (it) => it.ends[0].id, target_id: (it) => it.ends[1].id, weight: (it) => it.items.size,
  },
};

/** The rows of a table: its header, and a line for each item. */
const table = (name, items) => [Object.keys(TABLES[name]), ...items.map((item) => Object.values(TABLES[name]).map((column) => column(item)))];

/** A button that saves what `items` gives when it is pressed. */
const saveButton = (name, file, items) =>
  el("button", { type: "button", class: "save", onclick: () => saveFile(`${file}.csv`, csv(table(name, items()))) }, word("saveTable"));
