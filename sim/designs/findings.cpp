#include "sim/designs/findings.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <map>

#include "sim/designs/experiment.hpp"

namespace swadaya {

namespace {

constexpr double z95 = 1.959964;  // normal quantile of 0.975

std::string key_of(const Node::Table& set) {
  std::string key;
  for (const auto& [name, node] : set) key += name + "=" + text_of(node) + ";";
  return key;
}

}  // namespace

std::vector<Finding> findings_of(const std::string& file, const std::vector<Pattern>& patterns,
                                 const Catalogue& catalogue, const Overrides& overrides,
                                 const RunAll& run_all) {
  Experiment experiment = read_experiment(file, catalogue, overrides);
  const Variant as_it_is = experiment.variants[experiment.baseline];
  experiment.variants = {as_it_is};
  experiment.baseline = 0;
  std::map<std::string, std::size_t> variant_of{{"", 0}};
  std::map<std::string, std::string> impossible;  // by set: why
  for (const Pattern& p : patterns) {
    const std::string key = key_of(p.set);
    if (variant_of.contains(key) || impossible.contains(key)) continue;
    Overrides changed = overrides;
    for (const auto& [name, node] : p.set) changed.set.push_back(name + "=" + text_of(node));
    try {
      const Experiment other = read_experiment(file, catalogue, changed);
      variant_of[key] = experiment.variants.size();
      experiment.variants.push_back(other.variants[other.baseline]);
    } catch (const BadInput& bad) {
      const Problem& problem = bad.problems().front();
      impossible[key] = problem.key + " " + problem.rule;
    }
  }
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
    const std::string key = key_of(p.set);
    const int last = std::max(p.quantity.month, p.over ? p.over->month : 0);
    if (!p.not_measured.empty())
      f.why = p.not_measured;
    else if (impossible.contains(key))
      f.why = "can't be changed so in this scenario: " + impossible.at(key);
    else if (last > as_it_is.scenario.months)
      f.why = fmt::format("the scenario ends at month {}", as_it_is.scenario.months);
    else
      f.measure = measured(p, [&](const Quantity& quantity, bool changed) {
        std::vector<double> values;
        for (const Series& one : series[changed ? variant_of.at(key) : 0])
          values.push_back(one.at(quantity.month, quantity.outcome));
        return values;
      });
    if (f.why.empty() && !std::isfinite(f.measure.value)) f.why = "the outcome has no value there";
    if (f.why.empty()) {
      const double error =
          z95 * (std::isfinite(f.measure.standard_error) ? f.measure.standard_error : 0);
      const auto inside = [&](double x) { return x >= p.low && x <= p.high; };
      f.verdict = inside(f.measure.value) ? Verdict::holds : Verdict::fails;
      f.on_the_edge = inside(f.measure.value - error) != inside(f.measure.value) ||
                      inside(f.measure.value + error) != inside(f.measure.value);
    }
    findings.push_back(std::move(f));
  }
  return findings;
}

bool a_hard_one_fails(const std::vector<Finding>& findings) {
  return std::any_of(findings.begin(), findings.end(), [](const Finding& f) {
    return f.verdict == Verdict::fails && f.pattern.weight == 3;
  });
}

}  // namespace swadaya
