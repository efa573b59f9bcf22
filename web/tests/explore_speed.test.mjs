// How soon the explorer answers a slider: the real ward, the real program, a real browser. Prints what it measured, medians; what fails
// is only what no machine can excuse. Alone on a machine first curves come within 150 ms and a second.
import assert from "node:assert/strict";
import { fileURLToPath } from "node:url";
import { after, before, test } from "node:test";

import { exploring, opened, withBrowser } from "./browser.mjs";

const scenario = fileURLToPath(new URL("../../scenarios/lenteng-agung/experiment.toml", import.meta.url));
const moves = 9;
let server = null, address = "";

before(async () => {
  ({ server, address } = await exploring(process.env.SWADAYA, [scenario]));
});

after(() => server?.kill("SIGKILL"));

const median = (all) => [...all].sort((a, b) => a - b)[Math.floor(all.length / 2)];
const isDone = (page) => page.waitForFunction(() => document.body.dataset.run === "done", null, { timeout: 60000 });

// Milliseconds from a move of the slider to the first curves, and to those of all worlds: medians.
async function answers(page) {
  const slider = page.locator('[data-key="socialization.q_other"] input[type=range]').first();
  const first = [], all = [];
  for (let move = 0; move < moves; ++move) {
    await page.evaluate(() => { document.body.dataset.run = ""; });
    await slider.focus();
    await page.keyboard.press(move % 2 ? "ArrowLeft" : "PageUp");
    await isDone(page);
    const { first: soon, all: late } = await page.evaluate(() => ({ ...document.body.dataset }));
    first.push(Number(soon)), all.push(Number(late));
  }
  return { first: median(first), all: median(all) };
}

const explored = (use) => withBrowser({ viewport: { width: 1300, height: 900 } }, async (context) => {
  const { page } = await opened(context, address);
  await isDone(page);
  await use(page);
});

test("2,090 households answer", (t) => explored(async (page) => {
  const took = await answers(page);
  t.diagnostic(`first curves after ${took.first} ms, all worlds after ${took.all} ms`);
  assert.ok(took.first <= 5000, `first curves after ${took.first} ms`);
}));

test("10,450 households answer", (t) => explored(async (page) => {
  await page.evaluate(() => { document.body.dataset.run = ""; });
  await page.selectOption("#rws", "10");
  await isDone(page);
  const took = await answers(page);
  t.diagnostic(`first curves after ${took.first} ms, all worlds after ${took.all} ms`);
  assert.ok(took.first <= 15000, `first curves after ${took.first} ms`);
}));
