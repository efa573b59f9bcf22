#include "sim/world/survey.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <optional>
#include <set>
#include <utility>

#include "sim/base/parameter.hpp"
#include "sim/world/columns.hpp"
#include "sim/world/household_table.hpp"

namespace swadaya {

namespace {

const std::vector<std::pair<std::string, FieldKind>>& kinds() {
  static const std::vector<std::pair<std::string, FieldKind>> all{
      {"size", FieldKind::above_zero},      {"consumption", FieldKind::any},
      {"poor", FieldKind::yes_or_no},       {"elite", FieldKind::yes_or_no},
      {"business", FieldKind::yes_or_no},   {"female_head", FieldKind::yes_or_no},
      {"attitude", FieldKind::share},       {"susceptibility", FieldKind::not_below_zero},
      {"weight", FieldKind::not_below_zero}};
  return all;
}

std::optional<FieldKind> kind_of(const std::string& field) {
  for (const auto& [name, kind] : kinds())
    if (name == field) return kind;
  return std::nullopt;
}

// The columns that are named by the user, and those whose heading is a field's name.
Columns with_usual(const Csv& csv, const Columns& columns, std::vector<Problem>& problems) {
  Columns all = columns;
  for (const auto& [field, from] : columns) {
    if (!kind_of(field))
      problems.push_back({"", 0, 0, "--columns", field, "no such field of a household",
                          nearest_of(field, survey_fields())});
    if (!csv.column(from.column))
      problems.push_back({csv.file, csv.heading_line, 0, "--columns", from.column,
                          "no such column in the file", nearest_of(from.column, csv.names)});
    if (!from.strange.empty())
      problems.push_back({"", 0, 0, "--columns", from.strange[0], "no such code",
                          "codes are yes, no and missing"});
  }
  for (const auto& [field, kind] : kinds())
    for (const std::string& name : csv.names)
      if (!all.contains(field) && plain_name(name) == plain_name(field)) all[field].column = name;
  return all;
}

// "1-2", "5+", "<100", "3"; nothing where it is a word.
struct Span {
  double low, high;
  bool is_open = false;  // the high end isn't in it
};
std::optional<Span> span_of(const std::string& category) {
  if (const auto x = number_of(category)) return Span{*x, *x};
  if (category.ends_with('+'))
    if (const auto low = number_of(stripped(category.substr(0, category.size() - 1))))
      return Span{*low, unbounded};
  if (category.starts_with('<'))
    if (const auto high = number_of(stripped(category.substr(1))))
      return Span{-unbounded, *high, true};
  const std::size_t dash = category.find('-', 1);
  if (dash == std::string::npos) return std::nullopt;
  const auto low = number_of(stripped(category.substr(0, dash))),
             high = number_of(stripped(category.substr(dash + 1)));
  if (!low || !high || *low > *high) return std::nullopt;
  return Span{*low, *high};
}

bool takes(const std::string& category, const std::string& field) {
  const auto span = span_of(category);
  const auto x = number_of(field);
  if (!span || !x) return lower_case(category) == lower_case(field);
  return *x >= span->low && (span->is_open ? *x < span->high : *x <= span->high);
}

class MarginReader {
 public:
  MarginReader(const std::string& file, const HouseholdSurvey& survey) : survey_{survey} {
    margins_.csv = read_csv(file);
    check_headings(csv(), problems_);
  }

  MarginsOfRts read() {
    const auto rt = column_called("rt"), households = column_called("households");
    rw_ = column_called("rw");
    for (const auto& [name, column] : {std::pair{"rt", rt}, {"households", households}})
      if (!column)
        problems_.push_back({csv().file, csv().heading_line, 0, name, "",
                             "the file of margins needs this column", "a row an RT"});
    throw_problems();
    order_rows(*rt);
    for (const Csv::Row* row : rows_) read_rt(*row, *rt, *households);
    for (std::size_t c = 0; c < csv().names.size(); ++c)
      if (c != *rt && c != *households && c != rw_) take_heading(c);
    throw_problems();
    for (auto& [counted, columns] : found_) read_counts(counted, columns);
    throw_problems();
    for (auto& [counted, columns] : found_) margins_.counted.push_back(std::move(counted));
    return std::move(margins_);
  }

 private:
  struct Found {
    Counted counted;
    std::vector<std::size_t> columns;  // of the categories
  };

