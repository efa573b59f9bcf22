#include "sim/tool/run.hpp"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cmath>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <fmt/format.h>
#include <mutex>
#include <nlohmann/json.hpp>
#include <optional>
#include <set>

#include "sim/base/error.hpp"
#include "sim/base/version.hpp"
#include "sim/designs/designs.hpp"
#include "sim/designs/experiment.hpp"
#include "sim/designs/generations.hpp"
#include "sim/jobs/checkpoint.hpp"
#include "sim/jobs/ranks.hpp"
#include "sim/jobs/run_jobs.hpp"
#include "sim/results/folder.hpp"
#include "sim/results/manifest.hpp"
#include "sim/scenario/peer_warnings.hpp"
#include "sim/tables/designs.hpp"
#include "sim/tool/progress.hpp"
#include "sim/tool/terminal.hpp"

namespace swadaya::tool {

namespace {

std::atomic<bool> asked_to_stop = false;

// The first Ctrl-C lets running months end; the second one kills.
void stop(int signal) {
  asked_to_stop = true;
  std::signal(signal, SIG_DFL);
}

// What models failed in, while the rest goes on.
class Failures {
 public:
  void add(const Job& job, const ModelFailure& failure) {  // any thread
    const std::lock_guard guard{mutex_};
    for (const std::size_t variant : job.variants)
      all_.push_back({variant, job.replicate, failure});
  }
  bool any() const { return !all_.empty(); }
  // By replicate and variant, whichever thread was first.
  std::vector<FailedRun> runs(const Store& store) {
    sort();
    std::vector<FailedRun> runs;
    for (const One& one : all_)
      runs.push_back({store.variants()[one.variant].name, one.replicate, one.failure.what()});
    return runs;
  }
  [[noreturn]] void raise() {
    sort();
    throw all_.front().failure;
  }

 private:
  struct One {
    std::size_t variant;
    std::uint32_t replicate;
    ModelFailure failure;
  };
  void sort() {
    std::sort(all_.begin(), all_.end(), [](const One& a, const One& b) {
      return a.replicate != b.replicate ? a.replicate < b.replicate : a.variant < b.variant;
    });
  }
  std::mutex mutex_;
  std::vector<One> all_;
};

// Reading a row of all outcomes back and writing what the tables make of it, as `cost_of` counts:
// about 5 us against 18 ns for a household, month and lane.
double cost_of_tables(const Experiment& experiment) {
  constexpr double of_a_row = 280;
  const bool every_month = writes_every_month(experiment);
  return of_a_row * static_cast<double>(experiment.variants.size()) * experiment.replicates *
         (every_month ? experiment.variants[0].scenario.months + 1.0
                      : 2.0 * static_cast<double>(experiment.months_shown.size()));
}

// One sitting at a folder: until all is done, a signal comes or the time of --max-time is up.
class Sitting {
 public:
  // `searched`: runs of a search at most, of a variant in a world, stored ones too; 0 for none.
  Sitting(const Experiment& experiment, const Options& options, Store& store, std::size_t searched)
      : options_{options},
        store_{store},
        stored_{store.finished()},
        is_search_{searched > 0},
        runs_{runs_left(experiment, searched, stored_.size())},
        progress_{options.quiet ? Progress::Show::nothing : Progress::Show::what_fits,
                  work_of(experiment)} {
    asked_to_stop = false;
    std::signal(SIGINT, stop);
    std::signal(SIGTERM, stop);
    if (!options.max_time.empty())
      end_ = Clock::now() + std::chrono::duration_cast<Clock::duration>(
                                std::chrono::duration<double>(seconds_in(options.max_time)));
  }

