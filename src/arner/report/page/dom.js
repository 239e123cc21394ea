// Elements. Data becomes text nodes and attributes, never HTML.

/** An element: `on…` properties listen, `style` holds CSS custom properties, all others are attributes. */
function el(tag, properties, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(properties ?? {})) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else if (name === "style") for (const [key, of] of Object.entries(value)) node.style.setProperty(key, of);
    else node.setAttribute(name, value === true ? "" : value);
  }
  node.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false && child !== ""));
  return node;
}

/** Words of an article, which run as their own letters do. */
const arabic = (text, tag = "bdi") => el(tag, { dir: tag === "bdi" ? null : "auto", lang: "ar" }, text);

const section = (title, ...children) =>
  el("section", null, el("h2", null, title), ...children);

const PAGE = 40;
const FEW = 6;
const shownBefore = new Map(); // a list's place → how many items it had when its page was left
let listsDrawn = 0; // on this page

/** A list that draws its items as they come into view; one of `few`, among others on its page, when asked to. */
function list(items, draw, few) {
  if (!items.length) return el("p", { class: "quiet" }, word("nothing"));
  const node = el("ul", { class: "list" });
  const place = `${location.hash} ${listsDrawn++}`;
  const more = el("button", { type: "button", class: "more", onclick: () => add(PAGE) }, word("more"));
  const watcher = new IntersectionObserver((seen) => seen.some((entry) => entry.isIntersecting) && add(PAGE));
  let shown = 0;
  function add(some) {
    node.append(...items.slice(shown, shown + some).map((item) => el("li", null, draw(item))));
    shown = Math.min(items.length, shown + some);
    shownBefore.set(place, Math.max(shown, shownBefore.get(place) ?? 0));
    if (shown === items.length) {
      watcher.disconnect();
      more.remove();
    }
  }
  const wrapped = el("div", null, node, more);
  add(Math.max(few ? FEW : PAGE, shownBefore.get(place) ?? 0));
  if (shown < items.length && !few) watcher.observe(more);
  return wrapped;
}

/** Buttons of which one is pressed: `choices` are `[value, label]`. */
function choice(label, choices, chosen, choose) {
  const group = el("div", { class: "choice", role: "group", "aria-label": label });
  group.append(
    ...choices.map(([value, name]) =>
      el("button", {
        type: "button",
        "aria-pressed": String(value === chosen),
        onclick: (event) => {
          for (const button of group.children) button.setAttribute("aria-pressed", String(button === event.currentTarget));
          choose(value);
        },
      }, name)),
  );
  return group;
}
