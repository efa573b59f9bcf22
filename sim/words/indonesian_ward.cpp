// A ward of one's own.
#include "sim/words/sentences.hpp"

namespace swadaya {

namespace {

constexpr Sentence all[]{
    {"RW in the ward", "Jumlah RW di kelurahan"},
    {"RT in all of the ward", "Jumlah RT di seluruh kelurahan"},
    {"Households in the ward", "Jumlah rumah tangga (KK) di kelurahan"},
    {"Percent of them that are poor", "Persen rumah tangga yang miskin"},
    {"The year whose prices all money is in", "Tahun harga yang dipakai"},
    {"Name of the ward", "Nama kelurahan"},
    {"a whole number, without points or commas, from {} to {}",
     "bilangan bulat, tanpa titik atau koma, dari {} sampai {}"},
    {"a number from {} to {}, thousands without a point",
     "angka dari {} sampai {}, ribuan tanpa titik"},
    {"Grant for the ward, million rupiah", "Dana bantuan, juta rupiah"},
    {"Look at unit costs one by one? yes or no",
     "Periksa biaya satuan satu per satu? ya atau tidak"},
    {"yes or no\n", "ya atau tidak\n"},
    {"Packages:\n", "Paket:\n"},
    {"Which of them, by number or name", "Yang mana, dengan nomor atau nama"},
    {"as the margins or you say, instead of {}", "menurut margin atau Anda, bukan {}"},
    {"as you said, instead of {}", "menurut Anda, bukan {}"},
    {" in prices of 2001", " menurut harga 2001"},
    {" (in prices of 2001 {})", " (menurut harga 2001 {})"},
    {"households come from a file", "rumah tangga berasal dari berkas"},
    {"made from the survey, beside this file", "dibuat dari survei, di samping berkas ini"},
    {"outlines of the RT or RW, for the map", "batas wilayah RT atau RW, untuk peta"},
    {"column of that file", "kolom berkas itu"},
    {"from the survey", "dari survei"},
    {"drawn from the figures of [world]", "ditarik dari angka di [world]"},
    {"{} in {} RT of {} RW, from a survey: {} that the margins tell apart, fitted in {} "
     "rounds at most.",
     "{} di {} RT dari {} RW, dari survei: {} yang dibedakan oleh margin, dicocokkan "
     "dalam paling banyak {} putaran."},
    {"Every margin of every RT holds exactly.", "Setiap margin setiap RT terpenuhi tepat."},
    {"A count of an RT is off by {:.0f} at most, one of the ward by {:.2f} %.",
     "Hitungan suatu RT meleset paling banyak {:.0f}, hitungan kelurahan {:.2f}%."},
    {"From the survey: {}. One household of it stands for {} at most.",
     "Dari survei: {}. Satu rumah tangganya mewakili paling banyak {}."},
    {"Drawn from the figures of [world]: {}.", "Ditarik dari angka di [world]: {}."},
    {"# {}: the programme as it would run here without any package. Every line says what "
     "it means, its unit,\n# and where its value comes from; `evidence/...` is a file of "
     "docs/evidence. Change a value and run again.\n# `swadaya settings` lists all that "
     "can be said, `swadaya settings costs` one table of it.\n",
     "# {}: program seperti yang akan berjalan di sini tanpa paket apa pun. Setiap baris "
     "menerangkan artinya, satuannya,\n# dan sumber nilainya; `evidence/...` adalah "
     "berkas di docs/evidence. Ubah suatu nilai dan jalankan lagi.\n# `swadaya settings` "
     "memuat semua yang dapat diatur, `swadaya settings costs` satu tabel di antaranya.\n"},
    {"What facts about P2KP leave open of how people behave: each world takes its own "
     "draw, and intervals carry it.",
     "Apa yang dibiarkan terbuka oleh fakta tentang P2KP mengenai perilaku orang: setiap "
     "dunia mengambil tarikannya, dan selang memuatnya."},
    {"# {}: what would each rupiah buy? Packages against the programme as it was, in the "
     "same worlds.\n",
     "# {}: apa hasil setiap rupiah? Paket-paket dibandingkan dengan program seperti "
     "dahulu, di dunia yang sama.\n"},
    {"worlds; more make the answer steadier", "dunia; lebih banyak membuat jawaban lebih mantap"},
    {"what packages are ranked by; `swadaya metrics` lists outcomes",
     "dasar peringkat paket; `swadaya metrics` memuat semua hasil"},
    {"the year whose prices all kRp are in", "tahun harga semua ribu Rp"},
    {"Packages are of unequal size: what each would do for so much more a ward, kRp, a "
     "fifth of the grant.",
     "Paket tidak sama besar: apa hasil masing-masing dengan tambahan sekian per "
     "kelurahan, ribu Rp, seperlima dana bantuan."},
    {"A package of your own: what it sets, and what it costs beside its activities, if it "
     "does.",
     "Paket Anda sendiri: apa yang diaturnya, dan biayanya di luar kegiatan, bila ada."},
    {"kRp a ward, once and each month", "ribu Rp per kelurahan, sekali dan setiap bulan"},
    {"My ward", "Kelurahan saya"},
    {"{} RW, {} RT of {} households each: {} households.",
     "{} RW, {} RT dengan masing-masing {} rumah tangga: {} rumah tangga."},
    {" You said {} RT and {} households: RT of a ward from figures are alike, and a "
     "survey with margins has them as they are.",
     " Menurut Anda {} RT dan {} rumah tangga: RT kelurahan yang dibuat dari angka sama "
     "semua, dan survei dengan margin memuatnya apa adanya."},
    {"Each line of scenario.toml says what it means and where its value comes from. Next:",
     "Setiap baris di scenario.toml menerangkan arti dan sumber nilainya. Langkah "
     "berikutnya:"},
    {"{} household of the survey left out, as a value is missing there.",
     "{} rumah tangga survei tidak dipakai, karena ada nilai yang kosong."},
    {"{} households of the survey left out, as a value is missing there.",
     "{} rumah tangga survei tidak dipakai, karena ada nilai yang kosong."},
};

}  // namespace

Sentences indonesian_ward() { return all; }

}  // namespace swadaya
