#include "sim/scenario/fact_states.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <limits>
#include <set>
#include <sstream>

#include "sim/base/checksum.hpp"
#include "sim/base/csv.hpp"
#include "sim/base/notes.hpp"
#include "sim/month/outcome.hpp"

namespace swadaya {

namespace {

constexpr double endless = std::numeric_limits<double>::infinity();

const std::vector<std::string>& verdict_words() {
  static const std::vector<std::string> all{"holds", "fails", "not measured"};
  return all;
}

const std::vector<std::string>& fact_columns() {
  static const std::vector<std::string> all{"fact",     "statement", "source",    "use",    "hard",
                                            "verdict",  "outcomes",  "unit",      "value",  "low",
                                            "high",     "band_low",  "band_high", "worlds", "seed",
                                            "scenario", "settings",  "version",   "commit"};
  return all;
}

// Reads a row, and says of each of its fields what is wrong with it.
class FactRow {
 public:
  FactRow(const Csv& csv, const Csv::Row& row, std::vector<Problem>& problems)
      : csv_{csv}, row_{row}, problems_{problems} {}

  const std::string& text(const std::string& name) const { return row_.fields[*csv_.column(name)]; }
  std::string needed_text(const std::string& name) {
    if (text(name).empty()) report(name, "must be said");
    return text(name);
  }
  std::size_t choice(const std::string& name, const std::vector<std::string>& choices) {
    const auto at = std::find(choices.begin(), choices.end(), text(name));
    if (at != choices.end()) return static_cast<std::size_t>(at - choices.begin());
    report(name, fmt::format("must be {}", fmt::join(choices, ", ")),
           nearest_of(text(name), choices));
    return 0;
  }
  double number(const std::string& name, double otherwise) {
    return number_in(csv_, row_, *csv_.column(name), otherwise, problems_);
  }
  double whole(const std::string& name, double most) {
    const double x = number(name, 0);
    if (!(x >= 0 && x <= most && x == std::floor(x))) report(name, "must be a whole number from 0");
    return x >= 0 && x <= most ? x : 0;
  }
  void report(const std::string& name, std::string rule, std::string suggestion = "") {
    problems_.push_back(
        {csv_.file, row_.line, 0, name, text(name), std::move(rule), std::move(suggestion)});
  }

