#include "sim/designs/beside.hpp"

#include <algorithm>
#include <cmath>

#include "sim/results/in_memory.hpp"

namespace swadaya {

namespace {

void end_at(int month, Scenario& scenario) {
  scenario.months = month;
  std::erase_if(scenario.events, [month](const Event& event) { return event.month > month; });
}

}  // namespace

Answers answers_of(const Experiment& experiment, const Results& results, const std::string& under) {
  const std::size_t outcome = *outcome_index(experiment.answer);
  const int month = experiment.months_shown.front();
  const auto values = [&](std::size_t variant) { return results.values(variant, month, outcome); };
  const std::vector<double> baseline = values(results.baseline());
  const std::vector<std::uint32_t> draws = results.draws();
  const Controls controls = results.controls();
  Answers answers{under, baseline.size(), {}, {}};
  for (std::size_t v = 0; v < results.variants().size(); ++v) {
    answers.effects.push_back(
        outcome_difference(results, v, outcome, baseline, values(v), draws, controls));
    if (v != results.baseline() && std::isfinite(answers.effects[v].difference))
      answers.order.push_back(v);
  }
  const double good = outcomes()[outcome].higher_is_better ? 1 : -1;
  std::stable_sort(answers.order.begin(), answers.order.end(), [&](std::size_t a, std::size_t b) {
    return good * answers.effects[a].difference > good * answers.effects[b].difference;
  });
  const Sample base = results.sample(results.baseline(), {month});
  answers.shown.resize(experiment.outcomes.size());
  for (std::size_t v = 0; v < results.variants().size(); ++v) {
    const Sample own = results.sample(v, {month});
    for (std::size_t k = 0; k < experiment.outcomes.size(); ++k) {
      const std::size_t shown = *outcome_index(experiment.outcomes[k]);
      answers.shown[k].push_back(difference_from(results, v, base.values(month, shown),
                                                 own.values(month, shown), {}, controls)
                                     .difference);
    }
  }
  return answers;
}

std::vector<Structure> structure_of(const Experiment& experiment, const Results& results,
                                    const std::vector<Answers>& beside) {
  std::vector<Structure> all;
  if (beside.empty() || experiment.answer.empty()) return all;
  std::vector<Answers> under{answers_of(experiment, results, "")};
  under.insert(under.end(), beside.begin(), beside.end());
  for (std::size_t k = 0; k < experiment.outcomes.size(); ++k)
    for (std::size_t v = 0; v < results.variants().size(); ++v) {
      Interval range;
      for (const Answers& one : under) {
        if (k >= one.shown.size() || v >= one.shown[k].size() || !std::isfinite(one.shown[k][v]))
          continue;
        range.low = std::fmin(range.low, one.shown[k][v]);  // of a number and none: the number
        range.high = std::fmax(range.high, one.shown[k][v]);
      }
      all.push_back(
          {v, *outcome_index(experiment.outcomes[k]), experiment.months_shown.front(), range});
    }
  return all;
}

Experiment ranked_under(const Bundle& bundle) {
  Experiment experiment = bundle.experiment;
  const int month = experiment.months_shown.front();
  if (experiment.from.empty() && (!experiment.branch_at || *experiment.branch_at < month))
    for (Variant& variant : experiment.variants) end_at(month, variant.scenario);
  experiment.months_shown = {month};
  experiment.facts = {}, experiment.study.clear();  // of the experiment's own assumptions
  experiment.title = bundle.title.empty() ? bundle.name : bundle.title;
  experiment.title_id = bundle.title_id;
  if (!experiment.posterior.unused.empty() && !bundle.title_id.empty())
    experiment.title_id += ", dengan nilainya sendiri";
  if (!experiment.posterior.unused.empty()) experiment.title += ", at their own values";
  return experiment;
}

std::optional<Answers> answers_under(const Experiment& experiment, const RunUntilStopped& run) {
  ResultsInMemory results{experiment};
  if (!run(experiment, [&](const Job& job, const std::vector<Series>& series) {
        results.add(job.replicate, job.variants, series);
      }))
    return std::nullopt;
  Answers answers = answers_of(experiment, results, experiment.title);
  answers.under_id = experiment.title_id;
  return answers;
}

}  // namespace swadaya
