#include "sim/world/tie_table.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <set>
#include <utility>
#include <vector>

namespace swadaya {

namespace {

using Fields = std::vector<std::string>;
using Ends = std::pair<std::size_t, std::size_t>;

// Names that mean nothing but an end of a tie.
const std::vector<std::pair<std::string, std::string>>& words() {
  static const std::vector<std::pair<std::string, std::string>> all{
      {"source", "target"},     {"from", "to"},
      {"sender", "receiver"},   {"i", "j"},
      {"ego", "alter"},         {"head", "tail"},
      {"tail", "head"},         {"src", "dst"},
      {"src", "dest"},          {"source", "destination"},
      {"source", "dest"},       {"origin", "destination"},
      {"nominator", "nominee"}, {"giver", "receiver"},
      {"lender", "borrower"},   {"start", "end"},
      {"dari", "ke"},           {"asal", "tujuan"},
      {"respondent", "alter"}};
  return all;
}

// Names that a matrix may have over its columns as well.
const std::vector<std::pair<std::string, std::string>>& letters() {
  static const std::vector<std::pair<std::string, std::string>> all{
      {"a", "b"}, {"u", "v"}, {"x1", "x2"}, {"v1", "v2"}, {"n1", "n2"}};
  return all;
}

// What may stand before or behind such a name: hh_i, from_id, household 1.
const std::vector<std::string>& affixes() {
  static const std::vector<std::string> all{"",          "id",     "hh",          "hhid",
                                            "household", "node",   "nodeid",      "householdid",
                                            "person",    "vertex", "rumahtangga", "kk"};
  return all;
}

std::optional<Ends> named_ends(const Fields& heading,
                               const std::vector<std::pair<std::string, std::string>>& pairs) {
  Fields plain;
  for (const std::string& name : heading) plain.push_back(plain_name(name));
  const auto find = [&](const std::string& before, const std::string& name,
                        const std::string& after) -> std::optional<std::size_t> {
    const auto at = std::find(plain.begin(), plain.end(), before + name + after);
    if (at == plain.end()) return std::nullopt;
    return static_cast<std::size_t>(at - plain.begin());
  };
  for (const auto& [one, other] : pairs)
    for (const std::string& affix : affixes())
      for (const bool in_front : {true, false}) {
        const std::string before = in_front ? affix : "", after = in_front ? "" : affix;
        const auto from = find(before, one, after), to = find(before, other, after);
        if (from && to) return Ends{*from, *to};
      }
  return std::nullopt;
}

// "household 1" and "household 2", where there is no 3.
std::optional<Ends> numbered_ends(const Fields& heading) {
  for (const std::string& affix : affixes()) {
    if (affix.empty()) continue;
    if (const auto ends = named_ends(heading, {{affix + "1", affix + "2"}});
        ends && !named_ends(heading, {{affix + "1", affix + "3"}}))
      return ends;
  }
  return std::nullopt;
}

// "RT01-002" as "a0-0": what rows of one column have in common.
std::string shape_of(const std::string& text) {
  std::string shape;
  for (const char c : text) {
    const bool digit = c >= '0' && c <= '9';
    if (!digit)
      shape += lower_case(std::string{c});
    else if (!shape.ends_with('0'))
      shape += '0';
  }
  return shape;
}

class Reader {
 public:
  Reader(const std::string& file, const TieHints& hints) : hints_{hints} {
    table_.csv = read_csv(file, {.heading = false, .blanks = true, .remarks = true});
  }

  TieTable read() {
    if (first().size() < 2)
      fail("a file of ties has at least two columns: i, j; before them, to select, a village", "");
    if (const auto ends = told_ends()) return list(*ends);
    if (is_named_matrix()) return matrix(true, true);
    if (const auto ends = named_ends(first(), words())) return list(*ends);
    if (is_matrix_under_names()) return matrix(true, false);
    if (const auto ends = named_ends(first(), letters())) return list(*ends);
    if (const auto ends = numbered_ends(first())) return list(*ends);
    if (is_square()) return matrix(false, false);
    return list(ends_by_place());
  }

 private:
  const Csv& csv() const { return table_.csv; }
  const Fields& first() const { return csv().rows[0].fields; }
  std::size_t width() const { return csv().names.size(); }

