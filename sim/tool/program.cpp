#include "sim/tool/program.hpp"

#include <fmt/format.h>
#include <vector>

#include "sim/designs/experiment_keys.hpp"
#include "sim/tool/completion.hpp"
#include "sim/tool/described.hpp"
#include "sim/tool/man_page.hpp"
#include "sim/tool/options.hpp"
#include "sim/tool/run.hpp"

namespace swadaya::tool {

namespace {

void add_finishing(Program& p) {
  CLI::App& app = p.app;
  Options& o = p.options;
  CLI::App* resumes = app.add_subcommand(
      "resume", "Finishes what was interrupted, with the same results as if it had not been");
  resumes->add_option("DIR", o.files, "a results folder")->required()->expected(1);
  resumes
      ->add_option("--replicates", o.overrides.replicates,
                   "in so many worlds from now on: those that are there stay as they are")
      ->check(within_limits("replicates"));
  add_working(*resumes, o);
  resumes->footer("Example: swadaya resume results/lenteng-agung");
  CLI::App* merges = app.add_subcommand(
      "merge", "Puts the parts of a run together, to the folder that one run would have written");
  merges->add_option("DIR", o.files, "results folders of `--parts 1/N` to `--parts N/N`")
      ->required();
  merges->add_option("--out", o.out, "results folder (default: results/NAME)")->type_name("DIR");
  merges->add_flag("--overwrite", o.overwrite, "replace an existing results folder");
  merges->add_flag("--quiet", o.quiet, "no progress");
  add_progress(*merges, o);
  merges->add_flag("--json", o.json, "print the table as JSON");
  merges->footer("Example: swadaya merge results/lenteng-agung-part-*");
  p.commands.push_back({resumes, p.with_models_of_folder(resume)});
  p.commands.push_back({merges, p.with_models_of_folder(merge)});
}

void add_export(Program& p) {
  Options& o = p.options;
  CLI::App* exports = p.app.add_subcommand(
      "export", "Writes outcomes by month, variant and replicate for other programs");
  exports->add_option("DIR", o.files, "a results folder")->required()->expected(1);
  exports
      ->add_option("--format", o.format,
                   "csv; netcdf (CF-1.8, for xarray and R); or xlsx, a workbook that explains "
                   "itself: comparison, series, frontier, settings with sources, definitions")
      ->check(CLI::IsMember({"csv", "netcdf", "xlsx"}));
  exports
      ->add_option("--decimal", o.decimal,
                   "of csv: point (0.5, fields parted by commas), or comma (0,5, fields parted by "
                   "semicolons) for spreadsheets set to Indonesian")
      ->check(CLI::IsMember({"point", "comma"}));
  const auto add_wanted = [&](const char* name, std::vector<std::string>& names,
                              const char* description, const char* type) {
    exports->add_option(name, names, description)
        ->take_all()
        ->expected(1)
        ->allow_extra_args(false)
        ->type_name(type);
  };
  add_wanted("--outcomes", o.wanted.outcomes,
             "these alone, between commas (default: all; `swadaya metrics` lists them)", "NAMES");
  add_wanted("--months", o.wanted.months, "these alone: 12,36 or 0-36 (default: all)", "MONTHS");
  add_wanted("--variants", o.wanted.variants, "these alone, between commas (default: all)",
             "NAMES");
  exports
      ->add_option("--out", o.out,
                   "file (default: replicates.csv, replicates.nc or results.xlsx in DIR)")
      ->type_name("FILE");
  exports->footer(
      "Example: swadaya export results/lenteng-agung --format xlsx --outcomes recovery,informed");
  p.commands.push_back(
      {exports, [workbook = p.with_models_of_folder(export_workbook)](Options& own) {
         return own.format == "xlsx" ? workbook(own) : export_results(own);
       }});
}

void add_report(Program& p) {
  CLI::App& app = p.app;
  Options& o = p.options;
  CLI::App* reports = app.add_subcommand(
      "report", "Writes what came of an experiment as one page that can be handed on");
  reports
      ->add_option("DIR", o.files,
                   "a results folder; of two, a page that holds them against each other")
      ->required()
      ->expected(1, 2);
  reports
      ->add_option("--out", o.out,
                   "file (default: report.html in DIR, of two side-by-side.html in the first)")
      ->type_name("FILE");
  reports->footer("Example: swadaya report results/lenteng-agung --lang id");
  p.commands.push_back(
      {reports, [one = p.with_models_of_folder(report), two = p.with_models_of_folder(report_two)](
                    Options& own) { return own.files.size() == 2 ? two(own) : one(own); }});
}

void add_learn(Program& p) {
  CLI::App* learns = p.app.add_subcommand(
      "learn", "Says which unknown is worth measuring before a package is chosen");
  learns->add_option("DIR", p.options.files, "a results folder of `compare --posterior`")
      ->required()
      ->expected(1);
  add_learning(*learns, p.options.learn);
  learns->add_flag("--json", p.options.json, "as JSON");
  learns->footer(
      "Example: swadaya learn results/lenteng-agung --survey recovery --n 300 --wards 10");
  p.commands.push_back({learns, p.with_models_of_folder(learn)});
}

void add_dossier(Program& p) {
  CLI::App* dossiers = p.app.add_subcommand(
      "dossier",
      "Writes what a results folder has to say for itself by reporting standards: CHEERS 2022, "
      "TRACE, ODD, kinds of validation, the AQuA Book");
  dossiers->add_option("DIR", p.options.files, "a results folder")->required()->expected(1);
  dossiers
      ->add_option("--out", p.options.out,
                   "file (default: dossier.md in DIR); the same as .html is written beside it")
      ->type_name("FILE");
  dossiers->footer("Example: swadaya dossier results/lenteng-agung");
  p.commands.push_back({dossiers, p.with_models_of_folder(dossier)});
}

}  // namespace

void add_description(Program& p) {
  CLI::App* completes =
      p.app.add_subcommand("completion", "Prints what a shell needs to complete this command line");
  completes->add_option("SHELL", p.options.word, "bash, zsh or fish")
      ->required()
      ->check(CLI::IsMember({"bash", "zsh", "fish"}));
  completes->footer("Example: source <(swadaya completion bash)");
  CLI::App* man = p.app.add_subcommand("man", "Prints the manual page, swadaya(1)");
  man->footer("Example: swadaya man | man -l -");
  p.commands.push_back({completes, [&app = p.app](Options& o) {
                          fmt::print("{}", completion(o.word, described(app)));
                          return static_cast<int>(done);
                        }});
  p.commands.push_back({man, [&app = p.app](Options&) {
                          fmt::print("{}", man_page(described(app)));
                          return static_cast<int>(done);
                        }});
}

void add_results(Program& p) {
  for (const auto add : {add_finishing, add_export, add_report, add_learn, add_dossier}) add(p);
}

}  // namespace swadaya::tool
