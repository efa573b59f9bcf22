// What the tools of charts and tables are called.
export const takeWords = {
  en: { save: "Save", saveWhat: (what) => `Save or copy: ${what}`, copy: "Copy", copyPicture: "Copy picture", copied: "Copied", saved: "Saved",
    noCopy: "This browser doesn’t let a page copy: save it instead.", failed: "That didn’t work: ",
    low: "low", high: "high", error: "±", sheet: "Figures", about: "About", title: "Title", source: "Source", address: "This view", made: "Saved on",
    csv: (decimal) => `CSV (1${decimal}5)` },
  id: { save: "Simpan", saveWhat: (what) => `Simpan atau salin: ${what}`, copy: "Salin", copyPicture: "Salin gambar", copied: "Disalin",
    saved: "Disimpan", noCopy: "Peramban ini tidak mengizinkan halaman menyalin: simpanlah.", failed: "Tidak berhasil: ",
    low: "bawah", high: "atas", error: "±", sheet: "Angka", about: "Tentang", title: "Judul", source: "Sumber", address: "Tampilan ini",
    made: "Disimpan pada", csv: (decimal) => `CSV (1${decimal}5)` },
};