  const Csv& csv() const { return margins_.csv; }
  // "RT" is rt, too.
  std::optional<std::size_t> column_called(const std::string& name) const {
    if (const auto exact = csv().column(name)) return exact;
    for (std::size_t c = 0; c < csv().names.size(); ++c)
      if (plain_name(csv().names[c]) == name) return c;
    return std::nullopt;
  }
  void throw_problems() const {
    if (!problems_.empty()) throw BadInput{problems_};
  }

  // RTs of an RW together.
  void order_rows(std::size_t rt) {
    std::vector<std::string> rws;
    std::set<std::pair<std::string, std::string>> seen;
    for (const Csv::Row& row : csv().rows) {
      const std::string rw = rw_ ? row.fields[*rw_] : "";
      if (std::find(rws.begin(), rws.end(), rw) == rws.end()) rws.push_back(rw);
      if (!seen.emplace(rw, row.fields[rt]).second)
        add_row_problem(problems_, {csv().file, row.line, 0, "rt", row.fields[rt],
                                    "stands twice; each RT has one row",
                                    rw_ ? "" : "where RTs are counted within an RW, add rw"});
    }
    for (const std::string& rw : rws)
      for (const Csv::Row& row : csv().rows)
        if ((rw_ ? row.fields[*rw_] : "") == rw) rows_.push_back(&row);
  }

  // A whole number of households.
  double count_in(const Csv::Row& row, std::size_t column) {
    const std::string& field = row.fields[column];
    const auto x = number_of(field);
    if (x && *x >= 0 && *x <= 1e6 && *x == std::floor(*x)) return *x;
    add_row_problem(problems_, {csv().file, row.line, 0, csv().names[column], field,
                                "must be a whole number of households", ""});
    return 0;
  }

  void read_rt(const Csv::Row& row, std::size_t rt, std::size_t households) {
    for (const auto& column : {std::optional{rt}, rw_})
      if (column && is_missing(row.fields[*column]))
        add_row_problem(problems_, {csv().file, row.line, 0, csv().names[*column], "",
                                    "must say which it is", ""});
    const double count = count_in(row, households);
    if (count < 1)
      add_row_problem(problems_, {csv().file, row.line, 0, "households", row.fields[households],
                                  "an RT has a household at least", ""});
    margins_.rts.push_back(
        {rw_ ? row.fields[*rw_] : "", row.fields[rt], static_cast<std::size_t>(count), row.line});
  }

  // "size:1-2" counts to size, "poor" to poor.
  void take_heading(std::size_t column) {
    const std::string& heading = csv().names[column];
    const std::size_t colon = heading.find(':');
    const std::string name = stripped(heading.substr(0, colon));
    const bool is_field = survey_.column_of.contains(name) && name != "weight";
    if (!is_field && !survey_.csv.column(name)) {
      std::vector<std::string> names = survey_.csv.names;
      for (const auto& [field, of] : survey_.column_of) names.push_back(field);
      problems_.push_back({csv().file, csv().heading_line, 0, heading, "",
                           "the survey has no such column, so nothing can be made to fit it",
                           nearest_of(name, names)});
      return;
    }
    auto at = std::find_if(found_.begin(), found_.end(),
                           [&](const Found& one) { return one.counted.name == name; });
    if (at == found_.end()) {
      found_.push_back({{name, {}, {}, {}}, {}});
      at = found_.end() - 1;
    }
    const bool is_yes = colon == std::string::npos;
    if (!at->columns.empty() && (is_yes || at->counted.categories.size() > at->columns.size())) {
      problems_.push_back({csv().file, csv().heading_line, 0, heading, "",
                           "is counted by categories in another column, and not by them here", ""});
      return;
    }
    if (is_yes && kind_of(name) != FieldKind::yes_or_no) {
      problems_.push_back({csv().file, csv().heading_line, 0, heading, "",
                           "must say which of them are counted",
                           fmt::format("{}:1-2, {}:3+ or {}:WORD", name, name, name)});
      return;
    }
    at->counted.categories.push_back(is_yes ? "yes" : stripped(heading.substr(colon + 1)));
    at->columns.push_back(column);
    if (is_yes) at->counted.categories.push_back("no");
  }

