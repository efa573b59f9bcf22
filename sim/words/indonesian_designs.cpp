// Sweeps, factorial experiments, sensitivity analyses, bundles of assumptions.
#include "sim/words/sentences.hpp"

namespace swadaya {

namespace {

constexpr Sentence all[]{
    {" and it saves money.", " dan tuas ini menghemat biaya."},
    {" at {:.3g} million Rp a ward, {:.2g} million Rp a point.",
     " dengan biaya {:.3g} juta Rp per kelurahan, {:.2g} juta Rp per poin."},
    {" at {:.3g} million Rp a ward, {:.2g} million Rp a unit.",
     " dengan biaya {:.3g} juta Rp per kelurahan, {:.2g} juta Rp per satuan."},
    {"{} is the same under every combination: none of these levers moves it.",
     "{} sama dengan kombinasi mana pun: tidak ada tuas ini yang menggerakkannya."},
    {"None of the levers can be told to better {}.", "Tidak ada tuas yang pasti memperbaiki {}."},
    {"Mend {} first: {} of {} are its share of what all do together ({}),",
     "Benahi {} lebih dulu: {} pada {} adalah bagiannya dari hasil semua bersama ({}),"},
    {" It leads {} for certain.", " Tuas ini pasti mengungguli {}."},
    {" That it leads {} can't be told for certain.",
     " Keunggulannya atas {} tidak dapat dipastikan."},
    {"{} and {} reinforce each other by {}", "{} dan {} saling menguatkan sebesar {}"},
    {"{} and {} take from each other by {}", "{} dan {} saling mengurangi sebesar {}"},
    {"No two levers can be told to reinforce or hinder each other.",
     "Tidak ada dua tuas yang pasti saling menguatkan atau saling menghambat."},
    {"share of the whole", "bagian dari keseluruhan"},
    {"lost without it", "hilang tanpanya"},
    {"its cost", "biayanya"},
    {"cost of a unit", "biaya satu satuan"},
    {"Shares are Shapley's: a lever's effect averaged over all orders in which levers can "
     "be added; they sum to what all do together. On average: over all combinations of "
     "the others. Paired world by world. {} ≈ 0: the sign isn't sure.",
     "Bagian adalah nilai Shapley: pengaruh sebuah tuas, dirata-ratakan atas semua urutan "
     "penambahan tuas; jumlahnya sama dengan hasil semua tuas bersama. Rata-rata: atas "
     "semua kombinasi tuas lain. Berpasangan dunia demi dunia. {} ≈ 0: tandanya belum "
     "pasti."},
    {"with others", "bersama yang lain"},
    {"beyond what each does alone", "melebihi pengaruh masing-masing sendiri"},
    {"{} with {}", "{} dengan {}"},
    {"No two parameters can be told to act together on {}.",
     "Tidak ada dua parameter yang pasti bekerja bersama pada {}."},
    {"{} of {} pairs can be told to act together on {}.",
     "{} dari {} pasangan pasti bekerja bersama pada {}."},
    {" The first {} of them; sensitivity.csv has all.",
     " {} yang pertama; sensitivity.csv memuat semuanya."},
    {"Nothing can be told to move {}: more points or replicates.",
     "Tidak ada yang pasti menggeser {}: perlu lebih banyak titik atau ulangan."},
    {"{} moves {} most: {:.0f} % of its variance, {:.0f} % alone",
     "{} paling menggeser {}: {:.0f}% ragamnya, {:.0f}% sendirian"},
    {"; what {} does can't be told from chance",
     "; pengaruh {} tidak dapat dibedakan dari kebetulan"},
    {"; what {} do can't be told from chance",
     "; pengaruh {} tidak dapat dibedakan dari kebetulan"},
    {"{} is the same at every point: none of these parameters moves it.",
     "{} sama di semua titik: tidak ada parameter ini yang menggerakkannya."},
    {"Nothing can be told to move {}: more walks or replicates.",
     "Tidak ada yang pasti menggeser {}: perlu lebih banyak lintasan atau ulangan."},
    {"{} moves {} most: {:.3g} {} on average over its whole range{}.",
     "{} paling menggeser {}: rata-rata {:.3g} {} sepanjang rentangnya{}."},
    {", very differently at different values of itself and the others",
     ", sangat berbeda menurut nilainya sendiri dan nilai parameter lain"},
    {" Chance within worlds makes {:.1f} % of the variance between points.",
     " Kebetulan di dalam dunia membuat {:.1f}% ragam antar titik."},
    {" Along a parameter's own steps, which it is held against, chance makes {:.1f} to "
     "{:.1f} %.",
     " Sepanjang langkah parameter itu sendiri, yang menjadi pembandingnya, kebetulan "
     "membuat {:.1f} sampai {:.1f}%."},
    {"\n{} points, {} replicates each, seed {}\n",
     "\n{} titik, masing-masing {} ulangan, benih {}\n"},
    {"Elementary effects (Morris 1991): mu* is the mean size, mu the mean and sigma the "
     "spread of what moving one parameter over its whole range does, from different "
     "places in the space of all. A sigma near mu* or above means curvature, or that it "
     "depends on others.",
     "Pengaruh elementer (Morris 1991): mu* adalah rata-rata besarnya, mu rata-ratanya "
     "dan sigma sebarannya bila satu parameter digeser sepanjang rentangnya, dari "
     "berbagai tempat dalam ruang semua parameter. Sigma di dekat mu* atau di atasnya "
     "berarti pengaruhnya melengkung, atau bergantung pada yang lain."},
    {"Shares of the variance of the points' means (Sobol; Saltelli et al. 2010, Jansen "
     "1999): alone, and with all that it does together with others; 95 % bootstrap "
     "intervals.",
     "Bagian ragam rata-rata titik (Sobol; Saltelli dkk. 2010, Jansen 1999): sendiri, dan "
     "dengan semua yang dilakukannya bersama yang lain; selang bootstrap 95%."},
    {"All points were run in the same worlds.", "Semua titik dijalankan di dunia yang sama."},
    {"rank correlation", "korelasi peringkat"},
    {"constant", "tetap"},
    {"lowest mean", "rata-rata terendah"},
    {"highest mean", "rata-rata tertinggi"},
    {"Means over worlds with their 95 % intervals. All points were run in the same worlds.",
     "Rata-rata antar dunia dengan selang 95%. Semua titik dijalankan di dunia yang sama."},
    {"Spearman's correlation of each parameter with the mean outcome over {} points, all "
     "run in the same worlds; sweep.csv has them all.",
     "Korelasi Spearman setiap parameter dengan rata-rata hasil atas {} titik, semuanya "
     "dijalankan di dunia yang sama; sweep.csv memuat semuanya."},
    {"holds", "berlaku"},
    {"reverses: + {}, - {}", "berbalik: + {}, - {}"},
    {"uncertain in all", "belum pasti di semua"},
    {"same in all", "sama di semua"},
    {"uncertain in", "belum pasti di"},
    {"same in", "sama di"},
    {"no lever in", "tanpa tuas di"},
    {"no figure in", "tanpa angka di"},
    {"{}{} in all", "{}{} di semua"},
    {"no lever", "tanpa tuas"},
    {"reverses", "berbalik"},
    {"in some", "di sebagian"},
    {" (lower is better)", " (lebih rendah lebih baik)"},
    {"{} in {}: runs without {}, which has no meaning there.",
     "{} di {}: berjalan tanpa {}, yang tidak berarti di sana."},
    {"{} in {}: runs without {}, which have no meaning there.",
     "{} di {}: berjalan tanpa {}, yang tidak berarti di sana."},
    {"{} in {}: has no lever, runs without {}, which has no meaning there.",
     "{} di {}: tidak punya tuas, berjalan tanpa {}, yang tidak berarti di sana."},
    {"{} in {}: has no lever, runs without {}, which have no meaning there.",
     "{} di {}: tidak punya tuas, berjalan tanpa {}, yang tidak berarti di sana."},
    {"All variants in {}: without {}.", "Semua varian di {}: tanpa {}."},
    {"What survives a change of assumptions: month {}",
     "Apa yang bertahan bila asumsi diganti: bulan {}"},
    {"{}: different wards, not paired, and without a rank.",
     "{}: kelurahan berbeda, tidak berpasangan, dan tanpa peringkat."},
    {"One variant alone has nothing to be compared with.",
     "Satu varian saja tidak punya pembanding."},
    {"At a glance", "Sekilas"},
    {"better, worse: the same sign, told from zero, in every bundle. reverses: certain, "
     "with either sign. in some: told from zero in some bundles only. ≈ 0: in none. -: "
     "fewer than two bundles have the lever and the figure.",
     "lebih baik, lebih buruk: tanda yang sama, dapat dibedakan dari nol, pada setiap "
     "kumpulan asumsi. berbalik: pasti, dengan kedua tanda. di sebagian: dapat dibedakan "
     "dari nol hanya pada sebagian kumpulan. ≈ 0: tidak pada satu pun. -: kurang dari dua "
     "kumpulan memiliki tuas dan angkanya."},
    {"brackets: 90 % of draws of the parameters where a posterior runs, else the 95 % of "
     "Monte Carlo. rank: one more than the interventions that are better for certain, "
     "paired in the same worlds; = where it is shared because they can't be told apart.",
     "kurung: 90% tarikan parameter bila ada posterior, selain itu 95% Monte Carlo. "
     "peringkat: satu lebih banyak daripada intervensi yang pasti lebih baik, berpasangan "
     "di dunia yang sama; = bila tempatnya dibagi karena tidak dapat dibedakan."},
};

}  // namespace

Sentences indonesian_designs() { return all; }

}  // namespace swadaya
