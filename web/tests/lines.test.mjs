// What can't be read on a screen isn't read: no line of the pages' code and its tests is too long.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const web = dirname(dirname(fileURLToPath(import.meta.url)));
const most = 160;
const notOurs = ["node_modules", "dist"];

const sources = (folder) => readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
  const path = join(folder, entry.name);
  if (entry.isDirectory()) return notOurs.includes(entry.name) ? [] : sources(path);
  return /\.m?js$/.test(entry.name) ? [path] : [];
});
// Characters, not bytes or halves of pairs.
const tooLong = (path) => readFileSync(path, "utf8").split("\n").map((line, i) => [i + 1, [...line].length])
  .filter(([, length]) => length > most).map(([line, length]) => `${relative(web, path)}:${line}: ${length} characters`);

test(`no line is longer than ${most} characters`, () => {
  const all = sources(web).map((path) => relative(web, path));
  for (const known of ["build.mjs", join("report", "words", "id.js"), join("tests", "lines.test.mjs")]) {
    assert.ok(all.includes(known), `${known} is among what is read`);
  }
  assert.deepEqual(sources(web).flatMap(tooLong), []);
});
