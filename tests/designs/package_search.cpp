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
  Store store;
  explicit Searched(const std::string& text)
      : file{file_with("compared.toml", text)},
        compared{read_experiment(file, all_models(), {})},
        store{store_with_outcomes(compared, "compared", [](std::size_t v, std::uint32_t) {
          return std::map<std::string, double>{{"cost_kRp", 1000.0 * static_cast<double>(v)}};
        })} {}
  PackageSearch search(const BudgetQuestion& question) const {
    return search_over_packages(file, compared, store, question, all_models(), {});
  }
};

const BudgetQuestion question{2500, *outcome_index("recovery"), 12};

}  // namespace

TEST(PackageSearch, EachPackageIsALeverAtWhatItCameToCost) {
  const PackageSearch search = Searched{compared_file}.search(question);
  const Experiment& e = search.experiment;
  EXPECT_TRUE(search.left_out.empty());
  EXPECT_EQ(e.design, "optimisation");
  ASSERT_EQ(e.levers.size(), 2u);
  EXPECT_EQ(e.levers[0].label(), "1 News");
  EXPECT_EQ(e.levers[1].name, "list");
  const LeverSpace space{e.levers};
  EXPECT_NEAR(space.spending({1, 0}), 1000, 1e-9);
  EXPECT_NEAR(space.spending({1, 1}), 3000, 1e-9);
  const Optimisation o = optimisation_of(e);
  EXPECT_EQ(o.budget, 2500);
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
  const Store store = store_with_outcomes(
      alone, "alone", [](std::size_t, std::uint32_t) { return std::map<std::string, double>{}; });
  EXPECT_THROW(search_over_packages(file_with("alone.toml", small_ward), alone, store, question,
                                    all_models(), {}),
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
