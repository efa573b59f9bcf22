#include "sim/tables/patterns.hpp"

#include <filesystem>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "sim/base/error.hpp"
#include "sim/designs/experiment.hpp"
#include "sim/designs/findings.hpp"
#include "sim/jobs/run_jobs.hpp"
#include "sim/report/odd.hpp"
#include "sim/results/folder.hpp"
#include "sim/scenario/bundles.hpp"
#include "sim/tool/commands.hpp"

namespace swadaya::tool {

std::string facts_near(const std::string& scenario) {
  for (const std::string& bundles : bundle_folders(scenario, program_folder())) {
    const auto file = std::filesystem::path{bundles}.parent_path() / "patterns.toml";
    if (std::filesystem::is_regular_file(file)) return file.string();
  }
  return "";
}

namespace {

std::string facts_for(const std::string& scenario) {
  if (const std::string file = facts_near(scenario); !file.empty()) return file;
  throw BadInput{Problem{"", 0, 0, "", "",
                         "there is no patterns.toml above the scenario or with the program",
                         "name one with --facts"}};
}

}  // namespace

int check_patterns(const Options& options, const Catalogue& catalogue) {
  const std::string& scenario = options.files[0];
  const std::vector<Pattern> patterns =
      read_patterns(options.facts.empty() ? facts_for(scenario) : options.facts);
  Work work;
  work.threads = options.threads;
  work.ranks = options.ranks;
  if (!options.states.empty() && std::filesystem::is_directory(options.states))
    throw refused(options.states, "is a folder", "name a file");
  const std::vector<Finding> findings =
      findings_of(scenario, patterns, catalogue, options.overrides,
                  [&](const auto& e, const auto& sink) { run_jobs(e, catalogue, work, sink); });
  if (!options.states.empty())
    write_whole(options.states,
                fact_states_csv(
                    states_of(findings, read_experiment(scenario, catalogue, options.overrides))));
  if (options.json)
    fmt::print("{}\n", json_of(findings).dump(2));
  else
    fmt::print("{}", table_of(findings, options.markdown ? Markup::markdown : Markup::terminal,
                              options.in));
  return a_hard_one_fails(findings) ? answer_is_no : done;
}

int write_odd(const Options& options, const Catalogue& catalogue) {
  const std::string& scenario = options.files[0];
  const auto facts = read_patterns(options.facts.empty() ? facts_for(scenario) : options.facts);
  fmt::print("{}",
             odd_of(read_experiment(scenario, catalogue, options.overrides), catalogue, facts));
  return done;
}

}  // namespace swadaya::tool
