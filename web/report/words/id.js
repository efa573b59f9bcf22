// What the report says, in Bahasa Indonesia. Functions take figures that are formatted already, or elements.

import { outcomesInIndonesian as outcomes } from "../../shared/outcomes_id.js";
import { answerId } from "./answer_id.js";
import { designsId } from "./designs_id.js";
import { equityId } from "./equity_id.js";
import { learnId } from "./learn_id.js";
import { stampsId } from "./stamps_id.js";
import { stampOf } from "../stamps.js";

const units = { "groups a ward": "KSM per kelurahan", "households a ward": "rumah tangga per kelurahan", visits: "kunjungan", months: "bulan",
  correlation: "(korelasi)", ratio: "(rasio)" };
const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);
const name = (key) => (outcomes[key]?.[0] ?? key.replaceAll("_", " ")) + stampOf(key);
const number = (n) => n.toLocaleString("id-ID");
const between = (parts, comma = ", ") => parts.flatMap((part, i) => (i ? [comma, part] : [part]));

export const id = {
  designs: designsId(name, capital),
  ...learnId(name),
  ...answerId(name),
  ...equityId,
  ...stampsId,
  and: "dan", or: "atau", outcome: "Hasil", month: "Bulan", package: "Paket", point: "Titik", unit: "Satuan", target: "sasaran",
  outcomeName: (key, first) => (first ? capital(name(key)) : name(key)),
  definition: (outcome) => `${capital(outcomes[outcome.name]?.[1] ?? outcome.definition)}.`,
  language: "Bahasa", report: "Laporan simulasi", contents: "Isi", skip: "Langsung ke hasil",
  unitBehind: (unit) => (unit === "share" ? "" : unit.startsWith("kRp") ? " juta Rp" : ` ${units[unit] ?? unit}`),
  amount: (f, x, unit) => unit === "share" ? `${f.number(x * 100)} poin` : unit.startsWith("kRp") ? f.money(x) : `${f.number(x)} ${units[unit] ?? unit}`,

  pictureSource: (m) => `${m.heading}. Swadaya ${m.version}, ${number(m.replicates)} dunia simulasi, benih ${m.seed}. ` +
    "Simulasi menyatakan apa yang mengikuti dari asumsinya.",
  kicker: (m, runs) => [runs ?? `${number(m.replicates)} dunia simulasi`, m.settings.households && `${number(m.settings.households)} rumah tangga`,
    `${number(m.last_month)} bulan`].filter(Boolean).join(" · "),
  question: (m, info, month, f, against = 0) => ["Apa yang diubah " +
    `${m.variants.length === 2 ? "satu paket" : against ? "yang lain"
      : `masing-masing dari ${m.variants.length - 1} paket`} pada ${name(info.name)} sampai ` +
    `bulan ${month}, dibandingkan dengan ‘${m.title(against)}’ di ${number(m.replicates)} dunia${m.unpaired.length ? "" : " yang sama"}?`],
  questionLone: (info, month) => `Di mana posisi ${name(info.name)} pada bulan ${month}?`,
  questionPoints: (m, info, month) => `Sejauh mana ${name(info.name)} bergeser sampai bulan ${month}, pada ${number(m.all_variants)} titik di dunia ` +
      `yang sama?`,
  raises: ({ name: who, rises, outcome, effect }) => [who, rises ? " menaikkan " : " menurunkan ", name(outcome), " sebesar ", ...effect, "."],
  fromTo: (from, to, cost, f) => `Dari ${from} menjadi ${to}, ` +
    `${cost === undefined || cost === null ? "" : Math.abs(cost) < 500 ? "tanpa tambahan biaya"
      : cost > 0 ? `dengan tambahan biaya ${f.money(cost)} per kelurahan` : `dan biaya berkurang ${f.money(-cost)} per kelurahan`}.`,
  less: (parts, more) => ["Lebih kecil, tetapi dapat dibedakan dari nol: ", ...between(parts), more > 0 ? `, dan ${more} lainnya` : "", "."],
  worse: (parts, outcome) => [`Memperburuk ${name(outcome)}: `, ...between(parts), "."],
  zero: (list) => `${list} tidak dapat dibedakan dari nol.`,
  same: (list) => `${list} tidak mengubah apa pun di dunia mana pun.`,
  noneImproves: (outcome) => `Tidak ada paket yang memperbaiki ${name(outcome)} sampai dapat dibedakan dari nol.`,
  nothingRecorded: (outcome) => `Tidak ada catatan ${name(outcome)} pada bulan ini.`,
  oneWorld: "Satu dunia tidak memberi selang: dengan lebih banyak ulangan, laporan menyatakan perbedaan mana yang dapat dibedakan dari nol.",
  lone: (outcome, value) => [capital(name(outcome)), " mencapai ", ...value, "."],
  loneRange: (range) => ["Sembilan dari sepuluh dunia berada dalam ", range, "."],
  spans: (outcome, low, high, unit) => [capital(name(outcome)), " berkisar dari ", low, " sampai ", high, unit, "."],
  lowest: "Terendah pada", highest: "Tertinggi pada",
  settingsOf: (pairs) => pairs.slice(0, 6).map(([key, value]) => `${key} = ${value}`).join(", ") + (pairs.length > 6 ? ", …" : "") + ".",
  shared: (m) => m.branch_at != null
    ? `Bulan-bulan sampai ${m.branch_at} sama di semuanya; perubahan tiap paket berlaku mulai bulan berikutnya.` : m.from_month != null
    ? `Simulasi ini melanjutkan keadaan simulasi lain sesudah bulan ${m.from_month}.` : "",
  lastMonths: (n, all) => `${n} bulan terakhir dari ${all} bulan yang ditampilkan; tabel di samping berkas ini memuat semuanya.`,
  caveat: (m) => "Simulasi menyatakan apa yang mengikuti dari asumsinya. Semua pengaturan dan sumber ada di bagian Pengaturan. " +
    (m.comparison?.over_parameters
      ? `Kurung memuat apa yang diharapkan oleh 90% tarikan parameter, dari contoh sebanyak ${m.drawn.sample} atas ${m.drawn.parameters.join(", ")}; ` +
        `setiap tarikan hidup dalam ${m.drawn.worlds_per_draw} dunia. Itulah yang belum diketahui, dan perhitungan lebih banyak tidak mempersempitnya.`
      : "Kurung memuat 95% dan menyatakan seberapa cermat rata-rata disimulasikan, dunia demi dunia; parameter dianggap diketahui.") +
    `${m.drawn?.unused ? " Nilai parameter tidak diambil dari contoh: modelnya lain." : ""}` +
    `${m.replicates < m.planned ? ` ${m.replicates} dari ${m.planned} dunia selesai.` : ""}`,
  hangsOnTitle: "Jawaban ini bergantung pada apa", inWorlds: (n) => `(${n} dunia)`,
  leads: (outcome, month) => `Yang paling menggerakkan ${name(outcome)} sampai bulan ${month}: `,
  sameMoneyTitle: (money, month) => `Dengan tambahan dana yang sama: ${money} per kelurahan, sampai bulan ${month}`, reaches: "Kelurahan terjangkau",
  sameMoneyNote: "Paket yang lebih mahal menjangkau lebih sedikit kelurahan; yang lebih murah menyisakan dana.",
  ledgerCaption: (title) => `Selisih setiap paket terhadap ‘${title}’, dan tambahan biayanya`,
  differenceIn: (unit) => `Selisih, ${unit}`, extraCost: "Tambahan biaya, juta Rp", sameShort: "sama",
  atAGlance: (month) => `Sekilas, bulan ${month}`, better: " (lebih baik)", worseShort: " (lebih buruk)", costShort: "Biaya",
  glancePhone: "Dari setiap paket: apa yang diubahnya. Yang tidak disebut ≈ 0 atau sama.",
  glanceNote: "Baris pertama: rata-rata pembandingnya. Di bawahnya: selisih terhadapnya. Biru lebih baik, jingga lebih buruk; ≈ 0 tandanya " +
    "belum pasti; sama: sama di setiap dunia. Biaya juga berupa selisih.",
  loneCaption: "Rata-rata antar dunia, dengan kisaran yang memuat sembilan dari sepuluh",
  seeTable: "Angka dalam tabel", definitionOf: "Artinya", all: "semua",

  forestTitle: "Apa yang diubah setiap paket",
  forestLead: (m) => `Selisih rata-rata terhadap pembandingnya, ${m.unpaired.length ? "" : "dunia demi dunia, "}dan ${m.overParameters
    ? "di mana 90% tarikan parameter menempatkannya" : "selang 95% antar dunia (parameter dianggap diketahui)"}. Berongga dan kelabu: tandanya ` +
    "belum pasti." + (m.unpaired.length ? ` Kelurahan berbeda, tidak berpasangan: ${m.unpaired.map(m.title).join(", ")}. Rumah tangga dan ` +
      "ikatannya lain dari acuan, jadi selangnya menyangkut dua rata-rata yang terpisah." : ""),
  intervalOf: (m) => (m.overParameters ? "90% tarikan" : "Selang 95%"),
  interval: "Selang 95%", difference: "Selisih", perUnit: (u) => `${capital(u.priceUnit)} per ${u.perUnit}`,
  sureTitle: (who) => `Seberapa pasti? ${who}`,
  unitOfDifference: (info) => (info.unit === "share" ? " poin" : info.unit.startsWith("kRp") ? " juta Rp" : ` ${units[info.unit] ?? info.unit}`),
  inOneWard: (who, low, high, unit) => `Rata-rata bukan janji bagi satu kelurahan. Di satu dari sepuluh kelurahan ${who} mengubahnya sebesar ` +
    `${low}${unit} atau kurang, di satu kelurahan lain ${high} atau lebih: nasib dan yang belum diketahui bersama-sama.`,
  sureParameters: "Yang belum pernah diukur", sureParametersLong: (range) => ["Rata-rata antar kelurahan ", range,
    ", menurut bagaimana peminjam dan kelompok sebenarnya (sembilan dari sepuluh nilai yang dibiarkan terbuka oleh fakta). Perhitungan tidak " +
    "mempersempitnya; pengukuran ya."],
  parametersKnown: "Dianggap diketahui: di sini tidak terlihat apa yang terjadi dengan nilai parameter lain. `--posterior BERKAS` menunjukkannya.",
  tooFewDraws: "Tarikan terlalu sedikit: perlu sedikitnya lima, masing-masing dalam dua dunia.",
  sureLuck: "Nasib", sureLuckLong: (range) => ["Dari kelurahan ke kelurahan, bila yang lain sama: ", range, " di sembilan dari sepuluh kelurahan."],
  sureStructure: "Aturan perilaku lain", sureStructureLong: (range, n) => ["Rata-ratanya ", range,
    `, menurut asumsi ini dan ${n} kumpulan asumsi lain.`],
  sureComputing: "Perhitungan", sureComputingLong: (amount, rough) => `Rata-rata itu sendiri disimulasikan sampai ± ${amount}${rough
    ? ": belum cukup cermat dibanding yang lain. Dunia lebih banyak membantu: swadaya resume FOLDER --replicates N." : ": cukup cermat."}`,
  sameUpTo: (n, share) => `Sama: sama di semua ${n} dunia; sampai ${share}% kelurahan masih mungkin berbeda.`,
  restsOnFew: (list) => `${list}: kurang dari sepuluh dunia yang berbeda, dan kurungnya lebih sering terlalu sempit daripada yang dinyatakan.`,
  onlySome: (n, all) => `Hanya dunia dengan angka di kedua sisi yang dihitung: sedikitnya ${n} dari ${all}.`,
  sortBy: (what) => `Urutkan menurut ${what}`,
  seriesTitle: "Dari bulan ke bulan", seriesLead: (m) => m.has_baseline
    ? "Garis: rata-rata dunia, seperti dalam kata dan tabel. Pita gelap: separuh dunia; pita terang: sembilan dari sepuluh. Garis putus kelabu: " +
        "rata-rata acuan dan sembilan " +
      "dari sepuluh."
    : "Garis: rata-rata dunia, seperti dalam kata dan tabel. Pita gelap: separuh dunia; pita terang: sembilan dari sepuluh.",
  monthAxis: "bulan", programmeEnds: "program berakhir", event: "peristiwa", eventAt: (month, set) => `Mulai bulan ${month}: ${set.join(", ")}`,
  factLine: (fact) => `${fact.id}, bulan ${fact.month}: ${fact.statement} (${fact.target}; ${fact.source})`,
  factsLead: "Kotak menandai apa yang diketahui tentang program yang sebenarnya, dan tentang program lain yang dijalankan seperti sebuah " +
    "paket (dalam bahasa Inggris):",
  seriesCaption: "Rata-rata, dan kisaran yang memuat sembilan dari sepuluh dunia",
  seriesLabel: (outcome, variant) => `${capital(name(outcome))} dari bulan ke bulan: ${variant}`,
  pointsNote: (n, all) => `${n} dari ${all} titik: dari yang terendah sampai yang tertinggi.`,
  booksTitle: "Laporan dan kenyataan",
  booksLead: "Pinjaman yang sama dalam dua buku: apa yang dilaporkan, dan apa yang sebenarnya kembali dari yang jatuh tempo. Garis: " +
    "rata-rata dunia; pita: sembilan dari sepuluh dunia.",
  reported: "laporan", trueBook: "sebenarnya", booksLabel: (variant) => `Pengembalian menurut laporan dan sebenarnya dari bulan ke bulan: ${variant}`,
  booksGap: (from, to, f, month) => `Pada bulan ${month} buku menyebut ${from}, padahal yang kembali ${to}.`,
  costsTitle: "Apa yang dibeli dengan uang itu",
  planeLead: "Setiap titik pudar adalah satu dunia, setiap titik besar rata-rata satu paket: tambahan biaya dan tambahan hasilnya. Pada " +
    "garis terletak paket yang, dengan biayanya, tidak dikalahkan paket lain atau campuran dua paket.",
  planeLabel: (outcome) => `Bidang efektivitas biaya: tambahan biaya dan tambahan ${name(outcome)}`, baselinePoint: "acuan",
  gain: (unit) => `tambahan, ${unit}`, fall: (unit) => `perbaikan, ${unit} lebih rendah`,
  extraCostAxis: "tambahan biaya, juta Rp per kelurahan", frontier: "pada garis batas", dominated: "terdominasi",
  extended: "terdominasi campuran", elsewhere: "kelurahan berbeda",
  noChoice: (list) => `${list}: kelurahan berbeda, jadi bukan pilihan bagi kelurahan ini; tidak diikutkan di sini.`,
  icer: (u) => `${capital(u.priceUnit)} per tambahan ${u.perUnit}`, standing: "Kedudukan", costMean: "Biaya, juta Rp", effectMean: (unit) => `Hasil, ${unit}`,
  acceptTitle: "Seberapa pasti pilihannya?",
  acceptLead: (unit, over) => (over === "parameters"
    ? `Peluang suatu paket menjadi pilihan terbaik, atas apa yang belum diketahui tentang parameter, menurut nilai satu tambahan ${unit}.`
    : "Parameter dianggap diketahui: peluang suatu paket menjadi pilihan terbaik secara rata-rata, sejauh sekian dunia menunjukkannya, menurut " +
      `nilai satu tambahan ${unit}.`),
  willingness: (u) => `nilai satu tambahan ${u.perUnit}, ${u.priceUnit}`, acceptLabel: "Kurva penerimaan",
  bestIn: { parameters: "terbaik di, % tarikan parameter", simulation: "terbaik secara rata-rata, % percobaan serupa" },
  onFrontier: "Pada garis batas", bestInRange: "Terbaik di rentang harganya", bestOfWorlds: "Terbaik di sana, dari dunia",
  frontierSure: "Setiap langkah garis batas, dengan selang biaya satu tambahan",
  sureOf: (over, cases) => `${over === "parameters"
    ? `Selang (90%) dan peluang: atas apa yang belum diketahui tentang parameter, dalam ${cases} tarikan parameter, masing-masing menurut rata-ratanya.`
    : `Parameter dianggap diketahui: selang (95%) dan peluang hanya mengatakan seberapa teliti ${cases} dunia menunjukkan rata-ratanya.`} ` +
    "Terbaik: di tengah harga-harga yang membuatnya menjadi pilihan secara rata-rata. Dari dunia: apa yang dapat dialami satu kelurahan karena nasib.",
  sameFrontier: (share) => `Cukup banyak disimulasikan? ${share} dari percobaan serupa akan menemukan garis batas yang sama.`,
  accounting: (a, month, addsUp, f) => `Biaya: semua kegiatan dan hibah, ${a.perspective === "society" ? "dengan" : "tanpa"} waktu anggota sendiri ` +
    `(sudut pandang ${a.perspective === "society" ? "masyarakat" : "program"}), sampai bulan ${month}, dalam rupiah tahun ${a.prices}` +
    `${a.show === a.prices ? "" : `, ditunjukkan dalam rupiah tahun ${a.show} (kali ${f.number(a.price_factor, 2)})`}. ` +
    (a.discount === 0 ? "Tidak ada yang didiskonto." : `Didiskonto: ${f.number(100 * a.discount, 1)}${f.words.percent} setahun sejak awal` +
      `${addsUp ? ", begitu juga hasilnya." : "; hasilnya suatu keadaan, dan tidak didiskonto."}`),
  membersTime: "Di antaranya waktu anggota, juta Rp", discountedAt: (f, rate) => `Sama, didiskonto ${f.number(100 * rate, 1)}${f.words.percent}`,
  sharesPlace: (twin, first) => `${twin} di setiap dunia sama dengan ${first}, dan berbagi tempat dengannya.`,
  evpi: (f, price, worth, u) => `Pada ${price} ${u.priceUnit} untuk satu tambahan ${u.perUnit}, mengetahui parameter sebelum memilih ` +
    `bernilai ${f.money(worth)} per kelurahan.`,
  nothingToLearn: "Dengan parameter yang dianggap diketahui, tidak ada yang dapat dipelajari tentangnya, dan tidak ada nilainya.",
  noFrontier: "Tidak ada paket yang memberi tambahan dengan suatu harga: tidak ada kurva untuk digambar.",
  neverBest: (list) => `Pada harga mana pun tidak pernah terbaik dengan peluang lebih dari satu banding dua puluh: ${list}.`,
  gainsTitle: "Siapa yang mendapat manfaat", gainsLead: "Rata-rata antar dunia pada bulan yang dipilih; garis tipis memuat sembilan dari sepuluh dunia.",
  poor: "miskin", nearPoor: "hampir miskin", others: "lainnya", elites: "elite", excluded: "miskin tidak terdaftar",
  included: "terdaftar, tidak miskin", includedNearPoor: "di antaranya hampir miskin",
  whoKnows: "Siapa yang tahu", whoJoins: "Siapa yang ikut", whoBorrows: "Siapa yang meminjam, rumah tangga per kelurahan", whoErrs: "Kesalahan daftar",
  perHousehold: "Juta Rp per rumah tangga miskin terlayani", perExtra: "Juta Rp per tambahan satu",
  whoIsWho: "Miskin: rumah tangga termiskin kelurahan menurut konsumsi jangka panjang, sebanyak yang dihitung program. Hampir miskin: di " +
    "bawah 1,2 kali konsumsi yang terakhir di antara mereka, sesuai batas BPS untuk “hampir miskin”. Lainnya: bukan keduanya. Elite " +
    "dihitung di ketiga kelompok itu. Rasio sasaran (CGH) menunjukkan berapa bagian pokok yang sampai pada 40% termiskin: 1 berarti " +
    "sesuai porsinya.",
  settingsTitle: "Pengaturan, sumber, dan cara menjalankan ulang", changed: "Yang diubah",
  changedLead: "Yang berbeda dari nilai baku, atau antar paket. Satuan diterjemahkan; sumber dan keterangannya dalam bahasa Inggris.",
  changedNone: "Tidak ada: semua pengaturan pada nilai bakunya.", allSettings: (n) => `Semua ${n} pengaturan`,
  setting: "Pengaturan", value: "Nilai", default: "Baku", range: "Rentang", source: "Sumber", inPackages: "Pada paket", modelOf: (slot) => `${slot}: model`,
  again: "Jalankan ulang", againLead: (m) => `Swadaya ${m.version} (${m.commit}), benih ${m.seed}, ${m.replicates} dunia, dimulai ` +
    `${m.started}. Dengan experiment.toml dari folder laporan ini, versi yang sama menghasilkan angka yang sama sampai bit terakhir:`,
  odd: "Model, menurut protokol ODD (bahasa Inggris)", wardTitle: "Kelurahan",
  wardMissing: {
    large: "Tidak ada gambar kelurahan: dunianya terlalu besar untuk dijalankan lagi. `swadaya explore` memperlihatkan kelurahan.",
    files: "Tidak ada gambar kelurahan: berkas sumber dunianya sudah tidak ada atau sudah berubah.",
    version: "Tidak ada gambar kelurahan: folder ini ditulis oleh versi lain, yang dunianya bisa berbeda.",
    failed: "Tidak ada gambar kelurahan: sebuah model gagal di dalamnya.",
    from: "Tidak ada gambar kelurahan: simulasi dilanjutkan dari berkas titik henti, yang tidak menyimpan gambar bulan-bulan sebelumnya.",
  },
  wardLead: (raw) => "Dunia simulasi yang pertama: setiap blok adalah RW, setiap petak di dalamnya RT, setiap tanda " +
    `${raw.every === 1 ? "satu rumah tangga" : `satu dari ${raw.every} rumah tangga`}. Garis menghubungkan anggota KSM; garis pudar ` +
    `adalah ${raw.shown_ties.length / 2 < raw.ties ? "sebagian " : ""}hubungan antar rumah tangga.`,
  wardLabel: (variant, month, all) => `Kelurahan pada bulan ${month}, ${variant}. ${all}`,
  wardCaption: (month) => `Rumah tangga yang digambar, bulan ${month}`, household: "Rumah tangga",
  together: "Semua bersama-sama",
  outcomesList: "Hasil dan definisinya",
};
