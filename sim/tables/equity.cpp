#include "sim/tables/equity.hpp"

#include <cmath>
#include <fmt/format.h>
#include <iterator>

#include "sim/base/csv.hpp"
#include "sim/base/text_layout.hpp"
#include "sim/designs/evenness.hpp"
#include "sim/results/labels.hpp"
#include "sim/tables/cost_effectiveness.hpp"
#include "sim/tables/legend.hpp"

namespace swadaya {

namespace {

Accounting undiscounted(Accounting accounting) {
  accounting.discount = 0;
  return accounting;
}

}  // namespace

std::string equity_csv(const Experiment& experiment, const Store& store) {
  const Costing costing{store, experiment.months_shown, undiscounted(experiment.accounting)};
  fmt::memory_buffer out;
  out.append(std::string_view{
      "month,variant,size_poor,size_near_poor,size_others,participation_poor,"
      "participation_near_poor,participation_others,participation,inequality_aversion,atkinson,"
      "equally_distributed_equivalent,poor_served,near_poor_served,others_served,weighted_served,"
      "cost_kRp,standing,icer_kRp,atkinson_low,atkinson_high,atkinson_change,atkinson_change_low,"
      "atkinson_change_high,price_kRp,net_benefit_kRp,net_benefit_low_kRp,net_benefit_high_kRp,"
      "interval\n"});
  for (const int month : experiment.months_shown) {
    const Sharing sharing = sharing_of(store, costing, month, experiment.accounting);
    for (std::size_t v = 0; v < sharing.equity.size(); ++v) {
      const Equity& e = sharing.equity[v];
      const Option& option = sharing.options[v];
      fmt::format_to(std::back_inserter(out), "{},{}", month, csv_field(store.variants()[v].name));
      for (const double x : e.sizes) add_cell(out, x);
      for (const double x : e.participation) add_cell(out, x);
      for (const double x :
           {e.mean, experiment.accounting.inequality_aversion, e.atkinson, e.equivalent})
        add_cell(out, x);
      for (const double x : e.served) add_cell(out, x);
      add_cell(out, e.weighted_served);
      add_cell(out, option.cost);
      fmt::format_to(std::back_inserter(out), ",{}", standing_called(option.standing));
      add_cell(out, option.icer);
      const Evenness& even = sharing.evenness[v];
      for (const double x : {even.range.low, even.range.high, even.change, even.change_range.low,
                             even.change_range.high, sharing.price})
        add_cell(out, x);
      const PairedDifference none,
          &worth = v < sharing.net_benefit.size() ? sharing.net_benefit[v] : none;
      for (const double x : {worth.difference, worth.low, worth.high}) add_cell(out, x);
      const bool is_paired = option.standing != Dominance::elsewhere;
      fmt::format_to(std::back_inserter(out), ",{}",
                     is_paired
                         ? over_called(sharing.over)
                         : csv_field(std::string{over_called(sharing.over)} + ", not paired"));
      out.push_back('\n');
    }
  }
  return fmt::to_string(out);
}

std::string equity_text(const Experiment& experiment, const Store& store, Look look) {
  const Accounting& accounting = experiment.accounting;
  // Of one ward's baseline alone there is nothing to choose.
  if (accounting.equity_weights.empty() ||
      in_different_wards(store).size() + 1 >= store.variants().size())
    return "";
  const int month = experiment.months_shown.back();
  const std::vector<Option> options =
      sharing_of(store, Costing{store, {month}, undiscounted(accounting)}, month, accounting)
          .options;
  std::vector<std::string> steps;
  for (const auto& place : places_on_frontier(options)) {
    const Option& option = options[place.front()];
    steps.push_back(title_of(store.variants()[place.front()], look.language));
    if (std::isfinite(option.icer))
      steps.back() +=
          look.say(" (million Rp for one more: {})", look.language.decimal(option.icer / 1000, 2));
  }
  return paragraph(
      look.say("Households served, a poor one counted {:g}, a near-poor one {:g}, another {:g}: "
               "on the frontier at month {} are {}.{} equity.csv has who gains.",
               accounting.equity_weights[0], accounting.equity_weights[1],
               accounting.equity_weights[2], month, fmt::join(steps, "; "),
               left_out_of_choice(store, look.language)),
      look);
}

}  // namespace swadaya
