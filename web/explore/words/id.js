// What the explorer says, in Bahasa Indonesia.
import { outcomesInIndonesian } from "../../shared/outcomes_id.js";
import { sourceInIndonesian, unitInIndonesian } from "../../shared/units_id.js";

export const id = {
  leverNames: {
    "socialization.meetings": "Rapat di setiap RT",
    "socialization.messengers": "Siapa pembawa berita",
    "socialization.q_other": "Peluang tetangga meneruskan berita",
    "targeting.verified": "Daftar diverifikasi di batasnya",
    "targeting.elite_bonus": "Kemudahan bagi elite",
    "targeting.quota": "Bagian tiap RT dalam daftar",
    "facilitation.hours": "Jam kerja fasilitator",
    "facilitation.after_disbursement": "Kunjungan setelah dana cair",
    "programme.exit": "Fasilitator pergi pada bulan",
    "supervision.audit_probability": "Peluang audit",
    "supervision.published": "Daftar peminjam diumumkan",
    "supervision.sanction": "Sanksi bagi penunggak",
    "coordination.list_kept": "Daftar peminjam disimpan",
    "coordination.sequence": "Apa yang didahulukan",
    "coordination.stages": "Kantor yang dilalui tiap rupiah",
    "coordination.stage_mean": "Keterlambatan di tiap kantor",
    "programme.grant": "Dana bantuan untuk kelurahan",
    "programme.first_loan": "Pinjaman pertama",
    "programme.loan_growth": "Kenaikan dari pinjaman ke pinjaman",
    "programme.meetings": "Pertemuan KSM",
    "programme.saving_months": "Menabung sebelum pinjaman pertama",
    "programme.full_repayment_first": "Pinjaman berikutnya setelah semua lunas",
    "lending.norm": "Bobot kewajiban membayar",
    "lending.next_loan": "Nilai pinjaman berikutnya",
  },
  leverTitles: { socialization: "Sosialisasi", target: "Kelompok sasaran", facilitation: "Pendampingan", supervision: "Pengawasan", coordination: "Koordinasi",
    money: "Dana dan pinjaman", groups: "KSM", repayment: "Pengembalian" },
  slotTitles: {
    coordination: "Koordinasi: kapan dana tiba", socialization: "Sosialisasi: bagaimana berita menyebar",
    attitude: "Sikap", participation: "Partisipasi: siapa yang ikut", groups: "KSM", facilitation: "Pendampingan: siapa yang dikunjungi",
    targeting: "Sasaran: siapa yang terdaftar", lending: "Pinjaman: siapa yang membayar", supervision: "Pengawasan: siapa yang diaudit",
    welfare: "Kesejahteraan",
  },
  sectionTitles: { programme: "Program", world: "Dunia: tempat dan rumah tangga", network: "Jaringan: siapa kenal siapa", costs: "Biaya" },
  unit: unitInIndonesian, source: sourceInIndonesian,
  outcome: (info) => outcomesInIndonesian[info.name]?.[0] ?? info.heading, definition: (info) => outcomesInIndonesian[info.name]?.[1] ?? info.definition,
  yes: "ya", no: "tidak", any: "bebas", standing: (word) => ({ default: "baku", null: "nol", rival: "tandingan" })[word] ?? word,

  tabs: { curves: "Kurva", ward: "Kelurahan", sweep: "Satu parameter", heat: "Dua parameter" },
  language: "Bahasa",
  pictureSource: (title, worlds, seed) => `${title ? `${title}. ` : ""}Swadaya, ${worlds} dunia simulasi, benih ${seed}. ` +
    "Simulasi menyatakan apa yang mengikuti dari asumsinya.",
  tabsLabel: "Apa yang ditampilkan", skip: "Langsung ke kurva", set: "Pengaturan", everyDefault: "Semua nilai baku",
  notRun: "Tidak dijalankan: lihat yang ditandai",
  worlds: (done, all) => `${done} dari ${all} dunia`, after: (all, first, ms) => `${all} dunia, kurva pertama setelah ${first} md, semua setelah ${ms} md`,
  size: "Ukuran kelurahan", whole: (n) => `seluruhnya: ${n} rumah tangga`, part: (rws, all, n) => `${rws} dari ${all} RW: ${n} rumah tangga`,
  months: "Bulan", replicates: "Dunia", seed: "Benih", atMonth: "Angka pada bulan ", outcomes: "Hasil",
  ended: "Program di balik halaman ini sudah berhenti: jalankan lagi `swadaya explore`.", refused: (status) => `ditolak (${status})`,
  note: "Nama model, penjelasannya, dan sumber dalam bahasa Inggris.",

  back: "Kembali ke acuan", backOf: (name) => `${name}: kembali ke acuan`, sourceWord: "sumber",
  between: (low, high, usual) => `Antara ${low} dan ${high}; baku ${usual}. `,
  usual: (value) => `Baku ${value}. `, was: (value) => `acuan ${value}`, asNumber: (name) => `${name}, sebagai angka`, model: "Model", does: "cara kerjanya",
  tryPackage: "Coba sebuah paket", asBaseline: "seperti acuan", fromMonth: (month) => `, mulai bulan ${month}`, undo: "Batalkan perubahan",
  keep: "Jadikan acuan",
  keepHint: "Mulai sekarang bandingkan dengan pengaturan ini", everythingElse: "Selebihnya",

  baseline: "Acuan", changed: "Diubah", month: (month) => `Bulan ${month}`, byMonth: (what) => `${what} per bulan`,
  noFigure: "tidak ada angka pada bulan ini", ofOneWorld: "dari satu dunia", same: "sama", sameInAll: "sama di setiap dunia", asTable: "Angka dalam tabel",
  legendBaseline: "acuan", legendChanged: "diubah", legendWhat: "Garis: rata-rata semua dunia; pita: 90% di antaranya; per bulan.",
  legendLeave: "fasilitator pergi", legendComes: "perubahan datang",
  outcomeWord: "Hasil", difference: "Selisih", interval: "Selang 95%",
  curvesCaption: (worlds, month) => `Rata-rata ${worlds} dunia pada bulan ${month}; selisih berpasangan, dunia demi dunia`,

  close: "Tutup", saved: "Disimpan sebagai explored.toml, seluruh kelurahan dengan kedua sisi. Jalankan: ",
  noFile: "Skenario ini tidak punya berkas yang dapat disebut sebuah perintah: simpan dulu, lalu ",
  copied: "Disalin. Perintah ini menjalankan sisi yang diubah pada seluruh kelurahan:",
  copyThis: "Salin ini; perintah ini menjalankan sisi yang diubah pada seluruh kelurahan:",
  tooLarge: (name) => `${name} terlalu besar untuk sebuah skenario.`,
  opened: (name) => `${name} dibuka.`, save: "Simpan sebagai berkas", copy: "Salin sebagai perintah", load: "Buka berkas",

  leftOut: "Tidak ada dalam berkas: ",
  draws: (file) => `Dunia dalam berkas mengambil nilai parameter dari ${file}, dunia di halaman ini tidak: angkanya akan lain. ` +
    "Dengan `--posterior none` angkanya dari nilai yang diatur di sini.",
  leftOutWhy: {
    beside: "beside: bundel asumsi menimpa nilai baku sebuah skenario, dan berkas ini menyebut setiap pengaturan.",
    from: "from: penjelajah mulai dari awal.", checkpoint: "checkpoint: penjelajah tidak menyimpannya.",
    description: "description: tentang paket-paket dalam berkas yang lain.", design: "design: digantikan oleh paket.",
    facts: (why) => `facts: ${why}.`, posterior: (why) => `posterior: ${why}.`,
    table: (name) => `${name}: digantikan oleh paket.`,
    study: (keys) => `study (${keys}): perlu ditulis ulang oleh yang menyusun paket lain.`,
  },

  levers: "Tuas", from: "dari", to: "sampai", parameter: "Parameter", across: "Mendatar", up: "Tegak",
  pointsDone: (points, worlds, ms) => `${points} titik di ${worlds} dunia, ${ms} md`,
  range: (low, high) => `${low} sampai ${high}`, inMost: "di 90% dunia", differenceFrom: (from) => `selisih terhadap ${from}`, mostWorlds: "90% dunia",
  sweepCaption: (month, worlds) => `Pada bulan ${month}, ${worlds} dunia`,
  heatCaption: (outcome, unit, rows, from) => `Selisih ${outcome} terhadap ${from}, ${unit}; baris: ${rows}; ≈ 0: tidak dapat dibedakan dari nol`,
  sweepNote: (as, from) => `Selebihnya ${as}. Pita adalah selang 95% selisih terhadap ${from}, di dunia yang sama; garis tegak ` +
    "menandai posisi sisi itu.",
  heatNote: (as, from) => `Selisih terhadap ${from} di dunia yang sama; selebihnya ${as}. Kelabu: tidak dapat dibedakan dari nol.`,
  asOn: (id, title) => ({ baseline: "seperti acuan", changed: "seperti sisi yang diubah" })[id] ?? `seperti “${title}”`,
  inSide: (id, title) => ({ baseline: ", pada acuan", changed: "" })[id] ?? `, pada “${title}”`,
  standsHere: (name) => `posisinya: ${name}`,

  side: "Sisi yang ditampilkan", pictureMonth: "Bulan pada gambar", monthWord: "Bulan ", play: "Putar", pause: "Jeda", world: "Dunia",
  ties: "hubungan", ring: "lingkari yang miskin",
  follow: "Ikuti rumah tangga", byNumber: "atau menurut nomornya", orGroup: "atau KSM", wardTable: "Gambar sebagai tabel",
  arrows: "Tombol panah mengikuti rumah tangga.",
  householdsWord: "Rumah tangga", both: (a, b) => `${a} dan ${b}`, wardCaption: (month, world) => `Bulan ${month}, dunia ${world}`,
  isPoor: "miskin", isElite: "elite", isHead: "ketua RT atau RW", isListed: "masuk daftar", householdIn: (n, rt) => `Rumah tangga ${n}, RT ${rt}`,
  followed: (n, place, is, ties) => `Rumah tangga ${n}, ${place}${is ? ` (${is})` : ""}, ${ties} hubungan`,
  groupOf: (n, place, side) => `KSM ${n}, ${place}, ${side}`,
  chooseOrClick: "pilih, atau klik pada gambar", choose: "pilih", householdChoice: (n, rt) => `rumah tangga ${n}, RT ${rt}`,
  groupChoice: (n, rt, month, ghost) => `KSM ${n}, RT ${rt}, bulan ${month}${ghost ? ", hanya di atas kertas" : ""}`,
  wardNote: ({ world, worlds, all, every, ties, drawn }) => `Dunia ${world} dari ${worlds}: ${all} rumah ` +
    `tangga${every > 1 ? `, ditampilkan satu dari ${every}` : ""}, ${ties} hubungan${drawn ? ` (${drawn} di antaranya digambar)` : ""}. ` +
    "Garis menghubungkan anggota KSM.",

  // packages, stamps and titles of charts
  savedAll: (file, n) => `Disimpan sebagai ${file}, seluruh kelurahan dengan ${n} sisi. Jalankan di folder tempatnya: `, copyIt: "Salin",
  copiedIt: "Disalin", copyByHand: "Pilih lalu salin",
  copiedCompare: (file) => `Disalin. Perintah ini membandingkan semua sisi pada seluruh kelurahan; simpan ${file} dulu, lalu jalankan di folder itu:`,
  copyCompare: (file) => `Salin ini. Perintah ini membandingkan semua sisi pada seluruh kelurahan; simpan ${file} dulu, lalu jalankan di folder itu:`,
  saveAll: "Simpan semua sebagai eksperimen", copyCompareButton: "Salin perintah compare", presetChanged: (title) => `${title}, diubah`,
  packageNumber: (n) => `Paket ${n}`, keepPackage: "Simpan sebagai paket", keepPackageHint: "Simpan pengaturan ini dengan nama, lalu lanjutkan",
  noMorePackages: (n) => `${n} paket sudah disimpan, bersama acuan dan yang diubah enam kurva: hapus satu dulu`, keptPackages: "Disimpan di sini",
  heldAgainst: "Yang lain dibandingkan dengan", nameOfPackage: "Nama paket", setAgain: "Pasang lagi",
  setAgainOf: (title) => `Pasang lagi: ${title}`, dropPackage: (title) => `Hapus ${title}`, mean: "Rata-rata",
  heldAgainstThis: "pembanding",
  otherWards: "kelurahan berbeda, tidak berpasangan",
  legendOfSides: (name) => `Garis: rata-rata semua dunia; pita, bila digambar: 90% di antaranya; selisih terhadap ${name}, berpasangan dunia demi dunia.`,
  reference: (id, title) => ({ baseline: "acuan", changed: "yang sedang diatur" })[id] ?? `“${title}”`,
  factsOfTheFile: "Diukur dengan pengaturan berkas; yang digeser di sini tidak diukur lagi.",
  sweepTitle: (outcome, parameter, month, where) => `${outcome} terhadap ${parameter}, bulan ${month}${where}`,
  heatTitle: (outcome, month, unit, from, where) => `${outcome}${where}: selisih terhadap ${from} pada bulan ${month}, ${unit}`,
  heatWorse: (name) => `lebih buruk (${name})`, heatBetter: (name) => `lebih baik (${name})`, heatZero: "kelabu: tidak dapat dibedakan dari nol",

  fiveLessons: "Lima pelajaran", leave: "Tinggalkan pelajaran", lesson: "Pelajaran", lessonOf: (n, all) => `Pelajaran ${n} dari ${all}`,
  before: "Pelajaran sebelumnya", next: (title) => `Berikutnya: ${title}`,
  right: "Simulasi juga menyatakan demikian.", wrong: (answer) => `Simulasi menyatakan lain: ${answer.charAt(0).toLowerCase()}${answer.slice(1)}.`,
  lessons: {
    news: {
      title: "Bagaimana berita menyebar",
      text: "Selama setengah tahun rapat diadakan di setiap RT, dan ketua RT meneruskan berita. Siapa yang sudah mendengar bercerita " +
        "kepada tetangga, kerabat, dan teman selama beberapa bulan, sampai beritanya basi. Pada sisi yang diubah tidak ada yang " +
        "bercerita: tinggal rapat dan ketua RT.",
      question: "Tanpa obrolan antartetangga, berapa rumah tangga yang sudah mendengar setelah tiga tahun?",
      answers: ["Hampir sama banyak: rapat menjangkau semua yang peduli", "Kira-kira setengahnya", "Hampir tidak ada"],
      told: ({ informed, belief }) => [`Dengan obrolan ${informed.before} sudah mendengar, tanpa obrolan ${informed.after}: selisihnya dibawa oleh obrolan.`,
        belief.told
          ? "Tetapi obrolan membengkokkan berita. Di setiap perantara pinjaman makin tampak seperti hibah: tanpa obrolan, keyakinan " +
            `bahwa dana adalah hibah di antara yang sudah mendengar ${belief.after}, bukan ${belief.before}. Berita yang cepat belum ` +
            "tentu berita yang benar."
          : "Apakah obrolan juga membengkokkan berita tidak dapat disimpulkan dari dunia-dunia ini: jalankan lebih banyak."],
    },
    books: {
      title: "Mengapa pengembalian menurut laporan tampak bagus",
      text: "Angsuran yang tidak dibayar baru masuk buku laporan tiga bulan kemudian, dan separuhnya tidak pernah: dijadwal ulang sampai " +
        "hilang. Pada sisi yang diubah bukunya jujur: setiap tunggakan langsung tampak.",
      question: "Apa akibat buku yang jujur bagi pengembalian yang sebenarnya?",
      answers: ["Naik: orang membayar bila diawasi", "Tidak ada: buku hanya mencatat", "Turun: penyaluran dihentikan, dan hilang pula alasan untuk membayar"],
      told: ({ reported, recovery, suspended }) => [`Pada acuan laporan menyebut ${reported.before}, padahal sebenarnya ` +
        `${recovery.before}. Dengan buku yang jujur laporan menyebut ${reported.after}, dan sebenarnya ${recovery.after}.`,
        recovery.told
          ? `Di atas 20% tunggakan, pinjaman baru dihentikan: kini di ${suspended.after} kelurahan, semula ${suspended.before}. Siapa ` +
            "yang tidak mengharapkan pinjaman berikutnya punya lebih sedikit alasan untuk membayar: pengembalian sebenarnya berubah dari " +
            `${recovery.before} menjadi ${recovery.after}. Buku yang jujur tanpa ada yang menindaklanjuti memperburuk keadaan dalam ` +
            "model ini, dan setiap angkanya adalah asumsi yang layak diuji."
          : `Pengembalian sebenarnya berubah dari ${recovery.before} menjadi ${recovery.after}, yang tidak dapat dibedakan dari nol di dunia sesedikit ini.`],
    },
    money: {
      title: "Ketika dana saja gagal",
      text: "Jawaban yang pertama terpikir: tambah dana. Pada sisi yang diubah kelurahan mendapat dana dua kali lipat. Selebihnya sama.",
      question: "Dana dua kali lipat: berapa lebih banyak rumah tangga miskin yang mendapat pinjaman?",
      answers: ["Dua kali lipat", "Setengah kali lebih banyak", "Hampir tidak bertambah"],
      told: ({ served, lent, left, cost }) => [`Rumah tangga miskin terlayani: ${served.before} dan ${served.after}. ` +
        `${lent.told ? `Dipinjamkan: ${lent.before} dan ${lent.after} juta Rp.` : "Yang dipinjamkan pun tidak bertambah."} Bukan dana ` +
        "yang kurang: terlalu sedikit rumah tangga yang mendengar, ikut, dan membentuk KSM yang dapat meminjamnya. Sisanya mengendap.",
        `${left.told ? `Lebih banyak modal tersisa (${left.before}, lalu ${left.after}), tetapi hanya karena kerugian yang sama ` +
          "menjadi bagian yang lebih kecil dari dana yang lebih besar. " : ""}` +
          `Biayanya naik dari ${cost.before} menjadi ${cost.after} juta Rp per kelurahan. Cobalah empat rapat di setiap RT.`],
    },
    facilitators: {
      title: "Apa yang ditinggalkan fasilitator",
      text: "Fasilitator mengunjungi KSM selama tiga tahun lalu pergi; KSM bertemu seperlima dari semula. Pada sisi yang diubah mereka tinggal enam tahun.",
      question: "Tiga tahun setelah mereka seharusnya pergi, apa yang dipertahankan fasilitator yang tinggal?",
      answers: ["Kapasitas dan KSM, dan hampir tidak ada pengembalian", "Terutama pengembalian", "Tidak ada yang bertahan"],
      told: ({ capacity, groups, recovery }) => [`Kapasitas KSM ${capacity.before} tanpa mereka dan ${capacity.after} dengan mereka; KSM ` +
        `yang masih hidup ${groups.before} dan ${groups.after}.`,
        `Pengembalian sebenarnya: ${recovery.before} dan ${recovery.after} (${recovery.text}). Hati-hati membacanya: dalam model ini ` +
          "kapasitas hampir tidak memengaruhi pengembalian. Begitulah aturan pinjamannya ditulis, menurut bukti yang tipis; ini bukan " +
          "temuan tentang fasilitator."],
    },
    audits: {
      title: "Apa yang dilakukan audit",
      text: "Setiap tahun satu dari 25 kelurahan diaudit. Pada sisi yang diubah setiap kelurahan diaudit tiap tahun. Tidak ada yang " +
        "diumumkan, dan tidak ada hal lain yang terjadi pada yang tidak membayar.",
      question: "Audit setiap tahun, dan hanya itu: apa yang membaik?",
      answers: ["Lebih sedikit dana bocor; pengembalian tidak naik", "Pengembalian naik; kebocoran tetap", "Keduanya membaik"],
      told: ({ leakage, reported, recovery }) =>
        [`Kebocoran berubah dari ${leakage.before} menjadi ${leakage.after}: siapa yang menduga akan ketahuan mengambil lebih sedikit.`,
        `Audit juga memperbaiki buku laporan (${reported.before}, lalu ${reported.after}), dan penyaluran yang dihentikan menghapus satu ` +
          `alasan untuk membayar: pengembalian sebenarnya ${recovery.before}, lalu ${recovery.after} (${recovery.text}). Yang membuat ` +
          "peminjam membayar di sini adalah terlihat oleh orang lain dan ditegur: kini nyalakan “Daftar peminjam diumumkan”, lalu lihat " +
          "lagi."],
    },
  },
};
