#include "sim/results/comparison.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "sim/base/paired.hpp"
#include "sim/base/simultaneous.hpp"
#include "sim/designs/designs.hpp"
#include "sim/report/parts.hpp"

namespace swadaya {

namespace {

constexpr std::size_t most_variants = 20, few_points = 16;
constexpr std::size_t few_variants = 12;  // that are compared every year, too

// Of points of a sweep: the lowest, quartiles and highest by the mean outcome at the last month
// shown.
std::vector<std::size_t> telling_points(const Experiment& experiment, const Store& store) {
  const std::size_t outcome = report_outcome(experiment);
  const int month = experiment.months_shown.back();
  std::vector<std::pair<double, std::size_t>> means;
  for (std::size_t v = 0; v < store.variants().size(); ++v) {
    const double mean = summary_of(store.sample(v, {month}).values(month, outcome)).mean;
    if (std::isfinite(mean)) means.push_back({mean, v});
  }
  std::sort(means.begin(), means.end());
  std::vector<std::size_t> chosen;
  for (std::size_t i = 0; i < 5 && !means.empty(); ++i) {
    const std::size_t v = means[(means.size() - 1) * i / 4].second;
    if (std::find(chosen.begin(), chosen.end(), v) == chosen.end()) chosen.push_back(v);
  }
  if (chosen.empty()) chosen.push_back(0);
  return chosen;
}

// Which variant of the baseline's wards does most in the good direction, of those that can be told
// from zero, and which others can't be told from it: { outcome, month, variant, equals }.
nlohmann::json best_of(const std::vector<Compared>& compared, const Experiment& experiment,
                       const Store& store, const std::vector<std::size_t>& variants) {
  nlohmann::json all = nlohmann::json::array();
  std::vector<Sample> samples;
  std::vector<std::size_t> here;  // places of those in the baseline's worlds
  for (const std::size_t v : variants) {
    if (store.is_in_same_worlds(v)) here.push_back(samples.size());
    samples.push_back(store.sample(v, report_months(experiment)));
  }
  const std::vector<std::uint32_t> draws = store.draws();
  const Controls controls = store.controls();
  const auto place = [&](std::size_t v) {
    return static_cast<std::size_t>(std::find(variants.begin(), variants.end(), v) -
                                    variants.begin());
  };
  for (const int month : report_months(experiment))
    for (const std::string& name : experiment.outcomes) {
      const std::size_t k = *outcome_index(name);
      const double sign = outcomes()[k].higher_is_better ? 1 : -1;
      const Compared* best = nullptr;
      for (const Compared& c : compared)
        if (c.outcome == k && c.month == month && c.effect.is_paired &&
            c.effect.can_be_told_from_zero() && sign * c.effect.difference > 0 &&
            (!best || sign * c.effect.difference > sign * best->effect.difference))
          best = &c;
      if (!best) continue;
      nlohmann::json equals = nlohmann::json::array();
      std::vector<std::vector<double>> values;
      for (const std::size_t i : here) {
        const auto own = samples[i].values(month, k);
        values.emplace_back(own.begin(), own.end());
      }
      const std::vector<bool> told = not_told_from_best(values, sign, draws, controls);
      for (std::size_t j = 0; j < here.size(); ++j)
        if (const std::size_t v = variants[here[j]];
            told[j] && v != best->variant && v != store.baseline())
          equals.push_back(here[j]);
      all.push_back({{"outcome", k},
                     {"month", month},
                     {"variant", place(best->variant)},
                     {"equals", equals}});
    }
  return all;
}

// Outcomes that nobody asked for are told of less at months that nobody asked for.
bool is_shown(const Compared& c, const Experiment& experiment) {
  const std::vector<int> months = report_months(experiment);
  return std::find(months.begin(), months.end(), c.month) != months.end() ||
         std::any_of(experiment.outcomes.begin(), experiment.outcomes.end(),
                     [&](const std::string& name) { return *outcome_index(name) == c.outcome; });
}

}  // namespace

nlohmann::json report_widths(const PairedDifference& d) {
  nlohmann::json all = nlohmann::json::array();
  if (!std::isfinite(d.monte_carlo.low) || d.is_same()) return all;
  for (const Interval* i : {&d.monte_carlo, &d.luck, &d.ward})
    all.push_back(report_number(i->low)), all.push_back(report_number(i->high));
  return all;
}

const char* report_mark(const PairedDifference& d) {
  return d.is_same() ? "same" : d.rests_on_few() ? "few" : "";
}

nlohmann::json report_number(double x, int digits) {
  if (!std::isfinite(x)) return nullptr;
  const double rounded = std::strtod(fmt::format("{:.{}g}", x, digits).c_str(), nullptr);
  if (rounded == std::floor(rounded) && std::abs(rounded) < 1e15)
    return static_cast<std::int64_t>(rounded);
  return rounded;
}

nlohmann::json report_interval(double estimate, double low, double high) {
  return {report_number(estimate), report_number(low), report_number(high)};
}

bool has_baseline(const Experiment& experiment) {
  const Design* design = design_of(experiment);
  return experiment.variants.size() > 1 && (!design || design->has_baseline);
}

std::vector<int> report_months(const Experiment& experiment) {
  constexpr std::size_t most_tables = 48;  // of an outcome at a month
  const std::vector<int>& months = experiment.months_shown;
  const std::size_t most =
      std::max<std::size_t>(1, most_tables / std::max<std::size_t>(1, experiment.outcomes.size()));
  return {months.end() - static_cast<std::ptrdiff_t>(std::min(most, months.size())), months.end()};
}

std::size_t report_outcome(const Experiment& experiment) {
  // What the programme is for comes before what it goes through.
  for (const char* name : {"recovery", "poor_served", "capital_left", "participation_poor"})
    if (std::find(experiment.outcomes.begin(), experiment.outcomes.end(), name) !=
        experiment.outcomes.end())
      return *outcome_index(name);
  return *outcome_index(experiment.outcomes.empty() ? "recovery" : experiment.outcomes.front());
}

std::vector<std::size_t> report_variants(const Experiment& experiment, const Store& store) {
  if (is_search(experiment)) return {experiment.baseline};
  const std::size_t all = store.variants().size();
  if (!has_baseline(experiment) && all > few_points) return telling_points(experiment, store);
  std::vector<std::size_t> chosen{store.baseline()};
  const auto add = [&](std::size_t v) {
    if (v != store.baseline()) chosen.push_back(v);
  };
  const Design* design = design_of(experiment);
  if (design && design->alone && all > few_points) {
    for (const std::size_t v : design->alone(all)) add(v);
    add(all - 1);
  } else {
    for (std::size_t v = 0; v < all && chosen.size() < most_variants; ++v) add(v);
  }
  return chosen;
}

nlohmann::json report_structure(const std::vector<std::size_t>& variants,
                                const std::vector<Structure>& structure) {
  nlohmann::json all = nlohmann::json::array();
  for (std::size_t i = 0; i < variants.size(); ++i)
    for (const Structure& s : structure)
      if (s.variant == variants[i] && std::isfinite(s.range.low))
        all.push_back(
            {i, s.outcome, s.month, report_number(s.range.low, 4), report_number(s.range.high, 4)});
  return all;
}

nlohmann::json report_comparison(const Experiment& experiment, const Store& store,
                                 const std::vector<std::size_t>& variants) {
  const std::vector<int> months = variants.size() > few_variants
                                      ? report_months(experiment)
                                      : months_compared(store.months(), report_months(experiment));
  const std::vector<Compared> compared = comparison_of(store, months, variants);
  const auto place = [&](std::size_t v) {
    return std::find(variants.begin(), variants.end(), v) - variants.begin();
  };
  nlohmann::json rows = nlohmann::json::array(), costs = nlohmann::json::array(),
                 served = nlohmann::json::array();
  const std::size_t cost = *outcome_index("cost_kRp");
  bool over = false;
  for (const Compared& c : compared) {
    const PairedDifference& d = c.effect;
    if (d.n == 0) continue;
    over = over || d.is_over_parameters();
    rows.push_back({place(c.variant), c.outcome, c.month, report_number(d.baseline_mean),
                    report_number(d.variant_mean), report_number(d.difference),
                    report_number(d.low), report_number(d.high), report_number(c.cost_per_unit),
                    d.can_be_told_from_zero() ? 1 : 0, d.n, report_mark(d),
                    is_shown(c, experiment) ? report_widths(d) : nlohmann::json::array()});
    if (c.outcome == cost)
      costs.push_back({place(c.variant), c.month, report_number(c.cost_difference)});
  }
  for (const Served& s : served_by(store, report_months(experiment)))
    if (static_cast<std::size_t>(place(s.variant)) < variants.size())
      served.push_back({place(s.variant), s.month, report_number(s.cost_per_household, 4),
                        report_number(s.cost_per_extra_household, 4)});
  nlohmann::json unpaired = nlohmann::json::array();
  for (std::size_t i = 0; i < variants.size(); ++i)
    if (!store.is_in_same_worlds(variants[i])) unpaired.push_back(i);
  return {{"months", months},
          {"rows", rows},
          {"costs", costs},
          {"over_parameters", over},
          {"served", served},
          {"unpaired", unpaired},
          {"best", best_of(compared, experiment, store, variants)},
          {"unseen", report_number(share_unseen(store.complete_replicates()))}};
}

}  // namespace swadaya
