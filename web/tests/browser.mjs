// The system's Chromium, with nothing of its own on the network. Each page's errors are kept.
import assert from "node:assert/strict";
import { execFileSync, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after } from "node:test";
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

// What the program prints.
export const swadaya = (...words) => execFileSync(process.env.SWADAYA, words, { encoding: "utf8" });

// A folder for the tests of a file, until they have run: where a name of it lies, and a file that is written there.
export function ownFolder(name) {
  const path = mkdtempSync(join(tmpdir(), `swadaya-${name}-`));
  after(() => rmSync(path, { recursive: true, force: true }));
  const at = (...names) => join(path, ...names);
  const written = (file, text) => {
    writeFileSync(at(file), text);
    return at(file);
  };
  return { at, written };
}

// The program's explorer: { server, address } once it says where it is.
export async function exploring(program, options) {
  const server = spawn(program, ["explore", ...options], { stdio: ["ignore", "pipe", "inherit"] });
  const address = await new Promise((found, failed) => {
    let text = "";
    server.stdout.on("data", (piece) => {
      text += piece;
      if (text.includes("\n")) found(text.split("\n")[0]);
    });
    server.on("exit", (code) => failed(new Error(`it ended with ${code}`)));
  });
  return { server, address };
}

// A report, opened from disk without a network; nothing in it complains.
export const inReport = (file, use, options = {}) => withBrowser({ viewport: { width: 1280, height: 900 }, offline: true, ...options }, async (context) => {
  const { page, complaints } = await opened(context, `file://${file}`);
  await page.waitForSelector("#settings");
  await page.waitForTimeout(300);
  await use(page);
  assert.deepEqual(complaints, []);
});

// A table that the program wrote for other programs: an object a row. No field has a comma.
export function rowsOf(file) {
  const [head, ...lines] = readFileSync(file, "utf8").trim().split("\n").map((line) => line.split(","));
  return lines.map((line) => Object.fromEntries(head.map((key, i) => [key, line[i]])));
}

// Figures in a page's text, in English.
export const number = (text) => Number(text.replace("\u2212", "-").replace("+", "").replaceAll(",", ""));
export const numbers = (text) => (text.match(/[+\u2212-]?\d[\d,]*(\.\d+)?/g) ?? []).map(number);
export const near = (said, value, what, digits = 1) => assert.ok(Math.abs(number(said) - value) <= 0.5001 * 10 ** -digits, `${what}: ${said} for ${value}`);
export const cellsOf = (page, selector) => page.locator(selector).evaluateAll((all) => all.map((tr) => [...tr.children].map((cell) => cell.textContent)));
