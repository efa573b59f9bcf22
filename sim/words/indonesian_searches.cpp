// Calibrations and optimisations.
#include "sim/words/sentences.hpp"

namespace swadaya {

namespace {

constexpr Sentence all[]{
    {"narrow", "sempit"},
    {"narrower", "lebih sempit"},
    {"wide", "lebar"},
    {"pinned", "ditentukan"},
    {"narrowed", "dipersempit"},
    {"not pinned", "tidak ditentukan"},
    {"every particle meets every target", "setiap titik memenuhi setiap sasaran"},
    {"hardly any new point came nearer", "hampir tidak ada titik baru yang lebih dekat"},
    {"all points were used", "semua titik terpakai"},
    {"observed", "teramati"},
    {"as it is", "apa adanya"},
    {"prior", "prior"},
    {"posterior", "posterior"},
    {"met", "terpenuhi"},
    {"NOT met", "TIDAK terpenuhi"},
    {"; not {}", "; tidak terpenuhi: {}"},
    {"{} of {} targets that were kept apart are met{}.",
     "{} dari {} sasaran yang disisihkan terpenuhi{}."},
    {"{} of {} targets that were fitted are met{}.",
     "{} dari {} sasaran yang dicocokkan terpenuhi{}."},
    {"{} of {} met: no parameters can meet all of them. ",
     "{} dari {} terpenuhi: tidak ada parameter yang memenuhi semuanya. "},
    {"{} of {} met: no parameters can. ",
     "{} dari {} terpenuhi: tidak ada parameter yang memenuhinya. "},
    {"None of the {} tried comes to {}. ", "Tidak satu pun dari {} yang dicoba mencapai {}. "},
    {"Some come to {}, but not together with the rest. ",
     "Sebagian mencapai {}, tetapi tidak bersama yang lain. "},
    {"Within these priors the model as it stands doesn't give what was observed; what is "
     "said of parameters is the nearest that it comes.",
     "Dalam prior ini model apa adanya tidak menghasilkan apa yang teramati; yang "
     "dikatakan tentang parameter hanyalah yang terdekat yang dapat dicapainya."},
    {"{} (the upper)", "{} (yang atas)"},
    {"{} (the lower)", "{} (yang bawah)"},
    {"Nearest to the targets is a narrow range of ",
     "Yang terdekat dengan sasaran: rentang sempit dari "},
    {"A narrower one than the prior's of ", "Lebih sempit daripada priornya: "},
    {"As wide as the prior, or nearly, stay ", "Tetap selebar prior, atau hampir: "},
    {"The data pin ", "Data menentukan "},
    {"They narrow ", "Data mempersempit "},
    {"The data do NOT pin, and whatever is concluded must hold over all of the prior of ",
     "TIDAK ditentukan oleh data, dan kesimpulan apa pun harus berlaku atas seluruh prior "
     "dari "},
    {"Against an end of their range lie {}: the data ask for more than it allows. ",
     "Menempel pada ujung rentangnya: {}. Data meminta lebih dari yang dibolehkan. "},
    {"{} and {} ({:+.2f})", "{} dan {} ({:+.2f})"},
    {"The data speak of these together more than of each: {}.",
     "Data lebih berbicara tentang pasangan ini bersama daripada masing-masing: {}."},
    {"90 %", "90%"},
    {"median, 90 %", "median, 90%"},
    {"sd", "simpangan baku"},
    {"narrowed by", "menyempit"},
    {"Averages over more wards than a point has worlds, and taken over all {}: {}. "
     "Posterior and predictions are wider for it than they need be.",
     "Rata-rata atas lebih banyak kelurahan daripada dunia suatu titik, dan diambil atas "
     "semua {}: {}. Posterior dan ramalan karena itu lebih lebar daripada seharusnya."},
    {"One set of values that go together, the draw nearest to the medians: {}.",
     "Satu kumpulan nilai yang berjalan bersama, tarikan yang terdekat dengan median: {}."},
    {"\n{}, {} each, seed {}; {}: {}. The tolerance went from {:.3g} to {:.3g}; the "
     "posterior is worth {:.0f} independent draws.\n",
     "\n{}, masing-masing {}, benih {}; {}: {}. Toleransi turun dari {:.3g} menjadi "
     "{:.3g}; posterior setara dengan {:.0f} tarikan bebas.\n"},
    {"{} generation", "{} generasi"},
    {"{} generations", "{} generasi"},
    {"That is a rough search: fewer than a hundred draws leave the intervals below "
     "unsure. More points settle them.",
     "Pencarian ini kasar: selang di bawah, dari kurang dari seratus tarikan, belum "
     "pasti. Lebih banyak titik memastikannya."},
    {"The model", "Model"},
    {"Fitted", "Dicocokkan"},
    {"Kept apart", "Disisihkan"},
    {"Approximate Bayesian computation: populations of points with a shrinking tolerance "
     "and a local-linear regression at the end. Prior and posterior are what draws of "
     "each come to in worlds of their own, in as many wards as were observed: median and "
     "the range that holds 90 % of them; within: share of posterior draws inside the "
     "band; met: their median is, or a single value, or some of the band of fewer wards "
     "than worlds, lies within that range.",
     "Komputasi Bayes aproksimatif: kumpulan titik dengan toleransi yang mengecil dan "
     "regresi linear lokal di akhir. Prior dan posterior adalah hasil tarikan "
     "masing-masing di dunianya sendiri, di kelurahan sebanyak yang diamati: median dan "
     "kisaran yang memuat 90% di antaranya; di dalam: bagian tarikan posterior di dalam "
     "pita; terpenuhi: mediannya di dalam, atau nilai tunggal, atau sebagian pita dari "
     "kelurahan yang lebih sedikit daripada dunia, berada dalam kisaran itu."},
    {"{} kind", "{} jenis"},
    {"{} kinds", "{} jenis"},
    {"Passed: truths lie anywhere in their posteriors (p {:.2f}, of the parameter that is "
     "worst, as one of {}).",
     "Lulus: nilai sebenarnya terletak di mana saja dalam posteriornya (p {:.2f}, dari "
     "parameter yang terburuk, sebagai satu dari {})."},
    {"NOT passed: intervals of {} aren't what they say. Bars that are high at both ends "
     "are of intervals that are too narrow, high in the middle too wide, to one side "
     "shifted.",
     "TIDAK lulus: selang {} tidak seperti yang dikatakannya. Batang yang tinggi di kedua "
     "ujung berarti selang terlalu sempit, tinggi di tengah terlalu lebar, tinggi di satu "
     "sisi bergeser."},
    {"What was simulated at points near the data takes the data's place, and the "
     "posterior that follows is held against the parameters that made it: with all other "
     "points of the search that share no world with it, by the same nearest points, "
     "weights and regression. Bars count truths by the share of their posterior that lies "
     "below them. It looks neither at whether a search begun anew finds the same places, "
     "nor at whether the model, its priors and `wards` are right.",
     "Hasil simulasi di titik-titik dekat data menggantikan data, dan posterior yang "
     "dihasilkan dibandingkan dengan parameter yang membuatnya: dengan semua titik lain "
     "dari pencarian yang tidak berbagi dunia dengannya, dengan titik terdekat, bobot dan "
     "regresi yang sama. Batang menghitung nilai sebenarnya menurut bagian posterior yang "
     "terletak di bawahnya. Ini tidak menguji apakah pencarian yang diulang menemukan "
     "tempat yang sama, atau apakah model, prior dan `wards` benar."},
    {"Checked on its own problem", "Diuji pada masalahnya sendiri"},
    {"Couldn't be: the search has too few points near the data.",
     "Tidak dapat: titik pencarian di dekat data terlalu sedikit."},
    {"ranks", "peringkat"},
    {"truths within their 90 % interval", "nilai sebenarnya di dalam selang 90%"},
    {"{} of {}, {:.0f} % [{:.0f}, {:.0f}]", "{} dari {}, {:.0f}% [{:.0f}; {:.0f}]"},
    {"{} truths of the {} asked for: the search has points for no more.",
     "{} nilai sebenarnya dari {} yang diminta: titik pencarian tidak cukup untuk lebih."},
    {"It spends {} million Rp a ward by the levers' own unit costs; the simulated cost "
     "rises by {}. Without `cost` in its levers, the budget would hold in what is "
     "simulated.",
     "Belanjanya {} juta Rp per kelurahan menurut biaya satuan tuas sendiri; biaya "
     "simulasi naik {}. Tanpa `cost` pada tuasnya, anggaran berlaku atas apa yang "
     "disimulasikan."},
    {"As simulated, with all that follows, it costs {} million Rp a ward more, within the "
     "budget of {}.",
     "Menurut simulasi, dengan segala akibatnya, biayanya bertambah {} juta Rp per "
     "kelurahan, masih dalam anggaran {}."},
    {"As simulated, with all that follows, it costs {} million Rp a ward more, more than "
     "the budget of {}.",
     "Menurut simulasi, dengan segala akibatnya, biayanya bertambah {} juta Rp per "
     "kelurahan, melebihi anggaran {}."},
    {"For {} million Rp a ward: {}. ", "Dengan {} juta Rp per kelurahan: {}. "},
    {"In {} fresh worlds that gains {} of {} against the baseline",
     "Di {} dunia baru campuran itu menambah {} pada {} terhadap acuan"},
    {"In {} fresh worlds it can't be told to do better than the baseline ({} of {})",
     "Di {} dunia baru campuran itu tidak dapat dipastikan lebih baik daripada acuan ({} "
     "pada {})"},
    {"; in the {} worlds that it was chosen in it was {:+.3g}, which choosing flatters. ",
     "; di {} dunia tempat campuran itu dipilih hasilnya {:+.3g}, yang terlalu bagus "
     "karena pemilihan. "},
    {"{} of {} other mixes for this budget can't be told to be worse",
     "{} dari {} campuran lain untuk anggaran ini belum tentu lebih buruk"},
    {", and {} of these did better, by up to {:.2g}: the winner was chosen before that "
     "was seen, and more candidates or replicates would choose more finely",
     ", dan {} di antaranya lebih baik, sampai {:.2g}: pemenang dipilih sebelum itu "
     "terlihat, dan lebih banyak calon atau ulangan memilih lebih cermat"},
    {" (half of the differences are known to within {:.2g}{}{})",
     " (separuh selisih diketahui sampai {:.2g}{}{})"},
    {". No lever is without consequence over its whole range.",
     ". Tidak ada tuas yang tanpa akibat sepanjang rentangnya."},
    {". Without consequence that can be told, from one end to the other: {}.",
     ". Tanpa akibat yang dapat dipastikan, dari ujung ke ujung: {}."},
    {"with {}: {}", "dengan {}: {}"},
    {"the same mix", "campuran yang sama"},
    {"nothing that can be told", "tidak ada yang dapat dipastikan"},
    {"Instead of {} million Rp a ward: {}.", "Sebagai ganti {} juta Rp per kelurahan: {}."},
    {"as it was", "semula"},
    {"best mix", "campuran terbaik"},
    {"costs alone", "biaya bila sendiri"},
    {"spends", "belanja"},
    {"as good as the best", "sama baiknya dengan yang terbaik"},
    {"moved down alone", "digeser turun sendiri"},
    {"moved up alone", "digeser naik sendiri"},
    {"simulated cost", "biaya simulasi"},
    {"Differences are against the baseline or, where a lever is moved alone, against the "
     "best mix; paired world by world, with 95 % intervals, in worlds that had no part in "
     "the choice. As good: settings among mixes for this budget that can't be told from "
     "the best. ≈ 0: can't be told from zero. ",
     "Selisih terhadap acuan atau, bila satu tuas digeser sendiri, terhadap campuran "
     "terbaik; berpasangan dunia demi dunia, dengan selang 95%, di dunia yang tidak ikut "
     "memilih. Sama baiknya: pengaturan di antara campuran untuk anggaran ini yang tidak "
     "dapat dibedakan dari yang terbaik. ≈ 0: tidak dapat dibedakan dari nol. "},
    {"Budgets hold in what is simulated, with the unit costs of [costs]; what a lever "
     "costs alone is what moving it from the baseline did, with all that follows.",
     "Anggaran berlaku atas apa yang disimulasikan, dengan biaya satuan dari [costs]; "
     "biaya sebuah tuas bila sendiri adalah akibat menggesernya dari acuan, dengan segala "
     "yang menyusul."},
    {"Budgets hold by the levers' unit costs; the simulated cost has all consequences, "
     "too.",
     "Anggaran berlaku menurut biaya satuan tuas; biaya simulasi memuat segala akibatnya "
     "juga."},
    {"\n{} mixes in the same {} worlds, {} of them and of their neighbours in {} fresh "
     "ones, seed {}\n",
     "\n{} campuran di {} dunia yang sama, {} di antaranya dan tetangganya di {} dunia "
     "baru, benih {}\n"},
    {"Month {}, {}: the best mix for {} million Rp a ward",
     "Bulan {}, {}: campuran terbaik untuk {} juta Rp per kelurahan"},
    {"What it does to the outcomes, against the baseline", "Akibatnya pada hasil, terhadap acuan"},
    {"What other budgets would buy", "Apa yang dibeli anggaran lain"},
};

}  // namespace

Sentences indonesian_searches() { return all; }

}  // namespace swadaya
