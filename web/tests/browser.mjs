// The system's Chromium, with nothing of its own on the network. Each page's errors are kept.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";

const flags = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
  "--disable-background-networking", "--disable-component-update", "--disable-sync"];

// Hands `use(context)` a browser with a profile of its own; `options` as of playwright's contexts
// ({ viewport, colorScheme, offline, locale }).
export async function withBrowser(options, use) {
  const profile = mkdtempSync(join(tmpdir(), "swadaya-browser-"));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: flags, ...options,
  });
  try {
    return await use(context);
  } finally {
    await context.close();
    rmSync(profile, { recursive: true, force: true });
  }
}

// A page and what it complains about: console errors, uncaught exceptions, failed or forbidden requests.
export async function opened(context, address) {
  const page = await context.newPage();
  const complaints = [];
  page.on("console", (message) => { if (message.type() === "error") complaints.push(message.text()); });
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("requestfailed", (request) => complaints.push(`failed: ${request.url()}`));
  await page.goto(address);
  return { page, complaints };
}
