// The page that draws g.gexf with sigma; esbuild bundles it: npx esbuild page.mjs --bundle --outfile=page.js
import { MultiDirectedGraph } from "graphology";
import { parse } from "graphology-gexf/browser";
import Sigma from "sigma";

window.draw = (xml) => {
  const graph = parse(MultiDirectedGraph, xml);
  new Sigma(graph, document.getElementById("graph"));
  return [graph.order, graph.size];
};