  [[noreturn]] void fail(std::string rule, std::string suggestion) const {
    throw BadInput{
        Problem{csv().file, csv().rows[0].line, 0, "", "", std::move(rule), std::move(suggestion)}};
  }

  // By its heading, or by its number where there is none.
  std::size_t column_told(const std::string& key, const std::string& name) const {
    const auto named = std::count(first().begin(), first().end(), name);
    if (named > 1) fail("two columns are called " + name, "");
    if (named == 1)
      return static_cast<std::size_t>(std::find(first().begin(), first().end(), name) -
                                      first().begin());
    const auto number = number_of(name);
    for (std::size_t c = 0; number && c < width(); ++c)
      if (*number == static_cast<double>(c + 1)) return c;
    throw BadInput{Problem{csv().file, csv().rows[0].line, 0, key, name,
                           "no such column in the file", nearest_of(name, first())}};
  }

  // By [network] columns.
  std::optional<Ends> told_ends() const {
    if (hints_.columns.empty()) return std::nullopt;
    const auto told = [&](const char* end) {
      const auto at = hints_.columns.find(end);
      if (at == hints_.columns.end())
        throw BadInput{Problem{"", 0, 0, "network.columns", "", "needs from and to", ""}};
      return column_told(std::string{"network.columns."} + end, at->second.column);
    };
    for (const auto& [key, column] : hints_.columns)
      if (key != "from" && key != "to")
        throw BadInput{Problem{"", 0, 0, "network.columns." + key, column.column,
                               "no such end of a tie", "ends are from and to"}};
    const Ends ends{told("from"), told("to")};
    if (ends.first == ends.second)
      throw BadInput{Problem{"", 0, 0, "network.columns", "", "from and to are one column", ""}};
    return ends;
  }

  // As many rows as columns from here on, and only entries that are numbers or empty.
  bool is_table_of_numbers(std::size_t row, std::size_t column) const {
    if (csv().rows.size() - row != width() - column) return false;
    for (std::size_t r = row; r < csv().rows.size(); ++r)
      for (std::size_t c = column; c < width(); ++c) {
        const std::string& entry = csv().rows[r].fields[c];
        if (!is_missing(entry) && !number_of(entry)) return false;
      }
    return true;
  }

  bool entry_is(std::size_t r, std::size_t c, double x) const {
    const auto entry = number_of(csv().rows[r].fields[c]);
    return entry.value_or(0) == x;
  }

  bool is_of_zeros_and_ones(std::size_t row, std::size_t column) const {
    for (std::size_t r = row; r < csv().rows.size(); ++r)
      for (std::size_t c = column; c < width(); ++c)
        if (!entry_is(r, c, 0) && !entry_is(r, c, 1)) return false;
    return true;
  }

  // The same both ways, and nobody tied to herself.
  bool is_symmetric(std::size_t row, std::size_t column) const {
    const std::size_t n = csv().rows.size() - row;
    for (std::size_t i = 0; i < n; ++i)
      for (std::size_t k = 0; k <= i; ++k) {
        const double x = number_of(csv().rows[row + i].fields[column + k]).value_or(0);
        if (!entry_is(row + k, column + i, x) || (i == k && x != 0)) return false;
      }
    return true;
  }

  bool is_named_matrix() const {
    if (csv().rows.size() != width() || width() < 3) return false;
    if (number_of(first()[0]) || !is_table_of_numbers(1, 1)) return false;
    for (std::size_t i = 1; i < width(); ++i) {
      // R puts an X before a heading that is a number.
      const std::string &name = csv().rows[i].fields[0], &heading = first()[i];
      if (name_of_household(name) != name_of_household(heading) && heading != "X" + name)
        return false;
    }
    return true;
  }

  bool is_matrix_under_names() const {
    const std::size_t n = width();
    const bool has_names =
        std::none_of(first().begin(), first().end(), [](const auto& f) { return number_of(f); });
    if (!has_names) return false;
    if (n >= 3 && csv().rows.size() == n + 1 && is_table_of_numbers(1, 0))
      return is_symmetric(1, 0) || (n > 3 && is_of_zeros_and_ones(1, 0));
    return false;
  }

