#include "sim/designs/beside.hpp"

#include <algorithm>
#include <cmath>

#include "sim/results/in_memory.hpp"

namespace swadaya {

Answers answers_of(const Experiment& experiment, const Results& results, const std::string& under) {
  const std::size_t outcome = *outcome_index(experiment.answer);
  const int month = experiment.months_shown.front();
  const auto values = [&](std::size_t variant) { return results.values(variant, month, outcome); };
  const std::vector<double> baseline = values(results.baseline());
  Answers answers{under, baseline.size(), {}, {}};
  for (std::size_t v = 0; v < results.variants().size(); ++v) {
    answers.effects.push_back(paired_difference(baseline, values(v)));
    if (v != results.baseline() && std::isfinite(answers.effects[v].difference))
      answers.order.push_back(v);
  }
  const double good = outcomes()[outcome].higher_is_better ? 1 : -1;
  std::stable_sort(answers.order.begin(), answers.order.end(), [&](std::size_t a, std::size_t b) {
    return good * answers.effects[a].difference > good * answers.effects[b].difference;
  });
  return answers;
}

std::vector<Answers> answers_beside(const std::vector<Bundle>& bundles, const RunAll& run_all) {
  std::vector<Answers> all;
  for (const Bundle& bundle : bundles) {
    ResultsInMemory results{bundle.experiment};
    run_all(bundle.experiment, [&](const Job& job, const std::vector<Series>& series) {
      results.add(job.replicate, job.variants, series);
    });
    all.push_back(
        answers_of(bundle.experiment, results, bundle.title.empty() ? bundle.name : bundle.title));
  }
  return all;
}

}  // namespace swadaya
