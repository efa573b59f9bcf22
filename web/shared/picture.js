// A ward as the program describes it (sim/report/picture_json.hpp), taken apart: who is where, and in which state in each month.

// Bits of a household's state.
const informed = 1, rungShift = 1, member = 8, loanShift = 4, gone = 128, listed = 64;

export const stateOf = (byte) => ({
  informed: (byte & informed) > 0, rung: (byte >> rungShift) & 3, member: (byte & member) > 0,
  loan: (byte >> loanShift) & 3, listed: (byte & listed) > 0, gone: (byte & gone) > 0,
});

// What a household is up to, the most telling first; `mark` is how it is drawn beside its colour.
export const kinds = [
  { id: "default", mark: "cross", en: "in default", id_: "menunggak macet" },
  { id: "behind", mark: "diamond", en: "behind with its loan", id_: "terlambat mengangsur" },
  { id: "repaying", mark: "large", en: "repays its loan", id_: "mengangsur lancar" },
  { id: "member", mark: "large", en: "in a group, without a loan", id_: "anggota KSM tanpa pinjaman" },
  { id: "joined", mark: "dot", en: "takes part", id_: "ikut serta" },
  { id: "informed", mark: "dot", en: "has heard of it", id_: "sudah mendengar" },
  { id: "unaware", mark: "small", en: "has not heard", id_: "belum mendengar" },
];

export function kindOf(byte) {
  const { loan, rung } = stateOf(byte);
  if (loan === 3) return 0;
  if (loan === 2) return 1;
  if (loan === 1) return 2;
  if (byte & member) return 3;
  if (rung > 0) return 4;
  return byte & informed ? 5 : 6;
}

// { picture, homes, lanes, months, at(lane, month) }: homes by their place among those shown, with rt, rw, poor, elite;
// at(): one byte of state per home.
export function opened(picture) {
  const homes = [];
  picture.rts.forEach(([rw, count], rt) => {
    for (let i = 0; i < count; ++i) homes.push({ number: homes.length * picture.every, rt, rw, poor: false, elite: false });
  });
  const flag = (numbers, name) => numbers.forEach((number) => { homes[number / picture.every][name] = true; });
  flag(picture.poor, "poor");
  flag(picture.elite, "elite");
  flag(picture.heads, "head");
  const lanes = picture.lanes.map((lane) => {
    const months = Array.from({ length: picture.months + 1 }, () => new Uint8Array(homes.length));
    lane.states.forEach((changes, home) => {
      let state = changes[0], next = 1;
      for (let month = 0; month <= picture.months; ++month) {
        if (changes[next] === month) {
          state = changes[next + 1];
          next += 2;
        }
        months[month][home] = state;
      }
    });
    return { ...lane, months };
  });
  const ties = [];
  for (let i = 0; i < picture.shown_ties.length; i += 2)
    ties.push([picture.shown_ties[i] / picture.every, picture.shown_ties[i + 1] / picture.every]);
  return { picture, homes, lanes, ties, months: picture.months, at: (lane, month) => lanes[lane].months[month] };
}

// How many homes are of each kind.
export function counts(bytes) {
  const all = kinds.map(() => 0);
  bytes.forEach((byte) => { ++all[kindOf(byte)]; });
  return all;
}

// Members of a group in a month, by their place among those shown.
export function membersAt(picture, group, month) {
  const all = [];
  for (let i = 0; i < group.members.length; i += 3) {
    const [household, from, to] = group.members.slice(i, i + 3);
    if (from <= month && (to < 0 || month < to) && household % picture.every === 0) all.push(household / picture.every);
  }
  return all;
}
