// The text of an article with everything marked that its record knows.

/** The text's lines as paragraphs. `layers` are `{start, end, statement}` or `{start, end, event}` (numbers). */
function markedText(article) {
  const layers = [];
  for (const number of article.statements)
    layers.push({ start: statements[number].content[0], end: statements[number].content[1], statement: number });
  for (const number of article.events)
    for (const telling of events[number].tellings)
      if (telling.article === article.number)
        for (const [start, end] of telling.evidence) layers.push({ start, end, event: number });
  const names = article.marks.map(([start, end, entity, kind]) => ({ start, end, entity, kind }));
  const cuts = [...new Set([...layers, ...names].flatMap((span) => [span.start, span.end]))].sort((a, b) => a - b);

  const paragraphs = [];
  let at = 0;
  let cut = 0;
  let nextName = 0;
  let openNames = [];
  for (const line of article.text.split("\n")) {
    const end = at + line.length;
    const paragraph = el("p", { dir: "auto" });
    while (at < end) {
      while (cut < cuts.length && cuts[cut] <= at) cut++;
      const stop = Math.min(end, cuts[cut] ?? end);
      while (nextName < names.length && names[nextName].start <= at) openNames.push(names[nextName++]);
      openNames = openNames.filter((name) => name.end > at);
      const around = layers.filter((layer) => layer.start <= at && layer.end >= stop);
      paragraph.append(segment(article.text.slice(at, stop), openNames.at(-1), around));
      at = stop;
    }
    if (line.trim()) paragraphs.push(paragraph);
    at = end + 1;
  }
  return paragraphs;
}

/** A run of text under the same marks: a link to the innermost name, within what is said and what happens. */
function segment(text, name, around) {
  let node = document.createTextNode(text);
  if (name) {
    const entity = entities[name.entity];
    node = el("a", { class: `name ${entity.type}`, href: `#/entity/${entity.number}`, title: caption(entity), "data-entity": entity.number }, node);
  }
  if (!around.length) return node;
  const of = (kind) => around.filter((layer) => layer[kind] !== undefined).map((layer) => layer[kind]);
  const said = of("statement");
  const told = of("event");
  return el("span", {
    class: [said.length && "said", told.length && "told"].filter(Boolean).join(" "),
    "data-statements": said.length ? said.join(" ") : null,
    "data-events": told.length ? told.join(" ") : null,
  }, node);
}

const caption = (entity) => [nameOf(entity), entity.latin, word("entityKind", entity.type)].filter(Boolean).join(" · ");

/** Light up the segments of one statement or event, and bring the first into view. */
function lightUp(kind, number, scroll) {
  for (const node of document.querySelectorAll(".lit")) node.classList.remove("lit");
  const found = document.querySelectorAll(`.text [data-${kind}s~="${number}"]`);
  for (const node of found) node.classList.add("lit");
  if (scroll) found[0]?.scrollIntoView({ block: "center", behavior: matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth" });
}
