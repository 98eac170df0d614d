// The page of the explorer: loads a network, draws it, and wires search, legend, years and panel.
import { fillLegend, fillYears } from "./controls.js";
import { Drawing, hasWebGl } from "./drawing.js";
import { add, address, imported, load } from "./network.js";
import { dot, fill } from "./panel.js";
import { findNodes } from "./search.js";
import { Shown } from "./shown.js";
import { byId, language, make, say } from "./text.js";

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

// Among plain files the whole network is one file, and nobody answers further questions.
const isPlain = section.dataset.plain === "1";

// The parameters that name what is shown; `extra` goes before those of the page.
function choice(extra = []) {
  if (isPlain) return [];
  const names = new Set(extra.map(([name]) => name));
  const kept = [...asked].filter(([name]) => !names.has(name) && name !== "lang");
  return [...kept, ...extra.filter(([, value]) => value !== null), ["lang", language]];
}

async function start() {
  byId("say").textContent = say("loading");
  try {
    facts = await load(section.dataset.address, choice());
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
  fillLegend(facts, shown, redraw);
  fillYears(facts, shown, asked, redraw, isPlain ? null : loadYears);
  sayShown();
  fromHash();
  window.explorer = { state, drawing, graph }; // what tests look at
  fillList();
}

// The page of a large network comes without its list: it is there once the network is made.
async function fillList() {
  const place = document.querySelector("[data-list]");
  if (!place) return;
  const response = await fetch(place.dataset.list);
  if (!response.ok) return; // the link to it stays
  const found = new DOMParser().parseFromString(await response.text(), "text/html");
  byId("about-network").replaceWith(found.getElementById("about-network"));
  const part = found.getElementById("part");
  if (part) byId("about-network").after(part);
  const around = found.getElementById("around")?.parentElement;
  document.querySelector(".as-list").replaceChildren(
    ...(around ? [around] : []), ...found.querySelector(".as-list").childNodes,
  );
}

function sayShown() {
  const counts = say("shown", { nodes: shown.nodes, edges: shown.ties });
  const part = facts.questions.shown < facts.questions.all ? [say("part", facts.questions)] : [];
  const rest = facts.left_out ? [say("left_out", { count: facts.left_out })] : [];
  byId("say").textContent = [counts, ...part, ...rest].join(" ");
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
  const isPart = facts.left_out > 0 || facts.questions.shown < facts.questions.all;
  if (isPart && !isPlain && !more.has(node) && !isQuiet) await expand(node);
  if (state.selected !== node) return; // another was chosen meanwhile
  state.around = new Set(shown.neighbours(node).keys());
  fill(panel, node, graph, shown, facts, { select: selectFromPanel, only: isPlain ? null : only, close });
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
    const found = await load(section.dataset.address, [
      ...choice([["steps", null], ["more", null]]).filter(([name]) => name !== "around"),
      ["around", node],
    ]);
    Object.assign(facts.ties, found.ties);
    if (add(found.graph, graph, node)) fillLegend(facts, shown, redraw);
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
  const node = graph.findNode((each) => `#${encodeURI(each)}` === location.hash);
  if (node) select(node);
  else if (state.selected !== null) close();
}

// --- search -------------------------------------------------------------------------------

function search() {
  const input = byId("find");
  const found = findNodes(graph, shown, input.value);
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
  if (!found.length && input.value.trim() && !isPlain) byId("found").append(everywhere(input.value.trim()));
  if (!input.value.trim()) sayShown();
  else byId("say").textContent = found.length ? say("found", { count: found.length }) : say("nothing");
}

// The way to the search of the whole site, for what is not in the picture.
function everywhere(text) {
  const href = `${section.dataset.search}?${new URLSearchParams({ q: text })}`;
  return make("li", {}, make("a", { href }, say("everywhere", { words: text })));
}

// --- years and view -----------------------------------------------------------------------

function loadYears(first, last) {
  const wanted = new URL(location.pathname, location.href);
  for (const [name, value] of choice([["from", first], ["to", last]])) {
    if (name !== "lang") wanted.searchParams.append(name, value);
  }
  location.assign(wanted);
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
