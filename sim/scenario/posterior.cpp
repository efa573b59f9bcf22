#include "sim/scenario/posterior.hpp"

#include <cmath>
#include <fmt/format.h>

#include "sim/base/csv.hpp"
#include "sim/base/notes.hpp"
#include "sim/base/statistics.hpp"

namespace swadaya {

namespace {

// No parameter: a row's weight, or the model that the draws are of ("models.lending").
bool is_no_parameter(const std::string& column) {
  return column == "weight" || column.starts_with("models.");
}

// Columns that only count the draws mean nothing.
Csv without_index(const std::string& file, Reading& reading) {
  Csv csv = read_csv(file);
  for (std::size_t c = csv.names.size(); c-- > 0;) {
    const auto at = static_cast<std::ptrdiff_t>(c);
    if (lower_case(csv.names[c]) == "weight") csv.names[c] = "weight";
    const bool counts = csv.names[c].find('.') == std::string::npos && is_index(csv, c);
    (counts ? reading.left : reading.used)
        .push_back(csv.names[c].empty() ? fmt::format("column {}", c + 1) : csv.names[c]);
    if (!counts) continue;
    csv.names.erase(csv.names.begin() + at);
    for (Csv::Row& row : csv.rows) row.fields.erase(row.fields.begin() + at);
  }
  reading.file = file, reading.rows = csv.rows.size();
  if (!reading.left.empty())
    reading.words = "left alone, as it counts the draws: " + reading.left[0];
  return csv;
}

// The parameters that the columns name, by column; nullptr for those that name none.
std::vector<const ParameterInfo*> parameters_of(
    const Csv& csv, const std::map<std::string, const ParameterInfo*>& infos,
    std::vector<Problem>& problems) {
  std::vector<const ParameterInfo*> parameters;
  std::vector<std::string> known;
  for (const auto& [key, info] : infos) known.push_back(key);
  for (const std::string& name : csv.names) {
    const auto at = infos.find(name);
    const auto report = [&](std::string rule, std::string suggestion = "") {
      problems.push_back({csv.file, 1, 0, name, "", std::move(rule), std::move(suggestion)});
    };
    parameters.push_back(at == infos.end() ? nullptr : at->second);
    if (is_no_parameter(name)) continue;
    if (at == infos.end())
      report("there is no such parameter in these scenarios", nearest_of(name, known));
    else if (at->second->kind != Kind::number && at->second->kind != Kind::whole)
      report("isn't a number: a posterior moves numbers");
    else if (name.starts_with("world.") || name.starts_with("network."))
      report("is what worlds are drawn from: a posterior moves the rest");
  }
  return parameters;
}

}  // namespace

void Posterior::deal(std::uint32_t replicates, std::uint32_t worlds, std::uint64_t seed) {
  const auto dealt = draws_of(sample, (replicates + worlds - 1) / worlds, seed);
  draws.clear();
  for (std::uint32_t r = 0; r < replicates; ++r) draws.push_back(dealt[r / worlds]);
}

Values Posterior::values(std::uint32_t replicate) const {
  Values values;
  for (std::size_t d = 0; d < keys.size(); ++d)
    values[keys[d]] = sample.points[draws[replicate]][d];
  return values;
}

void Posterior::hold(const std::set<std::string>& held) {
  for (std::size_t d = keys.size(); d-- > 0;) {
    if (!held.contains(keys[d])) continue;
    const auto column = static_cast<std::ptrdiff_t>(d);
    keys.erase(keys.begin() + column);
    for (auto& point : sample.points) point.erase(point.begin() + column);
  }
}

Posterior read_posterior(const std::string& file,
                         const std::map<std::string, const ParameterInfo*>& infos) {
  Reading reading;
  const Csv csv = without_index(file, reading);
  std::vector<Problem> problems;
  check_headings(csv, problems);
  const std::vector<const ParameterInfo*> parameters = parameters_of(csv, infos, problems);
  if (!problems.empty()) throw BadInput{problems};
  Posterior posterior;
  posterior.file = file;
  for (const std::string& name : csv.names)
    if (!is_no_parameter(name)) posterior.keys.push_back(name);
  double sum = 0;
  for (const Csv::Row& row : csv.rows) {
    double weight = 1;
    std::vector<double> point;
    for (std::size_t c = 0; c < csv.names.size(); ++c) {
      if (csv.names[c].starts_with("models.")) {
        const std::string& model =
            posterior.models.emplace(csv.names[c], row.fields[c]).first->second;
        if (row.fields[c] != model)
          problems.push_back({csv.file, row.line, 0, csv.names[c], row.fields[c],
                              "all draws must be of one model; above it is " + model, ""});
        continue;
      }
      const double x = number_in(csv, row, c, nothing, problems);
      const bool is_weight = csv.names[c] == "weight";
      const std::string rule = is_weight
                                   ? (x >= 0 && std::isfinite(x) ? "" : "must be a number from 0")
                               : std::isnan(x) ? "must be a number"
                                               : broken_rule(*parameters[c], x);
      if (!rule.empty())
        problems.push_back({csv.file, row.line, 0, csv.names[c], row.fields[c], rule, ""});
      is_weight ? void(weight = x) : point.push_back(x);
    }
    sum += weight;
    posterior.sample.weights.push_back(weight);
    posterior.sample.points.push_back(std::move(point));
  }
  if (problems.empty() && (posterior.keys.empty() || !(sum > 0)))
    problems.push_back({csv.file, 0, 0, "", "",
                        "needs a column a parameter, and rows of which one at least has weight",
                        ""});
  if (!problems.empty()) throw BadInput{problems};
  if (!csv.column("weight")) reading.defaults = {"weight 1"};
  note(reading);
  return posterior;
}

std::string posterior_csv(const std::vector<std::string>& keys, const WeightedSample& sample,
                          const std::map<std::string, std::string>& models) {
  std::string text = "weight", of_models;
  for (const std::string& key : keys) text += "," + csv_field(key);
  for (const auto& [key, model] : models)
    text += "," + csv_field(key), of_models += "," + csv_field(model);
  text += '\n';
  for (std::size_t i = 0; i < sample.points.size(); ++i) {
    text += fmt::format("{}", sample.weights[i]);
    for (const double x : sample.points[i]) text += fmt::format(",{}", x);
    text += of_models + '\n';
  }
  return text;
}

}  // namespace swadaya
