#include "sim/tool/running.hpp"

#include <atomic>
#include <csignal>
#include <fmt/format.h>

#include "sim/comparison.hpp"
#include "sim/jobs.hpp"
#include "sim/manifest.hpp"
#include "sim/parallel.hpp"
#include "sim/peer_effects.hpp"
#include "sim/results_folder.hpp"
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

}  // namespace

void warn_of_peers(const Experiment& experiment, const Catalogue& catalogue) {
  for (const std::string& warning : peer_warnings(experiment, catalogue))
    fmt::print(stderr, "{}\n", warning);
}

bool run_into(Store& store, const Experiment& experiment, const Options& options,
              const Catalogue& catalogue) {
  const std::string& folder = store.folder();
  Manifest manifest;
  manifest.command = options.command;
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
  {
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
  if (!finished)
    fmt::print(stderr, "interrupted: {} of {} replicates are complete in {}\n",
               store.complete_replicates(), experiment.replicates, folder);
  return finished;
}

}  // namespace swadaya::tool
