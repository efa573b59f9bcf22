// What the report tells of who gains by consumption, and how evenly.
#include <cmath>
#include <nlohmann/json.hpp>

#include "sim/designs/evenness.hpp"
#include "sim/report/parts.hpp"

namespace swadaya {

namespace {

nlohmann::json of_variant(const Sharing& sharing, std::size_t v) {
  const Equity& e = sharing.equity[v];
  const Evenness& even = sharing.evenness[v];
  const Option& option = sharing.options[v];
  nlohmann::json groups = nlohmann::json::array(), served = nlohmann::json::array();
  for (const double x : e.participation) groups.push_back(report_number(x));
  for (const double x : e.served) served.push_back(report_number(x));
  nlohmann::json one{
      {"participation", std::move(groups)},
      {"mean", report_number(e.mean)},
      {"atkinson", report_interval(even.index, even.range.low, even.range.high)},
      {"change", report_interval(even.change, even.change_range.low, even.change_range.high)},
      {"told", even.is_told()},
      {"served", std::move(served)},
      {"weighted", report_number(e.weighted_served)},
      {"cost", report_number(option.cost)},
      {"standing", static_cast<int>(option.standing)},
      {"ratio", report_number(option.icer, 4)}};
  if (v < sharing.net_benefit.size()) {
    const PairedDifference& worth = sharing.net_benefit[v];
    one["worth"] = report_interval(worth.difference, worth.low, worth.high);
    one["worth_told"] = worth.can_be_told_from_zero();
  }
  return one;
}

}  // namespace

nlohmann::json report_equity(const Experiment& experiment, const Store& store) {
  const std::vector<std::size_t> order = report_variants(experiment, store);
  const std::vector<int> months = report_months(experiment);
  Accounting accounting = experiment.accounting;
  accounting.discount = 0;  // as the choice between packages
  const Costing costing{store, months, accounting};
  nlohmann::json all = nlohmann::json::array();
  for (const int month : months) {
    const Sharing sharing = sharing_of(store, costing, month, accounting);
    nlohmann::json sizes = nlohmann::json::array(), variants = nlohmann::json::array();
    for (const double x : sharing.equity[store.baseline()].sizes)
      sizes.push_back(report_number(x, 3));
    for (const std::size_t v : order) variants.push_back(of_variant(sharing, v));
    all.push_back({{"month", month},
                   {"over", sharing.over == Over::parameters ? "parameters" : "simulation"},
                   {"cases", sharing.cases},
                   {"sizes", std::move(sizes)},
                   {"aversion", accounting.inequality_aversion},
                   {"weights", accounting.equity_weights},
                   {"price", report_number(sharing.price, 4)},
                   {"variants", std::move(variants)}});
  }
  return all;
}

}  // namespace swadaya
