// The network: who is tied to whom, drawn by Cytoscape.js; the same ties as a list for keyboard and screen reader.

// A kind of event (who took part together), or one of the others.
const TIES = [...relationsOf(events), "spoke", "aimed", "office", "together"];
const MOST_TIES = 220; // drawn at first: what an eye can follow

// The network stays as it was left while other pages are looked at.
const filter = { relation: null, types: new Set(["person", "country", "organization"]), from: "", until: "", atLeast: 0, names: 80 };

/** Ties under the filter, the strongest first: `{ends: [entity, entity], items}`; an item tells of the tie once. */
function tiesOf({ relation, types, from, until }) {
  const ties = new Map();
  const directed = isDirected(relation);
  const within = (day) => (!from && !until) || (day && day >= (from || day) && day <= (until || day));
  const tie = (start, end, item) => {
    if (start === end || !types.has(start.type) || !types.has(end.type)) return;
    const ends = directed || start.number < end.number ? [start, end] : [end, start];
    const key = `${ends[0].number}-${ends[1].number}`;
    if (!ties.has(key)) ties.set(key, { key, ends, items: new Set() });
    ties.get(key).items.add(item);
  };
  const pairs = (some, item) => some.forEach((a, i) => some.slice(i + 1).forEach((b) => tie(a, b, item)));
  const told = DATA.ties[relation.id ?? relation];
  if (told) {
    const items = relation.id ? events : statements;
    for (const [start, end, numbers] of told)
      for (const number of numbers) if (within(dayOf(items[number]))) tie(entities[start], entities[end], items[number]);
  } else if (relation === "office") {
    for (const person of entities)
      for (const role of person.roles)
        if (byCode.has(role.country) && articles[role.article].copyOf === undefined && within(articles[role.article].published)) tie(person, byCode.get(role.country), articles[role.article]);
  } else {
    for (const article of articles)
      if (article.copyOf === undefined && within(article.published)) pairs([...new Set(article.marks.map((mark) => mark[2]))].map((number) => entities[number]).filter((e) => types.has(e.type)), article);
  }
  return [...ties.values()].sort((a, b) => b.items.size - a.items.size);
}

const isDirected = (relation) => ["spoke", "aimed", "office"].includes(relation) || Boolean(relation?.directed);
const nameOfTie = (relation) => (relationOf.has(relation.id) ? relationWord(relation, "tied") : word(relation));

/** The ties among the names that have most of them. */
function strongest(ties, names) {
  const strength = new Map();
  for (const { ends, items } of ties) for (const end of ends) strength.set(end, (strength.get(end) ?? 0) + items.size);
  const chosen = new Set([...strength].sort((a, b) => b[1] - a[1]).slice(0, names).map(([entity]) => entity));
  return ties.filter(({ ends }) => ends.every((end) => chosen.has(end)));
}

