#include "sim/results/comparison.hpp"

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <sstream>
#include <unistd.h>

#include "sim/tables/tables.hpp"

namespace swadaya {

namespace {

std::size_t outcome(const char* name) { return *outcome_index(name); }

// Baseline: informed 0.2, 0.3, 0.4, 0.5 in four worlds; gini 0.4; cost 1000 kRp; 10 poor served.
// "good" adds what the differences below say to each world; "noisy" adds +-0.01 to informed by
// turns.
class Comparison : public testing::Test {
 protected:
  static constexpr int last = 30;
  Comparison() {
    const auto* test = testing::UnitTest::GetInstance()->current_test_info();
    folder_ =
        testing::TempDir() + "swadaya-comparison-" + test->name() + "-" + std::to_string(getpid());
    std::filesystem::remove_all(folder_);
    experiment.name = "known";
    experiment.title = "A known effect";
    experiment.replicates = 4;
    experiment.seed = 11;
    for (const auto& [name, title] :
         {std::pair{"good", "Better, and dearer"}, {"base", "As it was"}, {"noisy", ""}}) {
      experiment.variants.push_back({name, title, {}});
      experiment.variants.back().scenario.months = last;
    }
    experiment.baseline = 1;
    experiment.outcomes = {"informed", "gini", "delay"};
    experiment.months_shown = {10, last};
  }

  Series series(std::size_t variant, std::uint32_t replicate) const {
    Series s{last, std::vector<double>((last + 1) * outcomes().size(), 0.0)};
    for (int month = 0; month <= last; ++month) {
      const auto at = [&](const char* name) -> double& {
        return s.values[static_cast<std::size_t>(month) * outcomes().size() + outcome(name)];
      };
      at("informed") = 0.2 + 0.1 * replicate;
      at("gini") = 0.4;
      at("cost_kRp") = 1000;
      at("poor_served") = 10;
      at("delay") = std::nan("");
      if (variant == 0) {
        at("informed") += replicate % 2 == 0 ? 0.05 : 0.15;
        at("gini") += 0.0001;
        at("cost_kRp") += 500;
        at("poor_served") += replicate % 2 == 0 ? 4 : 6;
      }
      if (variant == 2) at("informed") += replicate % 2 == 0 ? 0.01 : -0.01;
    }
    return s;
  }

  Store filled(const Experiment& e) const {
    {
      Store store{folder_, e, Existing::overwrite};
      for (std::uint32_t r = 0; r < e.replicates; ++r)
        for (std::size_t v = 0; v < e.variants.size(); ++v) store.add(r, {v}, {series(v, r)});
    }
    return Store::open(folder_);
  }

  Experiment experiment;

