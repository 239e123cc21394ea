// What JavaScript readers make of the files in a folder: node readers.mjs FOLDER, where graphology, graphology-gexf,
// graphology-graphml and cytoscape are installed beside it (npm install).
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const require = createRequire(process.cwd() + "/");
const { MultiDirectedGraph } = require("graphology");
const gexf = require("graphology-gexf");
const graphml = require("graphology-graphml");
const cytoscape = require("cytoscape");
const version = (name) => JSON.parse(readFileSync(`node_modules/${name}/package.json`, "utf8")).version;
const folder = process.argv[2];
const text = (name) => readFileSync(`${folder}/${name}`, "utf8");

for (const [name, reader, file] of [["graphology-gexf", gexf, "g.gexf"], ["graphology-graphml", graphml, "g.graphml"]]) {
  const graph = reader.parse(MultiDirectedGraph, text(file), { addMissingNodes: false });
  const one = graph.findNode((_, data) => data.label);
  console.log(`${name} ${version(name)}`, graph.order, graph.size, graph.getNodeAttribute(one, "label"));
}
const drawn = cytoscape({ headless: true, elements: JSON.parse(text("g.cyjs")).elements });
console.log(`cytoscape ${version("cytoscape")}`, drawn.nodes().length, drawn.edges().length, drawn.nodes()[0].data("label"));
