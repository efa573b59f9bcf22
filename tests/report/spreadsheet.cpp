#include "sim/report/spreadsheet.hpp"

#include <filesystem>

#include "sim/base/csv.hpp"
#include "sim/base/error.hpp"
#include "sim/results/comparison.hpp"
#include "sim/tables/cost_effectiveness.hpp"
#include "sim/tables/presentation.hpp"
#include "tests/report/made_up.hpp"
#include "tests/searched.hpp"
#include "tests/sheets.hpp"

namespace swadaya {

namespace {

std::string written(const Reported& reported, const Wanted& wanted) {
  const std::string file = reported.store.folder() + "/results.xlsx";
  write_spreadsheet(reported, selection_of(reported.store, wanted), file);
  return file;
}

// The column of this heading.
std::size_t place_of(const SheetRows& rows, const std::string& heading) {
  for (std::size_t c = 0; c < rows[0].size(); ++c)
    if (rows[0][c].text == heading) return c;
  ADD_FAILURE() << heading;
  return 0;
}

std::string all_words(const SheetRows& rows) {
  std::string words;
  for (const auto& row : rows)
    for (const SheetCell& cell : row) words += cell.text + "\n";
  return words;
}

}  // namespace

TEST(Spreadsheet, HasTheSheetsOfAComparison) {
  const MadeUpFolder folder{three_variants("Three & more")};
  const std::string file = written(folder.reported(), {});
  EXPECT_EQ(sheet_names(file), (std::vector<std::string>{"read me", "comparison", "series",
                                                         "frontier", "settings", "definitions"}));
  const std::string words = all_words(sheet_of(file, "read me"));
  EXPECT_TRUE(has(words, "Three & more"));
  EXPECT_TRUE(has(words, "4 of 4 are complete in all variants"));
  EXPECT_FALSE(has(words, "Selected"));

  // As comparison.csv, to its last digit.
  const auto csv =
      rows_written(comparison_csv(folder.store, whole_comparison(folder.experiment, folder.store)));
  const SheetRows comparison = sheet_of(file, "comparison");
  EXPECT_EQ(comparison.size(), csv.size());
  const std::size_t low = place_of(comparison, "low"), month = place_of(comparison, "month");
  std::size_t checked = 0;
  for (const auto& line : csv)
    for (const auto& row : comparison)
      if (row.size() > low && line[0] != "variant" && line[0] == row[0].text &&
          line[1] == row[2].text && line[2] == row[month].text && !line[8].empty()) {
        EXPECT_TRUE(row[low].is_number);
        EXPECT_NEAR(std::stod(line[8]), std::stod(row[low].text), 1e-9);
        ++checked;
      }
  EXPECT_GT(checked, outcomes().size());

  const SheetRows series = sheet_of(file, "series");
  EXPECT_EQ(series.size(), 1 + 3 * outcomes().size() *
                                   static_cast<std::size_t>(folder.store.months()));  // not month 0
  EXPECT_EQ(series[1][place_of(series, "month")], (SheetCell{"1", true}));
  EXPECT_EQ(series[2][place_of(series, "month")], (SheetCell{"2", true}));
  const auto frontier = rows_written(cost_effectiveness_csv(folder.experiment, folder.store));
  EXPECT_EQ(sheet_of(file, "frontier").size(), frontier.size());
  EXPECT_EQ(sheet_of(file, "definitions").size(), 1 + outcomes().size());

  const SheetRows settings = sheet_of(file, "settings");
  EXPECT_EQ(settings[0][2].text, "b");
  bool found = false;
  for (const auto& row : settings)
    if (row[0].text == "lending.norm") {
      found = true;
      EXPECT_EQ(row[1], (SheetCell{"3.5", true}));
      EXPECT_EQ(row[2], (SheetCell{"0.1", true}));
      EXPECT_EQ(row[3].text, "");
      EXPECT_FALSE(row.back().text.empty()) << "its source";
    }
  EXPECT_TRUE(found);
}

TEST(Spreadsheet, KeepsToWhatIsSelected) {
  const MadeUpFolder folder{three_variants("three")};
  const std::string file =
      written(folder.reported(), {{"recovery,informed"}, {"7,20"}, {"a", "c"}});
  const SheetRows comparison = sheet_of(file, "comparison"), series = sheet_of(file, "series");
  ASSERT_EQ(comparison.size(), 1u + 2 * 2);  // c against a; month 7 is in no comparison.csv
  for (std::size_t r = 1; r < comparison.size(); ++r) EXPECT_EQ(comparison[r][0].text, "c");
  EXPECT_EQ(comparison[1][place_of(comparison, "month")].text, "7");
  EXPECT_EQ(series.size(), 1u + 2 * 2 * 2);
  for (const auto& row : sheet_of(file, "frontier")) EXPECT_NE(row[2].text, "b");
  EXPECT_EQ(sheet_of(file, "definitions").size(), 3u);
  const SheetRows settings = sheet_of(file, "settings");
  EXPECT_EQ(settings[0][2].text, "c");
  EXPECT_TRUE(has(all_words(sheet_of(file, "read me")), "2 of 3 variants, 2 of "));
}

TEST(Spreadsheet, OfOneVariantHasNothingToCompare) {
  const MadeUpFolder folder{std::string{small_ward} + "[experiment]\nreplicates = 4\n"};
  const std::string file = written(folder.reported(), {});
  EXPECT_EQ(sheet_names(file),
            (std::vector<std::string>{"read me", "series", "settings", "definitions"}));
  EXPECT_FALSE(has(all_words(sheet_of(file, "read me")), "Baseline"));
}

TEST(Spreadsheet, OfASearchHasItsTablesAndTheMonthsThatItKept) {
  const Experiment e = small_optimisation();
  const Store store = Store::open(searched_folder(e, optimisation_search(e), "whole", of_audits));
  Manifest finished;
  finished.status = "finished";
  const std::string file = written({e, store, all_models(), finished, {}}, {{"recovery"}, {}, {}});
  EXPECT_EQ(sheet_names(file), (std::vector<std::string>{"read me", "optimisation", "frontier",
                                                         "series", "settings", "definitions"}));
  EXPECT_GT(sheet_of(file, "frontier").size(), 1u);
  EXPECT_LT(sheet_of(file, "series").size(),
            1 + store.variants().size() * static_cast<std::size_t>(store.months()));
}

TEST(Spreadsheet, RefusesWhatNoSheetHolds) {
  const Experiment e = experiment_from(std::string{small_ward} +
                                           "[experiment]\nreplicates = 1\n[sweep]\n"
                                           "design = \"grid\"\n[sweep.parameters]\n"
                                           "\"lending.norm\" = { low = 0, high = 1, steps = "
                                           "400 }\n",
                                       {"time.months=60"});
  const std::string folder =
      folder_with(e, "large", [](const Values&, std::uint32_t) { return 0.5; });
  const Store store = Store::open(folder);
  const Reported reported{e, store, all_models(), {}, {}};
  try {
    written(reported, {});
    FAIL();
  } catch (const BadInput& bad) {
    EXPECT_TRUE(has(bad.what(), "1048575")) << bad.what();
    EXPECT_TRUE(has(bad.what(), "--outcomes")) << bad.what();
  }
  EXPECT_FALSE(std::filesystem::exists(folder + "/results.xlsx"));
  EXPECT_GT(sheet_of(written(reported, {{"recovery"}, {"60"}, {}}), "sweep").size(), 400u);
  const Store empty{folder + "-empty", e, Existing::overwrite};
  EXPECT_THROW(written({e, empty, all_models(), {}, {}}, {}), BadInput);
}

}  // namespace swadaya
