#include <algorithm>
#include <filesystem>
#include <fmt/format.h>

#include "sim/base/error.hpp"
#include "sim/designs/designs.hpp"
#include "sim/designs/experiment.hpp"
#include "sim/designs/package_search.hpp"
#include "sim/tool/beside.hpp"
#include "sim/tool/commands.hpp"
#include "sim/tool/provenance.hpp"
#include "sim/tool/run.hpp"
#include "sim/tool/terminal.hpp"

namespace swadaya::tool {

int run_scenarios(const Options& options, const Catalogue& catalogue) {
  std::vector<Experiment> all;
  for (const std::string& file : options.files) {
    all.push_back(read_experiment(file, catalogue, options.overrides));
    for (std::size_t i = 0; i + 1 < all.size(); ++i)
      if (all[i].name == all.back().name)
        throw BadInput{Problem{file, 0, 0, "scenario.name", all[i].name,
                               options.files[i] + " has the same name, and so the same folder",
                               "give each its own, or run them one by one with --out"}};
  }
  for (const Experiment& experiment : all) {
    Options own = options;
    if (!options.out.empty() && all.size() > 1) own.out += "/" + experiment.name;
    if (const int code = run_experiment(experiment, own, catalogue); code != done) return code;
  }
  return done;
}

int compare(const Options& options, const Catalogue& catalogue) {
  if (!options.bundles.empty()) return compare_bundles(options, catalogue);
  const Experiment experiment = read_experiment(options.files, catalogue, options.overrides);
  return run_experiment(experiment, options, catalogue,
                        experiments_beside(experiment, options, catalogue));
}

namespace {

// What is asked of a comparison's folder. Throws BadInput.
BudgetQuestion question_of(const Options& options, const Experiment& compared) {
  if (!options.budget)
    throw BadInput{Problem{options.files[0], 0, 0, "", "",
                           "is a comparison's folder: which budget may be spent?",
                           "--budget 100000, in kRp a ward"}};
  const std::string name = !options.aim.empty()      ? options.aim
                           : compared.answer.empty() ? compared.outcomes.front()
                                                     : compared.answer;
  const auto outcome = outcome_index(name);
  if (!outcome) {
    std::vector<std::string> names;
    for (const OutcomeInfo& info : outcomes()) names.push_back(info.name);
    throw BadInput{
        Problem{"--outcome", 0, 0, name, "", "is no outcome", did_you_mean(name, names)}};
  }
  const int month = options.aim_month.value_or(compared.months_shown.back());
  const auto& shown = compared.months_shown;
  if (std::find(shown.begin(), shown.end(), month) == shown.end())
    throw BadInput{Problem{"--month", 0, 0, "", std::to_string(month),
                           "is none of the months that the comparison shows",
                           fmt::format("{}", fmt::join(shown, ", "))}};
  return {*options.budget, *outcome, month};
}

// An experiment to search a budget's best use: of a file, or over the packages of a comparison.
Experiment budget_experiment(const Options& options, const Catalogue& catalogue) {
  const std::string& file = options.files[0];
  if (!std::filesystem::is_directory(file)) {
    if (!options.aim.empty() || options.aim_month)
      throw BadInput{Problem{options.aim.empty() ? "--month" : "--outcome", 0, 0, "", "",
                             "is of a comparison's folder: the file says it itself", ""}};
    return options.budget ? with_budget(file, *options.budget, catalogue, options.overrides)
                          : read_experiment(options.files, catalogue, options.overrides);
  }
  const WholeFolder whole{file, catalogue};
  const Experiment& compared = whole.experiment;
  const PackageSearch search =
      search_over_packages(file + "/experiment.toml", compared, question_of(options, compared),
                           catalogue, options.overrides);
  if (!options.quiet)
    for (const std::string& left_out : search.left_out) tell("left out: {}\n", left_out);
  return search.experiment;
}

}  // namespace

int run_design(const Options& options, const Catalogue& catalogue, const Design& design) {
  Experiment experiment = design.takes_budget
                              ? budget_experiment(options, catalogue)
                              : read_experiment(options.files, catalogue, options.overrides);
  if (design_of(experiment) != &design)
    throw BadInput{Problem{options.files[0], 0, 0, "", "", "has no [" + design.table.name + "]",
                           "`swadaya compare` runs the variants of an experiment"}};
  if (design.check_key && options.check)
    for (auto& [key, node] : experiment.search)
      if (key == design.check_key) node = node_with(node, static_cast<double>(*options.check));
  return run_experiment(experiment, options, catalogue);
}

}  // namespace swadaya::tool
