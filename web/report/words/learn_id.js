// What the report says of what to measure next, in Indonesian.

export const learnId = (name) => ({
  learnTitle: "Apa yang sebaiknya diukur berikutnya",
  learnLead: (outcome, month, price, unit, given) => `Memilih di antara paket demi ${name(outcome)} sampai bulan ${month}, bila satu tambahan ` +
    `${unit} bernilai ${price}${given ? "" : ": harga yang membuat pilihannya paling tidak jelas"}.`,
  learnFirst: (parameter, money, share, to) => ["Ukur dahulu ", parameter, ": mengetahuinya dengan pasti sebelum memilih bernilai ",
    money, " per kelurahan. Pilihan akan berubah pada ", share, " dari keadaan yang mungkin", to ? [", terutama menjadi ", to] : "", "."],
  learnNothing: "Sejauh yang ditunjukkan sampel ini, tidak ada satu parameter pun yang perlu diukur untuk pilihan ini.",
  learnEverything: (money, error, share, best) => ["Untuk saat ini pilihan terbaik adalah ", best, ". Mengetahui semua yang belum diketahui " +
    `tentang parameter bernilai ${money} (± ${error}) per kelurahan; pilihan akan berubah pada ${share} dari keadaan yang mungkin. ` +
    "Nasib satu kelurahan tidak dapat diketahui lebih dulu dan tidak dihitung di sini."],
  learnCaption: "Nilai setiap hal yang belum diketahui, bila hanya itu yang diketahui dengan pasti; garis: ± satu galat baku. Kosong dan " +
    "kelabu: tidak lebih dari kebetulan.",
  learnUnknown: "Belum diketahui", learnWorth: "Juta Rp per kelurahan", learnChanges: "Mengubah pilihan", learnTo: "Menjadi",
  learnGroup: (n, section) => `semua ${n} dari ${section}`, learnAll: "semuanya", learnChance: "tidak lebih dari kebetulan",
  learnStretches: (all) => all.map(({ name: variant, to }, i) => (i + 1 < all.length
    ? `${variant} terbaik sampai ${to}`
    : `${variant} di atasnya`)).join(", ") + ".",
  learnNote: "Nilai: tambahan rata-rata bagi pilihan bila hal itu diketahui (nilai harapan informasi sempurna parsial, dengan regresi pada " +
    "sampel). Yang bernilai kecil tidak perlu diukur untuk pilihan ini, betapa pun sedikit yang diketahui tentangnya. Nilai-nilai ini " +
    "tidak dapat dijumlahkan: dua hal dapat memberi tahu hal yang sama, atau baru berarti bila bersama.",
  learnBias: (money) => `Yang terbaik dari beberapa angka yang tidak pasti rata-rata terlalu tinggi: untuk semuanya kira-kira ${money}.`,
  learnFew: (draws) => `${draws} sampel itu sedikit: angka-angka ini kasar.`,
  learnPricesTitle: "Pada harga lain", learnPricesLead: (unit) => `Nilai pengetahuan bergantung pada nilai satu tambahan ${unit}: paling besar bila ` +
    "pilihannya berimbang, kecil bila sudah jelas.",
  learnBest: "Terbaik rata-rata",
  learnSurveysTitle: "Bertanya dahulu kepada warga",
  learnSurvey: (people, wards, outcome, month, money, limit) => `Bertanya kepada ${people} orang di ${wards === 1 ? "satu kelurahan" : `${wards} kelurahan`} ` +
    `tentang ${name(outcome)} pada bulan ${month} program yang berjalan bernilai ${money} per kelurahan yang dipilihkan; mengetahui ` +
    `jawabannya dengan pasti ${limit}.`,
  learnSurveysCaption: "Nilai survei menurut banyaknya orang yang ditanya, juta Rp per kelurahan",
  learnAsked: "Ditanya tentang", learnForeseen: "Perkiraan sembilan dari sepuluh sampel", learnPeople: (n) => `${n} orang`, learnCertain: "Dengan pasti",
  learnSurveysNote: (wards) => "Sebelum dikurangi biayanya. Setiap orang menjawab ya atau tidak. " + (wards === 1
    ? "Nasib satu kelurahan berada di antara jawaban warganya dan apa yang berlaku di tempat lain: orang sebanyak itu di beberapa " +
      "kelurahan memberi tahu lebih banyak." : ""),
});
