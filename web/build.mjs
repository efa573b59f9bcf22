// Makes words.json, and each page of this folder into one HTML file without outside references: `node build.mjs OUT`.
// A page is a folder with index.html, main.js and style.css.
import { build } from "esbuild";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const [to = "dist"] = process.argv.slice(2);
if (to.startsWith("-")) throw new Error("node build.mjs OUT");
const out = resolve(to);

async function bundled(entry) {
  const result = await build({
    entryPoints: [entry],
    bundle: true,
    minify: true,
    write: false,
    format: entry.endsWith(".js") ? "iife" : undefined,
    target: ["es2020", "chrome94", "firefox94", "safari15"],
    charset: "utf8",
    legalComments: "eof",  // the licences of what is bundled
    logLevel: "warning",
  });
  return result.outputFiles[0].text;
}

// The policy of a page names the one script that it may run, so that nothing written into the page
// can be another.
function policy(script) {
  const hash = createHash("sha256").update(script).digest("base64");
  return `script-src 'sha256-${hash}'`;
}

mkdirSync(out, { recursive: true });

// What the program itself writes into a report, in the pages' own words (sim/report/plain.cpp).
const [{ en }, { id }, { plain }, { outcomesInIndonesian }, { unitsInIndonesian }] = await Promise.all(["report/words/en.js", "report/words/id.js",
  "report/words/plain.js", "shared/outcomes_id.js", "shared/units_id.js"].map((file) => import(pathToFileURL(join(here, file)))));
const named = (words) => Object.fromEntries(Object.keys(outcomesInIndonesian).map((name) => [name, words.outcomeName(name, false)]));
writeFileSync(join(out, "words.json"), JSON.stringify({ en: { ...plain.en, outcomes: named(en), units: {} },
  id: { ...plain.id, outcomes: named(id), units: unitsInIndonesian } }));

const pages = readdirSync(here, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && existsSync(join(here, entry.name, "index.html")))
  .map((entry) => entry.name);
for (const page of pages) {
  const folder = join(here, page);
  const script = await bundled(join(folder, "main.js"));
  const style = await bundled(join(folder, "style.css"));
  const parts = { "script-policy": policy(script), style, script };
  const html = readFileSync(join(folder, "index.html"), "utf8").replace(
    /\{\{(script-policy|style|script)\}\}/g,
    (_, part) => parts[part],
  );
  writeFileSync(join(out, `${page}.html`), html);
}
