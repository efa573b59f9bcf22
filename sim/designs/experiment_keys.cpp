#include "sim/designs/experiment_keys.hpp"

#include <cmath>
#include <filesystem>
#include <fmt/format.h>

#include "sim/month/outcome.hpp"

namespace swadaya {

namespace {

void read_outcomes(Keys& keys, Experiment& experiment) {
  const Node* node = keys.take("outcomes");
  if (!node) return;
  experiment.outcomes.clear();
  if (!node->list()) return keys.report(*node, "outcomes", "must be a list of outcomes");
  std::vector<std::string> names;
  for (const OutcomeInfo& info : outcomes()) names.push_back(info.name);
  for (const Node& entry : *node->list()) {
    const std::string name = entry.text() ? *entry.text() : "";
    if (!outcome_index(name))
      keys.report(entry, "outcomes", "there is no such outcome", nearest_of(name, names));
    experiment.outcomes.push_back(name);
  }
}

void read_months(Keys& keys, Experiment& experiment) {
  const Node* node = keys.take("months_shown");
  if (!node) return;
  experiment.months_shown.clear();
  if (!node->list()) return keys.report(*node, "months_shown", "must be a list of months");
  for (const Node& entry : *node->list()) {
    const double* month = entry.number();
    if (month && *month >= 0 && *month <= 1200 && *month == std::floor(*month))
      experiment.months_shown.push_back(static_cast<int>(*month));
    else
      keys.report(entry, "months_shown", "each must be a whole month between 0 and 1200");
  }
}

void read_posterior_name(Keys& keys, Experiment& experiment) {
  keys.text("posterior", experiment.posterior.file);
  const Node* node = keys.take("posterior");
  const std::filesystem::path path{experiment.posterior.file};
  if (node && node->file && !path.empty() && path.is_relative())
    experiment.posterior.file =
        (std::filesystem::path{*node->file}.parent_path() / path).lexically_normal().string();
}

// Keys that a resolved sensitivity analysis names, by dimension.
void read_parameters(Keys& keys, Experiment& experiment) {
  const Node* names = keys.take("parameters");
  if (!names) return;
  for (const Node& name : names->list() ? *names->list() : Node::List{*names})
    if (name.text())
      experiment.parameters.push_back(*name.text());
    else
      keys.report(name, "parameters", "must be a list of names in quotes");
}

}  // namespace

void read_experiment_keys(Keys& keys, Experiment& experiment) {
  keys.name("name", experiment.name);
  keys.text("title", experiment.title);
  keys.text("description", experiment.description);
  keys.take("base");
  keys.whole("replicates", 1, 1e6, experiment.replicates);
  keys.whole("seed", 0, 9.007199254740992e15, experiment.seed);
  read_outcomes(keys, experiment);
  read_months(keys, experiment);
  read_posterior_name(keys, experiment);
  keys.text("design", experiment.design);
  read_parameters(keys, experiment);
}

const std::vector<std::string>& outcomes_shown_by_default() {
  static const std::vector<std::string> all{
      "informed", "participation_poor", "poor_served",    "reported_repayment",
      "recovery", "capital_left",       "group_survival", "self_reliance"};
  return all;
}

void check_branch(Keys& keys, const Experiment& experiment, bool has_variants) {
  if (!experiment.branch_at) return;
  const Node& at = *keys.take("branch_at");
  const int months = experiment.variants[0].scenario.months;
  if (*experiment.branch_at >= months)
    keys.report(at, "branch_at",
                fmt::format("must be a month before the last one, which is {}", months),
                "or run longer: time.months");
  if (!has_variants)
    keys.report(at, "branch_at", "needs variants that part there", "written [[variant]]");
}

}  // namespace swadaya
