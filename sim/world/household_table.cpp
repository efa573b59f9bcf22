#include "sim/world/household_table.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <limits>
#include <map>
#include <unordered_set>
#include <utility>

#include "sim/base/notes.hpp"

namespace swadaya {

namespace {

constexpr double most_persons = 90;  // above are the codes of surveys: 98, 99

// In the order in which they are looked for.
const std::vector<std::string>& usual_identities() {
  static const std::vector<std::string> all{"id",
                                            "row",
                                            "household",
                                            "hh",
                                            "hhid",
                                            "householdid",
                                            "idhh",
                                            "idhousehold",
                                            "hhno",
                                            "hhnum",
                                            "hhnumber",
                                            "householdno",
                                            "hhcode",
                                            "householdnumber",
                                            "householdcode",
                                            "idrumahtangga",
                                            "rumahtangga",
                                            "idruta",
                                            "ruta",
                                            "noruta",
                                            "idkk",
                                            "nokk",
                                            "kodekk",
                                            "kk",
                                            "node",
                                            "nodeid",
                                            "caseid"};
  return all;
}

// The column of this name; throws where there is none, or two.
std::size_t column_named(const Csv& csv, const std::string& key, const std::string& name) {
  const auto column = csv.column(name);
  if (!column)
    throw BadInput{Problem{csv.file, csv.heading_line, 0, key, name, "no such column in the file",
                           nearest_of(name, csv.names)}};
  if (std::count(csv.names.begin(), csv.names.end(), name) > 1)
    throw BadInput{Problem{csv.file, csv.heading_line, 0, key, name,
                           "two columns of the file have this name", ""}};
  return *column;
}

bool is_asked_for(const Columns& columns, const std::string& name) {
  return std::any_of(columns.begin(), columns.end(),
                     [&](const auto& entry) { return entry.second.column == name; });
}

std::optional<std::size_t> identity_column(const Csv& csv, const Columns& columns) {
  if (const auto at = columns.find("id"); at != columns.end())
    return column_named(csv, "world.columns.id", at->second.column);
  for (const std::string& usual : usual_identities())
    for (std::size_t c = 0; c < csv.names.size(); ++c)
      if (plain_name(csv.names[c]) == usual && !is_asked_for(columns, csv.names[c])) return c;
  return std::nullopt;
}

// A value of its own in each row, and whole numbers or words in all.
bool looks_like_names(const HouseholdTable& table, std::size_t column) {
  std::unordered_set<std::string> seen;
  for (const Csv::Row* row : table.rows) {
    const std::string& field = row->fields[column];
    const bool is_fraction =
        number_of(field) && name_of_household(field).find('.') != std::string::npos;
    if (is_missing(field) || is_fraction || !seen.insert(field).second) return false;
  }
  return table.rows.size() > 1;
}

[[noreturn]] void say_what_looks_like_names(const Csv& csv, std::size_t column) {
  const std::string& name = csv.names[column];
  throw BadInput{
      Problem{csv.file, csv.heading_line, 0, "", "",
              name.empty()
                  ? "no column of identities is known; the first, which has no name, looks like one"
                  : fmt::format("no column of identities is known; {} looks like one", name),
              name.empty() ? "name it id" : fmt::format("say [world.columns] id = \"{}\"", name)}};
}

void require_names(const HouseholdTable& table, const Columns& columns) {
  for (std::size_t c = 0; c < table.csv.names.size(); ++c)
    if (!is_asked_for(columns, table.csv.names[c]) && looks_like_names(table, c))
      say_what_looks_like_names(table.csv, c);
}

std::string place_in(const Csv::Row& row, const std::optional<std::size_t>& column) {
  return column ? name_of_household(row.fields[*column]) : "";
}

// The rows by what a column says, in the order in which its values first stand in the file.
std::vector<std::pair<std::string, std::vector<const Csv::Row*>>> rows_by(
    const std::vector<const Csv::Row*>& rows, const std::optional<std::size_t>& column) {
  std::map<std::string, std::size_t> number_of;
  std::vector<std::pair<std::string, std::vector<const Csv::Row*>>> all;
  for (const Csv::Row* row : rows) {
    const std::string name = place_in(*row, column);
    const auto [at, is_new] = number_of.emplace(name, all.size());
    if (is_new) all.emplace_back(name, std::vector<const Csv::Row*>{});
    all[at->second].second.push_back(row);
  }
  return all;
}

// RW by RW and in each RT by RT: the numbers of RTs may begin anew in each RW.
void group_by_place(HouseholdTable& table) {
  const std::vector<const Csv::Row*> rows = std::exchange(table.rows, {});
  for (const auto& [rw, of_rw] : rows_by(rows, table.rw)) {
    const auto rts = rows_by(of_rw, table.rt);
    table.rws.push_back(static_cast<std::uint32_t>(rts.size()));
    table.names_of_rws.push_back(rw);
    for (const auto& [rt, of_rt] : rts) {
      table.rts.push_back(static_cast<std::uint32_t>(of_rt.size()));
      table.names_of_rts.push_back(rt);
      table.rows.insert(table.rows.end(), of_rt.begin(), of_rt.end());
    }
  }
}

// RT 001 of RW 01 and of RW 02 are two. Where the file says RWs and nobody was told so, they would
// be read as one.
void require_one_rw(const HouseholdTable& table) {
  const Csv& csv = table.csv;
  for (std::size_t c = 0; c < csv.names.size(); ++c) {
    if (plain_name(csv.names[c]) != "rw" || c == table.rt) continue;
    std::map<std::string, std::string> rw_of;
    for (const Csv::Row* row : table.rows) {
      const std::string rt = place_in(*row, table.rt), rw = name_of_household(row->fields[c]);
      const auto [at, is_new] = rw_of.emplace(rt, rw);
      if (!is_new && at->second != rw)
        throw BadInput{
            Problem{csv.file, row->line, 0, csv.names[*table.rt], rt,
                    fmt::format("stands in {} {} and in {}: numbers of RTs begin anew in each RW",
                                csv.names[c], at->second, rw),
                    fmt::format("say [world.columns] rw = \"{}\"", csv.names[c])}};
    }
  }
}

void name_households(HouseholdTable& table, std::vector<Problem>& problems) {
  const Csv& csv = table.csv;
  std::unordered_set<std::string> alone;
  for (const Csv::Row* row : table.rows) {
    const auto number = static_cast<std::uint32_t>(table.households.number_of.size());
    const std::string field = table.id ? row->fields[*table.id] : std::to_string(number);
    const std::string name = name_of_household(field);
    const std::string rt = place_in(*row, table.rt),
                      place = place_called(place_in(*row, table.rw), rt);
    if (table.id && is_missing(field)) {
      add_row_problem(problems, {csv.file, row->line, 0, csv.names[*table.id], field,
                                 "a household has no identity", ""});
      continue;
    }
    if (table.rt && is_missing(rt))
      add_row_problem(problems, {csv.file, row->line, 0, csv.names[*table.rt],
                                 row->fields[*table.rt], "a household has no RT", ""});
    if (table.rw && is_missing(row->fields[*table.rw]))
      add_row_problem(problems, {csv.file, row->line, 0, csv.names[*table.rw],
                                 row->fields[*table.rw], "a household has no RW", ""});
    alone.insert(name);
    if (!table.households.number_of.emplace(Identity{place, name}, number).second)
      add_row_problem(problems,
                      {csv.file, row->line, 0, csv.names[*table.id], field,
                       name == field ? "stands twice; each household has one row"
                                     : fmt::format("stands twice, as {} and {} are one; each "
                                                   "household has one row",
                                                   field, name),
                       table.rw   ? ""
                       : table.rt ? "where RTs of different RWs have the same number, say "
                                    "[world.columns] rw"
                                  : "where names hold within an RT, say [world.columns] rt"});
  }
  table.households.names_are_unique = alone.size() == table.households.number_of.size();
}

bool is_one_of(const std::string& field, const std::vector<std::string>& codes) {
  return std::any_of(codes.begin(), codes.end(), [&](const std::string& code) {
    const auto a = number_of(field), b = number_of(code);
    return a && b ? *a == *b : lower_case(field) == lower_case(code);
  });
}

std::string rule_of(FieldKind kind, double x) {
  switch (kind) {
    case FieldKind::share:
      return x >= 0 && x <= 1 ? "" : "must lie between 0 and 1";
    case FieldKind::above_zero:
      return x > 0 && x <= most_persons ? "" : "must be above 0, and 90 persons at most";
    case FieldKind::not_below_zero:
      return x >= 0 ? "" : "must not be below 0";
    default:
      return "";
  }
}

std::optional<double> by_codes(const std::string& field, const FieldColumn& codes) {
  if (codes.yes.empty() && codes.no.empty()) {
    const auto known = yes_or_no(field);
    return known ? std::optional{*known ? 1.0 : 0.0} : std::nullopt;
  }
  if (is_one_of(field, codes.yes)) return 1;
  if (is_one_of(field, codes.no)) return 0;
  return std::nullopt;
}

}  // namespace

HouseholdTable household_table(const std::string& file, const Columns& columns, double select,
                               bool has_ties, std::vector<Problem>& problems) {
  HouseholdTable table;
  table.csv = read_csv(file);
  const Csv& csv = table.csv;
  table.id = identity_column(csv, columns);
  if (const auto rt = columns.find("rt"); rt != columns.end()) {
    table.rt = column_named(csv, "world.columns.rt", rt->second.column);
    table.households.by_place = true;
    table.households.place_column = rt->second.column;
  }
  if (const auto rw = columns.find("rw"); rw != columns.end()) {
    table.rw = column_named(csv, "world.columns.rw", rw->second.column);
    if (!table.rt)
      throw BadInput{Problem{"", 0, 0, "world.columns.rw", rw->second.column,
                             "needs the column of RTs, too", "rt = \"...\""}};
  }
  if (table.rw) table.households.outer_column = columns.at("rw").column;
  for (const Csv::Row& row : csv.rows)
    if (select < 0 || number_in(csv, row, 0, -1, problems) == select) table.rows.push_back(&row);
  if (table.rows.empty())
    add_row_problem(problems, {csv.file, 0, 0, "world.select", fmt::format("{}", select),
                               "no row has this in its first column", ""});
  table.households.are_counted = !table.id;
  if (!table.id && has_ties) require_names(table, columns);
  if (table.rt && !table.rw) require_one_rw(table);
  group_by_place(table);
  name_households(table, problems);
  return table;
}

std::optional<double> value_in(const Csv& csv, const Csv::Row& row, std::size_t column,
                               const FieldColumn& field, FieldKind kind,
                               std::vector<Problem>& problems) {
  const std::string& text = row.fields[column];
  if (is_missing(text) || is_one_of(text, field.missing)) return std::nullopt;
  const auto refuse = [&](std::string rule, std::string suggestion) {
    add_row_problem(problems, {csv.file, row.line, 0, csv.names[column], text, std::move(rule),
                               std::move(suggestion)});
    return std::nullopt;
  };
  if (kind == FieldKind::yes_or_no) {
    if (const auto value = by_codes(text, field)) return value;
    if (field.has_codes())
      return refuse("is none of the codes that [world.columns] gives for yes, no and missing", "");
    return refuse("must be 1 or 0, yes or no, or empty",
                  fmt::format("codes are told so: {{ column = \"{}\", yes = 1, no = 2, missing = "
                              "[-9, 99] }}",
                              csv.names[column]));
  }
  const auto x = number_of(text);
  if (!x) return refuse("must be a number", "");
  if (std::abs(*x) > double{std::numeric_limits<float>::max()})
    return refuse("must be below 3e38", "");  // worlds are made of floats
  if (std::string rule = rule_of(kind, *x); !rule.empty())
    return refuse(std::move(rule), fmt::format("a code for what is missing is told so: {{ column = "
                                               "\"{}\", missing = [{}] }}",
                                               csv.names[column], text));
  return x;
}

}  // namespace swadaya
