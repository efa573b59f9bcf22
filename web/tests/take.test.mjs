// Every chart and every table can be taken out of the report, and what is taken holds the figures that are shown.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { before, test } from "node:test";
import { strFromU8, unzipSync } from "fflate";

import { inReport, number, ownFolder, rowsOf, swadaya } from "./browser.mjs";
import { twoPackages } from "./small_ward.mjs";

const folder = ownFolder("take");
const experiment = folder.written("small.toml", twoPackages({ news: ['=1+1, "News"'] }));

let file, comparison;
before(() => {
  swadaya("compare", experiment, "--out", folder.at("out"), "--quiet");
  file = folder.at("out", "report.html");
  comparison = rowsOf(folder.at("out", "comparison.csv"));
});

const english = { locale: "en-GB" }, indonesian = { locale: "id-ID" };
const inBrowser = (use, options = english) => inReport(file, use, { acceptDownloads: true, permissions: ["clipboard-read", "clipboard-write"], ...options });

// The tools of an element: a details below it.
const toolsOf = (page, selector) => page.locator(`${selector} > .take, ${selector} + .take`).first();
async function taken(page, selector, kind) {
  const tools = toolsOf(page, selector);
  if (!(await tools.evaluate((one) => one.open))) await tools.locator("summary").click();
  const [download] = await Promise.all([page.waitForEvent("download"), tools.locator(`button[data-take=${kind}]`).click()]);
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
}
async function copied(page, selector, kind = "copy") {
  const tools = toolsOf(page, selector);
  if (!(await tools.evaluate((one) => one.open))) await tools.locator("summary").click();
  await tools.locator(`button[data-take=${kind}]`).click();
  await tools.locator("[role=status]:has-text('opied'), [role=status]:has-text('isalin')").waitFor();
  return page.evaluate(async () => {
    const [item] = await navigator.clipboard.read(), out = {};
    for (const type of item.types) {
      const blob = await item.getType(type);
      out[type] = type.startsWith("text/") ? await blob.text() : [...new Uint8Array(await blob.arrayBuffer())];
    }
    return out;
  });
}

// A CSV file as rows of fields.
function fieldsOf(text, between) {
  const rows = [[]];
  for (const [, quoted, plain, end] of text.matchAll(new RegExp(`(?:"((?:[^"]|"")*)"|([^"${between}\\r\\n]*))(${between}|\\r\\n)`, "g"))) {
    rows[rows.length - 1].push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end === "\r\n") rows.push([]);
  }
  rows.pop();
  return rows;
}

// Rows of the first sheet of a workbook.
function sheetOf(bytes) {
  const files = unzipSync(new Uint8Array(bytes)), text = (name) => strFromU8(files[name]);
  const plain = (xml) => xml.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&quot;", '"').replaceAll("&amp;", "&");
  const shared = [...text("xl/sharedStrings.xml").matchAll(/<si>(.*?)<\/si>/gs)].map(([, si]) => plain(si.replace(/<[^>]*>/g, "")));
  return [...text("xl/worksheets/sheet1.xml").matchAll(/<row [^>]*>(.*?)<\/row>/gs)].map(([, row]) => {
    const cells = [];
    for (const [, letter, more, value] of row.matchAll(/<c r="([A-Z]+)\d+"([^>]*?)(?:\/>|>.*?<v>(.*?)<\/v>.*?<\/c>)/gs))
      cells[letter.charCodeAt(0) - 65] = value === undefined ? null : more.includes('t="s"') ? shared[Number(value)] : Number(value);
    return cells;
  });
}

const forest = "#forest table";
const recovery = (variant, month) => comparison.find((row) => row.outcome === "recovery" && row.variant === variant && row.month === month);
const titles = ["As it was", '=1+1, "News"', "2 Norms"];

