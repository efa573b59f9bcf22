#include "sim/world/network_tables.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <optional>
#include <set>

#include "sim/base/csv.hpp"
#include "sim/base/error.hpp"
#include "sim/world/tie_table.hpp"

namespace swadaya {

namespace {

// Headings, as `plain_name` gives them, of what may be 0 where there is no tie.
bool is_called_weight(const std::string& heading) {
  static const std::set<std::string> all{
      "weight",    "weights",  "w",       "value", "val",      "strength", "tie",      "ties",
      "link",      "linked",   "edge",    "tied",  "relation", "dyad",     "count",    "freq",
      "frequency", "presence", "present", "n",     "bobot",    "nilai",    "adjacent", "adjacency"};
  return all.contains(plain_name(heading));
}

class TableReader {
 public:
  TableReader(const TieFile& from, const KnownHouseholds& known)
      : from_{from}, known_{known}, number_of_{&known.number_of} {
    if (!is_known()) number_of_ = &own_;
    const auto is_household = [&](const std::string& field) {
      return known.by_place ? names_anybody(field)
                            : known.number_of.contains({"", name_of_household(field)});
    };
    table_ = tie_table(from.file, {.columns = from.columns,
                                   .weight = from.weight,
                                   .has_place = from.select >= 0 || known.by_place,
                                   .has_outer_place = !known.outer_column.empty(),
                                   .is_household = is_household});
  }

  FileNetwork read() {
    table_.kind == TieTable::Kind::matrix ? read_matrix() : read_list();
    if (!problems_.empty()) throw BadInput{problems_};
    return std::move(network_);
  }

 private:
  const Csv& csv() const { return table_.csv; }
  bool is_known() const { return !known_.number_of.empty(); }

  bool names_anybody(const std::string& field) const {
    return std::any_of(known_.number_of.begin(), known_.number_of.end(), [&](const auto& entry) {
      return entry.first.second == name_of_household(field);
    });
  }

  [[noreturn]] void fail(int line, std::string key, std::string rule,
                         std::string suggestion = "") const {
    throw BadInput{
        Problem{csv().file, line, 0, std::move(key), "", std::move(rule), std::move(suggestion)}};
  }

  // The columns of the place in which names hold, and of what that is a part of; none where names
  // hold everywhere.
  struct PlaceColumns {
    std::optional<std::size_t> place{}, outer{};
  };

  PlaceColumns place_columns() {
    if (!known_.by_place) return {};
    const auto is_end = [&](std::size_t c) { return c == table_.from || c == table_.to; };
    const auto named = [&](const std::string& heading) {
      auto column = csv().column(heading);
      for (std::size_t c = 0; !column && c < csv().names.size(); ++c)
        if (plain_name(csv().names[c]) == plain_name(heading)) column = c;
      return column && !is_end(*column) ? column : std::nullopt;
    };
    const auto place = named(known_.place_column);
    if (!known_.outer_column.empty()) {
      const auto outer = named(known_.outer_column);
      if (outer && place) return {place, outer};
      if (!table_.has_heading && !is_end(0) && !is_end(1)) return {1, 0};  // RW, RT, ends
      own_ = without_outer_places(known_);
      if (own_.empty()) return without_rw();
      number_of_ = &own_;
    }
    if (place) return {place};
    if (!is_end(0)) return {0};
    if (known_.names_are_unique) {  // then whoever is meant is clear
      own_ = without_places(known_);
      number_of_ = &own_;
      return {};
    }
    fail(csv().heading_line, "world.columns.rt",
         "names of households hold within an RT; a file of their ties has three columns, the first "
         "of them the RT");
  }

  // Of ties without their RW, where RTs of different RWs have the same number.
  PlaceColumns without_rw() {
    if (!known_.names_are_unique)
      fail(csv().heading_line, "world.columns.rw",
           fmt::format("RTs of different RWs have the same number; a file of ties among their "
                       "households has the columns {} and {}, too",
                       known_.outer_column, known_.place_column));
    own_ = without_places(known_);  // whoever is meant is clear
    number_of_ = &own_;
    return {};
  }

