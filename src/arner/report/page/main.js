// Addresses, search, language and theme.

const main = document.getElementById("main");
const searchBox = document.getElementById("search");
const THEMES = { system: "light dark", light: "light", dark: "dark" };
const TABS = [
  ["overview", "#/"], ["articles", "#/articles"], ...TYPES.map((type) => [type, `#/entities/${type}`]),
  ...relationsOf(events).map((relation) => [relation.field, `#/events/${relation.field}`, relation]), ["statements", "#/statements"], ["graph", "#/graph"], ["review", "#/review"],
];
let theme = "system";
const scrolled = new Map(); // address → how far down it was left
let address = null;

function kept(name, otherwise) {
  try {
    return localStorage.getItem(`arner.${name}`) ?? otherwise;
  } catch {
    return otherwise; // a browser that keeps nothing for files
  }
}

function keep(name, value) {
  try {
    localStorage.setItem(`arner.${name}`, value);
  } catch {
    // as above
  }
}

function view(hash) {
  const [, name = "", ...rest] = hash.split("/");
  const number = /^\d+$/.test(rest[0] ?? "") ? Number(rest[0]) : -1;
  if (name === "articles") return articleList();
  if (name === "article" && articles[number]) return articlePage(number, rest[1], rest[2]);
  if (name === "entities" && TYPES.includes(rest[0])) return entityList(rest[0]);
  if (name === "entity" && entities[number]) return entityPage(number);
  const relation = name === "events" && relations.find((one) => one.field === rest[0]);
  if (relation) return eventList(relation);
  if (name === "event" && events[number]) return eventPage(number);
  if (name === "statements") return statementList();
  if (name === "graph") return graphView();
  if (name === "review") return reviewPage();
  if (name === "search") return searchPage(decoded(rest.join("/")));
  return overview();
}

function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function show() {
  const again = address === location.hash;
  if (address !== null) scrolled.set(address, scrollY);
  address = location.hash;
  listsDrawn = 0;
  main.replaceChildren(...el("div", null, view(address)).childNodes);
  main.className = address.split("/")[1] ?? "";
  const headed = main.querySelector("h1");
  const title = headed?.dataset.title ?? headed?.textContent;
  document.title = title ? `${title} · arner` : "arner";
  const type = address.startsWith("#/entity/") && entities[address.split("/")[2]]?.type;
  const field = main.className === "event" && events[address.split("/")[2]]?.relation.field;
  const here = { article: "articles" }[main.className] ?? (type || field || address.split("/")[2] || main.className || "overview");
  for (const tab of document.querySelectorAll("#tabs a"))
    if (tab.dataset.tab === here) {
      tab.setAttribute("aria-current", "page");
      tab.scrollIntoView({ block: "nearest", inline: "center" });
    } else tab.removeAttribute("aria-current");
  if (!address.startsWith("#/search")) searchBox.value = "";
  if (!again && document.activeElement !== searchBox) main.focus({ preventScroll: true });
  if (!/#\/article\/\d+\/./.test(address)) scrollTo(0, scrolled.get(address) ?? 0);
}

function dress() {
  const root = document.documentElement;
  root.lang = language;
  root.dir = word("dir");
  root.style.colorScheme = THEMES[theme];
  document.querySelector(".skip").textContent = word("skip");
  searchBox.placeholder = word("placeholder");
  searchBox.setAttribute("aria-label", word("search"));
  const languageButton = document.getElementById("language");
  languageButton.textContent = word("other");
  languageButton.lang = language === "ar" ? "en" : "ar";
  document.getElementById("theme").replaceChildren(el("span", { "aria-hidden": "true" }, { system: "◐", light: "☀", dark: "☾" }[theme]), el("span", { class: "unseen" }, `${word("theme")}: ${word(theme)}`));
  document.getElementById("theme").title = `${word("theme")}: ${word(theme)}`;
  document.getElementById("tabs").replaceChildren(...TABS.map(([name, href, relation]) => el("a", { href, "data-tab": name }, relation ? relationWord(relation, "many") : word(name))));
  countChoices();
  show();
}

document.getElementById("language").addEventListener("click", () => {
  keep("language", (language = language === "ar" ? "en" : "ar"));
  dress();
});
document.getElementById("theme").addEventListener("click", () => {
  const names = Object.keys(THEMES);
  keep("theme", (theme = names[(names.indexOf(theme) + 1) % names.length]));
  dress();
});

searchBox.addEventListener("focus", () => setTimeout(() => Object.keys(INDEX).forEach(indexed)), { once: true }); // ready when the first word is typed
let typing = 0;
searchBox.addEventListener("input", () => {
  clearTimeout(typing);
  typing = setTimeout(() => {
    const hash = searchBox.value.trim() ? `#/search/${encodeURIComponent(searchBox.value.trim())}` : "#/";
    if (location.hash.startsWith("#/search")) location.replace(hash); // one step back leaves the search
    else location.hash = hash;
  }, 180);
});

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const typingNow = /^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName);
  if (event.key === "/" && !typingNow) {
    event.preventDefault();
    searchBox.focus();
  } else if (event.key === "Escape" && event.target === searchBox) {
    searchBox.value = "";
    main.focus();
  } else if ((event.key === "j" || event.key === "k") && !typingNow) {
    main.querySelector(event.key === "j" ? "[rel=next]" : "[rel=prev]")?.click();
  }
});
addEventListener("hashchange", show);

language = WORDS[kept("language")] ? kept("language") : language;
theme = THEMES[kept("theme")] ? kept("theme") : theme;
if (location.hash.startsWith("#/search/")) searchBox.value = decoded(location.hash.slice("#/search/".length));
dress();
