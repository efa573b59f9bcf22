#include "sim/tool/run.hpp"

#include <filesystem>
#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <optional>
#include <set>

#include "sim/base/checksum.hpp"
#include "sim/base/error.hpp"
#include "sim/base/notes.hpp"
#include "sim/base/version.hpp"
#include "sim/designs/designs.hpp"
#include "sim/designs/experiment.hpp"
#include "sim/designs/generations.hpp"
#include "sim/jobs/checkpoint.hpp"
#include "sim/jobs/ranks.hpp"
#include "sim/results/folder.hpp"
#include "sim/results/manifest.hpp"
#include "sim/scenario/late_events.hpp"
#include "sim/scenario/peer_warnings.hpp"
#include "sim/tables/beside.hpp"
#include "sim/tables/designs.hpp"
#include "sim/tables/same_money.hpp"
#include "sim/tool/beside.hpp"
#include "sim/tool/sitting.hpp"
#include "sim/tool/terminal.hpp"
#include "sim/world/draw.hpp"

namespace swadaya::tool {

namespace {

// "16 processes on 4 machines, 256 threads", where there are others.
void say_who_works(const Ranks& ranks, std::size_t threads) {
  if (ranks.count() == 1) return;
  std::set<std::string> hosts;
  for (const Process& process : ranks.all()) hosts.insert(process.host);
  tell("{} processes on {} machine{}, {} threads\n", ranks.count(), hosts.size(),
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
    add_readings(manifest, readings());
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
  const bool finished = run(experiment, 0, {}) && (!search || search->go(generations)) &&
                        run_beside(folder, experiment, catalogue, sitting.aside(catalogue));
  Failures& failures = sitting.failures;
  store.load();
  manifest.ended = utc_now();
  manifest.failed = failures.runs(store);
  if (!finished) {
    // Before the tables: a launcher that wants its ranks to stop doesn't wait for long.
    write_manifest("interrupted");
    tell("{}: {}; `swadaya resume {}` does the rest\n",
         Sitting::was_interrupted() ? "interrupted" : "time is up",
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
    tell(
        "{} of {} runs failed, {} of {} replicates are complete; {}/manifest.json has the "
        "reasons. The first:\n",
        manifest.failed.size(), store.variants().size() * experiment.replicates,
        store.complete_replicates(), experiment.replicates, folder);
    failures.raise();
  }
  return finished;
}

void show(const Store& store, const Experiment& experiment, const Options& options) {
  const Presentation presentation = presentation_of(experiment);
  const std::string report = report_of(store);
  std::optional<Answers> own;
  if (!experiment.answer.empty() && experiment.design.empty())
    own = answers_of(experiment, store, "");
  const std::vector<Answers> beside = answers_in(store.folder(), experiment);
  if (options.json) {
    auto json = presentation.json(experiment, store);
    json["folder"] = store.folder();
    if (!report.empty()) json["report"] = report;
    if (own) json["answer"] = answer_json(experiment, *own, beside);
    if (own && experiment.same_money > 0) json["same_money"] = same_money_json(experiment, store);
    fmt::print("{}\n", json.dump(2));
  } else {
    if (own && !own->order.empty()) {
      fmt::print("{}\n", answer_text(experiment, *own, beside, terminal_look()));
      if (const std::string table = same_money_table(experiment, store, terminal_look());
          !table.empty())
        fmt::print("{}\n", table);
    }
    fmt::print("{}\nresults: {}\n", presentation.text(experiment, store, terminal_look()),
               store.folder());
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

// Of what runs: the resolved experiment and its sample of parameters.
std::string experiment_checksum(const std::string& folder) {
  const std::string own = checksum_of_file(folder + "/experiment.toml");
  // A calibration leaves a sample of this name, which it doesn't draw from.
  const Node root = read_toml(folder + "/experiment.toml");
  const Node* table = root.find("experiment");
  const bool draws = table && table->find("posterior");
  return draws ? own + checksum_of_file(folder + "/" + Posterior::name_in_folder) : own;
}

// Of all ranks.
std::size_t threads_of(const Options& options) {
  std::size_t all = 0;
  for (const Process& rank : options.ranks->all())
    all += options.threads == 0 ? rank.threads : options.threads;
  return all;
}

}  // namespace

void warn_of(const Experiment& experiment, const Catalogue& catalogue) {
  for (const std::string& warning : late_event_warnings(experiment)) tell("{}\n", warning);
  for (const std::string& warning : peer_warnings(experiment, catalogue)) tell("{}\n", warning);
}

void check_data_files(const Experiment& experiment) {
  std::set<Values> seen;
  for (const Variant& variant : experiment.variants) {
    Values of_files;
    for (const char* key :
         {"world.from", "world.households", "world.columns", "world.select", "network.edges",
          "network.columns", "network.weight", "network.weight_above"})
      of_files.emplace(key, variant.scenario.values.at(key));
    const bool reads = !std::get<std::string>(of_files.at("world.households")).empty() ||
                       !std::get<std::string>(of_files.at("network.edges")).empty() ||
                       std::get<double>(of_files.at("world.from")) != 0;
    if (reads && seen.insert(std::move(of_files)).second)
      draw_world(variant.scenario.values, experiment.seed, 0);
  }
}

bool run_into(Store& store, const Experiment& experiment, const Options& options,
              const Catalogue& catalogue) {
  Manifest manifest;
  manifest.command = options.command;
  manifest.plugins = options.plugins;
  for (const std::string& file : options.plugins)
    manifest.plugin_checksums.push_back(checksum_of_file(file));
  manifest.threads = threads_of(options);
  manifest.ranks = options.ranks->all().size();
  manifest.started = utc_now();
  if (!experiment.from.empty()) manifest.from_checksum = Checkpoint{experiment.from}.checksum();
  if (const Posterior& posterior = experiment.posterior; !posterior.keys.empty())
    write_whole(store.folder() + "/" + Posterior::name_in_folder,
                posterior_csv(posterior.keys, posterior.sample, posterior.models));
  write_whole(store.folder() + "/experiment.toml", resolved_toml(experiment, catalogue));
  manifest.experiment_checksum = experiment_checksum(store.folder());
  return go_on(store, manifest, experiment, options, catalogue);
}

int run_experiment(const Experiment& experiment, const Options& options, const Catalogue& catalogue,
                   const std::vector<Experiment>& beside) {
  if (!options.max_time.empty()) seconds_in(options.max_time);  // wrong before anything is made
  if (!options.quiet) warn_of(experiment, catalogue);
  const std::string folder = options.out.empty() ? "results/" + experiment.name : options.out;
  check_not_in(folder, experiment.from);
  check_data_files(experiment);
  Store store{folder, experiment, options.overwrite ? Existing::overwrite : Existing::refuse};
  keep_beside(folder, beside, catalogue);
  if (!run_into(store, experiment, options, catalogue)) return interrupted;
  show(store, experiment, options);
  return done;
}

void check_plugins_of(const std::string& folder, const std::vector<std::string>& named) {
  const Manifest manifest = read_manifest(folder);
  const std::vector<std::string>& made_with = manifest.plugins;
  if (named.size() < made_with.size())
    throw refused(
        folder,
        fmt::format("was made with the plug-in {}; reading a folder runs no code that the "
                    "folder names",
                    made_with[named.size()]),
        fmt::format("name {} again: --plugin {}",
                    made_with.size() == 1 ? "it" : "them, in their order",
                    made_with[named.size()]));
  for (std::size_t i = 0; i < made_with.size(); ++i)
    if (i >= manifest.plugin_checksums.size() ||
        checksum_of_file(named[i]) != manifest.plugin_checksums[i])
      throw refused(named[i], "isn't the plug-in that " + folder + " was made with", "");
}

void check_whole(const Store& store) {
  const std::vector<Finished> damaged = store.damaged();
  if (damaged.empty()) return;
  const Finished& first = damaged.front();
  const std::string name =
      first.variant < store.variants().size() ? store.variants()[first.variant].name : "?";
  throw refused(
      store.folder() + "/results.db",
      fmt::format(
          "is damaged: what is stored of variant `{}` in replicate {} isn't what "
          "was written{}",
          name, first.replicate,
          damaged.size() == 1 ? "" : fmt::format(", nor of {} other runs", damaged.size() - 1)),
      "`swadaya resume " + store.folder() + "` runs them again");
}

int resume(const Options& options, const Catalogue& catalogue) {
  const std::string& folder = options.files[0];
  if (!options.max_time.empty()) seconds_in(options.max_time);
  Store store = Store::open(folder, Access::write);
  if (const std::vector<Finished> damaged = store.damaged(); !damaged.empty()) {
    tell("{}/results.db: {} runs are damaged and run again\n", folder, damaged.size());
    store.forget(damaged);
  }
  Manifest manifest = read_manifest(folder);
  if (manifest.made_by_version != version || manifest.made_by_commit != commit)
    throw refused(
        folder,
        fmt::format("was begun by swadaya {} ({}); this is {} ({}), whose results may differ",
                    manifest.made_by_version, manifest.made_by_commit, version, commit),
        "finish it with that version, or run " + folder +
            "/experiment.toml again into another folder");
  if (experiment_checksum(folder) != manifest.experiment_checksum)
    throw refused(folder + "/experiment.toml", "isn't what the run was begun with",
                  "put that one back, or run this one into another folder");
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

}  // namespace swadaya::tool
