#include "sim/tool/options.hpp"

#include <map>

#include "sim/base/error.hpp"
#include "sim/designs/experiment_keys.hpp"

namespace swadaya::tool {

CLI::Range within_limits(const char* key) {
  const Range& range = experiment_table().at(key).range;
  return CLI::Range{static_cast<std::uint32_t>(range.low), static_cast<std::uint32_t>(range.high)};
}

void check_set_once(const std::vector<std::string>& all) {
  std::map<std::string, std::string> value_of;
  for (const std::string& set : all) {
    const auto equals = set.find('=');
    if (equals == std::string::npos) continue;  // said where it is read
    const std::string key = set.substr(0, equals), value = set.substr(equals + 1);
    if (const auto [at, is_new] = value_of.emplace(key, value); !is_new && at->second != value)
      throw BadInput{Problem{"--set", 0, 0, key, value,
                             "is set twice, before to " + at->second + "; an order decides nothing",
                             ""}};
  }
}

void add_set(CLI::App& command, Options& o) {
  command
      .add_option("--set", o.overrides.set,
                  "another value, as in the file: lending.norm=0.2 (repeatable)")
      ->take_all()
      ->expected(1)
      ->allow_extra_args(false)  // what follows may be a file
      ->type_name("KEY=VALUE");
}

void add_common(CLI::App& command, Options& o) {
  add_set(command, o);
  command.add_option("--replicates", o.overrides.replicates, "number of worlds")
      ->check(within_limits("replicates"));
  command
      .add_option_function<std::string>(
          "--seed", [&o](const std::string& text) { o.overrides.seed = seed_of(text); },
          "of all dice")
      ->type_name("UINT");
}

void add_threads(CLI::App& command, Options& o) {
  command.add_option("--threads", o.threads, "at most this many (default: all)")
      ->check(CLI::Range(1, 1024));
}

void add_working(CLI::App& command, Options& o) {
  add_threads(command, o);
  command
      .add_option("--max-time", o.max_time,
                  "stops cleanly after this time, for `resume`: 90s, 15m, 2h, 1d")
      ->type_name("TIME");
  command.add_flag("--quiet", o.quiet, "no progress");
  add_progress(command, o);
  command.add_flag("--json", o.json, "print the table as JSON");
}

void add_progress(CLI::App& command, Options& o) {
  command
      .add_option("--progress", o.progress,
                  "on standard error: text (a bar, or a line now and then), or json (each line an "
                  "object, of what else is said, too)")
      ->check(CLI::IsMember({"text", "json"}));
}

void add_running(CLI::App& command, Options& o) {
  add_common(command, o);
  add_working(command, o);
  command.add_option("--out", o.out, "results folder (default: results/NAME)")->type_name("DIR");
  command.add_flag("--overwrite", o.overwrite, "replace an existing results folder");
  command
      .add_option("--parts", o.parts,
                  "runs one part of so many, for job arrays: 2/8; `swadaya merge` puts them "
                  "together")
      ->type_name("I/N");
}

void add_posterior(CLI::App& command, Options& o) {
  command
      .add_option("--posterior", o.overrides.posterior,
                  "a weighted sample of parameters, such as a calibration's posterior.csv: each "
                  "world takes its own draw; none: without the one that the file names")
      ->type_name("FILE.csv|none");
}

void add_learning(CLI::App& command, LearnOptions& o) {
  command.add_option("--outcome", o.outcome, "the aim (default: what the experiment is ranked by)");
  command.add_option("--month", o.month, "at which it counts (default: the first shown)")
      ->check(CLI::Range(0, 100000));
  command
      .add_option(
          "--price", o.price,
          "what one unit of it is worth, of shares one percentage point, in the prices that "
          "tables of costs show (default: where the choice is least clear)")
      ->check(CLI::Range(1e-6, 1e12))
      ->type_name("KRP");
  command.add_option("--survey", o.survey,
                     "the outcome that people are asked about (default: a few, compared)");
  command.add_option("--survey-month", o.survey_month, "when they are asked (default: --month)")
      ->check(CLI::Range(0, 100000));
  command.add_option("--n", o.people, "people asked")->check(CLI::Range(1, 1000000));
  command.add_option("--wards", o.wards, "wards that they are spread over")
      ->check(CLI::Range(1, 1000000));
  command
      .add_option("--sd", o.person_sd,
                  "how far people differ, in the outcome's unit, where it is no share")
      ->check(CLI::Range(1e-12, 1e12));
}

void add_new_ward(CLI::App& command, NewOptions& o) {
  command.add_option("--title", o.title, "name of the ward (default: that of the folder)");
  command.add_option("--rw", o.rws, "RW in the ward")->type_name("N");
  command.add_option("--rt", o.rts, "RT in all of the ward")->type_name("N");
  command.add_option("--households", o.households, "households in the ward")->type_name("N");
  command.add_option("--poor", o.poor, "percent of them that are poor")->type_name("PERCENT");
  command.add_option("--grant", o.grant, "million rupiah for the ward")->type_name("MILLION");
  command.add_option("--year", o.year, "the year whose prices all money is in")->type_name("YEAR");
  command.add_option("--months", o.months, "that are simulated (default: 144)")->type_name("N");
  command
      .add_option("--cost", o.costs,
                  "a unit cost in kRp, audit=4000: `swadaya settings costs` (repeatable)")
      ->take_all()
      ->expected(1)
      ->allow_extra_args(false)
      ->type_name("NAME=KRP");
  command.add_option("--packages", o.packages,
                     "packages to compare, by name or number: supervision,capacity (default: all)");
  command
      .add_option("--survey", o.survey, "a household survey, one household a row (CSV or .xlsx)")
      ->type_name("FILE");
  command
      .add_option(
          "--margins", o.margins,
          "what is known of each RT: rw, rt, households, and counts such as poor, size:1-2, "
          "size:3+ (CSV or .xlsx)")
      ->type_name("FILE");
  command.add_option(
      "--columns", o.columns,
      "fields and the survey's columns: consumption=spending, poor=status{yes=1, no=2}");
  command
      .add_option(
          "--outlines", o.outlines,
          "GeoJSON with an outline of each RT or RW (properties rw, rt): a map in report and "
          "explorer")
      ->type_name("FILE");
  command
      .add_option_function<std::string>(
          "--seed", [&o](const std::string& text) { o.seed = seed_of(text); },
          "of what is drawn beside a survey (default: 1)")
      ->type_name("UINT");
  command.add_flag("--defaults", o.asks_nothing, "asks nothing, on a terminal, too");
}

void add_from(CLI::App& command, Options& o) {
  command
      .add_option("--from", o.overrides.from,
                  "goes on from this checkpoint; what is set holds from its month on")
      ->type_name("FILE");
}

}  // namespace swadaya::tool
