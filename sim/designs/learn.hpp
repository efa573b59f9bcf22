// What to measure next: which of the parameters that an experiment's worlds drew is worth knowing
// better before its packages are chosen between, and what asking people would tell.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "sim/designs/learnable.hpp"
#include "sim/designs/survey.hpp"
#include "sim/designs/value_of_information.hpp"
#include "sim/results/results.hpp"
#include "sim/scenario/accounting.hpp"
#include "sim/scenario/scenario.hpp"

namespace swadaya {

// What is asked; what isn't said is chosen.
struct LearnQuestion {
  std::optional<std::size_t> outcome;   // the aim
  std::optional<int> month;             // at which it counts, and what it costs until then
  std::optional<double> price;          // kRp for one unit of it, of shares one percentage point
  std::optional<std::size_t> surveyed;  // the outcome that people are asked about
  std::optional<int> survey_month;      // the aim's, unless said
  std::size_t people = 200;
  double wards = 1;  // that they are spread over
  std::optional<double> person_sd;
};

// Where a package is the best once a parameter is known.
struct Stretch {
  std::size_t package;
  double from, to;  // of the parameter
};

// A parameter, or some of them together.
struct Unknown {
  std::string name;                  // "lending.norm", "lending", "all"
  std::vector<std::string> keys{};   // that vary
  Informed informed{};               // at the price
  std::vector<double> values{};      // by `prices`
  std::vector<Stretch> stretches{};  // of one parameter, ascending
};

struct Asked {
  std::size_t outcome;
  int month;
  double low, high;                 // nine draws in ten foresee it there
  double luck_sd;                   // of one ward around it
  std::vector<std::size_t> people;  // ascending
  std::vector<double> values;       // kRp a ward
  double limit;                     // of knowing it for certain
};

struct WorthKnowing {
  std::size_t outcome;
  int month;
  double price;  // money as the tables of costs have it, not discounted
  bool price_was_given;
  Accounting accounting;
  std::size_t draws, worlds;
  std::size_t best;                         // package, on average at the price
  std::vector<double> prices;               // ascending, that one among them
  std::vector<std::size_t> best_at;         // by price
  Unknown all;                              // as in the tables of costs, where those have it
  std::vector<Unknown> parameters, groups;  // the most worth first; groups of two or more
  std::vector<Asked> surveys;               // the most worth first
  std::size_t people;                       // that surveys are ranked at
  double wards;
};

// Outcomes that are asked about where none is named, and that vary.
std::vector<std::size_t> observable_outcomes();

// `experiment` must allow it. Throws BadInput where what is asked has no figures.
WorthKnowing learnt_from(const Experiment& experiment, const Results& results,
                         const LearnQuestion& question = {});

}  // namespace swadaya
