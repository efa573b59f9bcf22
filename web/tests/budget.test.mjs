// What a budget buys, by hand.
import assert from "node:assert/strict";
import { test } from "node:test";

import { aloneFor, amountOf, frontierOf, mixFor, overCases, rangeOf, roundHalf } from "../report/budget.js";

// B does less than C at a higher ratio than the step to C; D costs more than C and does less.
const options = [{ option: 0, effect: 0, cost: 0 }, { option: 1, effect: 1, cost: 100 }, { option: 2, effect: 10, cost: 200 },
  { option: 3, effect: 5, cost: 300 }, { option: 4, effect: 12, cost: 400 }];

test("the frontier leaves out what one other or a mix of two beats", () => {
  assert.deepEqual(frontierOf(options).map(({ option }) => option), [0, 2, 4]);
});

test("a budget between two steps buys a mix of both that spends it", () => {
  const mix = mixFor(options, 250);
  assert.deepEqual(mix.parts, [{ option: 2, share: 0.75 }, { option: 4, share: 0.25 }]);
  assert.equal(mix.effect, 10.5);
  assert.equal(mix.cost, 250);
  assert.deepEqual(mixFor(options, 200).parts, [{ option: 2, share: 1 }]);
  assert.deepEqual(mixFor(options, 1000).parts, [{ option: 4, share: 1 }]);
  assert.deepEqual(mixFor(options, 0).parts, [{ option: 0, share: 1 }]);
});

test("what saves money is had for nothing, and one ward alone gets one package", () => {
  const saving = [...options, { option: 5, effect: 2, cost: -50 }];
  assert.equal(mixFor(saving, 0).parts[0].option, 5);
  assert.equal(aloneFor(options, 250).option, 2);
  assert.equal(aloneFor(options, -1), undefined);
});

test("how sure: the same mix in every case, and how often it would be the one", () => {
  // In three cases of four package 1 does more than package 2, which costs as much.
  const cases = { options: [0, 1, 2], effects: [[0, 0, 0, 0], [4, 4, 4, 0], [1, 1, 1, 2]], costs: [[0, 0, 0, 0], [10, 10, 10, 10], [10, 10, 10, 10]] };
  const sure = overCases(cases, mixFor([{ option: 0, effect: 0, cost: 0 }, { option: 1, effect: 3, cost: 10 }, { option: 2, effect: 1.25, cost: 10
    }], 5), 5, 0.9);
  assert.equal(sure.best, 0.75);
  assert.deepEqual(sure.rivals, [{ option: 2, share: 0.25 }]);
  assert.deepEqual(sure.effect, { low: 0, high: 2 });
  assert.deepEqual(sure.cost, { low: 5, high: 5 });
});

test("ranges are those of the program", () => {
  const upTo = (n) => Array.from({ length: n }, (_, i) => i + 1), close = (a, b) => assert.ok(Math.abs(a - b) < 1e-9, `${a} for ${b}`);
  for (const [n, low, high] of [[19, 1, 19], [39, 2, 38], [29, 1.5, 28.5], [5, 1, 5]]) {
    const range = rangeOf(upTo(n), 0.9);
    close(range.low, low), close(range.high, high);
  }
  assert.deepEqual(rangeOf([3], 0.9), { low: null, high: null });
});

test("amounts are read as each language writes them, and nothing else is", () => {
  assert.equal(amountOf("1,234.5", "en"), 1234.5);
  assert.equal(amountOf("1.234,5", "id"), 1234.5);
  assert.equal(amountOf("37.5", "id"), null);
  assert.equal(amountOf("37,5", "en"), null);
  assert.equal(amountOf(" 100 ", "id"), 100);
  for (const wrong of ["", "-5", "12a", "1e3", "NaN", "1.2.3"]) assert.equal(amountOf(wrong, "en"), null, wrong);
});

test("a budget to begin with is round", () => {
  assert.equal(roundHalf(190), 100);
  assert.equal(roundHalf(9), 5);
  assert.equal(roundHalf(0), 100);
});
