// What the report says of increments, of how far to trust them, and of budgets, in Bahasa Indonesia.

const between = (parts, comma = ", ") => parts.flatMap((part, i) => (i ? [comma, part] : [part]));

// `name`: of an outcome.
export const answerId = (name) => ({
  against_: "Dibandingkan dengan", ordinal: (n) => `ke-${n}`,
  notAgainst: (chosen, held) => `Paket dibandingkan dengan ‘${chosen}’ hanya untuk hasil dan bulan pada tabel; di sini dengan ‘${held}’.`,
  forCost: (kRp, f, further) => (kRp === undefined || kRp === null ? "" : Math.abs(kRp) < 500 ? ", tanpa tambahan biaya"
    : kRp > 0 ? ` dengan ${further ? "tambahan " : ""}${f.money(kRp)}` : `, dan biaya berkurang ${f.money(-kRp)}`),
  stepsTitle: (unit) => `Langkah demi langkah, apa yang ditambahkan oleh uang lebih banyak (${unit}):`,
  step: ({ name: who, isFirst, effect, cost, price }) => [who, isFirst ? ": " : " sebagai gantinya: ", ...effect, isFirst ? "" : " lagi", cost,
    price && `, ${price}`],
  perOne: (price, unit) => `${price} per ${unit}`,
  whyNamed: (price, unit) => `Yang disebut di atas: pilihan bila satu tambahan ${unit} bernilai sebesar biaya rata-ratanya pada langkah terbesar, ${price}.`,
  noMore: (parts, only) => [`Lebih mahal daripada ${only ?? "suatu langkah"}, dan tidak dapat dipastikan berbuat lebih: `, ...between(parts, "; "), "."],
  zeroFrom: (list, against) => `${list} tidak dapat dibedakan dari ‘${against}’.`,
  lessForMoney: (parts, more, only) => [only ? `Kurang untuk uangnya daripada ${only} di kelurahan sebanyak yang terbayar: `
    : "Kurang untuk uangnya daripada suatu langkah atau campuran dua langkah: ", ...between(parts, "; "), more > 0 ? `; dan ${more} lainnya` : "", "."],

  trustTitle: "Seberapa jauh ini dapat dipercaya", trustMore: "Selengkapnya",
  trustLead: "Dengan apa model ini diuji, apa yang belum pernah diukur tetapi menjadi sandaran jawaban, dan apakah aturan perilaku lain memberi " +
      "jawaban yang sama.",
  factsLine: (met, missed, hard, outcome) => (met + missed === 0 ? `Tidak ada fakta tentang ${name(outcome)} untuk menguji jawaban ini.`
    : `Dari ${met + missed} fakta tentang ${name(outcome)} model memenuhi ${met}${missed ? ` dan meleset dari ${missed}${hard ? ` (${hard} fakta keras)`
      : ""}` : ""}.`),
  noFactsCarried: "Fakta-fakta untuk menguji model tidak disertakan.",
  noFactsCarriedMore: "Tidak ada fakta yang diukur di samping ini: `facts` dalam eksperimen menyebut berkasnya, seperti ditulis `swadaya patterns --states`.",
  factsTitle: (outcome) => `Fakta tentang ${name(outcome)}`,
  factsSaid: (met, missed, fitted, outcome) => (met + missed === 0
    ? `Tidak satu pun fakta yang dipakai menguji model berkaitan dengan ${name(outcome)}: hanya asumsinya yang mendukung angka-angka ini.`
    : `${met} terpenuhi, ${missed} meleset.${fitted ? ` Di antara yang terpenuhi ${fitted} disesuaikan: nilai dipilih agar terpenuhi, sehingga kurang
      membuktikan.` : ""}`),
  fact: "Fakta", inTheWorld: "Di dunia nyata", inTheModel: "Dalam model", inThisRun: "Dalam simulasi ini", met: "terpenuhi", missed: "meleset",
  notMeasured: "tidak diukur",
  factsCaption: "Dalam model: diukur sebelumnya, semua parameter pada nilai bakunya. Dalam simulasi ini: rata-rata dunia-dunianya, bila besarannya sama. " +
    "Pernyataan dan sumber dalam bahasa Inggris.",
  isHard: "keras: hasil yang meleset darinya tidak dapat diandalkan",
  factUse: { apart: "disisihkan: tidak ada nilai yang dipilih dengannya", fitted: "disesuaikan: nilai dipilih dengannya", construction: "benar karena " +
      "konstruksi" },
  factHere: (value, missed) => (missed ? `Meleset: ${value} dalam simulasi ini.` : `Terpenuhi: ${value} dalam simulasi ini.`),
  restsTitle: "Sandaran yang belum pernah diukur",
  restsKnown: "Parameter dianggap diketahui: yang belum pernah diukur tidak termasuk dalam angka ini.",
  restsLine: (key) => ["Paket mana yang terbaik bergantung pada ", key, ", yang belum pernah diukur."],
  restsLineWith: (who, key, r) => [`Hasil ${who} bergantung pada `, key, `, yang belum pernah diukur (korelasi peringkat ${r}).`],
  restsLineNone: (who, led, draws, price) => `Tidak ada satu parameter tak terukur yang menentukan hasil ${who}; pada ${price} ia pilihan terbaik dalam ` +
    `${led} dari ${draws} tarikan.`,
  restsLearn: (key, worth, share) => ["Dari semua yang belum diketahui, pilihan ini paling bergantung pada ", key,
    `: mengetahuinya bernilai ${worth} per kelurahan dan mengubah pilihan dalam ${share} tarikan. Selengkapnya di ‘Apa yang sebaiknya diukur berikutnya’.`],
  restsNoLearn: (all) => `Tidak ada satu parameter yang dapat dipastikan layak diukur sebelum memilih; mengetahui semuanya bernilai ${all} per kelurahan.`,
  restsLed: (who, led, draws, price) => `Pada ${price} ${who} pilihan terbaik dalam ${led} dari ${draws} tarikan parameter, menurut rata-rata dunia tiap ` +
    "tarikan.",
  restsWith: (who) => `Parameter yang berjalan bersama hasil ${who}, tarikan demi tarikan:`,
  restsWithNone: (who, draws) => `Tidak ada satu parameter yang dapat dipastikan menaikkan atau menurunkan hasil ${who} pada ${draws} tarikan.`,
  restsNotTold: "Tarikan parameter terlalu sedikit untuk menunjukkan sandarannya.",
  restsNothing: "Tidak ada parameter yang dapat dipastikan menggerakkannya.",
  restsSensitivity: (names) => ["Paling bergantung pada ", ...names, ", di antara parameter yang digerakkan."],
  restsCaption: "Korelasi peringkat antara hasil dan parameter antar tarikan; hanya yang dapat dibedakan dari nol, semuanya sekaligus.",
  ranksTitle: "Apakah peringkatnya bertahan pada asumsi lain",
  ranksLine: (who, kept, n, rank, of, month) => `${month ? `Asumsi lain dijalankan sampai bulan ${month}: di sana ` : ""}${who} berada di peringkat ` +
    `${rank} dari ${of} menurut hasilnya, dan bertahan pada ${kept} dari ${n} kumpulan asumsi lain.`,
  ranksSaid: (who, rank, of, kept, n, month) => [who, ` berada di peringkat ${rank} dari ${of} menurut rata-rata hasilnya pada bulan ${month}, bulan ` +
      `terakhir asumsi lain `,
    `dijalankan. Pada ${kept} dari ${n} kumpulan asumsi lain peringkatnya bertahan.`],
  ranksCaption: (month) => `Rata-rata hasil pada bulan ${month}`,
  noBundles: "Aturan perilaku lain tidak dijalankan di samping perbandingan ini: `beside = [...]` dalam eksperimen melakukannya.",
  assumptions: "Asumsi", leader: "Paling banyak", rank: "Peringkat", asHere: "seperti dalam laporan ini", otherRank: "lain",

  budgetTitle: (money) => `Apa yang saya dapat dengan ${money}?`,
  budgetLead: "Paket terbaik dengan tambahan dana sebesar itu per kelurahan, atau campuran terbaik: satu paket di sebagian kelurahan dan paket lain " +
      "di sisanya.",
  budgetAsk: "Anggaran, juta Rp per kelurahan", budgetWrong: "Tuliskan jumlah dalam juta Rp, misalnya 100 atau 37,5.",
  asItWas: (title) => `‘${title}’`,
  buysNothing: (money) => `Dengan ${money} tidak ada yang lebih baik daripada yang sudah ada.`,
  buysOne: (who, effect, outcome) => [who, " di setiap kelurahan: ", ...effect, ` pada ${outcome}.`],
  buysMix: (main, share, other, effect, outcome) => [main, ` di ${share} kelurahan dan `, other, " di kelurahan lainnya: ", ...effect, ` pada ` +
      `${outcome}, rata-rata.`],
  costsThat: (money, low, high) => `Biayanya rata-rata ${money} per kelurahan, antara ${low} dan ${high} sejauh yang diketahui.`,
  leftOver: (money) => `Tersisa ${money}: tidak ada paket lebih mahal yang dibandingkan yang berbuat lebih.`,
  oneWardAlone: (who, effect, unit, money) => ["Satu kelurahan tidak dapat dicampur. Sendirian ia memperoleh paling banyak dari ", who, `: ${effect} ` +
      `${unit} dengan ${money}.`],
  oneWardNothing: "Satu kelurahan tidak dapat dicampur, dan tidak ada paket tersendiri dengan dana sebesar itu yang hasilnya dapat dibedakan dari nol.",
  nothingMore: "tidak lebih dari sebelumnya",
  surePick: (who, share, draws) => `Seberapa pasti? Dalam ${share} dari ${draws} tarikan parameter, penggunaan terbaik anggaran ini menerapkan ${who}.`,
  surePickSimulated: (who, share) => `Seberapa pasti? Dalam ${share} percobaan serupa, penggunaan terbaik anggaran ini menerapkan ${who}; parameter ` +
      `dianggap diketahui.`,
  elseBest: (parts) => `Selain itu ${parts.map(([who, share]) => `${who} (${share})`).join(", ")}.`,
  fullSearch: "Di sini hanya paket yang dibandingkan yang dicampur. Pencarian atas kombinasinya, dalam folder laporan ini:",
});
