// A node to the panel beside the picture: its facts, its page, its neighbours as buttons.
import { byId, dated, make, number, say, words } from "./text.js";

const LISTED = 100;

// `actions` has `select(node)`, `only(node)`, `close()`; `facts` is the network's own JSON.
export function fill(panel, node, graph, shown, facts, actions) {
  const attributes = graph.getNodeAttributes(node);
  const kind = facts.kinds.find((each) => each.kind === attributes.kind);
  const neighbours = [...shown.neighbours(node)].sort(byWeight(graph));
  const pieces = [
    button(say("close"), actions.close, "close"),
    make("p", { class: "kicker" }, kind?.name ?? attributes.kind),
    make("h2", { id: "panel-heading", tabindex: "-1" }, attributes.label),
    attributes.title ? make("p", {}, attributes.title) : null,
    listOfFacts(attributes),
    make(
      "p",
      { class: "panel-links" },
      attributes.page ? make("a", { class: "button", href: attributes.page }, say("page")) : null,
      ...(actions.only ? [button(say("only"), () => actions.only(node))] : []),
    ),
    make("h3", {}, `${say("neighbours")} (${number(neighbours.length)})`),
    listOfNeighbours(neighbours, graph, facts, actions),
  ];
  panel.replaceChildren(...pieces.filter((piece) => piece !== null));
  panel.hidden = false;
  byId("say").textContent = say("selected", { name: attributes.label, count: neighbours.length });
}

const byWeight = (graph) => ([one, ties], [other, otherTies]) =>
  weight(otherTies) - weight(ties) ||
  graph.getNodeAttribute(one, "label").localeCompare(graph.getNodeAttribute(other, "label"));

const weight = (ties) => ties.reduce((sum, tie) => sum + tie.weight, 0);

function button(text, action, name = null) {
  const made = make("button", { type: "button", class: name }, text);
  made.addEventListener("click", action);
  return made;
}

function listOfFacts({ facts, degree }) {
  const list = make("dl", { class: "facts" });
  const add = (term, value) =>
    list.append(make("div", {}, make("dt", {}, term), make("dd", {}, value)));
  for (const [name, value] of Object.entries(facts)) add(words[`fact_${name}`], shownValue(value));
  add(say("degree"), number(degree));
  return list;
}

function shownValue(value) {
  if (typeof value === "number") return number(value);
  if (/^https?:\/\//.test(value)) return make("a", { class: "out", href: value }, value);
  return dated(value);
}

function listOfNeighbours(neighbours, graph, facts, actions) {
  const list = make("ul", { class: "neighbours" });
  const entry = ([other, ties]) => {
    const { label, title, color } = graph.getNodeAttributes(other);
    const choose = button(label, () => actions.select(other));
    const tie = ties.map((each) => tieWords(each, facts, graph)).join(", ");
    return make("li", {}, dot(color), choose, make("span", { class: "small soft" }, tie),
      title ? make("span", { class: "small soft title" }, title) : null);
  };
  list.append(...neighbours.slice(0, LISTED).map(entry));
  const rest = neighbours.slice(LISTED);
  if (rest.length) {
    const more = button(say("more", { count: rest.length }), () => {
      more.parentElement.remove();
      list.append(...rest.map(entry));
    });
    list.append(make("li", {}, more));
  }
  return list;
}

function tieWords({ kind, weight: count, isOut }, facts, graph) {
  const name = facts.ties[kind] ?? kind;
  const arrow = graph.getAttribute("isDirected") ? (isOut ? "" : "← ") : "";
  return `${arrow}${name}${count > 1 ? ` (${number(count)})` : ""}`;
}

// A dot of a kind's colour: drawn, because styles in attributes are not allowed here.
export function dot(colour) {
  const made = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  const circle = document.createElementNS("http://www.w3.org/2000/svg", "circle");
  for (const [name, value] of Object.entries({ class: "dot", viewBox: "0 0 12 12", "aria-hidden": "true" })) {
    made.setAttribute(name, value);
  }
  for (const [name, value] of Object.entries({ cx: 6, cy: 6, r: 5, fill: colour })) {
    circle.setAttribute(name, value);
  }
  made.append(circle);
  return made;
}
