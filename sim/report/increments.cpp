// What packages do and cost against one another, and what more money adds step by step.
#include "sim/designs/increments.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "sim/report/parts.hpp"

namespace swadaya {

namespace {

constexpr std::size_t most_rows = 4000;  // of packages against one another

struct Table {
  int month;
  std::size_t outcome;
};

// Of outcomes and months shown, the one that the page opens with first.
std::vector<Table> tables_of(const Experiment& experiment) {
  std::vector<Table> all;
  for (const int month : report_months(experiment))
    for (const std::string& name : experiment.outcomes)
      all.push_back({month, *outcome_index(name)});
  const int last = report_months(experiment).back();
  const std::size_t first = report_outcome(experiment);
  std::stable_sort(all.begin(), all.end(), [&](const Table& a, const Table& b) {
    return (a.month == last) + (a.outcome == first) > (b.month == last) + (b.outcome == first);
  });
  return all;
}

void add_pairs(nlohmann::json& rows, const PackagesCompared& packages) {
  for (std::size_t a = 1; a < packages.costs.size(); ++a)
    for (std::size_t b = a + 1; b < packages.costs.size(); ++b) {
      const PairedDifference d = packages.difference(a, b);
      if (d.n == 0) continue;
      rows.push_back({a, packages.outcome, packages.month, report_number(d.baseline_mean),
                      report_number(d.variant_mean), report_number(d.difference),
                      report_number(d.low), report_number(d.high), nullptr,
                      d.can_be_told_from_zero() ? 1 : 0, d.n, report_mark(d), report_widths(d), b});
    }
}

// [from, outcome, month, place of the step worth its money, price, its steps, no more].
nlohmann::json ladder_json(const Increments& ladder, const PackagesCompared& packages) {
  nlohmann::json steps = nlohmann::json::array();
  for (const Increment& step : ladder.steps) steps.push_back(step.package);
  return {
      ladder.from,      packages.outcome, packages.month, ladder.worth, report_number(ladder.price),
      std::move(steps), ladder.no_more};
}

}  // namespace

nlohmann::json report_increments(const Experiment& experiment, const Store& store,
                                 const std::vector<std::size_t>& variants) {
  nlohmann::json rows = nlohmann::json::array(), ladders = nlohmann::json::array();
  const std::vector<Sample> samples = samples_of(store, report_months(experiment), variants);
  const std::size_t pairs = variants.size() * (variants.size() - 1) / 2;
  for (const auto& [month, outcome] : tables_of(experiment)) {
    const PackagesCompared packages = packages_compared(store, samples, month, outcome, variants);
    const bool is_shown = rows.size() + pairs <= most_rows;
    if (is_shown) add_pairs(rows, packages);
    for (std::size_t from = 0; from < (is_shown ? variants.size() : 1); ++from)
      if (const Increments ladder = increments_from(from, packages); !ladder.steps.empty())
        ladders.push_back(ladder_json(ladder, packages));
  }
  return {{"pairs", std::move(rows)}, {"ladders", std::move(ladders)}};
}

}  // namespace swadaya
