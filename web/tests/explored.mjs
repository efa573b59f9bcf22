// The explorer's page in tests: opened, and waited for until what was set off has ended.
import assert from "node:assert/strict";

import { opened, withBrowser } from "./browser.mjs";

export const until = (page, what, wanted) =>
  page.waitForFunction(([name, value]) => document.body.dataset[name] === value, [what, wanted], { timeout: 60000 });

// All that `work` sets off has ended: "run" the sliders' own run, "packages" those of kept ones, "points" a sweep or a heat map.
export async function having(page, work, whats = ["run", "packages"]) {
  await page.evaluate((all) => all.forEach((what) => { document.body.dataset[what] = ""; }), whats);
  await work();
  for (const what of whats) await until(page, what, "done");
}

// Nothing on the page complains; a run that a move ends is ended on purpose.
export const exploredAt = (address, options, use) => withBrowser({ viewport: { width: 1300, height: 900 }, acceptDownloads: true, ...options },
  async (context) => {
    const { page, complaints } = await opened(context, address);
    for (const what of ["run", "packages"]) await until(page, what, "done");
    await use(page);
    assert.deepEqual(complaints.filter((text) => !text.startsWith("failed: ")), []);
  });
