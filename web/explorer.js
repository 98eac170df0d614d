// The page of the explorer: loads a network, draws it, and wires search, legend, years and panel.
import { MultiGraph } from "graphology";
import { Drawing, hasWebGl } from "./drawing.js";
import { dot, fill } from "./panel.js";
import { Shown } from "./shown.js";
import { byId, language, make, number, plain, say } from "./text.js";

const section = byId("explorer");
const picture = byId("picture");
const panel = byId("panel");
const asked = new URLSearchParams(location.search);
const MOST_FOUND = 12;

let facts = null; // the network as the server gave it
let graph = null;
let shown = null;
let drawing = null;
const more = new Set(); // nodes whose neighbours were added
const state = { selected: null, around: null, get shown() { return shown; } };

function address(base, parameters) {
  const made = new URL(base, location.href);
  for (const [name, value] of parameters) made.searchParams.append(name, value);
  return made;
}

// The parameters that name what is shown; `extra` goes before those of the page.
function choice(extra = []) {
  const names = new Set(extra.map(([name]) => name));
  const kept = [...asked].filter(([name]) => !names.has(name) && name !== "lang");
  return [...kept, ...extra.filter(([, value]) => value !== null), ["lang", language]];
}

async function load(parameters) {
  const response = await fetch(address(section.dataset.address, parameters));
  if (!response.ok) throw new Error((await response.text()).trim());
  return response.json();
}

function imported(found) {
  const made = new MultiGraph();
  made.setAttribute("isDirected", found.graph.edges.some((edge) => !edge.undirected));
  add(found.graph, made);
  return made;
}

// Nodes come small ones first: what is drawn last lies on top and takes the clicks.
function add({ nodes, edges }, target, near = null) {
  const places = near === null ? null : target.getNodeAttributes(near);
  const fresh = nodes.filter(({ key }) => !target.hasNode(key));
  fresh.forEach(({ key, attributes }, at) => {
    const turn = (2 * Math.PI * at) / fresh.length;
    const ring = 60 + 2 * fresh.length;
    const place = places === null ? {} : {
      x: places.x + ring * Math.cos(turn),
      y: places.y + ring * Math.sin(turn),
    };
    target.addNode(key, { ...attributes, ...place });
  });
  for (const { source, target: end, attributes, undirected } of edges) {
    const key = `${source} ${attributes.kind} ${end}`;
    if (target.hasEdge(key)) continue;
    const tie = undirected ? "addUndirectedEdgeWithKey" : "addDirectedEdgeWithKey";
    target[tie](key, source, end, attributes);
  }
  return fresh.length;
}

async function start() {
  byId("say").textContent = say("loading");
  try {
    facts = await load(choice());
  } catch (error) {
    byId("say").textContent = say("failed", { words: error.message });
    return;
  }
  section.hidden = false;
  graph = imported(facts);
  shown = new Shown(graph);
  for (const [end, name] of [["first", "from"], ["last", "to"]]) {
    if (asked.has(name)) shown[end] = Number(asked.get(name));
  }
  shown.refresh();
  if (hasWebGl()) {
    drawing = new Drawing(graph, picture, state);
    drawing.onClick(select, close);
  } else {
    picture.textContent = say("no_webgl");
  }
  fillLegend();
  fillYears();
  sayShown();
  fromHash();
  window.explorer = { state, drawing, graph }; // what tests look at
}

function sayShown() {
  const counts = say("shown", { nodes: shown.nodes, edges: shown.ties });
  byId("say").textContent = facts.left_out ? `${counts} ${say("left_out", { count: facts.left_out })}` : counts;
  byId("gexf").href = address(section.dataset.gexf, choice([
    ["from", shown.first],
    ["to", shown.last],
    ...[...shown.withoutKinds].sort().map((kind) => ["without", kind]),
    ...[...more].map((node) => ["more", node]),
  ]));
}

function redraw() {
  shown.refresh();
  if (state.selected !== null && shown.hidden.has(state.selected)) close();
  else if (state.selected !== null) select(state.selected, { isQuiet: true });
  drawing?.refresh();
  sayShown();
}

// --- one node -----------------------------------------------------------------------------

async function select(node, { isQuiet = false } = {}) {
  state.selected = node;
  if (facts.left_out && !more.has(node) && !isQuiet) await expand(node);
  if (state.selected !== node) return; // another was chosen meanwhile
  state.around = new Set(shown.neighbours(node).keys());
  fill(panel, node, graph, shown, facts, { select: selectFromPanel, only, close });
  if (isQuiet) return;
  drawing?.refresh();
  drawing?.goTo(node);
  const wanted = `#${encodeURI(node)}`;
  if (location.hash !== wanted) history.pushState(null, "", wanted);
}

async function selectFromPanel(node) {
  await select(node);
  byId("panel-heading").focus();
}

// What is tied to a node and had no room is fetched, and placed around it.
async function expand(node) {
  try {
    const found = await load([
      ...choice([["steps", null], ["more", null]]).filter(([name]) => name !== "around"),
      ["around", node],
    ]);
    Object.assign(facts.ties, found.ties);
    if (add(found.graph, graph, node)) fillLegend();
    more.add(node);
    shown.refresh();
    sayShown();
  } catch (error) {
    byId("say").textContent = say("failed", { words: error.message });
  }
}

