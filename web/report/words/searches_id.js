// What the report says of calibrations and optimisations, in Bahasa Indonesia.

const number = (n) => n.toLocaleString("id-ID");
const between = (parts, comma = ", ") => parts.flatMap((part, i) => (i ? [comma, part] : [part]));

export const searchesId = {
  calibrationTitle: "Apa kata data tentang parameter",
  calibrationKicker: (points, n) => `${points} titik, masing-masing di ${number(n)} dunia`,
  calibrationLead: (d, f) => `${f.number(d.points, 0)} titik dalam ${d.generations} generasi, masing-masing makin dekat dengan yang ` +
    `teramati (komputasi Bayes aproksimatif, dengan regresi di akhir). Posterior setara dengan ${f.number(d.effective_size, 0)} sampel ` +
    "bebas" +
    `${d.end === 1 ? "; pencarian berakhir karena hampir tidak ada titik baru yang lebih dekat"
      : d.end === 2 ? "; pencarian berakhir karena setiap titik memenuhi setiap sasaran" : ""}.`,
  calibrationQuestion: (parameters, targets) => `Nilai mana dari ${parameters} parameter yang menghasilkan apa yang teramati dalam ` +
    `${targets} sasaran, dan seberapa pasti itu?`,
  calibrationCaveat: "Posterior menyatakan berapa nilai parameter model supaya hasilnya sesuai dengan yang teramati, bila model dan " +
    "priornya benar. Semua pengaturan dan sumber ada di bagian Pengaturan. Ramalan memuat sembilan dari sepuluh sampel.",
  pins: (names) => ["Data menentukan ", names, "."], narrows: (names) => ["Data mempersempit ", names, "."],
  pinsNone: (n) => `Tidak satu pun dari ${n} parameter ditentukan oleh data.`,
  pinsNot: (names) => ["Tidak ditentukan: ", names, ". Kesimpulan apa pun harus berlaku atas seluruh priornya."],
  roughSearch: (draws) => `Pencarian kasar: posteriornya setara dengan ${draws} sampel bebas, dan selang dari kurang dari seratus belum ` +
    "pasti. Lebih banyak titik memastikannya.",
  outOf: (n, all) => `${n} dari ${all}`,
  met: (heldOut, count, all, missed) =>
    [count, ` sasaran ${heldOut ? "yang disisihkan" : "yang dicocokkan"} terpenuhi`, missed ? `; tidak terpenuhi: ${missed}.` : "."],
  allMet: (count) => [count, " sasaran yang dicocokkan terpenuhi: ada parameter yang menghasilkan apa yang teramati."],
  noParameters: (count, some) => [count, ` terpenuhi: tidak ada parameter yang ${some ? "memenuhi semuanya" : "memenuhinya"}.`],
  outOfReach: (points, ids) => `Tidak satu pun dari ${points} titik yang dicoba mencapai ${ids}.`,
  notTogether: (ids) => `Sebagian mencapai ${ids}, tetapi tidak bersama yang lain.`,
  nearestOnly: "Dalam prior ini model apa adanya tidak menghasilkan apa yang teramati; yang dikatakan tentang parameter hanyalah yang " +
    "terdekat yang dapat dicapainya.",
  nearestNarrow: (names) => ["Yang terdekat dengan sasaran: rentang sempit dari ", names, ". "],
  nearestNarrower: (names) => ["Lebih sempit daripada priornya: ", names, ". "],
  nearestWide: (names) => ["Tetap selebar prior, atau hampir: ", names, "."],
  nearestWords: ["lebar", "lebih sempit", "sempit"],
  checkPassed: "Diuji pada masalahnya sendiri: lulus. Nilai sebenarnya, yang diketahui, terletak di mana saja dalam posteriornya, " +
    "sebagaimana mestinya.",
  checkFailed: "Diuji pada masalahnya sendiri: tidak lulus. Beberapa selang tidak seperti yang dikatakannya; lihat akhir bagian ini.",
  checkMissing: "Tidak diuji pada masalahnya sendiri: titik pencarian di dekat data terlalu sedikit.",
  checkTitle: "Diuji pada masalahnya sendiri",
  checkLead: (truths) => `Hasil simulasi di ${truths} titik dekat data menggantikan data, dan setiap posterior yang dihasilkan dibandingkan ` +
    "dengan parameter yang membuatnya, dengan titik-titik lain dari pencarian. Batang menghitung nilai sebenarnya menurut bagian posterior " +
    "yang terletak di bawahnya; di dalam pita kelabu batang itu rata, sebagaimana mestinya. Tinggi di kedua ujung: selang terlalu sempit; " +
    "tinggi di tengah: terlalu lebar. Ini tidak menguji apakah pencarian yang diulang menemukan tempat yang sama, atau apakah model, prior, " +
    "dan jumlah kelurahannya benar.",
  checkP: (p) => `p ${p}`, checkLabel: (key) => `Peringkat nilai sebenarnya dalam posteriornya, ${key}`,
  checkCovered: "Nilai sebenarnya di dalam selang 90%", checkRange: "Kisaran yang mungkin, 95%",
  checkCaption: "Peringkat: p adalah peluang peringkat yang rata menyimpang sejauh itu.",
  nearestMeans: "Lebar: menyempit kurang dari seperlima; sempit: separuh atau lebih.",
  pinnedMeans: "Tidak ditentukan: menyempit kurang dari seperlima; ditentukan: separuh atau lebih.",
  atEnd: (names) => `Menempel pada ujung rentangnya: ${names}. Data meminta lebih dari yang dibolehkan.`, ends: ["bawah", "atas"],
  leans: ["menempel pada ujung bawah", "menempel pada ujung atas"],
  learntCaption: "Setiap parameter pada rentangnya sendiri. Kelabu: prior; di bawahnya: posterior. Garis memuat sembilan dari sepuluh sampel.",
  beforeAfter: "Sebelum dan sesudah",
  beforeAfterLead: "Kelabu: keyakinan sebelumnya (prior). Biru: yang tersisa setelah data (posterior). Tinggi: bagian masing-masing, " +
    "kotak demi kotak.",
  histogramLabel: (key) => `Prior dan posterior ${key}`, pinned: ["tidak ditentukan", "dipersempit", "ditentukan"],
  prior: "Prior", priorRange: "Prior, 90%", posteriorRange: "Posterior, 90%", narrowed: "Menyempit",
  rangesCaption: "Median dengan rentang yang memuat 90%. Menyempit: seberapa lebih kecil simpangan bakunya daripada simpangan baku prior.",
  pairsOfPosterior: "Parameter yang berkaitan", pairsOfPosteriorLead: (n) => `${number(n)} sampel posterior, korelasi terkuat lebih ` +
    "dulu. Awan miring: data lebih berbicara tentang keduanya bersama daripada masing-masing.",
  pairLabel: (a, b, r) => `Sampel posterior, ${a} terhadap ${b}: korelasi ${r}`, correlationShort: "Korelasi",
  fittedTitle: "Sasaran yang dicocokkan", targetsLead: (draws) => "Ramalan prior dan posterior untuk setiap sasaran, dari " +
    `${number(draws)} sampel masing-masing di dunianya sendiri. Setiap baris berskala sendiri.`,
  apartTitle: "Sasaran yang disisihkan", apartLead: "Sasaran ini tidak ikut dicocokkan: ramalannya adalah ujian.",
  target: "Sasaran", observed: "Teramati", asItIs: "Apa adanya", beforeIt: "Prior", predicted: "Posterior", verdictHeading: "Terpenuhi?",
  isMet: "terpenuhi", isNotMet: "tidak",
  keyObserved: "teramati", keyPrior: "prior, sembilan dari sepuluh sampel", keyAsItIs: "skenario apa adanya",
  keyMet: "posterior: median di dalam yang teramati", keyMissed: "posterior: tidak terpenuhi",
  ratioTo: (other) => `dibagi ${other}`, spreadOfWorlds: "sebaran antar dunia", inVariant: (title) => `dalam ‘${title}’`,
  againstAsItIs: "terhadap skenario apa adanya",

  optimisationTitle: "Campuran terbaik untuk uangnya",
  optimisationKicker: (mixes, n) => `${mixes} campuran di ${number(n)} dunia`,
  optimisationLead: (m, f) => `${f.number(m.designed.candidates, 0)} campuran dicoba di ${number(m.replicates)} dunia yang sama. Yang ` +
    `terpilih, tetangganya, dan saingannya dijalankan lagi di ${number(m.designed.fresh_worlds)} dunia yang tidak ikut memilih; angka ` +
    "berasal dari sana.",
  weighted: "Bagian dihitung dalam poin persen, uang dalam juta rupiah.", lessOf: (name) => `penurunan ${name}`,
  optimisationQuestion: (aim, month, budget) =>
    `Campuran tuas mana yang paling menaikkan ${aim} sampai bulan ${month} dengan ${budget} per kelurahan di atas belanja semula?`,
  optimisationCaveat: "Simulasi menyatakan apa yang mengikuti dari asumsinya. Semua pengaturan dan sumber ada di bagian Pengaturan. " +
    "Selang memuat 95% dan berpasangan, dunia demi dunia: selang menggambarkan kebetulan antar dunia, bukan keraguan tentang parameter. " +
    "Yang terbaik dari banyak campuran belum tentu yang terbaik dari semuanya.",
  bestMix: (gain, aim) => ["Campuran terbaik menaikkan ", aim, " sebesar ", ...gain, "."], nothingChanged: "Semua seperti semula",
  noMix: (gain, aim) => ["Tidak ada campuran yang pasti lebih baik dari garis dasar. Yang terbaik mencapai ", ...gain, " dalam ", aim, "."],
  costsOfBudget: (cost, holds, budget) => ["Menurut simulasi, dengan segala akibatnya, biayanya bertambah ", ...cost,
    ` juta Rp, ${holds ? "masih dalam" : "melebihi"} anggaran ${budget}.`],
  spendsAndCosts: (spends, saves, cost) => [`${saves && spends ? "Penghematannya" : "Belanjanya"} ` +
    `${spends ? `${spends} per kelurahan` : "nol"} menurut biaya satuan tuas; dengan segala akibatnya biaya simulasi berubah `,
    ...cost, " juta Rp."],
  kept: (list) => `${list} tetap seperti semula`,
  asGood: (n, all) => `${n} dari ${all} campuran lain untuk anggaran ini belum tentu lebih buruk.`,
  didBetter: (n, most) => `${n} di antaranya lebih baik, sampai ${most}: pemenang dipilih sebelum itu terlihat.`,
  flat: (list) => `Tanpa akibat yang dapat dipastikan, dari ujung ke ujung: ${list}.`,
  instead: (budget, parts) => [`Sebagai ganti ${budget}: `, ...between(parts, "; "), "."],
  withBudget: (budget) => (budget ? `dengan ${budget}` : "tanpa tambahan"), sameMix: "campuran yang sama",
  nothingTold: "tidak ada yang dapat dipastikan",
  flatters: (chosen, n) => `Di ${number(n)} dunia tempat campuran itu dipilih hasilnya ${chosen}, yang terlalu bagus karena pemilihan.`,
  mixTitle: "Campurannya",
  mixLead: "Sama baiknya: pengaturan di antara campuran untuk anggaran ini yang belum tentu lebih buruk. Digeser sendiri: akibatnya bila " +
    "satu tuas digeser ke ujung rentangnya, sejauh anggaran mengizinkan.",
  mixCaption: "Tuas dalam campuran terbaik",
  mixKey: "Setiap tuas pada rentangnya. Titik: campuran terbaik; lingkaran: semula; kotak: pengaturan yang sama baiknya.",
  asItWas: "Semula", bestSetting: "Campuran terbaik", spends: "Belanja, juta Rp", costsAlone: "Biaya bila sendiri, juta Rp", asGoodSettings: "Sama baiknya",
  movedAlone: (unit) => `Digeser sendiri${unit ? `, ${unit}` : ""}`,
  topTitle: "Seberapa datar puncaknya?",
  topLead: "Campuran lain untuk anggaran yang sama terhadap yang terbaik, dunia demi dunia. Berongga dan kelabu: tidak dapat dibedakan. " +
    "Setiap baris hanya menyebut yang berbeda.",
  topCaption: "Campuran lain untuk anggaran ini terhadap yang terbaik", mix: "Perbedaan",
  fromBest: (unit) => `Terhadap yang terbaik${unit ? `, ${unit}` : ""}`,
  noOthers: "Tidak ada campuran lain untuk anggaran ini yang dicoba lagi.",
  frontierTitle: "Apa yang dibeli anggaran lain",
  frontierLead: "Garis: campuran terbaik yang ditemukan untuk setiap anggaran, dengan selang 95% di dunia baru. Kelabu: campuran dari " +
    "pencarian, di dunia pencarian.",
  frontierLabel: "Perbaikan oleh campuran terbaik menurut anggaran", frontierCaption: "Campuran terbaik untuk setiap anggaran",
  inRange: "Dalam tabel, batang menunjukkan letak tuas dalam rentangnya.",
  budget: "Anggaran, juta Rp", budgetAxis: "anggaran, juta Rp per kelurahan", thisBudget: "anggaran ini",
  gainIn: (unit) => `Perbaikan${unit ? `, ${unit}` : ""}`, simulatedCost: "Biaya simulasi, juta Rp",
  outcomesTitle: "Akibat campuran pada hasil", outcomesCaption: (n) => `Terhadap garis dasar, di ${number(n)} dunia`,
};
