// What the report says of designs, in Bahasa Indonesia.

import { searchesId } from "./searches_id.js";

const number = (n) => n.toLocaleString("id-ID");
const between = (parts, comma = ", ") => parts.flatMap((part, i) => (i ? [comma, part] : [part]));

export const designsId = (name, capital) => ({
  factorialTitle: "Tuas mana yang didahulukan?",
  factorialLead: "Setiap kombinasi tuas dijalankan di dunia yang sama. Karena itu setiap tuas dapat dinilai sendiri, di atas semua yang " +
    "lain, dan dalam setiap urutan di antaranya.",
  factorialQuestion: (m, info, month) => `Mana dari ${m.designed.levers.length} tuas yang perlu dibenahi lebih dulu, untuk ` +
    `${name(info.name)} sampai bulan ${month}? Semua ${2 ** m.designed.levers.length} kombinasi, di ${number(m.replicates)} dunia yang ` +
    "sama.",
  mendFirst: (lever, share, outcome) => ["Benahi ", lever, " lebih dulu: bagiannya ", ...share, " dari ", name(outcome), "."],
  ofTheWhole: (whole) => ["Semua bersama menghasilkan ", ...whole, ". "],
  costs: (cost, perUnit, unit) => `Biayanya ${cost} per kelurahan, ${perUnit} per ${unit}.`, saves: "Tuas ini menghemat biaya.",
  leads: (second, lead) => ["Tuas ini pasti mengungguli ", second, ", sebesar ", ...lead, "."],
  leadsPerhaps: (second) => `Keunggulannya atas ${second} tidak dapat dipastikan.`,
  noLever: (outcome) => `Tidak ada tuas yang pasti memperbaiki ${name(outcome)}.`,
  interactions: (parts, more) => [...between(parts, "; "), more > 0 ? `; dan ${more} pasangan lain` : "", "."],
  acts: (reinforces, effect) => [reinforces ? " saling menguatkan sebesar " : " saling mengurangi sebesar ", ...effect],
  noInteraction: "Tidak ada dua tuas yang pasti saling menguatkan atau saling menghambat.",
  lever: "Tuas", all: "Semua bersama", shareIn: (unit) => `Bagian, ${unit}`,
  sharesTitle: "Bagian dari keseluruhan",
  sharesLead: (m) => "Pengaruh sebuah tuas, dirata-ratakan atas semua urutan penambahan tuas (nilai Shapley). Jumlah bagian sama dengan " +
    `hasil semua tuas bersama. Batang: rata-rata antar dunia; garis: ${m.overParameters
      ? "yang diharapkan 90% tarikan parameter, dan perhitungan lebih banyak tidak mempersempitnya"
      : "selang 95% dari rata-rata (parameter dianggap diketahui)"}; kelabu: tandanya belum pasti.`,
  sharesCaption: "Bagian setiap tuas dari hasil semua bersama, dan biayanya",
  effectsTitle: "Sendiri, rata-rata, di atas yang lain", effectsLead: "Bila keempat tanda sebuah tuas berjauhan, pengaruhnya bergantung pada tuas lain.",
  effectsCaption: (unit) => `Pengaruh setiap tuas, ${unit}`,
  ways: { alone: "sendiri", average: "rata-rata atas yang lain", last: "hilang tanpanya", share: "bagiannya" },
  interactionsTitle: "Tuas yang saling membutuhkan",
  interactionsLead: "Berapa tambahan pengaruh sebuah tuas bila ada tuas lain, dirata-ratakan atas sisanya. Biru: saling menguatkan; " +
    "jingga: saling mengurangi; ≈ 0: tidak dapat dibedakan dari nol.",
  matrixCaption: (unit) => `Interaksi setiap dua tuas, ${unit}`,
  constantLevers: (outcome) => `${capital(name(outcome))} sama dengan kombinasi mana pun: tidak ada tuas ini yang menggerakkannya.`,

  sensitivityTitle: "Apa yang menggeser hasil",
  morrisLead: "Setiap parameter digeser sepanjang rentangnya, satu per satu, dari banyak tempat dalam ruang semua parameter (Morris " +
    "1991). mu* adalah rata-rata besar pengaruhnya, mu rata-ratanya, sigma sebarannya.",
  sobolLead: "Bagian ragam hasil atas rentang semua parameter (indeks Sobol): pengaruh parameter sendiri, dan bersama semua yang " +
    "dilakukannya dengan parameter lain.",
  sensitivityQuestion: (m, info, month) => `Mana dari ${m.designed.parameters.length} parameter yang menggeser ${name(info.name)} sampai ` +
    `bulan ${month}? ${number(m.all_variants)} titik di ${number(m.replicates)} dunia yang sama.`,
  movesMostMorris: (p, outcome, size) => [p, " paling menggeser ", name(outcome), ": rata-rata ", ...size, " sepanjang rentangnya."],
  movesMost: (p, outcome, size) => [p, " paling menggeser ", name(outcome), ": berperan dalam ", ...size, " ragamnya."],
  ofItAlone: (share) => `Sendirian ${share}.`, differently: "Pengaruhnya sangat berbeda menurut nilainya sendiri dan nilai parameter lain.",
  soDo: (parts, more) => ["Lebih kecil, tetapi pasti: ", ...between(parts), more > 0 ? `, dan ${more} lainnya` : "", "."],
  chance: (list) => `Pengaruh ${list} tidak dapat dibedakan dari kebetulan.`, others: (n) => `${n} lainnya`,
  nothingMoves: (outcome) => `Tidak ada yang pasti menggeser ${name(outcome)}: perlu lebih banyak titik atau ulangan.`,
  nothingMovesMorris: (outcome) => `Tidak ada yang pasti menggeser ${name(outcome)}: perlu lebih banyak lintasan atau ulangan.`,
  constant: (outcome) => `${capital(name(outcome))} sama di semua titik: tidak ada parameter ini yang menggerakkannya.`,
  noise: (share) => `Kebetulan di dalam dunia membuat ${share} ragam antar titik.`,
  ofVariance: "% ragam", parameter: "Parameter", sizeIn: (unit) => `mu*, ${unit}`, totalIn: "Bersama, %", aloneIn: "Sendiri, %",
  spreadShort: "sigma", aloneShort: "Sendiri, %", mean: "Rata-rata", spread: "sigma",
  weightsCaption: "Parameter menurut bobotnya", firstOf: (n, all) => `${n} yang pertama dari ${number(all)}.`, maybeChance: " (mungkin kebetulan)",
  tornadoCaption: "Batang: mu* dengan selang 95% antar lintasan; lingkaran: sigma.",
  indicesCaption: "Batang atas: bersama yang lain; batang bawah: sendiri; garis: selang bootstrap 95%.",
  chanceMorris: "Garis titik-titik menandai mu* yang dihasilkan kebetulan di dalam dunia saja pada parameter tanpa pengaruh. Kelabu: " +
    "selangnya mencapai garis itu.",
  chanceSobol: "Garis titik-titik menandai bagian batang atas yang dibuat kebetulan di dalam dunia, sepanjang langkah parameter itu sendiri. " +
    "Kelabu: kedua batang tidak dapat dibedakan dari kebetulan. Dengan sedikit titik, indeks dapat jatuh di bawah 0 atau melewati 100%.",
  oneWorld: "Satu dunia tidak dapat menyatakan berapa bagian yang kebetulan.",
  planeTitle: "Lurus atau melengkung?",
  planeLead: "Makin ke kanan: parameter yang besar pengaruhnya. Dekat atau di atas garis putus: pengaruhnya melengkung, atau bergantung " +
    "pada yang lain. Garis tipis: selang 95% mu*.",
  planeLabel: (outcome) => `Besar dan sebaran pengaruh pada ${name(outcome)}`, equalLine: "sigma = mu*",
  pairsTitle: "Pengaruh parameter berdua", pairsLead: (n, all) => (n
    ? `${n} dari ${all} pasangan pasti bekerja bersama, melebihi pengaruh masing-masing sendiri.`
    : "Tidak ada dua parameter yang pasti bekerja bersama."),
  pairsCaption: "Indeks orde kedua dengan selang bootstrap 95%", pair: "Pasangan", togetherIn: "Berdua, %", allPairs: (n) => `Semua ${n} pasangan`,

  sweepTitle: (n) => (n === 1 ? "Sepanjang satu parameter" : n === 2 ? "Atas dua parameter" : "Atas rentang parameter"),
  sweepLead: (shape) => ({ curve: "Rata-rata antar dunia dengan selang 95%. Semua titik dijalankan di dunia yang sama.",
    map: "Satu sel satu titik, semua dijalankan di dunia yang sama. Bingkai menandai yang terbaik, bingkai putus-putus yang tidak dapat dibedakan darinya.",
    cloud: "Semua titik dijalankan di dunia yang sama." })[shape],
  bestAt: (outcome, place, value) => [capital(name(outcome)), " terbaik pada ", place, ": ", ...value, "."],
  worstAt: (place, value, difference) => ["Terburuk pada ", place, ": ", ...value, ". Di antara keduanya ada ", ...difference, "."],
  singlesAlike: (outcome, difference) => [`Titik satu per satu tidak dapat dibedakan dalam ${name(outcome)}: antara yang terbaik dan yang ` +
    "terburuk hanya terpaut ", ...difference, "."],
  noneApart: (outcome, difference) => [`Tidak ada titik yang dapat dibedakan dalam ${name(outcome)}: antara yang terbaik dan yang ` +
    "terburuk pun hanya ada ",
    ...difference, "."],
  aloneBest: "Semua titik lain dapat dibedakan darinya.", equalsNamed: (list) => `${list} tidak dapat dibedakan darinya.`,
  equals: (n, all) => `${number(n)} dari ${number(all)} titik lain tidak dapat dibedakan darinya.`,
  point: (n) => `titik ${n}`, pointHeading: "Titik",
  correlatesMost: (p, outcome, r) => [p, " paling sejalan dengan ", name(outcome), ": korelasi peringkat ", ...r, "."],
  nothingCorrelates: (outcome) => `Tidak ada parameter yang pasti sejalan dengan ${name(outcome)}, naik atau turun.`,
  correlation: "Korelasi peringkat", correlationsCaption: "Korelasi peringkat setiap parameter dengan hasil, selang 95%",
  correlationsTitle: "Parameter mana yang berperan",
  correlationsLead: (n) => `Korelasi peringkat Spearman dengan rata-rata hasil atas ${number(n)} titik, dengan selang 95%. Berongga dan ` +
    "kelabu: tidak dapat dibedakan dari nol; dari dua puluh tanpa pengaruh, satu tampak seolah berpengaruh. Yang naik lalu turun tidak " +
    "berkorelasi dan hanya tampak pada kurva.",
  mapLabel: (outcome) => `Peta ${name(outcome)} atas dua parameter`, curveLabel: (outcome, key) => `${capital(name(outcome))} sepanjang ${key}`,
  mapNote: "Bingkai penuh: titik terbaik. Bingkai putus-putus: titik yang selisihnya terhadap yang terbaik, dunia demi dunia, tidak " +
    "dapat dibedakan dari nol. Warna dari rata-rata terendah sampai tertinggi.",
  isBest: "yang terbaik", likeBest: "tidak dapat dibedakan dari yang terbaik",
  responsesTitle: "Tanggapan terhadap setiap parameter",
  responsesLead: (fewLevels, many) => ["Kelabu: titik-titiknya.",
    fewLevels && "Bila nilai parameter hanya sedikit: rata-rata semua titik di sana, dengan selang 95% antar dunia.",
    many && "Garis: rata-rata yang diperhalus atas titik-titik, dengan pita 95%; nilai parameter lain menyebar di sekitarnya."].filter(Boolean).join(" "),
  drawn: (n, all) => `${number(n)} dari ${number(all)} titik digambar; angka dihitung dari semuanya.`,
  luck: "Yang terbaik dari banyak titik sebagian unggul karena kebetulan: makin banyak titik, makin besar.",
  pointsCaption: "Semua titik", levelMeans: "Rata-rata atas titik pada setiap nilai", smoothMeans: "Rata-rata yang diperhalus atas titik-titik",
  ...searchesId,
});
