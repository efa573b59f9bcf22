#include "sim/base/csv.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <fmt/format.h>
#include <fstream>
#include <iterator>

namespace swadaya {

namespace {

constexpr std::size_t problems_shown = 50;

std::vector<std::string> fields_of(const std::string& line) {
  std::vector<std::string> fields(1);
  bool quoted = false;
  for (std::size_t i = 0; i < line.size(); ++i) {
    const char c = line[i];
    if (c == '"' && quoted && i + 1 < line.size() && line[i + 1] == '"')
      fields.back() += line[++i];
    else if (c == '"')
      quoted = !quoted;
    else if (c == ',' && !quoted)
      fields.emplace_back();
    else if (c != '\r')
      fields.back() += c;
  }
  return fields;
}

}  // namespace

std::optional<std::size_t> Csv::column(const std::string& name) const {
  const auto at = std::find(names.begin(), names.end(), name);
  if (at == names.end()) return std::nullopt;
  return static_cast<std::size_t>(at - names.begin());
}

Csv read_csv(const std::string& file) {
  std::ifstream in{file};
  if (!in) throw BadInput{Problem{file, 0, 0, "", "", "the file can't be read", ""}};
  Csv csv;
  csv.file = file;
  std::vector<Problem> problems;
  std::string line;
  for (int number = 1; std::getline(in, line); ++number) {
    if (line.find_first_not_of(" \t\r") == std::string::npos) continue;
    std::vector<std::string> fields = fields_of(line);
    if (csv.names.empty()) {
      csv.names = std::move(fields);
      continue;
    }
    if (fields.size() != csv.names.size()) {
      if (problems.size() < problems_shown)
        problems.push_back(
            {file, number, 0, "", "",
             fmt::format("has {} fields; the heading has {}", fields.size(), csv.names.size()),
             ""});
      continue;
    }
    csv.rows.push_back({number, std::move(fields)});
  }
  if (csv.names.empty())
    problems.push_back({file, 1, 0, "", "", "the file has no heading line", ""});
  if (!problems.empty()) throw BadInput{problems};
  return csv;
}

std::string csv_field(const std::string& text) {
  if (text.find_first_of(",\"\n\r") == std::string::npos) return text;
  std::string quoted = "\"";
  for (const char c : text) quoted += c == '"' ? std::string{"\"\""} : std::string{c};
  return quoted + "\"";
}

void add_cell(fmt::memory_buffer& out, double x) {
  out.push_back(',');
  if (std::isfinite(x)) fmt::format_to(std::back_inserter(out), "{:.10g}", x);
}

double number_in(const Csv& csv, const Csv::Row& row, std::size_t column, double otherwise,
                 std::vector<Problem>& problems) {
  const std::string& text = row.fields[column];
  if (text.empty()) return otherwise;
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error == std::errc{} && end == text.data() + text.size() && std::isfinite(value))
    return value;
  if (problems.size() < problems_shown)
    problems.push_back({csv.file, row.line, 0, csv.names[column], text, "must be a number", ""});
  return otherwise;
}

}  // namespace swadaya
