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
#include "sim/jobs/parts.hpp"
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

void check_parts(const Experiment& experiment, const std::string& parts) {
  if (parts.empty()) return;
  const auto refuse = [&](const std::string& rule, const std::string& suggestion) {
    throw BadInput{Problem{"", 0, 0, "--parts", parts, rule, suggestion}};
  };
  const Part part = part_in(parts);
  if (is_search(experiment))
    refuse(fmt::format("{} can't be cut: each of its steps depends on those before",
                       design_of(experiment)->called),
           "mpirun and srun spread it over machines");
  if (experiment.checkpoint)
    refuse("a checkpoint is of all worlds of one run", "run it whole, or without --checkpoint");
  if (const std::size_t most = most_parts(experiment); part.of > most)
    refuse(fmt::format("there are {} jobs: more parts than that would have nothing to do", most),
           fmt::format("cut it into {} at most", most));
}

void warn_of(const Experiment& experiment, const Catalogue& catalogue) {
  for (const std::string& warning : late_event_warnings(experiment)) tell("{}\n", warning);
  for (const std::string& warning : peer_warnings(experiment, catalogue)) tell("{}\n", warning);
}

namespace {

std::vector<Finished> elsewhere_of(const Experiment& experiment, const std::optional<Part>& part) {
  return part ? of_others(experiment, *part) : std::vector<Finished>{};
}

void tell_begin(const Store& store, const Experiment& experiment, const Manifest& manifest) {
  tell_event({{"event", "begin"},
              {"experiment", experiment.name},
              {"folder", store.folder()},
              {"part", manifest.part.empty() ? nlohmann::json() : nlohmann::json(manifest.part)},
              {"variants", experiment.variants.size()},
              {"replicates", experiment.replicates}});
}

void tell_end(const Store& store, const Manifest& manifest) {
  tell_event({{"event", "end"},
              {"folder", store.folder()},
              {"status", manifest.status},
              {"complete_replicates", manifest.complete_replicates},
              {"runs", store.finished().size()}});
}

// What is stored, in words: of a part its runs, as no replicate need be complete.
std::string stored_in_words(const Store& store, const Experiment& experiment,
                            const std::optional<Part>& part) {
  if (part)
    return fmt::format(
        "{} of {} runs of part {} are stored", store.finished().size(),
        store.variants().size() * experiment.replicates - of_others(experiment, *part).size(),
        text_of(*part));
  return fmt::format("{} of {} replicates are complete", store.complete_replicates(),
                     experiment.replicates);
}

}  // namespace

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
  tell_begin(store, experiment, manifest);
  const std::optional<Part> part = part_of(store);
  if (!options.quiet) say_who_works(*options.ranks, manifest.threads);
  const std::optional<Search> search = search_of(experiment);
  Sitting sitting{experiment, options, store, search ? search->runs : 0,
                  elsewhere_of(experiment, part)};
  const RunMissing run = [&](const Experiment& e, std::size_t first, const std::vector<int>& kept) {
    return sitting.run(e, catalogue, first, kept);
  };
  Generations generations{experiment, store, run};
  const bool finished = run(experiment, 0, {}) && (!search || search->go(generations)) &&
                        run_beside(store, experiment, catalogue, sitting.aside(catalogue), part);
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
                : stored_in_words(store, experiment, part),
         folder);
  }
  const bool has_tables = !part && (search ? finished : store.complete_replicates() > 0);
  if (has_tables) write_tables(experiment, store, catalogue);
  write_manifest(failures.any() ? "failed" : finished ? "finished" : "interrupted");
  if (has_tables) write_report(store, experiment, catalogue);
  tell_end(store, manifest);
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

namespace {

void show_part(const Store& store, const Part& part, const Options& options) {
  if (options.json)
    fmt::print("{}\n", nlohmann::json{{"folder", store.folder()},
                                      {"part", text_of(part)},
                                      {"runs", store.finished().size()},
                                      {"complete_replicates", store.complete_replicates()}}
                           .dump(2));
  else
    fmt::print("{}",
               options.in.say("part {}: {} runs\nresults: {}\n`swadaya merge` puts the {} "
                              "parts together\n",
                              text_of(part), store.finished().size(), store.folder(), part.of));
}

}  // namespace

void show(const Store& store, const Experiment& experiment, const Options& options) {
  if (const auto part = part_of(store)) return show_part(store, *part, options);
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
    const Look look = terminal_look(options.in);
    if (own && !own->order.empty()) {
      if (const std::string steps = increments_text(experiment, store, look); !steps.empty())
        fmt::print("{}\n", steps);
      fmt::print("{}\n", answer_text(experiment, *own, beside, look));
      if (const std::string table = same_money_table(experiment, store, look); !table.empty())
        fmt::print("{}\n", table);
    }
    fmt::print("{}\n{}\n", presentation.text(experiment, store, look),
               look.say("results: {}", store.folder()));
    if (!report.empty()) fmt::print("{}\n", look.say("report: {}", report));
  }
}

namespace {

// The map of the ward: that of the baseline, which is drawn for all variants.
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
  manifest.part = options.parts.empty() ? "" : text_of(part_in(options.parts));
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

std::string folder_of(const std::string& name, const Options& options) {
  if (!options.out.empty()) return options.out;
  std::string folder = "results/" + name;
  if (options.parts.empty()) return folder;
  const Part part = part_in(options.parts);
  return folder + fmt::format("-part-{}-of-{}", part.number, part.of);
}

int run_experiment(const Experiment& experiment, const Options& options, const Catalogue& catalogue,
                   const std::vector<Experiment>& beside) {
  if (!options.max_time.empty()) seconds_in(options.max_time);  // wrong before anything is made
  check_parts(experiment, options.parts);
  if (!options.quiet) warn_of(experiment, catalogue);
  const std::string folder = folder_of(experiment.name, options);
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
