// Who may speak to the explorer's server, and how much: from a browser, from another page, and byte by byte.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { connect } from "node:net";
import { fileURLToPath } from "node:url";
import { after, before, test } from "node:test";

import { exploring, withBrowser } from "./browser.mjs";

const program = process.env.SWADAYA, scenario = fileURLToPath(new URL("../../scenarios/teaching/rumour.toml", import.meta.url));
let server = null, address = "";

before(async () => {
  ({ server, address } = await exploring(program, [scenario, "--threads", "2"]));
});

after(() => server?.kill("SIGKILL"));

// What a program says to bytes that no browser would send.
const raw = (text) => new Promise((found) => {
  const { hostname, port } = new URL(address);
  let answer = "";
  const socket = connect(Number(port), hostname, () => socket.write(text));
  socket.on("data", (piece) => { answer += piece; });
  socket.on("close", () => found(answer));
  socket.on("error", () => found(answer));
  setTimeout(() => socket.destroy(), 3000);
});

test("a wrong token, a foreign Origin or Host, and another site are refused", async () => {
  const { host, pathname, origin } = new URL(address);
  const status = async (path, headers = {}, more = {}) => (await fetch(new URL(path, origin), { headers, ...more })).status;
  assert.equal(await status(pathname), 200);
  assert.equal(await status("/"), 403);
  assert.equal(await status(`/${"0".repeat(32)}/`), 403);
  assert.equal(await status(pathname.slice(0, -2) + "/"), 403);
  const body = JSON.stringify({ client: "a", replicates: 1 });
  const post = (headers) => raw(`POST ${pathname}values HTTP/1.1\r\nContent-Length: ${body.length}\r\nConnection: close\r\n${headers}\r\n${body}`);
  assert.match(await post(`Host: ${host}\r\n`), /^HTTP\/1.1 200/);
  assert.match(await post(`Host: ${host}\r\nOrigin: http://${host}\r\n`), /^HTTP\/1.1 200/);
  assert.match(await post(`Host: ${host}\r\nOrigin: http://example.com\r\n`), /^HTTP\/1.1 403/);
  assert.match(await post(`Host: ${host}\r\nOrigin: null\r\n`), /^HTTP\/1.1 403/);
  assert.match(await post(`Host: ${host}\r\nSec-Fetch-Site: cross-site\r\n`), /^HTTP\/1.1 403/);
  assert.match(await post("Host: example.com\r\n"), /^HTTP\/1.1 403/);
  assert.match(await post(`Host: example.com:${new URL(address).port}\r\n`), /^HTTP\/1.1 403/);
  assert.match(await post(""), /^HTTP\/1.1 403/);
});

test("another page can't read it, nor frame it", () => withBrowser({}, async (context) => {
  const page = await context.newPage();
  await page.route("http://elsewhere.test/", (route) => route.fulfill({ contentType: "text/html", body: "<p>another page</p>" }));
  await page.goto("http://elsewhere.test/");
  const answer = await page.evaluate(async (target) => {
    try {
      return (await fetch(target + "values", { method: "POST", body: '{"client":"a"}' })).status;
    } catch (error) {
      return String(error);
    }
  }, address);
  assert.match(String(answer), /TypeError/);
}));

test("what is too long is refused", async () => {
  const long = (path) => fetch(address + path, { method: "POST", body: JSON.stringify({ client: "a", name: "x.toml", text: "#".repeat(300 * 1024) }) });
  assert.equal((await long("load")).status, 413);
  assert.equal((await long("run")).status, 413);
  const answer = await (await fetch(`${address}run`,
    { method: "POST", body: JSON.stringify({ client: "a", common: { "world.households_per_rt": 1e7 } }) })).text();
  assert.match(answer, /at most 200000/);
});

test("it listens on this machine's own address alone, and ends at Ctrl-C", async () => {
  const other = spawn(program, ["explore", scenario, "--quiet"], { stdio: ["ignore", "pipe", "inherit"] });
  const own = await new Promise((found) => other.stdout.once("data", (piece) => found(String(piece).trim())));
  assert.match(own, /^http:\/\/127\.0\.0\.1:\d+\/[0-9a-f]{32}\/$/);
  assert.notEqual(new URL(own).pathname, new URL(address).pathname);
  const { port } = new URL(own);
  const listening = readFileSync("/proc/net/tcp", "utf8").split("\n")
    .filter((line) => line.split(/\s+/)[2]?.endsWith(`:${Number(port).toString(16).toUpperCase().padStart(4, "0")}`) && line.split(/\s+/)[4] === "0A");
  assert.deepEqual(listening.map((line) => line.split(/\s+/)[2].split(":")[0]), ["0100007F"]);
  // In the midst of a run.
  fetch(`${own}run`, { method: "POST", body: JSON.stringify({ client: "a", replicates: 64, common: { "time.months": 240 } }) }).catch(() => {});
  await new Promise((next) => setTimeout(next, 100));
  const code = await new Promise((found) => {
    other.on("exit", found);
    other.kill("SIGINT");
  });
  assert.equal(code, 0);
});