  // Runs what isn't stored yet of an experiment whose first variant is number `first` of the store,
  // and keeps these months of it (none said: all). False where it was stopped.
  bool run(const Experiment& experiment, const Catalogue& catalogue, std::size_t first,
           const std::vector<int>& months) {
    std::unique_ptr<CheckpointWriter> checkpoint;
    if (experiment.checkpoint)
      checkpoint =
          std::make_unique<CheckpointWriter>(store_.folder(), header_of(experiment, catalogue));
    std::size_t left = 0;
    for (std::size_t v = 0; v < experiment.variants.size(); ++v)
      for (std::uint32_t r = 0; r < experiment.replicates; ++r) left += !is_stored(first + v, r);
    Work work;
    work.threads = options_.threads;
    work.ranks = options_.ranks;
    work.is_done = [&](std::size_t variant, std::uint32_t replicate) {
      return is_stored(first + variant, replicate) && (!checkpoint || checkpoint->has(replicate));
    };
    work.keep = [&](std::uint32_t replicate, const World& world, const History& history) {
      checkpoint->add(replicate, world, history);
    };
    work.go_on = [&] { return !asked_to_stop && !(end_ && Clock::now() >= *end_); };
    work.failed = [&](const Job& job, const ModelFailure& failure) {
      failures.add(in_store(job, first), failure);
    };
    work.progress = [&](const Advance& advance) {
      progress_.update(is_search_ ? of_search(advance, left) : advance);
    };
    if (!is_search_) work.cost_after = cost_of_tables(experiment);
    const bool finished = run_jobs(
        experiment, catalogue, work, [&](const Job& job, const std::vector<Series>& series) {
          // Stored already, where only its place in the checkpoint was lost.
          if (!checkpoint || !is_stored(first, job.replicate))
            store_.add(job.replicate, in_store(job, first).variants, series, months);
        });
    done_ += left;
    if (checkpoint && checkpoint->finish() && !options_.json && !options_.quiet)
      fmt::print(stderr, "checkpoint: {}\n", checkpoint->file());
    return finished;
  }

  Failures failures;

 private:
  using Clock = std::chrono::steady_clock;

  static std::size_t runs_left(const Experiment& experiment, std::size_t searched,
                               std::size_t stored) {
    const std::size_t all = experiment.variants.size() * experiment.replicates + searched;
    return all - std::min(all, stored);
  }
  // In household-months; of a search, of what is left of it.
  std::optional<double> work_of(const Experiment& experiment) const {
    auto all = household_months_of(experiment);
    if (all && is_search_)
      *all *= static_cast<double>(runs_) /
              static_cast<double>(experiment.variants.size() * experiment.replicates);
    return all;
  }
  // How far the whole search is when a generation is that far; it may end sooner than foreseen.
  Advance of_search(const Advance& generation, std::size_t left) const {
    const double done = static_cast<double>(done_) + generation.share * static_cast<double>(left);
    const double share = std::min(1.0, done / static_cast<double>(std::max<std::size_t>(1, runs_)));
    const double passed = std::chrono::duration<double>(Clock::now() - begun_).count();
    return {static_cast<std::size_t>(done), runs_, share,
            [=] { return share > 0 ? passed / share - passed : 0.0; }, "runs"};
  }

  static Job in_store(Job job, std::size_t first) {
    for (std::size_t& variant : job.variants) variant += first;
    return job;
  }
  bool is_stored(std::size_t variant, std::uint32_t replicate) const {
    return std::binary_search(stored_.begin(), stored_.end(), Finished{variant, replicate},
                              [](const Finished& a, const Finished& b) {
                                return a.variant != b.variant ? a.variant < b.variant
                                                              : a.replicate < b.replicate;
                              });
  }

