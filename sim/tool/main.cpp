#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <vector>

#include "models/all.hpp"
#include "sim/base/error.hpp"
#include "sim/base/notes.hpp"
#include "sim/base/version.hpp"
#include "sim/designs/designs.hpp"
#include "sim/designs/schema.hpp"
#include "sim/designs/trial_file.hpp"
#include "sim/jobs/far_jobs.hpp"
#include "sim/jobs/plugin.hpp"
#include "sim/jobs/ranks.hpp"
#include "sim/tool/commands.hpp"
#include "sim/tool/ending.hpp"
#include "sim/tool/options.hpp"
#include "sim/tool/program.hpp"
#include "sim/tool/run.hpp"
#include "sim/tool/terminal.hpp"

namespace {

using namespace swadaya;
using namespace swadaya::tool;

void add_run(Program& p) {
  CLI::App& app = p.app;
  Options& o = p.options;
  CLI::App* run = app.add_subcommand("run", "Runs scenarios, each by itself");
  run->add_option("SCENARIO", o.files, "scenario files")->required();
  add_running(*run, o);
  run->add_option("--checkpoint", o.overrides.checkpoint,
                  "keeps where every replicate stands after this month, for --from: "
                  "checkpoint-MONTH.bin in the results folder")
      ->check(within_limits("checkpoint"))
      ->type_name("MONTH");
  add_from(*run, o);
  run->footer("Example: swadaya run scenarios/teaching/rumour.toml --set socialization.meetings=2");
  p.add(run, run_scenarios);
}

void add_compare(Program& p) {
  CLI::App& app = p.app;
  Options& o = p.options;
  CLI::App* compares = app.add_subcommand(
      "compare", "Compares scenarios, or the variants of one experiment, in the same worlds");
  compares
      ->add_option("FILE", o.files,
                   "scenario files (the first is the baseline), or one experiment file; with "
                   "--results two results folders")
      ->required();
  compares->add_flag("--results", o.results,
                     "holds two results folders against each other: what was set differently, and "
                     "what came of it");
  compares
      ->add_option("--bundle", o.bundles,
                   "under these assumptions: a .toml file or a name in a `bundles` folder "
                   "(repeatable); says which conclusions survive")
      ->take_all()
      ->expected(1)
      ->type_name("FILE.toml|NAME");
  add_posterior(*compares, o);
  add_running(*compares, o);
  add_from(*compares, o);
  compares->footer(
      "Example: swadaya compare scenarios/lenteng-agung/experiment.toml --replicates 20");
  p.commands.push_back(
      {compares, [plain = p.with_models(compare), two = p.with_models_of_folder(compare_results)](
                     Options& own) { return own.results ? two(own) : plain(own); }});
}

// The command of experiments that have a table of their own.
void add_design(Program& p, const Design& design) {
  CLI::App* command = p.app.add_subcommand(design.command, design.does);
  command
      ->add_option("EXPERIMENT", p.options.files,
                   "an experiment file with [" + design.table.name + "]")
      ->required()
      ->expected(1);
  add_running(*command, p.options);
  if (design.takes_checkpoint) add_from(*command, p.options);
  if (design.takes_posterior) add_posterior(*command, p.options);
  if (design.takes_budget) {
    command->get_option("EXPERIMENT")
        ->description("an experiment file with [" + design.table.name +
                      "], or the folder of a comparison, whose packages are combined then");
    command->add_option("--budget", p.options.budget, "kRp a ward beyond the baseline")
        ->check(CLI::Range(0.0, 1e12));
    command->add_option("--outcome", p.options.aim,
                        "of a comparison's folder: what is to be as good as can be");
    command->add_option("--month", p.options.aim_month, "of a comparison's folder: when it counts");
  }
  if (design.check_key) {
    const KeyInfo& key = design.table.at(design.check_key);
    command->add_option("--check", p.options.check, key.meaning)
        ->check(CLI::Range{static_cast<std::uint32_t>(key.range.low),
                           static_cast<std::uint32_t>(key.range.high)})
        ->type_name("N");
  }
  command->footer(fmt::format("Keys of [{}], {}:\n{}\nExample: swadaya {} {}", design.table.name,
                              design.table.meaning, keys_text(design.table), design.command,
                              design.example));
  p.add(command, [&design](Options& own, const Catalogue& catalogue) {
    return run_design(own, catalogue, design);
  });
}

void add_designs(Program& p) {
  for (const Design* design : designs()) add_design(p, *design);
}

void add_patterns(Program& p) {
  Options& o = p.options;
  CLI::App* patterns = p.app.add_subcommand(
      "patterns",
      "Holds a scenario against the stylised facts; exit code 1 where a hard one fails");
  patterns->add_option("SCENARIO", o.files, "a scenario file")->required()->expected(1);
  patterns->add_option("--facts", o.facts, "a file of facts (default: scenarios/patterns.toml)")
      ->type_name("FILE.toml");
  add_threads(*patterns, o);
  patterns->add_flag("--json", o.json, "as JSON");
  patterns->add_flag("--markdown", o.markdown, "as a table in Markdown");
  add_common(*patterns, o);
  patterns
      ->add_option("--states", o.states,
                   "writes which facts hold into this CSV file, for `facts` of an experiment")
      ->type_name("FILE.csv");
  patterns->footer("Example: swadaya patterns scenarios/lenteng-agung/baseline.toml");
  CLI::App* odd = p.app.add_subcommand(
      "odd", "Describes what a scenario runs after the ODD protocol, in Markdown");
  odd->add_option("SCENARIO", o.files, "a scenario or experiment file")->required()->expected(1);
  odd->add_option("--facts", o.facts, "a file of facts (default: scenarios/patterns.toml)")
      ->type_name("FILE.toml");
  add_common(*odd, o);
  odd->footer("Example: swadaya odd scenarios/lenteng-agung/experiment.toml > odd.md");
  p.add(patterns, check_patterns);
  p.add(odd, write_odd);
}

void add_trial(Program& p) {
  Options& o = p.options;
  CLI::App* trial = p.app.add_subcommand(
      "trial", "Simulates published field experiments; exit code 1 where a sign is wrong");
  trial->add_option("FILE", o.files, "trials, or names of own ones (default: scenarios/trials)");
  add_threads(*trial, o);
  trial->add_flag("--quiet", o.quiet, "no progress");
  trial->add_flag("--json", o.json, "as JSON: a list, one object a trial");
  trial->add_flag("--markdown", o.markdown, "as a table in Markdown");
  add_common(*trial, o);
  add_posterior(*trial, o);
  trial->footer(fmt::format("Keys of [{}], {}:\n{}\nExample: swadaya trial olken-audits",
                            trial_keys().name, trial_keys().meaning, keys_text(trial_keys())));
  p.add(trial, hold_trials);
}

void add_new(Program& p) {
  CLI::App* makes = p.app.add_subcommand(
      "new", "Makes a folder with a ward and packages of one's own, which run at once");
  makes->add_option("FOLDER", p.options.files, "a folder that isn't there yet")
      ->required()
      ->expected(1);
  add_new_ward(*makes, p.options.new_ward);
  makes->footer(
      "Asks on a terminal for what no option says; with --lang id in Bahasa Indonesia.\nExample: swadaya new my-ward --rw 8 --rt 64 "
      "--households 5040 --poor 20 --grant 300 --year 2010");
  p.add(makes, new_ward);
}

void add_explore(Program& p) {
  CLI::App& app = p.app;
  Options& o = p.options;
  CLI::App* explores =
      app.add_subcommand("explore", "Serves the model as a page for a browser on this machine");
  explores
      ->add_option("SCENARIO", o.files,
                   "a scenario or experiment file (default: Lenteng Agung's experiment)")
      ->expected(0, 1);
  explores->add_option("--port", o.port, "on this port (default: any that is free)")
      ->check(CLI::Range(0, 65535));
  add_threads(*explores, o);
  explores->add_flag("--quiet", o.quiet, "prints the address alone");
  add_set(*explores, o);
  explores->footer("Example: swadaya explore scenarios/teaching/rumour.toml");
  p.add(explores, explore);
}

void add_models(Program& p) {
  CLI::App& app = p.app;
  Options& o = p.options;
  CLI::App* models = app.add_subcommand("models", "Lists the behaviour models, or describes one");
  models->add_option("NAME", o.model, "a model");
  models->add_flag("--json", o.json, "as JSON");
  models->footer("Example: swadaya models repayment-odds");
  CLI::App* contract = app.add_subcommand(
      "check-model", "Holds a behaviour model to what the engine promises of every model");
  contract->add_option("NAME", o.model, "a model; SLOT/NAME where several slots have the name")
      ->required();
  contract->add_flag("--json", o.json, "as JSON");
  contract->footer("Example: swadaya check-model --plugin my_model.so my-model");
  CLI::App* metrics = app.add_subcommand("metrics", "Lists the outcomes with their definitions");
  metrics->add_flag("--json", o.json, "as JSON");
  metrics->footer("Example: swadaya metrics --json");
  p.add(models, list_models);
  p.add(contract, check_model);
  p.commands.push_back({metrics, list_metrics});
}

void add_files(Program& p) {
  CLI::App& app = p.app;
  Options& o = p.options;
  CLI::App* network = app.add_subcommand(
      "network", "Describes the network of a scenario, or of a CSV or GraphML file");
  network->add_option("FILE", o.files, "scenario, CSV or GraphML")->required()->expected(1);
  network
      ->add_option("--periods", o.periods,
                   "periods of diffusion centrality, where there are leaders")
      ->check(CLI::Range(1, 1000));
  network->add_option("--select", o.select, "takes the rows of a CSV whose first column is this");
  network->add_option("--weight", o.weight,
                      "column of a CSV, or attribute of a GraphML file's edges, that says what a "
                      "tie weighs: 0 is none");
  network->add_flag("--json", o.json, "as JSON");
  add_common(*network, o);
  network->footer("Example: swadaya network scenarios/karnataka/edges.csv --select 1 --periods 10");
  CLI::App* checks = app.add_subcommand("validate", "Checks scenarios, experiments, trials");
  checks->add_option("FILE", o.files, "files")->required();
  checks->add_flag("--quiet", o.quiet, "says only what is wrong");
  add_common(*checks, o);
  checks->footer("Example: swadaya validate scenarios/teaching/rumour.toml");
  CLI::App* schema =
      app.add_subcommand("schema", "Prints a JSON Schema of scenario files, for editors");
  schema->footer("Example: swadaya schema > swadaya.schema.json");
  CLI::App* settings = app.add_subcommand(
      "settings",
      "Lists what files may say: every key with its meaning, unit, limits, default and source");
  settings->add_option("TABLE|WORD", o.word,
                       "a table (world, network, programme, costs, models, lending, sweep), all "
                       "`slots`, a key (lending.norm), or a word that is looked for");
  settings->add_flag("--json", o.json, "as JSON");
  settings->footer("Example: swadaya settings costs");
  p.add(settings, list_settings);
  p.add(network, describe_network);
  p.add(checks, validate);
  p.add(schema, [](Options&, const Catalogue& catalogue) {
    fmt::print("{}\n", json_schema(catalogue));
    return done;
  });
}

void add_top(Program& p) {
  CLI::App& app = p.app;
  Options& o = p.options;
  app.set_version_flag("--version",
                       fmt::format("swadaya {} ({}), {}, {}", version, commit, compiler,
                                   built_with_mpi ? "with MPI" : "without MPI"));
  app.require_subcommand(0, 1);
  app.fallthrough();  // --plugin, before or behind any command
  app.add_option(
         "--plugin", o.plugins,
         "models from outside, for any command: a shared library, see examples/plugin (repeatable)")
      ->take_all()
      ->expected(1)
      ->allow_extra_args(false)  // what follows belongs to the command
      ->type_name("FILE.so");
  app.add_option("--lang", o.language,
                 "language of tables and answers, and of pages: en, or id, Bahasa Indonesia "
                 "(default: that of LC_ALL, LC_MESSAGES or LANG; of pages the browser's)")
      ->check(CLI::IsMember({"en", "id"}));
  app.add_flag("--verbose", o.verbose,
               "says of every file what was read of it: rows, columns used, columns left alone, "
               "what was taken as given");
  app.footer(
      "Example: swadaya compare scenarios/lenteng-agung/experiment.toml\nEach command has its own --help.");
}

// Reads the command line. Throws BadInput with the nearest command; false where help was all.
bool parse(CLI::App& app, int argc, char** argv) {
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    if (error.get_exit_code() == 0) {
      app.exit(error);  // --help, --version
      return false;
    }
    std::string suggestion;
    std::vector<std::string> names;
    for (const CLI::App* command : app.get_subcommands([](CLI::App*) { return true; }))
      names.push_back(command->get_name());
    if (argc > 1 && argv[1][0] != '-' &&
        std::find(names.begin(), names.end(), argv[1]) == names.end())
      suggestion = did_you_mean(argv[1], names);
    throw BadInput{Problem{"", 0, 0, "", "", error.what(), suggestion}};
  }
  return true;
}

int result_of(int argc, char** argv, Ranks& ranks) {
  Program p{swadaya::models::all};
  p.options.ranks = &ranks;
  for (int i = 0; i < argc; ++i) p.options.command += (i ? " " : "") + std::string{argv[i]};
  for (const auto add : {add_top, add_run, add_compare, add_designs, add_patterns, add_trial,
                         add_results, add_new, add_explore, add_models, add_files, add_description})
    add(p);
  if (!parse(p.app, argc, argv)) return done;
  p.options.in = language_of(p.options.language);
  tell_in_json(p.options.progress == "json");
  check_set_once(p.options.overrides.set);
  if (!p.options.quiet || p.options.verbose)
    listen_to_notes([](const std::string& line) { tell("{}\n", line); }, p.options.verbose);
  for (const Command& command : p.commands)
    if (*command.app) return command.act(p.options);
  fmt::print("{}", p.app.help());
  return done;
}

}  // namespace

int main(int argc, char** argv) {
  return ending_of([&] {
    Ranks ranks;
    if (ranks.number() == 0) return result_of(argc, argv, ranks);
    serve(ranks, swadaya::models::all);
    return static_cast<int>(done);
  });
}
