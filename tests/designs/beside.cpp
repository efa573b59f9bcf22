#include "sim/designs/beside.hpp"

#include "sim/designs/bundled.hpp"
#include "sim/designs/experiment.hpp"
#include "sim/jobs/run_jobs.hpp"
#include "sim/results/in_memory.hpp"
#include "tests/stored.hpp"

namespace swadaya {

namespace {

const std::string ranked =
    std::string{small_ward} +
    "[experiment]\nreplicates = 3\nanswer = \"recovery\"\nmonths_shown = [6]\n"
    "[[variant]]\nname = \"as-it-was\"\n[[variant]]\nname = \"loud\"\n"
    "set = { \"socialization.meetings\" = 8 }\n[[variant]]\nname = \"kind\"\n"
    "set = { \"lending.norm\" = 1 }\n";

// Meetings, of which there are two, are worth 0.01 each; a norm of 1 half of what `tau` is.
double recovery_of(const Scenario& s, std::uint32_t r) {
  const auto number = [&](const char* key) { return std::get<double>(s.values.at(key)); };
  const double kind = number("lending.norm") == 1 ? 0.5 * number("lending.tau") : 0;
  return 0.01 * number("socialization.meetings") + kind + 0.001 * r;
}

const RunUntilStopped made_up = [](const Experiment& e, const auto& sink) {
  for (std::uint32_t r = 0; r < e.replicates; ++r)
    for (std::size_t v = 0; v < e.variants.size(); ++v)
      sink({r, {v}, 0},
           {series_of(recovery_of(e.variants[v].scenario, r), e.variants[v].scenario.months)});
  return true;
};

std::vector<Answers> answers_beside(const std::vector<Bundle>& bundles) {
  std::vector<Answers> all;
  for (const Bundle& bundle : bundles) all.push_back(*answers_under(ranked_under(bundle), made_up));
  return all;
}

}  // namespace

TEST(Beside, RanksInterventionsAsTheyAreAndUnderEachBundle) {
  const std::string shy =
      file_with("shy.toml", "[scenario]\ntitle = \"Shy\"\n[lending]\ntau = 0.1\n");
  const std::string bare = file_with("bare.toml", "[lending]\ntau = 0.2\n");
  const auto all = answers_beside(
      read_bundles({file_with("ranked.toml", ranked)}, {shy, bare}, all_models(), {}));
  ASSERT_EQ(all.size(), 2u);
  EXPECT_EQ(all[0].under, "Shy");
  EXPECT_EQ(all[1].under, "bare");
  EXPECT_EQ(all[0].order, (std::vector<std::size_t>{1, 2}));  // 0.06 against 0.05
  EXPECT_EQ(all[1].order, (std::vector<std::size_t>{2, 1}));  // 0.1 against 0.06
  EXPECT_NEAR(all[0].effects[1].difference, 0.06, 1e-9);
  EXPECT_NEAR(all[1].effects[2].difference, 0.1, 1e-9);
  EXPECT_EQ(all[1].worlds, 3u);
}

// From the lowest to the highest mean of the experiment's own and of what was run beside it.
TEST(Beside, SaysHowFarAssumptionsMoveEachOutcomeShown) {
  const std::string shy =
      file_with("shy.toml", "[scenario]\ntitle = \"Shy\"\n[lending]\ntau = 0.1\n");
  const std::string file = file_with("ranked.toml", ranked);
  const Experiment own = read_experiment({file}, all_models(), {});
  ResultsInMemory results{own};
  made_up(own, [&](const Job& job, const std::vector<Series>& series) {
    results.add(job.replicate, job.variants, series);
  });
  const auto beside = answers_beside(read_bundles({file}, {shy}, all_models(), {}));
  const double tau = std::get<double>(own.variants[0].scenario.values.at("lending.tau"));
  int found = 0;
  for (const Structure& s : structure_of(own, results, beside)) {
    if (s.variant != 2 || s.outcome != *outcome_index("recovery")) continue;
    ++found;
    EXPECT_EQ(s.month, 6);
    EXPECT_NEAR(s.range.low, 0.5 * std::min(tau, 0.1), 1e-9);
    EXPECT_NEAR(s.range.high, 0.5 * std::max(tau, 0.1), 1e-9);
  }
  EXPECT_EQ(found, 1);
  EXPECT_TRUE(structure_of(own, results, {}).empty());
}

// Later months cost time, and the ranking doesn't see them.
TEST(Beside, EndsAtTheMonthThatTheRankingLooksAt) {
  const std::string late =
      "[[event]]\nmonth = 5\nset = { \"socialization.meetings\" = 3 }\n"
      "[[event]]\nmonth = 9\nset = { \"socialization.meetings\" = 2 }\n";
  const std::string file = file_with("ranked.toml", ranked + late);
  const Bundle bundle =
      read_bundles({file}, {file_with("shy.toml", "[lending]\ntau = 0.1\n")}, all_models(), {})[0];
  const Experiment short_one = ranked_under(bundle);
  EXPECT_EQ(short_one.variants[1].scenario.months, 6);
  ASSERT_EQ(short_one.variants[1].scenario.events.size(), 1u);
  const auto at_six = [](const Experiment& e) {
    Series series;
    run_jobs(e, all_models(), {}, [&](const Job& job, const std::vector<Series>& all) {
      if (job.replicate == 1)
        for (std::size_t i = 0; i < all.size(); ++i)
          if (job.variants[i] == 2) series = all[i];
    });
    std::vector<double> values;
    for (std::size_t k = 0; k < outcomes().size(); ++k)
      values.push_back(std::isnan(series.at(6, k)) ? -1 : series.at(6, k));
    return values;
  };
  EXPECT_EQ(at_six(short_one), at_six(bundle.experiment));
}

TEST(Beside, IsNothingWhereItWasStopped) {
  const RunUntilStopped stopped = [](const Experiment&, const auto&) { return false; };
  EXPECT_FALSE(answers_under(experiment_from(ranked), stopped));
}

// Of what is bad the least comes first.
TEST(Beside, PutsTheLeastOfWhatIsBadFirst) {
  Experiment e = experiment_from(ranked);
  e.answer = "leakage";
  const Store store = store_with_outcomes(e, "bad", [](std::size_t v, std::uint32_t) {
    return std::map<std::string, double>{{"leakage", v == 1 ? 0.3 : v == 2 ? 0.1 : 0.2}};
  });
  EXPECT_EQ(answers_of(e, store, "").order, (std::vector<std::size_t>{2, 1}));
}

TEST(Beside, NeedsToKnowWhatIsRanked) {
  EXPECT_TRUE(has(refusal("[experiment]\nbeside = [\"sceptic\"]\n"), "`answer`"));
  EXPECT_TRUE(has(refusal("[experiment]\nanswer = \"recoverry\"\n"), "nearest: recovery"));
  EXPECT_TRUE(has(refusal("[experiment]\nsame_money = 50000\n"), "`answer`"));
}

}  // namespace swadaya
