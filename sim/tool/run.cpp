#include "sim/tool/run.hpp"

#include <filesystem>
#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <optional>
#include <set>

#include "sim/base/error.hpp"
#include "sim/base/notes.hpp"
#include "sim/designs/designs.hpp"
#include "sim/designs/experiment.hpp"
#include "sim/designs/generations.hpp"
#include "sim/jobs/ranks.hpp"
#include "sim/report/outlines.hpp"
#include "sim/results/folder.hpp"
#include "sim/results/manifest.hpp"
#include "sim/results/world_files.hpp"
#include "sim/scenario/late_events.hpp"
#include "sim/scenario/peer_warnings.hpp"
#include "sim/tables/beside.hpp"
#include "sim/tables/designs.hpp"
#include "sim/tables/increments.hpp"
#include "sim/tables/same_money.hpp"
#include "sim/tool/beside.hpp"
#include "sim/tool/provenance.hpp"
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

// The CSV files that people read in other programs, and tables of results.db with the same.
void write_tables(const Experiment& experiment, Store& store, const Catalogue& catalogue) {
  for (const ResultTable& table : presentation_of(experiment).tables) {
    write_whole(store.folder() + "/" + table.file, table.csv(experiment, store, catalogue));
    if (table.keep) table.keep(experiment, store);
  }
}

// The folder is emptied before the run reads the file.
void check_not_in(const std::string& folder, const std::string& file, const char* what) {
  namespace fs = std::filesystem;
  if (!file.empty() && fs::weakly_canonical(file).parent_path() == fs::weakly_canonical(folder))
    throw refused(folder, fmt::format("holds {}", what), "name another place with --out");
}

}  // namespace

void warn_of(const Experiment& experiment, const Catalogue& catalogue) {
  for (const std::string& warning : late_event_warnings(experiment)) tell("{}\n", warning);
  for (const std::string& warning : peer_warnings(experiment, catalogue)) tell("{}\n", warning);
}

bool go_on(Store& store, Manifest& manifest, const Experiment& experiment, const Options& options,
           const Catalogue& catalogue) {
  const std::string& folder = store.folder();
  const auto write_manifest = [&](const char* status) {
    manifest.status = status;
    manifest.answers_checksum = answers_checksum(store);
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
                        run_beside(store, experiment, catalogue, sitting.aside(catalogue));
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
    if (own) json["increments"] = increments_json(experiment, store);
    if (own && experiment.same_money > 0) json["same_money"] = same_money_json(experiment, store);
    fmt::print("{}\n", json.dump(2));
  } else {
    if (own && !own->order.empty()) {
      if (const std::string steps = increments_text(experiment, store, terminal_look());
          !steps.empty())
        fmt::print("{}\n", steps);
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

namespace {

// The map of the ward, which all variants have in common.
void check_outlines(const Experiment& experiment) {
  const Values& values = experiment.variants[experiment.baseline].scenario.values;
  const auto file = std::get<std::string>(values.at("world.outlines"));
  if (file.empty()) return;
  const Outlines outlines = outlines_of(file, place_names_of(values));
  note(fmt::format("{}: outlines of {} {}{}", file, outlines.shapes.size(),
                   outlines.are_rts ? "RT" : "RW",
                   outlines.missing.empty()
                       ? ""
                       : fmt::format("; without one: {}", fmt::join(outlines.missing, ", "))));
}

}  // namespace

void check_data_files(const Experiment& experiment) {
  check_outlines(experiment);
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
              const Catalogue& catalogue, const std::vector<Experiment>& beside) {
  const std::string& folder = store.folder();
  Manifest manifest;
  manifest.command = options.command;
  manifest.plugins = options.plugins;
  manifest.threads = threads_of(options);
  manifest.ranks = options.ranks->all().size();
  manifest.started = utc_now();
  WorldFiles files;
  files.take(experiment);
  for (const Experiment& other : beside) files.take(other);
  files.write(folder);
  keep_beside(folder, beside, files, catalogue);
  if (const Posterior& posterior = experiment.posterior; !posterior.keys.empty())
    write_whole(folder + "/" + Posterior::name_in_folder,
                posterior_csv(posterior.keys, posterior.sample, posterior.models));
  Experiment kept = experiment;
  if (!kept.facts.file.empty()) {
    kept.facts.file = FactStates::name_in_folder;
    write_whole(folder + "/" + kept.facts.file, fact_states_csv(kept.facts.all));
  }
  write_whole(folder + "/experiment.toml", files.named_within(resolved_toml(kept, catalogue)));
  keep_provenance(store, manifest, experiment, files);
  const bool finished = go_on(store, manifest, experiment, options, catalogue);
  if (const std::string changed = changed_file(folder, files.sources()); !changed.empty())
    tell("{}: it changed while the run went on; {} says which it was\n", changed,
         folder + "/manifest.json");
  return finished;
}

int run_experiment(const Experiment& experiment, const Options& options, const Catalogue& catalogue,
                   const std::vector<Experiment>& beside) {
  if (!options.max_time.empty()) seconds_in(options.max_time);  // wrong before anything is made
  if (!options.quiet) warn_of(experiment, catalogue);
  const std::string folder = options.out.empty() ? "results/" + experiment.name : options.out;
  check_not_in(folder, experiment.from, "the checkpoint that the run goes on from");
  WorldFiles files;
  files.take(experiment);
  for (const auto& [file, checksum] : files.sources())
    check_not_in(folder, file, "a file that its worlds are read from");
  check_data_files(experiment);
  Store store{folder, experiment, options.overwrite ? Existing::overwrite : Existing::refuse};
  if (!run_into(store, experiment, options, catalogue, beside)) return interrupted;
  show(store, experiment, options);
  return done;
}

}  // namespace swadaya::tool
