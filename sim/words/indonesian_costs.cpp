// What packages cost and are worth, and what to measure before a choice.
#include "sim/words/sentences.hpp"

namespace swadaya {

namespace {

constexpr Sentence all[]{
    {"of like experiments", "dari percobaan serupa"},
    {"of which members' time", "di antaranya waktu anggota"},
    {"each more", "setiap tambahan satu"},
    {"each more, discounted", "setiap tambahan satu, didiskonto"},
    {"on the frontier", "pada garis batas"},
    {"best in its range of prices", "terbaik di rentang harganya"},
    {"best there", "terbaik di sana"},
    {"{} is in every world what {} is, and shares its place. ",
     "{} di setiap dunia sama dengan {}, dan berbagi tempat dengannya. "},
    {" (yet on the frontier in {:.0f} %)", " (namun pada garis batas dalam {:.0f}%)"},
    {"Beaten: {}.", "Dikalahkan: {}."},
    {"Simulated closely enough? {:.0f} % of like experiments would find the same frontier.",
     "Cukup cermat disimulasikan? {:.0f}% percobaan serupa akan menemukan garis batas "
     "yang sama."},
    {"Of worlds: in so many is it best by itself, which is what one ward may see by luck.",
     "Dari dunia: di dunia sebanyak itu paket terbaik dengan sendirinya, dan itulah yang "
     "dapat dialami satu kelurahan karena nasib."},
    {"Interval (90 %), on the frontier, best: over what isn't known of the parameters, in "
     "{} draws of them, each by what it comes to on average over worlds. {} {}",
     "Selang (90%), pada garis batas, terbaik: atas apa yang belum diketahui tentang "
     "parameter, dalam {} tarikan parameter, masing-masing menurut rata-ratanya antar "
     "dunia. {} {}"},
    {"Parameters taken as known: interval (95 %), on the frontier and best say only how "
     "closely {} worlds tell the averages. {} {}",
     "Parameter dianggap diketahui: selang (95%), pada garis batas dan terbaik hanya "
     "menyatakan seberapa cermat {} dunia menunjukkan rata-ratanya. {} {}"},
    {"cost_effectiveness.csv and acceptability.csv have all outcomes and prices.",
     "cost_effectiveness.csv dan acceptability.csv memuat semua hasil dan harga."},
    {"With parameters taken as known there is nothing to learn about them, and no value "
     "of learning it. ",
     "Dengan parameter yang dianggap diketahui, tidak ada yang dapat dipelajari "
     "tentangnya, dan tidak ada nilainya. "},
    {"At {:.3g} million Rp a point, knowing the parameters before the choice would be "
     "worth {:.3g} million Rp a ward. {}",
     "Pada {:.3g} juta Rp per poin, mengetahui parameter sebelum memilih bernilai {:.3g} "
     "juta Rp per kelurahan. {}"},
    {"At {:.3g} million Rp a unit, knowing the parameters before the choice would be "
     "worth {:.3g} million Rp a ward. {}",
     "Pada {:.3g} juta Rp per satuan, mengetahui parameter sebelum memilih bernilai "
     "{:.3g} juta Rp per kelurahan. {}"},
    {"Costs: all activities and the grant, with members' own time (society), up to month "
     "{}, in rupiah of {}",
     "Biaya: semua kegiatan dan dana bantuan, dengan waktu anggota sendiri (masyarakat), "
     "sampai bulan {}, dalam rupiah tahun {}"},
    {"Costs: all activities and the grant, without members' own time (programme), up to "
     "month {}, in rupiah of {}",
     "Biaya: semua kegiatan dan dana bantuan, tanpa waktu anggota sendiri (program), "
     "sampai bulan {}, dalam rupiah tahun {}"},
    {", shown in those of {} (times {:.4g}, {})",
     ", ditunjukkan dalam rupiah tahun {} (kali {:.4g}, {})"},
    {"as the experiment says", "menurut eksperimen"},
    {"by Indonesia's consumer prices", "menurut harga konsumen Indonesia"},
    {"; not discounted.", "; tidak didiskonto."},
    {"; discounted at {:.3g} % a year from the start{}.",
     "; didiskonto {:.3g}% setahun sejak awal{}."},
    {", as the effect is", ", begitu juga hasilnya"},
    {", but for the effect, a state", ", kecuali hasilnya, yang merupakan keadaan"},
    {" Discounted, the frontier is: {}.", " Setelah didiskonto, garis batasnya: {}."},
    {"Worth the money? Month {}, {}", "Sepadan dengan uangnya? Bulan {}, {}"},
    {"Packages that no other, and no mix of two others, beats at their cost on average; "
     "each more: one more unit, against the one above. Best: at the middle of the prices "
     "for which it is the choice on average.",
     "Paket yang, dengan biayanya, rata-rata tidak dikalahkan paket lain atau campuran "
     "dua paket; setiap tambahan satu: satu satuan lagi, terhadap paket di atasnya. "
     "Terbaik: di tengah harga-harga yang membuatnya menjadi pilihan secara rata-rata."},
    {" (million Rp for one more: {})", " (juta Rp untuk tambahan satu: {})"},
    {"Households served, a poor one counted {:g}, a near-poor one {:g}, another {:g}: on "
     "the frontier at month {} are {}.{} equity.csv has who gains.",
     "Rumah tangga terlayani, yang miskin dihitung {:g}, yang hampir miskin {:g}, yang "
     "lain {:g}: pada garis batas di bulan {} ada {}.{} equity.csv memuat siapa yang "
     "mendapat manfaat."},
    {"worth knowing", "nilai mengetahuinya"},
    {"± error", "± galat"},
    {"changes the choice", "mengubah pilihan"},
    {"no more than chance", "tidak lebih dari kebetulan"},
    {"all {} of {}", "semua {} dari {}"},
    {"By {}: ", "Menurut {}: "},
    {"up to {:.3g}", "sampai {:.3g}"},
    {"best on average", "terbaik rata-rata"},
    {"At other prices, million Rp a point", "Pada harga lain, juta Rp per poin"},
    {"At other prices, million Rp a unit", "Pada harga lain, juta Rp per satuan"},
    {"known for certain", "diketahui dengan pasti"},
    {"Asking people first, in 1 ward under the baseline",
     "Bertanya dahulu kepada warga, di 1 kelurahan menurut acuan"},
    {"Asking people first, in {:.4g} wards under the baseline",
     "Bertanya dahulu kepada warga, di {:.4g} kelurahan menurut acuan"},
    {"What their answers would be worth before the choice. Each says yes or no for the "
     "share that is asked about; a ward's own luck stands between what they say and what "
     "holds elsewhere, and more wards (--wards) lessen it.",
     "Nilai jawaban mereka sebelum memilih. Setiap orang menjawab ya atau tidak tentang "
     "bagian yang ditanyakan; nasib satu kelurahan berada di antara jawaban warganya dan "
     "apa yang berlaku di tempat lain, dan lebih banyak kelurahan (--wards) menguranginya."},
    {"What to measure next: {} at month {}, {} million Rp a point",
     "Apa yang sebaiknya diukur berikutnya: {} pada bulan {}, {} juta Rp per poin"},
    {"What to measure next: {} at month {}, {} million Rp a unit",
     "Apa yang sebaiknya diukur berikutnya: {} pada bulan {}, {} juta Rp per satuan"},
    {"Nobody has said what a point is worth: this is the price at which the choice is "
     "least clear (--price says another).",
     "Belum ada yang menyatakan nilai satu poin: inilah harga yang membuat pilihannya "
     "paling tidak jelas (--price menyatakan harga lain)."},
    {"Nobody has said what a unit is worth: this is the price at which the choice is "
     "least clear (--price says another).",
     "Belum ada yang menyatakan nilai satu satuan: inilah harga yang membuat pilihannya "
     "paling tidak jelas (--price menyatakan harga lain)."},
    {" The best package on average is {}. Knowing all {} parameters before the choice "
     "would be worth {} million Rp a ward (± {}): in {} of {} draws another package would "
     "be chosen.",
     " Paket yang rata-rata terbaik adalah {}. Mengetahui semua {} parameter sebelum "
     "memilih bernilai {} juta Rp per kelurahan (± {}): dalam {} dari {} tarikan, paket "
     "lain yang dipilih."},
    {"Worth: what the choice would gain on average if this alone were known for certain "
     "before it (EVPPI), one ward's worth; what is worth little need not be measured for "
     "this choice, however little is known of it. No more than chance: where draws are "
     "dealt out at random, one of them comes to as much one time in twenty.",
     "Nilai: tambahan rata-rata bagi pilihan bila hanya hal itu yang diketahui dengan "
     "pasti sebelum memilih (EVPPI), untuk satu kelurahan; yang bernilai kecil tidak "
     "perlu diukur untuk pilihan ini, betapa pun sedikit yang diketahui tentangnya. Tidak "
     "lebih dari kebetulan: bila tarikan dibagikan secara acak, salah satunya mencapai "
     "sebanyak itu satu kali dalam dua puluh."},
    {"Costs as in the table of what packages cost: of {}, in rupiah of {}, not discounted.",
     "Biaya seperti dalam tabel biaya paket: {}, dalam rupiah tahun {}, tidak didiskonto."},
    {"society, members' own time among them", "masyarakat, termasuk waktu anggota sendiri"},
    {"the programme, without members' own time", "program, tanpa waktu anggota sendiri"},
    {"The best of several uncertain figures is too high on average: that of everything by "
     "about {} million Rp.",
     "Yang terbaik dari beberapa angka yang tidak pasti rata-rata terlalu tinggi: untuk "
     "semuanya kira-kira {} juta Rp."},
    {"{} draws are few: figures are rough. `swadaya resume {} --replicates N` adds "
     "worlds, and draws with them.",
     "{} tarikan itu sedikit: angka-angka ini kasar. `swadaya resume {} --replicates N` "
     "menambah dunia, dan bersamanya tarikan."},
};

}  // namespace

Sentences indonesian_costs() { return all; }

}  // namespace swadaya
