// Whether the whole way holds what it says: from a prior and what a ward was seen to do,
// through a calibration, to the interval that a comparison shows over parameters. Truths are drawn
// from the prior; of each, one ward is observed, the same files as a user would write are
// calibrated and compared, and the interval is held against the mean difference of many worlds at
// the truth.
//
//   swadaya-coverage [TRUTHS [SEED [HOUSEHOLDS]]]     200, 1 and 320, if not said
//
// Households a ward, a multiple of 80: what one ward sees by luck is wider the fewer they are, and
// so is what so few worlds leave open of how far apart draws lie.
// docs/uncertainty.md has what it found. Ends with 1 where fewer than 85 or more than 95 of 100
// intervals hold their truth, or where four times the worlds change their mean half width by a
// tenth.
#include <cmath>
#include <cstdio>
#include <filesystem>
#include <fmt/format.h>
#include <fstream>
#include <map>
#include <optional>
#include <string>
#include <unistd.h>
#include <vector>

#include "models/all.hpp"
#include "sim/base/statistics.hpp"
#include "sim/designs/calibration.hpp"
#include "sim/designs/designs.hpp"
#include "sim/designs/experiment.hpp"
#include "sim/jobs/run_jobs.hpp"
#include "sim/results/comparison.hpp"
#include "sim/results/in_memory.hpp"
#include "sim/tables/calibration.hpp"
#include "sim/world/stream.hpp"

namespace {

using namespace swadaya;
namespace fs = std::filesystem;

constexpr int households_a_step = 80;  // of two RW

// For three years; what is compared, and what can't be known.
std::string ward_of(int households) {
  return fmt::format(
      "[time]\nmonths = 36\n[world]\nrw_per_ward = 2\nrt_per_rw = {}\nhouseholds_per_rt = 40\n"
      "[programme]\ngrant = 20000\nexit = 24\n[groups]\nwants_loan = 0.8\nfounding = 0.1\n"
      "[lending]\nward_sd = 0.5\n",
      households / households_a_step);
}
constexpr const char* packages =
    "[[variant]]\nname = \"baseline\"\n"
    "[[variant]]\nname = \"audits\"\nset = { \"supervision.audit_probability\" = 1, "
    "\"supervision.published\" = true, \"supervision.sanction\" = 2 }\n"
    "[[variant]]\nname = \"capacity\"\nset = { \"programme.meetings\" = 4.33, "
    "\"programme.saving_months\" = 6, \"programme.loan_growth\" = 1.2, "
    "\"programme.full_repayment_first\" = true }\n";
constexpr const char* package_names[] = {"baseline", "audits", "capacity"};
struct Unknown {
  const char* key;
  double low, high;  // uniform between
};
constexpr Unknown unknown[] = {{"lending.norm", 1, 6},
                               {"lending.penalty", 0, 2},
                               {"lending.social", 0, 12},
                               {"groups.contact", 0, 0.08}};
struct Observed {
  const char* outcome;
  int month;
};
constexpr Observed observed[] = {{"recovery", 24}, {"recovery", 36}, {"capital_left", 36}};
constexpr const char* compared[] = {"recovery", "capital_left"};
constexpr int last_month = 36;
constexpr std::uint32_t observed_wards = 1, worlds_a_point = 4, few_worlds = 120, many_worlds = 480,
                        worlds_at_truth = 400;

const Catalogue& catalogue() {
  static const Catalogue all{models::all()};
  return all;
}

class Folder {
 public:
  Folder() : path_{fs::temp_directory_path() / fmt::format("swadaya-coverage-{}", getpid())} {
    fs::create_directories(path_);
  }
  ~Folder() { fs::remove_all(path_); }
  std::string file(const char* name, const std::string& text) const {
    std::ofstream{path_ / name} << text;
    return path_ / name;
  }

 private:
  fs::path path_;
};

// Runs all that a file asks for, a calibration with its generations.
void run_all(const Experiment& experiment, ResultsInMemory& results) {
  const RunMissing run = [&](const Experiment& e, std::size_t first, const std::vector<int>&) {
    return run_jobs(e, catalogue(), {}, [&](const Job& job, const std::vector<Series>& all) {
      std::vector<std::size_t> numbers;
      for (const std::size_t v : job.variants) numbers.push_back(first + v);
      results.add(job.replicate, numbers, all);
    });
  };
  run(experiment, 0, {});
  if (const std::optional<Search> search = search_of(experiment)) {
    Generations generations{experiment, results, run};
    search->go(generations);
  }
}

// One comparison: the difference that a package makes to an outcome.
struct Effect {
  std::size_t variant, outcome;
  auto operator<=>(const Effect&) const = default;
};
using Differences = std::map<Effect, PairedDifference>;

Differences differences_of(const Experiment& experiment) {
  ResultsInMemory results{experiment};
  run_all(experiment, results);
  Differences all;
  for (const Compared& c : comparison_of(results, {last_month}))
    for (const char* name : compared)
      if (c.outcome == *outcome_index(name)) all.emplace(Effect{c.variant, c.outcome}, c.effect);
  return all;
}

// A truth, and the files of whoever doesn't know it.
class Case {
 public:
  Case(const Folder& folder, std::string ward, std::uint64_t seed, std::uint32_t number);

  Differences at_truth() const;
  Differences told(std::uint32_t worlds) const;

 private:
  Overrides with(bool truth, std::uint32_t replicates, std::uint64_t purpose) const {
    return {truth ? truth_ : std::vector<std::string>{}, replicates, seed_ + purpose};
  }
  void observe() const;
  void calibrate() const;