 private:
  std::string folder_;
};

std::string line_with(const std::string& text, const std::string& part) {
  std::istringstream lines{text};
  for (std::string line; std::getline(lines, line);)
    if (line.find(part) != std::string::npos) return line;
  return "";
}

std::size_t longest_line(const std::string& text) {
  std::istringstream lines{text};
  std::size_t longest = 0;
  for (std::string line; std::getline(lines, line);) {
    std::size_t characters = 0;
    for (const char c : line) characters += (static_cast<unsigned char>(c) & 0xC0) != 0x80 ? 1 : 0;
    longest = std::max(longest, characters);
  }
  return longest;
}

bool has(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

const Compared& compared(const std::vector<Compared>& all, std::size_t variant, const char* name) {
  return *std::find_if(all.begin(), all.end(), [&](const Compared& c) {
    return c.variant == variant && c.outcome == outcome(name);
  });
}

}  // namespace

TEST_F(Comparison, FindsAKnownEffectAndItsPrice) {
  const Store store = filled(experiment);
  const std::vector<Compared> all = comparison_of(store, {last});
  EXPECT_EQ(all.size(), 2 * outcomes().size());
  const Compared& informed = compared(all, 0, "informed");  // differences 0.05, 0.15, 0.05, 0.15
  EXPECT_NEAR(informed.effect.baseline_mean, 0.35, 1e-12);
  EXPECT_NEAR(informed.effect.difference, 0.1, 1e-12);
  EXPECT_NEAR(informed.effect.standard_error, 0.0288675135, 1e-9);
  EXPECT_NEAR(informed.effect.low, 0.1 - 3.182446305 * 0.0288675135, 1e-8);
  EXPECT_EQ(informed.cost_difference, 500);
  EXPECT_NEAR(informed.cost_per_unit, 50, 1e-9);  // 500 kRp for ten points
  EXPECT_NEAR(compared(all, 0, "poor_served").cost_per_unit, 100, 1e-9);
}

TEST_F(Comparison, PutsNoPriceOnHarmOrChanceOrCost) {
  const Store store = filled(experiment);
  const std::vector<Compared> all = comparison_of(store, {last});
  EXPECT_TRUE(compared(all, 0, "gini").effect.can_be_told_from_zero());
  EXPECT_TRUE(std::isnan(compared(all, 0, "gini").cost_per_unit));
  EXPECT_TRUE(std::isnan(compared(all, 2, "informed").cost_per_unit));
  EXPECT_FALSE(compared(all, 2, "informed").effect.can_be_told_from_zero());
  EXPECT_TRUE(std::isnan(compared(all, 0, "cost_kRp").cost_per_unit));
}

TEST_F(Comparison, SaysWhatItCostsToReachThePoor) {
  const Store store = filled(experiment);
  const std::vector<Served> all = served_by(store, {last});
  ASSERT_EQ(all.size(), 3u);
  EXPECT_NEAR(all[0].cost_per_household, 100, 1e-9);        // 1500 / 15
  EXPECT_NEAR(all[0].cost_per_extra_household, 100, 1e-9);  // 500 / 5
  EXPECT_NEAR(all[1].cost_per_household, 100, 1e-9);        // 1000 / 10
  EXPECT_TRUE(std::isnan(all[1].cost_per_extra_household));
  EXPECT_TRUE(std::isnan(all[2].cost_per_extra_household));
}

TEST_F(Comparison, ComparesAtEachYearTheMonthsShownAndTheLast) {
  EXPECT_EQ(months_compared(30, {10, 24}), (std::vector<int>{10, 12, 24, 30}));
  EXPECT_EQ(months_compared(6, {}), std::vector<int>{6});
}

TEST_F(Comparison, WritesItsCsvWithEmptyCellsWhereThereIsNoNumber) {
  const Store store = filled(experiment);
  const std::string csv = comparison_csv(experiment, store);
  EXPECT_EQ(csv.substr(0, csv.find('\n')),
            "variant,outcome,month,baseline_mean,variant_mean,difference,standard_error,low,high,"
            "cost_difference_kRp,cost_per_unit");
  EXPECT_EQ(line_with(csv, "good,informed,30"),
            "good,informed,30,0.35,0.45,0.1,0.02886751346,0.008130688448,0.1918693116,500,50");
  EXPECT_EQ(line_with(csv, "good,delay,30"), "good,delay,30,,,,,,,500,");
  EXPECT_EQ(line_with(csv, "noisy,informed,10"),
            "noisy,informed,10,0.35,0.35,0,0.005773502692,-0.01837386231,0.01837386231,0,");
  EXPECT_FALSE(has(csv, "\nbase,"));
  EXPECT_EQ(std::count(csv.begin(), csv.end(), '\n'),
            static_cast<std::ptrdiff_t>(1 + 2 * 4 * outcomes().size()));
}

TEST_F(Comparison, WritesTheSeriesOfEveryVariantMonthAndOutcome) {
  const Store store = filled(experiment);
  const std::string csv = series_csv(experiment, store);
  EXPECT_EQ(csv.substr(0, csv.find('\n')), "variant,month,outcome,n,mean,sd,q05,q25,q50,q75,q95");
  EXPECT_EQ(line_with(csv, "base,7,informed,"),
            "base,7,informed,4,0.35,0.1290994449,0.215,0.275,0.35,0.425,0.485");
  EXPECT_EQ(line_with(csv, "base,7,delay,"), "base,7,delay,0,,,,,,,");
  EXPECT_EQ(std::count(csv.begin(), csv.end(), '\n'),
            static_cast<std::ptrdiff_t>(1 + 3 * (last + 1) * outcomes().size()));
}

TEST_F(Comparison, ShowsTheBaselineFirstAndDifferencesBelow) {
  const Store store = filled(experiment);
  const std::string text = comparison_table(experiment, store);
  EXPECT_TRUE(has(text, "A known effect\n4 replicates, seed 11\n")) << text;
  EXPECT_LT(text.find("As it was"), text.find("Better, and dearer"));
  EXPECT_TRUE(has(line_with(text, "As it was"), "35.0 %")) << text;
  EXPECT_TRUE(has(line_with(text, "Better, and dearer"), "+10.0 [+0.8, +19.2]")) << text;
  EXPECT_TRUE(has(line_with(text, "noisy"), "≈ 0 [-1.8,  +1.8]")) << text;
  EXPECT_TRUE(has(line_with(text, "noisy"), "same")) << text;
  EXPECT_TRUE(has(text, "not distinguishable from zero")) << text;
  EXPECT_TRUE(has(text, "Month 10\n") && has(text, "Month 30\n")) << text;
  EXPECT_FALSE(has(text, "\033"));
  EXPECT_TRUE(has(comparison_table(experiment, store, {120, Colour::ansi}), "\033[32m"));
}

TEST_F(Comparison, FitsTheTerminal) {
  experiment.outcomes.clear();
  for (const OutcomeInfo& info : outcomes()) experiment.outcomes.push_back(info.name);
  experiment.variants[0].title =
      "A title that goes on and on: each RT has its meetings, the heads their messengers, and so "
      "forth";
  const Store store = filled(experiment);
  for (const std::size_t width : {80u, 120u})
    EXPECT_LE(longest_line(comparison_table(experiment, store, {width, Colour::plain})), width);
}

TEST_F(Comparison, DoesNotWriteACertainDifferenceAsZero) {
  Experiment e = experiment;
  e.outcomes = {"gini"};
  const Store store = filled(e);
  EXPECT_TRUE(has(line_with(comparison_table(e, store), "Better"), "+0.01 [+0.01, +0.01]"));
}

TEST_F(Comparison, ShowsMeansAndRangesOfAVariantAlone) {
  experiment.variants = {experiment.variants[1]};
  experiment.baseline = 0;
  const Store store = filled(experiment);
  const std::string text = comparison_table(experiment, store);
  // The only variant stands where "good" stands above: 0.25, 0.45, 0.45, 0.65.
  EXPECT_TRUE(has(line_with(text, "informed"), "45.0 % [28.0, 62.0]")) << text;
  EXPECT_FALSE(has(text, "baseline")) << text;
}

TEST_F(Comparison, HasNoIntervalsWithOneReplicate) {
  experiment.replicates = 1;
  const Store store = filled(experiment);
  const std::string text = comparison_table(experiment, store);
  EXPECT_TRUE(has(text, "1 replicate, seed 11")) << text;
  EXPECT_TRUE(has(line_with(text, "Better"), "+5.0")) << text;
  EXPECT_FALSE(has(text, "[")) << text;
}

TEST_F(Comparison, SaysTheSameInJson) {
  const Store store = filled(experiment);
  const nlohmann::json json = comparison_json(experiment, store);
  EXPECT_EQ(json["replicates"], 4);
  EXPECT_EQ(json["baseline"], "base");
  int seen = 0;
  for (const auto& row : json["rows"])
    if (row["variant"] == "good" && row["outcome"] == "informed" && row["month"] == last) {
      ++seen;
      EXPECT_NEAR(row["difference"].get<double>(), 0.1, 1e-12);
      EXPECT_TRUE(row["can_be_told_from_zero"].get<bool>());
      EXPECT_NEAR(row["cost_per_unit"].get<double>(), 50, 1e-9);
    } else if (row["outcome"] == "delay") {
      EXPECT_TRUE(row["mean"].is_null());
    }
  EXPECT_EQ(seen, 1);
  EXPECT_EQ(json["served"].size(), 6u);
}

}  // namespace swadaya
