// The explorer in a real browser, with the real program behind it.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";

import { exploring, opened, ownFolder, rowsOf, swadaya, withBrowser } from "./browser.mjs";
import { until } from "./explored.mjs";
import { smallWard } from "./small_ward.mjs";
import { outcomesInIndonesian } from "../shared/outcomes_id.js";
import { hasUnitInIndonesian } from "../shared/units_id.js";

const program = process.env.SWADAYA;
const folder = ownFolder("explore");
folder.written("other.toml", "[lending]\nnorm = 0.2\n");
const scenario = folder.written("small.toml", `
[experiment]
title = "A small <b>ward</b>"
baseline = "before"
outcomes = ["informed", "participation_poor", "recovery"]
${smallWard()}[[variant]]
name = "before"
[[variant]]
name = "loud"
title = "Louder"
set = { "socialization.q_other" = 0.1 }
[[variant]]
name = "lent"
title = "Other lending"
set = { "models.lending" = "hazard" }
`);

let server = null, address = "";

before(async () => {
  ({ server, address } = await exploring(program, [scenario, "--threads", "2"]));
});

after(() => server?.kill("SIGKILL"));

// All worlds are in, and every chart shows them.
const done = async (page) => {
  await until(page, "run", "done");
  await until(page, "curves", "drawn");
};
const running = async () => (await (await fetch(`${address}running`)).json()).running;
const curve = (page, name) => page.locator(`[data-outcome="${name}"] .chart path`).evaluateAll((paths) => paths.map((p) => p.getAttribute("d")).join("|"));
const effect = (page, name) => page.locator(`[data-outcome="${name}"] .effect`).innerText();
const explored = (options, use) => withBrowser({ viewport: { width: 1300, height: 900 }, ...options }, async (context) => {
  const { page, complaints } = await opened(context, address);
  await done(page);
  await use(page, context);
  // Runs that a move ended are ended on purpose, and what is refused (422) is shown on the page.
  assert.deepEqual(complaints.filter((text) => !text.startsWith("failed: ") && !text.includes("status of 422")), []);
});

