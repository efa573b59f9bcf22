// Headings of columns and parts, units, single words, and how intervals are written.
#include "sim/words/sentences.hpp"

namespace swadaya {

namespace {

constexpr Sentence all[]{
    {"points", "poin"},
    {" %", "%"},
    {"million Rp a ward", "juta Rp per kelurahan"},
    {"million Rp", "juta Rp"},
    {"million Rp a point", "juta Rp per poin"},
    {"million Rp a unit", "juta Rp per satuan"},
    {" a ward", " per kelurahan"},
    {"{} million Rp", "{} juta Rp"},
    {"{:.0f} %", "{:.0f}%"},
    {"{:.3g} %", "{:.3g}%"},
    {"{:+.3g} points", "{:+.3g} poin"},
    {"{:+.3g}{}{}", "{:+.3g}{}{}"},
    {"{} to {}", "{} sampai {}"},
    {"at least {}", "sedikitnya {}"},
    {"at most {}", "paling banyak {}"},
    {"{} [{}, {}]", "{} [{}; {}]"},
    {"{} {} [{}, {}]", "{} {} [{}; {}]"},
    {"{}{} [{}, {}]{}", "{}{} [{}; {}]{}"},
    {" [{:.3g}, {:.3g}]", " [{:.3g}; {:.3g}]"},
    {"Month {}", "Bulan {}"},
    {"Month {}, {}", "Bulan {}, {}"},
    {"month {}", "bulan {}"},
    {"{}, month {}", "{}, bulan {}"},
    {"{} world", "{} dunia"},
    {"{} worlds", "{} dunia"},
    {"{} point", "{} titik"},
    {"{} points", "{} titik"},
    {"{} household", "{} rumah tangga"},
    {"{} households", "{} rumah tangga"},
    {"{} people", "{} orang"},
    {"yes", "ya"},
    {"no", "tidak"},
    {"all", "semua"},
    {"same", "sama"},
    {"nothing", "tidak ada"},
    {"to", "menjadi"},
    {"on", "ada"},
    {"off", "tidak ada"},
    {"better", "lebih baik"},
    {"worse", "lebih buruk"},
    {"alone", "sendiri"},
    {"on average", "rata-rata"},
    {"above", "di atasnya"},
    {"within", "di dalam"},
    {"use", "guna"},
    {"sign", "tanda"},
    {"rank", "peringkat"},
    {"cost", "biaya"},
    {"everything", "semuanya"},
    {"of draws", "dari tarikan"},
    {"of worlds", "dari dunia"},
    {"of wards", "dari kelurahan"},
    {"of the variance", "dari ragam"},
    {"report: {}", "laporan: {}"},
    {"results: {}", "hasil: {}"},
    {"side by side: {}", "berdampingan: {}"},
    {"part {}: {} runs under {} bundles\nresults: {}\n`swadaya merge` puts the {} parts "
     "together\n",
     "bagian {}: {} jalan di bawah {} kumpulan asumsi\nhasil: {}\n`swadaya merge` "
     "menggabungkan {} bagian itu\n"},
    {"part {}: {} runs\nresults: {}\n`swadaya merge` puts the {} parts together\n",
     "bagian {}: {} jalan\nhasil: {}\n`swadaya merge` menggabungkan {} bagian itu\n"},
};

}  // namespace

Sentences indonesian_headings() { return all; }

}  // namespace swadaya
