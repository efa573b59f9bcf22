#include <atomic>
#include <csignal>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "sim/comparison.hpp"
#include "sim/error.hpp"
#include "sim/jobs.hpp"
#include "sim/manifest.hpp"
#include "sim/parallel.hpp"
#include "sim/results_folder.hpp"
#include "sim/store.hpp"
#include "sim/tool/commands.hpp"
#include "sim/tool/progress.hpp"

namespace swadaya::tool {

namespace {

std::atomic<bool> asked_to_stop = false;

// The first Ctrl-C lets running months end; the second one kills.
void stop(int signal) {
  asked_to_stop = true;
  std::signal(signal, SIG_DFL);
}

double households_of(const Scenario& s) {
  double all = 1;
  for (const char* key :
       {"areas", "wards_per_area", "rw_per_ward", "rt_per_rw", "households_per_rt"})
    all *= std::get<double>(s.values.at(std::string{"world."} + key));
  return all;
}

int run_one(const Experiment& experiment, const Options& options, const Catalogue& catalogue) {
  const std::string folder = options.out.empty() ? "results/" + experiment.name : options.out;
  Store store{folder, experiment, options.overwrite ? Existing::overwrite : Existing::refuse};
  Manifest manifest;
  manifest.command = options.command;
  manifest.plugins = options.plugins;
  manifest.threads = options.threads == 0 ? threads_available() : options.threads;
  manifest.started = utc_now();
  write_whole(folder + "/experiment.toml", resolved_toml(experiment, catalogue));
  write_whole(folder + "/manifest.json", manifest_json(manifest, experiment));

  asked_to_stop = false;
  std::signal(SIGINT, stop);
  std::signal(SIGTERM, stop);
  const Scenario& first = experiment.variants[0].scenario;
  const auto jobs = jobs_of(experiment).size();
  const double cells = households_of(first) * first.months *
                       static_cast<double>(experiment.variants.size()) * experiment.replicates;
  bool finished = false;
  try {
    Progress progress{options.quiet ? Progress::Show::nothing : Progress::Show::what_fits,
                      cells / static_cast<double>(jobs)};
    Work work;
    work.threads = options.threads;
    work.go_on = [] { return !asked_to_stop; };
    work.progress = [&](std::size_t done, std::size_t all) { progress.update(done, all); };
    finished = run_jobs(experiment, catalogue, work,
                        [&](const Job& job, const std::vector<Series>& series) {
                          store.add(job.replicate, job.variants, series);
                        });
  } catch (const ModelFailure&) {
    store.load();
    manifest.ended = utc_now();
    manifest.status = "failed";
    manifest.complete_replicates = store.complete_replicates();
    write_whole(folder + "/manifest.json", manifest_json(manifest, experiment));
    throw;
  }
  store.load();
  manifest.ended = utc_now();
  manifest.status = finished ? "finished" : "interrupted";
  manifest.complete_replicates = store.complete_replicates();
  if (store.complete_replicates() > 0) {
    write_whole(folder + "/series.csv", series_csv(experiment, store));
    if (experiment.variants.size() > 1)
      write_whole(folder + "/comparison.csv", comparison_csv(experiment, store));
  }
  write_whole(folder + "/manifest.json", manifest_json(manifest, experiment));
  if (!finished) {
    fmt::print(stderr, "interrupted: {} of {} replicates are complete in {}\n",
               store.complete_replicates(), experiment.replicates, folder);
    return interrupted;
  }
  if (options.json) {
    auto json = comparison_json(experiment, store);
    json["folder"] = folder;
    fmt::print("{}\n", json.dump(2));
  } else {
    fmt::print("{}\nresults: {}\n", comparison_table(experiment, store), folder);
  }
  return done;
}

}  // namespace

int run_scenarios(const Options& options, const Catalogue& catalogue) {
  for (const std::string& file : options.files) {
    Options own = options;
    const Experiment experiment = read_experiment(file, catalogue, options.overrides);
    if (!options.out.empty() && options.files.size() > 1) own.out += "/" + experiment.name;
    if (const int code = run_one(experiment, own, catalogue); code != done) return code;
  }
  return done;
}

int compare(const Options& options, const Catalogue& catalogue) {
  return run_one(read_experiment(options.files, catalogue, options.overrides), options, catalogue);
}

}  // namespace swadaya::tool