test("curves change when a slider is moved, by mouse or by keyboard", () => explored({}, async (page) => {
  const before_ = await curve(page, "informed");
  assert.ok(before_.length > 100);
  assert.match(await effect(page, "informed"), /the same in every world/);
  const slider = page.locator('[data-key="socialization.q_other"] input[type=range]').first();
  await page.evaluate(() => { document.body.dataset.run = ""; });
  await slider.focus();
  await page.keyboard.press("PageUp");
  await done(page);
  const moved = await curve(page, "informed");
  assert.notEqual(moved, before_);
  assert.match(await effect(page, "informed"), /^[\d.]+\s%\s→\s[\d.]+\s%\s*\+[\d.]+ points \[\+/);
  await page.evaluate(() => { document.body.dataset.run = ""; });
  const box = await slider.boundingBox();
  await page.mouse.click(box.x + box.width * 0.9, box.y + box.height / 2);
  await done(page);
  assert.notEqual(await curve(page, "informed"), moved);
  // And back again, to the same curves.
  await page.evaluate(() => { document.body.dataset.run = ""; });
  await page.click("#reset");
  await done(page);
  assert.equal(await curve(page, "informed"), before_);
}));

test("the legend names what is drawn, and nothing else", () => explored({}, async (page) => {
  const legend = page.locator(".legend");
  assert.match(await legend.innerText(), /baseline[\s\S]*changed/);
  assert.doesNotMatch(await legend.innerText(), /facilitators leave|a change comes/, "they leave behind the last month");
  await page.evaluate(() => { document.body.dataset.run = ""; });
  await page.fill("#months", "48");
  await page.locator("#months").blur();
  await done(page);
  assert.match(await legend.innerText(), /facilitators leave/);
  assert.doesNotMatch(await legend.innerText(), /a change comes/);
}));

test("a title from a file stays text", () => explored({}, async (page) => {
  assert.equal(await page.locator("#scenario-title").innerText(), "A small <b>ward</b>");
  assert.equal(await page.locator("#scenario-title b").count(), 0);
}));

test("a value out of range is refused where it was set, with the rule", () => explored({}, async (page) => {
  const control = page.locator('[data-key="supervision.audit_probability"]').first();
  await control.locator("input[type=number]").fill("7");
  await page.keyboard.press("Enter");
  await until(page, "run", "refused");
  assert.match(await control.locator(".problem").innerText(), /between 0 and 1/);
  await page.evaluate(() => { document.body.dataset.run = ""; });
  await control.locator("input[type=number]").fill("0.5");
  await page.keyboard.press("Enter");
  await done(page);
  assert.equal(await control.locator(".problem").innerText(), "");
}));

test("models can be swapped, and bring their own parameters", () => explored({}, async (page) => {
  await page.evaluate(() => { document.querySelector("#model-lending").closest("details").open = true; });
  await page.evaluate(() => { document.body.dataset.run = ""; });
  await page.selectOption("#model-lending", "hazard");
  await done(page);
  await page.evaluate(() => { document.querySelector("#model-lending").closest("details").open = true; });
  const names = await page.evaluate(() => [...document.querySelector("#model-lending").closest("details").querySelectorAll(".control[data-key]")]
    .map((e) => e.dataset.key));
  assert.ok(names.length > 2 && !names.includes("lending.erosion"), names.join());
  assert.doesNotMatch(await effect(page, "recovery"), /the same in every world/);
}));

test("200 quick moves leave no run behind", () => explored({}, async (page) => {
  const slider = page.locator('[data-key="socialization.q_other"] input[type=range]').first();
  await page.evaluate(() => { document.body.dataset.run = ""; });
  const requests = [];
  page.on("request", (request) => request.url().endsWith("/run") && requests.push(request));
  await slider.evaluate(async (element) => {
    for (let i = 0; i < 200; ++i) {
      element.value = 100 + 4 * i;
      element.dispatchEvent(new Event("input", { bubbles: true }));
      await new Promise((next) => requestAnimationFrame(next));
    }
  });
  await done(page);
  assert.ok(requests.length > 20, `${requests.length} requests`);
  for (let i = 0; i < 50 && (await running()) > 0; ++i) await new Promise((next) => setTimeout(next, 20));
  assert.equal(await running(), 0);
  // What is shown is of the last move.
  const value = await page.locator('[data-key="socialization.q_other"] input[type=number]').first().inputValue();
  const last = JSON.parse(requests[requests.length - 1].postData());
  assert.equal(String(last.changed["socialization.q_other"]), value);
}));

test("a run is ended when its page is left", async () => {
  await explored({}, async (page) => {
    await page.evaluate(() => {
      const field = document.querySelector("#months");
      field.value = 240;
      field.dispatchEvent(new Event("change"));
    });
    for (let i = 0; i < 100 && (await running()) === 0; ++i) await new Promise((next) => setTimeout(next, 5));
  });
  for (let i = 0; i < 250 && (await running()) > 0; ++i) await new Promise((next) => setTimeout(next, 20));
  assert.equal(await running(), 0);
});

test("the command that is copied runs, and gives the figures of the page", async () => {
  const out = folder.at("copied");
  const plain = folder.written("plain.toml", "[time]\nmonths = 24\n[world]\nrw_per_ward = 2\nrt_per_rw = 3\nhouseholds_per_rt = 40\n" +
    "[programme]\ngrant = 20000\n[groups]\nwants_loan = 0.8\nfounding = 0.1\n");
  const other = await exploring(program, [plain, "--quiet", "--threads", "2"]);
  try {
    await withBrowser({ viewport: { width: 1300, height: 900 } }, async (context) => {
      const { page } = await opened(context, other.address);
      await done(page);
      assert.equal(await page.inputValue("#months"), "24");
      await page.evaluate(() => { document.body.dataset.run = ""; });
      await page.locator('[data-key="socialization.q_other"] input[type=number]').first().fill("0.1");
      await page.keyboard.press("Enter");
      await done(page);
      await page.click("#copy");
      const command = await page.locator("#command").innerText();
      assert.match(command, /^swadaya run .*--set socialization\.q_other=0\.1 /);
      execFileSync("bash", ["-c", `${command.replace(/^swadaya/, `'${program}'`)} --quiet --out '${out}'`]);
      for (const name of ["informed", "recovery", "participation_poor"]) {
        const row = rowsOf(folder.at("copied", "series.csv")).find((one) => one.outcome === name && one.month === "24");
        const [, after_] = (await effect(page, name)).match(/→\s*([\d.]+)/);
        assert.equal(after_, (100 * Number(row.mean)).toFixed(1), name);
      }
    });
  } finally {
    other.server.kill("SIGKILL");
  }
});

test("the page and its lessons speak Indonesian", async () => {
  const other = await exploring(program, ["--lang", "id", "--quiet", "--threads", "2"]);
  try {
    await withBrowser({ viewport: { width: 1300, height: 900 } }, async (context) => {
      const { page, complaints } = await opened(context, other.address);
      await done(page);
      assert.equal(await page.getAttribute("html", "lang"), "id");
      assert.match(await page.locator(".legend").innerText(), /acuan[\s\S]*diubah/);
      for (let lesson = 1; lesson <= 5; ++lesson) {
        await page.evaluate(() => { document.body.dataset.run = ""; });
        await page.click(lesson === 1 ? "#lessons" : "#next-lesson");
        await page.locator(".lesson .step", { hasText: `Pelajaran ${lesson} dari 5` }).waitFor();
        await done(page);
        await page.locator(".answers input").first().check();
        await page.locator(".told .verdict").waitFor();
        const text = (await page.locator("header, .lesson, main").allInnerTexts()).join("\n");
        assert.deepEqual(text.match(/\b(undefined|nan|baseline|changed|households|worlds|month)\b/gi) ?? [], [], `lesson ${lesson}`);
        assert.match(await page.locator(".told").innerText(), /\d,\d/);
      }
      await page.click("#tab-ward");
      await until(page, "ward", "shown");
      await page.selectOption("#follow-household", { index: 1 });
      await page.locator(".story li").first().waitFor();
      assert.match(await page.locator(".story").innerText(), /Rumah tangga \d+.*hubungan[\s\S]*Bulan/);
      assert.deepEqual(complaints.filter((text) => !text.startsWith("failed: ")), []);
    });
  } finally {
    other.server.kill("SIGKILL");
  }
});

test("every unit that a parameter or outcome is declared with is said in Indonesian, too", async () => {
  const controls = await (await fetch(`${address}controls`, { method: "POST", body: JSON.stringify({ client: "units" }) })).json();
  const parameters = [...controls.slots.flatMap((slot) => slot.models.flatMap((model) => model.parameters)),
    ...controls.sections.flatMap((section) => section.parameters)];
  assert.ok(parameters.length > 300, String(parameters.length));
  const units = [...parameters, ...controls.outcomes].map(({ unit }) => unit);
  assert.deepEqual([...new Set(units)].filter((unit) => !hasUnitInIndonesian(unit)), []);
  assert.deepEqual(controls.outcomes.map(({ name }) => name).filter((name) => !(name in outcomesInIndonesian)), []);
});

test("a saved scenario validates and can be opened again", () => explored({}, async (page) => {
  await page.evaluate(() => { document.body.dataset.run = ""; });
  await page.selectOption("#preset", "loud");
  await done(page);
  const [download] = await Promise.all([page.waitForEvent("download"), page.click("#save")]);
  const file = folder.at("saved.toml");
  await download.saveAs(file);
  assert.match(swadaya("validate", file), /ok/);
  assert.match(readFileSync(file, "utf8"), /socialization\.q_other" = 0\.1/);
  const loud = await effect(page, "informed");
  await page.evaluate(() => { document.body.dataset.run = ""; });
  await page.setInputFiles("#file", file);
  await done(page);
  assert.equal(await effect(page, "informed"), loud);
}));

test("a sent scenario may extend a file beside the one opened, and no other", () => explored({}, async (page) => {
  const send = (text) => page.setInputFiles("#file", { name: "sent.toml", mimeType: "text/plain", buffer: Buffer.from(text) });
  await send('extends = "/etc/passwd"\n');
  await page.locator(".said .problem").waitFor();
  assert.match(await page.locator(".said").innerText(), /must be a scenario inside/);
  await send('extends = "other.toml"\n[world]\nrw_per_ward = 1\n');
  await page.locator(".said", { hasText: "Opened sent.toml" }).waitFor();
  await done(page);
  assert.equal(await page.locator('[data-key="lending.norm"] input[type=number]').first().inputValue(), "0.2");
}));

test("a scenario that was sent has no file that a command could name, and says so", () => explored({}, async (page) => {
  const file = folder.written("alone.toml", "[time]\nmonths = 12\n[world]\nrw_per_ward = 1\nrt_per_rw = 2\n");
  await page.setInputFiles("#file", file);
  await page.locator(".said", { hasText: "Opened alone.toml" }).waitFor();
  await page.click("#copy");
  await page.locator(".said", { hasText: "save it" }).waitFor();
}));

test("the ward plays, and a household's story is told", () => explored({}, async (page) => {
  await page.click("#tab-ward");
  await until(page, "ward", "shown");
  const pixels = () => page.locator("canvas[role=img]").nth(1).evaluate((canvas) => canvas.toDataURL());
  const last = await pixels();
  await page.locator("#ward-month").fill("1");
  assert.notEqual(await pixels(), last);
  assert.match(await page.locator("canvas[role=img]").nth(1).getAttribute("aria-label"), /Changed, month 1: .*has not heard/);
  await page.click("#play");
  await page.waitForFunction(() => Number(document.querySelector("#ward-month").value) >= 3);
  await page.click("#play");
  await page.selectOption("#follow-household", { index: 1 });
  await page.locator(".story li").first().waitFor();
  assert.match(await page.locator(".story").innerText(), /Household \d+, RT \d, RW \d.*ties[\s\S]*Hears of the programme/);
  const box = await page.locator("canvas[role=img]").first().boundingBox();
  await page.mouse.click(box.x + 30, box.y + 40);
  await page.locator("canvas[role=img]").first().focus();
  const before_ = await page.locator("#follow-number").inputValue();
  await page.keyboard.press("ArrowRight");
  await page.waitForFunction((old) => document.querySelector("#follow-number").value !== old, before_);
  await page.selectOption("#follow-group", { index: 1 });
  await page.locator(".story", { hasText: "Is founded by" }).waitFor();
}));

test("a parameter is swept against an outcome, and two as a map", () => explored({}, async (page) => {
  await page.click("#tab-sweep");
  await until(page, "points", "done");
  await page.selectOption("#sweep-key-0", "socialization.q_other");
  await page.selectOption("#sweep-outcome", "informed");
  await page.waitForTimeout(50);
  await until(page, "points", "done");
  await page.locator("#panel-sweep details.figures > summary").click();
  const rows = await page.locator("#panel-sweep tbody tr").allInnerTexts();
  assert.equal(rows.length, 11);
  const mean = (row) => Number(row.split("\t")[1].replace(/[^\d.]/g, ""));
  assert.ok(mean(rows[10]) > mean(rows[0]) + 10, rows.join("\n"));
  await page.click("#tab-heat");
  await page.waitForTimeout(50);
  await until(page, "points", "done");
  assert.ok((await page.locator("#panel-heat .chart path").count()) >= 36, "a cell for each point");
}));

test("a lesson sets the controls, asks, and answers with the figures of its run", () => explored({}, async (page) => {
  await page.evaluate(() => { document.body.dataset.run = ""; });
  await page.click("#lessons");
  await done(page);
  await page.locator(".answers label").nth(1).locator("input").check();
  await page.locator(".verdict").waitFor();
  const [, without] = (await effect(page, "informed")).match(/→\s*([\d.]+)/);
  assert.ok((await page.locator(".told").innerText()).includes(without));
  await page.click("#lessons");
  await page.locator("#scenario-title", { hasText: "A small" }).waitFor();
}));

const phone = { viewport: { width: 390, height: 800 }, colorScheme: "dark" };
test("it works on a phone, in the dark, without anything beside the screen", () => explored(phone, async (page) => {
  assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= 390);
  await page.click("#tab-ward");
  await until(page, "ward", "shown");
  assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= 390);
  assert.equal(await page.locator("canvas[role=img]:visible").count(), 1);
  for (const tab of ["sweep", "heat"]) {
    await page.evaluate(() => { document.body.dataset.points = ""; });
    await page.click(`#tab-${tab}`);
    await until(page, "points", "done");
    const wide = await page.locator(`#panel-${tab} select`).evaluateAll((all) => Math.max(...all.map((one) => one.getBoundingClientRect().right)));
    assert.ok(wide <= 390 && (await page.evaluate(() => document.documentElement.scrollWidth)) <= 390, `${tab}: ${wide}`);
  }
}));
