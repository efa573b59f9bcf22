// What the page asks of the program behind it. Every path is relative, so that the token in the page's own address goes along.

import { titleIn } from "../shared/language.js";
import { lang, words } from "./words.js";

const client = crypto.randomUUID();
let moves = 0;

// What is wrong with a request: [{ text, key, value, rule, suggestion }].
export class Refused extends Error {
  constructor(problems) {
    super(problems.map((p) => p.text).join("\n"));
    this.problems = problems;
  }
}

const sent = (body, signal) => ({
  method: "POST", signal, headers: { "Content-Type": "application/json" },
  body: JSON.stringify({ client, move: ++moves, ...body }),
});

const unreachable = () => new Refused([{ key: "", text: words.ended }]);

export async function ask(path, body) {
  let response;
  try {
    response = await fetch(path, sent(body));
  } catch {
    throw unreachable();
  }
  const text = await response.text();
  let answer;
  try {
    answer = JSON.parse(text);
  } catch {
    answer = { problems: [{ key: "", text: text.trim() || words.refused(response.status) }] };
  }
  if (answer.problems) throw new Refused(answer.problems);
  return inLanguage(answer);
}

// A description of a scenario with titles in the page's language, where its file has them.
function inLanguage(answer) {
  if (!answer.presets) return answer;
  for (const one of [answer, ...answer.presets]) one.title = titleIn(lang, one);
  return answer;
}

const open = new Map();
export const leave = (turn) => open.get(turn)?.abort();

// A run whose lines are handed to `online` as they come. A new one of the same path ends the old one, here and there.
// `lane`: its own turn beside the others of the path.
export async function stream(path, body, online, lane = "") {
  const turn = path + lane;
  leave(turn);
  const mine = new AbortController();
  open.set(turn, mine);
  try {
    const response = await fetch(path, sent(lane ? { ...body, client: `${client.slice(0, 28)}-${lane}` } : body, mine.signal));
    if (!response.ok) throw new Refused([{ key: "", text: (await response.text()).trim() }]);
    const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
    let rest = "";
    for (;;) {
      const { value, done } = await reader.read();
      if (done) break;
      const lines = (rest + value).split("\n");
      rest = lines.pop();
      // Only the newest of what has come together is worth drawing.
      const newest = lines.filter(Boolean).pop();
      if (!newest || open.get(turn) !== mine) continue;
      const answer = JSON.parse(newest);
      if (answer.problems) throw new Refused(answer.problems);
      online(answer);
    }
  } catch (error) {
    if (mine.signal.aborted) return;
    throw error instanceof TypeError ? unreachable() : error;
  } finally {
    if (open.get(turn) === mine) open.delete(turn);
  }
}