  bool nobody_is_tied_to_herself() const {
    for (std::size_t i = 0; i < width(); ++i)
      if (!entry_is(i, i, 0)) return false;
    return true;
  }

  bool is_square() const {
    const std::size_t n = width();
    if (is_table_of_numbers(0, 0) && n > 1)
      return n == 2 ? is_of_zeros_and_ones(0, 0) && is_symmetric(0, 0)
                    : is_of_zeros_and_ones(0, 0) || is_symmetric(0, 0) || n > 4 ||
                          (n > 3 && nobody_is_tied_to_herself());
    if (n > 3 && is_of_zeros_and_ones(0, 0))
      fail(fmt::format("looks like a matrix of ties, yet has {} rows and {} columns",
                       csv().rows.size(), n),
           "");
    return false;
  }

  Ends ends_by_place() const {
    if (width() == 2) return {0, 1};
    const std::size_t fewest = hints_.weight.empty() ? 4 : 5;  // RW, RT, both ends, and the weight
    if (hints_.has_outer_place && width() >= fewest) return {2, 3};
    static const std::set<std::string> places{"village", "v",    "hamlet", "rt",    "rw",
                                              "ward",    "desa", "dusun",  "place", ""};
    const std::string heading = plain_name(first()[0]);
    if (hints_.has_place || (width() == 3 && places.contains(heading))) return {1, 2};
    if (is_data(0) || is_data(1)) return {0, 1};
    fail(fmt::format("which columns are the ends of a tie isn't known: {}",
                     fmt::join(first(), ", ")),
         fmt::format("say [network] columns = {{ from = \"{}\", to = \"{}\" }}", first()[0],
                     first()[1]));
  }

  // Whether the first line names a household here, rather than the column.
  bool is_data(std::size_t column) const {
    const std::string& field = first()[column];
    if (number_of(field) || (hints_.is_household && hints_.is_household(field))) return true;
    const std::string shape = shape_of(field);
    const bool has_digits = shape.find('0') != std::string::npos;
    for (std::size_t r = 1; r < csv().rows.size(); ++r) {
      const std::string& other = csv().rows[r].fields[column];
      if (other == field || (has_digits && shape_of(other) == shape)) return true;
    }
    return false;
  }

  // A household that the first line names may stand at the other end below.
  bool stands_below(std::size_t from, std::size_t to) const {
    for (std::size_t r = 1; r < csv().rows.size(); ++r)
      for (const std::size_t c : {from, to}) {
        const std::string& field = csv().rows[r].fields[c];
        if (!field.empty() && (field == first()[from] || field == first()[to])) return true;
      }
    return false;
  }

  TieTable list(Ends ends) {
    table_.from = ends.first, table_.to = ends.second;
    if (!hints_.weight.empty()) {
      table_.weight = column_told("network.weight", hints_.weight);
      if (table_.weight == table_.from || table_.weight == table_.to)
        fail("the column that weighs is an end of a tie: " + hints_.weight, "");
    }
    table_.has_heading =
        !is_data(ends.first) && !is_data(ends.second) && !stands_below(ends.first, ends.second);
    if (table_.has_heading) take_heading();
    return std::move(table_);
  }

  TieTable matrix(bool has_heading, bool has_names) {
    if (!hints_.weight.empty())
      fail("looks like a matrix of ties, whose entries weigh; no column does", "");
    table_.kind = TieTable::Kind::matrix;
    table_.has_heading = has_heading, table_.has_names = has_names;
    if (has_heading) take_heading();
    return std::move(table_);
  }

  void take_heading() {
    Csv& csv = table_.csv;
    csv.heading_line = csv.rows[0].line;
    csv.names = csv.rows[0].fields;
    csv.rows.erase(csv.rows.begin());
    if (csv.rows.empty())
      throw BadInput{Problem{csv.file, 0, 0, "", "", "has no rows: a heading is all there is", ""}};
  }

  const TieHints& hints_;
  TieTable table_;
};

}  // namespace

TieTable tie_table(const std::string& file, const TieHints& hints) {
  return Reader{file, hints}.read();
}

}  // namespace swadaya
