// What the report says of who gains by consumption, in Indonesian.

const between = (parts) => parts.flatMap((part, i) => (i ? [", ", part] : [part]));

export const equityId = {
  equityTitle: "Apakah terbagi merata?",
  equityLead: "Siapa yang ikut, menurut konsumsi rumah tangga. Makin miskin suatu kelompok, makin besar bobotnya: indeks Atkinson menyatakan " +
    "berapa bagian dari rata-rata yang hilang karena kelompok-kelompok tidak ikut sama banyak. 0% berarti merata; makin tinggi makin timpang.",
  equityMonths: (months) => `Dihitung untuk bulan ${months.join(", ")}.`,
  equityUnknown: "Besar tiap kelompok tidak dapat ditentukan dari dunia-dunia ini, sehingga tidak ada indeks.",
  equityBase: (base, index) => ["Pada ‘", base, "’ ketimpangan menghilangkan ", index, " dari keikutsertaan rata-rata."],
  moreEven: (parts) => ["Lebih merata, dalam poin dari angka itu: ", ...between(parts), "."],
  lessEven: (parts) => ["Kurang merata: ", ...between(parts), "."],
  evenUnsure: (list) => `${list}: tidak dapat dipastikan apakah lebih atau kurang merata.`,
  equitySure: (over, cases) => (over === "parameters"
    ? `Kurung: 90% dari ${cases} tarikan parameter, masing-masing menurut rata-ratanya.`
    : `Kurung: 95%, seberapa cermat ${cases} dunia menyatakan rata-rata; parameter dianggap diketahui.`),
  equityApart: (list) => `${list}: kelurahan berbeda, tidak berpasangan; ukuran kelompoknya lain.`,
  atkinson: "Hilang karena timpang", atkinsonChange: "Perubahan, poin",
  equityCaption: ([poor, near, others], aversion) => `Keikutsertaan tiap kelompok (miskin: ${poor} rumah tangga, hampir miskin ${near}, lainnya ` +
    `${others}) dan indeks Atkinson atasnya (keengganan terhadap ketimpangan ${aversion})`,
  weightedTitle: "Rumah tangga terjangkau, menurut bobotnya",
  weightsAre: (weights) => (weights.length === 0
    ? "Rumah tangga yang pernah mendapat pinjaman dihitung satu, siapa pun itu; `equity_weights` pada percobaan mengaturnya."
    : `Rumah tangga yang pernah mendapat pinjaman dihitung ${weights[0]} bila miskin, ${weights[1]} bila hampir miskin, ${weights[2]} bila bukan keduanya.`),
  weightedFrontier: (list) => `Layak dibeli, dari yang termurah: ${list}. Paket lain kalah pada biayanya.`,
  weightedWorth: (price, gains, losses, base) => `Bila satu tambahan rumah tangga terhitung bernilai ${price} juta Rp, harga langkah termahal ` +
    `di antaranya, ${gains ? `tambahan dari ${gains} terhadap ‘${base}’ dapat dipastikan lebih bernilai daripada biayanya`
      : `tidak ada paket yang tambahannya terhadap ‘${base}’ dapat dipastikan lebih bernilai daripada biayanya`}` +
    `${losses ? `; tambahan dari ${losses} kurang dari biayanya` : ""}.`,
  weightedServed: "Rumah tangga terhitung per kelurahan", weightedRatio: "Juta Rp untuk satu tambahan",
  netBenefit: (price) => `Nilai dikurangi biaya, juta Rp per kelurahan, pada ${price} untuk satu tambahan`,
  weightedCaption: "Rumah tangga terhitung, biayanya, dan nilainya dikurangi biaya itu, terhadap acuan",
};
