#include <algorithm>
#include <chrono>
#include <filesystem>
#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <optional>
#include <set>

#include "sim/base/error.hpp"
#include "sim/designs/trial_file.hpp"
#include "sim/jobs/run_jobs.hpp"
#include "sim/scenario/bundles.hpp"
#include "sim/tables/trials.hpp"
#include "sim/tool/commands.hpp"
#include "sim/tool/progress.hpp"
#include "sim/tool/terminal.hpp"

namespace swadaya::tool {

namespace {

namespace fs = std::filesystem;

// Those that came with the program, in the order of their names.
std::vector<std::string> own_trials() {
  std::vector<std::string> files;
  // The last folders in which bundles are looked for are the program's.
  for (const std::string& bundles : bundle_folders("/", program_folder())) {
    std::error_code none;
    for (const auto& entry :
         fs::directory_iterator{fs::path{bundles}.parent_path() / "trials", none})
      if (entry.path().extension() == ".toml") files.push_back(entry.path().string());
    if (!files.empty()) break;
  }
  std::sort(files.begin(), files.end());
  return files;
}

// A file, or the name of one that came with the program.
std::string file_named(const std::string& name, const std::vector<std::string>& own) {
  if (name.ends_with(".toml") || fs::exists(name)) return name;
  std::vector<std::string> names;
  for (const std::string& file : own) {
    names.push_back(fs::path{file}.stem().string());
    if (names.back() == name) return file;
  }
  throw BadInput{Problem{"", 0, 0, "", name, "there is no such trial",
                         did_you_mean(name, names, "name a file")}};
}

struct Planned {
  Trial trial;
  Experiment experiment;
};

// Whether it is the arms that don't go with what is set from outside: they are of another model.
bool is_of_other_models(const Trial& trial, const BadInput& bad, const Options& options,
                        const Catalogue& catalogue) {
  const auto in_file = [&](const Problem& problem) { return problem.file == trial.file; };
  if (options.overrides.set.empty() ||
      !std::all_of(bad.problems().begin(), bad.problems().end(), in_file))
    return false;
  experiment_of(trial, catalogue, {});  // throws where it is wrong in itself
  return true;
}

std::optional<Planned> planned(const std::string& file, const Options& options,
                               const Catalogue& catalogue) {
  Trial trial = read_trial(file);
  try {
    Experiment experiment = experiment_of(trial, catalogue, options.overrides);
    return Planned{std::move(trial), std::move(experiment)};
  } catch (const BadInput& bad) {
    if (!is_of_other_models(trial, bad, options, catalogue)) throw;
    tell("left out: {}\n", text_of(bad.problems()[0]));
    return std::nullopt;
  }
}

// All of them read before the first is run; what is wrong with several is said once.
std::vector<Planned> planned(const Options& options, const Catalogue& catalogue) {
  const std::vector<std::string> own = own_trials();
  std::vector<Planned> all;
  std::vector<Problem> problems;
  std::set<std::string> said;
  for (const std::string& name : options.files.empty() ? own : options.files) try {
      if (auto one = planned(file_named(name, own), options, catalogue))
        all.push_back(std::move(*one));
    } catch (const BadInput& bad) {
      for (const Problem& problem : bad.problems())
        if (said.insert(text_of(problem)).second) problems.push_back(problem);
    }
  if (all.empty() && problems.empty())
    problems.push_back({"", 0, 0, "", "", "there is no trial to run", "name a file"});
  if (!problems.empty()) throw BadInput{problems};
  return all;
}

// Tells of the jobs of one trial as part of all.
class Way {
 public:
  Way(const Options& options, std::size_t trials)
      : progress_{options.quiet ? Progress::Show::nothing : Progress::Show::what_fits, {}},
        trials_{trials} {}

  void update(std::size_t trial, const Advance& of_it) {
    const double share = (static_cast<double>(trial) + of_it.share) / static_cast<double>(trials_);
    const double passed = std::chrono::duration<double>(Clock::now() - start_).count();
    progress_.update({trial + 1, trials_, share,
                      [=] { return share > 0 ? passed * (1 - share) / share : 0; }, "trials"});
  }

 private:
  using Clock = std::chrono::steady_clock;
  Progress progress_;
  std::size_t trials_;
  Clock::time_point start_ = Clock::now();
};

}  // namespace

int hold_trials(const Options& options, const Catalogue& catalogue) {
  const std::vector<Planned> all = planned(options, catalogue);
  std::vector<Tested> results;
  {
    Way way{options, all.size()};
    for (std::size_t i = 0; i < all.size(); ++i) {
      Work work;
      work.threads = options.threads;
      work.ranks = options.ranks;
      work.progress = [&](const Advance& advance) { way.update(i, advance); };
      results.push_back(
          tested(all[i].trial, all[i].experiment,
                 [&](const auto& e, const auto& sink) { run_jobs(e, catalogue, work, sink); }));
    }
  }
  if (options.json)
    fmt::print("{}\n", json_of(results).dump(2));
  else
    fmt::print("{}", table_of(results, options.markdown ? Markup::markdown : Markup::terminal,
                              options.in));
  return a_sign_is_wrong(results) ? answer_is_no : done;
}

}  // namespace swadaya::tool