 private:
  const Csv& csv_;
  const Csv::Row& row_;
  std::vector<Problem>& problems_;
};

std::vector<std::string> outcomes_in(FactRow& row) {
  std::vector<std::string> names, known;
  for (const OutcomeInfo& info : outcomes()) known.push_back(info.name);
  std::istringstream words{row.text("outcomes")};
  for (std::string name; words >> name;) {
    if (!outcome_index(name))
      row.report("outcomes", fmt::format("there is no outcome `{}`", name),
                 nearest_of(name, known));
    names.push_back(name);
  }
  return names;
}

FactState state_in(FactRow& row) {
  FactState s;
  s.fact = row.needed_text("fact"), s.statement = row.needed_text("statement");
  s.source = row.text("source");
  s.use = fact_uses()[row.choice("use", fact_uses())];
  const auto hard = yes_or_no(row.text("hard"));
  if (!hard) row.report("hard", "must be yes or no");
  s.is_hard = hard.value_or(false);
  s.verdict = static_cast<FactVerdict>(row.choice("verdict", verdict_words()));
  s.outcomes = outcomes_in(row), s.unit = row.text("unit");
  s.value = row.number("value", nothing);
  s.low = row.number("low", nothing), s.high = row.number("high", nothing);
  s.band_low = row.number("band_low", -endless), s.band_high = row.number("band_high", endless);
  if (s.verdict != FactVerdict::not_measured) {
    if (s.outcomes.empty())
      row.report("outcomes", "must say which outcomes a measured fact is about");
    if (!std::isfinite(s.value)) row.report("value", "must be a number where the fact is measured");
    if (!(s.band_low < s.band_high)) row.report("band_high", "must lie above band_low");
  }
  s.worlds = static_cast<std::uint32_t>(row.whole("worlds", 1e6));
  s.seed = static_cast<std::uint64_t>(row.whole("seed", 9.2e18));
  s.scenario = row.text("scenario"), s.settings = row.text("settings");
  s.version = row.text("version"), s.commit = row.text("commit");
  return s;
}

void check_fact_columns(const Csv& csv, std::vector<Problem>& problems) {
  check_headings(csv, problems);
  for (const std::string& name : csv.names)
    if (std::find(fact_columns().begin(), fact_columns().end(), name) == fact_columns().end())
      problems.push_back({csv.file, csv.heading_line, 0, name, "", "is no column of facts' states",
                          nearest_of(name, fact_columns())});
  for (const std::string& name : fact_columns())
    if (!csv.column(name))
      problems.push_back({csv.file, csv.heading_line, 0, name, "", "is a column that is missing",
                          "`swadaya patterns SCENARIO --states FILE.csv` writes such a file"});
}

// A cell of the table; empty where it isn't a number or has no end.
std::string number_cell(double x) { return std::isfinite(x) ? fmt::format("{}", x) : ""; }

}  // namespace

const std::vector<std::string>& fact_uses() {
  static const std::vector<std::string> all{"apart", "fitted", "construction"};
  return all;
}

std::string fact_use_words(const std::string& use, Language in) {
  return use == "apart"          ? in.say("kept apart")
         : use == "construction" ? in.say("by construction")
         : use == "fitted"       ? in.say("fitted")
                                 : use;
}

std::string Stamp::names() const {
  std::string all;
  for (const FactState* one : missed) all += (all.empty() ? "" : "; ") + one->fact;
  return all;
}

Stamp FactStates::stamp_of(const std::string& outcome) const {
  Stamp stamp{outcome};
  for (const FactState& one : all) {
    if (!one.is_hard || one.verdict == FactVerdict::not_measured) continue;
    if (std::find(one.outcomes.begin(), one.outcomes.end(), outcome) == one.outcomes.end())
      continue;
    ++stamp.hard;
    if (one.verdict == FactVerdict::fails) stamp.missed.push_back(&one);
  }
  return stamp;
}

std::vector<Stamp> FactStates::stamps() const {
  std::set<std::string> names;
  for (const FactState& one : all) names.insert(one.outcomes.begin(), one.outcomes.end());
  std::vector<Stamp> stamps;
  for (const std::string& name : names)
    if (Stamp stamp = stamp_of(name); !stamp.missed.empty()) stamps.push_back(std::move(stamp));
  return stamps;
}

bool FactStates::are_of(const Scenario& scenario) const {
  const std::string own = settings_checksum(scenario);
  return std::all_of(all.begin(), all.end(),
                     [&](const FactState& one) { return one.settings == own; });
}

std::string settings_checksum(const Scenario& scenario) {
  Checksum sum;
  const auto add = [&](const Values& values) {
    for (const auto& [key, value] : values) {
      const auto* number = std::get_if<double>(&value);
      const auto* list = std::get_if<std::vector<double>>(&value);
      if (!number && !list) continue;
      sum.add(key);
      if (number) sum.add(*number);
      if (list)
        for (const double x : *list) sum.add(x);
    }
  };
  for (const std::string& model : scenario.models) sum.add(model + "\n");
  add(scenario.values);
  for (const Event& event : scenario.events) {
    sum.add(static_cast<std::int64_t>(event.month));
    add(event.set);
  }
  return sum.text();
}

FactStates read_fact_states(const std::string& file) {
  const Csv csv = read_csv(file);
  std::vector<Problem> problems;
  check_fact_columns(csv, problems);
  if (!problems.empty()) throw BadInput{problems};
  FactStates states;
  states.file = file;
  std::set<std::string> seen;
  for (const Csv::Row& line : csv.rows) {
    FactRow row{csv, line, problems};
    states.all.push_back(state_in(row));
    const FactState& s = states.all.back();
    // One fact may be about several outcomes at a month, in rows of their own.
    if (!seen.insert(s.fact + "\n" + s.statement + "\n" + row.text("outcomes")).second)
      row.report("fact", "stands twice with the same statement and outcomes");
  }
  if (!problems.empty()) throw BadInput{problems};
  Reading reading;
  reading.file = file, reading.rows = csv.rows.size(), reading.used = csv.names;
  note(reading);
  return states;
}

std::string fact_states_csv(const std::vector<FactState>& states) {
  std::string text = fmt::format("{}\n", fmt::join(fact_columns(), ","));
  for (const FactState& s : states) {
    text += fmt::format("{},{},{},{},{},{},{},{}", csv_field(s.fact), csv_field(s.statement),
                        csv_field(s.source), s.use, s.is_hard ? "yes" : "no",
                        verdict_words()[static_cast<std::size_t>(s.verdict)],
                        fmt::join(s.outcomes, " "), csv_field(s.unit));
    for (const double x : {s.value, s.low, s.high, s.band_low, s.band_high})
      text += "," + number_cell(x);
    text += fmt::format(",{},{},{},{},{},{}\n", s.worlds, s.seed, csv_field(s.scenario),
                        csv_field(s.settings), csv_field(s.version), csv_field(s.commit));
  }
  return text;
}

}  // namespace swadaya
