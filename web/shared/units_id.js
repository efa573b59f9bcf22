// Units of outcomes and parameters, as the program says them, in Indonesian. What is not here (of a plug-in) stays as it is.
// web/tests/explore.test.mjs holds the table against what the models declare.

const units = {
  // outcomes
  share: "bagian", "groups a ward": "KSM per kelurahan", "households a ward": "rumah tangga per kelurahan", visits: "kunjungan", months: "bulan",
  correlation: "korelasi", ratio: "rasio", points: "poin persentase", "million Rp": "juta Rp", "million Rp a ward": "juta Rp per kelurahan",
  // time, places and households
  "months, mean": "bulan, rata-rata", "months a stage": "bulan per tahap", "months a request, mean": "bulan per permohonan, rata-rata",
  "months, as planned": "bulan, menurut rencana", "months, no grace": "bulan, tanpa masa tenggang", "months of delay, first time": "bulan tertunda, pertama kali",
  "months without an offence": "bulan tanpa pelanggaran", "months a group meets and saves before its first loan": "bulan KSM bertemu dan menabung sebelum pinjaman pertama",
  "month; meetings are held until then": "bulan; rapat diadakan sampai saat itu", "month in which the community lists its poor": "bulan saat warga mendaftar keluarga miskin",
  "month after which facilitators stay away": "bulan; sesudahnya fasilitator tidak datang lagi",
  "team areas": "wilayah tim", "wards (kelurahan) an area": "kelurahan per wilayah", "RW a ward": "RW per kelurahan", "RT an RW": "RT per RW",
  "households an RT": "rumah tangga per RT", "persons a household, mean": "orang per rumah tangga, rata-rata", "persons a poor household, mean": "orang per rumah tangga miskin, rata-rata",
  "residents an RT": "warga per RT", "persons a team": "orang per tim", "wards a team": "kelurahan per tim", offices: "kantor", officers: "petugas", members: "anggota",
  "requests a month from elsewhere": "permohonan per bulan dari tempat lain", "households a clique": "rumah tangga per lingkar", "households a group of the planted partition": "rumah tangga per kelompok partisi",
  // money
  kRp: "ribu Rp", "kRp a ward": "ribu Rp per kelurahan", "kRp a member": "ribu Rp per anggota", "kRp per head and month": "ribu Rp per orang per bulan",
  "kRp a meeting of an RT": "ribu Rp per rapat RT", "kRp a messenger and month of the campaign": "ribu Rp per pembawa berita per bulan kampanye",
  "kRp, with training and management": "ribu Rp, dengan pelatihan dan manajemen", "kRp, transport": "ribu Rp, transportasi", "kRp an audit of a ward": "ribu Rp per audit kelurahan",
  "kRp a ward and month": "ribu Rp per kelurahan per bulan", "kRp a defaulter confronted": "ribu Rp per penunggak yang ditegur", "kRp a member's loan": "ribu Rp per pinjaman anggota",
  "kRp a household verified": "ribu Rp per rumah tangga yang diverifikasi", "kRp a ward and month, for each stage saved": "ribu Rp per kelurahan per bulan, untuk tiap tahap yang dihemat",
  // chances and rates
  "log odds": "log odds", "hazard a month": "hazard per bulan", "chance a month": "peluang per bulan", "chance a year": "peluang per tahun", chance: "peluang",
  "a month": "per bulan", "a person and month": "per orang per bulan", "a group and month": "per KSM per bulan", "a ward and year": "per kelurahan per tahun", "a ghost group and year": "per KSM fiktif per tahun",
  "a willing household and month": "per rumah tangga yang mau per bulan", "a month in each RT, during the campaign": "per bulan di tiap RT, selama kampanye", "a month, without cohesion": "per bulan, tanpa kekompakan",
  "a month, at all in default": "per bulan, jika semua menunggak", "a month, flat on the original principal": "per bulan, bunga tetap atas pokok awal",
  "a ward and year, what boards are used to": "per kelurahan per tahun, yang biasa dialami BKM", "ghost groups a month of a dishonest board, without audits": "KSM fiktif per bulan dari BKM yang tidak jujur, tanpa audit",
  "chance per tie and period": "peluang per hubungan per periode", "chance per tie and month": "peluang per hubungan per bulan", "chance a household and meeting": "peluang per rumah tangga per rapat",
  "chance a unit of belief": "peluang per satuan keyakinan", "chance of success": "peluang berhasil", "chance of an unwearied member": "peluang anggota yang belum jemu",
  "chance that a formal elite is let in": "peluang seorang elite formal diterima", "chance that a ranker places a tied household": "peluang penilai mengenal rumah tangga yang dekat dengannya",
  "chance that a ranker places a distant one": "peluang penilai mengenal rumah tangga yang jauh", "chance an audit finds what is there": "peluang audit menemukan yang ada",
  "chance a month that the list of borrowers is lost": "peluang per bulan daftar peminjam hilang", "chance that a turn of a group with a loan is kept": "peluang giliran KSM yang meminjam ditepati",
  "chance that the others cover a miss, at full cohesion": "peluang anggota lain menutup tunggakan, pada kekompakan penuh", "chance that a tie of the ring is rewired": "peluang hubungan dalam cincin dipindahkan",
  "chance of a tie within a group": "peluang hubungan di dalam kelompok", "chance of a tie between groups": "peluang hubungan antarkelompok",
  "hazard a household of the RT and month": "hazard per rumah tangga RT per bulan", "hazard a month, at all informed": "hazard per bulan, jika semua tahu", "hazard a month, during the campaign": "hazard per bulan, selama kampanye",
  "log odds when all who told take part": "log odds jika semua yang bercerita ikut", "log odds a unit of capacity": "log odds per satuan kapasitas", "log odds an sd of log consumption": "log odds per simpangan baku log konsumsi",
  "log odds a unit of attitude": "log odds per satuan sikap", "log odds at full burden": "log odds pada beban penuh", "log odds a unit of trust": "log odds per satuan kepercayaan",
  "log odds a unit of peers' share": "log odds per satuan bagian kenalan", "log odds of being let in at mean consumption": "log odds diterima pada konsumsi rata-rata", "log odds at full share": "log odds pada bagian penuh",
  "log odds, half width": "log odds, setengah lebar", "log odds a unit of intention": "log odds per satuan niat", "log odds a room": "log odds per kamar", "log odds a bed": "log odds per tempat tidur",
  "log odds a step: 1 private, 2 government, 3 none": "log odds per langkah: 1 swasta, 2 pemerintah, 3 tidak ada", "log odds a step: 1 own, 2 common, 3 none": "log odds per langkah: 1 sendiri, 2 bersama, 3 tidak ada",
  "log odds a room and head": "log odds per kamar per orang", "log odds a bed and head": "log odds per tempat tidur per orang", "log odds of applying at mean consumption": "log odds mendaftar pada konsumsi rata-rata",
  "log odds a unit of cohesion": "log odds per satuan kekompakan", "log odds when confronted, times its cost": "log odds saat ditegur, kali biayanya", "log odds at all in default": "log odds jika semua menunggak",
  "intention at even odds": "niat pada peluang seimbang", "effective, a month of the balance": "efektif, per bulan atas saldo", "of the balance outstanding, a month": "dari saldo pinjaman, per bulan",
  // shares and weights
  "share of households": "bagian rumah tangga", "share of the hours": "bagian jam kerja", "share of households that want a loan": "bagian rumah tangga yang ingin meminjam", "share of misses": "bagian tunggakan",
  "share of missed instalments rescheduled away": "bagian angsuran tertunggak yang dijadwal ulang", "share of an announced change that is believed at once": "bagian perubahan yang diumumkan yang langsung dipercaya",
  "share of others": "bagian rumah tangga lain", "share of the ward's households": "bagian rumah tangga kelurahan", "share of the noise's variance": "bagian ragam galat", "share of informed ties, mean": "bagian kenalan yang tahu, rata-rata",
  "share of informed ties, sd": "bagian kenalan yang tahu, simpangan baku", "share of last month's belief kept, a month": "bagian keyakinan bulan lalu yang tersisa, per bulan", "share of auditors": "bagian auditor",
  "share of audits, and of books opened": "bagian audit, dan buku yang diperiksa", "share of a deviation kept, a month": "bagian penyimpangan yang bertahan, per bulan", "share of full assets": "bagian aset penuh",
  "share of households below the line": "bagian rumah tangga di bawah garis kemiskinan", "share of a ward's households that are programme-poor": "bagian rumah tangga kelurahan yang miskin menurut program",
  "share of the variance of log consumption between RTs": "bagian ragam log konsumsi antar-RT", "share of households, formal elites and their kin": "bagian rumah tangga, elite formal dan kerabatnya",
  "share of households with a business": "bagian rumah tangga yang punya usaha", "share of wards with a dishonest board": "bagian kelurahan dengan BKM tidak jujur", "share of ties to kin within the RW": "bagian hubungan kerabat di dalam RW",
  "share of the grant lent as revolving loans": "bagian dana bantuan yang digulirkan", "shares of the grant": "bagian dana bantuan", "transitory share of the variance of log consumption": "bagian sementara dari ragam log konsumsi",
  "of participants": "dari peserta", "of those who speak": "dari yang berbicara", "of defaulters a month": "dari penunggak per bulan", "of defaulters a month, where the list is published": "dari penunggak per bulan, bila daftar diumumkan",
  "of what leaked, an audit that detects": "dari yang bocor, per audit yang menemukannya", "of money for works, at the base rate of audits": "dari dana prasarana, pada tingkat audit dasar", "of money for works": "dari dana prasarana",
  "of trust in the board, a ghost group found": "dari kepercayaan kepada BKM, per KSM fiktif yang terbongkar", "of leakage from wages that full monitoring stops": "dari kebocoran upah yang dicegah pengawasan penuh",
  "of the evidence, a month": "dari bukti, per bulan", "of the way back, a month": "dari jarak kembali, per bulan", "of the belief before": "dari keyakinan sebelumnya", "of what was seen": "dari yang terlihat",
  "of the belief in a grant, a visit": "dari keyakinan bahwa dana hibah, per kunjungan", "of what is left to 1, a visit": "dari sisa menuju 1, per kunjungan", "of what is left to 1, a meeting": "dari sisa menuju 1, per pertemuan",
  "of what is left to 1": "dari sisa menuju 1", "of what is left to a full attitude, a visit": "dari sisa menuju sikap penuh, per kunjungan", "of what is left to a full belief, a hop": "dari sisa menuju keyakinan penuh, per perantara",
  "of founding, a visit to the RT": "dari pembentukan, per kunjungan ke RT", "of founding, three months after the first money": "dari pembentukan, tiga bulan sesudah dana pertama", "of cohesion a month": "dari kekompakan per bulan",
  "of cohesion a month, at full default": "dari kekompakan per bulan, jika semua menunggak", "of the terms of choice lost in haste": "dari pertimbangan memilih yang hilang karena tergesa", "of the benefit": "dari manfaat",
  "of the gap to the group's capacity, a month": "dari selisih ke kapasitas KSM, per bulan", "of the gap to the first capacity, a month": "dari selisih ke kapasitas awal, per bulan", "of the gap seen, a month": "dari selisih yang terlihat, per bulan",
  "of the layer": "dari lapisan", "of a household's ties": "dari hubungan rumah tangga", "of the difference, a meeting": "dari perbedaan, per pertemuan", "of a facilitator's quality": "dari mutu fasilitator",
  "of the way to verified_accuracy": "dari jarak ke verified_accuracy", "of full assets, an sd of log consumption": "dari aset penuh, per simpangan baku log konsumsi", "of full assets a month, sd": "dari aset penuh per bulan, simpangan baku",
  "of the poverty line": "dari garis kemiskinan", "of the falling number of ties": "dari jumlah hubungan yang menurun", "of a loan, locked as savings": "dari pinjaman, dikunci sebagai tabungan", "of the meetings kept after exit": "dari pertemuan yang bertahan setelah program pergi",
  weight: "bobot", "weight of others": "bobot orang lain", "weight of oneself a month": "bobot diri sendiri per bulan", "weight of another ward's year against one's own": "bobot setahun kelurahan lain terhadap kelurahan sendiri",
  factor: "faktor", "factor an offence": "faktor per pelanggaran", "factor each time after": "faktor tiap kali berikutnya", "times what being confronted costs": "kali biaya ditegur", "times the quota": "kali kuota",
  "times the borrower's penalty": "kali hukuman peminjam", "per unit of perceived probability": "per satuan peluang yang dirasakan", "ward-years of evidence that the first belief weighs": "tahun-kelurahan bukti, bobot keyakinan awal",
  "mean score": "skor rata-rata", "correlation of the score with log consumption": "korelasi skor dengan log konsumsi", "correlation of a ranker's index with log consumption": "korelasi indeks penilai dengan log konsumsi",
  "attitude of the poor above others": "sikap warga miskin di atas yang lain", "difference of attitudes": "perbedaan sikap", "consumption of formal elites above others": "konsumsi elite formal di atas yang lain",
  "a unit of log consumption": "per satuan log konsumsi", "shape of the Gamma time": "bentuk sebaran waktu Gamma", "first shape of the Beta distribution of attitudes": "parameter bentuk pertama sebaran Beta sikap",
  "second shape of the Beta distribution of attitudes": "parameter bentuk kedua sebaran Beta sikap", "half width of the factor on susceptibility": "setengah lebar faktor kepekaan", "sd of log consumption per head": "simpangan baku log konsumsi per orang",
  "sd of log gross return": "simpangan baku log hasil kotor", "sd of the log of a household's taste": "simpangan baku log selera rumah tangga", "part of the spread without a business": "bagian sebaran tanpa usaha",
  "logs of consumption between no and full assets": "log konsumsi antara tanpa dan dengan aset penuh",
  // loans, groups, visits
  "instalments of a first loan": "angsuran pinjaman pertama", "instalments of a first loan at full cohesion and ties": "angsuran pinjaman pertama pada kekompakan dan hubungan penuh",
  "instalments of a first loan when confronted": "angsuran pinjaman pertama saat ditegur", "instalments of a first loan when the money is known to be a loan": "angsuran pinjaman pertama bila dana diketahui sebagai pinjaman",
  "instalments of a first loan, sd between wards": "angsuran pinjaman pertama, simpangan baku antarkelurahan", "instalments of a first loan, for each further first loan of size": "angsuran pinjaman pertama, untuk tiap tambahan sebesar pinjaman pertama",
  "instalments, median household": "angsuran, rumah tangga median", "instalments, a month's return at worst": "angsuran, hasil sebulan yang terburuk", "instalments, a month's return at best": "angsuran, hasil sebulan yang terbaik",
  "instalments at full cohesion and ties": "angsuran pada kekompakan dan hubungan penuh", "instalments at full cohesion": "angsuran pada kekompakan penuh", "return for one instalment of what can be taken": "hasil per angsuran dari yang dapat diambil",
  "next loan over this one": "pinjaman berikutnya dibagi yang ini", "loans a member, then a bank": "pinjaman per anggota, lalu ke bank", "LAR or PAR of the reported book above which new lending stops": "LAR atau PAR menurut laporan; di atasnya pinjaman baru dihentikan",
  "a group gets its next loan only when every member has repaid": "KSM mendapat pinjaman berikutnya hanya bila semua anggota sudah lunas", "whether the next loan hangs on the mates' instalments": "apakah pinjaman berikutnya bergantung pada angsuran sesama anggota",
  "who answers for a loan": "siapa yang menanggung pinjaman", "borrowed names a ghost group": "nama pinjaman per KSM fiktif", "groups that have borrowed": "KSM yang pernah meminjam", "groups served a month": "KSM yang dilayani per bulan", "groups an audit": "KSM per audit",
  "meetings of a group a month, while the programme runs": "pertemuan KSM per bulan, selama program berjalan", "hours, with the way": "jam, termasuk perjalanan", "visits a graduate group and month": "kunjungan per KSM mandiri per bulan",
  "days of a mean household's consumption": "hari konsumsi rumah tangga rata-rata", "days of one's own consumption": "hari konsumsi sendiri", capacity: "kapasitas",
  "intensity of grass-roots monitoring": "kekuatan pengawasan warga",
  // ties
  "informed ties": "kenalan yang tahu", "utility of a tie": "manfaat sebuah hubungan", "ties in the RT": "hubungan di dalam RT", "ties to kin": "hubungan dengan kerabat", "ties through arisan and prayer groups": "hubungan lewat arisan dan pengajian",
  "ties to any household of the ward": "hubungan dengan rumah tangga mana pun di kelurahan", "ties a household, mean (even for small-world)": "hubungan per rumah tangga, rata-rata (genap untuk small-world)",
  // flags and choices: what they say
  "what comes first": "apa yang didahulukan", "who knows first": "siapa yang tahu lebih dulu", "whose telling counts as a participant's": "cerita siapa yang dihitung sebagai cerita peserta", "how much each teller counts": "seberapa berarti tiap pencerita",
  "what must be reached": "apa yang harus tercapai", "how attitudes meet": "bagaimana sikap bertemu", "when a household decides that hears": "kapan rumah tangga yang mendengar memutuskan", "near a piece of work": "dekat pekerjaan prasarana",
  "the list of borrowers survives a change of staff": "daftar peminjam tetap ada saat petugas berganti", "the list of borrowers hangs out in public": "daftar peminjam diumumkan", "how ties are drawn where no file gives them": "cara menarik hubungan bila tidak ada berkas",
  "takes the rows whose first column is this; -1 takes all": "mengambil baris yang kolom pertamanya ini; -1 mengambil semua",
};

// What many sources say; the rest of them stays English.
const sources = [[/\bassumption, sweep it\b/g, "asumsi, uji kepekaannya"], [/\bassumptions?\b/g, "asumsi"]];

export const hasUnitInIndonesian = (unit) => unit in units;
export const unitInIndonesian = (unit) => units[unit] ?? unit;
export const sourceInIndonesian = (source) => sources.reduce((text, [words, theirs]) => text.replace(words, theirs), source);
