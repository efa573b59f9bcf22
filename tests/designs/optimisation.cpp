#include "sim/designs/optimisation.hpp"

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <nlohmann/json.hpp>

#include "sim/base/error.hpp"
#include "sim/results/store.hpp"
#include "sim/tables/optimisation.hpp"
#include "tests/mixed.hpp"

namespace swadaya {

namespace {

std::string folder(const std::string& name) {
  std::string at = std::filesystem::path{file_with("keep", "")}.parent_path().string() + "/" + name;
  std::filesystem::remove_all(at);
  return at;
}

double number(const Values& values, const std::string& key) {
  return std::get<double>(values.at(key));
}

// Recovery without chance: a peak in audits, a rise in meetings, something for the list; nothing
// for saving.
double truth(const Values& v) {
  const double audits = number(v, "supervision.audit_probability"),
               meetings = number(v, "socialization.meetings");
  return 0.5 - 0.3 * std::pow(audits - 0.7, 2) - 0.02 * std::pow(meetings - 3, 2) +
         0.05 * number(v, "supervision.published") * number(v, "coordination.list_kept");
}

// Stores what a simulation would, from `truth` with chance: of the world, which all mixes share,
// and of mix and world. After `left` variants, it stops.
RunMissing runner(Store& store, std::size_t& left) {
  return [&](const Experiment& e, std::size_t first, const std::vector<int>& months) {
    const std::vector<Finished> stored = store.finished();
    for (std::size_t v = 0; v < e.variants.size(); ++v) {
      const Variant& variant = e.variants[v];
      for (std::uint32_t r = 0; r < e.replicates; ++r) {
        if (std::find(stored.begin(), stored.end(), Finished{first + v, r}) != stored.end())
          continue;
        if (left == 0) return false;
        --left;
        const Dice dice{e.seed, variant.first_world + r};
        const auto own = static_cast<std::uint32_t>(std::hash<std::string>{}(variant.title));
        const double recovery = truth(variant.scenario.values) +
                                0.1 * dice.normal({decision_key("test.world")}, 0) +
                                0.01 * dice.normal({decision_key("test.mix")}, own);
        Series series{variant.scenario.months, {}};
        for (int month = 0; month <= series.months; ++month) {
          std::vector<double> row(outcomes().size(), 0.0);
          row[*outcome_index("recovery")] = recovery;
          row[*outcome_index("cost_kRp")] =
              1000 + 12000 * number(variant.scenario.values, "supervision.audit_probability");
          series.values.insert(series.values.end(), row.begin(), row.end());
        }
        store.add(r, {first + v}, {series}, months);
      }
    }
    return true;
  };
}

bool search(const Experiment& e, Store& store, std::size_t left = 1000000) {
  Generations generations{e, store, runner(store, left)};
  const bool done = runner(store, left)(e, 0, {}) && optimisation_search(e).go(generations);
  store.load();
  return done;
}

// The highest truth within a budget, on a grid.
double highest(const Experiment& e, double budget) {
  const LeverSpace space{e.levers};
  double best = -1;
  for (double audits = 0; audits <= 1; audits += 0.01)
    for (double meetings = 0; meetings <= 4; meetings += 0.5)
      for (const double list : {0.0, 1.0}) {
        const Mix mix{audits, meetings, 0, list};
        if (space.spending(mix) > budget) continue;
        Values values = e.variants[0].scenario.values;
        for (const auto& [key, value] : space.values(mix)) values[key] = value;
        best = std::max(best, truth(values));
      }
  return best;
}

double truth_of(const Experiment& e, const Mix& mix) {
  Values values = e.variants[0].scenario.values;
  for (const auto& [key, value] : LeverSpace{e.levers}.values(mix)) values[key] = value;
  return truth(values);
}

}  // namespace

TEST(Optimisation, FindsTheBestMixAndHoldsEveryBudget) {
  const Experiment e = experiment_from(mixed_file(of_recovery));
  Store store{folder("all"), e, Existing::refuse};
  ASSERT_TRUE(search(e, store));
  const OptimisationResult r = optimisation_result(e, store);
  EXPECT_EQ(r.candidates.size(), 80u);
  EXPECT_EQ(r.fresh_worlds, 36u);
  ASSERT_EQ(r.frontier.size(), 4u);
  for (const FrontierPoint& p : r.frontier) {
    const Finalist& one = r.finalists[p.finalist];
    EXPECT_LE(one.spending, p.budget);
    EXPECT_GT(truth_of(e, one.mix), highest(e, p.budget) - 0.012) << p.budget;
    // The interval in fresh worlds, in percentage points.
    const double gain = 100 * (truth_of(e, one.mix) - truth(e.variants[0].scenario.values));
    EXPECT_LT(one.value.low, gain + 0.5);
    EXPECT_GT(one.value.high, gain - 0.5);
    EXPECT_EQ(one.value.n, 36u);
  }
  EXPECT_EQ(r.point().budget, 6000);
  EXPECT_EQ(r.point().finalist, 0u);
  EXPECT_EQ(r.role(0), "best");
  // The simulated cost stands beside what the levers cost.
  EXPECT_NEAR(r.best().cost.difference, 12000 * (r.best().mix[0] - 0.04), 1e-6);
  // Fresh worlds: none of those of the search.
  for (std::size_t v = 0; v < store.variants().size(); ++v)
    EXPECT_EQ(store.variants()[v].first_world > 0, store.variants()[v].name.starts_with("fresh"));
}

TEST(Optimisation, SaysWhatIsFlat) {
  const Experiment e = experiment_from(mixed_file(of_recovery));
  Store store{folder("flat"), e, Existing::refuse};
  ASSERT_TRUE(search(e, store));
  const OptimisationResult r = optimisation_result(e, store);
  EXPECT_TRUE(r.top[2].is_flat);
  EXPECT_EQ(r.top[2].settings.front(), 0);
  EXPECT_EQ(r.top[2].settings.back(), 6);
  EXPECT_FALSE(r.top[0].is_flat);
  EXPECT_FALSE(r.top[1].is_flat);
  EXPECT_FALSE(r.top[3].is_flat);
  EXPECT_GT(r.top[0].settings.front(), 0.1);
  const std::string table = optimisation_table(e, r);
  EXPECT_TRUE(
      has(table, "Without consequence that can be told, from one end to the other: saving."))
      << table;
  EXPECT_TRUE(has(table, "In 36 fresh worlds that gains")) << table;
  EXPECT_TRUE(has(table, "What other budgets would buy")) << table;
}

TEST(Optimisation, WritesAllMixesAndTheFrontier) {
  const Experiment e = experiment_from(mixed_file(of_recovery));
  Store store{folder("files"), e, Existing::refuse};
  ASSERT_TRUE(search(e, store));
  const OptimisationResult r = optimisation_result(e, store);
  const std::string all = optimisation_csv(r), frontier = frontier_csv(r);
  EXPECT_EQ(static_cast<std::size_t>(std::count(all.begin(), all.end(), '\n')),
            1 + r.candidates.size() + r.finalists.size());
  EXPECT_TRUE(
      all.starts_with("mix,worlds,role,generation,supervision.audit_probability,meetings,"
                      "saving,list,spending_kRp,cost_kRp,"))
      << all.substr(0, 200);
  EXPECT_EQ(std::count(frontier.begin(), frontier.end(), '\n'), 5);
  const auto json = optimisation_json(e, r);
  EXPECT_EQ(json["frontier"].size(), 4u);
  EXPECT_EQ(json["levers"][2]["is_flat"], true);
  EXPECT_EQ(json["best"]["value"]["difference"], r.best().value.difference);
  EXPECT_LT(json["best"]["value"]["low"], json["best"]["value"]["high"]);
}

TEST(Optimisation, GoesOnWhereItWasStoppedWithTheSameBits) {
  const Experiment e = experiment_from(mixed_file(of_recovery));
  Store whole{folder("whole"), e, Existing::refuse};
  ASSERT_TRUE(search(e, whole));
  const std::string torn = folder("torn");
  { const Store made{torn, e, Existing::refuse}; }
  std::size_t sittings = 1;
  while (true) {
    Store store = Store::open(torn, Access::write);
    // As `resume` does: from the file that was written.
    const Experiment again = experiment_from(resolved_toml(e, all_models()));
    if (search(again, store, 101)) break;
    ASSERT_LT(++sittings, 100u);
  }
  EXPECT_GT(sittings, 5u);
  Store store = Store::open(torn);
  const OptimisationResult of_torn = optimisation_result(e, store),
                           of_whole = optimisation_result(e, whole);
  EXPECT_EQ(optimisation_csv(of_torn), optimisation_csv(of_whole));
  EXPECT_EQ(frontier_csv(of_torn), frontier_csv(of_whole));
}

TEST(Optimisation, WeighsSeveralOutcomesInTheirGoodDirection) {
  const Experiment e = experiment_from(mixed_file(
      "outcomes = { recovery = 2, leakage = 0.5, cost_kRp = 1 }\nmonth = 24\nbudget = 0\n"));
  const Aim aim = optimisation_of(e).aim;
  Sample sample{{24}, outcomes().size(), 1};
  const auto set = [&](const char* name, double x) { sample.set(24, *outcome_index(name), 0, x); };
  set("recovery", 0.8), set("leakage", 0.1), set("cost_kRp", 30000);
  ASSERT_EQ(aim.values(sample).size(), 1u);
  EXPECT_NEAR(aim.values(sample)[0], 2 * 80 - 0.5 * 10 - 30, 1e-9);
  EXPECT_EQ(aim.unit(), "");
  EXPECT_TRUE(has(aim.name(), "recovery") && has(aim.name(), " - 0.5 leakage")) << aim.name();
}

}  // namespace swadaya
