// What happened to a household or a group, in words: [month, what, a, b, household or null, group or null] as the program
// tells it (sim/report/picture_json.hpp).

const of = (n, ties) => `${n === 0 ? "none" : n === 1 ? "one" : n} of its ${ties === undefined ? "" : `${ties} `}ties`;
const dari = (n, ties) => `${n === 0 ? "belum ada" : n}${ties === undefined ? "" : ` dari ${ties}`} kenalannya yang`;
const belief = (b, gift, half, loan) => `; ${b >= 0.5 ? gift : b >= 0.2 ? half : loan}`;

const en = {
  month: (m) => `Month ${m}`,
  household: (n) => `household ${n + 1}`,
  group: (g) => `group ${g + 1}`,
  place: (story) => `RT ${story.rt + 1}, RW ${story.rw + 1}`,
  nothing: "Nothing happened to it: it never heard of the programme.",
  words: {
    hears: (a, b, { month, ties }) => (month === 0 ? "knows of the programme from the start"
      : `hears of the programme; ${of(a, ties)} knew before`) + belief(b, "takes the money for a gift", "half believes that the money is a gift",
      "understands that the money is a loan"),
    joins: (a, b, { ties }) => `takes part; ${of(a, ties)} ${a === 1 ? "does" : "do"} so already`,
    leaves: () => "stops taking part",
    speaks: () => "contributes and speaks up in meetings",
    decides: () => "helps to decide",
    "falls-silent": () => "still comes, but is silent",
    "is-listed": () => "is put on the ward's list of the poor",
    "is-favoured": () => "is let in without being on the list",
    enters: (a, b, { g }) => (a === 1 ? `founds ${g}` : `becomes a member of ${g}`),
    "drops-out": (a, b, { g }) => `leaves ${g}`,
    "moves-away": () => "moves away",
    dies: () => "its breadwinner dies",
    "goes-bankrupt": () => "its business fails",
    borrows: (a, b, { money }) => `borrows ${money(a)}${b > 1 ? `, its loan number ${b}` : ""}`,
    misses: (a, b, { money }) => `misses an instalment${b ? ", though it could pay" : ""}: ${money(a)} overdue`,
    "catches-up": (a, b, { money }) => `catches up; ${money(a)} still to pay`,
    defaults: (a, b, { money }) => `is three instalments behind${b ? ", though it could pay" : ""}: ${money(a)} overdue`,
    "repays-in-full": () => "has repaid its loan",
    founded: (a, b) => `is founded by ${a} households; ${Math.round(100 * b)} % of their pairs knew each other`,
    invented: () => "is invented: it exists on paper only",
    "first-visit": () => "has its first visit of a facilitator",
    admitted: () => "is admitted by the board",
    lent: (a, b, { money }) => `receives ${money(a)}${b > 1 ? `, in round ${b}` : ""}`,
    "falls-dormant": () => "has not met for half a year",
    "meets-again": () => "meets again",
    dissolves: () => "is dissolved",
    "found-out": () => "is found out",
    tranche: (a, b, { money }) => `${money(a)} of the grant arrive`,
    suspended: () => "new lending is suspended in the ward, as too much is in arrears",
    resumed: () => "lending is taken up again",
  },
  thousand: (kRp) => (kRp >= 1000 ? `${(kRp / 1000).toLocaleString("en-GB", { maximumFractionDigits: 2 })} million rupiah`
    : `${Math.round(kRp)} thousand rupiah`),
};

const idWords = {
  month: (m) => `Bulan ${m}`,
  household: (n) => `rumah tangga ${n + 1}`,
  group: (g) => `KSM ${g + 1}`,
  place: (story) => `RT ${story.rt + 1}, RW ${story.rw + 1}`,
  nothing: "Tidak terjadi apa-apa: rumah tangga ini tidak pernah mendengar tentang program.",
  words: {
    hears: (a, b, { month, ties }) => (month === 0 ? "sudah tahu tentang program sejak awal"
      : `mendengar tentang program; ${dari(a, ties)} sudah tahu`) + belief(b, "mengira uangnya hibah", "setengah percaya bahwa uangnya hibah",
      "paham bahwa uangnya pinjaman"),
    joins: (a, b, { ties }) => `mulai ikut serta; ${dari(a, ties)} sudah ikut`,
    leaves: () => "berhenti ikut serta",
    speaks: () => "ikut menyumbang dan berbicara dalam rapat",
    decides: () => "ikut memutuskan",
    "falls-silent": () => "masih datang, tetapi diam",
    "is-listed": () => "masuk daftar warga miskin kelurahan",
    "is-favoured": () => "diterima tanpa masuk daftar",
    enters: (a, b, { g }) => (a === 1 ? `mendirikan ${g}` : `menjadi anggota ${g}`),
    "drops-out": (a, b, { g }) => `keluar dari ${g}`,
    "moves-away": () => "pindah",
    dies: () => "pencari nafkahnya meninggal",
    "goes-bankrupt": () => "usahanya bangkrut",
    borrows: (a, b, { money }) => `meminjam ${money(a)}${b > 1 ? `, pinjaman ke-${b}` : ""}`,
    misses: (a, b, { money }) => `tidak membayar angsuran${b ? ", padahal mampu" : ""}: ${money(a)} menunggak`,
    "catches-up": (a, b, { money }) => `melunasi tunggakan; sisa ${money(a)}`,
    defaults: (a, b, { money }) => `menunggak tiga angsuran${b ? ", padahal mampu" : ""}: ${money(a)}`,
    "repays-in-full": () => "melunasi pinjamannya",
    founded: (a, b) => `didirikan oleh ${a} rumah tangga; ${Math.round(100 * b)}% pasangannya saling kenal`,
    invented: () => "dibuat-buat: hanya ada di atas kertas",
    "first-visit": () => "pertama kali dikunjungi fasilitator",
    admitted: () => "disetujui BKM",
    lent: (a, b, { money }) => `menerima ${money(a)}${b > 1 ? `, putaran ke-${b}` : ""}`,
    "falls-dormant": () => "setengah tahun tidak bertemu",
    "meets-again": () => "bertemu lagi",
    dissolves: () => "bubar",
    "found-out": () => "terbongkar",
    tranche: (a, b, { money }) => `${money(a)} dana bantuan tiba`,
    suspended: () => "pinjaman baru di kelurahan dihentikan karena tunggakan terlalu besar",
    resumed: () => "pinjaman dibuka lagi",
  },
  thousand: (kRp) => (kRp >= 1000 ? `Rp${(kRp / 1000).toLocaleString("id-ID", { maximumFractionDigits: 2 })} juta`
    : `Rp${Math.round(kRp)} ribu`),
};

export const storyWords = { en, id: idWords };

const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);

// [{ month, text }], one a month in which something happened, several happenings of a month in one sentence each.
export function tell(story, lang = "en") {
  const w = storyWords[lang];
  const isGroup = "group" in story && !("household" in story);
  const lines = [];
  for (const [month, what, a, b, household, group] of story.happenings) {
    const more = { month, ties: story.ties?.length, g: group === null ? "" : w.group(group), money: w.thousand };
    const text = w.words[what](a, b, more);
    // A group's story says who of it; a household's says what its group went through.
    const who = isGroup && household !== null ? `${w.household(household)} ` : !isGroup && household === null && group !== null ? `${w.group(group)} ` : "";
    const sentence = capital(who + text);
    const last = lines[lines.length - 1];
    if (last?.month === month) last.text += `. ${sentence}`;
    else lines.push({ month, text: sentence });
  }
  lines.forEach((line) => { line.text += "."; });
  return lines;
}
