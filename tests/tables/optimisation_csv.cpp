// optimisation.csv and frontier.csv.
#include "sim/base/csv.hpp"
#include "sim/tables/optimisation.hpp"
#include "tests/searched.hpp"

namespace swadaya {

TEST(OptimisationCsv, HasEveryMixAndItsFigures) {
  const Experiment e = small_optimisation();
  const OptimisationResult r = optimisation_result(e, optimised_store(e, "o"));
  const Csv csv = read_csv(file_with("optimisation.csv", optimisation_csv(r)));
  ASSERT_EQ(csv.rows.size(), r.candidates.size() + r.finalists.size());
  const auto field = [&](std::size_t row, const char* name) {
    return csv.rows[row].fields[csv.column(name).value()];
  };
  std::vector<Problem> problems;
  for (std::size_t c = 0; c < r.candidates.size(); ++c) {
    EXPECT_EQ(field(c, "worlds"), "search");
    EXPECT_EQ(field(c, "list"), r.levers[1].text_of(r.candidates[c].mix[1]));
    EXPECT_NEAR(std::stod(field(c, "spending_kRp")), r.candidates[c].spending, 1e-5);
    EXPECT_EQ(field(c, "as_good"), "");
  }
  const std::size_t best = r.candidates.size();
  EXPECT_EQ(field(best, "worlds"), "fresh");
  EXPECT_EQ(field(best, "role"), "best");
  EXPECT_EQ(field(best, "as_good"), "yes");
  EXPECT_NEAR(std::stod(field(best, "difference")), r.best().value.difference, 1e-6);
}

TEST(OptimisationCsv, TheFrontierRisesWithTheBudget) {
  const Experiment e = small_optimisation();
  const OptimisationResult r = optimisation_result(e, optimised_store(e, "o"));
  const Csv csv = read_csv(file_with("frontier.csv", frontier_csv(r)));
  ASSERT_EQ(csv.rows.size(), 3u);
  double last = -1;
  for (const Csv::Row& row : csv.rows) {
    EXPECT_LE(std::stod(row.fields[csv.column("spending_kRp").value()]), std::stod(row.fields[0]));
    const double difference = std::stod(row.fields[csv.column("difference").value()]);
    EXPECT_GT(difference, last);
    last = difference;
  }
}

}  // namespace swadaya
