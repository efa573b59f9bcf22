// The report stays a file that can be mailed, whatever the experiment.
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "sim/report/odd.hpp"
#include "sim/report/pages.hpp"
#include "sim/report/parts.hpp"
#include "sim/report/report.hpp"
#include "tests/stored.hpp"

namespace swadaya {

namespace {

constexpr std::size_t most = 3'000'000;  // bytes

// Every outcome of every variant differs, in all digits; months shown are stored.
std::string full_folder(const Experiment& e, const std::string& name) {
  const std::string folder = store_of(name);
  Store store{folder, e, Existing::overwrite};
  for (std::uint32_t r = 0; r < e.replicates; ++r)
    for (std::size_t v = 0; v < e.variants.size(); ++v) {
      Series series{e.variants[v].scenario.months, {}};
      const auto who = static_cast<std::uint32_t>(v * outcomes().size());
      for (int month = 0; month <= series.months; ++month)
        for (std::uint32_t k = 0; k < outcomes().size(); ++k)
          series.values.push_back(Dice{1, r}.uniform(
              {decision_key("test.size"), static_cast<std::uint16_t>(month)}, who + k));
      store.add(r, {v}, {series}, e.months_shown);
    }
  return folder;
}

std::size_t size_of(const Experiment& e, const std::string& name) {
  Store store = Store::open(full_folder(e, name));
  store.load();
  return report_html({e, store, all_models(), {}, {}}, "en").size();
}

std::string everything_shown() {
  std::string names, months;
  for (const OutcomeInfo& info : outcomes())
    names += (names.empty() ? "" : ", ") + ('"' + info.name + '"');
  for (int month = 1; month <= 30; ++month)
    months += (month == 1 ? "" : ", ") + std::to_string(month);
  return fmt::format("outcomes = [{}]\nmonths_shown = [{}]\n", names, months);
}

const std::string points_of_four =
    "\"lending.norm\" = { low = 0, high = 1 }\n\"lending.tau\" = { low = 0.1, high = 1 }\n"
    "\"programme.grant\" = { low = 10000, high = 400000 }\n"
    "\"targeting.quota\" = { low = 0.1, high = 0.3 }\n";

}  // namespace

TEST(ReportSize, OfTenThousandPointsItIsUnderThreeMegabytes) {
  if (*pages_missing) GTEST_SKIP() << pages_missing;
  const Experiment e = experiment_from(
      std::string{small_ward} +
      "[experiment]\nreplicates = 1\noutcomes = [\"informed\", \"participation_poor\", "
      "\"poor_served\", \"reported_repayment\", \"recovery\", \"capital_left\", "
      "\"group_survival\", \"self_reliance\"]\nmonths_shown = [30]\n"
      "[sweep]\ndesign = \"sobol\"\npoints = 10000\n[sweep.parameters]\n" +
      points_of_four);
  ASSERT_EQ(e.variants.size(), 10000u);
  EXPECT_LT(size_of(e, "points"), most);
  const std::string odd = odd_of(e, all_models(), {});
  EXPECT_LT(odd.size(), 100'000u) << "points aren't listed one by one";
  EXPECT_TRUE(has(odd, "10000 points that differ in\n\n- `lending.norm`: "));
}

TEST(ReportSize, OfEveryOutcomeAtEveryMonthItIsUnderThreeMegabytes) {
  if (*pages_missing) GTEST_SKIP() << pages_missing;
  const std::string head =
      std::string{small_ward} + "[experiment]\nreplicates = 3\n" + everything_shown();
  std::string variants;
  for (int v = 0; v < 30; ++v)
    variants += fmt::format("[[variant]]\nname = \"v{}\"\nset = {{ \"lending.norm\" = {} }}\n", v,
                            0.01 * v);
  EXPECT_LT(size_of(experiment_from(head + variants), "compared"), most);
  EXPECT_LT(size_of(experiment_from(head +
                                    "[sweep]\ndesign = \"lhs\"\npoints = 300\n"
                                    "[sweep.parameters]\n" +
                                    points_of_four),
                    "swept"),
            most);
  EXPECT_LT(size_of(experiment_from(head +
                                    "[sensitivity]\nmethod = \"sobol\"\npoints = 8\n"
                                    "second_order = true\n[sensitivity.parameters]\n" +
                                    points_of_four),
                    "sensitive"),
            most);
}

TEST(ReportSize, OfManyMonthsTheLastAreTold) {
  const Experiment e = experiment_from(std::string{small_ward} + "[experiment]\nreplicates = 2\n" +
                                       everything_shown() +
                                       "[[variant]]\nname = \"a\"\n"
                                       "[[variant]]\nname = \"b\"\n");
  EXPECT_EQ(report_months(e), std::vector<int>{30});
  Experiment few = e;
  few.outcomes.resize(4);
  EXPECT_EQ(report_months(few).size(), 12u);
  few.months_shown = {12, 30};
  EXPECT_EQ(report_months(few), few.months_shown);
}

TEST(ReportSize, TheModelsDescriptionListsLeversAloneWhereCombinationsAreMany) {
  std::string levers;
  for (int l = 0; l < 7; ++l)
    levers += fmt::format(
        "[[factorial.lever]]\nname = \"l{}\"\nset = {{ \"{}\" = {} }}\n", l,
        std::vector<std::string>{"lending.norm", "lending.tau", "lending.erosion",
                                 "socialization.meetings", "groups.founding", "targeting.quota",
                                 "supervision.sanction"}[static_cast<std::size_t>(l)],
        l == 3 ? 5.0 : 0.11);
  const Experiment e = experiment_from(std::string{small_ward} + "[experiment]\n" + levers);
  ASSERT_EQ(e.variants.size(), 128u);
  const std::string odd = odd_of(e, all_models(), {});
  for (int l = 0; l < 7; ++l) EXPECT_TRUE(has(odd, fmt::format("- **l{}**: ", l))) << l;
  EXPECT_FALSE(has(odd, "**l0 + l1**"));
  EXPECT_TRUE(has(odd, "- and all combinations of these\n"));
}

}  // namespace swadaya