  void read_counts(Counted& counted, const std::vector<std::size_t>& columns) {
    const bool is_yes = columns.size() + 1 == counted.categories.size();
    for (std::size_t r = 0; r < rows_.size(); ++r) {
      std::vector<double> totals;
      double all = 0;
      for (const std::size_t column : columns) {
        totals.push_back(count_in(*rows_[r], column));
        all += totals.back();
      }
      const auto households = static_cast<double>(margins_.rts[r].households);
      if (is_yes ? all > households : all != households)
        add_row_problem(
            problems_,
            {csv().file, rows_[r]->line, 0, counted.name, fmt::format("{}", all),
             is_yes ? fmt::format("is more than the {} households of the RT", households)
                    : fmt::format("is what the categories add up to; the RT has {} households",
                                  households),
             ""});
      if (is_yes) totals.push_back(households - all);
      counted.totals.push_back(std::move(totals));
    }
    categorize(counted, is_yes);
  }

  void categorize(Counted& counted, bool is_yes) {
    const auto field = survey_.fields.find(counted.name);
    const auto of = survey_.column_of.find(counted.name);
    const std::size_t column =
        of != survey_.column_of.end() ? of->second : *survey_.csv.column(counted.name);
    for (std::size_t i = 0; i < survey_.rows.size(); ++i) {
      const Csv::Row& row = *survey_.rows[i];
      if (is_yes) {
        counted.category_of.push_back(field->second[i] > 0 ? 0 : 1);
        continue;
      }
      const auto at =
          std::find_if(counted.categories.begin(), counted.categories.end(),
                       [&](const std::string& one) { return takes(one, row.fields[column]); });
      if (at == counted.categories.end())
        add_row_problem(problems_, {survey_.csv.file, row.line, 0, survey_.csv.names[column],
                                    row.fields[column],
                                    fmt::format("is in none of the categories of {}: {}",
                                                csv().file, fmt::join(counted.categories, ", ")),
                                    ""});
      counted.category_of.push_back(static_cast<std::size_t>(at - counted.categories.begin()));
      if (at == counted.categories.end()) continue;
      const auto other =
          std::find_if(at + 1, counted.categories.end(),
                       [&](const std::string& one) { return takes(one, row.fields[column]); });
      if (other != counted.categories.end())
        add_row_problem(
            problems_,
            {survey_.csv.file, row.line, 0, survey_.csv.names[column], row.fields[column],
             fmt::format("is in two of the categories of {}: {} and {}", csv().file, *at, *other),
             "categories that don't overlap"});
    }
  }

  const HouseholdSurvey& survey_;
  MarginsOfRts margins_;
  std::optional<std::size_t> rw_;
  std::vector<const Csv::Row*> rows_;
  std::vector<Found> found_;
  std::vector<Problem> problems_;
};

}  // namespace

const std::vector<std::string>& survey_fields() {
  static const std::vector<std::string> all = [] {
    std::vector<std::string> names;
    for (const auto& [name, kind] : kinds()) names.push_back(name);
    return names;
  }();
  return all;
}

HouseholdSurvey survey_of(const std::string& file, const std::string& columns) {
  HouseholdSurvey survey;
  std::vector<Problem> problems;
  survey.csv = read_csv(file);
  const Csv& csv = survey.csv;
  check_headings(csv, problems);
  const Columns all = with_usual(csv, columns_of(columns), problems);
  if (!problems.empty()) throw BadInput{problems};
  for (const auto& [field, from] : all) survey.column_of[field] = *csv.column(from.column);
  survey.is_weighted = survey.column_of.contains("weight");
  for (const Csv::Row& row : csv.rows) {
    std::map<std::string, double> values;
    for (const auto& [field, from] : all) {
      const auto x =
          value_in(csv, row, survey.column_of.at(field), from, *kind_of(field), problems);
      if (!x) continue;
      if (field == "consumption" && *x <= 0)
        add_row_problem(problems, {csv.file, row.line, 0, from.column,
                                   row.fields[survey.column_of.at(field)], "must be above 0", ""});
      values[field] = *x;
    }
    if (values.size() < all.size()) {
      ++survey.left_out;
      continue;
    }
    survey.rows.push_back(&row);
    survey.weights.push_back(survey.is_weighted ? values.at("weight") : 1);
    for (const auto& [field, x] : values)
      if (field != "weight") survey.fields[field].push_back(x);
  }
  if (!problems.empty()) throw BadInput{problems};
  if (survey.rows.empty())
    throw BadInput{Problem{csv.file, 0, 0, "", "", "no household of the survey has all its values",
                           "leave columns out that are mostly empty"}};
  return survey;
}

MarginsOfRts margins_of(const std::string& file, const HouseholdSurvey& survey) {
  return MarginReader{file, survey}.read();
}

}  // namespace swadaya
