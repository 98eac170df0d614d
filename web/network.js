// The server's answer to a graph in graphology, and more of it added later.
import { MultiGraph } from "graphology";

const CROWD = 150; // of more nodes than these the largest are drawn smaller

export function address(base, parameters) {
  const made = new URL(base, location.href);
  for (const [name, value] of parameters) made.searchParams.append(name, value);
  return made;
}

export async function load(base, parameters) {
  const response = await fetch(address(base, parameters));
  if (!response.ok) throw new Error((await response.text()).trim());
  return response.json();
}

export function imported(found) {
  const made = new MultiGraph();
  const largest = Math.max(1, ...found.graph.nodes.map(({ attributes }) => attributes.size));
  made.setAttribute("scale", Math.min(1, (found.graph.nodes.length > CROWD ? 11 : 18) / largest));
  made.setAttribute("isDirected", found.graph.edges.some((edge) => !edge.undirected));
  add(found.graph, made);
  return made;
}

// Nodes come small ones first: what is drawn last lies on top and takes the clicks.
export function add({ nodes, edges }, target, near = null) {
  const places = near === null ? null : target.getNodeAttributes(near);
  const fresh = nodes.filter(({ key }) => !target.hasNode(key));
  fresh.forEach(({ key, attributes }, at) => {
    const turn = (2 * Math.PI * at) / fresh.length;
    const ring = 60 + 2 * fresh.length;
    const place = places === null ? {} : {
      x: places.x + ring * Math.cos(turn),
      y: places.y + ring * Math.sin(turn),
    };
    const size = Math.max(1.5, attributes.size * target.getAttribute("scale"));
    target.addNode(key, { ...attributes, size, ...place });
  });
  for (const { source, target: end, attributes, undirected } of edges) {
    const key = `${source} ${attributes.kind} ${end}`;
    if (target.hasEdge(key)) continue;
    const tie = undirected ? "addUndirectedEdgeWithKey" : "addDirectedEdgeWithKey";
    target[tie](key, source, end, attributes);
  }
  return fresh.length;
}
