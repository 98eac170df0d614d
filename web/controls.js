// Legend and years: what is switched off there is hidden.
import { dot } from "./panel.js";
import { byId, make, number } from "./text.js";

// A box for each kind of nodes there is; `redraw` is called when one is switched.
export function fillLegend(facts, shown, redraw) {
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

// Two sliders for the years; `asked` are the page's parameters, `reload` takes new years.
export function fillYears(facts, shown, asked, redraw, reload) {
  const [first, last] = facts.years ?? [0, 0];
  if (first === last) return;
  const [from, to] = [byId("first-year"), byId("last-year")];
  for (const input of [from, to]) Object.assign(input, { min: first, max: last, step: 1 });
  from.value = asked.get("from") ?? first;
  to.value = asked.get("to") ?? last;
  const isPart = facts.questions.shown < facts.questions.all;
  const isCut = reload && (isPart || facts.left_out > 0 || asked.has("from") || asked.has("to"));
  const change = (moved) => {
    if (Number(from.value) > Number(to.value)) {
      if (moved === from) to.value = from.value;
      else from.value = to.value;
    }
    const isAll = Number(from.value) === first && Number(to.value) === last;
    shown.first = isAll ? null : Number(from.value);
    shown.last = isAll ? null : Number(to.value);
    byId("years-shown").value = `${from.value}–${to.value}`;
    byId("load-years").hidden = !isCut;
    redraw();
  };
  for (const input of [from, to]) input.addEventListener("input", () => change(input));
  byId("load-years").addEventListener("click", () => reload(from.value, to.value));
  byId("years-shown").value = `${from.value}–${to.value}`;
  byId("years").hidden = false;
}
