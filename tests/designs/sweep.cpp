#include "sim/designs/sweep.hpp"

#include <cmath>
#include <set>
#include <tuple>

#include "sim/base/notes.hpp"
#include "sim/jobs/run_jobs.hpp"
#include "sim/results/store.hpp"
#include "tests/stage.hpp"

namespace swadaya {

namespace {

double number(const Experiment& e, std::size_t point, const std::string& key) {
  return std::get<double>(e.variants[point].scenario.values.at(key));
}

}  // namespace

TEST(Sweep, GridHasEveryCombination) {
  const Experiment e = experiment_from(
      std::string{small_ward} +
      "[sweep]\ndesign = \"grid\"\n[sweep.parameters]\n\"lending.norm\" = [0, 0.5]\n"
      "\"coordination.sequence\" = \"range\"\nlending = { tau = { low = 0.1, high = 0.3, steps = 3 } }\n");
  ASSERT_EQ(e.variants.size(), 12u);
  EXPECT_EQ(e.design, "sweep");
  EXPECT_EQ(swept_keys(e),
            (std::vector<std::string>{"coordination.sequence", "lending.norm", "lending.tau"}));
  std::set<std::tuple<double, double, double>> points;
  for (std::size_t p = 0; p < 12; ++p)
    points.insert({number(e, p, "lending.norm"), number(e, p, "lending.tau"),
                   number(e, p, "coordination.sequence")});
  EXPECT_EQ(points.size(), 12u);
  EXPECT_TRUE(points.contains({0.5, 0.1 + (0.3 - 0.1) * 1 / 2, 1.0}));
  EXPECT_EQ(e.variants[0].name, "p1");
  EXPECT_TRUE(has(e.variants[0].title, "norm 0"));
  EXPECT_TRUE(has(e.variants[11].title, "norm 0.5"));
}

TEST(Sweep, FillsTheRangesOfWhatItSweeps) {
  for (const char* design : {"lhs", "sobol"}) {
    const Experiment e = experiment_from(
        std::string{small_ward} + "[experiment]\nseed = 4\n[sweep]\npoints = 32\ndesign = \"" +
        design +
        "\"\n[sweep.parameters]\n\"lending.norm\" = \"range\"\n\"groups.size\" = { low = 4, high = 7 }\n"
        "\"supervision.published\" = \"range\"\n");
    ASSERT_EQ(e.variants.size(), 32u);
    std::vector<int> slices(32, 0), sizes(10, 0), published(2, 0);
    for (std::size_t p = 0; p < 32; ++p) {
      ++slices[static_cast<std::size_t>(number(e, p, "lending.norm") / 6 * 32)];  // 0 .. 6
      ++sizes[static_cast<std::size_t>(number(e, p, "groups.size"))];
      ++published[static_cast<std::size_t>(number(e, p, "supervision.published"))];
    }
    EXPECT_EQ(slices, std::vector<int>(32, 1)) << design;
    for (std::size_t size = 4; size <= 7; ++size) EXPECT_EQ(sizes[size], 8) << design;
    EXPECT_EQ(published[0], 16) << design;
  }
}

TEST(Sweep, TakesItsPointsFromAList) {
  file_with("points.csv",
            "lending.norm,models.lending\n0.1,repayment-odds\n0.2,strategic-repayment\n");
  const Experiment e = experiment_from(std::string{small_ward} +
                                       "[sweep]\ndesign = \"list\"\nfile = \"points.csv\"\n");
  ASSERT_EQ(e.variants.size(), 2u);
  EXPECT_EQ(number(e, 1, "lending.norm"), 0.2);
  file_with("points.csv", "lending.norm\n0.1\n9\n");
  const std::string why =
      refusal(std::string{small_ward} + "[sweep]\ndesign = \"list\"\nfile = \"points.csv\"\n");
  EXPECT_TRUE(has(why, "points.csv:3") && has(why, "between 0 and 6")) << why;
}

TEST(Sweep, RefusesWhatItCannotSweep) {
  for (const auto& [lines, part] : std::vector<std::pair<std::string, std::string>>{
           {"[sweep]\ndesign = \"gird\"\n", "nearest: grid"},
           {"[sweep]\npoints = 0\n", "whole number between 1 and"},
           {"[sweep]\n", "no parameter to move"},
           {"[sweep.parameters]\n\"lending.norm\" = { low = 0, high = 9 }\n", "between 0 and 6"},
           {"[sweep.parameters]\n\"lending.norm\" = { low = 2, high = 1 }\n", "`low` < `high`"},
           {"[sweep.parameters]\n\"lending.nrom\" = [1]\n", "did you mean `lending.norm`"},
           {"[sweep.parameters]\n\"lending.nrom\" = \"range\"\n", "no such parameter"},
           {"[sweep.parameters]\n\"socialization.telling_lasts\" = \"range\"\n", "no range"},
           {"[sweep]\ndesign = \"list\"\nfile = \"nowhere.csv\"\n", "nowhere.csv"}})
    EXPECT_TRUE(has(refusal(lines), part)) << lines << refusal(lines);
}

TEST(Sweep, RunsInJobsOfSixteen) {
  const Experiment e = experiment_from(
      std::string{small_ward} +
      "[experiment]\nreplicates = 2\n[sweep.parameters]\n\"lending.norm\" = { low = 0, high = 1, steps = 40 }\n");
  const std::vector<Job> jobs = jobs_of(e);
  ASSERT_EQ(jobs.size(), 6u);
  EXPECT_EQ(jobs[2].variants.size(), 8u);
  EXPECT_EQ(jobs[2].replicate, 0u);
  EXPECT_EQ(jobs[2].world, 0u);
}

TEST(Sweep, WritesARowAPointAndOutcome) {
  const Experiment e = experiment_from(
      std::string{small_ward} +
      "[experiment]\nreplicates = 3\noutcomes = [\"informed\", \"recovery\"]\nmonths_shown = [12, 30]\n"
      "[sweep.parameters]\n\"socialization.attendance\" = [0.01, 0.05, 0.2]\n");
  Store store{file_with("keep", "") + "-results", e, Existing::overwrite};
  run_jobs(e, all_models(), {}, [&](const Job& job, const std::vector<Series>& series) {
    store.add(job.replicate, job.variants, series);
  });
  store.load();
  const std::string csv = sweep_csv(e, store, all_models());
  EXPECT_TRUE(has(csv,
                  "point,socialization.attendance,outcome,month,n,mean,sd,low,high\n"
                  "p1,0.01,informed,12,3,"))
      << csv;
  EXPECT_EQ(std::count(csv.begin(), csv.end(), '\n'), 1 + 3 * 2 * 2);
  EXPECT_EQ(rank_correlations(e, swept_keys(e), {0.1, 0.3, 0.9}), std::vector<double>{1});
  EXPECT_EQ(rank_correlations(e, swept_keys(e), {0.1, nothing, -0.9}), std::vector<double>{-1});
}

TEST(Sweep, ACorrelationHasAnIntervalThatShrinksWithPoints) {
  const CorrelationInterval few = correlation_interval(0.5, 20),
                            many = correlation_interval(0.5, 500);
  // Fisher's z by hand: atanh(0.5) +- 1.96 sqrt(1.125 / 17).
  EXPECT_NEAR(few.low, std::tanh(0.549306 - 1.96 * std::sqrt(1.125 / 17)), 1e-5);
  EXPECT_NEAR(few.high, std::tanh(0.549306 + 1.96 * std::sqrt(1.125 / 17)), 1e-5);
  EXPECT_GT(many.low, few.low);
  EXPECT_TRUE(std::isnan(correlation_interval(0.5, 3).low));
  EXPECT_LE(correlation_interval(1, 50).high, 1);
}

// As R and spreadsheets write a list: its rows counted, TRUE in capitals; a repeat is said.
TEST(Sweep, TakesAListAsProgramsWriteIt) {
  file_with(
      "points.csv",
      "\"\";\"lending.norm\";\"programme.full_repayment_first\"\n1;0,1;TRUE\n2;0,2;FALSE\n3;0,2;FALSE\n4;0,1;TRUE\n");
  std::string heard;
  listen_to_notes([&](const std::string& line) { heard += line + "\n"; });
  const std::string list = "[sweep]\ndesign = \"list\"\nfile = \"points.csv\"\n";
  const Experiment e = experiment_from(std::string{small_ward} + list);
  file_with("points.csv", "lending.norm\n0.1\n0.2\n0.1\n");
  experiment_from(std::string{small_ward} + list);
  listen_to_notes({});
  ASSERT_EQ(e.variants.size(), 4u);
  EXPECT_EQ(number(e, 1, "lending.norm"), 0.2);
  EXPECT_TRUE(has(heard, "points.csv: left alone, as it counts the rows: column 1\n")) << heard;
  EXPECT_TRUE(has(heard, "points.csv: the same point again: line 4 as 2\n")) << heard;
  for (const auto& [text, part] : std::vector<std::pair<std::string, std::string>>{
           {"lending.norm,lending.tau\n0.1,\n", "points.csv:2: lending.tau: has no value"},
           {"lending.norm,lending.norm\n0.1,0.2\n", "two columns of the file have this name"}}) {
    file_with("points.csv", text);
    EXPECT_TRUE(has(refusal(std::string{small_ward} + list), part)) << text;
  }
}

}  // namespace swadaya
