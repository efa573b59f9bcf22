#include "sim/designs/package_search.hpp"

#include "sim/designs/optimisation.hpp"
#include "sim/scenario/resolve.hpp"
#include "tests/stored.hpp"

namespace swadaya {

namespace {

const std::string compared_file =
    std::string{small_ward} +
    "[experiment]\nreplicates = 3\noutcomes = [\"recovery\"]\nmonths_shown = [12, 24]\n"
    "answer = \"recovery\"\n"
    "[[variant]]\nname = \"was\"\nset = { \"lending.norm\" = 0.2 }\n"
    "[[variant]]\nname = \"news\"\ntitle = \"1 News\"\n"
    "set = { \"socialization.meetings\" = 2, \"coordination.sequence\" = \"board-first\" }\n"
    "[[variant]]\nname = \"list\"\nset = { \"supervision.published\" = true, "
    "\"coordination.sequence\" = \"board-first\" }\n";
const std::string more_variants =
    "[[variant]]\nname = \"both\"\nset = { \"socialization.meetings\" = 2, "
    "\"coordination.sequence\" = \"board-first\", \"supervision.published\" = true }\n"
    "[[variant]]\nname = \"louder\"\nset = { \"socialization.meetings\" = 6, \"lending.norm\" = 1, "
    "\"lending.tau\" = 0.3 }\n"
    "[[variant]]\nname = \"other\"\nset = { \"models.lending\" = \"hazard\" }\n";

struct Searched {
  std::string file;
  Experiment compared;
  explicit Searched(const std::string& text)
      : file{file_with("compared.toml", text)}, compared{read_experiment(file, all_models(), {})} {}
  PackageSearch search(const BudgetQuestion& question) const {
    return search_over_packages(file, compared, question, all_models(), {});
  }
};

// What a simulation would come to: recovery 0.1 higher with either package; costs 1000 more with
// either, but 5000 with both, as each makes the other dearer.
RunMissing runner(Store& store) {
  return [&](const Experiment& e, std::size_t first, const std::vector<int>& months) {
    for (std::size_t v = 0; v < e.variants.size(); ++v)
      for (std::uint32_t r = 0; r < e.replicates; ++r) {
        const Variant& variant = e.variants[v];
        const Dice dice{e.seed, variant.first_world + r};
        const bool news =
                       std::get<double>(variant.scenario.values.at("socialization.meetings")) == 5,
                   list =
                       std::get<double>(variant.scenario.values.at("supervision.published")) != 0;
        const double chance = dice.normal({decision_key("test.world")}, 0);
        Series series{variant.scenario.months, {}};
        for (int month = 0; month <= series.months; ++month) {
          std::vector<double> row(outcomes().size(), 0.0);
          row[*outcome_index("recovery")] = 0.5 + 0.1 * (news + list) + 0.01 * chance;
          row[*outcome_index("cost_kRp")] = news && list ? 5000 : 1000 * (news + list);
          row[*outcome_index("cost_kRp")] += 1000 + 50 * chance;
          series.values.insert(series.values.end(), row.begin(), row.end());
        }
        store.add(r, {first + v}, {series}, months);
      }
    return true;
  };
}

// The combination found for a budget; `e` is its experiment.
OptimisationResult found_for(double budget, const std::string& name) {
  std::string text = compared_file;  // but for meetings, of which the baseline has two
  text.replace(text.find("meetings\" = 2"), 13, "meetings\" = 5");
  const Experiment e = Searched{text}.search({budget, *outcome_index("recovery"), 12}).experiment;
  Store store{file_with(name, "") + ".results", e, Existing::overwrite};
  Generations generations{e, store, runner(store)};
  EXPECT_TRUE(runner(store)(e, 0, {}) && optimisation_search(e).go(generations));
  store.load();
  return optimisation_result(e, store);
}

const BudgetQuestion question{2500, *outcome_index("recovery"), 12};

}  // namespace

TEST(PackageSearch, ABudgetHoldsInWhatIsSimulatedOfPackagesTogether) {
  // The sum of what each costs alone is 2000: well within the budget, and wrong.
  const OptimisationResult tight = found_for(3500, "tight");
  EXPECT_EQ(tight.best().mix[0] + tight.best().mix[1], 1);
  EXPECT_NEAR(tight.best().cost.difference, 1000, 1e-6);
  for (const Finalist& one : tight.finalists) EXPECT_LE(one.cost.difference, 3500);
  const OptimisationResult wide = found_for(6000, "wide");
  EXPECT_EQ(wide.best().mix, (Mix{1, 1}));
  EXPECT_NEAR(wide.best().cost.difference, 5000, 1e-6);
}

TEST(PackageSearch, WhatPackagesCostBesideTheirActivitiesIsAddedUp) {
  const std::string paid =
      std::string{small_ward} +
      "[costs]\nlump = 50\n[experiment]\nreplicates = 2\nmonths_shown = [12, 24]\n"
      "[[variant]]\nname = \"was\"\n"
      "[[variant]]\nname = \"news\"\nset = { \"socialization.meetings\" = 2 }\n"
      "cost = { lump = 1050, month = 12, monthly = 7 }\n"
      "[[variant]]\nname = \"list\"\nset = { \"supervision.published\" = true }\n"
      "cost = { lump = 300, month = 13 }\n";
  const Searched searched{paid};
  // As a folder has it, too.
  for (const std::string& file :
       {searched.file,
        file_with("resolved.toml", resolved_toml(searched.compared, all_models()))}) {
    const PackageSearch search =
        search_over_packages(file, searched.compared, question, all_models(), {});
    EXPECT_TRUE(search.left_out.empty());
    ASSERT_EQ(search.experiment.levers.size(), 2u);
    const LeverSpace space{search.experiment.levers};
    EXPECT_EQ(space.other_cost({1, 0}).lump, 1000);
    EXPECT_EQ(space.other_cost({1, 1}).lump, 1000);  // the list's is paid after month 12
    EXPECT_EQ(space.other_cost({1, 1}).monthly, 7);
    EXPECT_FALSE(space.values({1, 1}).contains("costs.lump"));
  }
}

TEST(PackageSearch, EachPackageIsALeverAndNoneSaysACost) {
  const PackageSearch search = Searched{compared_file}.search(question);
  const Experiment& e = search.experiment;
  EXPECT_TRUE(search.left_out.empty());
  EXPECT_EQ(e.design, "optimisation");
  ASSERT_EQ(e.levers.size(), 2u);
  EXPECT_EQ(e.levers[0].label(), "1 News");
  EXPECT_EQ(e.levers[1].name, "list");
  const LeverSpace space{e.levers};
  EXPECT_EQ(space.spending({1, 1}), 0);  // until it is simulated
  const Optimisation o = optimisation_of(e);
  EXPECT_EQ(o.budget, 2500);
  EXPECT_TRUE(o.counts_simulated);
  EXPECT_EQ(o.aim.month, 12);
  ASSERT_EQ(o.aim.parts.size(), 1u);
  EXPECT_EQ(o.aim.parts[0].outcome, *outcome_index("recovery"));
  // What the baseline sets is set in all mixes, and the run ends with what is asked.
  const Scenario& base = e.variants[e.baseline].scenario;
  EXPECT_EQ(std::get<double>(base.values.at("lending.norm")), 0.2);
  EXPECT_EQ(base.months, 12);
  EXPECT_EQ(e.months_shown, std::vector<int>{12});
}

TEST(PackageSearch, IsWrittenSoThatItCanBeRunAgain) {
  const Experiment e = Searched{compared_file}.search(question).experiment;
  const Experiment again = experiment_from(resolved_toml(e, all_models()));
  ASSERT_EQ(again.levers.size(), 2u);
  EXPECT_EQ(LeverSpace{again.levers}.values({1, 1}), LeverSpace{e.levers}.values({1, 1}));
}

TEST(PackageSearch, SaysWhatItLeavesOutAndWhy) {
  const PackageSearch search = Searched{compared_file + more_variants}.search(question);
  EXPECT_EQ(search.experiment.levers.size(), 2u);
  ASSERT_EQ(search.left_out.size(), 3u);
  std::string all;
  for (const std::string& one : search.left_out) all += one + "\n";
  EXPECT_TRUE(has(all, "other: it sets models.lending, and no lever may\n")) << all;
  EXPECT_TRUE(has(all, "both: it is made of the others\n")) << all;
  EXPECT_TRUE(has(all, "louder: it sets socialization.meetings otherwise than 1 News\n")) << all;
}

TEST(PackageSearch, NeedsAComparison) {
  const Experiment alone = experiment_from(small_ward);
  EXPECT_THROW(
      search_over_packages(file_with("alone.toml", small_ward), alone, question, all_models(), {}),
      BadInput);
}

TEST(PackageSearch, AFileIsSearchedForAnotherBudget) {
  const std::string file = file_with(
      "own.toml", std::string{small_ward} +
                      "[experiment]\nreplicates = 2\n[optimisation]\noutcome = "
                      "\"recovery\"\nmonth = 12\nbudget = 10\n[[optimisation.lever]]\nkey "
                      "= \"socialization.meetings\"\nlow = 1\nhigh = 4\ncost = 100\n");
  EXPECT_EQ(optimisation_of(with_budget(file, 700, all_models(), {})).budget, 700);
  EXPECT_THROW(with_budget(file, -1e9, all_models(), {}), BadInput);  // less than the cheapest mix
}

}  // namespace swadaya
