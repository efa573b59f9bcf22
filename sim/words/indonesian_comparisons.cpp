// What a comparison says, and the legend below its table.
#include "sim/words/sentences.hpp"

namespace swadaya {

namespace {

constexpr Sentence all[]{
    {"no effect", "tanpa pengaruh"},
    {"90 % of draws of the parameters", "90% tarikan parameter"},
    {"95 %, parameters taken as known", "95%, parameter dianggap diketahui"},
    {" One ward is no mean: in one out of ten {} comes to {} or less, in another to {} or "
     "more.",
     " Satu kelurahan bukan rata-rata: di satu dari sepuluh kelurahan {} mencapai {} atau "
     "kurang, di satu kelurahan lain {} atau lebih."},
    {"{} ({} worlds).", "{} ({} dunia)."},
    {"{} ({} worlds; brackets: {}).", "{} ({} dunia; kurung: {})."},
    {"What moves {} most by month {} ({}, {} worlds; brackets: {})",
     "Yang paling menggerakkan {} sampai bulan {} ({}, {} dunia; kurung: {})"},
    {" at no extra cost", ", tanpa tambahan biaya"},
    {", and {} million Rp less is spent", ", dan belanja berkurang {} juta Rp"},
    {" for {} million Rp more", " dengan tambahan {} juta Rp"},
    {" for {} million Rp", " dengan {} juta Rp"},
    {" If one more Rp is worth what the largest costs on average, {:.3g} Rp, choose {}.",
     " Bila satu tambahan Rp bernilai sebesar biaya rata-ratanya pada langkah terbesar, "
     "{:.3g} Rp, pilihlah {}."},
    {" If one more point is worth what the largest costs on average, {:.3g} million Rp, "
     "choose {}.",
     " Bila satu tambahan poin bernilai sebesar biaya rata-ratanya pada langkah terbesar, "
     "{:.3g} juta Rp, pilihlah {}."},
    {" If one more of its unit is worth what the largest costs on average, {:.3g} million "
     "Rp, choose {}.",
     " Bila satu tambahan satuan bernilai sebesar biaya rata-ratanya pada langkah "
     "terbesar, {:.3g} juta Rp, pilihlah {}."},
    {"; in its place {} {} on top{}", "; sebagai gantinya {} {} lagi{}"},
    {"What more money adds to {} by month {} ({}), step by step",
     "Apa yang ditambahkan oleh uang lebih banyak pada {} sampai bulan {} ({}), langkah "
     "demi langkah"},
    {"for {} more", "dengan tambahan {}"},
    {"extra cost", "tambahan biaya"},
    {"reaches", "menjangkau"},
    {"For the same extra money, {} million Rp a ward, by month {}",
     "Dengan tambahan dana yang sama, {} juta Rp per kelurahan, sampai bulan {}"},
    {"A package that costs more reaches fewer wards; one that costs less leaves money "
     "over. The first column is the package as it is.",
     "Paket yang lebih mahal menjangkau lebih sedikit kelurahan; yang lebih murah "
     "menyisakan dana. Kolom pertama adalah paket apa adanya."},
    {"cost per poor household served", "biaya per rumah tangga miskin terlayani"},
    {"per extra poor household served", "per tambahan rumah tangga miskin terlayani"},
    {"cost per poor household served, million Rp",
     "biaya per rumah tangga miskin terlayani, juta Rp"},
    {"Means over replicates, with the range that holds 90 % of them.",
     "Rata-rata antar ulangan, dengan kisaran yang memuat 90% di antaranya."},
    {"{} of 1 replicate, seed {}\n", "{} dari 1 ulangan, benih {}\n"},
    {"{} of {} replicates, seed {}\n", "{} dari {} ulangan, benih {}\n"},
    {"1 replicate, seed {}\n", "1 ulangan, benih {}\n"},
    {"{} replicates, seed {}\n", "{} ulangan, benih {}\n"},
    {"Lines: means over replicates. Dots: the range that holds 90 % of them.",
     "Garis: rata-rata antar ulangan. Titik: kisaran yang memuat 90% di antaranya."},
    {" All curves below each other have the same scale.",
     " Semua kurva yang bersusun berskala sama."},
    {"The first row is the baseline. Below it: mean differences from the baseline",
     "Baris pertama adalah acuan. Di bawahnya: selisih rata-rata terhadap acuan"},
    {", in the same worlds", ", di dunia yang sama"},
    {"; of {}", "; {}"},
    {" different wards, not paired: [world] or [network] differs, so do households and "
     "ties, and the brackets are of two means apart",
     " kelurahan berbeda, tidak berpasangan: [world] atau [network] lain, begitu pula "
     "rumah tangga dan ikatannya, dan kurungnya menyangkut dua rata-rata yang terpisah"},
    {" Points are percentage points. The last two columns are costs, not differences.",
     " Poin adalah poin persentase. Dua kolom terakhir adalah biaya, bukan selisih."},
    {"≈ 0: the sign isn't sure. -: no figure, or no gain that can be told from zero.",
     "≈ 0: tandanya belum pasti. -: tidak ada angka, atau tidak ada tambahan yang dapat "
     "dibedakan dari nol."},
    {" same: equal in all {} worlds (up to {:.2g} % of wards could still differ).",
     " sama: sama di semua {} dunia (sampai {:.2g}% kelurahan masih mungkin berbeda)."},
    {" *: rests on fewer than ten worlds that differ at all; the brackets are too narrow "
     "more often than they say.",
     " *: bertumpu pada kurang dari sepuluh dunia yang berbeda; kurungnya lebih sering "
     "terlalu sempit daripada yang dinyatakan."},
    {"{} ({} of {} at least)", "{} (sedikitnya {} dari {})"},
    {" °: only worlds that have a figure on both sides count: {}.",
     " °: hanya dunia dengan angka di kedua sisi yang dihitung: {}."},
    {"Where the luck of these wards' boards explains a quarter of the differences or "
     "more, their mean is freed of it, here and among costs: without that up to {:.2g} "
     "times as many worlds would tell as much. The baseline's own figures, and costs "
     "themselves, are plain means.",
     "Bila nasib BKM di kelurahan-kelurahan ini menjelaskan seperempat selisih atau "
     "lebih, rata-ratanya dibebaskan dari nasib itu, di sini dan dalam biaya: tanpa itu "
     "perlu sampai {:.2g} kali dunia sebanyak ini untuk mengetahui sama banyak. Angka "
     "acuan sendiri, dan biaya, adalah rata-rata biasa."},
    {"Brackets hold what 90 % of the draws of the parameters expect: what isn't known of "
     "parameters, which more computing doesn't narrow.",
     "Kurung memuat apa yang diharapkan oleh 90% tarikan parameter: yang belum diketahui "
     "tentang parameter, dan perhitungan lebih banyak tidak mempersempitnya."},
    {"Brackets say how closely the means were simulated (Monte Carlo, 95 %): they narrow "
     "with more worlds. ",
     "Kurung menyatakan seberapa cermat rata-rata disimulasikan (Monte Carlo, 95%): "
     "dengan lebih banyak dunia kurung menyempit. "},
    {" Left out: {} (different wards, and so no choice that these have).",
     " Tidak disertakan: {} (kelurahan berbeda, jadi bukan pilihan bagi yang ini)."},
    {"Parameters are taken as known.", "Parameter dianggap diketahui."},
    {"Draws of the parameters are too few to tell what they leave open.",
     "Tarikan parameter terlalu sedikit untuk menyatakan apa yang dibiarkannya terbuka."},
    {", {} draw of the parameters", ", {} tarikan parameter"},
    {", {} draws of the parameters", ", {} tarikan parameter"},
    {"Simulated closely enough? Mean differences of {} at month {} are known to ± {:.2g} "
     "{} or better (95 %, Monte Carlo).",
     "Cukup cermat disimulasikan? Selisih rata-rata {} pada bulan {} diketahui sampai ± "
     "{:.2g} {} atau lebih cermat (95%, Monte Carlo)."},
    {" That is more than a third of the brackets of {}: more worlds help (`swadaya resume "
     "DIR --replicates N`).",
     " Itu lebih dari sepertiga kurung {}: lebih banyak dunia membantu (`swadaya resume "
     "DIR --replicates N`)."},
    {" So it is with {} of all {} differences shown, most of which hardly move.",
     " Begitu pula {} dari semua {} selisih yang ditampilkan, yang kebanyakan hampir "
     "tidak bergerak."},
    {"One replicate has no interval: with more, the table says which differences can be "
     "told from zero.",
     "Satu ulangan tidak memberi selang: dengan lebih banyak ulangan, tabel menyatakan "
     "selisih mana yang dapat dibedakan dari nol."},
    {"What one ward may see by luck, other assumptions and intervals that hold all at "
     "once stand in comparison.csv.",
     "Apa yang dapat dialami satu kelurahan karena nasib, asumsi lain, dan selang yang "
     "berlaku sekaligus ada di comparison.csv."},
    {"Parameters are as the scenario says: {} isn't drawn from, since {}.",
     "Parameter sesuai skenario: {} tidak dipakai untuk menarik nilai, karena {}."},
    {"the draws are of {}, and {} is used", "tarikannya untuk {}, sedangkan yang dipakai {}"},
    {"Drawn are {}, from a sample of {}: each draw in 1 world, the same for all variants.",
     "Yang ditarik adalah {}, dari contoh sebanyak {}: setiap tarikan di 1 dunia, sama "
     "untuk semua varian."},
    {"Drawn are {}, from a sample of {}: each draw in {} worlds, the same for all "
     "variants.",
     "Yang ditarik adalah {}, dari contoh sebanyak {}: setiap tarikan di {} dunia, sama "
     "untuk semua varian."},
};

}  // namespace

Sentences indonesian_comparisons() { return all; }

}  // namespace swadaya
