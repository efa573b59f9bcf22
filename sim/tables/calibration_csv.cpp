#include <algorithm>
#include <fmt/format.h>
#include <iterator>
#include <map>

#include "sim/base/csv.hpp"
#include "sim/tables/calibration.hpp"

namespace swadaya {

std::string posterior_csv(const Experiment& experiment, const CalibrationResult& result) {
  const Scenario& scenario = experiment.variants[experiment.baseline].scenario;
  std::vector<std::string> keys;
  std::map<std::string, std::string> models;  // of the slots whose parameters it moves
  for (const Prior& prior : result.calibration.priors) {
    keys.push_back(prior.key);
    const std::string section = prior.key.substr(0, prior.key.find('.'));
    const auto slot = std::find(slot_names.begin(), slot_names.end(), section);
    if (slot != slot_names.end())
      models["models." + section] =
          scenario.models[static_cast<std::size_t>(slot - slot_names.begin())];
  }
  return posterior_csv(keys, result.posterior, models);
}

std::string calibration_csv(const Experiment& experiment, const CalibrationResult& result) {
  fmt::memory_buffer out;
  out.append(std::string_view{
      "target,statement,variant,outcome,month,held_out,wards,site,low,high,weight,as_it_is,prior_q05,"
      "prior_q50,prior_q95,prior_within,posterior_q05,posterior_q50,posterior_q95,"
      "posterior_within,met\n"});
  for (const TargetFit& fit : result.fits) {
    const Pattern& p = fit.target.pattern;
    fmt::format_to(std::back_inserter(out), "{},{},{},{},{},{},{},{}", csv_field(p.id),
                   csv_field(p.statement), csv_field(experiment.variants[fit.target.variant].name),
                   outcomes()[p.quantity.outcome].name, p.quantity.month,
                   fit.target.is_held_out ? 1 : 0, fit.target.wards, csv_field(fit.target.site));
    for (const double x : {p.low, p.high, fit.target.weight, fit.as_it_is, fit.prior.q05,
                           fit.prior.q50, fit.prior.q95, fit.prior.within, fit.posterior.q05,
                           fit.posterior.q50, fit.posterior.q95, fit.posterior.within})
      add_cell(out, x);
    fmt::format_to(std::back_inserter(out), ",{}\n", fit.is_met() ? 1 : 0);
  }
  return fmt::to_string(out);
}

}  // namespace swadaya
