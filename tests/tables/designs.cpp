#include "sim/tables/designs.hpp"

#include <set>

#include "sim/designs/designs.hpp"
#include "tests/stage.hpp"

namespace swadaya {

namespace {

std::vector<std::string> files_of(const std::string& design, std::size_t variants) {
  Experiment experiment;
  experiment.design = design;
  experiment.variants.resize(variants);
  std::vector<std::string> files;
  for (const ResultTable& table : presentation_of(experiment).tables) files.push_back(table.file);
  return files;
}

}  // namespace

// Whoever adds a design and forgets its tables hears of it here.
TEST(TablesDesigns, EachHaveTheirOwnFile) {
  std::set<std::string> first;
  for (const Design* design : designs()) {
    const std::vector<std::string> files = files_of(design->names[0], 2);
    ASSERT_FALSE(files.empty());
    std::string all;
    for (const std::string& file : files) all += file + " ";
    EXPECT_TRUE(first.insert(all).second) << design->called << ": " << all;
  }
}

TEST(TablesDesigns, HaveAllMonthsOfFewPointsAlone) {
  EXPECT_EQ(files_of("sweep", 100), (std::vector<std::string>{"sweep.csv", "series.csv"}));
  EXPECT_EQ(files_of("sweep", 101), std::vector<std::string>{"sweep.csv"});
  EXPECT_EQ(files_of("factorial", 256),
            (std::vector<std::string>{"series.csv", "comparison.csv", "factorial.csv"}));
  EXPECT_EQ(files_of("", 1), std::vector<std::string>{"series.csv"});
  EXPECT_EQ(files_of("", 200).size(), 5u);
}

}  // namespace swadaya