function graphView() {
  filter.relation ??= TIES.find((relation) => tiesOf({ ...filter, relation }).length >= 10) ?? "together";
  const canvas = el("div", { class: "canvas", tabindex: "0", role: "application", "aria-label": word("graphLabel"), onkeydown: move });
  const panel = el("div", { class: "panel" });
  const days = articles.map((article) => article.published).filter(isDay).sort();
  const atLeast = el("input", { type: "range", min: "1", max: "10", oninput: () => draw(Number(atLeast.value)) });
  const atLeastShown = el("output", null);
  let network = null;
  let ties = [];

  function draw(least) {
    const all = strongest(tiesOf(filter), filter.names);
    atLeast.max = String(Math.max(1, Math.min(30, all[0]?.items.size ?? 1)));
    // Unless told, the smallest count that leaves as many ties as an eye can follow.
    filter.atLeast = Math.min(least || (all[MOST_TIES]?.items.size ?? 0) + 1, Number(atLeast.max));
    atLeast.value = String(filter.atLeast);
    atLeastShown.textContent = count(filter.atLeast);
    ties = all.filter((tie) => tie.items.size >= filter.atLeast);
    network?.destroy();
    network = ties.length ? drawn(canvas, ties) : null;
    canvas.classList.toggle("empty", !ties.length);
    canvas.dataset.empty = word("empty");
    network?.on("zoom", () => labels(network));
    network?.on("tap", (event) => {
      if (event.target === network) showAll();
      else if (event.target.isNode()) showEntity(entities[event.target.data("number")]);
      else showTie(ties[event.target.data("tie")]);
    });
    showAll();
  }
  function light(elements) {
    network?.elements().removeClass("near").toggleClass("far", Boolean(elements));
    elements?.removeClass("far").addClass("near");
  }
  const tieLine = (tie) => el("button", { type: "button", class: "tie", onclick: () => showTie(tie) },
    shape(tie.ends[0].type), arabic(nameOf(tie.ends[0])), el("span", { class: "arrow" }, !isDirected(filter.relation) ? "–" : word("dir") === "rtl" ? "←" : "→"),
    shape(tie.ends[1].type), arabic(nameOf(tie.ends[1])), el("span", { class: "number" }, count(tie.items.size)));
  const backToAll = () => el("button", { type: "button", class: "plain", onclick: showAll }, word("ties"));
  function showAll() {
    light(null);
    panel.replaceChildren(el("h2", null, word("ties"), " ", el("span", { class: "number" }, count(ties.length)), " ", ties.length > 0 && saveButton("ties", "ties", () => ties)), el("p", { class: "quiet" }, word("graphHint")), list(ties, tieLine));
  }
  function showEntity(entity) {
    light(network.$id(String(entity.number)).closedNeighborhood());
    panel.replaceChildren(backToAll(), el("h2", null, entityLink(entity)), el("p", { class: "quiet" }, entity.latin ?? "", entity.offices[0] && [" ", roleName(entity.offices[0][0])]),
      list(ties.filter((tie) => tie.ends.includes(entity)), tieLine));
  }
  function showTie(tie) {
    const edge = network.$id(tie.key);
    light(edge.union(edge.connectedNodes()));
    const card = relationOf.has(filter.relation.id) ? eventCard : ["spoke", "aimed"].includes(filter.relation) ? statementCard : (article) => articleLine(article);
    panel.replaceChildren(backToAll(), el("h2", null, entityLink(tie.ends[0]), " ", entityLink(tie.ends[1])), list([...tie.items], card));
  }
  function zoom(by) {
    network?.zoom({ level: network.zoom() * by, renderedPosition: { x: canvas.clientWidth / 2, y: canvas.clientHeight / 2 } });
  }
  function move(event) {
    const step = { ArrowLeft: [60, 0], ArrowRight: [-60, 0], ArrowUp: [0, 60], ArrowDown: [0, -60] }[event.key];
    if (step) network?.panBy({ x: step[0], y: step[1] });
    else if (event.key === "+" || event.key === "=") zoom(1.3);
    else if (event.key === "-") zoom(1 / 1.3);
    else if (event.key === "0") network?.fit(undefined, 30);
    else return;
    event.preventDefault();
  }
  const day = (name) => el("label", null, word(name), el("input", { type: "date", min: days[0], max: days.at(-1), value: filter[name], onchange: (event) => { filter[name] = event.target.value; draw(); } }));
  const names = el("input", { type: "range", min: "10", max: "300", step: "10", value: String(filter.names), oninput: () => { namesShown.textContent = count(filter.names = Number(names.value)); draw(); } });
  const namesShown = el("output", null, count(filter.names));
  const types = TYPES.map((type) => el("button", {
    type: "button", class: `layer ${type}`, "aria-pressed": String(filter.types.has(type)),
    onclick: (event) => {
      if (!filter.types.delete(type)) filter.types.add(type);
      event.currentTarget.setAttribute("aria-pressed", String(filter.types.has(type)));
      draw();
    },
  }, shape(type), word(type)));
  const tool = (label, sign, act) => el("button", { type: "button", title: label, "aria-label": label, onclick: act }, sign);
  requestAnimationFrame(() => draw(filter.atLeast));
  return [
    el("h1", { class: "unseen" }, word("graph")),
    el("div", { class: "controls" },
      choice(word("relation"), TIES.map((relation) => [relation, nameOfTie(relation)]), filter.relation, (relation) => { filter.relation = relation; draw(); }),
      el("div", { class: "layers" }, types),
      days.length > 0 && [day("from"), day("until")],
      el("label", null, word("atLeast"), atLeast, atLeastShown),
      el("label", null, word("names"), names, namesShown)),
    el("div", { class: "network" },
      el("div", { class: "frame" }, canvas, el("div", { class: "tools" },
        tool(word("zoomIn"), "+", () => zoom(1.3)), tool(word("zoomOut"), "−", () => zoom(1 / 1.3)), tool(word("fit"), "⤢", () => network?.fit(undefined, 30)),
        tool(word("savePicture"), "⤓", () => network && saveBlob("network.png", network.png({ output: "blob", scale: 2, bg: colourOf("paper") }))))),
      el("aside", null, panel)),
  ];
}

