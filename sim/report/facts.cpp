#include <algorithm>
#include <nlohmann/json.hpp>
#include <optional>

#include "sim/base/paired.hpp"
#include "sim/designs/findings.hpp"
#include "sim/report/odd.hpp"
#include "sim/report/parts.hpp"
#include "sim/report/report.hpp"
#include "sim/scenario/resolve.hpp"

namespace swadaya {

namespace {

// Whether a variant is the baseline with a fact's changes, and no others.
bool is_changed_by(const Scenario& variant, const Scenario& baseline, const Pattern& fact,
                   const Catalogue& catalogue) {
  if (variant.models != baseline.models || variant.events.size() != baseline.events.size())
    return false;
  std::size_t known = 0;
  for (const auto& [section, infos] : sections_of(baseline, catalogue))
    for (const ParameterInfo& info : *infos) {
      const std::string key = section + "." + info.name;
      const auto set = std::find_if(fact.set.begin(), fact.set.end(),
                                    [&](const auto& one) { return one.first == key; });
      std::optional<Value> wanted = baseline.values.at(key);
      const auto scale = std::find_if(fact.scale.begin(), fact.scale.end(),
                                      [&](const auto& one) { return one.first == key; });
      if (set != fact.set.end()) {
        std::vector<Problem> problems;
        wanted = value_of(set->second, info, key, problems);
        ++known;
      }
      if (scale != fact.scale.end()) {
        ++known;
        if (double* number = wanted ? std::get_if<double>(&*wanted) : nullptr)
          *number *= *scale->second.number();
      }
      const auto own = variant.values.find(key);
      if (!wanted || own == variant.values.end() || own->second != *wanted) return false;
    }
  return known == fact.set.size() + fact.scale.size();
}

// The place of the variant that a fact is about, among those in the report.
std::optional<std::size_t> place_of(const Pattern& fact, const Experiment& experiment,
                                    const std::vector<std::size_t>& variants,
                                    const Catalogue& catalogue) {
  if (!fact.is_changed()) return 0;
  if (experiment.branch_at || !experiment.from.empty()) return std::nullopt;  // changed only later
  const Scenario& baseline = experiment.variants[variants[0]].scenario;
  for (std::size_t i = 1; i < variants.size(); ++i)
    if (is_changed_by(experiment.variants[variants[i]].scenario, baseline, fact, catalogue))
      return i;
  return std::nullopt;
}

struct Band {
  double low, high;
};

// Of the fact's outcome; `before`: its mean at the baseline.
Band band_of(const Pattern& fact, double before) {
  const bool turned = fact.quantity.one_minus;
  const auto turn = [&](double x) { return turned ? 1 - x : x; };
  Band band{fact.low, fact.high};
  if (fact.compare == Compare::difference)
    band = {turn(before) + fact.low, turn(before) + fact.high};
  if (fact.compare == Compare::ratio) band = {turn(before) * fact.low, turn(before) * fact.high};
  return turned ? Band{1 - band.high, 1 - band.low} : band;
}

// Its mean in these worlds, and how closely they tell it: worlds of one draw of the parameters are
// one.
Measure measure_of(const Store& store, std::size_t variant, const Quantity& what) {
  const Sample sample = store.sample(variant, {what.month});
  const auto values = sample.values(what.month, what.outcome);
  const std::vector<double> zeros(values.size(), 0.0);
  const PairedDifference mean = paired_difference(zeros, values, store.draws());
  return {mean.difference, mean.standard_error};
}

}  // namespace

nlohmann::json report_facts(const Reported& reported, const std::vector<std::size_t>& variants) {
  nlohmann::json all = nlohmann::json::array();
  for (const Pattern& fact : reported.facts) {
    const Quantity& what = fact.quantity;
    if (!fact.not_measured.empty() || fact.statistic != Statistic::mean || fact.over ||
        !fact.counts() || what.month > reported.store.months())
      continue;
    const auto place = place_of(fact, reported.experiment, variants, reported.catalogue);
    if (!place) continue;
    double before = 0;
    if (fact.compare != Compare::none)
      before =
          summary_of(
              reported.store.sample(variants[0], {what.month}).values(what.month, what.outcome))
              .mean;
    const Band band = band_of(fact, before);
    const Measure here = measure_of(reported.store, variants[*place], what);
    all.push_back({{"id", fact.id},
                   {"statement", fact.statement},
                   {"source", fact.source},
                   {"target", fact.target},
                   {"outcome", what.outcome},
                   {"month", what.month},
                   {"variant", *place},
                   {"low", report_number(band.low)},
                   {"high", report_number(band.high)},
                   {"hard", fact.is_hard()},
                   {"use", use_called(fact.use)},
                   {"value", report_number(here.value)},
                   {"missed", lies_outside(here, band.low, band.high)}});
  }
  return all;
}

nlohmann::json report_stamps(const Experiment& experiment) {
  const FactStates& facts = experiment.facts;
  if (facts.all.empty()) return {};
  nlohmann::json outcomes_stamped = nlohmann::json::array();
  for (const Stamp& stamp : facts.stamps()) {
    nlohmann::json missed = nlohmann::json::array();
    for (const FactState* one : stamp.missed)
      missed.push_back({{"fact", one->fact},
                        {"statement", one->statement},
                        {"share", one->unit == "share" || one->unit == "points"},
                        {"value", report_number(one->value)},
                        {"low", report_number(one->band_low)},
                        {"high", report_number(one->band_high)}});
    outcomes_stamped.push_back(
        {{"outcome", *outcome_index(stamp.outcome)}, {"hard", stamp.hard}, {"missed", missed}});
  }
  return {{"outcomes", std::move(outcomes_stamped)},
          {"same_settings", facts.are_of(experiment.variants[experiment.baseline].scenario)}};
}

}  // namespace swadaya
