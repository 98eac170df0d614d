// FILE.gexf FILE.json → what graphology reads of each, as one JSON array.
import { readFileSync } from "node:fs";
import Graph from "graphology";
import gexf from "graphology-gexf/node/index.js";

const [gexfFile, jsonFile] = process.argv.slice(2);
const graphs = [
  gexf.parse(Graph, readFileSync(gexfFile, "utf8")),
  Graph.from(JSON.parse(readFileSync(jsonFile, "utf8"))),
];
process.stdout.write(JSON.stringify(graphs.map((graph) => graph.export())));