test("every chart, table and picture has its tools", async () => {
  await inBrowser(async (page) => {
    for (let times = 0; times < 2; ++times) {  // the model's description is drawn when it opens
      await page.evaluate(() => document.querySelectorAll("details").forEach((one) => { one.open = true; }));
      await page.waitForTimeout(500);
    }
    const [tables, charts, pictures] = await page.evaluate(() => ["main table", ".chart", ".ward canvas"].map((selector) =>
      [...document.querySelectorAll(selector)].map((one) => (one.matches(".chart") ? one.lastElementChild : one.nextElementSibling))
        .map((tools) => (tools?.matches(".take") ? [...tools.querySelectorAll("button")].map((button) => button.dataset.take).join() : "none"))));
    assert.ok(tables.length > 20 && charts.length >= 6 && pictures.length === 2, [tables.length, charts.length, pictures.length].join());
    for (const tools of tables) assert.match(tools, /^copy,csv,csv-comma,xlsx(,png,svg,copy-picture)?$/);
    assert.ok(tables.filter((tools) => tools.includes("png")).length >= 5, "tables with marks are pictures, too");
    for (const tools of [...charts, ...pictures]) assert.equal(tools, "png,svg,copy-picture");
  });
});

test("the figures of a CSV file are those of comparison.csv, in both ways of writing them", async () => {
  for (const [options, kind, between, decimal] of [[english, "csv", ",", "."], [english, "csv-comma", ";", ","], [indonesian, "csv-comma", ";", ","],
    [indonesian, "csv", ",", "."]])
    await inBrowser(async (page) => {
      const { name, bytes } = await taken(page, forest, kind);
      assert.match(name, /^small-[a-z0-9-]+\.csv$/);
      const text = bytes.toString("utf8");
      assert.ok(text.startsWith("\ufeff"), "the mark by which spreadsheets know UTF-8");
      const [head, ...rows] = fieldsOf(text.slice(1), between);
      assert.equal(rows.length, 2);
      assert.ok(rows.every((row) => row.length === head.length));
      // A title that a spreadsheet would take for a formula is text.
      assert.deepEqual(rows.map((row) => row[0]), [`'${titles[1]}`, titles[2]]);
      rows.forEach((row, i) => {
        const own = recovery(["news", "norm"][i], "24");
        [own.difference, own.low, own.high].forEach((value, k) => {
          assert.ok(decimal === "," ? !row[1 + k].includes(".") : !row[1 + k].includes(","), row[1 + k]);
          assert.ok(Math.abs(Number(row[1 + k].replace(",", ".")) - 100 * value) <= 0.0501, `${head[1 + k]}: ${row[1 + k]} for ${100 * value}`);
        });
      });
    }, options);
});

test("a copied table is numbers in a spreadsheet of any language, and text elsewhere", async () => {
  for (const [options, decimal] of [[english, "."], [indonesian, ","]])
    await inBrowser(async (page) => {
      const held = await copied(page, forest), own = recovery("norm", "24");
      const lines = held["text/plain"].split("\r\n").map((line) => line.split("\t"));
      assert.ok(Math.abs(Number(lines[2][1].replace(decimal, ".")) - 100 * own.difference) <= 0.0501, lines[2].join());
      const cells = await page.evaluate((html) => [...new DOMParser().parseFromString(html, "text/html").querySelectorAll("tr")].map((row) =>
        [...row.cells].map((cell) => [cell.textContent, cell.getAttribute("x:num"), cell.getAttribute("sdval"), cell.dataset.sheetsValue])), held["text/html"]);
      assert.equal(cells[1][0][0], titles[1]);
      const [text, excel, office, sheets] = cells[2][1];
      for (const value of [excel, office, JSON.parse(sheets)[3], text.replace(decimal, ".")])
        assert.ok(Math.abs(Number(value) - 100 * own.difference) <= 0.0501, `${value} for ${100 * own.difference}`);
    }, options);
});

