// What is hidden of the graph: kinds that are switched off, years outside the chosen ones.

export class Shown {
  constructor(graph) {
    this.graph = graph;
    this.withoutKinds = new Set();
    this.first = null;
    this.last = null;
    this.hidden = new Set();
    this.hiddenTies = new Set();
  }

  // Whether days [since, until], either open, meet the chosen years.
  #meets({ since, until }) {
    if (this.last !== null && since && Number(since.slice(0, 4)) > this.last) return false;
    return !(this.first !== null && until && Number(until.slice(0, 4)) < this.first);
  }

  refresh() {
    const inYears = this.first === null && this.last === null;
    const tied = new Set();
    this.hiddenTies.clear();
    this.graph.forEachEdge((edge, attributes, source, target) => {
      if (!this.#meets(attributes)) {
        this.hiddenTies.add(edge);
      } else {
        tied.add(source);
        tied.add(target);
      }
    });
    this.hidden.clear();
    this.graph.forEachNode((node, attributes) => {
      const lasts = inYears || tied.has(node) || (attributes.since && this.#meets(attributes));
      if (!lasts || this.withoutKinds.has(attributes.kind)) this.hidden.add(node);
    });
    this.graph.forEachEdge((edge, _, source, target) => {
      if (this.hidden.has(source) || this.hidden.has(target)) this.hiddenTies.add(edge);
    });
  }

  get nodes() {
    return this.graph.order - this.hidden.size;
  }

  get ties() {
    return this.graph.size - this.hiddenTies.size;
  }

  // How many nodes of each kind there are, whether they are shown or not.
  counts() {
    const found = new Map();
    this.graph.forEachNode((_, { kind }) => found.set(kind, (found.get(kind) ?? 0) + 1));
    return found;
  }

  // The neighbours of a node that are shown, each with its ties.
  neighbours(node) {
    const found = new Map();
    this.graph.forEachEdge(node, (edge, attributes, source, target) => {
      const other = source === node ? target : source;
      if (this.hiddenTies.has(edge) || other === node) return;
      const tie = { kind: attributes.kind, weight: attributes.weight, isOut: source === node };
      found.set(other, [...(found.get(other) ?? []), tie]);
    });
    return found;
  }
}
