#include <cmath>
#include <string>

#include "sim/base/csv.hpp"
#include "sim/designs/experiment.hpp"
#include "sim/designs/targets.hpp"
#include "tests/fuzz/readers.hpp"

namespace swadaya::fuzz {

namespace {

const std::string ward =
    "[time]\nmonths = 12\n[world]\nrw_per_ward = 1\n[experiment]\nreplicates = 2\n"
    "outcomes = [\"informed\"]\nmonths_shown = [12]\n";

using Parameters = std::map<std::string, const ParameterInfo*>;
Parameters parameters_of(const Experiment& experiment) {
  Parameters infos;
  for (const auto& [section, own] : sections_of(experiment.variants[0].scenario, all_models()))
    for (const ParameterInfo& info : *own) infos[section + "." + info.name] = &info;
  return infos;
}

std::string in_quotes(const std::string& field) {
  std::string quoted = "\"";
  for (const char c : field) quoted += c == '"' ? "\"\"" : std::string(1, c);
  return quoted + "\"";
}

std::string line_of(const std::vector<std::string>& fields) {
  std::string line;
  for (const std::string& field : fields) line += (line.empty() ? "" : ",") + in_quotes(field);
  return line + "\n";
}

// A table that is read is read the same when it is written again, every field in quotes.
void check_table(const std::string& file) {
  const auto csv = read_by([&] { return read_csv(file); });
  if (!csv) return;
  std::string text = line_of(csv->names);
  for (const Csv::Row& row : csv->rows) {
    must(row.fields.size() == csv->names.size(), "rows have a field a name");
    text += line_of(row.fields);
  }
  if (csv->names.size() < 2) return;  // an empty field alone is a line without a word
  const auto again = read_by([&] { return read_csv(written("again.csv", text)); });
  must(again && again->names == csv->names && again->rows.size() == csv->rows.size(),
       "a table written again is read again");
  for (std::size_t r = 0; r < csv->rows.size(); ++r)
    must(again->rows[r].fields == csv->rows[r].fields, "fields are read as they were written");
}

// What is drawn from must be numbers, and is read back to the bit when it is written.
void check_posterior(const Posterior& posterior, const Parameters& infos) {
  for (const double weight : posterior.sample.weights)
    must(std::isfinite(weight) && weight >= 0, "weights are numbers from 0");
  for (const auto& point : posterior.sample.points) {
    must(point.size() == posterior.keys.size(), "points have a number a parameter");
    for (const double x : point) must(std::isfinite(x), "parameters are numbers");
  }
  const std::string text = posterior_csv(posterior.keys, posterior.sample, posterior.models);
  const auto again = read_by([&] { return read_posterior(written("again.csv", text), infos); });
  must(again && again->keys == posterior.keys && again->models == posterior.models &&
           again->sample.weights == posterior.sample.weights &&
           again->sample.points == posterior.sample.points,
       "a posterior written again is read the same");
}

// The same table as other machines write it comes to the same experiment.
void check_elsewhere(const std::string& toml, std::string_view table) {
  const auto elsewhere = written_elsewhere(table);
  if (!elsewhere) return;
  const auto read = [&] {
    return read_by(
        [&] { return resolved_toml(read_experiment(toml, all_models(), {}), all_models()); });
  };
  const auto here = read();
  written("table.csv", *elsewhere);
  must(here == read(), "line ends decide what is read");
}

}  // namespace

void lists(std::string_view bytes) {
  static const std::string as_list =
      written("list.toml", ward + "[sweep]\ndesign = \"list\"\nfile = \"table.csv\"\n");
  static const std::string as_observed =
      written("observed.toml", ward +
                                   "[calibration]\npoints = 20\nparticles = 20\nobserved = "
                                   "\"table.csv\"\n[calibration.priors]\n\"lending.norm\" = "
                                   "\"range\"\n");
  static const std::string as_posterior =
      written("posterior.toml", ward + "posterior = \"table.csv\"\n");
  static const Experiment experiment = experiment_in(ward);
  static const Parameters infos = parameters_of(experiment);
  const auto [choice, table] = choice_in(bytes);
  const std::string file = written("table.csv", table);
  const std::string* named[] = {&as_list, &as_observed, &as_posterior};
  const std::string& toml = *named[(choice & 3) % 3];
  if (choice & 64) return check_elsewhere(toml, table);
  switch (choice & 3) {
    case 0:
      return void(read_by([&] { return read_experiment(toml, all_models(), {}); }));
    case 1:
      return void(read_by([&] {
        std::vector<Problem> problems;
        for (const Node& target : targets_in(file)) read_target(target, experiment, problems);
        if (!problems.empty()) throw BadInput{problems};
        return true;
      }));
    case 2:
      if (const auto posterior = read_by([&] { return read_posterior(file, infos); }))
        check_posterior(*posterior, infos);
      return;
    default:
      check_table(file);
  }
}

}  // namespace swadaya::fuzz
