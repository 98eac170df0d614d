// YASGUI's own words, which are English alone, to those of the page's language.

// What stands in the page to what it is called; counts and the rest of a sentence stay.
const SENTENCES = [
  [/^(\d+) results?(?: in ([\d.]+) seconds?)?$/, "results", ["count", "seconds"]],
  [/^Showing ([\d,]+) to ([\d,]+) of ([\d,]+) entr(?:y|ies)(?: \(filtered from ([\d,]+) total entr(?:y|ies)\))?$/,
    "showing", ["first", "last", "count"]],
];
const NAMED = ["title", "placeholder", "aria-label"];
const LEFT = ".CodeMirror, tbody, style, script";

// Translates what is in a place, and what comes later; `words` has English words as keys.
export function translate(place, words, sentences) {
  const said = (text) => {
    const own = words[text];
    if (own) return own;
    const shows = /^Shows (.+) view$/.exec(text); // of a button that bears the view's name
    if (shows) return words[shows[1]] ?? shows[1];
    for (const [pattern, name, places] of SENTENCES) {
      const found = pattern.exec(text);
      if (found) return filled(sentences[name], places, found);
    }
    return null;
  };
  const change = () => {
    for (const node of texts(place)) {
      const text = node.textContent.trim();
      const own = text && said(text);
      if (own && own !== text) node.textContent = node.textContent.replace(text, own);
    }
    for (const name of NAMED) {
      for (const found of place.querySelectorAll(`[${name}]`)) {
        const own = said(found.getAttribute(name));
        if (own && own !== found.getAttribute(name)) found.setAttribute(name, own);
      }
    }
  };
  new MutationObserver(change).observe(place, { childList: true, subtree: true, characterData: true });
  change();
}

function filled(sentence, places, found) {
  return places.reduce((text, name, at) => text.replace(`{${name}}`, found[at + 1] ?? "?"), sentence);
}

function* texts(place) {
  const walker = document.createTreeWalker(place, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    if (!walker.currentNode.parentElement?.closest(LEFT)) yield walker.currentNode;
  }
}