  const Folder& folder_;
  std::string ward_;
  std::uint64_t seed_;  // and those behind it
  std::vector<std::string> truth_;
};

Case::Case(const Folder& folder, std::string ward, std::uint64_t seed, std::uint32_t number)
    : folder_{folder}, ward_{std::move(ward)}, seed_{1000 * seed + 10 * std::uint64_t{number}} {
  const Dice dice{seed, number};
  Stream random{dice, "coverage.truth"};
  for (const auto& [key, low, high] : unknown)
    truth_.push_back(fmt::format("{}={}", key, low + (high - low) * random.uniform()));
  observe();
  calibrate();
}

// What is seen in a ward, as a file.
void Case::observe() const {
  const Experiment e =
      read_experiment(folder_.file("ward.toml", ward_), catalogue(), with(true, observed_wards, 1));
  ResultsInMemory results{e};
  run_all(e, results);
  std::string text = "outcome,month,value,wards\n";
  for (const auto& [outcome, month] : observed)
    text += fmt::format("{},{},{},{}\n", outcome, month,
                        summary_of(results.values(0, month, *outcome_index(outcome))).mean,
                        observed_wards);
  folder_.file("observed.csv", text);
}

void Case::calibrate() const {
  std::string text = fmt::format(
      "{}[experiment]\n[calibration]\npoints = 800\nparticles = 120\ndraws = 2\ncheck = 0\n"
      "observed = \"observed.csv\"\n[calibration.priors]\n",
      ward_);
  for (const auto& [key, low, high] : unknown)
    text += fmt::format("\"{}\" = {{ low = {}, high = {} }}\n", key, low, high);
  const Experiment e = read_experiment(folder_.file("calibration.toml", text), catalogue(),
                                       with(false, worlds_a_point, 2));
  ResultsInMemory results{e};
  run_all(e, results);
  folder_.file("posterior.csv", posterior_csv(e, calibration_result(e, results)));
}

Differences Case::at_truth() const {
  return differences_of(read_experiment(folder_.file("packages.toml", ward_ + packages),
                                        catalogue(), with(true, worlds_at_truth, 3)));
}

Differences Case::told(std::uint32_t worlds) const {
  const std::string text =
      fmt::format("{}[experiment]\nposterior = \"posterior.csv\"\n{}", ward_, packages);
  return differences_of(
      read_experiment(folder_.file("comparison.toml", text), catalogue(), with(false, worlds, 4)));
}

// How often intervals hold the truth, and how wide they are.
struct Count {
  std::size_t n = 0, held = 0;
  double half_widths = 0;

  void add(const Interval& interval, double truth) {
    ++n;
    held += interval.has(truth);
    half_widths += (interval.high - interval.low) / 2;
  }
  double share() const { return static_cast<double>(held) / static_cast<double>(n); }
  double half_width() const { return half_widths / static_cast<double>(n); }
};

struct Counts {
  Count parameters, monte_carlo;
};
using Table = std::map<Effect, std::map<std::uint32_t, Counts>>;  // by worlds

void add(Table& table, const Case& truth) {
  const Differences truths = truth.at_truth();
  for (const std::uint32_t worlds : {few_worlds, many_worlds})
    for (const auto& [effect, told] : truth.told(worlds)) {
      Counts& counts = table[effect][worlds];
      const double true_difference = truths.at(effect).difference;
      counts.parameters.add({told.low, told.high}, true_difference);
      counts.monte_carlo.add(told.monte_carlo, true_difference);
    }
}

// True where all hold what they say.
bool print(const Table& table) {
  bool is_held = true;
  fmt::print("{:<10} {:<14} {:>7} {:>10} {:>11} {:>12} {:>11}\n", "package", "outcome", "worlds",
             "holds the", "half width", "Monte Carlo:", "half width");
  fmt::print("{:<10} {:<14} {:>7} {:>10} {:>11} {:>12} {:>11}\n", "", "", "", "truth", "", "holds",
             "");
  for (const auto& [effect, by_worlds] : table) {
    for (const auto& [worlds, counts] : by_worlds) {
      fmt::print("{:<10} {:<14} {:>7} {:>9.1f}% {:>11.4f} {:>11.1f}% {:>11.4f}\n",
                 package_names[effect.variant], outcomes()[effect.outcome].name, worlds,
                 100 * counts.parameters.share(), counts.parameters.half_width(),
                 100 * counts.monte_carlo.share(), counts.monte_carlo.half_width());
      is_held &= counts.parameters.share() >= 0.85 && counts.parameters.share() <= 0.95;
    }
    const double change = by_worlds.at(many_worlds).parameters.half_width() /
                              by_worlds.at(few_worlds).parameters.half_width() -
                          1;
    fmt::print("{:<25} half width changes by {:+.1f} %\n", "", 100 * change);
    is_held &= std::abs(change) < 0.1;
  }
  return is_held;
}

}  // namespace

int main(int argc, char** argv) {
  const auto truths = static_cast<std::uint32_t>(argc > 1 ? std::atoi(argv[1]) : 200);
  const std::uint64_t seed = argc > 2 ? static_cast<std::uint64_t>(std::atoll(argv[2])) : 1;
  const int households = argc > 3 ? std::atoi(argv[3]) : 320;
  if (truths == 0 || households < households_a_step || households % households_a_step != 0) {
    fmt::print(stderr,
               "swadaya-coverage [TRUTHS [SEED [HOUSEHOLDS]]]: of these truths are 1 or more, "
               "households a multiple of {}\n",
               households_a_step);
    return 2;
  }
  const Folder folder;
  Table table;
  for (std::uint32_t number = 0; number < truths; ++number) {
    add(table, Case{folder, ward_of(households), seed, number});
    fmt::print(stderr, "\r{} of {} truths", number + 1, truths);
  }
  fmt::print(stderr, "\n");
  return print(table) ? 0 : 1;
}
