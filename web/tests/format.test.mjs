import assert from "node:assert/strict";
import { test } from "node:test";

import { formats, unitOf } from "../shared/format.js";

test("shares are percent, their differences points", () => {
  const f = formats("en");
  assert.equal(f.mean(0.7172, "share"), "71.7\u202f%");
  assert.equal(f.difference(0.2361, "share"), "+23.6");
  assert.equal(f.interval(-0.0301, 0.289, "share"), "[\u22123.0,\u00a0+28.9]");
  assert.equal(unitOf("share", "en").differenceName, "points");
});

test("Indonesian numbers have decimal commas, and money is in juta", () => {
  const f = formats("id");
  assert.equal(f.mean(0.7172, "share"), "71,7%");
  assert.equal(f.interval(-0.0301, 0.289, "share"), "[\u22123,0;\u00a0+28,9]");
  assert.equal(f.money(1234567), "Rp1.235\u00a0juta");
  assert.equal(unitOf("kRp a ward", "id").name, "juta Rp per kelurahan");
});

test("what is no number is a dash, whatever its unit", () => {
  const f = formats("en");
  assert.equal(f.mean(null, "share"), "–");
  assert.equal(f.difference(null, "kRp a ward"), "–");
  assert.equal(f.number(NaN), "–");
});

test("a bound that rounds to zero keeps its side", () => {
  const f = formats("en");
  assert.equal(f.signed(-0.04), "\u22120.0");
  assert.equal(f.signed(0.04), "+0.0");
});

test("a price is for one of the unit, of money for a rupiah", () => {
  const f = formats("en");
  assert.equal(unitOf("households a ward", "en").perUnit, "household");
  assert.equal(f.price(2345, "households a ward"), "2.35");
  assert.equal(f.price(0.25, "kRp a ward"), "0.25");
  assert.equal(unitOf("kRp a ward", "en").priceUnit, "Rp");
  assert.equal(formats("id").price(41200, "share"), "41,2");
});

test("a half is rounded as a terminal does it, whatever binary fractions make of it", () => {
  const f = formats("en");
  assert.equal(f.number(25.45), "25.5");
  assert.equal(f.mean(0.2855, "share"), "28.6\u202f%");
  assert.equal(f.number(25.4499), "25.4");
  assert.equal(f.signed(-0.25), "\u22120.3");
});
