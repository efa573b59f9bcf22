#include "sim/scenario/own_ward.hpp"

#include <algorithm>
#include <set>
#include <sstream>

#include "sim/scenario/accounting.hpp"
#include "tests/indonesian.hpp"
#include "tests/stage.hpp"

namespace swadaya::own {

namespace {

// Both texts in a folder of the test's own, read as a user's.
Experiment read_back(const WardAnswers& answers) {
  file_with("scenario.toml", scenario_text(answers, nullptr));
  return read_experiment(file_with("experiment.toml", experiment_text(answers, false)),
                         all_models(), {});
}

double number(const Experiment& e, std::size_t v, const std::string& key) {
  return std::get<double>(e.variants[v].scenario.values.at(key));
}

}  // namespace

// With nothing said, the packages are those of Lenteng Agung, setting by setting.
TEST(OwnWard, HasThePackagesOfLentengAgung) {
  const Experiment own = read_back({.title = "Mine"});
  const Experiment shipped = read_experiment(
      SWADAYA_SOURCE_DIR "/scenarios/lenteng-agung/experiment.toml", all_models(), {});
  ASSERT_EQ(own.variants.size(), shipped.variants.size());
  for (std::size_t v = 0; v < own.variants.size(); ++v) {
    EXPECT_EQ(own.variants[v].name, shipped.variants[v].name);
    EXPECT_EQ(own.variants[v].title, shipped.variants[v].title);
    EXPECT_EQ(own.variants[v].title_id, shipped.variants[v].title_id);
    EXPECT_EQ(own.variants[v].scenario.values, shipped.variants[v].scenario.values)
        << own.variants[v].name;
  }
  EXPECT_EQ(own.outcomes, shipped.outcomes);
  EXPECT_EQ(own.same_money, shipped.same_money);
}

TEST(OwnWard, WritesWhatWasSaid) {
  WardAnswers answers{.title = "Kelurahan \"Satu\"", .rws = 8, .rts = 64, .households = 5040};
  answers.poor = 20, answers.year = 2010, answers.grant = 300;
  answers.costs = {{"audit", 9000}};
  answers.packages = {"supervision", "money"};
  answers.said = {"rws", "rts", "households", "poor", "year"};
  const Experiment e = read_back(answers);
  ASSERT_EQ(e.variants.size(), 3u);
  EXPECT_EQ(e.variants[1].title, "4 Supervision");
  EXPECT_EQ(number(e, 0, "world.rw_per_ward"), 8);
  EXPECT_EQ(number(e, 0, "world.rt_per_rw"), 8);
  EXPECT_EQ(number(e, 0, "world.households_per_rt"), 79);
  EXPECT_EQ(number(e, 0, "world.poor"), 0.2);
  EXPECT_EQ(number(e, 0, "programme.grant"), 300000);
  EXPECT_EQ(number(e, 2, "programme.grant"), 600000);
  EXPECT_EQ(number(e, 0, "costs.audit"), 9000);
  EXPECT_EQ(e.accounting.prices, 2010);
  // Money that nobody said is that of 2001 in prices of 2010.
  const double factor = consumer_prices(2010, 2001);
  EXPECT_GT(factor, 1.9);
  EXPECT_NEAR(number(e, 0, "costs.meeting"), 50 * factor, 0.5);
  EXPECT_NEAR(number(e, 0, "world.poverty_line"), 150 * factor, 1.5);
  EXPECT_NEAR(number(e, 0, "programme.first_loan"), 500 * factor, 5);
  const std::string text = scenario_text(answers, nullptr);
  EXPECT_TRUE(has(text, "as you said, instead of 5000 in prices of 2001")) << text;
  EXPECT_TRUE(has(text, "(in prices of 2001 50)")) << text;
}

// Every line of a value says what it means and where it comes from.
TEST(OwnWard, ExplainsEachLine) {
  std::istringstream text{scenario_text({.title = "Mine"}, nullptr)};
  std::size_t explained = 0;
  std::string table;
  for (std::string line; std::getline(text, line);) {
    if (line.starts_with('[')) table = line;
    if (line.empty() || line[0] == '#' || line[0] == '[' || table == "[scenario]" ||
        table == "[time]")
      continue;
    const std::size_t remark = line.find("  # ");
    ASSERT_NE(remark, std::string::npos) << line;
    EXPECT_NE(line.find("; ", remark), std::string::npos) << line;
    ++explained;
  }
  EXPECT_GT(explained, 50u);
}

// Titles are in both languages whichever is spoken, remarks in that one.
TEST(OwnWard, SpeaksIndonesianInItsFiles) {
  WardAnswers answers{.title = "Kelurahan Satu", .rws = 8, .rts = 64, .households = 5040};
  answers.year = 2010, answers.said = {"rws"}, answers.language = Language::indonesian();
  const std::string scenario = scenario_text(answers, nullptr, "rt.geojson"),
                    experiment = experiment_text(answers);
  std::istringstream lines{scenario + experiment};
  for (std::string line; std::getline(lines, line);) {
    const std::size_t remark = std::min(line.rfind("# "), line.size());
    EXPECT_EQ(english_in(line.substr(remark)), std::set<std::string>{}) << line;
  }
  EXPECT_TRUE(has(scenario, "RW per kelurahan; menurut Anda, bukan 10")) << scenario;
  EXPECT_TRUE(has(scenario,
                  "asumsi: makanan ringan dan undangan untuk 50 orang (menurut harga 2001 "
                  "50)"))
      << scenario;
  EXPECT_TRUE(has(scenario,
                  "title = \"Programme as it was\"\ntitle_id = \"Program "
                  "sebagaimana adanya\"\n"))
      << scenario;
  EXPECT_TRUE(has(experiment, "title_id = \"Kelurahan Satu: apa hasil setiap rupiah?\"\n"))
      << experiment;
  const Experiment e = read_back(answers);
  EXPECT_EQ(e.title_id, "Kelurahan Satu: apa hasil setiap rupiah?");
  for (const Variant& variant : e.variants) EXPECT_NE(variant.title_id, "") << variant.name;
  EXPECT_EQ(e.variants[4].title, "4 Supervision");
  EXPECT_EQ(e.variants[4].title_id, "4 Pengawasan");
}

TEST(OwnWard, SaysWhatWasUsedOfASurvey) {
  Population population;
  population.households = 1200, population.rts = 8, population.rws = 2, population.kinds = 1;
  population.rounds = 12, population.times_most = 3;
  population.surveyed = {"size"}, population.drawn = {"elite"};
  EXPECT_EQ(words_of(population, {}),
            (std::vector<std::string>{
                "1,200 households in 8 RT of 2 RW, from a survey: 1 kind that the margins tell "
                "apart, fitted in 12 rounds at most.",
                "Every margin of every RT holds exactly.",
                "From the survey: size. One household of it stands for 3 at most.",
                "Drawn from the figures of [world]: elite."}));
  population.largest_miss = 2, population.largest_share = 0.0015;
  const auto words = words_of(population, Language::indonesian());
  EXPECT_TRUE(has(words[0], "1.200 rumah tangga di 8 RT dari 2 RW")) << words[0];
  EXPECT_EQ(words[1], "Hitungan suatu RT meleset paling banyak 2, hitungan kelurahan 0,15%.");
}

TEST(OwnWard, SaysWhatAlikeRtsMakeOfIt) {
  const WardShape shape = shape_of({.title = "", .rws = 7, .rts = 60, .households = 5000});
  EXPECT_EQ(shape.rts_per_rw, 9);
  EXPECT_EQ(shape.rts(), 63);
  EXPECT_EQ(shape.households_per_rt, 79);
  EXPECT_EQ(shape.households(), 4977);
}

}  // namespace swadaya::own
