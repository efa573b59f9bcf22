#include "sim/tables/tables.hpp"

#include <nlohmann/json.hpp>

#include "tests/results/known.hpp"

namespace swadaya {

namespace {

class Tables : public KnownEffect {};

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

}  // namespace

TEST_F(Tables, ShowsTheBaselineFirstAndDifferencesBelow) {
  const Store store = filled(experiment);
  const std::string text = comparison_table(experiment, store);
  EXPECT_TRUE(has(text, "A known effect\n4 replicates, seed 11\n")) << text;
  EXPECT_LT(text.find("As it was"), text.find("Better, and dearer"));
  EXPECT_TRUE(has(line_with(text, "As it was"), "35.0 %")) << text;
  EXPECT_TRUE(has(line_with(text, "Better, and dearer"), "+10.0 [+0.8, +19.2]")) << text;
  EXPECT_TRUE(has(line_with(text, "noisy"), "≈ 0 [-1.8,  +1.8]")) << text;
  EXPECT_TRUE(has(line_with(text, "noisy"), "same")) << text;
  EXPECT_TRUE(has(text, "the sign isn't sure")) << text;
  EXPECT_TRUE(has(text, "Month 10\n") && has(text, "Month 30\n")) << text;
  EXPECT_FALSE(has(text, "\033"));
  EXPECT_TRUE(has(comparison_table(experiment, store, {120, Colour::ansi}), "\033[32m"));
}

TEST_F(Tables, FitsTheTerminal) {
  experiment.outcomes.clear();
  for (const OutcomeInfo& info : outcomes()) experiment.outcomes.push_back(info.name);
  experiment.variants[0].title =
      "A title that goes on and on: each RT has its meetings, the heads their messengers, and so "
      "forth";
  const Store store = filled(experiment);
  for (const std::size_t width : {80u, 120u})
    EXPECT_LE(longest_line(comparison_table(experiment, store, {width, Colour::plain})), width);
}

TEST_F(Tables, DoesNotWriteACertainDifferenceAsZero) {
  Experiment e = experiment;
  e.outcomes = {"gini"};
  const Store store = filled(e);
  EXPECT_TRUE(has(line_with(comparison_table(e, store), "Better"), "+0.01 [+0.01, +0.01]"));
}

TEST_F(Tables, ShowsMeansAndRangesOfAVariantAlone) {
  experiment.variants = {experiment.variants[1]};
  experiment.baseline = 0;
  const Store store = filled(experiment);
  const std::string text = comparison_table(experiment, store);
  // The only variant stands where "good" stands above: 0.25, 0.45, 0.45, 0.65.
  EXPECT_TRUE(has(line_with(text, "informed"), "45.0 % [28.0, 62.0]")) << text;
  EXPECT_FALSE(has(text, "baseline")) << text;
}

TEST_F(Tables, HasNoIntervalsWithOneReplicate) {
  experiment.replicates = 1;
  const Store store = filled(experiment);
  const std::string text = comparison_table(experiment, store);
  EXPECT_TRUE(has(text, "1 replicate, seed 11")) << text;
  EXPECT_TRUE(has(line_with(text, "Better"), "+5.0")) << text;
  EXPECT_FALSE(has(text, "[")) << text;
}

TEST_F(Tables, SaysTheSameInJson) {
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
