#include "sim/designs/experiment_keys.hpp"

#include <cmath>
#include <filesystem>
#include <fmt/format.h>

#include "sim/designs/designs.hpp"
#include "sim/scenario/file_keys.hpp"

namespace swadaya {

namespace {

// A file that is named as one who stands beside the experiment's file does.
std::string file_beside(const Keys& keys, const char* key) {
  const Node* node = keys.find(key);
  const std::filesystem::path path{keys.text(key)};
  if (!node || !node->file || path.empty() || path.is_absolute()) return path.string();
  return (std::filesystem::path{*node->file}.parent_path() / path).lexically_normal().string();
}

void read_posterior_name(Keys& keys, Experiment& experiment) {
  if (keys.text("posterior") != Posterior::none)
    experiment.posterior.file = file_beside(keys, "posterior");
}

void read_study(Keys& keys, Experiment& experiment) {
  const Node* study = keys.find("study");
  if (!study) return;
  std::vector<std::string> known;
  for (const KeyInfo& info : study_keys().keys) known.push_back(info.name);
  for (const auto& [key, node] : *study->table()) {
    if (!study_keys().find(key))
      keys.report(node, "study." + key, "there is no such key", did_you_mean(key, known));
    else if (!node.text() || node.text()->empty())
      keys.report(node, "study." + key, "must be a text that says something");
    else
      experiment.study[key] = *node.text();
  }
}

void read_accounting(Keys& keys, Accounting& accounting) {
  accounting.discount = keys.number("discount");
  accounting.perspective = keys.text("perspective");
  accounting.prices = keys.whole<int>("prices");
  if (keys.find("show")) accounting.show = keys.whole<int>("show");
  if (keys.find("price_factor")) {
    accounting.price_factor = keys.number("price_factor");
    if (accounting.show == 0)
      keys.report("price_factor", "turns prices into those of another year: `show` must say which");
  }
  accounting.equity_weights = keys.numbers("equity_weights");
  if (!accounting.equity_weights.empty() && accounting.equity_weights.size() != 3)
    keys.report("equity_weights", "must be three: of poor, near-poor and other households");
  accounting.inequality_aversion = keys.number("inequality_aversion");
  if (!std::isnan(accounting.factor()) || !keys.find("show")) return;
  keys.report("show",
              fmt::format("the index of consumer prices has the years from {} to {}: for others "
                          "`price_factor` must say by what prices of {} are multiplied",
                          first_price_year(), last_price_year(), accounting.prices),
              fmt::format("show = {}", last_price_year()));
}

}  // namespace

const KeyTable& experiment_table() {
  static const KeyTable table = experiment_keys(design_names());
  return table;
}

void read_experiment_keys(Keys& keys, Experiment& experiment) {
  if (keys.find("name")) experiment.name = keys.text("name");
  experiment.title = keys.text("title"), experiment.title_id = keys.text("title_id");
  experiment.description = keys.text("description");
  experiment.replicates = keys.whole<std::uint32_t>("replicates");
  experiment.seed = keys.whole<std::uint64_t>("seed");
  experiment.outcomes = keys.texts("outcomes");
  for (const double month : keys.numbers("months_shown"))
    experiment.months_shown.push_back(static_cast<int>(month));
  read_posterior_name(keys, experiment);
  if (const std::string facts = file_beside(keys, "facts"); !facts.empty())
    experiment.facts = read_fact_states(facts);
  read_study(keys, experiment);
  experiment.worlds_per_draw = keys.whole<std::uint32_t>("worlds_per_draw");
  experiment.answer = keys.text("answer");
  experiment.beside = keys.texts("beside");
  experiment.beside_replicates = keys.whole<std::uint32_t>("beside_replicates");
  experiment.same_money = keys.whole<std::uint64_t>("same_money");
  if (!experiment.beside.empty() && experiment.answer.empty())
    keys.report("beside", "looks at a ranking: `answer` must say of which outcome");
  if (experiment.same_money > 0 && experiment.answer.empty())
    keys.report("same_money", "buys an outcome: `answer` must say which");
  read_accounting(keys, experiment.accounting);
  experiment.design = keys.text("design");
  experiment.parameters = keys.texts("parameters");
}

const std::vector<std::string>& outcomes_shown_by_default() {
  static const std::vector<std::string> all{
      "informed", "participation_poor", "poor_served",    "reported_repayment",
      "recovery", "capital_left",       "group_survival", "self_reliance"};
  return all;
}

void share_no_draws(Keys& keys, Experiment& experiment) {
  if (keys.find("worlds_per_draw") && experiment.worlds_per_draw != 1)
    keys.report("worlds_per_draw", "must be 1 in this design, which looks at means alone",
                "leave it out; `compare` and `factorial` tell luck from what isn't known");
  experiment.worlds_per_draw = 1;
}

void check_branch(Keys& keys, const Experiment& experiment, bool has_variants) {
  if (!experiment.branch_at) return;
  const int months = experiment.variants[0].scenario.months;
  if (*experiment.branch_at >= months)
    keys.report("branch_at",
                fmt::format("must be a month before the last one, which is {}", months),
                "or run longer: time.months");
  if (!has_variants)
    keys.report("branch_at", "needs variants that part there", "written [[variant]]");
}

}  // namespace swadaya
