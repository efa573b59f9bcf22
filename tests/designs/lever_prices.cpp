#include "sim/designs/lever_prices.hpp"

#include <cmath>
#include <filesystem>

#include "sim/results/store.hpp"
#include "sim/tables/optimisation.hpp"
#include "tests/mixed.hpp"
#include "tests/searched.hpp"

namespace swadaya {

namespace {

const std::string without_costs =
    "[[optimisation.lever]]\nkey = \"supervision.audit_probability\"\ntitle = \"Audits\"\nlow = 0\n"
    "high = 1\n"
    "[[optimisation.lever]]\nname = \"meetings\"\nkey = \"socialization.meetings\"\nlow = 0\n"
    "high = 4\nstep = 0.5\n"
    "[[optimisation.lever]]\nname = \"list\"\nset = { \"supervision.published\" = true }\n";

double number(const Values& values, const char* key) { return std::get<double>(values.at(key)); }

// What is simulated: prices that no linear unit costs meet, as audits of many meetings cost more.
double simulated_cost(const Values& v, std::uint32_t world) {
  const double audits = number(v, "supervision.audit_probability"),
               meetings = number(v, "socialization.meetings");
  return 1000 + 10000 * audits + 2000 * meetings + 1500 * audits * meetings +
         3000 * number(v, "supervision.published") + number(v, "costs.lump") +
         40 * std::sin(2.3 * world) * (1 + audits);
}

double gain(const Values& v, std::uint32_t world) {
  return 0.2 + 0.3 * number(v, "supervision.audit_probability") +
         0.06 * number(v, "socialization.meetings") + 0.05 * number(v, "supervision.published") +
         0.01 * std::sin(1.7 * world);
}

// Stores what would be simulated.
RunMissing runner(Store& store) {
  return [&](const Experiment& e, std::size_t first, const std::vector<int>& months) {
    for (std::size_t v = 0; v < e.variants.size(); ++v)
      for (std::uint32_t r = 0; r < e.replicates; ++r) {
        const Values& values = e.variants[v].scenario.values;
        const std::uint32_t world = e.variants[v].first_world + r;
        Series series{e.variants[v].scenario.months, {}};
        std::vector<double> row(outcomes().size(), 0.0);
        row[*outcome_index("recovery")] = gain(values, world);
        row[*outcome_index("cost_kRp")] = simulated_cost(values, world);
        for (int m = 0; m <= series.months; ++m)
          series.values.insert(series.values.end(), row.begin(), row.end());
        store.add(r, {first + v}, {series}, months);
      }
    return true;
  };
}

}  // namespace

TEST(LeverPrices, AreDifferencesOfLeversMovedAlone) {
  const Experiment e = experiment_from(mixed_file(of_recovery, without_costs));
  ASSERT_EQ(e.levers.size(), 3u);
  EXPECT_EQ(settings_of(e.levers[0]), (std::vector<double>{0, 1}));  // two ends
  EXPECT_EQ(settings_of(e.levers[1]), (std::vector<double>{0, 4}));
  EXPECT_EQ(settings_of(e.levers[2]), (std::vector<double>{0, 1}));  // off and on
  const std::vector<Lever> levers = priced(e.levers, {-100, 900, -400, 400, 0, std::nan("")});
  EXPECT_EQ(levers[0].unit_cost, 1000);
  EXPECT_EQ(levers[1].unit_cost, 200);
  EXPECT_EQ(levers[2].options[1].cost, 0);
  const std::string said = said_by([&] { check_budgets(LeverSpace{levers}, {5000, -20000}); });
  EXPECT_TRUE(has(said, "-20000: can't be held: the cheapest mix costs")) << said;
}

// No lever says a cost: budgets hold in what is simulated, in worlds that had no part in the
// choice.
TEST(LeverPrices, LetBudgetsHoldInWhatIsSimulated) {
  const Experiment e = experiment_from(mixed_file(of_recovery, without_costs));
  EXPECT_TRUE(optimisation_of(e).counts_simulated);
  const std::string folder = file_with("keep", "") + "-priced";
  std::filesystem::remove_all(folder);
  Store store{folder, e, Existing::refuse};
  Generations generations{e, store, runner(store)};
  ASSERT_TRUE(runner(store)(e, 0, {}));
  ASSERT_TRUE(optimisation_search(e).go(generations));
  store.load();
  const OptimisationResult r = optimisation_result(e, store);
  ASSERT_EQ(r.frontier.size(), 4u);
  for (const FrontierPoint& p : r.frontier) {
    const Finalist& one = r.finalists[p.finalist];
    EXPECT_LE(one.cost.difference, p.budget + 1e-6) << p.budget;
    EXPECT_LE(one.spending, p.budget) << p.budget;
  }
  // Most of a budget that binds is used.
  EXPECT_GT(r.best().cost.difference, 0.9 * r.optimisation.budget);
  EXPECT_NEAR(r.levers[0].unit_cost, 10000 + 1500 * 2, 100);  // of meetings as they were, 2
  const std::string table = optimisation_table(e, r);
  EXPECT_TRUE(has(table, "within the budget of 6.")) << table;
  EXPECT_TRUE(has(table, "costs alone")) << table;
  // What was read again says the same.
  EXPECT_EQ(optimisation_result(experiment_from(resolved_toml(e, all_models())), store).best().mix,
            r.best().mix);
}

// A package whose price isn't made of activities.
TEST(LeverPrices, CountWhatALeverCostsBesideItsActivities) {
  const Experiment e =
      experiment_from(mixed_file(of_recovery, without_costs + "lump = 2500\nmonthly = 10\n"));
  const LeverSpace space{e.levers};
  EXPECT_EQ(space.other_cost({0, 2, 1}).lump, 2500);
  EXPECT_EQ(space.other_cost({0, 2, 1}).monthly, 10);
  EXPECT_EQ(space.other_cost({0, 2, 0}).lump, 0);
  EXPECT_TRUE(has(refusal(mixed_file(of_recovery, mixed_levers + "lump = 5\n")),
                  "`cost` is of levers whose own costs make the budget"));
  EXPECT_TRUE(has(refusal(mixed_file(of_recovery, without_costs + "cost = 5\n")),
                  "or `cost` of no lever: then the budget is what is simulated"));
}

}  // namespace swadaya
