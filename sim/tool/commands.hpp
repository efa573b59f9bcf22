// The commands, each a function that returns the program's exit code.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "sim/month/catalogue.hpp"
#include "sim/results/selection.hpp"
#include "sim/scenario/scenario.hpp"
#include "sim/words/language.hpp"

namespace swadaya {
struct Design;
class Ranks;
}  // namespace swadaya

namespace swadaya::tool {

// Of `learn`; "" and nothing where the program chooses.
struct LearnOptions {
  std::string outcome, survey;
  std::optional<int> month, survey_month;
  std::optional<double> price, person_sd;
  int people = 200;
  double wards = 1;
};

// Of `new`: nothing, or "", where somebody is asked or a default stands.
struct NewOptions {
  std::string title, packages, survey, margins, columns, outlines;
  std::optional<double> rws, rts, households, poor, grant, year, months;
  std::vector<std::string> costs;
  std::optional<std::uint64_t> seed;  // of what is drawn beside a survey
  bool asks_nothing = false;
};

struct Options {
  std::vector<std::string> files;
  std::vector<std::string> bundles;  // compare --bundle
  Overrides overrides;
  std::size_t threads = 0;
  std::string out, max_time;
  std::string format = "csv";          // export --format
  std::string decimal = "point";       // export --decimal
  Wanted wanted;                       // export --outcomes, --months, --variants
  std::optional<std::uint32_t> check;  // calibrate --check
  std::string facts;                   // patterns --facts
  std::string states;                  // patterns --states
  std::string language;                // --lang; of pages "": the browser's
  Language in{};                       // what is printed, by --lang or the environment
  bool markdown = false;               // patterns, trial --markdown
  bool results = false;                // compare --results
  std::string parts;                   // --parts; "" where it isn't cut
  std::string progress = "text";       // --progress
  bool overwrite = false, quiet = false, json = false;
  std::vector<std::string> plugins;
  std::string model;             // models NAME, check-model NAME
  std::string word;              // settings WORD
  int periods = 10;              // network --periods
  int port = 0;                  // explore --port
  double select = -1;            // network --select
  std::string weight;            // network --weight
  LearnOptions learn;            // learn --outcome, --price, --survey, ...
  NewOptions new_ward;           // new --rw, --rt, --survey, ...
  std::optional<double> budget;  // optimise --budget
  std::string aim;               // optimise --outcome
  std::optional<int> aim_month;  // optimise --month
  bool verbose = false;          // says all that was read
  std::string command;           // as typed
  Ranks* ranks = nullptr;        // this process and those that were started with it; never nullptr
};

enum ExitCode { done = 0, answer_is_no = 1, bad_input = 2, machine_failed = 3, interrupted = 130 };

// The models that NAME means: "hazard", or "lending/hazard". Throws BadInput where there is none.
std::vector<const ModelInfo*> models_named(const std::string& name, const Catalogue& catalogue);

// The files of these bundles, as seen from a scenario. Throws BadInput with the nearest names.
std::vector<std::string> bundle_files(const std::vector<std::string>& names,
                                      const std::string& scenario);
// Where this program lies.
std::string program_folder();
// A file or folder that came with it: here, or in a folder above the program (build/release lies in
// the checkout); "" where there is none.
std::string shipped(const std::string& path);
// The stylised facts nearest above a scenario, or that came with the program; "" where there are
// none.
std::string facts_near(const std::string& scenario);

int run_scenarios(const Options& options, const Catalogue& catalogue);  // each by itself
int compare(const Options& options, const Catalogue& catalogue);
// An experiment of this design.
int run_design(const Options& options, const Catalogue& catalogue, const Design& design);
int merge(const Options& options, const Catalogue& catalogue);            // what --parts cut
int compare_bundles(const Options& options, const Catalogue& catalogue);  // with --bundle
int export_results(const Options& options);
int export_workbook(const Options& options, const Catalogue& catalogue);
int report(const Options& options, const Catalogue& catalogue);
// Two results folders held against each other, in words or as a page.
int compare_results(const Options& options, const Catalogue& catalogue);
int report_two(const Options& options, const Catalogue& catalogue);
int learn(const Options& options, const Catalogue& catalogue);
int dossier(const Options& options, const Catalogue& catalogue);
int new_ward(const Options& options, const Catalogue& catalogue);
int explore(const Options& options, const Catalogue& catalogue);
int check_patterns(const Options& options, const Catalogue& catalogue);
int hold_trials(const Options& options, const Catalogue& catalogue);
int write_odd(const Options& options, const Catalogue& catalogue);
int list_models(const Options& options, const Catalogue& catalogue);
int check_model(const Options& options, const Catalogue& catalogue);
int list_metrics(const Options& options);
int list_settings(const Options& options, const Catalogue& catalogue);
int describe_network(const Options& options, const Catalogue& catalogue);
int validate(const Options& options, const Catalogue& catalogue);

}  // namespace swadaya::tool
