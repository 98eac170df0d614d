// The query form of the page to YASGUI, with the page's own queries as examples.
import Yasgui from "@zazuko/yasgui";
import "@zazuko/yasgui/build/yasgui.min.css";
import { translate } from "./words.js";

const place = document.getElementById("yasgui");
const form = document.getElementById("plain-editor");
const facts = JSON.parse(document.getElementById("editor-facts").textContent);
const endpoint = new URL(form.action, location.href).href;
const asked = form.elements.query.value;

// Completion knows the words of this graph, and asks no other host for more.
const isClass = (iri) => /[/#:][A-Z][^/#:]*$/.test(iri);
const complete = (name, list, bulk) =>
  Yasgui.Yasqe.forkAutocompleter(name, { name, get: () => list, bulk, persistenceId: undefined });
complete("prefixes", Object.entries(facts.prefixes).map(([name, iri]) => `${name}: <${iri}>`), true);
const beginning = (list) => (yasqe, token) =>
  list.filter((iri) => iri.startsWith(token?.autocompletionString ?? ""));
for (const [name, wanted] of [["class", true], ["property", false]]) {
  const list = facts.terms.filter((iri) => isClass(iri) === wanted);
  Yasgui.Yasqe.forkAutocompleter(name, { name, get: beginning(list) });
}

// Results begin in the simple view: numbers as numbers, long names shortened.
const getDefaults = Yasgui.Tab.getDefaults;
Yasgui.Tab.getDefaults = (own) => {
  const made = getDefaults(own);
  made.yasr.settings.pluginsConfig = { table: { compact: true, isEllipsed: false } };
  return made;
};

const requestConfig = { endpoint, method: "POST", acceptHeaderGraph: "text/turtle,*/*;q=0.1" };
const ownEndpoint = (config) => ({ ...config, requestConfig: { ...config.requestConfig, ...requestConfig } });
form.hidden = true;
place.hidden = false;
const yasgui = new Yasgui(place, {
  requestConfig,
  copyEndpointOnNewTab: false,
  populateFromUrl: ownEndpoint,
  tabName: facts.words.tab,
  persistenceId: `hemicycle-${facts.version}`,
  endpointCatalogueOptions: { getData: () => [{ endpoint }], keys: [] },
  yasqe: { value: asked, autocompleters: ["prefixes", "class", "property"], requestConfig },
});

function show(text, title) {
  const same = Object.keys(yasgui._tabs).find((id) => yasgui.getTab(id).getQuery() === text);
  if (same) return yasgui.selectTabId(same);
  const tab = yasgui.addTab(true, { name: title, requestConfig });
  tab.setQuery(text);
  return tab;
}

// A query that the address names goes before what was left open last time.
if (new URLSearchParams(location.search).size) show(asked, form.dataset.title);

document.getElementById("examples").addEventListener("click", (event) => {
  const link = event.target.closest("a[data-example]");
  if (!link) return;
  event.preventDefault();
  const example = facts.examples[link.dataset.example];
  show(example, link.textContent.trim());
  document.getElementById("editor-heading").scrollIntoView();
});

// Things of this graph are shown by this server, wherever their identifiers lead.
for (const kind of ["pointerdown", "click", "focusin"]) {
  place.addEventListener(kind, (event) => {
    const link = event.target.closest?.("a[href]");
    if (link?.href.startsWith(`${facts.base}id/`)) {
      link.href = endpoint.replace(/sparql$/, "id/") + link.href.slice(facts.base.length + 3);
    }
  }, true);
}

// Names for the buttons that show a picture alone, and for the fields without label.
const worded = [
  [".yasqe_queryButton", facts.words.run],
  [".yasqe_share", facts.words.share],
  [".tabContextButton", facts.words.settings],
  [".addTab", facts.words.add],
  [".closeTab", facts.words.close],
  [".yasr_external_ref_btn", facts.words.help],
  [".tableSizer", facts.words.page_size],
  [".tableFilter", facts.words.filter],
  [".CodeMirror textarea", facts.words.query],
];
function nameAll() {
  for (const [selector, words] of worded) {
    for (const found of place.querySelectorAll(selector)) {
      if (found.getAttribute("aria-label") !== words) found.setAttribute("aria-label", words);
    }
  }
  // What scrolls must be reached without a mouse.
  for (const found of place.querySelectorAll(".CodeMirror-scroll[tabindex='-1']")) {
    found.setAttribute("tabindex", "0");
  }
  // It stands in the list of tabs, where nothing but a tab may be.
  place.querySelector(".addTab:not([role])")?.setAttribute("role", "tab");
}
translate(place, facts.yasgui, facts.yasgui);
new MutationObserver(nameAll).observe(place, { childList: true, subtree: true });
nameAll();