function close() {
  state.selected = null;
  state.around = null;
  panel.hidden = true;
  panel.replaceChildren();
  if (location.hash) history.pushState(null, "", location.pathname + location.search);
  drawing?.refresh();
}

function only(node) {
  const wanted = new URL(location.pathname, location.href);
  for (const [name, value] of asked) if (name !== "around") wanted.searchParams.append(name, value);
  wanted.searchParams.append("around", node);
  wanted.hash = encodeURI(node);
  location.assign(wanted);
}

function fromHash() {
  const node = decodeURI(location.hash.slice(1));
  if (node && graph.hasNode(node)) select(node);
  else if (state.selected !== null) close();
}

// --- search -------------------------------------------------------------------------------

function findNodes(text) {
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

function search() {
  const input = byId("find");
  const found = findNodes(input.value);
  byId("found").replaceChildren(...found.slice(0, MOST_FOUND).map((node) => {
    const { label, title, color, kind } = graph.getNodeAttributes(node);
    const choose = make("button", { type: "button" }, label);
    choose.addEventListener("click", () => {
      byId("found").replaceChildren();
      input.value = label;
      selectFromPanel(node);
    });
    const name = facts.kinds.find((each) => each.kind === kind)?.name;
    return make("li", {}, dot(color), choose, make("span", { class: "small soft" }, title ?? name));
  }));
  if (!input.value.trim()) sayShown();
  else byId("say").textContent = found.length ? say("found", { count: found.length }) : say("nothing");
}

// --- legend, years, view ------------------------------------------------------------------

function fillLegend() {
  const counts = shown.counts();
  const legend = byId("legend");
  legend.querySelectorAll("label").forEach((each) => each.remove());
  for (const { kind, name, color } of facts.kinds) {
    if (!counts.has(kind)) continue;
    const box = make("input", { type: "checkbox", value: kind });
    box.checked = !shown.withoutKinds.has(kind);
    box.addEventListener("change", () => {
      if (box.checked) shown.withoutKinds.delete(kind);
      else shown.withoutKinds.add(kind);
      redraw();
    });
    legend.append(make("label", {}, box, dot(color), ` ${name} `,
      make("span", { class: "soft" }, number(counts.get(kind)))));
  }
}

function fillYears() {
  const [first, last] = facts.years ?? [0, 0];
  if (first === last) return;
  const [from, to] = [byId("first-year"), byId("last-year")];
  for (const input of [from, to]) Object.assign(input, { min: first, max: last, step: 1 });
  from.value = asked.get("from") ?? first;
  to.value = asked.get("to") ?? last;
  const change = (moved) => {
    if (Number(from.value) > Number(to.value)) {
      if (moved === from) to.value = from.value;
      else from.value = to.value;
    }
    const isAll = Number(from.value) === first && Number(to.value) === last;
    shown.first = isAll ? null : Number(from.value);
    shown.last = isAll ? null : Number(to.value);
    byId("years-shown").value = `${from.value}–${to.value}`;
    byId("load-years").hidden = !facts.left_out || isAll;
    redraw();
  };
  for (const input of [from, to]) input.addEventListener("input", () => change(input));
  byId("load-years").addEventListener("click", () => {
    const wanted = new URL(location.pathname, location.href);
    for (const [name, value] of choice([["from", from.value], ["to", to.value]])) {
      if (name !== "lang") wanted.searchParams.append(name, value);
    }
    location.assign(wanted);
  });
  byId("years-shown").value = `${from.value}–${to.value}`;
  byId("years").hidden = false;
}

const KEYS = {
  ArrowLeft: () => drawing.pan(-1, 0),
  ArrowRight: () => drawing.pan(1, 0),
  ArrowUp: () => drawing.pan(0, 1),
  ArrowDown: () => drawing.pan(0, -1),
  "+": () => drawing.zoom(0.7),
  "=": () => drawing.zoom(0.7),
  "-": () => drawing.zoom(1.4),
  0: () => drawing.whole(),
  Escape: close,
};

picture.addEventListener("keydown", (event) => {
  if (!drawing || !(event.key in KEYS) || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  KEYS[event.key]();
});
byId("larger").addEventListener("click", () => drawing?.zoom(0.7));
byId("smaller").addEventListener("click", () => drawing?.zoom(1.4));
byId("whole").addEventListener("click", () => drawing?.whole());
byId("find").addEventListener("input", search);
byId("find").addEventListener("keydown", (event) => {
  if (event.key === "Enter") byId("found").querySelector("button")?.click();
  if (event.key === "Escape") byId("found").replaceChildren();
});
addEventListener("hashchange", fromHash);
addEventListener("popstate", fromHash);
document.querySelector(".as-list").addEventListener("click", (event) => {
  const link = event.target.closest("a[data-node]");
  if (!link || !graph?.hasNode(link.dataset.node) || event.ctrlKey || event.metaKey) return;
  event.preventDefault();
  section.scrollIntoView();
  selectFromPanel(link.dataset.node);
});

start();
