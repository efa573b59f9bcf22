// A program on swadaya_engine alone: no database, no results folder, no pages. Reads a scenario
// from a text and a design from a file, runs all its jobs and compares the variants in memory.
#include <cmath>
#include <cstdio>
#include <exception>
#include <fstream>
#include <string>

#include "models/all.hpp"
#include "sim/designs/designs.hpp"
#include "sim/designs/experiment.hpp"
#include "sim/jobs/job_runner.hpp"
#include "sim/results/comparison.hpp"
#include "sim/results/in_memory.hpp"

namespace {

using namespace swadaya;

constexpr const char* small_ward =
    "[time]\nmonths = 12\n[world]\nrw_per_ward = 2\n[socialization]\nmeetings = 1\n";

// Both levers tell more people; each combination of them becomes a variant.
constexpr const char* design = R"(
[experiment]
base = "engine-ward.toml"
replicates = 6
[[factorial.lever]]
name = "meetings"
set = { "socialization.meetings" = 4 }
[[factorial.lever]]
name = "central"
set = { "socialization.messengers" = "central" }
)";

void write(const std::string& file, const char* text) { std::ofstream{file} << text; }

Experiment from_text(const Catalogue& catalogue) {
  std::vector<Problem> problems;
  const Draft draft = draft_of(SentText{"ward", small_ward, {}}, design_tables(), problems);
  if (!problems.empty()) throw BadInput{problems};
  return experiment_of(draft, "ward", catalogue, {});
}

void run_all(const Experiment& experiment, const Catalogue& catalogue, ResultsInMemory& results) {
  const std::vector<Job> jobs = jobs_of(experiment);
  Histories histories{jobs};
  JobRunner runner{experiment, catalogue, Order::one_by_one, histories};
  const JobRunner::Sinks sinks{
      [&](const Job& job, const auto& series) { results.add(job.replicate, job.variants, series); },
      nullptr, nullptr};
  for (const Job& job : jobs) runner.run(job, sinks, [] { return true; });
}

int failures = 0;
void expect(bool holds, const char* what) {
  if (!holds) std::printf("not so: %s\n", what), ++failures;
}

void run() {
  const Catalogue catalogue{models::all()};
  const Experiment alone = from_text(catalogue);
  write("engine-ward.toml", small_ward);
  write("engine-design.toml", design);
  const Experiment experiment = read_experiment("engine-design.toml", catalogue, {});
  expect(experiment.variants.size() == 4, "two levers make four variants");
  expect(experiment.variants[0].scenario.values == alone.variants[0].scenario.values,
         "a text says the same as a file");
  ResultsInMemory results{experiment};
  run_all(experiment, catalogue, results);
  const std::size_t informed = *outcome_index("informed");
  for (const Compared& c : comparison_of(results, {12})) {
    if (c.outcome != informed) continue;
    const PairedDifference& d = c.effect;
    std::printf("%-20s informed %+.4f (%.4f to %.4f)\n", results.variants()[c.variant].name.c_str(),
                d.difference, d.low, d.high);
    expect(d.n == 6 && d.low < d.difference && d.difference < d.high, "an interval of six pairs");
    expect(std::abs(d.difference - (d.variant_mean - d.baseline_mean)) < 1e-12,
           "a difference of the two means");
    if (c.variant & 1) expect(d.low > 0, "four times the meetings tell more people");
  }
}

}  // namespace

int main() {
  try {
    run();
  } catch (const std::exception& error) {
    std::printf("%s\n", error.what());
    return 2;
  }
  return failures == 0 ? 0 : 1;
}
