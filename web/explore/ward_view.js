// What the pictures of a ward show: the world that was opened, its month, the two sides, and what is followed in it.
import { storyWords } from "../shared/story.js";
import { lang } from "./words.js";

export const story = storyWords[lang];
export const kindName = (kind) => (lang === "id" ? kind.id_ : kind.en);

export const view = {
  ward: null, world: 0, month: 0,
  sides: [],       // of packages.js, by lane: the reference, and the side that is shown
  names: ["", ""],  // of them
  active: 1,       // the lane that is shown where there is room for one
  follow: null,    // { household, neighbours } or { group, lane }
  ties: false, poor: false,
  draw: () => {},  // everything anew
};

export const lanes = [0, 1];