  const Options& options_;
  Store& store_;
  const std::vector<Finished> stored_;  // before; by variant, then replicate
  const bool is_search_;
  const std::size_t runs_;  // that are to be run, at most
  const Clock::time_point begun_ = Clock::now();
  std::size_t done_ = 0;
  Progress progress_;
  std::optional<Clock::time_point> end_;
};

// "16 processes on 4 machines, 256 threads", where there are others.
void say_who_works(const Ranks& ranks, std::size_t threads) {
  if (ranks.count() == 1) return;
  std::set<std::string> hosts;
  for (const Process& process : ranks.all()) hosts.insert(process.host);
  fmt::print(stderr, "{} processes on {} machine{}, {} threads\n", ranks.count(), hosts.size(),
             hosts.size() == 1 ? "" : "s", threads);
}

// The CSV files that people read in other programs.
void write_tables(const Experiment& experiment, const Store& store, const Catalogue& catalogue) {
  for (const ResultTable& table : presentation_of(experiment).tables)
    write_whole(store.folder() + "/" + table.file, table.csv(experiment, store, catalogue));
}

bool go_on(Store& store, Manifest& manifest, const Experiment& experiment, const Options& options,
           const Catalogue& catalogue) {
  const std::string& folder = store.folder();
  const auto write_manifest = [&](const char* status) {
    manifest.status = status;
    manifest.complete_replicates = store.complete_replicates();
    write_whole(folder + "/manifest.json", manifest_json(manifest, experiment));
  };
  write_manifest("running");
  if (!options.quiet) say_who_works(*options.ranks, manifest.threads);
  const std::optional<Search> search = search_of(experiment);
  Sitting sitting{experiment, options, store, search ? search->runs : 0};
  const RunMissing run = [&](const Experiment& e, std::size_t first, const std::vector<int>& kept) {
    return sitting.run(e, catalogue, first, kept);
  };
  Generations generations{experiment, store, run};
  const bool finished = run(experiment, 0, {}) && (!search || search->go(generations));
  Failures& failures = sitting.failures;
  store.load();
  manifest.ended = utc_now();
  manifest.failed = failures.runs(store);
  if (!finished) {
    // Before the tables: a launcher that wants its ranks to stop doesn't wait for long.
    write_manifest("interrupted");
    fmt::print(stderr, "{}: {}; `swadaya resume {}` does the rest\n",
               asked_to_stop ? "interrupted" : "time is up",
               search ? fmt::format("in generation {}", generations.count())
                      : fmt::format("{} of {} replicates are complete", store.complete_replicates(),
                                    experiment.replicates),
               folder);
  }
  const bool has_tables = search ? finished : store.complete_replicates() > 0;
  if (has_tables) write_tables(experiment, store, catalogue);
  write_manifest(failures.any() ? "failed" : finished ? "finished" : "interrupted");
  if (has_tables) write_report(store, experiment, catalogue);
  if (failures.any()) {
    fmt::print(stderr,
               "{} of {} runs failed, {} of {} replicates are complete; {}/manifest.json has the "
               "reasons. The first:\n",
               manifest.failed.size(), store.variants().size() * experiment.replicates,
               store.complete_replicates(), experiment.replicates, folder);
    failures.raise();
  }
  return finished;
}

void show(const Store& store, const Experiment& experiment, const Options& options,
          const FirstLines& first = {}) {
  const Presentation presentation = presentation_of(experiment);
  const std::string report = report_of(store);
  if (options.json) {
    auto json = presentation.json(experiment, store);
    json["folder"] = store.folder();
    if (!report.empty()) json["report"] = report;
    if (!first.json.is_null()) json["answer"] = first.json;
    fmt::print("{}\n", json.dump(2));
  } else {
    fmt::print("{}{}\nresults: {}\n", first.text,
               presentation.text(experiment, store, terminal_look()), store.folder());
    if (!report.empty()) fmt::print("report: {}\n", report);
  }
}

// The folder is emptied before the run goes on from the file.
void check_not_in(const std::string& folder, const std::string& from) {
  namespace fs = std::filesystem;
  if (!from.empty() && fs::weakly_canonical(from).parent_path() == fs::weakly_canonical(folder))
    throw refused(folder, "holds the checkpoint that the run goes on from",
                  "name another place with --out");
}

// Of all ranks.
std::size_t threads_of(const Options& options) {
  std::size_t all = 0;
  for (const Process& rank : options.ranks->all())
    all += options.threads == 0 ? rank.threads : options.threads;
  return all;
}

}  // namespace

void warn_of_peers(const Experiment& experiment, const Catalogue& catalogue) {
  for (const std::string& warning : peer_warnings(experiment, catalogue))
    fmt::print(stderr, "{}\n", warning);
}

bool run_into(Store& store, const Experiment& experiment, const Options& options,
              const Catalogue& catalogue) {
  Manifest manifest;
  manifest.command = options.command;
  manifest.plugins = options.plugins;
  manifest.threads = threads_of(options);
  manifest.ranks = options.ranks->all().size();
  manifest.started = utc_now();
  if (!experiment.from.empty()) manifest.from_checksum = Checkpoint{experiment.from}.checksum();
  if (const Posterior& posterior = experiment.posterior; !posterior.keys.empty())
    write_whole(store.folder() + "/" + Posterior::name_in_folder,
                posterior_csv(posterior.keys, posterior.sample));
  write_whole(store.folder() + "/experiment.toml", resolved_toml(experiment, catalogue));
  return go_on(store, manifest, experiment, options, catalogue);
}

int run_experiment(const Experiment& experiment, const Options& options, const Catalogue& catalogue,
                   const std::function<FirstLines(const Store&)>& first_lines) {
  if (!options.max_time.empty()) seconds_in(options.max_time);  // wrong before anything is made
  if (!options.quiet) warn_of_peers(experiment, catalogue);
  const std::string folder = options.out.empty() ? "results/" + experiment.name : options.out;
  check_not_in(folder, experiment.from);
  Store store{folder, experiment, options.overwrite ? Existing::overwrite : Existing::refuse};
  if (!run_into(store, experiment, options, catalogue)) return interrupted;
  show(store, experiment, options, first_lines ? first_lines(store) : FirstLines{});
  return done;
}

std::vector<std::string> plugins_of(const std::string& folder) {
  return read_manifest(folder).plugins;
}

int resume(const Options& options, const Catalogue& catalogue) {
  const std::string& folder = options.files[0];
  if (!options.max_time.empty()) seconds_in(options.max_time);
  Store store = Store::open(folder, Access::write);
  Manifest manifest = read_manifest(folder);
  if (manifest.made_by_version != version || manifest.made_by_commit != commit)
    throw refused(
        folder,
        fmt::format("was begun by swadaya {} ({}); this is {} ({}), whose results may differ",
                    manifest.made_by_version, manifest.made_by_commit, version, commit),
        "finish it with that version, or run " + folder +
            "/experiment.toml again into another folder");
  const Experiment experiment = read_experiment(folder + "/experiment.toml", catalogue, {});
  if (!experiment.from.empty() && Checkpoint{experiment.from}.checksum() != manifest.from_checksum)
    throw refused(experiment.from, "isn't the checkpoint that " + folder + " was begun from",
                  "put that one back, or run into another folder");
  ++manifest.resumed;
  manifest.threads = threads_of(options);
  manifest.ranks = options.ranks->all().size();
  manifest.ended.clear();
  if (!go_on(store, manifest, experiment, options, catalogue)) return interrupted;
  show(store, experiment, options);
  return done;
}

double seconds_in(const std::string& time) {
  char* end = nullptr;
  const double number = std::strtod(time.c_str(), &end);
  const std::string unit = end;
  const double seconds = unit.empty() || unit == "s" ? 1
                         : unit == "m"               ? 60
                         : unit == "h"               ? 3600
                         : unit == "d"               ? 86400
                                                     : 0;
  if (end == time.c_str() || seconds == 0 || !(number > 0) || !std::isfinite(number))
    throw BadInput{
        Problem{"", 0, 0, "--max-time", time, "must be a time such as 90s, 15m, 2h or 1d", ""}};
  return number * seconds;
}

}  // namespace swadaya::tool
