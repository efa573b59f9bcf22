// Kata-kata halaman dua hasil, dalam bahasa Indonesia; nama dan definisi keluaran berasal dari laporan.
import { id as report } from "../../report/words/id.js";

const number = (n) => n.toLocaleString("id-ID");

export const id = {
  ...Object.fromEntries(["outcome", "month", "package", "unit", "language", "outcomeName", "definition", "monthAxis", "setting"]
    .map((key) => [key, report[key]])),
  amount: report.amount,
  skip: "Langsung ke keluaran", sideBySide: "Dua hasil berdampingan", title: "Dua hasil berdampingan",
  cardOf: (one) => `${number(one.worlds)} dunia, ${number(one.months)} bulan, versi ${one.version}`,
  folderOf: (folder) => `Folder ${folder}`,
  outcomesTitle: "Apa hasilnya", inA: "Di A", inB: "Di B", bLessA: "B dikurangi A", same: "sama",
  noFigure: "Tidak ada angkanya di kedua hasil.",
  tableOf: (name, month) => `Rata-rata ${name} pada bulan ${month}`,
  finding: ({ variant, name, month, a, b, row, amount, interval }) => {
    const start = `Sampai bulan ${month}, ${name} pada ‘${variant}’ adalah ${a} di A dan ${b} di B: `;
    if (row.same) return [start, "sama di setiap dunia."];
    if (!row.told) return [start, "mana yang lebih tinggi belum pasti ", interval, "."];
    return [start, "B ", amount, row.difference > 0 ? " lebih tinggi " : " lebih rendah ", interval, "."];
  },
  why: (why, worlds) => ({
    "": `Berpasangan: dunia demi dunia, di ${number(worlds)} dunia yang ada pada keduanya.`,
    dice: "Tidak berpasangan: dadu lain (benih lain, atau dunia sendiri).",
    wards: "Kelurahan berbeda, tidak berpasangan: rumah tangga atau ikatannya lain.",
    draws: "Tidak berpasangan: dunia mengambil tarikan parameter yang lain.",
    no_world: "Tidak berpasangan: tidak ada dunia yang lengkap pada keduanya.",
  })[why],
  brackets: (over) => (over ? "Kurung memuat apa yang diharapkan 90% tarikan parameter."
    : "Kurung: selang 95% (Monte Carlo); parameter dianggap diketahui."),
  curvesTitle: "Bulan demi bulan", curvesLead: "Rata-rata antar dunia, dengan rentang yang memuat 90% di antaranya.",
  curvesLabel: (name, variant) => `Kurva ${name} pada ${variant} sepanjang bulan, di A dan di B`,
  dashed: "putus-putus dan kelabu", solid: "penuh dan biru",
  gainsTitle: "Apa yang ditambahkan tiap paket, di A dan di B",
  gainsLead: "Masing-masing terhadap acuan hasilnya sendiri; B dikurangi A menyatakan berapa lebih banyak tambahannya di sana. " +
    "Hanya dunia yang punya angka di semua sisi yang dihitung.",
  settingsTitle: "Apa yang diatur berbeda", nothingDiffers: "Tidak ada: keduanya diatur sama.",
  settingsOfAll: "Pada kedua eksperimen dan acuannya", settingsBesides: "Selain itu", hasNone: "tidak ada",
  onlyIn: (letter, names) => `Hanya di ${letter}: ${names.join(", ")}.`,
};
