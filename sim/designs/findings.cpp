#include "sim/designs/findings.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <map>

#include "sim/designs/designs.hpp"
#include "sim/designs/experiment.hpp"
#include "sim/scenario/bundles.hpp"

namespace swadaya {

namespace {

// The setting of the fact that has no meaning here: its model was replaced by the bundle's.
std::string left_out_of(const Variant& variant, const Pattern& fact) {
  for (const LeftOut& one : variant.left_out)
    for (const auto& [key, node] : fact.set)
      if (key == one.key) return key + " means nothing under " + one.model;
  return "";
}

template <class Why>
void say_why(Finding& f, const Why& why) {
  f.why = why(Language{}), f.why_id = why(Language::indonesian());
}

// Two standard errors.
double error_of(const Measure& measure) {
  return std::isfinite(measure.standard_error) ? 2 * measure.standard_error : 0;
}

void judge(Finding& f) {
  const double low = f.pattern.low, high = f.pattern.high, value = f.measure.value;
  const double error = error_of(f.measure);
  f.verdict = lies_outside(f.measure, low, high) ? Verdict::fails : Verdict::holds;
  const auto is_near = [&](double end) { return value - error < end && value + error > end; };
  const bool is_outside = value < low || value > high;
  f.on_the_edge = f.verdict == Verdict::holds && (is_outside || is_near(low) || is_near(high));
}

// The scenario as it is and changed as facts ask for it, each change once.
struct Changed {
  Experiment experiment;  // variant 0: as it is
  std::map<std::string, std::size_t> variant_of{{"", 0}};
  std::map<std::string, std::string> impossible{};  // why
};

// The experiment of the file with what the fact changes.
Experiment experiment_for(const std::string& file, const Pattern& fact, const Catalogue& catalogue,
                          Overrides overrides) {
  for (const auto& [name, node] : fact.set) overrides.set.push_back(name + "=" + text_of(node));
  overrides.scale.insert(overrides.scale.end(), fact.scale.begin(), fact.scale.end());
  if (fact.events.empty()) return read_experiment(file, catalogue, overrides);
  std::vector<Problem> problems;
  Draft draft = draft_of(file, design_tables(), problems);
  if (!overrides.bundle.empty())
    put_bundle(draft, bundle_draft(overrides.bundle, design_tables(), problems));
  if (!problems.empty()) throw BadInput{problems};
  draft.events.insert(draft.events.end(), fact.events.begin(), fact.events.end());
  return experiment_of(draft, file, catalogue, overrides);
}

Changed changed_for(const std::string& file, const std::vector<Pattern>& patterns,
                    const Catalogue& catalogue, const Overrides& overrides) {
  Changed all{read_experiment(file, catalogue, overrides)};
  Experiment& experiment = all.experiment;
  experiment.variants = {Variant{experiment.variants[experiment.baseline]}};
  experiment.baseline = 0;
  for (const Pattern& p : patterns) {
    const std::string key = changes_of(p);
    if (all.variant_of.contains(key) || all.impossible.contains(key)) continue;
    try {
      const Experiment other = experiment_for(file, p, catalogue, overrides);
      Variant variant = other.variants[other.baseline];
      for (const auto& [name, node] : p.set) variant.sets.insert(name);  // no draw moves it
      if (const std::string why = left_out_of(variant, p); !why.empty()) {
        all.impossible[key] = why;
        continue;
      }
      all.variant_of[key] = experiment.variants.size();
      experiment.variants.push_back(std::move(variant));
    } catch (const BadInput& bad) {
      const Problem& problem = bad.problems().front();
      all.impossible[key] = problem.key + " " + problem.rule;
      if (!problem.suggestion.empty()) all.impossible[key] += "; " + problem.suggestion;
    }
  }
  return all;
}

}  // namespace

bool lies_outside(const Measure& measure, double low, double high) {
  const double error = error_of(measure);
  return !(measure.value + error >= low && measure.value - error <= high);
}

std::vector<Finding> findings_of(const std::string& file, const std::vector<Pattern>& patterns,
                                 const Catalogue& catalogue, const Overrides& overrides,
                                 const RunAll& run_all) {
  const auto [experiment, variant_of, impossible] =
      changed_for(file, patterns, catalogue, overrides);
  std::vector<std::vector<Series>> series(experiment.variants.size(),
                                          std::vector<Series>(experiment.replicates));
  run_all(experiment, [&](const Job& job, const std::vector<Series>& all) {
    for (std::size_t i = 0; i < job.variants.size(); ++i)
      series[job.variants[i]][job.replicate] = all[i];
  });
  std::vector<Finding> findings;
  for (const Pattern& p : patterns) {
    Finding f;
    f.pattern = p;
    const std::string key = changes_of(p);
    const int last = std::max(p.quantity.month, p.over ? p.over->month : 0);
    if (!p.not_measured.empty())
      f.why = p.not_measured;
    else if (impossible.contains(key))
      say_why(f, [&](Language in) {
        return in.say("can't be changed so in this scenario: {}", impossible.at(key));
      });
    else if (last > experiment.variants[0].scenario.months)
      say_why(f, [&](Language in) {
        return in.say("the scenario ends at month {}", experiment.variants[0].scenario.months);
      });
    else
      f.measure = measured(p, [&](const Quantity& quantity, bool changed) {
        std::vector<double> values;
        for (const Series& one : series[changed ? variant_of.at(key) : 0])
          values.push_back(one.at(quantity.month, quantity.outcome));
        return values;
      });
    if (f.why.empty() && !std::isfinite(f.measure.value))
      say_why(f, [](Language in) { return in.say("the outcome has no value there"); });
    if (f.why.empty()) judge(f);
    findings.push_back(std::move(f));
  }
  return findings;
}

bool a_hard_one_fails(const std::vector<Finding>& findings) {
  return std::any_of(findings.begin(), findings.end(), [](const Finding& f) {
    return f.verdict == Verdict::fails && f.pattern.is_hard();
  });
}

}  // namespace swadaya
