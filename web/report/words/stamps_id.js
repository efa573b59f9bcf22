// Apa arti tanda pada keluaran yang meleset dari fakta keras, dalam laporan dan penjelajah.
export const stampsId = {
  stampsTitle: "Yang keliru pada model ini",
  misses: (n, hard) => `meleset dari ${n} di antara ${hard} fakta keras: `,
  against: (value, band) => `${value} dalam model, ${band} di dunia nyata`,
  atLeast: (low) => `${low} atau lebih`, atMost: (high) => `${high} atau kurang`,
  dontRely: "Jangan mendasarkan keputusan pada angkanya.",
  otherSettings: "Fakta diukur dengan pengaturan yang berbeda dari acuan ini: ‘swadaya patterns’ mengukurnya kembali.",
  fromToRange: (low, high, unit) => `${low} sampai ${high}${unit}`,
};
