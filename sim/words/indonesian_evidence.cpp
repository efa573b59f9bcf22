// Facts, trials, and two results held against each other.
#include "sim/words/sentences.hpp"

namespace swadaya {

namespace {

constexpr Sentence all[]{
    {"{} {} misses {} of 1 hard fact: ", "{} {} meleset dari {} di antara 1 fakta keras: "},
    {"{} {} misses {} of {} hard facts: ", "{} {} meleset dari {} di antara {} fakta keras: "},
    {"{} ({}: {} where {} was found)", "{} ({}: {} dalam model, {} di dunia nyata)"},
    {". Don't rest a decision on its figures.", ". Jangan mendasarkan keputusan pada angkanya."},
    {"The facts were measured with other settings than this baseline's: `swadaya "
     "patterns` measures them anew.",
     "Fakta diukur dengan pengaturan yang berbeda dari acuan ini: `swadaya patterns` "
     "mengukurnya kembali."},
    {"fitted", "disesuaikan"},
    {"kept apart", "disisihkan"},
    {"by construction", "konstruksi"},
    {"can't be changed so in this scenario: {}",
     "tidak dapat diubah begitu dalam skenario ini: {}"},
    {"the scenario ends at month {}", "skenario berakhir pada bulan {}"},
    {"the outcome has no value there", "hasil itu tidak punya nilai di sana"},
    {"not measured", "tidak diukur"},
    {"FAILS (hard)", "MELESET (keras)"},
    {"fails", "meleset"},
    {", on the edge", ", di tepi"},
    {", by construction: not counted", ", karena konstruksi: tidak dihitung"},
    {"| fact @month | statement | source | target | use | band | value | verdict |",
     "| fakta @bulan | pernyataan | sumber | sasaran | guna | pita | nilai | putusan |"},
    {"fact", "fakta"},
    {"statement", "pernyataan"},
    {"target", "sasaran"},
    {"band", "pita"},
    {"value", "nilai"},
    {"\n{} hold, {} fail, {} by construction count nowhere, {} not measured. Values are "
     "means over worlds ± their standard errors. A fact fails where its value lies beyond "
     "the band by more than two of them; on the edge: nearer than that to an end of the "
     "band, on either side.\n",
     "\n{} berlaku, {} meleset, {} karena konstruksi tidak dihitung, {} tidak diukur. "
     "Nilai adalah rata-rata antar dunia ± galat bakunya. Fakta meleset bila nilainya "
     "berada di luar pita lebih dari dua galat baku; di tepi: lebih dekat dari itu pada "
     "ujung pita, di sisi mana pun. Pernyataan, sasaran, dan alasan yang ditulis berkas "
     "fakta dalam bahasa berkasnya.\n"},
    {" pt", " pt"},
    {"null", "nihil"},
    {"right", "benar"},
    {"WRONG", "SALAH"},
    {"abstract", "abstrak"},
    {"secondary", "sekunder"},
    {"{} of {} inside; signs right {} of {}; nulls held {} of {}; {} fitted ({} inside), "
     "{} kept apart ({} inside).\n",
     "{} dari {} di dalam; tanda benar {} dari {}; nihil terjaga {} dari {}; {} "
     "disesuaikan ({} di dalam), {} disisihkan ({} di dalam).\n"},
    {"Intervals are of 90 %. The simulated one is predictive: of another study of the "
     "same size, its own\nstandard error included; inside says that the published effect "
     "lies in it. pt: points; x: ratio.\n",
     "Selang memuat 90%. Selang simulasi bersifat ramalan: untuk penelitian lain yang "
     "sama besarnya, termasuk\ngalat bakunya; di dalam berarti pengaruh yang diterbitkan "
     "berada di dalamnya. pt: poin persentase; x: rasio.\n"},
    {"{}: standard error assumed: {}", "{}: galat baku diasumsikan: {}"},
    {"published: {}", "diterbitkan: {}"},
    {"source ({}): {}", "sumber ({}): {}"},
    {"represents: {}", "mewakili: {}"},
    {"leaves out: {}", "tidak memuat: {}"},
    {"| experiment | study | published | simulated | sign | inside | use | read |",
     "| percobaan | penelitian | diterbitkan | simulasi | tanda | di dalam | guna | "
     "dibaca |"},
    {"experiment", "percobaan"},
    {"published", "diterbitkan"},
    {"simulated", "simulasi"},
    {"inside", "di dalam"},
    {"read", "dibaca"},
    {"What was set differently", "Apa yang diatur berbeda"},
    {"{}, besides", "{}, selain itu"},
    {"Nothing.", "Tidak ada."},
    {"In {} alone: {}.", "Hanya di {}: {}."},
    {"{} parameters of a sample of {}", "{} parameter dari contoh sebanyak {}"},
    {"{}, in A", "{}, di A"},
    {"in B", "di B"},
    {"B less A", "B dikurangi A"},
    {"paired, in the {} worlds that both have", "berpasangan, di {} dunia yang ada pada keduanya"},
    {"not paired: other dice (another seed, or worlds of its own)",
     "tidak berpasangan: dadu lain (benih lain, atau dunia sendiri)"},
    {"different wards, not paired: other households or ties",
     "kelurahan berbeda, tidak berpasangan: rumah tangga atau ikatannya lain"},
    {"not paired: worlds took other draws of the parameters",
     "tidak berpasangan: dunia mengambil tarikan parameter yang lain"},
    {"not paired: no world is complete in both",
     "tidak berpasangan: tidak ada dunia yang lengkap pada keduanya"},
    {"{}: {} ({}, {} worlds)\n", "{}: {} ({}, {} dunia)\n"},
    {"B less A: {}.", "B dikurangi A: {}."},
    {"Brackets hold what 90 % of the draws of the parameters expect.",
     "Kurung memuat apa yang diharapkan 90% tarikan parameter."},
    {"Brackets: 95 % interval (Monte Carlo); parameters are taken as known.",
     "Kurung: selang 95% (Monte Carlo); parameter dianggap diketahui."},
    {" ≈ 0: the sign isn't sure. same: equal in all worlds.",
     " ≈ 0: tandanya belum pasti. sama: sama di semua dunia."},
};

}  // namespace

Sentences indonesian_evidence() { return all; }

}  // namespace swadaya
