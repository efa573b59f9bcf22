// What the values of choices are called where a key says too little: [in English, in Indonesian].
export const choiceNames = {
  "deffuant": ["Deffuant: in pairs", "Deffuant: berpasangan"],
  "hk": ["Hegselmann and Krause: all within reach", "Hegselmann dan Krause: semua yang terjangkau"],
  "board-first": ["board first", "pengurus dulu"], "money-first": ["money first", "dana dulu"],
  "explicit": ["explicit", "tersurat"], "implicit": ["implicit", "tersirat"], "individual": ["individual", "perorangan"],
  "joint": ["joint", "tanggung renteng"],
  "erdos-renyi": ["Erdős and Rényi", "Erdős dan Rényi"], "none": ["none", "tidak ada"], "planted-partition": ["planted partition", "partisi tertanam"],
  "scale-free": ["scale-free", "bebas skala"], "small-world": ["small world", "dunia kecil"], "ward": ["ward", "kelurahan"],
  "at-once": ["at once", "seketika"], "next-month": ["next month", "bulan berikutnya"], "count": ["count", "jumlah"], "share": ["share", "bagian"],
  "central": ["central households", "rumah tangga sentral"], "heads": ["heads of RT and RW", "ketua RT dan RW"], "joined": ["who joined", "yang ikut"],
  "members": ["members", "anggota"], "degree": ["number of ties", "banyaknya hubungan"], "eigenvector": ["eigenvector centrality", "sentralitas eigenvektor"],
  "one": ["all alike", "sama semua"],
};
