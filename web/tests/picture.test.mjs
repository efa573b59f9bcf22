import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { counts, kindOf, kinds, membersAt, opened } from "../shared/picture.js";
import { storyWords, tell } from "../shared/story.js";
import { homeAt, layoutOf } from "../shared/ward_layout.js";

// Two RT of two households; the third hears in month 1 and borrows in month 2 with the group that it founds.
const picture = {
  months: 3, households: 4, every: 1, rts: [[0, 2], [1, 2]], poor: [2], elite: [0], heads: [0], business: [], ties: 1, shown_ties: [0, 2],
  lanes: [{
    states: [[1], [0], [0, 1, 1, 2, 1 | 2 | 8 | 16], [0, 3, 1]],
    groups: [{ founder: 2, rt: 1, founded: 2, ghost: false, members: [2, 2, -1, 3, 2, 3], stage: [1, 1] }], ward: [],
  }],
};

test("a picture gives back the state of every month", () => {
  const ward = opened(picture);
  assert.deepEqual([...ward.at(0, 0)], [1, 0, 0, 0]);
  assert.deepEqual([...ward.at(0, 1)], [1, 0, 1, 0]);
  assert.deepEqual([...ward.at(0, 3)], [1, 0, 27, 1]);
  assert.equal(kinds[kindOf(ward.at(0, 2)[2])].id, "repaying");
  assert.equal(ward.homes[2].poor, true);
  assert.equal(ward.homes[3].rt, 1);
  assert.deepEqual(membersAt(picture, picture.lanes[0].groups[0], 2), [2, 3]);
  assert.deepEqual(membersAt(picture, picture.lanes[0].groups[0], 3), [2]);
  assert.equal(counts(ward.at(0, 3)).reduce((a, b) => a + b), 4);
});

test("every household has a place of its own, inside its plot", () => {
  const ward = opened(picture);
  for (const width of [320, 1200]) {
    const layout = layoutOf(ward, width);
    for (let i = 0; i < 4; ++i) {
      const x = layout.points[2 * i], y = layout.points[2 * i + 1];
      assert.equal(homeAt(layout, x, y), i);
      const plot = layout.plots[ward.homes[i].rt];
      assert.ok(x > plot.x && x < plot.x + plot.width && y > plot.y && y < plot.y + plot.height);
      assert.ok(x < width && y < layout.height);
    }
  }
});

test("whatever the program tells has words in both languages", () => {
  const source = readFileSync(new URL("../../sim/report/picture.cpp", import.meta.url), "utf8");
  const names = source.slice(source.indexOf("names{"), source.indexOf("};", source.indexOf("names{"))).match(/"[^"]+"/g).map((x) => x.slice(1, -1));
  assert.ok(names.length >= 30);
  for (const lang of ["en", "id"])
    for (const name of names) {
      const [line] = tell({ rt: 0, rw: 0, ties: [1, 2], household: 0, happenings: [[3, name, 1, 0.4, 0, 2]] }, lang);
      assert.ok(line.text.length > 4 && !line.text.includes("undefined"), `${lang} ${name}: ${line.text}`);
      assert.equal(storyWords[lang].month(3).includes("3"), true);
    }
});

test("a story is told month by month", () => {
  const told = tell({ rt: 1, rw: 0, ties: [1, 2, 3], household: 12, happenings: [
    [7, "hears", 1, 0.1, 12, null], [14, "enters", 1, 0, 12, 4], [14, "borrows", 500, 1, 12, 4], [20, "dissolves", 0, 0, null, 4]] });
  assert.deepEqual(told.map((line) => line.month), [7, 14, 20]);
  assert.equal(told[0].text, "Hears of the programme; one of its 3 ties knew before; understands that the money is a loan.");
  assert.equal(told[1].text, "Founds group 5. Borrows 500 thousand rupiah.");
  assert.equal(told[2].text, "Group 5 is dissolved.");
});