  // The column to select by; none where all rows are taken.
  std::optional<std::size_t> select_column() const {
    if (from_.select < 0) return std::nullopt;
    if (table_.from != 0 && table_.to != 0) return 0;
    if (is_known() && csv().names.size() == 2) return std::nullopt;
    fail(csv().heading_line, "select",
         "the first column is an end of a tie; ties are selected by a first column that says where "
         "they are");
  }

  // A list of all pairs, with 0 where there is no tie, would be read as if everybody knew
  // everybody.
  void check_weights() const {
    if (table_.weight || !from_.columns.empty()) return;
    for (std::size_t c = 0; c < csv().names.size(); ++c) {
      if (c == table_.from || c == table_.to) continue;
      const bool is_last_of_three =
          !table_.has_heading && csv().names.size() == 3 && c == 2 && from_.select < 0;
      if (!is_last_of_three && !is_called_weight(csv().names[c])) continue;
      const auto zero = std::find_if(csv().rows.begin(), csv().rows.end(), [&](const auto& row) {
        return number_of(row.fields[c]) == 0.0;
      });
      if (zero != csv().rows.end())
        throw BadInput{Problem{
            csv().file, zero->line, 0, csv().names[c], zero->fields[c],
            "whether what weighs 0 is a tie isn't known",
            fmt::format("say [network] weight = \"{}\": what weighs 0 is no tie; or columns = {{ "
                        "from = ..., to = ... }} where it weighs nothing",
                        csv().names[c])}};
    }
  }

  bool is_heavy(const Csv::Row& row) {
    if (!table_.weight) return true;
    const std::string& field = row.fields[*table_.weight];
    const std::size_t before = problems_.size();
    const double weight =
        is_missing(field) ? 0 : number_in(csv(), row, *table_.weight, 0, problems_);
    return problems_.size() > before || weight > from_.weight_above;
  }

  void read_list() {
    check_weights();
    const auto [place, outer] = place_columns();
    const auto select = select_column();
    std::size_t selected = 0, light = 0;
    for (const Csv::Row& row : csv().rows) {
      if (select && number_in(csv(), row, *select, -1, problems_) != from_.select) continue;
      ++selected;
      if (!is_heavy(row)) {
        ++light;
        continue;
      }
      const auto in = [&](const std::optional<std::size_t>& column) {
        return column ? name_of_household(row.fields[*column]) : "";
      };
      const std::string where = place_called(in(outer), in(place));
      const auto a = end_of(row, table_.from, where), b = end_of(row, table_.to, where);
      if (a && b) network_.ties.push_back({*a, *b});
    }
    network_.households = static_cast<std::uint32_t>(number_of_->size());
    std::string how =
        table_.has_heading
            ? fmt::format("columns {}, {}", csv().names[table_.from], csv().names[table_.to])
            : fmt::format("no heading, columns {} and {}", table_.from + 1, table_.to + 1);
    if (select)
      how += fmt::format("; {} of {} rows selected", grouped(selected), grouped(csv().rows.size()));
    if (respelt_ > 0) how += "; names such as 1.0 are read as 1";
    std::vector<std::string> left_out;
    for (std::size_t c = 0; c < csv().names.size(); ++c) {
      const bool is_used = c == table_.from || c == table_.to || c == select || c == place ||
                           c == outer || c == table_.weight;
      (is_used ? network_.reading.used : left_out)
          .push_back(table_.has_heading && !csv().names[c].empty()
                         ? csv().names[c]
                         : fmt::format("column {}", c + 1));
    }
    network_.reading.left = left_out;
    if (table_.weight) how += fmt::format("; ties weigh by {}", csv().names[*table_.weight]);
    add_light(left_out, light, "row", from_.weight_above);
    describe(network_, how, std::move(left_out));
  }

  std::optional<Household> end_of(const Csv::Row& row, std::size_t column,
                                  const std::string& place) {
    const std::string& field = row.fields[column];
    if (is_missing(field)) {
      add_row_problem(problems_,
                      {csv().file, row.line, 0, csv().names[column], field,
                       field.empty() ? "is empty; a tie has two ends" : "a tie has two ends", ""});
      return std::nullopt;
    }
    const std::string name = name_of_household(field);
    respelt_ += name != field ? 1 : 0;
    return household({place, name}, row.line, csv().names[column], field);
  }

