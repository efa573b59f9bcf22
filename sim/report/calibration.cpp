#include "sim/designs/calibration.hpp"

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

#include "sim/report/parts.hpp"
#include "sim/results/labels.hpp"

namespace swadaya {

namespace {

constexpr std::size_t bins = 24;            // of a parameter's histogram
constexpr std::size_t most_points = 300;    // of the posterior, in clouds
constexpr std::size_t prior_places = 2400;  // evenly over the prior, that it is counted at

// Shares of prior and posterior in equal bins from `low` to `high`.
struct Histogram {
  double low, high;
  std::vector<double> prior, posterior;
};

Histogram histogram_of(const Prior& prior, const std::vector<double>& values,
                       const std::vector<double>& weights) {
  // To the ends of long tails all else would lie in one bin.
  Histogram h{prior.quantile(0.001), prior.quantile(0.999), std::vector<double>(bins),
              std::vector<double>(bins)};
  for (const double x : values) h.low = std::min(h.low, x), h.high = std::max(h.high, x);
  const auto bin = [&](double x) {
    const double at = (x - h.low) / (h.high - h.low) * static_cast<double>(bins);
    return static_cast<std::size_t>(std::clamp(at, 0.0, static_cast<double>(bins - 1)));
  };
  const double one = 1 / static_cast<double>(prior_places);
  for (std::size_t i = 0; i < prior_places; ++i)
    h.prior[bin(prior.quantile((static_cast<double>(i) + 0.5) * one))] += one;
  for (std::size_t i = 0; i < values.size(); ++i) h.posterior[bin(values[i])] += weights[i];
  return h;
}

nlohmann::json numbers(const std::vector<double>& all, int digits) {
  nlohmann::json json = nlohmann::json::array();
  for (const double x : all) json.push_back(report_number(x, digits));
  return json;
}

nlohmann::json quantity_json(const Quantity& q) {
  return {{"outcome", q.outcome}, {"month", q.month}, {"one_minus", q.one_minus}};
}

nlohmann::json parameter_json(const Learnt& l, const WeightedSample& posterior, std::size_t d) {
  const Histogram h = histogram_of(l.prior, posterior.values(d), posterior.weights);
  return {{"key", l.prior.key},
          {"distribution", l.prior.text()},
          {"prior",
           numbers({l.prior.quantile(0.05), l.prior.quantile(0.5), l.prior.quantile(0.95)}, 6)},
          {"posterior", numbers({l.q05, l.q50, l.q95}, 6)},
          {"narrowed", report_number(l.narrowed, 4)},
          {"pinned", static_cast<int>(l.pinned())},
          {"end", l.leans_high()  ? 1
                  : l.leans_low() ? -1
                                  : 0},
          {"low", report_number(h.low)},
          {"high", report_number(h.high)},
          {"prior_shares", numbers(h.prior, 3)},
          {"posterior_shares", numbers(h.posterior, 3)}};
}

nlohmann::json target_json(const TargetFit& fit, const Experiment& experiment, const Store& store) {
  const Pattern& p = fit.target.pattern;
  const auto predicted = [](const Predicted& x) {
    return nlohmann::json{report_number(x.q05), report_number(x.q50), report_number(x.q95),
                          report_number(x.within, 3)};
  };
  const bool is_changed = fit.target.variant != experiment.baseline;
  nlohmann::json json = quantity_json(p.quantity);
  json.update({{"id", p.id},
               {"statement", p.statement},
               {"source", p.source},
               {"variant", is_changed ? title_of(store.variants()[fit.target.variant]) : ""},
               {"is_sd", p.statistic == Statistic::sd},
               {"over", p.over ? quantity_json(*p.over) : nlohmann::json(nullptr)},
               {"compare", p.compare == Compare::difference ? "difference"
                           : p.compare == Compare::ratio    ? "ratio"
                                                            : ""},
               {"held_out", fit.target.is_held_out},
               {"low", report_number(p.low)},
               {"high", report_number(p.high)},
               {"sd", report_number(fit.target.sd)},
               {"as_it_is", report_number(fit.as_it_is)},
               {"prior", predicted(fit.prior)},
               {"posterior", predicted(fit.posterior)},
               {"wards", fit.target.wards},
               {"near", fit.near},
               {"met", fit.is_met()}});
  return json;
}

// null where none was asked for; `even`: what 99 % of counts lie between where ranks are even.
nlohmann::json check_of(const CalibrationCheck& check) {
  if (check.asked == 0) return nullptr;
  constexpr std::size_t rank_bins = 10;
  const auto even = count_interval(check.truths(), 1.0 / static_cast<double>(rank_bins));
  nlohmann::json parameters = nlohmann::json::array();
  for (const ParameterCheck& p : check.parameters)
    parameters.push_back({{"key", p.key},
                          {"p", report_number(p.p, 3)},
                          {"covered", p.covered},
                          {"coverage", numbers({p.coverage.low, p.coverage.high}, 3)},
                          {"counts", p.counts(rank_bins)}});
  return {{"asked", check.asked},
          {"truths", check.truths()},
          {"p", report_number(check.p(), 3)},
          {"passed", check.is_passed()},
          {"even", numbers({even.low, even.high}, 4)},
          {"parameters", std::move(parameters)}};
}

}  // namespace

// parameters: the prior as a file says it; before and after, as 5 %, 50 % and 95 % quantiles and as
// shares in equal bins from `low` to `high`; `pinned` 0 hardly, 1 partly, 2 well; `end` -1 or 1
// where it leans on an end of its range. sample: points drawn from the posterior. targets: prior
// and posterior as 5 %, 50 % and 95 % quantiles and the share within the band; bands without an end
// have null; `near`: points tried that come to it. check: counts of truths by their rank.
nlohmann::json report_calibration(const Experiment& experiment, const Store& store,
                                  const Catalogue&) {
  const CalibrationResult result = calibration_result(experiment, store);
  nlohmann::json parameters = nlohmann::json::array(), correlations = nlohmann::json::array(),
                 sample = nlohmann::json::array(), targets = nlohmann::json::array();
  for (std::size_t d = 0; d < result.parameters.size(); ++d) {
    parameters.push_back(parameter_json(result.parameters[d], result.posterior, d));
    correlations.push_back(numbers(result.correlations[d], 3));
  }
  for (const std::size_t i : draws_of(result.posterior, most_points, experiment.seed))
    sample.push_back(numbers(result.posterior.points[i], 4));
  for (const TargetFit& fit : result.fits) targets.push_back(target_json(fit, experiment, store));
  std::size_t points = 0;
  for (const Generation& g : result.abc.generations) points += g.runs;
  return {{"kind", "calibration"},
          {"points", points},
          {"draws", result.calibration.draws},
          {"generations", result.abc.generations.size()},
          {"tolerances", numbers({result.abc.generations.front().tolerance,
                                  result.abc.generations.back().tolerance},
                                 3)},
          {"end", static_cast<int>(result.abc.end)},
          {"effective_size", report_number(result.posterior.independent_draws(), 3)},
          {"rough", result.is_rough()},
          {"check", check_of(result.check)},
          {"parameters", std::move(parameters)},
          {"correlations", std::move(correlations)},
          {"sample", std::move(sample)},
          {"targets", std::move(targets)}};
}

}  // namespace swadaya
