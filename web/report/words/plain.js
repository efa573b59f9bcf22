// Words of the report for readers without its script: a mail program's preview, a text browser. The program fills {what} in
// (sim/report/plain.cpp), so they are texts and no functions. build.mjs hands them to it with the names of outcomes and units.
export const plain = {
  en: {
    worlds: "{n} simulated worlds", world: "one simulated world", households: "{n} households", months: "{n} months",
    raises: "By month {month} {package} raises {outcome} by {difference} {interval}: from {from} to {to}.",
    lowers: "By month {month} {package} lowers {outcome} by {difference} {interval}: from {from} to {to}.",
    none: "By month {month} no package improves {outcome} by an amount that can be told from zero.",
    costs: "It costs {money} million Rp a ward more.", costsLess: "It costs {money} million Rp a ward less.", free: "It costs no more.",
    glance: "At a glance, month {month}", package: "Package", cost: "Extra cost, million Rp a ward", same: "same", outcome: "Outcome", mean: "mean",
    points: "points", notRecorded: "–", means: "Means, with the range that holds nine out of ten worlds", at: "month {month}",
    glanceNote: "First row: the baseline’s means. Below: differences from it{worlds}. ≈ 0: the sign isn’t sure. {brackets}",
    sameWorlds: ", in the same worlds", apart: "; of {names}: different wards, not paired",
    overParameters: "Brackets hold what 90 % of the draws of the parameters expect.",
    overWorlds: "Brackets hold 95 % and say how closely the mean is simulated; parameters are taken as known.",
    sameMoney: "For the same extra money, {money} million Rp a ward, by month {month}", reaches: "Reaches, % of wards",
    difference: "Difference, {unit}",
    stamp: "‡ {outcome} misses {n} of its hard facts ({facts}): don’t rest a decision on its figures.",
    table: "What the terminal says of it", cut: "The rest is in the CSV files beside this one.",
    note: "Charts, the months between, every setting and its source are in this same file: open it in a browser that " +
      "may run its script. It asks nothing of a network. The same figures stand in comparison.csv and series.csv beside it.",
  },
  id: {
    worlds: "{n} dunia simulasi", world: "satu dunia simulasi", households: "{n} rumah tangga", months: "{n} bulan",
    raises: "Sampai bulan {month} {package} menaikkan {outcome} sebesar {difference} {interval}: dari {from} menjadi {to}.",
    lowers: "Sampai bulan {month} {package} menurunkan {outcome} sebesar {difference} {interval}: dari {from} menjadi {to}.",
    none: "Sampai bulan {month} tidak ada paket yang memperbaiki {outcome} sampai dapat dibedakan dari nol.",
    costs: "Tambahan biayanya {money} juta Rp per kelurahan.", costsLess: "Biayanya berkurang {money} juta Rp per kelurahan.", free: "Tanpa tambahan biaya.",
    glance: "Sekilas, bulan {month}", package: "Paket", cost: "Tambahan biaya, juta Rp per kelurahan", same: "sama", outcome: "Hasil", mean: "rata-rata",
    points: "poin", notRecorded: "–", means: "Rata-rata antar dunia, dengan kisaran yang memuat sembilan dari sepuluh", at: "bulan {month}",
    glanceNote: "Baris pertama: rata-rata acuan. Di bawahnya: selisih terhadapnya{worlds}. ≈ 0: tandanya belum pasti. {brackets}",
    sameWorlds: ", di dunia yang sama", apart: "; {names}: kelurahan berbeda, tidak berpasangan",
    overParameters: "Kurung memuat apa yang diharapkan oleh 90% tarikan parameter.",
    overWorlds: "Kurung memuat 95% dan menyatakan seberapa cermat rata-rata disimulasikan; parameter dianggap diketahui.",
    sameMoney: "Dengan tambahan dana yang sama, {money} juta Rp per kelurahan, sampai bulan {month}", reaches: "Kelurahan terjangkau, %",
    difference: "Selisih, {unit}",
    stamp: "‡ {outcome} meleset dari {n} fakta kerasnya ({facts}): jangan mendasarkan keputusan pada angkanya.",
    table: "Yang dikatakan terminal", cut: "Selebihnya ada dalam berkas CSV di sampingnya.",
    note: "Grafik, bulan-bulan di antaranya, semua pengaturan beserta sumbernya ada dalam berkas ini juga: " +
      "bukalah di peramban yang boleh menjalankan skripnya. Berkas ini tidak meminta apa pun dari jaringan. Angka yang sama ada di " +
      "comparison.csv dan series.csv di sampingnya.",
  },
};