  std::optional<Household> household(const Identity& identity, int line, const std::string& key,
                                     const std::string& field) {
    if (!is_known())
      return own_.emplace(identity, static_cast<Household>(own_.size())).first->second;
    if (const auto at = number_of_->find(identity); at != number_of_->end()) return at->second;
    add_row_problem(problems_,
                    {csv().file, line, 0, key, field, "no such household", nearest_to(identity)});
    return std::nullopt;
  }

  // 007 where 7 is meant, or the other way round.
  std::string nearest_to(const Identity& identity) const {
    const auto bare = [](const std::string& name) {
      return name.substr(std::min(name.find_first_not_of('0'), name.size()));
    };
    std::string nearest;
    if (problems_.size() < 5)
      for (const auto& [other, number] : *number_of_)
        if (other.first == identity.first && bare(other.second) == bare(identity.second) &&
            (nearest.empty() || other.second < nearest))
          nearest = other.second;
    return nearest.empty() ? "" : "nearest: " + nearest + "; identities are texts";
  }

  void read_matrix() {
    const std::size_t first = table_.has_names ? 1 : 0, n = csv().rows.size();
    if (known_.by_place)
      fail(0, "world.columns.rt",
           "names of households hold within an RT, and this looks like a matrix of ties");
    if (!table_.has_names && is_known() && n != known_.number_of.size())
      fail(0, "",
           fmt::format("looks like a matrix of {} households without their names; there are {}",
                       grouped(n), grouped(known_.number_of.size())));
    std::vector<Household> row_of;
    for (std::size_t i = 0; i < n; ++i) {
      const Csv::Row& row = csv().rows[i];
      const auto h = table_.has_names
                         ? household({"", name_of_household(row.fields[0])}, row.line,
                                     csv().names[0].empty() ? "1" : csv().names[0], row.fields[0])
                         : std::optional{static_cast<Household>(i)};
      row_of.push_back(h.value_or(0));
    }
    bool has_weights = false;
    std::size_t one_way = 0, missing = 0;
    for (std::size_t i = 0; i < n; ++i)
      for (std::size_t k = i; k < n; ++k) {
        const double there = entry(i, first + k), back = entry(k, first + i);
        has_weights |= (there != 0 && there != 1) || (back != 0 && back != 1);
        missing += is_missing(csv().rows[i].fields[first + k]) ? 1 : 0;
        missing += k != i && is_missing(csv().rows[k].fields[first + i]) ? 1 : 0;
        const bool is_there = there > from_.weight_above, is_back = back > from_.weight_above;
        if (!is_there && !is_back) continue;
        one_way += is_there != is_back ? 1 : 0;
        network_.ties.push_back({row_of[i], row_of[k]});
      }
    network_.households = static_cast<std::uint32_t>(is_known() ? known_.number_of.size() : n);
    std::string how = fmt::format("an adjacency matrix of {} rows {}", grouped(n),
                                  table_.has_names ? "by their names"
                                  : is_known()     ? "in the order of the households"
                                                   : "without names");
    if (one_way > 0) how += fmt::format("; {} one way, read both ways", counted(one_way, "tie"));
    if (missing > 0)
      how += fmt::format("; {} missing, read as no tie",
                         missing == 1 ? "1 entry" : grouped(missing) + " entries");
    describe(network_, how,
             has_weights ? std::vector<std::string>{"weights"} : std::vector<std::string>{});
  }

  double entry(std::size_t row, std::size_t column) {
    const double x = number_of(csv().rows[row].fields[column]).value_or(0);
    if (x < 0)
      add_row_problem(
          problems_,
          {csv().file, csv().rows[row].line, 0, csv().names[column], csv().rows[row].fields[column],
           "an entry of a matrix of ties isn't below 0", "leave what is missing empty"});
    return x;
  }

  const TieFile& from_;
  const KnownHouseholds& known_;
  Identities own_;  // of households that nobody knew, or without places
  const Identities* number_of_;
  TieTable table_;
  std::size_t respelt_ = 0;
  FileNetwork network_;
  std::vector<Problem> problems_;
};

}  // namespace

FileNetwork network_of_table(const TieFile& file, const KnownHouseholds& known) {
  return TableReader{file, known}.read();
}

}  // namespace swadaya