function drawn(canvas, ties) {
  const colours = Object.fromEntries(TYPES.map((type) => [type, colourOf(type)]));
  const [ink, quiet, paper] = ["ink", "edge", "paper"].map(colourOf);
  const shapes = { person: "ellipse", country: "diamond", organization: "rectangle", place: "triangle" };
  const directed = isDirected(filter.relation);
  const most = ties[0].items.size;
  const nodes = new Set(ties.flatMap((tie) => tie.ends));
  const largest = Math.max(4, ...[...nodes].map((entity) => entity.count));
  const network = cytoscape({
    container: canvas,
    elements: [
      ...[...nodes].map((entity) => ({ data: { id: String(entity.number), number: entity.number, label: nameOf(entity), type: entity.type, size: 12 + 30 * Math.sqrt(entity.count / largest) } })),
      ...ties.map(({ key, ends, items }, tie) => ({ data: { id: key, tie, source: String(ends[0].number), target: String(ends[1].number), width: 1 + 6 * (items.size / most) } })),
    ],
    style: [
      { selector: "node", style: {
        label: "data(label)", color: ink, "font-family": getComputedStyle(document.body).fontFamily,
        "text-outline-color": paper, "text-valign": "bottom", "border-width": 1.5, "border-color": paper } },
      ...TYPES.map((type) => ({ selector: `node[type = "${type}"]`, style: { shape: shapes[type], "background-color": colours[type] } })),
      { selector: "edge", style: { width: "data(width)", "line-color": quiet, opacity: 0.7, "curve-style": directed ? "bezier" : "haystack", "haystack-radius": 0,
        ...(directed && { "target-arrow-shape": "triangle", "target-arrow-color": quiet, "arrow-scale": 0.8 }) } },
      { selector: ".nameless", style: { "text-opacity": 0 } },
      { selector: ".near", style: { "text-opacity": 1 } },
      { selector: ".far", style: { opacity: 0.1 } },
    ],
    layout: { name: "cose", animate: false, randomize: false, nodeRepulsion: () => 40000, idealEdgeLength: () => 70, nodeOverlap: 12, gravity: 0.4, componentSpacing: 50, numIter: 600, padding: 45 },
    minZoom: 0.15, maxZoom: 4,
  });
  if (network.zoom() > 1.5) network.zoom(1.5).center(); // a few names need not fill the page
  labels(network);
  return network;
}

/** Where a name may stand: below its node, else above, right or left of it. */
const SIDES = [["bottom", "center", 0, 1], ["top", "center", 0, -1], ["center", "right", 1, 0], ["center", "left", -1, 0]];
const LETTER_WIDTH = 3.4; // half of one, in pixels
const ALWAYS = 15; // of the largest nodes, as many have their names whatever is in the way

/** Names stay of one size on the screen, however far the network is zoomed; the larger node's goes first, and hides others that find no room. */
function labels(network) {
  const pixel = 1 / network.zoom();
  const size = (node) => node.data("size") * Math.max(1, 0.6 * pixel);
  network.style().selector("node").style({ width: size, height: size, "font-size": 12 * pixel, "text-outline-width": 2 * pixel, "text-margin-y": 0 }).update();
  const nodes = network.nodes().sort((a, b) => b.data("size") - a.data("size"));
  const boxes = nodes.map((node) => ({ node, ...node.renderedPosition(), half: size(node) / pixel / 2 }));
  const placed = boxes.map(({ x, y, half, node }) => ({ x, y, wide: half, high: half, node })); // no name covers a node …
  const meet = (a, b) => Math.abs(a.x - b.x) < a.wide + b.wide && Math.abs(a.y - b.y) < a.high + b.high;
  network.batch(() => {
    for (const [rank, { node, x, y, half }] of boxes.entries()) {
      const wide = LETTER_WIDTH * node.data("label").length;
      const free = (most) => SIDES.find(([, , right, down]) => {
        const box = { x: x + right * (half + wide + 2), y: y + down * (half + 10), wide, high: 8, node };
        return !placed.some((other, i) => other.node !== node && (i < most || i >= boxes.length) && meet(box, other)) && placed.push(box);
      });
      // … but for a large one's, which may cover smaller nodes.
      const side = free(boxes.length) ?? (rank < ALWAYS ? free(rank) ?? free(0) ?? SIDES[0] : undefined);
      node.style("z-index", boxes.length - rank);
      node.toggleClass("nameless", !side);
      if (side) node.style({ "text-valign": side[0], "text-halign": side[1], "text-margin-y": 3 * pixel * side[3], "text-margin-x": 3 * pixel * side[2] });
    }
  });
}

/** A colour of the style sheet as the theme has it now. */
function colourOf(name) {
  const probe = el("span", { class: `colour-${name}` });
  document.body.append(probe);
  const colour = getComputedStyle(probe).color;
  probe.remove();
  return colour;
}
