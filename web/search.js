// Typed words to the nodes that have them, whatever their accents and capitals.
import { plain } from "./text.js";

// The best first: labels that begin so, then what has more ties.
export function findNodes(graph, shown, text) {
  const parts = plain(text).split(/\s+/).filter(Boolean);
  if (!parts.length) return [];
  const found = graph.filterNodes((node, { label, title }) => {
    const own = plain(`${label} ${title ?? ""} ${node}`);
    return !shown.hidden.has(node) && parts.every((part) => own.includes(part));
  });
  const rank = (node) => {
    const { label, degree } = graph.getNodeAttributes(node);
    return [plain(label).startsWith(parts[0]) ? 0 : 1, -degree];
  };
  return found.sort((one, other) => {
    const [a, b] = [rank(one), rank(other)];
    return a[0] - b[0] || a[1] - b[1];
  });
}
