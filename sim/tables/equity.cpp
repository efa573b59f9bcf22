#include "sim/tables/equity.hpp"

#include <cmath>
#include <fmt/format.h>
#include <iterator>

#include "sim/base/csv.hpp"
#include "sim/designs/cost_effectiveness.hpp"
#include "sim/designs/equity.hpp"
#include "sim/results/labels.hpp"

namespace swadaya {

namespace {

// What each variant's weighted households cost.
std::vector<Option> options_of(const std::vector<Equity>& equity, const Costing& costing,
                               int month) {
  const CostEffectiveness costs = costing.of(month, *outcome_index("borrowers"));
  std::vector<Option> options(equity.size());
  for (std::size_t v = 0; v < options.size(); ++v)
    options[v].effect = equity[v].weighted_served, options[v].cost = costs.options[v].cost;
  rank_options(options);
  return options;
}

Accounting undiscounted(Accounting accounting) {
  accounting.discount = 0;
  return accounting;
}

const char* word_of(Dominance standing) {
  return standing == Dominance::frontier    ? "frontier"
         : standing == Dominance::dominated ? "dominated"
                                            : "extendedly dominated";
}

}  // namespace

std::string equity_csv(const Experiment& experiment, const Store& store) {
  const Costing costing{store, experiment.months_shown, undiscounted(experiment.accounting)};
  fmt::memory_buffer out;
  out.append(std::string_view{
      "month,variant,size_poor,size_near_poor,size_others,participation_poor,"
      "participation_near_poor,participation_others,participation,inequality_aversion,atkinson,"
      "equally_distributed_equivalent,poor_served,near_poor_served,others_served,weighted_served,"
      "cost_kRp,standing,icer_kRp\n"});
  for (const int month : experiment.months_shown) {
    const std::vector<Equity> equity = equity_of(store, month, experiment.accounting);
    const std::vector<Option> options = options_of(equity, costing, month);
    for (std::size_t v = 0; v < equity.size(); ++v) {
      const Equity& e = equity[v];
      fmt::format_to(std::back_inserter(out), "{},{}", month, csv_field(store.variants()[v].name));
      for (const double x : e.sizes) add_cell(out, x);
      for (const double x : e.participation) add_cell(out, x);
      for (const double x :
           {e.mean, experiment.accounting.inequality_aversion, e.atkinson, e.equivalent})
        add_cell(out, x);
      for (const double x : e.served) add_cell(out, x);
      add_cell(out, e.weighted_served);
      add_cell(out, options[v].cost);
      fmt::format_to(std::back_inserter(out), ",{}", word_of(options[v].standing));
      add_cell(out, options[v].icer);
      out.push_back('\n');
    }
  }
  return fmt::to_string(out);
}

std::string equity_text(const Experiment& experiment, const Store& store, Look look) {
  const Accounting& accounting = experiment.accounting;
  if (accounting.equity_weights.empty() || store.variants().size() < 2) return "";
  const int month = experiment.months_shown.back();
  const std::vector<Option> options =
      options_of(equity_of(store, month, accounting),
                 Costing{store, {month}, undiscounted(accounting)}, month);
  std::vector<std::string> steps;
  for (const auto& place : places_on_frontier(options)) {
    const Option& option = options[place.front()];
    steps.push_back(title_of(store.variants()[place.front()]));
    if (std::isfinite(option.icer))
      steps.back() += fmt::format(" (million Rp for one more: {:.2f})", option.icer / 1000);
  }
  return paragraph(
      fmt::format("Households served, a poor one counted {:g}, a near-poor one {:g}, another {:g}: "
                  "on the frontier at month {} are {}. equity.csv has who gains.",
                  accounting.equity_weights[0], accounting.equity_weights[1],
                  accounting.equity_weights[2], month, fmt::join(steps, "; ")),
      look);
}

}  // namespace swadaya
