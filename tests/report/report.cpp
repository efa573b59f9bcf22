#include "sim/report/report.hpp"

#include <cmath>
#include <filesystem>
#include <nlohmann/json.hpp>

#include "sim/base/error.hpp"
#include "sim/report/pages.hpp"
#include "sim/report/parts.hpp"
#include "sim/results/comparison.hpp"
#include "tests/stage.hpp"

namespace swadaya {

namespace {

constexpr std::uint32_t worlds = 4;

// Outcome k of variant v in world w: 0.1 + v / 10 where k is recovery, k / 100 elsewhere, and a bit
// for the month and world; nothing in month 0.
Series made_up(std::size_t v, std::uint32_t w, int months) {
  Series series{months, {}};
  for (int month = 0; month <= months; ++month)
    for (std::size_t k = 0; k < outcomes().size(); ++k) {
      const double base = k == *outcome_index("recovery") ? 0.1 + 0.1 * static_cast<double>(v)
                                                          : 0.01 * static_cast<double>(k);
      series.values.push_back(
          month == 0 ? nothing : base + 0.001 * month + 0.01 * w * (static_cast<double>(v) + 1));
    }
  return series;
}

struct Folder {
  Experiment experiment;
  Store store;
  explicit Folder(const std::string& toml)
      : experiment{experiment_from(toml)},
        store{std::filesystem::path{file_with("keep", "")}.parent_path().string() + "/out",
              experiment, Existing::overwrite} {
    std::vector<std::size_t> all(experiment.variants.size());
    for (std::size_t v = 0; v < all.size(); ++v) all[v] = v;
    for (std::uint32_t w = 0; w < experiment.replicates; ++w) {
      std::vector<Series> series;
      for (const std::size_t v : all)
        series.push_back(made_up(v, w, experiment.variants[0].scenario.months));
      store.add(w, all, series);
    }
    store.load();
  }
  Reported reported() const { return {experiment, store, all_models(), {}, {}}; }
};

std::string three(const std::string& title) {
  return std::string{small_ward} + "[experiment]\nreplicates = " + std::to_string(worlds) +
         "\ntitle = '" + title +
         "'\noutcomes = [\"recovery\", \"poor_served\"]\nmonths_shown = [20]\n"
         "[[variant]]\nname = \"a\"\n[[variant]]\nname = \"b\"\nset = { \"lending.norm\" = 0.1 }\n"
         "[[variant]]\nname = \"c\"\nset = { \"socialization.meetings\" = 5 }\n";
}

}  // namespace

TEST(Report, HoldsTheFiguresOfTheComparison) {
  const Folder folder{three("three")};
  const auto data = report_data(folder.reported());
  const auto compared = comparison_of(folder.store, data["comparison"]["months"]);
  const auto& rows = data["comparison"]["rows"];
  ASSERT_EQ(rows.size(), compared.size());
  for (std::size_t i = 0; i < rows.size(); ++i) {
    EXPECT_EQ(rows[i][0], compared[i].variant);
    EXPECT_EQ(rows[i][1], compared[i].outcome);
    EXPECT_NEAR(rows[i][5], compared[i].effect.difference,
                1e-5 * std::abs(compared[i].effect.difference) + 1e-12);
    EXPECT_NEAR(rows[i][6], compared[i].effect.low,
                1e-5 * std::abs(compared[i].effect.low) + 1e-12);
  }
  EXPECT_EQ(data["comparison"]["best"][0]["variant"], 2);
  EXPECT_EQ(data["outcome"], *outcome_index("recovery"));
}

TEST(Report, PacksCurvesSoThatTheyCanBeTakenApart) {
  const Folder folder{three("three")};
  const auto data = report_data(folder.reported());
  const std::size_t k = *outcome_index("recovery");
  const double step = data["series"]["steps"][k];
  const auto& months = data["series"]["months"];
  const auto& median = data["series"]["fans"][1][k][2];
  const Sample sample = folder.store.sample(1);
  EXPECT_TRUE(median[0].is_null());
  double now = 0;
  for (std::size_t i = 1; i < months.size(); ++i) {
    now += median[i].get<double>() * step;
    EXPECT_NEAR(now, summary_of(sample.values(months[i], k)).q50, step);
  }
}

TEST(Report, ShowsOfManyPointsTheLowestTheMiddleAndTheHighest) {
  const Folder folder{
      std::string{small_ward} +
      "[experiment]\nreplicates = 2\noutcomes = [\"recovery\"]\nmonths_shown = [20]\n"
      "[sweep]\n[sweep.parameters]\n\"lending.norm\" = { low = 0, high = 1, steps = 21 }\n"};
  const auto data = report_data(folder.reported());
  std::vector<std::string> names;
  for (const auto& variant : data["variants"]) names.push_back(variant["name"]);
  EXPECT_EQ(names, (std::vector<std::string>{"p1", "p6", "p11", "p16", "p21"}));
  EXPECT_FALSE(data["has_baseline"]);
  EXPECT_FALSE(data.contains("comparison"));
}

TEST(Report, SaysWhichSettingsVariantsChange) {
  const Folder folder{three("three")};
  const auto data = report_data(folder.reported());
  for (const auto& row : data["settings"]["rows"])
    if (row[0] == "lending" && row[1] == "norm") {
      EXPECT_TRUE(row[7][0].is_null());
      EXPECT_EQ(row[7][1], "0.1");
      EXPECT_TRUE(row[7][2].is_null());
      return;
    }
  FAIL() << "lending.norm isn't there";
}

TEST(Report, TitlesCannotEndTheirElement) {
  if (*pages_missing) GTEST_SKIP() << pages_missing;
  const Folder folder{three("</script><script>alert(1)</script> & <b>")};
  const std::string html = report_html(folder.reported(), "id");
  EXPECT_FALSE(has(html, "<script>alert"));
  EXPECT_TRUE(has(html, "<title>&lt;/script>&lt;script>alert(1)&lt;/script> &amp; &lt;b></title>"));
  EXPECT_TRUE(has(html, "<html lang=\"id\">"));
  EXPECT_LT(html.size(), 3'000'000u);
}

TEST(Report, NeedsAReplicateThatIsComplete) {
  Folder folder{three("three")};
  const Store empty{folder.store.folder() + "-empty", folder.experiment, Existing::overwrite};
  EXPECT_THROW(report_html({folder.experiment, empty, all_models(), {}, {}}, "en"), BadInput);
}

}  // namespace swadaya