test("a workbook holds numbers, and where they come from", async () => {
  await inBrowser(async (page) => {
    const { name, bytes } = await taken(page, forest, "xlsx");
    assert.match(name, /\.xlsx$/);
    const [head, ...rows] = sheetOf(bytes), own = recovery("norm", "24");
    assert.equal(rows[1][0], titles[2]);
    for (const [k, value] of [own.difference, own.low, own.high].entries()) {
      assert.equal(typeof rows[1][1 + k], "number", `${head[1 + k]} is a number`);
      assert.ok(Math.abs(rows[1][1 + k] - 100 * value) <= 0.0501);
    }
    const files = unzipSync(new Uint8Array(bytes));
    assert.match(strFromU8(files["xl/sharedStrings.xml"]), /Small\. Swadaya .*6 simulated worlds/);
  });
});

test("what is shown as about zero has its number, and every month and package of the glance", async () => {
  await inBrowser(async (page) => {
    const [head, ...rows] = fieldsOf((await taken(page, ".glance table", "csv")).bytes.toString("utf8").slice(1), ",");
    assert.equal(rows.length, 3);
    const shown = await page.locator(".glance tbody tr").nth(1).locator("td").allTextContents();
    const at = (text) => head.findIndex((one) => one.startsWith(text));
    const outcomes = [["True recovery", "recovery", 100], ["Poor households served", "poor_served", 1], ["Leakage", "leakage", 100]];
    for (const [title, outcome, scale] of outcomes) {
      const own = comparison.find((row) => row.outcome === outcome && row.variant === "news" && row.month === "24");
      assert.ok(Math.abs(number(rows[1][at(title)]) - scale * own.difference) <= 0.0501, `${title}: ${rows[1][at(title)]} for ${own.difference}`);
    }
    assert.ok(shown.some((text) => text.includes("≈")), "something is about zero here");
  });
});

const size = (bytes) => ({ width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) });

test("charts, tables with marks and the ward are taken as PNG and SVG, on white paper from a dark page", async () => {
  await inBrowser(async (page) => {
    for (const [selector, least] of [["#series .chart", 5], [forest, 10], ["#ward .ward canvas", 200]]) {
      await page.evaluate((one) => document.querySelector(one).setAttribute("id", "taken"), selector);
      const png = (await taken(page, "#taken", "png")).bytes;
      assert.equal(png.toString("latin1", 1, 4), "PNG", selector);
      assert.ok(size(png).width >= 1000, `${selector}: ${size(png).width} pixels wide`);
      const svg = (await taken(page, "#taken", "svg")).bytes.toString("utf8");
      const seen = await page.evaluate((text) => {
        const root = new DOMParser().parseFromString(text, "image/svg+xml").documentElement;
        return { tag: root.tagName, marks: root.querySelectorAll("path, circle, line, polygon, polyline").length,
          text: root.textContent, paper: root.querySelector("rect").getAttribute("fill"), outside: /https?:(?!\/\/www\.w3\.org)|var\(--/.test(text) };
      }, svg);
      assert.deepEqual([seen.tag, seen.paper, seen.outside], ["svg", "#ffffff", false], selector);
      assert.ok(seen.marks >= least, `${selector}: ${seen.marks} marks`);
      assert.match(seen.text, /Small\. Swadaya .*6 simulated worlds/);
      assert.ok(svg.includes("#1d2126") || svg.includes("rgb(29, 33, 38)"), `${selector}: ink for white paper`);
      await page.evaluate(() => document.getElementById("taken").removeAttribute("id"));
    }
  }, { ...english, colorScheme: "dark" });
});

test("a picture is copied as a picture", async () => {
  await inBrowser(async (page) => {
    const held = await copied(page, "#series .chart", "copy-picture");
    assert.deepEqual(held["image/png"].slice(1, 4), [80, 78, 71]);
  });
});

test("tools open and close by keyboard, and keep off the paper", async () => {
  await inBrowser(async (page) => {
    const tools = toolsOf(page, forest);
    await tools.locator("summary").focus();
    await page.keyboard.press("Enter");
    await tools.locator("button").first().waitFor();  // they are made once it is open
    assert.equal(await tools.locator("button").count(), 7);
    await page.keyboard.press("Tab");
    await page.keyboard.press("Escape");
    assert.equal(await tools.evaluate((one) => one.open), false);
    await page.emulateMedia({ media: "print" });
    assert.equal(await tools.isVisible(), false);
  });
});
