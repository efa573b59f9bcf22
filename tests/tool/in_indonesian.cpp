// What the program prints with `--lang id`, from outside: no English is left, and programs read
// what they read before.
#include <algorithm>
#include <regex>

#include "tests/designed.hpp"
#include "tests/indonesian.hpp"
#include "tests/tool/outside.hpp"
#include "tests/trials.hpp"

namespace swadaya {

namespace {

const std::set<std::string> none;

const std::string packages =
    "[[variant]]\nname = \"dahulu\"\ntitle = \"As it was\"\ntitle_id = \"Seperti dahulu\"\n"
    "[[variant]]\nname = \"kabar\"\ntitle = \"1 News\"\ntitle_id = \"1 Kabar\"\n"
    "set = { \"socialization.meetings\" = 4 }\n"
    "[[variant]]\nname = \"tambah\"\ntitle = \"2 More\"\ntitle_id = \"2 Tambah\"\n"
    "set = { \"socialization.meetings\" = 8 }\n";

// An experiment with what may be said of one.
std::string experiment_of(const std::string& keys, const std::string& design) {
  return std::string{small_ward} +
         "[experiment]\nname = \"kecil\"\ntitle = \"Small\"\ntitle_id = \"Kecil\"\n" + keys +
         "outcomes = [\"informed\", \"recovery\"]\nmonths_shown = [12]\n" + design;
}

// Prints it, and expects no English in it.
std::string printed(const std::string& arguments) {
  const Outcome o = program("--lang id " + arguments);
  EXPECT_EQ(o.code, 0) << o.text;
  EXPECT_EQ(english_in(o.text), none) << arguments << "\n" << o.text;
  return o.text;
}

// Its lines as one.
std::string flat(std::string text) {
  std::replace(text.begin(), text.end(), '\n', ' ');
  return text;
}

std::string run_of(const std::string& command, const std::string& toml, const std::string& more) {
  return printed(command + " " + file_with("kecil.toml", toml) + " --quiet --overwrite --out " +
                 fresh("keluar") + " " + more);
}

std::string draws_of_norm() {
  std::string draws = "lending.norm\n";
  for (int i = 1; i <= 40; ++i) draws += std::to_string(i / 41.0) + "\n";
  return file_with("draws.csv", draws);
}

}  // namespace

TEST(InIndonesian, FindsEnglish) {
  EXPECT_EQ(english_in("Rata-rata dunia of swadaya, `the mean` lending.of-the groups_in a.csv"),
            std::set<std::string>{"of"});
  EXPECT_EQ(english_in("The sign isn't sure"), (std::set<std::string>{"the", "sign"}));
}

TEST(InIndonesian, ComparesPackages) {
  const std::string text =
      run_of("compare", experiment_of("answer = \"informed\"\nsame_money = 1000\n", packages),
             "--replicates 6");
  EXPECT_TRUE(has(text, "Apa yang ditambahkan oleh uang lebih banyak pada")) << text;
  EXPECT_TRUE(has(text, "Yang paling menggerakkan warga yang tahu program sampai bulan 12"))
      << text;
  EXPECT_TRUE(has(text, "Dengan tambahan dana yang sama, 1 juta Rp per kelurahan")) << text;
  EXPECT_TRUE(has(text, "Kecil\n6 ulangan, benih 1\n")) << text;
  EXPECT_TRUE(has(text, "\nSeperti dahulu ")) << text;
  EXPECT_TRUE(has(text, "  2 Tambah ")) << text;
  EXPECT_TRUE(has(text, "juta Rp per kelurahan")) << text;
  EXPECT_TRUE(has(text, "Baris pertama adalah acuan.")) << text;
  EXPECT_TRUE(has(text, "Sepadan dengan uangnya? Bulan 12")) << text;
  EXPECT_TRUE(has(text, "hasil: ") && has(text, "laporan: ")) << text;
  // 12,3% and [1,2; 3,4].
  EXPECT_TRUE(std::regex_search(text, std::regex{R"(\d,\d%)"})) << text;
  EXPECT_TRUE(std::regex_search(text, std::regex{R"(\[ *[+-]?\d+,\d; +[+-]?\d+,\d\])"})) << text;
  EXPECT_FALSE(std::regex_search(text, std::regex{R"(\[[^\]]*\d\.\d)"})) << text;
}

TEST(InIndonesian, DrawsParametersAndSaysWhatToLearn) {
  const std::string out = fresh("ditarik");
  const std::string compared =
      printed("compare " + file_with("kecil.toml", experiment_of("", packages)) + " --posterior " +
              draws_of_norm() + " --replicates 40 --quiet --out " + out);
  EXPECT_TRUE(has(flat(compared), "Kurung memuat apa yang diharapkan oleh 90% tarikan parameter"))
      << compared;
  EXPECT_TRUE(has(flat(compared), "Yang ditarik adalah lending.norm, dari contoh sebanyak 40"))
      << compared;
  const std::string learnt = printed("learn " + out + " --outcome informed");
  EXPECT_TRUE(has(learnt,
                  "Apa yang sebaiknya diukur berikutnya: warga yang tahu program pada "
                  "bulan 12, "))
      << learnt;
  EXPECT_TRUE(has(learnt, "Bertanya dahulu kepada warga, di 1 kelurahan menurut acuan")) << learnt;
  EXPECT_TRUE(has(learnt, "Kabar")) << learnt;
}

TEST(InIndonesian, RunsOneScenario) {
  const std::string text = run_of("run", small_ward, "--replicates 3");
  EXPECT_TRUE(has(text, "Rata-rata antar ulangan")) << text;
  EXPECT_TRUE(has(text, "bulan 30")) << text;
  EXPECT_TRUE(has(
      program_on_a_terminal("run " + file_with("kecil.toml", small_ward) +
                                " --replicates 2 --quiet --lang id --overwrite --out " + fresh("k"),
                            110)
          .text,
      "Garis: rata-rata antar ulangan."));
}

TEST(InIndonesian, SearchesAndSweeps) {
  for (const SmallSearch& search : searches) {
    std::string toml = search.toml;
    if (const std::size_t at = toml.find("\"central\"\n"); at != std::string::npos)
      toml.replace(at, 9, "\"pusat\"");
    const std::string text = run_of(search.command, toml, "");
    EXPECT_TRUE(has(text, search.command == "optimise" ? "campuran terbaik untuk 0,5 juta Rp"
                                                       : "Komputasi Bayes aproksimatif"))
        << text;
  }
  run_of("sweep",
         experiment_of("",
                       "[sweep]\ndesign = \"grid\"\n[sweep.parameters]\n"
                       "\"lending.norm\" = [0.1, 0.4]\n"),
         "--replicates 2");
  run_of("sweep",
         experiment_of("",
                       "[sweep]\ndesign = \"sobol\"\npoints = 64\n[sweep.parameters]\n"
                       "\"lending.norm\" = [0.1, 0.4]\n"),
         "--replicates 1");
  run_of(
      "factorial",
      experiment_of("",
                    "[[factorial.lever]]\nname = \"norma\"\nset = { \"lending.norm\" = 0.9 }\n"
                    "[[factorial.lever]]\nname = \"rapat\"\nset = { \"socialization.meetings\" = "
                    "6 }\n"),
      "--replicates 4");
  for (const char* method : {"morris\"\nwalks = 3", "sobol\"\npoints = 8"})
    run_of("sensitivity",
           experiment_of("", std::string{"[sensitivity]\nmethod = \""} + method +
                                 "\n[sensitivity.parameters]\n\"lending.norm\" = [0, 0.5]\n"
                                 "\"socialization.q_other\" = [0, 0.1]\n"),
           "--replicates 2");
}

TEST(InIndonesian, HoldsTrialsAndFactsAgainstTheModel) {
  file_with("ward.toml", small_ward);
  std::string text = trial_text("difference", 0.3, "standard_error = 0.5\nworlds = 1\n");
  text.replace(text.find("\"recovery\""), 10, "\"informed\"");
  // Of two no line tells what the study said, which is English.
  const std::string one = file_with("satu.toml", text + small_base + louder);
  text.replace(text.find("made-up"), 7, "rekaan-lain");
  const std::string two = file_with("dua.toml", text + small_base + louder);
  const std::string trials = printed("trial --quiet " + one + " " + two);
  EXPECT_TRUE(has(trials, "percobaan ")) << trials;
  EXPECT_TRUE(has(trials, "2 dari 2 di dalam; tanda benar 2 dari 2;")) << trials;
  EXPECT_TRUE(has(program("trial --quiet --markdown " + one + " --lang id").text,
                  "| percobaan | penelitian |"));
  const std::string facts = printed(
      "patterns " + file_with("kecil.toml", small_ward) + " --facts " +
      file_with("fakta.toml",
                "[[pattern]]\nid = \"A\"\nstatement = \"banyak yang tahu\"\nsource = \"c\"\n"
                "target = \"d\"\nweight = 1\noutcome = \"informed\"\nmonths = [12, 90]\n"
                "band = [0, 1]\n"));
  EXPECT_TRUE(has(facts, "0 sampai 100")) << facts;
  EXPECT_TRUE(has(facts, "tidak diukur: skenario berakhir pada bulan 30")) << facts;
}

TEST(InIndonesian, HoldsResultsAndBundlesAgainstEachOther) {
  const std::string file = file_with("kecil.toml", experiment_of("", packages));
  const std::string a = fresh("a"), b = fresh("b");
  printed("compare " + file + " --replicates 3 --quiet --out " + a);
  printed("compare " + file + " --replicates 4 --set lending.norm=0.1 --quiet --out " + b);
  const std::string text = printed("compare --results " + a + " " + b);
  EXPECT_TRUE(has(text, "Apa yang diatur berbeda")) << text;
  EXPECT_TRUE(has(text, "1 Kabar, di A")) << text;
  EXPECT_TRUE(has(printed("report " + a + " " + b), "berdampingan: "));
  const std::string bundles = printed("compare " + file +
                                      " --bundle evidence --bundle null --replicates 3 --quiet "
                                      "--out " +
                                      fresh("kumpulan"));
  EXPECT_TRUE(has(bundles, "Apa yang bertahan bila asumsi diganti: bulan 12")) << bundles;
  EXPECT_TRUE(has(bundles, "tanpa tuas")) << bundles;
}

TEST(InIndonesian, LeavesWhatProgramsReadAsItIs) {
  const std::string file = file_with("kecil.toml", experiment_of("", packages));
  const std::string en = fresh("en"), id = fresh("id");
  const std::string run = "compare " + file + " --replicates 3 --quiet --json --out ";
  const auto in_english = nlohmann::json::parse(program(run + en).text);
  auto in_indonesian = nlohmann::json::parse(program("--lang id " + run + id).text);
  in_indonesian["folder"] = in_english["folder"], in_indonesian["report"] = in_english["report"];
  EXPECT_EQ(in_english, in_indonesian);
  expect_same_results(en, id, {"series.csv", "comparison.csv", "cost_effectiveness.csv"});
  EXPECT_EQ(program("learn --help").text, program("learn --help --lang id").text);
}

TEST(InIndonesian, IsChosenByOptionOrLocale) {
  const std::string run = SWADAYA_PROGRAM " run " + file_with("kecil.toml", small_ward) +
                          " --replicates 1 --quiet --overwrite --out " + fresh("k");
  const auto speaks = [&](const std::string& before, const std::string& after) {
    return has(outcome_of(before + run + after).text, "hasil: ");
  };
  EXPECT_TRUE(speaks("", " --lang id"));
  EXPECT_FALSE(speaks("", ""));
  EXPECT_TRUE(speaks("LC_ALL=id_ID.UTF-8 ", ""));
  EXPECT_FALSE(speaks("LC_ALL=id_ID.UTF-8 ", " --lang en"));
  EXPECT_TRUE(speaks("LC_ALL= LC_MESSAGES=id ", ""));
  EXPECT_TRUE(speaks("LC_ALL= LC_MESSAGES= LANG=id_ID ", ""));
  EXPECT_FALSE(speaks("LC_ALL=C LANG=id_ID ", ""));
  EXPECT_FALSE(speaks("LC_ALL=idiom ", ""));
  for (const char* wrong : {"--lang fr metrics", "metrics --lang fr", "metrics --lang"}) {
    const Outcome o = program(wrong);
    EXPECT_EQ(o.code, 2) << o.text;
    EXPECT_TRUE(has(o.text, "--lang")) << o.text;
  }
  const Outcome french = program("--lang fr metrics");
  EXPECT_TRUE(has(french.text, "en") && has(french.text, "id")) << french.text;
  EXPECT_FALSE(has(french.text, "did you mean")) << french.text;
  EXPECT_EQ(program("--lang id metrics --lang en").code, 2);
}

}  // namespace swadaya
