// Scripts and styles of the two pages, with all that they need, to site/static/bundles/.
import { readFileSync, readdirSync, rmSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const here = dirname(fileURLToPath(import.meta.url));
const out = join(here, "..", "src", "hemicycle", "site", "static", "bundles");

rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
const made = await build({
  absWorkingDir: here,
  entryPoints: ["editor.js", "explorer.js"],
  outdir: out,
  bundle: true,
  minify: true,
  format: "esm",
  target: ["es2022"],
  charset: "utf8",
  legalComments: "external",
  loader: { ".svg": "dataurl", ".png": "dataurl", ".woff2": "dataurl" },
  plugins: [{ name: "no-inline-style", setup: withoutInlineStyle }],
  metafile: true,
  logLevel: "warning",
});
writeFileSync(join(out, "LICENSES.txt"), licences(made.metafile));

// YASGUI's table puts rules into a style element, which the site's Content-Security-Policy
// forbids; they stand in editor.css. An empty element of another kind takes its place:
// the code that makes it takes it away again.
function withoutInlineStyle({ onLoad }) {
  const changes = [
    ["o.styleSheet ? o.styleSheet.cssText = n : o.appendChild(document.createTextNode(n)), ", ""],
    ['document.createElement("style")', 'document.createElement("template")'],
    ['a = e.querySelectorAll("style")', 'a = e.querySelectorAll("template")'],
  ];
  onLoad({ filter: /yasgui\.esm\.js$/ }, ({ path }) => {
    const changed = (text, [old, ours]) => {
      const parts = text.split(old);
      if (parts.length !== 2) throw new Error(`${path}: the place that writes styles has changed`);
      return parts.join(ours);
    };
    return { contents: changes.reduce(changed, readFileSync(path, "utf8")), loader: "js" };
  });
}

// The name, version, licence and notice of every package that a bundle holds a part of.
// What a package brings along is itself bundled by its makers; their packages are named too.
function licences(metafile) {
  const names = new Set();
  for (const file of Object.keys(metafile.inputs)) {
    const name = /^node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(file)?.[1];
    if (name) withDependencies(name, names);
  }
  const parts = [...names].sort().map(notice);
  return `Packages whose code stands in these bundles.\n\n${parts.join(`\n${"-".repeat(72)}\n\n`)}`;
}

function withDependencies(name, names) {
  if (names.has(name)) return;
  names.add(name);
  for (const other of Object.keys(about(name).dependencies ?? {})) {
    withDependencies(other, names);
  }
}

function about(name) {
  return JSON.parse(readFileSync(join(here, "node_modules", name, "package.json"), "utf8"));
}

function notice(name) {
  const found = about(name);
  const folder = join(here, "node_modules", name);
  const file = readdirSync(folder).find((each) => /^(licen[cs]e|copying)/i.test(each));
  const licence = found.license ?? found.licenses?.[0]?.type ?? "see its files";
  const text = file ? readFileSync(join(folder, file), "utf8").trim() : "";
  return `${name} ${found.version} (${licence})\n${text ? `\n${text}\n` : ""}`;
}
