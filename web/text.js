// Words and small pieces of the page.

export const words = JSON.parse(document.getElementById("explorer-words").textContent);
export const language = document.documentElement.lang;
const numbers = new Intl.NumberFormat(language);

export const byId = (id) => document.getElementById(id);

export const number = (value) => numbers.format(value);

// `say("shown", {nodes: 3})` is the page's word with its places filled; numbers as people write them.
export function say(name, values = {}) {
  return words[`say_${name}`].replace(/\{(\w+)\}/g, (place, key) => {
    const value = values[key];
    return typeof value === "number" ? number(value) : value ?? place;
  });
}

// A text without accents and capitals, to compare with what somebody types.
export const plain = (text) =>
  text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(/[’']/g, "'");

// An element: `make("a", {href}, "text", child)`. Attributes that are null are left out.
export function make(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== null && value !== undefined && value !== false) {
      made.setAttribute(key, value === true ? "" : value);
    }
  }
  made.append(...children.filter((child) => child !== null));
  return made;
}

export function dated(iso) {
  const day = new Date(`${iso}T12:00:00Z`);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(iso) || Number.isNaN(day.getTime())) return iso;
  return new Intl.DateTimeFormat(language === "en" ? "en-GB" : language, {
    dateStyle: "long",
    timeZone: "UTC",
  }).format(day);
}
