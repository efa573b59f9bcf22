#include "sim/designs/trials.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>

#include "sim/designs/designs.hpp"
#include "sim/designs/experiment.hpp"
#include "sim/designs/parameter_draws.hpp"

namespace swadaya {

namespace {

constexpr double z90 = 1.644854;  // normal quantile of 0.95

// A variant of an experiment, as its file would say it.
Node variant_of(const std::string& name, const Arm& arm) {
  const Node place{};
  Node::Table table{{"name", node_with(place, name)}};
  if (!arm.set.empty()) table.emplace_back("set", node_with(place, arm.set));
  if (!arm.scale.empty()) table.emplace_back("scale", node_with(place, arm.scale));
  if (!arm.events.empty()) table.emplace_back("event", node_with(place, arm.events));
  return node_with(place, std::move(table));
}

// The scenario of both arms, without the experiment that its file may be.
Draft shared_draft(const Trial& trial, const Overrides& overrides) {
  std::vector<Problem> problems;
  Draft draft = draft_of(trial.scenario, design_tables(), problems);
  draft.variants.clear(), draft.designs.clear(), draft.extended.clear();
  draft.experiment.clear();
  put_set(draft, trial.both.set);
  draft.events.insert(draft.events.end(), trial.both.events.begin(), trial.both.events.end());
  const std::map<std::string, Setting> own = draft.settings;
  put_settings(draft, overrides, problems);
  for (auto& [key, setting] : draft.settings)
    if (const auto at = own.find(key);
        at == own.end() || text_of(at->second.node) != text_of(setting.node))
      setting.inherited = true;  // may be of a model that another trial uses
  if (!problems.empty()) throw BadInput{problems};
  return draft;
}

// A sample of parameters may move those of models that other trials use.
void take_posterior(Experiment& experiment, const Trial& trial, const Overrides& overrides,
                    const Catalogue& catalogue) {
  std::map<std::string, const ParameterInfo*> infos = parameters_of(experiment, catalogue);
  for (const ModelInfo& model : catalogue.models())
    for (const ParameterInfo& info : model.parameters)
      infos.try_emplace(std::string{name_of(model.slot)} + "." + info.name, &info);
  Draft own;
  put_set(own, trial.both.set);
  take_draws(experiment, overrides.posterior, held_still(overrides, own), infos);
}

// Both arms' values in the worlds where both are numbers.
struct Pairs {
  std::vector<double> control, treatment;
};

std::vector<double> values_in(const Trial& trial, const ValuesOf& values_of, bool treated) {
  const auto of = [&](const Quantity& quantity) {
    std::vector<double> values = values_of(quantity, treated);
    if (quantity.one_minus)
      for (double& x : values) x = 1 - x;
    return values;
  };
  std::vector<double> values = of(trial.quantity);
  if (!trial.over) return values;
  const std::vector<double> over = of(*trial.over);
  for (std::size_t i = 0; i < values.size(); ++i) values[i] /= over[i];
  return values;
}

Pairs pairs_of(const Trial& trial, const ValuesOf& values_of) {
  const std::vector<double> control = values_in(trial, values_of, false),
                            treatment = values_in(trial, values_of, true);
  Pairs pairs;
  for (std::size_t i = 0; i < std::min(control.size(), treatment.size()); ++i)
    if (std::isfinite(control[i]) && std::isfinite(treatment[i])) {
      pairs.control.push_back(control[i]);
      pairs.treatment.push_back(treatment[i]);
    }
  return pairs;
}

// What each world adds to the effect, in the effect's linear part: their mean is 0.
std::vector<double> parts_of(const Pairs& pairs, Scale scale, double effect) {
  const double control = summary_of(pairs.control).mean,
               treatment = summary_of(pairs.treatment).mean;
  std::vector<double> parts;
  for (std::size_t i = 0; i < pairs.control.size(); ++i) {
    const double c = pairs.control[i], t = pairs.treatment[i];
    parts.push_back(scale == Scale::difference ? t - c - effect
                    : scale == Scale::ratio    ? (t - effect * c) / control
                                               : t / treatment - c / control);
  }
  return parts;
}

double effect_of(const Pairs& pairs, Scale scale) {
  const double control = summary_of(pairs.control).mean,
               treatment = summary_of(pairs.treatment).mean;
  if (scale == Scale::difference) return treatment - control;
  const double ratio = control == 0 ? nothing : treatment / control;
  if (scale == Scale::ratio) return ratio;
  return ratio > 0 ? std::log(ratio) : nothing;
}

}  // namespace

double Trial::low() const { return effect - z90 * standard_error; }
double Trial::high() const { return effect + z90 * standard_error; }

Experiment experiment_of(const Trial& trial, const Catalogue& catalogue,
                         const Overrides& overrides) {
  Draft draft = shared_draft(trial, overrides);
  const Node place{};
  put(draft, "time.months", node_with(place, static_cast<double>(trial.last_month())));
  put(draft, "scenario.name", node_with(place, trial.name));
  draft.is_experiment = true;
  draft.is_written = false;
  draft.experiment = {{"replicates", node_with(place, static_cast<double>(trial.replicates))}};
  draft.variants = {variant_of("control", trial.control), variant_of("treatment", trial.treatment)};
  Overrides rest;
  rest.replicates = overrides.replicates;
  rest.seed = overrides.seed;
  Experiment experiment = experiment_of(draft, trial.file, catalogue, rest);
  experiment.worlds_per_draw = 1;  // arms differ by both, and nothing is told apart
  take_posterior(experiment, trial, overrides, catalogue);
  return experiment;
}

Simulated simulated(const Trial& trial, const ValuesOf& values_of) {
  const Pairs pairs = pairs_of(trial, values_of);
  Simulated s;
  s.pairs = pairs.control.size();
  if (s.pairs < 2) return s;
  s.effect = effect_of(pairs, trial.scale);
  if (!std::isfinite(s.effect)) return s;
  const auto n = static_cast<double>(s.pairs);
  const double sd = summary_of(parts_of(pairs, trial.scale, s.effect)).sd;
  s.standard_error = sd / std::sqrt(n);
  // Of the worlds of the other study and of those that were run; then with the study's own error,
  // whose size is taken as known: degrees of freedom after Satterthwaite.
  const double of_worlds = sd * sd * (1.0 / trial.worlds + 1 / n);
  const double all = of_worlds + trial.standard_error * trial.standard_error;
  const double degrees = of_worlds > 0 ? (n - 1) * (all / of_worlds) * (all / of_worlds) : 1e9;
  const double half = students_t(0.95, std::min(degrees, 1e9)) * std::sqrt(all);
  s.low = s.effect - half, s.high = s.effect + half;
  return s;
}

Tested tested(const Trial& trial, const ValuesOf& values_of) {
  Tested t{trial, simulated(trial, values_of), false, {}};
  t.inside = trial.effect >= t.simulated.low && trial.effect <= t.simulated.high;
  const double none = trial.no_effect(), effect = t.simulated.effect;
  if (!trial.is_null) t.sign_right = trial.effect > none ? effect > none : effect < none;
  return t;
}

Tested tested(const Trial& trial, const Experiment& experiment, const RunAll& run_all) {
  std::array<std::vector<Series>, 2> series;
  for (auto& arm : series) arm.resize(experiment.replicates);
  run_all(experiment, [&](const Job& job, const std::vector<Series>& all) {
    for (std::size_t i = 0; i < job.variants.size(); ++i)
      series[job.variants[i]][job.replicate] = all[i];
  });
  // The worlds of a study share what isn't known of parameters, which they can't average out.
  Trial as_drawn = trial;
  if (!experiment.posterior.keys.empty()) as_drawn.worlds = 1;
  return tested(as_drawn, [&](const Quantity& quantity, bool treated) {
    std::vector<double> values;
    for (const Series& one : series[treated ? 1 : 0])
      values.push_back(one.at(quantity.month, quantity.outcome));
    return values;
  });
}

bool a_sign_is_wrong(const std::vector<Tested>& all) {
  return std::any_of(all.begin(), all.end(), [](const Tested& t) { return t.sign_right == false; });
}

}  // namespace swadaya
